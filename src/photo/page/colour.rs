//! What the colours of a page tell: a copy without any, a seal, the side of a card.

use super::cells::Cells;
use super::layout::{self, Part};
use super::{CELL, Page, nth};

/// Red that no paper and no skin has.
const SEAL_RED: f32 = 0.35;
/// The share of the page that has the strongest colour.
const STRONGEST: f32 = 0.98;
/// Print in a portrait is darker than this share of the paper.
const PORTRAIT_DARKNESS: f32 = 0.6;

/// Colours of a page.
#[derive(Debug)]
pub(super) struct Colours {
    /// How far the most coloured fiftieth of the page is from the paper, as a share of the
    /// brightness.
    pub(super) strongest: f32,
    /// The share of the page that is red as seals and emblems are.
    pub(super) red: f32,
    /// The share of red where the back of an ID card has the emblem.
    pub(super) emblem: f32,
    /// The share of dark areas where the front of an ID card has the portrait.
    pub(super) portrait: f32,
}

impl Colours {
    pub(super) fn measure(cells: &Cells) -> Self {
        let seen = || cells.all.iter().filter(|cell| cell.is_seen);
        let distances = seen().map(|cell| {
            let (red, blue) = (cell.red - cells.red, cell.blue - cells.blue);
            (red * red + blue * blue).sqrt()
        });
        let is_red =
            |n: usize| cells.all.get(n).is_some_and(|cell| SEAL_RED < cell.red - cells.red);
        let is_dark = |n: usize| {
            let limit = cells.paper * PORTRAIT_DARKNESS;
            cells.all.get(n).is_some_and(|cell| f32::from(cell.ground) < limit)
        };
        Self {
            strongest: nth(distances, STRONGEST).unwrap_or(0.0),
            red: share(cells, &[[0.0, 0.0, 1.0, 1.0]], is_red),
            emblem: share(cells, layout::EMBLEM, is_red),
            portrait: share(cells, layout::PORTRAIT, is_dark),
        }
    }
}

/// The share of the squares in `parts` that are so.
fn share(cells: &Cells, parts: &[Part], is_so: impl Fn(usize) -> bool) -> f32 {
    let within = || (0..cells.all.len()).filter(|&n| layout::is_in(parts, cells.place(n)));
    within().filter(|&n| is_so(n)).count() as f32 / within().count().max(1) as f32
}

/// Noise of the picture, in grey levels: what is left in the calmest squares when a
/// slope is taken away (Immerkær, Fast Noise Variance Estimation, 1996).
pub(super) fn noise(page: &Page) -> f32 {
    let mut calm = Vec::new();
    let side = 2 * CELL;
    for top in (1..page.height.saturating_sub(side)).step_by(3 * side) {
        for left in (1..page.width.saturating_sub(side)).step_by(2 * side) {
            calm.extend(roughness(page, left, top, side));
        }
    }
    nth(calm.into_iter(), 0.2).unwrap_or(0.0)
}

/// Nothing where a part of it is outside the picture.
fn roughness(page: &Page, left: usize, top: usize, side: usize) -> Option<f32> {
    if !page.is_seen(left, top, side) {
        return None;
    }
    let mut sum = 0;
    for y in top..top + side {
        let row =
            |y: usize| page.luma.get(y * page.width + left - 1..y * page.width + left + side + 1);
        let (above, here, below) = (row(y - 1)?, row(y)?, row(y + 1)?);
        let columns = above.array_windows().zip(here.array_windows()).zip(below.array_windows());
        for ((&[a, b, c], &[d, e, f]), &[g, h, i]) in columns {
            let all = |values: [u8; 4]| values.map(i32::from).iter().sum::<i32>();
            let [corners, sides] = [all([a, c, g, i]), all([b, d, f, h])];
            sum += (corners - 2 * sides + 4 * i32::from(e)).abs();
        }
    }
    // √(π/2) / 6: from the mean of the filter's amounts to a standard deviation.
    Some(sum as f32 / (side * side) as f32 * 0.208_89)
}

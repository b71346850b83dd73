//! From a printed frame to the edge of the paper around it: both are rectangles of much
//! the same shape, and the frame is often the stronger one.

use super::lines::{Line, angle_between};
use super::outline::{Candidate, LEAST_SUPPORT};
use super::shape::Shapes;
use super::small::{Small, colour_distance, median};

/// The edge of the paper runs along the frame, within so many degrees…
const PARALLEL: f32 = 3.0;
/// …and so far outside it, as parts of the distance to the opposite side.
const MARGIN: [f32; 2] = [0.006, 0.16];
/// So much of it has to be seen.
const LEAST_COVER: f32 = 0.2;
/// Beyond the corners it may not go on more than this.
const MOST_BEYOND: f32 = 0.5;
/// Between frame and edge is the same paper as within the frame: the colours differ by
/// less than this part of the step to what is outside, or by little in any case.
const SAME: f32 = 0.5;
const SAME_LEVELS: f32 = 2.5;
/// The step from paper to what is outside, in levels: less is no edge of anything.
const LEAST_STEP: f32 = 1.5;
/// So much of the side shows the step.
const LEAST_CLEAR: f32 = 0.7;
/// The larger outline may have this part of the score of the smaller one.
const LEAST_SCORE: f32 = 0.4;
/// Places along a side at which colours are compared.
const PLACES: usize = 24;

/// The outline with each side moved out to the edge of the paper, where one is seen.
pub(super) fn grow(
    from: &Candidate,
    small: &Small,
    lines: &[Line],
    shapes: Shapes,
) -> Option<Candidate> {
    let mut grown = from.clone();
    let paper = paper_within(from, small);
    let mut has_grown = false;
    // Each side again, as its ends move with its neighbours.
    for side in (0..4).chain(0..4) {
        let mut best: Option<(f32, Candidate)> = None;
        for (number, line) in lines.iter().enumerate() {
            let Some(margin) = margin(&grown, side, line) else { continue };
            let mut sides = grown.sides;
            sides[side] = number;
            let Some(larger) = with_sides(small, lines, sides, shapes) else { continue };
            if larger.cover[side] < LEAST_COVER || MOST_BEYOND < larger.beyond {
                continue;
            }
            if !is_edge_of_paper(&grown, &larger, side, small, paper) {
                continue;
            }
            if best.as_ref().is_none_or(|(most, _)| *most < margin) {
                best = Some((margin, larger));
            }
        }
        if let Some((_, larger)) = best {
            grown = larger;
            has_grown = true;
        }
    }
    if !has_grown {
        return None;
    }
    grown.look_closely(small);
    (LEAST_SCORE * from.score < grown.score).then_some(grown)
}

/// How far a line lies outside a side, as a part of the distance to the opposite side.
fn margin(candidate: &Candidate, side: usize, line: &Line) -> Option<f32> {
    if line.is_frame || candidate.hidden[side] {
        return None;
    }
    let sides = candidate.quad.sides();
    let (from, to) = sides[side];
    let (end, start) = sides[(side + 2) % 4];
    let middle = from.toward(to, 0.5);
    let opposite = start.toward(end, 0.5);
    let degrees = {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        libm::atan2f(dx, -dy) * (180.0 / core::f32::consts::PI)
    };
    if PARALLEL < angle_between(line.degrees + 360.0, degrees + 360.0) {
        return None;
    }
    let (here, there) = (line.beyond(middle.x, middle.y), line.beyond(opposite.x, opposite.y));
    // Outside: side and opposite side lie on one side of the line.
    let margin = here / (there - here);
    (0.0 < here * there && MARGIN[0] < margin && margin < MARGIN[1]).then_some(margin)
}

fn with_sides(
    small: &Small,
    lines: &[Line],
    sides: [usize; 4],
    shapes: Shapes,
) -> Option<Candidate> {
    let line = |n: usize| lines.get(sides[n % 4]);
    let meet = |n: usize| line(n + 3)?.meet(line(n)?);
    let corners = [meet(0)?, meet(1)?, meet(2)?, meet(3)?];
    Candidate::of(small, lines, sides, corners, shapes, LEAST_SUPPORT)
}

/// The usual colour within an outline: paper, where print is not dense.
pub(super) fn paper_within(candidate: &Candidate, small: &Small) -> [f32; 3] {
    let [top_left, top_right, bottom_right, bottom_left] = candidate.quad.0;
    let share = |n: usize| 0.06 + 0.88 * (n as f32 + 0.5) / PLACES as f32;
    let colours: Vec<[f32; 3]> = (0..PLACES * PLACES)
        .filter_map(|n| {
            let (x, y) = (share(n % PLACES), share(n / PLACES));
            let top = top_left.toward(top_right, x);
            let at = top.toward(bottom_left.toward(bottom_right, x), y);
            small.at(at.x, at.y)
        })
        .collect();
    [0, 1, 2].map(|channel| {
        let values: Vec<f32> = colours.iter().map(|colour| colour[channel]).collect();
        median(&values)
    })
}

/// Whether the paper of the smaller outline goes on to the side of the larger one, and
/// something else begins there.
fn is_edge_of_paper(
    smaller: &Candidate,
    larger: &Candidate,
    side: usize,
    small: &Small,
    interior: [f32; 3],
) -> bool {
    let (from, to) = larger.quad.sides()[side];
    let (near_from, near_to) = smaller.quad.sides()[side];
    let length = from.distance(to).max(1.0);
    let (nx, ny) = ((from.y - to.y) / length, (to.x - from.x) / length);
    let (mut steps, mut strays) = (Vec::with_capacity(PLACES), Vec::with_capacity(PLACES));
    for place in 0..PLACES {
        let share = 0.08 + 0.84 * (place as f32 + 0.5) / PLACES as f32;
        let (on, near) = (from.toward(to, share), near_from.toward(near_to, share));
        let at = |x: f32, y: f32, off: f32| small.at(x + nx * off, y + ny * off);
        let gap = (near.x - on.x) * nx + (near.y - on.y) * ny;
        let (Some(outside), Some(paper), Some(within)) = (
            at(on.x, on.y, -3.0),
            at(on.x, on.y, (gap * 0.5).clamp(1.0, 3.0)),
            at(near.x, near.y, 0.02 * length),
        ) else {
            continue;
        };
        steps.push(colour_distance(outside, paper));
        strays.push(colour_distance(paper, within).min(colour_distance(paper, interior)));
    }
    if steps.len() < PLACES / 2 {
        return false;
    }
    let (step, stray) = (median(&steps), median(&strays));
    let clear = steps.iter().filter(|&&one| SAME * step < one).count();
    let is_clear = LEAST_CLEAR * steps.len() as f32 <= clear as f32;
    LEAST_STEP < step && is_clear && stray < (SAME * step).max(SAME_LEVELS)
}

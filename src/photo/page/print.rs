//! How sharp the print is and how far it stands out from the paper.
//!
//! A blurred edge loses little when it is blurred once more, a sharp one much. What
//! is left of the steps from dark to light, in the direction in which most is left,
//! tells how blurred a page is; pages are always looked at with print of one size,
//! so that this is blur in relation to the print.

use super::{Page, layout, nth};

/// Side of the squares in which print is looked at, in pixels of the page.
const TILE: usize = 32;
/// The second moments of the steps from dark to light in a place.
#[derive(Clone, Copy, Debug, Default)]
struct Steps {
    across: f32,
    down: f32,
    both: f32,
}

/// What one square of the page tells of its print.
#[derive(Clone, Copy, Debug, Default)]
struct Tile {
    /// Whether it is where something must be read.
    has_lines: bool,
    /// From the lightest to the darkest place, in grey levels.
    depth: f32,
    /// As photographed.
    fine: Steps,
    /// After more blur of a known amount.
    soft: Steps,
}

/// What the print of a page is like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Print {
    /// Standard deviation of the blur in the direction of most blur, as a share of the
    /// height of the print. Nothing where there is too little print to tell.
    pub(super) blur: Option<f32>,
    /// The same across that direction.
    pub(super) least_blur: f32,
    /// From paper to print, in grey levels.
    pub(super) depth: f32,
    /// The same for the faintest quarter of the print.
    pub(super) faintest: f32,
}

/// The share of squares that certainly have no print.
const FLOOR: f32 = 0.1;
/// Print has so many times the steps of a blank place, and this much more.
const OVER_FLOOR: f32 = 3.0;
const LEAST_STEPS: f32 = 1.0;
/// Print is this share as deep as the deepest, or it is a pattern of the paper.
const LEAST_DEPTH: f32 = 0.5;
/// With fewer squares of print nothing is said about blur.
const LEAST_TILES: usize = 6;

impl Print {
    pub(super) fn measure(page: &Page) -> Self {
        let tiles = tiles(page);
        let floor = |pick: fn(&Tile) -> f32| nth(tiles.iter().map(pick), FLOOR).unwrap_or(0.0);
        let (fine, soft) = (floor(|tile| tile.fine.sum()), floor(|tile| tile.soft.sum()));
        let lines = || tiles.iter().filter(|tile| tile.has_lines);
        let deep = nth(lines().map(|tile| tile.depth), 0.9).unwrap_or(0.0);
        let marked = || lines().filter(|tile| fine * OVER_FLOOR + LEAST_STEPS < tile.fine.sum());
        let print = || marked().filter(|tile| deep * LEAST_DEPTH < tile.depth);
        let mut sum = Sum::default();
        for tile in print() {
            sum.add(tile, fine, soft);
        }
        let blur = sum.blur(page.own_blur).filter(|_| LEAST_TILES <= sum.count);
        Self {
            blur: blur.map(|[most, _]| most / page.em),
            least_blur: blur.map_or(0.0, |[_, least]| least / page.em),
            depth: nth(print().map(|tile| tile.depth), 0.5).unwrap_or(0.0),
            faintest: nth(marked().map(|tile| tile.depth), 0.25).unwrap_or(0.0),
        }
    }
}

/// Steps of many squares, each with the same weight.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    fine: Steps,
    soft: Steps,
    count: usize,
}

impl Sum {
    fn add(&mut self, tile: &Tile, fine_floor: f32, soft_floor: f32) {
        // Noise and background patterns are in every square, in all directions alike.
        let fine = tile.fine.without(fine_floor);
        let soft = tile.soft.without(soft_floor);
        let weight = 1.0 / (soft.sum() + 1.0);
        self.fine.add(fine, weight);
        self.soft.add(soft, weight);
        self.count += 1;
    }

    /// Standard deviations of the blur in the direction of most blur and across it, in
    /// pixels of the page. `own` is the variance of the blur that even a sharp page has.
    fn blur(&self, own: f32) -> Option<[f32; 2]> {
        let [least, most] = self.left()?;
        let [most_blur, least_blur] = [deviation(least, own), deviation(most, own)];
        // Motion leaves the ends of a smeared stroke sharp, but faint: print has about as
        // many steps in each direction, and what is missing in one was smeared away.
        let evenness = (self.fine.evenness() / EVEN).clamp(0.04, 1.0);
        Some([most_blur / evenness.sqrt(), least_blur])
    }

    /// How many times the steps there were before the added blur, in the direction in
    /// which there are least, and across it: the two solutions of det(fine − x soft) = 0.
    fn left(&self) -> Option<[f32; 2]> {
        let (fine, soft) = (self.fine, self.soft);
        let square = soft.across * soft.down - soft.both * soft.both;
        let line = fine.across * soft.down + fine.down * soft.across - 2.0 * fine.both * soft.both;
        let rest = fine.across * fine.down - fine.both * fine.both;
        if self.count == 0 || square <= 0.0 {
            return None;
        }
        let root = (line * line - 4.0 * square * rest).max(0.0).sqrt();
        Some([(line - root) / (2.0 * square), (line + root) / (2.0 * square)])
    }
}

/// Print has at least this share of its steps in the direction in which it has least.
const EVEN: f32 = 0.5;
/// Variance of the blur that is added, in square pixels: two filters of 1.
const ADDED: f32 = 2.0;
/// Variance of the blur that even a sharp page has besides that of being cut out: of the first
/// filter.
const OWN: f32 = 0.55;

/// The blur of edges that lose so many times of their steps. The energy of the steps of an
/// edge falls with the blur, that of a line with its cube; print is between the two.
fn deviation(times: f32, own: f32) -> f32 {
    (ADDED / (times - 1.0).max(0.02) - OWN - own).max(0.0).sqrt()
}

impl Steps {
    fn sum(&self) -> f32 {
        self.across + self.down
    }

    /// Steps in the direction of least as a share of those in the direction of most.
    fn evenness(&self) -> f32 {
        let mean = f32::midpoint(self.across, self.down);
        let half = (self.across - self.down) / 2.0;
        let apart = (half * half + self.both * self.both).sqrt();
        (mean - apart) / (mean + apart).max(1e-6)
    }

    fn add(&mut self, other: Self, weight: f32) {
        self.across += other.across * weight;
        self.down += other.down * weight;
        self.both += other.both * weight;
    }

    fn without(self, floor: f32) -> Self {
        Self {
            across: (self.across - floor / 2.0).max(0.0),
            down: (self.down - floor / 2.0).max(0.0),
            both: self.both,
        }
    }
}

/// So many squares tell enough of a page; of a larger one every second or third is taken.
const ENOUGH_TILES: usize = 100;

fn tiles(page: &Page) -> Vec<Tile> {
    let (columns, rows) = (page.width / TILE, page.height / TILE);
    let stride = (columns * rows / ENOUGH_TILES).max(1);
    let mut tiles = Vec::with_capacity(columns * rows);
    let mut scratch = Scratch::default();
    for row in 0..rows {
        for column in 0..columns {
            // Not one below the other: columns of print have gaps.
            if (row * 2 + column) % stride == 0 {
                tiles.extend(tile(page, (column * TILE, row * TILE), &mut scratch));
            }
        }
    }
    tiles
}

/// Pixels around a square that its blurred pixels are made of: one for the first filter,
/// four for the second.
const AROUND: usize = 5;
const WIDE: usize = TILE + 2 * AROUND;

/// Room for one square with what is around it.
#[derive(Default)]
struct Scratch {
    given: Vec<i32>,
    fine: Vec<i32>,
    soft: Vec<i32>,
    across: Vec<i32>,
}

/// Nothing where a part of it is outside the picture.
fn tile(page: &Page, (left, top): (usize, usize), scratch: &mut Scratch) -> Option<Tile> {
    let at = |start: usize, length: usize| (start + TILE / 2) as f32 / length as f32;
    let place = (at(left, page.width), at(top, page.height));
    if !page.is_seen(left, top, TILE) {
        return None;
    }
    let has_lines = layout::is_in(layout::print(page.kind), place);
    let Scratch { given, fine, soft, across } = scratch;
    given.clear();
    for y in 0..WIDE {
        let y = (top + y).saturating_sub(AROUND).min(page.height - 1);
        let row = page.luma.get(y * page.width..(y + 1) * page.width)?;
        if let Some(inner) = row.get(left.wrapping_sub(AROUND)..left + TILE + AROUND) {
            given.extend(inner.iter().map(|&value| i32::from(value) * 16));
            continue;
        }
        for x in 0..WIDE {
            let x = (left + x).saturating_sub(AROUND).min(page.width - 1);
            given.push(i32::from(row[x]) * 16);
        }
    }
    blur(given, across, fine, |&[a, b, c]| (a + b * 2 + c) / 4);
    blur(fine, across, soft, |&[a, b, c, d, e, f, g, h, i]| {
        (a + i + (b + h) * 8 + (c + g) * 28 + (d + f) * 56 + e * 70) / 256
    });
    let (mut low, mut high) = (i32::MAX, 0);
    let mut sums = [[0_i64; 3]; 2];
    for (data, sums) in [&*fine, &*soft].into_iter().zip(&mut sums) {
        for y in AROUND..AROUND + TILE {
            let start = y * WIDE + AROUND;
            let here = data.get(start..=start + TILE)?;
            let below = data.get(start + WIDE..start + WIDE + TILE)?;
            // Of one row, squares of 12 bits have room in 32.
            let mut row = [0_i32; 3];
            for (pair, under) in here.windows(2).zip(below) {
                let (across, down) = (pair[1] - pair[0], under - pair[0]);
                row[0] += across * across;
                row[1] += down * down;
                row[2] += across * down;
            }
            for (sum, row) in sums.iter_mut().zip(row) {
                *sum += i64::from(row);
            }
        }
    }
    for y in AROUND..AROUND + TILE {
        for &value in fine.get(y * WIDE + AROUND..y * WIDE + AROUND + TILE)? {
            low = low.min(value);
            high = high.max(value);
        }
    }
    let area = (TILE * TILE * 16 * 16) as f32;
    let [fine, soft] = sums.map(|[across, down, both]| Steps {
        across: across as f32 / area,
        down: down as f32 / area,
        both: both as f32 / area,
    });
    Some(Tile { has_lines, depth: (high - low) as f32 / 16.0, fine, soft })
}

/// A separable filter over a square of [`WIDE`] pixels: the `mean` of some in a row.
/// Within `N / 2` pixels from its edge the square stays as it was.
fn blur<const N: usize>(
    given: &[i32],
    across: &mut Vec<i32>,
    both: &mut Vec<i32>,
    mean: impl Fn(&[i32; N]) -> i32,
) {
    // Each pass lays the square on its side, so that the second one goes down.
    blur_rows(given, across, &mean);
    blur_rows(across, both, &mean);
}

fn blur_rows<const N: usize>(given: &[i32], out: &mut Vec<i32>, mean: impl Fn(&[i32; N]) -> i32) {
    out.resize(WIDE * WIDE, 0);
    for (y, row) in given.chunks_exact(WIDE).enumerate() {
        for x in (0..N / 2).chain(WIDE - N / 2..WIDE) {
            out[x * WIDE + y] = row[x];
        }
        for (x, window) in row.array_windows().enumerate() {
            out[(x + N / 2) * WIDE + y] = mean(window);
        }
    }
}

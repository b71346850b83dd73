//! The grid of a screen that was photographed.

use super::Page;

/// Side of the squares that are looked at, in pixels of the page.
const TILE: usize = 32;
/// Distances at which a grid may repeat, in pixels of the page.
const PERIODS: std::ops::Range<usize> = 2..9;
/// What repeats to this degree is a grid.
const REPEATS: i64 = 6;
/// Squares with fainter steps are blank, with stronger ones they have print; mean square
/// of the steps between neighbours.
const FAINT: std::ops::Range<i64> = 4..400;

/// The share of the squares without print that have a grid, 0 to 1.
pub(super) fn measure(page: &Page) -> f32 {
    let (mut blank, mut gridded) = (0_u32, 0_u32);
    for top in (0..page.height / TILE).step_by(2).map(|n| n * TILE) {
        for left in (0..page.width / TILE).step_by(2).map(|n| n * TILE) {
            let across = |line: usize, n: usize| (top + line) * page.width + left + n;
            let down = |line: usize, n: usize| (top + n) * page.width + left + line;
            let Some(is_across) = has_grid(page, across) else { continue };
            let Some(is_down) = has_grid(page, down) else { continue };
            blank += 1;
            gridded += u32::from(is_across || is_down);
        }
    }
    gridded as f32 / blank.max(1) as f32
}

/// Whether the steps along the lines of a square repeat; nothing where it has print.
fn has_grid(page: &Page, at: impl Fn(usize, usize) -> usize) -> Option<bool> {
    let mut whole = 0;
    let mut shifted = [0_i64; PERIODS.end];
    for line in 0..TILE {
        let mut steps = [0_i64; TILE];
        let mut before = i64::from(*page.luma.get(at(line, 0))?);
        for (n, step) in steps.iter_mut().enumerate() {
            let here = i64::from(*page.luma.get(at(line, n))?);
            *step = here - before;
            before = here;
        }
        whole += steps.iter().map(|step| step * step).sum::<i64>();
        for (period, sum) in shifted.iter_mut().enumerate() {
            *sum += steps.iter().zip(steps.iter().skip(period)).map(|(a, b)| a * b).sum::<i64>();
        }
    }
    let mean = whole / i64::try_from(TILE * TILE).unwrap_or(1);
    if FAINT.end <= mean {
        return None;
    }
    let repeats = PERIODS.clone().any(|period| {
        // The shifted sum lacks the last steps of each line.
        let sum = shifted[period] * i64::try_from(TILE).unwrap_or(1);
        let most = whole * i64::try_from(TILE - period).unwrap_or(1);
        most * REPEATS < sum * 10
    });
    Some(FAINT.start <= mean && repeats)
}

//! The rainbow of a screen that was photographed.
//!
//! A panel's red, green and blue stripes beat with those of the sensor, each with a phase
//! of its own: blank parts run through all hues. Printed patterns, tinted paper and mixed
//! light change between two colours only, and a sensor's noise is finer than a square.

use super::cells::Cells;
use super::nth;

/// Side of the areas that are looked at, in squares: two lines of print.
const AREA: usize = 8;
/// Darker strokes than this, in grey levels, are print.
const PRINT: u8 = 40;
/// Fewer blank areas tell nothing.
const LEAST_AREAS: usize = 6;

/// How far the colours of blank paper run through all hues: the smaller spread of the two
/// directions of colour, as a share of the brightness.
pub(super) fn measure(cells: &Cells) -> f32 {
    let mut spreads = Vec::new();
    for top in (0..(cells.height + 1).saturating_sub(AREA)).step_by(AREA) {
        for left in (0..(cells.width + 1).saturating_sub(AREA)).step_by(AREA) {
            spreads.extend(spread(cells, left, top));
        }
    }
    if spreads.len() < LEAST_AREAS {
        return 0.0;
    }
    nth(spreads.into_iter(), 0.5).unwrap_or(0.0)
}

/// The smaller of an area's spreads; nothing where it has print.
fn spread(cells: &Cells, left: usize, top: usize) -> Option<f32> {
    let (mut red, mut blue, mut squares, mut product) = (0.0, 0.0, (0.0, 0.0), 0.0);
    for y in top..top + AREA {
        let start = y * cells.width + left;
        for cell in cells.all.get(start..start + AREA)? {
            if !cell.is_seen || PRINT < cell.ground.saturating_sub(cell.low) {
                return None;
            }
            red += cell.red;
            blue += cell.blue;
            squares.0 += cell.red * cell.red;
            squares.1 += cell.blue * cell.blue;
            product += cell.red * cell.blue;
        }
    }
    let count = (AREA * AREA) as f32;
    let (red, blue) = (red / count, blue / count);
    let (reds, blues) = (squares.0 / count - red * red, squares.1 / count - blue * blue);
    let both = product / count - red * blue;
    // The smaller eigenvalue of the covariance.
    let (half, apart) = (f32::midpoint(reds, blues), (reds - blues) / 2.0);
    let smaller = half - (apart * apart + both * both).sqrt();
    Some(smaller.max(0.0).sqrt())
}

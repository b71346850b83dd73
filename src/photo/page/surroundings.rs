//! The picture around the document.

use image::RgbImage;

use super::super::geometry::{Point, Quad};
use super::luma;

/// Places that are looked at, along the long side of the picture.
const PLACES: u32 = 48;
/// Pixels between the places that are compared, as a share of the distance of two places.
const REACH: u32 = 2;
/// A step of this many grey levels is not plain.
const STEP: u8 = 24;

/// The share of the surroundings of the document that is not plain, 0 to 1.
pub(super) fn clutter(pixels: &RgbImage, outline: &Quad) -> f32 {
    let (width, height) = pixels.dimensions();
    let apart = (width.max(height) / PLACES).max(2);
    let grey = |x: u32, y: u32| pixels.get_pixel_checked(x, y).map_or(0, |pixel| luma(pixel.0));
    let (mut around, mut uneven) = (0_u32, 0_u32);
    let reach = (apart / REACH).max(1);
    for y in (0..height.saturating_sub(reach)).step_by(apart as usize) {
        for x in (0..width.saturating_sub(reach)).step_by(apart as usize) {
            if is_inside(outline, Point::new(x as f32, y as f32)) {
                continue;
            }
            around += 1;
            let here = grey(x, y);
            if STEP <= here.abs_diff(grey(x + reach, y)).max(here.abs_diff(grey(x, y + reach))) {
                uneven += 1;
            }
        }
    }
    uneven as f32 / around.max(1) as f32
}

fn is_inside(outline: &Quad, point: Point) -> bool {
    outline.sides().iter().all(|(from, to)| {
        0.0 <= (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
    })
}

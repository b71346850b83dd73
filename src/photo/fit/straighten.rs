//! The plane of the document seen straight from above.

use image::RgbImage;

use crate::photo::geometry::{Homography, Quad};

/// Pixels of the picture that one new pixel is made of, each way.
const TAPS: usize = 4;

/// What lies inside `quad`, in pixels of `pixels`, as a picture of this size. About as
/// many pixels as it had: each is read between sixteen others, with Keys' cubic, which
/// keeps print crisp.
pub(super) fn straightened(
    pixels: &RgbImage,
    quad: &Quad,
    (width, height): (u32, u32),
) -> Option<RgbImage> {
    if width == 0 || height == 0 || pixels.width() == 0 || pixels.height() == 0 {
        return None;
    }
    let map = Homography::from_page(quad, f64::from(width), f64::from(height))?;
    let mut data = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let (at_x, at_y) = map.map(f64::from(x) + 0.5, f64::from(y) + 0.5);
            data.extend(between(pixels, at_x, at_y));
        }
    }
    RgbImage::from_raw(width, height, data)
}

/// The colour at a place between pixels; beyond the frame that of its border.
fn between(pixels: &RgbImage, x: f64, y: f64) -> [u8; 3] {
    let (columns, across) = taps(x, pixels.width());
    let (rows, down) = taps(y, pixels.height());
    let raw = pixels.as_raw();
    let row_bytes = pixels.width() as usize * 3;
    let mut sums = [0.0_f32; 3];
    for (row, weight_down) in rows.into_iter().zip(down) {
        let start = row * row_bytes;
        let mut line = [0.0_f32; 3];
        for (column, weight) in columns.into_iter().zip(across) {
            let at = start + column * 3;
            let Some(pixel) = raw.get(at..at + 3) else { continue };
            for (sum, &value) in line.iter_mut().zip(pixel) {
                *sum += f32::from(value) * weight;
            }
        }
        for (sum, value) in sums.iter_mut().zip(line) {
            *sum += value * weight_down;
        }
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
    sums.map(|sum| (sum + 0.5).clamp(0.0, 255.0) as u8)
}

/// The pixels around a place along one side of the picture, and their weights.
fn taps(at: f64, length: u32) -> ([usize; TAPS], [f32; TAPS]) {
    let last = f64::from(length.saturating_sub(1));
    // Not a number: the first pixel.
    let at = if at.is_finite() { at.clamp(0.0, last) } else { 0.0 };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Inside the picture.
    let first = at as usize;
    let end = length.saturating_sub(1) as usize;
    #[allow(clippy::cast_possible_truncation)] // 0 to 1.
    let t = (at - first as f64) as f32;
    let places = [first.saturating_sub(1), first, (first + 1).min(end), (first + 2).min(end)];
    // Keys' cubic with a = −1/2, as in `resample`.
    let (t2, t3) = (t * t, t * t * t);
    let weights = [
        0.5 * (-t3 + 2.0 * t2 - t),
        0.5 * (3.0 * t3 - 5.0 * t2 + 2.0),
        0.5 * (-3.0 * t3 + 4.0 * t2 + t),
        0.5 * (t3 - t2),
    ];
    (places, weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_frame_is_the_same_picture() {
        let pixels = RgbImage::from_fn(23, 17, |x, y| {
            image::Rgb([u8::try_from(x * 11).unwrap(), u8::try_from(y * 15).unwrap(), 77])
        });
        let frame = Quad::frame(23.0, 17.0);
        assert_eq!(straightened(&pixels, &frame, (23, 17)), Some(pixels));
    }

    #[test]
    fn flat_stays_flat_and_outlines_beyond_the_frame_are_no_error() {
        let pixels = RgbImage::from_pixel(9, 9, image::Rgb([3, 200, 255]));
        let far = Quad([[-90.0, -5.0], [80.0, 3.0], [70.0, 60.0], [-20.0, 55.0]].map(Into::into));
        let straight = straightened(&pixels, &far, (31, 12)).unwrap();
        assert!(straight.pixels().all(|pixel| pixel.0 == [3, 200, 255]));
        let flat = Quad([[1.0, 1.0].into(); 4]);
        assert_eq!(straightened(&pixels, &flat, (3, 3)), None);
    }
}

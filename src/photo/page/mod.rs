//! The document alone, seen straight from above, at a size at which its print is
//! always equally large: what a measurement means does then not depend on how far
//! away the camera was.

mod cells;
mod colour;
mod cover;
mod glare;
mod layout;
mod measure;
mod outline;
mod print;
mod region;
mod screen;
mod surroundings;

use image::RgbImage;

use super::geometry::{Homography, Quad};
use super::report::Kind;
pub use measure::PageFacts;
pub(super) use measure::{Measured, Places};
pub(super) use outline::by_hand;

/// The height of the smallest print that must be read, in pixels of the page.
const EM: f32 = 16.0;
/// Pages are no longer than this; print that is smaller in relation comes out smaller.
const LONGEST: f32 = 1_200.0;
/// An outline with a shorter side than this is none, in decoded pixels.
const LEAST_SIDE: f32 = 8.0;
/// The most pixels of the picture that are averaged along each side of a page's pixel.
const MOST_STEPS: f32 = 4.0;

/// The document seen straight from above.
#[derive(Debug)]
struct Page {
    width: usize,
    height: usize,
    /// Brightness, row by row.
    luma: Vec<u8>,
    /// Colour, row by row.
    rgb: Vec<[u8; 3]>,
    /// Whether the place is inside the picture.
    is_seen: Vec<bool>,
    /// Height of the smallest print, in pixels of the page.
    em: f32,
    /// Which document it is taken for.
    kind: Kind,
}

impl Page {
    /// Cuts it out of the picture; `outline` is in pixels of `pixels`. Nothing where the
    /// outline is none.
    fn of(pixels: &RgbImage, outline: &Quad, kind: Kind) -> Option<Self> {
        let map = Homography::from_unit(outline)?;
        let (across, down) = outline::sides(outline);
        let (long, short) = (across.max(down), across.min(down));
        if !long.is_finite() || !outline.is_convex() || short < LEAST_SIDE || long > 16.0 * short {
            return None;
        }
        let share = layout::em(kind, long / short);
        let page_long = (EM / share).min(LONGEST);
        let scale = long / page_long;
        let size = |side: f32| to_index((side / scale).max(LEAST_SIDE));
        let (width, height) = (size(across), size(down));
        let mut page = Self {
            width,
            height,
            luma: Vec::with_capacity(width * height),
            rgb: Vec::with_capacity(width * height),
            is_seen: Vec::with_capacity(width * height),
            em: share * page_long,
            kind,
        };
        let steps = to_index(scale.clamp(1.0, MOST_STEPS));
        for y in 0..height {
            for x in 0..width {
                page.push(sample(pixels, &map, (x, y), (width, height), steps));
            }
        }
        Some(page)
    }

    fn push(&mut self, colour: Option<[u8; 3]>) {
        let rgb = colour.unwrap_or_default();
        self.luma.push(luma(rgb));
        self.rgb.push(rgb);
        self.is_seen.push(colour.is_some());
    }
}

/// The mean colour under one pixel of the page; nothing outside the picture.
fn sample(
    pixels: &RgbImage,
    map: &Homography,
    (x, y): (usize, usize),
    (width, height): (usize, usize),
    steps: usize,
) -> Option<[u8; 3]> {
    let mut sums = [0.0_f64; 3];
    for step in 0..steps * steps {
        let part = |n: usize| (n as f64 + 0.5) / steps as f64;
        let u = (x as f64 + part(step % steps)) / width as f64;
        let v = (y as f64 + part(step / steps)) / height as f64;
        let (at_x, at_y) = map.map(u, v);
        let colour = between(pixels, at_x, at_y)?;
        for (sum, value) in sums.iter_mut().zip(colour) {
            *sum += value;
        }
    }
    let count = (steps * steps) as f64;
    Some(sums.map(|sum| to_byte(sum / count)))
}

/// The colour between four pixels.
fn between(pixels: &RgbImage, x: f64, y: f64) -> Option<[f64; 3]> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let is_inside = -0.5 < x && -0.5 < y && x < width as f64 - 0.5 && y < height as f64 - 0.5;
    if !is_inside {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Inside the picture.
    let (left, top) = (x.max(0.0) as usize, y.max(0.0) as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (part_x, part_y) = (x.max(0.0) - left as f64, y.max(0.0) - top as f64);
    let raw = pixels.as_raw();
    let pixel = |x: usize, y: usize| {
        let at = (y * width + x) * 3;
        raw.get(at..at + 3)
    };
    let above = [pixel(left, top)?, pixel(right, top)?];
    let below = [pixel(left, bottom)?, pixel(right, bottom)?];
    Some([0, 1, 2].map(|channel| {
        let mix = |[one, other]: [&[u8]; 2]| {
            let (one, other) = (f64::from(one[channel]), f64::from(other[channel]));
            one + (other - one) * part_x
        };
        mix(above) + (mix(below) - mix(above)) * part_y
    }))
}

/// Rec. 601 brightness in 8-bit fractions.
fn luma(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = rgb.map(u32::from);
    u8::try_from((77 * red + 150 * green + 29 * blue) >> 8).unwrap_or(u8::MAX)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
fn to_byte(value: f64) -> u8 {
    (value + 0.5).clamp(0.0, 255.0) as u8
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Sizes, not negative.
fn to_index(value: f32) -> usize {
    value as usize
}

/// The value below which a share of the values lie.
fn nth(values: impl Iterator<Item = f32>, share: f32) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    let last = values.len().checked_sub(1)?;
    let at = to_index(last as f32 * share).min(last);
    let (_, value, _) = values.select_nth_unstable_by(at, f32::total_cmp);
    Some(*value)
}

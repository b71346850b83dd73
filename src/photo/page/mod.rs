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
/// Side of the squares of the page that have a colour, in pixels of the page: a quarter
/// of an em.
const CELL: usize = 4;

/// The document seen straight from above.
#[derive(Debug)]
struct Page {
    /// In pixels; whole cells.
    width: usize,
    height: usize,
    /// Brightness, row by row.
    luma: Vec<u8>,
    /// Colours of the cells, row by row; nothing for a cell that is not wholly inside the
    /// picture.
    colours: Vec<Option<[u8; 3]>>,
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
        let size = |side: f32| to_index((side / scale).max(LEAST_SIDE)) / CELL * CELL;
        let (width, height) = (size(across), size(down));
        let picture = Picture::of(pixels);
        let steps = to_index(scale.clamp(1.0, MOST_STEPS));
        let mut luma = Vec::with_capacity(width * height);
        for y in 0..height {
            let places = row(&map, (y as f64 + 0.5) / height as f64, width);
            if steps == 1 {
                luma.extend(places.into_iter().map(|place| picture.between(place)));
            } else {
                luma.extend(places.into_iter().map(|place| picture.around(place, steps)));
            }
        }
        let (columns, rows) = (width / CELL, height / CELL);
        let mut colours = Vec::with_capacity(columns * rows);
        for y in 0..rows {
            // Four places of each cell, a quarter of its side from its middle.
            let lines =
                [0.25, 0.75].map(|part| row(&map, (y as f64 + part) / rows as f64, columns * 2));
            for x in 0..columns {
                let places = lines.iter().flat_map(|line| line.iter().skip(x * 2).take(2));
                colours.push(mean_colour(pixels, places));
            }
        }
        Some(Self { width, height, luma, colours, em: share * page_long, kind })
    }

    /// Whether a square of the page is wholly inside the picture: all its corners are.
    fn is_seen(&self, left: usize, top: usize, side: usize) -> bool {
        let cell = |x: usize, y: usize| {
            let at = y / CELL * (self.width / CELL) + x / CELL;
            self.colours.get(at).is_some_and(Option::is_some)
        };
        let (right, bottom) = (left + side - 1, top + side - 1);
        cell(left, top) && cell(right, top) && cell(left, bottom) && cell(right, bottom)
    }
}

/// A place in the picture, in parts of [`ONE`] pixel.
type Place = (i32, i32);

const ONE: i32 = 1 << 16;
/// Places are followed along a straight line from one to the next of every so many.
const STRIDE: usize = 8;
/// No picture is as large; what lies farther out is outside.
const FAR: f64 = 30_000.0;

/// Places in the picture under the middles of `count` equal parts of one row of the page,
/// which is at `v`, 0 to 1.
fn row(map: &Homography, v: f64, count: usize) -> Vec<Place> {
    let fixed = |n: usize| {
        let (x, y) = map.map((n as f64 + 0.5) / count as f64, v);
        #[allow(clippy::cast_possible_truncation)] // Clamped; what is no number is 0.
        let fixed = |at: f64| (at.clamp(-FAR, FAR) * f64::from(ONE)) as i32;
        (fixed(x), fixed(y))
    };
    let mut places = Vec::with_capacity(count + STRIDE);
    let mut from = fixed(0);
    for start in (0..count).step_by(STRIDE) {
        let to = fixed(start + STRIDE);
        #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // 8
        let stride = STRIDE as i32;
        let step = |from: i32, to: i32| to.saturating_sub(from) / stride;
        let (across, down) = (step(from.0, to.0), step(from.1, to.1));
        places.extend((0..stride).map(|n| (from.0 + across * n, from.1 + down * n)));
        from = to;
    }
    places.truncate(count);
    places
}

/// The brightness of the whole picture.
struct Picture {
    width: usize,
    height: usize,
    luma: Vec<u8>,
}

impl Picture {
    fn of(pixels: &RgbImage) -> Self {
        let luma = pixels.as_raw().chunks_exact(3).map(|rgb| luma([rgb[0], rgb[1], rgb[2]]));
        Self {
            width: pixels.width() as usize,
            height: pixels.height() as usize,
            luma: luma.collect(),
        }
    }

    /// The brightness between four pixels, in sixteenths of their distance; black outside
    /// the picture.
    fn between(&self, (x, y): Place) -> u8 {
        let Some((left, top)) = index((x, y), self.width, self.height) else { return 0 };
        let part = |at: i32| usize::try_from((at >> 12) & 15).unwrap_or(0);
        let (across, down) = (part(x.max(0)), part(y.max(0)));
        let start = top * self.width + left;
        // The last pixel of a row and the last row stand for their neighbours as well.
        let right = usize::from(left + 1 < self.width);
        let below = if top + 1 < self.height { self.width } else { 0 };
        let at = |at: usize| usize::from(self.luma.get(start + at).copied().unwrap_or(0));
        let mix = |row: usize| at(row) * (16 - across) + at(row + right) * across;
        let sum = mix(0) * (16 - down) + mix(below) * down;
        u8::try_from((sum + 128) / 256).unwrap_or(u8::MAX)
    }

    /// The mean brightness of `steps` × `steps` pixels; black outside the picture.
    fn around(&self, (x, y): Place, steps: usize) -> u8 {
        let middle = (x.saturating_add(ONE / 2), y.saturating_add(ONE / 2));
        let Some((x, y)) = index(middle, self.width, self.height) else { return 0 };
        let first = |at: usize, length: usize| {
            at.saturating_sub(steps / 2).min(length.saturating_sub(steps))
        };
        let (left, top) = (first(x, self.width), first(y, self.height));
        let (mut sum, mut count) = (0_u32, 0_u32);
        for row in top..(top + steps).min(self.height) {
            let start = row * self.width + left;
            for &value in self.luma.get(start..start + steps).unwrap_or_default() {
                sum += u32::from(value);
                count += 1;
            }
        }
        u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
    }
}

/// The pixel at the left and above of a place; nothing outside the picture, which reaches
/// half a pixel beyond the middles of its outer pixels.
fn index((x, y): Place, width: usize, height: usize) -> Option<(usize, usize)> {
    let along = |at: i32, length: usize| {
        let nearest = usize::try_from((at + ONE / 2) >> 16).ok()?;
        let before = usize::try_from(at.max(0) >> 16).ok()?;
        (nearest < length).then_some(before)
    };
    Some((along(x, width)?, along(y, height)?))
}

/// The mean colour of some places; nothing where one of them is outside the picture.
fn mean_colour<'a>(pixels: &RgbImage, places: impl Iterator<Item = &'a Place>) -> Option<[u8; 3]> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let mut sums = [0_u32; 3];
    let mut count = 0_u32;
    for &place in places {
        let (x, y) = index(place, width, height)?;
        let at = (y * width + x) * 3;
        for (sum, &value) in sums.iter_mut().zip(pixels.as_raw().get(at..at + 3)?) {
            *sum += u32::from(value);
        }
        count += 1;
    }
    Some(sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)))
}

/// Rec. 601 brightness in 8-bit fractions.
fn luma(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = rgb.map(u32::from);
    u8::try_from((77 * red + 150 * green + 29 * blue) >> 8).unwrap_or(u8::MAX)
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

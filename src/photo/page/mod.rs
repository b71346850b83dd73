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
use super::overview::{Plane, luma};
use super::report::Kind;
pub use measure::PageFacts;
pub(super) use measure::{Measured, Places};
pub(super) use outline::by_hand;

/// The height of the smallest print that must be read, in pixels of the page.
const EM: f32 = 16.0;
/// Pages are no longer than this; print that is smaller in relation comes out smaller.
const LONGEST: f32 = 800.0;
/// A page that is so many times smaller than the picture is cut out of the picture at half its
/// size, which is there already.
const HALF_FROM: f32 = 1.5;
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
    /// Variance of the blur that it has from being cut out, in square pixels.
    own_blur: f32,
    /// Colours of the cells, row by row; nothing for a cell that is not wholly inside the
    /// picture.
    colours: Vec<Option<[u8; 3]>>,
    /// Height of the smallest print, in pixels of the page.
    em: f32,
    /// Which document it is taken for.
    kind: Kind,
}

impl Page {
    /// Cuts it out of the picture; `outline` is in pixels of `pixels`, of which `half` is the
    /// brightness at half the size. Nothing where the outline is none.
    fn of(pixels: &RgbImage, half: &Plane, outline: &Quad, kind: Kind) -> Option<Self> {
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
        let (luma, own_blur) = if HALF_FROM <= scale {
            let map = Homography::from_unit(&outline.scaled(0.5))?;
            let (luma, own_blur) = seen_from_above(half, &map, scale / 2.0, (width, height));
            // A pixel of that plane has the blur of the two that it is made of.
            (luma, own_blur + 0.25 / (scale * scale))
        } else {
            let plane = Plane::within(pixels, frame(outline));
            seen_from_above(&plane, &map, scale, (width, height))
        };
        let (columns, rows) = (width / CELL, height / CELL);
        let mut colours = Vec::with_capacity(columns * rows);
        let in_pixels = (pixels.width() as usize, pixels.height() as usize);
        for y in 0..rows {
            // Four places of each cell, a quarter of its side from its middle.
            let [upper, lower] =
                [0.25, 0.75].map(|part| row(&map, (y as f64 + part) / rows as f64, columns * 2));
            let cells = upper.chunks_exact(2).zip(lower.chunks_exact(2));
            let cells = cells.map(|(up, low)| [up[0], up[1], low[0], low[1]]);
            colours.extend(cells.map(|places| mean_colour(pixels.as_raw(), in_pixels, &places)));
        }
        Some(Self { width, height, luma, own_blur, colours, em: share * page_long, kind })
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
const STRIDE: usize = 16;
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
        #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // 16
        let stride = STRIDE as i32;
        let step = |from: i32, to: i32| to.saturating_sub(from) / stride;
        let (across, down) = (step(from.0, to.0), step(from.1, to.1));
        places.extend((0..stride).map(|n| (from.0 + across * n, from.1 + down * n)));
        from = to;
    }
    places.truncate(count);
    places
}

/// The brightness of the page row by row, from a plane that is `scale` times as large; and the
/// variance of the blur that comes with it, in square pixels of the page.
fn seen_from_above(
    plane: &Plane,
    map: &Homography,
    scale: f32,
    (width, height): (usize, usize),
) -> (Vec<u8>, f32) {
    let steps = to_index(scale.clamp(1.0, MOST_STEPS));
    let mut luma = Vec::with_capacity(width * height);
    for y in 0..height {
        let places = row(map, (y as f64 + 0.5) / height as f64, width);
        let is_inside = |place: Option<&Place>| place.is_some_and(|&place| plane.has_around(place));
        if steps == 1 && is_inside(places.first()) && is_inside(places.last()) {
            luma.extend(places.iter().map(|&place| plane.between_inside(place)));
        } else if steps == 1 {
            luma.extend(places.iter().map(|&place| plane.between(place)));
        } else {
            luma.extend(places.iter().map(|&place| plane.around(place, steps)));
        }
    }
    // That between two pixels is a mean of both, by distance; that of some in a row, of all alike.
    let variance = if steps == 1 { 1.0 / 6.0 } else { ((steps * steps - 1) as f32) / 12.0 };
    (luma, variance / (scale * scale))
}

/// The pixels that an outline takes up, and some around it.
fn frame(outline: &Quad) -> [usize; 4] {
    let ends = |values: [f32; 4]| {
        let low = values.into_iter().fold(f32::MAX, f32::min);
        let high = values.into_iter().fold(0.0, f32::max);
        // What is negative or no number becomes 0.
        (to_index(low - 3.0), to_index(high.min(65_535.0) + 4.0))
    };
    let (left, right) = ends(outline.0.map(|corner| corner.x));
    let (top, bottom) = ends(outline.0.map(|corner| corner.y));
    [left, top, right, bottom]
}

impl Plane {
    /// The brightness between four pixels, in sixteenths of their distance; black outside
    /// the picture.
    #[inline]
    fn between(&self, place: Place) -> u8 {
        let Some((left, top)) = index(place, self.width, self.height) else { return 0 };
        #[allow(clippy::cast_sign_loss)] // Not negative.
        let part = |at: i32| ((at.max(0) >> 12) & 15) as u32;
        let (across, down) = (part(place.0), part(place.1));
        let start = top * self.width + left;
        // The last pixel of a row and the last row stand for their neighbours as well.
        let right = usize::from(left + 1 < self.width);
        let below = if top + 1 < self.height { start + self.width } else { start };
        let at = |at: usize| u32::from(self.luma.get(at).copied().unwrap_or(0));
        let mix = |row: usize| (at(row) << 4) + across * at(row + right) - across * at(row);
        let (upper, lower) = (mix(start), mix(below));
        #[allow(clippy::cast_possible_truncation)] // A mean of bytes.
        let mixed = (((upper << 4) + down * lower - down * upper + 128) >> 8) as u8;
        mixed
    }

    /// Whether a place has two pixels and more on each side.
    fn has_around(&self, (x, y): Place) -> bool {
        let has = |at: i32, length: usize| {
            usize::try_from(at >> 16).is_ok_and(|at| 2 <= at && at + 3 < length)
        };
        has(x, self.width) && has(y, self.height)
    }

    /// The same as [`between`](Self::between) for places that have pixels around them, as all
    /// have between two of a row that have.
    #[inline]
    #[allow(clippy::cast_sign_loss, clippy::cast_possible_truncation)] // Inside; means of bytes.
    fn between_inside(&self, (x, y): Place) -> u8 {
        let start = (y >> 16) as usize * self.width + (x >> 16) as usize;
        let (across, down) = ((x >> 12) as u32 & 15, (y >> 12) as u32 & 15);
        let mix = |start: usize| match self.luma.get(start..start + 2) {
            Some(&[left, right]) => u32::from(left) * (16 - across) + u32::from(right) * across,
            _ => 0,
        };
        ((mix(start) * (16 - down) + mix(start + self.width) * down + 128) >> 8) as u8
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
#[inline]
fn index((x, y): Place, width: usize, height: usize) -> Option<(usize, usize)> {
    // What is negative becomes larger than any picture.
    #[allow(clippy::cast_sign_loss)]
    let nearest = |at: i32| (at.wrapping_add(ONE / 2) >> 16) as u32 as usize;
    #[allow(clippy::cast_sign_loss)] // Not negative.
    let before = |at: i32| (at.max(0) >> 16) as usize;
    (nearest(x) < width && nearest(y) < height).then(|| (before(x), before(y)))
}

/// The mean colour of some places in a picture of `size`; nothing where one of them is outside.
#[inline]
fn mean_colour(
    pixels: &[u8],
    (width, height): (usize, usize),
    places: &[Place; 4],
) -> Option<[u8; 3]> {
    let (mut red, mut green, mut blue) = (0, 0, 0);
    for &place in places {
        let (x, y) = index(place, width, height)?;
        let at = (y * width + x) * 3;
        let rgb = pixels.get(at..at + 3)?;
        red += u32::from(rgb[0]);
        green += u32::from(rgb[1]);
        blue += u32::from(rgb[2]);
    }
    #[allow(clippy::cast_possible_truncation)] // Means of bytes.
    Some([(red / 4) as u8, (green / 4) as u8, (blue / 4) as u8])
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

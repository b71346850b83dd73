//! Measurements on pixels. No thresholds: those are in the profile.
//!
//! Everything is integer arithmetic, so that every platform measures the same.

use image::RgbImage;
use serde::{Deserialize, Serialize};

use super::overview::Plane;
use super::page::PageFacts;
use super::resample::{self, Filter};

/// What was measured on a photo: on the document, or where none was found on the whole
/// picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    /// How sharp the sharpest tenth of the edges is, in thousandths: a step from
    /// dark to light within one pixel is 1,000, in a picture of 1,280 pixels at the
    /// longer side. Nothing where the picture has too few edges to tell.
    pub sharpness: Option<u16>,
    /// Brightness that the lightest twentieth of the picture reaches, 0 to 255.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub light: Option<u16>,
    /// Share of pixels that are burnt out, in thousandths.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clipped: Option<u16>,
    /// Difference between dark and light within the strongest tenth of the
    /// picture's tiles, 0 to 255.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contrast: Option<u16>,
    /// What was measured on the document, where one was found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub page: Option<PageFacts>,
}

/// Measurements are made at this long side, so that they mean the same for every
/// camera. Smaller pictures are measured as they are.
const LONG_SIDE: u32 = 1_280;
/// The picture at half its size, which is there already, is measured where it has as much.
const LEAST_LONG_SIDE: usize = 960;
/// Side of the squares into which the picture is cut.
const TILE: usize = 32;
/// A tile with less difference than this has no edge worth measuring.
const EDGE: u8 = 48;
/// With fewer tiles that have an edge, nothing is said about sharpness.
const LEAST_EDGE_TILES: usize = 12;
/// From this brightness on, a pixel is burnt out.
const BURNT_OUT: u8 = 252;

impl Facts {
    /// Measures upright sRGB pixels, of which `half` is the brightness at half their size.
    pub(super) fn measure(pixels: &RgbImage, half: &Plane) -> Self {
        let luma = Luma::of(pixels, half);
        let tiles = luma.tiles();
        let histogram = luma.histogram();
        let ranges = tiles.iter().map(|tile| u16::from(tile.range));
        Self {
            sharpness: sharpness(&tiles),
            light: Some(level(&histogram, 950)),
            clipped: Some(share_from(&histogram, BURNT_OUT)),
            contrast: Some(nth(ranges, 900).unwrap_or(0)),
            page: None,
        }
    }
}

/// Blur by motion leaves edges along the motion sharp, so both directions are
/// measured and the worse one counts.
fn sharpness(tiles: &[Tile]) -> Option<u16> {
    let with_edges = || tiles.iter().filter(|tile| EDGE <= tile.range);
    if with_edges().count() < LEAST_EDGE_TILES {
        return None;
    }
    let across = |steepest: fn(&Tile) -> u8| {
        nth(with_edges().map(|tile| permille(steepest(tile), tile.range)), 900)
    };
    Some(across(|tile| tile.steepest_x)?.min(across(|tile| tile.steepest_y)?))
}

/// A part of a whole in thousandths. A step to the pixel beside the tile can be
/// larger than the tile's own range; it counts as a step of the whole.
fn permille(part: u8, whole: u8) -> u16 {
    let share = u32::from(part) * 1_000 / u32::from(whole).max(1);
    u16::try_from(share.min(1_000)).unwrap_or(1_000)
}

/// The value below which `permille` of the values lie, none of which is over 1,000.
fn nth(values: impl Iterator<Item = u16>, permille: usize) -> Option<u16> {
    let mut counts = [0_usize; 1_001];
    let mut total = 0;
    for value in values {
        counts[usize::from(value).min(1_000)] += 1;
        total += 1;
    }
    let at = (total * permille / 1_000).min(total.checked_sub(1)?);
    let mut below = 0;
    (0..).zip(counts).find_map(|(value, count)| {
        below += count;
        (at < below).then_some(value)
    })
}

/// The brightness below which `permille` of the pixels lie.
fn level(histogram: &[u32; 256], permille: u64) -> u16 {
    let total: u64 = histogram.iter().map(|&count| u64::from(count)).sum();
    let mut below = 0;
    for (value, &count) in (0..).zip(histogram) {
        below += u64::from(count);
        if total * permille <= below * 1_000 {
            return value;
        }
    }
    255
}

fn share_from(histogram: &[u32; 256], least: u8) -> u16 {
    let sum = |counts: &[u32]| counts.iter().map(|&count| u64::from(count)).sum::<u64>();
    let share = sum(&histogram[usize::from(least)..]) * 1_000 / sum(histogram).max(1);
    u16::try_from(share).unwrap_or(1_000)
}

/// Brightness of a picture at the size at which it is measured.
struct Luma {
    width: usize,
    data: Vec<u8>,
}

/// A square of the picture: its range, and its steepest steps to a neighbour.
struct Tile {
    range: u8,
    steepest_x: u8,
    steepest_y: u8,
}

impl Luma {
    fn of(pixels: &RgbImage, half: &Plane) -> Self {
        let whole;
        let plane = if LEAST_LONG_SIDE <= half.width.max(half.height) {
            half
        } else {
            whole = Plane::within(pixels, [0, 0, usize::MAX, usize::MAX]);
            &whole
        };
        let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
        let (width, height) = (side(plane.width), side(plane.height));
        let long = width.max(height);
        if long <= LONG_SIDE {
            return Self { width: plane.width, data: plane.luma.clone() };
        }
        let scaled = |side: u32| (side * LONG_SIDE / long).max(1);
        let (to_width, to_height) = (scaled(width), scaled(height));
        let reduced = (to_width, to_height);
        let data = resample::reduce(&plane.luma, 1, (width, height), reduced, Filter::Triangle);
        Self { width: to_width as usize, data }
    }

    fn histogram(&self) -> [u32; 256] {
        let mut histogram = [0; 256];
        for &value in &self.data {
            histogram[usize::from(value)] += 1;
        }
        histogram
    }

    fn tiles(&self) -> Vec<Tile> {
        let rows: Vec<&[u8]> = self.data.chunks_exact(self.width.max(1)).collect();
        // A tile needs one pixel more on each side for its last differences.
        let inner = |length: usize| (0..length.saturating_sub(1) / TILE).map(|n| n * TILE);
        inner(rows.len())
            .flat_map(|y| inner(self.width).map(move |x| (x, y)))
            .map(|(x, y)| Tile::measure(&rows[y..=y + TILE], x))
            .collect()
    }
}

impl Tile {
    fn measure(rows: &[&[u8]], x: usize) -> Self {
        let (mut low, mut high, mut steepest_x, mut steepest_y) = (u8::MAX, 0, 0, 0);
        for pair in rows.windows(2) {
            let (row, below) = (&pair[0][x..=x + TILE], &pair[1][x..x + TILE]);
            for (here, beside) in row.windows(2).map(|two| (two[0], two[1])) {
                low = low.min(here);
                high = high.max(here);
                steepest_x = steepest_x.max(here.abs_diff(beside));
            }
            for (here, under) in row.iter().zip(below) {
                steepest_y = steepest_y.max(here.abs_diff(*under));
            }
        }
        Self { range: high.saturating_sub(low), steepest_x, steepest_y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    fn measure(pixels: &RgbImage) -> Facts {
        Facts::measure(pixels, &crate::photo::overview::Overview::of(pixels).half)
    }

    /// Black and white stripes, both ways, with soft borders of `soft` pixels.
    fn checks(soft: u32) -> RgbImage {
        RgbImage::from_fn(400, 400, |x, y| {
            let wave = |at: u32| {
                let phase = at % 40;
                let up = phase.min(40 - phase) * 20;
                i32::try_from(up).unwrap() - 200
            };
            let soft = i32::try_from(soft.max(1)).unwrap();
            let shade = |wave: i32| (wave * 12 / soft).clamp(-127, 127);
            let value = 128 + shade(wave(x)).max(shade(wave(y)));
            Rgb([u8::try_from(value.clamp(0, 255)).unwrap(); 3])
        })
    }

    #[test]
    fn softer_edges_are_less_sharp() {
        let scores: Vec<_> =
            [1, 4, 16].map(|soft| measure(&checks(soft)).sharpness.unwrap()).into();
        assert!(scores[1] < scores[0] && scores[2] < scores[1], "{scores:?}");
    }

    #[test]
    fn a_blank_page_has_no_sharpness() {
        let facts = measure(&RgbImage::from_pixel(400, 300, Rgb([255; 3])));
        let (light, clipped, contrast) = (Some(255), Some(1_000), Some(0));
        assert_eq!(facts, Facts { light, clipped, contrast, ..Facts::default() });
    }

    #[test]
    fn the_smallest_pictures_are_measured() {
        for (width, height) in [(1, 1), (1, 40), (40, 1), (33, 33)] {
            let facts = measure(&RgbImage::from_pixel(width, height, Rgb([7; 3])));
            assert_eq!(facts.light, Some(7));
        }
    }
}

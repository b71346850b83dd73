//! Which part of the picture is kept, and how it is brought upright.

use image::{RgbImage, imageops};

use super::straighten;
use crate::names::names;
use crate::photo::document::Document;
use crate::photo::geometry::{Homography, Point, Quad};
use crate::photo::profile::Profile;
use crate::photo::report::{Kind, Photo, Report};
use crate::photo::verdict::Verdict;

names! {
    /// What is kept of a picture that is coded anew.
    #[derive(Default)]
    pub enum Crop {
        /// The document with a small margin, upright and straight, where one was found for
        /// sure or its corners were given; else everything.
        #[default]
        "document" => Document,
        /// Everything, as it was framed.
        "none" => None,
    }
}

/// The document as it will be cut out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Framing {
    /// Corners of what is kept, in pixels of the picture as shown at full size and in
    /// the order in which the document is read.
    quad: Quad,
    /// Width over height of what is kept.
    ratio: f32,
    quarter_turns: u8,
    /// Whether it is bent straight; else it is cut along rows and columns, which leaves
    /// every pixel as it was.
    is_straightened: bool,
    /// Whether the picture should not stay as it is even if it is small enough.
    pub(super) is_needed: bool,
}

/// The side of a JPEG's blocks, in pixels, where colours are halved.
const BLOCK: u32 = 16;

/// What was cut out of the picture.
pub(super) struct Framed {
    pub(super) pixels: RgbImage,
    /// Where its corners are in the picture as shown at full size.
    pub(super) frame: Quad,
    pub(super) is_turned: bool,
    pub(super) is_straightened: bool,
}

impl Framing {
    /// Nothing where the picture is kept as it is framed: no document for sure, one that is
    /// cut off, since its bounds would hide what is missing (unless its corners were given), or one that fills the picture
    /// already. Of a photo that must be taken again nothing is sure, unless corners were given.
    pub(super) fn of(photo: &Photo, report: &Report, profile: &Profile) -> Option<Self> {
        let policy = &profile.fit.crop;
        let bounds = &profile.thresholds.document;
        let document = report.document.as_ref()?;
        let page = report.facts.as_ref()?.page.as_ref()?;
        let is_given = photo.corners.is_some();
        let is_sure = is_given
            || report.verdict != Verdict::Retake && policy.least_confidence <= document.confidence;
        let is_whole = is_given || page.outside <= bounds.outside.mid;
        if !is_sure || !document.corners.is_convex() || !is_whole {
            return None;
        }
        let (width, height) = (report.width as f32, report.height as f32);
        let is_askew = bounds.skew.low < page.skew || bounds.divergence.low < page.divergence;
        let is_small = bounds.fill.of(page.fill).is_some();
        let is_needed = is_askew || is_small || document.quarter_turns != 0 || is_given;
        if !is_needed && policy.most_fill < page.fill {
            return None;
        }
        let margin = f32::from(policy.margin) / 1_000.0;
        let quarter_turns = document.quarter_turns;
        let (quad, ratio) = if is_askew {
            let quad = widened(&document.corners, margin, width, height)?;
            (quad, shape(photo.kind, document, &quad))
        } else {
            let quad = around(document, margin, width, height);
            (quad, mean_ratio(&quad))
        };
        Some(Self { quad, ratio, quarter_turns, is_straightened: is_askew, is_needed })
    }

    /// The long side of what is kept, in pixels of the picture at full size.
    pub(super) fn long_side(&self) -> f32 {
        let (width, height) = sides(&self.quad);
        width.max(height)
    }

    /// Cuts it out of pixels that are `scale` times smaller than the picture at full size.
    pub(super) fn apply(&self, pixels: &RgbImage, scale: f32) -> Option<Framed> {
        let quad = self.quad.scaled(1.0 / scale);
        let (pixels, frame) = if self.is_straightened {
            let (width, height) = sides(&quad);
            // No side loses pixels.
            let width = width.max(height * self.ratio);
            let size = (rounded(width)?, rounded(width / self.ratio)?);
            (straighten::straightened(pixels, &quad, size)?, self.quad)
        } else {
            self.cut(pixels, &quad, scale)?
        };
        let is_turned = self.quarter_turns != 0;
        Some(Framed { pixels, frame, is_turned, is_straightened: self.is_straightened })
    }

    fn cut(&self, pixels: &RgbImage, quad: &Quad, scale: f32) -> Option<(RgbImage, Quad)> {
        let [low_x, low_y, high_x, high_y] = bounds(quad);
        // Along the blocks of the JPEG that it was: coding them anew loses less than coding
        // blocks that lie across them.
        let outward = |low: f32, high: f32, length: u32| {
            let low = rounded(low + 0.5)?.min(length.checked_sub(1)?) / BLOCK * BLOCK;
            Some((low, (rounded(high + 0.5)?.div_ceil(BLOCK) * BLOCK).min(length)))
        };
        let (left, right) = outward(low_x.max(-0.5), high_x, pixels.width())?;
        let (top, bottom) = outward(low_y.max(-0.5), high_y, pixels.height())?;
        let (width, height) = (right.checked_sub(left)?, bottom.checked_sub(top)?);
        if width == 0 || height == 0 {
            return None;
        }
        let part = upright(part(pixels, left, top, width, height)?, self.quarter_turns);
        let [left, top, right, bottom] = [left, top, right, bottom].map(|at| at as f32 - 0.5);
        let corners = [
            Point::new(left, top),
            Point::new(right, top),
            Point::new(right, bottom),
            Point::new(left, bottom),
        ];
        Some((part, Quad(corners).reread(self.quarter_turns).scaled(scale)))
    }
}

/// Row by row, which the library's crop does pixel by pixel.
fn part(pixels: &RgbImage, left: u32, top: u32, width: u32, height: u32) -> Option<RgbImage> {
    let row = pixels.width() as usize * 3;
    let columns = left as usize * 3..(left + width) as usize * 3;
    let rows = pixels.as_raw().chunks_exact(row).skip(top as usize).take(height as usize);
    let mut data = Vec::with_capacity(width as usize * height as usize * 3);
    for row in rows {
        data.extend_from_slice(row.get(columns.clone())?);
    }
    RgbImage::from_raw(width, height, data)
}

/// Content that is turned clockwise by so many quarters, turned back.
pub(super) fn upright(pixels: RgbImage, quarter_turns: u8) -> RgbImage {
    match quarter_turns {
        1 => imageops::rotate270(&pixels),
        2 => imageops::rotate180(&pixels),
        3 => imageops::rotate90(&pixels),
        _ => pixels,
    }
}

/// The outline with a margin as a part of its sides, as wide as the frame allows.
fn widened(outline: &Quad, margin: f32, width: f32, height: f32) -> Option<Quad> {
    let map = Homography::from_unit(outline)?;
    let wider = |margin: f32| {
        let (low, high) = (-f64::from(margin), 1.0 + f64::from(margin));
        let corners = [(low, low), (high, low), (high, high), (low, high)];
        Quad(corners.map(|(x, y)| map.map_point(x, y)))
    };
    // A little at a time: where the outline itself touches the frame there is no margin.
    let shares = [1.0, 0.75, 0.5, 0.25].map(|share| wider(margin * share));
    let is_inside = |quad: &Quad| 0.999_9 < quad.visible_share(width, height);
    Some(shares.into_iter().find(is_inside).unwrap_or(*outline))
}

/// The upright box around an outline that lies nearly straight, with its margin, inside
/// the frame. Corners in the order in which the document is read.
fn around(document: &Document, margin: f32, width: f32, height: f32) -> Quad {
    let [low_x, low_y, high_x, high_y] = bounds(&document.corners);
    let (dx, dy) = ((high_x - low_x) * margin, (high_y - low_y) * margin);
    let (left, top) = ((low_x - dx).max(-0.5), (low_y - dy).max(-0.5));
    let (right, bottom) = ((high_x + dx).min(width - 0.5), (high_y + dy).min(height - 0.5));
    let corners = [
        Point::new(left, top),
        Point::new(right, top),
        Point::new(right, bottom),
        Point::new(left, bottom),
    ];
    Quad(corners).reread(document.quarter_turns)
}

/// Left, top, right, bottom.
fn bounds(quad: &Quad) -> [f32; 4] {
    let mut found = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    for corner in quad.0 {
        found = [
            found[0].min(corner.x),
            found[1].min(corner.y),
            found[2].max(corner.x),
            found[3].max(corner.y),
        ];
    }
    found
}

/// The longer of opposite sides: across, and down.
fn sides(quad: &Quad) -> (f32, f32) {
    let [top, right, bottom, left] = quad.sides().map(|(from, to)| from.distance(to));
    (top.max(bottom), right.max(left))
}

fn mean_ratio(quad: &Quad) -> f32 {
    let [top, right, bottom, left] = quad.sides().map(|(from, to)| from.distance(to));
    (top + bottom) / (right + left).max(1.0)
}

/// ID-1 of ISO/IEC 7810, and A4 and A3.
const CARD: f32 = 85.6 / 53.98;
const PAGE: f32 = 297.0 / 210.0;
/// A tilted camera shortens one way by so much at most, as a factor.
const SHORTENED: f32 = 1.2;

/// Width over height that the document has in truth: a tilt makes one side shorter, and by
/// its kind it is known which shape it had.
fn shape(kind: Kind, document: &Document, quad: &Quad) -> f32 {
    let kind = if kind == Kind::Other { document.kind.unwrap_or(kind) } else { kind };
    let seen = mean_ratio(quad);
    let lying = match kind {
        Kind::IdFront | Kind::IdBack => CARD,
        Kind::Licence | Kind::Letter | Kind::StampedCopy => PAGE,
        Kind::Other => return seen,
    };
    let true_ratio = if 1.0 < seen { lying } else { 1.0 / lying };
    let off = (seen / true_ratio).max(true_ratio / seen);
    if off < SHORTENED { true_ratio } else { seen }
}

fn rounded(side: f32) -> Option<u32> {
    // Sides of pictures; what is no number is no side.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (0.0..65_536.0).contains(&side).then(|| libm::roundf(side) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quad(corners: [[f32; 2]; 4]) -> Quad {
        Quad(corners.map(Point::from))
    }

    #[test]
    fn what_is_cut_is_pixel_by_pixel_what_it_was() {
        let pixels = RgbImage::from_fn(96, 64, |x, y| {
            image::Rgb([u8::try_from(x).unwrap(), u8::try_from(y).unwrap(), 0])
        });
        for (turns, first) in [(0, [16, 0]), (1, [47, 0]), (2, [47, 31]), (3, [16, 31])] {
            let shown = quad([[19.5, 4.5], [39.5, 4.5], [39.5, 24.5], [19.5, 24.5]]);
            let blocks = quad([[15.5, -0.5], [47.5, -0.5], [47.5, 31.5], [15.5, 31.5]]);
            let framing = Framing {
                quad: shown.reread(turns),
                ratio: 1.0,
                quarter_turns: turns,
                is_straightened: false,
                is_needed: true,
            };
            let framed = framing.apply(&pixels, 1.0).unwrap();
            assert_eq!(framed.pixels.dimensions(), (32, 32));
            assert_eq!(framed.pixels.get_pixel(0, 0).0[..2], first, "{turns}");
            assert_eq!(framed.frame, blocks.reread(turns));
        }
    }

    #[test]
    fn a_margin_stays_inside_the_frame() {
        let outline = quad([[1.0, 1.0], [98.0, 2.0], [97.0, 58.0], [2.0, 57.0]]);
        let wider = widened(&outline, 0.03, 100.0, 60.0).unwrap();
        assert!(outline.area() < wider.area() && 0.999 < wider.visible_share(100.0, 60.0));
        let touching = quad([[-0.5, -0.5], [98.0, 2.0], [97.0, 58.0], [2.0, 57.0]]);
        assert_eq!(widened(&touching, 0.03, 100.0, 60.0), Some(touching));
    }

    #[test]
    fn a_card_that_a_tilt_made_shorter_is_a_card_again() {
        let document = Document {
            corners: quad([[0.0, 0.0], [85.6, 0.0], [85.6, 48.0], [0.0, 48.0]]),
            kind: Some(Kind::IdFront),
            confidence: 900,
            quarter_turns: 0,
            skew_degrees: 0.0,
        };
        let seen = document.corners;
        assert!((shape(Kind::Other, &document, &seen) - CARD).abs() < 1e-6);
        assert!(
            (shape(Kind::Other, &Document { kind: None, ..document }, &seen) - 1.783).abs() < 0.01
        );
    }
}

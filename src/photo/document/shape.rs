//! The shapes that documents have, and what a flat rectangle looks like to a camera.

use super::super::geometry::{Homography, Point, Quad};
use super::super::report::Kind;

/// Focal lengths that are tried, as parts of the picture's long side: a phone's main
/// camera, and a cropped or zoomed picture.
const FOCAL_LENGTHS: [f32; 2] = [0.8, 1.7];
/// How far sides and corners usually are off: as a natural logarithm of the ratio of the
/// sides, and as the cosine of a corner. A page that curls and a lens that bends do that.
const USUAL_STRETCH: f32 = 0.06;
const USUAL_CORNER: f32 = 0.10;
/// A document that is cut off may be too short that way: it counts so much.
const CUT_COUNTS: f32 = 0.15;
/// A card of ISO/IEC 7810 ID-1, 85.6 × 54 mm, as it is made in China.
const CARD: f32 = 85.6 / 54.0;
/// A page of ISO 216, whatever its size.
const PAGE: f32 = core::f32::consts::SQRT_2;

/// All that are known, as long side by short side.
const SHAPES: [f32; 2] = [CARD, PAGE];
/// What the shape counts of a document that is not of the kind that was asked for:
/// people do take the wrong paper, but not as often as lines look like one.
const UNEXPECTED: f32 = 0.8;

/// Shapes that are expected of a kind of document. Others are known all the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shapes(&'static [f32]);

impl Shapes {
    /// The shapes of a kind of document.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::IdFront | Kind::IdBack => Self(&[CARD]),
            Kind::Licence | Kind::Letter | Kind::StampedCopy => Self(&[PAGE]),
            Kind::Other => Self(&SHAPES),
        }
    }

    /// Width by height of what is expected, both ways up.
    pub(super) fn ratios(self) -> impl Iterator<Item = f32> {
        self.0.iter().flat_map(|&shape| [shape, 1.0 / shape])
    }

    /// Whether a whole outline is rather that of a card than of a page.
    pub(super) fn is_card(self, quad: &Quad, width: f32, height: f32) -> bool {
        let fit = |shape: f32| self.counts(shape) * fit(shape, quad, [false; 4], width, height);
        fit(PAGE) < fit(CARD)
    }

    /// What a shape counts, as it is expected or not.
    fn counts(self, shape: f32) -> f32 {
        let is_expected = self.0.iter().any(|&expected| (expected - shape).abs() < 1e-3);
        if is_expected { 1.0 } else { UNEXPECTED }
    }

    /// The other side of a document with one side of length `side`: the shortest that
    /// is not shorter than `seen`.
    pub(super) fn least_other_side(self, side: f32, seen: f32) -> Option<f32> {
        let least = self.ratios().map(|ratio| side * ratio).filter(|&other| seen <= other);
        least.min_by(f32::total_cmp)
    }

    /// How well an outline fits the shape that it fits best, 0 to 1.
    pub(super) fn fit(self, quad: &Quad, hidden: [bool; 4], width: f32, height: f32) -> f32 {
        SHAPES
            .iter()
            .map(|&shape| self.counts(shape) * fit(shape, quad, hidden, width, height))
            .fold(0.0, f32::max)
    }
}

/// How well an outline fits a shape, as a flat rectangle seen by a camera, 0 to 1.
fn fit(shape: f32, quad: &Quad, hidden: [bool; 4], width: f32, height: f32) -> f32 {
    let long = width.max(height);
    let mut least = f32::MAX;
    for focal in FOCAL_LENGTHS {
        let Some((ratio, cosine)) = view(quad, width, height, focal * long) else { continue };
        let corner = cosine / USUAL_CORNER;
        for expected in [shape, 1.0 / shape] {
            let mut off = libm::logf(ratio / expected) / USUAL_STRETCH;
            // What is cut off may be short on that way.
            let (cut_tall, cut_wide) = (hidden[0] || hidden[2], hidden[1] || hidden[3]);
            if cut_tall && 0.0 < off || cut_wide && off < 0.0 {
                off *= CUT_COUNTS;
            }
            least = least.min(off * off + corner * corner);
        }
    }
    1.0 / (1.0 + 0.5 * least)
}

/// Width by height of the rectangle that is seen as `quad`, and the cosine of its
/// corner, which is 0 where the focal length (in pixels) is right.
pub(super) fn view(quad: &Quad, width: f32, height: f32, focal: f32) -> Option<(f32, f32)> {
    let centred = Quad(quad.0.map(|corner| {
        Point::new((corner.x - width / 2.0) / focal, (corner.y - height / 2.0) / focal)
    }));
    let map = Homography::from_unit(&centred)?;
    let rows = map.rows();
    let column = |n: usize| [rows[0][n], rows[1][n], rows[2][n]];
    let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    let (across, down) = (column(0), column(1));
    let (wide, tall) = (dot(across, across).sqrt(), dot(down, down).sqrt());
    if wide < 1e-9 || tall < 1e-9 {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // Ratios.
    Some(((wide / tall) as f32, (dot(across, down) / (wide * tall)) as f32))
}

//! Four lines that may be the sides of a document, and how much speaks for them.

use super::super::geometry::{Homography, Point, Quad};
use super::super::report::Kind;
use super::lines::{Line, angle_between};
use super::small::{Small, colour_distance, median};

/// Opposite sides differ by less than this in direction, in degrees: perspective.
const MOST_CONVERGENCE: f32 = 32.0;
/// Neighbouring sides differ by more than this.
const LEAST_CORNER: f32 = 52.0;
/// Opposite sides are at least this far apart, as a part of the picture's short side.
const LEAST_SIDE: f32 = 0.12;
/// Corners may lie this far outside the picture, as a part of its long side.
const OVERHANG: f32 = 0.12;
/// The rounding of a card takes this part of its short side from each end of a side.
const ROUNDING: f32 = 0.07;
/// How far beyond the corners a side may not go on, as a part of its length.
const BEYOND: f32 = 0.15;
/// Focal lengths that are tried, as parts of the picture's long side: a phone's main
/// camera, and a cropped or zoomed picture.
const FOCAL_LENGTHS: [f32; 2] = [0.8, 1.7];
/// Outlines that are looked at closely.
const MOST_CANDIDATES: usize = 48;

/// Four sides, and what was measured on them.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Corners in the reduced picture, clockwise as shown, from that at the top left on.
    pub(super) quad: Quad,
    /// The lines of its sides: top, right, bottom, left.
    pub(super) sides: [usize; 4],
    /// Which sides (top, right, bottom, left) are borders of the picture.
    pub(super) hidden: [bool; 4],
    /// Support of each side, 0 to 1.
    pub(super) cover: [f32; 4],
    /// Support beyond the corners, 0 to 1.
    pub(super) beyond: f32,
    /// How even the strip just inside the outline is, 0 to 1.
    pub(super) even: f32,
    /// How different the strip just outside is, 0 to 1.
    pub(super) step: f32,
    pub(super) score: f32,
}

/// A card of ISO/IEC 7810 ID-1, 85.6 × 54 mm, as it is made in China.
const CARD: f32 = 85.6 / 54.0;
/// A page of ISO 216, whatever its size.
const PAGE: f32 = core::f32::consts::SQRT_2;

/// Shapes that are expected, as long side by short side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shapes(&'static [f32]);

impl Shapes {
    /// The shapes of a kind of document.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::IdFront | Kind::IdBack => Self(&[CARD]),
            Kind::Licence | Kind::Letter | Kind::StampedCopy => Self(&[PAGE]),
            Kind::Other => Self(&[CARD, PAGE]),
        }
    }
}

/// The outlines for which most speaks, the best first.
pub(super) fn candidates(small: &Small, lines: &[Line], shapes: Shapes) -> Vec<Candidate> {
    let (width, height) = (small.width as f32, small.height as f32);
    let mut all: Vec<Line> = lines.to_vec();
    all.extend([
        Line::frame(0.0, -0.5),
        Line::frame(0.0, width - 0.5),
        Line::frame(90.0, -0.5),
        Line::frame(90.0, height - 0.5),
    ]);
    let pairs = opposite_pairs(&all, small);
    let meetings: Vec<Option<Point>> =
        all.iter().flat_map(|one| all.iter().map(move |other| one.meet(other))).collect();
    let meet = |a: usize, b: usize| meetings.get(a * all.len() + b).copied().flatten();
    let (over_x, over_y) = (OVERHANG * width.max(height), OVERHANG * width.max(height));
    let is_near = |point: Point| {
        -over_x < point.x
            && point.x < width + over_x
            && -over_y < point.y
            && point.y < height + over_y
    };

    let mut best: Vec<Candidate> = Vec::new();
    for (index, &(a, b)) in pairs.iter().enumerate() {
        for &(c, d) in pairs.get(index + 1..).unwrap_or(&[]) {
            if a == c || a == d || b == c || b == d {
                continue;
            }
            if angle_between(all[a].degrees, all[c].degrees) < LEAST_CORNER {
                continue;
            }
            let (Some(p), Some(q), Some(r), Some(s)) =
                (meet(a, c), meet(c, b), meet(b, d), meet(d, a))
            else {
                continue;
            };
            if ![p, q, r, s].into_iter().all(is_near) {
                continue;
            }
            // Sides in order: a from s to p, c from p to q, b from q to r, d from r to s.
            let sides = [a, c, b, d];
            let Some(candidate) = Candidate::of(small, &all, sides, [s, p, q, r], shapes) else {
                continue;
            };
            insert(&mut best, candidate);
        }
    }
    for candidate in &mut best {
        candidate.look_closely(small);
    }
    best.sort_by(|one, other| other.score.total_cmp(&one.score));
    if let Some(first) = best.first_mut()
        && let Some(grown) = super::grow::grow(first, small, &all, shapes)
    {
        *first = grown;
    }
    best
}

/// Keeps the best few in order; of two nearly equal outlines the better.
fn insert(best: &mut Vec<Candidate>, candidate: Candidate) {
    if MOST_CANDIDATES <= best.len()
        && best.last().is_some_and(|last| candidate.score <= last.score)
    {
        return;
    }
    let at = best.partition_point(|other| candidate.score <= other.score);
    let near = 0.008 * candidate.quad.diagonal();
    let is_same = |other: &Candidate| {
        other.quad.0.iter().zip(candidate.quad.0).all(|(one, two)| one.distance(two) < near)
    };
    if best.iter().take(at).any(is_same) {
        return;
    }
    best.insert(at, candidate);
    best.truncate(MOST_CANDIDATES);
}

fn opposite_pairs(lines: &[Line], small: &Small) -> Vec<(usize, usize)> {
    let (width, height) = (small.width as f32, small.height as f32);
    let least = LEAST_SIDE * width.min(height);
    let middle = Point::new(width / 2.0, height / 2.0);
    let mut pairs = Vec::new();
    for (a, one) in lines.iter().enumerate() {
        for (b, other) in lines.iter().enumerate().skip(a + 1) {
            if MOST_CONVERGENCE < angle_between(one.degrees, other.degrees) {
                continue;
            }
            if one.is_frame && other.is_frame {
                continue;
            }
            // Measured where they are nearest to the middle of the picture.
            let gap = |line: &Line, from: &Line| {
                let point = line.point(line.along(middle));
                from.beyond(point.x, point.y).abs()
            };
            if gap(one, other).max(gap(other, one)) < least {
                continue;
            }
            pairs.push((a, b));
        }
    }
    pairs
}

impl Candidate {
    pub(super) fn of(
        small: &Small,
        lines: &[Line],
        mut sides: [usize; 4],
        mut corners: [Point; 4],
        shapes: Shapes,
    ) -> Option<Self> {
        if super::super::geometry::area(&corners) < 0.0 {
            // The other way round: the first side keeps its place.
            corners = [corners[1], corners[0], corners[3], corners[2]];
            sides = [sides[0], sides[3], sides[2], sides[1]];
        }
        let quad = Quad(corners);
        if !quad.is_convex() {
            return None;
        }
        let (width, height) = (small.width as f32, small.height as f32);
        let lengths = quad.sides().map(|(from, to)| from.distance(to));
        let shortest = lengths.iter().copied().fold(f32::MAX, f32::min);
        if shortest < LEAST_SIDE * width.min(height) {
            return None;
        }
        let mut hidden = [false; 4];
        let mut cover = [0.0; 4];
        let (mut beyond, mut ends) = (0.0, 0.0);
        let (mut total, mut weights, mut least) = (0.0, 0.0, 1.0_f32);
        for (n, (&side, (from, to))) in sides.iter().zip(quad.sides()).enumerate() {
            let line = lines.get(side)?;
            hidden[n] = line.is_frame;
            if line.is_frame {
                continue;
            }
            let (one, other) = (line.along(from), line.along(to));
            let (start, end) = (one.min(other), one.max(other));
            let (begin, finish) = line.extent();
            let inset = ROUNDING * shortest;
            let (from, to) = ((start + inset).max(begin), (end - inset).min(finish));
            if to - from < 0.5 * (end - start) {
                return None;
            }
            cover[n] = line.support(from, to) / (to - from);
            least = least.min(cover[n]);
            total += cover[n] * (to - from);
            weights += to - from;
            let reach = BEYOND * (end - start);
            for (from, to) in [(start - reach, start - 2.0), (end + 2.0, end + reach)] {
                let (from, to) = (from.max(begin), to.min(finish));
                if 3.0 < to - from {
                    beyond += line.support(from, to) / (to - from);
                    ends += 1.0;
                }
            }
        }
        let hidden_sides = hidden.iter().filter(|&&is_hidden| is_hidden).count();
        if 2 < hidden_sides || weights <= 0.0 {
            return None;
        }
        let beyond = if 0.0 < ends { beyond / ends } else { 0.3 };
        let support = 0.5 * total / weights + 0.5 * least;
        let area = quad.area() / (width * height);
        let size = area.clamp(0.0, 1.0).sqrt();
        let hidden_cost = [1.0, 0.8, 0.6][hidden_sides.min(2)];
        let rough = support * (1.0 - 0.75 * beyond) * (0.6 + 0.4 * size) * hidden_cost;
        if rough < 0.15 {
            return None;
        }
        let shape = shapes.fit(&quad, hidden, width, height);
        let score = rough * (0.4 + 0.6 * shape);
        Some(Self { quad, sides, hidden, cover, beyond, even: 0.0, step: 0.0, score })
    }

    /// Compares the strips on both sides of the outline.
    pub(super) fn look_closely(&mut self, small: &Small) {
        const PLACES: usize = 24;
        let shortest = self
            .quad
            .sides()
            .map(|(from, to)| from.distance(to))
            .into_iter()
            .fold(f32::MAX, f32::min);
        let inner_at = (0.02 * shortest).max(2.5);
        let outer_at = (0.02 * shortest).max(3.0);
        let mut inner: Vec<[f32; 3]> = Vec::with_capacity(PLACES * 4);
        let mut steps: [Vec<f32>; 4] = Default::default();
        for (n, (from, to)) in self.quad.sides().into_iter().enumerate() {
            if self.hidden[n] {
                continue;
            }
            let length = from.distance(to).max(1.0);
            // Inwards, as the corners run clockwise.
            let (nx, ny) = ((from.y - to.y) / length, (to.x - from.x) / length);
            for place in 0..PLACES {
                let share = 0.08 + 0.84 * (place as f32 + 0.5) / PLACES as f32;
                let on = from.toward(to, share);
                let inside = small.at(on.x + nx * inner_at, on.y + ny * inner_at);
                let outside = small.at(on.x - nx * outer_at, on.y - ny * outer_at);
                let Some(inside) = inside else { continue };
                inner.push(inside);
                let Some(outside) = outside else { continue };
                steps[n].push(colour_distance(inside, outside));
            }
        }
        if inner.len() < PLACES {
            self.score = 0.0;
            return;
        }
        let paper = [0, 1, 2].map(|channel| {
            let mut values: Vec<f32> = inner.iter().map(|colour| colour[channel]).collect();
            median(&mut values)
        });
        let mut distances: Vec<f32> =
            inner.iter().map(|&colour| colour_distance(colour, paper)).collect();
        let tolerance = 5.0 + 0.06 * paper[0];
        let close = distances.iter().filter(|&&distance| distance < tolerance).count();
        self.even = close as f32 / inner.len() as f32;
        let noise = median(&mut distances);
        // The weakest side but one: a shadow or a hand may hide a side.
        let mut contrast: Vec<f32> = steps
            .iter_mut()
            .filter(|side| 6 < side.len())
            .map(|side| {
                let step = median(side);
                step / (step + noise + 2.0)
            })
            .collect();
        contrast.sort_by(f32::total_cmp);
        self.step = match contrast.as_slice() {
            [] => 0.0,
            [only] => *only,
            [first, second, ..] => 0.5 * (first + second),
        };
        self.score *= (0.4 + 0.6 * self.even) * (0.5 + 0.5 * self.step);
    }
}

impl Shapes {
    /// Width by height of what is expected, both ways up.
    pub(super) fn ratios(self) -> impl Iterator<Item = f32> {
        self.0.iter().flat_map(|&shape| [shape, 1.0 / shape])
    }

    /// Whether a shape is rather that of a card than of a page.
    pub(super) fn is_card(self, ratio: f32) -> bool {
        match *self.0 {
            [only] => only == CARD,
            _ => (CARD * PAGE).sqrt() < ratio.max(1.0 / ratio),
        }
    }

    /// The other side of a document with one side of length `side`: the shortest that
    /// is not shorter than `seen`.
    pub(super) fn least_other_side(self, side: f32, seen: f32) -> Option<f32> {
        let least = self.ratios().map(|ratio| side * ratio).filter(|&other| seen <= other);
        least.min_by(f32::total_cmp)
    }

    /// How well an outline fits, as a flat rectangle seen by a camera, 0 to 1.
    fn fit(self, quad: &Quad, hidden: [bool; 4], width: f32, height: f32) -> f32 {
        let long = width.max(height);
        let mut least = f32::MAX;
        for focal in FOCAL_LENGTHS {
            let Some((ratio, cosine)) = view(quad, width, height, focal * long) else { continue };
            let corner = cosine / 0.10;
            for expected in self.ratios() {
                let mut off = libm::logf(ratio / expected) / 0.06;
                // What is cut off may be short on that way.
                let (cut_tall, cut_wide) = (hidden[0] || hidden[2], hidden[1] || hidden[3]);
                if cut_tall && 0.0 < off || cut_wide && off < 0.0 {
                    off *= 0.15;
                }
                least = least.min(off * off + corner * corner);
            }
        }
        1.0 / (1.0 + 0.5 * least)
    }
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

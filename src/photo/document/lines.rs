//! Long straight lines among the edges: a Hough transform, peak after peak.

use super::super::geometry::Point;
use super::small::{Edge, Edges};
use super::sorted::{Directions, Sorted};

/// Lines that are taken, the strongest first.
pub(super) const MOST_LINES: usize = 56;
/// Votes go to directions this close to that of the edge, in degrees.
const ANGLE_REACH: usize = 4;
/// Width of a bin of distances, in pixels.
const BIN: f32 = 2.0;
/// Fainter edges do not vote, though they support a line that others made.
const LEAST_WEIGHT: u8 = 24;
/// A line has at least so many votes for each pixel of the shortest line.
const LEAST_VOTES: f32 = 300.0;
/// An edge belongs to a line up to this distance, in pixels…
pub(super) const NEAR: f32 = 2.5;
/// …and this difference in direction, in degrees.
const ALIGNED: u8 = 12;
/// The edges that voted for a line differ by so much.
const FIRST_ALIGNED: f32 = 5.0;
/// The shortest line, as a part of the picture's short side.
const LEAST_LENGTH: f32 = 0.10;
/// Support below this ends a segment sooner or later.
const GAP: f32 = 0.3;

/// A straight line, and where along it there are edges.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Direction across the line, a unit vector.
    pub(super) normal: (f32, f32),
    /// Distance from the origin along `normal`.
    pub(super) distance: f32,
    /// Direction across in degrees, 0 to 180.
    pub(super) degrees: f32,
    /// Sums of support along the line, from `start` on, one for each pixel.
    sums: Vec<f32>,
    start: f32,
    /// Whether it is a border of the picture.
    pub(super) is_frame: bool,
}

impl Line {
    fn new(degrees: f32, distance: f32) -> Self {
        let radians = degrees * (core::f32::consts::PI / 180.0);
        let normal = (libm::cosf(radians), libm::sinf(radians));
        Self { normal, distance, degrees, sums: Vec::new(), start: 0.0, is_frame: false }
    }

    /// A border of the picture.
    pub(super) fn frame(degrees: f32, distance: f32) -> Self {
        Self { is_frame: true, ..Self::new(degrees, distance) }
    }

    /// How far a point lies beyond the line, in the direction of its normal.
    pub(super) fn beyond(&self, x: f32, y: f32) -> f32 {
        x * self.normal.0 + y * self.normal.1 - self.distance
    }

    /// Where along the line a point is.
    pub(super) fn along(&self, point: Point) -> f32 {
        point.y * self.normal.0 - point.x * self.normal.1
    }

    /// The point at a place along the line.
    pub(super) fn point(&self, along: f32) -> Point {
        let (nx, ny) = self.normal;
        Point::new(self.distance * nx - along * ny, self.distance * ny + along * nx)
    }

    /// Where two lines meet; nothing where they are nearly parallel.
    pub(super) fn meet(&self, other: &Self) -> Option<Point> {
        let ((a, b), (c, d)) = (self.normal, other.normal);
        let size = a * d - b * c;
        if size.abs() < 0.05 {
            return None;
        }
        Some(Point::new(
            (self.distance * d - other.distance * b) / size,
            (other.distance * a - self.distance * c) / size,
        ))
    }

    /// The support between two places along the line, as a sum over pixels.
    pub(super) fn support(&self, from: f32, to: f32) -> f32 {
        let sum = |at: f32| {
            let last = self.sums.len().saturating_sub(1);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
            let at = (at - self.start).clamp(0.0, last as f32) as usize;
            self.sums.get(at).copied().unwrap_or(0.0)
        };
        sum(to) - sum(from)
    }

    /// Where the line runs within the picture.
    pub(super) fn extent(&self) -> (f32, f32) {
        (self.start, self.start + self.sums.len().saturating_sub(1) as f32)
    }

    /// Measures the support along the line: of each pixel the strongest aligned edge there and
    /// beside it, 0 to 1.
    fn measure(&mut self, edges: &Edges) {
        let (from, to) = within(self.normal, self.distance, edges.width, edges.height);
        self.sums.clear();
        self.start = from;
        self.sums.push(0.0);
        let directions = Directions::around(self.degrees, f32::from(ALIGNED));
        let first = self.point(from + 0.5);
        let (nx, ny) = self.normal;
        let [mut x, mut y, across, down] = [first.x + 0.5, first.y + 0.5, nx, ny].map(fixed);
        let (mut sum, mut at) = (0.0, from);
        while at < to {
            let mut strongest = 0;
            for (x, y) in [(x - across, y - down), (x, y), (x + across, y + down)] {
                // What is negative becomes larger than any picture.
                #[allow(clippy::cast_sign_loss)]
                let (column, row) = ((x >> 16) as u32 as usize, (y >> 16) as u32 as usize);
                if edges.width <= column || edges.height <= row {
                    continue;
                }
                let (weight, angle) = edges.map[row * edges.width + column];
                if strongest < weight && directions.have(angle) {
                    strongest = weight;
                }
            }
            sum += f32::from(strongest) / 255.0;
            self.sums.push(sum);
            // Along the line is at a right angle to the normal.
            (x, y) = (x - down, y + across);
            at += 1.0;
        }
    }

    /// The stretch with the most support: long gaps end it.
    fn best_stretch(&self) -> (f32, f32) {
        let (mut best, mut best_sum) = ((0, 0), 0.0);
        let (mut from, mut sum) = (0, 0.0);
        for (at, pair) in self.sums.windows(2).enumerate() {
            sum += pair[1] - pair[0] - GAP;
            if sum <= 0.0 {
                (from, sum) = (at + 1, 0.0);
            } else if best_sum < sum {
                (best, best_sum) = ((from, at + 1), sum);
            }
        }
        (self.start + best.0 as f32, self.start + best.1 as f32)
    }

    /// Moves the line to where the edges of a stretch are, by least squares.
    fn fit(&mut self, sorted: &Sorted, edges: &Edges, (from, to): (f32, f32)) {
        let (mut total, mut t_sum, mut d_sum, mut tt, mut td) = (0.0, 0.0, 0.0, 0.0, 0.0);
        sorted.near(self, f32::from(ALIGNED), edges, |_, edge| {
            let (x, y) = (f32::from(edge.x), f32::from(edge.y));
            let t = self.along(Point::new(x, y));
            if from <= t && t <= to {
                let (off, weight) = (self.beyond(x, y), f32::from(edge.weight));
                total += weight;
                t_sum += weight * t;
                d_sum += weight * off;
                tt += weight * t * t;
                td += weight * t * off;
            }
        });
        if total <= 0.0 {
            return;
        }
        let (middle, off) = (t_sum / total, d_sum / total);
        let spread = tt / total - middle * middle;
        if spread < 4.0 {
            return;
        }
        let slope = ((td / total - middle * off) / spread).clamp(-0.05, 0.05);
        // Turned by a small angle about the middle of the stretch.
        let pivot = self.point(middle);
        let (nx, ny) = self.normal;
        let length = (1.0 + slope * slope).sqrt();
        let normal = ((nx + slope * ny) / length, (ny - slope * nx) / length);
        let degrees = self.degrees - libm::atanf(slope) * (180.0 / core::f32::consts::PI);
        self.normal = normal;
        self.distance = pivot.x * normal.0 + pivot.y * normal.1 + off;
        self.degrees = degrees;
    }
}

/// The difference of two directions in degrees, 0 to 90.
pub(super) fn angle_between(one: f32, other: f32) -> f32 {
    let mut difference = (one - other).abs();
    while 180.0 <= difference {
        difference -= 180.0;
    }
    // Not `min`, which is a call in WebAssembly.
    if 90.0 < difference { 180.0 - difference } else { difference }
}

/// From where to where along it a line runs within a picture.
fn within(normal: (f32, f32), distance: f32, width: usize, height: usize) -> (f32, f32) {
    let (mut from, mut to) = (f32::MIN, f32::MAX);
    // The point at t is distance·n + t·(−ny, nx).
    let steps = [(-normal.1, distance * normal.0, width), (normal.0, distance * normal.1, height)];
    for (step, origin, side) in steps {
        let last = side as f32 - 1.0;
        if step.abs() < 1e-4 {
            if origin < -1.0 || last + 1.0 < origin {
                return (0.0, 0.0);
            }
            continue;
        }
        let (one, other) = (-origin / step, (last - origin) / step);
        from = from.max(one.min(other));
        to = to.min(one.max(other));
    }
    if from < to { (libm::floorf(from), to) } else { (0.0, 0.0) }
}

/// Votes for lines: directions by distances.
struct Votes {
    bins: usize,
    offset: f32,
    cells: Vec<u32>,
    /// The largest cell of each direction, and where it is.
    peaks: Vec<(u32, usize)>,
    /// Direction in degrees and its unit vector, from [`ANGLE_REACH`] below 0 to as much over 179.
    normals: Vec<(usize, f32, f32)>,
}

impl Votes {
    fn new(width: usize, height: usize) -> Self {
        let (w, h) = (width as f32, height as f32);
        let offset = (w * w + h * h).sqrt() + BIN;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A picture's diagonal.
        let bins = (2.0 * offset / BIN) as usize + 2;
        let normals = (180 - ANGLE_REACH..360 + ANGLE_REACH).map(|degrees| {
            let degrees = degrees % 180;
            let radians = degrees as f32 * (core::f32::consts::PI / 180.0);
            (degrees, libm::cosf(radians), libm::sinf(radians))
        });
        let normals = normals.collect();
        Self { bins, offset, cells: vec![0; bins * 180], peaks: vec![(0, 0); 180], normals }
    }

    /// Adds or takes away the votes of an edge.
    fn vote(&mut self, edge: Edge, adds: bool) {
        let (x, y, weight) = (f32::from(edge.x), f32::from(edge.y), u32::from(edge.weight));
        let first = usize::from(edge.angle);
        for &(degrees, nx, ny) in self.normals.iter().skip(first).take(2 * ANGLE_REACH + 1) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Offset is larger.
            let bin = ((x * nx + y * ny + self.offset) * (1.0 / BIN)) as u32 as usize;
            let Some(cell) = self.cells.get_mut(degrees * self.bins + bin) else { continue };
            *cell = if adds { *cell + weight } else { cell.saturating_sub(weight) };
            if let Some(peak) = self.peaks.get_mut(degrees) {
                // Known only roughly until it is looked for again.
                peak.1 = usize::MAX;
            }
        }
    }

    /// The line with the most votes: a bin and its neighbours together.
    fn strongest(&mut self) -> (f32, f32, u32) {
        let (mut best, mut best_degrees) = ((0, 0), 0);
        for (degrees, (peak, row)) in
            self.peaks.iter_mut().zip(self.cells.chunks_exact(self.bins)).enumerate()
        {
            if peak.1 == usize::MAX {
                *peak = (0, 0);
                for (bin, three) in row.windows(3).enumerate() {
                    let sum = three[0] + 2 * three[1] + three[2];
                    if peak.0 < sum {
                        *peak = (sum, bin + 1);
                    }
                }
            }
            if best.0 < peak.0 {
                (best, best_degrees) = (*peak, degrees);
            }
        }
        (best_degrees as f32, (best.1 as f32 + 0.5) * BIN - self.offset, best.0)
    }
}

/// A place in parts of a pixel.
#[allow(clippy::cast_possible_truncation)] // Places in the picture, or beside it.
fn fixed(value: f32) -> i32 {
    (value * 65_536.0) as i32
}

/// The strongest lines among edges, one after the other. Each takes its edges with it, so that
/// the next is another line.
pub(super) struct Finder<'a> {
    edges: &'a Edges,
    votes: Votes,
    sorted: Sorted,
    is_left: Vec<bool>,
    least_length: f32,
    tries: usize,
}

impl<'a> Finder<'a> {
    pub(super) fn of(edges: &'a Edges) -> Self {
        let mut votes = Votes::new(edges.width, edges.height);
        let strong: Vec<Edge> =
            edges.list.iter().filter(|edge| LEAST_WEIGHT <= edge.weight).copied().collect();
        for &edge in &strong {
            votes.vote(edge, true);
        }
        let sorted = Sorted::of(&strong, edges.width);
        let is_left = vec![true; strong.len()];
        let least_length = LEAST_LENGTH * edges.width.min(edges.height) as f32;
        Self { edges, votes, sorted, is_left, least_length, tries: 0 }
    }

    /// Adds lines until there are so many, or no more.
    pub(super) fn find(&mut self, most: usize, lines: &mut Vec<Line>) {
        while lines.len() < most && self.tries < MOST_LINES * 2 {
            self.tries += 1;
            let (degrees, distance, strength) = self.votes.strongest();
            if (strength as f32) < LEAST_VOTES * self.least_length {
                break;
            }
            lines.extend(self.line(&Line::new(degrees, distance)));
        }
    }

    /// The line that begins where most votes are; nothing where it is short.
    fn line(&mut self, first: &Line) -> Option<Line> {
        let Self { edges, votes, sorted, is_left, .. } = self;
        let mut line = first.clone();
        line.measure(edges);
        for _ in 0..2 {
            let stretch = line.best_stretch();
            line.fit(sorted, edges, stretch);
            line.measure(edges);
        }
        let (from, to) = line.best_stretch();
        // Its edges are spent, on the whole stretch; and where it began in any case.
        let mut spent = 0;
        sorted.near(&line, f32::from(ALIGNED), edges, |at, edge| {
            let t = line.along(Point::new(f32::from(edge.x), f32::from(edge.y)));
            if is_left[at] && from - 2.0 <= t && t <= to + 2.0 {
                is_left[at] = false;
                votes.vote(*edge, false);
                spent += 1;
            }
        });
        if spent < 4 {
            sorted.near(first, FIRST_ALIGNED, edges, |at, edge| {
                if is_left[at] {
                    is_left[at] = false;
                    votes.vote(*edge, false);
                }
            });
        }
        (self.least_length <= to - from).then_some(line)
    }
}

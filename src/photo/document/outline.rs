//! Four lines that may be the sides of a document, and how much speaks for them.

use super::super::geometry::{Point, Quad};
use super::lines::{Line, angle_between};
use super::shape::Shapes;
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
/// A side has to lie within the picture for this part of its length.
const LEAST_SEEN: f32 = 0.5;
/// What is taken for the support beyond the corners where nothing is seen beyond them.
const UNSEEN_BEYOND: f32 = 0.3;
/// What a score is multiplied by with no, one or two sides outside the picture.
const HIDDEN_COST: [f32; 3] = [1.0, 0.8, 0.6];
/// With less support than this an outline is not looked at.
pub(super) const LEAST_SUPPORT: f32 = 0.15;
/// So many times longer than wide no document looks: its shape can count so much at most.
const SLENDER: f32 = 3.2;
const SLENDER_COUNTS: f32 = 0.1;
/// How much of a score is at stake for sides that go on beyond the corners, a small
/// size, an odd shape, an uneven margin and a weak step: the rest is kept at worst.
const BEYOND_STAKE: f32 = 0.75;
const SIZE_STAKE: f32 = 0.4;
const SHAPE_STAKE: f32 = 0.6;
const EVEN_STAKE: f32 = 0.6;
const STEP_STAKE: f32 = 0.5;
/// The strips on both sides lie so far from the outline, as a part of its shortest side…
const STRIP: f32 = 0.02;
/// …and at least so many pixels inside and outside: an edge is two pixels wide.
const LEAST_STRIP: (f32, f32) = (2.5, 3.0);
/// Places along a side at which the strips are compared, without the corners.
const PLACES: usize = 24;
const END: f32 = 0.08;
/// A margin is even where it differs from the usual colour by less than so many levels,
/// and this part of the brightness.
const EVEN: (f32, f32) = (5.0, 0.06);
/// Levels by which any two colours may differ.
const NOISE: f32 = 2.0;
/// Outlines are the same when all corners are this near, as a part of the diagonal.
const SAME: f32 = 0.008;
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

/// The outline for which most speaks.
pub(super) fn find(small: &Small, lines: &[Line], shapes: Shapes) -> Option<Candidate> {
    let (width, height) = (small.width as f32, small.height as f32);
    let mut all: Vec<Line> = lines.to_vec();
    all.extend([
        Line::frame(0.0, -0.5),
        Line::frame(0.0, width - 0.5),
        Line::frame(90.0, -0.5),
        Line::frame(90.0, height - 0.5),
    ]);
    let pairs = opposite_pairs(&all, small);
    let mut is_pair = vec![false; all.len() * all.len()];
    for &(a, b) in &pairs {
        is_pair[a * all.len() + b] = true;
    }
    let over = OVERHANG * width.max(height);
    let is_near = |point: Point| {
        -over < point.x && point.x < width + over && -over < point.y && point.y < height + over
    };

    // Where lines meet, if that may be a corner.
    let mut meetings: Vec<Option<Point>> = Vec::with_capacity(all.len() * all.len());
    for one in &all {
        let corner = |other: &Line| {
            let is_corner = LEAST_CORNER <= angle_between(one.degrees, other.degrees);
            one.meet(other).filter(|&point| is_corner && is_near(point))
        };
        meetings.extend(all.iter().map(corner));
    }
    let meet = |a: usize, b: usize| meetings.get(a * all.len() + b).copied().flatten();

    let mut best: Vec<Candidate> = Vec::new();
    let mut least = LEAST_SUPPORT;
    let mut crossing: Vec<Crossing> = Vec::with_capacity(all.len());
    for &(a, b) in &pairs {
        // Each four lines come up twice; the other time is with the later pair as the first.
        crossing.clear();
        crossing.extend((a + 1..all.len()).filter_map(|side| {
            let (from, to) = (meet(a, side)?, meet(side, b)?);
            let most_cover = all[side].most_cover(from, to)?;
            let is_enough = least <= most_support(most_cover);
            is_enough.then_some(Crossing { side, from, to, most_cover })
        }));
        for (n, c) in crossing.iter().enumerate() {
            for d in &crossing[n + 1..] {
                let most = most_support(lesser(c.most_cover, d.most_cover));
                if most < least || !is_pair[c.side * all.len() + d.side] {
                    continue;
                }
                // Sides in order: a from d to c, c from a to b, b from c to d, d from b to a.
                let (sides, corners) = ([a, c.side, b, d.side], [d.from, c.from, c.to, d.to]);
                let made = Candidate::of(small, &all, sides, corners, shapes, least);
                let Some(candidate) = made else { continue };
                insert(&mut best, candidate);
                if let Some(last) = best.get(MOST_CANDIDATES - 1) {
                    least = greater(least, last.score);
                }
            }
        }
    }
    for candidate in &mut best {
        candidate.look_closely(small);
    }
    // Of equals the first, which had the better lines.
    let mut first: Option<Candidate> = None;
    for candidate in best {
        if first.as_ref().is_none_or(|first| first.score < candidate.score) {
            first = Some(candidate);
        }
    }
    let first = first?;
    Some(super::grow::grow(&first, small, &all, shapes).unwrap_or(first))
}

/// The lesser of two numbers. `min` and `max` are calls in WebAssembly.
fn lesser(one: f32, other: f32) -> f32 {
    if other < one { other } else { one }
}

fn greater(one: f32, other: f32) -> f32 {
    if one < other { other } else { one }
}

/// A line that crosses two others, and the most support that it can have between them.
struct Crossing {
    side: usize,
    from: Point,
    to: Point,
    most_cover: f32,
}

/// What the support of an outline can come to when one of its sides has so much.
fn most_support(cover: f32) -> f32 {
    0.5 + 0.5 * cover
}

/// A factor that keeps what is not at stake, and of the rest `share`.
fn kept(stake: f32, share: f32) -> f32 {
    1.0 - stake + stake * share
}

/// Keeps the best few in order; of two nearly equal outlines the better.
fn insert(best: &mut Vec<Candidate>, candidate: Candidate) {
    if MOST_CANDIDATES <= best.len()
        && best.last().is_some_and(|last| candidate.score <= last.score)
    {
        return;
    }
    let at = best.partition_point(|other| candidate.score <= other.score);
    let near = SAME * candidate.quad.diagonal();
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
            if gap(one, other) < least && gap(other, one) < least {
                continue;
            }
            pairs.push((a, b));
        }
    }
    pairs
}

impl Line {
    /// The most that its cover can be as a side between two corners; nothing where too little
    /// of it is within the picture.
    fn most_cover(&self, from: Point, to: Point) -> Option<f32> {
        if self.is_frame {
            return Some(1.0);
        }
        let (one, other) = (self.along(from), self.along(to));
        let (start, end) = if one < other { (one, other) } else { (other, one) };
        let (begin, finish) = self.extent();
        let (from, to) = (greater(start, begin), lesser(end, finish));
        let (seen, length) = (to - from, end - start);
        if seen < LEAST_SEEN * length {
            return None;
        }
        // The rounding is that of the shortest side.
        let counted = greater(seen - 2.0 * ROUNDING * length, LEAST_SEEN * length);
        Some(lesser(self.support(from, to) / greater(counted, 1.0), 1.0))
    }
}

impl Candidate {
    /// Nothing where the lines make no outline, or one that cannot come to `least_score`.
    pub(super) fn of(
        small: &Small,
        lines: &[Line],
        mut sides: [usize; 4],
        mut corners: [Point; 4],
        shapes: Shapes,
        least_score: f32,
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
        let shortest = lengths.iter().copied().fold(f32::MAX, lesser);
        if shortest < LEAST_SIDE * width.min(height) {
            return None;
        }
        let size = (quad.area() / (width * height)).clamp(0.0, 1.0).sqrt();
        let size_counts = kept(SIZE_STAKE, size);
        let is_seen_whole = !sides.iter().any(|&side| lines.get(side).is_none_or(|l| l.is_frame));
        let (one, other) = (lengths[0] + lengths[2], lengths[1] + lengths[3]);
        let is_slender = greater(one, other) > SLENDER * lesser(one, other);
        let most_shape = if is_seen_whole && is_slender { SLENDER_COUNTS } else { 1.0 };
        let most = size_counts * kept(SHAPE_STAKE, most_shape);
        if most < least_score {
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
            let (start, end) = if one < other { (one, other) } else { (other, one) };
            let (begin, finish) = line.extent();
            let inset = ROUNDING * shortest;
            let (from, to) = (greater(start + inset, begin), lesser(end - inset, finish));
            if to - from < LEAST_SEEN * (end - start) {
                return None;
            }
            cover[n] = line.support(from, to) / (to - from);
            least = lesser(least, cover[n]);
            // The other sides may be seen in full.
            if most_support(least) * most < least_score {
                return None;
            }
            total += cover[n] * (to - from);
            weights += to - from;
            let reach = BEYOND * (end - start);
            for (from, to) in [(start - reach, start - 2.0), (end + 2.0, end + reach)] {
                let (from, to) = (greater(from, begin), lesser(to, finish));
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
        let beyond = if 0.0 < ends { beyond / ends } else { UNSEEN_BEYOND };
        let support = 0.5 * total / weights + 0.5 * least;
        let hidden_cost = HIDDEN_COST[hidden_sides.min(2)];
        let rough = support * (1.0 - BEYOND_STAKE * beyond) * size_counts * hidden_cost;
        if rough < least_score {
            return None;
        }
        let shape = shapes.fit(&quad, hidden, width, height);
        let score = rough * kept(SHAPE_STAKE, shape);
        Some(Self { quad, sides, hidden, cover, beyond, even: 0.0, step: 0.0, score })
    }

    /// Compares the strips on both sides of the outline.
    pub(super) fn look_closely(&mut self, small: &Small) {
        let shortest = self
            .quad
            .sides()
            .map(|(from, to)| from.distance(to))
            .into_iter()
            .fold(f32::MAX, f32::min);
        let inner_at = (STRIP * shortest).max(LEAST_STRIP.0);
        let outer_at = (STRIP * shortest).max(LEAST_STRIP.1);
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
                let share = END + (1.0 - 2.0 * END) * (place as f32 + 0.5) / PLACES as f32;
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
            let values: Vec<f32> = inner.iter().map(|colour| colour[channel]).collect();
            median(&values)
        });
        let distances: Vec<f32> =
            inner.iter().map(|&colour| colour_distance(colour, paper)).collect();
        let tolerance = EVEN.0 + EVEN.1 * paper[0];
        let close = distances.iter().filter(|&&distance| distance < tolerance).count();
        self.even = close as f32 / inner.len() as f32;
        let noise = median(&distances);
        // The two weakest sides: a printed frame or a line of print fails there.
        let (mut weakest, mut second) = (f32::MAX, f32::MAX);
        for side in steps.iter().filter(|side| PLACES / 4 < side.len()) {
            let step = median(side);
            let contrast = step / (step + noise + NOISE);
            second = second.min(weakest.max(contrast));
            weakest = weakest.min(contrast);
        }
        self.step = match (weakest < f32::MAX, second < f32::MAX) {
            (true, true) => f32::midpoint(weakest, second),
            (true, false) => weakest,
            _ => 0.0,
        };
        self.score *= kept(EVEN_STAKE, self.even) * kept(STEP_STAKE, self.step);
    }
}

//! What lies outside the picture: sides that are cut off, from those that are seen
//! and the shape that is expected; and documents that fill the whole picture.

use super::super::geometry::{Point, Quad};
use super::grow::paper_within;
use super::outline::Candidate;
use super::shape::Shapes;
use super::small::{Small, colour_distance, median};

/// The focal length that is assumed, as a part of the long side: a phone's main camera.
const FOCAL_LENGTH: f32 = 0.8;
/// A side may be this much shorter than what is seen of it: measuring is not exact.
const SLACK: f32 = 0.96;

/// The outline of a document with the sides outside the picture where they must be.
/// Nothing where too little is seen.
pub(super) fn complete(candidate: &Candidate, small: &Small, shapes: Shapes) -> Option<Quad> {
    let hidden: Vec<u8> = (0_u8..4).filter(|&n| candidate.hidden[usize::from(n)]).collect();
    match *hidden.as_slice() {
        [] => Some(candidate.quad),
        [side] => {
            // Read so that the hidden side is the bottom.
            let turns = (side + 2) % 4;
            let whole = with_bottom(&candidate.quad.reread(turns), small, shapes)?;
            Some(whole.reread(4 - turns))
        }
        [one, other] if other - one == 2 => {
            let turns = (one + 3) % 4;
            Some(with_ends(&candidate.quad.reread(turns), shapes).reread(4 - turns))
        }
        [one, other] => {
            // Read so that right and bottom are hidden.
            let first = if (one, other) == (0, 3) { 3 } else { one };
            let turns = (first + 3) % 4;
            Some(with_corner(&candidate.quad.reread(turns), shapes).reread(4 - turns))
        }
        _ => None,
    }
}

type Ray = [f32; 3];

fn cross(a: Ray, b: Ray) -> Ray {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn dot(a: Ray, b: Ray) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn unit(a: Ray) -> Option<Ray> {
    let length = dot(a, a).sqrt();
    if length < 1e-9 { None } else { Some(a.map(|value| value / length)) }
}

/// How far along `direction` from `start` the ray `to` is met.
fn reach(start: Ray, direction: Ray, to: Ray) -> Option<f32> {
    let (off, slope) = (cross(start, to), cross(direction, to));
    let size = dot(slope, slope);
    if size < 1e-12 { None } else { Some(-dot(off, slope) / size) }
}

/// Top, left and right are seen: left and right run in one direction of space, the top
/// at a right angle to it, and the shape tells how far down they go.
fn with_bottom(quad: &Quad, small: &Small, shapes: Shapes) -> Option<Quad> {
    let (width, height) = (small.width as f32, small.height as f32);
    let focal = FOCAL_LENGTH * width.max(height);
    let ray = |p: Point| [(p.x - width / 2.0) / focal, (p.y - height / 2.0) / focal, 1.0];
    let [left, right, right_end, left_end] = quad.0.map(ray);
    let down = unit(cross(cross(left, left_end), cross(right, right_end)))?;
    let across = unit(cross(cross(left, right), down))?;
    let wide = reach(left, across, right)?;
    let seen = reach(left, down, left_end)?;
    let tall = shapes.least_other_side(wide.abs(), seen.abs() * SLACK)?;
    let right = [0, 1, 2].map(|n| left[n] + across[n] * wide);
    let tall = if seen < 0.0 { -tall } else { tall };
    let below = |from: Ray| {
        let [x, y, z] = [0, 1, 2].map(|n| from[n] + down[n] * tall);
        if z < 0.1 {
            return None;
        }
        Some(Point::new(x / z * focal + width / 2.0, y / z * focal + height / 2.0))
    };
    Some(Quad([quad.0[0], quad.0[1], below(right)?, below(left)?]))
}

/// Only top and bottom are seen: as much is taken to be missing left as right.
fn with_ends(quad: &Quad, shapes: Shapes) -> Quad {
    let [a, b, c, d] = quad.0;
    let (tall, seen) =
        (f32::midpoint(a.distance(d), b.distance(c)), f32::midpoint(a.distance(b), d.distance(c)));
    let Some(wide) = shapes.least_other_side(tall, seen * SLACK) else { return *quad };
    let more = (wide / seen.max(1.0) - 1.0) / 2.0;
    Quad([a.toward(b, -more), b.toward(a, -more), c.toward(d, -more), d.toward(c, -more)])
}

/// Only left and top are seen: the least that covers what is seen.
fn with_corner(quad: &Quad, shapes: Shapes) -> Quad {
    let [a, b, _, d] = quad.0;
    let (seen_wide, seen_tall) = (a.distance(b).max(1.0), a.distance(d).max(1.0));
    let mut least = f32::MAX;
    let mut sides = (seen_wide, seen_tall);
    for ratio in shapes.ratios() {
        let wide = seen_wide.max(seen_tall * ratio);
        if wide * wide / ratio < least {
            least = wide * wide / ratio;
            sides = (wide, wide / ratio);
        }
    }
    let (right, below) = (a.toward(b, sides.0 / seen_wide), a.toward(d, sides.1 / seen_tall));
    let opposite = Point::new(right.x + below.x - a.x, right.y + below.y - a.y);
    Quad([a, right, opposite, below])
}

/// A strip this wide along the borders of the picture is compared, as a part of the short side…
const STRIP: f32 = 0.02;
/// …without this much at each corner, where a rounded card leaves something else.
const CORNER: f32 = 0.08;
/// The shape of the picture may differ by this from that of the document (natural logarithm).
const SHAPE: f32 = 0.035;
/// The strip is that of a document when so much of it has one colour…
const LEAST_EVEN: f32 = 0.85;
/// …and so much of what is inside has another: print, a portrait, an emblem.
const PRINT: [f32; 2] = [0.02, 0.5];
/// How different print is from paper, as a part of the brightness of the paper.
const INK: f32 = 0.16;
/// How sure a document that fills its picture is, at best.
const FULL_SCORE: f32 = 0.62;

/// The whole picture as a document, and the colour of its paper: its own shape, one
/// colour all around, print inside.
pub(super) fn full_frame(small: &Small, shapes: Shapes) -> Option<(Candidate, [f32; 3])> {
    let (width, height) = (small.width as f32, small.height as f32);
    let ratio = libm::logf(width / height.max(1.0));
    let off =
        shapes.ratios().map(|shape| (ratio - libm::logf(shape)).abs()).fold(f32::MAX, f32::min);
    if SHAPE < off {
        return None;
    }
    let (strip, corner) = (STRIP * width.min(height), CORNER * width.min(height));
    let mut border: Vec<[f32; 3]> = Vec::new();
    let mut inside: Vec<[f32; 3]> = Vec::new();
    let mut at = 0;
    for y in 0..small.height {
        for x in 0..small.width {
            let from_side = |at: usize, side: usize| at.min(side - 1 - at) as f32;
            let (dx, dy) = (from_side(x, small.width), from_side(y, small.height));
            let place = small.colours.get(at).copied();
            at += 1;
            if dx < corner && dy < corner {
                continue;
            }
            if dx.min(dy) < strip { &mut border } else { &mut inside }.extend(place);
        }
    }
    let paper = [0, 1, 2].map(|channel| {
        let values: Vec<f32> = border.iter().map(|colour| colour[channel]).collect();
        median(&values)
    });
    let share = |colours: &[[f32; 3]], most: f32| {
        let close = colours.iter().filter(|&&colour| colour_distance(colour, paper) < most);
        close.count() as f32 / (colours.len() as f32).max(1.0)
    };
    let even = share(&border, 5.0 + 0.08 * paper[0]);
    let print = 1.0 - share(&inside, 5.0 + INK * paper[0]);
    if even < LEAST_EVEN || !(PRINT[0]..=PRINT[1]).contains(&print) {
        return None;
    }
    let whole = Candidate {
        quad: Quad::frame(width, height),
        sides: [0; 4],
        hidden: [true; 4],
        cover: [0.0; 4],
        beyond: 0.0,
        even,
        step: 0.0,
        score: FULL_SCORE * even,
    };
    Some((whole, paper))
}

/// Whether the paper within an outline is that along the borders of the picture, so that
/// the outline is a printed frame.
pub(super) fn is_same_paper(outline: &Candidate, border: [f32; 3], small: &Small) -> bool {
    colour_distance(paper_within(outline, small), border) < 3.0 + 0.03 * border[0]
}

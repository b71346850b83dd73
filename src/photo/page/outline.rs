//! What the corners alone tell: size, angles, and how it lies in the picture.

use super::super::document::Document;
use super::super::geometry::{Point, Quad};

/// A document whose corners somebody gave, in reading order. Skew is that of its top edge.
pub(in super::super) fn by_hand(corners: Quad) -> Document {
    let [left, right, ..] = corners.0;
    let top = angle(Point::new(right.x - left.x, right.y - left.y));
    let turns = libm::roundf(top / 90.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 3.
    let quarter_turns = turns.rem_euclid(4.0) as u8;
    // Zero has no sign: it would be lost in JSON for JavaScript.
    let skew_degrees = libm::roundf((top - turns * 90.0) * 10.0) / 10.0 + 0.0;
    Document { corners, kind: None, confidence: 1_000, quarter_turns, skew_degrees }
}

/// Mean length across and down.
pub(super) fn sides(outline: &Quad) -> (f32, f32) {
    let [top, right, bottom, left] = outline.sides().map(|(from, to)| from.distance(to));
    (f32::midpoint(top, bottom), f32::midpoint(right, left))
}

/// Degrees by which opposite sides diverge, the wider pair: 0 seen straight from above.
pub(super) fn divergence(outline: &Quad) -> f32 {
    let [top, right, bottom, left] =
        outline.sides().map(|(from, to)| angle(Point::new(to.x - from.x, to.y - from.y)));
    let between = |one: f32, other: f32| {
        let turn = (one - other - 180.0).rem_euclid(360.0);
        turn.min(360.0 - turn)
    };
    between(top, bottom).max(between(right, left))
}

/// The direction in degrees, clockwise from the right.
fn angle(way: Point) -> f32 {
    libm::atan2f(way.y, way.x).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quad(corners: [[f32; 2]; 4]) -> Quad {
        Quad(corners.map(Point::from))
    }

    #[test]
    fn turns_and_skew_follow_from_the_order_of_the_corners() {
        let upright = quad([[10.0, 10.0], [110.0, 20.0], [104.0, 80.0], [4.0, 70.0]]);
        for turns in 0..4 {
            let document = by_hand(upright.reread(turns));
            assert_eq!(document.quarter_turns, turns);
            assert!((document.skew_degrees - 5.7).abs() < 0.11, "{document:?}");
        }
    }

    #[test]
    fn a_rectangle_has_no_divergence_however_it_lies() {
        let straight = quad([[10.0, 10.0], [110.0, 20.0], [104.0, 80.0], [4.0, 70.0]]);
        assert!(divergence(&straight) < 0.1);
        let keystone = quad([[20.0, 0.0], [80.0, 0.0], [100.0, 60.0], [0.0, 60.0]]);
        assert!((divergence(&keystone) - 36.9).abs() < 0.1);
    }
}

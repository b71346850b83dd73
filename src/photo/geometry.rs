//! Points, four-cornered outlines, and the plane-to-plane maps between them.

use serde::{Deserialize, Serialize};

/// A place in the picture as shown at full size, in pixels; pixel centres are whole
/// numbers, so the frame reaches from −0.5 to the width less 0.5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f32; 2]", into = "[f32; 2]")]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The distance to `other`, in pixels.
    pub fn distance(self, other: Self) -> f32 {
        let (dx, dy) = (other.x - self.x, other.y - self.y);
        (dx * dx + dy * dy).sqrt()
    }

    /// The point at `share` of the way to `other`; shares below 0 and above 1 lie beyond.
    #[must_use]
    pub fn toward(self, other: Self, share: f32) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

impl From<[f32; 2]> for Point {
    fn from([x, y]: [f32; 2]) -> Self {
        Self { x, y }
    }
}

impl From<Point> for [f32; 2] {
    fn from(point: Point) -> Self {
        [point.x, point.y]
    }
}

/// Four corners: top left, top right, bottom right and bottom left of the document
/// as it is read. They may lie outside the frame.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [Point; 4]);

impl Quad {
    /// The whole frame of a picture, in pixels.
    pub fn frame(width: f32, height: f32) -> Self {
        let (right, bottom) = (width - 0.5, height - 0.5);
        Self([
            Point::new(-0.5, -0.5),
            Point::new(right, -0.5),
            Point::new(right, bottom),
            Point::new(-0.5, bottom),
        ])
    }

    /// The area in square pixels; negative where the corners run anticlockwise.
    pub fn area(&self) -> f32 {
        area(&self.0)
    }

    /// The longer of the two diagonals, in pixels.
    pub fn diagonal(&self) -> f32 {
        let [a, b, c, d] = self.0;
        a.distance(c).max(b.distance(d))
    }

    /// The four sides from the top on, clockwise, each from corner to corner.
    pub fn sides(&self) -> [(Point, Point); 4] {
        let [a, b, c, d] = self.0;
        [(a, b), (b, c), (c, d), (d, a)]
    }

    /// Whether all corners turn clockwise, as the corners of a document that is seen do.
    pub fn is_convex(&self) -> bool {
        let [a, b, c, d] = self.0;
        [(a, b, c), (b, c, d), (c, d, a), (d, a, b)].iter().all(|&(p, q, r)| 0.0 < turn(p, q, r))
    }

    /// The same outline, read after turning the content clockwise by `quarter_turns` × 90°.
    #[must_use]
    pub fn reread(&self, quarter_turns: u8) -> Self {
        let mut corners = self.0;
        corners.rotate_left(usize::from(quarter_turns % 4));
        Self(corners)
    }

    /// The same outline in a picture that is `scale` times as large.
    #[must_use]
    pub fn scaled(&self, scale: f32) -> Self {
        // Pixel centres are whole numbers in both pictures.
        let at = |value: f32| (value + 0.5) * scale - 0.5;
        Self(self.0.map(|corner| Point::new(at(corner.x), at(corner.y))))
    }

    /// The share of the area that lies within a frame of `width` × `height` pixels, 0 to 1.
    pub fn visible_share(&self, width: f32, height: f32) -> f32 {
        let whole = self.area();
        if whole.abs() < 1e-6 {
            return 0.0;
        }
        let frame = Self::frame(width, height);
        (area(&clip(&self.0, &frame)) / whole).clamp(0.0, 1.0)
    }

    /// The area that two outlines share, as a part of the area that they cover together.
    pub fn overlap(&self, other: &Self) -> f32 {
        let shared = area(&clip(&self.0, other)).abs();
        let together = self.area().abs() + other.area().abs() - shared;
        if together < 1e-6 { 0.0 } else { (shared / together).clamp(0.0, 1.0) }
    }
}

/// Twice the area of the triangle; positive where the way turns clockwise, as shown.
fn turn(from: Point, over: Point, to: Point) -> f32 {
    (over.x - from.x) * (to.y - over.y) - (over.y - from.y) * (to.x - over.x)
}

/// The area of a polygon, positive when clockwise as shown.
pub(super) fn area(polygon: &[Point]) -> f32 {
    let Some(&last) = polygon.last() else { return 0.0 };
    let mut before = last;
    let mut sum = 0.0;
    for &point in polygon {
        sum += before.x * point.y - point.x * before.y;
        before = point;
    }
    sum / 2.0
}

/// The part of `polygon` inside the clockwise convex `window` (Sutherland and Hodgman).
pub(super) fn clip(polygon: &[Point], window: &Quad) -> Vec<Point> {
    let mut inside: Vec<Point> = polygon.to_vec();
    for (from, to) in window.sides() {
        let Some(&last) = inside.last() else { break };
        let mut kept = Vec::with_capacity(inside.len() + 1);
        let mut before = last;
        let mut side_before = turn(from, to, before);
        for &point in &inside {
            let side = turn(from, to, point);
            if (0.0 <= side) != (0.0 <= side_before) {
                kept.push(before.toward(point, side_before / (side_before - side)));
            }
            if 0.0 <= side {
                kept.push(point);
            }
            before = point;
            side_before = side;
        }
        inside = kept;
    }
    inside
}

/// A map from one plane to another that keeps straight lines straight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Homography([[f64; 3]; 3]);

impl Homography {
    /// From the unit square (0, 0) (1, 0) (1, 1) (0, 1) to the corners of `quad`, in
    /// closed form after Heckbert (1989). Nothing where three corners lie in a line.
    pub fn from_unit(quad: &Quad) -> Option<Self> {
        let corners = quad.0.map(|corner| (f64::from(corner.x), f64::from(corner.y)));
        let [top_left, top_right, bottom_right, bottom_left] = corners;
        let difference = |one: (f64, f64), other: (f64, f64)| (one.0 - other.0, one.1 - other.1);
        let (up, low) = (difference(top_left, top_right), difference(bottom_right, bottom_left));
        let sum = (up.0 + low.0, up.1 + low.1);
        let right = difference(top_right, bottom_right);
        let below = difference(bottom_left, bottom_right);
        let size = right.0 * below.1 - below.0 * right.1;
        if size.abs() < 1e-9 {
            return None;
        }
        let across = (sum.0 * below.1 - below.0 * sum.1) / size;
        let down = (right.0 * sum.1 - sum.0 * right.1) / size;
        let row = |left: f64, right: f64, low: f64| {
            [right - left + across * right, low - left + down * low, left]
        };
        let map = Self([
            row(top_left.0, top_right.0, bottom_left.0),
            row(top_left.1, top_right.1, bottom_left.1),
            [across, down, 1.0],
        ]);
        map.inverse().map(|_| map)
    }

    /// From a page of `width` × `height` (millimetres, or pixels of a straightened
    /// picture) to the corners of `quad`.
    pub fn from_page(quad: &Quad, width: f64, height: f64) -> Option<Self> {
        if !(0.0 < width && 0.0 < height) {
            return None;
        }
        let Self(mut rows) = Self::from_unit(quad)?;
        for row in &mut rows {
            row[0] /= width;
            row[1] /= height;
        }
        Some(Self(rows))
    }

    /// Where a point goes. Points on the horizon go to the origin.
    pub fn map(&self, x: f64, y: f64) -> (f64, f64) {
        let [across, down, depth] = self.0.map(|row| row[0] * x + row[1] * y + row[2]);
        if depth.abs() < 1e-12 { (0.0, 0.0) } else { (across / depth, down / depth) }
    }

    /// The same for points of a picture.
    #[allow(clippy::cast_possible_truncation)] // Pixels.
    pub fn map_point(&self, x: f64, y: f64) -> Point {
        let (x, y) = self.map(x, y);
        Point::new(x as f32, y as f32)
    }

    /// The way back; nothing where the map flattens the plane.
    pub fn inverse(&self) -> Option<Self> {
        let rows = self.0;
        // The cofactor of a place: rows and columns in a circle take care of the sign.
        let cofactor = |row: usize, column: usize| {
            let ([r, s], [c, d]) =
                ([(row + 1) % 3, (row + 2) % 3], [(column + 1) % 3, (column + 2) % 3]);
            rows[r][c] * rows[s][d] - rows[r][d] * rows[s][c]
        };
        let size: f64 = [0, 1, 2].map(|column| rows[0][column] * cofactor(0, column)).iter().sum();
        if !size.is_finite() || size.abs() < 1e-12 {
            return None;
        }
        Some(Self([0, 1, 2].map(|row| [0, 1, 2].map(|column| cofactor(column, row) / size))))
    }

    /// The rows of the matrix.
    pub(super) const fn rows(&self) -> &[[f64; 3]; 3] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quad(corners: [[f32; 2]; 4]) -> Quad {
        Quad(corners.map(Point::from))
    }

    const TILTED: [[f32; 2]; 4] = [[10.0, 20.0], [110.0, 30.0], [100.0, 90.0], [15.0, 80.0]];

    #[test]
    fn corners_go_to_corners_and_back() {
        let map = Homography::from_page(&quad(TILTED), 85.6, 54.0).unwrap();
        let page = [(0.0, 0.0), (85.6, 0.0), (85.6, 54.0), (0.0, 54.0)];
        for ((x, y), corner) in page.into_iter().zip(TILTED) {
            assert!(map.map_point(x, y).distance(corner.into()) < 1e-3, "{x} {y}");
            let (back_x, back_y) =
                map.inverse().unwrap().map(f64::from(corner[0]), f64::from(corner[1]));
            assert!((back_x - x).abs() < 1e-3 && (back_y - y).abs() < 1e-3, "{back_x} {back_y}");
        }
    }

    #[test]
    fn a_flat_outline_has_no_map() {
        let flat = quad([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]);
        assert_eq!(Homography::from_unit(&flat), None);
        assert_eq!(Homography::from_unit(&Quad([Point::new(f32::NAN, 0.0); 4])), None);
    }

    #[test]
    fn what_hangs_over_the_frame_is_not_visible() {
        let cases = [
            ([[0.0, 0.0], [50.0, 0.0], [50.0, 50.0], [0.0, 50.0]], 1.0),
            ([[-50.5, 0.0], [49.5, 0.0], [49.5, 50.0], [-50.5, 50.0]], 0.5),
            ([[-50.5, -25.5], [49.5, -25.5], [49.5, 24.5], [-50.5, 24.5]], 0.25),
            ([[200.0, 0.0], [250.0, 0.0], [250.0, 50.0], [200.0, 50.0]], 0.0),
        ];
        for (corners, share) in cases {
            let visible = quad(corners).visible_share(100.0, 60.0);
            assert!((visible - share).abs() < 1e-4, "{corners:?}: {visible}");
        }
    }

    #[test]
    fn turning_four_times_changes_nothing() {
        let outline = quad(TILTED);
        assert_eq!(outline.reread(4), outline);
        assert_eq!(outline.reread(1).0[0], outline.0[1]);
        assert!(outline.reread(3).is_convex());
    }

    #[test]
    fn a_larger_picture_keeps_pixel_edges() {
        let frame = Quad::frame(100.0, 60.0).scaled(2.0);
        assert_eq!(frame, Quad::frame(200.0, 120.0));
    }
}

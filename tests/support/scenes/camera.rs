//! Where a paper lies in the picture: projection, corners, what is outside of the frame.

use super::picture::{Place, distance, turn_of};

/// From the table, in millimetres with the paper's top left corner at the origin, to pixels.
#[derive(Clone, Copy, Debug)]
pub struct View {
    to_pixels: [f32; 9],
    to_table: [f32; 9],
}

/// How the camera is held over a paper.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    /// Degrees between the optical axis and the table's normal.
    pub tilt: f32,
    /// The direction of the tilt, in degrees.
    pub toward: f32,
    /// Degrees by which the paper appears turned clockwise.
    pub roll: f32,
    /// The camera's distance, in long sides of the paper.
    pub far: f32,
}

impl View {
    /// The paper of `size_mm` as seen, one pixel a millimetre, its middle at the origin.
    fn of_hold(size_mm: Place, hold: Hold) -> Self {
        let (tilt_sin, tilt_cos) = turn_of(hold.tilt);
        let (toward_sin, toward_cos) = turn_of(hold.toward);
        let (roll_sin, roll_cos) = turn_of(hold.roll);
        let far = hold.far * size_mm[0].max(size_mm[1]);
        let (cx, cy) = (size_mm[0] / 2.0, size_mm[1] / 2.0);
        // The axis lies in the table, across `toward`; what is ahead sinks away.
        let ahead = |x: f32, y: f32| x * toward_cos + y * toward_sin;
        let place = |x: f32, y: f32| {
            let along = ahead(x, y);
            let (px, py) = (
                x + toward_cos * along * (tilt_cos - 1.0),
                y + toward_sin * along * (tilt_cos - 1.0),
            );
            let depth = 1.0 + along * tilt_sin / far;
            (px * roll_cos - py * roll_sin, px * roll_sin + py * roll_cos, depth)
        };
        // Linear in x and y before the division: three probes give the matrix.
        let (origin, right, down) = (place(-cx, -cy), place(1.0 - cx, -cy), place(-cx, 1.0 - cy));
        let row = |pick: fn((f32, f32, f32)) -> f32| {
            let at = pick(origin);
            [pick(right) - at, pick(down) - at, at]
        };
        let (x, y, depth) = (row(|p| p.0), row(|p| p.1), row(|p| p.2));
        Self::of([x[0], x[1], x[2], y[0], y[1], y[2], depth[0], depth[1], depth[2]])
    }

    fn of(to_pixels: [f32; 9]) -> Self {
        Self { to_pixels, to_table: inverse(to_pixels) }
    }

    /// The paper in a frame: its box takes `fill` of the tighter side, and of what is left
    /// free `lean` says how much is to the left and above.
    pub fn framed(size_mm: Place, hold: Hold, frame: Place, fill: f32, lean: Place) -> Self {
        let view = Self::of_hold(size_mm, hold);
        let corners = view.corners(size_mm);
        let low: Place = std::array::from_fn(|axis| least(&corners, axis));
        let high: Place = std::array::from_fn(|axis| -least(&corners.map(|c| c.map(|v| -v)), axis));
        let wide: Place = std::array::from_fn(|axis| high[axis] - low[axis]);
        let scale = fill * (frame[0] / wide[0]).min(frame[1] / wide[1]);
        let shift: Place = std::array::from_fn(|axis| {
            (frame[axis] - wide[axis] * scale) * lean[axis] - low[axis] * scale
        });
        view.scaled(scale).shifted(shift)
    }

    pub fn scaled(self, scale: f32) -> Self {
        let mut matrix = self.to_pixels;
        matrix[..6].iter_mut().for_each(|value| *value *= scale);
        Self::of(matrix)
    }

    pub fn shifted(self, [dx, dy]: Place) -> Self {
        let mut matrix = self.to_pixels;
        for column in 0..3 {
            matrix[column] += dx * matrix[6 + column];
            matrix[3 + column] += dy * matrix[6 + column];
        }
        Self::of(matrix)
    }

    pub fn pixel(&self, place: Place) -> Place {
        through(&self.to_pixels, place)
    }

    pub fn table(&self, pixel: Place) -> Place {
        through(&self.to_table, pixel)
    }

    /// Top left, top right, bottom right, bottom left as one reads it.
    pub fn corners(&self, [width, height]: Place) -> [Place; 4] {
        [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]].map(|corner| self.pixel(corner))
    }

    /// Pixels for a millimetre at a place of the table: the smaller of two directions.
    pub fn scale_at(&self, [x, y]: Place) -> f32 {
        let here = self.pixel([x, y]);
        let step = 0.5;
        let right = distance(here, self.pixel([x + step, y])) / step;
        right.min(distance(here, self.pixel([x, y + step])) / step)
    }
}

fn least(points: &[Place; 4], axis: usize) -> f32 {
    points.iter().map(|point| point[axis]).fold(f32::INFINITY, f32::min)
}

fn through(m: &[f32; 9], [x, y]: Place) -> Place {
    let depth = m[6] * x + m[7] * y + m[8];
    [(m[0] * x + m[1] * y + m[2]) / depth, (m[3] * x + m[4] * y + m[5]) / depth]
}

fn inverse(m: [f32; 9]) -> [f32; 9] {
    let wide = m.map(f64::from);
    let minor = |a: usize, b: usize, c: usize, d: usize| wide[a] * wide[d] - wide[b] * wide[c];
    let adjugate = [
        minor(4, 5, 7, 8),
        -minor(1, 2, 7, 8),
        minor(1, 2, 4, 5),
        -minor(3, 5, 6, 8),
        minor(0, 2, 6, 8),
        -minor(0, 2, 3, 5),
        minor(3, 4, 6, 7),
        -minor(0, 1, 6, 7),
        minor(0, 1, 3, 4),
    ];
    let size = wide[0] * adjugate[0] + wide[1] * adjugate[3] + wide[2] * adjugate[6];
    adjugate.map(|value| (value / size) as f32)
}

/// The area of a polygon.
pub fn area(polygon: &[Place]) -> f32 {
    let pairs = polygon.iter().zip(polygon.iter().cycle().skip(1));
    (pairs.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f32>() / 2.0).abs()
}

/// The part of a polygon inside a frame.
pub fn inside(polygon: &[Place], frame: Place) -> Vec<Place> {
    let mut kept = polygon.to_vec();
    for (axis, bound, sign) in
        [(0, 0.0, 1.0), (1, 0.0, 1.0), (0, frame[0] - 1.0, -1.0), (1, frame[1] - 1.0, -1.0)]
    {
        let depth = |p: Place| (p[axis] - bound) * sign;
        let mut next = Vec::new();
        for (&a, &b) in kept.iter().zip(kept.iter().cycle().skip(1)) {
            if 0.0 <= depth(a) {
                next.push(a);
            }
            if (0.0 <= depth(a)) != (0.0 <= depth(b)) {
                let share = depth(a) / (depth(a) - depth(b));
                next.push(std::array::from_fn(|i| a[i] + (b[i] - a[i]) * share));
            }
        }
        kept = next;
    }
    kept
}

//! A picture in linear light, and the few shapes that are painted on it.

use std::sync::OnceLock;

/// Red, green and blue in linear light: 1 is what the camera takes for white.
pub type Light = [f32; 3];
/// A place, in whatever unit the caller counts.
pub type Place = [f32; 2];

/// Rows of pixels.
#[derive(Clone)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<Light>,
}

impl Picture {
    pub fn filled(width: usize, height: usize, light: Light) -> Self {
        Self { width, height, pixels: vec![light; width * height] }
    }

    /// Between the pixels, with the border going on for ever.
    pub fn at(&self, x: f32, y: f32) -> Light {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let (right, below) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (fx, fy) = (x - left as f32, y - top as f32);
        let pixel = |x: usize, y: usize| self.pixels[y * self.width + x];
        let upper = mix(pixel(left, top), pixel(right, top), fx);
        mix(upper, mix(pixel(left, below), pixel(right, below), fx), fy)
    }

    /// Paints where `cover` says so, within a box of pixels.
    pub fn paint(&mut self, from: Place, to: Place, light: Light, cover: impl Fn(Place) -> f32) {
        let range = |low: f32, high: f32, most: usize| {
            (low.max(0.0) as usize)..((high.max(0.0) as usize + 1).min(most))
        };
        for y in range(from[1] - 1.0, to[1] + 1.0, self.height) {
            for x in range(from[0] - 1.0, to[0] + 1.0, self.width) {
                let covered = cover([x as f32, y as f32]).clamp(0.0, 1.0);
                if 0.0 < covered {
                    let pixel = &mut self.pixels[y * self.width + x];
                    *pixel = mix(*pixel, light, covered);
                }
            }
        }
    }

    /// A line with round ends, `thick` pixels wide.
    pub fn line(&mut self, a: Place, b: Place, thick: f32, light: Light) {
        let half = thick / 2.0;
        let from = [a[0].min(b[0]) - half, a[1].min(b[1]) - half];
        let to = [a[0].max(b[0]) + half, a[1].max(b[1]) + half];
        self.paint(from, to, light, |p| half + 0.5 - to_segment(p, a, b));
    }

    pub fn polyline(&mut self, points: &[Place], thick: f32, light: Light) {
        for pair in points.windows(2) {
            self.line(pair[0], pair[1], thick, light);
        }
    }

    /// An upright ellipse with these half axes.
    pub fn ellipse(&mut self, centre: Place, half: Place, light: Light) {
        let from = [centre[0] - half[0], centre[1] - half[1]];
        let to = [centre[0] + half[0], centre[1] + half[1]];
        let soft = half[0].min(half[1]);
        self.paint(from, to, light, |p| {
            let (dx, dy) = ((p[0] - centre[0]) / half[0], (p[1] - centre[1]) / half[1]);
            (1.0 - (dx * dx + dy * dy).sqrt()) * soft + 0.5
        });
    }

    pub fn ring(&mut self, centre: Place, radius: f32, thick: f32, light: Light) {
        let reach = radius + thick;
        let from = [centre[0] - reach, centre[1] - reach];
        let to = [centre[0] + reach, centre[1] + reach];
        self.paint(from, to, light, |p| thick / 2.0 + 0.5 - (distance(p, centre) - radius).abs());
    }

    /// An upright box from corner to corner.
    pub fn block(&mut self, from: Place, to: Place, light: Light) {
        self.paint(from, to, light, |p| {
            let inside = |at: f32, low: f32, high: f32| (at - low).min(high - at);
            inside(p[0], from[0], to[0]).min(inside(p[1], from[1], to[1])) + 0.5
        });
    }
}

/// How bright it is to the eye.
pub fn luma(light: Light) -> f32 {
    0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
}

pub fn mix(a: Light, b: Light, share: f32) -> Light {
    std::array::from_fn(|channel| a[channel] + (b[channel] - a[channel]) * share)
}

pub fn times(light: Light, factor: f32) -> Light {
    light.map(|channel| channel * factor)
}

/// A colour as a screen's 8-bit code.
pub fn of_code(code: [u8; 3]) -> Light {
    code.map(|code| {
        let share = f32::from(code) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { libm::powf((share + 0.055) / 1.055, 2.4) }
    })
}

/// Steps of the table of [`code`].
const STEPS: usize = 8_192;

/// The 8-bit code of a channel, not rounded.
pub fn code(channel: f32) -> f32 {
    static CODES: OnceLock<Vec<f32>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let code = |linear: f32| {
            let coded = if linear <= 0.003_130_8 {
                linear * 12.92
            } else {
                1.055 * libm::powf(linear, 1.0 / 2.4) - 0.055
            };
            coded * 255.0
        };
        (0..=STEPS + 1).map(|step| code((step.min(STEPS) as f32) / STEPS as f32)).collect()
    });
    let at = channel.clamp(0.0, 1.0) * STEPS as f32;
    let below = at as usize;
    codes[below] + (codes[below + 1] - codes[below]) * (at - below as f32)
}

pub fn distance(a: Place, b: Place) -> f32 {
    let (dx, dy) = (a[0] - b[0], a[1] - b[1]);
    (dx * dx + dy * dy).sqrt()
}

pub fn to_segment(p: Place, a: Place, b: Place) -> f32 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let length = (dx * dx + dy * dy).max(1e-9);
    let along = (((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length).clamp(0.0, 1.0);
    distance(p, [a[0] + dx * along, a[1] + dy * along])
}

/// The sine and cosine of an angle in degrees.
pub fn turn_of(degrees: f32) -> (f32, f32) {
    let radians = degrees.to_radians();
    (libm::sinf(radians), libm::cosf(radians))
}

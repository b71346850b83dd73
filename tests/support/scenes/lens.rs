//! What optics and sensor do to light: defocus, motion, upscaling, screens, noise.

use std::f32::consts::TAU;

use fastrand::Rng;

use super::picture::{Light, Picture, Place, turn_of};

/// The main blur of a shot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blur {
    None,
    /// A disc of this radius in pixels, as a lens makes it.
    Disc {
        radius: f32,
    },
    /// A path of this length in pixels; `bend` degrees from its start to its end.
    Path {
        length: f32,
        degrees: f32,
        bend: f32,
    },
}

impl Blur {
    /// Its standard deviation along its worst direction, in pixels.
    pub fn sigma(self) -> f32 {
        match self {
            Self::None => 0.0,
            Self::Disc { radius } => radius / 2.0,
            Self::Path { length, bend, .. } => {
                // A bent path is shorter from end to end.
                let chord = 1.0 - (bend / 360.0) * (bend / 360.0) * 2.0;
                length * chord.max(0.5) / 3.464
            }
        }
    }

    pub fn of(self, picture: &Picture) -> Picture {
        match self {
            Self::None => picture.clone(),
            Self::Disc { radius } => disc(picture, radius),
            Self::Path { length, degrees, bend } => path(picture, length, degrees, bend),
        }
    }
}

/// Row by row through running sums: a disc is a pile of boxes.
fn disc(picture: &Picture, radius: f32) -> Picture {
    let (width, height) = (picture.width, picture.height);
    let reach = libm::ceilf(radius) as isize;
    let halves: Vec<f32> =
        (-reach..=reach).map(|dy| (radius * radius - (dy * dy) as f32).max(0.0).sqrt()).collect();
    let total: f32 = halves.iter().map(|half| 2.0 * half + 1.0).sum();
    let mut blurred = Picture::filled(width, height, [0.0; 3]);
    let mut sums = vec![[0.0_f64; 3]; width + 1];
    for y in 0..height {
        for x in 0..width {
            let pixel = picture.pixels[y * width + x];
            sums[x + 1] = std::array::from_fn(|c| sums[x][c] + f64::from(pixel[c]));
        }
        for (dy, &half) in (-reach..=reach).zip(&halves) {
            let to = y as isize + dy;
            // Rows beyond the border are like the last one.
            let rows = if to < 0 || height as isize <= to { continue } else { to as usize };
            let (whole, part) = (half as usize, f64::from(half - libm::floorf(half)));
            for x in 0..width {
                let (left, right) = (x.saturating_sub(whole), (x + whole + 1).min(width));
                let before = picture.pixels[y * width + left.saturating_sub(1)];
                let after = picture.pixels[y * width + right.min(width - 1)];
                let pixel = &mut blurred.pixels[rows * width + x];
                for channel in 0..3 {
                    let inner = sums[right][channel] - sums[left][channel];
                    let ends = part * f64::from(before[channel] + after[channel]);
                    pixel[channel] += (inner + ends) as f32 / total;
                }
            }
        }
    }
    even_borders(&mut blurred, reach as usize, picture, &halves, total);
    blurred
}

/// Near the border a part of the disc is outside: what is missing is filled up.
fn even_borders(blurred: &mut Picture, reach: usize, sharp: &Picture, halves: &[f32], total: f32) {
    let (width, height) = (blurred.width, blurred.height);
    for y in 0..height {
        for x in 0..width {
            let is_inner = (reach..width.saturating_sub(reach)).contains(&x)
                && (reach..height.saturating_sub(reach)).contains(&y);
            if is_inner {
                continue;
            }
            let mut weight = 0.0;
            for (row, half) in halves.iter().enumerate() {
                let from = (y + row) as isize - reach as isize;
                if (0..height as isize).contains(&from) {
                    let left = (x as f32 - half).max(0.0);
                    let right = (x as f32 + half).min((width - 1) as f32);
                    weight += right - left + 1.0;
                }
            }
            let missing = (1.0 - weight / total).max(0.0);
            let own = sharp.pixels[y * width + x];
            let pixel = &mut blurred.pixels[y * width + x];
            for channel in 0..3 {
                pixel[channel] += own[channel] * missing;
            }
        }
    }
}

fn path(picture: &Picture, length: f32, degrees: f32, bend: f32) -> Picture {
    let steps = (libm::ceilf(length) as usize).max(2);
    let mut points: Vec<Place> = vec![[0.0, 0.0]];
    for step in 0..steps {
        let share = step as f32 / steps as f32;
        let (sin, cos) = turn_of(degrees + bend * (share - 0.5));
        let [x, y] = points[step];
        let stride = length / steps as f32;
        points.push([x + cos * stride, y + sin * stride]);
    }
    let count = points.len() as f32;
    let middle: Place = std::array::from_fn(|i| points.iter().map(|p| p[i]).sum::<f32>() / count);
    let mut blurred = Picture::filled(picture.width, picture.height, [0.0; 3]);
    for [dx, dy] in points {
        let (dx, dy) = (dx - middle[0], dy - middle[1]);
        for y in 0..picture.height {
            for x in 0..picture.width {
                let light = picture.at(x as f32 + dx, y as f32 + dy);
                let pixel = &mut blurred.pixels[y * picture.width + x];
                for channel in 0..3 {
                    pixel[channel] += light[channel] / count;
                }
            }
        }
    }
    blurred
}

/// The same picture with more pixels and nothing more in it.
pub fn enlarged(picture: &Picture, width: usize, height: usize) -> Picture {
    let mut large = Picture::filled(width, height, [0.0; 3]);
    let (fx, fy) = (picture.width as f32 / width as f32, picture.height as f32 / height as f32);
    for y in 0..height {
        for x in 0..width {
            let at = [(x as f32 + 0.5) * fx - 0.5, (y as f32 + 0.5) * fy - 0.5];
            large.pixels[y * width + x] = picture.at(at[0], at[1]);
        }
    }
    large
}

/// A screen's pixels beating with the sensor's: bands of colour, slightly bent.
pub fn screen(picture: &mut Picture, seed: u64, strength: f32) {
    let rng = &mut Rng::with_seed(seed);
    let wave = |rng: &mut Rng, low: f32, high: f32| {
        let (sin, cos) = turn_of(f32::from(rng.u8(..180)));
        let period = low + (high - low) * rng.f32();
        [cos / period, sin / period]
    };
    // Fine lines of the panel, and the wide bands that they beat to.
    let (fine, wide) = (wave(rng, 2.6, 4.2), wave(rng, 14.0, 40.0));
    let width = picture.width;
    for (i, pixel) in picture.pixels.iter_mut().enumerate() {
        let (x, y) = ((i % width) as f32, (i / width) as f32);
        let bent = 0.000_05 * x * y;
        for (channel, value) in (0_u8..).zip(pixel.iter_mut()) {
            let phase = f32::from(channel) * 2.1;
            let band = libm::sinf(TAU * (x * wide[0] + y * wide[1]) + bent + phase);
            let line = libm::sinf(TAU * (x * fine[0] + y * fine[1]) + bent * 3.0 + phase);
            *value *= 1.0 + strength * (0.5 * band + 0.7 * line);
        }
    }
}

/// Photons come one by one, and the sensor adds its own: variance is `gain` times the light and
/// the square of `floor`.
pub fn noise(picture: &mut Picture, seed: u64, gain: f32, floor: f32) {
    let rng = &mut Rng::with_seed(seed);
    for pixel in &mut picture.pixels {
        for value in pixel.iter_mut() {
            let sigma = (gain * value.max(0.0) + floor * floor).sqrt();
            // Four numbers make a bell that is near enough.
            let bell = rng.f32() + rng.f32() + rng.f32() + rng.f32() - 2.0;
            *value += bell * 1.732 * sigma;
        }
    }
}

/// The standard deviation of [`noise`] at this light.
pub fn noise_sigma(light: f32, gain: f32, floor: f32) -> f32 {
    (gain * light.max(0.0) + floor * floor).sqrt()
}

/// Each channel times its factor, and the same everywhere added: exposure, white balance, flare.
pub fn expose(picture: &mut Picture, factor: Light, flare: f32) {
    for pixel in &mut picture.pixels {
        *pixel = std::array::from_fn(|channel| pixel[channel] * factor[channel] + flare);
    }
}

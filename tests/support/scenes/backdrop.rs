//! What lies under and around the paper: tables, cloths, floors, and other things on them.

use std::f32::consts::TAU;

use fastrand::Rng;

use super::picture::{Light, Place, distance, mix, of_code, times, to_segment, turn_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Wood,
    Cloth,
    Flowers,
    Stone,
    Plain,
    /// The colour of the paper itself.
    Same,
    Tiles,
    Checks,
    Dark,
    /// Sky over land: no table.
    Land,
}

impl Style {
    /// Those that a paper may lie on.
    pub const TABLES: [Self; 8] = [
        Self::Wood,
        Self::Cloth,
        Self::Flowers,
        Self::Stone,
        Self::Plain,
        Self::Tiles,
        Self::Checks,
        Self::Dark,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Wood => "wood",
            Self::Cloth => "cloth",
            Self::Flowers => "flowers",
            Self::Stone => "stone",
            Self::Plain => "plain",
            Self::Same => "same",
            Self::Tiles => "tiles",
            Self::Checks => "checks",
            Self::Dark => "dark",
            Self::Land => "land",
        }
    }
}

/// A table and what lies on it, as a function of the place in millimetres.
#[derive(Clone, Debug)]
pub struct Backdrop {
    style: Style,
    seed: u32,
    base: Light,
    other: Light,
    /// Turns the pattern, so that it does not run with the paper's edges.
    turn: (f32, f32),
    /// Millimetres of the pattern's main repeat.
    pitch: f32,
    things: Vec<Thing>,
}

#[derive(Clone, Debug)]
enum Thing {
    Sheet { centre: Place, half: Place, turn: (f32, f32), light: Light, is_written: bool },
    Rod { a: Place, b: Place, thick: f32, light: Light },
    Round { centre: Place, radius: f32, light: Light },
}

impl Backdrop {
    /// `size_mm` is the paper's, so that things can lie around it; `clutter` says how many.
    pub fn of(style: Style, seed: u64, size_mm: Place, clutter: u8) -> Self {
        let rng = &mut Rng::with_seed(seed);
        let tones: &[[[u8; 3]; 2]] = match style {
            Style::Wood => &[
                [[150, 104, 64], [98, 62, 36]],
                [[206, 170, 122], [170, 128, 84]],
                [[88, 58, 42], [52, 32, 24]],
                [[222, 204, 176], [196, 170, 134]],
            ],
            Style::Cloth => &[
                [[120, 40, 44], [90, 26, 32]],
                [[60, 88, 70], [44, 66, 52]],
                [[200, 190, 170], [176, 164, 142]],
                [[70, 76, 110], [50, 54, 84]],
            ],
            Style::Flowers => &[
                [[214, 206, 196], [170, 60, 80]],
                [[60, 70, 100], [220, 190, 90]],
                [[186, 208, 190], [70, 110, 70]],
            ],
            Style::Stone => &[
                [[150, 148, 146], [104, 102, 100]],
                [[210, 206, 200], [160, 152, 146]],
                [[90, 84, 82], [48, 46, 48]],
            ],
            Style::Plain => &[
                [[180, 186, 190], [120, 126, 136]],
                [[214, 196, 150], [170, 150, 110]],
                [[96, 120, 112], [70, 92, 88]],
                [[130, 110, 140], [98, 82, 112]],
            ],
            Style::Same => {
                &[[[240, 240, 236], [226, 228, 226]], [[226, 230, 228], [212, 218, 218]]]
            }
            Style::Tiles => &[[[206, 200, 190], [120, 114, 108]], [[120, 140, 150], [70, 80, 88]]],
            Style::Checks => &[[[230, 228, 222], [176, 50, 50]], [[224, 228, 230], [60, 90, 150]]],
            Style::Dark => &[[[34, 34, 38], [22, 22, 26]], [[46, 36, 32], [30, 24, 22]]],
            Style::Land => &[[[150, 190, 230], [90, 120, 60]], [[230, 190, 150], [80, 70, 90]]],
        };
        let [base, other] = tones[rng.usize(..tones.len())].map(of_code);
        let mut backdrop = Self {
            style,
            seed: rng.u32(..),
            base,
            other,
            turn: turn_of(f32::from(rng.u8(..180)) - 90.0),
            pitch: 12.0 + rng.f32() * 30.0,
            things: Vec::new(),
        };
        for n in 0..clutter {
            backdrop.things.push(thing(rng, size_mm, n));
        }
        backdrop
    }

    pub fn at(&self, place: Place) -> Light {
        let mut light = self.ground(place);
        for thing in &self.things {
            light = thing.over(light, place);
        }
        light
    }

    fn ground(&self, [x, y]: Place) -> Light {
        let (sin, cos) = self.turn;
        let (u, v) = (x * cos - y * sin, x * sin + y * cos);
        let seed = self.seed;
        let grain = |fine: f32| clouds([u / fine, v / fine], seed, 3);
        match self.style {
            Style::Wood => {
                let board = (v / (self.pitch * 4.0)).floor();
                let bend = clouds([u / 90.0, v / 12.0 + board * 31.0], seed, 3);
                let rings = libm::sinf((v / 2.6 + bend * 16.0) + board * 2.0);
                let fibre = clouds([u / 14.0, v / 0.35], seed ^ 5, 2);
                let gap = (v - board * self.pitch * 4.0).min(0.9) / 0.9;
                let share =
                    0.35 + 0.25 * rings + 0.6 * (fibre - 0.5) + 0.06 * libm::sinf(board * 9.0);
                times(mix(self.base, self.other, share.clamp(0.0, 1.0)), 0.35 + 0.65 * gap)
            }
            Style::Cloth => {
                let thread = libm::sinf(u * 5.2) * libm::sinf(v * 5.2);
                let fold = clouds([u / 60.0, v / 60.0], seed, 2);
                let share = 0.5 + 0.35 * thread + 0.4 * (grain(0.7) - 0.5);
                times(mix(self.base, self.other, share.clamp(0.0, 1.0)), 0.7 + 0.55 * fold)
            }
            Style::Flowers => {
                let cell = [(u / self.pitch).floor(), (v / self.pitch).floor()];
                let shift =
                    |salt: u32| 0.3 + 0.4 * hash(cell[0] as i32, cell[1] as i32, seed ^ salt);
                let at = [u / self.pitch - cell[0] - shift(1), v / self.pitch - cell[1] - shift(2)];
                let radius = distance(at, [0.0, 0.0]);
                let petals =
                    0.2 + 0.08 * libm::sinf(5.0 * libm::atan2f(at[1], at[0]) + shift(3) * 9.0);
                let share = ((petals - radius) * 14.0).clamp(0.0, 1.0);
                let tone = 0.86 + 0.28 * grain(1.1);
                times(mix(self.base, self.other, share), tone)
            }
            Style::Stone => {
                let vein = (clouds([u / 34.0, v / 34.0], seed ^ 9, 4) - 0.5).abs();
                let share =
                    0.9 * clouds([u / 5.0, v / 5.0], seed, 4) + (0.22 - vein * 6.0).max(0.0);
                mix(self.base, self.other, share.clamp(0.0, 1.0))
            }
            Style::Plain => {
                let share = 0.5 + (u + v) / 500.0 + 0.1 * (grain(2.0) - 0.5);
                mix(self.base, self.other, share.clamp(0.0, 1.0))
            }
            Style::Same => {
                let share = 0.5 + u / 600.0 + 0.24 * (grain(3.0) - 0.5);
                mix(self.base, self.other, share.clamp(0.0, 1.0))
            }
            Style::Tiles => {
                let side = self.pitch * 3.0;
                let edge = |at: f32| {
                    let inside = at - (at / side).floor() * side;
                    inside.min(side - inside)
                };
                let grout = (1.8 - edge(u).min(edge(v))).clamp(0.0, 1.0);
                let tone = 0.85 + 0.3 * grain(9.0);
                times(mix(self.base, self.other, grout), tone)
            }
            Style::Checks => {
                let band =
                    |at: f32| if libm::sinf(at * TAU / self.pitch) < 0.0 { 0.0 } else { 0.5 };
                let thread = 0.94 + 0.12 * libm::sinf(u * 6.0) * libm::sinf(v * 6.0);
                times(mix(self.base, self.other, band(u) + band(v)), thread)
            }
            Style::Dark => mix(self.base, self.other, grain(1.5)),
            Style::Land => {
                let horizon = 40.0 + 30.0 * (clouds([x / 60.0, 3.0], seed, 3) - 0.5);
                if y < horizon {
                    let cloud = clouds([x / 70.0, y / 26.0], seed ^ 3, 4);
                    mix(self.base, [0.9; 3], ((cloud - 0.5) * 3.0).clamp(0.0, 1.0))
                } else {
                    let green = clouds([x / 6.0, y / 3.0], seed ^ 8, 4);
                    times(self.other, 0.4 + 1.1 * green)
                }
            }
        }
    }
}

/// Something beside the paper, seldom reaching under it.
fn thing(rng: &mut Rng, [width, height]: Place, number: u8) -> Thing {
    let around = turn_of(f32::from(number) * 77.0 + f32::from(rng.u8(..60)));
    let away = 0.75 + rng.f32() * 0.35;
    let centre = [width * (0.5 + around.1 * away), height * (0.5 + around.0 * away * 1.15)];
    let scale = width.max(height) / 90.0;
    let light = of_code([rng.u8(..), rng.u8(..), rng.u8(..)]);
    match rng.u8(..4) {
        0 => {
            let half = [(22.0 + rng.f32() * 20.0) * scale, (14.0 + rng.f32() * 12.0) * scale];
            let white = of_code([235 + rng.u8(..20), 232 + rng.u8(..20), 226 + rng.u8(..20)]);
            let turn = turn_of(f32::from(rng.u8(..180)) - 90.0);
            Thing::Sheet { centre, half, turn, light: white, is_written: true }
        }
        1 => {
            let half = [(10.0 + rng.f32() * 22.0) * scale, (8.0 + rng.f32() * 14.0) * scale];
            let turn = turn_of(f32::from(rng.u8(..180)) - 90.0);
            Thing::Sheet { centre, half, turn, light: times(light, 0.7), is_written: false }
        }
        2 => {
            let (sin, cos) = turn_of(f32::from(rng.u8(..180)));
            let reach = 60.0;
            let a = [centre[0] - cos * reach, centre[1] - sin * reach];
            let b = [centre[0] + cos * reach, centre[1] + sin * reach];
            // A pen that would cross the paper is moved aside.
            let to_middle = to_segment([width / 2.0, height / 2.0], a, b);
            let push =
                (height * 0.62 - to_middle).max(0.0) * if around.0 < 0.0 { -1.0 } else { 1.0 };
            let moved = |p: Place| [p[0], p[1] + push];
            Thing::Rod { a: moved(a), b: moved(b), thick: 7.0 + rng.f32() * 4.0, light }
        }
        _ => Thing::Round { centre, radius: (9.0 + rng.f32() * 26.0) * scale.min(1.6), light },
    }
}

impl Thing {
    fn over(&self, ground: Light, place: Place) -> Light {
        match self {
            Self::Sheet { centre, half, turn, light, is_written } => {
                let (x, y) = (place[0] - centre[0], place[1] - centre[1]);
                let (u, v) = (x * turn.1 - y * turn.0, x * turn.0 + y * turn.1);
                let cover = soft((half[0] - u.abs()).min(half[1] - v.abs()) * 4.0);
                let row = libm::sinf(v * 1.7);
                let word = libm::sinf(u * 2.3 + libm::sinf(v * 0.9) * 8.0);
                let is_inked = *is_written
                    && 0.55 < row
                    && -0.3 < word
                    && u.abs() < half[0] * 0.8
                    && v.abs() < half[1] * 0.8;
                let light = if is_inked { times(*light, 0.15) } else { *light };
                mix(ground, light, cover)
            }
            Self::Rod { a, b, thick, light } => {
                let off = to_segment(place, *a, *b) / (thick / 2.0);
                let shine = (1.0 - (off - 0.4).abs() * 3.0).max(0.0) * 0.5;
                let round = mix(times(*light, 1.0 - 0.5 * off.min(1.0)), [0.8; 3], shine);
                mix(ground, round, soft((1.0 - off) * thick * 2.0))
            }
            Self::Round { centre, radius, light } => {
                let off = distance(place, *centre) / radius;
                let rim = (1.0 - (off - 0.88).abs() * 12.0).max(0.0) * 0.4;
                let shade = mix(times(*light, 0.55 + 0.45 * off.min(1.0)), [0.7; 3], rim);
                mix(ground, shade, soft((1.0 - off) * radius * 4.0))
            }
        }
    }
}

fn soft(depth: f32) -> f32 {
    (depth + 0.5).clamp(0.0, 1.0)
}

/// A number from 0 to 1 for each place of a grid.
pub fn hash(x: i32, y: i32, seed: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x9E37_79B1) ^ (y as u32).wrapping_mul(0x85EB_CA77) ^ seed;
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^= h >> 15;
    (h >> 8) as f32 / 16_777_216.0
}

/// Smooth between the places of the grid.
fn noise([x, y]: Place, seed: u32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (fx, fy) = (ease(x - left), ease(y - top));
    let at = |dx: i32, dy: i32| hash(left as i32 + dx, top as i32 + dy, seed);
    let upper = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
    let lower = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
    upper + (lower - upper) * fy
}

/// Noise of several finenesses, from 0 to 1.
pub fn clouds([x, y]: Place, seed: u32, octaves: u32) -> f32 {
    let (mut sum, mut total, mut size, mut fine) = (0.0, 0.0, 1.0, 1.0);
    for octave in 0..octaves {
        sum += size * noise([x * fine, y * fine], seed.wrapping_add(octave * 101));
        total += size;
        size *= 0.55;
        fine *= 2.03;
    }
    sum / total
}

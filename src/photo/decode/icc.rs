//! Colours of a matrix profile (Display P3 of iPhones, Adobe RGB of cameras) to sRGB.
//!
//! Only RGB profiles of three primaries and tone curves are converted (ICC.1:2022,
//! section 8.3): phones and cameras write no others. A profile of another sort is
//! dropped, knowingly: its numbers are then taken for sRGB.

use image::RgbImage;

use crate::photo::bytes::{Endian, index, u16_at, u32_at};

/// Output of the sRGB curve for light in `0..STEPS`, fine enough for 8 bits.
const STEPS: usize = 4096;

/// XYZ of D50 to linear sRGB: the inverse of the primaries of sRGB as adapted to
/// D50 (IEC 61966-2-1; Bradford).
const XYZ_TO_SRGB: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// A profile whose numbers differ from sRGB's by less of full light is left alone:
/// chosen by us, a step of eight bits.
const SAME: f64 = 0.004;

/// A way from a profile's colours to sRGB.
#[derive(Debug)]
pub(super) struct Conversion {
    /// Linear light for each of the 256 values, per channel.
    linear: [Box<[f32; 256]>; 3],
    matrix: [[f32; 3]; 3],
    /// sRGB value for each step of linear light.
    encode: Box<[u8; STEPS]>,
}

impl Conversion {
    /// The conversion of a profile; nothing where it is sRGB already, or of a sort
    /// that is not converted.
    pub(super) fn to_srgb(profile: &[u8]) -> Option<Self> {
        if profile.get(16..20)? != b"RGB " {
            return None;
        }
        let primaries = [b"rXYZ", b"gXYZ", b"bXYZ"].map(|name| xyz(tag(profile, *name)?));
        let primaries = [primaries[0]?, primaries[1]?, primaries[2]?];
        let curves = [b"rTRC", b"gTRC", b"bTRC"].map(|name| Curve::read(tag(profile, *name)?));
        let [red, green, blue] = curves;
        let curves = [red?, green?, blue?];

        let mut matrix = [[0.0; 3]; 3];
        for (row, to_srgb) in matrix.iter_mut().zip(XYZ_TO_SRGB) {
            for (cell, primary) in row.iter_mut().zip(primaries) {
                *cell = to_srgb.iter().zip(primary).map(|(a, b)| a * b).sum();
            }
        }
        let is_identity = matrix.iter().enumerate().all(|(y, row)| {
            row.iter()
                .enumerate()
                .all(|(x, cell)| (cell - f64::from(u8::from(x == y))).abs() < SAME)
        });
        let is_srgb_curve = curves.iter().all(|curve| {
            (0..=16)
                .map(|n| f64::from(n) / 16.0)
                .all(|x| (curve.at(x) - srgb_to_linear(x)).abs() < SAME)
        });
        if is_identity && is_srgb_curve {
            return None;
        }
        Some(Self {
            linear: curves
                .map(|curve| Box::new(std::array::from_fn(|n| narrow(curve.at(n as f64 / 255.0))))),
            matrix: matrix.map(|row| row.map(narrow)),
            encode: Box::new(std::array::from_fn(|n| {
                round_to_byte(linear_to_srgb(n as f64 / (STEPS - 1) as f64) * 255.0)
            })),
        })
    }

    /// Converts in place.
    pub(super) fn apply(&self, pixels: &mut RgbImage) {
        for pixel in pixels.pixels_mut() {
            let light: [f32; 3] = std::array::from_fn(|n| self.linear[n][usize::from(pixel.0[n])]);
            pixel.0 = self.matrix.map(|[r, g, b]| {
                let light = (r * light[0] + g * light[1] + b * light[2]).clamp(0.0, 1.0);
                self.encode[step(light)]
            });
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped to 0..=1 before.
fn step(light: f32) -> usize {
    (light * (STEPS - 1) as f32 + 0.5) as usize
}

#[allow(clippy::cast_possible_truncation)] // Seven digits are plenty for eight bits.
fn narrow(value: f64) -> f32 {
    value as f32
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
fn round_to_byte(value: f64) -> u8 {
    (value.clamp(0.0, 255.0) + 0.5) as u8
}

/// A tone curve (`curv` or `para`, sections 10.6 and 10.18).
#[derive(Debug)]
enum Curve {
    Power(f64),
    Table(Vec<u16>),
    /// Gamma, then a to f; unused ones make the general form fit.
    Parametric([f64; 7]),
}

impl Curve {
    fn read(data: &[u8]) -> Option<Self> {
        match data.get(..4)? {
            b"curv" => {
                let count = index(u32_at(data, 8, Endian::Big)?);
                match count {
                    0 => Some(Self::Power(1.0)),
                    1 => Some(Self::Power(f64::from(u16_at(data, 12, Endian::Big)?) / 256.0)),
                    2..=4096 => (0..count)
                        .map(|n| u16_at(data, 12 + n * 2, Endian::Big))
                        .collect::<Option<Vec<_>>>()
                        .map(Self::Table),
                    _ => None,
                }
            }
            b"para" => {
                let number = |n: usize| s15_fixed16(data, 12 + n * 4);
                let g = number(0)?;
                Some(Self::Parametric(match u16_at(data, 8, Endian::Big)? {
                    0 => return Some(Self::Power(g)),
                    1 => {
                        let (a, b) = (number(1)?, number(2)?);
                        [g, a, b, 0.0, -b / a, 0.0, 0.0]
                    }
                    2 => {
                        let (a, b, c) = (number(1)?, number(2)?, number(3)?);
                        [g, a, b, 0.0, -b / a, c, c]
                    }
                    3 => [g, number(1)?, number(2)?, number(3)?, number(4)?, 0.0, 0.0],
                    4 => {
                        [g, number(1)?, number(2)?, number(3)?, number(4)?, number(5)?, number(6)?]
                    }
                    _ => return None,
                }))
            }
            _ => None,
        }
    }

    #[allow(clippy::many_single_char_names)] // As the specification names them.
    fn at(&self, x: f64) -> f64 {
        match self {
            Self::Power(gamma) => libm::pow(x, *gamma),
            Self::Table(table) => {
                let place = x * (table.len() - 1) as f64;
                let below = libm::floor(place);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ x ≤ 1.
                let n = (below as usize).min(table.len() - 2);
                let (low, high) = (f64::from(table[n]), f64::from(table[n + 1]));
                (low + (high - low) * (place - n as f64)) / 65535.0
            }
            &Self::Parametric([g, a, b, c, d, e, f]) => {
                if x < d {
                    c * x + f
                } else {
                    libm::pow((a * x + b).max(0.0), g) + e
                }
            }
        }
    }
}

/// The data of a tag, by the profile's table (section 7.3).
fn tag(profile: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    let count = index(u32_at(profile, 128, Endian::Big)?).min(100);
    let entry = (0..count)
        .map(|n| 132 + n * 12)
        .find(|&at| profile.get(at..at + 4) == Some(name.as_slice()))?;
    let start = index(u32_at(profile, entry + 4, Endian::Big)?);
    let size = index(u32_at(profile, entry + 8, Endian::Big)?);
    profile.get(start..start.checked_add(size)?)
}

fn xyz(data: &[u8]) -> Option<[f64; 3]> {
    (data.get(..4)? == b"XYZ ").then_some(())?;
    Some([s15_fixed16(data, 8)?, s15_fixed16(data, 12)?, s15_fixed16(data, 16)?])
}

fn s15_fixed16(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from(u32_at(data, at, Endian::Big)?.cast_signed()) / 65536.0)
}

fn srgb_to_linear(value: f64) -> f64 {
    if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
}

fn linear_to_srgb(light: f64) -> f64 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * libm::pow(light, 1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile of three primaries and one curve, as small as can be.
    fn profile(primaries: [[f64; 3]; 3], gamma: u16) -> Vec<u8> {
        let fixed = |value: f64| {
            #[allow(clippy::cast_possible_truncation)] // Test numbers are small.
            let fixed = (value * 65536.0).round() as i32;
            fixed.to_be_bytes()
        };
        let mut data = Vec::new();
        let mut table = Vec::new();
        let names = [b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"];
        let base = 128 + 4 + names.len() * 12;
        for (n, name) in names.into_iter().enumerate() {
            let start = base + data.len();
            if n < 3 {
                data.extend(b"XYZ \0\0\0\0");
                primaries[n].iter().for_each(|&value| data.extend(fixed(value)));
            } else {
                data.extend(b"curv\0\0\0\0\0\0\0\x01");
                data.extend(gamma.to_be_bytes());
            }
            let size = base + data.len() - start;
            table.extend(name);
            table.extend(u32::try_from(start).unwrap().to_be_bytes());
            table.extend(u32::try_from(size).unwrap().to_be_bytes());
        }
        let mut profile = vec![0; 128];
        profile[16..20].copy_from_slice(b"RGB ");
        profile.extend(u32::try_from(names.len()).unwrap().to_be_bytes());
        profile.extend(table);
        profile.extend(data);
        profile
    }

    /// Display P3 adapted to D50, by Apple's published profile.
    const P3: [[f64; 3]; 3] =
        [[0.515_1, 0.241_2, -0.001_1], [0.292_0, 0.692_2, 0.041_9], [0.157_1, 0.066_6, 0.784_1]];

    #[test]
    fn a_wider_gamut_gets_stronger_numbers_in_srgb() {
        let conversion = Conversion::to_srgb(&profile(P3, 0x0233)).unwrap();
        let mut pixels = RgbImage::from_pixel(1, 1, image::Rgb([200, 60, 60]));
        conversion.apply(&mut pixels);
        let [red, green, _] = pixels.get_pixel(0, 0).0;
        assert!(200 < red && green < 60, "{pixels:?}");
    }

    #[test]
    fn grey_stays_grey() {
        let conversion = Conversion::to_srgb(&profile(P3, 0x0233)).unwrap();
        let mut pixels = RgbImage::from_pixel(1, 1, image::Rgb([128; 3]));
        conversion.apply(&mut pixels);
        let [red, green, blue] = pixels.get_pixel(0, 0).0;
        assert!(red.abs_diff(green) <= 1 && green.abs_diff(blue) <= 1, "{pixels:?}");
    }

    #[test]
    fn cut_profiles_convert_nothing() {
        let whole = profile(P3, 0x0233);
        for length in 0..whole.len() {
            let _ = Conversion::to_srgb(&whole[..length]);
        }
        assert!(Conversion::to_srgb(&whole[..140]).is_none());
    }
}

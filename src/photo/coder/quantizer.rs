//! Which steps coefficients are rounded to.

use super::dct::GAIN;

/// The standard's tables times this over 1,000. libjpeg's quality 50 is 1,000, smaller is better.
/// Unlike the quality it can be chosen as finely as bytes allow.
pub(in crate::photo) type Scale = u32;

/// libjpeg's definition of its quality (`jpeg_quality_scaling`).
pub(in crate::photo) fn scale_of_quality(quality: u8) -> Scale {
    let quality = Scale::from(quality.clamp(1, 100));
    if quality < 50 { 50_000 / quality } else { 2_000 - 20 * quality }
}

/// Where the coefficients of a block stand in the file: row times eight and column, in the
/// order of T.81, figure A.6.
pub(super) const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// The example tables of ITU-T T.81, annex K.1, row by row. Others were measured (those of
/// `jpeg-encoder`): at equal bytes these keep documents most alike.
const LUMA: [u8; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const CHROMA: [u8; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/// The steps of one table, and how to divide by them.
pub(super) struct Table {
    /// In the order of the file.
    pub(super) steps: [u8; 64],
    divisors: [Divisor; 64],
}

#[derive(Clone, Copy)]
struct Divisor {
    half: u32,
    reciprocal: u32,
}

/// Coefficients with a gain of 8 are below 2¹⁴ with what is added for rounding; the smallest
/// divisor is 8. Products so fit into 32 bits.
const SHIFT: u32 = 21;

impl Table {
    fn new(base: &[u8; 64], scale: Scale) -> Self {
        let step = |place: usize| {
            let step = (u32::from(base[usize::from(ZIGZAG[place])]) * scale + 500) / 1_000;
            u8::try_from(step.clamp(1, 255)).unwrap_or(u8::MAX)
        };
        let steps = std::array::from_fn(step);
        let divisors = steps.map(|step: u8| {
            let by = u32::from(step) * GAIN.unsigned_abs();
            Divisor { half: by / 2, reciprocal: (1_u32 << SHIFT).div_ceil(by) }
        });
        Self { steps, divisors }
    }

    /// The coefficient in steps, rounded.
    pub(super) fn quantized(&self, place: usize, coefficient: i16) -> i32 {
        let Divisor { half, reciprocal } = self.divisors[place & 63];
        let size = u32::from(coefficient.unsigned_abs());
        if size < half {
            // Most of them.
            return 0;
        }
        let size = ((size + half) * reciprocal) >> SHIFT;
        #[allow(clippy::cast_possible_wrap)] // Below 2¹¹.
        let size = size as i32;
        if coefficient < 0 { -size } else { size }
    }
}

/// Both tables.
pub(super) struct Quantizer {
    pub(super) luma: Table,
    pub(super) chroma: Table,
}

impl Quantizer {
    pub(super) fn new(scale: Scale) -> Self {
        // Coarser than this every step is the greatest there is.
        let scale = scale.clamp(1, 1_000_000);
        Self { luma: Table::new(&LUMA, scale), chroma: Table::new(&CHROMA, scale) }
    }
}

/// From which size on a coefficient is not rounded to nothing.
pub(super) struct Coarseness {
    pub(super) luma: [u16; 64],
    pub(super) chroma: [u16; 64],
}

impl Coarseness {
    pub(super) fn of(quantizer: &Quantizer) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // It is 8.
        let least = |table: &Table| {
            // Half a step, with the gain of 8.
            table.steps.map(|step| u16::from(step) * (GAIN as u16 / 2))
        };
        Self { luma: least(&quantizer.luma), chroma: least(&quantizer.chroma) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_that_of_the_quality() {
        assert_eq!([1, 25, 50, 75, 92].map(scale_of_quality), [50_000, 2_000, 1_000, 500, 160]);
    }

    #[test]
    fn coefficients_are_rounded_to_the_nearest_step() {
        for scale in [1, 160, 1_000, 3_000, 50_000] {
            let Quantizer { luma, chroma } = Quantizer::new(scale);
            for table in [luma, chroma] {
                for place in 0..64 {
                    let by = i32::from(table.steps[place]) * GAIN;
                    for coefficient in -8_300_i16..=8_300 {
                        let steps = table.quantized(place, coefficient);
                        let off = (steps * by - i32::from(coefficient)).abs();
                        // One that lies in the middle to a hundredth of a step may go either way.
                        assert!(
                            off * 100 <= by * 51,
                            "{coefficient} in steps of {by} is not {steps}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn zigzag_has_every_place_once() {
        let mut places = ZIGZAG;
        places.sort_unstable();
        assert!(places.iter().enumerate().all(|(n, &place)| n == usize::from(place)));
    }
}

//! Fewer pixels: a separable filter in integer arithmetic, the same everywhere.
//!
//! The well-kept crates for this carry every pixel type there is, which is more
//! than the rest of the package together; two types and one direction are little.

/// How the pixels under one output pixel are weighted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Filter {
    /// A tent: soft, and the cheapest that does not alias. For measuring.
    Triangle,
    /// Keys' cubic with a = −1/2: keeps print crisp. For pictures.
    CatmullRom,
}

impl Filter {
    /// Half the width of the filter, in output pixels.
    const fn radius(self) -> f64 {
        match self {
            Self::Triangle => 1.0,
            Self::CatmullRom => 2.0,
        }
    }

    fn weight(self, distance: f64) -> f64 {
        let x = distance.abs();
        match self {
            Self::Triangle => (1.0 - x).max(0.0),
            Self::CatmullRom if x < 1.0 => (1.5 * x - 2.5) * x * x + 1.0,
            Self::CatmullRom if x < 2.0 => ((2.5 - 0.5 * x) * x - 4.0) * x + 2.0,
            Self::CatmullRom => 0.0,
        }
    }
}

/// Weights are fractions of this.
const ONE: i32 = 1 << 14;

/// The input pixels of one output pixel.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

/// Reduces a picture of `C` channels to `to`, which may not be larger than `from`.
/// Sizes are width and height; `data` holds rows without gaps.
pub(super) fn reduce<const C: usize>(
    data: &[u8],
    from: (u32, u32),
    to: (u32, u32),
    filter: Filter,
) -> Vec<u8> {
    let columns = taps(from.0, to.0, filter);
    let rows = taps(from.1, to.1, filter);
    let from_row = from.0 as usize * C;
    let to_row = to.0 as usize * C;

    let mut narrow = Vec::with_capacity(to_row * from.1 as usize);
    for row in data.chunks_exact(from_row.max(1)) {
        for taps in &columns {
            let input = &row[taps.first * C..(taps.first + taps.weights.len()) * C];
            let mut sums = [ONE / 2; C];
            for (pixel, &weight) in input.chunks_exact(C).zip(&taps.weights) {
                for (sum, &value) in sums.iter_mut().zip(pixel) {
                    *sum += i32::from(value) * weight;
                }
            }
            narrow.extend(sums.map(to_byte));
        }
    }

    let mut reduced = Vec::with_capacity(to_row * to.1 as usize);
    let mut sums = vec![0; to_row];
    for taps in &rows {
        sums.fill(ONE / 2);
        let input = &narrow[taps.first * to_row..(taps.first + taps.weights.len()) * to_row];
        for (row, &weight) in input.chunks_exact(to_row.max(1)).zip(&taps.weights) {
            for (sum, &value) in sums.iter_mut().zip(row) {
                *sum += i32::from(value) * weight;
            }
        }
        reduced.extend(sums.iter().copied().map(to_byte));
    }
    reduced
}

fn to_byte(sum: i32) -> u8 {
    u8::try_from((sum / ONE).clamp(0, 255)).unwrap_or(u8::MAX)
}

fn taps(from: u32, to: u32, filter: Filter) -> Vec<Taps> {
    let scale = f64::from(from) / f64::from(to);
    let radius = filter.radius() * scale;
    (0..to)
        .map(|n| {
            let center = (f64::from(n) + 0.5) * scale;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 ≤ … ≤ from.
            let (first, end) = (
                (center - radius).max(0.0) as u32,
                libm::ceil((center + radius).min(f64::from(from))) as u32,
            );
            let raw: Vec<f64> = (first..end)
                .map(|at| filter.weight((f64::from(at) + 0.5 - center) / scale))
                .collect();
            Taps { first: first as usize, weights: normalized(&raw) }
        })
        .collect()
}

/// Integer weights that sum up to [`ONE`] exactly, so that white stays white.
fn normalized(raw: &[f64]) -> Vec<i32> {
    let total: f64 = raw.iter().sum();
    #[allow(clippy::cast_possible_truncation)] // Fractions of `ONE`.
    let mut weights: Vec<i32> =
        raw.iter().map(|weight| libm::round(weight / total * f64::from(ONE)) as i32).collect();
    let missing = ONE - weights.iter().sum::<i32>();
    if let Some(largest) = weights.iter_mut().max() {
        *largest += missing;
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flat_pictures_stay_flat() {
        for filter in [Filter::Triangle, Filter::CatmullRom] {
            for value in [0, 1, 127, 255] {
                let data = vec![value; 37 * 23 * 3];
                let reduced = reduce::<3>(&data, (37, 23), (11, 5), filter);
                assert_eq!(reduced, vec![value; 11 * 5 * 3], "{filter:?}");
            }
        }
    }

    #[test]
    fn the_same_size_is_the_same_picture() {
        let data: Vec<u8> = (0..=254).collect();
        assert_eq!(reduce::<1>(&data, (15, 17), (15, 17), Filter::CatmullRom), data);
    }

    #[test]
    fn a_slope_stays_a_slope() {
        let data: Vec<u8> = (0..200).collect();
        let reduced = reduce::<1>(&data, (200, 1), (50, 1), Filter::Triangle);
        for (n, value) in (0_u8..50).zip(reduced).skip(2).take(46) {
            assert!(value.abs_diff(n * 4 + 2) <= 1, "{n}: {value}");
        }
    }
}

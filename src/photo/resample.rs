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
const ONE: i32 = 1 << BITS;
const BITS: u32 = 14;

/// The input pixels of one output pixel.
struct Taps {
    first: usize,
    weights: Vec<i32>,
}

/// Rows of a picture that are narrowed together.
const LINES: usize = 32;
/// Bytes of a row that are summed up at a time: their sums stay in the nearest cache.
const RUN: usize = 256;

/// Reduces a picture of so many channels to `to`, which may not be larger than `from`.
/// Sizes are width and height; `data` holds rows without gaps.
pub(super) fn reduce(
    data: &[u8],
    channels: usize,
    from: (u32, u32),
    to: (u32, u32),
    filter: Filter,
) -> Vec<u8> {
    let from_row = (from.0 as usize * channels).max(1);
    let to_row = (to.0 as usize * channels).max(1);
    let columns = taps(from.0, to.0, filter);
    let rows = taps(from.1, to.1, filter);

    let mut narrow = vec![0; to_row * from.1 as usize];
    let mut strip = Strip { channels, ..Strip::default() };
    let strips = data.chunks(from_row * LINES);
    for (lines, narrow) in strips.zip(narrow.chunks_mut(to_row * LINES)) {
        strip.read(lines, from_row);
        strip.narrow(&columns, narrow, to_row);
    }

    let mut reduced = vec![0; to_row * to.1 as usize];
    let mut sums = vec![0; RUN];
    for (taps, row) in rows.iter().zip(reduced.chunks_exact_mut(to_row)) {
        for (n, run) in row.chunks_mut(RUN).enumerate() {
            let sums = &mut sums[..run.len()];
            sums.fill(ONE / 2);
            for (y, &weight) in (taps.first..).zip(&taps.weights) {
                add(sums, &narrow[y * to_row + n * RUN..], weight);
            }
            write(run, sums);
        }
    }
    reduced
}

/// Some rows of a picture side by side: the pixels of a column lie one after the other, since
/// computers are good at doing the same with many bytes that do.
#[derive(Default)]
struct Strip {
    channels: usize,
    columns: Vec<u8>,
    sums: Vec<i32>,
    bytes: Vec<u8>,
}

impl Strip {
    fn read(&mut self, lines: &[u8], row: usize) {
        self.columns.resize(row * LINES, 0);
        // A column of each channel at a time.
        for (x, column) in self.columns.as_chunks_mut::<LINES>().0.iter_mut().enumerate() {
            for (to, line) in column.iter_mut().zip(lines.chunks_exact(row)) {
                *to = line[x];
            }
        }
    }

    fn narrow(&mut self, columns: &[Taps], narrow: &mut [u8], row: usize) {
        let lanes = self.channels * LINES;
        self.sums.resize(lanes, 0);
        self.bytes.resize(lanes, 0);
        for (taps, x) in columns.iter().zip((0..).step_by(self.channels)) {
            self.sums.fill(ONE / 2);
            let column = self.columns[taps.first * lanes..].chunks_exact(lanes);
            for (column, &weight) in column.zip(&taps.weights) {
                add(&mut self.sums, column, weight);
            }
            write(&mut self.bytes, &self.sums);
            for (channel, bytes) in self.bytes.as_chunks::<LINES>().0.iter().enumerate() {
                for (line, &byte) in narrow.chunks_exact_mut(row).zip(bytes) {
                    line[x + channel] = byte;
                }
            }
        }
    }
}

/// A function of its own, lest compilers think of something else than vectors.
#[inline(never)]
fn add(sums: &mut [i32], values: &[u8], weight: i32) {
    for (sum, &value) in sums.iter_mut().zip(values) {
        *sum += i32::from(value) * weight;
    }
}

fn write(bytes: &mut [u8], sums: &[i32]) {
    for (byte, &sum) in bytes.iter_mut().zip(sums) {
        *byte = to_byte(sum);
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
fn to_byte(sum: i32) -> u8 {
    (sum >> BITS).clamp(0, 255) as u8
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
                let reduced = reduce(&data, 3, (37, 23), (11, 5), filter);
                assert_eq!(reduced, vec![value; 11 * 5 * 3], "{filter:?}");
            }
        }
    }

    #[test]
    fn the_same_size_is_the_same_picture() {
        let data: Vec<u8> = (0..=254).collect();
        assert_eq!(reduce(&data, 1, (15, 17), (15, 17), Filter::CatmullRom), data);
    }

    #[test]
    fn a_slope_stays_a_slope() {
        let data: Vec<u8> = (0..200).collect();
        let reduced = reduce(&data, 1, (200, 1), (50, 1), Filter::Triangle);
        for (n, value) in (0_u8..50).zip(reduced).skip(2).take(46) {
            assert!(value.abs_diff(n * 4 + 2) <= 1, "{n}: {value}");
        }
    }
}

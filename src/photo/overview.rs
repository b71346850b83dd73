//! One pass over all pixels, which is most of what looking at a photo costs: the mean colours of
//! coarse squares, in which the document is searched, and the brightness at half the size, on
//! which it is measured.

use image::RgbImage;

/// The long side of the coarse picture is at most this many pixels: the sides of a
/// document are still long lines there, and its print is mostly gone.
const LONG_SIDE: u32 = 640;

/// A picture at two smaller sizes.
#[derive(Debug)]
pub(super) struct Overview {
    /// How many pixels make one of the coarse picture, along each side.
    pub(super) factor: usize,
    /// Size of the coarse picture.
    pub(super) width: usize,
    pub(super) height: usize,
    /// Sums of red, green and blue over the pixels of each square, row by row.
    pub(super) sums: Vec<[u32; 3]>,
    /// Brightness of squares of two by two pixels.
    pub(super) half: Plane,
}

/// Brightness of a picture, row by row.
#[derive(Debug)]
pub(super) struct Plane {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) luma: Vec<u8>,
}

impl Overview {
    pub(super) fn of(pixels: &RgbImage) -> Self {
        let (from_width, from_height) = pixels.dimensions();
        let factor = from_width.max(from_height).div_ceil(LONG_SIDE).max(1) as usize;
        let (from_width, from_height) = (from_width as usize, from_height as usize);
        let (width, height) = (from_width / factor, from_height / factor);
        let mut overview = Self {
            factor,
            width,
            height,
            sums: vec![[0; 3]; width * height],
            half: Plane::black(from_width / 2, from_height / 2),
        };
        let row_bytes = (from_width * 3).max(1);
        // Photos of 12 megapixels are of this size, and are to be quick.
        let is_added_up = factor == 4;
        if !is_added_up {
            overview.add_squares(pixels.as_raw(), row_bytes);
        }
        let half_rows = overview.half.luma.chunks_exact_mut((from_width / 2).max(1));
        for (y, (two, half)) in
            pixels.as_raw().chunks_exact(row_bytes * 2).zip(half_rows).enumerate()
        {
            let (upper, lower) = two.split_at(row_bytes);
            // Two rows of two are one of squares.
            let start = y / 2 * width;
            let sums = overview.sums.get_mut(start..start + width).filter(|_| is_added_up);
            halve(upper, lower, half, sums.unwrap_or_default());
        }
        overview
    }

    /// Adds up whole squares of pixels.
    fn add_squares(&mut self, pixels: &[u8], row_bytes: usize) {
        let Self { factor, width, .. } = *self;
        for (rows, sums) in
            pixels.chunks_exact(row_bytes * factor).zip(self.sums.chunks_exact_mut(width.max(1)))
        {
            for row in rows.chunks_exact(row_bytes) {
                for (sum, square) in sums.iter_mut().zip(row.chunks_exact(3 * factor)) {
                    for pixel in square.chunks_exact(3) {
                        sum[0] += u32::from(pixel[0]);
                        sum[1] += u32::from(pixel[1]);
                        sum[2] += u32::from(pixel[2]);
                    }
                }
            }
        }
    }
}

impl Plane {
    fn black(width: usize, height: usize) -> Self {
        Self { width, height, luma: vec![0; width * height] }
    }

    /// The brightness of a picture within a frame (left, top, right and bottom in pixels);
    /// black outside of it.
    pub(super) fn within(pixels: &RgbImage, [left, top, right, bottom]: [usize; 4]) -> Self {
        let (width, height) = (pixels.width() as usize, pixels.height() as usize);
        let mut plane = Self::black(width, height);
        let (right, bottom) = (right.min(width), bottom.min(height));
        if right <= left || bottom <= top {
            return plane;
        }
        let rows = pixels.as_raw().chunks_exact(width * 3).zip(plane.luma.chunks_exact_mut(width));
        for (row, out) in rows.take(bottom).skip(top) {
            for (out, rgb) in out[left..right].iter_mut().zip(row[left * 3..].chunks_exact(3)) {
                *out = luma([rgb[0], rgb[1], rgb[2]]);
            }
        }
        plane
    }
}

/// Two rows to one of half as many pixels; adds the colours of each two of these to a sum, where
/// there is one.
fn halve(upper: &[u8], lower: &[u8], half: &mut [u8], sums: &mut [[u32; 3]]) {
    let (up, up_rest) = upper.as_chunks::<12>();
    let (low, low_rest) = lower.as_chunks::<12>();
    let (half, half_rest) = half.as_chunks_mut::<2>();
    let mut sums = sums.iter_mut();
    for ((half, up), low) in half.iter_mut().zip(up).zip(low) {
        let (left, right) = (Lanes::left(up, low), Lanes::right(up, low));
        *half = [left.luma(), right.luma()];
        if let Some(sum) = sums.next() {
            let both = left.add(right).colours();
            *sum = [sum[0] + both[0], sum[1] + both[1], sum[2] + both[2]];
        }
    }
    if let ([half], Some(up), Some(low)) =
        (half_rest, up_rest.first_chunk::<6>(), low_rest.first_chunk::<6>())
    {
        let [mut up_padded, mut low_padded] = [[0; 12]; 2];
        up_padded[..6].copy_from_slice(up);
        low_padded[..6].copy_from_slice(low);
        *half = Lanes::left(&up_padded, &low_padded).luma();
    }
}

/// Rec. 601 brightness in 7-bit fractions: what has room in [`Lanes`].
const WEIGHTS: [u8; 3] = [38, 75, 15];

/// The sums of the colours of two pixels and the two below, of several bytes at once: lanes of 16
/// bits, from the lowest on, as they come by taking every other byte of red, green, blue, red,
/// green, blue: r b g − and g r b −.
#[derive(Clone, Copy)]
struct Lanes {
    even: u64,
    odd: u64,
}

impl Lanes {
    /// Of the first two pixels.
    #[inline(always)]
    #[allow(clippy::inline_always)] // For every pixel.
    fn left(up: &[u8; 12], low: &[u8; 12]) -> Self {
        let first = |row: &[u8; 12]| {
            u64::from_le_bytes([row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]])
        };
        Self::of(first(up), first(low))
    }

    /// Of the other two.
    #[inline(always)]
    #[allow(clippy::inline_always)] // For every pixel.
    fn right(up: &[u8; 12], low: &[u8; 12]) -> Self {
        let last = |row: &[u8; 12]| {
            u64::from_le_bytes([row[4], row[5], row[6], row[7], row[8], row[9], row[10], row[11]])
        };
        Self::of(last(up) >> 16, last(low) >> 16)
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // For every pixel.
    fn of(up: u64, low: u64) -> Self {
        const BYTES: u64 = 0x0000_00FF_00FF_00FF;
        let odd = (up >> 8 & BYTES) + (low >> 8 & BYTES);
        Self { even: (up & BYTES) + (low & BYTES), odd }
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // For every pixel.
    fn add(self, other: Self) -> Self {
        Self { even: self.even + other.even, odd: self.odd + other.odd }
    }

    #[inline(always)]
    #[allow(clippy::inline_always, clippy::cast_possible_truncation)] // Lanes.
    fn colours(self) -> [u32; 3] {
        let lane = |lanes: u64, n: u32| (lanes >> (16 * n)) as u32 & 0xFFFF;
        let (even, odd) = (self.even, self.odd);
        [lane(even, 0) + lane(odd, 1), lane(even, 2) + lane(odd, 0), lane(even, 1) + lane(odd, 2)]
    }

    /// The mean brightness of four pixels: the third lane of a product is the sum of three, below
    /// 2^16, and the lanes below it run over as little.
    #[inline(always)]
    #[allow(clippy::inline_always, clippy::cast_possible_truncation)] // Lanes; below 256.
    fn luma(self) -> u8 {
        let weights = |low: usize, middle: usize, high: usize| {
            u64::from(WEIGHTS[low])
                | u64::from(WEIGHTS[middle]) << 16
                | u64::from(WEIGHTS[high]) << 32
        };
        // Backwards: r b g takes the weights of g b r.
        let even = self.even.wrapping_mul(weights(1, 2, 0)) >> 32 & 0xFFFF;
        let odd = self.odd.wrapping_mul(weights(2, 0, 1)) >> 32 & 0xFFFF;
        ((even + odd) >> 9) as u8
    }
}

/// Rec. 601 brightness in 8-bit fractions.
#[inline(always)]
#[allow(clippy::inline_always, clippy::cast_possible_truncation)] // For every pixel; below 256.
pub(super) fn luma(rgb: [u8; 3]) -> u8 {
    let [red, green, blue] = [u32::from(rgb[0]), u32::from(rgb[1]), u32::from(rgb[2])];
    ((77 * red + 150 * green + 29 * blue) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn every_size_is_reduced_alike() {
        let sizes =
            [(1, 1), (1, 700), (700, 1), (639, 5), (641, 9), (1_281, 7), (1_923, 6), (2_563, 17)];
        for (width, height) in sizes {
            let value = |x: u32, y: u32| u8::try_from((x * 7 + y * 13) % 251).unwrap();
            let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([value(x, y); 3]));
            let overview = Overview::of(&pixels);
            let factor = u32::try_from(overview.factor).unwrap();
            let sum = |left: u32, top: u32, side: u32| -> u32 {
                let places = (0..side * side).map(|n| (left + n % side, top + n / side));
                places.map(|(x, y)| u32::from(value(x, y))).sum()
            };
            for (n, sums) in (0..).zip(&overview.sums) {
                let columns = width / factor;
                let expected = sum(n % columns * factor, n / columns * factor, factor);
                assert_eq!(*sums, [expected; 3], "{width} × {height}: {n}");
            }
            assert_eq!(overview.half.luma.len(), (width / 2 * (height / 2)) as usize);
            for (n, half) in (0..).zip(&overview.half.luma) {
                let expected = sum(n % (width / 2) * 2, n / (width / 2) * 2, 2) / 4;
                assert_eq!(u32::from(*half), expected, "{width} × {height}: {n}");
            }
        }
    }
}

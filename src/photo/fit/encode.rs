//! The best JPEG that fits: sizes from large to small, and at each the highest
//! quality that keeps the limit.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use crate::photo::profile::{Profile, Step};
use crate::photo::resample::{self, Filter};

/// The first guess. At 200 KB and 2,000 pixels most documents end near it.
const FIRST_QUALITY: u8 = 40;
/// Encoded size goes with the quantiser's step to the power of minus this.
/// Measured on photographs of documents; only the number of attempts depends on it.
const SIZE_EXPONENT: f64 = 0.65;
/// Rows of a strip of blocks when colours are halved both ways.
const STRIP_ROWS: usize = 16;
/// One strip of so many is sampled.
const SAMPLED_STRIPS: usize = 4;
/// The size is so regular that the third attempt is the last useful one.
const SAMPLE_ATTEMPTS: usize = 3;
/// A result this close below the limit is not worth another attempt, in thousandths.
const CLOSE_ENOUGH: usize = 985;

/// Encodes `pixels` to at most the profile's bytes, and gives the size it has then.
/// Nothing where even the smallest step would be too poor to read.
pub(super) fn to_fit(pixels: RgbImage, profile: &Profile) -> Option<(Vec<u8>, (u32, u32))> {
    let most_bytes = usize::try_from(profile.most_encoded_bytes).ok()?;
    let most_quality = profile.fit.most_quality;
    let mut pixels = pixels;
    let mut guess = FIRST_QUALITY;
    let ladder = profile.fit.ladder;
    // A photo below the ladder's foot has one step of its own size.
    let foot = ladder.last()?;
    let is_below = pixels.width().max(pixels.height()) <= foot.long_side;
    let steps = if is_below { std::slice::from_ref(foot) } else { ladder };
    for &Step { long_side, least_quality } in steps {
        if let Some(smaller) = reduced(&pixels, long_side) {
            pixels = smaller;
        }
        let range = (least_quality, most_quality);
        guess = guess_by_sample(&pixels, most_bytes, range, guess);
        match highest_quality(&pixels, most_bytes, range, guess) {
            Ok(bytes) => return Some((bytes, pixels.dimensions())),
            // A smaller picture has room for more quality.
            Err(tried) => guess = tried.max(least_quality),
        }
    }
    None
}

/// The picture with its long side reduced to `long_side`; nothing where it is not
/// larger than that.
fn reduced(pixels: &RgbImage, long_side: u32) -> Option<RgbImage> {
    let (width, height) = pixels.dimensions();
    let long = width.max(height);
    if long <= long_side {
        return None;
    }
    let scaled = |side: u32| (side * long_side / long).max(1);
    let (to_width, to_height) = (scaled(width), scaled(height));
    let from = (width, height);
    let data =
        resample::reduce::<3>(pixels.as_raw(), from, (to_width, to_height), Filter::CatmullRom);
    RgbImage::from_raw(to_width, to_height, data)
}

/// The file of the highest quality in `range` that has at most `most_bytes`.
///
/// # Errors
///
/// The lowest quality that was tried, if not even that fits.
fn highest_quality(
    pixels: &RgbImage,
    most_bytes: usize,
    range: (u8, u8),
    guess: u8,
) -> Result<Vec<u8>, u8> {
    let (mut lowest, mut highest) = range;
    let mut best = None;
    let mut quality = guess.clamp(lowest, highest);
    loop {
        let bytes = encode(pixels, quality);
        let size = bytes.len();
        let next = predict(quality, size, most_bytes);
        if size <= most_bytes {
            let is_close = most_bytes * CLOSE_ENOUGH <= size * 1_000;
            best = Some(bytes);
            // Where the next quality is expected to be too large, this is the best.
            if is_close || next <= quality || quality == highest {
                break;
            }
            lowest = quality + 1;
        } else {
            if quality == lowest {
                break;
            }
            highest = quality - 1;
        }
        quality = next.clamp(lowest, highest);
    }
    best.ok_or(quality)
}

/// The quality that should fit, found on a part of the picture: a quarter of the
/// work for each attempt, and the whole picture is then right at the first or second.
fn guess_by_sample(pixels: &RgbImage, most_bytes: usize, range: (u8, u8), guess: u8) -> u8 {
    let Some(sample) = sample(pixels) else { return guess };
    let share = u64::from(sample.height()) * most_bytes as u64 / u64::from(pixels.height());
    let wanted = usize::try_from(share).unwrap_or(most_bytes);
    let mut quality = guess.clamp(range.0, range.1);
    for _ in 0..SAMPLE_ATTEMPTS {
        let next = predict(quality, encode(&sample, quality).len(), wanted);
        let next = next.clamp(range.0, range.1);
        if next == quality {
            break;
        }
        quality = next;
    }
    quality
}

/// Every fourth strip of blocks, one under the other; nothing where the picture is
/// so small that a sample would not pay.
fn sample(pixels: &RgbImage) -> Option<RgbImage> {
    let row = pixels.width() as usize * 3;
    let strip = row * STRIP_ROWS;
    if pixels.as_raw().len() < strip * SAMPLED_STRIPS * 8 {
        return None;
    }
    let data: Vec<u8> =
        pixels.as_raw().chunks_exact(strip).step_by(SAMPLED_STRIPS).flatten().copied().collect();
    let rows = u32::try_from(data.len() / row).ok()?;
    RgbImage::from_raw(pixels.width(), rows, data)
}

/// The quality at which the picture should have `wanted` bytes, if it has `size` at `quality`.
fn predict(quality: u8, size: usize, wanted: usize) -> u8 {
    let ratio = size as f64 / wanted as f64;
    let step = quantiser_step(quality) * libm::pow(ratio, 1.0 / SIZE_EXPONENT);
    let quality = if 100.0 < step { 5_000.0 / step } else { (200.0 - step) / 2.0 };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
    let quality = quality.clamp(1.0, 100.0) as u8;
    quality
}

/// The quantiser's step in percent of the standard's tables, by libjpeg's scale.
fn quantiser_step(quality: u8) -> f64 {
    let quality = f64::from(quality.max(1));
    if quality < 50.0 { 5_000.0 / quality } else { 200.0 - 2.0 * quality }
}

fn encode(pixels: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    // Not progressive: this encoder's progressive files are an eighth larger.
    encoder.set_optimized_huffman_tables(true);
    let side = |side: u32| u16::try_from(side).unwrap_or(u16::MAX);
    let (width, height) = (side(pixels.width()), side(pixels.height()));
    match encoder.encode(pixels.as_raw(), width, height, ColorType::Rgb) {
        Ok(()) => bytes,
        // Writing to memory does not fail, and every side is below the ladder's
        // top; an empty file would be refused by the check that follows.
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::ProfileId;

    /// Noise, the worst that can be asked of an encoder.
    fn noise(width: u32, height: u32) -> RgbImage {
        let mut state = 1_u32;
        RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [red, green, blue, _] = state.to_be_bytes();
            image::Rgb([red, green, blue])
        })
    }

    #[test]
    fn noise_is_made_smaller_until_it_fits_or_refused() {
        let profile = ProfileId::Certification200k.profile();
        let most = usize::try_from(profile.most_encoded_bytes).unwrap();
        let (bytes, size) = to_fit(noise(700, 500), profile).unwrap();
        assert!(bytes.len() <= most && size == (700, 500));
        assert!(to_fit(noise(2_400, 1_800), profile).is_none_or(|(bytes, _)| bytes.len() <= most));
    }

    #[test]
    fn a_blank_page_has_the_best_quality() {
        let blank = RgbImage::from_pixel(640, 480, image::Rgb([250; 3]));
        let bytes = highest_quality(&blank, 200_000, (20, 92), 40).unwrap();
        assert_eq!(bytes, encode(&blank, 92));
    }
}

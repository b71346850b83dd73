//! The best JPEG that fits: sizes from large to small, and at each the finest
//! quantizer that keeps the limit.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, QuantizationTableType, SamplingFactor};

use crate::photo::profile::{Profile, Step};
use crate::photo::resample::{self, Filter};

/// The standard's tables times this over 1,000. libjpeg's quality 50 is 1,000,
/// smaller is better. Unlike the quality it can be chosen as finely as bytes allow.
type Scale = u32;

/// The first guess. At 200 KB and 2,000 pixels most documents end near it.
const FIRST_SCALE: Scale = 1_100;
/// Encoded size goes with the scale to the power of minus this. Measured on
/// photographs of documents; only the number of attempts depends on it.
const SIZE_EXPONENT: f64 = 0.65;
/// A picture that is turned or flattened may grow rather than fall below this quality.
const GROWTH_QUALITY: u8 = 75;
/// The share of the limit that is aimed at, in thousandths.
const AIM: usize = 992;
/// The share that is worth no further attempt, in thousandths.
const CLOSE_ENOUGH: usize = 983;
/// The size is so regular that few attempts are needed; a picture that defies it
/// keeps the best that was found.
const ATTEMPTS: u32 = 6;
/// As long as nothing fits, it is tried so often.
const LAST_ATTEMPT: u32 = 10;
/// The first leap over a stretch on which sizes hardly change, in hundredths; each further one
/// is twice as long. A picture that was compressed before has such stretches, where the new
/// quantizer is not yet coarser than the old one.
const LEAP: Scale = 4;

/// Rows of a strip of blocks when colors are halved both ways.
const STRIP_ROWS: usize = 16;
/// One strip of so many is sampled.
const SAMPLED_STRIPS: usize = 4;
/// Attempts on the sample.
const SAMPLE_ATTEMPTS: usize = 3;

/// What a result may be, besides the profile's limits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// It does not grow over this, the size of the file it comes from, unless that would
    /// cost quality.
    pub(super) given_bytes: usize,
    /// It is not made smaller than this, in pixels: print would be too small to read.
    pub(super) least_long_side: u32,
}

/// Encodes `pixels` to at most the profile's bytes, and gives the size it has then.
/// Nothing where even the smallest step would be too poor to read.
pub(super) fn to_fit(
    mut pixels: RgbImage,
    bounds: Bounds,
    profile: &Profile,
) -> Option<(Vec<u8>, (u32, u32))> {
    let most_bytes = usize::try_from(profile.most_encoded_bytes).ok()?;
    let least_short_side = profile.thresholds.least_short_side;
    let finest = scale_of_quality(profile.fit.most_quality);
    let mut guess = FIRST_SCALE;
    let ladder = profile.fit.ladder;
    // A photo below the ladder's foot has one step of its own size.
    let foot = ladder.last()?;
    let is_below = pixels.width().max(pixels.height()) <= foot.long_side;
    let steps = if is_below { std::slice::from_ref(foot) } else { ladder };
    let Bounds { given_bytes, least_long_side } = bounds;
    let mut is_least = false;
    for &Step { long_side, least_quality } in steps {
        if is_least {
            // No step below is any larger, and its quality is no lower.
            break;
        }
        is_least = long_side <= least_long_side;
        let long_side = long_side.max(least_long_side);
        if let Some(smaller) = reduced(&pixels, long_side, least_short_side) {
            pixels = smaller;
        }
        if given_bytes < most_bytes {
            let coarsest = scale_of_quality(GROWTH_QUALITY);
            let search = Search { most_bytes: given_bytes, finest, coarsest };
            if let Some(bytes) = search.finest_that_fits(&pixels, coarsest) {
                return Some((bytes, pixels.dimensions()));
            }
        }
        let search =
            Search { most_bytes, finest, coarsest: scale_of_quality(least_quality).max(finest) };
        guess = search.guess_by_sample(&pixels, guess);
        match search.finest_that_fits(&pixels, guess) {
            Some(bytes) => return Some((bytes, pixels.dimensions())),
            None => guess = search.coarsest,
        }
    }
    None
}

/// The picture with its long side reduced to `long_side`; nothing where it is not
/// larger than that, or so narrow that the short side would vanish.
fn reduced(pixels: &RgbImage, long_side: u32, least_short_side: u32) -> Option<RgbImage> {
    let (width, height) = pixels.dimensions();
    let long = width.max(height);
    let scaled = |side: u32| side * long_side / long;
    if long <= long_side || scaled(width.min(height)) < least_short_side {
        return None;
    }
    let (to_width, to_height) = (scaled(width), scaled(height));
    let from = (width, height);
    let data =
        resample::reduce::<3>(pixels.as_raw(), from, (to_width, to_height), Filter::CatmullRom);
    RgbImage::from_raw(to_width, to_height, data)
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
struct Search {
    most_bytes: usize,
    finest: Scale,
    coarsest: Scale,
}

impl Search {
    /// The file of the finest scale that has at most so many bytes; nothing where
    /// not even the coarsest has.
    fn finest_that_fits(&self, pixels: &RgbImage, guess: Scale) -> Option<Vec<u8>> {
        let Self { most_bytes, finest, coarsest } = *self;
        let aim = most_bytes * AIM / 1_000;
        // What is known on both sides of the limit: a scale, and the bytes it gives.
        let (mut too_fine, mut fits) = (None::<(Scale, usize)>, None::<(Scale, usize)>);
        let mut best = None;
        let mut scale = guess.clamp(finest, coarsest);
        for attempt in 1_u32.. {
            let bytes = encode(pixels, scale);
            let size = bytes.len();
            if size <= most_bytes {
                fits = Some((scale, size));
                best = Some(bytes);
                if most_bytes * CLOSE_ENOUGH <= size * 1_000 {
                    break;
                }
            } else {
                too_fine = Some((scale, size));
            }
            let lowest = too_fine.map_or(finest, |(scale, _)| scale + 1);
            let highest = fits.map_or(coarsest, |(scale, _)| scale - 1);
            // Tables are whole numbers, so scales within a hundredth give the same.
            let is_narrow = highest.saturating_sub(lowest) * 100 < highest;
            if highest < lowest || (best.is_some() && (is_narrow || ATTEMPTS <= attempt)) {
                break;
            }
            scale = match (too_fine, fits) {
                // Once the attempts are used up, whatever fits will do.
                (_, None) if LAST_ATTEMPT <= attempt => coarsest,
                // Sizes that do not go down as they should are left by longer and longer leaps.
                (Some((fine, _)), None) => {
                    predict(scale, size, aim).max(fine + fine * (LEAP << attempt) / 100)
                }
                (Some((fine, _)), Some((coarse, _))) if attempt % 2 == 0 => middle(fine, coarse),
                (Some(fine), Some(coarse)) => between(fine, coarse, aim),
                _ => predict(scale, size, aim),
            }
            .clamp(lowest, highest);
        }
        best
    }

    /// The scale that should fit, found on a part of the picture: a quarter of the
    /// work for each attempt, and the whole is then right at the first or second.
    fn guess_by_sample(&self, pixels: &RgbImage, guess: Scale) -> Scale {
        let Some(sample) = sample(pixels) else { return guess };
        let share = sample.height() as usize * AIM / 1_000;
        let aim = self.most_bytes / pixels.height().max(1) as usize * share;
        let mut scale = guess.clamp(self.finest, self.coarsest);
        for _ in 0..SAMPLE_ATTEMPTS {
            let size = encode(&sample, scale).len();
            if aim.abs_diff(size) * 50 < aim {
                break;
            }
            scale = predict(scale, size, aim).clamp(self.finest, self.coarsest);
        }
        scale
    }
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

/// The scale at which the picture should have `wanted` bytes, if it has `size` at `scale`.
fn predict(scale: Scale, size: usize, wanted: usize) -> Scale {
    let ratio = size as f64 / wanted.max(1) as f64;
    let scale = f64::from(scale) * libm::pow(ratio, 1.0 / SIZE_EXPONENT);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
    let scale = scale.clamp(1.0, 1_000_000.0) as Scale;
    scale
}

fn middle(fine: Scale, coarse: Scale) -> Scale {
    let product = f64::from(fine) * f64::from(coarse);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between the two.
    let middle = product.sqrt() as Scale;
    middle
}

/// The scale between two known ones that should have `wanted` bytes. Pictures that
/// were compressed before have steps in their sizes, which no power law foresees.
fn between(fine: (Scale, usize), coarse: (Scale, usize), wanted: usize) -> Scale {
    let log = |number: usize| libm::log(number.max(1) as f64);
    let share = (log(fine.1) - log(wanted)) / (log(fine.1) - log(coarse.1)).max(f64::EPSILON);
    // Never so near to an end that the next attempt could tell nothing.
    let width = f64::from(coarse.0 - fine.0) * share.clamp(0.1, 0.9);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A part of the width.
    let width = width as Scale;
    fine.0 + width
}

/// libjpeg's definition of its quality (`jpeg_quality_scaling`).
fn scale_of_quality(quality: u8) -> Scale {
    let quality = Scale::from(quality.clamp(1, 100));
    if quality < 50 { 50_000 / quality } else { 2_000 - 20 * quality }
}

fn encode(pixels: &RgbImage, scale: Scale) -> Vec<u8> {
    let table = |base: &[u16; 64]| {
        let step = |&base: &u16| {
            let step = (u32::from(base) * scale + 500) / 1_000;
            u16::try_from(step.clamp(1, 255)).unwrap_or(255)
        };
        QuantizationTableType::Custom(Box::new(std::array::from_fn(|n| step(&base[n]))))
    };
    let mut bytes = Vec::new();
    // The quality is that of the tables.
    let mut encoder = Encoder::new(&mut bytes, 100);
    encoder.set_quantization_tables(table(&LUMA), table(&CHROMA));
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

/// The example tables of ITU-T T.81, annex K.1, row by row. Others were measured
/// (those of `jpeg-encoder`): at equal bytes these keep documents most alike.
const LUMA: [u16; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const CHROMA: [u16; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Noise, the worst that can be asked of an encoder.
    fn noise(width: u32, height: u32) -> RgbImage {
        let mut state = 1_u32;
        RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [red, green, blue, _] = state.to_be_bytes();
            image::Rgb([red, green, blue])
        })
    }

    const ANY: Bounds = Bounds { given_bytes: usize::MAX, least_long_side: 0 };

    #[test]
    fn print_is_not_made_smaller_than_it_may_be() {
        let bounds = Bounds { least_long_side: 2_400, ..ANY };
        let profile = Profile::CERTIFICATION_200K;
        assert!(to_fit(noise(2_400, 1_800), bounds, profile).is_none());
    }

    #[test]
    fn noise_is_made_smaller_until_it_fits_or_refused() {
        let profile = Profile::CERTIFICATION_200K;
        let most = usize::try_from(profile.most_encoded_bytes).unwrap();
        let (bytes, size) = to_fit(noise(700, 500), ANY, profile).unwrap();
        assert!(bytes.len() <= most && size == (700, 500));
        assert!(most * 9 < bytes.len() * 10, "{} bytes waste the limit", bytes.len());
        assert!(
            to_fit(noise(2_400, 1_800), ANY, profile).is_none_or(|(bytes, _)| bytes.len() <= most)
        );
    }

    #[test]
    fn a_blank_page_has_the_best_quality() {
        let blank = RgbImage::from_pixel(640, 480, image::Rgb([250; 3]));
        let search = Search { most_bytes: 200_000, finest: 160, coarsest: 3_000 };
        assert_eq!(search.finest_that_fits(&blank, 1_000), Some(encode(&blank, 160)));
    }

    #[test]
    fn what_cannot_fit_is_nothing() {
        let search = Search { most_bytes: 1_000, finest: 160, coarsest: 3_000 };
        assert_eq!(search.finest_that_fits(&noise(300, 300), 1_000), None);
    }

    #[test]
    fn the_scale_is_that_of_the_quality() {
        assert_eq!([1, 25, 50, 75, 92].map(scale_of_quality), [50_000, 2_000, 1_000, 500, 160]);
    }
}

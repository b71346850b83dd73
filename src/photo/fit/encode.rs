//! The best JPEG that fits: sizes from large to small, and at each the finest
//! quantizer that keeps the limit.

use image::RgbImage;

use crate::photo::coder::{Coder, Plan, Scale, scale_of_quality};
use crate::photo::decode::Space;
use crate::photo::profile::{Profile, Step};
use crate::photo::resample::{self, Filter};

/// The first guess. At 200 KB and 2,000 pixels most documents end near it.
const FIRST_SCALE: Scale = 1_100;
/// Encoded size goes with the scale to the power of minus this. Measured on
/// photographs of documents; only the number of attempts depends on it.
const SIZE_EXPONENT: f64 = 0.65;
/// A picture that is turned or flattened may grow rather than fall below this quality.
const GROWTH_QUALITY: u8 = 75;
/// The share of the limit that is aimed at, in thousandths: bytes that are doubled in the file
/// come on top.
const AIM: usize = 996;
/// The share that is worth no further attempt, in thousandths.
const CLOSE_ENOUGH: usize = 988;
/// The size is so regular that few attempts are needed; a picture that defies it
/// keeps the best that was found.
const ATTEMPTS: u32 = 8;
/// As long as nothing fits, it is tried so often.
const LAST_ATTEMPT: u32 = 12;
/// The first leap over a stretch on which sizes hardly change, in hundredths; each further one
/// is twice as long. A picture that was compressed before has such stretches, where the new
/// quantizer is not yet coarser than the old one.
const LEAP: Scale = 4;

/// One row of blocks of so many is sampled, of a picture that has a few.
const SAMPLED_ROWS: usize = 4;
const LEAST_SAMPLE: usize = 8;
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
    space: Space,
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
        let coder = Coder::new(&pixels, space, finest)?;
        if given_bytes < most_bytes {
            let coarsest = scale_of_quality(GROWTH_QUALITY);
            let search = Search { most_bytes: given_bytes, finest, coarsest };
            if let Some(bytes) = search.finest_that_fits(&coder, coarsest) {
                return Some((bytes, pixels.dimensions()));
            }
        }
        let search =
            Search { most_bytes, finest, coarsest: scale_of_quality(least_quality).max(finest) };
        guess = search.guess_by_sample(&coder, guess);
        match search.finest_that_fits(&coder, guess) {
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
        resample::reduce(pixels.as_raw(), 3, from, (to_width, to_height), Filter::CatmullRom);
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
    fn finest_that_fits(&self, coder: &Coder, guess: Scale) -> Option<Vec<u8>> {
        let Self { most_bytes, finest, coarsest } = *self;
        let aim = most_bytes * AIM / 1_000;
        // What is known on both sides of the aim: a scale, and the bytes it gives.
        let (mut too_fine, mut fits) = (None::<(Scale, usize)>, None::<(Scale, usize)>);
        let mut best = None;
        let mut scale = guess.clamp(finest, coarsest);
        for attempt in 1_u32.. {
            let plan = coder.plan(scale);
            let size = plan.bytes;
            if size <= aim {
                fits = Some((scale, size));
                best = Some(plan);
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
            if highest < lowest || (fits.is_some() && (is_narrow || ATTEMPTS <= attempt)) {
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
        self.written(coder, best.unwrap_or_else(|| coder.plan(coarsest)))
    }

    /// The file of this plan, or of the next that is coarse enough: what is doubled in a file is
    /// only known when it is written.
    fn written(&self, coder: &Coder, mut plan: Plan) -> Option<Vec<u8>> {
        loop {
            let file = coder.file(&plan);
            if file.len() <= self.most_bytes {
                return Some(file);
            }
            let Plan { scale, .. } = plan;
            if self.coarsest <= scale {
                return None;
            }
            plan = coder.plan((scale + scale / 100 + 1).min(self.coarsest));
        }
    }

    /// The scale that should fit, found on a part of the picture: a quarter of the
    /// work for each attempt, and the whole is then right at the first or second.
    fn guess_by_sample(&self, coder: &Coder, guess: Scale) -> Scale {
        if coder.rows() < SAMPLED_ROWS * LEAST_SAMPLE {
            return guess;
        }
        let aim = self.most_bytes * AIM / 1_000;
        let mut scale = guess.clamp(self.finest, self.coarsest);
        for _ in 0..SAMPLE_ATTEMPTS {
            let size = coder.about_bytes(scale, SAMPLED_ROWS);
            if aim.abs_diff(size) * 100 < aim {
                break;
            }
            scale = predict(scale, size, aim).clamp(self.finest, self.coarsest);
        }
        scale
    }
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
        assert!(to_fit(noise(2_400, 1_800), Space::Rgb, bounds, profile).is_none());
    }

    #[test]
    fn noise_is_made_smaller_until_it_fits_or_refused() {
        let profile = Profile::CERTIFICATION_200K;
        let most = usize::try_from(profile.most_encoded_bytes).unwrap();
        let (bytes, size) = to_fit(noise(700, 500), Space::Rgb, ANY, profile).unwrap();
        assert!(bytes.len() <= most && size == (700, 500));
        assert!(most * 9 < bytes.len() * 10, "{} bytes waste the limit", bytes.len());
        assert!(
            to_fit(noise(2_400, 1_800), Space::Rgb, ANY, profile)
                .is_none_or(|(bytes, _)| bytes.len() <= most)
        );
    }

    #[test]
    fn a_blank_page_has_the_best_quality() {
        let blank = RgbImage::from_pixel(640, 480, image::Rgb([250; 3]));
        let search = Search { most_bytes: 200_000, finest: 160, coarsest: 3_000 };
        let coder = Coder::new(&blank, Space::Rgb, 160).unwrap();
        assert_eq!(search.finest_that_fits(&coder, 1_000), Some(coder.file(&coder.plan(160))));
    }

    #[test]
    fn what_cannot_fit_is_nothing() {
        let search = Search { most_bytes: 1_000, finest: 160, coarsest: 3_000 };
        let coder = Coder::new(&noise(300, 300), Space::Rgb, 160).unwrap();
        assert_eq!(search.finest_that_fits(&coder, 1_000), None);
    }
}

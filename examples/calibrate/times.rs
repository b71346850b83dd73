//! What judging costs, measured against decoding alone on the same machine.

use std::time::{Duration, Instant};

use renzheng::photo::{self, Profile};

use crate::calibration::Outcome;

/// Photos of so many pixels and more are timed.
const LEAST_PIXELS: u64 = 8_000_000;
/// Each is done so often; the fastest counts.
const TIMES: usize = 3;

/// Decoding and judging together, as a multiple of decoding alone; and how many photos that
/// is the median of.
pub fn ratio(outcomes: &[Outcome]) -> Option<(f64, usize)> {
    let large = outcomes
        .iter()
        .filter(|o| o.report.header.as_ref().is_some_and(|h| LEAST_PIXELS <= h.pixels()));
    let mut ratios: Vec<f64> = large.filter_map(ratio_of).collect();
    ratios.sort_by(f64::total_cmp);
    Some((*ratios.get(ratios.len() / 2)?, ratios.len()))
}

fn ratio_of(outcome: &Outcome) -> Option<f64> {
    let bytes = &outcome.case.bytes;
    let header = outcome.report.header.as_ref()?;
    let half = |side: u32| u16::try_from(side.div_ceil(2)).unwrap_or(u16::MAX);
    let decoding = fastest(|| {
        let mut decoder = jpeg_decoder::Decoder::new(&bytes[..]);
        decoder.read_info().unwrap();
        decoder.scale(half(header.stored_width), half(header.stored_height)).unwrap();
        decoder.decode().unwrap().len()
    });
    let judging =
        fastest(|| photo::check(&outcome.case.photo(), Profile::CERTIFICATION_200K).findings.len());
    Some(judging.as_secs_f64() / decoding.as_secs_f64())
}

fn fastest(work: impl Fn() -> usize) -> Duration {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..TIMES).map(once).min().unwrap_or_default()
}

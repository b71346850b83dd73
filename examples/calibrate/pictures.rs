//! The weakest cases, as small pictures with the true outline and the one that was found.

use std::fs;
use std::path::Path;

use image::{RgbImage, imageops};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use renzheng::photo::Verdict;

use crate::Set;
use crate::calibration::{Outcome, repair};

/// How many are shown.
const SHOWN: usize = 3;
/// Their long side in pixels.
const LONG_SIDE: u32 = 640;
const QUALITY: u8 = 60;
const TRUE: [u8; 3] = [20, 190, 60];
const FOUND: [u8; 3] = [230, 30, 40];

/// A case that came out badly.
pub struct Weak<'a> {
    pub outcome: &'a Outcome,
    pub file: String,
    pub why: String,
}

/// Wrong verdicts first, those that cost an applicant most before the others; then corners.
pub fn weakest(sets: &[Set]) -> Vec<Weak<'_>> {
    let outcomes = sets.iter().flat_map(|set| &set.outcomes).filter(|outcome| outcome.is_scored());
    let mut weak: Vec<(f32, Weak)> = outcomes
        .map(|outcome| {
            let (given, expected) = (outcome.report.verdict, outcome.case.label.expected.verdict);
            let error = outcome.corner_error().unwrap_or(0.0);
            let cost = match (given, expected) {
                _ if given == expected => 0.0,
                // A good photo refused costs more than a poor one let through: people see those.
                (Verdict::Retake, _) if outcome.case.label.clean => 4.0,
                (Verdict::Retake, _) => 3.0,
                (_, Verdict::Retake) => 2.0,
                _ => 1.0,
            };
            let reason = outcome.report.reason.as_deref().unwrap_or("no reason");
            let (given, expected) = (given.as_str(), expected.as_str());
            let why = format!(
                "expected {expected}, judged {given} ({reason}); corners off by {:.1} %",
                error * 100.0
            );
            let stem = outcome.case.label.path.split('.').next().unwrap_or_default();
            (cost + error.min(0.99), Weak { outcome, file: format!("{stem}.jpg"), why })
        })
        .collect();
    weak.sort_by(|a, b| b.0.total_cmp(&a.0));
    weak.into_iter().take(SHOWN).map(|(_, weak)| weak).collect()
}

pub fn write(folder: &Path, weakest: &[Weak]) {
    fs::create_dir_all(folder).unwrap();
    // Those of last time.
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "jpg") {
            fs::remove_file(path).unwrap();
        }
    }
    for weak in weakest {
        if let Some(picture) = repair::original(weak.outcome) {
            fs::write(folder.join(&weak.file), small(&picture, weak.outcome)).unwrap();
        }
    }
}

fn small(picture: &RgbImage, outcome: &Outcome) -> Vec<u8> {
    let scale = (LONG_SIDE as f32 / picture.width().max(picture.height()) as f32).min(1.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most `LONG_SIDE`.
    let side = |side: u32| ((side as f32 * scale) as u32).max(1);
    let (width, height) = (side(picture.width()), side(picture.height()));
    let mut small = imageops::resize(picture, width, height, imageops::FilterType::Triangle);
    let found = outcome.report.document.map(|document| document.corners);
    for (outline, colour) in [(outcome.case.label.outline(), TRUE), (found, FOUND)] {
        if let Some(outline) = outline {
            repair::drawn(&mut small, &outline.scaled(scale), colour);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    let side = |side: u32| u16::try_from(side).unwrap();
    encoder.encode(small.as_raw(), side(width), side(height), ColorType::Rgb).unwrap();
    bytes
}

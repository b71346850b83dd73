//! From type and header to findings. What was measured is judged in `rules/picture.rs`.

mod picture;

pub(super) use picture::{judge_document, judge_picture};

use super::finding::{Finding, Issue, Level};
use super::header::{Header, Orientation};
use super::profile::{Limits, Profile};
use super::report::Photo;
use super::sniff::FileType;
use crate::finding::{Coded, Severity};

/// What can be said before the header is read.
pub(super) fn judge_type(photo: &Photo, file_type: FileType, profile: &Profile) -> Vec<Finding> {
    if file_type == FileType::Empty {
        return vec![Issue::Empty.with(Severity::Block)];
    }
    let mut findings = Vec::new();
    if !profile.types.contains(&file_type) {
        findings.push(Issue::WrongType { found: file_type }.with(Severity::Block));
    }
    let promised = [
        photo.file_name.and_then(FileType::promised_by_name),
        photo.mime_type.and_then(FileType::promised_by_mime),
    ];
    if let Some(promised) = promised.into_iter().flatten().find(|&promised| promised != file_type) {
        findings.push(Issue::ExtensionMismatch { found: file_type, promised }.with(Severity::Warn));
    }
    let found = u32::try_from(photo.bytes.len()).unwrap_or(u32::MAX);
    if profile.most_bytes < found {
        findings.push(Issue::OverLimit { found, most: profile.most_bytes }.with(Severity::Block));
    }
    findings
}

/// What can be said from the header. Asked again once the whole file is known.
pub(super) fn judge_header(header: &Header, profile: &Profile) -> Vec<Finding> {
    HEADER_RULES.iter().filter_map(|rule| rule(header, profile)).collect()
}

/// Whether there is more of it than is worked on.
pub(super) fn exceeds(header: &Header, bytes: &[u8], limits: &Limits) -> bool {
    usize::try_from(limits.most_file_bytes).is_ok_and(|most| most < bytes.len())
        || limits.most_pixels < header.pixels()
        || limits.most_side < header.stored_width.max(header.stored_height)
}

type Rule<T> = fn(&T, &Profile) -> Option<Finding>;

/// In the order in which an applicant would deal with them.
const HEADER_RULES: &[Rule<Header>] = &[pixels, stored_turned, animated, trailing_data, metadata];

fn pixels(header: &Header, profile: &Profile) -> Option<Finding> {
    let (width, height) = header.shown_size();
    let (short, long) = (width.min(height), width.max(height));
    let at_least = &profile.thresholds;
    let severity = if short < at_least.least_short_side {
        Severity::Block
    } else if short < at_least.advised_short_side || long < at_least.advised_long_side {
        Severity::Warn
    } else {
        return None;
    };
    let issue = Issue::TooFewPixels {
        width,
        height,
        least_short_side: at_least.advised_short_side,
        least_long_side: at_least.advised_long_side,
    };
    Some(issue.with(severity))
}

fn animated(header: &Header, _: &Profile) -> Option<Finding> {
    header.is_animated.then(|| Issue::Animated.with(Severity::Warn))
}

fn trailing_data(header: &Header, _: &Profile) -> Option<Finding> {
    let found = header.trailing_bytes;
    (found != 0).then(|| Issue::TrailingData { found }.with(Severity::Warn))
}

fn metadata(header: &Header, _: &Profile) -> Option<Finding> {
    let gps = header.metadata.gps;
    let severity = if gps { Severity::Warn } else { Severity::Info };
    header.metadata.is_any().then(|| Issue::Metadata { gps }.with(severity))
}

/// Shown upright by programs that read the orientation, and askew by those that do not.
fn stored_turned(header: &Header, _: &Profile) -> Option<Finding> {
    let degrees = match header.orientation {
        Orientation::Upright => return None,
        Orientation::Mirrored | Orientation::Flipped => 0,
        Orientation::QuarterTurn | Orientation::Transversed => 270,
        Orientation::HalfTurn => 180,
        Orientation::ThreeQuarterTurn | Orientation::Transposed => 90,
    };
    let issue = Issue::Turned { level: Level::Low, score: degrees, threshold: 0, area: None };
    Some(issue.with(Severity::Info))
}

//! The check itself: each step only when the one before allows it.

use image::RgbImage;

use super::decode::{self, DecodeError, Decoded, Space};
use super::document::{self, Document};
use super::facts::Facts;
use super::finding::{Area, Finding, Issue};
use super::header::{self, Header, HeaderError};
use super::overview::Overview;
use super::page::{self, Measured};
use super::profile::Profile;
use super::report::{Kind, Photo, Report};
use super::rules;
use super::sniff::FileType;
use crate::finding::{Coded, Severity};

/// Looks at type and header only, without decoding a pixel: microseconds.
///
/// # Example
///
/// ```
/// use renzheng::photo::{self, FileType, Photo, Profile};
///
/// let report = photo::inspect(&Photo::new(b"GIF89a"), Profile::CERTIFICATION_200K);
/// assert_eq!(report.file_type, FileType::Gif);
/// assert!(!report.ok);
/// ```
pub fn inspect(photo: &Photo, profile: &Profile) -> Report {
    Inspection::of(photo, profile).report(photo, None)
}

/// Checks a photo and reports everything that is wrong with it, not only the first.
///
/// # Example
///
/// ```
/// use renzheng::photo::{self, Photo, Profile};
///
/// let report = photo::check(&Photo::new(b"\xFF\xD8\xFF"), Profile::CERTIFICATION_200K);
/// assert_eq!(report.findings[0].code(), "photo.damaged");
/// ```
pub fn check(photo: &Photo, profile: &Profile) -> Report {
    Examination::of(photo, profile).report
}

/// Goes as far as a check does until it has pixels, and says how many: what judging is
/// measured against.
#[cfg(any(feature = "bench", not(target_arch = "wasm32")))]
pub fn decode_alone(photo: &Photo, profile: &Profile) -> u32 {
    let decoded = Inspection::of(photo, profile).decode(photo, profile);
    decoded.map_or(0, |decoded| decoded.pixels.width() * decoded.pixels.height())
}

/// What is known before decoding.
#[derive(Clone, Debug)]
pub(super) struct Inspection {
    file_type: FileType,
    header: Option<Header>,
    findings: Vec<Finding>,
}

impl Inspection {
    pub(super) fn of(photo: &Photo, profile: &Profile) -> Self {
        let file_type = FileType::of(photo.bytes);
        let mut findings = rules::judge_type(photo, file_type, profile);
        let is_accepted = profile.types.contains(&file_type);
        let header = if is_accepted { header::read(file_type, photo.bytes) } else { None };
        let header = header.and_then(|read| match read {
            Ok(header) => Some(header),
            Err(error) => {
                findings.insert(0, blame_header(error).with(Severity::Block));
                None
            }
        });
        if let Some(header) = &header {
            findings.extend(rules::judge_header(header, profile));
            if rules::exceeds(header, photo.bytes, &profile.limits) {
                let (width, height) = header.shown_size();
                findings.insert(0, Issue::TooManyPixels { width, height }.with(Severity::Block));
            }
        }
        Self { file_type, header, findings }
    }

    /// The pixels, where the header allows to ask for them. What is learned on the way is
    /// added to what is known.
    fn decode(&mut self, photo: &Photo, profile: &Profile) -> Option<Decoded> {
        let limits = &profile.limits;
        let header = self.header.as_mut()?;
        if rules::exceeds(header, photo.bytes, limits) {
            return None;
        }
        if self.file_type == FileType::Jpeg {
            let scans = header::jpeg::read_rest(photo.bytes, header);
            // The header knows more now than when it was judged.
            self.findings = rules::judge_type(photo, self.file_type, profile);
            self.findings.extend(rules::judge_header(header, profile));
            if limits.most_scans < scans {
                self.findings.insert(0, Issue::Unsupported.with(Severity::Block));
                return None;
            }
        }
        let long_side = profile.fit.decode_long_side;
        let space = Space::Rgb;
        match decode::decode(self.file_type, photo.bytes, header, limits, long_side, space) {
            Ok(decoded) => Some(decoded),
            Err(error) => {
                let issue = blame_decode(&error, header);
                self.findings.insert(0, issue.with(Severity::Block));
                None
            }
        }
    }

    pub(super) fn report(self, photo: &Photo, seen: Option<Seen>) -> Report {
        let (facts, document) = seen.map_or((None, None), |seen| (Some(seen.facts), seen.document));
        Report::new(photo.bytes, self.file_type, self.header, facts, document, self.findings)
    }
}

/// What was found and measured in the pixels.
#[derive(Debug)]
pub(super) struct Seen {
    facts: Facts,
    document: Option<Document>,
    measured: Option<Measured>,
    /// How sure the best outline is, where there is no document.
    doubt: u16,
    frame: Area,
}

impl Seen {
    /// `full_width` is the picture's width at full size.
    fn in_pixels(
        pixels: &RgbImage,
        (full_width, full_height): (u32, u32),
        photo: &Photo,
        least_confidence: u16,
    ) -> Self {
        let scale = full_width as f32 / pixels.width().max(1) as f32;
        let overview = Overview::of(pixels);
        let found = match photo.corners {
            Some(corners) => Ok(page::by_hand(corners)),
            None => document::find(&overview, scale, photo.kind, least_confidence),
        };
        let (document, doubt) = found.map_or_else(|doubt| (None, doubt), |it| (Some(it), 0));
        let measured = document.as_ref().and_then(|document| {
            let kind = document.shows_instead_of(photo.kind).unwrap_or(photo.kind);
            Measured::of(pixels, &overview.half, scale, document, kind)
        });
        let facts = match &measured {
            Some(measured) => Facts { page: Some(measured.facts), ..Facts::default() },
            None => Facts::measure(pixels, &overview.half),
        };
        // Corners that span no area are no document.
        let document = document.filter(|_| measured.is_some());
        Self { facts, document, measured, doubt, frame: Area::frame(full_width, full_height) }
    }

    fn judge(&self, kind: Kind, profile: &Profile) -> Vec<Finding> {
        let thresholds = &profile.thresholds;
        match (&self.document, &self.measured) {
            (Some(document), Some(measured)) => {
                rules::judge_document(document, measured, kind, &thresholds.document)
            }
            _ => rules::judge_picture(&self.facts, kind, self.doubt, self.frame, thresholds),
        }
    }
}

/// A report, and the pixels that it is about if they could be had.
#[derive(Debug)]
pub(super) struct Examination {
    pub(super) report: Report,
    pub(super) decoded: Option<Decoded>,
}

impl Examination {
    pub(super) fn of(photo: &Photo, profile: &Profile) -> Self {
        Self::go_on(photo, profile, Inspection::of(photo, profile))
    }

    /// From the header to the end.
    pub(super) fn go_on(photo: &Photo, profile: &Profile, mut known: Inspection) -> Self {
        let decoded = known.decode(photo, profile);
        let (Some(decoded), Some(header)) = (decoded, &known.header) else {
            return Self { report: known.report(photo, None), decoded: None };
        };
        let least = profile.thresholds.document.least_confidence;
        let seen = Seen::in_pixels(&decoded.pixels, header.shown_size(), photo, least);
        known.findings.extend(seen.judge(photo.kind, profile));
        Self { report: known.report(photo, Some(seen)), decoded: Some(decoded) }
    }
}

fn blame_header(error: HeaderError) -> Issue {
    match error {
        HeaderError::Truncated | HeaderError::Corrupt(_) => Issue::Damaged,
        HeaderError::Unsupported(_) => Issue::Unsupported,
    }
}

fn blame_decode(error: &DecodeError, header: &Header) -> Issue {
    match error {
        DecodeError::Damaged(_) => Issue::Damaged,
        DecodeError::Unsupported(_) => Issue::Unsupported,
        DecodeError::TooLarge { .. } => {
            let (width, height) = header.shown_size();
            Issue::TooManyPixels { width, height }
        }
    }
}

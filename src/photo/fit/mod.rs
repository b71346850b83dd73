//! Making a photo fit: as little change as possible, and never over the limit.

mod encode;
mod strip;

use serde::{Deserialize, Serialize};

use super::check::{self, Examination, Inspection};
use super::decode::Decoded;
use super::finding::Issue;
use super::header::{Header, Orientation};
use super::profile::Profile;
use super::report::{Photo, Report};
use super::sniff::FileType;
use crate::finding::{Coded, Severity};

/// What came of making a photo fit.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Fitted {
    /// Whether there is a photo that passes.
    pub ok: bool,
    /// The photo that passes. Nothing where there is none.
    #[serde(with = "serde_bytes", skip_serializing_if = "Option::is_none", default)]
    pub photo: Option<Vec<u8>>,
    /// What was done to it. Nothing for a photo that passes as it is.
    pub changed: Vec<Change>,
    /// The verdict about the photo that passes; without one, about the file that
    /// was given, and its findings say why.
    pub report: Report,
}

/// Prints no bytes: they show somebody's document.
impl std::fmt::Debug for Fitted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fitted")
            .field("ok", &self.ok)
            .field("photo", &self.photo.as_ref().map(Vec::len))
            .field("changed", &self.changed)
            .field("report", &self.report)
            .finish()
    }
}

/// Something that was done to a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Change {
    /// Camera data, place, thumbnail or text was taken out.
    MetadataRemoved,
    /// Bytes after the end of the picture were taken out.
    TrailingDataRemoved,
    /// The picture was turned upright.
    Turned,
    /// Transparent parts became white.
    Flattened,
    /// Printing inks or another colour space became sRGB.
    ColoursConverted,
    /// Of the moving picture the first frame was kept.
    Stilled,
    /// The picture has fewer pixels.
    Resized,
    /// The picture was coded anew as a JPEG.
    Recompressed,
}

/// How far the work is, for whoever waits for it.
#[derive(Clone, Copy, Debug)]
pub enum Stage<'a> {
    /// Type and header are known.
    Inspected(&'a Report),
    /// The pixels are there and have been judged.
    Judged(&'a Report),
}

/// Makes a photo fit the profile, or says why that cannot be.
///
/// A photo that passes keeps its coded pixels bit by bit; only metadata is taken
/// out. Others are turned, flattened, converted and shrunk as much as needed.
/// What comes out has been checked by the same rules as what came in.
///
/// # Example
///
/// ```
/// use renzheng::photo::{self, Photo, Profile};
///
/// let fitted = photo::fit(&Photo::new(b"not a photo"), Profile::CERTIFICATION_200K);
/// assert!(fitted.photo.is_none());
/// assert_eq!(fitted.report.findings[0].code(), "photo.wrong-type");
/// ```
pub fn fit(photo: &Photo, profile: &Profile) -> Fitted {
    fit_with_progress(photo, profile, &mut |_| {})
}

/// The same as [`fit`], and tells each stage as it is reached.
pub fn fit_with_progress(
    photo: &Photo,
    profile: &Profile,
    progress: &mut dyn FnMut(Stage<'_>),
) -> Fitted {
    let known = Inspection::of(photo, profile);
    progress(Stage::Inspected(&known.clone().report(photo, None)));
    let examined = Examination::go_on(photo, profile, known);
    progress(Stage::Judged(&examined.report));
    let Examination { report, decoded: Some(decoded) } = examined else {
        return as_given(photo, examined.report);
    };
    let Some(header) = report.header.clone() else { return as_given(photo, report) };
    if report.blocking().any(|finding| !matches!(finding.issue, Issue::OverLimit { .. })) {
        return Fitted::refused(report);
    }
    stripped(photo, profile, &header, report.file_type)
        .or_else(|| encoded(photo, profile, &header, decoded))
        .unwrap_or_else(|| {
            let most = profile.most_encoded_bytes;
            Fitted::refused(report.with(Issue::CannotFit { most }.with(Severity::Block)))
        })
}

impl Fitted {
    /// No photo: the report, which blocks, says why.
    fn refused(report: Report) -> Self {
        Self { ok: false, photo: None, changed: Vec::new(), report }
    }
}

/// A file of which no pixels are to be had: a GIF where GIFs are accepted passes
/// as it is, everything else does not pass.
fn as_given(photo: &Photo, report: Report) -> Fitted {
    let passes = report.ok && report.header.is_none();
    let kept = passes.then(|| photo.bytes.to_vec());
    Fitted { ok: passes, photo: kept, changed: Vec::new(), report }
}

/// The photo with nothing but its metadata taken out, if it passes so.
fn stripped(
    photo: &Photo,
    profile: &Profile,
    header: &Header,
    file_type: FileType,
) -> Option<Fitted> {
    if header.needs_pixels() {
        return None;
    }
    let mut changed = Vec::new();
    if header.metadata.is_any() {
        changed.push(Change::MetadataRemoved);
    }
    if header.trailing_bytes != 0 {
        changed.push(Change::TrailingDataRemoved);
    }
    let bytes = match file_type {
        _ if changed.is_empty() => photo.bytes.to_vec(),
        FileType::Jpeg => strip::jpeg(photo.bytes)?,
        _ => strip::png(photo.bytes)?,
    };
    let fits = bytes.len() <= usize::try_from(profile.most_bytes).unwrap_or(usize::MAX);
    if fits { checked(photo, profile, bytes, changed) } else { None }
}

/// The photo coded anew, as large and as good as the limit allows.
fn encoded(photo: &Photo, profile: &Profile, header: &Header, decoded: Decoded) -> Option<Fitted> {
    let is_converted = decoded.is_converted;
    let (bytes, size) = encode::to_fit(decoded.pixels, photo.bytes.len(), profile)?;
    let conditions = [
        (header.orientation != Orientation::Upright, Change::Turned),
        (header.has_alpha, Change::Flattened),
        (is_converted, Change::ColoursConverted),
        (header.is_animated, Change::Stilled),
        (size != header.shown_size(), Change::Resized),
        (true, Change::Recompressed),
        (header.metadata.is_any(), Change::MetadataRemoved),
        (header.trailing_bytes != 0, Change::TrailingDataRemoved),
    ];
    let changed = conditions.into_iter().filter(|(is_so, _)| *is_so).map(|(_, change)| change);
    checked(photo, profile, bytes, changed.collect())
}

/// The result, if it passes the same check as the file that was given.
fn checked(
    photo: &Photo,
    profile: &Profile,
    bytes: Vec<u8>,
    changed: Vec<Change>,
) -> Option<Fitted> {
    let result =
        Photo { bytes: &bytes, file_name: None, mime_type: None, kind: photo.kind, corners: None };
    let report = check::check(&result, profile);
    report.ok.then_some(Fitted { ok: true, photo: Some(bytes), changed, report })
}

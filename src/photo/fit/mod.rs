//! Making a photo fit: as little change as possible, and never over the limit.

mod encode;
mod framing;
mod legibility;
mod light;
mod straighten;
mod strip;

use serde::{Deserialize, Serialize};

use self::encode::Bounds;
pub use self::framing::Crop;
use self::framing::{Framed, Framing};
pub use self::legibility::Legibility;
use super::check::{self, Examination, Inspection};
use super::decode::{self, Decoded, Space};
use super::finding::Issue;
use super::geometry::Quad;
use super::header::{Header, Orientation};
use super::page::PageFacts;
use super::profile::Profile;
use super::report::{Photo, Report};
use super::sniff::FileType;
use super::verdict::Verdict;
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
    /// Where the corners of the photo that passes lie in the one that was given: pixels as
    /// shown at full size, in the order of the result's own corners.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub frame: Option<Quad>,
    /// How well the document in it can be read, where one was found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub legibility: Option<Legibility>,
}

/// Prints no bytes: they show somebody's document.
impl std::fmt::Debug for Fitted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fitted")
            .field("ok", &self.ok)
            .field("photo", &self.photo.as_ref().map(Vec::len))
            .field("changed", &self.changed)
            .field("report", &self.report)
            .field("frame", &self.frame)
            .field("legibility", &self.legibility)
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
    /// What is around the document was cut away.
    Cropped,
    /// A document that lay askew, or was photographed from the side, was made straight.
    Straightened,
    /// A dark picture was made lighter.
    ExposureCorrected,
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
/// out. Others are cut to their document, turned, straightened, flattened, converted and
/// shrunk as much as needed. What comes out has been checked by the same rules as what
/// came in.
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
    fit_with_progress(photo, profile, Crop::default(), &mut |_| {})
}

/// The same as [`fit`] with what is kept of the picture; tells each stage as it is reached.
pub fn fit_with_progress(
    photo: &Photo,
    profile: &Profile,
    crop: Crop,
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
    let work = Work { photo, profile, header: &header, report: &report };
    let fitted = work.done(crop, decoded);
    fitted.unwrap_or_else(|| {
        let most = profile.most_encoded_bytes;
        Fitted::refused(report.with(Issue::CannotFit { most }.with(Severity::Block)))
    })
}

impl Fitted {
    /// No photo: the report, which blocks, says why.
    fn refused(report: Report) -> Self {
        let changed = Vec::new();
        Self { ok: false, photo: None, changed, report, frame: None, legibility: None }
    }
}

/// A file of which no pixels are to be had: a GIF where GIFs are accepted passes
/// as it is, everything else does not pass.
fn as_given(photo: &Photo, report: Report) -> Fitted {
    let passes = report.ok && report.header.is_none();
    let kept = passes.then(|| photo.bytes.to_vec());
    Fitted { ok: passes, photo: kept, ..Fitted::refused(report) }
}

/// A photo that was decoded and has nothing that cannot be repaired.
#[derive(Clone, Copy)]
struct Work<'a> {
    photo: &'a Photo<'a>,
    profile: &'a Profile,
    header: &'a Header,
    report: &'a Report,
}

impl Work<'_> {
    /// From the least change to the largest: metadata out; the document alone; everything
    /// coded anew.
    fn done(&self, crop: Crop, decoded: Decoded) -> Option<Fitted> {
        let framing = match crop {
            Crop::Document => Framing::of(self.photo, self.report, self.profile),
            Crop::None => None,
        };
        let is_needed = framing.is_some_and(|framing| framing.is_needed)
            || self.is_dark()
            || self.quarter_turns() != 0;
        if !is_needed && let Some(fitted) = self.stripped() {
            return Some(fitted);
        }
        let mut decoded = Some(decoded);
        framing
            .and_then(|framing| self.framed(framing, &mut decoded))
            .or_else(|| self.encoded(decoded.or_else(|| self.decoded_again(0, Space::Rgb))?))
    }

    /// The photo with nothing but its metadata taken out, if it passes so.
    fn stripped(&self) -> Option<Fitted> {
        let Self { photo, header, .. } = *self;
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
        let bytes = match self.report.file_type {
            _ if changed.is_empty() => photo.bytes.to_vec(),
            FileType::Jpeg => strip::jpeg(photo.bytes)?,
            _ => strip::png(photo.bytes)?,
        };
        let fits = bytes.len() <= usize::try_from(self.profile.most_bytes).unwrap_or(usize::MAX);
        if fits { self.checked(bytes, changed, self.whole_frame()) } else { None }
    }

    /// The document alone. Nothing where it would not fit, or where the result would be
    /// told to be taken again and the photo that was given is not: then the outline was
    /// wrong after all.
    fn framed(&self, framing: Framing, decoded: &mut Option<Decoded>) -> Option<Fitted> {
        let full = self.full_width();
        let scale = |decoded: &Decoded| full / decoded.pixels.width().max(1) as f32;
        // Of a document that is a small part of the picture more pixels are worth having.
        let wanted = self.profile.fit.crop.decode_long_side as f32;
        let long = framing.long_side().max(1.0);
        let has = decoded.as_ref().map_or(0.0, |decoded| long / scale(decoded));
        let picture = self.report.width.max(self.report.height) as f32;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
        let long_side = (picture * (wanted / long).min(1.0)) as u32;
        if has + 1.0 < wanted.min(long) && self.can_decode(long_side) {
            // One after the other: both at a time may be too much.
            *decoded = None;
            // The colours are left as they are, if no reason is to convert them: they go back into a JPEG.
            let space = if self.is_dark() { Space::Rgb } else { Space::Ycbcr };
            *decoded = self.decoded_again(long_side, space);
        }
        let source = decoded.as_ref()?;
        let Framed { mut pixels, frame, is_turned, is_straightened } =
            framing.apply(&source.pixels, scale(source))?;
        let (mut changed, space) = (self.changes(source), source.space);
        *decoded = None;
        changed.push(Change::Cropped);
        if is_turned && !changed.contains(&Change::Turned) {
            changed.insert(0, Change::Turned);
        }
        if is_straightened {
            changed.push(Change::Straightened);
        }
        self.lightened(&mut pixels, &mut changed);
        // Its bytes were spent on the surroundings as well: it may have all there are.
        let bounds = self.bounds(&pixels, long, usize::MAX);
        let (bytes, (width, height)) = encode::to_fit(pixels, space, bounds, self.profile)?;
        self.tell_of_coding(&mut changed, (width.max(height) as f32) + 2.0 < long);
        let fitted = self.checked(bytes, changed, frame)?;
        let is_worse =
            self.report.verdict < fitted.report.verdict && fitted.report.verdict == Verdict::Retake;
        (!is_worse || self.photo.corners.is_some()).then_some(fitted)
    }

    /// The whole picture coded anew, as large and as good as the limit allows.
    fn encoded(&self, decoded: Decoded) -> Option<Fitted> {
        let fitted = self.coded(decoded, self.is_dark())?;
        if self.is_dark() && fitted.report.verdict == Verdict::Retake {
            // Only a part of it lay in the shade: made lighter, the rest is burnt out.
            return self.coded(self.decoded_again(0, Space::Rgb)?, false);
        }
        Some(fitted)
    }

    fn coded(&self, decoded: Decoded, is_lightened: bool) -> Option<Fitted> {
        let mut changed = self.changes(&decoded);
        let turns = self.quarter_turns();
        let space = decoded.space;
        let mut pixels = framing::upright(decoded.pixels, turns);
        if turns != 0 && !changed.contains(&Change::Turned) {
            changed.insert(0, Change::Turned);
        }
        if is_lightened {
            self.lightened(&mut pixels, &mut changed);
        }
        let picture = self.report.width.max(self.report.height) as f32;
        let bounds = self.bounds(&pixels, picture, self.photo.bytes.len());
        let (bytes, (width, height)) = encode::to_fit(pixels, space, bounds, self.profile)?;
        let (shown, other) = self.header.shown_size();
        let is_whole =
            (width.max(height), width.min(height)) == (shown.max(other), shown.min(other));
        self.tell_of_coding(&mut changed, !is_whole);
        self.checked(bytes, changed, self.whole_frame().reread(turns))
    }

    /// By how much the content is turned clockwise, where that is worth repairing: always where
    /// somebody said so.
    fn quarter_turns(&self) -> u8 {
        let is_repaired = self.report.verdict != Verdict::Retake || self.photo.corners.is_some();
        let document = self.report.document.as_ref().filter(|_| is_repaired);
        document.map_or(0, |document| document.quarter_turns)
    }

    /// `full_long_side` is that of what `pixels` shows, in pixels of the picture at full size.
    fn bounds(&self, pixels: &image::RgbImage, full_long_side: f32, given_bytes: usize) -> Bounds {
        let long = pixels.width().max(pixels.height()) as f32;
        let least = f32::from(self.profile.fit.least_text_height);
        let height = self.page().map_or(0.0, |page| f32::from(page.text_height));
        let height = height * long / full_long_side.max(1.0);
        // Print that is too small already is not made smaller at all.
        let share = if 0.0 < height { (least / height).min(1.0) } else { 0.0 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most `long`.
        let least_long_side = libm::floorf(long * share) as u32;
        Bounds { given_bytes, least_long_side }
    }

    fn page(&self) -> Option<&PageFacts> {
        self.report.facts.as_ref()?.page.as_ref()
    }

    /// So dark that it is to be made lighter, and not so poor that it must be taken again.
    fn is_dark(&self) -> bool {
        let light = &self.profile.fit.light;
        self.report.verdict != Verdict::Retake
            && self.page().is_some_and(|page| light.applies_to(page.paper))
    }

    fn lightened(&self, pixels: &mut image::RgbImage, changed: &mut Vec<Change>) {
        if let Some(page) = self.page()
            && self.is_dark()
        {
            light::correct(pixels, page.paper, self.profile.fit.light.target);
            changed.push(Change::ExposureCorrected);
        }
    }

    /// What was done by decoding.
    fn changes(&self, decoded: &Decoded) -> Vec<Change> {
        let header = self.header;
        let conditions = [
            (header.orientation != Orientation::Upright, Change::Turned),
            (header.has_alpha, Change::Flattened),
            (decoded.is_converted, Change::ColoursConverted),
            (header.is_animated, Change::Stilled),
        ];
        conditions.into_iter().filter(|(is_so, _)| *is_so).map(|(_, change)| change).collect()
    }

    /// And by coding.
    fn tell_of_coding(&self, changed: &mut Vec<Change>, is_resized: bool) {
        let conditions = [
            (is_resized, Change::Resized),
            (true, Change::Recompressed),
            (self.header.metadata.is_any(), Change::MetadataRemoved),
            (self.header.trailing_bytes != 0, Change::TrailingDataRemoved),
        ];
        changed
            .extend(conditions.into_iter().filter(|(is_so, _)| *is_so).map(|(_, change)| change));
    }

    fn full_width(&self) -> f32 {
        self.report.width as f32
    }

    fn whole_frame(&self) -> Quad {
        Quad::frame(self.report.width as f32, self.report.height as f32)
    }

    fn can_decode(&self, long_side: u32) -> bool {
        let limits = &self.profile.limits;
        decode::working_bytes(self.report.file_type, self.header, long_side)
            <= limits.most_working_bytes
    }

    /// With at least this long side, or that of the first time where it is larger.
    fn decoded_again(&self, long_side: u32, space: Space) -> Option<Decoded> {
        let Self { photo, profile, header, report } = *self;
        let long_side = long_side.max(profile.fit.decode_long_side);
        let limits = &profile.limits;
        decode::decode(report.file_type, photo.bytes, header, limits, long_side, space).ok()
    }

    /// The result, if it passes the same check as the file that was given.
    fn checked(&self, bytes: Vec<u8>, changed: Vec<Change>, frame: Quad) -> Option<Fitted> {
        let result = Photo { kind: self.photo.kind, ..Photo::new(&bytes) };
        let report = check::check(&result, self.profile);
        let legibility = Legibility::of(&report, &self.profile.fit.legibility);
        let (ok, frame) = (report.ok, Some(frame));
        ok.then_some(Fitted { ok, photo: Some(bytes), changed, report, frame, legibility })
    }
}

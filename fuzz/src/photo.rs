//! Photos: the header, the pixels, the report and the photo that passes.
//!
//! The first bytes say how the file behind them is asked about, see [`Asked`].

use std::sync::LazyLock;

use renzheng::finding::Severity;
use renzheng::photo::{
    self, Area, Change, Crop, FileType, Fitted, Header, Kind, Limits, Orientation, Photo, Point,
    Profile, Quad, Report, Verdict,
};

use super::{has_words, memory};

/// The limits of the product for pictures of a hundredth of the pixels, so that thousands can
/// be tried in the time that one of the largest takes.
const LIMITS: Limits = Limits {
    most_file_bytes: 500_000,
    most_side: 20_000,
    most_pixels: 1_200_000,
    most_working_bytes: 12_000_000,
    most_scans: 64,
};

/// What the decoder of PNG may take besides the pixels, for its rows and for a colour profile.
const DECODER_BYTES: u64 = 32 << 20;
/// What is taken whatever the picture.
const BASE_BYTES: u64 = 4 << 20;

/// The two profiles, each as it is and with so little room that photos must be made to fit.
static PROFILES: LazyLock<[Profile; 4]> = LazyLock::new(|| {
    let of = |profile: &Profile, room: Option<u32>| Profile {
        most_bytes: room.map_or(profile.most_bytes, |room| room + room / 50),
        most_encoded_bytes: room.unwrap_or(profile.most_encoded_bytes),
        limits: LIMITS,
        ..profile.clone()
    };
    [
        of(Profile::CERTIFICATION_200K, None),
        of(Profile::CERTIFICATION_200K, Some(3_000)),
        of(Profile::WECHAT_UPLOAD, Some(1_000)),
        of(Profile::WECHAT_UPLOAD, None),
    ]
});

/// How a file is asked about: kind and crop, profile and name, four corners of two bytes each.
struct Asked<'a> {
    bytes: &'a [u8],
    kind: Kind,
    crop: Crop,
    file_name: Option<&'static str>,
    mime_type: Option<&'static str>,
    has_corners: bool,
    corners: [u8; 8],
    /// Whether what takes as long once more is done, too.
    is_repeated: bool,
    profile: &'static Profile,
}

impl<'a> Asked<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let ([first, second, corners @ ..], bytes) = bytes.split_first_chunk::<10>()?;
        let bit = |byte: &u8, at: u8| byte >> at & 1 == 1;
        let names = [None, Some("a.JPG"), Some("b.png"), Some("c")];
        let types = [None, Some("image/jpeg"), Some("image/png; a=b"), Some("")];
        Some(Self {
            bytes,
            kind: Kind::ALL[usize::from(first & 7) % Kind::ALL.len()],
            crop: if bit(first, 3) { Crop::None } else { Crop::Document },
            has_corners: bit(first, 4),
            is_repeated: bit(first, 5),
            profile: &PROFILES[usize::from(second & 3)],
            file_name: names[usize::from(second >> 2 & 3)],
            mime_type: types[usize::from(second >> 4 & 3)],
            corners: *corners,
        })
    }

    fn photo(&self) -> Photo<'a> {
        let photo = Photo {
            file_name: self.file_name,
            mime_type: self.mime_type,
            kind: self.kind,
            ..Photo::new(self.bytes)
        };
        let corners = self.has_corners.then(|| self.quad(&photo));
        Photo { corners, ..photo }
    }

    /// From half a picture before its frame to half a picture behind it, and what a mistaken
    /// host may give.
    fn quad(&self, photo: &Photo) -> Quad {
        let report = photo::inspect(photo, self.profile);
        let at = |share: u8, side: u32| match share {
            255 => f32::MAX,
            254 => f32::INFINITY,
            253 => f32::NAN,
            252 => -f32::MAX,
            share => (f32::from(share) / 126.0 - 0.5) * side as f32,
        };
        let point = |i: usize| {
            let [x, y] = [self.corners[2 * i], self.corners[2 * i + 1]];
            Point::new(at(x, report.width), at(y, report.height))
        };
        Quad([0, 1, 2, 3].map(point))
    }

    /// What may be taken before there are pixels: copies of what is in the file.
    fn most_for_header(&self) -> u64 {
        (64 << 10) + 4 * self.len()
    }

    /// What decoding may take: what the limits say, and what is held whatever the picture.
    fn most_for_pixels(&self) -> u64 {
        let report = photo::inspect(&self.photo(), self.profile);
        let is_png = report.file_type == FileType::Png;
        let pixels = report.header.as_ref().map_or(0, Header::pixels);
        let picture = pixels.saturating_mul(32).min(LIMITS.most_working_bytes);
        BASE_BYTES + picture + 4 * self.len() + if is_png { DECODER_BYTES } else { 0 }
    }

    /// What judging may take beside: coarser copies, and what is searched for on them.
    fn most_for_report(&self) -> u64 {
        self.most_for_pixels() + 4 * LIMITS.most_pixels + 4 * BASE_BYTES
    }

    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// The type and the header, before any pixel.
pub fn inspect(bytes: &[u8]) {
    let Some(asked) = Asked::read(bytes) else { return };
    let photo = asked.photo();
    let report = memory::within(asked.most_for_header(), || photo::inspect(&photo, asked.profile));
    holds(&report, &asked);
    assert_eq!(report.file_type, FileType::of(asked.bytes));
    assert!(report.facts.is_none() && report.document.is_none(), "nothing was decoded");
    assert_eq!(written(&report), written(&photo::inspect(&photo, asked.profile)), "twice the same");
}

/// The pixels.
pub fn decode(bytes: &[u8]) {
    let Some(asked) = Asked::read(bytes) else { return };
    let photo = asked.photo();
    let most = asked.most_for_pixels();
    let pixels = memory::within(most, || photo::decode_alone(&photo, asked.profile));
    let report = photo::inspect(&photo, asked.profile);
    let claimed = report.header.as_ref().map_or(0, Header::pixels);
    assert!(u64::from(pixels) <= claimed, "more pixels than the header has");
    if asked.is_repeated {
        assert_eq!(pixels, photo::decode_alone(&photo, asked.profile), "twice the same");
    }
}

/// The whole check.
pub fn judge(bytes: &[u8]) {
    let Some(asked) = Asked::read(bytes) else { return };
    let photo = asked.photo();
    let most = asked.most_for_report();
    let report = memory::within(most, || photo::check(&photo, asked.profile));
    holds(&report, &asked);
    if asked.is_repeated {
        let again = photo::check(&photo, asked.profile);
        assert_eq!(written(&report), written(&again), "twice the same");
        let is_decoded = report.facts.is_some();
        assert_eq!(is_decoded, 0 < photo::decode_alone(&photo, asked.profile), "judged by pixels");
    }
}

/// The photo that passes.
pub fn fit(bytes: &[u8]) {
    let Some(asked) = Asked::read(bytes) else { return };
    let (photo, profile) = (asked.photo(), asked.profile);
    let mut stages = 0;
    // The result is checked while the file that was given is still held.
    let most = 2 * asked.most_for_report();
    let fitted = memory::within(most, || {
        photo::fit_with_progress(&photo, profile, asked.crop, &mut |_| stages += 1)
    });
    assert_eq!(stages, 2, "inspected and judged, each told once");
    assert_eq!(fitted.ok, fitted.photo.is_some());
    if let Some(result) = &fitted.photo {
        passes(result, &fitted, &asked);
    } else {
        holds(&fitted.report, &asked);
        assert!(fitted.report.blocking().next().is_some(), "it says why");
        assert!(fitted.changed.is_empty() && fitted.frame.is_none());
    }
}

/// What comes out keeps the limit, is what it says, and would be let in again.
fn passes(result: &[u8], fitted: &Fitted, asked: &Asked) {
    let profile = asked.profile;
    let is_encoded = fitted.changed.contains(&Change::Recompressed);
    let most = if is_encoded { profile.most_encoded_bytes } else { profile.most_bytes };
    assert!(result.len() <= most as usize, "{} bytes of {most}", result.len());
    if fitted.changed.is_empty() {
        assert!(result == asked.bytes, "nothing was changed");
    }
    let file_type = FileType::of(result);
    assert_eq!(file_type, fitted.report.file_type);
    assert!(profile.types.contains(&file_type));
    assert!(fitted.report.ok && fitted.report.blocking().next().is_none());
    if file_type == FileType::Gif {
        return;
    }
    let again = photo::check(&Photo { kind: asked.kind, ..Photo::new(result) }, profile);
    assert_eq!(written(&again), written(&fitted.report), "what was checked");
    let header = again.header.as_ref().expect("a header");
    assert_eq!(header.orientation, Orientation::Upright);
    assert!(!header.metadata.is_any() && header.trailing_bytes == 0, "{header:?}");
    assert!(!is_encoded || file_type == FileType::Jpeg && header.bit_depth == 8);
    let frame = fitted.frame.expect("where it lies in what was given");
    assert!(frame.0.iter().all(|corner| corner.x.is_finite() && corner.y.is_finite()), "{frame:?}");
    let json = serde_json::to_string(fitted).expect("it can be written");
    serde_json::from_str::<Fitted>(&json).expect("and read again");
    if asked.is_repeated {
        let result = Photo { kind: asked.kind, ..Photo::new(result) };
        let again = photo::fit_with_progress(&result, profile, Crop::None, &mut |_| {});
        assert!(again.ok, "what passes passes again");
    }
}

/// What holds for every report.
fn holds(report: &Report, asked: &Asked) {
    assert_eq!(report.byte_length as usize, asked.bytes.len());
    assert_eq!(report.ok, report.blocking().next().is_none());
    let severities: Vec<Severity> = report.findings.iter().map(|it| it.severity).collect();
    assert!(severities.is_sorted(), "the most important first");
    assert!(!report.ok || report.verdict != Verdict::Retake || report.reason.is_some());
    if let Some(reason) = &report.reason {
        assert!(report.findings.iter().any(|it| it.code() == reason), "a reason that was found");
    }
    let size = report.header.as_ref().map_or((0, 0), Header::shown_size);
    assert_eq!((report.width, report.height), size);
    for finding in &report.findings {
        has_words(finding);
        if let Some(area) = finding.issue.area().filter(|_| !asked.has_corners) {
            is_near(area, size);
        }
    }
    if let Some(document) = report.document.as_ref().filter(|_| !asked.has_corners) {
        assert!(document.corners.is_convex(), "{document:?}");
        assert!(0.0 < document.corners.visible_share(size.0 as f32, size.1 as f32));
    }
    serde_json::from_str::<Report>(&written(report)).expect("a report that was written is read");
}

/// Corners of a document may lie outside the frame, but no further than a document can reach.
fn is_near(Area(corners): Area, (width, height): (u32, u32)) {
    for [x, y] in corners {
        let is_within = |at: i32, side: u32| {
            let side = i64::from(side);
            (-2 * side - 2..=3 * side + 2).contains(&i64::from(at))
        };
        assert!(is_within(x, width) && is_within(y, height), "{x}, {y} of {width}, {height}");
    }
}

fn written(report: &Report) -> String {
    serde_json::to_string(report).expect("a report can be written")
}

//! The segments of a JPEG (ITU-T T.81, annex B).

use super::{Colour, Header, HeaderError, Metadata, Orientation, exif};
use crate::finding::sort_by;
use crate::photo::bytes::{Endian, index, u16_at, u32_at};

const SOI_BYTES: usize = 2;
const SOF_DHT: u8 = 0xC4;
const SOF_JPG: u8 = 0xC8;
const SOF_DAC: u8 = 0xCC;
const RST: std::ops::RangeInclusive<u8> = 0xD0..=0xD7;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
pub(in crate::photo) const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
pub(in crate::photo) const APP2: u8 = 0xE2;
const APP13: u8 = 0xED;
pub(in crate::photo) const APP14: u8 = 0xEE;
const COM: u8 = 0xFE;

const JFIF: &[u8] = b"JFIF\0";
pub(in crate::photo) const ICC: &[u8] = b"ICC_PROFILE\0";
pub(in crate::photo) const ADOBE: &[u8] = b"Adobe";
/// Name, version, flags and transform: all that Adobe's marker has.
pub(in crate::photo) const ADOBE_BYTES: usize = 12;
const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[&[u8]] = &[b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"];

/// One marker segment. For a start of scan, `scan` is the coded data after it.
#[derive(Clone, Copy, Debug)]
pub(in crate::photo) struct Segment<'a> {
    pub(in crate::photo) marker: u8,
    /// What follows the length field.
    pub(in crate::photo) payload: &'a [u8],
    /// From the 0xFF of the marker to the end of payload and scan.
    pub(in crate::photo) whole: &'a [u8],
}

/// Walks the segments of a JPEG, one after the other.
#[derive(Debug)]
pub(in crate::photo) struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Whether coded data is walked through as well, up to the end of the image.
    through_scans: bool,
}

impl<'a> Segments<'a> {
    /// The segments before the first scan, and that scan's own header.
    fn of_header(bytes: &'a [u8]) -> Self {
        Self { bytes, at: SOI_BYTES, through_scans: false }
    }

    /// All segments up to the end of the image.
    pub(in crate::photo) fn of_image(bytes: &'a [u8]) -> Self {
        Self { bytes, at: SOI_BYTES, through_scans: true }
    }

    /// The next segment, or nothing at the end of the image.
    pub(in crate::photo) fn next(&mut self) -> Result<Option<Segment<'a>>, HeaderError> {
        let marker = self.marker()?;
        // The last of several fill bytes is the marker's own.
        let start = self.at - 2;
        if marker == EOI {
            return Ok(None);
        }
        if RST.contains(&marker) || marker <= 0x01 {
            return Err(HeaderError::Corrupt("marker out of place"));
        }
        let length =
            usize::from(u16_at(self.bytes, self.at, Endian::Big).ok_or(HeaderError::Truncated)?);
        if length < 2 {
            return Err(HeaderError::Corrupt("segment length below two"));
        }
        let end = self.at + length;
        let payload = self.bytes.get(self.at + 2..end).ok_or(HeaderError::Truncated)?;
        self.at = end;
        if marker == SOS && self.through_scans {
            self.skip_scan()?;
        }
        Ok(Some(Segment { marker, payload, whole: &self.bytes[start..self.at] }))
    }

    /// Where the walk stands: after the end-of-image marker once it is over.
    pub(in crate::photo) fn position(&self) -> usize {
        self.at
    }

    /// Eats `0xFF… marker`; fill bytes before a marker are allowed (B.1.1.2), and
    /// stray bytes are passed over, as every decoder does.
    fn marker(&mut self) -> Result<u8, HeaderError> {
        let rest = self.bytes.get(self.at..).ok_or(HeaderError::Truncated)?;
        self.at += memchr::memchr(0xFF, rest).ok_or(HeaderError::Truncated)?;
        while *self.bytes.get(self.at).ok_or(HeaderError::Truncated)? == 0xFF {
            self.at += 1;
        }
        let marker = self.bytes[self.at];
        self.at += 1;
        Ok(marker)
    }

    /// Moves to the marker that ends the coded data: stuffed zeros and restart
    /// markers belong to it.
    fn skip_scan(&mut self) -> Result<(), HeaderError> {
        loop {
            let rest = self.bytes.get(self.at..).ok_or(HeaderError::Truncated)?;
            let found = memchr::memchr(0xFF, rest).ok_or(HeaderError::Truncated)?;
            self.at += found;
            match self.bytes.get(self.at + 1) {
                None => return Err(HeaderError::Truncated),
                Some(0x00) => self.at += 2,
                Some(0xFF) => self.at += 1,
                Some(marker) if RST.contains(marker) => self.at += 2,
                Some(_) => return Ok(()),
            }
        }
    }
}

/// Reads everything up to the first scan: microseconds. The coded data is not
/// walked through; [`read_rest`] does that.
pub(super) fn read(bytes: &[u8]) -> Result<Header, HeaderError> {
    let mut segments = Segments::of_header(bytes);
    let mut frame: Option<Frame> = None;
    let mut seen = Seen::default();
    loop {
        let Some(segment) = segments.next()? else {
            return Err(HeaderError::Corrupt("the image ends before its data"));
        };
        match segment.marker {
            SOS => break,
            marker if is_frame(marker) => {
                if frame.is_some() {
                    return Err(HeaderError::Corrupt("two frames"));
                }
                frame = Some(Frame::read(marker, segment.payload)?);
            }
            marker => seen.note(marker, segment.payload),
        }
    }
    let frame = frame.ok_or(HeaderError::Corrupt("no frame before the data"))?;
    let has_icc = seen.icc && icc_profile(bytes).is_some();
    seen.metadata.other |= seen.icc && !has_icc;
    Ok(Header {
        stored_width: u32::from(frame.width),
        stored_height: u32::from(frame.height),
        bit_depth: frame.bit_depth,
        colour: frame.colour(seen.adobe_transform, seen.jfif),
        has_alpha: false,
        is_progressive: frame.is_progressive,
        is_animated: false,
        has_icc,
        orientation: seen.orientation,
        metadata: seen.metadata,
        trailing_bytes: 0,
    })
}

/// Completes a header by a walk through the whole file: metadata between scans, and
/// what follows the end. Gives the number of scans.
pub(in crate::photo) fn read_rest(bytes: &[u8], header: &mut Header) -> usize {
    let mut segments = Segments::of_image(bytes);
    let mut seen = Seen { metadata: header.metadata, ..Seen::default() };
    let mut scans = 0;
    loop {
        match segments.next() {
            Ok(Some(segment)) if segment.marker == SOS => scans += 1,
            // What stands before the first scan has been noted.
            Ok(Some(segment)) if 0 < scans => seen.note(segment.marker, segment.payload),
            Ok(Some(_)) => {}
            Ok(None) => {
                let behind = bytes.len() - segments.position();
                header.trailing_bytes = u32::try_from(behind).unwrap_or(u32::MAX);
                break;
            }
            // Without an end there is nothing behind it; the decoder will complain.
            Err(_) => break,
        }
    }
    header.metadata = seen.metadata;
    scans
}

/// Whether an Adobe marker says that inks are stored inverted.
pub(in crate::photo) fn has_adobe_marker(bytes: &[u8]) -> bool {
    let mut segments = Segments::of_header(bytes);
    while let Ok(Some(segment)) = segments.next() {
        if segment.marker == SOS {
            return false;
        }
        if segment.marker == APP14 && segment.payload.starts_with(ADOBE) {
            return true;
        }
    }
    false
}

/// Whether a file of three components stores brightness and two colours, by all that decoders go by:
/// JFIF, and the names of the components. Where that leaves doubt it is no.
pub(in crate::photo) fn stores_brightness(bytes: &[u8]) -> bool {
    let mut segments = Segments::of_header(bytes);
    let mut jfif = false;
    while let Ok(Some(segment)) = segments.next() {
        match segment.marker {
            APP0 => jfif |= segment.payload.starts_with(JFIF),
            0xC0..=0xC2 => {
                let Ok(frame) = Frame::read(segment.marker, segment.payload) else { return false };
                // Names of red, green and blue, and of libjpeg's colours of a wider range.
                let is_other = matches!(&frame.component_ids, b"RGB" | b"rgb" | [1, 34, 35]);
                return frame.components == 3
                    && (frame.component_ids == [1, 2, 3] || jfif && !is_other);
            }
            SOS => return false,
            _ => {}
        }
    }
    false
}

/// The ICC profile, put together from its numbered parts (ICC.1:2022, annex B.4).
pub(in crate::photo) fn icc_profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut segments = Segments::of_header(bytes);
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    while let Ok(Some(segment)) = segments.next() {
        match segment.marker {
            SOS => break,
            APP2 => {
                if let Some([number, _, data @ ..]) = segment.payload.strip_prefix(ICC) {
                    parts.push((*number, data));
                }
            }
            _ => {}
        }
    }
    // They are numbered in one byte.
    if usize::from(u8::MAX) < parts.len() {
        return None;
    }
    sort_by(&mut parts, |&(number, _)| number);
    let profile: Vec<u8> = parts.into_iter().flat_map(|(_, data)| data).copied().collect();
    is_icc_profile(&profile).then_some(profile)
}

/// Whether a block is what it calls itself: it has the size that it states, and the
/// signature (ICC.1:2022, section 7.2). Anything else could hide there.
fn is_icc_profile(profile: &[u8]) -> bool {
    u32_at(profile, 0, Endian::Big).map(index) == Some(profile.len())
        && profile.get(36..40) == Some(b"acsp")
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, SOF_DHT | SOF_JPG | SOF_DAC)
}

struct Frame {
    width: u16,
    height: u16,
    bit_depth: u8,
    components: u8,
    is_progressive: bool,
    component_ids: [u8; 3],
}

impl Frame {
    fn read(marker: u8, payload: &[u8]) -> Result<Self, HeaderError> {
        match marker {
            0xC0..=0xC2 => {}
            0xC9..=0xCB | 0xCD..=0xCF => {
                return Err(HeaderError::Unsupported("arithmetic coding"));
            }
            0xC3 => return Err(HeaderError::Unsupported("lossless JPEG")),
            _ => return Err(HeaderError::Unsupported("hierarchical JPEG")),
        }
        let &[bit_depth, h1, h0, w1, w0, components, ref rest @ ..] = payload else {
            return Err(HeaderError::Truncated);
        };
        let (width, height) = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
        if width == 0 || height == 0 {
            return Err(HeaderError::Corrupt("a side of zero pixels"));
        }
        if bit_depth != 8 {
            return Err(HeaderError::Unsupported("JPEG of more than 8 bits"));
        }
        if !matches!(components, 1 | 3 | 4) {
            return Err(HeaderError::Unsupported("neither one, three nor four components"));
        }
        if rest.len() < usize::from(components) * 3 {
            return Err(HeaderError::Truncated);
        }
        let id = |n: usize| rest.get(n * 3).copied().unwrap_or(0);
        let is_progressive = marker == 0xC2;
        let component_ids = [id(0), id(1), id(2)];
        Ok(Self { width, height, bit_depth, components, is_progressive, component_ids })
    }

    /// As decoders guess it: the Adobe marker, then JFIF, then the component names.
    fn colour(&self, adobe_transform: Option<u8>, jfif: bool) -> Colour {
        match (self.components, adobe_transform) {
            (1, _) => Colour::Gray,
            (4, Some(2)) => Colour::Ycck,
            (4, _) => Colour::Cmyk,
            (_, Some(0)) => Colour::Rgb,
            (_, None) if !jfif && &self.component_ids == b"RGB" => Colour::Rgb,
            _ => Colour::Ycbcr,
        }
    }
}

/// What the application segments told.
#[derive(Default)]
struct Seen {
    orientation: Orientation,
    metadata: Metadata,
    icc: bool,
    jfif: bool,
    adobe_transform: Option<u8>,
}

impl Seen {
    fn note(&mut self, marker: u8, payload: &[u8]) {
        match marker {
            APP0 if payload.starts_with(JFIF) => {
                self.jfif = true;
                // Width and height of the thumbnail end the fixed part.
                let has_thumbnail =
                    matches!(payload.get(12..14), Some(&[w, h]) if w != 0 && h != 0);
                self.metadata.thumbnail |= has_thumbnail;
            }
            APP1 if payload.starts_with(EXIF) => {
                let (orientation, exif) = exif::read(&payload[EXIF.len()..]);
                // The first block counts, as it does for browsers.
                if !self.metadata.exif {
                    self.orientation = orientation;
                }
                self.metadata.exif = true;
                self.metadata.gps |= exif.gps;
                self.metadata.thumbnail |= exif.thumbnail;
            }
            APP1 if XMP.iter().any(|name| payload.starts_with(name)) => self.metadata.xmp = true,
            APP2 if payload.starts_with(ICC) => self.icc = true,
            APP13 => self.metadata.iptc = true,
            APP14 if payload.starts_with(ADOBE) => {
                self.adobe_transform = payload.get(11).copied();
                self.metadata.other |= ADOBE_BYTES < payload.len();
            }
            COM => self.metadata.text = true,
            APP0..=0xEF => self.metadata.other = true,
            _ => {}
        }
    }
}

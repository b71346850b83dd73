//! Taking out what a file tells besides the picture, without touching the picture.

use crate::photo::header::jpeg::{
    ADOBE, ADOBE_BYTES, APP0, APP2, APP14, ICC, Segments, icc_profile,
};
use crate::photo::header::png::{Chunks, SIGNATURE};

const SOI: [u8; 2] = [0xFF, 0xD8];
const EOI: [u8; 2] = [0xFF, 0xD9];
const JFIF: &[u8] = b"JFIF\0";
/// Version, density and unit: the fixed part of JFIF before the thumbnail.
const JFIF_FIXED: std::ops::Range<usize> = 0..12;

/// Name, version, flags and transform: all that Adobe's marker has.
const ADOBE_FIXED: std::ops::Range<usize> = 0..ADOBE_BYTES;

/// The chunks that make the picture look as it does. All others go.
const PNG_KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT",
];

/// A JPEG without application blocks, comments and trailing bytes. The colour
/// profile and Adobe's marker stay: without them the colours would be others.
/// Nothing where the segments cannot be followed to the end.
pub(super) fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut stripped = SOI.to_vec();
    stripped.reserve(bytes.len());
    let has_profile = icc_profile(bytes).is_some();
    let mut segments = Segments::of_image(bytes);
    while let Some(segment) = segments.next().ok()? {
        match segment.marker {
            APP0 if segment.payload.starts_with(JFIF) => {
                let fixed = segment.payload.get(JFIF_FIXED)?;
                stripped.extend([0xFF, APP0, 0, 16]);
                stripped.extend(fixed);
                // No thumbnail: zero by zero pixels.
                stripped.extend([0, 0]);
            }
            APP2 if has_profile && segment.payload.starts_with(ICC) => {
                stripped.extend(segment.whole);
            }
            APP14 if segment.payload.starts_with(ADOBE) => {
                stripped.extend([0xFF, APP14, 0, 14]);
                stripped.extend(segment.payload.get(ADOBE_FIXED)?);
            }
            APP0..=0xEF | 0xFE => {}
            _ => stripped.extend(segment.whole),
        }
    }
    stripped.extend(EOI);
    Some(stripped)
}

/// A PNG with nothing but the chunks that make the picture.
pub(super) fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut stripped = SIGNATURE.to_vec();
    stripped.reserve(bytes.len());
    let mut chunks = Chunks::of(bytes);
    while let Some(chunk) = chunks.next().ok()? {
        if PNG_KEPT.contains(&&chunk.name) {
            stripped.extend(chunk.whole);
        }
    }
    Some(stripped)
}

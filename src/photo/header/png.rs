//! The chunks of a PNG (W3C PNG specification, third edition, section 5).

use super::{Colour, Header, HeaderError, Metadata, Orientation, exif};
use crate::photo::bytes::{Endian, index, u32_at};

/// The eight bytes at the start of every PNG.
pub(in crate::photo) const SIGNATURE: &[u8; 8] = b"\x89PNG\r\n\x1A\n";
/// Length, name and checksum around the data of a chunk.
const FRAME_BYTES: usize = 12;

/// One chunk.
#[derive(Clone, Copy, Debug)]
pub(in crate::photo) struct Chunk<'a> {
    pub(in crate::photo) name: [u8; 4],
    pub(in crate::photo) data: &'a [u8],
    /// From the length field to the checksum.
    pub(in crate::photo) whole: &'a [u8],
}

/// Walks the chunks of a PNG up to the one that ends it.
#[derive(Debug)]
pub(in crate::photo) struct Chunks<'a> {
    bytes: &'a [u8],
    at: usize,
    ended: bool,
}

impl<'a> Chunks<'a> {
    /// The chunks of a file that starts with the signature.
    pub(in crate::photo) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: SIGNATURE.len(), ended: false }
    }

    /// The next chunk, or nothing after the last.
    pub(in crate::photo) fn next(&mut self) -> Result<Option<Chunk<'a>>, HeaderError> {
        if self.ended {
            return Ok(None);
        }
        let length = index(u32_at(self.bytes, self.at, Endian::Big).ok_or(HeaderError::Truncated)?);
        let end = self
            .at
            .checked_add(FRAME_BYTES)
            .and_then(|end| end.checked_add(length))
            .ok_or(HeaderError::Truncated)?;
        let whole = self.bytes.get(self.at..end).ok_or(HeaderError::Truncated)?;
        let name = whole[4..].first_chunk().copied().ok_or(HeaderError::Truncated)?;
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(HeaderError::Corrupt("chunk name is no name"));
        }
        self.at = end;
        self.ended = &name == b"IEND";
        Ok(Some(Chunk { name, data: &whole[8..8 + length], whole }))
    }

    /// Where the walk stands: after the last chunk once it is over.
    pub(in crate::photo) fn position(&self) -> usize {
        self.at
    }
}

/// Reads all chunks: a walk from length to length, no data is touched.
pub(super) fn read(bytes: &[u8]) -> Result<Header, HeaderError> {
    let mut chunks = Chunks::of(bytes);
    let first = chunks.next()?.ok_or(HeaderError::Truncated)?;
    if &first.name != b"IHDR" {
        return Err(HeaderError::Corrupt("the first chunk is not the header"));
    }
    let mut header = image_header(first.data)?;
    let mut has_data = false;
    while let Some(chunk) = chunks.next()? {
        match &chunk.name {
            b"IDAT" => has_data = true,
            b"tRNS" => header.has_alpha = true,
            b"acTL" => header.is_animated = true,
            // The frames of the animation; known, although named like a private chunk.
            b"fcTL" | b"fdAT" => {}
            b"iCCP" => header.has_icc = true,
            b"eXIf" => {
                let (orientation, metadata) = exif::read(chunk.data);
                header.orientation = orientation;
                header.metadata.exif = true;
                header.metadata.gps = metadata.gps;
                header.metadata.thumbnail = metadata.thumbnail;
            }
            b"iTXt" if chunk.data.starts_with(b"XML:com.adobe.xmp\0") => header.metadata.xmp = true,
            b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" => header.metadata.text = true,
            name if is_private(*name) => header.metadata.other = true,
            _ => {}
        }
    }
    if !has_data {
        return Err(HeaderError::Truncated);
    }
    header.trailing_bytes = u32::try_from(bytes.len() - chunks.position()).unwrap_or(u32::MAX);
    Ok(header)
}

/// A lower-case second letter: somebody's own chunk (5.4).
fn is_private(name: [u8; 4]) -> bool {
    name[1].is_ascii_lowercase()
}

fn image_header(data: &[u8]) -> Result<Header, HeaderError> {
    let (Some(width), Some(height)) = (u32_at(data, 0, Endian::Big), u32_at(data, 4, Endian::Big))
    else {
        return Err(HeaderError::Truncated);
    };
    let Some(&[bit_depth, colour_type, _, _, interlace]) = data.get(8..13) else {
        return Err(HeaderError::Truncated);
    };
    if width == 0 || height == 0 {
        return Err(HeaderError::Corrupt("a side of zero pixels"));
    }
    // Table 12 of the specification: which depths a colour type allows.
    let (colour, has_alpha, depths): (_, _, &[u8]) = match colour_type {
        0 => (Colour::Gray, false, &[1, 2, 4, 8, 16]),
        2 => (Colour::Rgb, false, &[8, 16]),
        3 => (Colour::Palette, false, &[1, 2, 4, 8]),
        4 => (Colour::Gray, true, &[8, 16]),
        6 => (Colour::Rgb, true, &[8, 16]),
        _ => return Err(HeaderError::Corrupt("colour type out of range")),
    };
    if !depths.contains(&bit_depth) {
        return Err(HeaderError::Corrupt("bit depth does not fit the colour type"));
    }
    Ok(Header {
        stored_width: width,
        stored_height: height,
        bit_depth,
        colour,
        has_alpha,
        is_progressive: interlace != 0,
        is_animated: false,
        has_icc: false,
        orientation: Orientation::default(),
        metadata: Metadata::default(),
        trailing_bytes: 0,
    })
}

//! PNG pixels, row by row, so that only the result is held in memory.

use std::io::Cursor;

use image::RgbImage;
use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::{DecodeError, Space, Stored};
use crate::photo::header::{Colour, Header};

/// What the decoder may allocate besides our pixels: rows, and its own buffers.
const DECODER_BYTES: usize = 32 << 20;

/// Decodes to RGB on white, and gives the colour profile if there is one.
pub(super) fn decode(bytes: &[u8], header: &Header) -> Result<Stored, DecodeError> {
    let limits = Limits { bytes: DECODER_BYTES };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    // Tables to colours, 1 to 4 bits and 16 bits to 8.
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    let mut reader = decoder.read_info().map_err(blame)?;
    let (width, height) = (reader.info().width, reader.info().height);
    if (width, height) != (header.stored_width, header.stored_height) {
        return Err(DecodeError::Damaged("two headers that differ".into()));
    }
    let profile = reader.info().icc_profile.as_ref().map(|profile| profile.to_vec());
    let (colour, _) = reader.output_color_type();

    let pixels = if reader.info().interlaced {
        let size = reader.output_buffer_size().ok_or_else(too_large)?;
        let mut data = vec![0; size];
        reader.next_frame(&mut data).map_err(blame)?;
        let mut rgb = Vec::with_capacity(rgb_bytes(width, height)?);
        on_white(colour, &data, &mut rgb);
        rgb
    } else {
        let mut rgb = Vec::with_capacity(rgb_bytes(width, height)?);
        while let Some(row) = reader.next_row().map_err(blame)? {
            on_white(colour, row.data(), &mut rgb);
        }
        rgb
    };
    let pixels = RgbImage::from_raw(width, height, pixels)
        .ok_or_else(|| DecodeError::Damaged("the rows end early".into()))?;
    let describes_rgb = !matches!(header.colour, Colour::Gray);
    let profile = profile.filter(|_| describes_rgb);
    Ok(Stored { pixels, space: Space::Rgb, profile })
}

/// What decoding allocates, in bytes: the pixels, and for an interlaced file
/// the whole picture before it is flattened as well.
pub(super) fn working_bytes(header: &Header) -> u64 {
    let whole = if header.is_progressive { 4 } else { 0 };
    header.pixels() * (3 + whole + super::bytes_beside(header))
}

fn rgb_bytes(width: u32, height: u32) -> Result<usize, DecodeError> {
    usize::try_from(u64::from(width) * u64::from(height) * 3).map_err(|_| too_large())
}

fn too_large() -> DecodeError {
    DecodeError::TooLarge { needed: u64::MAX, most: u64::from(u32::MAX) }
}

fn on_white(colour: ColorType, row: &[u8], rgb: &mut Vec<u8>) {
    let over = |channel: u8, alpha: u8| {
        let (channel, alpha) = (u16::from(channel), u16::from(alpha));
        u8::try_from((channel * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
    };
    match colour {
        ColorType::Rgb => rgb.extend_from_slice(row),
        ColorType::Rgba => rgb.extend(
            row.chunks_exact(4)
                .flat_map(|p| [over(p[0], p[3]), over(p[1], p[3]), over(p[2], p[3])]),
        ),
        ColorType::Grayscale => rgb.extend(row.iter().flat_map(|&gray| [gray; 3])),
        ColorType::GrayscaleAlpha => {
            rgb.extend(row.chunks_exact(2).flat_map(|p| [over(p[0], p[1]); 3]));
        }
        // `EXPAND` leaves no table; an unexpanded row would be too short and is
        // then reported as such.
        ColorType::Indexed => {}
    }
}

fn blame(error: DecodingError) -> DecodeError {
    match error {
        DecodingError::LimitsExceeded => too_large(),
        other => DecodeError::Damaged(other.to_string()),
    }
}

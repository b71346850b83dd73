//! JPEG pixels, decoded at a reduced scale where the picture is larger than needed.

use image::RgbImage;
use jpeg_decoder::{ColorTransform, Decoder, Error, PixelFormat};

use super::colour::{self, Space};
use super::{DecodeError, Stored};
use crate::photo::header::{Colour, Header, jpeg};

/// Eighths of full size at which the decoder can work.
const SCALES: [u32; 3] = [1, 2, 4];

/// Decodes to RGB, or leaves the colours as they are stored where that is `wanted` and they are
/// brightness and two colours.
pub(super) fn decode(
    bytes: &[u8],
    header: &Header,
    long_side: u32,
    wanted_space: Space,
) -> Result<Stored, DecodeError> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().map_err(blame)?;
    let is_ycbcr = jpeg::stores_brightness(bytes);
    if is_ycbcr {
        // As they are stored: this only says that nothing is to be converted.
        decoder.set_color_transform(ColorTransform::RGB);
    }
    let (width, height) = scaled_size(header, long_side);
    let wanted = |side: u32| u16::try_from(side).unwrap_or(u16::MAX);
    let (width, height) = decoder.scale(wanted(width), wanted(height)).map_err(blame)?;
    let mut data = decoder.decode().map_err(blame)?;
    let format = decoder.info().map(|info| info.pixel_format);
    let space = if is_ycbcr { wanted_space } else { Space::Rgb };
    let rgb = match format {
        Some(PixelFormat::RGB24) => {
            if is_ycbcr && space == Space::Rgb {
                colour::to_rgb(&mut data);
            }
            data
        }
        Some(PixelFormat::L8) => data.iter().flat_map(|&gray| [gray; 3]).collect(),
        Some(PixelFormat::CMYK32) => inks_to_rgb(&data, jpeg::has_adobe_marker(bytes)),
        _ => return Err(DecodeError::Unsupported("more than 8 bits per channel".into())),
    };
    let pixels = RgbImage::from_raw(u32::from(width), u32::from(height), rgb)
        .ok_or_else(|| DecodeError::Damaged("the decoder gave too few pixels".into()))?;
    // A profile for inks or grey says nothing about the RGB that was made of them.
    let describes_rgb = matches!(header.colour, Colour::Ycbcr | Colour::Rgb);
    let profile = if describes_rgb && header.has_icc { jpeg::icc_profile(bytes) } else { None };
    Ok(Stored { pixels, space, profile })
}

/// An estimate from above of what the decoder allocates, in bytes.
///
/// Progressive files keep two bytes for each coefficient of the full picture;
/// the others keep planes and pixels of the reduced picture only.
pub(super) fn working_bytes(header: &Header, long_side: u32) -> u64 {
    let channels = match header.colour {
        Colour::Gray => 1,
        Colour::Cmyk | Colour::Ycck => 4,
        _ => 3,
    };
    let (width, height) = scaled_size(header, long_side);
    let reduced = u64::from(width) * u64::from(height);
    let coefficients = if header.is_progressive { header.pixels() * channels * 2 } else { 0 };
    coefficients + reduced * (channels + 3 + super::bytes_beside(header))
}

/// The size at the smallest scale that keeps `long_side` pixels.
fn scaled_size(header: &Header, long_side: u32) -> (u32, u32) {
    let (width, height) = (header.stored_width, header.stored_height);
    let scaled = |side: u32, eighths: u32| (side * eighths).div_ceil(8);
    let eighths = SCALES
        .into_iter()
        .find(|&eighths| long_side <= scaled(width.max(height), eighths))
        .unwrap_or(8);
    (scaled(width, eighths), scaled(height, eighths))
}

/// Ink amounts to light. Photoshop stores inks inverted and says so by its marker;
/// the decoder inverts always, so a file without the marker is inverted back.
fn inks_to_rgb(inks: &[u8], stored_inverted: bool) -> Vec<u8> {
    let amount = |ink: u8| if stored_inverted { ink } else { 255 - ink };
    inks.chunks_exact(4)
        .flat_map(|ink| {
            let black = 255 - u16::from(amount(ink[3]));
            [0, 1, 2].map(|channel| {
                let light = (255 - u16::from(amount(ink[channel]))) * black;
                u8::try_from((light + 127) / 255).unwrap_or(u8::MAX)
            })
        })
        .collect()
}

fn blame(error: Error) -> DecodeError {
    match error {
        Error::Unsupported(feature) => DecodeError::Unsupported(format!("{feature:?}")),
        other => DecodeError::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_become_light() {
        // No ink is white, full black is black, half cyan takes red only.
        let inks = [0, 0, 0, 0, 0, 0, 0, 255, 128, 0, 0, 0];
        assert_eq!(inks_to_rgb(&inks, true), [255, 255, 255, 0, 0, 0, 127, 255, 255]);
        let inverted: Vec<u8> = inks.iter().map(|ink| 255 - ink).collect();
        assert_eq!(inks_to_rgb(&inverted, false), inks_to_rgb(&inks, true));
    }
}

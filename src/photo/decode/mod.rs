//! From bytes to upright sRGB pixels, under limits.

mod colour;
mod icc;
mod jpeg;
mod png;

use image::RgbImage;
use image::imageops;

pub(super) use self::colour::{Space, to_rgb};
use super::header::{Header, Orientation};
use super::profile::Limits;
use super::sniff::FileType;

/// Why pixels could not be had, sorted by blame. The words are for logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum DecodeError {
    /// The file is cut off or broken: another copy may be whole.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The format allows it, we cannot: another program must save it anew.
    #[error("unsupported: {0}")]
    Unsupported(String),
    /// Decoding would take more memory than the limits allow.
    #[error("needs {needed} bytes of memory to decode, {most} are allowed")]
    TooLarge {
        /// Bytes that decoding would need.
        needed: u64,
        /// Bytes that are allowed.
        most: u64,
    },
}

/// Pixels, and how they came about.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Upright, perhaps at a reduced scale.
    pub(super) pixels: RgbImage,
    /// What the bytes of a pixel are.
    pub(super) space: Space,
    /// Whether inks or another color space had to be converted.
    pub(super) is_converted: bool,
}

/// Pixels as the file has them.
struct Stored {
    pixels: RgbImage,
    space: Space,
    /// A colour profile.
    profile: Option<Vec<u8>>,
}

/// Decodes a file whose header has been read.
///
/// A JPEG is decoded at the smallest scale that keeps `long_side` pixels, which
/// saves most of the work on a phone's photo. The pixels come upright, flattened
/// on white, and converted from a matrix colour profile to sRGB; or, where another `space` is
/// wanted and the file allows it, in that.
pub(super) fn decode(
    file_type: FileType,
    bytes: &[u8],
    header: &Header,
    limits: &Limits,
    long_side: u32,
    space: Space,
) -> Result<Decoded, DecodeError> {
    let needed = working_bytes(file_type, header, long_side);
    let most = limits.most_working_bytes;
    if most < needed {
        return Err(DecodeError::TooLarge { needed, most });
    }
    let stored = match file_type {
        FileType::Jpeg => jpeg::decode(bytes, header, long_side, space)?,
        _ => png::decode(bytes, header)?,
    };
    let Stored { mut pixels, mut space, profile } = stored;
    let conversion = profile.and_then(|profile| icc::Conversion::to_srgb(&profile));
    if let Some(conversion) = &conversion {
        if space == Space::Ycbcr {
            to_rgb(&mut pixels);
            space = Space::Rgb;
        }
        conversion.apply(&mut pixels);
    }
    let is_converted = conversion.is_some() || header.colour.is_ink();
    Ok(Decoded { pixels: turn(pixels, header.orientation), space, is_converted })
}

/// An estimate from above of what decoding allocates, in bytes.
pub(super) fn working_bytes(file_type: FileType, header: &Header, long_side: u32) -> u64 {
    match file_type {
        FileType::Jpeg => jpeg::working_bytes(header, long_side),
        _ => png::working_bytes(header),
    }
}

/// What is held beside the decoder's own: the brightness that is measured, and
/// while a quarter turn is made the picture once more. In bytes for each pixel.
fn bytes_beside(header: &Header) -> u64 {
    if header.orientation.swaps_sides() { 4 } else { 1 }
}

/// Turns stored pixels upright.
fn turn(mut pixels: RgbImage, orientation: Orientation) -> RgbImage {
    match orientation {
        Orientation::Upright => pixels,
        Orientation::Mirrored => {
            imageops::flip_horizontal_in_place(&mut pixels);
            pixels
        }
        Orientation::HalfTurn => {
            imageops::rotate180_in_place(&mut pixels);
            pixels
        }
        Orientation::Flipped => {
            imageops::flip_vertical_in_place(&mut pixels);
            pixels
        }
        Orientation::Transposed => {
            let mut turned = imageops::rotate90(&pixels);
            imageops::flip_horizontal_in_place(&mut turned);
            turned
        }
        Orientation::QuarterTurn => imageops::rotate90(&pixels),
        Orientation::Transversed => {
            let mut turned = imageops::rotate270(&pixels);
            imageops::flip_horizontal_in_place(&mut turned);
            turned
        }
        Orientation::ThreeQuarterTurn => imageops::rotate270(&pixels),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 2 × 3 pixels that no turn maps onto itself.
    fn numbered() -> RgbImage {
        RgbImage::from_fn(2, 3, |x, y| image::Rgb([u8::try_from(y * 2 + x).unwrap(); 3]))
    }

    fn reds(pixels: &RgbImage) -> Vec<u8> {
        pixels.pixels().map(|pixel| pixel.0[0]).collect()
    }

    /// The table of Exif 2.32, tag 0x0112, written out.
    #[test]
    fn all_eight_orientations_are_undone() {
        let cases: [(u8, (u32, u32), [u8; 6]); 8] = [
            (1, (2, 3), [0, 1, 2, 3, 4, 5]),
            (2, (2, 3), [1, 0, 3, 2, 5, 4]),
            (3, (2, 3), [5, 4, 3, 2, 1, 0]),
            (4, (2, 3), [4, 5, 2, 3, 0, 1]),
            (5, (3, 2), [0, 2, 4, 1, 3, 5]),
            (6, (3, 2), [4, 2, 0, 5, 3, 1]),
            (7, (3, 2), [5, 3, 1, 4, 2, 0]),
            (8, (3, 2), [1, 3, 5, 0, 2, 4]),
        ];
        for (value, size, expected) in cases {
            let turned = turn(numbered(), value.into());
            assert_eq!(turned.dimensions(), size, "orientation {value}");
            assert_eq!(reds(&turned), expected, "orientation {value}");
        }
    }
}

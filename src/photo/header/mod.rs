//! What a file says about itself before any pixel is decoded.

mod exif;
pub(super) mod jpeg;
pub(super) mod png;

use serde::{Deserialize, Serialize};

use super::sniff::FileType;

/// The header of a JPEG or PNG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools)] // Each is an independent fact, none a mode.
pub struct Header {
    /// Pixels per row as stored, before the orientation is applied.
    pub stored_width: u32,
    /// Rows as stored.
    pub stored_height: u32,
    /// Bits of each channel.
    pub bit_depth: u8,
    /// How colours are coded.
    pub colour: Colour,
    /// Whether parts can be transparent.
    pub has_alpha: bool,
    /// Progressive JPEG or interlaced PNG.
    pub is_progressive: bool,
    /// An animated PNG.
    pub is_animated: bool,
    /// Whether an ICC colour profile is inside.
    pub has_icc: bool,
    /// How the picture has to be turned to be upright.
    pub orientation: Orientation,
    /// What it tells besides the picture.
    pub metadata: Metadata,
    /// Bytes after the end of the picture.
    pub trailing_bytes: u32,
}

impl Header {
    /// Width and height as shown, in pixels.
    pub const fn shown_size(&self) -> (u32, u32) {
        if self.orientation.swaps_sides() {
            (self.stored_height, self.stored_width)
        } else {
            (self.stored_width, self.stored_height)
        }
    }

    /// The number of pixels.
    pub const fn pixels(&self) -> u64 {
        self.stored_width as u64 * self.stored_height as u64
    }

    /// Whether the picture must be coded anew whatever its size.
    pub(super) fn needs_pixels(&self) -> bool {
        self.orientation != Orientation::Upright
            || self.has_alpha
            || self.is_animated
            || self.colour.is_ink()
            || 8 < self.bit_depth
    }
}

/// How the colours of a file are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Colour {
    /// Shades of grey.
    Gray,
    /// Brightness and two colour differences: the usual JPEG.
    Ycbcr,
    /// Red, green, blue.
    Rgb,
    /// Four printing inks.
    Cmyk,
    /// Four printing inks, coded as brightness and differences.
    Ycck,
    /// A table of colours.
    Palette,
}

impl Colour {
    /// Whether the file is meant for printing and must be converted for a screen.
    pub const fn is_ink(self) -> bool {
        matches!(self, Self::Cmyk | Self::Ycck)
    }
}

/// What a file tells about its owner besides the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools)] // Each is an independent fact, none a mode.
pub struct Metadata {
    /// An Exif block: camera, date, settings.
    pub exif: bool,
    /// The place where the photo was taken.
    pub gps: bool,
    /// A small copy of the picture, which may show what was cropped away.
    pub thumbnail: bool,
    /// An XMP packet.
    pub xmp: bool,
    /// An IPTC or Photoshop block.
    pub iptc: bool,
    /// A comment or text.
    pub text: bool,
    /// Blocks of makers that we do not know.
    pub other: bool,
}

impl Metadata {
    /// Whether there is any.
    pub const fn is_any(&self) -> bool {
        self.exif || self.gps || self.thumbnail || self.xmp || self.iptc || self.text || self.other
    }
}

/// The eight ways in which Exif lets a picture lie (tag 0x0112).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "u8", from = "u8")]
#[repr(u8)]
pub enum Orientation {
    /// 1: upright.
    #[default]
    Upright = 1,
    /// 2: mirrored left to right.
    Mirrored = 2,
    /// 3: upside down.
    HalfTurn = 3,
    /// 4: mirrored top to bottom.
    Flipped = 4,
    /// 5: mirrored, then a quarter turn counter-clockwise.
    Transposed = 5,
    /// 6: must be turned clockwise by a quarter.
    QuarterTurn = 6,
    /// 7: mirrored, then a quarter turn clockwise.
    Transversed = 7,
    /// 8: must be turned counter-clockwise by a quarter.
    ThreeQuarterTurn = 8,
}

impl Orientation {
    /// Whether width and height change places when shown.
    pub const fn swaps_sides(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::QuarterTurn | Self::Transversed | Self::ThreeQuarterTurn
        )
    }
}

impl From<u8> for Orientation {
    /// A value that Exif does not know shows the picture as it is stored.
    fn from(value: u8) -> Self {
        match value {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterTurn,
            7 => Self::Transversed,
            8 => Self::ThreeQuarterTurn,
            _ => Self::Upright,
        }
    }
}

impl From<Orientation> for u8 {
    fn from(orientation: Orientation) -> Self {
        orientation as Self
    }
}

/// Why a header could not be read. The words are for logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum HeaderError {
    /// The file ends too early.
    #[error("the file ends inside its header")]
    Truncated,
    /// The file contradicts itself or its format.
    #[error("corrupt header: {0}")]
    Corrupt(&'static str),
    /// The format allows it, decoders do not.
    #[error("unsupported: {0}")]
    Unsupported(&'static str),
}

/// Reads the header of a file whose type was told by content.
pub(super) fn read(file_type: FileType, bytes: &[u8]) -> Option<Result<Header, HeaderError>> {
    match file_type {
        FileType::Jpeg => Some(jpeg::read(bytes)),
        FileType::Png => Some(png::read(bytes)),
        _ => None,
    }
}

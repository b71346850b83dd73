//! What can be said against a photo, as data without words.

use super::sniff::FileType;
use crate::finding::{self, issues};

/// Something about a file that the applicant should know.
pub type Finding = finding::Finding<Issue>;

issues! {
    /// What was found. Shares are in thousandths.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Issue {
        /// The file has no bytes.
        "photo.empty" => Empty,
        /// By content the file is of a type that is not accepted.
        "photo.wrong-type" => WrongType {
            /// The type by content.
            found: FileType,
        },
        /// Name or MIME type promise another type than the content has.
        "photo.extension-mismatch" => ExtensionMismatch {
            /// The type by content.
            found: FileType,
            /// The type that was promised.
            promised: FileType,
        },
        /// The file is cut off or broken.
        "photo.damaged" => Damaged,
        /// A variant of the format that cannot be decoded here, nor in many other places.
        "photo.unsupported" => Unsupported,
        /// The picture moves.
        "photo.animated" => Animated,
        /// More bytes than are accepted.
        "photo.over-limit" => OverLimit {
            /// Bytes of the file.
            found: u32,
            /// Bytes that are accepted.
            most: u32,
        },
        /// Made small enough, the print would be too poor to read.
        "photo.cannot-fit" => CannotFit {
            /// Bytes that are accepted of a file that is written anew.
            most: u32,
        },
        /// More bytes, pixels or pixels per side than can be worked on.
        "photo.too-many-pixels" => TooManyPixels {
            /// Width as shown.
            width: u32,
            /// Height as shown.
            height: u32,
        },
        /// Fewer pixels than a document needs to be read.
        "photo.too-few-pixels" => TooFewPixels {
            /// Width as shown.
            width: u32,
            /// Height as shown.
            height: u32,
            /// The shorter side should have as many.
            least_short_side: u32,
            /// The longer side should have as many.
            least_long_side: u32,
        },
        /// The file tells more than the picture.
        "photo.metadata" => Metadata {
            /// Whether it tells where the photo was taken.
            gps: bool,
        },
        /// Something is hidden behind the end of the picture.
        "photo.trailing-data" => TrailingData {
            /// How many bytes.
            found: u32,
        },
        /// The sharpest parts are not sharp.
        "photo.blurred" => Blurred {
            /// The measured sharpness.
            score: u16,
            /// What it should be at least.
            threshold: u16,
        },
        /// Even the light parts are dark.
        "photo.dark" => Dark {
            /// Brightness of the light parts, 0 to 255.
            score: u16,
            /// What it should be at least.
            threshold: u16,
        },
        /// Parts are burnt out.
        "photo.overexposed" => Overexposed {
            /// Share of burnt-out pixels.
            score: u16,
            /// What it may be at most.
            threshold: u16,
        },
        /// Dark and light are too close to each other.
        "photo.low-contrast" => LowContrast {
            /// Difference between the dark and the light parts, 0 to 255.
            score: u16,
            /// What it should be at least.
            threshold: u16,
        },
    }
}

//! What can be said against a photo, as data without words.

use serde::{Deserialize, Serialize};

use super::sniff::FileType;

/// Something about a file that the applicant should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it means for the application.
    pub severity: Severity,
    /// What was found, with its numbers.
    #[serde(flatten)]
    pub issue: Issue,
}

impl Finding {
    /// The stable name of the issue, for example `photo.over-limit`.
    pub const fn code(&self) -> &'static str {
        self.issue.code()
    }
}

/// What a finding means for the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The office would refuse the file as it is.
    Block,
    /// The office may refuse it; the applicant should look.
    Warn,
    /// Good to know.
    Info,
}

/// What was found. Shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Issue {
    /// The file has no bytes.
    #[serde(rename = "photo.empty")]
    Empty,
    /// By content the file is of a type that is not accepted.
    #[serde(rename = "photo.wrong-type")]
    WrongType {
        /// The type by content.
        found: FileType,
    },
    /// Name or MIME type promise another type than the content has.
    #[serde(rename = "photo.extension-mismatch")]
    ExtensionMismatch {
        /// The type by content.
        found: FileType,
        /// The type that was promised.
        promised: FileType,
    },
    /// The file is cut off or broken.
    #[serde(rename = "photo.damaged")]
    Damaged,
    /// A variant of the format that cannot be decoded here, nor in many other places.
    #[serde(rename = "photo.unsupported")]
    Unsupported,
    /// The picture moves.
    #[serde(rename = "photo.animated")]
    Animated,
    /// More bytes than are accepted.
    #[serde(rename = "photo.over-limit")]
    OverLimit {
        /// Bytes of the file.
        found: u32,
        /// Bytes that are accepted.
        most: u32,
    },
    /// Made small enough, the print would be too poor to read.
    #[serde(rename = "photo.cannot-fit")]
    CannotFit {
        /// Bytes that are accepted of a file that is written anew.
        most: u32,
    },
    /// More bytes, pixels or pixels per side than can be worked on.
    #[serde(rename = "photo.too-many-pixels")]
    TooManyPixels {
        /// Width as shown.
        width: u32,
        /// Height as shown.
        height: u32,
    },
    /// Fewer pixels than a document needs to be read.
    #[serde(rename = "photo.too-few-pixels")]
    TooFewPixels {
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
    #[serde(rename = "photo.metadata")]
    Metadata {
        /// Whether it tells where the photo was taken.
        gps: bool,
    },
    /// Something is hidden behind the end of the picture.
    #[serde(rename = "photo.trailing-data")]
    TrailingData {
        /// How many bytes.
        found: u32,
    },
    /// The sharpest parts are not sharp.
    #[serde(rename = "photo.blurred")]
    Blurred {
        /// The measured sharpness.
        score: u16,
        /// What it should be at least.
        threshold: u16,
    },
    /// Even the light parts are dark.
    #[serde(rename = "photo.dark")]
    Dark {
        /// Brightness of the light parts, 0 to 255.
        score: u16,
        /// What it should be at least.
        threshold: u16,
    },
    /// Parts are burnt out.
    #[serde(rename = "photo.overexposed")]
    Overexposed {
        /// Share of burnt-out pixels.
        score: u16,
        /// What it may be at most.
        threshold: u16,
    },
    /// Dark and light are too close to each other.
    #[serde(rename = "photo.low-contrast")]
    LowContrast {
        /// Difference between the dark and the light parts, 0 to 255.
        score: u16,
        /// What it should be at least.
        threshold: u16,
    },
}

impl Issue {
    /// A stable name for programs. Never renamed, never reused.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "photo.empty",
            Self::WrongType { .. } => "photo.wrong-type",
            Self::ExtensionMismatch { .. } => "photo.extension-mismatch",
            Self::Damaged => "photo.damaged",
            Self::Unsupported => "photo.unsupported",
            Self::Animated => "photo.animated",
            Self::OverLimit { .. } => "photo.over-limit",
            Self::CannotFit { .. } => "photo.cannot-fit",
            Self::TooManyPixels { .. } => "photo.too-many-pixels",
            Self::TooFewPixels { .. } => "photo.too-few-pixels",
            Self::Metadata { .. } => "photo.metadata",
            Self::TrailingData { .. } => "photo.trailing-data",
            Self::Blurred { .. } => "photo.blurred",
            Self::Dark { .. } => "photo.dark",
            Self::Overexposed { .. } => "photo.overexposed",
            Self::LowContrast { .. } => "photo.low-contrast",
        }
    }

    /// Makes a finding of it.
    pub(super) const fn with(self, severity: Severity) -> Finding {
        Finding { severity, issue: self }
    }
}

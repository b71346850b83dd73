//! What can be said against a photo, as data without words.

use serde::{Deserialize, Serialize};

use super::report::Kind;
use super::sniff::FileType;
use crate::finding::{self, AsMember, Coded, Member, issues};
use crate::names::names;

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
        /// The print, or where no document was found the picture, is not sharp.
        "photo.blurred" => Blurred {
            /// How far it goes.
            level: Level,
            /// How sharp it is, to 1,000.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// The print has too few pixels.
        "photo.low-resolution" => LowResolution {
            /// How far it goes.
            level: Level,
            /// Height of the smallest print, in tenths of a pixel.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Even the paper, or the light parts of the picture, are dark.
        "photo.dark" => Dark {
            /// How far it goes.
            level: Level,
            /// Brightness, 0 to 255.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Parts are burnt out.
        "photo.overexposed" => Overexposed {
            /// How far it goes.
            level: Level,
            /// Share that is burnt out.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Shine lies over print.
        "photo.glare" => Glare {
            /// How far it goes.
            level: Level,
            /// Share of the lines of print that it hides, and of the document over a portrait.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// A part of the document is outside the picture.
        "photo.cut-off" => CutOff {
            /// How far it goes.
            level: Level,
            /// Share that is outside.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Something lies on the document.
        "photo.covered" => Covered {
            /// How far it goes.
            level: Level,
            /// Share that it covers.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// The content stands on its side or upside down.
        "photo.turned" => Turned {
            /// How far it goes.
            level: Level,
            /// Degrees by which it is turned clockwise.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// The document lies askew, or was photographed from the side.
        "photo.skewed" => Skewed {
            /// How far it goes.
            level: Level,
            /// Tenths of a degree by which its sides lean, or opposite sides diverge.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// The document takes up little of the picture.
        "photo.document-too-small" => DocumentTooSmall {
            /// How far it goes.
            level: Level,
            /// Its share of the picture.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// No document was found.
        "photo.no-document" => NoDocument {
            /// How far it goes.
            level: Level,
            /// How sure the best outline is.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Print and paper, or dark and light, are too close to each other.
        "photo.low-contrast" => LowContrast {
            /// How far it goes.
            level: Level,
            /// Difference between them, 0 to 255.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Noise drowns the print.
        "photo.noisy" => Noisy {
            /// How far it goes.
            level: Level,
            /// How many times the noise the print stands out, in tenths.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// There is no colour where the document has some.
        "photo.grey-copy" => GreyCopy {
            /// How far it goes.
            level: Level,
            /// The strongest colour.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// Bands of all colours, as a screen has in a photo.
        "photo.screen" => Screen {
            /// How far it goes.
            level: Level,
            /// How strong it is.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
        /// It looks like the other side of the card, or like another document.
        "photo.wrong-side" => WrongSide {
            /// How far it goes.
            level: Level,
            /// Share of the place that looks like the other side, or how sure the outline is.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
            /// What its layout says it is, where that can be told.
            shows: Option<Kind>,
        },
        /// There is much to see around the document.
        "photo.background-cluttered" => BackgroundCluttered {
            /// How far it goes.
            level: Level,
            /// Share of the surroundings that is not plain.
            score: u16,
            /// The bound of that level.
            threshold: u16,
            /// Where.
            area: Option<Area>,
        },
    }
}

names! {
    /// How far a measurement is from what it should be.
    #[derive(PartialOrd, Ord)]
    pub enum Level {
        /// Worth a word; a person still reads it without effort.
        "low" => Low,
        /// A reviewer may refuse it.
        "mid" => Mid,
        /// A reviewer surely refuses it.
        "high" => High,
    }
}

/// Four corners around a place, in pixels of the picture as shown, from the top left
/// clockwise as the document is read. They may lie outside the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area(pub [[i32; 2]; 4]);

impl Area {
    /// The whole picture.
    pub(super) fn frame(width: u32, height: u32) -> Self {
        let end = |length: u32| i32::try_from(length).unwrap_or(i32::MAX).saturating_sub(1);
        let (right, bottom) = (end(width), end(height));
        Self([[0, 0], [right, 0], [right, bottom], [0, bottom]])
    }
}

impl Issue {
    /// Where it is in the picture, if it is somewhere.
    pub fn area(&self) -> Option<Area> {
        let mut area = None;
        self.members(&mut |_, member| {
            if let Member::Corners(corners) = member {
                area = Some(Area(*corners));
            }
        });
        area
    }
}

impl AsMember for Area {
    fn tell(&self, name: &str, each: &mut dyn FnMut(&str, Member<'_>)) {
        each(name, Member::Corners(&self.0));
    }
}

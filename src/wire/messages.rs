//! The messages between the page and its worker.
//!
//! They cross as plain objects. The photo itself travels beside `Fit` as the
//! browser's `File`, in the property [`FILE`]: reading it is the worker's work.

use serde::{Deserialize, Serialize};

use crate::photo::{Area, Crop, Fitted, Kind, Photo, Profile, ProfileId, Quad, Report, Source};

/// Raised whenever a message changes. The worker's file name carries no hash, so
/// an old worker can meet a new page.
pub const PROTOCOL: u32 = 5;

/// The same for the journey worker.
pub const JOURNEY_PROTOCOL: u32 = 1;

/// The property of a [`ToWorker::Fit`] message that holds the `File`.
pub const FILE: &str = "file";

/// Tells the answers of one job from those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub u32);

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ToWorker {
    /// Check the file beside this message, and make it fit.
    Fit {
        /// Whose answers these will be.
        job: JobId,
        /// By which rules.
        photo_profile: ProfileId,
        /// Which document it shows.
        kind: Kind,
        /// What is kept of the picture.
        #[serde(default)]
        crop: Crop,
        /// Where the document is, if somebody set its corners.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        corners: Option<Quad>,
    },
}

/// From `web/reading.js` to a photo worker of its own: apart from [`ToWorker`], since the page
/// never sends it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ForReader {
    /// Decode the file beside this message, for it to be read.
    Source {
        /// Which document it shows.
        kind: Kind,
    },
}

/// The answer to [`ForReader::Source`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sourced {
    /// What is known of the pixels; nothing where the file cannot be decoded.
    pub source: Option<About>,
    /// Red, green and blue, row by row.
    #[serde(with = "serde_bytes")]
    pub pixels: Vec<u8>,
}

impl Sourced {
    /// That of a photo.
    pub fn of(photo: &Photo<'_>, profile: &Profile) -> Self {
        let Ok(source) = Source::of(photo, profile) else {
            return Self { source: None, pixels: Vec::new() };
        };
        let Source { corners, hidden, pixels, scale } = source;
        let (width, height) = (pixels.width(), pixels.height());
        let about = About { width, height, scale, corners, hidden };
        Self { source: Some(about), pixels: pixels.into_raw() }
    }
}

/// What is known of pixels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The picture as shown at full size is so many times as large.
    pub scale: f32,
    /// Where the document is in the picture as shown at full size.
    pub corners: Option<Quad>,
    /// Where something shines or lies over it, in the same pixels.
    #[serde(default)]
    pub hidden: Vec<Area>,
}

/// From the worker to the page, each under its name: `{ "judged": { … } }`. With the
/// name inside, the page would need a second reader of reports, a twentieth of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FromWorker {
    /// Sent once, first: what is posted before it would be lost.
    Ready {
        /// The [`PROTOCOL`] that the worker speaks.
        protocol: u32,
    },
    /// Type and header are known: the verdict that needs no pixels.
    Inspected {
        /// Whose.
        job: JobId,
        /// The verdict so far.
        report: Report,
    },
    /// The pixels have been judged.
    Judged {
        /// Whose.
        job: JobId,
        /// The verdict about the file as it was given.
        report: Report,
    },
    /// The work is done.
    Fitted {
        /// Whose.
        job: JobId,
        /// The photo that passes, or why there is none.
        fitted: Fitted,
    },
    /// The work could not be done, for no fault of the photo.
    Failed {
        /// Whose.
        job: JobId,
        /// Why.
        failure: Failure,
    },
}

/// Why a job could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Failure {
    /// The browser could not read the file: it was moved, or lies in a cloud.
    Unreadable,
    /// The file is too large to be looked into at all.
    TooLarge,
    /// The worker ended in the middle, perhaps for want of memory.
    WorkerLost,
    /// The worker could not be started at all.
    WorkerMissing,
    /// Page and worker are of different versions.
    WrongProtocol,
    /// It was done before, and the device has not kept the photo.
    Lost,
}

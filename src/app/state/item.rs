//! One photo of this visit: where it belongs, how far it is, and what is known of it.
//!
//! ```text
//! Waiting ──▶ Reading ──▶ Inspected ──▶ Judged ──▶ Done
//!    │           └───────────┴────────────┴──────▶ Failed ──▶ Waiting (again)
//!    └───────────┴───────────┴────────────┴──────▶ Cancelled ──▶ Waiting (again)
//! ```

use std::sync::Arc;

use super::review::Review;
use crate::application::Slot;
use crate::photo::{Fitted, Kind, Report};
use crate::wire::snapshot::{DraftId, PhotoId};
use crate::wire::{Failure, JobId};

/// How far a photo is.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// Others come first.
    Waiting,
    /// The worker has it.
    Reading,
    /// Type and header are known.
    Inspected,
    /// The pixels have been judged; the photo is being made to fit.
    Judged,
    /// There is a verdict.
    Done(Arc<Fitted>),
    /// There is none, for no fault of the photo.
    Failed(Failure),
    /// The applicant did not want to wait.
    Cancelled,
}

impl Progress {
    /// Whether the worker has it.
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Reading | Self::Inspected | Self::Judged)
    }

    /// Whether nothing more will happen by itself.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Done(_) | Self::Failed(_) | Self::Cancelled)
    }

    /// Steps that are behind it, of [`Progress::STEPS`].
    pub const fn steps(&self) -> usize {
        match self {
            Self::Waiting | Self::Reading => 0,
            Self::Inspected => 1,
            Self::Judged => 2,
            Self::Done(_) | Self::Failed(_) | Self::Cancelled => Self::STEPS,
        }
    }

    /// All steps of a photo.
    pub const STEPS: usize = 3;

    /// A name for programs and styles.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting | Self::Reading => "waiting",
            Self::Inspected => "inspected",
            Self::Judged => "judged",
            Self::Done(_) => "done",
            Self::Failed(_) => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Where a photo belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// To which draft.
    pub draft: DraftId,
    /// For which place in its form; a loose photo has none.
    pub slot: Option<Slot>,
}

/// A photo and what is known of it.
#[derive(Clone, PartialEq)]
pub struct Item {
    /// Tells it from the others; its job in the worker has the same.
    pub id: JobId,
    /// Where it belongs.
    pub home: Home,
    /// Which document it shows.
    pub kind: Kind,
    /// The name of the file.
    pub name: String,
    /// How far it is.
    pub progress: Progress,
    /// The latest verdict about the file as it was given.
    pub given: Option<Arc<Report>>,
    /// Whether the applicant chose it for its document.
    pub is_chosen: bool,
    /// Which photo of the draft it is, once it is finished.
    pub draft: Option<PhotoId>,
    /// The verdict as the worker wrote it, which the draft keeps.
    pub written: Option<Arc<str>>,
    /// SHA-256 of the photo that passes, once it is known.
    pub sha256: Option<String>,
}

impl Item {
    /// The photo that passes, if there is one.
    pub fn passed(&self) -> Option<&Arc<Fitted>> {
        match &self.progress {
            Progress::Done(fitted) if fitted.ok => Some(fitted),
            _ => None,
        }
    }

    /// The verdict, once there is one.
    pub fn review(&self) -> Option<Review> {
        match &self.progress {
            Progress::Done(fitted) => Some(Review::of(self.given.as_deref(), fitted)),
            _ => None,
        }
    }
}

/// Prints no name: it can tell who somebody is.
impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Item({:?}, {:?}, {})", self.id, self.kind, self.progress.as_str())
    }
}

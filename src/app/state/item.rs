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
use crate::photo::{Change, Fitted, Kind, Quad, Report};
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

/// How [`Item::cut`] begins where the picture is kept as it was framed.
const WHOLE: &str = r#"{"crop":"none""#;

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
    /// Which part of the picture somebody asked for: `crop` and `corners` of the worker's
    /// message, as JSON.
    pub cut: Option<Arc<str>>,
    /// Where the document was found before anybody set its corners.
    pub found: Option<Quad>,
    /// What it was before it is cut anew, while that is done.
    pub former: Option<Box<Item>>,
    /// Whether the last attempt to cut it anew came to nothing.
    pub is_uncut: bool,
}

impl Item {
    /// The photo that passes, if there is one.
    pub fn passed(&self) -> Option<&Arc<Fitted>> {
        match &self.progress {
            Progress::Done(fitted) if fitted.ok => Some(fitted),
            _ => None,
        }
    }

    /// Whether it can be cut by hand: it was decoded, so browsers show it as well.
    pub fn can_be_cut(&self) -> bool {
        let is_done = matches!(self.progress, Progress::Done(_));
        is_done && self.given.as_ref().is_some_and(|given| given.facts.is_some())
    }

    /// Whether what was asked for is what came out: along some edges nothing can be cut.
    pub(super) fn is_cut_so(&self, fitted: &Fitted) -> bool {
        let is_whole = self.cut.as_ref().is_none_or(|cut| cut.starts_with(WHOLE));
        fitted.ok && (is_whole || fitted.changed.contains(&Change::Cropped))
    }

    /// Ends what is being done to it. What was cut anew is what it was before.
    pub(super) fn end(&mut self, progress: Progress) {
        match self.former.take() {
            Some(former) => {
                let (kind, is_chosen) = (self.kind, self.is_chosen);
                *self = Self { kind, is_chosen, ..*former };
            }
            None => self.progress = progress,
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

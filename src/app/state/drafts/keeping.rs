//! Whether what is done on the page lasts.

use crate::app::browser::storage::StorageError;

/// Whether a draft survives a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It does; it was last changed at that moment, in Unix milliseconds.
    Kept(Option<u64>),
    /// It will in a moment.
    Saving,
    /// It does not: forbidden, or no room.
    Lost(StorageError),
    /// A later version of the page has it in another tab: older does not overwrite newer.
    Newer,
    /// It is locked with a passphrase.
    Locked,
}

/// What the applicant should know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The draft as a whole.
    pub keeping: Keeping,
    /// When form and photos go.
    pub until: Option<u64>,
    /// The names of photos that are on the page only.
    pub unkept: Vec<String>,
    /// Drafts that cannot be read, and lie untouched.
    pub unreadable: usize,
    /// Whether the same was changed in two tabs at once.
    pub has_conflict: bool,
}

impl Status {
    /// A draft of which there is nothing else to say.
    pub const fn of(keeping: Keeping) -> Self {
        Self { keeping, until: None, unkept: Vec::new(), unreadable: 0, has_conflict: false }
    }
}

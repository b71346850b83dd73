//! Which part of an application was changed when, in revisions.

use serde::{Deserialize, Serialize};

/// A change: first the revision, then the tab that made it, which decides between two
/// of the same revision. Later changes have greater stamps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(u64);

impl Stamp {
    /// The stamp of a tab's change.
    pub const fn new(revision: u64, tab: u16) -> Self {
        Self((revision << 16) | tab as u64)
    }
}

/// The stamps of all parts, by path, for example `subject.name` or `photo.18f3`. What
/// was removed keeps its stamp, so that it does not come back from another tab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamps(Vec<(String, Stamp)>);

impl Stamps {
    /// None.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The stamp of a part; the least for one that was never changed.
    pub fn get(&self, path: &str) -> Stamp {
        self.0.iter().find(|(of, _)| of == path).map(|(_, stamp)| *stamp).unwrap_or_default()
    }

    /// Sets the stamp of a part.
    pub fn set(&mut self, path: &str, stamp: Stamp) {
        match self.0.iter_mut().find(|(of, _)| of == path) {
            Some((_, of)) => *of = stamp,
            None => self.0.push((path.to_owned(), stamp)),
        }
    }

    /// All parts that were ever changed.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Stamp)> {
        self.0.iter().map(|(path, stamp)| (path.as_str(), *stamp))
    }
}

//! The parts of an application, each of which two tabs may change without losing
//! anything to each other.

use std::fmt;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::object::{list, quoted};

/// How far the process is, as its own JSON. Nothing here looks inside.
pub type ProcessState = Box<RawValue>;

/// The paths of parts that are no fields of the form. Those of fields and of the form's
/// places for photos are their own: `subject.name`, `materials.licence`.
pub mod path {
    /// How far the process is.
    pub const PROCESS: &str = "process";
    /// How long the personal part stays.
    pub const RETENTION: &str = "retention";
    /// Who is certified. Without it there is no form.
    pub const SUBJECT_TYPE: &str = "subjectType";
    /// Whether it is a rehearsal, of which nothing is sent.
    pub const REHEARSAL: &str = "rehearsal";
    /// Each photo: before its id.
    pub const PHOTO: &str = "photo.";
    /// How far the clock of a rehearsal is ahead, in milliseconds.
    pub const CLOCK: &str = "clock";
    /// How far the sending through a provider is: keys, ids and names of files.
    pub const SUBMISSION: &str = "submission";

    /// Photos that WeChat has sent back, by place and hash.
    pub const REFUSED: &str = "refused";

    /// What was sent back, as it was then, by place: so that a change of it is seen.
    pub const SENT_BACK: &str = "sentBack";
    /// What was read of each photo: before its id.
    pub const READING: &str = "reading.";
    /// What was recorded of the process, so that it can be taken back.
    pub const HISTORY: &str = "history";

    /// Whether a part tells who somebody is, and so goes when its days are over.
    pub fn is_personal(path: &str) -> bool {
        !matches!(path, PROCESS | HISTORY | RETENTION | REHEARSAL | CLOCK | SUBMISSION)
    }
}

/// A change: first the revision, then the tab that made it, which decides between two
/// of the same revision. Later changes have greater stamps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Stamp(u64);

impl Stamp {
    /// The stamp of a tab's change. No draft is saved so often that a revision would not fit;
    /// one that was made up stays the greatest.
    pub const fn new(revision: u64, tab: u16) -> Self {
        const MOST: u64 = u64::MAX >> 16;
        let revision = if revision < MOST { revision } else { MOST };
        Self((revision << 16) | tab as u64)
    }
}

/// A part of an application; in JSON `[path, stamp, value]`.
#[derive(Clone)]
pub struct Part {
    /// Which one.
    pub path: String,
    /// Its last change.
    pub stamp: Stamp,
    /// What it is now, as JSON. What was removed is nothing, and keeps its stamp, so that
    /// it does not come back from another tab.
    pub value: Option<Box<RawValue>>,
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (path, stamp, value) = Deserialize::deserialize(deserializer)?;
        Ok(Self { path, stamp, value })
    }
}

impl Part {
    /// The value as text.
    pub fn json(&self) -> Option<&str> {
        self.value.as_ref().map(|value| value.get())
    }
}

/// Prints no value.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// Parts, in the order in which they came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Parts(Vec<Part>);

impl Parts {
    /// None.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The parts of a text, if it has some.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// As text. It can be private.
    pub fn to_json(&self) -> String {
        list(self.0.iter().map(|Part { path, stamp, value }| {
            let value = value.as_ref().map_or("null", |value| value.get());
            ["[", &quoted(path), ",", &stamp.0.to_string(), ",", value, "]"].concat()
        }))
    }

    /// All, also those that were removed.
    pub fn iter(&self) -> std::slice::Iter<'_, Part> {
        self.0.iter()
    }

    /// One of them.
    pub fn part(&self, path: &str) -> Option<&Part> {
        self.0.iter().find(|part| part.path == path)
    }

    /// The value of a part, as JSON.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.part(path)?.json()
    }

    /// The stamp of a part; the least for one that was never changed.
    pub fn stamp(&self, path: &str) -> Stamp {
        self.part(path).map(|part| part.stamp).unwrap_or_default()
    }

    /// One of them, to be changed; with nothing in it where there was none.
    pub fn part_mut(&mut self, path: &str) -> &mut Part {
        let known = self.0.iter().position(|part| part.path == path);
        let at = known.unwrap_or_else(|| {
            let stamp = Stamp::default();
            self.0.push(Part { path: path.to_owned(), stamp, value: None });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    /// The paths of the parts that have a value.
    pub fn paths(&self) -> Vec<&str> {
        let parts = self.0.iter().filter(|part| part.value.is_some());
        parts.map(|part| part.path.as_str()).collect()
    }

    /// The photos, as JSON, in the order of their ids.
    pub fn photos(&self) -> Vec<&Part> {
        let is_photo = |part: &&Part| part.path.starts_with(path::PHOTO) && part.value.is_some();
        let mut photos: Vec<&Part> = self.0.iter().filter(is_photo).collect();
        crate::finding::sort_by(&mut photos, |part| &part.path);
        photos
    }
}

impl<'a> IntoIterator for &'a Parts {
    type Item = &'a Part;
    type IntoIter = std::slice::Iter<'a, Part>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

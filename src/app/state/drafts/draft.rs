//! A draft as one tab has it, and how the changes of another come in.
//!
//! Every part carries the revision at which it was changed last. Joining two states
//! takes from each what is newer, in any order and as often as one likes: a save that
//! another tab has overtaken is joined once more, and nothing is lost. Times are for
//! people; they decide nothing.

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use crate::application::{Field, Material, Slot, SubjectType};
use crate::wire::snapshot::{
    DraftId, Part, Parts, Personal, PhotoEntry, PhotoId, ProcessState, Retention, Snapshot, Stamp,
    path,
};

/// A draft in the hands of one tab.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) snapshot: Snapshot,
    /// Decides between two changes of the same revision.
    tab: u16,
    /// The paths of what this tab has changed and not yet saved.
    dirty: Vec<String>,
    /// Whether it holds what the storage does not, for another reason.
    is_ahead: bool,
    /// Whether it is, or was, in the storage.
    pub(super) is_stored: bool,
}

/// What came of joining.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// Whether anything here is different now.
    pub is_changed: bool,
    /// The paths of what both have changed: this tab's change stays, being later.
    pub conflicts: Vec<String>,
}

impl Draft {
    /// An empty draft.
    pub fn new(id: DraftId, tab: u16) -> Self {
        Self { is_stored: false, ..Self::of(Snapshot::new(id), tab) }
    }

    /// A draft that was stored.
    pub(super) const fn of(snapshot: Snapshot, tab: u16) -> Self {
        Self { snapshot, tab, dirty: Vec::new(), is_ahead: false, is_stored: true }
    }

    /// What came in a file, as a new draft.
    pub(super) fn imported(id: DraftId, file: Snapshot, parts: Parts) -> Self {
        let mut draft = Self::new(id, 0);
        for part in file.lasting.iter().filter(|part| part.path != path::RETENTION) {
            draft.put(&part.path, part.value.clone());
        }
        draft.snapshot.name = file.name;
        draft.snapshot.personal = Personal::Open(parts);
        let id = draft.snapshot.id.clone();
        draft.renew(id);
        draft
    }

    /// Which draft.
    pub const fn id(&self) -> &DraftId {
        &self.snapshot.id
    }

    /// The draft as it would be stored.
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Whether there is anything to save.
    pub const fn is_unsaved(&self) -> bool {
        self.is_ahead || !self.dirty.is_empty()
    }

    /// A part as JSON, whatever it is.
    pub fn part(&self, path: &str) -> Option<&str> {
        self.parts(path)?.get(path)
    }

    /// Sets a part, or removes it. What is no JSON changes nothing.
    pub fn set_part(&mut self, path: &str, json: Option<String>) {
        match json.map(RawValue::from_string) {
            Some(Err(_)) => {}
            json => self.put(path, json.and_then(Result::ok)),
        }
    }

    /// The text of a field; empty where there is none.
    pub fn field(&self, field: Field) -> String {
        self.text(field.path())
    }

    /// Fills in a field.
    pub fn set_field(&mut self, field: Field, text: &str) {
        self.write(field.path(), (!text.is_empty()).then_some(text));
    }

    /// Says who is certified. What was filled in for another subject type stays.
    pub fn set_subject_type(&mut self, subject_type: SubjectType) {
        self.write(path::SUBJECT_TYPE, Some(subject_type));
    }

    /// Says what is known of the photos of one place in the form.
    pub fn set_materials(&mut self, slot: Slot, materials: &[Material]) {
        self.write(slot.path(), (!materials.is_empty()).then_some(materials));
    }

    /// Says how far the process is.
    pub fn set_process(&mut self, process: Option<ProcessState>) {
        self.put(path::PROCESS, process);
    }

    /// Says how long form and photos stay. Their bytes are for the caller to move.
    pub fn set_retention(&mut self, retention: Retention) {
        self.write(path::RETENTION, Some(retention.as_str()));
        self.snapshot.retention = retention;
    }

    /// The finished photos, oldest first.
    pub fn photos(&self) -> Vec<PhotoEntry> {
        let Some(parts) = self.snapshot.open_parts() else { return Vec::new() };
        parts.photos().into_iter().filter_map(entry).collect()
    }

    /// What is known of a photo.
    pub fn photo(&self, id: &PhotoId) -> Option<PhotoEntry> {
        entry(self.snapshot.open_parts()?.part(&id.path())?)
    }

    /// Adds a photo, or changes what is known of it.
    pub fn set_photo(&mut self, photo: &PhotoEntry) {
        self.put(&photo.id.path(), photo.to_raw());
    }

    /// Removes a photo. Its bytes are for the caller to delete.
    pub fn remove_photo(&mut self, id: &PhotoId) {
        self.put(&id.path(), None);
    }

    /// Whether a photo is, or was, part of it.
    pub fn knows(&self, id: &PhotoId) -> bool {
        self.snapshot.open_parts().is_some_and(|parts| parts.part(&id.path()).is_some())
    }

    /// Whether form and photos are locked, and not to be read.
    pub const fn is_sealed(&self) -> bool {
        matches!(self.snapshot.personal, Personal::Sealed(_))
    }

    /// Whether there is anything that goes when its days are over.
    pub fn is_personal(&self) -> bool {
        self.snapshot
            .open_parts()
            .is_some_and(|parts| parts.iter().any(|part| part.value.is_some()))
    }

    /// Takes in what another tab has saved.
    pub fn join(&mut self, theirs: &Snapshot) -> Joined {
        let mut joined = Joined::default();
        for part in parts_of(theirs) {
            let own = self.parts(&part.path).and_then(|parts| parts.part(&part.path));
            let stamp = own.map(|own| own.stamp).unwrap_or_default();
            let is_same = own.and_then(Part::json) == part.json();
            self.is_ahead |= part.stamp < stamp;
            if part.stamp <= stamp {
                continue;
            }
            if self.dirty.contains(&part.path) {
                if !is_same {
                    joined.conflicts.push(part.path.clone());
                }
                continue;
            }
            joined.is_changed |= !is_same;
            *self.parts_mut(&part.path).part_mut(&part.path) = part.clone();
        }
        // What cannot be read over there (sealed, removed) takes nothing away here.
        let is_missing =
            |theirs: &Parts, own: &Parts| own.iter().any(|own| theirs.part(&own.path).is_none());
        self.is_ahead |= is_missing(&theirs.lasting, &self.snapshot.lasting);
        if let (Some(theirs), Some(own)) = (theirs.open_parts(), self.snapshot.open_parts()) {
            self.is_ahead |= is_missing(theirs, own);
        }
        if !self.dirty.iter().any(|dirty| dirty == path::RETENTION) {
            self.snapshot.retention = theirs.retention;
        }
        self.snapshot.revision = self.snapshot.revision.max(theirs.revision);
        self.snapshot.saved_at = self.snapshot.saved_at.max(theirs.saved_at);
        self.is_stored = true;
        joined
    }

    /// The draft as the next revision.
    pub(super) fn next(&self, now: u64) -> Snapshot {
        let mut next = self.clone();
        next.snapshot.revision = next.snapshot.revision.saturating_add(1);
        let stamp = Stamp::new(next.snapshot.revision, self.tab);
        for path in &self.dirty {
            next.parts_mut(path).part_mut(path).stamp = stamp;
        }
        next.snapshot.saved_at = now;
        next.snapshot.name = self.name();
        if let Some(parts) = self.snapshot.open_parts() {
            let id = |part: &Part| PhotoId(part.path[path::PHOTO.len()..].to_owned());
            next.snapshot.photos = parts.photos().into_iter().map(id).collect();
        }
        next.snapshot
    }

    /// That revision is in the storage.
    pub(super) fn saved(&mut self, as_next: Snapshot) {
        *self = Self::of(as_next, self.tab);
    }

    /// The same, where the draft may have been changed since. What was is still unsaved.
    pub(super) fn saved_meanwhile(&mut self, as_next: Snapshot) {
        let now = std::mem::replace(self, Self::of(as_next, self.tab));
        for path in &now.dirty {
            let value = now.parts(path).and_then(|parts| parts.part(path)?.value.clone());
            self.put(path, value);
        }
        self.snapshot.retention = now.snapshot.retention;
    }

    /// Everything counts as changed: the draft is to be stored anew, under a new id.
    pub(super) fn renew(&mut self, id: DraftId) {
        self.dirty = parts_of(&self.snapshot).map(|part| part.path.clone()).collect();
        self.snapshot.id = id;
        self.is_stored = false;
    }

    /// It is not in the storage any more, and goes there once more.
    pub(super) const fn revive(&mut self) {
        self.is_stored = false;
    }

    /// Nothing is left of it.
    pub(super) fn clear(&mut self) {
        *self = Self::new(self.snapshot.id.clone(), self.tab);
    }

    /// Another state of it takes its place.
    pub(super) fn replace(&mut self, snapshot: Snapshot) {
        *self = Self::of(snapshot, self.tab);
    }

    /// The name that the program will have, or has. What is locked tells none.
    fn name(&self) -> String {
        if self.snapshot.retention == Retention::Passphrase {
            return String::new();
        }
        if self.snapshot.open_parts().is_none() {
            return self.snapshot.name.clone();
        }
        let new = self.field(Field::NicknameText);
        if new.is_empty() { self.field(Field::NicknameCurrent) } else { new }
    }

    fn text(&self, path: &str) -> String {
        let json = self.snapshot.open_parts().and_then(|parts| parts.get(path));
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    fn write<T: Serialize>(&mut self, path: &str, value: Option<T>) {
        // Our own plain data has no part that cannot be written.
        self.put(path, value.and_then(|value| to_raw_value(&value).ok()));
    }

    fn put(&mut self, path: &str, value: Option<ProcessState>) {
        let part = self.parts(path).and_then(|parts| parts.part(path));
        if part.and_then(Part::json) == value.as_ref().map(|value| value.get()) {
            return;
        }
        self.parts_mut(path).part_mut(path).value = value;
        if !self.dirty.iter().any(|dirty| dirty == path) {
            self.dirty.push(path.to_owned());
        }
    }

    /// Where the part of a path would be.
    fn parts(&self, path: &str) -> Option<&Parts> {
        if path::is_personal(path) {
            self.snapshot.open_parts()
        } else {
            Some(&self.snapshot.lasting)
        }
    }

    /// The same, made if need be.
    fn parts_mut(&mut self, path: &str) -> &mut Parts {
        if !path::is_personal(path) {
            return &mut self.snapshot.lasting;
        }
        if self.snapshot.open_parts().is_none() {
            self.snapshot.personal = Personal::Open(Parts::new());
        }
        match &mut self.snapshot.personal {
            Personal::Open(parts) => parts,
            _ => unreachable!("made so above"),
        }
    }
}

fn parts_of(snapshot: &Snapshot) -> impl Iterator<Item = &Part> {
    snapshot.lasting.iter().chain(snapshot.open_parts().into_iter().flatten())
}

fn entry(part: &Part) -> Option<PhotoEntry> {
    PhotoEntry::read(part.json()?)
}

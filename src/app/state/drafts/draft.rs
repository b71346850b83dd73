//! A draft as one tab has it, and how the changes of another come in.
//!
//! Every part carries the revision at which it was changed last ([`Stamps`]). Joining
//! two states takes from each what is newer, in any order and as often as one likes:
//! a save that another tab has overtaken is joined once more, and nothing is lost.
//! Times are for people; they decide nothing.
//!
//! [`Stamps`]: crate::wire::snapshot::Stamps

use super::part::{Part, contents_mut, fill_in};
use crate::application::{Application, Field, Material, Slot, SubjectType};
use crate::finding;
use crate::wire::snapshot::{
    Contents, DraftId, PhotoEntry, PhotoId, ProcessState, Retention, Snapshot, Stamp,
};

/// A draft in the hands of one tab.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) snapshot: Snapshot,
    /// Decides between two changes of the same revision.
    tab: u16,
    /// What this tab has changed and not yet saved.
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
    /// What both have changed: this tab's change stays, being later.
    pub conflicts: Vec<Part>,
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

    /// Which draft.
    pub const fn id(&self) -> &DraftId {
        &self.snapshot.id
    }

    /// The draft as it would be stored.
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Form and photos.
    pub fn contents(&self) -> &Contents {
        static EMPTY: Contents = Contents { application: None, photos: Vec::new() };
        self.snapshot.contents().unwrap_or(&EMPTY)
    }

    /// Whether there is anything to save.
    pub const fn is_unsaved(&self) -> bool {
        self.is_ahead || !self.dirty.is_empty()
    }

    /// Says who is certified. What was filled in for another subject type stays.
    pub fn set_subject_type(&mut self, subject_type: SubjectType) {
        self.change(&Part::SubjectType, |snapshot| {
            contents_mut(snapshot)
                .application
                .get_or_insert_with(|| Application::new(subject_type))
                .subject_type = subject_type;
        });
    }

    /// Fills in a field. Without a form (a subject type) there is none.
    pub fn set_field(&mut self, field: Field, text: &str) {
        self.change(&Part::Field(field), |snapshot| {
            if let Some(form) = &mut contents_mut(snapshot).application {
                fill_in(form, field, text);
            }
        });
    }

    /// Says what is known of the photos of one place in the form.
    pub fn set_materials(&mut self, slot: Slot, materials: Vec<Material>) {
        self.change(&Part::Slot(slot), |snapshot| {
            if let Some(form) = &mut contents_mut(snapshot).application {
                form.materials.retain(|material| material.slot != slot);
                form.materials.extend(materials);
            }
        });
    }

    /// Says how far the process is.
    pub fn set_process(&mut self, process: Option<ProcessState>) {
        self.change(&Part::Process, |snapshot| snapshot.process = process);
    }

    /// Says how long form and photos stay. Their bytes are for the caller to move.
    pub fn set_retention(&mut self, retention: Retention) {
        self.change(&Part::Retention, |snapshot| snapshot.retention = retention);
    }

    /// Adds a photo, or changes what is known of it.
    pub fn set_photo(&mut self, photo: PhotoEntry) {
        self.change(&Part::Photo(photo.id.clone()), |snapshot| {
            let photos = &mut contents_mut(snapshot).photos;
            photos.retain(|other| other.id != photo.id);
            photos.push(photo);
            finding::sort_by(photos, |photo| photo.id.clone());
        });
    }

    /// Removes a photo. Its bytes are for the caller to delete.
    pub fn remove_photo(&mut self, id: &PhotoId) {
        self.change(&Part::Photo(id.clone()), |snapshot| {
            contents_mut(snapshot).photos.retain(|photo| photo.id != *id);
        });
    }

    /// What is known of a photo.
    pub fn photo(&self, id: &PhotoId) -> Option<&PhotoEntry> {
        self.contents().photos.iter().find(|photo| photo.id == *id)
    }

    /// Whether a photo is, or was, part of it.
    pub fn knows(&self, id: &PhotoId) -> bool {
        let path = Part::Photo(id.clone()).path();
        self.snapshot.stamps.get(&path) != Stamp::default()
            || self.dirty.iter().any(|dirty| *dirty == path)
    }

    /// Takes in what another tab has saved.
    pub fn join(&mut self, theirs: &Snapshot) -> Joined {
        let mut joined = Joined::default();
        let can_read = theirs.contents().is_some();
        for (path, stamp) in theirs.stamps.iter() {
            let own = self.snapshot.stamps.get(path);
            self.is_ahead |= stamp < own;
            let part = Part::of_path(path);
            // A form that cannot be read here (sealed, removed) takes nothing away.
            let is_out_of_reach = part.as_ref().is_some_and(|part| part.is_personal() && !can_read);
            if stamp <= own || is_out_of_reach {
                continue;
            }
            let is_same = part.as_ref().is_none_or(|part| part.is_same(theirs, &self.snapshot));
            if self.dirty.iter().any(|dirty| dirty == path) {
                joined.conflicts.extend(part.filter(|_| !is_same));
                continue;
            }
            if let Some(part) = part.filter(|_| !is_same) {
                part.copy(theirs, &mut self.snapshot);
                joined.is_changed = true;
            }
            self.snapshot.stamps.set(path, stamp);
        }
        let own = self.snapshot.stamps.iter();
        self.is_ahead |=
            own.map(|(path, _)| path).any(|path| theirs.stamps.get(path) == Stamp::default());
        self.snapshot.revision = self.snapshot.revision.max(theirs.revision);
        self.snapshot.saved_at = self.snapshot.saved_at.max(theirs.saved_at);
        self.is_stored = true;
        joined
    }

    /// The draft as the next revision.
    pub(super) fn next(&self, now: u64) -> Snapshot {
        let mut next = self.snapshot.clone();
        next.revision = next.revision.saturating_add(1);
        for path in &self.dirty {
            next.stamps.set(path, Stamp::new(next.revision, self.tab));
        }
        next.saved_at = now;
        next.name = self.name();
        next
    }

    /// That revision is in the storage.
    pub(super) fn saved(&mut self, as_next: Snapshot) {
        self.snapshot = as_next;
        self.dirty.clear();
        self.is_ahead = false;
        self.is_stored = true;
    }

    /// Everything counts as changed: the draft is to be stored anew, under a new id.
    pub(super) fn renew(&mut self, id: DraftId) {
        let own = self.snapshot.stamps.iter();
        self.dirty = own.map(|(path, _)| path.to_owned()).chain(self.dirty.drain(..)).collect();
        self.dirty.dedup();
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
        let Some(form) = &self.contents().application else { return self.snapshot.name.clone() };
        let [new, old] = [Field::NicknameText, Field::NicknameCurrent].map(|field| form.get(field));
        if new.is_empty() { old } else { new }.to_owned()
    }

    fn change(&mut self, part: &Part, change: impl FnOnce(&mut Snapshot)) {
        let mut changed = self.snapshot.clone();
        change(&mut changed);
        if part.is_same(&changed, &self.snapshot) {
            return;
        }
        self.snapshot = changed;
        let path = part.path();
        if !self.dirty.iter().any(|dirty| *dirty == path) {
            self.dirty.push(path.into_owned());
        }
    }
}

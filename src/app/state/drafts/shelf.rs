//! All drafts of the device, in its storage. The list is made of the keys: an index
//! beside them could go stale.
//!
//! ```text
//! renzheng:draft:ID     a snapshot (in the lasting storage; with the choice "until the
//!                       tab closes", form and photos are in the tab's own storage)
//! renzheng:photo:ID     the bytes of a photo in Base64, in the storage of its draft
//! renzheng:reserve      room that a text may take when nothing else is left
//! renzheng:seen         what is known of the clock
//! ```

use super::draft::{Draft, Joined};
use super::place;
use super::retention::{self, Seen};
use crate::app::browser::storage::StorageError;
use crate::wire::snapshot::{
    DraftId, Personal, PhotoEntry, PhotoId, Place, Retention, Snapshot, Unreadable, read,
};

/// All keys of ours start so.
pub const OURS: &str = "renzheng:";
/// All keys of drafts start so.
pub const DRAFT: &str = "renzheng:draft:";
/// All keys of photos start so.
pub const PHOTO: &str = "renzheng:photo:";
const RESERVE: &str = "renzheng:reserve";
const SEEN: &str = "renzheng:seen";

/// Characters of the reserve. Chosen by us: the texts of two full applications.
const RESERVED: usize = 100_000;

/// An orphan may belong to a save that is under way in another tab. Chosen by us.
const ORPHAN_MS: u64 = 60 * 60 * 1_000;

/// A storage of texts, such as the browser has two.
pub trait Texts {
    /// The text under a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Stores a text.
    ///
    /// # Errors
    ///
    /// Where there is no storage or no room in it. What was there before stays.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Deletes a key.
    fn delete(&self, key: &str);
    /// All keys that start with `prefix`.
    fn keys(&self, prefix: &str) -> Vec<String>;
    /// Characters that are taken, by keys and texts.
    fn used(&self) -> usize;
}

/// The two storages, and what is in them.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    lasting: &'a dyn Texts,
    passing: &'a dyn Texts,
}

/// One line of the list of drafts.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Which draft.
    pub id: DraftId,
    /// What it holds; why it cannot be read, and is left as it is.
    pub snapshot: Result<Snapshot, Unreadable>,
}

/// A draft that was looked for.
#[derive(Debug)]
pub enum Opened {
    /// Here it is.
    Draft(Draft),
    /// It is there, and locked with a passphrase.
    Locked(Snapshot),
    /// It is not there.
    Missing,
    /// It is there, and stays as it is.
    Unreadable(Unreadable),
}

/// Why a draft was not saved. It stays in the page, to be tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The storage has no room, or there is none.
    Storage(StorageError),
    /// A later version of this program has written this draft: older never overwrites newer.
    Newer,
    /// It is gone: another tab has deleted it.
    Gone,
    /// It is to be locked first.
    Locked,
}

impl<'a> Shelf<'a> {
    /// The drafts in a storage that lasts and in one that goes with the tab.
    pub const fn new(lasting: &'a dyn Texts, passing: &'a dyn Texts) -> Self {
        Self { lasting, passing }
    }

    /// All drafts, also those that cannot be read.
    pub fn list(&self) -> Vec<Listed> {
        let keys = self.lasting.keys(DRAFT).into_iter();
        let listed = keys.filter_map(|key| {
            let id = id_of(&key)?;
            Some(Listed { snapshot: read(&self.lasting.get(&key)?), id })
        });
        listed.collect()
    }

    /// A draft as it is stored.
    pub fn text(&self, id: &DraftId) -> Option<String> {
        self.lasting.get(&key(id))
    }

    /// The draft of an id.
    pub fn open(&self, id: &DraftId, tab: u16) -> Opened {
        let Some(text) = self.text(id) else { return Opened::Missing };
        match read(&text) {
            Err(why) => Opened::Unreadable(why),
            Ok(locked) if matches!(locked.personal, Personal::Sealed(_)) => Opened::Locked(locked),
            Ok(snapshot) => Opened::Draft(self.with_passing(snapshot, tab)),
        }
    }

    /// The first of `id`, `id~2`, `id~3` … that is free, or that can be read: what cannot be
    /// read is never in the way.
    pub fn usable_id(&self, id: &DraftId) -> DraftId {
        let mut at = id.clone();
        let mut count = 1;
        while matches!(self.open(&at, 0), Opened::Unreadable(_)) {
            count += 1;
            at.0 = format!("{}~{count}", id.0);
        }
        at
    }

    /// Saves a draft, after taking in what other tabs have saved meanwhile.
    ///
    /// # Errors
    ///
    /// [`NotSaved`]; the draft then stays unsaved, joined with what was there.
    pub fn save(&self, draft: &mut Draft, now: u64) -> Result<Joined, NotSaved> {
        let mut joined = Joined::default();
        match self.lasting.get(&key(draft.id())).map(|text| read(&text)) {
            None if draft.is_stored => return Err(NotSaved::Gone),
            None => {}
            Some(Ok(theirs)) => joined = draft.join(&theirs),
            Some(Err(Unreadable::Future(_))) => return Err(NotSaved::Newer),
            Some(Err(Unreadable::Damaged)) => draft.renew(self.usable_id(draft.id())),
        }
        if draft.is_unsaved() {
            let next = draft.next(now);
            self.write(&next)?;
            draft.saved(next);
        }
        Ok(joined)
    }

    /// Writes a snapshot under its own key.
    ///
    /// # Errors
    ///
    /// As the storage says. What is to be locked is not written open.
    pub fn write(&self, snapshot: &Snapshot) -> Result<(), NotSaved> {
        let key = key(&snapshot.id);
        let is_open = snapshot.open_parts().is_some();
        let written = match snapshot.retention {
            Retention::Passphrase if is_open => return Err(NotSaved::Locked),
            Retention::Tab if is_open => {
                let mut lasting = snapshot.clone();
                lasting.personal = Personal::Elsewhere;
                let passing = self.passing.set(&key, &snapshot.to_json());
                passing.and_then(|()| self.set_text(&key, &lasting.to_json()))
            }
            _ => self.set_text(&key, &snapshot.to_json()).map(|()| self.passing.delete(&key)),
        };
        written.map_err(NotSaved::Storage)
    }

    /// Deletes a draft. Its photos in the database, which are given back, are for the
    /// caller to delete.
    pub fn delete(&self, id: &DraftId) -> Vec<PhotoId> {
        let snapshot = match self.open(id, 0) {
            Opened::Draft(draft) => draft.snapshot,
            Opened::Locked(snapshot) => snapshot,
            Opened::Missing | Opened::Unreadable(_) => return Vec::new(),
        };
        self.lasting.delete(&key(id));
        self.passing.delete(&key(id));
        self.delete_photos(&snapshot)
    }

    /// Keeps the text of a photo's bytes if there is room for it.
    pub fn keep_photo(&self, retention: Retention, id: &PhotoId, text: &str) -> bool {
        let storage = if retention == Retention::Tab { self.passing } else { self.lasting };
        let key = [PHOTO, &id.0].concat();
        let is_kept = place::has_room(storage.used(), key.len() + text.len())
            && storage.set(&key, text).is_ok();
        let other = if retention == Retention::Tab { self.lasting } else { self.passing };
        if is_kept {
            other.delete(&key);
        }
        is_kept
    }

    /// The text of a photo's bytes, if it is in a storage.
    pub fn photo(&self, id: &PhotoId) -> Option<String> {
        let key = [PHOTO, &id.0].concat();
        self.passing.get(&key).or_else(|| self.lasting.get(&key))
    }

    /// Deletes a photo's bytes.
    pub fn delete_photo(&self, id: &PhotoId) {
        let key = [PHOTO, &id.0].concat();
        self.passing.delete(&key);
        self.lasting.delete(&key);
    }

    fn delete_photos(&self, snapshot: &Snapshot) -> Vec<PhotoId> {
        for id in &snapshot.photos {
            self.delete_photo(id);
        }
        snapshot.photos.clone()
    }

    /// Does what has to be done at the start of the page: lets go what is over its date,
    /// and what a killed tab left behind. Photos of the database are given back, for the
    /// caller to delete.
    pub fn tidy_up(&self, now: u64) -> Vec<PhotoId> {
        let seen = self.lasting.get(SEEN).and_then(|text| serde_json::from_str(&text).ok());
        let (is_believed, seen) = Seen::start(seen, now);
        // Without it, the next start believes its clock.
        let _ = self.lasting.set(SEEN, &serde_json::to_string(&seen).unwrap_or_default());

        let mut gone = Vec::new();
        let listed = self.list();
        for mut snapshot in listed.iter().filter_map(|listed| listed.snapshot.clone().ok()) {
            if snapshot.open_parts().is_none() {
                continue;
            }
            if retention::is_from_the_future(&snapshot, now) {
                snapshot.saved_at = now;
                // Else it counts from its own date until the next start.
                let _ = self.write(&snapshot);
            } else if is_believed && retention::is_over(&snapshot, now) {
                let before = snapshot.clone();
                snapshot.personal = Personal::Removed;
                snapshot.photos.clear();
                if snapshot.process().is_none() && snapshot.name.is_empty() {
                    self.lasting.delete(&key(&snapshot.id));
                } else if self.write(&snapshot).is_err() {
                    // The next start tries again.
                    continue;
                }
                gone.extend(self.delete_photos(&before));
            }
        }
        if listed.iter().all(|listed| listed.snapshot.is_ok()) {
            self.delete_orphans(&listed, now);
        }
        gone
    }

    /// Deletes bytes that belong to no draft: a tab was killed between bytes and draft.
    fn delete_orphans(&self, listed: &[Listed], now: u64) {
        let readable = listed.iter().filter_map(|listed| listed.snapshot.as_ref().ok());
        let known: Vec<&PhotoId> = readable.flat_map(|snapshot| &snapshot.photos).collect();
        for key in self.lasting.keys(PHOTO) {
            let name = &key[PHOTO.len()..];
            let made = name.split('-').next().and_then(|at| u64::from_str_radix(at, 16).ok());
            let is_old = made.is_some_and(|made| made.saturating_add(ORPHAN_MS) < now);
            if is_old
                && !known.iter().any(|id| id.0 == name)
                && self.lasting.get(&key).is_some_and(|text| !text.starts_with('{'))
            {
                self.lasting.delete(&key);
            }
        }
    }

    /// Takes the photos of the first version into the draft of loose photos. They are safe
    /// where they are until it is saved.
    pub fn adopt(&self, draft: &mut Draft) {
        for (id, text) in self.old_photos() {
            let photo = read(&text).ok().and_then(|snapshot| place::only_photo(&snapshot));
            if let Some(photo) = photo.filter(|_| !draft.knows(&id)) {
                draft.set_photo(&PhotoEntry { id, place: Place::Storage, ..photo });
            }
        }
    }

    /// Leaves of those that have been adopted the bytes only, as all photos are kept.
    pub fn shrink_adopted(&self, draft: &Draft) {
        for (id, text) in self.old_photos() {
            if let Some(bytes) = draft.photo(&id).and_then(|_| place::bytes_text(text)) {
                // Shorter than what is there, so there is room.
                let _ = self.lasting.set(&[PHOTO, &id.0].concat(), &bytes);
            }
        }
    }

    fn old_photos(&self) -> Vec<(PhotoId, String)> {
        let keys = self.lasting.keys(PHOTO).into_iter();
        keys.filter_map(|key| {
            let text = self.lasting.get(&key).filter(|text| text.starts_with('{'))?;
            Some((PhotoId(key[PHOTO.len()..].to_owned()), text))
        })
        .collect()
    }

    /// Stores a text, in the room of the reserve if there is no other.
    fn set_text(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let set = match self.lasting.set(key, text) {
            Err(StorageError::Full) => {
                self.lasting.delete(RESERVE);
                self.lasting.set(key, text)
            }
            set => set,
        };
        if self.lasting.keys(RESERVE).is_empty() {
            // Where there is no room for it there is no harm in that yet.
            let _ = self.lasting.set(RESERVE, &"0".repeat(RESERVED));
        }
        set
    }

    /// With the form and photos that are in the storage of this tab.
    fn with_passing(&self, mut snapshot: Snapshot, tab: u16) -> Draft {
        if matches!(snapshot.personal, Personal::Elsewhere) {
            let here = self.passing.get(&key(&snapshot.id)).and_then(|text| read(&text).ok());
            if let Some(here) = here {
                snapshot.personal = here.personal;
            }
        }
        Draft::of(snapshot, tab)
    }
}

impl std::fmt::Debug for Shelf<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shelf")
    }
}

/// The draft of a key, if it is a draft's.
pub fn id_of(key: &str) -> Option<DraftId> {
    key.strip_prefix(DRAFT).map(|id| DraftId(id.to_owned()))
}

fn key(id: &DraftId) -> String {
    [DRAFT, &id.0].concat()
}

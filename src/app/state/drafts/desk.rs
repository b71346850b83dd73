//! One draft as it lies open on the page: what is changed is saved within a second and
//! when the page goes, and what other tabs save comes in.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Event, StorageEvent};

use super::draft::Draft;
use super::keeping::{Keeping, Status};
use super::shelf::{self, NotSaved, OURS, Opened, Shelf, Texts};
use super::{place, retention};
use crate::app::browser::storage::{self, Area, StorageError};
use crate::app::browser::{clock, database, document, erase, listener, lock};
use crate::wire::snapshot::{
    DraftId, LOOSE_PHOTOS, Personal, PhotoId, Place, Retention, Snapshot, Unreadable, read,
};

/// Half of the second within which a change is saved: the other half is for waiting
/// for other tabs. Chosen by us.
const SAVE_AFTER: Duration = Duration::from_millis(500);

/// The event that says why a draft is gone has come by then. Chosen by us.
const GONE_AFTER: Duration = Duration::from_secs(1);

/// The name of the lock under which drafts are saved.
pub(super) const LOCK: &str = "renzheng:drafts";

impl Texts for Area {
    fn get(&self, key: &str) -> Option<String> {
        Self::get(*self, key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        Self::set(*self, key, text)
    }
    fn delete(&self, key: &str) {
        Self::delete(*self, key);
    }
    fn keys(&self, prefix: &str) -> Vec<String> {
        Self::keys(*self, prefix)
    }
    fn used(&self) -> usize {
        Self::used(*self)
    }
}

/// All drafts of this browser.
pub const fn shelf() -> Shelf<'static> {
    Shelf::new(&Area::Lasting, &Area::Passing)
}

/// What a desk needs of a draft that is locked with a passphrase. The page has it only
/// if it can lock.
pub trait Lock {
    /// Saves the draft, sealed.
    fn save(self: Rc<Self>, desk: Desk);
    /// Takes in what another tab has sealed.
    fn take_in(self: Rc<Self>, desk: Desk, theirs: Snapshot);
    /// Makes another text of a photo's, and tells it.
    fn seal(self: Rc<Self>, text: String, then: Box<dyn FnOnce(Option<String>)>);
    /// The opposite.
    fn unseal(self: Rc<Self>, text: String, then: Box<dyn FnOnce(Option<String>)>);
}

/// One open draft. A handle: copies are the same draft.
#[derive(Clone, Copy)]
pub struct Desk {
    draft: RwSignal<Draft>,
    keeping: RwSignal<Keeping>,
    has_conflict: RwSignal<bool>,
    unreadable: RwSignal<usize>,
    is_scheduled: StoredValue<bool>,
    pub(super) lock: StoredValue<Option<Rc<dyn Lock>>, LocalStorage>,
    listen: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
}

impl Desk {
    /// Opens a draft, or begins it.
    pub fn open(id: &DraftId) -> Self {
        let tab = clock::random_u16();
        let probed = storage::probe();
        let gone = shelf().tidy_up(clock::now());
        delete_from_database(gone);
        let id = shelf().usable_id(id);
        let (draft, keeping) = match shelf().open(&id, tab) {
            Opened::Draft(draft) => {
                let at = Some(draft.snapshot().saved_at).filter(|at| 0 < *at);
                (draft, probed.map_or_else(Keeping::Lost, |()| Keeping::Kept(at)))
            }
            Opened::Locked(snapshot) => (Draft::of(snapshot, tab), Keeping::Locked),
            Opened::Missing | Opened::Unreadable(_) => (
                Draft::new(id.clone(), tab),
                probed.map_or_else(Keeping::Lost, |()| Keeping::Kept(None)),
            ),
        };
        let unreadable = shelf().list().iter().filter(|listed| listed.snapshot.is_err()).count();
        let desk = Self {
            draft: RwSignal::new(draft),
            keeping: RwSignal::new(keeping),
            has_conflict: RwSignal::new(false),
            unreadable: RwSignal::new(unreadable),
            is_scheduled: StoredValue::new(false),
            lock: StoredValue::new_local(None),
            listen: StoredValue::new_local(None),
        };
        if id.0.starts_with(LOOSE_PHOTOS) {
            desk.edit(|draft| shelf().adopt(draft));
            desk.save_now();
            desk.draft.with_untracked(|draft| shelf().shrink_adopted(draft));
        }
        listener::on_window("storage", move |event| desk.follow_other_tab(&event));
        listener::on_window("pagehide", move |_: Event| desk.save_now());
        listener::on_window("visibilitychange", move |_: Event| {
            if document::is_hidden() {
                desk.save_now();
            }
        });
        desk
    }

    /// The draft.
    pub const fn draft(self) -> RwSignal<Draft> {
        self.draft
    }

    /// Called when another tab has changed the draft.
    pub fn on_change(self, listen: impl Fn() + 'static) {
        self.listen.set_value(Some(Rc::new(listen)));
    }

    /// Whether what is done here lasts.
    pub fn status(self) -> Signal<Status> {
        Signal::derive(move || {
            let (keeping, unreadable) = (self.keeping.get(), self.unreadable.get());
            let has_conflict = self.has_conflict.get();
            self.draft.with(|draft| {
                let snapshot = draft.snapshot();
                let photos = &draft.contents().photos;
                let unkept = photos.iter().filter(|photo| photo.place == Place::NotKept);
                let until = retention::deadline(snapshot.retention, snapshot.saved_at);
                Status {
                    until: until
                        .filter(|_| !photos.is_empty() || draft.contents().application.is_some()),
                    unkept: unkept.map(|photo| photo.name.clone()).collect(),
                    keeping,
                    unreadable,
                    has_conflict,
                }
            })
        })
    }

    /// Changes the draft, and saves it soon.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.save_soon();
    }

    /// Keeps the bytes of a photo that is in the draft: in the storage, else in the
    /// database, else nowhere, which the draft then says.
    pub fn keep_photo(self, id: PhotoId, bytes: &[u8]) {
        let text = place::encode(bytes);
        match self.lock.get_value() {
            None => self.keep_text(id, text),
            Some(lock) => lock.seal(
                text,
                Box::new(move |sealed| match sealed {
                    Some(sealed) => self.keep_text(id, sealed),
                    None => self.set_place(&id, Place::NotKept),
                }),
            ),
        }
    }

    /// Fetches the bytes of a photo.
    pub fn fetch_photo(self, id: &PhotoId, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
        let decode = move |text: Option<String>| then(text.and_then(|text| place::decode(&text)));
        let lock = self.lock.get_value();
        let unlock = move |text: Option<String>| match (text, lock) {
            (Some(text), Some(lock)) => lock.unseal(text, Box::new(decode)),
            (text, _) => decode(text),
        };
        if let Some(text) = shelf().photo(id) {
            return unlock(Some(text));
        }
        let id = id.clone();
        leptos::task::spawn_local(async move { unlock(database::get(&id.0).await) });
    }

    /// Deletes the bytes of a photo.
    pub fn delete_photo(self, id: PhotoId) {
        shelf().delete_photo(&id);
        delete_from_database(vec![id]);
    }

    /// Saves at once what is unsaved: the page may go. What is to be locked cannot be
    /// waited for; it was saved at its last change.
    pub fn save_now(self) {
        if self.draft.with_untracked(Draft::is_unsaved) {
            let saved = self.draft.try_update(|draft| shelf().save(draft, clock::now()));
            if let Some(saved) = saved {
                self.heed(saved.map(|joined| {
                    self.has_conflict.update(|has| *has |= !joined.conflicts.is_empty());
                    joined.is_changed
                }));
            }
        }
    }

    /// Deletes everything of ours on this device, and tells whether all is gone.
    pub fn erase(self, then: impl FnOnce(bool) + 'static) {
        self.reset();
        let done = async move {
            let is_gone = erase::everything(OURS).await;
            self.unreadable.set(shelf().list().len());
            then(is_gone);
        };
        lock::alone_until(LOCK, done);
    }

    pub(super) fn save_soon(self) {
        let is_unsaved = self.draft.with_untracked(Draft::is_unsaved);
        if !is_unsaved || self.is_scheduled.get_value() {
            return;
        }
        self.is_scheduled.set_value(true);
        if matches!(self.keeping.get_untracked(), Keeping::Kept(_)) {
            self.keeping.set(Keeping::Saving);
        }
        set_timeout(
            move || {
                self.is_scheduled.set_value(false);
                match self.lock.get_value() {
                    Some(lock) => lock.save(self),
                    None => lock::alone(LOCK, move || self.save_now()),
                }
            },
            SAVE_AFTER,
        );
    }

    /// Says what came of saving.
    pub(super) fn heed(self, saved: Result<bool, NotSaved>) {
        match saved {
            Ok(is_changed) => {
                let at = self.draft.with_untracked(|draft| draft.snapshot().saved_at);
                self.keeping.set(Keeping::Kept(Some(at)));
                if is_changed {
                    self.tell();
                }
            }
            Err(NotSaved::Gone) => set_timeout(
                move || {
                    // Nobody said that it was to go, so it was lost.
                    self.edit(Draft::revive);
                },
                GONE_AFTER,
            ),
            Err(NotSaved::Storage(error)) => self.keeping.set(Keeping::Lost(error)),
            Err(NotSaved::Newer) => self.keeping.set(Keeping::Newer),
            Err(NotSaved::Locked) => self.keeping.set(Keeping::Locked),
        }
    }

    /// Another tab has saved or deleted the draft, or (without a key) everything.
    fn follow_other_tab(self, event: &StorageEvent) {
        let id = self.draft.with_untracked(|draft| draft.id().clone());
        let Some(key) = event.key() else { return self.reset() };
        if shelf::id_of(&key) != Some(id) {
            return;
        }
        let Some(text) = event.new_value() else { return self.reset() };
        match read(&text) {
            Ok(theirs) => self.take_in(theirs),
            Err(Unreadable::Future(_)) => self.keeping.set(Keeping::Newer),
            // The next save goes elsewhere.
            Err(Unreadable::Damaged) => {}
        }
    }

    fn take_in(self, theirs: Snapshot) {
        if !matches!(theirs.personal, Personal::Sealed(_)) {
            return self.join(&theirs);
        }
        if let Some(lock) = self.lock.get_value() {
            return lock.take_in(self, theirs);
        }
        // Locked over there: it is not to be read here any more.
        self.draft.update(|draft| draft.replace(theirs));
        self.keeping.set(Keeping::Locked);
        self.tell();
    }

    pub(super) fn join(self, theirs: &Snapshot) {
        let Some(joined) = self.draft.try_update(|draft| draft.join(theirs)) else { return };
        self.has_conflict.update(|has| *has |= !joined.conflicts.is_empty());
        if joined.is_changed {
            self.tell();
        }
        if !self.draft.with_untracked(Draft::is_unsaved) {
            self.keeping.set(Keeping::Kept(Some(theirs.saved_at)));
        }
        self.save_soon();
    }

    fn reset(self) {
        self.lock.set_value(None);
        self.draft.update(Draft::clear);
        self.has_conflict.set(false);
        self.keeping.set(storage::probe().map_or_else(Keeping::Lost, |()| Keeping::Kept(None)));
        self.tell();
    }

    pub(super) fn tell(self) {
        if let Some(listen) = self.listen.get_value() {
            listen();
        }
    }

    fn keep_text(self, id: PhotoId, text: String) {
        let retention = self.draft.with_untracked(|draft| draft.snapshot().retention);
        if shelf().keep_photo(retention, &id, &text) {
            return self.set_place(&id, Place::Storage);
        }
        // The database would outlive the tab.
        if retention == Retention::Tab {
            return self.set_place(&id, Place::NotKept);
        }
        leptos::task::spawn_local(async move {
            match database::put(&id.0, &text).await {
                Ok(()) => {
                    shelf().delete_photo(&id);
                    self.set_place(&id, Place::Database);
                }
                Err(_) => self.set_place(&id, Place::NotKept),
            }
        });
    }

    fn set_place(self, id: &PhotoId, place: Place) {
        self.edit(|draft| {
            if let Some(photo) = draft.photo(id) {
                let photo = photo.clone();
                draft.set_photo(crate::wire::snapshot::PhotoEntry { place, ..photo });
            }
        });
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk")
    }
}

fn delete_from_database(ids: Vec<PhotoId>) {
    leptos::task::spawn_local(async move {
        for id in ids {
            database::delete(&id.0).await;
        }
    });
}

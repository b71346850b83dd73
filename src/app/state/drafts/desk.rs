//! One draft as it lies open on the page: what is changed is saved within a second and
//! when the page goes, and what other tabs save comes in.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Event, StorageEvent};

use super::draft::{Draft, Joined};
use super::keeping::{Keeping, Status};
use super::shelf::{self, NotSaved, OURS, Opened, Shelf, Texts};
use super::{place, retention};
use crate::app::browser::storage::{self, Area, StorageError};
use crate::app::browser::{base64, clock, database, document, erase, listener, lock};
use crate::wire::snapshot::{
    DraftId, LOOSE_PHOTOS, Personal, PhotoEntry, PhotoId, Place, Retention, Snapshot, Unreadable,
    read,
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
    inner: StoredValue<Inner, LocalStorage>,
    status: RwSignal<Status>,
}

pub(super) struct Inner {
    pub(super) draft: Draft,
    keeping: Keeping,
    pub(super) has_conflict: bool,
    unreadable: usize,
    is_scheduled: bool,
    pub(super) lock: Option<Rc<dyn Lock>>,
    listen: Option<Rc<dyn Fn()>>,
}

impl Desk {
    /// Opens a draft, or begins it.
    pub fn open(id: &DraftId) -> Self {
        let tab = clock::random_u16();
        let gone = shelf().tidy_up(clock::now());
        delete_from_database(gone);
        let id = shelf().usable_id(id);
        let (mut draft, keeping) = match shelf().open(&id, tab) {
            Opened::Draft(draft) => {
                let at = draft.snapshot().saved_at;
                (draft, Keeping::Kept(Some(at)))
            }
            Opened::Locked(snapshot) => (Draft::of(snapshot, tab), Keeping::Locked),
            _ => (Draft::new(id, tab), Keeping::Kept(None)),
        };
        if draft.id().0.starts_with(LOOSE_PHOTOS) {
            shelf().adopt(&mut draft);
        }
        let inner = Inner {
            draft,
            keeping: storage::probe().map_or_else(Keeping::Lost, |()| keeping),
            has_conflict: false,
            unreadable: unreadable(),
            is_scheduled: false,
            lock: None,
            listen: None,
        };
        let status = RwSignal::new(inner.status());
        let desk = Self { inner: StoredValue::new_local(inner), status };
        desk.save_now();
        desk.read(|draft| shelf().shrink_adopted(draft));
        listener::on_window("storage", move |event| desk.follow_other_tab(&event));
        listener::on_window("pagehide", move |_: Event| desk.save_now());
        listener::on_window("visibilitychange", move |_: Event| {
            if document::is_hidden() {
                desk.save_now();
            }
        });
        desk
    }

    /// Looks at the draft.
    pub fn read<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.inner.with_value(|inner| look(&inner.draft))
    }

    /// Called when another tab has changed the draft.
    pub fn on_change(self, listen: impl Fn() + 'static) {
        self.with(|inner| inner.listen = Some(Rc::new(listen)));
    }

    /// Whether what is done here lasts.
    pub const fn status(self) -> RwSignal<Status> {
        self.status
    }

    /// Changes the draft, and saves it soon.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.with(|inner| change(&mut inner.draft));
        self.save_soon();
    }

    /// Keeps the bytes of a photo that is in the draft: in the storage, else in the
    /// database, else nowhere, which the draft then says.
    pub fn keep_photo(self, id: PhotoId, bytes: &[u8]) {
        let text = base64::encode(bytes);
        let Some(lock) = self.lock() else { return self.keep_text(id, text) };
        let keep = move |sealed| match sealed {
            Some(sealed) => self.keep_text(id, sealed),
            None => self.set_place(&id, Place::NotKept),
        };
        lock.seal(text, Box::new(keep));
    }

    /// Fetches the bytes of a photo.
    pub fn fetch_photo(self, id: &PhotoId, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
        let decode = move |text: Option<String>| {
            let bytes = text.and_then(place::bytes_text);
            then(bytes.and_then(|text| base64::decode(&text)));
        };
        let lock = self.lock();
        let unlock = move |text: Option<String>| match (text, lock) {
            (Some(text), Some(lock)) => lock.unseal(text, Box::new(decode)),
            (text, _) => decode(text),
        };
        if let Some(text) = shelf().photo(id) {
            return unlock(Some(text));
        }
        let id = id.clone();
        wasm_bindgen_futures::spawn_local(async move { unlock(database::get(&id.0).await) });
    }

    /// Deletes the bytes of a photo.
    pub fn delete_photo(self, id: PhotoId) {
        shelf().delete_photo(&id);
        delete_from_database(vec![id]);
    }

    /// Saves at once what is unsaved: the page may go. What is to be locked cannot be
    /// waited for; it was saved at its last change.
    pub fn save_now(self) {
        let saved = self.inner.try_update_value(|inner| {
            let draft = &mut inner.draft;
            draft.is_unsaved().then(|| shelf().save(draft, clock::now()))
        });
        if let Some(Some(saved)) = saved {
            self.heed(saved);
        }
    }

    /// Deletes this draft with its photos.
    pub fn delete(self) {
        let id = self.read(|draft| draft.id().clone());
        delete_from_database(shelf().delete(&id));
        self.reset();
    }

    /// Deletes everything of ours on this device, and tells whether all is gone.
    pub fn erase(self, then: impl FnOnce(bool) + 'static) {
        self.reset();
        wasm_bindgen_futures::spawn_local(async move {
            let is_gone = erase::everything(OURS).await;
            self.with(|inner| inner.unreadable = unreadable());
            then(is_gone);
        });
    }

    pub(super) fn save_soon(self) {
        let is_due = self.with(|inner| {
            let is_due = inner.draft.is_unsaved() && !inner.is_scheduled;
            inner.is_scheduled |= is_due;
            if is_due && matches!(inner.keeping, Keeping::Kept(_)) {
                inner.keeping = Keeping::Saving;
            }
            is_due
        });
        if is_due {
            set_timeout(move || self.save(), SAVE_AFTER);
        }
    }

    /// Saves as soon as no other tab does.
    pub fn save(self) {
        self.with(|inner| inner.is_scheduled = false);
        match self.lock() {
            Some(lock) => lock.save(self),
            None => lock::alone(LOCK, move || self.save_now()),
        }
    }

    /// Says what came of saving.
    pub(super) fn heed(self, saved: Result<Joined, NotSaved>) {
        let is_changed = saved.as_ref().is_ok_and(|joined| joined.is_changed);
        if saved == Err(NotSaved::Gone) {
            // If nobody says that it was to go, it was lost.
            set_timeout(move || self.edit(Draft::revive), GONE_AFTER);
        }
        self.with(|inner| {
            inner.keeping = match saved {
                Ok(joined) => {
                    inner.has_conflict |= !joined.conflicts.is_empty();
                    Keeping::Kept(Some(inner.draft.snapshot().saved_at))
                }
                Err(NotSaved::Gone) => inner.keeping,
                Err(NotSaved::Storage(error)) => Keeping::Lost(error),
                Err(NotSaved::Newer) => Keeping::Newer,
                Err(NotSaved::Locked) => Keeping::Locked,
            };
        });
        if is_changed {
            self.tell();
        }
    }

    /// Another tab has saved or deleted the draft, or (without a key) everything.
    fn follow_other_tab(self, event: &StorageEvent) {
        let Some(key) = event.key() else { return self.reset() };
        if !self.read(|draft| shelf::id_of(&key).is_some_and(|id| id == *draft.id())) {
            return;
        }
        let Some(text) = event.new_value() else { return self.reset() };
        match read(&text) {
            Ok(theirs) => self.take_in(theirs),
            Err(Unreadable::Future(_)) => self.with(|inner| inner.keeping = Keeping::Newer),
            // The next save goes elsewhere.
            Err(Unreadable::Damaged) => {}
        }
    }

    fn take_in(self, theirs: Snapshot) {
        if !matches!(theirs.personal, Personal::Sealed(_)) {
            return self.join(&theirs);
        }
        if let Some(lock) = self.lock() {
            return lock.take_in(self, theirs);
        }
        // Locked over there: it is not to be read here any more.
        self.with(|inner| {
            inner.draft.replace(theirs);
            inner.keeping = Keeping::Locked;
        });
        self.tell();
    }

    pub(super) fn join(self, theirs: &Snapshot) {
        let is_changed = self.with(|inner| {
            let joined = inner.draft.join(theirs);
            inner.has_conflict |= !joined.conflicts.is_empty();
            if !inner.draft.is_unsaved() {
                inner.keeping = Keeping::Kept(Some(theirs.saved_at));
            }
            joined.is_changed
        });
        if is_changed {
            self.tell();
        }
        self.save_soon();
    }

    /// Shows nothing of it any more.
    pub(in crate::app::state) fn reset(self) {
        self.with(|inner| {
            inner.lock = None;
            inner.draft.clear();
            inner.has_conflict = false;
            inner.keeping = storage::probe().map_or_else(Keeping::Lost, |()| Keeping::Kept(None));
        });
        self.tell();
    }

    pub(super) fn tell(self) {
        if let Some(listen) = self.inner.with_value(|inner| inner.listen.clone()) {
            listen();
        }
    }

    pub(super) fn lock(self) -> Option<Rc<dyn Lock>> {
        self.inner.with_value(|inner| inner.lock.clone())
    }

    /// Changes what is inside, and shows what that means.
    pub(super) fn with<T>(self, change: impl FnOnce(&mut Inner) -> T) -> T {
        let changed = self.inner.try_update_value(change).expect("lives as long as the page");
        self.show();
        changed
    }

    fn show(self) {
        let status = self.inner.with_value(Inner::status);
        if *self.status.read_untracked() != status {
            self.status.set(status);
        }
    }

    fn keep_text(self, id: PhotoId, text: String) {
        let retention = self.read(|draft| draft.snapshot().retention);
        if shelf().keep_photo(retention, &id, &text) {
            return self.set_place(&id, Place::Storage);
        }
        // The database would outlive the tab.
        if retention == Retention::Tab {
            return self.set_place(&id, Place::NotKept);
        }
        wasm_bindgen_futures::spawn_local(async move {
            let is_kept = database::put(&id.0, &text).await.is_ok();
            if is_kept {
                shelf().delete_photo(&id);
            }
            self.set_place(&id, if is_kept { Place::Database } else { Place::NotKept });
        });
    }

    pub(super) fn set_place(self, id: &PhotoId, place: Place) {
        self.edit(|draft| {
            if let Some(photo) = draft.photo(id) {
                draft.set_photo(&PhotoEntry { place, ..photo });
            }
        });
    }
}

impl Inner {
    fn status(&self) -> Status {
        let snapshot = self.draft.snapshot();
        let photos = self.draft.photos().into_iter();
        let until = retention::deadline(snapshot.retention, snapshot.saved_at);
        Status {
            keeping: self.keeping,
            until: until.filter(|_| 0 < snapshot.saved_at && self.draft.is_personal()),
            unkept: photos
                .filter(|photo| photo.place == Place::NotKept)
                .map(|photo| photo.name)
                .collect(),
            unreadable: self.unreadable,
            has_conflict: self.has_conflict,
        }
    }
}

/// Drafts that cannot be read.
fn unreadable() -> usize {
    shelf().list().iter().filter(|listed| listed.snapshot.is_err()).count()
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk")
    }
}

fn delete_from_database(ids: Vec<PhotoId>) {
    wasm_bindgen_futures::spawn_local(async move {
        for id in ids {
            database::delete(&id.0).await;
        }
    });
}

//! A draft that is locked with a passphrase, and moving a draft from one choice of
//! retention to another.
//!
//! Everything personal is encrypted: the parts as one text, and each photo. The key is
//! kept by the browser for as long as the page is there. Locking writes the draft first,
//! then the photos one after another: a tab that is killed in between leaves photos
//! open, which the next unlocking locks. Unlocking for good goes the other way round.

use std::rc::Rc;

use js_sys::Promise;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::desk::{Desk, LOCK, Lock, shelf};
use super::draft::{Draft, Joined};
use super::place;
use super::shelf::NotSaved;
use crate::app::browser::{base64, clock, crypto, database, lock};
use crate::wire::snapshot::{
    Parts, Personal, PhotoEntry, PhotoId, Place, Retention, Sealed, Snapshot, Unreadable, read,
};

/// What a sealed photo's text begins with: no letter of Base64.
const SEALED: char = '~';

/// Another tab can be faster so many times. Chosen by us.
const ATTEMPTS: usize = 5;

/// Why a draft was not locked or unlocked. It is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockError {
    /// The browser cannot encrypt, or has no chance to give.
    Unavailable,
    /// The passphrase is another one (or what was encrypted is damaged).
    WrongPassphrase,
    /// It was encrypted, and could not be stored.
    NotSaved(NotSaved),
}

/// The key of a draft.
#[derive(Debug)]
pub struct Vault {
    key: crypto::Key,
    salt: Vec<u8>,
    iterations: u32,
}

impl Vault {
    /// A key of a passphrase, with a salt of its own.
    ///
    /// # Errors
    ///
    /// [`LockError::Unavailable`].
    pub async fn new(passphrase: &str) -> Result<Rc<Self>, LockError> {
        let salt = crypto::random(crypto::SALT_BYTES).ok_or(LockError::Unavailable)?;
        Self::derive(passphrase, salt, crypto::ITERATIONS).await
    }

    /// The key that opens `sealed`, and what is inside.
    ///
    /// # Errors
    ///
    /// [`LockError::Unavailable`], [`LockError::WrongPassphrase`].
    pub async fn open(passphrase: &str, sealed: &Sealed) -> Result<(Rc<Self>, Parts), LockError> {
        let salt = sealed.salt().and_then(|salt| base64::decode(&salt));
        let iterations = sealed.iterations().filter(|count| *count <= crypto::MOST_ITERATIONS);
        let (Some(salt), Some(iterations)) = (salt, iterations) else {
            return Err(LockError::WrongPassphrase);
        };
        let vault = Self::derive(passphrase, salt, iterations).await?;
        let parts = vault.parts(sealed).await.ok_or(LockError::WrongPassphrase)?;
        Ok((vault, parts))
    }

    async fn derive(
        passphrase: &str,
        salt: Vec<u8>,
        iterations: u32,
    ) -> Result<Rc<Self>, LockError> {
        let key = crypto::Key::derive(passphrase, &salt, iterations).await;
        let key = key.ok_or(LockError::Unavailable)?;
        Ok(Rc::new(Self { key, salt, iterations }))
    }

    /// Encrypts form and photos of a snapshot.
    ///
    /// # Errors
    ///
    /// [`LockError::Unavailable`].
    pub async fn sealed(&self, mut snapshot: Snapshot) -> Result<Snapshot, LockError> {
        let parts = snapshot.open_parts().map(Parts::to_json).unwrap_or_default();
        let text = self.seal_text(&parts).await.ok_or(LockError::Unavailable)?;
        let sealed = Sealed::new(&base64::encode(&self.salt), self.iterations, &text);
        snapshot.personal = Personal::Sealed(sealed.ok_or(LockError::Unavailable)?);
        Ok(snapshot)
    }

    async fn parts(&self, sealed: &Sealed) -> Option<Parts> {
        Parts::read(&self.unseal_text(&sealed.text()?).await?)
    }

    /// What is sealed, open.
    async fn opened(&self, mut snapshot: Snapshot) -> Option<Snapshot> {
        if let Personal::Sealed(sealed) = &snapshot.personal {
            snapshot.personal = Personal::Open(self.parts(sealed).await?);
        }
        Some(snapshot)
    }

    async fn seal_text(&self, text: &str) -> Option<String> {
        self.key.encrypt(text.as_bytes()).await.map(|sealed| base64::encode(&sealed))
    }

    async fn unseal_text(&self, text: &str) -> Option<String> {
        String::from_utf8(self.key.decrypt(&base64::decode(text)?).await?).ok()
    }

    /// The text of a photo, sealed, unless it is so already.
    pub(super) async fn seal_photo(&self, text: String) -> Option<String> {
        if text.starts_with(SEALED) {
            return Some(text);
        }
        let sealed = self.seal_text(&place::bytes_text(text)?).await?;
        Some(format!("{SEALED}{sealed}"))
    }

    /// The text of a photo, open.
    pub(super) async fn unseal_photo(&self, text: String) -> Option<String> {
        match text.strip_prefix(SEALED) {
            Some(sealed) => self.unseal_text(sealed).await,
            None => Some(text),
        }
    }

    async fn save(&self, desk: Desk) -> Result<(), NotSaved> {
        for _ in 0..ATTEMPTS {
            let id = desk.read(|draft| draft.id().clone());
            let before = shelf().text(&id);
            match before.as_deref().map(read) {
                None if desk.read(|draft| draft.is_stored) => return Err(NotSaved::Gone),
                None => {}
                Some(Err(Unreadable::Future(_))) => return Err(NotSaved::Newer),
                Some(Err(Unreadable::Damaged)) => {
                    let free = shelf().usable_id(&id);
                    desk.with(|inner| inner.draft.renew(free));
                    continue;
                }
                // With another key: the passphrase is a new one over there.
                Some(Ok(theirs)) => desk.take(&self.opened(theirs).await.ok_or(NotSaved::Locked)?),
            }
            let next = desk.read(|draft| draft.is_unsaved().then(|| draft.next(clock::now())));
            let Some(next) = next else { return Ok(()) };
            let sealed = self.sealed(next.clone()).await.map_err(|_| NotSaved::Locked)?;
            // Encrypting takes its time, in which another tab may have saved.
            if shelf().text(&id) == before {
                shelf().write(&sealed)?;
                desk.with(|inner| inner.draft.saved_meanwhile(next));
                return Ok(());
            }
        }
        Err(NotSaved::Locked)
    }
}

impl Lock for Vault {
    fn save(self: Rc<Self>, desk: Desk) {
        lock::alone_until(LOCK, async move {
            let saved = Self::save(&self, desk).await;
            desk.heed(saved.map(|()| Joined::default()));
            // What was changed while it was encrypted.
            desk.save_soon();
        });
    }

    fn take_in(self: Rc<Self>, desk: Desk, theirs: Snapshot) {
        spawn_local(async move {
            match self.opened(theirs).await {
                Some(theirs) => desk.join(&theirs),
                None => desk.heed(Err(NotSaved::Locked)),
            }
        });
    }

    fn seal(self: Rc<Self>, text: String, then: Box<dyn FnOnce(Option<String>)>) {
        spawn_local(async move { then(self.seal_photo(text).await) });
    }

    fn unseal(self: Rc<Self>, text: String, then: Box<dyn FnOnce(Option<String>)>) {
        spawn_local(async move { then(self.unseal_photo(text).await) });
    }
}

impl Desk {
    /// Locks a draft that is open. What lay open on the device is overwritten.
    ///
    /// # Errors
    ///
    /// [`LockError`]; nothing is locked then.
    pub async fn lock_with(self, passphrase: &str) -> Result<(), LockError> {
        if self.lock().is_some() {
            return Err(LockError::NotSaved(NotSaved::Locked));
        }
        let vault = Vault::new(passphrase).await?;
        let before = self.read(|draft| draft.snapshot().retention);
        self.with(|inner| {
            inner.lock = Some(vault.clone());
            inner.draft.set_retention(Retention::Passphrase);
        });
        let saved = Vault::save(&vault, self).await;
        if let Err(error) = saved {
            self.with(|inner| {
                inner.lock = None;
                inner.draft.set_retention(before);
            });
            return Err(LockError::NotSaved(error));
        }
        self.heed(Ok(Joined::default()));
        self.store_photos_as(Retention::Passphrase).await;
        Ok(())
    }

    /// Opens a locked draft for this page. What was done here before is joined to it.
    ///
    /// # Errors
    ///
    /// [`LockError`]; the draft stays locked then.
    pub async fn unlock(self, passphrase: &str) -> Result<(), LockError> {
        let id = self.read(|draft| draft.id().clone());
        let stored = shelf().text(&id).and_then(|text| read(&text).ok());
        let mut snapshot = stored.ok_or(LockError::NotSaved(NotSaved::Gone))?;
        let Personal::Sealed(sealed) = &snapshot.personal else { return Ok(()) };
        let (vault, parts) = Vault::open(passphrase, sealed).await?;
        snapshot.personal = Personal::Open(parts);
        self.with(|inner| inner.lock = Some(vault));
        self.take(&snapshot);
        self.heed(Ok(Joined::default()));
        // What a killed tab has left open.
        self.store_photos_as(Retention::Passphrase).await;
        self.tell();
        Ok(())
    }

    /// Keeps the draft without a passphrase: for seven days, or until the tab closes.
    ///
    /// # Errors
    ///
    /// [`LockError::NotSaved`]; the draft is kept as before then.
    pub async fn keep_open(self, retention: Retention) -> Result<(), LockError> {
        let before = self.read(|draft| draft.snapshot().retention);
        if retention == Retention::Passphrase || self.read(Draft::is_sealed) {
            return Err(LockError::NotSaved(NotSaved::Locked));
        }
        // First the photos: without the key, sealed ones would be lost.
        self.store_photos_as(retention).await;
        let locked = self.with(|inner| {
            inner.draft.set_retention(retention);
            inner.lock.take()
        });
        let saved = self.with(|inner| shelf().save(&mut inner.draft, clock::now()));
        self.heed(saved.clone());
        if let Err(error) = saved {
            self.with(|inner| {
                inner.lock = locked;
                inner.draft.set_retention(before);
            });
            self.store_photos_as(before).await;
            return Err(LockError::NotSaved(error));
        }
        Ok(())
    }

    /// Takes in what is stored, whatever is said of it here.
    fn take(self, theirs: &Snapshot) {
        let is_changed = self.with(|inner| {
            let joined = inner.draft.join(theirs);
            inner.has_conflict |= !joined.conflicts.is_empty();
            joined.is_changed
        });
        if is_changed {
            self.tell();
        }
    }

    /// Writes the bytes of every photo as that choice wants them, over what is there.
    async fn store_photos_as(self, retention: Retention) {
        for PhotoEntry { id, .. } in self.read(Draft::photos) {
            let Some(text) = self.photo_text(&id).await else { continue };
            let text = match self.lock().filter(|_| retention == Retention::Passphrase) {
                Some(lock) => through(text, |text, then| lock.seal(text, then)).await,
                None => Some(text),
            };
            let Some(text) = text else { continue };
            let place = if shelf().keep_photo(retention, &id, &text) {
                database::delete(&id.0).await;
                Place::Storage
            } else if retention != Retention::Tab && database::put(&id.0, &text).await.is_ok() {
                shelf().delete_photo(&id);
                Place::Database
            } else if retention == Retention::Tab {
                shelf().delete_photo(&id);
                database::delete(&id.0).await;
                Place::NotKept
            } else {
                continue;
            };
            self.set_place(&id, place);
        }
    }

    /// The bytes of a photo in Base64, unsealed.
    pub(super) async fn photo_text(self, id: &PhotoId) -> Option<String> {
        let text = match shelf().photo(id) {
            Some(text) => text,
            None => database::get(&id.0).await?,
        };
        let text = match self.lock() {
            Some(lock) => through(text, |text, then| lock.unseal(text, then)).await?,
            None => text,
        };
        place::bytes_text(text)
    }
}

/// Waits for a lock's answer.
async fn through(
    text: String,
    ask: impl FnOnce(String, Box<dyn FnOnce(Option<String>)>),
) -> Option<String> {
    let mut ask = Some(ask);
    let mut text = Some(text);
    let answer = Promise::new(&mut |done, _| {
        let (Some(ask), Some(text)) = (ask.take(), text.take()) else { return };
        let then = move |text: Option<String>| {
            // A promise's end throws nothing.
            let _ = done.call1(&JsValue::NULL, &text.map_or(JsValue::NULL, JsValue::from));
        };
        ask(text, Box::new(then));
    });
    JsFuture::from(answer).await.ok()?.as_string()
}

//! What the browser keeps for us as text: in `localStorage`, which lasts, and in
//! `sessionStorage`, which goes with the tab.
//!
//! `gloo-storage` panics where storage is forbidden, so every function first asks the
//! browser itself.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use js_sys::{JsString, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;

/// Why the browser did not keep something. None of it is fatal: the page goes on
/// and says that it will not be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// Private mode, blocked by a policy, or no storage at all.
    Unavailable,
    /// No room is left.
    Full,
}

/// One of the two storages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// `localStorage`.
    Lasting,
    /// `sessionStorage`.
    Passing,
}

impl Area {
    /// The text under `key`: nothing where it cannot be read.
    pub fn get(self, key: &str) -> Option<String> {
        self.storage().ok()?.get_item(key).ok().flatten()
    }

    /// Keeps a text. Where that fails, what was there before stays.
    ///
    /// # Errors
    ///
    /// Where there is no storage or no room in it.
    pub fn set(self, key: &str, text: &str) -> Result<(), StorageError> {
        self.storage()?.set_item(key, text).map_err(|_| StorageError::Full)
    }

    /// Forgets what is kept under `key`.
    pub fn delete(self, key: &str) {
        if let Ok(storage) = self.storage() {
            // Fails for no key, be it there or not.
            let _ = storage.remove_item(key);
        }
    }

    /// All keys that start with `prefix`, in no order.
    pub fn keys(self, prefix: &str) -> Vec<String> {
        let Ok(storage) = self.storage() else { return Vec::new() };
        let count = storage.length().unwrap_or_default();
        (0..count)
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(prefix))
            .collect()
    }

    /// Characters that are taken by all that is in it, keys and texts.
    pub fn used(self) -> usize {
        let Ok(storage) = self.storage() else { return 0 };
        // Only the lengths: the texts can be megabytes.
        let length = |key: &str| {
            let text = Reflect::get(&storage, &key.into()).ok()?.dyn_into::<JsString>().ok()?;
            Some(text.length() as usize)
        };
        self.keys("").iter().map(|key| key.len() + length(key).unwrap_or_default()).sum()
    }

    fn storage(self) -> Result<web_sys::Storage, StorageError> {
        let window = web_sys::window().ok_or(StorageError::Unavailable)?;
        let (asked, raw): (_, fn() -> _) = match self {
            Self::Lasting => (window.local_storage(), LocalStorage::raw),
            Self::Passing => (window.session_storage(), SessionStorage::raw),
        };
        asked.ok().flatten().map(|_| raw()).ok_or(StorageError::Unavailable)
    }
}

/// Whether there is storage.
///
/// # Errors
///
/// Where there is none, [`StorageError::Unavailable`].
pub fn probe() -> Result<(), StorageError> {
    Area::Lasting.storage().map(drop)
}

/// What is kept as JSON under `key`: nothing where it cannot be read or understood.
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&Area::Lasting.get(key)?).ok()
}

/// Keeps `value` as JSON under `key`.
///
/// # Errors
///
/// Where there is no storage or no room in it.
pub fn save<T: Serialize>(key: &str, value: &T) -> Result<(), StorageError> {
    Area::Lasting.set(key, &serde_json::to_string(value).unwrap_or_default())
}

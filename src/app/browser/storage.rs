//! What the browser keeps for us, as JSON.
//!
//! `gloo-storage` does the reading and writing. It panics where storage is
//! forbidden, so every function first asks the browser itself.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why the browser did not keep something. None of it is fatal: the page goes on
/// and says that it will not be remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// Private mode, blocked by a policy, or no storage at all.
    Unavailable,
    /// No room is left.
    Full,
}

/// Whether there is storage.
///
/// # Errors
///
/// Where there is none, [`StorageError::Unavailable`].
pub fn probe() -> Result<(), StorageError> {
    storage().map(drop)
}

/// What is kept under `key`: nothing where it cannot be read or understood.
pub fn load<T: DeserializeOwned>(key: &str) -> Option<T> {
    storage().ok()?;
    LocalStorage::get(key).ok()
}

/// Keeps `value` under `key`.
///
/// # Errors
///
/// Where there is no storage or no room in it.
pub fn save<T: Serialize>(key: &str, value: &T) -> Result<(), StorageError> {
    storage()?;
    LocalStorage::set(key, value).map_err(|_| StorageError::Full)
}

/// Forgets what is kept under `key`.
pub fn delete(key: &str) {
    if storage().is_ok() {
        LocalStorage::delete(key);
    }
}

/// All keys that start with `prefix`, in no order.
pub fn keys(prefix: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect()
}

fn storage() -> Result<web_sys::Storage, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Unavailable)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Unavailable)
}

//! Taking everything of ours off the device.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::CacheStorage;

use super::database;
use super::storage::Area;

/// Deletes all that starts with `prefix` in both storages, the database, and our caches.
/// Reads back, and says whether nothing is left.
pub async fn everything(prefix: &str) -> bool {
    for area in [Area::Lasting, Area::Passing] {
        for key in area.keys(prefix) {
            area.delete(&key);
        }
    }
    let is_database_gone = database::delete_all().await;
    let are_caches_gone = delete_caches().await.unwrap_or(true);
    // Last, so that it also sees what another tab has written meanwhile.
    let is_storage_empty =
        [Area::Lasting, Area::Passing].into_iter().all(|area| area.keys(prefix).is_empty());
    is_storage_empty && is_database_gone && are_caches_gone
}

/// Nothing where the browser has no caches.
async fn delete_caches() -> Option<bool> {
    let caches = web_sys::window()?.caches().ok().filter(|caches| !caches.is_undefined())?;
    for name in cache_names(&caches).await? {
        // Read back below.
        let _ = JsFuture::from(caches.delete(&name)).await;
    }
    Some(cache_names(&caches).await?.is_empty())
}

async fn cache_names(caches: &CacheStorage) -> Option<Vec<String>> {
    let all = JsFuture::from(caches.keys()).await.ok()?.dyn_into::<Array>().ok()?;
    let names = all.iter().filter_map(|name| name.as_string());
    Some(names.filter(|name| name.starts_with(database::NAME)).collect())
}

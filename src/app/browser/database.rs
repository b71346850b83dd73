//! The database beside the storage: texts by key, for photos that find no room there.
//!
//! It is opened for each use and closed after it, so that no tab hinders another in
//! deleting it.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode,
};

use super::storage::StorageError;

/// Its name.
pub const NAME: &str = "renzheng";
const STORE: &str = "photos";

/// Keeps a text. When this is done, it is on the disk.
///
/// # Errors
///
/// Where there is no database or no room in it.
pub async fn put(key: &str, text: &str) -> Result<(), StorageError> {
    let open = Open::new(IdbTransactionMode::Readwrite).await?;
    let put = open.store.put_with_key(&text.into(), &key.into());
    put.map_err(|_| StorageError::Full)?;
    open.complete().await.map_err(|_| StorageError::Full)
}

/// The text under a key.
pub async fn get(key: &str) -> Option<String> {
    let open = Open::new(IdbTransactionMode::Readonly).await.ok()?;
    answer(&open.store.get(&key.into()).ok()?).await.ok()?.as_string()
}

/// Deletes a key, there or not.
pub async fn delete(key: &str) {
    if let Ok(open) = Open::new(IdbTransactionMode::Readwrite).await {
        // Fails for no valid key.
        let _ = open.store.delete(&key.into());
        let _ = open.complete().await;
    }
}

/// Deletes the database, and says whether it is gone.
pub async fn delete_all() -> bool {
    // Where there is no database, nothing is in it.
    let Some(factory) = factory() else { return true };
    let Ok(request) = factory.delete_database(NAME) else { return true };
    let is_deleted = JsFuture::from(Promise::new(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
        // Another tab has it open; it is deleted when that ends.
        request.set_onblocked(Some(&fail));
    }))
    .await
    .is_ok();
    is_deleted && !is_there(&factory).await
}

/// Whether the browser still lists it. Some cannot list.
async fn is_there(factory: &IdbFactory) -> bool {
    let listed = async {
        let list = Reflect::get(factory, &"databases".into())?.dyn_into::<js_sys::Function>()?;
        let promise = list.call0(factory)?.dyn_into::<Promise>()?;
        let all = JsFuture::from(promise).await?.dyn_into::<Array>()?;
        let name = |info: JsValue| Reflect::get(&info, &"name".into()).ok()?.as_string();
        Ok::<_, JsValue>(all.iter().any(|info| name(info).as_deref() == Some(NAME)))
    };
    listed.await.unwrap_or_default()
}

/// The database, open for one transaction. Dropping it closes it when that is over.
struct Open {
    database: IdbDatabase,
    transaction: IdbTransaction,
    store: IdbObjectStore,
}

impl Open {
    async fn new(mode: IdbTransactionMode) -> Result<Self, StorageError> {
        Self::try_new(mode).await.map_err(|_| StorageError::Unavailable)
    }

    async fn try_new(mode: IdbTransactionMode) -> Result<Self, JsValue> {
        let request = factory().ok_or(JsValue::NULL)?.open_with_u32(NAME, 1)?;
        let upgrade = Closure::once({
            let request = request.clone();
            move || {
                let database =
                    request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok());
                database.map(|database| database.create_object_store(STORE).is_ok());
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let database = answer(&request).await?.dyn_into::<IdbDatabase>()?;
        let opened = database.transaction_with_str_and_mode(STORE, mode).and_then(|transaction| {
            let store = transaction.object_store(STORE)?;
            Ok((transaction, store))
        });
        match opened {
            Ok((transaction, store)) => Ok(Self { database, transaction, store }),
            Err(error) => {
                database.close();
                Err(error)
            }
        }
    }

    /// Waits until what was asked for is done.
    async fn complete(&self) -> Result<(), JsValue> {
        JsFuture::from(Promise::new(&mut |done, fail| {
            self.transaction.set_oncomplete(Some(&done));
            self.transaction.set_onabort(Some(&fail));
        }))
        .await
        .map(drop)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// Waits for a request. The two ends of the promise are the listeners themselves.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
    }))
    .await?;
    request.result()
}

fn factory() -> Option<IdbFactory> {
    // A getter that throws where it is forbidden.
    web_sys::window()?.indexed_db().ok().flatten()
}

//! The database beside the storage: texts by key, for photos that find no room there.
//!
//! It is opened for each use and closed after it, so that no tab hinders another in
//! deleting it.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransactionMode as Mode};

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
    let done = transact(Mode::Readwrite, |store| store.put_with_key(&text.into(), &key.into()));
    done.await.map(drop).ok_or(StorageError::Full)
}

/// The text under a key.
pub async fn get(key: &str) -> Option<String> {
    transact(Mode::Readonly, |store| store.get(&key.into())).await?.as_string()
}

/// Deletes a key, there or not.
pub async fn delete(key: &str) {
    transact(Mode::Readwrite, |store| store.delete(&key.into())).await;
}

/// Deletes the database, and says whether it is gone.
pub async fn delete_all() -> bool {
    // Where there is no database, nothing is in it.
    let Some(factory) = factory() else { return true };
    let Ok(request) = factory.delete_database(NAME) else { return true };
    let settled = settled(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
        // Another tab has it open; it is deleted when that ends.
        request.set_onblocked(Some(&fail));
    })
    .await;
    settled.is_ok() && !is_there(&factory).await
}

/// Whether the browser still lists it. Some cannot list.
async fn is_there(factory: &IdbFactory) -> bool {
    let listed = async {
        let list = Reflect::get(factory, &"databases".into())?.dyn_into::<Function>()?;
        let promise = list.call0(factory)?.dyn_into::<Promise>()?;
        let all = JsFuture::from(promise).await?.dyn_into::<Array>()?;
        let name = |info: JsValue| Reflect::get(&info, &"name".into()).ok()?.as_string();
        Ok::<_, JsValue>(all.iter().any(|info| name(info).as_deref() == Some(NAME)))
    };
    listed.await.unwrap_or_default()
}

type Ask<'a> = &'a dyn Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>;

/// One request in a transaction of its own: what it brings, when all is done.
async fn transact(
    mode: Mode,
    ask: impl Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Option<JsValue> {
    let database = open().await.ok()?;
    let brought = ask_of(&database, mode, &ask).await;
    database.close();
    brought.ok()
}

async fn ask_of(database: &IdbDatabase, mode: Mode, ask: Ask<'_>) -> Result<JsValue, JsValue> {
    let transaction = database.transaction_with_str_and_mode(STORE, mode)?;
    let request = ask(&transaction.object_store(STORE)?)?;
    settled(&mut |done, fail| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&fail));
    })
    .await?;
    request.result()
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let request = factory().ok_or(JsValue::NULL)?.open_with_u32(NAME, 1)?;
    let upgrade = Closure::once({
        let request = request.clone();
        move || {
            let database = request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok());
            database.map(|database| database.create_object_store(STORE).is_ok());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    settled(&mut |done, fail| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&fail));
    })
    .await?;
    request.result()?.dyn_into()
}

/// Waits for one of two listeners: the two ends of a promise are listeners themselves.
async fn settled(listen: &mut dyn FnMut(Function, Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, fail| listen(done, fail))).await
}

fn factory() -> Option<IdbFactory> {
    // A getter that throws where it is forbidden.
    web_sys::window()?.indexed_db().ok().flatten()
}

//! Has a photo read: by a script of its own, `web/reading.js`, which is fetched with everything it
//! needs when the first photo is there to be read.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// What was read of a photo of that kind, as JSON; nothing where it was not read, for whatever
/// reason. Then no other should be given either.
pub async fn read(bytes: &[u8], kind: &str) -> Option<String> {
    let global = js_sys::global();
    let read = Reflect::get(&global, &"readPhoto".into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = read.call2(&global, &Uint8Array::from(bytes), &kind.into()).ok()?;
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?.as_string()
}

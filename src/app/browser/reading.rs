//! Has a photo read: by a script of its own, `web/reading.js`, which is fetched with everything it
//! needs when the first photo is there to be read.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Tells what was read of a photo of that kind, as JSON; nothing where it was not read, for
/// whatever reason. Then no other should be given either.
pub fn read(bytes: Option<Vec<u8>>, kind: &str, then: impl FnOnce(Option<String>) + 'static) {
    let then = Closure::once_into_js(move |json: JsValue| then(json.as_string()));
    let global = js_sys::global();
    let bytes = bytes.map(|bytes| Uint8Array::from(&bytes[..]));
    let read = Reflect::get(&global, &"readPhoto".into()).unwrap_or_default();
    // It is there in every build, and throws nothing.
    let _ = read.unchecked_ref::<Function>().call3(&global, &bytes.into(), &kind.into(), &then);
}

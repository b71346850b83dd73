//! What JavaScript can call. Each export converts, calls, converts.
//!
//! `npm/index.js`, `npm/lite.js` and `npm/process.js` wrap these and `npm/index.d.ts` describes them;
//! there the shapes and the errors are documented for their users.

#![allow(clippy::missing_errors_doc)] // In `npm/index.d.ts`: `RenzhengError`.

#[cfg(feature = "bench")]
mod bench;
#[cfg(feature = "npm-lite")]
mod form;
mod js;
#[cfg(feature = "npm")]
mod photo;
#[cfg(feature = "npm-process")]
mod process;
// The process reads findings only.
#[cfg_attr(not(feature = "npm-lite"), allow(dead_code))]
mod read;
#[cfg(feature = "npm-reader")]
mod reader;
#[cfg(feature = "npm")]
mod wechat;

use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Turns the first panic into a line on the console. Called once by `init`. The entry without
/// the photo code, which decodes nothing, goes without: it would be its hundredth part.
#[cfg(feature = "npm")]
#[wasm_bindgen(js_name = setPanicHook)]
pub fn set_panic_hook() {
    console_error_panic_hook::set_once();
}

/// The only way in which a failure leaves this module: an `Error` with a `code`.
fn failure(code: &str, message: &str) -> JsValue {
    let error = js::Error::new(message);
    error.set_code(code);
    error.into()
}

/// An answer as JSON text, which is read faster than objects are built one property at a time.
fn to_json<T: Serialize>(value: &T) -> Result<String, JsValue> {
    serde_json::to_string(value)
        .map_err(|_| failure("renzheng.internal", "cannot write the answer"))
}

#[cfg_attr(not(feature = "npm-lite"), allow(dead_code))]
fn day(text: &str) -> Result<crate::date::Date, JsValue> {
    text.parse().map_err(|_| failure("renzheng.bad-options", "today: expected a day as YYYY-MM-DD"))
}

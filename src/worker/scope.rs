//! The worker's global object.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives.
pub(super) fn on_message(listen: impl Fn(MessageEvent) + 'static) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(listen);
    global().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Sends a copy of `message` to the page.
pub(super) fn post(message: &JsValue) {
    // Plain data can always be copied.
    let _ = global().post_message(message);
}

fn global() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

//! The worker's global object.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for as long as the worker lives.
pub(super) fn on_message(listen: impl Fn(MessageEvent) + 'static) {
    let closure = Closure::<dyn Fn(MessageEvent)>::new(listen);
    global().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Makes an error of a promise that failed and that nobody waits for: errors reach
/// the page, which then replaces the worker; promises do not.
pub(super) fn report_rejections() {
    let closure = Closure::<dyn Fn(JsValue)>::new(|event: JsValue| {
        let global = global();
        let reason = Reflect::get(&event, &"reason".into()).unwrap_or(event);
        let report = Reflect::get(&global, &"reportError".into());
        if let Ok(report) = report.and_then(JsCast::dyn_into::<Function>) {
            // It throws nothing but what it is given, and that to nobody.
            let _ = report.call1(&global, &reason);
        }
    });
    let listener = closure.as_ref().unchecked_ref();
    // Fails for no event that exists.
    let _ = global().add_event_listener_with_callback("unhandledrejection", listener);
    closure.forget();
}

/// Sends a copy of `message` to the page.
pub(super) fn post(message: &JsValue) {
    // Plain data can always be copied.
    let _ = global().post_message(message);
}

/// Fetches a file that lies beside the worker.
#[cfg(feature = "journey")]
pub(super) fn fetch(name: &str) -> js_sys::Promise {
    global().fetch_with_str(name)
}

fn global() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

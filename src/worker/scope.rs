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

/// Fetches as told. It fails like `fetch` does.
#[cfg(feature = "journey")]
pub(super) fn fetch_with(url: &str, init: &js_sys::Object) -> js_sys::Promise {
    let global = global();
    let fetched = Reflect::get(&global, &"fetch".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|fetch| fetch.call2(&global, &url.into(), init));
    match fetched {
        Ok(promise) => promise.unchecked_into(),
        Err(error) => js_sys::Promise::reject(&error),
    }
}

/// A promise of nothing, after a while.
#[cfg(feature = "journey")]
pub(super) fn sleep(ms: u32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        // Timers can always be set.
        let _ = global().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    })
}

/// Listens for what the page's policy stops, for as long as the worker lives.
#[cfg(feature = "journey")]
pub(super) fn on_violation(listen: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(listen);
    let listener = closure.as_ref().unchecked_ref();
    // Fails for no event that exists.
    let _ = global().add_event_listener_with_callback("securitypolicyviolation", listener);
    closure.forget();
}

fn global() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

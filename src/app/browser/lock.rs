//! Doing something while no other tab does the same (Web Locks).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;

/// Runs `work` alone among all tabs; at once where the browser knows no locks.
pub fn alone(name: &str, work: impl FnOnce() + 'static) {
    let Some((locks, request)) = locks() else { return work() };
    let work = Closure::once_into_js(work);
    // Refused only where storage is forbidden too.
    let _ = request.call2(&locks, &name.into(), &work);
}

/// Runs `work`, which takes its time, alone among all tabs.
pub fn alone_until(name: &str, work: impl Future<Output = ()> + 'static) {
    let Some((locks, request)) = locks() else {
        wasm_bindgen_futures::spawn_local(work);
        return;
    };
    let work = Closure::once_into_js(move || -> Promise {
        wasm_bindgen_futures::future_to_promise(async {
            work.await;
            Ok(JsValue::UNDEFINED)
        })
    });
    let _ = request.call2(&locks, &name.into(), &work);
}

fn locks() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

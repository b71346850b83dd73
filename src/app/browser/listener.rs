//! Listening to the window for as long as a component lives.

use leptos::prelude::*;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use web_sys::Window;

/// Listens to an event of the window until the present reactive owner goes.
pub fn on_window<E: FromWasmAbi + 'static>(name: &'static str, listen: impl Fn(E) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn(E)>::new(listen);
    // Fails for no event that exists.
    let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    StoredValue::new_local(Listener { window, name, closure });
}

struct Listener<E: ?Sized + 'static> {
    window: Window,
    name: &'static str,
    closure: Closure<dyn Fn(E)>,
}

impl<E: ?Sized> Drop for Listener<E> {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        let _ = self.window.remove_event_listener_with_callback(self.name, function);
    }
}

//! Listening to the window for as long as a component lives, and to all that is inside of an
//! element.

use leptos::prelude::*;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, Window};

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

/// Listens to events of everything inside an element, and stops when it is dropped.
pub struct Delegate {
    place: Element,
    names: &'static [&'static str],
    closure: Closure<dyn Fn(Event)>,
}

impl Delegate {
    /// Listens to events of these names.
    pub fn on(
        place: &Element,
        names: &'static [&'static str],
        listen: impl Fn(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(listen);
        let function = closure.as_ref().unchecked_ref();
        for name in names {
            // Fails for no event that exists.
            let _ = place.add_event_listener_with_callback(name, function);
        }
        Self { place: place.clone(), names, closure }
    }
}

impl std::fmt::Debug for Delegate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Delegate({:?})", self.names)
    }
}

impl Drop for Delegate {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for name in self.names {
            let _ = self.place.remove_event_listener_with_callback(name, function);
        }
    }
}

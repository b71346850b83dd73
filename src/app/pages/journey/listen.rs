//! What a person does on a page of an application, by delegation: one listener for all of it.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, FormData, HtmlFormElement};

use super::copy;
use super::question::object;
use super::walk::{Act, Walk};
use crate::app::browser::{document, morph};
use crate::app::state::grouping::grouped;

const EVENTS: [&str; 4] = ["input", "change", "submit", "click"];

/// Listens to everything inside an element for as long as it lives.
pub(super) struct Listener {
    place: Element,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    pub(super) fn on(place: &Element, listen: impl Fn(Event) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(listen);
        let function = closure.as_ref().unchecked_ref();
        for name in EVENTS {
            // Fails for no event that exists.
            let _ = place.add_event_listener_with_callback(name, function);
        }
        Self { place: place.clone(), closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.closure.as_ref().unchecked_ref();
        for name in EVENTS {
            let _ = self.place.remove_event_listener_with_callback(name, function);
        }
    }
}

/// Hears an event.
pub(super) fn hear(walk: &Walk, event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else { return };
    // The photos have listeners of their own.
    if closest(&target, "[data-host]").is_some() {
        return;
    }
    match event.type_().as_str() {
        "input" => typed(walk, event, &target),
        "change" => chosen(walk, &target),
        "submit" => submitted(walk, event, &target),
        _ => clicked(walk, event, &target),
    }
}

fn typed(walk: &Walk, event: &Event, field: &Element) {
    if morph::is_choice(field) || field.tag_name() == "SELECT" {
        return;
    }
    let mut text = get(field, "value").as_string().unwrap_or_default();
    let is_composing = get(event, "isComposing").is_truthy();
    if let Some(groups) = field.get_attribute("data-groups").filter(|_| !is_composing) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let caret = get(field, "selectionStart").as_f64().unwrap_or_default() as usize;
        let (shown, caret) = grouped(&text, caret, &groups);
        if shown != text {
            text = shown;
            set(field, "value", &text.as_str().into());
            for end in ["selectionStart", "selectionEnd"] {
                set(field, end, &caret.into());
            }
        }
    }
    write(walk, field, Some(text).filter(|text| !text.is_empty()));
}

fn chosen(walk: &Walk, field: &Element) {
    if morph::is_choice(field) || field.tag_name() == "SELECT" {
        let is_off = morph::is_choice(field) && !get(field, "checked").is_truthy();
        let value = get(field, "value").as_string().filter(|value| !is_off && !value.is_empty());
        write(walk, field, value);
    }
    if field.has_attribute("data-live") {
        walk.show();
    }
}

/// Writes a field into the draft. Names that begin with `_` are of the page alone.
fn write(walk: &Walk, field: &Element, value: Option<String>) {
    let name = field.get_attribute("name").unwrap_or_default();
    if !name.is_empty() && !name.starts_with('_') {
        // Texts can always be written.
        walk.write(&name, value.and_then(|value| serde_json::to_string(&value).ok()));
    }
}

fn submitted(walk: &Walk, event: &Event, form: &Element) {
    event.prevent_default();
    let submitter = get(event, "submitter").dyn_into::<Element>().ok();
    // A button of several says itself what it does.
    let button = submitter.filter(|button| button.has_attribute("data-act"));
    act(walk, button.as_ref().unwrap_or(form), Some(form));
}

fn clicked(walk: &Walk, event: &Event, target: &Element) {
    if let Some(button) = closest(target, "[data-copy]") {
        copy::copy(walk.session(), &button);
    } else if closest(target, "[data-print]").is_some() {
        document::print();
    } else if let Some(button) = closest(target, "button[type=button][data-act]") {
        act(walk, &button, closest(target, "form").as_ref());
    } else if let Some(button) = closest(target, "[data-focus]") {
        document::focus_inside(&button.get_attribute("data-focus").unwrap_or_default());
    } else if let Some(link) = closest(target, "a[href^=\"#\"]") {
        let to = link.get_attribute("href").unwrap_or_default();
        // A place on this page is no address.
        if !to.starts_with("#/") {
            event.prevent_default();
            document::focus_inside(&to[1..]);
        }
    }
}

/// Tells an act, with the values of its form.
fn act(walk: &Walk, source: &Element, form: Option<&Element>) {
    let Some(name) = source.get_attribute("data-act") else { return };
    let arg = source.get_attribute("data-arg").unwrap_or_default();
    let form = form.and_then(|form| form.dyn_ref::<HtmlFormElement>());
    let values = form.and_then(|form| FormData::new_with_form(form).ok());
    let values = values.map_or_else(Array::new, |values| Array::from(&values));
    walk.act(Act {
        address: walk.address(),
        key: [&name, " ", &arg].concat(),
        what: object(&[("name", &name.into()), ("arg", &arg.into()), ("form", &values)]),
        has_photos: source.get_attribute("data-with").as_deref() == Some("photos"),
    });
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn set(of: &JsValue, name: &str, value: &JsValue) {
    // A date has no caret: then it has none.
    let _ = Reflect::set(of, &name.into(), value);
}

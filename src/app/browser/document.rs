//! The document around the page: title, language, focus, address.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::text::Locale;

/// Takes away what was shown until the page was there.
pub fn remove_placeholder() {
    if let Some(placeholder) = element("boot") {
        placeholder.remove();
    }
}

/// Tells browser and screen reader what is shown, and in which language.
pub fn describe(locale: Locale, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(&format!("{title} · {}", locale.ui().product));
    if let Some(root) = document.document_element() {
        // The name is valid, so this cannot fail.
        let _ = root.set_attribute("lang", locale.tag());
    }
}

/// Moves the focus to the heading of the page, so that a screen reader says where
/// one has come to.
pub fn focus_heading() {
    focus_first("h1");
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus to the element of that id, if there is one that takes it.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An element that takes no focus stays as it is.
        let _ = element.focus();
    }
}

/// Moves the focus to the element of that id, or to the first field inside.
pub fn focus_inside(id: &str) {
    let Some(element) = element(id) else { return };
    let field = element.query_selector("input, select, textarea").ok().flatten();
    let field = field.and_then(|field| field.dyn_into::<HtmlElement>().ok());
    let target = field.unwrap_or(element);
    target.scroll_into_view();
    let _ = target.focus();
}

/// Whether the focus is inside an element.
pub fn has_focus(element: &web_sys::Element) -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|active| element.contains(Some(&active)))
}

/// Goes to an address, which stands behind the `#`.
pub fn go(address: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only where the browser fears an endless loop.
        let _ = window.location().set_hash(address);
    }
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Brings the element of that id into view.
pub fn scroll_to(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// What stands behind the `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The address that relative ones are relative to.
pub fn base() -> Option<String> {
    document()?.base_uri().ok().flatten()
}

/// Opens the dialog of that id above everything else.
pub fn show_dialog(dialog: &web_sys::HtmlDialogElement) {
    // Refused where it is open already, which is as well.
    let _ = dialog.show_modal();
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// The languages that the reader prefers, best first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

fn focus_first(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

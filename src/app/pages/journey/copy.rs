//! Copying a value by a tap.

use std::time::Duration;

use leptos::prelude::set_timeout;
use web_sys::Element;

use crate::app::browser::clipboard;
use crate::app::state::Session;

/// How long the button says that it is done. Chosen by us.
const DONE_FOR: Duration = Duration::from_secs(2);

/// Copies the text of a button, which then says so.
pub(super) fn copy(session: Session, button: &Element) {
    let text = button.get_attribute("data-copy").unwrap_or_default();
    let button = button.clone();
    wasm_bindgen_futures::spawn_local(async move {
        if !clipboard::write(&text).await {
            return;
        }
        let done = button.get_attribute("data-done").unwrap_or_default();
        // What it is about is said to screen readers only, and comes back with it.
        let before = button.inner_html();
        if before == done {
            return;
        }
        session.say(done.clone());
        button.set_text_content(Some(&done));
        set_timeout(move || button.set_inner_html(&before), DONE_FOR);
    });
}

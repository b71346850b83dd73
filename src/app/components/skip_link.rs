//! The link over the header, for the keyboard.

use leptos::prelude::*;

use crate::app::browser::document;
use crate::app::state::say;

/// A link over the header to what the page is about.
///
/// Accessibility: the first stop of the Tab key, seen only there. It moves the
/// focus itself: its target is no route, and must not become the address.
#[component]
pub fn SkipLink() -> impl IntoView {
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        document::focus("main");
    };
    view! {
        <a class="rz-skip-link" href="#main" on:click=skip>{say(|ui| ui.skip_to_content)}</a>
    }
}

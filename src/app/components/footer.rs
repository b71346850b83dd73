//! The foot of every page.

use leptos::prelude::*;

use crate::app::state::say;

/// What the product is not.
///
/// Accessibility: the content information landmark.
#[component]
pub fn Footer() -> impl IntoView {
    view! {
        <footer class="rz-footer">
            <p class="rz-footer__text">{say(|ui| ui.footer)}</p>
        </footer>
    }
}

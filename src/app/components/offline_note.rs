//! What is said while there is no network.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::browser::{document, listener};
use crate::app::state::say;

/// Says that there is no network, and what works all the same.
///
/// Accessibility: a status, in the document from the start.
#[component]
pub fn OfflineNote() -> impl IntoView {
    let is_offline = RwSignal::new(document::is_offline());
    listener::on_window("offline", move |_: Event| is_offline.set(true));
    listener::on_window("online", move |_: Event| is_offline.set(false));
    let offline = say(|ui| ui.offline);
    let words = move || if is_offline.get() { offline() } else { "" };
    view! { <p class="rz-offline" role="status">{words}</p> }
}

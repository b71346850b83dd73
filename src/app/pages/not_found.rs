//! The page for an address that leads nowhere.

use leptos::prelude::*;

use crate::app::components::Look;
use crate::app::route::Route;
use crate::app::state::say;

/// For an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <div class="rz-page__column">
            <h1 tabindex="-1">{say(|ui| ui.not_found_title)}</h1>
            <p class="rz-page__lead">{say(|ui| ui.not_found_text)}</p>
            <p><a class=Look::Primary.class() href=Route::Start.href()>{say(|ui| ui.not_found_back)}</a></p>
        </div>
    }
}

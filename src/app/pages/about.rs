//! The page about the product and privacy.

use leptos::prelude::*;

use crate::app::components::Look;
use crate::app::route::Route;
use crate::app::state::{say, use_locale};

/// How it works, what happens to the photos, what it cannot do, where it runs.
#[component]
pub fn AboutPage() -> impl IntoView {
    let locale = use_locale();
    let sections = move || {
        let section = |&(heading, paragraphs): &(&'static str, &'static [&'static str])| {
            let paragraphs = paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
            view! { <section class="rz-page__section"><h2>{heading}</h2>{paragraphs}</section> }
        };
        locale.get().ui().about.iter().map(section).collect_view()
    };
    view! {
        <div class="rz-page__column">
            <h1 tabindex="-1">{say(|ui| ui.about_title)}</h1>
            <p class="rz-page__lead">{say(|ui| ui.promise)}</p>
            {sections}
            <p><a class=Look::Primary.class() href=Route::Photo.href()>{say(|ui| ui.about_back)}</a></p>
        </div>
    }
}

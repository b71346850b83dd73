//! The switch to the other language.

use leptos::prelude::*;

use crate::app::state::{locale, use_locale};
use crate::text::Locale;

/// Switches to the other language.
///
/// Accessibility: named in the language that it leads to, and marked as being in
/// that language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let locale = use_locale();
    let other = move || match locale.get() {
        Locale::ZhHans => Locale::En,
        Locale::En => Locale::ZhHans,
    };
    view! {
        <button
            type="button"
            class="rz-language-switch"
            lang=move || other().tag()
            on:click=move |_| locale::switch(locale, other())
        >
            {move || other().ui().language}
        </button>
    }
}

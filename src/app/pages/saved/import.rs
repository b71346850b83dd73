//! A file becomes a draft.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File};

use super::card::lock_problem;
use super::passphrase::{Ask, PassphraseForm};
use crate::app::browser::files;
use crate::app::components::Look;
use crate::app::state::drafts::{ImportError, import};
use crate::app::state::locale::say_of_drafts;
use crate::app::state::use_locale;
use crate::text::Locale;
use crate::wire::snapshot::{DraftId, Unreadable};

/// Larger files are no drafts: 13 photos of 200 KB in Base64 are 3.5 million characters.
/// Chosen by us, so that a video picked by mistake is not read into memory.
const MOST_BYTES: f64 = 50_000_000.0;

/// Takes a file, and asks for its passphrase where it has one.
#[component]
pub fn ImportForm(
    /// Called with the new draft.
    on_imported: Callback<DraftId>,
) -> impl IntoView {
    let locale = use_locale();
    let text = StoredValue::new(None::<String>);
    let is_locked = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<&'static str>);

    let read = move |passphrase: Option<String>| {
        let Some(given) = text.get_value() else { return };
        is_busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let imported = import(&given, passphrase.as_deref()).await;
            is_busy.set(false);
            match imported {
                Ok(id) => {
                    text.set_value(None);
                    is_locked.set(false);
                    on_imported.run(id);
                }
                Err(ImportError::PassphraseNeeded) => is_locked.set(true),
                Err(error) => problem.set(Some(import_problem(error, locale.get_untracked()))),
            }
        });
    };
    let choose = move |event: Event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        is_locked.set(false);
        problem.set(None);
        spawn_local(async move {
            let Some(given) = text_of(&file).await else {
                problem.set(Some(locale.get_untracked().drafts().file_damaged));
                return;
            };
            text.set_value(Some(given));
            read(None);
        });
    };
    view! {
        <section class="rz-page__section">
            <h2>{say_of_drafts(|text| text.import_heading)}</h2>
            <p>{say_of_drafts(|text| text.import_hint)}</p>
            <label class=Look::Secondary.class()>
                <input
                    type="file"
                    class="rz-file-drop__input"
                    accept=".json,application/json"
                    data-testid="import"
                    on:change=choose
                />
                <span>{say_of_drafts(|text| text.import_action)}</span>
            </label>
            <Show
                when=move || is_locked.get()
                fallback=move || view! { <p class="rz-field__problem" role="alert">{move || problem.get()}</p> }
            >
                <p>{say_of_drafts(|text| text.file_is_locked)}</p>
                <PassphraseForm
                    id="import".to_owned()
                    ask=Ask::Present
                    action=|text| text.unlock
                    problem
                    is_busy
                    on_submit=Callback::new(move |passphrase| read(Some(passphrase)))
                />
            </Show>
        </section>
    }
}

async fn text_of(file: &File) -> Option<String> {
    if MOST_BYTES < file.size() {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

fn import_problem(error: ImportError, locale: Locale) -> &'static str {
    let text = locale.drafts();
    match error {
        ImportError::Unreadable(Unreadable::Future(_)) => text.file_from_the_future,
        ImportError::Unreadable(Unreadable::Damaged) => text.file_damaged,
        ImportError::Empty => text.file_empty,
        ImportError::PassphraseNeeded => text.file_is_locked,
        ImportError::Lock(error) => lock_problem(error, locale),
        ImportError::NotSaved(_) => text.file_has_no_room,
    }
}

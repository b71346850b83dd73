//! A passphrase is asked for: a new one, or the one that was chosen.

use leptos::prelude::*;
use web_sys::SubmitEvent;

use crate::app::components::Look;
use crate::app::state::locale::{DraftWords, say_of_drafts};

/// The fewest characters of a passphrase. NIST SP 800-63B-4, 3.1.1.2: at least eight
/// where it is one of two factors; the device is the other here.
const LEAST: usize = 8;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// For one that opens.
    Present,
    /// For a new one, twice, since nobody can tell it later.
    New,
    /// For a new one or none.
    NewOrNone,
}

/// Asks for a passphrase.
///
/// Accessibility: native password fields with labels; what is wrong stands in an alert
/// that the field names as its description.
#[component]
pub fn PassphraseForm(
    /// The ids of its elements start so.
    id: String,
    /// What is asked.
    ask: Ask,
    /// The name of the deed.
    action: DraftWords,
    /// What is wrong with the last one.
    problem: RwSignal<Option<&'static str>>,
    /// Whether the last one is being tried.
    is_busy: RwSignal<bool>,
    /// Called with the passphrase.
    on_submit: Callback<String>,
) -> impl IntoView {
    let (first, second) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let mismatch = RwSignal::new(None::<DraftWords>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        let (passphrase, again) = (first.get_untracked(), second.get_untracked());
        let is_none = ask == Ask::NewOrNone && passphrase.is_empty() && again.is_empty();
        let is_new = ask != Ask::Present && !is_none;
        problem.set(None);
        mismatch.set(match () {
            () if is_new && passphrase.chars().count() < LEAST => {
                Some(|text| text.passphrase_short)
            }
            () if is_new && passphrase != again => Some(|text| text.passphrases_differ),
            () if passphrase.is_empty() && !is_none => Some(|text| text.passphrase_missing),
            () => None,
        });
        if mismatch.get_untracked().is_none() {
            on_submit.run(passphrase);
        }
    };
    let ids = [format!("{id}-first"), format!("{id}-second"), format!("{id}-problem")];
    let problem_id = ids[2].clone();
    let field = move |id: String, label: DraftWords, value: RwSignal<String>| {
        let complete = if ask == Ask::Present { "current-password" } else { "new-password" };
        view! {
            <div class="rz-field">
                <label class="rz-field__label" for=id.clone()>{say_of_drafts(label)}</label>
                <input
                    class="rz-field__input"
                    type="password"
                    id=id
                    autocomplete=complete
                    aria-describedby=problem_id.clone()
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        }
    };
    let label: DraftWords = match ask {
        Ask::Present => |text| text.passphrase,
        Ask::New => |text| text.new_passphrase,
        Ask::NewOrNone => |text| text.passphrase_or_none,
    };
    let again =
        (ask != Ask::Present).then(|| field(ids[1].clone(), |text| text.passphrase_again, second));
    view! {
        <form class="rz-passphrase" on:submit=submit>
            {field(ids[0].clone(), label, first)}
            {again}
            <p class="rz-field__problem" role="alert" id=ids[2].clone()>
                {move || mismatch.get().map(|words| say_of_drafts(words)()).or_else(|| problem.get())}
            </p>
            <button type="submit" class=Look::Secondary.class() aria-disabled=move || is_busy.get().then_some("true")>
                {move || if is_busy.get() { say_of_drafts(|text| text.working)() } else { say_of_drafts(action)() }}
            </button>
        </form>
    }
}

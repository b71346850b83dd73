//! The choice of the document that a photo shows, for the next photos and for one.

use leptos::prelude::*;

use crate::app::state::{say, use_locale};
use crate::photo::Kind;
use crate::text::Name;

/// Asks which document the next photos show.
///
/// Accessibility: a named group of radio buttons, so that one Tab stop and the
/// arrow keys serve it; the whole chip is the target.
#[component]
pub fn KindPicker(
    /// What is picked.
    kind: RwSignal<Kind>,
) -> impl IntoView {
    let locale = use_locale();
    let option = move |of: Kind| {
        view! {
            <label class="rz-kind-picker__option">
                <input
                    type="radio"
                    class="rz-kind-picker__input"
                    name="kind"
                    value=of.as_str()
                    prop:checked=move || kind.get() == of
                    on:change=move |_| kind.set(of)
                />
                <span class="rz-kind-picker__label">{move || of.name(locale.get())}</span>
            </label>
        }
    };
    view! {
        <fieldset class="rz-kind-picker">
            <legend class="rz-kind-picker__legend">{say(|ui| ui.kind_question)}</legend>
            <div class="rz-kind-picker__options">{Kind::ALL.map(option)}</div>
        </fieldset>
    }
}

/// Says, on its card, which document a photo shows.
///
/// Accessibility: a native select with a name of its own.
#[component]
pub fn KindSelect(
    /// What is picked.
    kind: Signal<Kind>,
    /// Called with another kind.
    on_pick: Callback<Kind>,
) -> impl IntoView {
    let locale = use_locale();
    let option = move |of: Kind| {
        view! {
            <option value=of.as_str() selected=move || kind.get() == of>
                {move || of.name(locale.get())}
            </option>
        }
    };
    let pick = move |event| {
        if let Some(kind) = Kind::from_name(&event_target_value(&event)) {
            on_pick.run(kind);
        }
    };
    view! {
        <select
            class="rz-kind-picker__select"
            aria-label=say(|ui| ui.kind_label)
            prop:value=move || kind.get().as_str()
            on:change=pick
        >
            {Kind::ALL.map(option)}
        </select>
    }
}

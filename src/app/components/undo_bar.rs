//! The bar that offers to undo a removal.

use leptos::prelude::*;

use super::Look;
use crate::app::state::{say, use_locale};

/// Offers to put back what was removed last.
///
/// Accessibility: stays until it is used or closed: nobody has to hurry. It comes
/// where the focus was, and takes it.
#[component]
pub fn UndoBar(
    /// The name of what was removed.
    removed: Signal<Option<String>>,
    /// Called to put it back.
    on_undo: Callback<()>,
    /// Called to let it go.
    on_close: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let bar = move |name: String| {
        view! {
            <div class="rz-undo-bar">
                <p class="rz-undo-bar__text">{move || (locale.get().ui().removed)(&name)}</p>
                <button type="button" id="undo" class=Look::Secondary.class() on:click=move |_| on_undo.run(())>
                    {say(|ui| ui.undo)}
                </button>
                <button type="button" class=Look::Quiet.class() on:click=move |_| on_close.run(())>
                    {say(|ui| ui.close)}
                </button>
            </div>
        }
    };
    move || removed.get().map(bar)
}

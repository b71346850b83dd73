//! The question before something is lost for good.

use leptos::html;
use leptos::prelude::*;

use super::Look;
use crate::app::browser::document;
use crate::app::state::{locale::Words, say};

/// Asks before something is lost for good.
///
/// Accessibility: a native modal dialog with the role `alertdialog`; its first
/// button, which has the focus, changes nothing.
#[component]
pub fn ConfirmDialog(
    /// Whether it asks.
    is_open: RwSignal<bool>,
    /// What is asked.
    question: Words,
    /// What would happen.
    detail: Words,
    /// The name of the deed.
    action: Words,
    /// Called when the answer is yes.
    on_confirm: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let (true, Some(dialog)) = (is_open.get(), dialog.get()) {
            document::show_dialog(&dialog);
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="rz-confirm-dialog"
            role="alertdialog"
            aria-labelledby="confirm-question"
            aria-describedby="confirm-detail"
            node_ref=dialog
            on:close=move |_| is_open.set(false)
        >
            <h2 class="rz-confirm-dialog__question" id="confirm-question">{say(question)}</h2>
            <p class="rz-confirm-dialog__detail" id="confirm-detail">{say(detail)}</p>
            <div class="rz-confirm-dialog__buttons">
                <button type="button" class=Look::Secondary.class() on:click=move |_| close()>
                    {say(|ui| ui.keep)}
                </button>
                <button
                    type="button"
                    class=Look::Danger.class()
                    on:click=move |_| {
                        close();
                        on_confirm.run(());
                    }
                >
                    {say(action)}
                </button>
            </div>
        </dialog>
    }
}

//! Whether photos are kept, and the way to clear them.

use leptos::prelude::*;

use super::{ConfirmDialog, Icon, Look, Notice, Symbol};
use crate::app::browser::clock;
use crate::app::browser::storage::StorageError;
use crate::app::state::{Keeping, say, use_locale};

/// Whether photos stay on this device, and the way to take them off it.
///
/// Accessibility: plain text; a notice where photos will not stay.
#[component]
pub fn StorageStatus(
    /// How things are.
    keeping: Signal<Keeping>,
    /// Called, after a confirmation, when everything is to go.
    on_clear: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let asks = RwSignal::new(false);
    let status = move || match keeping.get() {
        Keeping::Kept(moment) => {
            let words = move || {
                let ui = locale.get().ui();
                match moment {
                    Some(moment) => (ui.saved_at)(&clock::local_time(moment)),
                    None => ui.saves_here.to_owned(),
                }
            };
            view! { <p class="rz-storage-status__text"><Icon symbol=Symbol::Shield/><span>{words}</span></p> }
                .into_any()
        }
        Keeping::Lost(StorageError::Unavailable) => {
            view! { <Notice symbol=Symbol::Warn>{say(|ui| ui.storage_forbidden)}</Notice> }
                .into_any()
        }
        Keeping::Lost(StorageError::Full) => {
            view! { <Notice symbol=Symbol::Warn>{say(|ui| ui.storage_full)}</Notice> }.into_any()
        }
    };
    view! {
        <div class="rz-storage-status">
            {status}
            <button type="button" class=Look::Quiet.class() on:click=move |_| asks.set(true)>
                {say(|ui| ui.clear_all)}
            </button>
            <ConfirmDialog
                is_open=asks
                question=|ui| ui.clear_question
                detail=|ui| ui.clear_detail
                action=|ui| ui.clear_confirm
                on_confirm=on_clear
            />
        </div>
    }
}

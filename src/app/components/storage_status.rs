//! Whether photos are kept, and the way to clear them.

use leptos::prelude::*;

use super::{ConfirmDialog, Icon, Look, Notice, Symbol};
use crate::app::browser::clock;
use crate::app::browser::storage::StorageError;
use crate::app::state::drafts::{Keeping, Status};
use crate::app::state::locale::Words;
use crate::app::state::{say, use_locale};
use crate::text::UiText;

/// Whether photos stay on this device, and the way to take them off it.
///
/// Accessibility: plain text; a notice where photos will not stay.
#[component]
pub fn StorageStatus(
    /// How things are.
    status: Signal<Status>,
    /// Called, after a confirmation, when everything is to go.
    on_clear: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let asks = RwSignal::new(false);
    let calm = move |status: &Status| {
        let ui = locale.get().ui();
        let saved = match status.keeping {
            Keeping::Saving => ui.saving.to_owned(),
            Keeping::Kept(Some(moment)) => (ui.saved_at)(&clock::local_time(moment)),
            _ => ui.saves_here.to_owned(),
        };
        let until = status.until.map(|until| (ui.kept_until)(&clock::local_date(until)));
        view! {
            <p class="rz-storage-status__text"><Icon symbol=Symbol::Shield/><span>{saved}" "{until}</span></p>
        }
    };
    let about = move |status: Status| {
        let warn: Words = match status.keeping {
            Keeping::Kept(_) | Keeping::Saving => return calm(&status).into_any(),
            Keeping::Lost(StorageError::Unavailable) => |ui| ui.storage_forbidden,
            Keeping::Lost(StorageError::Full) => |ui| ui.storage_full,
            Keeping::Newer => |ui| ui.storage_newer,
            Keeping::Locked => |ui| ui.storage_locked,
        };
        view! { <Notice symbol=Symbol::Warn>{say(warn)}</Notice> }.into_any()
    };
    let notes = move |status: &Status| {
        let ui: &UiText = locale.get().ui();
        let unkept = (!status.unkept.is_empty())
            .then(|| (ui.unkept)(&status.unkept.join(ui.list_separator)));
        let unreadable = (0 < status.unreadable).then(|| (ui.unreadable)(status.unreadable));
        let conflict = status.has_conflict.then(|| ui.changed_elsewhere.to_owned());
        let notice = |text: String| view! { <Notice symbol=Symbol::Warn>{text}</Notice> };
        [unkept, unreadable, conflict].into_iter().flatten().map(notice).collect_view()
    };
    view! {
        <div class="rz-storage-status">
            {move || about(status.get())}
            {move || notes(&status.get())}
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

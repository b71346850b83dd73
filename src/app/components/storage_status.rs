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
    let state = Memo::new(move |_| status.with(|status| (status.keeping, status.until)));
    let notes = Memo::new(move |_| {
        status.with(|status| (status.unkept.clone(), status.unreadable, status.has_conflict))
    });
    let calm = move |(keeping, until): (Keeping, Option<u64>)| {
        let ui = locale.get().ui();
        let saved = match keeping {
            Keeping::Saving => ui.saving.to_owned(),
            Keeping::Kept(Some(moment)) => (ui.saved_at)(&clock::local_time(moment)),
            _ => ui.saves_here.to_owned(),
        };
        let until = until.map(|until| (ui.kept_until)(&clock::local_date(until)));
        view! {
            <p class="rz-storage-status__text"><Icon symbol=Symbol::Shield/><span>{saved}" "{until}</span></p>
        }
    };
    let keeping = move || {
        let warn: Words = match state.get().0 {
            Keeping::Kept(_) | Keeping::Saving => return calm(state.get()).into_any(),
            Keeping::Lost(StorageError::Unavailable) => |ui| ui.storage_forbidden,
            Keeping::Lost(StorageError::Full) => |ui| ui.storage_full,
            Keeping::Newer => |ui| ui.storage_newer,
            Keeping::Locked => |ui| ui.storage_locked,
        };
        view! { <Notice symbol=Symbol::Warn>{say(warn)}</Notice> }.into_any()
    };
    let notices = move || {
        let (unkept, unreadable, has_conflict) = notes.get();
        let ui: &UiText = locale.get().ui();
        let unkept = (!unkept.is_empty()).then(|| (ui.unkept)(&unkept.join(ui.list_separator)));
        let unreadable = (0 < unreadable).then(|| (ui.unreadable)(unreadable));
        let conflict = has_conflict.then(|| ui.changed_elsewhere.to_owned());
        let notice = |text: String| view! { <Notice symbol=Symbol::Warn>{text}</Notice> };
        [unkept, unreadable, conflict].into_iter().flatten().map(notice).collect_view()
    };
    view! {
        <div class="rz-storage-status">
            {keeping}
            {notices}
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

//! Whether photos are kept, and the way to clear them.

use leptos::prelude::*;

use super::{ConfirmDialog, Icon, Look, Symbol};
use crate::app::browser::clock;
use crate::app::browser::storage::StorageError;
use crate::app::route::Route;
use crate::app::state::drafts::{Keeping, Status};
use crate::app::state::locale::say_of_drafts;
use crate::app::state::{say, use_locale};
use crate::text::UiText;

/// Whether photos stay on this device, and the way to take them off it.
///
/// Accessibility: plain text, set off where photos will not stay; no alert, for nothing
/// is urgent.
#[component]
pub fn StorageStatus(
    /// How things are.
    status: RwSignal<Status>,
    /// Called, after a confirmation, when everything is to go.
    on_clear: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let asks = RwSignal::new(false);
    let calm = move || calm_words(&status.read(), locale.get().ui());
    let warning = move || warnings(&status.read(), locale.get().ui());
    view! {
        <div class="rz-storage-status">
            <p class="rz-storage-status__text" hidden=move || calm().is_empty()>
                <Icon symbol=Symbol::Shield/>
                <span>{calm}</span>
            </p>
            <p class="rz-storage-status__warning" hidden=move || warning().is_empty()>
                <Icon symbol=Symbol::Warn/>
                <span>{warning}</span>
            </p>
            <a class=Look::Quiet.class() href=Route::Saved.href()>{say_of_drafts(|text| text.manage)}</a>
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

/// What is kept, and how long.
fn calm_words(status: &Status, ui: &UiText) -> String {
    let saved = match status.keeping {
        Keeping::Saving => ui.saving.to_owned(),
        Keeping::Kept(Some(moment)) => (ui.saved_at)(&clock::local_time(moment)),
        Keeping::Kept(None) => ui.saves_here.to_owned(),
        Keeping::Lost(_) | Keeping::Newer | Keeping::Locked => return String::new(),
    };
    match status.until {
        Some(until) => [saved, (ui.kept_until)(&clock::local_date(until))].join("\n"),
        None => saved,
    }
}

/// What is not, one line each.
pub fn warnings(status: &Status, ui: &UiText) -> String {
    let mut lines = Vec::new();
    let state = match status.keeping {
        Keeping::Saving | Keeping::Kept(_) => "",
        Keeping::Lost(StorageError::Unavailable) => ui.storage_forbidden,
        Keeping::Lost(StorageError::Full) => ui.storage_full,
        Keeping::Newer => ui.storage_newer,
        Keeping::Locked => ui.storage_locked,
    };
    if !state.is_empty() {
        lines.push(state.to_owned());
    }
    if !status.unkept.is_empty() {
        lines.push((ui.unkept)(&status.unkept.join(ui.list_separator)));
    }
    if 0 < status.unreadable {
        lines.push((ui.unreadable)(status.unreadable));
    }
    if status.has_conflict {
        lines.push(ui.changed_elsewhere.to_owned());
    }
    lines.join("\n")
}

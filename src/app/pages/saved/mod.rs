//! The page about what lies on this device: how long it stays, its lock, files in and
//! out, and deleting.

// Props are owned: a component outlives its caller.
#![allow(clippy::needless_pass_by_value)]

mod card;
mod import;
mod passphrase;

use leptos::prelude::*;
use web_sys::StorageEvent;

use crate::app::browser::{clock, document, listener};
use crate::app::components::{ConfirmDialog, Look};
use crate::app::state::drafts::shelf;
use crate::app::state::locale::say_of_drafts;
use crate::app::state::{Session, say, use_locale};
use crate::text::{DraftText, UiText};
use crate::wire::snapshot::{DraftId, Unreadable};
use card::DraftCard;
use import::ImportForm;

/// A line of the list: a draft, or why it cannot be read.
type Line = (DraftId, Option<Unreadable>);

/// All drafts of this device, and what can be done with each.
#[component]
pub fn SavedPage() -> impl IntoView {
    let session = Session::use_session();
    let locale = use_locale();
    let lines = RwSignal::new(lines());
    let refresh = Callback::new(move |()| lines.set(self::lines()));
    let asks = RwSignal::new(false);
    listener::on_window("storage", move |_: StorageEvent| refresh.run(()));

    let imported = Callback::new(move |id: DraftId| {
        refresh.run(());
        session.say(locale.get_untracked().drafts().imported.to_owned());
        request_animation_frame(move || document::focus(&card::id_of(&id)));
    });
    let delete_all = Callback::new(move |()| {
        session.clear(move || refresh.run(()));
        document::focus_heading();
    });
    let line = move |(id, unreadable): Line| match unreadable {
        None => view! { <li><DraftCard id on_gone=refresh/></li> }.into_any(),
        Some(why) => {
            let words = say_of_drafts(match why {
                Unreadable::Future(_) => |text: &DraftText| text.draft_from_the_future,
                Unreadable::Damaged => |text: &DraftText| text.draft_damaged,
            });
            view! { <li class="rz-draft"><p class="rz-draft__facts">{words}</p></li> }.into_any()
        }
    };
    view! {
        <div class="rz-page__column">
            <h1 tabindex="-1">{say_of_drafts(|text| text.title)}</h1>
            <p class="rz-page__lead">{say_of_drafts(|text| text.lead)}</p>
            <Show
                when=move || !lines.with(Vec::is_empty)
                fallback=move || view! { <p>{say_of_drafts(|text| text.nothing)}</p> }
            >
                <ul class="rz-drafts">
                    <For each=move || lines.get() key=|(id, why)| (id.0.clone(), why.is_none()) children=line/>
                </ul>
            </Show>
            <ImportForm on_imported=imported/>
            <section class="rz-page__section">
                <h2>{say(|ui| ui.clear_all)}</h2>
                <p>{say(|ui: &UiText| ui.clear_detail)}</p>
                <button type="button" class=Look::Danger.class() on:click=move |_| asks.set(true)>
                    {say(|ui| ui.clear_all)}
                </button>
                <ConfirmDialog
                    is_open=asks
                    question=|ui| ui.clear_question
                    detail=|ui| ui.clear_detail
                    action=|ui| ui.clear_confirm
                    on_confirm=delete_all
                />
            </section>
        </div>
    }
}

/// What is there, the latest first. An empty draft is nothing to speak of.
fn lines() -> Vec<Line> {
    let mut listed = shelf().list();
    listed.retain(|listed| listed.snapshot.as_ref().map_or(true, |snapshot| 0 < snapshot.saved_at));
    listed.sort_by_key(|listed| {
        let saved_at = listed.snapshot.as_ref().map_or(clock::now(), |snapshot| snapshot.saved_at);
        std::cmp::Reverse(saved_at)
    });
    listed.into_iter().map(|listed| (listed.id, listed.snapshot.err())).collect()
}

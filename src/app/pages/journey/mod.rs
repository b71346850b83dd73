//! The pages of an application. They are computed by a worker; here they are put in place, and
//! what a person does with them is heard.
//!
//! ```text
//! events ──▶ listen ──▶ walk ──question──▶ the worker
//!               │         ▲                    │
//!               ▼         └──────answer────────┘──▶ morph ──▶ the document
//!             the draft
//! ```

mod answer;
mod copy;
mod listen;
mod question;
mod slot;
mod walk;

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::app::browser::{document, listener};
use crate::app::components::{Look, warnings};
use crate::app::state::drafts::{Keeping, Status};
use crate::app::state::{Session, say, use_locale};
use crate::text::journey::start;
use crate::wire::snapshot::DraftId;
use walk::Walk;

/// Deadlines are counted down in minutes.
const MINUTE: Duration = Duration::from_mins(1);

/// Every page that the worker makes.
#[component]
pub fn JourneyPage() -> impl IntoView {
    let session = Session::use_session();
    let locale = use_locale();
    let place = NodeRef::<html::Div>::new();
    let is_lost = RwSignal::new(false);
    let walk = StoredValue::new_local(None);
    // Not that of the effect below, which ends whenever the effect begins anew.
    let owner = Owner::current().unwrap_or_default();

    Effect::new(move |_| {
        locale.track();
        session.changes().track();
        let Some(place) = place.get() else { return };
        if walk.with_value(Option::is_none) {
            let begun = Walk::begin(session, locale, is_lost, owner.clone(), place.into());
            walk.set_value(Some(begun));
        }
        walk.with_value(|walk| walk.iter().for_each(Walk::show));
    });
    let at = RwSignal::new(document::hash());
    // What is not kept is said where it is filled in, of the draft that is shown.
    let unsaved = Memo::new(move |_| {
        session.changes().track();
        let id = at.with(|at| question::draft_of(at.trim_start_matches('#')).map(str::to_owned));
        let status = id.and_then(|id| session.known_desk(&DraftId(id)))?.status().get();
        let keeping = match status.keeping {
            // Its page says so.
            Keeping::Locked => Keeping::Kept(None),
            keeping => keeping,
        };
        Some(warnings(&Status { keeping, unreadable: 0, ..status }, locale.get().ui()))
    });
    let unsaved = move || unsaved.get().unwrap_or_default();
    let again = move || walk.with_value(|walk| walk.iter().for_each(Walk::show));
    let moved = move |_: web_sys::Event| {
        at.set(document::hash());
        walk.with_value(|walk| walk.iter().for_each(Walk::moved));
    };
    listener::on_window("hashchange", moved);
    let clock = set_interval_with_handle(
        move || walk.with_value(|walk| walk.iter().for_each(Walk::tick)),
        MINUTE,
    );
    on_cleanup(move || {
        if let Ok(clock) = clock {
            clock.clear();
        }
    });
    view! {
        <Show when=move || is_lost.get()>
            <div class="rz-notice rz-notice--danger" role="alert">
                <p>{move || locale.get().say(start::LOST)}</p>
                <button type="button" class=Look::Secondary.class() on:click=move |_| again()>
                    {say(|ui| ui.retry)}
                </button>
            </div>
        </Show>
        <p class="rz-notice rz-notice--warn rz-page__column" role="status" data-testid="unsaved">
            {unsaved}
        </p>
        <div class="rz-journey rz-page__column" node_ref=place>
            <p class="rz-journey__opening">{move || locale.get().say(start::OPENING)}</p>
        </div>
    }
}

//! One file a page, or a kind of pages. A page reads the turn and the draft, changes the draft
//! where something was done, and answers.

mod about;
mod check;
mod new;
mod not_found;
mod package;
mod photos;
mod pictures;
mod provider;
mod reading;
mod record;
mod send;
mod status;
mod tasks;

use maud::Markup;

use super::address::Place;
use super::draft::Draft;
use super::form;
use super::tasks::{Form, Task};
use super::turn::{Answer, Turn};
use crate::process::State;
use crate::text::Locale;

/// Asks the page of the address.
pub(super) fn answer(turn: &Turn, draft: Option<&mut Draft>) -> Answer {
    match (&turn.address.place, draft) {
        (Place::New { .. }, _) => new::page(turn),
        (Place::About, _) => about::page(turn),
        (Place::Application { page, .. }, Some(draft)) => of_application(page, turn, draft),
        _ => not_found::page(turn),
    }
}

fn of_application(page: &str, turn: &Turn, draft: &mut Draft) -> Answer {
    if draft.is_locked() {
        return not_found::locked(turn);
    }
    let is_of_form = matches!(page, "" | "photos" | "check")
        || page.starts_with("photos/")
        || Task::from_name(page).is_some();
    if is_of_form && draft.subject_type().is_none() {
        // Form and photos went when their days were over; the process stayed.
        let is_begun = matches!(draft.process(), State::Preparing { .. } | State::Ready { .. });
        return Answer::go(&draft.address(if is_begun { "type" } else { "status" }));
    }
    let task = Task::from_name(page).filter(|task| *task != Task::Photos);
    if let Some(task) = task.filter(|task| Form::of(draft, turn.today).tasks().contains(task)) {
        return form::page(task, turn, draft);
    }
    if let Some(slot) = page.strip_prefix("photos/") {
        return photos::slot(slot, turn, draft);
    }
    match page {
        "" => tasks::page(turn, draft),
        "photos" => photos::list(turn, draft),
        "check" => check::page(turn, draft),
        "type" => new::change(turn, draft),
        "send" => send::page(turn, draft),
        "package" => package::page(turn, draft),
        "provider" => provider::page(turn, draft),
        "record" => record::page(turn, draft),
        "status" => status::page(turn, draft),
        _ => not_found::page(turn),
    }
}

/// What stands above every page of a rehearsal.
pub(super) fn rehearsal_banner(l: Locale) -> Markup {
    maud::html! { p .rz-banner { (l.say(crate::text::journey::rehearsal::BANNER)) } }
}

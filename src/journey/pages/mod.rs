//! One file a page, or a kind of pages. A page reads the turn and the draft, changes the draft
//! where something was done, and answers.

mod new;
mod not_found;
mod package;
mod provider;
mod record;
mod send;
mod status;

use maud::Markup;

use super::address::Place;
use super::draft::Draft;
use super::turn::{Answer, Turn};
use crate::text::Locale;

/// Asks the page of the address.
pub(super) fn answer(turn: &Turn, draft: Option<&mut Draft>) -> Answer {
    match (&turn.address.place, draft) {
        (Place::New { .. }, _) => new::page(turn),
        (Place::Application { page, .. }, Some(draft)) => of_application(page, turn, draft),
        _ => not_found::page(turn),
    }
}

fn of_application(page: &str, turn: &Turn, draft: &mut Draft) -> Answer {
    match page {
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

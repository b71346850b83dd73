//! Where there is no page, or none that can be read.

use maud::html;

use crate::journey::blocks;
use crate::journey::turn::{Answer, Turn};
use crate::text::journey::{blocks as words, form};

pub(super) fn page(turn: &Turn) -> Answer {
    let l = turn.locale;
    let title = l.say(words::NOT_FOUND_TITLE);
    Answer::page(
        title,
        html! {
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::NOT_FOUND_TEXT)) }
            (blocks::actions(&html! { a .rz-button .rz-button--primary href="#/" { (l.say(words::TO_START)) } }))
        },
    )
}

/// Where the draft is locked with a passphrase, or in another tab.
pub(super) fn locked(turn: &Turn) -> Answer {
    let l = turn.locale;
    let title = l.say(form::LOCKED_TITLE);
    let unlock = blocks::link(blocks::Look::Primary, "#/saved", l.say(form::UNLOCK));
    Answer::page(
        title,
        html! {
            (blocks::heading(title))
            p .rz-page__lead { (l.say(form::LOCKED_TEXT)) }
            (blocks::actions(&unlock))
        },
    )
}

//! Where there is no page.

use maud::html;

use crate::journey::blocks;
use crate::journey::turn::{Answer, Turn};
use crate::text::journey::blocks as words;

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

//! Where an application is begun: who is certified, and what that takes.

use maud::html;

use crate::journey::blocks;
use crate::journey::turn::{Answer, Turn};
use crate::text::journey::new as words;

pub(super) fn page(turn: &Turn) -> Answer {
    let l = turn.locale;
    let title = l.say(words::TITLE);
    Answer::page(
        title,
        html! {
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::LEAD)) }
        },
    )
}

//! How things are checked, what happens to them, what cannot be done, and where it runs.

use maud::html;

use crate::journey::blocks::{self, Look};
use crate::journey::turn::{Answer, Turn};
use crate::text::journey::{Phrase, about as words};

const SECTIONS: [(Phrase, &[Phrase]); 4] = [
    (words::CHECKED, &[words::CHECKED_FORM, words::CHECKED_PHOTO, words::CHECKED_FIT]),
    (words::PRIVACY, &[words::PRIVACY_STAYS, words::PRIVACY_KEPT]),
    (words::LIMITS, &[words::LIMITS_GENUINE, words::LIMITS_WECHAT, words::LIMITS_TYPES]),
    (words::BROWSERS, &[words::BROWSERS_LIST, words::BROWSERS_WECHAT]),
];

pub(super) fn page(turn: &Turn) -> Answer {
    let l = turn.locale;
    let title = l.say(words::TITLE);
    Answer::page(
        title,
        html! {
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::LEAD)) }
            @for (heading, paragraphs) in SECTIONS {
                section .rz-page__section {
                    h2 { (l.say(heading)) }
                    @for paragraph in paragraphs { p { (l.say(*paragraph)) } }
                }
            }
            (blocks::actions(&blocks::link(Look::Primary, "#/", l.say(words::TO_START))))
        },
    )
}

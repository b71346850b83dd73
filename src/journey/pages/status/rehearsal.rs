//! The rehearsal: the person plays WeChat, and lets time pass. What happens then is what would
//! happen, on the same page and by the same rules.

use maud::{Markup, html};

use super::{changed, show};
use crate::journey::blocks::{self, Look};
use crate::journey::draft::Draft;
use crate::journey::life::{Life, NextNews};
use crate::journey::pages::record;
use crate::journey::turn::{Act, Answer, Turn};
use crate::process::{DAY, Event, Millis, News, State};
use crate::text::Name;
use crate::text::journey::{moment, record as answers, rehearsal as words};
use crate::wire::snapshot::path;

/// WeChat's part, and the clock.
pub(super) fn panel(turn: &Turn, life: &Life) -> Markup {
    let l = turn.locale;
    let NextNews { likely, results, others } = life.news();
    let buttons = |news: &[News]| {
        html! {
            div .rz-play {
                @for news in news {
                    (blocks::act(Look::Secondary, "play", news.as_str(), answers::choice(l, *news)))
                }
            }
        }
    };
    html! {
        section .rz-rehearsal {
            h2 { (l.say(words::PANEL)) }
            p { (l.say(words::PANEL_TEXT)) }
            (buttons(&likely))
            @if !results.is_empty() { (buttons(&results)) }
            @if !others.is_empty() { (blocks::details(l.say(words::OTHERS), &buttons(&others))) }
            h3 { (l.say(words::TIME)) }
            p { (words::clock(l, &moment::moment(l, life.now))) }
            div .rz-play {
                @for (days, text) in [("1", words::ONE_DAY), ("7", words::SEVEN_DAYS), ("30", words::THIRTY_DAYS)] {
                    (blocks::act(Look::Quiet, "pass", days, l.say(text)))
                }
                @if let Some(next) = life.next_date() {
                    (blocks::act(Look::Quiet, "pass", "next", &words::next_date(l, &next.what.name(l))))
                }
            }
            (blocks::actions(&blocks::act(Look::Quiet, "again", "", l.say(words::AGAIN))))
        }
    }
}

/// What comes of playing.
pub(super) fn played(turn: &Turn, draft: &mut Draft, life: Life, act: &Act) -> Answer {
    let l = turn.locale;
    match act.name.as_str() {
        "play" => {
            let Some(news) = News::from_name(&act.arg) else { return show(turn, draft, &life) };
            let told = record::sample(turn, draft, &life, news);
            // News are never refused.
            let Ok(life) = life.act(draft, Event::Told(told), l) else {
                return Answer::go(&draft.address("status"));
            };
            changed(turn, draft, &life, &words::said(l, &answers::choice(l, news)))
        }
        "pass" => {
            let next = life.next_date().map(|item| item.at - life.now);
            let days = act.arg.parse::<Millis>().ok().filter(|days| (1..=400).contains(days));
            let Some(millis) = days.map(|days| days * DAY).or(next) else {
                return show(turn, draft, &life);
            };
            draft.set_json(path::CLOCK, Some((draft.clock() + millis).to_string()));
            let later = Life { now: life.now + millis, ..life };
            let Ok(later) = later.act(draft, Event::Tick, l) else {
                return Answer::go(&draft.address("status"));
            };
            changed(turn, draft, &later, l.say(words::TIME_SAID))
        }
        "again" => {
            draft.set_process(&State::new(life.profile));
            draft.set_json(path::CLOCK, None);
            draft.set_json(path::HISTORY, None);
            let said = l.say(words::AGAIN_SAID).to_owned();
            Answer { say: Some(said), ..Answer::go(&draft.address("")) }
        }
        _ => show(turn, draft, &life),
    }
}

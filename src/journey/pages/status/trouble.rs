//! What to do when it was sent back, failed, ended, or the account was restricted.

use maud::{Markup, html};

use crate::journey::blocks::{self, Look, Tone};
use crate::journey::draft::Draft;
use crate::journey::life::Life;
use crate::journey::places;
use crate::journey::turn::Turn;
use crate::process::{Event, Measure, Millis, Reason, State};
use crate::text::journey::{moment, send, status as words};
use crate::text::{Locale, Name};

/// The reasons at their fields, with the ways to the rejected parts and to no other.
pub(super) fn sent_back(turn: &Turn, draft: &Draft, reasons: &[Reason], left: u16) -> Markup {
    let l = turn.locale;
    let has_places = reasons.iter().any(|reason| page_of(reason).is_some());
    let is_all = reasons.is_empty() || reasons.iter().any(|reason| page_of(reason).is_none());
    let left_now = html! {
        p {
            @match left {
                0 => strong { (l.say(words::LEFT_NONE)) },
                1 => strong { (l.say(words::LEFT_LAST)) },
                left => (words::left_now(l, &left)),
            }
        }
    };
    if draft.subject_type().is_none() {
        // A review takes longer than answers are kept here.
        return html! {
            section {
                h2 { (l.say(words::REASONS)) }
                (list(l, draft, reasons, false))
                (left_now)
                @if 0 < left {
                    (blocks::notice(Tone::Info, &html! { p { (l.say(words::ANSWERS_GONE)) } }))
                    (blocks::actions(&html! {
                        (blocks::act(Look::Primary, "do", "correct", l.say(send::SUBMITTED_AGAIN)))
                        (blocks::link(Look::Quiet, "#/saved", l.say(words::IMPORT)))
                    }))
                }
            }
        };
    }
    let subject_type = draft.application().subject_type;
    let first = uncorrected(draft, reasons).next().filter(|_| 0 < left).and_then(|path| {
        let page = places::page_of(path)?;
        let to = draft.address(&page).with("from", "status").with("at", path).href();
        Some((places::name_of(l, path, subject_type)?, to))
    });
    html! {
        section {
            h2 { (l.say(words::REASONS)) }
            (list(l, draft, reasons, true))
            @if has_places && !is_all { p { (l.say(words::ONLY_THESE)) } }
            (left_now)
            (blocks::actions(&html! {
                @if let Some((name, to)) = &first {
                    (blocks::link(Look::Primary, to, &words::fix_first(l, name)))
                }
                @if 0 < left {
                    @let look = if first.is_some() { Look::Secondary } else { Look::Primary };
                    (blocks::link(look, &draft.href("send"), l.say(words::SEND_AGAIN)))
                }
                @if is_all {
                    (blocks::link(Look::Secondary, &draft.href("check"), l.say(words::FIX_ALL)))
                }
            }))
        }
    }
}

/// The parts that were sent back and are as they were.
pub(in crate::journey::pages) fn uncorrected<'a>(
    draft: &'a Draft,
    reasons: &'a [Reason],
) -> impl Iterator<Item = &'a str> {
    let named = reasons.iter().filter_map(|reason| reason.field.as_deref());
    named.filter(|path| draft.is_corrected(path) == Some(false))
}

fn page_of(reason: &Reason) -> Option<String> {
    places::page_of(reason.field.as_deref()?)
}

fn list(l: Locale, draft: &Draft, reasons: &[Reason], can_fix: bool) -> Markup {
    if reasons.is_empty() {
        return html! { p { (l.say(words::NO_REASONS)) } };
    }
    let subject_type = draft.application().subject_type;
    html! {
        ul .rz-reasons {
            @for reason in reasons {
                @let field = reason.field.as_deref();
                // What WeChat calls it, where the part is none of ours.
                @let name = field.map_or_else(|| l.say(words::ABOUT_ALL).to_owned(), |field| {
                    places::name_of(l, field, subject_type).unwrap_or_else(|| field.to_owned())
                });
                li .rz-reasons__item {
                    strong { (name) }
                    @if can_fix && let Some(is_fixed) = field.and_then(|path| draft.is_corrected(path)) {
                        " "
                        @if is_fixed {
                            span .rz-tag .rz-tag--done { (l.say(words::FIXED)) }
                        } @else {
                            span .rz-tag .rz-tag--problem { (l.say(words::NOT_FIXED)) }
                        }
                    }
                    p { (reason.text.as_str()) }
                    @if can_fix && let Some(page) = page_of(reason) {
                        @let at = field.unwrap_or_default();
                        @let to = draft.address(&page).with("from", "status").with("at", at);
                        a .rz-line href=(to.href()) {
                            (l.say(words::FIX)) span .rz-visually-hidden { " " (name) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn failed(l: Locale, draft: &Draft, life: &Life, reasons: &[Reason]) -> Markup {
    html! {
        section {
            h2 { (l.say(words::REASONS)) }
            (list(l, draft, reasons, false))
        }
        (start_over(l, life))
        section {
            h2 { (l.say(words::APPEAL_TITLE)) }
            p { (l.say(words::APPEAL_FAILURE_TEXT)) }
            (blocks::actions(&blocks::act(Look::Secondary, "do", "appeal", l.say(words::APPEAL))))
        }
    }
}

/// Another application, and what it costs.
pub(super) fn start_over(l: Locale, life: &Life) -> Markup {
    let text = if life.state.record().paid_at.is_some() {
        words::START_OVER_FEE
    } else {
        words::START_OVER_FREE
    };
    html! {
        @if life.can(Event::StartOver) {
            section {
                h2 { (l.say(words::START_OVER)) }
                p { (l.say(text)) }
                (blocks::actions(&blocks::act(Look::Primary, "do", "start-over", l.say(words::START_OVER))))
            }
        }
    }
}

pub(super) fn timed_out(l: Locale, draft: &Draft, life: &Life, told: bool) -> Markup {
    let text = if told { words::TIMED_OUT_TOLD } else { words::TIMED_OUT_SELF };
    html! {
        p { (l.say(text)) }
        @if life.can(Event::Correct) {
            (blocks::actions(&blocks::link(Look::Secondary, &draft.href("send"), l.say(words::SEND_AGAIN))))
        }
        (start_over(l, life))
    }
}

pub(super) fn banned(
    l: Locale,
    life: &Life,
    since: Millis,
    measure: Measure,
    before: &State,
) -> Markup {
    let is_gone = measure == Measure::Deregistered;
    html! {
        (restricted(l, words::MEASURE_SINCE, since, Some(measure), before))
        @if is_gone {
            p { (l.say(words::DEREGISTERED_TEXT)) }
        }
        @if life.can(Event::Appeal) && !is_gone {
            section {
                h2 { (l.say(words::APPEAL_TITLE)) }
                p { (l.say(words::APPEAL_TEXT)) }
                (blocks::actions(&blocks::act(Look::Primary, "do", "appeal", l.say(words::APPEAL))))
            }
        }
    }
}

pub(super) fn appeal(l: Locale, since: Millis, measure: Option<Measure>, before: &State) -> Markup {
    html! {
        (restricted(l, words::APPEAL_SINCE, since, measure, before))
        p { (l.say(words::APPEAL_WAIT)) }
    }
}

fn restricted(
    l: Locale,
    since_name: crate::text::journey::Phrase,
    since: Millis,
    measure: Option<Measure>,
    before: &State,
) -> Markup {
    let rows = [
        (l.say(since_name).to_owned(), moment::day_of(l, since)),
        (l.say(words::BEFORE).to_owned(), before.kind().name(l).to_owned()),
    ];
    html! {
        @if let Some(measure) = measure {
            (blocks::notice(Tone::Danger, &html! { p { (words::measure(l, measure)) } }))
        }
        (blocks::facts(&rows))
    }
}

//! A certification that stands or stood: its name, its numbers, how long it is valid.

use maud::{Markup, html};

use crate::journey::blocks::{self, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::form::masked;
use crate::journey::life::Life;
use crate::journey::turn::Turn;
use crate::process::{Certificate, Event, NameVerdict, Private, Record, Reference, StateKind};
use crate::text::Locale;
use crate::text::journey::{Phrase, moment, status as words};

/// Characters of a number that a glance shows, first and last.
const KEPT: (usize, usize) = (4, 4);

pub(super) fn certified(
    turn: &Turn,
    draft: &Draft,
    life: &Life,
    record: &Record,
    certificate: &Certificate,
) -> Markup {
    let l = turn.locale;
    html! {
        (name(l, record))
        @if life.kind() == StateKind::Expired { (restrictions(l, certificate)) }
        (validity(l, life, certificate))
        (reference(l, draft, record, certificate))
        section {
            h2 { (l.say(words::LOOK_UP)) }
            ul .rz-list {
                li { (l.say(words::LOOK_UP_PLATFORM)) }
                li { (l.say(words::LOOK_UP_PROGRAM)) }
            }
        }
    }
}

/// What became of the name.
fn name(l: Locale, record: &Record) -> Markup {
    let Some(to) = record.name_to.as_ref().map(Private::as_str) else { return html! {} };
    let from = record.name_from.as_ref().map(Private::as_str).filter(|from| *from != to);
    let (tone, text) = match (record.name_verdict, from) {
        (NameVerdict::Accepted, Some(from)) => (Tone::Success, words::name_changed(l, &from, &to)),
        (NameVerdict::Accepted, None) => (Tone::Success, words::name_accepted(l, &to)),
        (NameVerdict::Pending, _) => (Tone::Info, words::name_pending(l, &to)),
        (NameVerdict::Refused, _) => (Tone::Warn, words::name_refused(l, &to)),
    };
    blocks::notice(tone, &html! { h2 { (l.say(words::NAME)) } p { (text) } })
}

fn restrictions(l: Locale, certificate: &Certificate) -> Markup {
    blocks::notice(
        Tone::Danger,
        &html! {
            h2 { (l.say(words::RESTRICTED_NOW)) }
            ul { @for text in words::RESTRICTIONS.iter().take(certificate.lapsed.into()) { li { (l.say(*text)) } } }
        },
    )
}

fn validity(l: Locale, life: &Life, certificate: &Certificate) -> Markup {
    let day = |at| moment::day_of(l, at);
    let estimated = if certificate.estimated { l.say(words::ESTIMATED) } else { "" };
    // It ends with that day.
    let row = |name, value: String| Row {
        label: l.say(name).to_owned(),
        value: html! { (value) },
        change: None,
    };
    let mut rows = vec![
        row(words::VALID_SINCE, day(certificate.since)),
        row(words::VALID_UNTIL, day(certificate.valid_until - 1) + estimated),
    ];
    if let Some(first) = certificate.remind_at.first().filter(|_| certificate.reminded == 0) {
        rows.push(row(words::RENEW_FROM, day(*first)));
    }
    rows.push(row(words::CHECK_BY, day(certificate.check_by.at - 1)));
    let can_renew = life.can(Event::Renew);
    html! {
        section {
            h2 { (l.say(words::VALIDITY)) }
            (blocks::summary(l, &rows))
            p { (l.say(words::VALIDITY_TEXT)) }
            (blocks::actions(&html! {
                @if can_renew { (blocks::act(Look::Primary, "do", "renew", l.say(words::RENEW))) }
                (blocks::act(Look::Secondary, "do", "check", l.say(words::CHECKED)))
            }))
        }
    }
}

/// The numbers, of which a glance shows a part, each with a button that copies it.
fn reference(l: Locale, draft: &Draft, record: &Record, certificate: &Certificate) -> Markup {
    let known = |of: fn(&Reference) -> Option<&Private>| {
        of(&certificate.reference).or_else(|| of(&record.reference)).map(Private::as_str)
    };
    let ids: [(Phrase, Option<&str>); 3] = [
        (words::REF_APPID, known(|reference| reference.appid.as_ref())),
        (words::REF_TASKID, known(|reference| reference.taskid.as_ref())),
        (words::REF_ORDERID, known(|reference| reference.orderid.as_ref())),
    ];
    let rows: Vec<Row> = (ids.iter())
        .filter_map(|(name, id)| {
            let (name, id) = (l.say(*name), (*id)?);
            // That of the program is public.
            let shown = if id.starts_with("wx") { id.to_owned() } else { masked(id, KEPT) };
            let value = html! { code { (shown) } " " (blocks::copy(l, id, name)) };
            Some(Row { label: name.to_owned(), value, change: None })
        })
        .collect();
    let add = draft.address("record").with("news", "qualified");
    html! {
        section {
            h2 { (l.say(words::REFERENCE)) }
            p { (l.say(words::REFERENCE_TEXT)) }
            @if rows.is_empty() { p { (l.say(words::REFERENCE_NONE)) } }
            @else { (blocks::summary(l, &rows)) }
            @if ids[0].1.is_none() || ids[2].1.is_none() {
                (blocks::line(&add.href(), l.say(words::REFERENCE_ADD)))
            }
            (blocks::details(l.say(words::REFERENCE_USE), &html! {
                ul .rz-list {
                    @for text in [words::USE_CODE, words::USE_PROMOTION, words::USE_SAFE] {
                        li { (l.say(text)) }
                    }
                }
            }))
        }
    }
}

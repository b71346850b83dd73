//! What was recorded so far, and the way to take the last of it back.

use maud::{Markup, html};

use crate::journey::blocks::{self, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::history::{self, Entry};
use crate::journey::life::Life;
use crate::process::Millis;
use crate::text::Locale;
use crate::text::journey::{moment, record, status as words};

/// For how long something has only just been recorded. Chosen by us.
const JUST_NOW: Millis = 10 * 60 * 1_000;

/// What has just been recorded, with the way back at hand.
pub(super) fn latest(l: Locale, draft: &Draft, life: &Life) -> Markup {
    let entries = history::of(draft);
    let latest = entries.last().filter(|entry| is_new(entry, life) && history::can_undo(draft));
    html! {
        @if let Some(entry) = latest {
            (blocks::notice(Tone::Info, &html! {
                p { (words::recorded(l, &what(l, entry))) }
                (undo(l))
            }))
        }
    }
}

/// All of it, the latest first.
pub(super) fn list(l: Locale, draft: &Draft, life: &Life) -> Markup {
    let entries = history::of(draft);
    let row = |entry: &Entry| Row {
        label: moment::day_of(l, entry.at),
        value: html! { (what(l, entry)) },
        change: None,
    };
    let rows: Vec<Row> = entries.iter().rev().map(row).collect();
    let is_old = entries.last().is_some_and(|entry| !is_new(entry, life));
    html! {
        @if !rows.is_empty() {
            (blocks::details(l.say(words::RECORDED), &html! {
                (blocks::summary(l, &rows))
                @if is_old && history::can_undo(draft) { (undo(l)) }
            }))
        }
    }
}

/// What an entry is about.
pub(super) fn what(l: Locale, entry: &Entry) -> &'static str {
    entry.kind().map_or_else(|| l.say(words::RECORD), |kind| record::recorded(l, kind))
}

fn is_new(entry: &Entry, life: &Life) -> bool {
    life.now < entry.on.saturating_add(JUST_NOW)
}

fn undo(l: Locale) -> Markup {
    blocks::actions(&blocks::act(Look::Quiet, "undo", "", l.say(words::UNDO)))
}

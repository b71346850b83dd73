//! What happens by when: the nearest date with its countdown, and all others.

use maud::{Markup, html};

use crate::journey::blocks::{self, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::life::Life;
use crate::process::{DAY, DueItem, DueKind, Event, StateKind};
use crate::text::journey::{moment, status as words};
use crate::text::{Locale, Name};

/// Dates that are waited for; the others are good to know.
const fn is_waited_for(what: DueKind) -> bool {
    matches!(
        what,
        DueKind::Authorization
            | DueKind::FaceCheck
            | DueKind::SmsCheck
            | DueKind::Order
            | DueKind::Payment
            | DueKind::Review
            | DueKind::Correction
            | DueKind::Materials
    )
}

/// The nearest date, and what has passed without an answer.
pub(super) fn next(l: Locale, draft: &Draft, life: &Life) -> Markup {
    if matches!(life.kind(), StateKind::Banned | StateKind::Appeal) {
        // Nothing goes on before that is over.
        return html! {};
    }
    let (next, overdue) = life.dates();
    let late = overdue.iter().find(|item| is_waited_for(item.what));
    // A certification that stands is no countdown until its end is near.
    let is_near = |item: &&DueItem| match life.kind() {
        StateKind::RenewalDue => item.what == DueKind::Validity,
        StateKind::Expired => item.what == DueKind::Restriction,
        _ => false,
    };
    let waited = next.iter().find(|item| is_waited_for(item.what));
    let nearest = waited.or_else(|| next.iter().find(is_near));
    html! {
        @if let Some(item) = late {
            (blocks::notice(Tone::Warn, &html! {
                h2 { (l.say(words::OVERDUE)) }
                p { (words::due(l, item.what)) " · " (moment::countdown(l, item.at, life.now)) }
                p { (l.say(words::OVERDUE_TEXT)) }
                @if life.can(Event::ConfirmOverdue) {
                    (blocks::actions(&html! {
                        (blocks::link(Look::Secondary, &draft.href("record"), l.say(words::RECORD)))
                        (blocks::act(Look::Quiet, "do", "confirm-overdue", l.say(words::CONFIRM_OVERDUE)))
                    }))
                }
            }))
        } @else if let Some(item) = nearest {
            (countdown(l, *item, life))
        }
    }
}

fn countdown(l: Locale, item: DueItem, life: &Life) -> Markup {
    html! {
        section .rz-countdown .rz-countdown--warn[life.kind() == StateKind::SentBack] {
            h2 { (l.say(words::NEXT)) }
            p .rz-countdown__what { (words::due(l, item.what)) }
            p .rz-countdown__left { strong { (moment::countdown(l, item.at, life.now)) } }
            p .rz-countdown__date {
                @let moment = moment::moment(l, item.at);
                // The review's end is the reviewers' matter.
                @if matches!(item.what, DueKind::Review | DueKind::Order) { (words::about(l, &moment)) }
                @else { (words::until(l, &moment)) }
            }
        }
    }
}

/// All dates to come.
pub(super) fn list(l: Locale, life: &Life) -> Markup {
    let (next, _) = life.dates();
    let of_kind = |what| next.iter().filter(move |item| item.what == what);
    let ends = of_kind(DueKind::Validity).next().map(|item| item.at);
    let restrictions = of_kind(DueKind::Restriction).count();
    let mut met = 0;
    let mut row = |item: &DueItem| {
        // Of those that come more than once, which it is.
        let label = match (item.what, ends) {
            (DueKind::Renewal, Some(ends)) => words::renewal_in(l, &((ends - item.at) / DAY)),
            (DueKind::Restriction, _) => {
                let steps = words::RESTRICTIONS.len();
                let step = words::RESTRICTIONS.get(steps.saturating_sub(restrictions) + met);
                met += 1;
                step.map_or(item.what.name(l), |step| l.say(*step)).to_owned()
            }
            _ => item.what.name(l).to_owned(),
        };
        Row { label, value: html! { (moment::moment(l, item.at)) }, change: None }
    };
    let rows: Vec<Row> = next.iter().map(&mut row).collect();
    html! {
        @if 1 < rows.len() { (blocks::details(l.say(words::DATES), &blocks::summary(l, &rows))) }
    }
}

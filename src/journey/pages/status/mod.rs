//! How an application stands, what happens next and by when, and what can be done.

mod authorize;
mod certificate;
mod dates;
mod recorded;
mod rehearsal;
mod steps;
mod trouble;

use maud::{Markup, html};

use super::{provider, record, send};
use crate::journey::blocks::{self, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::history;
use crate::journey::life::{Life, is_changed};
use crate::journey::turn::{Answer, FileOut, Turn};
use crate::process::{Agency, Event, State, StateKind};
use crate::text::journey::{
    blocks as shared, moment, provider as provider_words, send as send_words, status as words,
};
use crate::text::{Locale, Name, calendar};
use crate::wire::snapshot::path;

pub(super) use trouble::uncorrected;

/// The id of the heading: it has the focus when the state has changed.
const HEADING: &str = "state";

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    let Some(before) = Life::of(turn, draft) else { return unreadable(turn, draft) };
    let Some(submission) = provider::follow(turn, draft) else {
        return answer(turn, draft, before);
    };
    let Some(life) = Life::of(turn, draft) else { return unreadable(turn, draft) };
    let is_news = is_changed(&before.state, &life.state);
    let mut answer = answer(turn, draft, life);
    if is_news {
        answer.say = Some(l.say(provider_words::NEWS).to_owned());
    }
    let is_waited_for = Life::of(turn, draft).is_some_and(|life| life.is_waiting());
    answer.call = provider::call(turn, draft, &submission).filter(|_| is_waited_for);
    answer
}

/// What is shown, and what comes of pressing a button.
fn answer(turn: &Turn, draft: &mut Draft, life: Life) -> Answer {
    let l = turn.locale;
    if turn.act("calendar").is_some() {
        let mut answer = show(turn, draft, &life);
        answer.file = Some(FileOut {
            name: l.say(words::CALENDAR_NAME).to_owned(),
            media_type: "text/calendar".to_owned(),
            bytes: calendar(&life.state, l).into_bytes(),
        });
        return answer;
    }
    if turn.act("undo").is_some() {
        return undone(turn, draft, &life);
    }
    if let Some(act) = turn.act("do") {
        return done(turn, draft, life, &act.arg);
    }
    if life.is_rehearsal
        && let Some(act) = &turn.request.act
    {
        return rehearsal::played(turn, draft, life, act);
    }
    if life.state != draft.process() {
        // What has passed stays passed, whatever the clock says next time.
        draft.set_process(&life.state);
    }
    show(turn, draft, &life)
}

/// The last that was recorded is taken back.
fn undone(turn: &Turn, draft: &mut Draft, life: &Life) -> Answer {
    let l = turn.locale;
    let Some(entry) = history::undo(draft) else { return show(turn, draft, life) };
    let Some(life) = Life::of(turn, draft) else { return unreadable(turn, draft) };
    let said = words::undone(l, &recorded::what(l, &entry));
    // Where the offer to take it back was.
    let notice = blocks::notice(Tone::Success, &html! { p { (said) } });
    with_focus(show_with(turn, draft, &life, &notice), &said)
}

/// Something that a person did.
fn done(turn: &Turn, draft: &mut Draft, life: Life, what: &str) -> Answer {
    let l = turn.locale;
    let (event, said) = match what {
        "pay" => (Event::Pay, None),
        "check" => (Event::Check { valid_until: None }, Some(words::SAID_CHECKED)),
        "appeal" => (Event::Appeal, None),
        "correct" => (Event::Correct, None),
        "confirm-overdue" => (Event::ConfirmOverdue, None),
        "withdraw" => (Event::Withdraw, Some(words::SAID_WITHDRAWN)),
        "start-over" => (Event::StartOver, None),
        "renew" => (Event::Renew, None),
        _ => return show(turn, draft, &life),
    };
    let begins = matches!(event, Event::StartOver | Event::Renew);
    match life.act(draft, event, l) {
        Ok(_) if begins => {
            forget_sending(draft);
            Answer::go(&draft.address(""))
        }
        Ok(life) => {
            let said = said.map_or_else(|| life.kind().name(l), |said| l.say(said));
            changed(turn, draft, &life, said)
        }
        Err(why) => send::refused(draft, l, &why),
    }
}

/// What was ticked off for the application before is to be done again.
fn forget_sending(draft: &mut Draft) {
    let parts = draft.snapshot().open_parts().into_iter().chain([&draft.snapshot().lasting]);
    let ticked: Vec<String> = parts
        .flatten()
        .filter(|part| part.value.is_some() && is_of_sending(&part.path))
        .map(|part| part.path.clone())
        .collect();
    for path in ticked {
        draft.set_json(&path, None);
    }
}

/// Whether a part tells how far the sending is, and nothing of the form.
pub(super) fn is_of_sending(part: &str) -> bool {
    part == path::SUBMISSION || part == "done.package" || part.starts_with("done.fill-")
}

/// The page in another state than before.
fn changed(turn: &Turn, draft: &Draft, life: &Life, said: &str) -> Answer {
    with_focus(show(turn, draft, life), said)
}

fn with_focus(answer: Answer, said: &str) -> Answer {
    Answer { focus: Some(HEADING.to_owned()), say: Some(said.to_owned()), ..answer }
}

fn show(turn: &Turn, draft: &Draft, life: &Life) -> Answer {
    show_with(turn, draft, life, &recorded::latest(turn.locale, draft, life))
}

/// The page, with what has just happened above all else.
fn show_with(turn: &Turn, draft: &Draft, life: &Life, latest: &Markup) -> Answer {
    let l = turn.locale;
    let kind = life.kind();
    Answer::page(
        kind.name(l),
        html! {
            (blocks::back(&draft.href(""), l.say(shared::BACK_TO_LIST)))
            h1 #(HEADING) tabindex="-1" { (kind.name(l)) }
            p .rz-page__lead { (words::lead(l, kind)) }
            @if life.state.record().warned {
                (blocks::notice(Tone::Warn, &html! { p { (l.say(words::WARNED)) } }))
            }
            (latest)
            (dates::next(l, draft, life))
            (body(turn, draft, life))
            (actions(l, draft, life))
            @if life.is_rehearsal { (rehearsal::panel(turn, life)) }
            @if has_steps(life) { (steps::steps(l, &life.state)) }
            (facts(l, life))
            (recorded::list(l, draft, life))
            (dates::list(l, life))
            (withdraw(l, life))
        },
    )
}

/// Whether there are steps to come, or one where it stopped.
fn has_steps(life: &Life) -> bool {
    let is_standing = life.state.certificate().is_some_and(|_| !life.is_under_way());
    !is_standing && life.kind() != StateKind::Withdrawn
}

/// What is of this state only.
fn body(turn: &Turn, draft: &Draft, life: &Life) -> Markup {
    let l = turn.locale;
    match &life.state {
        State::Preparing { .. } => {
            blocks::actions(&blocks::link(Look::Primary, &draft.href(""), l.say(words::TO_TASKS)))
        }
        State::Ready { .. } => blocks::actions(&blocks::link(
            Look::Primary,
            &draft.href("send"),
            l.say(words::TO_SEND),
        )),
        State::AwaitingAuthorization { auth_url, .. } => html! {
            @if let Some(url) = auth_url { (authorize::section(l, url.as_str())) }
            (confirming(l, draft, life))
        },
        State::Submitted { .. } | State::FaceCheck { .. } | State::SmsCheck { .. } => {
            confirming(l, draft, life)
        }
        State::AwaitingPayment { record, .. } => html! {
            p {
                @if 0 < record.yuan { (words::fee_note(l, &record.yuan)) }
                @else { (l.say(words::FEE_UNKNOWN)) }
            }
            p { (l.say(words::PAID_NOTE)) }
            (blocks::actions(&blocks::act(Look::Primary, "do", "pay", l.say(words::ACT_PAID))))
        },
        State::SentBack { reasons, left, .. } => trouble::sent_back(turn, draft, reasons, *left),
        State::Certified { record, certificate }
        | State::RenewalDue { record, certificate }
        | State::Expired { record, certificate } => {
            certificate::certified(turn, draft, life, record, certificate)
        }
        State::FinallyFailed { reasons, .. } => trouble::failed(l, draft, life, reasons),
        State::Stopped { why, .. } => html! {
            (blocks::notice(Tone::Warn, &html! { p { (why.name(l)) } }))
            (trouble::start_over(l, life))
        },
        State::TimedOut { told, .. } => trouble::timed_out(l, draft, life, *told),
        State::Withdrawn { .. } => trouble::start_over(l, life),
        State::Banned { since, measure, before } => {
            trouble::banned(l, life, *since, *measure, before)
        }
        State::Appeal { since, measure, before } => trouble::appeal(l, *since, *measure, before),
        State::UnderReview { .. } | State::AwaitingOrder { .. } => html! {},
    }
}

fn confirming(l: Locale, draft: &Draft, life: &Life) -> Markup {
    html! {
        section {
            h2 { (l.say(send_words::IDENTITY_TITLE)) }
            (send::identity_steps(l, life.profile))
            @if let Some(text) = send::proof_of_subject(draft) { p { (l.say(text)) } }
        }
    }
}

/// What can be done in many states.
fn actions(l: Locale, draft: &Draft, life: &Life) -> Markup {
    let is_waiting = life.is_waiting();
    let look = match life.kind() {
        _ if life.is_rehearsal => Look::Quiet,
        StateKind::AwaitingPayment => Look::Secondary,
        _ if is_waiting => Look::Primary,
        _ => Look::Secondary,
    };
    let is_useful = record::is_useful(life) && !life.news().is_empty();
    let (next, _) = life.dates();
    html! {
        (blocks::actions(&html! {
            @if is_useful { (blocks::link(look, &draft.href("record"), l.say(words::RECORD))) }
            @if is_waiting {
                (blocks::link(Look::Quiet, &draft.href("package"), l.say(words::PACKAGE_AGAIN)))
            }
            @if !next.is_empty() {
                (blocks::act(Look::Quiet, "calendar", "", l.say(words::CALENDAR)))
            }
        }))
    }
}

fn facts(l: Locale, life: &Life) -> Markup {
    let record = life.state.record();
    let Some(submitted_at) = record.submitted_at else { return html! {} };
    let mut rows = Vec::new();
    let mut row = |name, value: String| {
        rows.push(Row { label: l.say(name).to_owned(), value: html! { (value) }, change: None });
    };
    if let Some(name) = &record.name_to {
        row(words::FACT_NAME, name.as_str().to_owned());
    }
    row(words::FACT_SUBMITTED, moment::moment(l, submitted_at));
    row(
        words::FACT_FEE,
        match record.yuan {
            0 => l.say(words::FREE).to_owned(),
            yuan => words::yuan(l, &yuan),
        },
    );
    if let Some(paid_at) = record.paid_at {
        row(words::FACT_PAID, moment::moment(l, paid_at));
    }
    if life.is_under_way() {
        let left = life.profile.corrections.value.saturating_sub(record.corrections);
        row(words::FACT_LEFT, words::times(l, &left));
    }
    if let Some(Agency { provider, contact }) = &record.agency {
        row(words::FACT_AGENCY, provider.as_str().to_owned());
        if let Some(contact) = contact {
            row(words::FACT_CONTACT, contact.as_str().to_owned());
        }
    }
    html! { section { h2 { (l.say(words::FACTS)) } (blocks::summary(l, &rows)) } }
}

fn withdraw(l: Locale, life: &Life) -> Markup {
    let is_begun = !matches!(life.kind(), StateKind::Preparing | StateKind::Ready);
    let is_renewal = life.state.certificate().is_some();
    html! {
        @if (is_begun || is_renewal) && life.can(Event::Withdraw) {
            (blocks::details(l.say(words::WITHDRAW), &html! {
                p { (l.say(words::WITHDRAW_TEXT)) }
                (blocks::actions(&blocks::act(Look::Danger, "do", "withdraw", l.say(words::WITHDRAW_YES))))
            }))
        }
    }
}

/// What is said of a process that this version cannot read.
pub(super) fn unreadable(turn: &Turn, draft: &Draft) -> Answer {
    let l = turn.locale;
    let title = l.say(words::TITLE);
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(""), l.say(shared::BACK_TO_LIST)))
            (blocks::heading(title))
            (blocks::notice(Tone::Warn, &html! { p { (l.say(words::UNREADABLE)) } }))
        },
    )
}

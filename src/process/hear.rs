//! What the office tells: whether it is news at all, and where it belongs.
//!
//! Answers come in any order, more than once, late or never. So each has a rank, and so
//! has each state: what is behind the state changes nothing, what is level with it adds
//! what it knows, what is ahead moves it. When answers say when they were true, those
//! older than the newest known one are late; and a newer one can open again what was
//! closed, which nothing else can.

use super::account::{hear_account, is_about_account};
use super::arrive::{arrive, repeat};
use super::certify::{hear_certificate, hear_certified, is_about_certificate};
use super::event::{News, Told};
use super::moment::Millis;
use super::profile::ProcessProfile;
use super::record::Record;
use super::state::State;
use super::step::Effect;

/// Answers news in a settled state. What cannot be meant changes nothing.
pub(super) fn hear(
    state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    if !is_ours(state.record(), told) {
        return state;
    }
    if is_about_account(told.news) {
        return hear_account(state, told, now, profile, effects);
    }
    if is_about_certificate(told.news) {
        return hear_certificate(state, told, now, profile, effects);
    }
    match state {
        State::Banned { since, measure, before } => {
            let before = Box::new(hear(*before, told, now, profile, effects));
            State::Banned { since, measure, before }
        }
        State::Appeal { since, measure, before } => {
            let kind = before.kind();
            let before = hear(*before, told, now, profile, effects);
            if measure.is_none() && before.kind() != kind {
                // What the appeal was about is no longer so.
                return before;
            }
            State::Appeal { since, measure, before: Box::new(before) }
        }
        State::TimedOut { since, told: by_office, before } => {
            let reached = if by_office { News::TaskTimedOut.rank() } else { before.stage() };
            let rank = told.news.rank();
            if rank == reached && !by_office && is_later(before.record(), told, now) {
                // The office still waits for it, so it was not missed after all.
                return repeat(note(*before, told, now), told, now, profile);
            }
            if reached < rank || is_payment(&before, told) {
                let next = hear((*before).clone(), told, now, profile, effects);
                if next != *before {
                    return next;
                }
            }
            let before = Box::new(forget_the_future(*before, told, now));
            State::TimedOut { since, told: by_office, before }
        }
        State::Certified { .. } | State::RenewalDue { .. } | State::Expired { .. } => {
            hear_certified(state, told, now, profile, effects)
        }
        state => hear_order(state, told, now, profile, effects),
    }
}

/// News about an application on its way. The rank decides, and time where it is known.
fn hear_order(
    state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    let record = state.record();
    // What becomes of the name has its own course beside the order's.
    let is_name = matches!(told.news, News::NameAccepted | News::NameRefused);
    let is_late = if is_name { is_before(record, told, now) } else { is_late(record, told, now) };
    let reached = state.stage();
    let rank = told.news.rank();
    // Where nothing was sent, nothing can be answered.
    if is_late || reached == 0 {
        return state;
    }
    let can_reopen = matches!(
        (&state, told.news),
        (State::SentBack { .. } | State::FinallyFailed { .. }, News::ReviewStarted)
            | (State::FinallyFailed { .. }, News::SentBack)
    );
    let reopens = can_reopen && is_later(record, told, now);
    if reached < rank || reopens || is_payment(&state, told) {
        arrive(note(state, told, now), told, now, profile, effects)
    } else if reached == rank {
        repeat(note(state, told, now), told, now, profile)
    } else {
        forget_the_future(state, told, now)
    }
}

/// Whether it says that the fee arrived which this state waits for.
fn is_payment(state: &State, told: &Told) -> bool {
    told.news == News::Paid && matches!(state, State::AwaitingPayment { .. })
}

/// Whether it can be about this application, by its ids.
fn is_ours(record: &Record, told: &Told) -> bool {
    let differ =
        |known: &Option<_>, other: &Option<_>| known.is_some() && other.is_some() && known != other;
    let taskid = &told.reference.taskid;
    // A correction is answered with a taskid, and no page says that it is the same.
    let can_change = 0 < record.corrections;
    let is_application = !is_about_account(told.news) && !is_about_certificate(told.news);
    let is_other = !can_change && differ(&record.reference.taskid, taskid)
        || taskid.is_some() && record.previous == *taskid;
    !(differ(&record.reference.appid, &told.reference.appid) || (is_application && is_other))
}

/// Whether it is older than what is known. Where what is known seems to come from the
/// future a clock was wrong, and only the order of the answers counts.
fn is_late(record: &Record, told: &Told, now: Millis) -> bool {
    is_older(told, record.news_at, now)
}

/// Whether it is older than the application.
pub(super) fn is_before(record: &Record, told: &Told, now: Millis) -> bool {
    is_older(told, record.submitted_at, now)
}

pub(super) fn is_older(told: &Told, known: Option<Millis>, now: Millis) -> bool {
    told.at.is_some_and(|at| known.is_some_and(|known| at < known && known <= now))
}

/// Whether it is certainly newer than what is known.
fn is_later(record: &Record, told: &Told, now: Millis) -> bool {
    told.at.is_some_and(|at| record.news_at.is_none_or(|known| known < at && known <= now))
}

/// Remembers how new this is, and what it calls the application.
pub(super) fn note(mut state: State, told: &Told, now: Millis) -> State {
    let record = state.record_mut();
    record.news_at = newest(record.news_at, told, now);
    if told.reference.taskid.is_some() {
        record.reference.taskid.clone_from(&told.reference.taskid);
    }
    record.reference.complete_from(&told.reference);
    state
}

/// Where what is known seems to come from the future, a clock was wrong, and the next
/// answer is to be compared with this one.
fn forget_the_future(state: State, told: &Told, now: Millis) -> State {
    let is_wrong = state.record().news_at.is_some_and(|known| now < known);
    if is_wrong { note(state, told, now) } else { state }
}

/// How new the newest is. What seems to come from the future is not believed any longer.
pub(super) fn newest(known: Option<Millis>, told: &Told, now: Millis) -> Option<Millis> {
    let at = told.at.unwrap_or(now);
    known.filter(|known| at < *known && *known <= now).or(Some(at))
}

//! What the office does to the account, and what comes of asking support.

use super::arrive::review;
use super::event::{News, Told};
use super::hear::{is_older, newest};
use super::moment::Millis;
use super::profile::ProcessProfile;
use super::state::{Measure, State};
use super::step::{Effect, Notice};

/// Whether it is about the account, whatever state an application is in.
pub(super) const fn is_about_account(news: News) -> bool {
    matches!(
        news,
        News::AccountNormal
            | News::AccountWarned
            | News::AccountFrozen
            | News::AccountBanned
            | News::AccountDeregistered
            | News::AppealGranted
            | News::AppealRefused
    )
}

/// Answers news about the account, of which only the newest counts.
pub(super) fn hear_account(
    mut state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    // Nobody asked, or it is settled: nothing to be answered.
    let is_answer = matches!(told.news, News::AppealGranted | News::AppealRefused);
    if is_answer && !matches!(state, State::Appeal { .. }) {
        return state;
    }
    let record = state.record_mut();
    // One answer does not settle two appeals.
    let is_known = is_answer && told.at.is_some() && told.at == record.account_at;
    if is_known || is_older(told, record.account_at, now) {
        return state;
    }
    record.account_at = newest(record.account_at, told, now);
    let since = told.at.unwrap_or(now);
    match told.news {
        News::AppealGranted => appeal_granted(state, since, profile, effects),
        News::AppealRefused => appeal_refused(state, since, effects),
        News::AccountFrozen => take_measure(state, since, Measure::Frozen, effects),
        News::AccountBanned => take_measure(state, since, Measure::Banned, effects),
        News::AccountDeregistered => take_measure(state, since, Measure::Deregistered, effects),
        news => {
            let is_warning = news == News::AccountWarned;
            if is_warning && !record.warned {
                effects.push(Effect::Notify { notice: Notice::Warned });
            }
            record.warned = is_warning;
            lift(state, effects)
        }
    }
}

fn take_measure(state: State, since: Millis, measure: Measure, effects: &mut Vec<Effect>) -> State {
    match state {
        State::Banned { measure: known, .. } if known == measure => state,
        State::Appeal { measure: Some(known), .. } if known == measure => state,
        State::Banned { before, .. } | State::Appeal { measure: Some(_), before, .. } => {
            effects.push(Effect::Notify { notice: Notice::Banned });
            State::Banned { since, measure, before }
        }
        state => {
            effects.push(Effect::Notify { notice: Notice::Banned });
            State::Banned { since, measure, before: Box::new(state) }
        }
    }
}

/// The application is where it was before.
fn lift(state: State, effects: &mut Vec<Effect>) -> State {
    match state {
        State::Banned { before, .. } | State::Appeal { measure: Some(_), before, .. } => {
            effects.push(Effect::Notify { notice: Notice::Lifted });
            *before
        }
        state => state,
    }
}

/// A measure is lifted; a failure is looked at again.
fn appeal_granted(
    state: State,
    since: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    match state {
        State::Appeal { measure: None, before, .. } => {
            effects.push(Effect::Notify { notice: Notice::Lifted });
            let mut record = before.into_record();
            record.news_at = Some(since);
            review(record, since, profile)
        }
        State::Appeal { .. } => lift(state, effects),
        state => state,
    }
}

fn appeal_refused(state: State, since: Millis, effects: &mut Vec<Effect>) -> State {
    let State::Appeal { measure, before, .. } = state else { return state };
    effects.push(Effect::Notify { notice: Notice::AppealRefused });
    match measure {
        Some(measure) => State::Banned { since, measure, before },
        None => *before,
    }
}

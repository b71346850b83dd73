//! What people do, and what comes of it.

use super::arrive::review;
use super::certify::certify;
use super::event::{Event, News, Told};
use super::moment::{Deadline, Millis};
use super::profile::{FeeTime, ProcessProfile};
use super::record::{NameVerdict, Record};
use super::refusal::Refusal;
use super::settle::{restate, standing};
use super::state::State;
use super::step::Effect;

/// Answers what somebody does in a settled state.
pub(super) fn act(
    mut state: State,
    event: &Event,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> Result<State, Refusal> {
    match event {
        Event::Tick => Ok(state),
        Event::Upload => upload(state, now, profile),
        Event::ConfirmOverdue => confirm_overdue(state, now),
        Event::Correct => correct(state, now, profile, effects),
        Event::Withdraw => withdraw(state, now),
        Event::Appeal => appeal(state, now),
        Event::Check { valid_until } => {
            let (State::Certified { certificate, .. }
            | State::RenewalDue { certificate, .. }
            | State::Expired { certificate, .. }) = &mut state
            else {
                return Err(Refusal::NotNow);
            };
            certificate.hear_end(*valid_until, now, profile);
            certificate.confirm(now, now, profile);
            certificate.check_again(now, now, profile);
            Ok(restate(state))
        }
        _ => proceed(state, event, now, profile, effects),
    }
}

/// What leads on from one state to the next.
fn proceed(
    state: State,
    event: &Event,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> Result<State, Refusal> {
    match (state, event) {
        (State::Preparing { record } | State::Ready { record }, Event::Edit) => {
            Ok(State::Preparing { record })
        }
        (
            State::Preparing { mut record } | State::Ready { mut record },
            Event::Complete { from, to, yuan },
        ) => {
            require_materials(&record)?;
            record.name_from.clone_from(from);
            record.name_to.clone_from(to);
            record.name_verdict = NameVerdict::Pending;
            record.yuan = *yuan;
            Ok(State::Ready { record })
        }
        // The name may be what was sent back; what it costs is settled.
        (
            State::SentBack { mut record, since, until, reasons, left },
            Event::Complete { from, to, .. },
        ) => {
            record.name_from.clone_from(from);
            record.name_to.clone_from(to);
            record.name_verdict = NameVerdict::Pending;
            Ok(State::SentBack { record, since, until, reasons, left })
        }
        (State::Ready { mut record }, Event::Submit) => {
            require_materials(&record)?;
            record.materials = None;
            record.submitted_at = Some(now);
            record.news_at = Some(now);
            effects.push(Effect::Export);
            let until = Deadline::after_hours(now, profile.task_hours.value);
            Ok(State::Submitted { record, since: now, until })
        }
        (State::AwaitingPayment { mut record, fee, .. }, Event::Pay) => {
            record.paid_at = Some(now);
            record.news_at = Some(now);
            Ok(match fee {
                FeeTime::BeforeReview => review(record, now, profile),
                FeeTime::AfterReview => {
                    certify(record, &Told::new(News::Certified), now, profile, effects)
                }
            })
        }
        (
            State::RenewalDue { record, certificate } | State::Expired { record, certificate },
            Event::Renew,
        ) => Ok(State::Preparing { record: record.renewed(Some(certificate)) }),
        (State::Certified { certificate, .. }, Event::Renew) => {
            let first = certificate.remind_at.first().copied();
            Err(Refusal::TooEarly { from: first.unwrap_or(certificate.valid_until) })
        }
        (
            state @ (State::FinallyFailed { .. }
            | State::Stopped { .. }
            | State::TimedOut { .. }
            | State::Withdrawn { .. }),
            Event::StartOver,
        ) => {
            let mut record = state.into_record();
            let certificate = record.certificate.take();
            Ok(State::Preparing { record: record.renewed(certificate) })
        }
        _ => Err(Refusal::NotNow),
    }
}

fn require_materials(record: &Record) -> Result<(), Refusal> {
    match record.materials {
        Some(materials) if materials.passed => Err(Refusal::MaterialsExpired { at: materials.at }),
        _ => Ok(()),
    }
}

/// Counts a photo. The first one after all have expired begins a new period.
fn upload(mut state: State, now: Millis, profile: &ProcessProfile) -> Result<State, Refusal> {
    if !state.uses_materials() {
        return Err(Refusal::NotNow);
    }
    let record = state.record_mut();
    if let Some(limit) = profile.uploads
        && limit.value <= record.uploads
    {
        return Err(Refusal::UploadsUsedUp { most: limit.value });
    }
    record.uploads = record.uploads.saturating_add(1);
    if record.materials.is_none_or(|materials| materials.passed) {
        record.materials = Some(Deadline::after_days(now, profile.materials_days.value));
    }
    Ok(match state {
        State::Ready { record } => State::Preparing { record },
        other => other,
    })
}

/// Sends a correction: what was sent back, or what nobody has looked at in time.
fn correct(
    state: State,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> Result<State, Refusal> {
    let most = profile.corrections.value;
    let (mut record, left) = match state {
        State::SentBack { mut record, until, left, .. } => {
            record.correct_by = Some(until);
            (record, left)
        }
        State::TimedOut { before, .. } if matches!(*before, State::UnderReview { .. }) => {
            let record = before.into_record();
            let left = most.saturating_sub(record.corrections);
            (record, left)
        }
        _ => return Err(Refusal::NotNow),
    };
    if left == 0 {
        return Err(Refusal::CorrectionsUsedUp { most });
    }
    require_materials(&record)?;
    record.corrections = record.corrections.saturating_add(1);
    record.materials = None;
    record.news_at = Some(now);
    effects.push(Effect::Export);
    Ok(review(record, now, profile))
}

/// Believes somebody that a deadline was missed, if the clock agrees.
fn confirm_overdue(mut state: State, now: Millis) -> Result<State, Refusal> {
    let Some((_, until)) = state.wait() else { return Err(Refusal::NotNow) };
    if !until.passed {
        return Err(Refusal::NotOverdue { until: until.at });
    }
    state.record_mut().news_at = Some(now);
    Ok(State::TimedOut { since: now, told: false, before: Box::new(state) })
}

/// Gives up. A certification that stands is what remains; without one, an application
/// that has ended cannot be given up any more.
fn withdraw(state: State, now: Millis) -> Result<State, Refusal> {
    match state {
        State::Certified { .. }
        | State::RenewalDue { .. }
        | State::Expired { .. }
        | State::Withdrawn { .. }
        | State::Banned { .. }
        | State::Appeal { .. } => Err(Refusal::NotNow),
        State::FinallyFailed { .. } | State::Stopped { .. } | State::TimedOut { .. }
            if state.certificate().is_none() =>
        {
            Err(Refusal::NotNow)
        }
        state => {
            let mut record = state.into_record();
            record.materials = None;
            Ok(match record.certificate.take() {
                Some(certificate) => standing(record.renewed(None), certificate),
                None => State::Withdrawn { record, since: now },
            })
        }
    }
}

/// Asks support, where only support can help.
fn appeal(state: State, now: Millis) -> Result<State, Refusal> {
    match state {
        State::Banned { measure, before, .. } => {
            Ok(State::Appeal { since: now, measure: Some(measure), before })
        }
        State::FinallyFailed { .. } => {
            Ok(State::Appeal { since: now, measure: None, before: Box::new(state) })
        }
        _ => Err(Refusal::NotNow),
    }
}

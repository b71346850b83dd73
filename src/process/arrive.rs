//! Where news take an application.

use super::certify::certify;
use super::event::{News, Told};
use super::moment::{Deadline, Millis};
use super::profile::{FeeTime, ProcessProfile};
use super::record::Record;
use super::state::{State, Stop};
use super::step::{Effect, Notice};

/// Goes where the news say.
pub(super) fn arrive(
    mut state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    let since = told.at.unwrap_or(now);
    if told.news == News::TaskTimedOut {
        effects.push(Effect::Notify { notice: Notice::TimedOut });
        return State::TimedOut { since, told: true, before: Box::new(state) };
    }
    // All steps of the administrator share one deadline.
    let task_until = state
        .until_mut()
        .copied()
        .unwrap_or_else(|| Deadline::after_hours(since, profile.task_hours.value));
    let fee = if let State::AwaitingPayment { fee, .. } = state { Some(fee) } else { None };
    let correct_by = if let State::SentBack { until, .. } = state { Some(until) } else { None };
    let mut record = state.into_record();
    record.correct_by = correct_by.or(record.correct_by);
    record.materials = None;
    learn_agency(&mut record, told);
    match told.news {
        News::PaymentDue => await_payment(record, since, FeeTime::BeforeReview, profile, effects),
        News::Paid if fee == Some(FeeTime::AfterReview) => {
            record.paid_at = Some(since);
            certify(record, told, since, profile, effects)
        }
        News::Paid | News::ReviewStarted => {
            if told.news == News::Paid || fee.is_some() {
                record.paid_at = record.paid_at.or(Some(since));
            }
            review(record, since, profile)
        }
        News::SentBack => {
            effects.push(Effect::Notify { notice: Notice::SentBack });
            let latest = correct_until(since, profile);
            let mut until = record.correct_by.take().unwrap_or(latest);
            until.no_later_than(latest);
            let left = profile.corrections.value.saturating_sub(record.corrections);
            let reasons = told.reasons.clone();
            State::SentBack { record, since, until, reasons, left }
        }
        News::Passed
            if profile.fee == FeeTime::AfterReview
                && 0 < record.yuan
                && record.paid_at.is_none() =>
        {
            await_payment(record, since, FeeTime::AfterReview, profile, effects)
        }
        News::FinallyFailed => {
            effects.push(Effect::Notify { notice: Notice::FinallyFailed });
            State::FinallyFailed { record, since, reasons: told.reasons.clone() }
        }
        News::Passed
        | News::Qualified
        | News::Certified
        | News::NameAccepted
        | News::NameRefused => certify(record, told, since, profile, effects),
        _ => arrive_at_task(record, told, since, task_until, effects),
    }
}

/// The same for the steps before there is an order.
fn arrive_at_task(
    record: Record,
    told: &Told,
    since: Millis,
    until: Deadline,
    effects: &mut Vec<Effect>,
) -> State {
    let mut notify = |notice| effects.push(Effect::Notify { notice });
    let stop = match told.news {
        News::AuthorizationRefused => Stop::AuthorizationRefused,
        News::OrderFailed => Stop::OrderFailed,
        News::VerificationFailed => Stop::VerificationFailed,
        News::Authorized | News::FaceStarted => {
            return State::FaceCheck { record, until, failed: false };
        }
        News::FaceFailed => {
            notify(Notice::FaceFailed);
            return State::FaceCheck { record, until, failed: true };
        }
        News::FacePassed | News::CodeSent => {
            return State::SmsCheck { record, until, failed: false };
        }
        News::CodeFailed => {
            notify(Notice::CodeFailed);
            return State::SmsCheck { record, until, failed: true };
        }
        News::CodePassed => return State::AwaitingOrder { record, until: Some(until) },
        News::OrderCreated => return State::AwaitingOrder { record, until: None },
        _ => {
            notify(Notice::Authorize);
            let auth_url = told.auth_url.clone();
            return State::AwaitingAuthorization { record, since, until, auth_url };
        }
    };
    notify(Notice::Stopped);
    State::Stopped { record, since, why: stop }
}

/// The same again, perhaps with more.
pub(super) fn repeat(
    mut state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
) -> State {
    let since = told.at.unwrap_or(now);
    learn_agency(state.record_mut(), told);
    match &mut state {
        State::AwaitingAuthorization { auth_url, .. } if told.auth_url.is_some() => {
            auth_url.clone_from(&told.auth_url);
        }
        State::AwaitingPayment { until, .. } => {
            until.no_later_than(Deadline::after_hours(since, profile.payment_hours.value));
        }
        State::UnderReview { record, .. } if told.news == News::Paid => {
            record.paid_at = record.paid_at.or(Some(since));
        }
        State::SentBack { until, reasons, .. } => {
            until.no_later_than(correct_until(since, profile));
            if !told.reasons.is_empty() {
                reasons.clone_from(&told.reasons);
            }
        }
        State::FinallyFailed { reasons, .. } if !told.reasons.is_empty() => {
            reasons.clone_from(&told.reasons);
        }
        _ => {}
    }
    state
}

fn learn_agency(record: &mut Record, told: &Told) {
    if told.agency.is_some() {
        record.agency.clone_from(&told.agency);
    }
}

fn correct_until(since: Millis, profile: &ProcessProfile) -> Deadline {
    Deadline::after_days(since, profile.correction_days.value)
}

fn await_payment(
    record: Record,
    since: Millis,
    fee: FeeTime,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    let until = Deadline::after_hours(since, profile.payment_hours.value);
    effects.push(Effect::AskForPayment { yuan: record.yuan, until: until.at });
    State::AwaitingPayment { record, since, until, fee }
}

/// A review that begins.
pub(super) fn review(record: Record, since: Millis, profile: &ProcessProfile) -> State {
    let until = Deadline::after_days(since, profile.review_days.value);
    State::UnderReview { record, since, until }
}

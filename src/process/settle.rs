//! The passing of time: it marks what is over, and decides nothing else.

use super::certificate::Certificate;
use super::moment::Millis;
use super::record::Record;
use super::state::State;
use super::step::{Effect, Notice};

/// Takes note of the clock. What has passed stays passed; no application ends by it. A
/// certification comes near its end and lapses by it, which the office's word takes back.
pub(super) fn settle(mut state: State, now: Millis, effects: &mut Vec<Effect>) -> State {
    if let State::Banned { before, .. } | State::Appeal { before, .. } = &mut state {
        // The office's clocks go on meanwhile.
        let empty = State::Preparing { record: Record::default() };
        **before = settle(std::mem::replace(&mut **before, empty), now, effects);
        return state;
    }
    if state.until_mut().is_some_and(|until| until.settle(now)) {
        effects.push(Effect::Notify { notice: Notice::Overdue });
    }
    let record = state.record_mut();
    if record.materials.as_mut().is_some_and(|materials| materials.settle(now)) {
        effects.push(Effect::Notify { notice: Notice::MaterialsExpired });
    }
    if let Some(correct_by) = &mut record.correct_by {
        correct_by.settle(now);
    }
    if let Some(certificate) = state.certificate_mut() {
        certificate.settle(now, effects);
    }
    restate(state)
}

/// The state that a certification's own count of reminders and restrictions means.
pub(super) fn restate(mut state: State) -> State {
    if let State::Banned { before, .. } | State::Appeal { before, .. } = &mut state {
        let empty = State::Preparing { record: Record::default() };
        **before = restate(std::mem::replace(&mut **before, empty));
        return state;
    }
    match state {
        State::Certified { record, certificate }
        | State::RenewalDue { record, certificate }
        | State::Expired { record, certificate } => standing(record, certificate),
        other => other,
    }
}

/// The state of a certification that is not being renewed.
pub(super) fn standing(record: Record, certificate: Certificate) -> State {
    if 0 < certificate.lapsed {
        State::Expired { record, certificate }
    } else if 0 < certificate.reminded {
        State::RenewalDue { record, certificate }
    } else {
        State::Certified { record, certificate }
    }
}

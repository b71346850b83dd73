//! Approval, the name that comes with it, and what is told of a certification later.

use super::certificate::Certificate;
use super::event::{News, Told};
use super::hear::{is_before, note};
use super::moment::Millis;
use super::profile::ProcessProfile;
use super::record::{NameVerdict, Record};
use super::settle::{restate, standing};
use super::state::State;
use super::step::{Effect, Notice};

/// The certification takes effect.
///
/// The office judges the name only when the subject has passed, so any word about the
/// name says that, too.
pub(super) fn certify(
    mut record: Record,
    told: &Told,
    since: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    let certificate = Certificate::new(record.reference.clone(), since, told.valid_until, profile);
    record.certificate = None;
    record.correct_by = None;
    effects.push(Effect::Notify { notice: Notice::Certified });
    judge_name(&mut record, told.news, effects);
    standing(record, certificate)
}

/// What the news mean for the program's name. A refusal stays, and takes back a change
/// that was taken for granted: the program has its former name again.
///
/// Source: WeChat's answer at
/// <https://developers.weixin.qq.com/community/minihome/doc/0006a832238928f7fd846d79c66400>.
fn judge_name(record: &mut Record, news: News, effects: &mut Vec<Effect>) {
    let verdict = match news {
        News::Qualified => return,
        News::NameRefused => NameVerdict::Refused,
        _ => NameVerdict::Accepted,
    };
    let before = record.name_verdict;
    if before == verdict || before == NameVerdict::Refused {
        return;
    }
    record.name_verdict = verdict;
    if verdict == NameVerdict::Refused {
        effects.push(Effect::Notify { notice: Notice::NameRefused });
    }
    let (from, to) = match (before, verdict) {
        (_, NameVerdict::Accepted) => (record.name_from.clone(), record.name_to.clone()),
        (NameVerdict::Accepted, _) => (record.name_to.clone(), record.name_from.clone()),
        _ => return,
    };
    if let Some(to) = to.filter(|to| from.as_ref() != Some(to)) {
        effects.push(Effect::RenameProgram { from, to });
    }
}

/// News in a state that is certified already: its end and its name, nothing else.
pub(super) fn hear_certified(
    mut state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    let is_about_it = told.news.rank() == state.stage();
    if !is_about_it || is_before(state.record(), told, now) {
        return state;
    }
    state = note(state, told, now);
    let lapsed_before = state.certificate().is_some_and(|it| 0 < it.lapsed);
    if let Some(certificate) = state.certificate_mut() {
        certificate.hear_end(told.valid_until, now, profile);
        certificate.reference.complete_from(&told.reference);
        if lapsed_before && certificate.lapsed == 0 {
            // Renewed without this process.
            effects.push(Effect::Notify { notice: Notice::Certified });
        }
    }
    judge_name(state.record_mut(), told.news, effects);
    restate(state)
}

/// What is told of a certification whatever becomes of its renewal.
pub(super) const fn is_about_certificate(news: News) -> bool {
    matches!(news, News::Standing | News::RenewalDue | News::Expired)
}

/// The certification's end comes near, or has come, or is not what the clock said.
pub(super) fn hear_certificate(
    mut state: State,
    told: &Told,
    now: Millis,
    profile: &ProcessProfile,
    effects: &mut Vec<Effect>,
) -> State {
    if matches!(state, State::Preparing { .. })
        && let Some(valid_until) = told.valid_until
    {
        let record = state.record_mut();
        if record.certificate.is_none() {
            // The program was certified before this process began.
            record.reference.complete_from(&told.reference);
            let since = told.at.unwrap_or(now).min(valid_until.saturating_sub(1));
            let reference = record.reference.clone();
            record.certificate =
                Some(Certificate::new(reference, since, Some(valid_until), profile));
        }
    }
    let seen = told.at.unwrap_or(now);
    if let Some(certificate) = state.certificate_mut()
        && certificate.is_meant_by(told.valid_until)
    {
        certificate.hear_end(told.valid_until, now, profile);
        match told.news {
            News::Standing => certificate.confirm(seen, now, profile),
            News::RenewalDue => certificate.lapse(1, 0, effects),
            _ => certificate.lapse(0, certificate.lapsed_at(seen).max(1), effects),
        }
    }
    restate(state)
}

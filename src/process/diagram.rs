//! The picture of the process, found by trying every event in every kind of state.

use super::due::DueKind;
use super::event::{Act, Event, EventKind, News};
use super::moment::Millis;
use super::profile::ProcessProfile;
use super::state::{State, StateKind};

/// A way from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The state before.
    pub from: StateKind,
    /// What happens.
    pub event: EventKind,
    /// The state after.
    pub to: StateKind,
}

impl Transition {
    /// Whether an application usually goes that way. The others are for answers that come
    /// late, or never came, and for decisions that are taken back.
    pub fn is_usual(&self) -> bool {
        use StateKind as From;

        let EventKind::News(news) = self.event else { return true };
        let from: &[From] = match news {
            News::TaskCreated => &[From::Submitted],
            News::Authorized | News::AuthorizationRefused => &[From::AwaitingAuthorization],
            News::FacePassed => &[From::FaceCheck],
            News::CodePassed => &[From::SmsCheck],
            News::VerificationFailed => &[From::FaceCheck, From::SmsCheck],
            News::TaskTimedOut => &[From::AwaitingAuthorization, From::FaceCheck, From::SmsCheck],
            News::OrderFailed | News::PaymentDue => &[From::AwaitingOrder],
            News::Paid => &[From::AwaitingPayment],
            News::ReviewStarted => &[From::Submitted, From::AwaitingOrder, From::AwaitingPayment],
            News::SentBack | News::Passed | News::Certified => &[From::UnderReview],
            News::FinallyFailed => &[From::UnderReview, From::SentBack],
            News::Standing => &[From::Expired],
            News::RenewalDue => &[From::Certified],
            News::Expired => &[From::RenewalDue],
            News::AccountNormal | News::AppealGranted | News::AppealRefused => {
                &[From::Banned, From::Appeal]
            }
            News::AccountFrozen | News::AccountBanned | News::AccountDeregistered => {
                return self.from != From::Appeal;
            }
            // Within a state, or beside other news.
            News::FaceStarted
            | News::FaceFailed
            | News::CodeSent
            | News::CodeFailed
            | News::OrderCreated
            | News::Qualified
            | News::NameAccepted
            | News::NameRefused
            | News::AccountWarned => &[],
        };
        from.contains(&self.from)
    }
}

/// An event of each kind, with what it needs to be understood.
pub fn events() -> Vec<Event> {
    let act = |act: &Act| match act {
        Act::Tick => Event::Tick,
        Act::Edit => Event::Edit,
        Act::Upload => Event::Upload,
        Act::Complete => {
            let (from, to) = (Some("from".into()), Some("to".into()));
            Event::Complete { from, to, yuan: 300 }
        }
        Act::Submit => Event::Submit,
        Act::Pay => Event::Pay,
        Act::Correct => Event::Correct,
        Act::Withdraw => Event::Withdraw,
        Act::StartOver => Event::StartOver,
        Act::Renew => Event::Renew,
        Act::ConfirmOverdue => Event::ConfirmOverdue,
        Act::Check => Event::Check { valid_until: None },
        Act::Appeal => Event::Appeal,
    };
    let news = News::ALL.iter().map(|news| Event::from(*news));
    Act::ALL.iter().map(act).chain(news).collect()
}

/// All ways from one state to another, in the order of the states and their events.
/// States that differ only in what they remember are one. Every state in it was reached
/// from the first.
pub fn transitions(profile: &ProcessProfile) -> Vec<Transition> {
    let events = events();
    let mut found = Vec::new();
    let mut seen = vec![(State::new(profile), START)];
    let mut at = 0;
    while at < seen.len() {
        let (state, now) = seen[at].clone();
        // At once, and after a pause until one of the deadlines.
        let later = state.due(now).next.into_iter().map(|item| item.at);
        for now in [now].into_iter().chain(later) {
            // What time alone does is the tick's, so it comes before any other event.
            let Ok(slept) = state.clone().on(Event::Tick, now, profile) else { continue };
            let tick = slept.state.clone();
            let mut steps = vec![(state.kind(), Event::Tick, tick)];
            for event in &events {
                if let Ok(step) = slept.state.clone().on(event.clone(), now, profile) {
                    steps.push((slept.state.kind(), event.clone(), step.state));
                }
            }
            for (from, event, next) in steps {
                let way = Transition { from, event: event.kind(), to: next.kind() };
                if way.from != way.to && !found.contains(&way) {
                    found.push(way);
                }
                let shape = shape(&next);
                if seen.iter().all(|(state, _)| self::shape(state) != shape) {
                    seen.push((next, now));
                }
            }
        }
        at += 1;
    }
    let mut sorted = Vec::with_capacity(found.len());
    for from in StateKind::ALL {
        sorted.extend(found.iter().filter(|way| way.from == from).copied());
    }
    sorted
}

/// 2026-01-01 in UTC+8; any moment would do.
const START: Millis = 1_767_196_800_000;

/// What makes a difference to where an event leads.
type Shape = (StateKind, u8, Option<(DueKind, bool)>, bool, Option<StateKind>);

fn shape(state: &State) -> Shape {
    let before = match state {
        State::TimedOut { before, .. }
        | State::Banned { before, .. }
        | State::Appeal { before, .. } => Some(before.kind()),
        _ => None,
    };
    let wait = state.wait().map(|(what, until)| (what, until.passed));
    (state.kind(), state.stage(), wait, state.certificate().is_some(), before)
}

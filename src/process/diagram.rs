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
        Act::Check => Event::Check,
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
        for event in &events {
            // A pause as long as the next deadline, too.
            let next = state.due(now).next.first().map(|item| item.at);
            for now in next.into_iter().chain([now]) {
                let Ok(step) = state.clone().on(event.clone(), now, profile) else { continue };
                // The part of it that time alone does is the tick's.
                let Ok(slept) = state.clone().on(Event::Tick, now, profile) else { continue };
                let way = Transition {
                    from: slept.state.kind(),
                    event: event.kind(),
                    to: step.state.kind(),
                };
                let way = if *event == Event::Tick {
                    Transition { from: state.kind(), ..way }
                } else {
                    way
                };
                if way.from != way.to && !found.contains(&way) {
                    found.push(way);
                }
                let shape = shape(&step.state);
                if seen.iter().all(|(state, _)| self::shape(state) != shape) {
                    seen.push((step.state, now));
                }
            }
        }
        at += 1;
    }
    let mut sorted = Vec::with_capacity(found.len());
    for from in StateKind::ALL {
        sorted.extend(found.iter().filter(|way| way.from == *from).copied());
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

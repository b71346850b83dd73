//! What the tests of the process share: moments, one sample of each sort of state, and
//! short ways to take steps.

use renzheng::process::{
    Effect, Event, News, ProcessProfile, Record, Refusal, State, StateKind, Told,
};

pub const WECHAT: &ProcessProfile = ProcessProfile::WECHAT_2026;
pub const BRIEF: &ProcessProfile = ProcessProfile::BRIEF;

pub const HOUR: i64 = 60 * 60 * 1000;
pub const DAY: i64 = 24 * HOUR;
/// 2026-03-02 10:00 in UTC+8, a Monday.
pub const MONDAY: i64 = 1_772_416_800_000;

/// A process with its clock, which tests turn as they like.
#[derive(Clone, Debug)]
pub struct Process {
    pub state: State,
    pub now: i64,
    pub profile: &'static ProcessProfile,
    /// The effects of the last step.
    pub effects: Vec<Effect>,
}

impl Process {
    pub fn new(profile: &'static ProcessProfile) -> Self {
        Self { state: State::new(profile), now: MONDAY, profile, effects: Vec::new() }
    }

    /// Takes a step that must be accepted.
    #[track_caller]
    pub fn on(&mut self, event: impl Into<Event>) -> &mut Self {
        let event = event.into();
        let step = self.state.clone().on(event.clone(), self.now, self.profile);
        match step {
            Ok(step) => {
                self.state = step.state;
                self.effects = step.effects;
            }
            Err(refused) => panic!("{event:?} in {:?}: {:?}", self.state.kind(), refused.why),
        }
        self
    }

    /// Takes a step that must be refused, and change nothing.
    #[track_caller]
    pub fn refuses(&mut self, event: impl Into<Event>, why: Refusal) -> &mut Self {
        let event = event.into();
        let refused = self.state.clone().on(event.clone(), self.now, self.profile).unwrap_err();
        assert_eq!(refused.why, why);
        assert_eq!((refused.state, refused.event), (self.state.clone(), event));
        self
    }

    pub fn wait(&mut self, millis: i64) -> &mut Self {
        self.now += millis;
        self
    }

    #[track_caller]
    pub fn is(&mut self, kind: StateKind) -> &mut Self {
        assert_eq!(self.state.kind(), kind);
        self
    }

    #[track_caller]
    pub fn does(&mut self, effect: &Effect) -> &mut Self {
        assert!(self.effects.contains(effect), "{:?} lacks {effect:?}", self.effects);
        self
    }

    pub fn record(&self) -> &Record {
        self.state.record()
    }
}

/// A complete form under new names.
pub fn complete() -> Event {
    Event::Complete { from: Some("青石".into()), to: Some("青石小筑".into()), yuan: 300 }
}

pub fn told(news: News, at: i64) -> Told {
    Told { at: Some(at), ..Told::new(news) }
}

/// Saved as JSON and restored.
#[track_caller]
pub fn restored(state: &State) -> State {
    let json = serde_json::to_string(state).unwrap();
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// One process in each sort of state, reached from the beginning, under the short name
/// that the table has.
pub fn samples() -> Vec<(&'static str, Process)> {
    let mut samples = Vec::new();
    let mut add = |name, process: &Process| samples.push((name, process.clone()));

    let mut it = Process::new(WECHAT);
    add("pre", &it);
    add("rdy", it.on(complete()));
    add("sub", it.on(Event::Submit));
    add("aut", it.on(News::TaskCreated));
    let task = it.clone();
    add("fac", it.on(News::Authorized));
    add("fa!", it.clone().on(News::FaceFailed));
    add("sms", it.on(News::FacePassed));
    add("sm!", it.clone().on(News::CodeFailed));
    add("ord", it.on(News::CodePassed));
    add("or+", it.on(News::OrderCreated));
    add("pay", it.on(News::PaymentDue));
    add("rev", it.on(Event::Pay));
    let review = it.clone();
    add("bac", it.on(News::SentBack));
    let mut used = it.clone();
    for _ in 0..3 {
        used.on(Event::Correct).on(News::SentBack);
    }
    add("ba0", &used);
    add("cer", it.on(Event::Correct).on(News::Certified));
    add("due", it.wait(280 * DAY).on(Event::Tick));
    let mut renewal = it.clone();
    add("ren", renewal.on(Event::Renew));
    add("exp", it.wait(90 * DAY).on(Event::Tick));
    let mut failed = review.clone();
    add("fai", failed.on(News::FinallyFailed));
    renewal.on(complete()).on(Event::Submit).on(News::FinallyFailed);
    add("fa+", &renewal);
    add("sto", task.clone().on(News::AuthorizationRefused));
    add("to!", task.clone().on(News::TaskTimedOut));
    add("tot", task.clone().wait(DAY).on(Event::ConfirmOverdue));
    add("tor", review.clone().wait(30 * DAY).on(Event::ConfirmOverdue));
    add("wit", review.clone().on(Event::Withdraw));
    let mut banned = review.clone();
    add("ban", banned.on(News::AccountBanned));
    add("apb", banned.on(Event::Appeal));
    add("apf", failed.on(Event::Appeal));

    let mut it = Process::new(BRIEF);
    it.on(complete()).on(Event::Submit).on(News::ReviewStarted);
    add("pa+", it.on(News::Passed));
    samples
}

//! What must hold of every step, whatever the events, the clocks and the order.

use renzheng::process::{Deadline, Event, News, Refused, State, StateKind, Step, Told};

use crate::support::{Process, restored};

/// Counts what the process should count, and compares after every step.
#[derive(Clone, Debug)]
pub struct Watched {
    pub process: Process,
    pub steps: u64,
    uploads: u16,
    corrections: u16,
}

impl Watched {
    pub fn new(process: Process) -> Self {
        let (uploads, corrections) = (process.record().uploads, process.record().corrections);
        Self { process, steps: 0, uploads, corrections }
    }

    /// Takes a step, and says whether it was accepted.
    pub fn on(&mut self, event: &Event) -> bool {
        self.steps += 1;
        let Process { state, now, profile, .. } = self.process.clone();
        let step = match state.clone().on(event.clone(), now, profile) {
            Ok(step) => step,
            Err(refused) => {
                let Refused { state: same, event: answered, why } = *refused;
                assert_eq!(
                    (&same, &answered),
                    (&state, event),
                    "a refusal changes nothing: {why:?}"
                );
                assert!(!matches!(event, Event::Told(_)), "news are never refused");
                return false;
            }
        };
        if let Event::Told(told) = event {
            self.late_news_change_nothing(told, &step);
            self.the_same_news_again_change_nothing(event, &step);
        }
        if *event == Event::Tick {
            time_decides_nothing(&state, &step.state);
        }
        self.count(event, &step.state);
        no_deadline_is_lost(&state, &step.state, event);
        if self.steps.is_multiple_of(8) {
            assert_eq!(restored(&step.state), step.state);
        }
        self.process.state = step.state;
        self.process.effects = step.effects;
        true
    }

    /// Attempts are counted when somebody makes one, and only then.
    fn count(&mut self, event: &Event, after: &State) {
        let leaves_renewal = after.record().submitted_at.is_none();
        match event {
            Event::Upload => self.uploads += 1,
            Event::Correct => self.corrections += 1,
            Event::Renew | Event::StartOver => (self.uploads, self.corrections) = (0, 0),
            Event::Withdraw if leaves_renewal && after.kind() != StateKind::Withdrawn => {
                (self.uploads, self.corrections) = (0, 0);
            }
            _ => {}
        }
        let record = after.record();
        let counted = (record.uploads, record.corrections);
        assert_eq!(counted, (self.uploads, self.corrections), "after {event:?}");
        let profile = self.process.profile;
        assert!(record.corrections <= profile.corrections.value);
        assert!(profile.uploads.is_none_or(|limit| record.uploads <= limit.value));
    }

    fn late_news_change_nothing(&self, told: &Told, step: &Step) {
        let Process { state, now, profile, .. } = &self.process;
        let has_own_time = told.news as u8 >= News::Standing as u8
            || matches!(told.news, News::NameAccepted | News::NameRefused)
            // Once it is certified, only what is older than the application is late.
            || state.certificate().is_some();
        let known = state.record().news_at;
        let is_late = told.at.zip(known).is_some_and(|(at, known)| at < known && known <= *now);
        if is_late && !has_own_time {
            let slept = state.clone().on(Event::Tick, *now, profile).unwrap();
            assert_eq!(*step, slept, "late: {told:?}");
        }
    }

    fn the_same_news_again_change_nothing(&self, event: &Event, step: &Step) {
        let Process { now, profile, .. } = &self.process;
        let Event::Told(told) = event else { return };
        if told.at.is_none() && matches!(told.news, News::AppealGranted | News::AppealRefused) {
            // There may be two appeals, and nothing says that this is the same answer.
            return;
        }
        let again = step.state.clone().on(event.clone(), *now, profile).unwrap();
        assert_eq!(again.state, step.state, "twice: {event:?}");
        assert_eq!(again.effects, [], "twice: {event:?}");
    }
}

/// Time marks what has passed, and a certification comes to its end by it.
fn time_decides_nothing(before: &State, after: &State) {
    let standing = [StateKind::Certified, StateKind::RenewalDue, StateKind::Expired];
    let (from, to) = (inside(before).kind(), inside(after).kind());
    assert!(from == to || standing.contains(&from) && standing.contains(&to), "{from:?} to {to:?}");
    if let (Some(before), Some(after)) = (before.certificate(), after.certificate()) {
        assert!(before.lapsed <= after.lapsed && before.reminded <= after.reminded);
    }
    if let (Some(before), Some(after)) = (until(before), until(after)) {
        assert!(before.at == after.at && before.passed <= after.passed);
    }
}

fn no_deadline_is_lost(before: &State, after: &State, event: &Event) {
    if before.certificate().is_some() {
        assert!(after.certificate().is_some(), "the certification is lost by {event:?}");
    }
    let is_same = before.record().submitted_at == after.record().submitted_at
        && before.record().submitted_at.is_some();
    let over =
        [StateKind::Certified, StateKind::RenewalDue, StateKind::Expired, StateKind::Withdrawn];
    if !is_same || over.contains(&inside(after).kind()) {
        return;
    }
    if let Some(before) = correct_by(before) {
        let after = correct_by(after).unwrap_or_else(|| panic!("lost by {event:?}: {after:?}"));
        assert!(after.at <= before.at && before.passed <= after.passed, "{event:?}");
    }
    let shares = |state: &State| match inside(state) {
        State::Submitted { .. }
        | State::AwaitingAuthorization { .. }
        | State::FaceCheck { .. }
        | State::SmsCheck { .. }
        | State::AwaitingOrder { until: Some(_), .. } => 1,
        State::AwaitingPayment { .. } => 2,
        _ => 0,
    };
    if 0 < shares(before) && shares(before) == shares(after) {
        let (before, after) = (until(before).unwrap(), until(after).unwrap());
        assert!(after.at <= before.at && before.passed <= after.passed, "{event:?}");
    }
}

/// The state that a ban, an appeal or a missed deadline holds.
pub fn inside(state: &State) -> &State {
    match state {
        State::TimedOut { before, .. }
        | State::Banned { before, .. }
        | State::Appeal { before, .. } => inside(before),
        other => other,
    }
}

fn until(state: &State) -> Option<Deadline> {
    match inside(state) {
        State::Submitted { until, .. }
        | State::AwaitingAuthorization { until, .. }
        | State::FaceCheck { until, .. }
        | State::SmsCheck { until, .. }
        | State::AwaitingPayment { until, .. }
        | State::UnderReview { until, .. }
        | State::SentBack { until, .. } => Some(*until),
        State::AwaitingOrder { until, .. } => *until,
        _ => None,
    }
}

fn correct_by(state: &State) -> Option<Deadline> {
    match inside(state) {
        State::SentBack { until, .. } => Some(*until),
        other => other.record().correct_by,
    }
}

//! A model of the office, and of a person with an unreliable line to it and an unreliable
//! clock: answers come late, twice, in another order or never. In the end the process is
//! where the office says.

use fastrand::Rng;
use renzheng::process::{Effect, Event, News, Private, State, StateKind, Told};

use crate::invariants::{Watched, inside};
use crate::support::{BRIEF, DAY, HOUR, Process, WECHAT};

const STEPS: u64 = 600_000;

/// Where an application really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Nothing,
    /// The last news of the task.
    Task(News),
    Payment,
    Review,
    SentBack,
    Certified,
    Failed,
}

impl Truth {
    /// What the office answers when it is asked.
    fn news(self) -> Option<News> {
        Some(match self {
            Self::Nothing => return None,
            Self::Task(news) => news,
            Self::Payment => News::PaymentDue,
            Self::Review => News::ReviewStarted,
            Self::SentBack => News::SentBack,
            Self::Certified => News::Certified,
            Self::Failed => News::FinallyFailed,
        })
    }
}

struct World {
    random: Rng,
    it: Watched,
    /// The real time.
    time: i64,
    /// By how much the host's clock is wrong.
    skew: i64,
    truth: Truth,
    is_banned: bool,
    task: u32,
    /// What was said and may still arrive, or arrive again.
    said: Vec<Told>,
    /// The program's name, as effects have it.
    name: Private,
    names: u32,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut random = Rng::with_seed(seed);
        let profile = if random.u8(..4) == 0 { BRIEF } else { WECHAT };
        let it = Watched::new(Process::new(profile));
        let time = it.process.now;
        Self {
            random,
            it,
            time,
            skew: 0,
            truth: Truth::Nothing,
            is_banned: false,
            task: 0,
            said: Vec::new(),
            name: "0".into(),
            names: 0,
        }
    }

    fn on(&mut self, event: &Event) -> bool {
        self.it.process.now = self.time + self.skew;
        let is_accepted = self.it.on(event);
        if is_accepted {
            for effect in &self.it.process.effects {
                if let Effect::RenameProgram { from, to } = effect {
                    assert_eq!(from.as_ref(), Some(&self.name), "renamed from what it is called");
                    self.name = to.clone();
                }
            }
        }
        is_accepted
    }

    fn says(&mut self, news: News) -> Told {
        // A message has the office's time; an answer the time of whoever asked.
        let at = if self.random.bool() { self.time } else { self.time + self.skew };
        let mut told = Told { at: Some(at), ..Told::new(news) };
        told.reference.taskid = Some(self.task.to_string().as_str().into());
        told
    }

    fn goes(&mut self, truth: Truth) {
        self.truth = truth;
        let told = truth.news().map(|news| self.says(news));
        self.said.extend(told);
    }

    fn office(&mut self) {
        let truth = self.truth;
        let pick = self.random.u8(..10);
        let next = match truth {
            Truth::Task(news) => match (news, pick) {
                (News::TaskTimedOut | News::AuthorizationRefused | News::OrderFailed, _) => return,
                (_, 0) if news != News::OrderCreated => Truth::Task(News::TaskTimedOut),
                (News::TaskCreated, 1) => Truth::Task(News::AuthorizationRefused),
                (News::TaskCreated, _) => Truth::Task(News::Authorized),
                (News::Authorized, 1..4) => Truth::Task(News::FaceFailed),
                (News::Authorized | News::FaceFailed, _) => Truth::Task(News::FacePassed),
                (News::FacePassed, 1..4) => Truth::Task(News::CodeFailed),
                (News::FacePassed | News::CodeFailed, _) => Truth::Task(News::CodePassed),
                (News::CodePassed, 1) => Truth::Task(News::OrderFailed),
                (News::CodePassed, _) => Truth::Task(News::OrderCreated),
                (_, 1..4) => Truth::Review,
                _ => Truth::Payment,
            },
            // Paid without this process.
            Truth::Payment if pick < 3 => Truth::Review,
            Truth::Review => match pick {
                0..4 => Truth::SentBack,
                4 => Truth::Failed,
                5..8 => Truth::Certified,
                _ => return,
            },
            // Corrected without it.
            Truth::SentBack if pick < 2 => Truth::Review,
            Truth::SentBack if pick == 2 => Truth::Failed,
            _ => return,
        };
        self.goes(next);
        if next == Truth::Certified && self.random.bool() {
            let news = if self.random.bool() { News::NameAccepted } else { News::NameRefused };
            let told = self.says(news);
            self.said.push(told);
        }
    }

    fn person(&mut self) {
        let kind = self.it.process.state.kind();
        let is_active = !self.is_banned;
        match kind {
            StateKind::Preparing | StateKind::Ready if self.random.bool() => {
                _ = self.on(&Event::Upload);
            }
            StateKind::Preparing => {
                self.names += 1;
                let from = Some(self.name.clone());
                let to = Some(self.names.to_string().as_str().into());
                _ = self.on(&Event::Complete { from, to, yuan: 300 });
            }
            StateKind::Ready if is_active && self.on(&Event::Submit) => {
                // What was on its way about the name came or is lost.
                let task = self.task.to_string();
                let is_old = |told: &Told| {
                    told.reference.taskid.as_ref().map(Private::as_str) == Some(&task)
                };
                self.said.retain(|told| {
                    is_old(told) && !matches!(told.news, News::NameAccepted | News::NameRefused)
                });
                self.task += 1;
                self.goes(Truth::Task(News::TaskCreated));
                // The request itself is answered with the taskid.
                let created = self.says(News::TaskCreated);
                _ = self.on(&Event::Told(created));
            }
            StateKind::AwaitingPayment if self.on(&Event::Pay) && self.truth == Truth::Payment => {
                self.goes(Truth::Review);
            }
            StateKind::SentBack if self.on(&Event::Correct) && self.truth == Truth::SentBack => {
                self.goes(Truth::Review);
            }
            StateKind::RenewalDue | StateKind::Expired => _ = self.on(&Event::Renew),
            StateKind::Stopped | StateKind::TimedOut | StateKind::FinallyFailed => {
                let event = match self.random.u8(..6) {
                    0 => Event::StartOver,
                    1 => Event::Withdraw,
                    2 => Event::Appeal,
                    _ => return,
                };
                _ = self.on(&event);
            }
            StateKind::Withdrawn => _ = self.on(&Event::StartOver),
            StateKind::Banned => _ = self.on(&Event::Appeal),
            _ => {
                let event = match self.random.u8(..30) {
                    0 => Event::Withdraw,
                    1..10 => Event::ConfirmOverdue,
                    10 => Event::Check { valid_until: None },
                    _ => Event::Tick,
                };
                _ = self.on(&event);
            }
        }
    }

    fn account(&mut self) {
        self.is_banned = !self.is_banned;
        let news = if self.is_banned { News::AccountBanned } else { News::AccountNormal };
        let mut told = self.says(news);
        // Only the office's own time can order these.
        told.at = Some(self.time);
        self.said.push(told);
    }

    fn deliver(&mut self) {
        if self.said.is_empty() {
            return;
        }
        let which = self.random.usize(..self.said.len());
        let told = match self.random.u8(..3) {
            0 => self.said.remove(which),
            _ => self.said[which].clone(),
        };
        _ = self.on(&Event::Told(told));
        if self.random.u8(..8) == 0 && !self.said.is_empty() {
            let lost = self.random.usize(..self.said.len());
            self.said.swap_remove(lost);
        }
    }

    fn clock(&mut self) {
        self.skew = match self.random.u8(..6) {
            0 => -DAY,
            1 => 40 * DAY,
            2 => -30 * DAY,
            3 => 500 * DAY,
            _ => 0,
        };
    }

    fn step(&mut self) {
        self.time += self.random.i64(HOUR / 4..12 * HOUR);
        match self.random.u8(..100) {
            0..25 => self.office(),
            25..60 => self.deliver(),
            60..92 => self.person(),
            92..94 => self.clock(),
            94 => self.account(),
            95 => self.time += self.random.i64(DAY..100 * DAY),
            _ => _ = self.on(&Event::Tick),
        }
    }

    /// The clock is right, and the office is asked until it has answered a few times.
    /// The state to which that led, if there is an application to be asked about.
    fn ends_where_the_office_says(&mut self) -> Option<StateKind> {
        self.skew = 0;
        for _ in 0..3 {
            self.time += DAY;
            let account = if self.is_banned { News::AccountBanned } else { News::AccountNormal };
            for news in [Some(account), self.truth.news()].into_iter().flatten() {
                let told = self.says(news);
                self.on(&Event::Told(told));
            }
        }
        let state = &self.it.process.state;
        let is_held = matches!(state, State::Banned { .. })
            || matches!(state, State::Appeal { measure: Some(_), .. });
        assert_eq!(is_held, self.is_banned, "{state:?}");
        let known = state.record().reference.taskid.as_ref().map(Private::as_str);
        if known != Some(&self.task.to_string()) {
            // Another one is being prepared.
            return None;
        }
        let found = inside(state).kind();
        let is_there = match self.truth {
            Truth::Nothing => return None,
            // What was given up here is over unless the office has an end for it.
            Truth::Certified => {
                [StateKind::Certified, StateKind::RenewalDue, StateKind::Expired].contains(&found)
            }
            Truth::Failed => found == StateKind::FinallyFailed,
            _ if found == StateKind::Withdrawn => true,
            // The step that was missed is held.
            Truth::Task(News::TaskTimedOut) => is_timed_out(state),
            Truth::Task(News::AuthorizationRefused | News::OrderFailed) => {
                found == StateKind::Stopped
            }
            Truth::Task(News::TaskCreated) => found == StateKind::AwaitingAuthorization,
            Truth::Task(News::Authorized | News::FaceFailed) => found == StateKind::FaceCheck,
            Truth::Task(News::FacePassed | News::CodeFailed) => found == StateKind::SmsCheck,
            Truth::Task(_) => found == StateKind::AwaitingOrder,
            Truth::Payment => found == StateKind::AwaitingPayment,
            Truth::Review => found == StateKind::UnderReview,
            Truth::SentBack => found == StateKind::SentBack,
        };
        assert!(is_there, "{:?} but {state:?}", self.truth);
        let is_open = !matches!(self.truth, Truth::Task(News::TaskTimedOut));
        assert!(!is_open || !is_timed_out(state), "{:?} but {state:?}", self.truth);
        Some(found)
    }
}

fn is_timed_out(state: &State) -> bool {
    match state {
        State::TimedOut { .. } => true,
        State::Banned { before, .. } | State::Appeal { before, .. } => is_timed_out(before),
        _ => false,
    }
}

#[test]
fn whatever_is_late_or_lost_the_office_is_understood() {
    let mut steps = 0;
    let mut ends = Vec::new();
    let mut seed = 0;
    while steps < STEPS {
        let mut world = World::new(seed);
        for _ in 0..world.random.u16(10..400) {
            world.step();
        }
        ends.extend(world.ends_where_the_office_says());
        steps += world.it.steps;
        seed += 1;
    }
    // The model goes everywhere, or it would show nothing.
    for kind in [
        StateKind::AwaitingAuthorization,
        StateKind::FaceCheck,
        StateKind::SmsCheck,
        StateKind::AwaitingOrder,
        StateKind::AwaitingPayment,
        StateKind::UnderReview,
        StateKind::SentBack,
        StateKind::Certified,
        StateKind::RenewalDue,
        StateKind::Expired,
        StateKind::FinallyFailed,
        StateKind::Stopped,
        StateKind::Withdrawn,
    ] {
        let count = ends.iter().filter(|end| **end == kind).count();
        assert!(10 < count, "{kind:?} {count} times");
    }
}

//! A step of the process: one event, and what comes of it.

use serde::Serialize;

use super::act::act;
use super::event::Event;
use super::hear::hear;
use super::moment::Millis;
use super::private::Private;
use super::profile::ProcessProfile;
use super::refusal::Refusal;
use super::settle::settle;
use super::state::State;
use crate::names::names;

/// What came of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The state after it.
    pub state: State,
    /// What the host has to do.
    pub effects: Vec<Effect>,
}

/// An event that means nothing in this state. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// The state as it was.
    pub state: State,
    /// The event.
    pub event: Event,
    /// Why.
    pub why: Refusal,
}

/// Something that the host has to do. The process itself does nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Effect {
    /// Store the state. It is the first effect of every step that changed anything.
    Save,
    /// Tell the person.
    Notify {
        /// What.
        notice: Notice,
    },
    /// The program's name changes.
    RenameProgram {
        /// The name before, where it is known.
        from: Option<Private>,
        /// The name from now on.
        to: Private,
    },
    /// Ask the person to pay.
    AskForPayment {
        /// How much; 0 where it is not known.
        yuan: u16,
        /// Until when.
        until: Millis,
    },
    /// Hand the application over: send it, or make the package to be sent.
    Export,
    /// Ask the office whether the certification stands.
    CheckCertificate,
}

names! {
    /// What the person should hear of.
    pub enum Notice {
        /// The administrator has to authorize.
        "authorize" => Authorize,
        /// The face check failed.
        "face-failed" => FaceFailed,
        /// The code was wrong.
        "code-failed" => CodeFailed,
        /// The application stopped before there was an order.
        "stopped" => Stopped,
        /// The office says that it took too long.
        "timed-out" => TimedOut,
        /// A deadline has passed.
        "overdue" => Overdue,
        /// Uploaded photos have to be given again.
        "materials-expired" => MaterialsExpired,
        /// It was sent back.
        "sent-back" => SentBack,
        /// It is certified.
        "certified" => Certified,
        /// The name was refused.
        "name-refused" => NameRefused,
        /// It failed.
        "finally-failed" => FinallyFailed,
        /// The renewal is due.
        "renewal-due" => RenewalDue,
        /// The certification has ended, or a further restriction is in force.
        "expired" => Expired,
        /// The account was warned.
        "warned" => Warned,
        /// The account was banned, frozen or deregistered.
        "banned" => Banned,
        /// The account is in order again.
        "lifted" => Lifted,
        /// The appeal was refused.
        "appeal-refused" => AppealRefused,
    }
}

impl State {
    /// Answers `event` with the next state and what the host has to do.
    ///
    /// Time is settled first, so that a process that slept comes to the same as one that
    /// was awake. News from the office are never refused: what is older than what is
    /// known, about another application, or of no meaning here changes nothing.
    ///
    /// # Errors
    ///
    /// What a person cannot do in this state is [`Refused`], with the reason and with the
    /// state and the event unchanged.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::process::{Event, ProcessProfile, Refusal, State, StateKind};
    ///
    /// let profile = ProcessProfile::WECHAT_2026;
    /// let now = 1_790_179_200_000;
    /// let refused = State::new(profile).on(Event::Submit, now, profile).unwrap_err();
    /// assert_eq!(refused.why, Refusal::NotNow);
    ///
    /// let complete = Event::Complete { from: None, to: Some("青石小筑".into()), yuan: 300 };
    /// let step = refused.state.on(complete, now, profile).unwrap();
    /// let step = step.state.on(Event::Submit, now, profile).unwrap();
    /// assert_eq!(step.state.kind(), StateKind::Submitted);
    /// assert_eq!(step.state.due(now).next[0].at, now + 24 * 60 * 60 * 1000);
    /// ```
    pub fn on(
        self,
        event: Event,
        now: Millis,
        profile: &ProcessProfile,
    ) -> Result<Step, Box<Refused>> {
        let mut effects = Vec::new();
        let settled = settle(self.clone(), now, &mut effects);
        let next = match &event {
            Event::Told(told) => Ok(hear(settled, told, now, profile, &mut effects)),
            event => act(settled, event, now, profile, &mut effects),
        };
        match next {
            Ok(state) => {
                // What was told late can be over already.
                let state = settle(state, now, &mut effects);
                if state != self {
                    effects.insert(0, Effect::Save);
                }
                Ok(Step { state, effects })
            }
            Err(why) => Err(Box::new(Refused { state: self, event, why })),
        }
    }
}

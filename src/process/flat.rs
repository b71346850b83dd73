//! States and events as JSON has them: one flat object each, with the members of all.
//!
//! What serde derives for an enum with a tag costs half a kilobyte of WebAssembly for each
//! variant; two structs and these conversions cost as much once.

use serde::{Deserialize, Serialize};

use super::certificate::Certificate;
use super::event::{Act, Event, News, Told};
use super::moment::{Deadline, Millis};
use super::private::Private;
use super::profile::FeeTime;
use super::record::{Agency, Reason, Record, Reference};
use super::state::{Measure, State, StateKind, Stop};

/// The members of all states.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FlatState {
    state: Option<StateKind>,
    /// What outlives the state, in each but those that have a state before them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<Record>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Millis>,
    /// Until when something has to happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Deadline>,
    /// Where the administrator authorizes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    auth_url: Option<Private>,
    /// Whether the last try failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failed: Option<bool>,
    /// Which fee is to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fee: Option<FeeTime>,
    /// What the office objects to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<Reason>>,
    /// How many corrections are left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<u16>,
    /// The certification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    certificate: Option<Certificate>,
    /// Why it stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<Stop>,
    /// Whether the office said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<bool>,
    /// What the office did to the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    measure: Option<Measure>,
    /// The state before, which it may come back to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<Box<FlatState>>,
}

impl From<State> for FlatState {
    fn from(state: State) -> Self {
        let mut flat = Self { state: Some(state.kind()), ..Self::default() };
        match state {
            State::Preparing { record } | State::Ready { record } => flat.record = Some(record),
            State::Submitted { record, since, until }
            | State::UnderReview { record, since, until } => {
                flat.set(record, Some(since), Some(until));
            }
            State::AwaitingAuthorization { record, since, until, auth_url } => {
                flat.set(record, Some(since), Some(until));
                flat.auth_url = auth_url;
            }
            State::FaceCheck { record, until, failed }
            | State::SmsCheck { record, until, failed } => {
                flat.set(record, None, Some(until));
                flat.failed = Some(failed);
            }
            State::AwaitingOrder { record, until } => flat.set(record, None, until),
            State::AwaitingPayment { record, since, until, fee } => {
                flat.set(record, Some(since), Some(until));
                flat.fee = Some(fee);
            }
            State::SentBack { record, since, until, reasons, left } => {
                flat.set(record, Some(since), Some(until));
                flat.reasons = Some(reasons);
                flat.left = Some(left);
            }
            State::Certified { record, certificate }
            | State::RenewalDue { record, certificate }
            | State::Expired { record, certificate } => {
                flat.set(record, None, None);
                flat.certificate = Some(certificate);
            }
            State::FinallyFailed { record, since, reasons } => {
                flat.set(record, Some(since), None);
                flat.reasons = Some(reasons);
            }
            State::Stopped { record, since, why } => {
                flat.set(record, Some(since), None);
                flat.why = Some(why);
            }
            State::Withdrawn { record, since } => flat.set(record, Some(since), None),
            State::TimedOut { since, told, before } => {
                flat.hold(since, *before);
                flat.told = Some(told);
            }
            State::Banned { since, measure, before } => {
                flat.hold(since, *before);
                flat.measure = Some(measure);
            }
            State::Appeal { since, measure, before } => {
                flat.hold(since, *before);
                flat.measure = measure;
            }
        }
        flat
    }
}

impl FlatState {
    fn set(&mut self, record: Record, since: Option<Millis>, until: Option<Deadline>) {
        self.record = Some(record);
        self.since = since;
        self.until = until;
    }

    fn hold(&mut self, since: Millis, before: State) {
        self.since = Some(since);
        self.before = Some(Box::new(before.into()));
    }

    /// Takes the members of a state out; none where one is missing.
    fn take(&mut self, kind: StateKind) -> Option<State> {
        if let Some(before) = self.before.take() {
            return self.take_held(kind, State::try_from(*before).ok()?);
        }
        let record = self.record.take()?;
        Some(match kind {
            StateKind::Preparing => State::Preparing { record },
            StateKind::Ready => State::Ready { record },
            StateKind::Submitted => {
                State::Submitted { record, since: self.since.take()?, until: self.until.take()? }
            }
            StateKind::AwaitingAuthorization => State::AwaitingAuthorization {
                record,
                since: self.since.take()?,
                until: self.until.take()?,
                auth_url: self.auth_url.take(),
            },
            StateKind::FaceCheck => {
                State::FaceCheck { record, until: self.until.take()?, failed: self.failed.take()? }
            }
            StateKind::SmsCheck => {
                State::SmsCheck { record, until: self.until.take()?, failed: self.failed.take()? }
            }
            StateKind::AwaitingOrder => State::AwaitingOrder { record, until: self.until.take() },
            StateKind::AwaitingPayment => State::AwaitingPayment {
                record,
                since: self.since.take()?,
                until: self.until.take()?,
                fee: self.fee.take()?,
            },
            StateKind::UnderReview => {
                State::UnderReview { record, since: self.since.take()?, until: self.until.take()? }
            }
            StateKind::SentBack => State::SentBack {
                record,
                since: self.since.take()?,
                until: self.until.take()?,
                reasons: self.reasons.take()?,
                left: self.left.take()?,
            },
            StateKind::Certified => {
                State::Certified { record, certificate: self.certificate.take()? }
            }
            StateKind::RenewalDue => {
                State::RenewalDue { record, certificate: self.certificate.take()? }
            }
            StateKind::Expired => State::Expired { record, certificate: self.certificate.take()? },
            StateKind::FinallyFailed => State::FinallyFailed {
                record,
                since: self.since.take()?,
                reasons: self.reasons.take()?,
            },
            StateKind::Stopped => {
                State::Stopped { record, since: self.since.take()?, why: self.why.take()? }
            }
            StateKind::Withdrawn => State::Withdrawn { record, since: self.since.take()? },
            StateKind::TimedOut | StateKind::Banned | StateKind::Appeal => return None,
        })
    }

    /// The same for states that have a state before them. Only some states can be that.
    fn take_held(&mut self, kind: StateKind, before: State) -> Option<State> {
        let since = self.since.take()?;
        let is_failure = matches!(before, State::FinallyFailed { .. });
        let is_against_ban = matches!(before, State::Appeal { measure: Some(_), .. });
        let is_free = !is_against_ban && !matches!(before, State::Banned { .. });
        match kind {
            StateKind::TimedOut if before.wait().is_some() => {
                let told = self.told.take()?;
                Some(State::TimedOut { since, told, before: Box::new(before) })
            }
            StateKind::Banned if is_free => {
                let measure = self.measure.take()?;
                Some(State::Banned { since, measure, before: Box::new(before) })
            }
            StateKind::Appeal => {
                let measure = self.measure.take();
                let can_be = if measure.is_some() { is_free } else { is_failure };
                can_be.then(|| State::Appeal { since, measure, before: Box::new(before) })
            }
            _ => None,
        }
    }
}

impl TryFrom<FlatState> for State {
    type Error = &'static str;

    fn try_from(mut flat: FlatState) -> Result<Self, &'static str> {
        let kind = flat.state.take().ok_or("no state")?;
        let state = flat.take(kind).ok_or("a member of the state is missing or wrong")?;
        if flat == FlatState::default() {
            Ok(state)
        } else {
            Err("a member does not belong to the state")
        }
    }
}

/// The members of all events.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct FlatEvent {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Private>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Private>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    yuan: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<Millis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reference: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    auth_url: Option<Private>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Reason>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agency: Option<Agency>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    valid_until: Option<Millis>,
}

impl From<Event> for FlatEvent {
    fn from(event: Event) -> Self {
        let kind = event.kind().as_str().to_owned();
        match event {
            Event::Complete { from, to, yuan } => {
                Self { kind, from, to, yuan: Some(yuan), ..Self::default() }
            }
            Event::Check { valid_until } => Self { kind, valid_until, ..Self::default() },
            Event::Told(told) => Self {
                kind,
                at: told.at,
                reference: Some(told.reference).filter(|it| *it != Reference::default()),
                auth_url: told.auth_url,
                reasons: told.reasons,
                agency: told.agency,
                valid_until: told.valid_until,
                ..Self::default()
            },
            _ => Self { kind, ..Self::default() },
        }
    }
}

impl TryFrom<FlatEvent> for Event {
    type Error = &'static str;

    fn try_from(mut flat: FlatEvent) -> Result<Self, &'static str> {
        let kind = std::mem::take(&mut flat.kind);
        let event = if let Some(news) = News::from_name(&kind) {
            Self::Told(Told {
                news,
                at: flat.at.take(),
                reference: flat.reference.take().unwrap_or_default(),
                auth_url: flat.auth_url.take(),
                reasons: std::mem::take(&mut flat.reasons),
                agency: flat.agency.take(),
                valid_until: flat.valid_until.take(),
            })
        } else {
            match Act::from_name(&kind).ok_or("no such event")? {
                Act::Tick => Self::Tick,
                Act::Edit => Self::Edit,
                Act::Upload => Self::Upload,
                Act::Complete => Self::Complete {
                    from: flat.from.take(),
                    to: flat.to.take(),
                    yuan: flat.yuan.take().ok_or("yuan is missing")?,
                },
                Act::Submit => Self::Submit,
                Act::Pay => Self::Pay,
                Act::Correct => Self::Correct,
                Act::Withdraw => Self::Withdraw,
                Act::StartOver => Self::StartOver,
                Act::Renew => Self::Renew,
                Act::ConfirmOverdue => Self::ConfirmOverdue,
                Act::Check => Self::Check { valid_until: flat.valid_until.take() },
                Act::Appeal => Self::Appeal,
            }
        };
        if flat == FlatEvent::default() {
            Ok(event)
        } else {
            Err("a member does not belong to the event")
        }
    }
}

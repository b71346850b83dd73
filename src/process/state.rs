//! Where an application stands.

use serde::{Deserialize, Serialize};

use super::certificate::Certificate;
use super::due::DueKind;
use super::flat::FlatState;
use super::moment::{Deadline, Millis};
use super::private::Private;
use super::profile::{FeeTime, ProcessProfile};
use super::record::{Reason, Record};
use crate::names::names;

/// The state of an application. In JSON one flat object with its name as `state`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "FlatState", try_from = "FlatState")]
#[expect(missing_docs, reason = "the members of all states are said once, in the flat object")]
pub enum State {
    /// The form is being filled in.
    Preparing { record: Record },
    /// The form is complete and can be sent.
    Ready { record: Record },
    /// It was sent, and the office has not answered.
    Submitted { record: Record, since: Millis, until: Deadline },
    /// The administrator has to authorize it.
    AwaitingAuthorization {
        record: Record,
        since: Millis,
        until: Deadline,
        auth_url: Option<Private>,
    },
    /// The administrator has to show the face.
    FaceCheck { record: Record, until: Deadline, failed: bool },
    /// The administrator has to repeat a code.
    SmsCheck { record: Record, until: Deadline, failed: bool },
    /// The administrator has confirmed; the office makes the order, or has made it and
    /// says next whether a fee is due. Nothing is to be done.
    AwaitingOrder { record: Record, until: Option<Deadline> },
    /// The fee has to be paid.
    AwaitingPayment { record: Record, since: Millis, until: Deadline, fee: FeeTime },
    /// Somebody reviews it.
    UnderReview { record: Record, since: Millis, until: Deadline },
    /// It has to be corrected, so many times at most, counting this one.
    SentBack { record: Record, since: Millis, until: Deadline, reasons: Vec<Reason>, left: u16 },
    /// Certified. What became of the name is in the record.
    Certified { record: Record, certificate: Certificate },
    /// Certified, and the renewal is open.
    RenewalDue { record: Record, certificate: Certificate },
    /// The certification has ended; the certificate says how many restrictions are in force.
    Expired { record: Record, certificate: Certificate },
    /// It failed and cannot be corrected. A new application costs a new fee.
    FinallyFailed { record: Record, since: Millis, reasons: Vec<Reason> },
    /// It ended before there was an order. A new application costs nothing more.
    Stopped { record: Record, since: Millis, why: Stop },
    /// A deadline was missed, as the office said or somebody confirmed.
    TimedOut { since: Millis, told: bool, before: Box<State> },
    /// It was given up.
    Withdrawn { record: Record, since: Millis },
    /// The account was banned or frozen; the application is as it was before.
    Banned { since: Millis, measure: Measure, before: Box<State> },
    /// Support was asked: against a measure, or against the failure before.
    Appeal { since: Millis, measure: Option<Measure>, before: Box<State> },
}

names! {
    /// The name of a state.
    pub enum StateKind {
        /// [`State::Preparing`].
        "preparing" => Preparing,
        /// [`State::Ready`].
        "ready" => Ready,
        /// [`State::Submitted`].
        "submitted" => Submitted,
        /// [`State::AwaitingAuthorization`].
        "awaiting-authorization" => AwaitingAuthorization,
        /// [`State::FaceCheck`].
        "face-check" => FaceCheck,
        /// [`State::SmsCheck`].
        "sms-check" => SmsCheck,
        /// [`State::AwaitingOrder`].
        "awaiting-order" => AwaitingOrder,
        /// [`State::AwaitingPayment`].
        "awaiting-payment" => AwaitingPayment,
        /// [`State::UnderReview`].
        "under-review" => UnderReview,
        /// [`State::SentBack`].
        "sent-back" => SentBack,
        /// [`State::Certified`].
        "certified" => Certified,
        /// [`State::RenewalDue`].
        "renewal-due" => RenewalDue,
        /// [`State::Expired`].
        "expired" => Expired,
        /// [`State::FinallyFailed`].
        "finally-failed" => FinallyFailed,
        /// [`State::Stopped`].
        "stopped" => Stopped,
        /// [`State::TimedOut`].
        "timed-out" => TimedOut,
        /// [`State::Withdrawn`].
        "withdrawn" => Withdrawn,
        /// [`State::Banned`].
        "banned" => Banned,
        /// [`State::Appeal`].
        "appeal" => Appeal,
    }
}

names! {
    /// Why an application ended before there was an order.
    pub enum Stop {
        /// The administrator refused.
        "authorization-refused" => AuthorizationRefused,
        /// The office could not make the order.
        "order-failed" => OrderFailed,
        /// The administrator could not be verified.
        "verification-failed" => VerificationFailed,
    }
}

names! {
    /// What the office did to the account.
    pub enum Measure {
        /// `account_status` 19.
        "frozen" => Frozen,
        /// `account_status` 16.
        "banned" => Banned,
        /// `account_status` 14.
        "deregistered" => Deregistered,
    }
}

impl State {
    /// The beginning of a process.
    pub fn new(profile: &ProcessProfile) -> Self {
        Self::Preparing { record: Record { profile: profile.id, ..Record::default() } }
    }

    /// Its name.
    pub const fn kind(&self) -> StateKind {
        match self {
            Self::Preparing { .. } => StateKind::Preparing,
            Self::Ready { .. } => StateKind::Ready,
            Self::Submitted { .. } => StateKind::Submitted,
            Self::AwaitingAuthorization { .. } => StateKind::AwaitingAuthorization,
            Self::FaceCheck { .. } => StateKind::FaceCheck,
            Self::SmsCheck { .. } => StateKind::SmsCheck,
            Self::AwaitingOrder { .. } => StateKind::AwaitingOrder,
            Self::AwaitingPayment { .. } => StateKind::AwaitingPayment,
            Self::UnderReview { .. } => StateKind::UnderReview,
            Self::SentBack { .. } => StateKind::SentBack,
            Self::Certified { .. } => StateKind::Certified,
            Self::RenewalDue { .. } => StateKind::RenewalDue,
            Self::Expired { .. } => StateKind::Expired,
            Self::FinallyFailed { .. } => StateKind::FinallyFailed,
            Self::Stopped { .. } => StateKind::Stopped,
            Self::TimedOut { .. } => StateKind::TimedOut,
            Self::Withdrawn { .. } => StateKind::Withdrawn,
            Self::Banned { .. } => StateKind::Banned,
            Self::Appeal { .. } => StateKind::Appeal,
        }
    }

    /// What outlives the state.
    pub fn record(&self) -> &Record {
        match self {
            Self::Preparing { record }
            | Self::Ready { record }
            | Self::Submitted { record, .. }
            | Self::AwaitingAuthorization { record, .. }
            | Self::FaceCheck { record, .. }
            | Self::SmsCheck { record, .. }
            | Self::AwaitingOrder { record, .. }
            | Self::AwaitingPayment { record, .. }
            | Self::UnderReview { record, .. }
            | Self::SentBack { record, .. }
            | Self::Certified { record, .. }
            | Self::RenewalDue { record, .. }
            | Self::Expired { record, .. }
            | Self::FinallyFailed { record, .. }
            | Self::Stopped { record, .. }
            | Self::Withdrawn { record, .. } => record,
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.record(),
        }
    }

    pub(super) fn record_mut(&mut self) -> &mut Record {
        match self {
            Self::Preparing { record }
            | Self::Ready { record }
            | Self::Submitted { record, .. }
            | Self::AwaitingAuthorization { record, .. }
            | Self::FaceCheck { record, .. }
            | Self::SmsCheck { record, .. }
            | Self::AwaitingOrder { record, .. }
            | Self::AwaitingPayment { record, .. }
            | Self::UnderReview { record, .. }
            | Self::SentBack { record, .. }
            | Self::Certified { record, .. }
            | Self::RenewalDue { record, .. }
            | Self::Expired { record, .. }
            | Self::FinallyFailed { record, .. }
            | Self::Stopped { record, .. }
            | Self::Withdrawn { record, .. } => record,
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.record_mut(),
        }
    }

    pub(super) fn into_record(mut self) -> Record {
        std::mem::take(self.record_mut())
    }

    /// Why it was sent back or failed; none otherwise.
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::SentBack { reasons, .. } | Self::FinallyFailed { reasons, .. } => reasons,
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.reasons(),
            _ => &[],
        }
    }

    /// The certification that stands or stood, if there is one.
    pub fn certificate(&self) -> Option<&Certificate> {
        match self {
            Self::Certified { certificate, .. }
            | Self::RenewalDue { certificate, .. }
            | Self::Expired { certificate, .. } => Some(certificate),
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.certificate(),
            _ => self.record().certificate.as_ref(),
        }
    }

    /// The same, to change it.
    pub(super) fn certificate_mut(&mut self) -> Option<&mut Certificate> {
        match self {
            Self::Certified { certificate, .. }
            | Self::RenewalDue { certificate, .. }
            | Self::Expired { certificate, .. } => Some(certificate),
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.certificate_mut(),
            _ => self.record_mut().certificate.as_mut(),
        }
    }

    /// What is waited for in this state itself, and until when.
    pub(super) fn wait(&self) -> Option<(DueKind, Deadline)> {
        Some(match self {
            Self::Submitted { until, .. } | Self::AwaitingAuthorization { until, .. } => {
                (DueKind::Authorization, *until)
            }
            Self::FaceCheck { until, .. } => (DueKind::FaceCheck, *until),
            Self::SmsCheck { until, .. } => (DueKind::SmsCheck, *until),
            Self::AwaitingOrder { until, .. } => (DueKind::Order, (*until)?),
            Self::AwaitingPayment { until, .. } => (DueKind::Payment, *until),
            Self::UnderReview { until, .. } => (DueKind::Review, *until),
            Self::SentBack { until, .. } => (DueKind::Correction, *until),
            _ => return None,
        })
    }

    /// Whether photos can be uploaded, and those uploaded can expire.
    pub(super) const fn uses_materials(&self) -> bool {
        matches!(self, Self::Preparing { .. } | Self::Ready { .. } | Self::SentBack { .. })
    }

    pub(super) fn until_mut(&mut self) -> Option<&mut Deadline> {
        match self {
            Self::Submitted { until, .. }
            | Self::AwaitingAuthorization { until, .. }
            | Self::FaceCheck { until, .. }
            | Self::SmsCheck { until, .. }
            | Self::AwaitingPayment { until, .. }
            | Self::UnderReview { until, .. }
            | Self::SentBack { until, .. } => Some(until),
            Self::AwaitingOrder { until, .. } => until.as_mut(),
            _ => None,
        }
    }
}

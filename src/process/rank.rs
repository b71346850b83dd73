//! How far news and states are along the way.

use super::event::News;
use super::profile::FeeTime;
use super::state::{State, Stop};

impl News {
    /// How far an application is that this is true of. Numbers in between are tries that
    /// failed, and the ends of an application before there is an order.
    pub(super) const fn rank(self) -> u8 {
        match self {
            Self::TaskCreated => 20,
            Self::Authorized | Self::FaceStarted => 30,
            Self::FaceFailed => 31,
            Self::FacePassed | Self::CodeSent => 40,
            Self::CodeFailed => 41,
            Self::CodePassed => 50,
            Self::TaskTimedOut => 51,
            Self::AuthorizationRefused => 52,
            Self::OrderFailed => 53,
            Self::VerificationFailed => 54,
            Self::OrderCreated => 55,
            Self::PaymentDue => 60,
            Self::Paid | Self::ReviewStarted => 70,
            Self::SentBack => 80,
            Self::Passed => 90,
            Self::FinallyFailed => 100,
            Self::Qualified | Self::Certified | Self::NameAccepted | Self::NameRefused => 101,
            // Beside the way.
            Self::Standing
            | Self::RenewalDue
            | Self::Expired
            | Self::AccountNormal
            | Self::AccountWarned
            | Self::AccountFrozen
            | Self::AccountBanned
            | Self::AccountDeregistered
            | Self::AppealGranted
            | Self::AppealRefused => 0,
        }
    }
}

impl State {
    /// How far it is; 0 where nothing was sent.
    pub(super) fn stage(&self) -> u8 {
        match self {
            Self::Preparing { .. } | Self::Ready { .. } => 0,
            Self::Submitted { .. } => 10,
            Self::AwaitingAuthorization { .. } => 20,
            Self::FaceCheck { failed, .. } => 30 + u8::from(*failed),
            Self::SmsCheck { failed, .. } => 40 + u8::from(*failed),
            Self::AwaitingOrder { until: Some(_), .. } => 50,
            Self::AwaitingOrder { until: None, .. } => 55,
            Self::Stopped { why, .. } => match why {
                Stop::AuthorizationRefused => 52,
                Stop::OrderFailed => 53,
                Stop::VerificationFailed => 54,
            },
            Self::AwaitingPayment { fee: FeeTime::BeforeReview, .. } => 60,
            Self::UnderReview { .. } => 70,
            Self::SentBack { .. } => 80,
            Self::AwaitingPayment { fee: FeeTime::AfterReview, .. } => 90,
            // Only what the office decides in the end is heard.
            Self::Withdrawn { .. } => 99,
            Self::FinallyFailed { .. } => 100,
            Self::Certified { .. } | Self::RenewalDue { .. } | Self::Expired { .. } => 101,
            Self::TimedOut { told: true, .. } => News::TaskTimedOut.rank(),
            Self::TimedOut { before, .. }
            | Self::Banned { before, .. }
            | Self::Appeal { before, .. } => before.stage(),
        }
    }
}

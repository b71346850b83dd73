//! English: the process, its states, its events and why something cannot be done now.

use crate::date::Date;
use crate::process::{
    Act, DueKind, EventKind, Measure, Millis, News, Notice, Refusal, StateKind, Stop,
};
use crate::text::Message;

pub(in crate::text) const fn state_kind(kind: StateKind) -> &'static str {
    match kind {
        StateKind::Preparing => "Filling in",
        StateKind::Ready => "Ready to send",
        StateKind::Submitted => "Sent",
        StateKind::AwaitingAuthorization => "Waiting for the administrator",
        StateKind::FaceCheck => "Face check",
        StateKind::SmsCheck => "Code by SMS",
        StateKind::AwaitingOrder => "The order is being made",
        StateKind::AwaitingPayment => "Waiting for payment",
        StateKind::UnderReview => "Under review",
        StateKind::SentBack => "Sent back for correction",
        StateKind::Certified => "Certified",
        StateKind::RenewalDue => "Renewal due",
        StateKind::Expired => "Expired",
        StateKind::FinallyFailed => "Failed",
        StateKind::Stopped => "Stopped before review",
        StateKind::TimedOut => "Timed out",
        StateKind::Withdrawn => "Withdrawn",
        StateKind::Banned => "Account restricted",
        StateKind::Appeal => "Appeal",
    }
}

pub(in crate::text) const fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Act(act) => match act {
            Act::Tick => "time passes",
            Act::Edit => "form changed",
            Act::Upload => "photo uploaded",
            Act::Complete => "form complete",
            Act::Submit => "sent",
            Act::Pay => "paid",
            Act::Correct => "correction sent",
            Act::Withdraw => "given up",
            Act::StartOver => "apply again",
            Act::Renew => "renew",
            Act::ConfirmOverdue => "missed deadline confirmed",
            Act::Check => "looked up, still valid",
            Act::Appeal => "support asked",
        },
        EventKind::News(news) => self::news(news),
    }
}

const fn news(news: News) -> &'static str {
    match news {
        News::TaskCreated => "authorization asked for",
        News::Authorized => "authorized",
        News::FaceStarted => "face check started",
        News::FaceFailed => "face check failed",
        News::FacePassed => "face check passed",
        News::CodeSent => "code sent",
        News::CodeFailed => "wrong code",
        News::CodePassed => "code confirmed",
        News::TaskTimedOut => "not confirmed in time",
        News::AuthorizationRefused => "administrator refused",
        News::OrderFailed => "order not made",
        News::VerificationFailed => "administrator not verified",
        News::OrderCreated => "order made",
        News::PaymentDue => "payment due",
        News::Paid => "payment arrived",
        News::ReviewStarted => "review started",
        News::SentBack => "sent back",
        News::Passed => "review passed",
        News::FinallyFailed => "finally failed",
        News::Qualified => "subject certified",
        News::Certified => "certified",
        News::NameAccepted => "name accepted",
        News::NameRefused => "name refused",
        News::Standing => "certification confirmed",
        News::RenewalDue => "reminder to renew",
        News::Expired => "expiry notice",
        News::AccountNormal => "account in order",
        News::AccountWarned => "account warned",
        News::AccountFrozen => "account frozen",
        News::AccountBanned => "account banned",
        News::AccountDeregistered => "account deregistered",
        News::AppealGranted => "appeal granted",
        News::AppealRefused => "appeal refused",
    }
}

pub(in crate::text) const fn due_kind(kind: DueKind) -> &'static str {
    match kind {
        DueKind::Authorization => "Administrator authorizes",
        DueKind::FaceCheck => "Face check",
        DueKind::SmsCheck => "Code by SMS",
        DueKind::Order => "Order is made",
        DueKind::Payment => "Payment",
        DueKind::Review => "End of the review",
        DueKind::Correction => "Correction",
        DueKind::Materials => "Uploaded photos expire",
        DueKind::Renewal => "Reminder to renew",
        DueKind::Validity => "Certification ends",
        DueKind::Restriction => "More functions are restricted",
        DueKind::Check => "Look up the certification",
    }
}

pub(in crate::text) const fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::Authorize => "The administrator has to authorize the application in WeChat.",
        Notice::FaceFailed => "The face check failed. Try again while there is time.",
        Notice::CodeFailed => "The code was wrong. Try again while there is time.",
        Notice::Stopped => "The application stopped before the review. You can apply again.",
        Notice::TimedOut => "WeChat ended the application because it took too long.",
        Notice::Overdue => "A deadline has passed. Look up in WeChat how it stands.",
        Notice::MaterialsExpired => "The uploaded photos have expired. Upload them again.",
        Notice::SentBack => "The application was sent back. Correct it and send it again.",
        Notice::Certified => "The program is certified.",
        Notice::NameRefused => "The name was refused; the certification stands.",
        Notice::FinallyFailed => "The application failed. You can apply again or ask support.",
        Notice::RenewalDue => "The certification should be renewed.",
        Notice::Expired => "The certification has ended, and the program can do less.",
        Notice::Warned => "WeChat has warned the account.",
        Notice::Banned => "WeChat has restricted the account.",
        Notice::Lifted => "The restriction or decision was taken back.",
        Notice::AppealRefused => "Support has refused the appeal.",
    }
}

pub(in crate::text) const fn stop(stop: Stop) -> &'static str {
    match stop {
        Stop::AuthorizationRefused => "The administrator refused",
        Stop::OrderFailed => "WeChat could not make the order",
        Stop::VerificationFailed => "The administrator could not be verified",
    }
}

pub(in crate::text) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Frozen => "Frozen",
        Measure::Banned => "Banned",
        Measure::Deregistered => "Deregistered",
    }
}

/// The words of the picture that are not names of states and events.
pub(in crate::text) const ANY_STATE: &str = "Any state";
pub(in crate::text) const STATE_BEFORE: &str = "The state before";

pub(in crate::text) fn refusal(refusal: &Refusal) -> Message {
    match *refusal {
        Refusal::NotNow => Message::new(
            "This cannot be done at this point.",
            "Look at what can be done next, and go on with that.",
        ),
        Refusal::UploadsUsedUp { most } => Message::new(
            format!("At most {most} photos can be uploaded for one application; they are used up."),
            "Use what has been uploaded, or give this application up and begin another.",
        ),
        Refusal::CorrectionsUsedUp { most } => Message::new(
            format!("An application can be corrected {most} times; they are used up."),
            "Wait for WeChat's decision, or give this application up and begin another.",
        ),
        Refusal::MaterialsExpired { at } => Message::new(
            format!("The uploaded photos could be used until {}.", last_day(at)),
            "Upload them again first.",
        ),
        Refusal::NotOverdue { until } => Message::new(
            format!("There is time until the end of {}.", last_day(until)),
            "Go on; nothing is lost yet.",
        ),
        Refusal::TooEarly { from } => Message::new(
            format!("The renewal opens on {}.", Date::of_millis(from)),
            "Come back then; the certification is valid.",
        ),
    }
}

/// The day on which that moment is, or which it ends.
fn last_day(moment: Millis) -> Date {
    Date::of_millis(moment.saturating_sub(1))
}

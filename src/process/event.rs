//! What can happen to an application: what its people do, and what the office tells.

use serde::{Deserialize, Serialize};

use super::flat::FlatEvent;
use super::moment::Millis;
use super::private::Private;
use super::record::{Agency, Reason, Reference};
use crate::names::names;

/// Something that happened. In JSON one flat object with its name as `type`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "FlatEvent", try_from = "FlatEvent")]
pub enum Event {
    /// Nothing but time passed. Hosts send it now and then, and after a pause.
    Tick,
    /// The form was changed.
    Edit,
    /// A photo was uploaded.
    Upload,
    /// The form is complete; of one that was sent back, complete again.
    Complete {
        /// The program's name now.
        from: Option<Private>,
        /// The name applied for.
        to: Option<Private>,
        /// What it will cost; 0 where it is free.
        yuan: u16,
    },
    /// The application was sent.
    Submit,
    /// The fee was paid.
    Pay,
    /// What was sent back was corrected and sent again.
    Correct,
    /// The application is given up.
    Withdraw,
    /// Another application is begun.
    StartOver,
    /// The renewal is begun.
    Renew,
    /// Somebody confirms that a deadline was missed. The clock alone never decides that.
    ConfirmOverdue,
    /// Somebody looked: the certification stands.
    Check {
        /// Until when, where it was seen.
        valid_until: Option<Millis>,
    },
    /// Support was asked to lift a ban or to look at a failure again.
    Appeal,
    /// The office told something.
    Told(Told),
}

names! {
    /// The names of what people do.
    pub enum Act {
        /// [`Event::Tick`].
        "tick" => Tick,
        /// [`Event::Edit`].
        "edit" => Edit,
        /// [`Event::Upload`].
        "upload" => Upload,
        /// [`Event::Complete`].
        "complete" => Complete,
        /// [`Event::Submit`].
        "submit" => Submit,
        /// [`Event::Pay`].
        "pay" => Pay,
        /// [`Event::Correct`].
        "correct" => Correct,
        /// [`Event::Withdraw`].
        "withdraw" => Withdraw,
        /// [`Event::StartOver`].
        "start-over" => StartOver,
        /// [`Event::Renew`].
        "renew" => Renew,
        /// [`Event::ConfirmOverdue`].
        "confirm-overdue" => ConfirmOverdue,
        /// [`Event::Check`].
        "check" => Check,
        /// [`Event::Appeal`].
        "appeal" => Appeal,
    }
}

names! {
    /// What the office tells, by an answer, a message, or through a person who read it.
    pub enum News {
        /// The administrator is asked to authorize the application.
        "task-created" => TaskCreated,
        /// The administrator agreed.
        "authorized" => Authorized,
        /// The face check was started.
        "face-started" => FaceStarted,
        /// The face check failed; it can be repeated while there is time.
        "face-failed" => FaceFailed,
        /// The face check passed.
        "face-passed" => FacePassed,
        /// A code was sent to the administrator's phone.
        "code-sent" => CodeSent,
        /// The code was wrong.
        "code-failed" => CodeFailed,
        /// The code was right.
        "code-passed" => CodePassed,
        /// The administrator did not confirm in time.
        "task-timed-out" => TaskTimedOut,
        /// The administrator refused.
        "authorization-refused" => AuthorizationRefused,
        /// No order could be made.
        "order-failed" => OrderFailed,
        /// The administrator could not be verified.
        "verification-failed" => VerificationFailed,
        /// The order was made.
        "order-created" => OrderCreated,
        /// The fee is to be paid before the review.
        "payment-due" => PaymentDue,
        /// The fee has arrived.
        "paid" => Paid,
        /// Somebody reviews the application.
        "review-started" => ReviewStarted,
        /// It was sent back to be corrected.
        "sent-back" => SentBack,
        /// The review was passed; a fee may be left to pay.
        "passed" => Passed,
        /// It failed and cannot be corrected.
        "finally-failed" => FinallyFailed,
        /// The subject is certified; nothing is said of the name yet.
        "qualified" => Qualified,
        /// The program is certified, name and all.
        "certified" => Certified,
        /// The name was accepted, which follows certification.
        "name-accepted" => NameAccepted,
        /// The name was refused; the certification stands.
        "name-refused" => NameRefused,
        /// The certification stands, as the account's facts say.
        "standing" => Standing,
        /// The renewal is due.
        "renewal-due" => RenewalDue,
        /// The certification has ended.
        "expired" => Expired,
        /// The account is in order.
        "account-normal" => AccountNormal,
        /// The account was warned.
        "account-warned" => AccountWarned,
        /// The account was frozen.
        "account-frozen" => AccountFrozen,
        /// The account was banned.
        "account-banned" => AccountBanned,
        /// The account was deregistered.
        "account-deregistered" => AccountDeregistered,
        /// The appeal was granted.
        "appeal-granted" => AppealGranted,
        /// The appeal was refused.
        "appeal-refused" => AppealRefused,
    }
}

/// News from the office, with what came along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it says.
    pub news: News,
    /// When it was true: the time of the message, or when the question was asked that this
    /// answers. Without it late answers are told from new ones by their order alone.
    pub at: Option<Millis>,
    /// Whom it is about.
    pub reference: Reference,
    /// Where the administrator authorizes.
    pub auth_url: Option<Private>,
    /// Why something was refused.
    pub reasons: Vec<Reason>,
    /// Who reviews.
    pub agency: Option<Agency>,
    /// When the certification ends.
    pub valid_until: Option<Millis>,
}

impl Told {
    /// News with nothing beside it.
    pub fn new(news: News) -> Self {
        Self {
            news,
            at: None,
            reference: Reference::default(),
            auth_url: None,
            reasons: Vec::new(),
            agency: None,
            valid_until: None,
        }
    }
}

impl From<News> for Event {
    fn from(news: News) -> Self {
        Self::Told(Told::new(news))
    }
}

/// The name of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// What people do.
    Act(Act),
    /// What the office tells.
    News(News),
}

impl EventKind {
    /// The name as programs write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Act(act) => act.as_str(),
            Self::News(news) => news.as_str(),
        }
    }
}

impl Event {
    /// Its name.
    pub const fn kind(&self) -> EventKind {
        EventKind::Act(match self {
            Self::Tick => Act::Tick,
            Self::Edit => Act::Edit,
            Self::Upload => Act::Upload,
            Self::Complete { .. } => Act::Complete,
            Self::Submit => Act::Submit,
            Self::Pay => Act::Pay,
            Self::Correct => Act::Correct,
            Self::Withdraw => Act::Withdraw,
            Self::StartOver => Act::StartOver,
            Self::Renew => Act::Renew,
            Self::ConfirmOverdue => Act::ConfirmOverdue,
            Self::Check { .. } => Act::Check,
            Self::Appeal => Act::Appeal,
            Self::Told(told) => return EventKind::News(told.news),
        })
    }
}

//! How an application stands at this moment, and what can happen to it.

use super::draft::Draft;
use super::history;
use super::turn::Turn;
use crate::application::Field;
use crate::process::{
    DueItem, Event, EventKind, Millis, News, ProcessProfile, Refusal, State, StateKind, Step, Told,
};
use crate::text::{Explain, Locale};
use crate::wire::snapshot::path;

/// The process of a draft, with the clock taken note of.
pub(super) struct Life {
    pub(super) state: State,
    pub(super) now: Millis,
    pub(super) profile: &'static ProcessProfile,
    pub(super) is_rehearsal: bool,
}

impl Life {
    /// That of a draft; none where it cannot be read, and must be left as it is.
    pub(super) fn of(turn: &Turn, draft: &Draft) -> Option<Self> {
        let stored = draft.json(path::PROCESS);
        if stored.is_some_and(|json| serde_json::from_str::<State>(json).is_err()) {
            return None;
        }
        let state = draft.process();
        let profile = state.record().profile.profile();
        let state = match state.clone().on(Event::Tick, turn.now, profile) {
            Ok(step) => step.state,
            Err(_) => state,
        };
        Some(Self { state, now: turn.now, profile, is_rehearsal: draft.is_rehearsal() })
    }

    pub(super) fn kind(&self) -> StateKind {
        self.state.kind()
    }

    /// What comes of an event.
    pub(super) fn on(&self, event: Event) -> Result<Step, Refusal> {
        self.state.clone().on(event, self.now, self.profile).map_err(|refused| refused.why)
    }

    /// Whether somebody can do this now.
    pub(super) fn can(&self, event: Event) -> bool {
        self.on(event).is_ok()
    }

    /// Does it and keeps what came of it, or says why it cannot be done.
    pub(super) fn act(self, draft: &mut Draft, event: Event, l: Locale) -> Result<Self, String> {
        let (what, at) = match &event {
            Event::Told(told) => (event.kind(), told.at.unwrap_or(self.now)),
            event => (event.kind(), self.now),
        };
        let life = if event == Event::Correct { self.renamed(draft) } else { self };
        let step = life.on(event).map_err(|why| {
            let message = why.explain(l);
            [message.what, message.fix].join(if l == Locale::En { " " } else { "" })
        })?;
        Ok(life.keep(draft, what, at, step.state))
    }

    /// Keeps what came of something that a person recorded.
    pub(super) fn keep(self, draft: &mut Draft, what: EventKind, at: Millis, state: State) -> Self {
        history::add(draft, what, at, self.now);
        draft.set_process(&state);
        Self { state, ..self }
    }

    /// With the names that the form has by now, of one that was sent back.
    fn renamed(self, draft: &Draft) -> Self {
        let name = |field| Some(draft.field(field)).filter(|name| !name.trim().is_empty());
        let [from, to] = [Field::NicknameCurrent, Field::NicknameText].map(name);
        // Without a form its names are not known.
        if to.is_none() {
            return self;
        }
        let yuan = self.state.record().yuan;
        let [from, to] = [from, to].map(|name| name.map(|name| name.trim().into()));
        match self.on(Event::Complete { from, to, yuan }) {
            Ok(step) => Self { state: step.state, ..self },
            Err(_) => self,
        }
    }

    /// Whether it is on its way at the office: sent, and not ended.
    pub(super) fn is_under_way(&self) -> bool {
        use StateKind as Kind;

        matches!(
            self.kind(),
            Kind::Submitted
                | Kind::AwaitingAuthorization
                | Kind::FaceCheck
                | Kind::SmsCheck
                | Kind::AwaitingOrder
                | Kind::AwaitingPayment
                | Kind::UnderReview
                | Kind::SentBack
        )
    }

    /// Whether the next word is the office's, or the administrator's at the office.
    pub(super) fn is_waiting(&self) -> bool {
        self.is_under_way() && self.kind() != StateKind::SentBack
    }

    /// Whether the form, or a correction of it, can be sent.
    pub(super) fn can_send(&self) -> bool {
        self.can(Event::Submit) || self.can(Event::Correct)
    }

    /// What leads on to it being sent: the first time, or again.
    pub(super) fn sending(&self) -> Event {
        if self.kind() == StateKind::Ready { Event::Submit } else { Event::Correct }
    }

    /// The dates to come, and those that are over.
    pub(super) fn dates(&self) -> (Vec<DueItem>, Vec<DueItem>) {
        let due = self.state.due(self.now);
        (due.next, due.overdue)
    }

    /// The date that whatever is done next depends on.
    pub(super) fn next_date(&self) -> Option<DueItem> {
        self.state.due(self.now).next.first().copied()
    }

    /// What the office may tell next: what it usually does in this state, how the review can end
    /// where it has got so far unnoticed, and what else would change anything.
    pub(super) fn news(&self) -> NextNews {
        let usual = usual(self.kind());
        let yuan = self.state.record().yuan;
        let is_likely = |news: &News| {
            usual.contains(news) && (0 < yuan || !matches!(news, News::PaymentDue | News::Paid))
        };
        let (mut likely, mut others) = (Vec::new(), Vec::new());
        // Who reviews can be told when the review has begun.
        let is_review = |news| self.kind() == StateKind::UnderReview && news == News::ReviewStarted;
        for news in usual.iter().copied().filter(is_likely) {
            if is_review(news) || self.would_change(news) {
                likely.push(news);
            }
        }
        let is_open = |news: &News| !likely.contains(news) && self.would_change(*news);
        let results: Vec<News> = if self.is_under_way() {
            RESULTS.into_iter().filter(is_open).collect()
        } else {
            Vec::new()
        };
        others.extend(News::ALL.into_iter().filter(|it| !results.contains(it) && is_open(it)));
        NextNews { likely, results, others }
    }

    fn would_change(&self, news: News) -> bool {
        let told = Told { at: Some(self.now), ..Told::new(news) };
        self.on(Event::Told(told)).is_ok_and(|step| is_changed(&self.state, &step.state))
    }
}

/// What the office may tell next.
pub(super) struct NextNews {
    /// What usually comes now.
    pub(super) likely: Vec<News>,
    /// How the review can have ended.
    pub(super) results: Vec<News>,
    /// Everything else that would change anything.
    pub(super) others: Vec<News>,
}

impl NextNews {
    /// Whether there is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.likely.is_empty() && self.results.is_empty() && self.others.is_empty()
    }
}

/// How a review can end.
const RESULTS: [News; 5] =
    [News::Certified, News::SentBack, News::NameRefused, News::Qualified, News::FinallyFailed];

/// Whether more has changed than how new the newest answer is.
pub(super) fn is_changed(before: &State, after: &State) -> bool {
    let content = |state: &State| {
        let json = serde_json::to_string(state).unwrap_or_default();
        ["\"newsAt\":", "\"accountAt\":"].iter().fold(json, |json, name| without(&json, name))
    };
    content(before) != content(after)
}

/// JSON without the numbers of this name. Within a text its quotes would be escaped.
fn without(json: &str, name: &str) -> String {
    let mut parts = json.split(name);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut left, part| {
        left.push_str(part.trim_start_matches(|c: char| c == '-' || c.is_ascii_digit()));
        left
    })
}

/// What the office usually tells in a state, the likeliest first.
const fn usual(kind: StateKind) -> &'static [News] {
    match kind {
        StateKind::Preparing | StateKind::Ready | StateKind::Withdrawn | StateKind::Stopped => &[],
        StateKind::Submitted => &[
            News::TaskCreated,
            News::Authorized,
            News::PaymentDue,
            News::ReviewStarted,
            News::AuthorizationRefused,
            News::TaskTimedOut,
        ],
        StateKind::AwaitingAuthorization => &[
            News::Authorized,
            News::PaymentDue,
            News::ReviewStarted,
            News::AuthorizationRefused,
            News::TaskTimedOut,
        ],
        StateKind::FaceCheck => &[
            News::FacePassed,
            News::FaceFailed,
            News::PaymentDue,
            News::ReviewStarted,
            News::VerificationFailed,
            News::TaskTimedOut,
        ],
        StateKind::SmsCheck => &[
            News::CodePassed,
            News::CodeFailed,
            News::PaymentDue,
            News::ReviewStarted,
            News::VerificationFailed,
            News::TaskTimedOut,
        ],
        StateKind::AwaitingOrder => &[News::PaymentDue, News::ReviewStarted, News::OrderFailed],
        StateKind::AwaitingPayment => &[News::Paid, News::ReviewStarted],
        StateKind::UnderReview => &[
            News::ReviewStarted,
            News::SentBack,
            News::Certified,
            News::Qualified,
            News::NameRefused,
            News::FinallyFailed,
        ],
        StateKind::SentBack => &[News::ReviewStarted, News::Certified, News::FinallyFailed],
        StateKind::Certified => &[News::NameAccepted, News::NameRefused, News::RenewalDue],
        StateKind::RenewalDue => &[News::NameAccepted, News::NameRefused, News::Expired],
        StateKind::Expired => &[News::Standing],
        StateKind::FinallyFailed => &[News::SentBack, News::ReviewStarted, News::Certified],
        StateKind::TimedOut => {
            &[News::PaymentDue, News::ReviewStarted, News::SentBack, News::Certified]
        }
        StateKind::Banned => &[News::AccountNormal],
        StateKind::Appeal => &[News::AppealGranted, News::AppealRefused],
    }
}

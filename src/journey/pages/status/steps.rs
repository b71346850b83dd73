//! The steps of an application, with the current one.

use maud::{Markup, html};

use crate::process::{FeeTime, State};
use crate::text::Locale;
use crate::text::journey::{Phrase, status as words};

/// A step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Prepare,
    Send,
    Confirm,
    Pay,
    Review,
    Certified,
}

impl Step {
    const fn name(self) -> Phrase {
        match self {
            Self::Prepare => words::STEP_PREPARE,
            Self::Send => words::STEP_SEND,
            Self::Confirm => words::STEP_CONFIRM,
            Self::Pay => words::STEP_PAY,
            Self::Review => words::STEP_REVIEW,
            Self::Certified => words::STEP_CERTIFIED,
        }
    }
}

/// All steps that this application takes.
pub(super) fn steps(l: Locale, state: &State) -> Markup {
    let record = state.record();
    let is_free = record.yuan == 0 && !matches!(state, State::AwaitingPayment { .. });
    let is_paid_late = record.profile.profile().fee == FeeTime::AfterReview;
    let order = if is_paid_late {
        [Step::Prepare, Step::Send, Step::Confirm, Step::Review, Step::Pay, Step::Certified]
    } else {
        [Step::Prepare, Step::Send, Step::Confirm, Step::Pay, Step::Review, Step::Certified]
    };
    let steps: Vec<Step> =
        order.into_iter().filter(|step| !(is_free && *step == Step::Pay)).collect();
    let now = steps.iter().position(|step| *step == current(state)).unwrap_or_default();
    let is_over = current(state) == Step::Certified;
    let is_ended = matches!(
        state,
        State::FinallyFailed { .. } | State::Stopped { .. } | State::TimedOut { .. }
    );
    html! {
        section {
            h2 { (l.say(words::STEPS)) }
            ol .rz-steps {
                @for (i, step) in steps.iter().enumerate() {
                    @let (class, said) = match i {
                        i if i < now || is_over => ("rz-steps__item rz-steps__item--done", words::STEP_DONE),
                        i if i == now => (
                            "rz-steps__item rz-steps__item--now",
                            match state {
                                _ if is_ended => words::STEP_ENDED,
                                State::SentBack { .. } => words::STEP_BACK,
                                State::Banned { .. } | State::Appeal { .. } => words::STEP_HELD,
                                _ => words::STEP_NOW,
                            },
                        ),
                        _ => ("rz-steps__item", words::STEP_LATER),
                    };
                    li class=(class) aria-current=[(i == now && !is_over).then_some("step")] {
                        span .rz-steps__name { (l.say(step.name())) }
                        " "
                        span .rz-steps__state { (l.say(said)) }
                    }
                }
            }
        }
    }
}

fn current(state: &State) -> Step {
    match state {
        State::Preparing { .. } => Step::Prepare,
        State::Ready { .. } | State::Withdrawn { .. } => Step::Send,
        State::Submitted { .. }
        | State::AwaitingAuthorization { .. }
        | State::FaceCheck { .. }
        | State::SmsCheck { .. }
        | State::AwaitingOrder { .. }
        | State::Stopped { .. } => Step::Confirm,
        State::AwaitingPayment { .. } => Step::Pay,
        State::UnderReview { .. } | State::SentBack { .. } | State::FinallyFailed { .. } => {
            Step::Review
        }
        State::Certified { .. } | State::RenewalDue { .. } | State::Expired { .. } => {
            Step::Certified
        }
        State::TimedOut { before, .. }
        | State::Banned { before, .. }
        | State::Appeal { before, .. } => current(before),
    }
}

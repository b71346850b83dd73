//! The ways to send an application, and what happens then.

use maud::{Markup, html};

use super::status;
use crate::application::{Field, FormProfile, requirements};
use crate::journey::blocks::{self, Look, Tone};
use crate::journey::draft::Draft;
use crate::journey::life::Life;
use crate::journey::places;
use crate::journey::turn::{Answer, Edit, Turn};
use crate::process::{Event, FeeTime, ProcessProfile, State, StateKind};
use crate::provider::Config;
use crate::text::Locale;
use crate::text::journey::{Phrase, send as words};
use crate::wire::snapshot::path;

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    let Some(life) = Life::of(turn, draft) else { return status::unreadable(turn, draft) };
    if turn.act("rehearse").is_some() {
        return rehearse(draft, &life);
    }
    let is_again = !matches!(life.kind(), StateKind::Preparing | StateKind::Ready);
    let title = l.say(match is_again {
        true if life.can_send() => words::TITLE_AGAIN,
        true => words::TITLE_SENT,
        false => words::TITLE,
    });
    if let Some(why) = why_not(turn, draft, &life) {
        let (text, page, go) = why;
        return Answer::page(
            title,
            html! {
                (blocks::back(&draft.href(""), l.say(crate::text::journey::blocks::BACK_TO_LIST)))
                (blocks::heading(title))
                p .rz-page__lead { (l.say(text)) }
                (blocks::actions(&blocks::link(Look::Primary, &draft.href(page), l.say(go))))
            },
        );
    }
    if turn.act("pretend").is_some() && life.is_rehearsal {
        return sent(draft, life, l);
    }
    let (back, to) =
        if is_again { (words::BACK_TO_STATUS, "status") } else { (words::BACK_TO_CHECK, "check") };
    let lead = if is_again { words::LEAD_AGAIN } else { words::LEAD };
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(to), l.say(back)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(lead)) }
            (unchanged(l, draft, &life))
            (ways(turn, draft, &life))
            section {
                h2 { (l.say(words::NEXT_TITLE)) }
                ol .rz-list {
                    @for text in afterwards(l, draft, &life) { li { (text) } }
                }
                (identity(l, life.profile))
            }
        },
    )
}

/// What was sent back and is as it was: it would come back once more.
fn unchanged(l: Locale, draft: &Draft, life: &Life) -> Markup {
    let subject_type = draft.application().subject_type;
    let names: Vec<String> = status::uncorrected(draft, life.state.reasons())
        .filter_map(|path| places::name_of(l, path, subject_type))
        .collect();
    let names = names.join(if l == Locale::En { ", " } else { "、" });
    html! {
        @if !names.is_empty() {
            (blocks::notice(Tone::Warn, &html! { p { (words::unchanged(l, &names)) } }))
        }
    }
}

/// How the subject itself is proven, where somebody else than the administrator has a part in it.
pub(super) fn proof_of_subject(draft: &Draft) -> Option<Phrase> {
    match draft.field(Field::SubjectConfirmBy).as_str() {
        "legal-person-face" => Some(words::PROOF_FACE),
        "small-transfer" => Some(words::PROOF_TRANSFER),
        _ => None,
    }
}

/// Why nothing can be sent: what to say, and where to go instead.
fn why_not(
    turn: &Turn,
    draft: &Draft,
    life: &Life,
) -> Option<(Phrase, &'static str, crate::text::journey::Phrase)> {
    if !life.can_send() && life.kind() != StateKind::Preparing {
        return Some((words::ALREADY_SENT, "status", words::TO_STATUS));
    }
    let is_complete = life.can_send() && draft.report(turn.today).ok;
    (!is_complete).then_some((words::NOT_READY, "check", words::TO_CHECK))
}

fn ways(turn: &Turn, draft: &Draft, life: &Life) -> Markup {
    let l = turn.locale;
    let way = |title: &str, text: &str, go: Markup| {
        html! {
            section .rz-way {
                h2 { (title) }
                p { (text) }
                (blocks::actions(&go))
            }
        }
    };
    if life.is_rehearsal {
        let pretend = blocks::act(Look::Primary, "pretend", "", l.say(words::REHEARSE_SEND));
        return html! {
            (way(l.say(words::REHEARSE_SEND_TITLE), l.say(words::REHEARSE_SEND_TEXT), pretend))
            (way(
                l.say(words::SELF_TITLE),
                l.say(words::SELF_TEXT),
                blocks::link(Look::Secondary, &draft.href("package"), l.say(words::SELF_GO)),
            ))
        };
    }
    let provider = turn.request.config.as_deref().and_then(Config::read);
    html! {
        (way(
            l.say(words::SELF_TITLE),
            l.say(words::SELF_TEXT),
            blocks::link(Look::Primary, &draft.href("package"), l.say(words::SELF_GO)),
        ))
        @if let Some(provider) = provider.and_then(|config| config.provider) {
            (way(
                l.say(words::PROVIDER_TITLE),
                &words::provider_text(l, &provider.name(l.tag())),
                blocks::link(Look::Secondary, &draft.href("provider"), l.say(words::PROVIDER_GO)),
            ))
        }
        (way(
            l.say(words::REHEARSE_TITLE),
            l.say(words::REHEARSE_TEXT),
            blocks::act(Look::Quiet, "rehearse", "", l.say(words::REHEARSE_GO)),
        ))
    }
}

/// What happens after sending, in its order.
pub(super) fn afterwards(l: Locale, draft: &Draft, life: &Life) -> Vec<String> {
    let profile = life.profile;
    let is_again = life.kind() != StateKind::Ready;
    let yuan = fee(draft);
    let mut steps = Vec::new();
    if !is_again {
        steps.push(words::next_identity(l, &profile.task_hours.value));
        steps.extend(proof_of_subject(draft).map(|text| l.say(text).to_owned()));
        match (yuan, profile.fee) {
            (0, _) => steps.push(l.say(words::NEXT_FREE).to_owned()),
            (_, FeeTime::BeforeReview) => {
                steps.push(words::next_fee_before(l, &yuan, &profile.payment_hours.value));
            }
            (_, FeeTime::AfterReview) => {}
        }
    }
    let subject_type = draft.application().subject_type;
    let review = requirements(subject_type, FormProfile::WECHAT_2026).review;
    steps.push(words::next_review(l, &review.least_days, &review.most_days));
    if !is_again && 0 < yuan && profile.fee == FeeTime::AfterReview {
        steps.push(words::next_fee_after(l, &yuan, &profile.payment_hours.value));
    }
    if !is_again {
        let (times, days) = (profile.corrections.value, profile.correction_days.value);
        steps.push(words::next_corrections(l, &times, &days));
    }
    let name = draft.field(Field::NicknameText);
    if !name.trim().is_empty() {
        steps.push(words::next_name(l, &name.trim()));
    }
    steps
}

/// What the certification of this form costs.
pub(super) fn fee(draft: &Draft) -> u16 {
    let subject_type = draft.application().subject_type;
    requirements(subject_type, FormProfile::WECHAT_2026).fee.yuan
}

/// How the administrator confirms, said before it is met: folded away where it is not its turn.
pub(super) fn identity(l: Locale, profile: &ProcessProfile) -> Markup {
    blocks::details(l.say(words::IDENTITY_TITLE), &identity_steps(l, profile))
}

/// The same, unfolded.
pub(super) fn identity_steps(l: Locale, profile: &ProcessProfile) -> Markup {
    let steps = [
        words::IDENTITY_BANK,
        words::IDENTITY_SCAN,
        words::IDENTITY_PASSWORD,
        words::IDENTITY_FACE,
        words::IDENTITY_CODE,
    ];
    html! {
        p { (l.say(words::IDENTITY_LEAD)) }
        ol .rz-list { @for step in steps { li { (l.say(step)) } } }
        p { (words::identity_time(l, &profile.task_hours.value)) }
    }
}

/// Counts it as sent.
pub(super) fn sent(draft: &mut Draft, life: Life, l: Locale) -> Answer {
    let event = life.sending();
    match life.act(draft, event, l) {
        Ok(_) => {
            let said = l.say(words::SAID_SUBMITTED).to_owned();
            Answer { say: Some(said), ..Answer::go(&draft.address("status")) }
        }
        Err(why) => refused(draft, l, &why),
    }
}

/// Says why something could not be done.
pub(super) fn refused(draft: &Draft, l: Locale, why: &str) -> Answer {
    let title = l.say(crate::text::journey::status::TITLE);
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href("status"), l.say(words::BACK_TO_STATUS)))
            (blocks::heading(title))
            (blocks::notice(Tone::Warn, &html! { p { (why) } }))
        },
    )
}

/// Begins a rehearsal with a copy of the answers. Photos stay where they are: what is known
/// of them is enough.
fn rehearse(draft: &Draft, life: &Life) -> Answer {
    let mut edits = vec![Edit { path: path::REHEARSAL.to_owned(), value: Some("true".to_owned()) }];
    let is_copied = |path: &str| {
        path::is_personal(path) && !path.starts_with(path::PHOTO) && !status::is_of_sending(path)
    };
    if let Some(parts) = draft.snapshot().open_parts() {
        for part in parts.iter().filter(|part| is_copied(&part.path)) {
            let value = part.json().map(str::to_owned);
            edits.push(Edit { path: part.path.clone(), value });
        }
    }
    let name = draft.field(Field::NicknameText);
    let from = draft.field(Field::NicknameCurrent);
    let complete = Event::Complete {
        from: (!from.is_empty()).then(|| from.as_str().into()),
        to: (!name.is_empty()).then(|| name.as_str().into()),
        yuan: fee(draft),
    };
    let new = State::new(ProcessProfile::WECHAT_2026);
    if let Ok(step) = new.on(complete, life.now, life.profile) {
        let value = serde_json::to_string(&step.state).ok();
        edits.push(Edit { path: path::PROCESS.to_owned(), value });
    }
    Answer { begins: true, edits, ..Answer::default() }
}

//! The photos: the list of places for them, and the page of one, into which the host puts what
//! takes and checks photos.

use maud::{Markup, html};

use super::{not_found, reading};
use crate::application::{Answer as Verdict, Asked, MaterialSpec, Slot};
use crate::finding::Severity;
use crate::journey::blocks::{self, Look, Status, Tone};
use crate::journey::draft::Draft;
use crate::journey::form::editable_photos;
use crate::journey::guide;
use crate::journey::tasks::{Form, Task};
use crate::journey::turn::{Answer, Turn};
use crate::text::journey::{Phrase, blocks as shared, form as form_words, photos as words, slots};
use crate::text::{Explain, Locale, Name};

/// All places.
pub(super) fn list(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    if turn.act("continue").is_some() {
        return go_on(turn, draft);
    }
    let form = Form::of(draft, turn.today);
    let title = l.say(words::TITLE);
    let (needed, others): (Vec<&MaterialSpec>, Vec<&MaterialSpec>) =
        form.requirements.materials.iter().partition(|spec| is_needed(&form, spec));
    let section = |heading: Phrase, specs: &[&MaterialSpec]| {
        html! {
            @if !specs.is_empty() {
                h2 { (l.say(heading)) }
                ul .rz-slots { @for spec in specs { (item(l, spec, &form, draft)) } }
            }
        }
    };
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(""), l.say(shared::BACK_TO_LIST)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::LEAD)) }
            p { (l.say(words::LIMITS)) }
            (section(words::NEEDED_HEADING, &needed))
            (section(words::OPTIONAL_HEADING, &others))
            (blocks::actions(&blocks::act(Look::Primary, "continue", "", l.say(shared::CONTINUE))))
        },
    )
}

fn go_on(turn: &Turn, draft: &mut Draft) -> Answer {
    let form = Form::of(draft, turn.today);
    let from = turn.address.get("from");
    let page = match (from, form.next(Some(Task::Photos), draft)) {
        ("check" | "status", _) => from,
        (_, Some(task)) => task.as_str(),
        // What is missing is said there.
        (_, None) => "check",
    };
    Answer::go(&draft.address(page))
}

/// Whether an application cannot be sent without a photo in this place.
pub(super) fn is_needed(form: &Form, spec: &MaterialSpec) -> bool {
    spec.need.of(&form.application) == Asked::Needed
}

/// How a place stands, and how many photos it has.
fn status(form: &Form, spec: &MaterialSpec) -> (Status, usize) {
    let count = form.application.materials.iter().filter(|photo| photo.slot == spec.slot).count();
    let status = match form.report.places.get(&spec.slot.path()) {
        Some(Verdict::Wrong) => Status::Problem,
        _ if count != 0 => Status::Done,
        _ if is_needed(form, spec) => Status::Todo,
        _ => Status::Later,
    };
    (status, count)
}

fn item(l: Locale, spec: &MaterialSpec, form: &Form, draft: &Draft) -> Markup {
    let (status, count) = status(form, spec);
    let page = page_of(spec.slot);
    html! {
        li .rz-slots__item {
            (guide::small(spec.slot))
            div .rz-slots__body {
                a .rz-slots__link href=(draft.href(&page)) { (spec.slot.name(l)) }
                p .rz-slots__about { (l.say(slots::about(spec.slot, form.subject_type()))) }
                @if count != 0 { p .rz-slots__count { (words::has(l, &count)) } }
            }
            @if status != Status::Later { (blocks::tag(l, status)) }
        }
    }
}

/// One place.
pub(super) fn slot(name: &str, turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    let filled = reading::filled(turn, draft);
    let form = Form::of(draft, turn.today);
    let slot = Slot::from_name(name);
    let spec = form.requirements.materials.iter().find(|spec| Some(spec.slot) == slot);
    let Some(spec) = spec else { return not_found::page(turn) };
    let from = turn.address.get("from");
    let (back, back_text) = match from {
        "check" => ("check", form_words::CHECK_TITLE),
        "status" => ("status", form_words::SEE_STATUS),
        _ => ("photos", words::TITLE),
    };
    let back = match back {
        "check" => draft.address(back).with("at", slot.map_or("", Slot::path)).href(),
        _ => draft.href(back),
    };
    let has_photos = status(&form, spec).1 != 0;
    let next = next(&form, spec);
    let title = spec.slot.name(l);
    let page = Answer::page(
        title,
        html! {
            (blocks::back(&back, l.say(back_text)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(slots::about(spec.slot, form.subject_type()))) }
            (said(l, spec.slot, draft))
            (found(l, spec.slot, &form))
            @match editable_photos(&draft.process(), spec.slot) {
                Err(why) => (blocks::notice(Tone::Info, &blocks::p(l, why))),
                Ok(()) => {
                    @if has_photos {
                        (blocks::fold("how-to", false, l.say(words::HOW), &how(l, spec.slot)))
                    } @else {
                        h2 { (l.say(words::HOW)) }
                        (how(l, spec.slot))
                    }
                    div #photos data-host="photos" data-slot=(spec.slot.as_str())
                        data-most=(spec.most) { p { (l.say(words::WAITING)) } }
                    (reading::of_slot(turn, spec.slot, &form, draft))
                }
            }
            (blocks::actions(&match next.filter(|_| from.is_empty()) {
                Some(next) => html! {
                    (blocks::link(
                        Look::Primary, &draft.href(&page_of(next)), &words::next(l, &next.name(l)),
                    ))
                    (blocks::link(Look::Quiet, &back, l.say(words::TO_LIST)))
                },
                None if has_photos => {
                    blocks::link(Look::Primary, &back, l.say(words::DONE))
                }
                None => blocks::link(Look::Secondary, &back, l.say(shared::BACK)),
            }))
        },
    );
    Answer { say: filled.and_then(|filled| filled.say), ..page }
}

/// The page of a place.
fn page_of(slot: Slot) -> String {
    ["photos/", slot.as_str()].concat()
}

/// Where photos are missing once this place has one: behind it first.
fn next(form: &Form, spec: &MaterialSpec) -> Option<Slot> {
    if status(form, spec).0 != Status::Done {
        return None;
    }
    let specs = &form.requirements.materials;
    let at = specs.iter().position(|known| known.slot == spec.slot)?;
    let order = specs[at..].iter().chain(&specs[..at]);
    let mut open = order.filter(|other| status(form, other).0 == Status::Todo);
    open.next().map(|other| other.slot)
}

/// What WeChat said about these photos.
fn said(l: Locale, slot: Slot, draft: &Draft) -> Markup {
    let reasons = crate::journey::form::reasons(draft);
    html! {
        @for reason in reasons.iter().filter(|it| it.field.as_deref() == Some(slot.path())) {
            (blocks::notice(Tone::Warn, &html! {
                p { strong { (l.say(form_words::REASON_HEADING)) } " " (reason.text.as_str()) }
            }))
        }
    }
}

/// What the form says of these photos beside what the photo's own check says: the same photo
/// twice, one that was sent back, the sides swapped, too many.
fn found(l: Locale, slot: Slot, form: &Form) -> Markup {
    let findings = form.report.findings.iter().filter(|finding| {
        finding.path == slot.path()
            && matches!(
                finding.code(),
                "form.same-file" | "form.refused-before" | "form.sides-swapped" | "form.too-many"
            )
    });
    html! {
        div #found {
            @for finding in findings {
                @let message = finding.explain(l);
                @let is_doubt = finding.severity != Severity::Block;
                (blocks::notice(if is_doubt { Tone::Warn } else { Tone::Danger }, &html! {
                    p { (blocks::message(l, &message.what, &message.fix, true)) }
                }))
            }
        }
    }
}

/// The picture guide, and what to do and what not.
fn how(l: Locale, slot: Slot) -> Markup {
    html! {
        div .rz-how {
            (guide::large(l, slot))
            div .rz-how__lists {
                div {
                    h3 { (l.say(words::DO)) }
                    ul .rz-how__do { @for line in slots::dos(slot) { li { (l.say(*line)) } } }
                }
                div {
                    h3 { (l.say(words::DONT)) }
                    ul .rz-how__dont { @for line in slots::donts(slot) { li { (l.say(*line)) } } }
                }
            }
        }
    }
}

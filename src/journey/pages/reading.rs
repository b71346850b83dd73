//! What was read of a photo, on the page of its place, and what can be done with it.

use maud::{Markup, html};

use crate::application::{Field as FormField, Shape, Slot};
use crate::journey::blocks::{self, Look, Tone};
use crate::journey::draft::Draft;
use crate::journey::form::{kept, masked, reopen};
use crate::journey::reading::{self, sides};
use crate::journey::tasks::{Form, Task};
use crate::journey::turn::{Answer, Turn};
use crate::photo::{Kind, Quad};
use crate::reader::{Field, FieldName, Finding, Issue, Reading, Seen, compare};
use crate::text::journey::{fields, reading as words};
use crate::text::{Explain, Locale, label_on};

/// The act that fills in what was read.
const FILL: &str = "use-read";

/// The section of a place; nothing where its photo is not read.
pub(super) fn of_slot(turn: &Turn, slot: Slot, form: &Form, draft: &Draft) -> Markup {
    let l = turn.locale;
    let seen: Vec<Seen> =
        reading::seen(draft).into_iter().filter(|(of, _)| *of == slot).map(|(_, it)| it).collect();
    let is_under_way = reading::wanted(turn.request, draft).is_some_and(|wanted| {
        draft.photos().iter().any(|it| it.id == wanted.id && it.slot == Some(slot))
    });
    html! {
        div #reading {
            @if is_under_way { (under_way(l)) }
            @for seen in &seen { (read(turn, form, draft, seen)) }
        }
    }
}

/// The host moves the bar, and stops at the button.
fn under_way(l: Locale) -> Markup {
    blocks::notice(
        Tone::Info,
        &html! {
            (blocks::p(l, words::UNDER_WAY))
            progress #reading-progress aria-label=(l.say(words::PROGRESS)) {}
            button type="button" class=(Look::Quiet.class()) data-reading="stop" {
                (l.say(words::STOP))
            }
        },
    )
}

fn read(turn: &Turn, form: &Form, draft: &Draft, seen: &Seen) -> Markup {
    let l = turn.locale;
    let Seen { kind, reading, .. } = seen;
    let offers = reading::offers(form, draft, std::slice::from_ref(seen)).len();
    let findings = compare(&form.application, std::slice::from_ref(seen), turn.today);
    // Not beside a line that cannot be read, though not every document must have it.
    let is_clear = reading.is_readable && reading.fields.iter().all(|field| field.is_readable);
    html! {
        @let (lines, others) = parted(reading.findings(*kind));
        @for finding in &others {
            @let message = finding.explain(l);
            (blocks::notice(Tone::Warn, &html! {
                p { (blocks::message(l, &message.what, &message.fix, true)) }
            }))
        }
        @if !lines.is_empty() {
            (blocks::notice(Tone::Warn, &html! {
                p { strong { (unclear(l, *kind, &lines)) } }
                (blocks::p(l, words::UNCLEAR_FIX))
                (places(l, reading, &lines))
            }))
        }
        @for finding in &findings {
            (blocks::notice(Tone::Warn, &html! {
                @if let Some((field, ..)) = sides(finding) {
                    p { strong {
                        (words::different(l, &l.say(fields::label(field, form.subject_type()))))
                    } }
                    (reading::difference(l, finding))
                    @let task = Task::of_path(field.path()).map_or("", Task::as_str);
                    @let to = draft.address(task).with("at", field.path()).href();
                    (blocks::line(&to, l.say(words::GO_AND_SEE)))
                } @else {
                    (reading::difference(l, finding))
                }
            }))
        }
        @if !reading.fields.is_empty() {
            section .rz-read {
                h2 { (l.say(words::HEADING)) }
                @if is_clear { p .rz-read__clear { (l.say(words::CLEAR)) } }
                dl .rz-read__lines {
                    @for field in &reading.fields { (line(l, *kind, field)) }
                }
                @if 0 < offers {
                    (blocks::act(Look::Secondary, FILL, "", &words::fill(l, &offers)))
                } @else if reading.is_readable && findings.is_empty() {
                    (blocks::p(l, words::SAME))
                }
            }
        }
    }
}

/// What stands against the photos in use as they were read: of which place, and what.
pub(super) fn doubts(turn: &Turn, form: &Form, draft: &Draft) -> Vec<(Slot, String)> {
    let l = turn.locale;
    let mut doubts = Vec::new();
    for (slot, seen) in reading::seen(draft) {
        let compared = compare(&form.application, std::slice::from_ref(&seen), turn.today);
        let Seen { kind, reading, .. } = seen;
        let (lines, mut others) = parted(reading.findings(kind));
        others.extend(compared.into_iter().filter(|finding| sides(finding).is_none()));
        doubts.extend(others.iter().map(|finding| (slot, finding.explain(l).what.into_owned())));
        if !lines.is_empty() {
            doubts.push((slot, unclear(l, kind, &lines)));
        }
    }
    doubts
}

fn unclear(l: Locale, kind: Kind, lines: &[FieldName]) -> String {
    let names: Vec<&str> = lines.iter().map(|name| label_on(kind, *name, l)).collect();
    words::unclear_lines(l, &names.join(l.say(words::BETWEEN)))
}

/// The lines that cannot be read, and all else that was found.
fn parted(findings: Vec<Finding>) -> (Vec<FieldName>, Vec<Finding>) {
    let (mut lines, mut others) = (Vec::new(), Vec::new());
    for finding in findings {
        match finding.issue {
            Issue::Unreadable { field } | Issue::Missing { field } => lines.push(field),
            _ => others.push(finding),
        }
    }
    (lines, others)
}

fn line(l: Locale, kind: Kind, field: &Field) -> Markup {
    let label = label_on(kind, field.name, l);
    html! {
        div {
            dt { (label) }
            @if field.is_readable {
                dd { (shown(l, field)) }
            } @else {
                dd .rz-read__unclear { (l.say(words::UNCLEAR)) }
            }
        }
    }
}

/// As on the document, but for numbers of people, which others may see over the shoulder.
fn shown(l: Locale, field: &Field) -> String {
    let shape = Shape::IdNumber { kind: FormField::AdministratorIdKind };
    match (field.name, kept(shape)) {
        (FieldName::IdNumber, Some(kept)) => masked(&field.text, kept),
        (FieldName::Validity | FieldName::Term, _) => match field.text.split_once('/') {
            Some((from, "..")) => words::from_on(l, &from),
            Some((from, to)) => words::from_to(l, &from, &to),
            None => field.text.clone(),
        },
        _ => field.text.clone(),
    }
}

/// A sketch of the photo with the lines that cannot be read.
fn places(l: Locale, reading: &Reading, names: &[FieldName]) -> Markup {
    let [width, height] = [reading.width, reading.height].map(|side| side.to_string());
    let view_box = ["0 0", &width, &height].join(" ");
    let is_bad = |field: &Field| names.contains(&field.name);
    let is_placed = reading.fields.iter().any(|field| is_bad(field) && !field.polygons.is_empty());
    html! {
        @if is_placed {
            figure .rz-where {
                svg viewBox=(view_box) aria-hidden="true" {
                    @for field in &reading.fields {
                        @for quad in &field.polygons {
                            polygon points=(points(quad)) .rz-where__bad[is_bad(field)] {}
                        }
                    }
                }
                figcaption { (l.say(words::WHERE)) }
            }
        }
    }
}

fn points(Quad(corners): &Quad) -> String {
    let mut points = String::new();
    for corner in corners {
        for (side, end) in [(corner.x, ","), (corner.y, " ")] {
            #[expect(clippy::cast_possible_truncation)] // Whole pixels are enough.
            points.push_str(&(side as i32).to_string());
            points.push_str(end);
        }
    }
    points
}

/// Fills in what was read, where that was asked for.
pub(super) fn filled(turn: &Turn, draft: &mut Draft) -> Option<Answer> {
    turn.act(FILL)?;
    let count = reading::fill(draft, turn.today, turn.locale);
    if 0 < count {
        reopen(turn, draft);
    }
    Some(Answer { say: Some(words::filled(turn.locale, &count)), ..Answer::default() })
}

/// Where photos can fill in the form: the button, or the way to the photos where there are none.
pub(super) fn offer(turn: &Turn, form: &Form, draft: &Draft) -> Markup {
    let l = turn.locale;
    let seen: Vec<Seen> = reading::seen(draft).into_iter().map(|(_, seen)| seen).collect();
    let offers = reading::offers(form, draft, &seen).len();
    let first = reading::first_place(form, draft).filter(|_| turn.request.reads);
    html! {
        @if let Some(slot) = first {
            p .rz-read__first {
                (l.say(words::FIRST)) " "
                a href=(draft.href(&["photos/", slot.as_str()].concat())) { (l.say(words::TO_PHOTOS)) }
            }
        }
        @if 0 < offers {
            (blocks::notice(Tone::Info, &html! {
                (blocks::p(l, words::OFFER))
                (blocks::act(Look::Secondary, FILL, "", &words::fill(l, &offers)))
            }))
        }
    }
}

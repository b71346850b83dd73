//! What was read of the photos: kept with the draft, offered to the form, and held against it.
//!
//! ```text
//! a photo that passes ──wanted──▶ the host, which has it read ──act `read`──▶ part `reading.ID`
//!                                                                               │
//!            the form ◀──offers──┬──────────────────────────────────────────────┘
//!            findings ◀──────────┘
//! ```

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::draft::Draft;
use super::form::{editable, editable_photos};
use super::tasks::{Form, Task};
use super::turn::{Act, Request};
use crate::application::{Field, Slot};
use crate::date::Date;
use crate::photo::Kind;
use crate::reader::{self, Finding, Holder, Issue, Offer, Seen};
use crate::text::journey::{form as form_words, reading as words};
use crate::text::{Explain, Locale};
use crate::wire::snapshot::{PhotoEntry, PhotoId, path, read_reading};

/// A photo that the host shall have read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Wanted {
    /// Which.
    pub id: PhotoId,
    /// Which document it shows.
    pub kind: Kind,
}

/// The reading of a photo on which there was nothing.
const NOTHING: &str = r#"{"fields":[]}"#;

/// Before the id of the photo.
fn part(id: &PhotoId) -> String {
    [path::READING, &id.0].concat()
}

/// Which document belongs there, and whose; nothing where it is not read.
const fn document(slot: Slot) -> Option<(Kind, Holder)> {
    match slot {
        Slot::Licence => Some((Kind::Licence, Holder::Subject)),
        Slot::IdFront => Some((Kind::IdFront, Holder::Administrator)),
        Slot::IdBack => Some((Kind::IdBack, Holder::Administrator)),
        _ => None,
    }
}

/// A photo in use whose document is read.
struct Readable {
    id: PhotoId,
    slot: Slot,
    kind: Kind,
    holder: Holder,
}

/// All of them, in the order in which they were made.
fn readable(draft: &Draft) -> Vec<Readable> {
    let read = |photo: PhotoEntry| {
        let slot = photo.slot.filter(|_| photo.chosen)?;
        let (kind, holder) = document(slot)?;
        Some(Readable { id: photo.id, slot, kind, holder })
    };
    draft.photos().into_iter().filter_map(read).collect()
}

/// The next photo to be read, where the host can do it.
pub fn wanted(request: &Request, draft: &Draft) -> Option<Wanted> {
    let process = draft.process();
    let is_wanted = |photo: &Readable| {
        draft.json(&part(&photo.id)).is_none() && editable_photos(&process, photo.slot).is_ok()
    };
    let photo = readable(draft).into_iter().filter(|_| request.reads).find(is_wanted)?;
    Some(Wanted { id: photo.id, kind: photo.kind })
}

/// Keeps what was read of a photo, unless the photo is gone; that of photos that are gone goes.
pub fn take(act: &Act, draft: &mut Draft) {
    let photos = draft.photos();
    let is_there = |id: &str| photos.iter().any(|photo| photo.id.0 == id);
    let gone: Vec<String> = draft.paths(path::READING).filter(|id| !is_there(id)).collect();
    for id in gone {
        draft.set_json(&part(&PhotoId(id)), None);
    }
    if !is_there(&act.arg) {
        return;
    }
    // What is no reading is kept as one of nothing: else it would be asked for again.
    let json = Some(act.value("reading")).filter(|json| read_reading(json).is_some());
    let json = json.unwrap_or(NOTHING).to_owned();
    draft.set_json(&part(&PhotoId(act.arg.clone())), Some(json));
}

/// What was read of the photos in use, and where they belong.
pub fn seen(draft: &Draft) -> Vec<(Slot, Seen)> {
    let read = |photo: Readable| {
        let reading = read_reading(draft.json(&part(&photo.id))?)?;
        Some((photo.slot, Seen { holder: photo.holder, kind: photo.kind, reading }))
    };
    readable(draft).into_iter().filter_map(read).collect()
}

fn all(draft: &Draft) -> Vec<Seen> {
    seen(draft).into_iter().map(|(_, seen)| seen).collect()
}

/// What can be filled in of what was read: of these documents, into fields that are asked for, are
/// empty and can be changed.
pub fn offers(form: &Form, draft: &Draft, seen: &[Seen]) -> Vec<Offer> {
    let process = draft.process();
    let can_be_filled = |offer: &Offer| {
        let task = Task::of_path(offer.field.path());
        form.asks(offer.field) && task.is_some_and(|task| editable(&process, task).is_ok())
    };
    reader::offers(&form.application, seen).into_iter().filter(can_be_filled).collect()
}

/// Where to begin with the photos, so that the form need not be typed; nothing once either was
/// begun.
pub fn first_place(form: &Form, draft: &Draft) -> Option<Slot> {
    let is_begun = !form.application.fields.is_empty() || !draft.photos().is_empty();
    let mut slots = form.requirements.materials.iter().map(|spec| spec.slot);
    slots.find(|slot| !is_begun && document(*slot).is_some())
}

/// What can be filled into one field.
pub fn offer(form: &Form, draft: &Draft, field: Field, l: Locale) -> Option<String> {
    let offers = offers(form, draft, &all(draft));
    offers.into_iter().find(|offer| offer.field == field).map(|offer| as_typed(offer.value, l))
}

/// As a person writes it who fills in the form.
fn as_typed(value: String, l: Locale) -> String {
    if value == "long-term" { l.say(form_words::LONG_TERM_VALUE).to_owned() } else { value }
}

/// Fills in all that can be, and says how many fields that were.
pub fn fill(draft: &mut Draft, today: Date, l: Locale) -> usize {
    let offers = offers(&Form::of(draft, today), draft, &all(draft));
    let count = offers.len();
    for offer in offers {
        draft.set(offer.field, &as_typed(offer.value, l));
    }
    count
}

/// What in the form contradicts the photos.
pub fn findings(form: &Form, draft: &Draft, today: Date) -> Vec<Finding> {
    reader::compare(&form.application, &all(draft), today)
}

/// The field of the form that a finding is about, and what the photo and the form say of it.
pub fn sides(finding: &Finding) -> Option<(Field, &str, &str)> {
    match &finding.issue {
        Issue::Differs { field, read, typed } | Issue::NameDiffers { field, read, typed } => {
            Some((*field, read, typed))
        }
        _ => None,
    }
}

/// What was found, with both values one below the other and the characters marked in which they
/// differ.
pub fn difference(l: Locale, finding: &Finding) -> Markup {
    let message = finding.explain(l);
    html! {
        @if let Some((_, read, typed)) = sides(finding) {
            p { (message.fix) }
            dl .rz-sides {
                div { dt { (l.say(words::ON_PHOTO)) } dd { (marked(read, typed)) } }
                div { dt { (l.say(words::IN_FORM)) } dd { (marked(typed, read)) } }
            }
        } @else {
            p { (super::blocks::message(l, &message.what, &message.fix, false)) }
        }
    }
}

/// A text with those characters marked that another of the same length has otherwise.
fn marked(text: &str, other: &str) -> Markup {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<char>>();
    let (text, other) = (plain(text), plain(other));
    let is_marked = |at: usize| text.len() == other.len() && text[at] != other[at];
    html! {
        @for (at, c) in text.iter().enumerate() {
            @if is_marked(at) { mark { (c) } } @else { (c) }
        }
    }
}

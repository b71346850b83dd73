//! The photos that are sent with an application, each with its place.

use maud::{Markup, html};
use serde::Deserialize;

use crate::application::Slot;
use crate::journey::blocks::{self, Tone};
use crate::journey::draft::Draft;
use crate::photo::Kind;
use crate::text::journey::send as words;
use crate::text::{Locale, Name};
use crate::wire::snapshot::{PhotoEntry, path};

/// The photos that the form counts, each with its place.
pub(super) fn slots(draft: &Draft) -> Vec<(PhotoEntry, Slot)> {
    let given = draft.application().materials;
    let hashes = |slot: Slot| {
        let of_slot = given.iter().filter(move |material| material.slot == slot);
        of_slot.filter_map(|material| material.sha256.as_deref())
    };
    let mut found: Vec<(PhotoEntry, Slot)> = (draft.photos().into_iter())
        .filter_map(|entry| {
            let given = Given::of(draft, &entry);
            let slot = given.slot.or_else(|| slot_of(entry.kind))?;
            let is_counted = match given.sha256 {
                Some(sha256) if hashes(slot).next().is_some() => {
                    hashes(slot).any(|known| known.eq_ignore_ascii_case(&sha256))
                }
                _ => entry.chosen,
            };
            is_counted.then_some((entry, slot))
        })
        .collect();
    crate::finding::sort_by(&mut found, |(_, slot)| *slot);
    found
}

/// What is known of a photo's place in the form.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Given {
    slot: Option<Slot>,
    sha256: Option<String>,
}

impl Given {
    fn of(draft: &Draft, entry: &PhotoEntry) -> Self {
        let json = draft.json(&[path::PHOTO, &entry.id.0].concat());
        json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }
}

/// The place of a photo of which only the document is known.
const fn slot_of(kind: Kind) -> Option<Slot> {
    match kind {
        Kind::IdFront => Some(Slot::IdFront),
        Kind::IdBack => Some(Slot::IdBack),
        Kind::Licence => Some(Slot::Licence),
        Kind::Letter => Some(Slot::Letter),
        Kind::StampedCopy | Kind::Other => None,
    }
}

/// Says which photos of the form are not on this device.
pub(super) fn missing(l: Locale, draft: &Draft) -> Markup {
    let there = slots(draft);
    let mut missing = Vec::new();
    for material in draft.application().materials {
        let name = material.slot.name(l);
        if !there.iter().any(|(_, slot)| *slot == material.slot) && !missing.contains(&name) {
            missing.push(name);
        }
    }
    let names = missing.join(if l == Locale::En { ", " } else { "、" });
    html! {
        @if !missing.is_empty() {
            (blocks::notice(Tone::Warn, &html! { p { (words::photos_missing(l, &names)) } }))
        }
    }
}

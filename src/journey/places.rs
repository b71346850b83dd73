//! Where a part of the form is filled in, and what it is called.

use crate::application::{Field, Slot};
use crate::text::Locale;
use crate::text::journey::label;

/// The page on which a part is filled in, by the part's path; none where the path is not ours.
pub(super) fn page_of(path: &str) -> Option<String> {
    if let Some(slot) = slot_of(path) {
        return Some(["photos/", slot.as_str()].concat());
    }
    let field = Field::from_name(path)?;
    let page = match field.path().split('.').next().unwrap_or_default() {
        "subject" | "media" => "subject",
        "legalPerson" => "legal-person",
        "administrator" => "administrator",
        "contact" => "contact",
        "identification" => "identification",
        "nickname" => "nickname",
        "payment" => "payment",
        _ => "invoice",
    };
    Some(page.to_owned())
}

/// The name of a part, by its path.
pub(super) fn name_of(l: Locale, path: &str) -> Option<&'static str> {
    let slot = slot_of(path).map(|slot| label::slot(l, slot));
    slot.or_else(|| Some(label::field(l, Field::from_name(path)?)))
}

fn slot_of(path: &str) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| slot.path() == path)
}

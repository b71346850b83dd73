//! Fills a rehearsal with an example, so that what comes after the form can be rehearsed
//! without anybody's data.

use maud::{Markup, html};

use super::blocks::{self, Look};
use super::draft::Draft;
use super::tasks::Form;
use crate::application::{Asked, Material, Slot, Verdict};
use crate::text::Locale;
use crate::text::journey::example as words;

/// Offers it where the form is not complete yet.
pub fn offer(l: Locale, form: &Form, draft: &Draft) -> Markup {
    html! {
        @if draft.is_rehearsal() && !form.report.ok {
            div .rz-rehearsal {
                p { (l.say(words::FILL_HINT)) }
                (blocks::act(Look::Secondary, "example", "", l.say(words::FILL)))
            }
        }
    }
}

/// Fills in what is empty; in a rehearsal only.
pub fn fill(form: &Form, draft: &mut Draft) {
    if !draft.is_rehearsal() {
        return;
    }
    for spec in &form.requirements.fields {
        let text = words::text(spec.field, form.subject_type());
        if draft.field(spec.field).trim().is_empty() && !text.is_empty() && form.asks(spec.field) {
            draft.set(spec.field, text);
        }
    }
    for spec in &form.requirements.materials {
        let is_needed = spec.need.of(&form.application) == Asked::Needed;
        if is_needed && draft.json(spec.slot.path()).is_none() {
            draft.set_json(spec.slot.path(), serde_json::to_string(&[photo(spec.slot)]).ok());
        }
    }
}

/// A photo that passed and that nobody has taken.
fn photo(slot: Slot) -> Material {
    Material {
        slot,
        sha256: Some(["example-", slot.as_str()].concat()),
        report: Some(Verdict { ok: true, findings: Vec::new() }),
    }
}

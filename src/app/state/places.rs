//! What the photos of an application tell its form.

use super::drafts::Draft;
use crate::application::{Code, Material, Slot, Verdict};
use crate::photo::{Fitted, Kind};

/// After so many photos of one place that had better be taken again, one of them can be used
/// all the same: nobody can do more than try twice more. Chosen by us.
pub const TRIES: u32 = 3;

const TRIES_OF: &str = "tries.";

/// The document that a place asks for.
pub const fn kind_of(slot: Slot) -> Kind {
    match slot {
        Slot::Licence | Slot::MediaLicence => Kind::Licence,
        Slot::Letter => Kind::Letter,
        Slot::IdFront => Kind::IdFront,
        Slot::IdBack => Kind::IdBack,
        Slot::IdentificationProof | Slot::NameProof | Slot::Supplement => Kind::Other,
    }
}

/// Photos of that place that had better be taken again.
pub fn tries(draft: &Draft, slot: Slot) -> u32 {
    let count = draft.part(&[TRIES_OF, slot.as_str()].concat());
    count.and_then(|count| count.parse().ok()).unwrap_or_default()
}

/// Counts one more.
pub fn count_try(draft: &mut Draft, slot: Slot) {
    let count = tries(draft, slot) + 1;
    draft.set_part(&[TRIES_OF, slot.as_str()].concat(), Some(count.to_string()));
}

/// Tells the form which photos are in use for a place. Loose photos are of no form.
pub fn tell_form(draft: &mut Draft, slot: Option<Slot>) {
    let Some(slot) = slot else { return };
    let photos = draft.photos().into_iter();
    let used = photos.filter(|photo| photo.slot == Some(slot) && photo.chosen);
    let materials: Vec<Material> = used
        .map(|photo| {
            let fitted: Option<Fitted> = serde_json::from_str(photo.fitted.get()).ok();
            let report = fitted.map(|fitted| Verdict {
                ok: fitted.report.ok,
                findings: fitted.report.findings.iter().map(code).collect(),
            });
            Material { slot, sha256: photo.sha256, report }
        })
        .collect();
    draft.set_materials(slot, &materials);
}

fn code(finding: &crate::photo::Finding) -> Code {
    Code { code: finding.code().to_owned(), severity: finding.severity }
}

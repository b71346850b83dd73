//! The photos of an application: how many, whether they pass, and whether one is given twice.

use super::application::Application;
use super::check::Findings;
use super::issue::FormIssue;
use super::material::{Material, Slot};
use super::profile::TypeRules;
use super::requirement::Asked;
use crate::finding::Severity;

/// Photos beyond these are too many in any case, and are not compared with one another.
const COMPARED: usize = 200;

/// The code by which the photo check says that it sees the other side.
const WRONG_SIDE: &str = "photo.wrong-side";

pub(super) fn check(
    application: &Application,
    rules: &TypeRules,
    findings: &mut Findings,
    places: &mut Vec<(&'static str, bool)>,
) {
    for spec in rules.materials {
        let given: Vec<_> = of(application, spec.slot).collect();
        let found = u16::try_from(given.len()).unwrap_or(u16::MAX);
        let is_needed = spec.need.of(application) == Asked::Needed;
        if is_needed || 0 < found {
            places.push((spec.slot.path(), is_needed));
        }
        if is_needed && found < spec.least {
            findings.add(spec.slot.path(), Severity::Block, FormIssue::Missing);
        }
        if spec.most < found {
            let issue = FormIssue::TooMany { found, most: spec.most };
            findings.add(spec.slot.path(), Severity::Block, issue);
        }
        for material in given {
            if let Some((severity, issue)) = verdict(material) {
                findings.add_once(spec.slot.path(), severity, issue);
            }
            let is_it = |other: &Material| other.slot == spec.slot && is_same_file(other, material);
            if application.refused.iter().any(is_it) {
                findings.add_once(spec.slot.path(), Severity::Warn, FormIssue::RefusedBefore);
            }
        }
    }
    let is_asked = |slot| rules.materials.iter().any(|spec| spec.slot == slot);
    for slot in Slot::ALL.into_iter().filter(|slot| !is_asked(*slot)) {
        if of(application, slot).next().is_some() {
            findings.add(slot.path(), Severity::Info, FormIssue::NotAsked);
            places.push((slot.path(), false));
        }
    }
    for (i, material) in application.materials.iter().enumerate().take(COMPARED) {
        // What is not asked for is left out when the form is sent.
        if !is_asked(material.slot) {
            continue;
        }
        let twin = application.materials[..i]
            .iter()
            .find(|other| is_asked(other.slot) && is_same_file(other, material));
        if let Some(twin) = twin {
            let issue = FormIssue::SameFile { other: twin.slot.path().to_owned() };
            // The same page twice among supplements is no harm.
            let severity =
                if twin.slot == material.slot { Severity::Warn } else { Severity::Block };
            findings.add_once(material.slot.path(), severity, issue);
        }
    }
    let shows_other_side =
        |slot| of(application, slot).any(|material| has_code(material, WRONG_SIDE));
    if is_asked(Slot::IdFront) && shows_other_side(Slot::IdFront) && shows_other_side(Slot::IdBack)
    {
        findings.add(
            Slot::IdFront.path(),
            Severity::Block,
            FormIssue::SidesSwapped { other: Slot::IdBack },
        );
    }
}

fn of(application: &Application, slot: Slot) -> impl Iterator<Item = &Material> {
    application.materials.iter().filter(move |material| material.slot == slot)
}

/// Hashes are written in small or in capital letters.
fn is_same_file(one: &Material, other: &Material) -> bool {
    match (&one.sha256, &other.sha256) {
        (Some(one), Some(other)) => !one.is_empty() && one.eq_ignore_ascii_case(other),
        _ => false,
    }
}

fn has_code(material: &Material, code: &str) -> bool {
    material
        .report
        .as_ref()
        .is_some_and(|report| report.findings.iter().any(|finding| finding.code == code))
}

fn verdict(material: &Material) -> Option<(Severity, FormIssue)> {
    let Some(report) = &material.report else {
        return Some((Severity::Warn, FormIssue::PhotoUnchecked));
    };
    if !report.ok {
        return Some((Severity::Block, FormIssue::PhotoRefused));
    }
    let is_doubtful = report.findings.iter().any(|finding| finding.severity == Severity::Warn);
    is_doubtful.then_some((Severity::Warn, FormIssue::PhotoDoubtful))
}

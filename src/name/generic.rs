//! Names that say what there is, and not whose it is.

use super::check::Subject;
use super::issue::{Finding, Issue, Reason};
use super::profile::Profile;
use super::words::{self, Class};
use crate::finding::{Coded, Severity};

/// A name that is made of listed words alone. A registered trademark may be generic.
pub(super) fn generic(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let issue = short_form(subject, profile).or_else(|| made_of_words(subject, profile));
    issue
        .map(|(issue, severity)| {
            issue.with(if subject.is_trademark() { Severity::Info } else { severity })
        })
        .into_iter()
        .collect()
}

fn short_form(subject: &Subject, profile: &Profile) -> Option<(Issue, Severity)> {
    let hit = subject.name.is_one_of(words::section("short-form"))?;
    let (word, position, source) = (hit.word.text.clone(), hit.position, profile.short_form_source);
    let issue = Issue::RiskyWord { word, position, reason: Reason::GenericShort, source };
    Some((issue, source.severity()))
}

fn made_of_words(subject: &Subject, profile: &Profile) -> Option<(Issue, Severity)> {
    let parts = subject.name.parts()?;
    let is_there = |wanted: &[Class]| parts.iter().any(|part| wanted.contains(&part.class));
    let source = profile.generic_source;
    let is_region = is_there(&[Class::Region]);
    let is_public = is_there(&[Class::PublicService]);
    let is_generic = is_there(&[Class::Generic, Class::ShortForm]);
    let issue = match (is_region, is_public, is_generic) {
        // Names as 广州地铁 are accepted, and one that is only 店 is at least rare.
        (true, true, _) | (false, false, false) => return None,
        (true, false, true) => {
            let is_place = |class| matches!(class, Class::Region | Class::RegionSuffix);
            let (region, word): (Vec<_>, Vec<_>) =
                parts.into_iter().partition(|part| is_place(part.class));
            let text = |parts: Vec<words::Part>| parts.into_iter().map(|part| part.text).collect();
            Issue::RegionGeneric { region: text(region), word: text(word), source }
        }
        (true, false, false) | (false, _, _) => Issue::Generic { source },
    };
    Some((issue, source.severity()))
}

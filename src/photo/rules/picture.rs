//! From measurements to findings: thresholds, and no pixels.

use crate::finding::{Coded, Severity};
use crate::photo::document::Document;
use crate::photo::facts::Facts;
use crate::photo::finding::{Area, Finding, Issue, Level};
use crate::photo::page::{Measured, PageFacts, Places};
use crate::photo::profile::{DocumentThresholds, Levels, Thresholds};
use crate::photo::report::Kind;

/// What can be said of a picture in which no document was found: by the whole picture, which
/// `frame` is. `doubt` is how sure the best outline was. Of other materials nobody knows
/// whether they are documents.
pub(in super::super) fn judge_picture(
    facts: &Facts,
    kind: Kind,
    doubt: u16,
    frame: Area,
    thresholds: &Thresholds,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let area = Some(frame);
    if kind != Kind::Other {
        let threshold = thresholds.document.least_confidence;
        let issue = Issue::NoDocument { level: Level::Mid, score: doubt, threshold, area };
        findings.push(issue.with(Severity::Warn));
    }
    let mut judge = |score: u16, threshold: u16, is_poor: bool, issue: Construct| {
        if is_poor {
            let judged = Judged { level: Level::Mid, score, threshold, area };
            findings.push(issue(judged).with(Severity::Warn));
        }
    };
    let least = [
        (facts.sharpness, thresholds.least_sharpness, constructs::blurred as Construct),
        (facts.light, thresholds.least_light, constructs::dark),
        (facts.contrast, thresholds.least_contrast, constructs::low_contrast),
    ];
    for (score, threshold, issue) in least {
        if let Some(score) = score {
            judge(score, threshold, score < threshold, issue);
        }
    }
    if let Some(score) = facts.clipped {
        let most = thresholds.most_clipped;
        judge(score, most, most < score, constructs::overexposed);
    }
    findings
}

/// What can be said of a document that was found.
pub(in super::super) fn judge_document(
    document: &Document,
    measured: &Measured,
    kind: Kind,
    thresholds: &DocumentThresholds,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let shows = document.shows_instead_of(kind);
    if shows.is_some() {
        let (score, threshold) = (document.confidence, thresholds.least_confidence);
        let area = Some(measured.places.document);
        let issue = Issue::WrongSide { level: Level::High, score, threshold, area, shows };
        findings.push(issue.with(Severity::Warn));
    }
    // What it is in truth is judged by what is asked of that.
    let known = if kind == Kind::Other { document.kind } else { shows };
    let kind = known.unwrap_or(kind);
    for check in CHECKS {
        let Some(score) = (check.score)(&measured.facts, kind, thresholds) else { continue };
        let Some((level, threshold)) = (check.levels)(thresholds).of(score) else { continue };
        let area = (check.place)(&measured.places);
        let issue = (check.issue)(Judged { level, score, threshold, area });
        findings.push(issue.with(severity(level)));
    }
    if document.quarter_turns != 0 {
        let score = u16::from(document.quarter_turns) * 90;
        let area = Some(measured.places.document);
        let issue = Issue::Turned { level: Level::Mid, score, threshold: 0, area };
        findings.push(issue.with(Severity::Warn));
    }
    findings
}

/// Nothing that is measured blocks: a measurement can be wrong, and the applicant must be
/// able to go on. The verdict says that the photo should be taken again.
const fn severity(level: Level) -> Severity {
    match level {
        Level::Low => Severity::Info,
        Level::Mid | Level::High => Severity::Warn,
    }
}

/// What every issue about a measurement has.
#[derive(Clone, Copy)]
struct Judged {
    level: Level,
    score: u16,
    threshold: u16,
    area: Option<Area>,
}

type Construct = fn(Judged) -> Issue;

/// One thing that is looked at.
struct Check {
    /// Nothing where it does not concern the document.
    score: fn(&PageFacts, Kind, &DocumentThresholds) -> Option<u16>,
    levels: fn(&DocumentThresholds) -> Levels,
    place: fn(&Places) -> Option<Area>,
    issue: Construct,
}

/// In the order in which they are told.
const CHECKS: &[Check] = &[
    Check {
        score: |facts, _, _| facts.sharpness,
        levels: |bounds| bounds.sharpness,
        place: document,
        issue: constructs::blurred,
    },
    Check {
        score: |facts, _, _| Some(facts.glare),
        levels: |bounds| bounds.glare,
        place: |places| places.glare,
        issue: constructs::glare,
    },
    Check {
        score: |facts, _, _| Some(facts.covered),
        levels: |bounds| bounds.covered,
        place: |places| places.cover,
        issue: constructs::covered,
    },
    Check {
        score: |facts, _, _| Some(facts.outside),
        levels: |bounds| bounds.outside,
        place: document,
        issue: constructs::cut_off,
    },
    Check {
        score: |facts, _, _| Some(facts.paper),
        levels: |bounds| bounds.paper,
        place: document,
        issue: constructs::dark,
    },
    Check {
        score: |facts, _, bounds| (facts.faintest < bounds.firm_contrast).then_some(facts.clipped),
        levels: |bounds| bounds.clipped,
        place: document,
        issue: constructs::overexposed,
    },
    Check {
        // Of other documents it is not known how large their print is.
        score: |facts, kind, _| (kind != Kind::Other).then_some(facts.text_height),
        levels: |bounds| bounds.text_height,
        place: document,
        issue: constructs::low_resolution,
    },
    Check {
        // Blurred print is faint too, and of other documents it is not known whether they
        // have print.
        score: |facts, kind, bounds| {
            let is_due = facts
                .sharpness
                .map_or(kind != Kind::Other, |sharpness| bounds.sharpness.mid <= sharpness);
            is_due.then_some(facts.contrast)
        },
        levels: |bounds| bounds.contrast,
        place: document,
        issue: constructs::low_contrast,
    },
    Check {
        score: clearness,
        levels: |bounds| bounds.clearness,
        place: document,
        issue: constructs::noisy,
    },
    Check {
        score: |facts, kind, _| match kind {
            Kind::IdFront => Some(facts.emblem),
            // The emblem is red, or the card is a grey copy.
            Kind::IdBack => Some(facts.portrait.saturating_sub(facts.emblem)),
            _ => None,
        },
        levels: |bounds| bounds.other_side,
        place: document,
        issue: constructs::wrong_side,
    },
    Check {
        score: |facts, _, bounds| is_more_askew(facts, bounds).then_some(facts.skew),
        levels: |bounds| bounds.skew,
        place: document,
        issue: constructs::skewed,
    },
    Check {
        score: |facts, _, bounds| (!is_more_askew(facts, bounds)).then_some(facts.divergence),
        levels: |bounds| bounds.divergence,
        place: document,
        issue: constructs::skewed,
    },
    Check {
        score: |facts, _, _| Some(facts.fill),
        levels: |bounds| bounds.fill,
        place: document,
        issue: constructs::document_too_small,
    },
    Check {
        score: |facts, _, _| Some(facts.screen),
        levels: |bounds| bounds.screen,
        place: document,
        issue: constructs::screen,
    },
    Check {
        score: |facts, kind, _| {
            matches!(kind, Kind::IdFront | Kind::IdBack | Kind::Licence).then_some(facts.colour)
        },
        levels: |bounds| bounds.colour,
        place: document,
        issue: constructs::grey_copy,
    },
    Check {
        score: |facts, _, _| Some(facts.clutter),
        levels: |bounds| bounds.clutter,
        place: document,
        issue: constructs::background_cluttered,
    },
];

#[allow(clippy::unnecessary_wraps)] // As the other places are given.
fn document(places: &Places) -> Option<Area> {
    Some(places.document)
}

/// Whether it lies askew more than it is seen from the side. The worse of the two is told.
fn is_more_askew(facts: &PageFacts, bounds: &DocumentThresholds) -> bool {
    let level = |levels: Levels, score| levels.of(score).map(|(level, _)| level);
    level(bounds.divergence, facts.divergence) <= level(bounds.skew, facts.skew)
}

fn clearness(facts: &PageFacts, _: Kind, _: &DocumentThresholds) -> Option<u16> {
    facts.sharpness?;
    let tenths = u32::from(facts.contrast) * 100 / u32::from(facts.noise).max(1);
    Some(u16::try_from(tenths).unwrap_or(u16::MAX))
}

/// Each issue about a measurement, made of what all of them have.
mod constructs {
    use super::{Issue, Judged};

    macro_rules! constructs {
        ($( $name:ident => $variant:ident ),+ $(,)?) => {
            $(
                pub(super) fn $name(judged: Judged) -> Issue {
                    let Judged { level, score, threshold, area } = judged;
                    Issue::$variant { level, score, threshold, area }
                }
            )+
        };
    }

    pub(super) fn wrong_side(judged: Judged) -> Issue {
        let Judged { level, score, threshold, area } = judged;
        Issue::WrongSide { level, score, threshold, area, shows: None }
    }

    constructs! {
        blurred => Blurred,
        low_resolution => LowResolution,
        dark => Dark,
        overexposed => Overexposed,
        glare => Glare,
        cut_off => CutOff,
        covered => Covered,
        skewed => Skewed,
        document_too_small => DocumentTooSmall,
        low_contrast => LowContrast,
        noisy => Noisy,
        grey_copy => GreyCopy,
        screen => Screen,
        background_cluttered => BackgroundCluttered,
    }
}

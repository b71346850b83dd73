//! Each check by itself: which defects it is for, how often it is right, and how well its score
//! tells photos with the defect from photos without.

use renzheng::photo::PageFacts;

use super::Outcome;

/// The codes that say a labelled defect.
pub fn codes_of(defect: &str) -> &'static [&'static str] {
    match defect {
        "motion_blur" | "defocus" => &["photo.blurred"],
        // A picture that was made larger has pixels enough, and no sharpness.
        "low_res" => &["photo.low-resolution", "photo.too-few-pixels", "photo.blurred"],
        "dark" => &["photo.dark"],
        "bright" => &["photo.overexposed", "photo.low-contrast"],
        "glare" => &["photo.glare"],
        "cut_off" => &["photo.cut-off"],
        "occluded" => &["photo.covered"],
        "skew" | "perspective" => &["photo.skewed"],
        "rotation" | "exif_orientation" => &["photo.turned"],
        "not_a_document" => &["photo.no-document"],
        "oversized" => &["photo.over-limit"],
        "noise" => &["photo.noisy"],
        "screen" => &["photo.screen"],
        "grey_copy" => &["photo.grey-copy"],
        _ => &[],
    }
}

/// A measurement as the check looks at it.
type Score = fn(&PageFacts) -> Option<f64>;

/// A check: its code, the defects it is for, the defects under which it says nothing certain,
/// and its score, which grows with the defect.
pub struct Check {
    pub code: &'static str,
    defects: &'static [&'static str],
    confused_by: &'static [&'static str],
    pub score: Option<Score>,
}

pub const CHECKS: &[Check] = &[
    Check {
        code: "photo.blurred",
        defects: &["motion_blur", "defocus"],
        confused_by: &["low_res", "noise", "screen"],
        score: Some(|page| page.sharpness.map(|sharpness| -f64::from(sharpness))),
    },
    Check {
        code: "photo.low-resolution",
        defects: &["low_res"],
        confused_by: &[],
        score: Some(|page| Some(-f64::from(page.text_height))),
    },
    Check {
        code: "photo.dark",
        defects: &["dark"],
        confused_by: &[],
        score: Some(|page| Some(-f64::from(page.paper))),
    },
    Check {
        code: "photo.overexposed",
        defects: &["bright"],
        confused_by: &[],
        score: Some(|page| Some(f64::from(page.clipped))),
    },
    Check {
        code: "photo.glare",
        defects: &["glare"],
        confused_by: &["bright"],
        score: Some(|page| Some(f64::from(page.glare))),
    },
    Check {
        code: "photo.covered",
        defects: &["occluded"],
        confused_by: &[],
        score: Some(|page| Some(f64::from(page.covered))),
    },
    Check {
        code: "photo.cut-off",
        defects: &["cut_off"],
        confused_by: &[],
        score: Some(|page| Some(f64::from(page.outside))),
    },
    Check {
        code: "photo.skewed",
        defects: &["skew", "perspective"],
        confused_by: &[],
        score: Some(|page| Some(f64::from(page.skew).max(f64::from(page.divergence) / 5.0))),
    },
    Check {
        code: "photo.turned",
        defects: &["rotation", "exif_orientation"],
        confused_by: &[],
        score: None,
    },
    Check {
        code: "photo.no-document",
        defects: &["not_a_document"],
        confused_by: &[],
        score: None,
    },
    Check {
        code: "photo.noisy",
        defects: &["noise"],
        confused_by: &["dark", "screen"],
        score: Some(|page| Some(f64::from(page.noise) / f64::from(page.contrast.max(1)))),
    },
    Check {
        code: "photo.screen",
        defects: &["screen"],
        confused_by: &["noise"],
        score: Some(|page| Some(f64::from(page.screen))),
    },
    Check {
        code: "photo.grey-copy",
        defects: &["grey_copy"],
        confused_by: &["dark"],
        score: Some(|page| Some(-f64::from(page.colour))),
    },
];

/// How a check did.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// With the defect, and said.
    pub hits: usize,
    /// With the defect, and not said.
    pub misses: usize,
    /// Without it, and said as something that a reviewer may refuse.
    pub alarms: usize,
    /// Without it, and not said.
    pub rests: usize,
    /// Area under the ROC curve of the score, where there is one and photos of both sorts.
    pub roc: Option<f64>,
}

impl Check {
    /// Photos with a mild defect are counted on neither side: whether it is said is a matter of
    /// taste.
    pub fn counts(&self, outcomes: &[Outcome]) -> Counts {
        let mut counts = Counts::default();
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            let label = &outcome.case.label;
            let own = || label.defects.iter().filter(|d| self.defects.contains(&d.name.as_str()));
            let is_mild = own().all(|d| d.severity == "mild" && d.name != "exif_orientation");
            let is_there = own().next().is_some();
            let is_confused =
                label.defects.iter().any(|d| self.confused_by.contains(&d.name.as_str()));
            let needs_paper = self.code != "photo.no-document";
            if is_there && is_mild
                || !is_there && is_confused
                || needs_paper && label.corners.is_none()
            {
                continue;
            }
            let said = outcome.report.findings.iter().find(|finding| finding.code() == self.code);
            let is_grave = said.is_some_and(|finding| {
                serde_json::to_value(finding).is_ok_and(|finding| finding["level"] != "low")
            });
            match (is_there, said.is_some(), is_grave) {
                (true, true, _) => counts.hits += 1,
                (true, false, _) => counts.misses += 1,
                (false, _, true) => counts.alarms += 1,
                (false, _, false) => counts.rests += 1,
            }
            let page = outcome.report.facts.and_then(|facts| facts.page);
            if let (Some(score), Some(page)) = (self.score, page)
                && let Some(value) = score(&page)
            {
                if is_there { &mut with } else { &mut without }.push(value);
            }
        }
        counts.roc = roc(&with, &without);
        counts
    }
}

/// How often a photo with the defect has the higher score than one without.
fn roc(with: &[f64], without: &[f64]) -> Option<f64> {
    if with.is_empty() || without.is_empty() {
        return None;
    }
    let wins: f64 = with
        .iter()
        .flat_map(|one| without.iter().map(move |other| (one, other)))
        .map(|(one, other)| {
            if other < one {
                1.0
            } else if one < other {
                0.0
            } else {
                0.5
            }
        })
        .sum();
    Some(wins / (with.len() * without.len()) as f64)
}

//! What is to be done with a photo, and for which one reason.

use super::finding::{Finding, Issue, Level};
use super::header::Header;
use crate::finding::Severity;
use crate::names::names;

names! {
    /// What is to be done with a photo. Of a file that was only inspected it says what its
    /// header tells.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Verdict {
        /// It can be uploaded as it is.
        #[default]
        "pass" => Pass,
        /// [`fit`](super::fit()) makes it right: smaller, upright, straight, cropped.
        "fix" => Fix,
        /// It must be taken or chosen anew.
        "retake" => Retake,
    }
}

/// The verdict, and the code of the finding that an applicant should hear of first.
pub(super) fn judge(
    findings: &[Finding],
    header: Option<&Header>,
) -> (Verdict, Option<&'static str>) {
    let stored =
        if header.is_some_and(Header::needs_pixels) { Verdict::Fix } else { Verdict::Pass };
    let verdict = findings.iter().map(demands).fold(stored, Verdict::max);
    if verdict == Verdict::Pass {
        return (verdict, None);
    }
    let first = findings
        .iter()
        .filter(|finding| demands(finding) == verdict)
        .reduce(|first, next| if rank(next) < rank(first) { next } else { first });
    (verdict, first.map(Finding::code))
}

/// What one finding demands. Copies and cluttered tables are for people to judge: a stamped
/// copy is a valid material. So are screens that are not beyond doubt: fabrics have patterns too.
fn demands(finding: &Finding) -> Verdict {
    let retake_from_mid =
        |level: Level| if level == Level::Low { Verdict::Pass } else { Verdict::Retake };
    match finding.issue {
        Issue::Blurred { level, .. }
        | Issue::LowResolution { level, .. }
        | Issue::Overexposed { level, .. }
        | Issue::Glare { level, .. }
        | Issue::CutOff { level, .. }
        | Issue::Covered { level, .. }
        | Issue::NoDocument { level, .. }
        | Issue::LowContrast { level, .. }
        | Issue::Noisy { level, .. }
        | Issue::WrongSide { level, .. } => retake_from_mid(level),
        Issue::Dark { level, .. } => retake_from_mid(level).max(Verdict::Fix),
        Issue::OverLimit { .. }
        | Issue::Animated
        | Issue::Turned { .. }
        | Issue::Skewed { .. }
        | Issue::DocumentTooSmall { .. } => Verdict::Fix,
        Issue::Screen { level: Level::High, .. } => Verdict::Retake,
        Issue::GreyCopy { .. } | Issue::Screen { .. } | Issue::BackgroundCluttered { .. } => {
            Verdict::Pass
        }
        _ if finding.severity == Severity::Block => Verdict::Retake,
        _ => Verdict::Pass,
    }
}

/// What hides most is said first: nobody can tell what is missing from a blurred photo.
fn rank(finding: &Finding) -> u8 {
    match finding.issue {
        Issue::Blurred { .. } => 1,
        Issue::Glare { .. } => 2,
        Issue::Covered { .. } => 3,
        Issue::CutOff { .. } => 4,
        Issue::Dark { .. } | Issue::Overexposed { .. } => 5,
        Issue::OverLimit { .. } => 7,
        _ if finding.severity == Severity::Block => 0,
        _ => 6,
    }
}

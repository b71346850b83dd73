//! A finished photo as a person wants to hear of it.

use crate::finding::Severity;
use crate::photo::{self, Change, Finding, Fitted, Report};
use crate::text::UiText;

/// What the applicant can do with a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It passes as it was.
    Usable,
    /// It passes after the repair.
    Repaired,
    /// Its file passes, and a reviewer will hardly take it.
    Doubtful,
    /// It does not pass.
    Refused,
}

impl Verdict {
    /// The verdict about a photo whose report was `given` before the repair. After
    /// a reload that report is not known any more.
    pub fn of(given: Option<&Report>, fitted: &Fitted) -> Self {
        let passed = given.is_none_or(|report| report.ok);
        if fitted.ok && fitted.report.verdict == photo::Verdict::Retake {
            return Self::Doubtful;
        }
        match (fitted.ok, passed && !fitted.changed.contains(&Change::Recompressed)) {
            (false, _) => Self::Refused,
            (true, true) => Self::Usable,
            (true, false) => Self::Repaired,
        }
    }

    /// Its words.
    pub const fn words(self, ui: &'static UiText) -> &'static str {
        match self {
            Self::Usable => ui.verdict_usable,
            Self::Repaired => ui.verdict_repaired,
            Self::Doubtful => ui.verdict_doubtful,
            Self::Refused => ui.verdict_refused,
        }
    }

    /// A name for programs and styles.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Repaired => "repaired",
            Self::Doubtful => "doubtful",
            Self::Refused => "refused",
        }
    }
}

/// The findings, sorted by what they mean to the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The headline.
    pub verdict: Verdict,
    /// Still to be heeded.
    pub open: Vec<Finding>,
    /// Good to know.
    pub info: Vec<Finding>,
    /// Was so before the repair, and is no more.
    pub handled: Vec<Finding>,
}

impl Review {
    /// Sorts the findings of a finished photo.
    pub fn of(given: Option<&Report>, fitted: &Fitted) -> Self {
        let found = &fitted.report.findings;
        let is_gone = |was: &&Finding| !found.iter().any(|is| is.code() == was.code());
        let (info, open) = found.iter().partition(|finding| finding.severity == Severity::Info);
        let before = given.map_or(&[][..], |report| &report.findings);
        Self {
            verdict: Verdict::of(given, fitted),
            open,
            info,
            handled: before.iter().filter(is_gone).copied().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{FileType, Issue, Level};

    fn report(findings: &[Finding]) -> Report {
        Report {
            ok: findings.iter().all(|finding| finding.severity != Severity::Block),
            file_type: FileType::Jpeg,
            width: 1600,
            height: 1200,
            byte_length: 100,
            findings: findings.to_vec(),
            header: None,
            verdict: photo::Verdict::Pass,
            reason: None,
            facts: None,
            document: None,
        }
    }

    fn fitted(changed: &[Change], findings: &[Finding]) -> Fitted {
        Fitted {
            ok: true,
            photo: None,
            changed: changed.to_vec(),
            report: report(findings),
            frame: None,
            legibility: None,
        }
    }

    const BLUR: Issue = Issue::Blurred { level: Level::Mid, score: 1, threshold: 2, area: None };
    const BLURRED: Finding = Finding { severity: Severity::Warn, issue: BLUR };
    const OVER_LIMIT: Finding =
        Finding { severity: Severity::Block, issue: Issue::OverLimit { found: 2, most: 1 } };

    #[test]
    fn what_was_repaired_is_not_open() {
        let review = Review::of(
            Some(&report(&[OVER_LIMIT, BLURRED])),
            &fitted(&[Change::Recompressed], &[BLURRED]),
        );
        assert_eq!(review.verdict, Verdict::Repaired);
        assert_eq!(review.open, [BLURRED]);
        assert_eq!(review.handled, [OVER_LIMIT]);
    }

    #[test]
    fn a_result_that_a_reviewer_will_hardly_take_is_doubtful() {
        let mut fitted = fitted(&[Change::Recompressed], &[BLURRED]);
        fitted.report.verdict = photo::Verdict::Retake;
        assert_eq!(Verdict::of(None, &fitted), Verdict::Doubtful);
        fitted.ok = false;
        assert_eq!(Verdict::of(None, &fitted), Verdict::Refused);
    }

    #[test]
    fn taking_out_metadata_is_no_repair() {
        let given = report(&[]);
        assert_eq!(
            Verdict::of(Some(&given), &fitted(&[Change::MetadataRemoved], &[])),
            Verdict::Usable
        );
    }
}

//! The shares that must not fall.

use renzheng::photo::{Finding, Report, Verdict};
use serde_json::Value;

use super::Outcome;
use super::checks::codes_of;

/// So many of so many.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name in the file of floors.
    pub name: &'static str,
    /// What it says, for readers.
    pub title: &'static str,
    pub good: usize,
    pub of: usize,
    /// Which photos are not among the good ones.
    pub others: Vec<String>,
}

impl Figure {
    pub fn of<'a, T: 'a>(
        name: &'static str,
        title: &'static str,
        among: impl Iterator<Item = (&'a T, String, bool)>,
    ) -> Self {
        let (mut good, mut of, mut others) = (0, 0, Vec::new());
        for (_, path, is_good) in among {
            of += 1;
            if is_good { good += 1 } else { others.push(path) }
        }
        Self { name, title, good, of, others }
    }

    pub fn share(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.good as f64 / self.of as f64 }
    }
}

impl Outcome {
    pub fn path(&self) -> String {
        self.case.label.path.clone()
    }

    /// Mean distance of the found corners from the true ones, as a part of the document's
    /// diagonal. In whichever order: turns are counted for themselves.
    pub fn corner_error(&self) -> Option<f32> {
        let (truth, found) = (self.case.label.outline()?, self.report.document?.corners);
        let error = |turns: u8| {
            let pairs = truth.0.into_iter().zip(found.reread(turns).0);
            pairs.map(|(a, b)| a.distance(b)).sum::<f32>() / 4.0
        };
        Some((0..4).map(error).fold(f32::MAX, f32::min) / truth.diagonal())
    }

    pub fn is_scored(&self) -> bool {
        !self.case.label.expected.borderline
    }
}

/// From photos that were judged to figures.
pub fn figures(outcomes: &[Outcome]) -> Vec<Figure> {
    let scored = || outcomes.iter().filter(|outcome| outcome.is_scored());
    let row = |outcome: &'_ Outcome, is_good: bool| (outcome.path(), is_good);
    let figure = |name, title, rows: Vec<(String, bool)>| {
        Figure::of(name, title, rows.into_iter().map(|(path, is_good)| (&(), path, is_good)))
    };
    let retakes = |outcome: &Outcome| outcome.report.verdict == Verdict::Retake;
    let blocking = || scored().filter(|outcome| outcome.case.label.has_blocking());
    let whole = || outcomes.iter().filter(|outcome| outcome.case.label.is_whole());
    let found_whole = || whole().filter(|outcome| outcome.report.document.is_some());
    let has_codes = |outcome: &Outcome, most: usize| {
        let found: Vec<_> = outcome.report.findings.iter().map(Finding::code).collect();
        let defects = outcome.case.label.defects.iter().filter(|defect| defect.blocking);
        defects
            .map(|defect| codes_of(&defect.name))
            .all(|codes| codes.iter().take(most).any(|code| found.contains(code)))
    };
    let mistaken = || outcomes.iter().filter_map(|o| Some((o, o.mistaken.as_ref()?)));
    vec![
        figure(
            "verdict",
            "The verdict is the expected one",
            scored().map(|o| row(o, o.report.verdict == o.case.label.expected.verdict)).collect(),
        ),
        figure(
            "clean-kept",
            "A clean photo is not told to be taken again",
            scored().filter(|o| o.case.label.clean).map(|o| row(o, !retakes(o))).collect(),
        ),
        figure(
            "blocking-retaken",
            "A photo with a blocking defect is told to be taken again",
            blocking().map(|o| row(o, retakes(o))).collect(),
        ),
        figure(
            "own-code",
            "The blocking defect's own code, or one with the same advice, is among the findings",
            blocking().map(|o| row(o, has_codes(o, usize::MAX))).collect(),
        ),
        figure(
            "own-code-alone",
            "The same, and no other code counts",
            blocking().map(|o| row(o, has_codes(o, 1))).collect(),
        ),
        figure(
            "other-document",
            "A readable card or licence that is given as another document is told to be one",
            mistaken().map(|(o, report)| row(o, is_wrong_side(report))).collect(),
        ),
        figure(
            "found",
            "A document that is shown whole is found",
            whole().map(|o| row(o, o.report.document.is_some())).collect(),
        ),
        figure(
            "corners",
            "Of these, the corners are off by at most 1 % of the diagonal in the mean",
            found_whole().map(|o| row(o, o.corner_error().is_some_and(|e| e <= 0.01))).collect(),
        ),
        figure(
            "cut-off",
            "The share that is cut off is right to 5 points",
            outcomes.iter().filter(|o| is_cut(o)).map(|o| row(o, is_cut_right(o))).collect(),
        ),
        figure(
            "turns",
            "Quarter turns of a document that was found are right",
            found_whole()
                .map(|o| {
                    row(
                        o,
                        o.report.document.map(|d| d.quarter_turns) == o.case.label.quarter_turns_cw,
                    )
                })
                .collect(),
        ),
        figure(
            "nothing",
            "Nothing is found where there is no document",
            outcomes
                .iter()
                .filter(|o| o.case.label.corners.is_none())
                .map(|o| row(o, o.report.document.is_none()))
                .collect(),
        ),
    ]
}

fn is_wrong_side(report: &Report) -> bool {
    report.verdict == Verdict::Retake
        && report.findings.iter().any(|finding| finding.code() == "photo.wrong-side")
}

fn is_cut(outcome: &Outcome) -> bool {
    let label = &outcome.case.label;
    label.corners.is_some() && label.visible_fraction.is_some_and(|share| share < 0.999)
}

fn is_cut_right(outcome: &Outcome) -> bool {
    let truth = 1.0 - outcome.case.label.visible_fraction.unwrap_or(1.0);
    let page = outcome.report.facts.and_then(|facts| facts.page);
    page.is_some_and(|page| (f32::from(page.outside) / 1_000.0 - truth).abs() <= 0.05)
}

/// The figures that fell below their floor, as sentences. `floors` are those of one set.
pub fn fallen(figures: &[Figure], floors: &Value) -> Vec<String> {
    let below = |figure: &Figure| {
        let floor = floors[figure.name].as_f64().unwrap_or(0.0);
        let share = figure.share();
        (share + 1e-9 < floor).then(|| {
            let (name, others) = (figure.name, figure.others.join(" "));
            format!("{name}: {share:.4} is below its floor {floor:.4}; others: {others}")
        })
    };
    figures.iter().filter_map(below).collect()
}

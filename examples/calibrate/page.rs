//! The page of figures. What people wrote below the line stays.

use std::fmt::Write as _;

use renzheng::photo::Verdict;

use crate::calibration::checks::CHECKS;
use crate::pictures::Weak;
use crate::{Set, times};

const BY_HAND: &str = "<!-- What follows is kept by hand. -->";
const TIMES: &str = "<!-- times -->";
const END_OF_TIMES: &str = "<!-- end of times -->";

/// The page anew; `before` is the page as it was.
pub fn page(sets: &[Set], weakest: &[Weak], before: &str) -> String {
    let mut text = String::from(
        "# Accuracy\n\nWritten by `make calibrate`, which fails where a figure falls below its floor \
         (`tests/data/accuracy-floors.json`).\nThe photographs are synthetic and labelled; the scenes are drawn by \
         `tests/support/scenes`, with other layouts, tables, kernels and lights,\nand no threshold was chosen on them \
         alone. Photos labelled borderline are not scored for their verdict.\n",
    );
    for set in sets {
        let count = set.outcomes.len();
        write!(text, "\n## {} ({count})\n\n{}", set.title, figures_table(set)).unwrap();
        write!(text, "\n{}\n{}\n{}", confusion(set), checks_table(set), corners(set)).unwrap();
        write!(text, "\n{}", turns(set)).unwrap();
    }
    write!(text, "\n## Time\n\n{TIMES}\n").unwrap();
    for set in sets {
        if let Some((ratio, count)) = times::ratio(&set.outcomes) {
            writeln!(
                text,
                "Decoding and judging a photo of 8 megapixels and more takes {ratio:.1} times as long as decoding alone \
                 (native, median of {count}). `make bench` measures it in WebAssembly (`benches/judge.mjs`)."
            )
            .unwrap();
        }
    }
    write!(text, "{END_OF_TIMES}\n\n## The weakest three\n\nGreen: the labelled outline. Red: the one that was found.\n")
        .unwrap();
    for weak in weakest {
        let (file, why) = (&weak.file, &weak.why);
        write!(text, "\n![{file}](accuracy/{file})\n\n`{file}`: {why}.\n").unwrap();
    }
    let by_hand = before.split(BY_HAND).nth(1).unwrap_or("\n\n## Discussion\n\nNot written yet.\n");
    write!(text, "\n{BY_HAND}{by_hand}").unwrap();
    text
}

/// The page without what differs from machine to machine.
pub fn without_times(page: &str) -> String {
    let (before, rest) = page.split_once(TIMES).unwrap_or((page, ""));
    format!("{before}{}", rest.split_once(END_OF_TIMES).map_or("", |(_, after)| after))
}

pub fn figures_table(set: &Set) -> String {
    let mut text = String::from("| promise | share | of |\n|---|---|---|\n");
    for figure in &set.figures {
        let share = figure.share() * 100.0;
        writeln!(text, "| {} | {share:.1} % | {} |", figure.title, figure.of).unwrap();
    }
    text
}

fn confusion(set: &Set) -> String {
    let mut text = String::from("| expected | pass | fix | retake |\n|---|---|---|---|\n");
    for expected in Verdict::ALL {
        let count = |given: Verdict| {
            set.outcomes
                .iter()
                .filter(|o| o.is_scored() && o.case.label.expected.verdict == expected)
                .filter(|o| o.report.verdict == given)
                .count()
        };
        let [pass, fix, retake] = [Verdict::Pass, Verdict::Fix, Verdict::Retake].map(count);
        writeln!(text, "| {} | {pass} | {fix} | {retake} |", expected.as_str()).unwrap();
    }
    text
}

fn checks_table(set: &Set) -> String {
    let mut text = String::from(
        "| check | with the defect | recall | without | false alarms | precision | ROC area |\n|---|---|---|---|---|---|---|\n",
    );
    for check in CHECKS {
        let counts = check.counts(&set.outcomes);
        let (with, without) = (counts.hits + counts.misses, counts.alarms + counts.rests);
        if with + without == 0 {
            continue;
        }
        let percent = |part: usize, of: usize| {
            if of == 0 {
                String::new()
            } else {
                format!("{:.0} %", part as f64 * 100.0 / of as f64)
            }
        };
        let roc = counts.roc.map_or(String::new(), |roc| format!("{roc:.3}"));
        let (recall, precision) =
            (percent(counts.hits, with), percent(counts.hits, counts.hits + counts.alarms));
        let (code, alarms) = (check.code, counts.alarms);
        writeln!(
            text,
            "| `{code}` | {with} | {recall} | {without} | {alarms} | {precision} | {roc} |"
        )
        .unwrap();
    }
    text
}

fn corners(set: &Set) -> String {
    let whole = set.outcomes.iter().filter(|outcome| outcome.case.label.is_whole());
    let mut errors: Vec<f32> = whole.filter_map(crate::Outcome::corner_error).collect();
    errors.sort_by(f32::total_cmp);
    let at = |percent: usize| {
        let last = errors.len().saturating_sub(1);
        errors.get(last * percent / 100).map_or(0.0, |error| error * 100.0)
    };
    format!(
        "Corner error in percent of the diagonal, documents shown whole: median {:.2}, 90 % below {:.2}, 95 % below \
         {:.2}, largest {:.2}.\n",
        at(50),
        at(90),
        at(95),
        at(100)
    )
}

fn turns(set: &Set) -> String {
    let mut text = String::from("| kind | found | quarter turns right |\n|---|---|---|\n");
    for kind in ["id_front", "id_back", "licence", "letter", "stamped_copy"] {
        let found = || {
            set.outcomes
                .iter()
                .filter(|o| o.case.label.kind == kind && o.case.label.is_whole())
                .filter_map(|o| Some((o, o.report.document?)))
        };
        let right = found()
            .filter(|(o, document)| Some(document.quarter_turns) == o.case.label.quarter_turns_cw)
            .count();
        writeln!(text, "| {kind} | {} | {right} |", found().count()).unwrap();
    }
    text
}

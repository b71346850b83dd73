//! What is printed of one photo.

use std::path::Path;

use serde_json::{Value, json};

use super::arguments::Common;
use super::run::Outcome;
use crate::finding::Severity;
use crate::photo::Report;
use crate::text::{Explain, Locale};

/// The lines of one photo.
pub(super) fn one(common: &Common, file: &Path, outcome: &Outcome) -> String {
    if common.json { as_json(file, outcome) } else { as_text(common.locale(), file, outcome) }
}

/// One object on one line: `{ file, report }`, `{ file, written, fitted }` or `{ file, error }`.
fn as_json(file: &Path, outcome: &Outcome) -> String {
    let file = file.display().to_string();
    let value = match outcome {
        Outcome::Checked(report) => json!({ "file": file, "report": as_written(report) }),
        Outcome::Fitted(fitted, written) => {
            let written = written.as_ref().map(|path| path.display().to_string());
            json!({ "file": file, "written": written, "fitted": as_written(fitted) })
        }
        Outcome::Failed(error) => json!({ "file": file, "error": error.to_string() }),
    };
    [&value.to_string(), "\n"].concat()
}

/// Through text: `json!` would write more digits than a number has.
fn as_written(value: &impl serde::Serialize) -> Value {
    serde_json::to_string(value).and_then(|text| serde_json::from_str(&text)).unwrap_or_default()
}

fn as_text(locale: Locale, file: &Path, outcome: &Outcome) -> String {
    let file = file.display();
    match outcome {
        Outcome::Checked(report) => {
            format!("{file}: {}\n{}", report.verdict.as_str(), findings(locale, report))
        }
        Outcome::Fitted(fitted, Some(to)) => {
            let (to, bytes) = (to.display(), fitted.report.byte_length);
            let verdict = fitted.report.verdict.as_str();
            format!("{file}: {verdict} -> {to} ({bytes} B)\n{}", findings(locale, &fitted.report))
        }
        Outcome::Fitted(fitted, None) => {
            format!("{file}: refused\n{}", findings(locale, &fitted.report))
        }
        Outcome::Failed(error) => format!("{file}: {error}\n"),
    }
}

fn findings(locale: Locale, report: &Report) -> String {
    let said = report.findings.iter().filter(|finding| finding.severity != Severity::Info);
    let mut lines = String::new();
    for finding in said {
        let message = finding.explain(locale);
        for part in ["  ", finding.code(), ": ", &message.what, " ", &message.fix, "\n"] {
            lines.push_str(part);
        }
    }
    lines
}

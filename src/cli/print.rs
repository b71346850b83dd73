//! What is printed of one photo.

use std::path::Path;

use serde_json::{Value, json};

use super::arguments::Common;
use super::run::Outcome;
use crate::finding::Severity;
#[cfg(feature = "reader")]
use crate::photo::Kind;
use crate::photo::Report;
#[cfg(feature = "reader")]
use crate::reader::Reading;
use crate::text::{Explain, Locale};

/// The lines of one photo.
pub(super) fn one(common: &Common, file: &Path, outcome: &Outcome) -> String {
    if common.json { as_json(file, outcome) } else { as_text(common, file, outcome) }
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
        #[cfg(feature = "reader")]
        Outcome::Read(reading) => json!({ "file": file, "reading": as_written(reading) }),
        Outcome::Failed(error) => json!({ "file": file, "error": error.to_string() }),
    };
    [&value.to_string(), "\n"].concat()
}

/// Through text: `json!` would write more digits than a number has.
fn as_written(value: &impl serde::Serialize) -> Value {
    serde_json::to_string(value).and_then(|text| serde_json::from_str(&text)).unwrap_or_default()
}

fn as_text(common: &Common, file: &Path, outcome: &Outcome) -> String {
    let locale = common.locale();
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
        #[cfg(feature = "reader")]
        Outcome::Read(reading) => {
            let state = if reading.is_readable { "readable" } else { "not readable" };
            format!("{file}: {state}\n{}", lines(common.kind, locale, reading))
        }
        Outcome::Failed(error) => format!("{file}: {error}\n"),
    }
}

/// What was read, a field a line with how sure its least sure character is, and what was not.
#[cfg(feature = "reader")]
fn lines(kind: Kind, locale: Locale, reading: &Reading) -> String {
    let mut lines = String::new();
    for field in &reading.fields {
        let (mark, sure) = (if field.is_readable { "  " } else { " ?" }, field.lowest());
        let name = field.name.as_str();
        let sure = format!(" ({sure:.2})\n");
        for part in [mark, name, ": ", &field.text, &sure] {
            lines.push_str(part);
        }
    }
    for finding in reading.findings(kind) {
        let message = finding.explain(locale);
        for part in ["  ", finding.code(), ": ", &message.what, " ", &message.fix, "\n"] {
            lines.push_str(part);
        }
    }
    lines
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

//! From an application to findings, an answer for each field, and what to do next.

use serde::Serialize;

use super::application::Application;
use super::field::Field;
use super::issue::{Finding, FormIssue, Issue};
use super::profile::{FormProfile, TypeRules};
use super::requirement::Asked;
use super::{cross, materials, nickname, value};
use crate::date::Date;
use crate::finding::{Coded, Severity, sort_by};
use crate::list_map::ListMap;

/// The answer about a whole application.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether nothing is missing and nothing blocks.
    pub ok: bool,
    /// What was found, in the order of the form.
    pub findings: Vec<Finding>,
    /// One answer for each place that is needed or filled, by path.
    pub places: ListMap<&'static str, Answer>,
    /// How far it is.
    pub progress: Progress,
    /// The paths of what is missing or wrong, in the order of the form.
    pub next: Vec<&'static str>,
}

/// How a place of the form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nothing to say.
    Fine,
    /// Someone should look.
    Doubtful,
    /// It would be refused.
    Wrong,
    /// It must be there and is not.
    Missing,
}

/// How many of the needed places are fine or doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// So many are done.
    pub done: u16,
    /// Of so many.
    pub of: u16,
}

/// An application as its form takes it: what the form does not ask for is left out when
/// it is sent, so that nothing in it can be wrong.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) application: &'a Application,
    pub(super) rules: &'a TypeRules,
}

impl<'a> Form<'a> {
    /// The text of a field that is asked for; empty otherwise.
    pub(super) fn get(self, field: Field) -> &'a str {
        if self.asks(field) { self.application.get(field) } else { "" }
    }

    pub(super) fn asks(self, field: Field) -> bool {
        let mut specs = self.rules.fields.iter().copied().flatten();
        let spec = specs.find(|spec| spec.field == field);
        spec.is_some_and(|spec| spec.need.of(self.application) != Asked::Not)
    }
}

/// What is collected while the form is gone through.
pub(super) struct Findings {
    found: Vec<Finding>,
}

impl Findings {
    pub(super) fn add(&mut self, path: &'static str, severity: Severity, issue: impl Into<Issue>) {
        self.push(path, severity, issue.into());
    }

    /// Adds what is not said already at its place: of thousands of photos one is enough.
    pub(super) fn add_once(&mut self, path: &'static str, severity: Severity, issue: FormIssue) {
        let is_same = |found: &Finding| {
            found.path == path && found.severity == severity && found.code() == issue.code()
        };
        if !self.found.iter().any(is_same) {
            self.add(path, severity, issue);
        }
    }

    /// Compiled once; what surrounds it is compiled for each rule.
    #[inline(never)]
    fn push(&mut self, path: &'static str, severity: Severity, issue: Issue) {
        self.found.push(Finding { path, severity, issue });
    }

    /// Whether nothing blocks at a place so far.
    pub(super) fn is_ok(&self, field: Field) -> bool {
        !self
            .found
            .iter()
            .any(|finding| finding.path == field.path() && finding.severity == Severity::Block)
    }
}

/// Checks everything that is filled in, each field by itself and against the others.
///
/// # Example
///
/// ```
/// use renzheng::application::{self, Application, FormProfile, SubjectType};
///
/// let application = Application::new(SubjectType::Individual);
/// let today = "2026-11-24".parse().unwrap();
/// let report = application::check(&application, today, FormProfile::WECHAT_2026);
/// assert!(!report.ok);
/// assert_eq!(report.next[0], "administrator.name");
/// ```
pub fn check(application: &Application, today: Date, profile: &FormProfile) -> Report {
    let rules = profile.rules(application.subject_type);
    let specs = || rules.fields.iter().copied().flatten();
    let mut findings = Findings { found: Vec::new() };
    // In the order of the form: (path, whether it is needed).
    let mut places: Vec<(&'static str, bool)> = Vec::new();

    for spec in specs() {
        let path = spec.field.path();
        let text = application.get(spec.field);
        match (spec.need.of(application), text.is_empty()) {
            (Asked::Needed, true) => {
                findings.add(path, Severity::Block, FormIssue::Missing);
                places.push((path, true));
            }
            (_, true) => {}
            (Asked::Not, false) => {
                findings.add(path, Severity::Info, FormIssue::NotAsked);
                places.push((path, false));
            }
            (asked, false) => {
                value::check(*spec, text, application, today, profile, &mut findings);
                places.push((path, asked == Asked::Needed));
            }
        }
    }
    for field in Field::ALL {
        let is_asked = specs().any(|spec| spec.field == field);
        if !is_asked && !application.get(field).is_empty() {
            findings.add(field.path(), Severity::Info, FormIssue::NotAsked);
            places.push((field.path(), false));
        }
    }
    materials::check(application, rules, &mut findings, &mut places);
    nickname::check(application, &mut findings);
    cross::check(Form { application, rules }, today, profile, &mut findings);
    report(findings.found, &places)
}

fn report(mut findings: Vec<Finding>, places: &[(&'static str, bool)]) -> Report {
    let order = |path: &str| places.iter().position(|(place, _)| *place == path);
    sort_by(&mut findings, |finding| (order(finding.path).unwrap_or(usize::MAX), finding.severity));
    let mut answers = ListMap::new();
    for (path, _) in places {
        answers.insert(*path, Answer::Fine);
    }
    for finding in &findings {
        let answer = match (&finding.issue, finding.severity) {
            (Issue::Form(FormIssue::Missing), _) => Answer::Missing,
            (_, Severity::Block) => Answer::Wrong,
            (_, Severity::Warn) => Answer::Doubtful,
            (_, Severity::Info) => Answer::Fine,
        };
        match answers.get_mut(&finding.path) {
            Some(known) => *known = answer.max(*known),
            None => drop(answers.insert(finding.path, answer)),
        }
    }
    let is_done = |path: &str| answers.get(path).is_some_and(|answer| *answer < Answer::Wrong);
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let needed = || places.iter().filter(|(_, is_needed)| *is_needed);
    let progress = Progress {
        done: count(needed().filter(|(path, _)| is_done(path)).count()),
        of: count(needed().count()),
    };
    let mut next: Vec<&'static str> =
        places.iter().map(|(path, _)| *path).filter(|path| !is_done(path)).collect();
    next.extend(answers.keys().filter(|path| order(path).is_none() && !is_done(path)).copied());
    let ok = findings.iter().all(|finding| finding.severity != Severity::Block);
    Report { ok, findings, places: answers, progress, next }
}

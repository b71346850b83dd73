//! The tasks of an application: which pages its subject type has, and how each stands.

use super::blocks::Status;
use super::draft::Draft;
use crate::application::{
    Answer, Application, Asked, Field, FieldSpec, FormProfile, Report, Requirements, SubjectType,
    requirements,
};
use crate::finding::Severity;
use crate::names::names;
use crate::text::journey::{Phrase, tasks as words};

names! {
    /// A part of the form that has a page of its own, by the name of the page.
    pub enum Task {
        /// The organization and its licence.
        "subject" => Subject,
        /// Its legal representative.
        "legal-person" => LegalPerson,
        /// The administrator; the applicant, for an individual.
        "administrator" => Administrator,
        /// Whom the reviewers ask.
        "contact" => Contact,
        /// As what an individual is certified.
        "identification" => Identification,
        /// The photos.
        "photos" => Photos,
        /// The name after certification.
        "nickname" => Nickname,
        /// Payment and invoice.
        "payment" => Payment,
    }
}

impl Task {
    /// The task that a path of the form belongs to: `subject.name`, `materials.licence`.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::journey::Task;
    ///
    /// assert_eq!(Task::of_path("invoice.title"), Some(Task::Payment));
    /// assert_eq!(Task::of_path("materials.licence"), Some(Task::Photos));
    /// ```
    pub fn of_path(path: &str) -> Option<Self> {
        Some(match path.split_once('.')?.0 {
            "subject" | "media" => Self::Subject,
            "legalPerson" => Self::LegalPerson,
            "administrator" => Self::Administrator,
            "contact" => Self::Contact,
            "identification" => Self::Identification,
            "materials" => Self::Photos,
            "nickname" => Self::Nickname,
            "payment" | "invoice" => Self::Payment,
            _ => return None,
        })
    }

    /// What it is called, for a subject type.
    pub const fn title(self, subject_type: SubjectType) -> Phrase {
        match (self, subject_type) {
            (Self::Subject, SubjectType::SoleTrader) => words::SUBJECT_SOLE,
            (
                Self::Subject,
                SubjectType::Enterprise | SubjectType::EnterpriseMedia | SubjectType::Overseas,
            ) => words::SUBJECT,
            (Self::Subject, _) => words::SUBJECT_ORGANIZATION,
            (Self::LegalPerson, SubjectType::SoleTrader) => words::OPERATOR,
            (Self::LegalPerson, _) => words::LEGAL_PERSON,
            (Self::Administrator, SubjectType::Individual) => words::APPLICANT,
            (Self::Administrator, _) => words::ADMINISTRATOR,
            (Self::Contact, _) => words::CONTACT,
            (Self::Identification, _) => words::IDENTIFICATION,
            (Self::Photos, _) => words::PHOTOS,
            (Self::Nickname, _) => words::NICKNAME,
            (Self::Payment, _) => words::PAYMENT,
        }
    }

    /// The part that says that its page was gone through.
    pub fn done_path(self) -> String {
        ["done.", self.as_str()].concat()
    }
}

/// The form of an application, with what its check says.
pub struct Form {
    /// The application.
    pub application: Application,
    /// What its type is asked for.
    pub requirements: Requirements,
    /// What the check says.
    pub report: Report,
}

/// Prints the subject type.
impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Form({:?})", self.requirements.subject_type)
    }
}

impl Form {
    /// The form of a draft.
    pub fn of(draft: &Draft, today: crate::date::Date) -> Self {
        let application = draft.application();
        let requirements = requirements(application.subject_type, FormProfile::WECHAT_2026);
        let report = crate::application::check(&application, today, FormProfile::WECHAT_2026);
        Self { application, requirements, report }
    }

    /// Its subject type.
    pub const fn subject_type(&self) -> SubjectType {
        self.requirements.subject_type
    }

    /// The tasks that the subject type has, in their order.
    pub fn tasks(&self) -> Vec<Task> {
        Task::ALL.into_iter().filter(|task| self.has(*task)).collect()
    }

    fn has(&self, task: Task) -> bool {
        match task {
            Task::Photos => !self.requirements.materials.is_empty(),
            _ => self.fields(task).next().is_some(),
        }
    }

    /// The fields of a task, in the order of the form.
    pub fn fields(&self, task: Task) -> impl Iterator<Item = &FieldSpec> {
        let is_here = move |spec: &&FieldSpec| Task::of_path(spec.field.path()) == Some(task);
        self.requirements.fields.iter().filter(is_here)
    }

    /// Whether a field is asked for as the form is now.
    pub fn asks(&self, field: Field) -> bool {
        let spec = self.requirements.fields.iter().find(|spec| spec.field == field);
        spec.is_some_and(|spec| spec.need.of(&self.application) != Asked::Not)
    }

    /// How a task stands.
    pub fn status(&self, task: Task, draft: &Draft) -> Status {
        let is_here = |path: &str| Task::of_path(path) == Some(task);
        let places = || self.report.places.iter().filter(|(path, _)| is_here(path));
        // That nobody has said yes to the new name is no mistake.
        let is_open = |path: &str| {
            path == Field::NicknameAcknowledged.path()
                && self.application.get(Field::NicknameAcknowledged).is_empty()
        };
        let is_wrong = places().any(|(path, answer)| *answer == Answer::Wrong && !is_open(path));
        let is_missing = places().any(|(path, answer)| {
            *answer == Answer::Missing || (*answer == Answer::Wrong && is_open(path))
        });
        let is_begun = places().any(|(_, answer)| *answer != Answer::Missing);
        // What asks for nothing is done when it was gone through.
        let is_gone_through = draft.json(&task.done_path()).is_some();
        match (is_wrong, is_missing) {
            (true, _) => Status::Problem,
            (false, true) if is_begun => Status::Progress,
            (false, false) if is_begun || is_gone_through => Status::Done,
            (false, _) => Status::Todo,
        }
    }

    /// The first task that is not done, looked for behind `task` first.
    pub fn next(&self, behind: Option<Task>, draft: &Draft) -> Option<Task> {
        let tasks = self.tasks();
        let at = behind.and_then(|task| tasks.iter().position(|known| *known == task));
        let start = at.map_or(0, |at| at + 1);
        let order = tasks[start..].iter().chain(&tasks[..start]);
        let mut open = order
            .filter(|task| Some(**task) != behind && self.status(**task, draft) != Status::Done);
        open.next().copied()
    }

    /// Whether anything at a path would be refused.
    pub fn is_blocked(&self, path: &str) -> bool {
        let mut findings = self.report.findings.iter();
        findings.any(|finding| finding.path == path && finding.severity == Severity::Block)
    }
}

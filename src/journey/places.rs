//! Where a part of the form is filled in, and what it is called in lists of many.

use super::form::kept;
use super::tasks::Task;
use crate::application::{
    Application, Asked, Field, FieldSpec, FormProfile, Shape, Slot, SubjectType, requirements,
};
use crate::text::journey::fields;
use crate::text::{Locale, Name};

/// The page on which a part is filled in, by the part's path; none where the path is not ours.
pub(super) fn page_of(path: &str) -> Option<String> {
    if let Some(slot) = slot_of(path) {
        return Some(["photos/", slot.as_str()].concat());
    }
    let field = Field::from_name(path)?;
    Some(Task::of_path(field.path())?.as_str().to_owned())
}

/// The name of a part, by its path, with the task that it belongs to.
pub(super) fn name_of(l: Locale, path: &str, subject_type: SubjectType) -> Option<String> {
    if let Some(slot) = slot_of(path) {
        return Some(slot.name(l).to_owned());
    }
    let label = l.say(fields::label(Field::from_name(path)?, subject_type));
    let task = l.say(Task::of_path(path)?.title(subject_type));
    Some(if task == label { label.to_owned() } else { [task, " › ", label].concat() })
}

/// An answer, and what it answers.
pub(super) struct Answered {
    pub(super) path: &'static str,
    pub(super) label: &'static str,
    pub(super) text: String,
    /// In the words of the platform's page, where these are others.
    pub(super) original: Option<&'static str>,
    /// Whether it is chosen there, and not typed.
    pub(super) is_chosen: bool,
    /// How much of it is shown to whoever looks over a shoulder: first and last characters.
    pub(super) kept: Option<(usize, usize)>,
}

/// What was answered and is asked for, task by task in the order of the form. What only this
/// page needed is left out.
pub(super) fn answered(l: Locale, application: &Application) -> Vec<(&'static str, Vec<Answered>)> {
    let subject_type = application.subject_type;
    let mut tasks: Vec<(&'static str, Vec<Answered>)> = Vec::new();
    for spec in asked(application).into_iter().filter(|spec| !is_ours(spec.field)) {
        let text = application.get(spec.field);
        let Some(task) = Task::of_path(spec.field.path()).filter(|_| !text.is_empty()) else {
            continue;
        };
        let title = l.say(task.title(subject_type));
        if tasks.last().is_none_or(|(known, _)| *known != title) {
            tasks.push((title, Vec::new()));
        }
        if let Some((_, answers)) = tasks.last_mut() {
            let text = said(l, spec.shape, text);
            let original = said(Locale::ZhHans, spec.shape, application.get(spec.field));
            answers.push(Answered {
                path: spec.field.path(),
                label: l.say(fields::label(spec.field, subject_type)),
                text: text.to_owned(),
                original: fields::choice(application.get(spec.field), Locale::ZhHans)
                    .filter(|_| original != text),
                is_chosen: matches!(spec.shape, Shape::Choice { .. }),
                kept: kept(spec.shape),
            });
        }
    }
    tasks
}

/// The parts of the form that can be objected to, by their paths: photos first.
pub(super) fn rejectable(application: &Application) -> Vec<&'static str> {
    let materials = requirements(application.subject_type, FormProfile::WECHAT_2026).materials;
    let slots = materials.iter().filter(|spec| spec.need.of(application) != Asked::Not);
    let fields = asked(application).into_iter().map(|spec| spec.field);
    let fields = fields.filter(|field| !is_ours(*field)).map(Field::path);
    slots.map(|spec| spec.slot.path()).chain(fields).collect()
}

fn asked(application: &Application) -> Vec<FieldSpec> {
    let mut fields = requirements(application.subject_type, FormProfile::WECHAT_2026).fields;
    fields.retain(|spec| spec.need.of(application) != Asked::Not);
    fields
}

/// Fields that WeChat's form does not have.
const fn is_ours(field: Field) -> bool {
    matches!(
        field,
        Field::NicknameCurrent | Field::NicknameRenamesLeft | Field::NicknameAcknowledged
    )
}

/// An answer as it is said; one that was chosen by its name.
fn said(l: Locale, shape: Shape, text: &str) -> &str {
    match shape {
        Shape::Choice { .. } | Shape::EndDate => fields::choice(text, l).unwrap_or(text),
        _ => text,
    }
}

fn slot_of(path: &str) -> Option<Slot> {
    Slot::ALL.into_iter().find(|slot| slot.path() == path)
}

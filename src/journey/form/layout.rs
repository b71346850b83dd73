//! Which fields a page shows, in which order, and which of them are folded away.

use crate::application::{Field, FieldSpec, Need};
use crate::journey::tasks::{Form, Task};
use crate::name::{self, Effect, Profile, Query};
use crate::text::journey::{Phrase, form as words};

/// The fields of a page.
#[derive(Debug)]
pub struct Layout {
    /// Shown at once.
    pub main: Vec<FieldSpec>,
    /// Folded away.
    pub folded: Vec<FieldSpec>,
}

impl Layout {
    /// All of them, in their order.
    pub fn all(&self) -> impl Iterator<Item = &FieldSpec> {
        self.main.iter().chain(&self.folded)
    }
}

/// What can be left out and is shown at once all the same.
const SHOWN: &[Field] = &[
    Field::AdministratorIdKind,
    Field::ContactMobile,
    Field::IdentificationName,
    Field::NicknameCurrent,
    Field::NicknameAcknowledged,
    Field::InvoiceType,
    Field::InvoiceNote,
];

/// The fields of a task's page as the form is now.
pub fn layout(form: &Form, task: Task) -> Layout {
    let mut layout = Layout { main: Vec::new(), folded: Vec::new() };
    for spec in form.fields(task).filter(|spec| is_shown(form, spec.field)) {
        let is_folded = spec.need == Need::Optional && !SHOWN.contains(&spec.field);
        if is_folded { layout.folded.push(*spec) } else { layout.main.push(*spec) }
    }
    if task == Task::Nickname {
        // What the name is now comes before what it is to be, and the yes to it behind it.
        let order = [Field::NicknameCurrent, Field::NicknameText, Field::NicknameAcknowledged];
        let place = |field| order.iter().position(|known| *known == field).unwrap_or(order.len());
        crate::finding::sort_by(&mut layout.main, |spec| place(spec.field));
    }
    layout
}

fn is_shown(form: &Form, field: Field) -> bool {
    if !form.asks(field) {
        return false;
    }
    let is_empty = form.application.get(field).is_empty();
    match field {
        Field::NicknameAcknowledged => effect(form).is_some(),
        // The provider's quota pays: there is no invoice, unless one was asked for before.
        Field::InvoiceType => form.application.get(Field::PaymentPayer) != "provider" || !is_empty,
        Field::InvoiceNote => {
            !matches!(form.application.get(Field::InvoiceType), "" | "none") || !is_empty
        }
        _ => true,
    }
}

/// What will happen to the program's name, if anything will.
pub fn effect(form: &Form) -> Option<Effect> {
    let given = |field| Some(form.application.get(field)).filter(|text| !text.is_empty());
    let query = Query {
        current: given(Field::NicknameCurrent),
        ..Query::new(form.application.get(Field::NicknameText))
    };
    name::check(&query, Profile::WECHAT_2026).effect
}

/// What the folded fields of a task are called.
pub const fn fold_title(task: Task) -> Phrase {
    match task {
        Task::LegalPerson => words::MORE_DOCUMENT,
        Task::Administrator => words::MORE_DATES,
        Task::Nickname => words::MORE_NAME,
        _ => words::MORE_LICENCE,
    }
}

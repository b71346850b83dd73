//! How a field is asked for: keyboard, groups of digits, what browsers fill in; and how its
//! answer is shown.

use crate::application::{Application, Field, FieldSpec, Shape};
use crate::identity::NumberKind;
use crate::journey::blocks::{Choice, Typing};
use crate::text::Locale;
use crate::text::journey::fields;

/// How the text of a field is typed.
pub fn typing(spec: &FieldSpec, application: &Application) -> Typing {
    let plain = Typing::default();
    let typing = match spec.shape {
        Shape::Number { number } => of_number(number),
        Shape::IdNumber { kind } => {
            let kind = application.get(kind);
            of_number(NumberKind::from_name(kind).unwrap_or(NumberKind::ResidentId))
        }
        Shape::BankAccount => {
            Typing { inputmode: Some("numeric"), groups: Some("4 4 4 4 4 4 4 4"), ..plain }
        }
        Shape::Phone => Typing { kind: "tel", ..plain },
        Shape::Count => Typing { inputmode: Some("numeric"), maxlength: Some(3), ..plain },
        Shape::PersonName => Typing { maxlength: Some(80), ..plain },
        Shape::PastDate | Shape::EndDate => Typing { maxlength: Some(30), ..plain },
        Shape::OrganizationName | Shape::Text { .. } => Typing { maxlength: Some(240), ..plain },
        Shape::Nickname | Shape::Choice { .. } => Typing { maxlength: Some(60), ..plain },
    };
    Typing { autocomplete: autocomplete(spec.field), ..typing }.of_field(spec.field)
}

impl Typing {
    fn of_field(self, field: Field) -> Self {
        match field {
            Field::NicknameIntroduction => Self { is_long: true, maxlength: Some(240), ..self },
            _ => self,
        }
    }
}

fn of_number(kind: NumberKind) -> Typing {
    // Longer than any number, so that what is pasted with spaces or a label is not cut.
    let plain = Typing { maxlength: Some(60), ..Typing::default() };
    match kind {
        NumberKind::ResidentId
        | NumberKind::ResidencePermit
        | NumberKind::ForeignPermanentResident => Typing { groups: Some("6 8 4"), ..plain },
        NumberKind::CreditCode => Typing { groups: Some("6 6 6"), ..plain },
        NumberKind::Mobile => {
            Typing { kind: "tel", inputmode: Some("tel"), groups: Some("3 4 4"), ..plain }
        }
        NumberKind::Email => {
            Typing { kind: "email", inputmode: Some("email"), maxlength: Some(254), ..plain }
        }
        NumberKind::BankCard => {
            Typing { inputmode: Some("numeric"), groups: Some("4 4 4 4 4"), ..plain }
        }
        NumberKind::RegistrationNumber => Typing { inputmode: Some("numeric"), ..plain },
        _ => plain,
    }
}

/// Only what belongs to the one who fills in, by the names of HTML.
const fn autocomplete(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::SubjectName => "organization",
        Field::AdministratorName | Field::ContactName => "name",
        Field::AdministratorMobile | Field::ContactMobile => "tel-national",
        Field::ContactEmail => "email",
        _ => return None,
    })
}

/// Whether other fields, or what is said below it, follow from a field.
pub fn is_live(spec: &FieldSpec) -> bool {
    let is_of_name = matches!(
        spec.field,
        Field::NicknameText | Field::NicknameCurrent | Field::NicknameAcknowledged
    );
    is_of_name
        || matches!(
            spec.shape,
            Shape::Choice { .. }
                | Shape::Number { .. }
                | Shape::IdNumber { .. }
                | Shape::PastDate
                | Shape::EndDate
                | Shape::BankAccount
                | Shape::Phone
        )
}

/// The values of a choice, without what is no longer issued unless it was chosen.
pub fn choices(values: &[&'static str], chosen: &str, l: Locale) -> Vec<Choice> {
    let is_offered = |value: &&&'static str| **value != "vat-special" || chosen == **value;
    let of_value = |value: &&'static str| Choice {
        value,
        label: fields::choice(value, l).unwrap_or(value).to_owned(),
        hint: fields::about_choice(value, l).to_owned(),
    };
    values.iter().filter(is_offered).map(of_value).collect()
}

/// An answer as it is shown to be checked; numbers of people and accounts in part.
pub fn shown(spec: &FieldSpec, text: &str, is_masked: bool, l: Locale) -> String {
    match (spec.shape, kept(spec.shape)) {
        (Shape::Choice { .. }, _) => fields::choice(text, l).unwrap_or(text).to_owned(),
        (_, Some(kept)) if is_masked => masked(text, kept),
        _ => text.to_owned(),
    }
}

/// How many characters, first and last, of an answer are shown where it belongs to a person or
/// an account; nothing where all of it may be seen.
pub const fn kept(shape: Shape) -> Option<(usize, usize)> {
    match shape {
        Shape::IdNumber { .. } | Shape::Number { number: NumberKind::Mobile } => Some((3, 4)),
        Shape::BankAccount => Some((0, 4)),
        _ => None,
    }
}

/// All but the first and the last few characters as dots.
pub fn masked(text: &str, (first, last): (usize, usize)) -> String {
    let seen = || text.chars().filter(|c| !c.is_whitespace());
    let count = seen().count();
    let is_hidden = |i: usize| first <= i && i + last < count;
    seen().enumerate().map(|(i, c)| if is_hidden(i) { '\u{2022}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn numbers_are_shown_in_part() {
        assert_eq!(masked("131 2345 6789", (3, 4)), "131••••6789");
        assert_eq!(masked("12", (3, 4)), "12");
    }
}

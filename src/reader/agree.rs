//! Fields that say the same thing twice must agree: what disagrees was misread somewhere.

use super::field::{Field, FieldName};
use crate::identity::{ResidentId, Sex};

/// Takes back that fields count as read where others contradict them.
pub(super) fn settle(fields: &mut [Field], coded: Option<&str>) {
    let text = |fields: &[Field], name: FieldName| {
        fields.iter().find(|f| f.name == name && f.is_readable).map(|f| f.text.clone())
    };
    let number = text(fields, FieldName::IdNumber).and_then(|text| ResidentId::parse(&text).ok());
    if let Some(number) = number {
        if let Some(birth) = text(fields, FieldName::Birth)
            && birth != number.birth_date().to_string()
        {
            doubt(fields, &[FieldName::Birth, FieldName::IdNumber]);
        }
        let expected = match number.sex() {
            Sex::Male => '男',
            Sex::Female => '女',
        };
        if text(fields, FieldName::Sex).is_some_and(|sex| !sex.starts_with(expected)) {
            doubt(fields, &[FieldName::Sex, FieldName::IdNumber]);
        }
    }
    if let Some(coded) = coded {
        for field in fields.iter_mut().filter(|field| field.name == FieldName::CreditCode) {
            // Two codes that hold and agree are right, however faint the print is.
            field.is_readable = field.text == coded;
        }
    }
}

fn doubt(fields: &mut [Field], names: &[FieldName]) {
    for field in fields.iter_mut().filter(|field| names.contains(&field.name)) {
        field.is_readable = false;
    }
}

//! The form as it is handed on: numbers without the spaces and small letters of typing, days as
//! `YYYY-MM-DD`. What cannot be read stays as it was typed.

use super::application::Application;
use super::requirement::{Shape, requirements};
use super::value::id_kind;
use super::{Field, FormProfile};
use crate::date::Date;
use crate::identity;
use crate::list_map::ListMap;
use crate::name::read_char;

impl Application {
    /// The same with every value as a form takes it that is pasted into.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::application::{Application, Field, SubjectType};
    ///
    /// let mut application = Application::new(SubjectType::Individual);
    /// application.fields.insert(Field::AdministratorMobile, "131 2345 6789".into());
    /// assert_eq!(application.normalized().get(Field::AdministratorMobile), "13123456789");
    /// ```
    #[must_use]
    pub fn normalized(&self) -> Self {
        let specs = requirements(self.subject_type, FormProfile::WECHAT_2026).fields;
        let mut fields = ListMap::new();
        for (field, typed) in self.fields.iter() {
            let shape = specs.iter().find(|spec| spec.field == *field).map(|spec| spec.shape);
            fields.insert(*field, self.value(*field, shape).unwrap_or_else(|| typed.clone()));
        }
        Self { fields, ..self.clone() }
    }

    /// A value that has a form of its own.
    fn value(&self, field: Field, shape: Option<Shape>) -> Option<String> {
        let text = self.get(field);
        match shape? {
            Shape::Number { number } => Some(identity::normalize(number, text)),
            Shape::IdNumber { kind } => Some(identity::normalize(id_kind(self.get(kind))?, text)),
            Shape::PastDate | Shape::EndDate => Some(Date::read(text)?.to_string()),
            Shape::BankAccount => {
                let digits = text.chars().filter_map(read_char);
                Some(digits.filter(char::is_ascii_digit).collect())
            }
            _ => None,
        }
    }
}

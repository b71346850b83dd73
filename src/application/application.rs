//! An application as it is filled in: text as typed, and what is known of the photos.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::material::Material;
use super::subject_type::SubjectType;
use crate::list_map::ListMap;
use crate::name::read_char;

/// What an applicant has filled in so far.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Application {
    /// Who is certified.
    pub subject_type: SubjectType,
    /// The fields that have text.
    #[serde(default)]
    pub fields: ListMap<Field, String>,
    /// The photos.
    #[serde(default)]
    pub materials: Vec<Material>,
    /// Photos that WeChat has sent back, by place and hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Material>,
}

impl Application {
    /// An empty one.
    pub const fn new(subject_type: SubjectType) -> Self {
        Self { subject_type, fields: ListMap::new(), materials: Vec::new(), refused: Vec::new() }
    }

    /// The text of a field without spaces and invisible characters around it; empty where
    /// there is none.
    pub fn get(&self, field: Field) -> &str {
        self.typed(field).trim_matches(|c| matches!(read_char(c), None | Some(' ')))
    }

    /// The text of a field as it was typed.
    pub(super) fn typed(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }
}

/// Prints which fields have text, and none of the text.
impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Application")
            .field("subject_type", &self.subject_type)
            .field("fields", &self.fields)
            .field("materials", &self.materials)
            .field("refused", &self.refused)
            .finish()
    }
}

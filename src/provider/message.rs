//! The messages of the contract, as far as the client reads and writes them.

use serde::{Deserialize, Serialize};

use crate::application::{Application, Field, Slot, SubjectType};
use crate::list_map::ListMap;
use crate::wechat::Answer;

/// An application as it is sent.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sent<'a> {
    pub(super) application: Form<'a>,
    pub(super) files: Vec<Listed<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Form<'a> {
    subject_type: SubjectType,
    customer_type: u8,
    fields: &'a ListMap<Field, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Listed<'a> {
    pub(super) name: &'a str,
    pub(super) slot: Slot,
    pub(super) byte_length: usize,
}

impl<'a> Form<'a> {
    pub(super) fn of(application: &'a Application) -> Self {
        Self {
            subject_type: application.subject_type,
            customer_type: application.subject_type.customer_type(),
            fields: &application.fields,
        }
    }
}

/// How a submission stands at the server.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Status {
    pub(super) id: String,
    /// What WeChat answered last, in its words.
    pub(super) wechat: Option<Answer>,
    /// When to ask again.
    pub(super) poll_after_seconds: Option<u32>,
}

/// What is wrong, as RFC 9457 has it, with the fields that are.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Problem {
    pub(super) detail: String,
    pub(super) errors: Vec<FieldError>,
}

/// What is wrong with one part of the form.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldError {
    /// The path of the part; empty where it is about all of it.
    pub path: String,
    /// What is wrong, in the server's words.
    pub detail: String,
}

/// Prints the place only.
impl std::fmt::Debug for FieldError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldError({})", self.path)
    }
}

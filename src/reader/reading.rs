//! What came of reading a photo.

use serde::{Deserialize, Serialize};

use super::field::{Field, FieldName};
use super::finding::{Finding, Issue};
use crate::finding::{Coded, Severity};
use crate::photo::Kind;

/// What was read of a photo.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The document that its labels say it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Whether all that must be on the document was read.
    pub is_readable: bool,
    /// The content is turned clockwise by 90° × this, as shown, beyond what the check says.
    pub quarter_turns: u8,
    /// How wide the picture is as shown at full size, in pixels: polygons are in it.
    pub width: u32,
    /// How high, in pixels.
    pub height: u32,
    /// The fields that were found, in the order in which they are printed.
    pub fields: Vec<Field>,
    /// The credit code in the QR code of a licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coded: Option<String>,
}

/// Prints what was found, and nothing of what it says.
impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading")
            .field("kind", &self.kind)
            .field("is_readable", &self.is_readable)
            .field("quarter_turns", &self.quarter_turns)
            .field("size", &[self.width, self.height])
            .field("fields", &self.fields)
            .field("coded", &self.coded.is_some())
            .finish_non_exhaustive()
    }
}

impl Reading {
    /// That of a photo of which nothing could be read.
    pub const fn nothing() -> Self {
        Self {
            kind: None,
            is_readable: false,
            quarter_turns: 0,
            width: 0,
            height: 0,
            fields: Vec::new(),
            coded: None,
        }
    }

    /// A field, if it was found.
    pub fn field(&self, name: FieldName) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What stands against it as a document of this kind.
    pub fn findings(&self, kind: Kind) -> Vec<Finding> {
        if let Some(shown) = self.kind.filter(|shown| *shown != kind && !self.is_readable) {
            return vec![Issue::OtherDocument { shown }.with(Severity::Warn)];
        }
        let mut findings = Vec::new();
        for &(field, is_mandatory) in FieldName::of(kind) {
            match self.field(field) {
                Some(found) if found.is_readable => {}
                _ if !is_mandatory => {}
                Some(_) => findings.push(Issue::Unreadable { field }.with(Severity::Warn)),
                None => findings.push(Issue::Missing { field }.with(Severity::Warn)),
            }
        }
        // Print that is not upright cannot be read: this is sure where anything was.
        if self.quarter_turns != 0 && self.fields.iter().any(|field| field.is_readable) {
            let degrees = u16::from(self.quarter_turns) * 90;
            findings.push(Issue::Turned { degrees }.with(Severity::Warn));
        }
        let code = self.field(FieldName::CreditCode).map(|field| &field.text);
        if code.is_some() && self.coded.is_some() && code != self.coded.as_ref() {
            findings.push(Issue::CodeDiffers.with(Severity::Warn));
        }
        findings
    }

    /// What a field says, if it counts as read.
    pub fn text(&self, name: FieldName) -> Option<&str> {
        self.field(name).filter(|field| field.is_readable).map(|field| field.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_that_lies_is_told_where_something_was_read() {
        let field = |is_readable: bool| Field {
            name: FieldName::IdNumber,
            text: "110105".to_owned(),
            confidences: Vec::new(),
            is_readable,
            polygons: Vec::new(),
        };
        for (quarter_turns, is_readable, expected) in [
            (0, true, None),
            (1, true, Some(90)),
            (2, true, Some(180)),
            (3, true, Some(270)),
            (2, false, None),
        ] {
            let fields = vec![field(is_readable)];
            let reading = Reading { quarter_turns, fields, ..Reading::nothing() };
            let findings = reading.findings(Kind::IdFront);
            let told = findings.iter().find_map(|finding| match finding.issue {
                Issue::Turned { degrees } => Some(degrees),
                _ => None,
            });
            assert_eq!(told, expected);
        }
    }
}

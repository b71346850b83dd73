//! What is read of a document: fields by their names, each with how sure it is and where it stands.

use serde::{Deserialize, Serialize};

use crate::names::names;
use crate::photo::{Kind, Quad};

names! {
    /// A field that is printed on a document.
    pub enum FieldName {
        /// Of a person or an organization.
        "name" => Name,
        /// As printed: one character.
        "sex" => Sex,
        /// As printed, without the word for it.
        "ethnicity" => Ethnicity,
        /// Date of birth.
        "birth" => Birth,
        /// Of a person or an organization.
        "address" => Address,
        /// Citizen identification number.
        "id-number" => IdNumber,
        /// The office that issued a card.
        "issuer" => Issuer,
        /// From when to when a card is valid.
        "validity" => Validity,
        /// Unified social credit code.
        "credit-code" => CreditCode,
        /// Sort of organization.
        "type" => Type,
        /// Who represents it.
        "representative" => Representative,
        /// Registered capital.
        "capital" => Capital,
        /// When it was founded.
        "founded" => Founded,
        /// From when to when it may do business.
        "term" => Term,
        /// What it may do.
        "scope" => Scope,
    }
}

impl FieldName {
    /// Those of a document, in the order in which they are printed, and whether one must be there.
    pub fn of(kind: Kind) -> &'static [(Self, bool)] {
        use FieldName as F;
        match kind {
            Kind::IdFront => &[
                (F::Name, true),
                (F::Sex, true),
                (F::Ethnicity, true),
                (F::Birth, true),
                (F::Address, true),
                (F::IdNumber, true),
            ],
            Kind::IdBack => &[(F::Issuer, true), (F::Validity, true)],
            Kind::Licence => &[
                (F::CreditCode, true),
                (F::Name, true),
                (F::Type, true),
                (F::Representative, true),
                (F::Capital, false),
                (F::Founded, true),
                (F::Term, false),
                (F::Address, true),
                (F::Scope, false),
            ],
            Kind::Letter | Kind::StampedCopy | Kind::Other => &[],
        }
    }
}

/// A field that was read.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Which.
    pub name: FieldName,
    /// Numbers and dates in their normal form, text as it is printed.
    pub text: String,
    /// How sure each character that was read is, 0 to 1. A date has more of them than its text.
    pub confidences: Vec<f32>,
    /// Whether it counts as read: it has its form, holds, and each character is sure.
    pub is_readable: bool,
    /// Where its lines are in the picture as shown at full size.
    pub polygons: Vec<Quad>,
}

impl Field {
    /// How sure the least sure character is.
    pub fn lowest(&self) -> f32 {
        self.confidences.iter().copied().fold(1.0, f32::min)
    }
}

/// Prints what field it is and how sure: never what was read.
impl std::fmt::Debug for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.name.as_str();
        write!(f, "Field({name}, {}, {:.2})", self.is_readable, self.lowest())
    }
}

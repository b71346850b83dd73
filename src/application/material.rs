//! The photos that go with the form.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::finding::Severity;
use crate::names::names;

names! {
    /// What a photo is given as.
    #[derive(PartialOrd, Ord)]
    pub enum Slot {
        /// Licence or certificate of registration (`qualification`).
        "licence" => Licence,
        /// Official letter of application with the seal (申请公函).
        "letter" => Letter,
        /// Licence of a medium.
        "media-licence" => MediaLicence,
        /// ID card, the side with the portrait.
        "id-front" => IdFront,
        /// ID card, the side with the emblem.
        "id-back" => IdBack,
        /// What the identity of an individual is proven with (`auth_ident_material`).
        "identification-proof" => IdentificationProof,
        /// What the nickname is proven with (`account_supplemental`).
        "name-proof" => NameProof,
        /// Whatever else helps (`qualification_other`).
        "supplement" => Supplement,
    }
}

impl Slot {
    /// The path of its place in the form.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Licence => "materials.licence",
            Self::Letter => "materials.letter",
            Self::MediaLicence => "materials.media-licence",
            Self::IdFront => "materials.id-front",
            Self::IdBack => "materials.id-back",
            Self::IdentificationProof => "materials.identification-proof",
            Self::NameProof => "materials.name-proof",
            Self::Supplement => "materials.supplement",
        }
    }

    /// Whether it takes one photo only.
    pub const fn is_single(self) -> bool {
        !matches!(self, Self::IdentificationProof | Self::NameProof | Self::Supplement)
    }
}

/// A photo of the application. The file itself is elsewhere.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Material {
    /// What it is given as.
    pub slot: Slot,
    /// SHA-256 of the file, by which the same file is recognized.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The verdict about the photo, as far as it matters here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<Verdict>,
}

/// The part of a photo's report that the form looks at: a whole report can be given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether nothing in the photo would be refused.
    pub ok: bool,
    /// What was found, by code.
    #[serde(default)]
    pub findings: Vec<Code>,
}

/// A finding about a photo, by its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The code.
    pub code: String,
    /// What it means.
    pub severity: Severity,
}

/// Prints no hash: it tells one photo from another.
impl fmt::Debug for Material {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Material({:?})", self.slot)
    }
}

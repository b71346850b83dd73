//! What can be said against something that was checked: a severity and an issue, as data without words.

use serde::{Deserialize, Serialize};

/// Something that the applicant should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding<I> {
    /// What it means for the application.
    pub severity: Severity,
    /// What was found, with its numbers.
    #[serde(flatten)]
    pub issue: I,
}

impl<I: Coded> Finding<I> {
    /// The stable name of the issue, for example `photo.over-limit`.
    pub fn code(&self) -> &'static str {
        self.issue.code()
    }
}

/// Whether nothing among `findings` would be refused.
pub fn is_ok<I>(findings: &[Finding<I>]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Block)
}

/// What a finding means for the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The office would refuse it as it is.
    Block,
    /// The office may refuse it; the applicant should look.
    Warn,
    /// Good to know.
    Info,
}

/// An issue: something with a stable name for programs.
pub trait Coded: Sized {
    /// The name, `area.kebab-case`. Never renamed, never reused.
    fn code(&self) -> &'static str;

    /// Makes a finding of it.
    fn with(self, severity: Severity) -> Finding<Self> {
        Finding { severity, issue: self }
    }
}

/// Declares an enum of issues: each variant behind the code that programs and
/// JSON know it by. `CODES` lists them, so that a test can ask for each one.
macro_rules! issues {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $code:literal => $variant:ident
                $({ $( $(#[$field_meta:meta])* $field:ident: $type:ty ),+ $(,)? })?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(tag = "code", rename_all_fields = "camelCase")]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[serde(rename = $code)]
                $variant $({ $( $(#[$field_meta])* $field: $type ),+ })?
            ),+
        }

        impl $name {
            /// The codes of all issues of this kind.
            pub const CODES: &'static [&'static str] = &[$($code),+];
        }

        impl $crate::finding::Coded for $name {
            fn code(&self) -> &'static str {
                match self {
                    $( Self::$variant { .. } => $code ),+
                }
            }
        }
    };
}

pub(crate) use issues;

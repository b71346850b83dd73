//! What can be said against something that was checked: a severity and an issue, as data without words.

use serde::de::{self, DeserializeOwned};
use serde::{Deserialize, Deserializer, Serialize};

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

/// Puts the most important first and leaves the others in their order. Lists of findings
/// are short and mostly in order: one exchange after the other is soon done, and small.
pub(crate) fn sort_by<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut i = end;
        while 0 < i && key(&items[i]) < key(&items[i - 1]) {
            items.swap(i, i - 1);
            i -= 1;
        }
    }
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

/// The members of an issue that comes back from JSON.
///
/// Serde's own reading of enums with a tag costs half a kilobyte of WebAssembly for
/// each variant; this costs as much for each *type* of member.
pub(crate) struct Members(serde_json::Map<String, serde_json::Value>);

impl Members {
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_json::Map::deserialize(deserializer).map(Self)
    }

    /// The code, without which there is no issue.
    pub(crate) fn code(&self) -> &str {
        self.0.get("code").and_then(serde_json::Value::as_str).unwrap_or_default()
    }

    /// A member by its name in Rust.
    pub(crate) fn take<T: DeserializeOwned, E: de::Error>(&mut self, name: &str) -> Result<T, E> {
        let value = self.0.remove(&camel_case(name)).unwrap_or_default();
        // What is in it may be private, so the error does not repeat it.
        T::deserialize(value).map_err(|_| E::custom("a member of the issue is missing or wrong"))
    }
}

fn camel_case(name: &str) -> String {
    let mut parts = name.split('_');
    let mut camel = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        camel.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        camel.push_str(letters.as_str());
    }
    camel
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
        #[derive(serde::Serialize)]
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

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut members = $crate::finding::Members::read(deserializer)?;
                match members.code() {
                    $(
                        $code => Ok(Self::$variant $({
                            $( $field: members.take(stringify!($field))? ),+
                        })?),
                    )+
                    _ => Err(serde::de::Error::custom("unknown code")),
                }
            }
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

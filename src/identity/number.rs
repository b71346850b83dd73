//! What all numbers have in common.

use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::Known;
use super::typed::compact;
use crate::date::Date;

/// A kind of number: how it is read, when it holds, and what it tells.
pub(super) trait Number: Sized {
    const KIND: NumberKind;

    /// The characters that a slip can have changed, or none where nothing in the
    /// number could tell a good correction from a bad one.
    const SLIPS: &'static [u8] = &[];

    /// How many characters it has, where that is always the same number.
    const LENGTH: Option<usize> = None;

    /// What was typed, without what does not belong to the number.
    fn normalize(text: &str) -> String {
        compact(text)
    }

    /// The present form of a number that has an obsolete one.
    fn upgrade(_normalized: &str) -> Option<String> {
        None
    }

    /// Whether the normalized text is a number of this kind.
    fn validate(normalized: &str) -> Result<(), Issue>;

    /// Whether the normalized text can be offered as what was meant: it is a number of
    /// this kind, and its check character says so.
    fn is_correction(normalized: &str) -> bool {
        Self::validate(normalized).is_ok()
    }

    /// Wraps what was validated.
    fn wrap(validated: String) -> Self;

    /// What to look at in a number that holds.
    fn doubts(&self, _today: Date) -> Vec<Finding> {
        Vec::new()
    }

    /// What it tells.
    fn known(&self, _today: Date) -> Known {
        Known::default()
    }

    /// Reads it as it was typed, obsolete forms in their present form.
    fn read(text: &str) -> Result<Self, Issue> {
        let normalized = Self::normalize(text);
        let number = Self::upgrade(&normalized).unwrap_or(normalized);
        Self::validate(&number)?;
        Ok(Self::wrap(number))
    }
}

/// Declares the type of a number: text that was validated once, and that is never printed.
macro_rules! number_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// Reads it as people type it: with spaces, hyphens, full-width or invisible
            /// characters, small letters.
            ///
            /// # Errors
            ///
            /// Says which part is wrong.
            pub fn parse(text: &str) -> Result<Self, $crate::identity::Issue> {
                $crate::identity::number::Number::read(text)
            }

            /// The normalized number.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::identity::Issue;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        /// Prints no character of it: numbers must not reach a log.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

pub(super) use number_type;

/// Whether there is text, as the first thing to ask.
pub(super) fn present(kind: NumberKind, text: &str) -> Result<(), Issue> {
    if text.is_empty() { Err(Issue::Missing { kind }) } else { Ok(()) }
}

/// Whether the number of characters is one of `lengths`.
pub(super) fn length(kind: NumberKind, text: &str, lengths: &[usize]) -> Result<(), Issue> {
    present(kind, text)?;
    // Counted as characters; the lengths of good numbers are the same in bytes.
    let found = text.chars().count();
    if lengths.contains(&found) {
        return Ok(());
    }
    Err(Issue::Length { kind, found: u16::try_from(found).unwrap_or(u16::MAX) })
}

/// Whether each character is one that can stand at its place, counted from 0.
pub(super) fn characters(
    kind: NumberKind,
    text: &str,
    allowed_at: impl Fn(usize) -> Allowed,
) -> Result<(), Issue> {
    for (i, c) in text.chars().enumerate() {
        let allowed = allowed_at(i);
        if !allowed.takes(c) {
            let position = u16::try_from(i + 1).unwrap_or(u16::MAX);
            return Err(Issue::Character { kind, position, allowed });
        }
    }
    Ok(())
}

impl Allowed {
    fn takes(self, c: char) -> bool {
        match self {
            Self::Digit => c.is_ascii_digit(),
            Self::DigitOrX => c.is_ascii_digit() || c == 'X',
            Self::Letter => c.is_ascii_uppercase(),
            Self::LetterOrDigit => c.is_ascii_uppercase() || c.is_ascii_digit(),
            Self::CreditCode => {
                c.is_ascii_digit()
                    || (c.is_ascii_uppercase() && !matches!(c, 'I' | 'O' | 'S' | 'V' | 'Z'))
            }
            Self::HOrM => matches!(c, 'H' | 'M'),
            Self::Email => {
                !c.is_ascii()
                    || c.is_ascii_alphanumeric()
                    || EMAIL_MARKS.bytes().any(|mark| char::from(mark) == c)
            }
        }
    }
}

/// What RFC 5322 allows in a name without quotes, the dot beside it.
const EMAIL_MARKS: &str = "!#$%&'*+-/=?^_`{|}~.";

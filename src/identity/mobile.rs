//! Mobile number of mainland China: eleven digits, the first a 1.

use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::number::{Number, characters, length, number_type};
use super::typed::compact;
use crate::date::Date;
use crate::finding::{Coded, Severity};

number_type! {
    /// A mobile number that can be dialed within the mainland.
    Mobile
}

impl Mobile {
    /// Whether numbers that start like this are in use by people, so far as is known.
    /// New ones come every few years.
    ///
    /// Source: libphonenumber's metadata for China (2026); of the segments for machines,
    /// 1440 and 1441 have 13 digits.
    fn has_known_prefix(&self) -> bool {
        let digit = |i: usize| self.0.as_bytes()[i] - b'0';
        match (digit(1), digit(2)) {
            (3 | 8, _)
            | (4, 5 | 7)
            | (5 | 9, 0..=3 | 5..=9)
            | (6, 2 | 5..=7)
            | (7, 0..=3 | 5..=8) => true,
            (7, 4) => digit(3) == 0 && digit(4) <= 5,
            _ => false,
        }
    }
}

impl Number for Mobile {
    const KIND: NumberKind = NumberKind::Mobile;

    /// Without the country's code, however it is written, and however often.
    fn normalize(text: &str) -> String {
        let mut number = compact(text);
        number.retain(|c| !matches!(c, '(' | ')' | '.'));
        let mut bare = number.as_str();
        while let Some(rest) = without_code(bare) {
            bare = rest;
        }
        bare.to_owned()
    }

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        if normalized.starts_with('+') || normalized.starts_with("00") {
            return Err(Issue::CountryCode { kind });
        }
        length(kind, normalized, &[11])?;
        characters(kind, normalized, |_| Allowed::Digit)?;
        // Service numbers start with 10 to 12, landlines with 0 or 2 to 9.
        match normalized.as_bytes() {
            [b'1', b'3'..=b'9', ..] => Ok(()),
            _ => Err(Issue::Prefix { kind }),
        }
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        if self.has_known_prefix() {
            return Vec::new();
        }
        vec![Issue::PrefixUnknown { kind: Self::KIND }.with(Severity::Warn)]
    }
}

/// What stands behind the country's code, if it is there. Without a sign it is one only where
/// a whole number follows.
fn without_code(number: &str) -> Option<&str> {
    let is_number = |rest: &&str| rest.len() == 11 && rest.bytes().all(|c| c.is_ascii_digit());
    let signed = ["+86", "0086"].iter().find_map(|code| number.strip_prefix(code));
    signed.or_else(|| number.strip_prefix("86").filter(is_number))
}

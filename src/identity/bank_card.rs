//! Bank card of a person: ISO/IEC 7812-1, the last digit checks by Luhn's rule.
//! Accounts of firms have no such digit and are not checked here.

use super::checksum::luhn_holds;
use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::number::{Number, characters, length, number_type};
use crate::date::Date;
use crate::finding::{Coded, Severity};

/// ISO/IEC 7812-1 allows up to 19 digits; cards with fewer than 13 are not known.
const LENGTHS: [usize; 7] = [13, 14, 15, 16, 17, 18, 19];

/// Most cards have 16 to 19.
const USUAL_LENGTH: usize = 16;

number_type! {
    /// The number of a bank card that holds.
    BankCard
}

impl Number for BankCard {
    const KIND: NumberKind = NumberKind::BankCard;
    const SLIPS: &'static [u8] = b"0123456789";

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        length(kind, normalized, &LENGTHS)?;
        characters(kind, normalized, |_| Allowed::Digit)?;
        if luhn_holds(normalized.as_bytes()) { Ok(()) } else { Err(Issue::CheckCharacter { kind }) }
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        if USUAL_LENGTH <= self.0.len() {
            return Vec::new();
        }
        vec![Issue::Unusual { kind: Self::KIND }.with(Severity::Warn)]
    }
}

//! Registration number of a business (工商注册号), GS 15-2006: six digits of the
//! authority, eight in sequence, and a check digit by ISO 7064 MOD 11,10. New
//! licences carry the credit code instead.
//!
//! Farmers' cooperatives have `NA` behind the authority and an `X` for the check digit, and
//! some of Shanxi's an `A` before the sequence and no check digit: so the open-source
//! `wbximy-common` 0.0.2 (`reg_number.py`) reads them. They are rare, and no reason to refuse.

use super::checksum::mod_11_10;
use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Known, KnownRegion};
use super::number::{Number, characters, length, number_type};
use super::person;
use crate::date::Date;
use crate::finding::{Coded, Severity};

number_type! {
    /// A registration number that holds.
    RegistrationNumber
}

/// `dddddd NA dddddd X` or `dddddddd A dddddd`.
fn has_letters(number: &str) -> bool {
    let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    match number.as_bytes() {
        [rest @ .., b'X'] => {
            rest.len() == 14
                && &rest[6..8] == b"NA"
                && is_digits(&rest[..6])
                && is_digits(&rest[8..])
        }
        number => {
            number.len() == 15
                && number[8] == b'A'
                && is_digits(&number[..8])
                && is_digits(&number[9..])
        }
    }
}

impl Number for RegistrationNumber {
    const KIND: NumberKind = NumberKind::RegistrationNumber;
    const SLIPS: &'static [u8] = b"0123456789";
    const LENGTH: Option<usize> = Some(15);

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        length(kind, normalized, &[15])?;
        if has_letters(normalized) {
            return Ok(());
        }
        characters(kind, normalized, |_| Allowed::Digit)?;
        let digits = normalized.as_bytes();
        if mod_11_10(&digits[..14]) == digits[14] {
            Ok(())
        } else {
            Err(Issue::CheckCharacter { kind })
        }
    }

    /// Where there is no check digit, anything could have been meant.
    fn is_correction(normalized: &str) -> bool {
        Self::validate(normalized).is_ok() && !has_letters(normalized)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        let mut doubts = Vec::new();
        if has_letters(&self.0) {
            doubts.push(Issue::Unusual { kind: Self::KIND }.with(Severity::Warn));
        }
        // The state's own authority is 100000.
        if !self.0.starts_with("100000") && person::region(&self.0).is_none() {
            doubts.push(Issue::RegionUnknown { kind: Self::KIND }.with(Severity::Warn));
        }
        doubts
    }

    fn known(&self, _today: Date) -> Known {
        Known { region: person::region(&self.0).map(KnownRegion::from), ..Known::default() }
    }
}

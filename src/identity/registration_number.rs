//! Registration number of a business (工商注册号), GS 15-2006: six digits of the
//! authority, eight in sequence, and a check digit by ISO 7064 MOD 11,10. New
//! licences carry the credit code instead.

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

impl Number for RegistrationNumber {
    const KIND: NumberKind = NumberKind::RegistrationNumber;
    const SLIPS: &'static [u8] = b"0123456789";
    const LENGTH: Option<usize> = Some(15);

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        length(kind, normalized, &[15])?;
        characters(kind, normalized, |_| Allowed::Digit)?;
        let digits = normalized.as_bytes();
        if mod_11_10(&digits[..14]) == digits[14] {
            Ok(())
        } else {
            Err(Issue::CheckCharacter { kind })
        }
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        // The state's own authority is 100000.
        if self.0.starts_with("100000") || person::region(&self.0).is_some() {
            return Vec::new();
        }
        vec![Issue::RegionUnknown { kind: Self::KIND }.with(Severity::Warn)]
    }

    fn known(&self, _today: Date) -> Known {
        Known { region: person::region(&self.0).map(KnownRegion::from), ..Known::default() }
    }
}

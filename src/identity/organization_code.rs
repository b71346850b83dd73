//! Organization code (组织机构代码), GB 11714-1997: eight digits or letters and a check
//! character. New organizations get a credit code, which contains one.

use super::checksum::organization_code;
use super::issue::{Allowed, Issue};
use super::kind::NumberKind;
use super::number::{Number, characters, length, number_type};

number_type! {
    /// An organization code that holds.
    OrganizationCode
}

impl Number for OrganizationCode {
    const KIND: NumberKind = NumberKind::OrganizationCode;
    const SLIPS: &'static [u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const LENGTH: Option<usize> = Some(9);

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        length(kind, normalized, &[9])?;
        characters(kind, normalized, |i| {
            if i == 8 { Allowed::DigitOrX } else { Allowed::LetterOrDigit }
        })?;
        let code = normalized.as_bytes();
        if organization_code(&code[..8]) == code[8] {
            Ok(())
        } else {
            Err(Issue::CheckCharacter { kind })
        }
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }
}

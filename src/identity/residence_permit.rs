//! Residence permit for residents of Hong Kong, Macao and Taiwan (港澳台居民居住证):
//! the shape of a resident ID number, and one of three regions.
//! Source: 国办发〔2018〕81号, article 3.

use super::issue::{Finding, Issue};
use super::kind::NumberKind;
use super::known::Known;
use super::number::{Number, characters, length, number_type};
use super::person;
use crate::date::Date;
use crate::identity::Allowed;

/// Hong Kong, Macao, Taiwan.
const REGIONS: [&str; 3] = ["810000", "820000", "830000"];

number_type! {
    /// The number of a residence permit that holds.
    ResidencePermit
}

pub(super) fn has_prefix(text: &str) -> bool {
    REGIONS.iter().any(|region| text.starts_with(region))
}

impl Number for ResidencePermit {
    const KIND: NumberKind = NumberKind::ResidencePermit;
    const SLIPS: &'static [u8] = person::DIGITS;
    const LENGTH: Option<usize> = Some(18);

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &[18])?;
        characters(Self::KIND, normalized, |i| {
            if i == 17 { Allowed::DigitOrX } else { Allowed::Digit }
        })?;
        if !has_prefix(normalized) {
            return Err(Issue::Prefix { kind: Self::KIND });
        }
        person::validate(Self::KIND, normalized)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, today: Date) -> Vec<Finding> {
        person::age_doubts(Self::KIND, &self.0, today).into_iter().collect()
    }

    fn known(&self, today: Date) -> Known {
        person::known(&self.0, today)
    }
}

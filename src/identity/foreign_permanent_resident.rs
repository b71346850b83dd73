//! Foreign permanent resident ID card (外国人永久居留身份证).
//!
//! Since 2023-12-01: `9`, two digits of the province, three of the nationality (GB/T 2659
//! numeric), birth date, sequence and check character as in GB 11643. Before: three
//! letters and twelve digits; such cards are good until they expire.
//! Source: National Immigration Administration's description of the card of 2023.

use super::country::Country;
use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Form, Issued, Known};
use super::number::{Number, characters, length, number_type};
use super::{person, region};
use crate::date::Date;
use crate::finding::{Coded, Severity};

const OLD_LENGTH: usize = 15;

number_type! {
    /// The number of a foreign permanent resident card that holds.
    ForeignPermanentResident
}

impl ForeignPermanentResident {
    fn is_old(&self) -> bool {
        self.0.len() == OLD_LENGTH
    }

    /// The nationality in it, if the table has it.
    pub fn nationality(&self) -> Option<Country> {
        if self.is_old() {
            return Country::from_alpha3(self.0.get(..3)?);
        }
        Country::from_numeric(self.0.get(3..6)?.parse().ok()?)
    }
}

impl Number for ForeignPermanentResident {
    const KIND: NumberKind = NumberKind::ForeignPermanentResident;
    const SLIPS: &'static [u8] = person::DIGITS;
    const LENGTH: Option<usize> = Some(18);

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &[OLD_LENGTH, 18])?;
        if normalized.chars().count() == OLD_LENGTH {
            return characters(Self::KIND, normalized, |i| {
                if i < 3 { Allowed::Letter } else { Allowed::Digit }
            });
        }
        if !normalized.starts_with('9') {
            return Err(Issue::Prefix { kind: Self::KIND });
        }
        person::validate(Self::KIND, normalized)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, today: Date) -> Vec<Finding> {
        let mut doubts = Vec::new();
        if !self.is_old() {
            doubts.extend(person::age_doubts(Self::KIND, &self.0, today));
            let province =
                self.0.get(1..3).and_then(|digits| digits.parse().ok()).and_then(region::province);
            if province.is_none() {
                doubts.push(Issue::RegionUnknown { kind: Self::KIND }.with(Severity::Warn));
            }
        }
        if self.nationality().is_none() {
            doubts.push(Issue::NationalityUnknown { kind: Self::KIND }.with(Severity::Warn));
        }
        doubts
    }

    fn known(&self, today: Date) -> Known {
        // The first day on which the card of 2023 was issued.
        let change = Date::new(2023, 12, 1);
        let nationality = self.nationality().map(|country| country.alpha2);
        if self.is_old() {
            let issued = Some(Issued { from: None, until: change });
            return Known {
                nationality,
                form: Some(Form::CardBefore2023),
                issued,
                ..Known::default()
            };
        }
        let issued = Some(Issued { from: change, until: None });
        // The six digits of a region mean something else here.
        let person = Known { region: None, ..person::known(&self.0, today) };
        Known { nationality, form: Some(Form::Card2023), issued, ..person }
    }
}

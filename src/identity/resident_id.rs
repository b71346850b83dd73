//! Citizen identification number (公民身份号码), GB 11643-1999:
//! 6 digits of the region, 8 of the birth date, 3 in sequence (odd for men), and
//! a check character by ISO 7064 MOD 11-2.

use super::checksum::mod_11_2;
use super::issue::{Finding, Issue};
use super::kind::NumberKind;
use super::known::{Known, Sex};
use super::number::{Number, number_type};
use super::person;
use super::region::Region;
use super::residence_permit;
use crate::date::Date;
use crate::finding::{Coded, Severity};

number_type! {
    /// A resident ID number whose shape, birth date and check character hold.
    ///
    /// Whether the region exists is asked separately, with [`ResidentId::region`]:
    /// tables age, people do not.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::identity::{ResidentId, Sex};
    ///
    /// // The example of GB 11643-1999.
    /// let id = ResidentId::parse("110105 19491231 002x").unwrap();
    /// assert_eq!(id.as_str(), "11010519491231002X");
    /// assert_eq!(id.birth_date().to_string(), "1949-12-31");
    /// assert_eq!(id.sex(), Sex::Female);
    /// assert_eq!(format!("{id:?}"), "ResidentId(…)");
    /// ```
    ResidentId
}

impl ResidentId {
    /// The birth date in it.
    ///
    /// # Panics
    ///
    /// Never: the date was validated.
    pub fn birth_date(&self) -> Date {
        person::birth_date(&self.0).expect("validated when it was parsed")
    }

    /// The sex in it.
    pub fn sex(&self) -> Sex {
        if self.0.as_bytes()[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// The region that gave it, if the table has it.
    pub fn region(&self) -> Option<Region> {
        person::region(&self.0)
    }
}

impl Number for ResidentId {
    const KIND: NumberKind = NumberKind::ResidentId;
    const SLIPS: &'static [u8] = person::DIGITS;
    const LENGTH: Option<usize> = Some(18);

    /// Numbers of 15 digits (GB 11643-1989, until 1999) lack the century and the check
    /// character; the century was the twentieth.
    fn upgrade(normalized: &str) -> Option<String> {
        if normalized.len() != 15 || !normalized.bytes().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let (region, rest) = normalized.split_at_checked(6)?;
        let mut number = String::with_capacity(18);
        number.push_str(region);
        number.push_str("19");
        number.push_str(rest);
        number.push(char::from(mod_11_2(number.as_bytes())));
        Some(number)
    }

    fn validate(normalized: &str) -> Result<(), Issue> {
        person::validate(Self::KIND, normalized)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, today: Date) -> Vec<Finding> {
        let mut doubts: Vec<_> =
            person::age_doubts(Self::KIND, &self.0, today).into_iter().collect();
        // Both have the shape of this number and a first digit of their own.
        let other = if residence_permit::has_prefix(&self.0) {
            Some(NumberKind::ResidencePermit)
        } else if self.0.starts_with('9') {
            Some(NumberKind::ForeignPermanentResident)
        } else {
            None
        };
        match other {
            Some(other) => {
                doubts.push(Issue::LooksLike { kind: Self::KIND, other }.with(Severity::Warn));
            }
            None => doubts.extend(person::region_doubts(Self::KIND, &self.0)),
        }
        doubts
    }

    fn known(&self, today: Date) -> Known {
        person::known(&self.0, today)
    }
}

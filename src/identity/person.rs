//! What the three numbers of GB 11643's shape share: a region or country, a birth
//! date, a sequence that tells the sex, and a check character.

use super::checksum::mod_11_2;
use super::issue::{Allowed, DateProblem, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Known, KnownRegion, Sex};
use super::number::{characters, length};
use super::region::Region;
use crate::date::Date;
use crate::finding::{Coded, Severity};

/// The digits of all but the check character, which can be X.
pub(super) const DIGITS: &[u8] = b"0123456789X";

/// Chosen by us: the oldest person whose age was proven reached 122 years.
const MOST_YEARS: u16 = 125;

/// People who were born earlier got their numbers when numbers came into use.
/// Source: the trial rules for resident identity cards of 1984-04-06.
const FIRST_NUMBERS: u16 = 1984;

/// Length, characters, birth date and check character.
pub(super) fn validate(kind: NumberKind, text: &str) -> Result<(), Issue> {
    length(kind, text, &[18])?;
    characters(kind, text, |i| if i == 17 { Allowed::DigitOrX } else { Allowed::Digit })?;
    let bytes = text.as_bytes();
    if Date::from_digits(&bytes[6..14]).is_none() {
        return Err(Issue::BirthDate { kind, problem: DateProblem::Impossible });
    }
    if mod_11_2(&bytes[..17]) != bytes[17] {
        return Err(Issue::CheckCharacter { kind });
    }
    Ok(())
}

/// Birth dates that the calendar has and a person cannot have had.
pub(super) fn age_doubts(kind: NumberKind, text: &str, today: Date) -> Option<Finding> {
    let born = birth_date(text)?;
    if today < born {
        let problem = DateProblem::Future;
        return Some(Issue::BirthDate { kind, problem }.with(Severity::Block));
    }
    if born.plus_years(MOST_YEARS) < today {
        let problem = DateProblem::TooLongAgo;
        return Some(Issue::BirthDate { kind, problem }.with(Severity::Warn));
    }
    None
}

/// A region that is in no table, or that was gone before the number can have been given.
pub(super) fn region_doubts(kind: NumberKind, text: &str) -> Option<Finding> {
    let Some(region) = region(text) else {
        return Some(Issue::RegionUnknown { kind }.with(Severity::Warn));
    };
    let year = region.retired()?;
    let numbered = birth_date(text)?.year().max(FIRST_NUMBERS);
    (year < numbered).then(|| Issue::RegionRetired { kind, year }.with(Severity::Warn))
}

/// What the number tells of the person.
pub(super) fn known(text: &str, today: Date) -> Known {
    let born = birth_date(text);
    let sequence = text.as_bytes().get(16);
    Known {
        birth_date: born,
        age: born.filter(|born| *born <= today).map(|born| born.age_on(today)),
        sex: sequence.map(|digit| if digit % 2 == 1 { Sex::Male } else { Sex::Female }),
        region: region(text).map(KnownRegion::from),
        ..Known::default()
    }
}

/// The birth date of a validated number.
pub(super) fn birth_date(text: &str) -> Option<Date> {
    Date::from_digits(text.as_bytes().get(6..14)?)
}

/// The region of the first six digits.
pub(super) fn region(text: &str) -> Option<Region> {
    Region::of(text.get(..6)?)
}

//! A day of the calendar, as forms and documents have it.
//!
//! There is no clock here: hosts pass `today` in, as the day in UTC+8.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::Month;

/// UTC+8 is so many milliseconds ahead.
const UTC_8: i64 = 8 * 60 * 60 * 1000;
const DAY: i64 = 24 * 60 * 60 * 1000;
/// 1970-01-01 as a Julian day.
const EPOCH: i64 = 2_440_588;
/// 0001-01-01, from 1970-01-01.
const FIRST: i64 = -719_162;
/// 9999-12-31, from 1970-01-01.
const LAST: i64 = 2_932_896;

/// A day. Written `YYYY-MM-DD`, in text as in JSON.
///
/// # Example
///
/// ```
/// use renzheng::date::Date;
///
/// let day: Date = "2024-02-29".parse().unwrap();
/// assert_eq!(day.plus_years(1).to_string(), "2025-02-28");
/// assert!(Date::new(2023, 2, 29).is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// The text is not a day, written as `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a day as YYYY-MM-DD")]
pub struct NotADate;

impl Date {
    /// The day of these numbers, if there is one, from the year 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        time::Date::from_calendar_date(i32::from(year), month, day).ok().map(Self)
    }

    /// The day of eight ASCII digits, `YYYYMMDD`.
    pub fn from_digits(digits: &[u8]) -> Option<Self> {
        if digits.len() != 8 {
            return None;
        }
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + u16::from(digit - b'0'))
            })
        };
        let month = u8::try_from(number(&digits[4..6])?).ok()?;
        let day = u8::try_from(number(&digits[6..])?).ok()?;
        Self::new(number(&digits[..4])?, month, day)
    }

    /// A day as people write it: `2024-2-9`, `2024.02.09`, `2024/2/9`, `20240209`,
    /// `2024年2月9日`, with spaces or in full-width digits.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = [String::new(), String::new(), String::new()];
        let mut part = 0;
        for c in text.trim().chars() {
            match c {
                '0'..='9' => parts[part].push(c),
                '\u{ff10}'..='\u{ff19}' => {
                    parts[part].push(char::from_u32(u32::from(c) - 0xfee0)?);
                }
                '\u{5e74}' | '\u{6708}' | '-' | '.' | '/' | '\u{ff0d}' | '\u{ff0e}'
                | '\u{ff0f}'
                    if part < 2 && !parts[part].is_empty() =>
                {
                    part += 1;
                }
                // The character for day, at the end.
                '\u{65e5}' if part == 2 => {}
                c if c.is_whitespace() => {}
                _ => return None,
            }
        }
        let [year, month, day] = &parts;
        match part {
            0 => Self::from_digits(year.as_bytes()),
            2 if year.len() == 4 => {
                Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
            }
            _ => None,
        }
    }

    /// The day in UTC+8 of a moment in Unix milliseconds; the calendar's first or last
    /// day outside of it.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::date::Date;
    ///
    /// let day = Date::of_millis(1_790_179_200_000);
    /// assert_eq!(day.to_string(), "2026-09-24");
    /// assert_eq!(Date::of_millis(day.end_millis()).to_string(), "2026-09-25");
    /// ```
    pub fn of_millis(millis: i64) -> Self {
        let days = millis.saturating_add(UTC_8).div_euclid(DAY).clamp(FIRST, LAST);
        // Within the calendar, so neither conversion can fail.
        let julian = i32::try_from(days + EPOCH).unwrap_or(i32::MAX);
        Self(time::Date::from_julian_day(julian).unwrap_or(time::Date::MAX))
    }

    /// The moment at which the day ends, 24:00 in UTC+8, in Unix milliseconds.
    pub fn end_millis(self) -> i64 {
        (i64::from(self.0.to_julian_day()) - EPOCH + 1) * DAY - UTC_8
    }

    /// The year.
    pub fn year(self) -> u16 {
        // Made from a `u16`; sums of years are kept within it.
        u16::try_from(self.0.year()).unwrap_or(u16::MAX)
    }

    /// Whether it is a 29 February.
    pub fn is_leap_day(self) -> bool {
        self.0.month() == Month::February && self.0.day() == 29
    }

    /// How many birthdays somebody born on this day has had on `today`.
    pub fn age_on(self, today: Self) -> u16 {
        let years = today.year().saturating_sub(self.year());
        let had_birthday = self.plus_years(years) <= today;
        if had_birthday { years } else { years.saturating_sub(1) }
    }

    /// The same day so many years later; the last of February where the 29th is
    /// missing; the calendar's last day behind its end.
    #[must_use]
    pub fn plus_years(self, years: u16) -> Self {
        let year = i32::from(self.year()) + i32::from(years);
        let moved = self.0.replace_year(year).or_else(|_| {
            time::Date::from_calendar_date(year, self.0.month(), self.0.day().min(28))
        });
        Self(moved.unwrap_or(time::Date::MAX))
    }

    /// The day so many days later; the calendar's last day behind its end.
    #[must_use]
    pub fn plus_days(self, days: u16) -> Self {
        Self(self.0.saturating_add(time::Duration::days(i64::from(days))))
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let bytes = text.as_bytes();
        let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = bytes else { return Err(NotADate) };
        Self::from_digits(&[y0, y1, y2, y3, m0, m1, d0, d1]).ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.year(), u8::from(self.0.month()), self.0.day());
        let digit = |number: u16| char::from_digit(u32::from(number % 10), 10).unwrap_or('0');
        for place in [1_000, 100, 10, 1] {
            f.write_char(digit(year / place))?;
        }
        for number in [month, day].map(u16::from) {
            f.write_char('-')?;
            f.write_char(digit(number / 10))?;
            f.write_char(digit(number))?;
        }
        Ok(())
    }
}

/// Prints no day: a birth date tells who somebody is.
impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Date(…)")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Date;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day as YYYY-MM-DD")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_people_write_is_read() {
        for text in [
            "2024-02-09",
            "2024-2-9",
            "2024.02.09",
            "2024/2/9",
            "20240209",
            "2024年2月9日",
            " 2024 年 02 月 09 日 ",
            "２０２４－０２－０９",
        ] {
            assert_eq!(
                Date::read(text).map(|day| day.to_string()),
                Some("2024-02-09".into()),
                "{text}"
            );
        }
        for text in [
            "",
            "2024",
            "2024-02",
            "2023-02-29",
            "24-2-9",
            "2024-13-01",
            "长期",
            "2024-02-09-1",
            "0000-01-01",
        ] {
            assert!(Date::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn an_age_changes_on_the_birthday() {
        for (born, today, age) in [
            ("2000-06-15", "2018-06-14", 17),
            ("2000-06-15", "2018-06-15", 18),
            ("2000-02-29", "2018-02-28", 18),
            ("2000-02-29", "2018-02-27", 17),
            ("2020-01-01", "2019-01-01", 0),
        ] {
            assert_eq!(day(born).age_on(day(today)), age, "{born} {today}");
        }
    }

    #[test]
    fn the_calendar_ends_without_a_crash() {
        let last = day("9999-12-31");
        assert_eq!(last.plus_years(20), last);
        assert_eq!(last.plus_days(1), last);
    }

    #[test]
    fn a_day_ends_at_midnight_in_china() {
        let midnight = 1_767_196_800_000; // 2026-01-01 00:00 in UTC+8
        assert_eq!(Date::of_millis(midnight), day("2026-01-01"));
        assert_eq!(Date::of_millis(midnight - 1), day("2025-12-31"));
        assert_eq!(day("2025-12-31").end_millis(), midnight);
        assert_eq!(Date::of_millis(i64::MAX), day("9999-12-31"));
        assert_eq!(Date::of_millis(i64::MIN), day("0001-01-01"));
        assert_eq!(Date::of_millis(day("9999-12-31").end_millis() - 1), day("9999-12-31"));
    }

    #[test]
    fn the_text_is_strict() {
        for text in ["2024-2-9", "20240209", "2024-02-30", "+024-02-03", "2024-02-09 "] {
            assert_eq!(text.parse::<Date>(), Err(NotADate), "{text}");
        }
    }
}

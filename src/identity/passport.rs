//! Passports: the Chinese forms are known, all others are taken as they come.

use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Form, Issued, Known};
use super::number::{Number, characters, length, number_type};
use crate::date::Date;
use crate::finding::{Coded, Severity};

/// ICAO Doc 9303 gives the number nine places; longer ones are continued elsewhere in
/// the machine-readable lines. Fewer than five are not known.
const LENGTHS: [usize; 10] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
const ICAO_LENGTH: usize = 9;

number_type! {
    /// The number of a passport.
    Passport
}

impl Passport {
    /// Which passport it is, by its form.
    ///
    /// Sources: for the Chinese forms the Exit and Entry Administration's numbering as
    /// quoted in public guides; `E` and eight digits until 2017-04-05, then `E`, a letter
    /// other than I and O, and seven digits.
    pub fn form(&self) -> Form {
        let is_digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
        match self.0.as_bytes() {
            [b'E' | b'G', rest @ ..] | [b'1', b'4' | b'5', rest @ ..]
                if self.0.len() == 9 && is_digits(rest) =>
            {
                Form::OrdinaryPassport
            }
            [b'E', letter, rest @ ..]
                if is_serial_letter(*letter) && rest.len() == 7 && is_digits(rest) =>
            {
                Form::OrdinaryPassport
            }
            [b'P' | b'S' | b'D', b'E', rest @ ..] if rest.len() == 7 && is_digits(rest) => {
                Form::OfficialPassport
            }
            [b'P' | b'S' | b'D', rest @ ..] if matches!(rest.len(), 7 | 8) && is_digits(rest) => {
                Form::OfficialPassport
            }
            [b'K', rest @ ..] if rest.len() == 8 && is_digits(rest) => Form::HongKongPassport,
            [b'M', b'A', rest @ ..] if rest.len() == 7 && is_digits(rest) => Form::MacaoPassport,
            _ => Form::OtherPassport,
        }
    }

    /// One letter off a Chinese form, longer than a machine reads, or without a digit.
    fn is_unusual(&self) -> bool {
        let nearly_chinese = matches!(
            self.0.as_bytes(),
            [b'E', b'I' | b'O', rest @ ..] if rest.len() == 7 && rest.iter().all(u8::is_ascii_digit)
        );
        nearly_chinese || ICAO_LENGTH < self.0.len() || !self.0.bytes().any(|c| c.is_ascii_digit())
    }
}

fn is_serial_letter(c: u8) -> bool {
    c.is_ascii_uppercase() && !matches!(c, b'I' | b'O')
}

impl Number for Passport {
    const KIND: NumberKind = NumberKind::Passport;

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &LENGTHS)?;
        characters(Self::KIND, normalized, |_| Allowed::LetterOrDigit)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        if !self.is_unusual() {
            return Vec::new();
        }
        vec![Issue::Unusual { kind: Self::KIND }.with(Severity::Warn)]
    }

    fn known(&self, _today: Date) -> Known {
        let form = self.form();
        let change = Date::new(2017, 4, 5);
        let issued = match self.0.as_bytes() {
            [b'E', letter, ..] if form == Form::OrdinaryPassport => {
                Some(if letter.is_ascii_digit() {
                    Issued { from: None, until: change }
                } else {
                    Issued { from: change, until: None }
                })
            }
            _ => None,
        };
        Known { form: Some(form), issued, ..Known::default() }
    }
}

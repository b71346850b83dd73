//! Mainland travel permit for residents of Taiwan (台湾居民来往大陆通行证, 台胞证):
//! eight digits for life since 2008-09-25, before that two more that count renewals and
//! a letter of the issuing office.
//! Source: National Immigration Administration's magazine 2020-021, page 36.

use super::issue::{Allowed, Issue};
use super::kind::NumberKind;
use super::known::{Form, Known, KnownRegion};
use super::number::{Number, characters, length, number_type};
use super::region::Region;
use super::typed::compact;
use crate::date::Date;

const FOR_LIFE: usize = 8;

number_type! {
    /// The number of a Taiwan compatriot permit.
    TaiwanPermit
}

impl Number for TaiwanPermit {
    const KIND: NumberKind = NumberKind::TaiwanPermit;

    /// The letter of the office stands in brackets.
    fn normalize(text: &str) -> String {
        let mut number = compact(text);
        number.retain(|c| !matches!(c, '(' | ')'));
        number
    }

    /// The eight digits for life of the older form.
    fn upgrade(normalized: &str) -> Option<String> {
        let digits =
            normalized.strip_suffix(|c: char| c.is_ascii_uppercase()).unwrap_or(normalized);
        let is_old = digits.len() == 10 && digits.bytes().all(|c| c.is_ascii_digit());
        is_old.then(|| digits.chars().take(FOR_LIFE).collect())
    }

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &[FOR_LIFE])?;
        characters(Self::KIND, normalized, |_| Allowed::Digit)
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn known(&self, _today: Date) -> Known {
        let region = Region::of("830000").map(KnownRegion::from);
        Known { region, form: Some(Form::ForLife), ..Known::default() }
    }
}

//! Mainland travel permit for residents of Hong Kong and Macao (港澳居民来往内地通行证,
//! 回乡证): H or M and eight digits for life, on older cards two more that count renewals.
//! Source: Ministry of Public Security, 2010-03-10, on the numbering since 1999.

use super::issue::{Allowed, Issue};
use super::kind::NumberKind;
use super::known::{Form, Known, KnownRegion};
use super::number::{Number, characters, length, number_type};
use super::region::Region;
use crate::date::Date;

const FOR_LIFE: usize = 9;
const WITH_RENEWALS: usize = 11;

number_type! {
    /// The number of a home-return permit.
    HomeReturnPermit
}

impl Number for HomeReturnPermit {
    const KIND: NumberKind = NumberKind::HomeReturnPermit;

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &[FOR_LIFE, WITH_RENEWALS])?;
        characters(Self::KIND, normalized, |i| if i == 0 { Allowed::HOrM } else { Allowed::Digit })
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn known(&self, _today: Date) -> Known {
        let region = Region::of(if self.0.starts_with('H') { "810000" } else { "820000" });
        let form = if self.0.len() == FOR_LIFE { Form::ForLife } else { Form::WithRenewals };
        Known { region: region.map(KnownRegion::from), form: Some(form), ..Known::default() }
    }
}

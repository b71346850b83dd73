//! Taxpayer identification number (纳税人识别号): a credit code or a resident ID number
//! of 18, or an older one of 15, 17 or 20 characters.
//! Source: the lengths are those of `invoice_info.electronic.id` of `/wxa/sec/wxaauth`.

use super::checksum::CREDIT_CODE;
use super::credit_code::CreditCode;
use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Form, Known};
use super::number::{Number, characters, length, number_type};
use super::person;
use crate::date::Date;

const LENGTHS: [usize; 4] = [15, 17, 18, 20];

number_type! {
    /// A taxpayer number.
    TaxpayerNumber
}

impl TaxpayerNumber {
    /// Where the number comes from.
    pub fn form(&self) -> Form {
        match self.0.len() {
            18 if CreditCode::validate(&self.0).is_ok() => Form::CreditCode,
            // A person's number, also with two characters behind it for a second trade.
            18 | 20 => Form::ResidentId,
            _ => Form::TaxRegistration,
        }
    }

    fn credit_code(&self) -> Option<CreditCode> {
        (self.form() == Form::CreditCode).then(|| CreditCode::wrap(self.0.clone()))
    }
}

impl Number for TaxpayerNumber {
    const KIND: NumberKind = NumberKind::TaxpayerNumber;
    const SLIPS: &'static [u8] = CREDIT_CODE;

    fn validate(normalized: &str) -> Result<(), Issue> {
        let kind = Self::KIND;
        length(kind, normalized, &LENGTHS)?;
        characters(kind, normalized, |_| Allowed::LetterOrDigit)?;
        if normalized.len() != 18 {
            return Ok(());
        }
        CreditCode::validate(normalized)
            .or_else(|issue| person::validate(kind, normalized).map_err(|_| issue))
            .map_err(|issue| issue.about(kind))
    }

    fn is_correction(normalized: &str) -> bool {
        CreditCode::is_correction(normalized) || person::validate(Self::KIND, normalized).is_ok()
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, today: Date) -> Vec<Finding> {
        let doubts = self.credit_code().map(|code| code.doubts(today)).unwrap_or_default();
        let about = |doubt: Finding| Finding { issue: doubt.issue.about(Self::KIND), ..doubt };
        doubts.into_iter().map(about).collect()
    }

    fn known(&self, today: Date) -> Known {
        let known = self.credit_code().map(|code| code.known(today)).unwrap_or_default();
        Known { form: Some(self.form()), ..known }
    }
}

//! From text as typed to findings and what is known.

use serde::Serialize;

use super::issue::{Finding, Issue};
use super::kind::NumberKind;
use super::known::Known;
use super::number::Number;
use super::region::Region;
use super::suggest::suggest;
use super::{
    BankCard, CreditCode, Email, ForeignPermanentResident, HomeReturnPermit, Mobile,
    OrganizationCode, Passport, RegistrationNumber, ResidencePermit, ResidentId, TaiwanPermit,
    TaxpayerNumber, email,
};
use crate::date::Date;
use crate::finding::{Coded, Severity, is_ok, sort_by};

/// The answer about a number.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// Whether nothing blocks.
    pub ok: bool,
    /// The number as it is read: without separators, in ASCII, in its present form.
    pub normalized: String,
    /// What was found, the most important first.
    pub findings: Vec<Finding>,
    /// What the number tells; empty where it does not hold.
    pub known: Known,
}

/// Prints how many findings there are, and nothing of the number.
impl std::fmt::Debug for Checked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Checked({}, {:?})", self.ok, self.findings)
    }
}

/// Calls a function of the type that stands behind a kind.
macro_rules! dispatch {
    ($kind:expr, $function:ident($($argument:expr),*)) => {
        match $kind {
            NumberKind::ResidentId => $function::<ResidentId>($($argument),*),
            NumberKind::ResidencePermit => $function::<ResidencePermit>($($argument),*),
            NumberKind::ForeignPermanentResident => $function::<ForeignPermanentResident>($($argument),*),
            NumberKind::CreditCode => $function::<CreditCode>($($argument),*),
            NumberKind::OrganizationCode => $function::<OrganizationCode>($($argument),*),
            NumberKind::RegistrationNumber => $function::<RegistrationNumber>($($argument),*),
            NumberKind::Mobile => $function::<Mobile>($($argument),*),
            NumberKind::Passport => $function::<Passport>($($argument),*),
            NumberKind::HomeReturnPermit => $function::<HomeReturnPermit>($($argument),*),
            NumberKind::TaiwanPermit => $function::<TaiwanPermit>($($argument),*),
            NumberKind::Email => $function::<Email>($($argument),*),
            NumberKind::BankCard => $function::<BankCard>($($argument),*),
            NumberKind::TaxpayerNumber => $function::<TaxpayerNumber>($($argument),*),
        }
    };
}

/// Checks a number as it was typed.
///
/// # Example
///
/// ```
/// use renzheng::identity::{self, NumberKind};
///
/// let today = "2026-11-24".parse().unwrap();
/// // The example of GB 11643-1999.
/// let checked = identity::check(NumberKind::ResidentId, "110105 19491231 002x", today);
/// assert!(checked.ok);
/// assert_eq!(checked.normalized, "11010519491231002X");
/// assert_eq!(checked.known.age, Some(76));
/// ```
pub fn check(kind: NumberKind, text: &str, today: Date) -> Checked {
    dispatch!(kind, check_as(text, today))
}

/// The number as it is read: without separators, in ASCII, in its present form. Whether
/// it holds is not asked.
pub fn normalize(kind: NumberKind, text: &str) -> String {
    fn normalized<N: Number>(text: &str) -> String {
        let typed = N::normalize(text);
        N::upgrade(&typed).unwrap_or(typed)
    }
    dispatch!(kind, normalized(text))
}

/// What a number that does not hold may have been meant to be, the likeliest first.
/// Each one holds. Empty where the number holds already, or nothing close does.
///
/// # Example
///
/// ```
/// use renzheng::identity::{self, NumberKind};
///
/// // The example of GB 32100-2015 with an O for a 0.
/// let meant = identity::suggest(NumberKind::CreditCode, "9135O100M000100Y43");
/// assert_eq!(meant[0], "91350100M000100Y43");
/// ```
pub fn suggest_number(kind: NumberKind, text: &str) -> Vec<String> {
    match kind {
        NumberKind::ResidentId => suggest::<ResidentId>(text, is_person_plausible),
        NumberKind::ResidencePermit => suggest::<ResidencePermit>(text, is_born_lately),
        NumberKind::ForeignPermanentResident => {
            suggest::<ForeignPermanentResident>(text, is_born_lately)
        }
        NumberKind::CreditCode => suggest::<CreditCode>(text, is_code_plausible),
        NumberKind::OrganizationCode => suggest::<OrganizationCode>(text, |_| true),
        NumberKind::RegistrationNumber => {
            suggest::<RegistrationNumber>(text, |number| Region::of(&number[..6]).is_some())
        }
        NumberKind::BankCard => suggest::<BankCard>(text, |_| true),
        NumberKind::TaxpayerNumber => suggest::<TaxpayerNumber>(text, is_code_plausible),
        NumberKind::Email => email::suggest(&Email::normalize(text)),
        NumberKind::Mobile
        | NumberKind::Passport
        | NumberKind::HomeReturnPermit
        | NumberKind::TaiwanPermit => Vec::new(),
    }
}

fn is_person_plausible(number: &str) -> bool {
    Region::of(&number[..6]).is_some() && is_born_lately(number)
}

/// Without a clock: in the last century or this one's first half.
fn is_born_lately(number: &str) -> bool {
    number.len() != 18
        || ["19", "200", "201", "202", "203"].iter().any(|years| number[6..].starts_with(years))
}

fn is_code_plausible(code: &str) -> bool {
    code.len() == 18
        && Region::of(&code[2..8]).is_some()
        && CreditCode::parse(code).is_ok_and(|code| code.category().is_some())
}

fn check_as<N: Number>(text: &str, today: Date) -> Checked {
    let typed = N::normalize(text);
    let upgraded = N::upgrade(&typed);
    let is_obsolete = upgraded.is_some();
    let normalized = upgraded.unwrap_or(typed);
    if let Err(issue) = N::validate(&normalized) {
        let mut findings = vec![issue.with(Severity::Block)];
        if let Some(other) = looks_like(N::KIND, &normalized) {
            findings.push(Issue::LooksLike { kind: N::KIND, other }.with(Severity::Info));
        }
        return Checked { ok: false, normalized, findings, known: Known::default() };
    }
    let number = N::wrap(normalized.clone());
    let mut findings = number.doubts(today);
    if is_obsolete {
        findings.push(Issue::Obsolete { kind: N::KIND }.with(Severity::Warn));
    }
    sort_by(&mut findings, |finding| finding.severity);
    Checked { ok: is_ok(&findings), normalized, findings, known: number.known(today) }
}

/// The kind that the number would be a good one of. Only kinds whose check
/// character, or whose shape, makes chance unlikely are asked.
fn looks_like(kind: NumberKind, normalized: &str) -> Option<NumberKind> {
    type Holds = fn(&str) -> bool;
    const ASKED: [(NumberKind, Holds); 8] = [
        (NumberKind::ResidencePermit, |text| ResidencePermit::validate(text).is_ok()),
        (NumberKind::ForeignPermanentResident, |text| {
            text.len() == 18 && ForeignPermanentResident::validate(text).is_ok()
        }),
        (NumberKind::ResidentId, |text| {
            ResidentId::validate(text).is_ok() && is_person_plausible(text)
        }),
        (NumberKind::CreditCode, |text| {
            CreditCode::parse(text).is_ok_and(|code| code.category().is_some())
        }),
        (NumberKind::HomeReturnPermit, |text| HomeReturnPermit::validate(text).is_ok()),
        (NumberKind::Mobile, |text| Mobile::validate(text).is_ok()),
        (NumberKind::RegistrationNumber, |text| RegistrationNumber::is_correction(text)),
        (NumberKind::Email, |text| Email::validate(text).is_ok()),
    ];
    ASKED.iter().find(|(other, holds)| *other != kind && holds(normalized)).map(|(other, _)| *other)
}

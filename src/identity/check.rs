//! From text as typed to findings and what is known.

use serde::Serialize;

use super::issue::{Finding, Issue};
use super::kind::NumberKind;
use super::known::Known;
use super::number::Number;
use super::suggest::suggest;
use super::{
    BankCard, CreditCode, Email, ForeignPermanentResident, HomeReturnPermit, Mobile,
    OrganizationCode, Passport, RegistrationNumber, ResidencePermit, ResidentId, TaiwanPermit,
    TaxpayerNumber, credit_code, email, person,
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

/// The rules of a kind as values, so that what is done with them is compiled once.
struct Rules {
    normalize: fn(&str) -> String,
    upgrade: fn(&str) -> Option<String>,
    validate: fn(&str) -> Result<(), Issue>,
    /// What to look at, and what is known, of what was validated.
    tell: fn(String, Date) -> (Vec<Finding>, Known),
}

impl Rules {
    const fn of<N: Number>() -> Self {
        Self {
            normalize: N::normalize,
            upgrade: N::upgrade,
            validate: N::validate,
            tell: |validated, today| {
                let number = N::wrap(validated);
                (number.doubts(today), number.known(today))
            },
        }
    }

    const fn for_kind(kind: NumberKind) -> Self {
        match kind {
            NumberKind::ResidentId => Self::of::<ResidentId>(),
            NumberKind::ResidencePermit => Self::of::<ResidencePermit>(),
            NumberKind::ForeignPermanentResident => Self::of::<ForeignPermanentResident>(),
            NumberKind::CreditCode => Self::of::<CreditCode>(),
            NumberKind::OrganizationCode => Self::of::<OrganizationCode>(),
            NumberKind::RegistrationNumber => Self::of::<RegistrationNumber>(),
            NumberKind::Mobile => Self::of::<Mobile>(),
            NumberKind::Passport => Self::of::<Passport>(),
            NumberKind::HomeReturnPermit => Self::of::<HomeReturnPermit>(),
            NumberKind::TaiwanPermit => Self::of::<TaiwanPermit>(),
            NumberKind::Email => Self::of::<Email>(),
            NumberKind::BankCard => Self::of::<BankCard>(),
            NumberKind::TaxpayerNumber => Self::of::<TaxpayerNumber>(),
        }
    }
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
    let rules = Rules::for_kind(kind);
    let typed = (rules.normalize)(text);
    let upgraded = (rules.upgrade)(&typed);
    let is_obsolete = upgraded.is_some();
    let normalized = upgraded.unwrap_or(typed);
    if let Err(issue) = (rules.validate)(&normalized) {
        let mut findings = vec![issue.with(Severity::Block)];
        if let Some(other) = looks_like(kind, &normalized) {
            findings.push(Issue::LooksLike { kind, other }.with(Severity::Info));
        }
        return Checked { ok: false, normalized, findings, known: Known::default() };
    }
    let (mut findings, known) = (rules.tell)(normalized.clone(), today);
    if is_obsolete {
        findings.push(Issue::Obsolete { kind }.with(Severity::Warn));
    }
    sort_by(&mut findings, |finding| finding.severity);
    Checked { ok: is_ok(&findings), normalized, findings, known }
}

/// The number as it is read: without separators, in ASCII, in its present form. Whether
/// it holds is not asked.
pub fn normalize(kind: NumberKind, text: &str) -> String {
    let rules = Rules::for_kind(kind);
    let typed = (rules.normalize)(text);
    (rules.upgrade)(&typed).unwrap_or(typed)
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
            suggest::<RegistrationNumber>(text, |number| person::region(number).is_some())
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
    person::region(number).is_some() && is_born_lately(number)
}

/// Without a clock: in the last century or this one's first half.
fn is_born_lately(number: &str) -> bool {
    number.len() != 18
        || ["19", "200", "201", "202", "203"]
            .iter()
            .any(|years| number.get(6..).is_some_and(|born| born.starts_with(years)))
}

fn is_code_plausible(code: &str) -> bool {
    code.len() == 18
        && credit_code::region(code).is_some()
        && CreditCode::parse(code).is_ok_and(|code| code.category().is_some())
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

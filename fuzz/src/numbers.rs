//! Numbers of people and organizations, as they are typed.
//!
//! The first byte says which kind, the rest is the text.

use renzheng::date::Date;
use renzheng::finding::Severity;
use renzheng::identity::{
    self, BankCard, CreditCode, Email, ForeignPermanentResident, HomeReturnPermit, Issue, Mobile,
    NumberKind, OrganizationCode, Passport, RegistrationNumber, ResidencePermit, ResidentId,
    TaiwanPermit, TaxpayerNumber,
};

use super::{has_words, memory, text_of};

pub fn run(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kind = NumberKind::ALL[usize::from(*first) % NumberKind::ALL.len()];
    let text = text_of(rest);
    let most = (256 << 10) + 64 * text.len() as u64;
    memory::within(most, || holds(kind, &text));
}

fn holds(kind: NumberKind, text: &str) {
    let today: Date = "2026-11-24".parse().expect("a day");
    let checked = identity::check(kind, text, today);
    assert_eq!(checked, identity::check(kind, text, today), "twice the same");
    serde_json::to_string(&checked).expect("it can be written");
    let blocks = checked.findings.iter().any(|finding| finding.severity == Severity::Block);
    assert_eq!(checked.ok, !blocks);
    let normalized = checked.normalized.as_str();
    assert_eq!(identity::normalize(kind, text), normalized);
    assert_eq!(identity::normalize(kind, normalized), normalized, "it is read already");
    assert_eq!(identity::check(kind, normalized, today).ok, checked.ok, "as it is read");
    for finding in &checked.findings {
        has_words(finding);
        if let Issue::Character { position, .. } = finding.issue {
            let count = normalized.chars().count();
            assert!((1..=count).contains(&usize::from(position)), "{position} of {count}");
        }
    }

    let held = parsed(kind, text);
    if checked.ok {
        assert!(held.is_some(), "what is fine can be held");
    }
    let suggested = identity::suggest(kind, text);
    if let Some(number) = &held {
        assert_eq!(number, normalized);
        assert_eq!(parsed(kind, number).as_ref(), Some(number));
        assert!(check_character_holds(kind, number), "its check character says no");
        if kind != NumberKind::Email {
            assert!(suggested.is_empty(), "what holds was meant");
        }
    } else {
        assert!(!checked.ok);
        assert_eq!(serde_json::to_string(&checked.known).expect("written"), "{}");
    }
    if kind != NumberKind::Email {
        for meant in &suggested {
            assert!(parsed(kind, meant).is_some(), "what is offered holds");
        }
    }
}

/// The number that a text is, if it is one.
fn parsed(kind: NumberKind, text: &str) -> Option<String> {
    macro_rules! number {
        ($kind:ty) => {
            <$kind>::parse(text).map(|number| number.as_str().to_owned())
        };
    }
    let number = match kind {
        NumberKind::ResidentId => number!(ResidentId),
        NumberKind::ResidencePermit => number!(ResidencePermit),
        NumberKind::ForeignPermanentResident => number!(ForeignPermanentResident),
        NumberKind::CreditCode => number!(CreditCode),
        NumberKind::OrganizationCode => number!(OrganizationCode),
        NumberKind::RegistrationNumber => number!(RegistrationNumber),
        NumberKind::Mobile => number!(Mobile),
        NumberKind::Passport => number!(Passport),
        NumberKind::HomeReturnPermit => number!(HomeReturnPermit),
        NumberKind::TaiwanPermit => number!(TaiwanPermit),
        NumberKind::Email => number!(Email),
        NumberKind::BankCard => number!(BankCard),
        NumberKind::TaxpayerNumber => number!(TaxpayerNumber),
    };
    number.ok()
}

/// By the formulas of the standards, with their weights written out.
fn check_character_holds(kind: NumberKind, number: &str) -> bool {
    match kind {
        NumberKind::ResidentId | NumberKind::ResidencePermit => person_holds(number),
        NumberKind::ForeignPermanentResident => number.len() != 18 || person_holds(number),
        NumberKind::OrganizationCode => organization_holds(number),
        NumberKind::BankCard => luhn_holds(number),
        _ => true,
    }
}

/// GB 11643-1999.
fn person_holds(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = number.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    number.len() == 18 && "10X98765432".chars().nth(sum as usize % 11) == number.chars().nth(17)
}

/// GB 11714-1997.
fn organization_holds(code: &str) -> bool {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = code.chars().filter_map(|c| c.to_digit(36));
    let sum: u32 = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    code.len() == 9 && "0X987654321".chars().nth(sum as usize % 11) == code.chars().nth(8)
}

/// ISO/IEC 7812-1.
fn luhn_holds(card: &str) -> bool {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let digits = card.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
    digits.map(|(i, digit)| if i % 2 == 1 { doubled(digit) } else { digit }).sum::<u32>() % 10 == 0
}

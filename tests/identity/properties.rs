//! What holds for every number: it parses again as it is written, a slip is caught where
//! the standard guarantees it, each suggestion holds, and no text makes the check fall over.

use std::collections::BTreeSet;

use fastrand::Rng;
use renzheng::finding::{Coded, Severity};
use renzheng::identity::{
    self, BankCard, CreditCode, Email, ForeignPermanentResident, HomeReturnPermit, Issue, Mobile,
    NumberKind, OrganizationCode, Passport, RegistrationNumber, ResidencePermit, ResidentId,
    TaiwanPermit, TaxpayerNumber,
};

use crate::generate::{self, CHECKED};
use crate::{GOOD, check, codes, numbers};

/// What a parsed number says that it is.
fn parsed(kind: NumberKind, text: &str) -> Result<String, Issue> {
    macro_rules! parse {
        ($type:ident) => {
            $type::parse(text).map(|number| {
                assert_eq!(text.parse::<$type>().as_ref(), Ok(&number));
                assert_eq!(format!("{number:?}"), concat!(stringify!($type), "(…)"));
                number.as_str().to_owned()
            })
        };
    }
    match kind {
        NumberKind::ResidentId => parse!(ResidentId),
        NumberKind::ResidencePermit => parse!(ResidencePermit),
        NumberKind::ForeignPermanentResident => parse!(ForeignPermanentResident),
        NumberKind::CreditCode => parse!(CreditCode),
        NumberKind::OrganizationCode => parse!(OrganizationCode),
        NumberKind::RegistrationNumber => parse!(RegistrationNumber),
        NumberKind::Mobile => parse!(Mobile),
        NumberKind::Passport => parse!(Passport),
        NumberKind::HomeReturnPermit => parse!(HomeReturnPermit),
        NumberKind::TaiwanPermit => parse!(TaiwanPermit),
        NumberKind::Email => parse!(Email),
        NumberKind::BankCard => parse!(BankCard),
        NumberKind::TaxpayerNumber => parse!(TaxpayerNumber),
    }
}

#[test]
fn what_was_parsed_parses_again() {
    let mut rng = Rng::with_seed(3);
    for kind in NumberKind::ALL {
        for _ in 0..500 {
            let (number, _) = generate::number(kind, &mut rng);
            assert_eq!(parsed(kind, &number).as_ref(), Ok(&number), "{kind:?}");
            assert_eq!(identity::normalize(kind, &number), number);
            // As people type it, which an address of e-mail does not take.
            if kind != NumberKind::Email {
                let typed = number.chars().flat_map(|c| [full_width(c), '\u{200b}', ' ', '-']);
                let typed: String = typed.collect();
                assert_eq!(parsed(kind, &typed.to_lowercase()), Ok(number), "{kind:?}");
            }
        }
    }
}

fn full_width(c: char) -> char {
    char::from_u32(u32::from(c) + 0xfee0).unwrap()
}

/// Codes of the early class are let through whatever their check character says.
fn is_caught(kind: NumberKind, text: &str) -> bool {
    let found = check(kind, text);
    !found.ok || codes(&found).contains(&"number.known-exception")
}

#[test]
fn one_changed_character_is_caught_where_the_standard_guarantees_it() {
    let mut rng = Rng::with_seed(1);
    let mut slips = 0;
    for kind in CHECKED {
        for _ in 0..100 {
            let (number, alphabet) = generate::number(kind, &mut rng);
            for i in 0..number.len() {
                for c in alphabet.bytes().filter(|c| *c != number.as_bytes()[i]) {
                    let mut changed = number.clone().into_bytes();
                    changed[i] = c;
                    let changed = String::from_utf8(changed).unwrap();
                    // GB 11714 sums values of 0 to 35 modulo 11, and takes three or four
                    // characters for one another: 0, B, M and X, and so on.
                    let is_blind = kind == NumberKind::OrganizationCode
                        && i < 8
                        && value(number.as_bytes()[i]) % 11 == value(c) % 11;
                    assert_eq!(is_caught(kind, &changed), !is_blind, "{kind:?}, place {i}");
                    slips += 1;
                }
            }
        }
    }
    println!("{slips} changed characters");
}

fn value(c: u8) -> u8 {
    if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 }
}

#[test]
fn neighbors_that_change_places_are_caught_where_the_standard_guarantees_it() {
    let mut rng = Rng::with_seed(6);
    let mut slips = 0;
    for kind in CHECKED {
        for _ in 0..1_000 {
            let (number, _) = generate::number(kind, &mut rng);
            let bytes = number.as_bytes();
            for i in (1..bytes.len()).filter(|i| bytes[i - 1] != bytes[*i]) {
                let mut changed = bytes.to_vec();
                changed.swap(i - 1, i);
                let changed = String::from_utf8(changed).unwrap();
                let distance = value(bytes[i]).abs_diff(value(bytes[i - 1]));
                let caught = is_caught(kind, &changed);
                match kind {
                    // Luhn's rule cannot tell 09 from 90, and tells all others.
                    NumberKind::BankCard => assert_eq!(caught, distance != 9, "place {i}"),
                    // MOD 11,10 misses some swaps of digits that follow one another, 9 and 0 too.
                    NumberKind::RegistrationNumber => {
                        assert!(caught || matches!(distance, 1 | 9), "place {i}");
                    }
                    // Letters and digits that are one value modulo 11; and the X of the check is
                    // 10, the letter X is 33.
                    NumberKind::OrganizationCode => {
                        let is_blind =
                            distance.is_multiple_of(11) || (i == 8 && bytes[7..].contains(&b'X'));
                        assert!(caught || is_blind, "place {i}");
                    }
                    _ => assert!(caught, "{kind:?}, place {i}"),
                }
                slips += 1;
            }
        }
    }
    println!("{slips} swaps");
}

#[test]
fn what_was_meant_is_among_the_suggestions_and_each_holds() {
    let mut rng = Rng::with_seed(2);
    let mut offered = 0;
    for kind in NumberKind::ALL {
        for _ in 0..150 {
            let (number, alphabet) = generate::number(kind, &mut rng);
            let mut slip = number.clone().into_bytes();
            let i = rng.usize(1..slip.len());
            if rng.bool() {
                slip.swap(i - 1, i);
            } else {
                slip[i] = alphabet.as_bytes()[rng.usize(..alphabet.len())];
            }
            let slip = String::from_utf8(slip).unwrap();
            let suggestions = identity::suggest(kind, &slip);
            for meant in &suggestions {
                assert_eq!(parsed(kind, meant).as_ref(), Ok(meant));
                let found = check(kind, meant);
                let blocks: Vec<_> =
                    found.findings.iter().filter(|f| f.severity == Severity::Block).collect();
                // Without a clock, a birth date in the future cannot be told.
                assert!(blocks.is_empty() || blocks[0].code() == "number.birth-date", "{blocks:?}");
            }
            if CHECKED.contains(&kind) && !check(kind, &slip).ok {
                assert!(suggestions.contains(&number), "{kind:?}");
            }
            offered += suggestions.len();
        }
    }
    println!("{offered} suggestions");
}

/// One million random and mutated strings; `--nocapture` prints the count. Nothing is said
/// of a number that the table of fixtures does not have for its kind.
#[test]
fn no_input_panics_and_nothing_is_said_that_has_no_fixture() {
    const WORDS: [&str; 14] = [
        "１", "\u{200b}", "@", "·", "𠮷", "é", "\u{0}", "长期", "9135", "X", "+86", ".", "NA",
        "M000",
    ];
    let typed: Vec<&str> = GOOD
        .iter()
        .map(|(_, typed, _)| *typed)
        .chain(numbers::FIXTURES.iter().map(|(.., text)| *text))
        .chain(numbers::GOOD.iter().map(|(_, text)| *text))
        .collect();
    let mut said = BTreeSet::new();
    let mut rng = Rng::with_seed(4);
    let (mut runs, mut texts) = (0_u32, 0_u32);
    while runs < 1_000_000 {
        let mut text: String = match rng.u8(..8) {
            0 => (0..rng.usize(..24)).map(|_| rng.char(..)).collect(),
            1 => (0..rng.usize(..24)).map(|_| char::from(rng.u8(..128))).collect(),
            2 => {
                let bytes: Vec<u8> = (0..rng.usize(..40)).map(|_| rng.u8(..)).collect();
                String::from_utf8_lossy(&bytes).into_owned()
            }
            3 | 4 => generate::number(NumberKind::ALL[rng.usize(..13)], &mut rng).0,
            _ => typed[rng.usize(..typed.len())].to_owned(),
        };
        for _ in 0..rng.usize(..3) {
            let at = text.char_indices().map(|(i, _)| i).nth(rng.usize(..24)).unwrap_or(text.len());
            text.insert_str(at, WORDS[rng.usize(..WORDS.len())]);
        }
        texts += 1;
        for kind in NumberKind::ALL {
            let found = check(kind, &text);
            assert_eq!(found.ok, found.findings.iter().all(|f| f.severity != Severity::Block));
            said.extend(found.findings.iter().map(|finding| (kind.as_str(), finding.code())));
            runs += 1;
        }
        if texts.is_multiple_of(50) {
            for kind in NumberKind::ALL {
                let is_empty = parsed(kind, &text).is_ok();
                assert!(
                    !is_empty || identity::suggest(kind, &text).len() < 2,
                    "nothing to correct"
                );
            }
        }
    }
    let table = numbers::FIXTURES.iter().map(|(kind, code, _)| (kind.as_str(), *code)).collect();
    println!(
        "{runs} checks of {texts} texts said {} of {} things",
        said.len(),
        numbers::FIXTURES.len()
    );
    assert_eq!(said.difference(&table).collect::<Vec<_>>(), [] as [&(&str, &str); 0]);
}

#[test]
fn every_fixture_shows_its_finding() {
    for (kind, code, text) in numbers::FIXTURES {
        assert!(codes(&check(*kind, text)).contains(code), "{kind:?}: {code}");
    }
    for (kind, text) in numbers::GOOD {
        assert!(check(*kind, text).findings.is_empty(), "{kind:?}");
    }
    for code in Issue::CODES {
        assert!(numbers::FIXTURES.iter().any(|(_, known, _)| known == code), "{code}");
    }
    let issue = parsed(NumberKind::CreditCode, "9135").unwrap_err();
    assert_eq!(issue.code(), "number.length");
}

#[test]
fn long_text_is_answered_at_once() {
    let text = "1".repeat(2_000_000);
    for kind in NumberKind::ALL {
        assert!(!check(kind, &text).ok);
        assert!(identity::suggest(kind, &text).is_empty());
    }
}

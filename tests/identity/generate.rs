//! Numbers made up at random that hold, for each kind.

use fastrand::Rng;
use renzheng::identity::NumberKind;

use crate::{check, codes};

/// The characters of a credit code.
pub const CREDIT: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The kinds whose last character checks the others.
pub const CHECKED: [NumberKind; 8] = [
    NumberKind::ResidentId,
    NumberKind::ResidencePermit,
    NumberKind::ForeignPermanentResident,
    NumberKind::CreditCode,
    NumberKind::OrganizationCode,
    NumberKind::RegistrationNumber,
    NumberKind::BankCard,
    NumberKind::TaxpayerNumber,
];

/// A resident ID number of a region, a birth date and a sequence.
pub fn resident_id(region: &str, born: &str, sequence: &str) -> String {
    completed(NumberKind::ResidentId, &format!("{region}{born}{sequence}"), "0123456789X")
}

/// The text with the last character that makes it hold.
pub fn completed(kind: NumberKind, text: &str, alphabet: &str) -> String {
    let candidates = alphabet.chars().map(|c| format!("{text}{c}"));
    let good = |number: &String| {
        let found = check(kind, number);
        found.ok && !codes(&found).contains(&"number.known-exception")
    };
    candidates.into_iter().find(good).unwrap_or_else(|| panic!("{kind:?}: no check character"))
}

/// A normalized number that holds, and the characters that can stand in most of its places.
pub fn number(kind: NumberKind, rng: &mut Rng) -> (String, &'static str) {
    const DIGITS: &str = "0123456789";
    let (text, last, alphabet) = match kind {
        NumberKind::ResidentId => (of_person(rng, &REGIONS), "0123456789X", DIGITS),
        NumberKind::ResidencePermit => {
            (of_person(rng, &["810000", "820000", "830000"]), "0123456789X", DIGITS)
        }
        // Two digits of the province, three of the nationality.
        NumberKind::ForeignPermanentResident => {
            (of_person(rng, &["911840", "932682", "944392", "951826"]), "0123456789X", DIGITS)
        }
        NumberKind::CreditCode | NumberKind::TaxpayerNumber => {
            (format!("{}{}", one_of(rng, &STARTS), picked(rng, CREDIT, 9)), CREDIT, CREDIT)
        }
        NumberKind::OrganizationCode => (picked(rng, LETTERS, 8), "0123456789X", LETTERS),
        NumberKind::RegistrationNumber => {
            (format!("110108{}", picked(rng, DIGITS, 8)), DIGITS, DIGITS)
        }
        NumberKind::BankCard => (format!("62{}", picked(rng, DIGITS, 16)), DIGITS, DIGITS),
        NumberKind::Mobile => return (format!("13{}", picked(rng, DIGITS, 9)), DIGITS),
        NumberKind::Passport => return (format!("E{}", picked(rng, DIGITS, 8)), DIGITS),
        NumberKind::HomeReturnPermit => {
            return (format!("{}{}", one_of(rng, &["H", "M"]), picked(rng, DIGITS, 8)), DIGITS);
        }
        NumberKind::TaiwanPermit => return (picked(rng, DIGITS, 8), DIGITS),
        NumberKind::Email => {
            let domain = one_of(rng, &["example.com", "qq.com", "mail.example.cn"]);
            return (
                format!(
                    "{}@{domain}",
                    picked(rng, "abcdxyz0189.-_", 1).replace('.', "a")
                        + &picked(rng, "abcdxyz0189-_", 6)
                ),
                "abcdxyz0189-_",
            );
        }
    };
    (completed(kind, &text, last), alphabet)
}

const LETTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const REGIONS: [&str; 4] = ["110105", "350100", "440305", "512501"];
const STARTS: [&str; 5] = ["91440300", "92440300", "12440300", "51440300", "A1440300"];

fn of_person(rng: &mut Rng, starts: &[&str]) -> String {
    let born = format!("{}{:02}{:02}", rng.u16(1950..2020), rng.u8(1..13), rng.u8(1..29));
    format!("{}{born}{}", one_of(rng, starts), picked(rng, "0123456789", 3))
}

fn one_of<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    all[rng.usize(..all.len())]
}

fn picked(rng: &mut Rng, alphabet: &str, count: usize) -> String {
    (0..count).map(|_| char::from(alphabet.as_bytes()[rng.usize(..alphabet.len())])).collect()
}

//! One field by itself.

use super::application::Application;
use super::check::Findings;
use super::field::Field;
use super::issue::FormIssue;
use super::profile::FormProfile;
use super::requirement::{FieldSpec, Shape};
use crate::date::Date;
use crate::finding::Severity;
use crate::identity::{self, NumberKind};

/// What stands for "for long" in fields of last days; 长期 as cards print it.
pub(super) fn is_long_term(text: &str) -> bool {
    matches!(text, "long-term" | "\u{957f}\u{671f}" | "\u{957f}\u{671f}\u{6709}\u{6548}")
}

/// The kind of document that a field says; a resident ID card where it says nothing.
pub(super) fn id_kind(application: &Application, field: Field) -> NumberKind {
    NumberKind::from_name(application.get(field)).unwrap_or(NumberKind::ResidentId)
}

pub(super) fn check(
    spec: FieldSpec,
    text: &str,
    application: &Application,
    today: Date,
    profile: &FormProfile,
    findings: &mut Findings,
) {
    let path = spec.field.path();
    let number = |findings: &mut Findings, kind| {
        for finding in identity::check(kind, text, today).findings {
            findings.add(path, finding.severity, finding.issue);
        }
    };
    match spec.shape {
        Shape::Number { number: kind } => number(findings, kind),
        Shape::IdNumber { kind } => number(findings, id_kind(application, kind)),
        Shape::PersonName => {
            if let Some((severity, issue)) = person_name(text, profile.person_name) {
                findings.add(path, severity, issue);
            }
        }
        Shape::OrganizationName => length(path, text, profile.organization_name, findings),
        Shape::Text { least, most } => length(path, text, (least, most), findings),
        Shape::PastDate => match Date::read(text) {
            None => findings.add(path, Severity::Block, FormIssue::NotADate),
            Some(day) if today < day => findings.add(path, Severity::Block, FormIssue::DateFuture),
            Some(_) => {}
        },
        Shape::EndDate => end_date(path, text, today, profile, findings),
        Shape::Choice { values } => {
            if !values.contains(&text) {
                findings.add(path, Severity::Block, FormIssue::Choice);
            }
        }
        Shape::BankAccount => {
            if !is_bank_account(text) {
                findings.add(path, Severity::Warn, FormIssue::BankAccount);
            }
        }
        Shape::Phone => {
            if !is_phone(text) {
                findings.add(path, Severity::Block, FormIssue::Phone);
            }
        }
        Shape::Count => {
            if text.parse::<u8>().is_err() {
                findings.add(path, Severity::Block, FormIssue::Count);
            }
        }
        // Judged together.
        Shape::Nickname => {}
    }
}

fn length(path: &'static str, text: &str, (least, most): (u16, u16), findings: &mut Findings) {
    let found = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    if found < least || most < found {
        findings.add(path, Severity::Block, FormIssue::Length { found, least, most });
    }
}

fn end_date(
    path: &'static str,
    text: &str,
    today: Date,
    profile: &FormProfile,
    findings: &mut Findings,
) {
    if is_long_term(text) {
        return;
    }
    match Date::read(text) {
        None => findings.add(path, Severity::Block, FormIssue::NotADate),
        Some(on) if on < today => findings.add(path, Severity::Block, FormIssue::Expired { on }),
        Some(on) if on < today.plus_days(profile.expires_soon_days) => {
            findings.add(path, Severity::Warn, FormIssue::ExpiresSoon { on });
        }
        Some(_) => {}
    }
}

/// Chinese names, also of minorities with a middle dot and with characters outside the
/// basic plane, and Latin ones. Other letters are a doubt; digits and marks are wrong.
fn person_name(text: &str, (least, most): (u16, u16)) -> Option<(Severity, FormIssue)> {
    let found = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    if found < least || most < found {
        return Some((Severity::Block, FormIssue::Length { found, least, most }));
    }
    let wrong = text.chars().position(|c| !is_letter_of_names(c) && !is_between_names(c));
    if let Some(i) = wrong {
        let position = u16::try_from(i + 1).unwrap_or(u16::MAX);
        return Some((Severity::Block, FormIssue::PersonName { position }));
    }
    let is_usual = |c: char| is_between_names(c) || is_han(c) || is_latin(c);
    (!text.chars().all(is_usual)).then_some((Severity::Warn, FormIssue::PersonNameUnusual))
}

/// Also private characters: rare ones of names have none other on some systems.
fn is_letter_of_names(c: char) -> bool {
    c.is_alphabetic()
        || is_han(c)
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The middle dot as keyboards have it, spaces, hyphens, apostrophes and the dot of initials.
fn is_between_names(c: char) -> bool {
    matches!(c, '\u{b7}' | '\u{2022}' | '\u{2027}' | '\u{22c5}' | '\u{30fb}' | '\u{ff65}')
        || matches!(c, ' ' | '\u{3000}' | '-' | '\'' | '\u{2019}' | '.' | '\u{ff0e}')
}

/// Han characters of all planes, the zero and compatibility forms.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Accounts of organizations have no check digit; chosen by us: 8 to 32 digits.
fn is_bank_account(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (8..=32).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-')
}

/// Landline with area code and extension, or mobile: 7 to 20 digits, chosen by us.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (7..=20).contains(&digits)
        && text.chars().all(|c| {
            c.is_ascii_digit()
                || c.is_whitespace()
                || matches!(c, '-' | '+' | '(' | ')' | '*' | '#')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_names_are_never_refused() {
        for name in [
            "王五",
            "欧阳某某",
            "阿卜杜拉·买买提",
            "迪丽·某某",
            "𠮷某",
            "㛃某",
            "〇某",
            "Anna Maria O’Neil-Smith",
            "José Núñez",
            "某某•某某某",
            "J. Doe",
        ] {
            assert_eq!(person_name(name, (2, 50)), None, "{name}");
        }
        assert!(matches!(person_name("Иван", (2, 50)), Some((Severity::Warn, _))));
        for (name, position) in [("张3", 2), ("@某", 1), ("张三（法人）", 3)] {
            let expected = Some((Severity::Block, FormIssue::PersonName { position }));
            assert_eq!(person_name(name, (2, 50)), expected, "{name}");
        }
    }
}

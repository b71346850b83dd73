//! One field by itself.

use std::ops::RangeInclusive;

use super::application::Application;
use super::check::Findings;
use super::issue::FormIssue;
use super::profile::{FormProfile, ID_KINDS};
use super::requirement::{FieldSpec, Shape};
use crate::date::Date;
use crate::finding::Severity;
use crate::identity::{self, NumberKind};
use crate::name::read_char;

/// What stands for "for long" in fields of last days: 长期 and 长期有效 as cards print it,
/// 永久, 永久有效, 无固定期限 and 不约定期限 as licences do.
pub(super) fn is_long_term(text: &str) -> bool {
    matches!(
        text,
        "long-term"
            | "\u{957f}\u{671f}"
            | "\u{957f}\u{671f}\u{6709}\u{6548}"
            | "\u{6c38}\u{4e45}"
            | "\u{6c38}\u{4e45}\u{6709}\u{6548}"
            | "\u{65e0}\u{56fa}\u{5b9a}\u{671f}\u{9650}"
            | "\u{4e0d}\u{7ea6}\u{5b9a}\u{671f}\u{9650}"
    )
}

/// The kind of document that the text of a field says: a resident ID card where it says
/// nothing, and none where it says something else.
pub(super) fn id_kind(text: &str) -> Option<NumberKind> {
    match text {
        "" => Some(NumberKind::ResidentId),
        name if ID_KINDS.contains(&name) => NumberKind::from_name(name),
        _ => None,
    }
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
        Shape::IdNumber { kind } => {
            // Of an unknown document nothing is known; the field with its kind says so.
            if let Some(kind) = id_kind(application.get(kind)) {
                number(findings, kind);
            }
        }
        Shape::PersonName => {
            // Positions are those of what was typed.
            let is_around = |c: &char| matches!(read_char(*c), None | Some(' '));
            let before = application.typed(spec.field).chars().take_while(is_around).count();
            if let Some((severity, issue)) = person_name(text, before, profile.person_name) {
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
            if read_count(text).is_none() {
                findings.add(path, Severity::Block, FormIssue::Count);
            }
        }
        // Judged together.
        Shape::Nickname => {}
    }
}

/// Nobody's is that short; that it is too long is said by us alone, and only a doubt.
fn length(path: &'static str, text: &str, (least, most): (u16, u16), findings: &mut Findings) {
    let found = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    if found < least || most < found {
        let severity = if found < least { Severity::Block } else { Severity::Warn };
        findings.add(path, severity, FormIssue::Length { found, least, most });
    }
}

/// A whole number, also in full-width digits.
pub(super) fn read_count(text: &str) -> Option<u8> {
    text.chars().filter_map(read_char).collect::<String>().parse().ok()
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
/// basic plane, and Latin ones. Other letters with their signs are a doubt; digits and
/// symbols are wrong. So many characters were left out `before` the text.
fn person_name(
    text: &str,
    before: usize,
    (least, most): (u16, u16),
) -> Option<(Severity, FormIssue)> {
    // What nobody sees is not part of a name: marks that choose a character's form, too.
    let seen = || text.chars().enumerate().filter_map(|(i, c)| Some((i, read_char(c)?)));
    let found = u16::try_from(seen().count()).unwrap_or(u16::MAX);
    if found < least || most < found {
        return Some((Severity::Block, FormIssue::Length { found, least, most }));
    }
    let mut is_in_letter = false;
    let wrong = seen().find(|(_, c)| {
        is_in_letter = is_letter_of_names(*c) || (is_in_letter && is_sign_of_letters(*c));
        !is_in_letter && !is_between_names(*c)
    });
    // Nobody is called by dots and hyphens alone.
    let has_letter = seen().any(|(_, c)| is_letter_of_names(c));
    let wrong = wrong.or_else(|| if has_letter { None } else { seen().next() });
    if let Some((i, _)) = wrong {
        let position = u16::try_from(before + i + 1).unwrap_or(u16::MAX);
        return Some((Severity::Block, FormIssue::PersonName { position }));
    }
    let is_usual = |c: char| is_between_names(c) || is_han(c) || is_latin(c);
    let is_unusual = seen().any(|(_, c)| !is_usual(c));
    is_unusual.then_some((Severity::Warn, FormIssue::PersonNameUnusual))
}

/// Also private characters: rare ones of names have none other on some systems. Also
/// accents that stand behind their letter, as some systems copy them.
fn is_letter_of_names(c: char) -> bool {
    (c.is_alphabetic() && !is_apostrophe(c))
        || is_han(c)
        || is_accent(c)
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// What stands behind a letter and is none, such as the signs of tones of Thai and those
/// for no vowel of Hindi: whatever the blocks of scripts have besides letters and digits.
fn is_sign_of_letters(c: char) -> bool {
    let is_of_a_script = matches!(c, '\u{483}'..='\u{1fff}' | '\u{3099}' | '\u{309a}')
        || matches!(c, '\u{a66f}'..='\u{abff}' | '\u{10a00}'..='\u{11fff}')
        || matches!(c, '\u{16a00}'..='\u{16fff}' | '\u{1e000}'..='\u{1e95f}');
    is_of_a_script && !c.is_numeric()
}

/// The middle dots, spaces, dashes, apostrophes and the dot of initials.
fn is_between_names(c: char) -> bool {
    is_middle_dot(c) || is_dash(c) || is_apostrophe(c) || matches!(c, ' ' | '-' | '.')
}

/// What keyboards have for an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{b4}' | '\u{2bc}' | '\u{2018}' | '\u{2019}')
}

/// The dot between the parts of a minority's name, and what keyboards have for it.
pub(super) fn is_middle_dot(c: char) -> bool {
    matches!(c, '\u{b7}' | '\u{387}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22c5}')
        || matches!(c, '\u{25cf}' | '\u{2e31}' | '\u{30fb}' | '\u{fe52}' | '\u{ff65}')
}

/// Han characters of all planes, the zero and compatibility forms.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
        || matches!(c, '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_latin(c: char) -> bool {
    is_accent(c) || (c.is_alphabetic() && matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Accounts of organizations have no check digit; chosen by us: 8 to 32 digits.
fn is_bank_account(text: &str) -> bool {
    is_made_of_digits(text, 8..=32, " -")
}

/// Landline with area code and extension (转), or mobile: 7 to 20 digits, chosen by us.
fn is_phone(text: &str) -> bool {
    is_made_of_digits(text, 7..=20, " -+()*#\u{8f6c}")
}

/// Whether there are so many digits, and nothing else than `marks`; as people type it.
fn is_made_of_digits(text: &str, counts: RangeInclusive<usize>, marks: &str) -> bool {
    let read = || text.chars().filter_map(read_char);
    counts.contains(&read().filter(char::is_ascii_digit).count())
        && read().all(|c| c.is_ascii_digit() || is_dash(c) || marks.chars().any(|mark| mark == c))
}

/// Dashes that keyboards make of two hyphens.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
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
            // As it is copied: invisible characters, a chosen form, accents apart, full width.
            "\u{200b}王五\u{feff}",
            "葛\u{e0101}某",
            "Jose\u{301}",
            "Ａｎｎａ Ｌｅｅ",
            "某某\u{387}某某",
            "某某●某某",
            "某某\u{fe52}某某",
            "某某\u{2e31}某某",
            "Anna‐Maria Lee–Doe",
            "O‘Neil D´Or D`Or Oʼneil",
        ] {
            assert_eq!(person_name(name, 0, (2, 50)), None, "{name}");
        }
        // In their own scripts, with signs behind letters.
        for name in ["Иван", "น้อย", "नरेन्द्र", "ကျော်", "ශ්‍රී"]
        {
            let unusual = Some((Severity::Warn, FormIssue::PersonNameUnusual));
            assert_eq!(person_name(name, 0, (2, 50)), unusual, "{name}");
        }
        for (name, position) in [
            ("张3", 2),
            ("@某", 1),
            ("张三（法人）", 3),
            ("··", 1),
            ("ʼʼ", 1),
            ("\u{200b}张３", 3),
            ("张①", 2),
            ("张★", 2),
            ("\u{e49}น", 1),
            ("น๑", 2),
        ] {
            let expected = Some((Severity::Block, FormIssue::PersonName { position }));
            assert_eq!(person_name(name, 0, (2, 50)), expected, "{name}");
        }
        let one = Some((Severity::Block, FormIssue::Length { found: 1, least: 2, most: 50 }));
        assert_eq!(person_name("张\u{200b}", 0, (2, 50)), one);
    }

    #[test]
    fn telephones_and_accounts_are_read_as_people_type_them() {
        for phone in
            ["010-12345678", "（010）12345678转801", "０１０－12345678", "+86 10 1234—5678"]
        {
            assert!(is_phone(phone), "{phone}");
        }
        for phone in ["123456", "call me 1234567", "010-12345678/2"] {
            assert!(!is_phone(phone), "{phone}");
        }
        assert!(is_bank_account("０２００ 0000－0000 0001") && !is_bank_account("NRA0200000001"));
        assert_eq!((read_count("２"), read_count("300"), read_count("-1")), (Some(2), None, None));
    }
}

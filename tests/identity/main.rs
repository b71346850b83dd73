//! Numbers through the public interface: the standards' own examples, numbers made up
//! here, those of the class of exceptions too, and one table for each promise. No number of
//! a real person or firm.

mod generate;
#[path = "../support/numbers.rs"]
mod numbers;
mod properties;

use renzheng::date::Date;
use renzheng::finding::{Coded, Severity};
use renzheng::identity::{
    self, Authority, Category, Checked, CreditCode, Form, Issue, NumberKind, ResidentId, Sex,
};
use renzheng::text::{Explain, Locale, Name};

use generate::{CREDIT, completed, resident_id};

/// GB 11643-1999, GB 32100-2015 Annex B, GB 11714-1997 Annex B, GS 15-2006, the police's
/// and the immigration office's published specimens; the others are made up.
const GOOD: &[(NumberKind, &str, &str)] = &[
    (NumberKind::ResidentId, "11010519491231002X", "11010519491231002X"),
    (NumberKind::ResidentId, "１１０１０５ 19491231-002x", "11010519491231002X"),
    (NumberKind::ResidentId, "440524188001010014", "440524188001010014"),
    (NumberKind::ResidentId, "110105491231002", "11010519491231002X"),
    (NumberKind::ResidencePermit, "810000199408230021", "810000199408230021"),
    (NumberKind::ResidencePermit, "830000199201300022", "830000199201300022"),
    (NumberKind::ForeignPermanentResident, "932682198501010017", "932682198501010017"),
    (NumberKind::ForeignPermanentResident, "911124198108030024", "911124198108030024"),
    (NumberKind::ForeignPermanentResident, "can110181080301", "CAN110181080301"),
    (NumberKind::CreditCode, "91350100m000100y43", "91350100M000100Y43"),
    (NumberKind::CreditCode, "91350211M000AAAA7N", "91350211M000AAAA7N"),
    (NumberKind::OrganizationCode, "D2143569-X", "D2143569X"),
    (NumberKind::RegistrationNumber, "110108 000000016", "110108000000016"),
    (NumberKind::Mobile, "+86 131-2345-6789", "13123456789"),
    (NumberKind::Mobile, "(0086) 13123456789", "13123456789"),
    (NumberKind::Mobile, "8613123456789", "13123456789"),
    (NumberKind::Mobile, "+86 86 13123456789", "13123456789"),
    (NumberKind::Passport, "e12345678", "E12345678"),
    (NumberKind::Passport, "EA1234567", "EA1234567"),
    (NumberKind::Passport, "X12345", "X12345"),
    (NumberKind::HomeReturnPermit, "h12345678", "H12345678"),
    (NumberKind::HomeReturnPermit, "M1234567801", "M1234567801"),
    (NumberKind::TaiwanPermit, "12345678", "12345678"),
    (NumberKind::TaiwanPermit, "1234567801(B)", "12345678"),
    (NumberKind::Email, " Name＠Example。COM ", "Name@example.com"),
    (NumberKind::BankCard, "6200 0000 0000 0005", "6200000000000005"),
    (NumberKind::TaxpayerNumber, "91350100M000100Y43", "91350100M000100Y43"),
    (NumberKind::TaxpayerNumber, "11010519491231002X", "11010519491231002X"),
    (NumberKind::TaxpayerNumber, "110105D2143569X", "110105D2143569X"),
];

/// A number, and the codes that are found in it.
const DOUBTFUL: &[(NumberKind, &str, &[&str])] = &[
    (NumberKind::ResidentId, " \u{200b}", &["number.missing"]),
    (NumberKind::ResidentId, "1101051949123100", &["number.length"]),
    (NumberKind::ResidentId, "1101O519491231002X", &["number.character"]),
    (NumberKind::ResidentId, "110105194902310023", &["number.birth-date"]),
    (NumberKind::ResidentId, "110105194912310021", &["number.check-character"]),
    (NumberKind::ResidentId, "110105491231002", &["number.obsolete"]),
    (NumberKind::ResidentId, "810000199408230021", &["number.looks-like"]),
    (
        NumberKind::CreditCode,
        "11010519491231002X",
        &["number.check-character", "number.looks-like"],
    ),
    (NumberKind::ResidencePermit, "11010519491231002X", &["number.prefix", "number.looks-like"]),
    (NumberKind::CreditCode, "91350211M000AAAA7N", &["number.known-exception"]),
    (NumberKind::Mobile, "+852 1234 5678", &["number.country-code"]),
    (NumberKind::Mobile, "15412345678", &["number.prefix-unknown"]),
    (NumberKind::Mobile, "01012345678", &["number.prefix"]),
    (NumberKind::Passport, "EI1234567", &["number.unusual"]),
    (NumberKind::HomeReturnPermit, "A12345678", &["number.character"]),
    (NumberKind::Email, "name.example.com", &["number.email-part"]),
    (NumberKind::Email, "name@qq.con", &["number.email-domain"]),
];

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

fn check(kind: NumberKind, text: &str) -> Checked {
    identity::check(kind, text, today())
}

fn codes(checked: &Checked) -> Vec<&'static str> {
    checked.findings.iter().map(renzheng::finding::Finding::code).collect()
}

#[test]
fn good_numbers_are_read_as_people_type_them() {
    for (kind, typed, normalized) in GOOD {
        let found = check(*kind, typed);
        assert!(found.ok, "{typed}: {:?}", found.findings);
        assert_eq!(found.normalized, *normalized);
        assert!(NumberKind::ALL.contains(kind));
    }
    for kind in NumberKind::ALL {
        assert!(GOOD.iter().any(|(good, ..)| *good == kind), "{kind:?} has no good number");
        assert_eq!(NumberKind::from_name(kind.as_str()), Some(kind));
    }
}

#[test]
fn every_issue_is_found_in_a_number() {
    let mut seen: Vec<&str> = Vec::new();
    for (kind, typed, expected) in DOUBTFUL {
        let found = check(*kind, typed);
        assert_eq!(codes(&found), *expected, "{typed}");
        seen.extend(*expected);
    }
    let far = [
        (NumberKind::ResidentId, resident_id("190105", "19900101", "001"), "number.region-unknown"),
        (NumberKind::ResidentId, resident_id("110103", "20150101", "001"), "number.region-retired"),
        (
            NumberKind::CreditCode,
            completed(NumberKind::CreditCode, "X1440300MA0000000", CREDIT),
            "number.authority-unknown",
        ),
        (
            NumberKind::ForeignPermanentResident,
            completed(NumberKind::ForeignPermanentResident, "91199919850101001", "0123456789X"),
            "number.nationality-unknown",
        ),
    ];
    for (kind, number, expected) in far {
        let found = check(kind, &number);
        assert!(found.ok, "{expected}");
        assert_eq!(codes(&found), [expected]);
        assert_eq!(found.findings[0].severity, Severity::Warn);
        seen.push(expected);
    }
    for code in Issue::CODES {
        assert!(seen.contains(code), "{code} is shown by no number");
    }
}

#[test]
fn every_finding_has_words_in_both_languages_and_never_says_the_number() {
    let fixtures = numbers::FIXTURES.iter().map(|(kind, _, typed)| (kind, typed));
    for (kind, typed) in DOUBTFUL.iter().map(|(kind, typed, _)| (kind, typed)).chain(fixtures) {
        let found = check(*kind, typed);
        let printed = format!("{found:?}");
        for finding in &found.findings {
            let [zh, en] = Locale::ALL.map(|locale| finding.explain(locale));
            assert!(zh.what.ends_with('。') && zh.fix.ends_with('。'), "{zh:?}");
            assert!(en.what.ends_with('.') && en.fix.ends_with(['.', '?']), "{en:?}");
            if *kind != NumberKind::Email && 8 <= found.normalized.len() {
                let part = &found.normalized[..6];
                for said in [&*printed, &zh.what, &zh.fix, &en.what, &en.fix] {
                    assert!(!said.contains(part) || said.contains("810000、"), "{said}");
                }
            }
        }
    }
    let id = ResidentId::parse("11010519491231002X").unwrap();
    assert_eq!(
        format!("{id:?} {:?}", check(NumberKind::ResidentId, id.as_str()).known),
        "ResidentId(…) Known(…)"
    );
}

#[test]
fn says_what_is_wrong_and_what_to_do() {
    let issue = Issue::Character {
        kind: NumberKind::CreditCode,
        position: 5,
        allowed: identity::Allowed::Digit,
    };
    assert_eq!(
        issue.explain(Locale::ZhHans).what,
        "统一社会信用代码的第 5 位不对，这里只能是数字。"
    );
    assert_eq!(
        issue.explain(Locale::En).what,
        "Character 5 of the unified social credit code is wrong: only a digit can stand there."
    );
    assert_eq!(issue.code(), "number.character");
}

#[test]
fn a_number_tells_what_it_knows() {
    let known = check(NumberKind::ResidentId, "11010519491231002X").known;
    assert_eq!(known.birth_date.unwrap().to_string(), "1949-12-31");
    assert_eq!((known.age, known.sex), (Some(76), Some(Sex::Female)));
    assert_eq!(known.region.unwrap().name, "北京市朝阳区");
    let known = check(NumberKind::CreditCode, "91350100M000100Y43").known;
    assert_eq!(known.authority, Some(Authority::MarketRegulation));
    assert_eq!(known.category, Some(Category::Enterprise));
    assert_eq!(known.region.unwrap().name, "福建省福州市");
    let known = check(NumberKind::ForeignPermanentResident, "911124198108030024").known;
    assert_eq!((known.nationality, known.sex), (Some("CA"), Some(Sex::Female)));
    assert_eq!(known.form, Some(Form::Card2023));
    let known = check(NumberKind::Passport, "E12345678").known;
    assert_eq!(known.issued.unwrap().until.unwrap().to_string(), "2017-04-05");
}

#[test]
fn the_birth_date_is_held_against_today() {
    let child = resident_id("110105", "20261124", "001");
    assert_eq!(check(NumberKind::ResidentId, &child).known.age, Some(0));
    let unborn = resident_id_of_any_day("20261125");
    assert_eq!(codes(&check(NumberKind::ResidentId, &unborn)), ["number.birth-date"]);
    assert!(!check(NumberKind::ResidentId, &unborn).ok);
}

fn resident_id_of_any_day(born: &str) -> String {
    let later = "2100-01-01".parse().unwrap();
    "0123456789X"
        .chars()
        .map(|c| format!("110105{born}001{c}"))
        .find(|number| identity::check(NumberKind::ResidentId, number, later).ok)
        .unwrap()
}

#[test]
fn codes_of_the_known_exceptions_are_never_refused() {
    for code in
        ["91350211M000AAAA7N", "91350100M000BBBB79", "91350203M000CCCC7F", "91350211M000DDDD7P"]
    {
        let found = check(NumberKind::CreditCode, code);
        assert!(found.ok && codes(&found) == ["number.known-exception"], "{code}");
        assert!(!CreditCode::parse(code).unwrap().check_character_holds());
    }
    for start in ["A1", "N1", "N2", "Y1"] {
        let code = completed(NumberKind::CreditCode, &format!("{start}440300MA0000000"), CREDIT);
        assert!(check(NumberKind::CreditCode, &code).findings.is_empty(), "{start}");
    }
}

#[test]
fn did_you_mean_puts_the_likeliest_first() {
    for (kind, typed, meant) in [
        (NumberKind::CreditCode, "9135O1OOMOOO1OOY43", "91350100M000100Y43"),
        (NumberKind::CreditCode, "9I350100M000100Y43", "91350100M000100Y43"),
        (NumberKind::ResidentId, "11015019491231002X", "11010519491231002X"),
        (NumberKind::ResidentId, "110105194912310022X", "11010519491231002X"),
        (NumberKind::Email, "name@gmial.com", "name@gmail.com"),
        (NumberKind::Email, "name@163.con", "name@163.com"),
        (NumberKind::Email, "name@mail.example.con", "name@mail.example.com"),
    ] {
        assert_eq!(
            identity::suggest(kind, typed).first().map(String::as_str),
            Some(meant),
            "{typed}"
        );
    }
    // The last character is told by those before it, so that it is among the three that are shown.
    for typed in ["110105194912310021", "11010519491231002"] {
        let offered = identity::suggest(NumberKind::ResidentId, typed);
        assert!(offered.iter().take(3).any(|it| it == "11010519491231002X"), "{offered:?}");
    }
    assert!(identity::suggest(NumberKind::ResidentId, "11010519491231002X").is_empty());
    assert!(identity::suggest(NumberKind::Mobile, "1312345678").is_empty());
    // Of the class whose check characters say nothing, only those that fit are offered.
    let offered = identity::suggest(NumberKind::CreditCode, "9135O211M000AAAA7N");
    let fits = |code: &String| CreditCode::parse(code).unwrap().check_character_holds();
    assert!(offered.iter().all(fits) && offered.len() < 40, "{}", offered.len());
}

#[test]
fn authorities_and_categories_have_names_in_both_languages() {
    let of = |name: &dyn Fn(Locale) -> &'static str| Locale::ALL.map(name);
    let mut seen: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
    let authorities = Authority::ALL.iter().map(|authority| of(&|locale| authority.name(locale)));
    let categories = Category::ALL.iter().map(|category| of(&|locale| category.name(locale)));
    for [zh, en] in authorities.chain(categories) {
        assert!(!zh.is_empty() && zh.chars().all(|c| !c.is_ascii()), "{zh}");
        assert!(en.starts_with(|c: char| c.is_ascii_uppercase()) && !en.ends_with('.'), "{en}");
        assert!(!seen[0].contains(&zh) && !seen[1].contains(&en), "{zh}, {en}");
        seen[0].push(zh);
        seen[1].push(en);
    }
    let known = check(NumberKind::CreditCode, "91350100M000100Y43").known;
    assert_eq!(known.authority.unwrap().name(Locale::ZhHans), "市场监督管理部门");
    assert_eq!(known.category.unwrap().name(Locale::En), "Enterprise");
}

#[test]
fn registration_numbers_with_letters_are_rare_and_good() {
    for number in ["110108NA000001X", "14010000A000001"] {
        let found = check(NumberKind::RegistrationNumber, number);
        assert!(found.ok && codes(&found) == ["number.unusual"], "{number}");
    }
    for number in ["110108NA0000011", "110108NB000001X", "1101080000A0001", "11010800000001X"] {
        assert!(!check(NumberKind::RegistrationNumber, number).ok, "{number}");
    }
}

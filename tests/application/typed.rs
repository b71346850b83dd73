//! What applicants really write: never a reason to refuse them.

use renzheng::application::{Application, Field, Material, Slot, SubjectType};
use renzheng::finding::Severity;
use renzheng::text::{Explain, Locale};

use crate::faults;
use crate::forms::{ENTERPRISE, changed, check, complete, photo, photo_with, resident_id};

/// What is said at these fields of an application that is otherwise complete.
#[track_caller]
fn finds(changes: &[(Field, &str)], expected: &[(&str, &str)]) {
    assert_eq!(faults(&check(&changed(ENTERPRISE, changes))), expected, "{changes:?}");
}

#[test]
fn what_means_the_same_is_read_as_the_same() {
    for changes in [
        &[(Field::InvoiceTitle, "青石小筑（北京）有限公司\u{200b}")][..],
        &[(Field::SubjectValidUntil, "无固定期限")],
        &[(Field::SubjectValidUntil, "永久有效")],
        &[(Field::SubjectValidUntil, "２０４６年２月２８日")],
        &[
            (Field::SubjectName, "𠮷野（上海）有限公司"),
            (Field::InvoiceTitle, "𠮷野(上海)有限公司"),
        ],
        &[(Field::SubjectBankAccount, "０２００－００００－０００１")],
        &[(Field::InvoicePhone, "010-12345678转801")],
        &[(Field::NicknameRenamesLeft, "２")],
        &[(Field::LegalPersonName, "㛃某")],
        &[(Field::LegalPersonName, "葛\u{e0101}某")],
        &[(Field::LegalPersonName, "某某某•某某某某•某某")],
        &[(Field::LegalPersonName, "José Núñez")],
        &[(Field::LegalPersonIdNumber, "")],
    ] {
        finds(changes, &[]);
    }
    // One person twice, written in two ways.
    let id = resident_id("19800101", "001");
    let spaced = format!("{} {}", &id[..6], &id[6..]);
    finds(
        &[
            (Field::LegalPersonName, "Anna Maria  LEE"),
            (Field::AdministratorName, "anna maria Ｌee"),
            (Field::ContactName, "Anna-Maria Lee"),
            (Field::ContactMobile, "13112345678"),
            (Field::AdministratorIdNumber, &spaced),
        ],
        &[],
    );
}

#[test]
fn cards_end_as_they_are_printed() {
    let issued = |born: &str, issued: &'static str, until: &'static str| {
        let number = resident_id(born, "002");
        let changes = [
            (Field::AdministratorIdNumber, number.as_str()),
            (Field::AdministratorIdIssuedOn, issued),
            (Field::AdministratorIdValidUntil, until),
        ];
        let report = check(&changed(ENTERPRISE, &changes));
        let codes: Vec<_> = faults(&report).iter().map(|(_, code)| *code).collect();
        codes.first().copied()
    };
    for (born, from, until, expected) in [
        ("20080301", "2024-02-29", "2029-02-28", None),
        ("20080229", "2024-02-29", "2034-02-28", None),
        ("20080229", "2024-02-29", "2034-03-01", None),
        ("20080229", "2024-02-29", "2034-03-02", Some("form.validity-period")),
        ("19900202", "2024-02-28", "2044-02-29", Some("form.validity-period")),
        ("19900202", "2020-05-20", "2040-05-20", None),
        ("19740520", "2020-05-20", "长期", None),
        ("19740521", "2020-05-20", "长期", Some("form.validity-age")),
        ("19740520", "2020-05-20", "2040-05-20", Some("form.validity-age")),
    ] {
        assert_eq!(issued(born, from, until), expected, "{born} {from} {until}");
    }
    // Permits are valid for five years at every age.
    for (until, expected) in [
        ("2027-05-20", None),
        ("2032-05-20", Some("港澳台居民居住证的有效期是 5 年，这里不是。")),
        ("2042-05-20", Some("港澳台居民居住证的有效期是 5 年，这里不是。")),
        ("长期", Some("港澳台居民居住证的有效期是 5 年，这里不是。")),
    ] {
        let report = check(&changed(
            ENTERPRISE,
            &[
                (Field::AdministratorIdKind, "residence-permit"),
                (Field::AdministratorIdNumber, "810000199408230021"),
                (Field::AdministratorIdIssuedOn, "2022-05-20"),
                (Field::AdministratorIdValidUntil, until),
            ],
        ));
        assert!(report.ok, "{until}");
        let found = report.findings.iter().find(|finding| finding.severity == Severity::Warn);
        let said = found.map(|finding| finding.explain(Locale::ZhHans).what.into_owned());
        assert_eq!(said.as_deref(), expected, "{until}");
    }
    // On its last day a card is good, and a document of another kind has other periods.
    finds(
        &[
            (Field::AdministratorIdKind, "passport"),
            (Field::AdministratorIdNumber, "E12345678"),
            (Field::AdministratorIdIssuedOn, "2016-11-25"),
            (Field::AdministratorIdValidUntil, "2026-11-24"),
        ],
        &[("administrator.idValidUntil", "form.expires-soon")],
    );
}

#[test]
fn the_age_counts_on_the_day_that_is_given() {
    for (born, expected) in
        [("20081124", None), ("20081125", Some(("administrator.idNumber", "form.underage")))]
    {
        let number = resident_id(born, "001");
        let changes = [
            (Field::AdministratorIdNumber, number.as_str()),
            (Field::AdministratorIdValidUntil, ""),
        ];
        finds(&changes, expected.as_slice());
    }
}

/// Left over from another subject type: good to know, and nothing else.
#[test]
fn what_is_not_asked_for_is_never_wrong() {
    let mut application = changed(
        SubjectType::Individual,
        &[
            (Field::SubjectName, "青石小筑"),
            (Field::SubjectCreditCode, "1"),
            (Field::SubjectFoundedOn, "2020-01-01"),
            (Field::SubjectValidUntil, "2010-01-01"),
            (Field::LegalPersonName, "李四"),
            (Field::LegalPersonIdNumber, &resident_id("19900202", "002")),
            (Field::LegalPersonIdIssuedOn, "1950-01-01"),
            (Field::LegalPersonIdValidUntil, "1949-01-01"),
            (Field::InvoiceAddress, "路"),
        ],
    );
    application.materials.push(photo(Slot::Licence, Slot::IdFront.path()));
    application.materials.push(photo(Slot::Licence, Slot::IdFront.path()));
    let report = check(&application);
    assert_eq!(faults(&report), []);
    assert!(report.ok && report.progress.done == report.progress.of);
    let not_asked = report.findings.iter().filter(|finding| finding.code() == "form.not-asked");
    assert_eq!(not_asked.count(), 10, "nine fields and one slot");
}

#[test]
fn what_is_not_asked_for_is_told_in_the_order_of_the_form() {
    let mut application = Application::new(SubjectType::Individual);
    for field in [Field::LegalPersonName, Field::SubjectAddress, Field::SubjectName] {
        application.fields.insert(field, "青石".into());
    }
    let report = check(&application);
    let not_asked = report.findings.iter().filter(|finding| finding.code() == "form.not-asked");
    let paths: Vec<_> = not_asked.map(|finding| finding.path).collect();
    assert_eq!(paths, ["subject.name", "subject.address", "legalPerson.name"]);
}

/// The invoice is filled in first: nobody knows yet what it is to agree with.
#[test]
fn a_title_is_compared_with_the_name_of_who_is_certified() {
    let found = |subject_type, changes: &[(Field, &str)]| {
        let report = check(&changed(subject_type, changes));
        report.findings.iter().any(|finding| finding.code() == "form.title-differs")
    };
    assert!(!found(ENTERPRISE, &[(Field::SubjectName, "")]));
    assert!(!found(ENTERPRISE, &[(Field::SubjectName, " \u{200b}")]));
    assert!(found(ENTERPRISE, &[(Field::InvoiceTitle, "王五")]));
    // What is left over from another type is not the name.
    assert!(!found(SubjectType::Individual, &[(Field::SubjectName, "青石小筑")]));
    assert!(found(SubjectType::Individual, &[(Field::InvoiceTitle, "李四")]));
    assert!(!found(SubjectType::Individual, &[(Field::AdministratorName, "")]));
}

#[test]
fn a_number_of_an_unknown_document_is_not_judged() {
    finds(
        &[(Field::AdministratorIdKind, "mobile"), (Field::AdministratorIdNumber, "+852 1234 5678")],
        &[("administrator.idKind", "form.choice")],
    );
}

#[test]
fn what_only_we_call_too_long_is_a_doubt() {
    let long = "青".repeat(121);
    let changes = [(Field::SubjectName, long.as_str()), (Field::InvoiceTitle, long.as_str())];
    let report = check(&changed(ENTERPRISE, &changes));
    assert!(report.ok && report.findings.iter().any(|finding| finding.code() == "form.length"));
}

#[test]
fn positions_are_those_of_what_was_typed() {
    for (field, text, code, position) in [
        (Field::NicknameText, "  青石小程序", "name.forbidden-word", 5),
        (Field::NicknameShortName, "  石青", "name.short-not-part", 4),
        (Field::AdministratorName, "\u{200b}张３", "form.person-name", 3),
        (Field::AdministratorName, "\u{3000} ··", "form.person-name", 3),
    ] {
        let report = check(&changed(ENTERPRISE, &[(field, text)]));
        let found = report.findings.iter().find(|finding| finding.code() == code).unwrap();
        assert_eq!(serde_json::to_value(found).unwrap()["position"], position, "{text}");
    }
    // Spaces around a name are none of its characters.
    finds(&[(Field::LegalPersonName, " 张 ")], &[("legalPerson.name", "form.length")]);
    finds(&[(Field::NicknameShortName, " 青石\u{200b} ")], &[]);
}

#[test]
fn one_person_is_not_taken_for_two() {
    let id = resident_id("19800101", "001");
    let found = |changes: &[(Field, &str)]| {
        let mut application = changed(ENTERPRISE, changes);
        application.fields.remove(&Field::ContactName);
        let report = check(&application);
        report.findings.iter().any(|finding| finding.code() == "form.same-number-other-name")
    };
    for (one, other) in [
        ("JOSÉ NÚÑEZ", "José Núñez"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
        ("Anna O’Neil", "anna o'neil"),
        ("Anna O‘Neil", "Anna O´Neil"),
        ("Anna Oʼneil", "Anna O`Neil"),
        ("Anna‐Maria", "Anna-Maria"),
        ("某某●某某", "某某·某某"),
    ] {
        let number = (Field::AdministratorIdNumber, id.as_str());
        let names = [(Field::LegalPersonName, one), (Field::AdministratorName, other), number];
        assert!(!found(&names), "{one} {other}");
    }
    assert!(found(&[(Field::AdministratorIdNumber, &id)]));
    // Numbers of two sorts of documents, and what is no number.
    let both = |text, kinds: [&str; 2]| {
        found(&[
            (Field::LegalPersonIdKind, kinds[0]),
            (Field::LegalPersonIdNumber, text),
            (Field::AdministratorIdKind, kinds[1]),
            (Field::AdministratorIdNumber, text),
        ])
    };
    assert!(both("H12345678", ["home-return-permit"; 2]));
    assert!(!both("H12345678", ["home-return-permit", "passport"]));
    assert!(!both("11010519491231", ["resident-id"; 2]));
    finds(
        &[
            (Field::SubjectName, "ÉCOLE D’OR（北京）有限公司"),
            (Field::InvoiceTitle, "École d'Or(北京)有限公司"),
        ],
        &[],
    );
}

#[test]
fn one_page_twice_among_supplements_is_a_doubt_and_elsewhere_a_fault() {
    let mut application = complete(ENTERPRISE);
    application.materials.push(photo(Slot::Supplement, Slot::Supplement.path()));
    let report = check(&application);
    assert_eq!(faults(&report), [("materials.supplement", "form.same-file")]);
    assert!(report.ok);
    application.materials.push(photo(Slot::Supplement, Slot::Licence.path()));
    let report = check(&application);
    let found = report.findings.iter().filter(|found| found.code() == "form.same-file");
    let found: Vec<_> = found.map(|found| (found.path, found.severity)).collect();
    let path = Slot::Supplement.path();
    assert_eq!(found, [(path, Severity::Block), (path, Severity::Warn)]);
    // No hash is not the same hash.
    let mut application = complete(ENTERPRISE);
    application.materials.iter_mut().for_each(|material| material.sha256 = Some(String::new()));
    assert_eq!(faults(&check(&application)), []);
}

/// Each thing is said once for each slot, however many photos there are.
#[test]
fn thousands_of_equal_photos_are_said_once() {
    let mut application = complete(ENTERPRISE);
    application.materials.clear();
    for slot in [Slot::Licence, Slot::Supplement] {
        let unchecked = Material { report: None, ..photo(slot, "a") };
        application.materials.extend((0..80).map(|_| unchecked.clone()));
    }
    let refused = photo_with(Slot::Supplement, "a", "photo.blurred", Severity::Block);
    application.materials.extend((0..4_840).map(|_| refused.clone()));
    assert_eq!(application.materials.len(), 5_000);
    let report = check(&application);
    let of_photos: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.path.starts_with("materials."))
        .filter(|finding| finding.code() != "form.missing")
        .map(|finding| (finding.path, finding.code(), finding.severity))
        .collect();
    assert_eq!(
        of_photos,
        [
            (Slot::Licence.path(), "form.too-many", Severity::Block),
            (Slot::Licence.path(), "form.photo-unchecked", Severity::Warn),
            (Slot::Licence.path(), "form.same-file", Severity::Warn),
            (Slot::Supplement.path(), "form.too-many", Severity::Block),
            (Slot::Supplement.path(), "form.photo-refused", Severity::Block),
            (Slot::Supplement.path(), "form.same-file", Severity::Block),
            (Slot::Supplement.path(), "form.photo-unchecked", Severity::Warn),
        ]
    );
}

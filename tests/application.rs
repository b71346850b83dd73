//! The whole form: each subject type has an application that passes without a word, and
//! every issue has one that shows it. All people, firms and numbers are made up, or are
//! the standards' own examples. It is long because each field has its cases.

use std::collections::BTreeSet;

use renzheng::application::{
    self, Answer, Application, Field, Finding, FormIssue, FormProfile, Material, Need, Report,
    Slot, SubjectType, Verdict,
};
use renzheng::date::Date;
use renzheng::finding::Severity;
use renzheng::identity::{self, NumberKind};
use renzheng::text::{Explain, Locale};

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

fn check(application: &Application) -> Report {
    application::check(application, today(), FormProfile::WECHAT_2026)
}

/// A number with the last character that makes it hold.
fn completed(kind: NumberKind, text: &str) -> String {
    "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .map(|c| format!("{text}{c}"))
        .find(|number| identity::check(kind, number, today()).findings.is_empty())
        .unwrap()
}

fn resident_id(born: &str, sequence: &str) -> String {
    completed(NumberKind::ResidentId, &format!("110105{born}{sequence}"))
}

fn photo(slot: Slot, sha256: &str) -> Material {
    let report = Some(Verdict { ok: true, findings: Vec::new() });
    Material { slot, sha256: Some(sha256.to_owned()), report }
}

/// How credit codes of a type start.
fn credit_code(subject_type: SubjectType) -> String {
    let start = match subject_type {
        SubjectType::SoleTrader => "92",
        SubjectType::Government => "11",
        SubjectType::PublicInstitution | SubjectType::InstitutionMedia => "12",
        SubjectType::SocialOrganization => "51",
        SubjectType::PrivateNonEnterprise => "52",
        SubjectType::NonProfit => "53",
        _ => "91",
    };
    completed(NumberKind::CreditCode, &format!("{start}110105MA0000000"))
}

/// Everything that the type is asked for, optional fields included, without a fault.
fn complete(subject_type: SubjectType) -> Application {
    let mut application = Application::new(subject_type);
    let text = |field: Field| -> String {
        match field {
            Field::SubjectName | Field::InvoiceTitle if subject_type == SubjectType::Individual => {
                "王五".into()
            }
            Field::SubjectName | Field::InvoiceTitle => "青石小筑（北京）有限公司".into(),
            Field::SubjectCreditCode | Field::InvoiceTaxpayerNumber => credit_code(subject_type),
            Field::SubjectRegistrationNumber => "110108000000016".into(),
            Field::SubjectOrganizationCode => "D2143569-X".into(),
            Field::SubjectOverseasNumber => "HE 123456".into(),
            Field::SubjectAddress | Field::InvoiceAddress => "北京市朝阳区青石路 1 号".into(),
            Field::SubjectFoundedOn => "2016-02-29".into(),
            Field::SubjectValidUntil => "长期".into(),
            Field::SubjectConfirmBy => "small-transfer".into(),
            Field::SubjectBankName | Field::InvoiceBankName => "青石银行朝阳支行".into(),
            Field::SubjectBankAccount | Field::InvoiceBankAccount => "0200 0000 0000 00001".into(),
            Field::MediaLicenceKind => "newspaper".into(),
            Field::LegalPersonName => "阿卜杜拉·买买提".into(),
            Field::AdministratorName | Field::ContactName => "王五".into(),
            Field::LegalPersonIdKind | Field::AdministratorIdKind => "resident-id".into(),
            Field::LegalPersonIdNumber => resident_id("19800101", "001"),
            Field::AdministratorIdNumber => resident_id("19900202", "002"),
            Field::LegalPersonIdIssuedOn | Field::AdministratorIdIssuedOn => "2020.05.20".into(),
            Field::LegalPersonIdValidUntil | Field::AdministratorIdValidUntil => {
                "2040.05.20".into()
            }
            Field::AdministratorMobile | Field::ContactMobile => "131 2345 6789".into(),
            Field::ContactEmail => "wangwu@example.com".into(),
            Field::IdentificationName => "导演".into(),
            Field::NicknameText | Field::NicknameCurrent | Field::NicknameAcknowledged => {
                "青石小筑".into()
            }
            Field::NicknameMode => "self-chosen".into(),
            Field::NicknameRenamesLeft => "2".into(),
            Field::NicknameShortName => "青石".into(),
            Field::NicknameIntroduction => "一家卖石头的小店".into(),
            Field::PaymentPayer => "self".into(),
            Field::InvoiceType if subject_type == SubjectType::Individual => "electronic".into(),
            Field::InvoiceType => "vat-special-digital".into(),
            Field::InvoicePhone => "010-12345678".into(),
            Field::InvoiceNote => "请寄电子版".into(),
        }
    };
    let requirements = application::requirements(subject_type, FormProfile::WECHAT_2026);
    for spec in requirements.fields {
        application.fields.insert(spec.field, text(spec.field));
    }
    for (i, spec) in requirements.materials.into_iter().enumerate() {
        if spec.need == Need::Always {
            application.materials.push(photo(spec.slot, &format!("{i}")));
        }
    }
    application
}

/// The findings without what is only good to know.
fn faults(report: &Report) -> Vec<(&str, &'static str)> {
    report
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .map(|finding| (finding.path.as_str(), finding.code()))
        .collect()
}

#[test]
fn every_subject_type_has_an_application_that_passes() {
    for subject_type in SubjectType::ALL {
        let mut application = complete(subject_type);
        // Said to everybody who gives the count or keeps the name, and no fault.
        application.fields.remove(&Field::NicknameRenamesLeft);
        application.fields.remove(&Field::NicknameCurrent);
        let report = check(&application);
        assert!(report.findings.is_empty(), "{subject_type:?}: {:?}", report.findings);
        assert!(report.ok && report.next.is_empty());
        assert_eq!(report.progress.done, report.progress.of);
        assert!(report.places.values().all(|answer| *answer == Answer::Fine));
        let json = serde_json::to_string(&application).unwrap();
        assert_eq!(serde_json::from_str::<Application>(&json).unwrap(), application);
    }
}

#[test]
fn every_type_is_known_by_its_name_and_by_wechats_number() {
    let numbers: BTreeSet<_> = SubjectType::ALL.map(SubjectType::customer_type).into();
    assert_eq!(numbers, BTreeSet::from([1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 14, 15]));
    for subject_type in SubjectType::ALL {
        assert_eq!(SubjectType::from_name(subject_type.as_str()), Some(subject_type));
        let requirements = application::requirements(subject_type, FormProfile::WECHAT_2026);
        assert_eq!(requirements.subject_type, subject_type, "each type has its own rules");
        assert!(!requirements.fee.refundable && !requirements.source.is_empty());
    }
    let free = |t| application::requirements(t, FormProfile::WECHAT_2026).fee.yuan == 0;
    let free: Vec<_> = SubjectType::ALL.into_iter().filter(|t| free(*t)).collect();
    assert_eq!(free, [SubjectType::Government, SubjectType::NonProfit]);
}

#[test]
fn every_needed_place_is_missed_when_it_is_empty() {
    for subject_type in SubjectType::ALL {
        let requirements = application::requirements(subject_type, FormProfile::WECHAT_2026);
        let report = check(&Application::new(subject_type));
        let missing: Vec<_> = report.findings.iter().map(|finding| finding.path.as_str()).collect();
        for spec in requirements.fields.iter().filter(|spec| spec.need == Need::Always) {
            assert!(missing.contains(&spec.field.path()), "{:?}", spec.field);
        }
        assert_eq!(report.next, missing, "in the order of the form");
        assert_eq!((report.progress.done, usize::from(report.progress.of)), (0, missing.len()));
        assert!(report.places.values().all(|answer| *answer == Answer::Missing));
    }
}

/// A change to a complete application, where the finding is expected, and its code.
type Case = (SubjectType, &'static [(Field, &'static str)], Field, &'static str);

/// Longer than a note may be.
const NOTE: &str = match str::from_utf8(&[b'n'; 201]) {
    Ok(note) => note,
    Err(_) => "",
};

const ENTERPRISE: SubjectType = SubjectType::Enterprise;

const CASES: &[Case] = &[
    (ENTERPRISE, &[(Field::InvoiceNote, NOTE)], Field::InvoiceNote, "form.length"),
    (ENTERPRISE, &[(Field::SubjectName, "")], Field::SubjectName, "form.missing"),
    (ENTERPRISE, &[(Field::SubjectName, "青")], Field::SubjectName, "form.length"),
    (ENTERPRISE, &[(Field::SubjectAddress, "北京")], Field::SubjectAddress, "form.length"),
    (ENTERPRISE, &[(Field::SubjectCreditCode, "9111")], Field::SubjectCreditCode, "number.length"),
    (
        ENTERPRISE,
        &[(Field::SubjectRegistrationNumber, "110108000000017")],
        Field::SubjectRegistrationNumber,
        "number.check-character",
    ),
    (
        ENTERPRISE,
        &[(Field::SubjectOrganizationCode, "D2143569-1")],
        Field::SubjectOrganizationCode,
        "number.check-character",
    ),
    (
        SubjectType::SoleTrader,
        &[(Field::SubjectCreditCode, "91350100M000100Y43")],
        Field::SubjectCreditCode,
        "form.credit-code-category",
    ),
    (
        ENTERPRISE,
        &[(Field::SubjectFoundedOn, "2026-11-25")],
        Field::SubjectFoundedOn,
        "form.date-future",
    ),
    (ENTERPRISE, &[(Field::SubjectFoundedOn, "2月30日")], Field::SubjectFoundedOn, "form.date"),
    (
        ENTERPRISE,
        &[(Field::SubjectValidUntil, "2026-11-23")],
        Field::SubjectValidUntil,
        "form.expired",
    ),
    (
        ENTERPRISE,
        &[(Field::SubjectValidUntil, "2026-11-24")],
        Field::SubjectValidUntil,
        "form.expires-soon",
    ),
    (
        ENTERPRISE,
        &[(Field::SubjectValidUntil, "2010-01-01")],
        Field::SubjectValidUntil,
        "form.date-order",
    ),
    (ENTERPRISE, &[(Field::SubjectConfirmBy, "by post")], Field::SubjectConfirmBy, "form.choice"),
    (
        ENTERPRISE,
        &[(Field::SubjectConfirmBy, "legal-person-face")],
        Field::SubjectBankName,
        "form.not-asked",
    ),
    (ENTERPRISE, &[(Field::SubjectBankName, "青")], Field::SubjectBankName, "form.length"),
    (
        ENTERPRISE,
        &[(Field::SubjectBankAccount, "12")],
        Field::SubjectBankAccount,
        "form.bank-account",
    ),
    (
        SubjectType::Overseas,
        &[(Field::SubjectOverseasNumber, "1")],
        Field::SubjectOverseasNumber,
        "form.length",
    ),
    (
        SubjectType::EnterpriseMedia,
        &[(Field::MediaLicenceKind, "blog")],
        Field::MediaLicenceKind,
        "form.choice",
    ),
    (ENTERPRISE, &[(Field::LegalPersonName, "张3")], Field::LegalPersonName, "form.person-name"),
    (
        ENTERPRISE,
        &[(Field::LegalPersonName, "Иван")],
        Field::LegalPersonName,
        "form.person-name-unusual",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdKind, "library-card")],
        Field::LegalPersonIdKind,
        "form.choice",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdKind, "passport")],
        Field::LegalPersonIdNumber,
        "number.length",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdNumber, "110105198002300013")],
        Field::LegalPersonIdNumber,
        "number.birth-date",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdIssuedOn, "1979-12-31")],
        Field::LegalPersonIdIssuedOn,
        "form.issued-before-birth",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdIssuedOn, "2027-01-01")],
        Field::LegalPersonIdIssuedOn,
        "form.date-future",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdValidUntil, "2041-05-20")],
        Field::LegalPersonIdValidUntil,
        "form.validity-period",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdValidUntil, "2030-05-20")],
        Field::LegalPersonIdValidUntil,
        "form.validity-age",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdValidUntil, "long-term")],
        Field::LegalPersonIdValidUntil,
        "form.validity-age",
    ),
    (
        ENTERPRISE,
        &[(Field::LegalPersonIdValidUntil, "2019-05-20")],
        Field::LegalPersonIdValidUntil,
        "form.date-order",
    ),
    (ENTERPRISE, &[(Field::AdministratorName, "@")], Field::AdministratorName, "form.length"),
    (
        ENTERPRISE,
        &[(Field::AdministratorName, "阿卜杜拉•买买提")],
        Field::AdministratorIdNumber,
        "form.same-name-other-number",
    ),
    (ENTERPRISE, &[(Field::AdministratorIdKind, "?")], Field::AdministratorIdKind, "form.choice"),
    (
        ENTERPRISE,
        &[(Field::AdministratorIdNumber, "1")],
        Field::AdministratorIdNumber,
        "number.length",
    ),
    (
        ENTERPRISE,
        &[(Field::AdministratorIdIssuedOn, "x")],
        Field::AdministratorIdIssuedOn,
        "form.date",
    ),
    (
        ENTERPRISE,
        &[(Field::AdministratorIdValidUntil, "2020-05-21")],
        Field::AdministratorIdValidUntil,
        "form.expired",
    ),
    (
        ENTERPRISE,
        &[(Field::AdministratorMobile, "12345678901")],
        Field::AdministratorMobile,
        "number.prefix",
    ),
    (ENTERPRISE, &[(Field::ContactName, "张.三1")], Field::ContactName, "form.person-name"),
    (ENTERPRISE, &[(Field::ContactName, "李四")], Field::ContactMobile, "form.shared-mobile"),
    (ENTERPRISE, &[(Field::ContactEmail, "wangwu")], Field::ContactEmail, "number.email-part"),
    (
        ENTERPRISE,
        &[(Field::ContactMobile, "+852 12345678")],
        Field::ContactMobile,
        "number.country-code",
    ),
    (
        SubjectType::Individual,
        &[(Field::IdentificationName, "012345678901234567890123456789012345678901234567890")],
        Field::IdentificationName,
        "form.length",
    ),
    (
        ENTERPRISE,
        &[(Field::NicknameText, "青石小程序")],
        Field::NicknameText,
        "name.forbidden-word",
    ),
    (
        ENTERPRISE,
        &[(Field::NicknameCurrent, "旧名"), (Field::NicknameAcknowledged, "")],
        Field::NicknameAcknowledged,
        "name.not-acknowledged",
    ),
    (ENTERPRISE, &[(Field::NicknameCurrent, "旧名")], Field::NicknameText, "name.replaces"),
    (ENTERPRISE, &[(Field::NicknameMode, "by-lot")], Field::NicknameMode, "form.choice"),
    (ENTERPRISE, &[(Field::NicknameMode, "trademark")], Field::NicknameMode, "name.proof-needed"),
    (ENTERPRISE, &[(Field::NicknameRenamesLeft, "some")], Field::NicknameRenamesLeft, "form.count"),
    (
        ENTERPRISE,
        &[(Field::NicknameShortName, "石青")],
        Field::NicknameShortName,
        "name.short-not-part",
    ),
    (
        ENTERPRISE,
        &[(Field::NicknameIntroduction, "店")],
        Field::NicknameIntroduction,
        "name.introduction-length",
    ),
    (ENTERPRISE, &[(Field::PaymentPayer, "nobody")], Field::PaymentPayer, "form.choice"),
    (
        ENTERPRISE,
        &[(Field::PaymentPayer, "provider")],
        Field::InvoiceType,
        "form.invoice-not-for-provider",
    ),
    (
        ENTERPRISE,
        &[(Field::InvoiceType, "vat-special")],
        Field::InvoiceType,
        "form.invoice-abolished",
    ),
    (ENTERPRISE, &[(Field::InvoiceType, "paper")], Field::InvoiceType, "form.choice"),
    (ENTERPRISE, &[(Field::InvoiceTitle, "别的公司")], Field::InvoiceTitle, "form.title-differs"),
    (
        ENTERPRISE,
        &[(Field::InvoiceTaxpayerNumber, "1234")],
        Field::InvoiceTaxpayerNumber,
        "number.length",
    ),
    (ENTERPRISE, &[(Field::InvoiceAddress, "路")], Field::InvoiceAddress, "form.length"),
    (ENTERPRISE, &[(Field::InvoicePhone, "call me")], Field::InvoicePhone, "form.phone"),
    (ENTERPRISE, &[(Field::InvoiceBankName, "行")], Field::InvoiceBankName, "form.length"),
    (
        ENTERPRISE,
        &[(Field::InvoiceBankAccount, "abc")],
        Field::InvoiceBankAccount,
        "form.bank-account",
    ),
    (ENTERPRISE, &[(Field::InvoiceType, "electronic")], Field::InvoiceAddress, "form.not-asked"),
    (
        ENTERPRISE,
        &[(Field::IdentificationName, "导演")],
        Field::IdentificationName,
        "form.not-asked",
    ),
];

fn changed(subject_type: SubjectType, changes: &[(Field, &str)]) -> Application {
    let mut application = complete(subject_type);
    for (field, text) in changes {
        application.fields.insert(*field, (*text).to_owned());
    }
    application
}

#[test]
fn every_field_shows_what_can_be_wrong_with_it() {
    let mut seen = BTreeSet::new();
    for (subject_type, changes, place, code) in CASES {
        let report = check(&changed(*subject_type, changes));
        let found = |finding: &&Finding| finding.path == place.path() && finding.code() == *code;
        let finding = report.findings.iter().find(found);
        let finding =
            finding.unwrap_or_else(|| panic!("{code} at {place:?}: {:?}", faults(&report)));
        let answer = report.places[place.path()];
        match finding.severity {
            Severity::Block => assert!(Answer::Wrong <= answer && !report.ok, "{code}"),
            Severity::Warn => assert_eq!(answer, Answer::Doubtful, "{code}"),
            Severity::Info => {}
        }
        seen.insert(*place);
    }
    // The present name is what it is; what it means is said at the new one.
    for field in Field::ALL.iter().filter(|field| **field != Field::NicknameCurrent) {
        assert!(seen.contains(field), "{field:?} has no case");
        assert_eq!(Field::from_path(field.path()), Some(*field));
    }
}

/// What the fields' table cannot show: ages, one person twice, and photos.
fn other_findings() -> Vec<Finding> {
    let young = resident_id("20090101", "001");
    let twin = resident_id("19800101", "001");
    let mut applications = vec![
        changed(SubjectType::Individual, &[(Field::AdministratorIdNumber, &young)]),
        changed(ENTERPRISE, &[(Field::AdministratorIdNumber, &twin)]),
    ];
    let mut photos = complete(SubjectType::Individual);
    photos.materials.clear();
    let verdict = |ok, code: &str, severity: &str| {
        let json = format!(
            r#"{{"ok":{ok},"findings":[{{"code":"{code}","severity":"{severity}","area":[]}}],"width":1}}"#
        );
        serde_json::from_str::<Verdict>(&json).unwrap()
    };
    let material = |slot, report| Material { slot, sha256: Some("same".into()), report };
    photos
        .materials
        .push(material(Slot::IdFront, Some(verdict(false, "photo.wrong-side", "block"))));
    photos.materials.push(material(Slot::IdBack, Some(verdict(true, "photo.wrong-side", "warn"))));
    photos.materials.push(material(Slot::Licence, None));
    photos.materials.extend(
        (0..11).map(|_| Material { sha256: None, ..material(Slot::IdentificationProof, None) }),
    );
    applications.push(photos);
    applications.iter().flat_map(|application| check(application).findings).collect()
}

#[test]
fn every_code_of_the_form_is_shown_and_has_words_in_both_languages() {
    let mut all: Vec<Finding> = other_findings();
    for (subject_type, changes, ..) in CASES {
        all.extend(check(&changed(*subject_type, changes)).findings);
    }
    for code in FormIssue::CODES {
        assert!(all.iter().any(|finding| finding.code() == *code), "{code} is shown by nothing");
    }
    for finding in &all {
        let [zh, en] = Locale::ALL.map(|locale| finding.explain(locale));
        assert!(zh.what.ends_with('。') && zh.fix.ends_with('。'), "{zh:?}");
        assert!(en.what.ends_with('.') && en.fix.ends_with(['.', '?']), "{en:?}");
    }
}

#[test]
fn a_fault_is_found_at_its_place_and_says_what_to_do() {
    let twin = resident_id("19800101", "001");
    let report = check(&changed(ENTERPRISE, &[(Field::AdministratorIdNumber, &twin)]));
    assert_eq!(faults(&report), [("administrator.name", "form.same-number-other-name")]);
    assert_eq!(report.next, ["administrator.name"]);
    assert_eq!(
        report.findings[0].explain(Locale::ZhHans).what,
        "同一个证件号码，在这份申请里写了两个姓名。"
    );
    let json = serde_json::to_value(&report.findings[0]).unwrap();
    assert_eq!(json["path"], "administrator.name");
    assert_eq!(json["code"], "form.same-number-other-name");
    assert_eq!(json["severity"], "block");
    assert_eq!(json["other"], "legalPerson.name");
}

#[test]
fn an_application_never_prints_what_is_in_it() {
    let application = complete(ENTERPRISE);
    let printed = format!(
        "{application:?} {:?}",
        check(&changed(ENTERPRISE, &[(Field::AdministratorIdNumber, "123456")]))
    );
    for text in ["王五", "1101", "13123", "123456"] {
        assert!(!printed.contains(text), "{text}");
    }
}

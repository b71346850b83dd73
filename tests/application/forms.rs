//! Applications of each subject type that are filled in without a fault.

use renzheng::application::{
    self, Application, Code, Field, FormProfile, Material, Report, Requirements, Slot, SubjectType,
    Verdict,
};
use renzheng::date::Date;
use renzheng::finding::Severity;
use renzheng::identity::{self, NumberKind};

pub const ENTERPRISE: SubjectType = SubjectType::Enterprise;

pub fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

pub fn check(application: &Application) -> Report {
    application::check(application, today(), FormProfile::WECHAT_2026)
}

pub fn requirements(subject_type: SubjectType) -> Requirements {
    application::requirements(subject_type, FormProfile::WECHAT_2026)
}

/// A number with the last character that makes it hold.
pub fn completed(kind: NumberKind, text: &str) -> String {
    "0123456789ABCDEFGHJKLMNPQRTUWXY"
        .chars()
        .map(|c| format!("{text}{c}"))
        .find(|number| identity::check(kind, number, today()).findings.is_empty())
        .unwrap()
}

pub fn resident_id(born: &str, sequence: &str) -> String {
    completed(NumberKind::ResidentId, &format!("110105{born}{sequence}"))
}

/// Around the organization code that GB 11714 has as its example.
pub fn credit_code(subject_type: SubjectType) -> String {
    let start = match subject_type {
        SubjectType::SoleTrader => "92",
        SubjectType::Government => "11",
        SubjectType::PublicInstitution | SubjectType::InstitutionMedia => "12",
        SubjectType::SocialOrganization => "51",
        SubjectType::PrivateNonEnterprise => "52",
        SubjectType::NonProfit => "53",
        _ => "91",
    };
    completed(NumberKind::CreditCode, &format!("{start}110105D2143569X"))
}

/// A photo that passed its check.
pub fn photo(slot: Slot, sha256: &str) -> Material {
    let report = Some(Verdict { ok: true, findings: Vec::new() });
    Material { slot, sha256: Some(sha256.to_owned()), report }
}

/// A photo of which its check says one thing.
pub fn photo_with(slot: Slot, sha256: &str, code: &str, severity: Severity) -> Material {
    let findings = vec![Code { code: code.to_owned(), severity }];
    let report = Some(Verdict { ok: severity != Severity::Block, findings });
    Material { report, ..photo(slot, sha256) }
}

/// Everything that the type is asked for, optional fields and photos included.
pub fn complete(subject_type: SubjectType) -> Application {
    let mut application = Application::new(subject_type);
    let requirements = requirements(subject_type);
    for spec in requirements.fields {
        application.fields.insert(spec.field, text(subject_type, spec.field));
    }
    for spec in requirements.materials {
        application.materials.push(photo(spec.slot, spec.slot.path()));
    }
    application
}

fn text(subject_type: SubjectType, field: Field) -> String {
    match field {
        Field::InvoiceTitle if subject_type == SubjectType::Individual => "王五".into(),
        // Brackets are typed in both widths.
        Field::InvoiceTitle => "青石小筑(北京) 有限公司".into(),
        Field::SubjectName => "青石小筑（北京）有限公司".into(),
        Field::SubjectCreditCode => credit_code(subject_type),
        Field::InvoiceTaxpayerNumber if subject_type == SubjectType::Overseas => {
            credit_code(ENTERPRISE)
        }
        Field::InvoiceTaxpayerNumber => credit_code(subject_type).to_lowercase(),
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
        Field::LegalPersonIdValidUntil | Field::AdministratorIdValidUntil => "2040.05.20".into(),
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
        Field::InvoicePhone => "（010）12345678 转 801".into(),
        Field::InvoiceNote => "请寄电子版".into(),
    }
}

/// A complete application with some fields written anew.
pub fn changed(subject_type: SubjectType, changes: &[(Field, &str)]) -> Application {
    let mut application = complete(subject_type);
    for (field, text) in changes {
        application.fields.insert(*field, (*text).to_owned());
    }
    application
}

//! For each thing that can be found at a field: what has to be written for it.

use renzheng::application::{
    Application, Field, Material, Need, Requirements, Shape, Slot, SubjectType,
};
use renzheng::finding::Severity;

use crate::codes::{DOCUMENTS, Key, key_of};
use crate::forms::{changed, complete, photo, photo_with, resident_id};
use crate::numbers;

/// Texts, the field where something is found, and what.
type Fixture = (&'static [(Field, &'static str)], Field, &'static str);

/// Longer than any field takes.
const LONG: &str = concat!(
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "0123456789012345678901234567890123456789012345678901234567890123456789"
);

const FIXTURES: &[Fixture] = {
    use Field as F;
    &[
        (&[(F::SubjectName, "青")], F::SubjectName, "form.length"),
        (&[(F::SubjectName, LONG)], F::SubjectName, "form.length"),
        (
            &[(F::SubjectCreditCode, "13110105D2143569X")],
            F::SubjectCreditCode,
            "form.credit-code-category",
        ),
        (
            &[(F::SubjectOrganizationCode, "M000100Y-4")],
            F::SubjectOrganizationCode,
            "form.credit-code-differs",
        ),
        (
            &[(F::InvoiceTaxpayerNumber, "110105D2143569X")],
            F::InvoiceTaxpayerNumber,
            "form.credit-code-differs",
        ),
        (&[(F::SubjectOverseasNumber, LONG)], F::SubjectOverseasNumber, "form.length"),
        (&[(F::SubjectAddress, "北京")], F::SubjectAddress, "form.length"),
        (&[(F::SubjectFoundedOn, "2月30日")], F::SubjectFoundedOn, "form.date"),
        (&[(F::SubjectFoundedOn, "2026-11-25")], F::SubjectFoundedOn, "form.date-future"),
        (&[(F::SubjectValidUntil, "soon")], F::SubjectValidUntil, "form.date"),
        (&[(F::SubjectValidUntil, "2026-11-23")], F::SubjectValidUntil, "form.expired"),
        (&[(F::SubjectValidUntil, "2026-11-24")], F::SubjectValidUntil, "form.expires-soon"),
        (&[(F::SubjectValidUntil, "2010-01-01")], F::SubjectValidUntil, "form.date-order"),
        (&[(F::SubjectConfirmBy, "by post")], F::SubjectConfirmBy, "form.choice"),
        (&[(F::SubjectConfirmBy, "legal-person-face")], F::SubjectBankName, "form.not-asked"),
        (&[(F::SubjectBankName, "青")], F::SubjectBankName, "form.length"),
        (&[(F::SubjectConfirmBy, "legal-person-face")], F::SubjectBankAccount, "form.not-asked"),
        (&[(F::SubjectBankAccount, "12")], F::SubjectBankAccount, "form.bank-account"),
        (&[(F::MediaLicenceKind, "blog")], F::MediaLicenceKind, "form.choice"),
        (&[(F::LegalPersonName, "张")], F::LegalPersonName, "form.length"),
        (&[(F::LegalPersonName, "张3")], F::LegalPersonName, "form.person-name"),
        (&[(F::LegalPersonName, "Иван")], F::LegalPersonName, "form.person-name-unusual"),
        (&[(F::LegalPersonIdKind, "library-card")], F::LegalPersonIdKind, "form.choice"),
        (&[(F::LegalPersonIdIssuedOn, "x")], F::LegalPersonIdIssuedOn, "form.date"),
        (&[(F::LegalPersonIdIssuedOn, "2027-01-01")], F::LegalPersonIdIssuedOn, "form.date-future"),
        (
            &[(F::LegalPersonIdIssuedOn, "1979-12-31")],
            F::LegalPersonIdIssuedOn,
            "form.issued-before-birth",
        ),
        (&[(F::LegalPersonIdValidUntil, "x")], F::LegalPersonIdValidUntil, "form.date"),
        (&[(F::LegalPersonIdValidUntil, "2026-11-23")], F::LegalPersonIdValidUntil, "form.expired"),
        (
            &[(F::LegalPersonIdValidUntil, "2026-12-23")],
            F::LegalPersonIdValidUntil,
            "form.expires-soon",
        ),
        (
            &[(F::LegalPersonIdValidUntil, "2019-05-20")],
            F::LegalPersonIdValidUntil,
            "form.date-order",
        ),
        (
            &[(F::LegalPersonIdValidUntil, "2041-05-20")],
            F::LegalPersonIdValidUntil,
            "form.validity-period resident-id",
        ),
        (
            &[
                (F::LegalPersonIdKind, "residence-permit"),
                (F::LegalPersonIdNumber, "810000199408230021"),
                (F::LegalPersonIdValidUntil, "2040-05-20"),
            ],
            F::LegalPersonIdValidUntil,
            "form.validity-period residence-permit",
        ),
        (
            &[(F::LegalPersonIdValidUntil, "long-term")],
            F::LegalPersonIdValidUntil,
            "form.validity-age",
        ),
        (&[(F::AdministratorName, LONG)], F::AdministratorName, "form.length"),
        (&[(F::AdministratorName, "@某")], F::AdministratorName, "form.person-name"),
        (&[(F::AdministratorName, "Иван")], F::AdministratorName, "form.person-name-unusual"),
        (
            &[(F::AdministratorName, "阿卜杜拉•买买提")],
            F::AdministratorIdNumber,
            "form.same-name-other-number",
        ),
        (
            &[
                (F::LegalPersonIdNumber, "11010519491231002X"),
                (F::AdministratorIdNumber, "110105 19491231 002x"),
            ],
            F::AdministratorName,
            "form.same-number-other-name",
        ),
        (&[(F::AdministratorIdKind, "mobile")], F::AdministratorIdKind, "form.choice"),
        (&[(F::AdministratorIdIssuedOn, "x")], F::AdministratorIdIssuedOn, "form.date"),
        (
            &[(F::AdministratorIdIssuedOn, "2026-11-25")],
            F::AdministratorIdIssuedOn,
            "form.date-future",
        ),
        (
            &[(F::AdministratorIdIssuedOn, "1990-02-01")],
            F::AdministratorIdIssuedOn,
            "form.issued-before-birth",
        ),
        (&[(F::AdministratorIdValidUntil, "x")], F::AdministratorIdValidUntil, "form.date"),
        (
            &[(F::AdministratorIdValidUntil, "2020-05-21")],
            F::AdministratorIdValidUntil,
            "form.expired",
        ),
        (
            &[(F::AdministratorIdValidUntil, "2026-11-24")],
            F::AdministratorIdValidUntil,
            "form.expires-soon",
        ),
        (
            &[(F::AdministratorIdValidUntil, "2020-05-20")],
            F::AdministratorIdValidUntil,
            "form.date-order",
        ),
        (
            &[(F::AdministratorIdValidUntil, "2030-05-21")],
            F::AdministratorIdValidUntil,
            "form.validity-period resident-id",
        ),
        (
            &[
                (F::AdministratorIdKind, "residence-permit"),
                (F::AdministratorIdNumber, "810000199408230021"),
                (F::AdministratorIdValidUntil, "2040-05-20"),
            ],
            F::AdministratorIdValidUntil,
            "form.validity-period residence-permit",
        ),
        (
            &[(F::AdministratorIdValidUntil, "2030-05-20")],
            F::AdministratorIdValidUntil,
            "form.validity-age",
        ),
        (&[(F::ContactName, "张")], F::ContactName, "form.length"),
        (&[(F::ContactName, "张.三1")], F::ContactName, "form.person-name"),
        (&[(F::ContactName, "Иван")], F::ContactName, "form.person-name-unusual"),
        (&[(F::ContactName, "李四")], F::ContactMobile, "form.shared-mobile"),
        (&[(F::IdentificationName, LONG)], F::IdentificationName, "form.length"),
        (&[(F::NicknameText, "青")], F::NicknameText, "name.length"),
        (&[(F::NicknameText, "青石！")], F::NicknameText, "name.character"),
        (&[(F::NicknameText, " 青石小筑")], F::NicknameText, "name.space"),
        (&[(F::NicknameText, "青石小程序")], F::NicknameText, "name.forbidden-word"),
        (&[(F::NicknameText, "健康")], F::NicknameText, "name.risky-word"),
        (&[(F::NicknameText, "牙科")], F::NicknameText, "name.generic"),
        (&[(F::NicknameText, "四川系统门窗")], F::NicknameText, "name.region-generic"),
        (&[(F::NicknameText, "华为青石")], F::NicknameText, "name.famous-mark"),
        (&[(F::NicknameText, "青石税务局")], F::NicknameText, "name.state-organ"),
        (&[(F::NicknameCurrent, "旧名")], F::NicknameText, "name.replaces"),
        (&[], F::NicknameText, "name.unchanged"),
        (&[(F::NicknameMode, "by-lot")], F::NicknameMode, "form.choice"),
        (&[(F::NicknameMode, "trademark")], F::NicknameMode, "name.proof-needed"),
        (&[(F::NicknameRenamesLeft, "some")], F::NicknameRenamesLeft, "form.count"),
        (&[], F::NicknameRenamesLeft, "name.renames-left"),
        (
            &[(F::NicknameCurrent, "旧名"), (F::NicknameAcknowledged, "")],
            F::NicknameAcknowledged,
            "name.not-acknowledged",
        ),
        (&[(F::NicknameShortName, "青")], F::NicknameShortName, "name.short-length"),
        (&[(F::NicknameShortName, "石青")], F::NicknameShortName, "name.short-not-part"),
        (&[(F::NicknameIntroduction, "店")], F::NicknameIntroduction, "name.introduction-length"),
        (
            &[(F::NicknameText, ""), (F::NicknameIntroduction, "店")],
            F::NicknameIntroduction,
            "name.introduction-length",
        ),
        (&[(F::PaymentPayer, "nobody")], F::PaymentPayer, "form.choice"),
        (&[(F::InvoiceType, "paper")], F::InvoiceType, "form.choice"),
        (&[(F::InvoiceType, "vat-special")], F::InvoiceType, "form.invoice-abolished"),
        (&[(F::PaymentPayer, "provider")], F::InvoiceType, "form.invoice-not-for-provider"),
        (&[(F::InvoiceTitle, "青")], F::InvoiceTitle, "form.length"),
        (&[(F::InvoiceTitle, "别的公司")], F::InvoiceTitle, "form.title-differs"),
        (&[(F::InvoiceType, "none")], F::InvoiceTitle, "form.not-asked"),
        (&[(F::InvoiceType, "none")], F::InvoiceTaxpayerNumber, "form.not-asked"),
        (&[(F::InvoiceType, "electronic")], F::InvoiceAddress, "form.not-asked"),
        (&[(F::InvoiceAddress, "路")], F::InvoiceAddress, "form.length"),
        (&[(F::InvoiceType, "electronic")], F::InvoicePhone, "form.not-asked"),
        (&[(F::InvoicePhone, "call me")], F::InvoicePhone, "form.phone"),
        (&[(F::InvoiceType, "electronic")], F::InvoiceBankName, "form.not-asked"),
        (&[(F::InvoiceBankName, "行")], F::InvoiceBankName, "form.length"),
        (&[(F::InvoiceType, "electronic")], F::InvoiceBankAccount, "form.not-asked"),
        (&[(F::InvoiceBankAccount, "abc")], F::InvoiceBankAccount, "form.bank-account"),
        (&[(F::InvoiceNote, LONG)], F::InvoiceNote, "form.length"),
    ]
};

/// Applications, each with what it is to show.
pub fn of(requirements: &Requirements) -> Vec<(Application, Key)> {
    let subject_type = requirements.subject_type;
    let mut all = Vec::new();
    for (changes, field, code) in FIXTURES {
        let asked = |field: &Field| requirements.fields.iter().any(|spec| spec.field == *field);
        if asked(field) && changes.iter().all(|(field, _)| asked(field)) {
            all.push((changed(subject_type, changes), key_of(*field, code)));
        }
    }
    of_fields(requirements, &mut all);
    of_photos(requirements, &mut all);
    all
}

/// What is shown in the same way at every field.
fn of_fields(requirements: &Requirements, all: &mut Vec<(Application, Key)>) {
    let subject_type = requirements.subject_type;
    for field in Field::ALL {
        let path = field.path();
        let Some(spec) = requirements.fields.iter().find(|spec| spec.field == field) else {
            let application = changed(subject_type, &[(field, "x")]);
            all.push((application, (path, "form.not-asked", "")));
            continue;
        };
        if spec.need != Need::Optional {
            let application = changed(subject_type, &[(field, " \u{200b}")]);
            all.push((application, (path, "form.missing", "")));
        }
        for (kind, code, text) in numbers::FIXTURES {
            let changes = match spec.shape {
                Shape::Number { number } if number == *kind => vec![(field, *text)],
                Shape::IdNumber { kind: said } if DOCUMENTS.contains(kind) => {
                    vec![(said, kind.as_str()), (field, *text)]
                }
                _ => continue,
            };
            let is_of_email = matches!(*code, "number.email-part" | "number.email-domain");
            let kind = if is_of_email { "" } else { kind.as_str() };
            // Nothing of an address is an empty field.
            if (kind, *code) == ("email", "number.missing") {
                continue;
            }
            all.push((changed(subject_type, &changes), (path, *code, kind)));
        }
        if let Shape::IdNumber { .. } = spec.shape {
            let young = resident_id("20090101", "001");
            let application = changed(subject_type, &[(field, &young)]);
            all.push((application, (path, "form.underage", "")));
        }
    }
    // A code of the mass organizations is nobody's; it is completed here.
    let field = Field::SubjectCreditCode;
    for (application, _) in all.iter_mut().filter(|(_, key)| key.1 == "form.credit-code-category") {
        let code = crate::forms::completed(
            renzheng::identity::NumberKind::CreditCode,
            application.get(field),
        );
        application.fields.insert(field, code);
    }
}

fn of_photos(requirements: &Requirements, all: &mut Vec<(Application, Key)>) {
    let subject_type = requirements.subject_type;
    for slot in Slot::ALL {
        let path = slot.path();
        let mut show = |code, change: &dyn Fn(&mut Vec<Material>)| {
            let mut application = complete(subject_type);
            change(&mut application.materials);
            all.push((application, (path, code, "")));
        };
        let Some(spec) = requirements.materials.iter().find(|spec| spec.slot == slot) else {
            show("form.not-asked", &|photos| photos.push(photo(slot, "another")));
            continue;
        };
        let without = |photos: &mut Vec<Material>| photos.retain(|photo| photo.slot != slot);
        let with = |photos: &mut Vec<Material>, photo| {
            without(photos);
            photos.push(photo);
        };
        show("form.too-many", &|photos| {
            photos.extend((0..spec.most).map(|i| photo(slot, &i.to_string())));
        });
        show("form.photo-refused", &|photos| {
            with(photos, photo_with(slot, "a", "photo.over-limit", Severity::Block));
        });
        show("form.photo-doubtful", &|photos| {
            with(photos, photo_with(slot, "a", "photo.blurred", Severity::Warn));
        });
        show("form.photo-unchecked", &|photos| {
            with(photos, Material { report: None, ..photo(slot, "a") });
        });
        // Twice in one slot, and once more in another.
        show("form.same-file", &|photos| photos.push(photo(slot, path)));
        show("form.same-file", &|photos| {
            let other = photos.iter().find(|photo| photo.slot != slot).unwrap();
            let hash = other.sha256.clone().unwrap().to_uppercase();
            with(photos, photo(slot, &hash));
        });
        match spec.need {
            Need::Optional => {}
            Need::When { path: field, values } if !values.is_empty() => {
                let mut application = changed(subject_type, &[(field, values[0])]);
                without(&mut application.materials);
                all.push((application, (path, "form.missing", "")));
            }
            _ => show("form.missing", &without),
        }
        let mut application = complete(subject_type);
        with(&mut application.materials, photo(slot, "a"));
        application.refused = vec![photo(slot, "A")];
        all.push((application, (path, "form.refused-before", "")));
        if slot == Slot::IdFront {
            let mut application = complete(subject_type);
            let seen = |slot| photo_with(slot, slot.path(), "photo.wrong-side", Severity::Block);
            application.materials = vec![seen(Slot::IdFront), seen(Slot::IdBack)];
            all.push((application, (path, "form.sides-swapped", "")));
        }
    }
}

/// Every text that a fixture writes, for whoever wants to mix them.
pub fn texts() -> Vec<&'static str> {
    let written = FIXTURES.iter().flat_map(|(changes, ..)| changes.iter().map(|(_, text)| *text));
    let numbers = numbers::FIXTURES.iter().map(|(.., text)| *text);
    written.chain(numbers).chain(numbers::GOOD.iter().map(|(_, text)| *text)).collect()
}

/// Places and codes that the table names, to see that none of them is of no type.
pub fn named() -> impl Iterator<Item = Key> {
    FIXTURES.iter().map(|(_, field, code)| key_of(*field, code))
}

/// The subject types, each with its form.
pub fn types() -> impl Iterator<Item = Requirements> {
    SubjectType::ALL.into_iter().map(crate::forms::requirements)
}

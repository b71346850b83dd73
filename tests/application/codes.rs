//! What can be found where: said once more, apart from the rules. From the kind of a
//! field, from what stands beside it in the form, and from the slot of a photo.

use std::collections::BTreeSet;

use renzheng::application::{Field, Finding, Need, Requirements, Shape, Slot, SubjectType};
use renzheng::identity::NumberKind;

use crate::numbers;

/// A path, a code, and of numbers what they are meant to be.
pub type Key = (&'static str, &'static str, &'static str);

/// What was found, and where.
pub fn key(finding: &Finding) -> Key {
    let json = serde_json::to_value(finding).unwrap();
    let kind = json.get("kind").and_then(|kind| kind.as_str()).and_then(NumberKind::from_name);
    (place(finding.path), finding.code(), kind.map_or("", NumberKind::as_str))
}

/// The key of a row of a table, in which the kind stands behind the code.
pub fn key_of(field: Field, code: &'static str) -> Key {
    let (code, kind) = code.split_once(' ').unwrap_or((code, ""));
    (field.path(), code, kind)
}

fn place(path: &str) -> &'static str {
    let fields = Field::ALL.iter().map(|field| field.path());
    let mut places = fields.chain(Slot::ALL.iter().map(|slot| slot.path()));
    places.find(|place| *place == path).unwrap_or_else(|| panic!("{path} is no place"))
}

/// Everything that can be found in the form of a subject type.
pub fn possible(requirements: &Requirements) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for field in Field::ALL {
        let path = field.path();
        let Some(spec) = requirements.fields.iter().find(|spec| spec.field == field) else {
            keys.insert((path, "form.not-asked", ""));
            continue;
        };
        keys.extend(of_need(spec.need).iter().map(|code| (path, *code, "")));
        match spec.shape {
            Shape::Number { number } => keys.extend(of_number(path, number)),
            Shape::IdNumber { .. } => {
                keys.extend(DOCUMENTS.iter().flat_map(|kind| of_number(path, *kind)));
            }
            shape => keys.extend(of_shape(shape).iter().map(|code| (path, *code, ""))),
        }
    }
    for (field, code, beside) in CROSS {
        let asks = |field: &Field| requirements.fields.iter().any(|spec| spec.field == *field);
        if asks(field) && beside.iter().all(asks) {
            keys.insert(key_of(*field, code));
        }
    }
    if STARTS_UNKNOWN.contains(&requirements.subject_type) {
        keys.remove(&(Field::SubjectCreditCode.path(), "form.credit-code-category", ""));
    }
    for slot in Slot::ALL {
        let path = slot.path();
        let Some(spec) = requirements.materials.iter().find(|spec| spec.slot == slot) else {
            keys.insert((path, "form.not-asked", ""));
            continue;
        };
        if spec.need != Need::Optional {
            keys.insert((path, "form.missing", ""));
        }
        keys.extend(OF_PHOTOS.iter().map(|code| (path, *code, "")));
        if slot == Slot::IdFront {
            keys.insert((path, "form.sides-swapped", ""));
        }
    }
    keys
}

const OF_PHOTOS: &[&str] = &[
    "form.too-many",
    "form.photo-refused",
    "form.photo-doubtful",
    "form.photo-unchecked",
    "form.same-file",
    "form.refused-before",
];

/// Documents that people show.
pub const DOCUMENTS: [NumberKind; 6] = [
    NumberKind::ResidentId,
    NumberKind::ResidencePermit,
    NumberKind::ForeignPermanentResident,
    NumberKind::Passport,
    NumberKind::HomeReturnPermit,
    NumberKind::TaiwanPermit,
];

fn of_need(need: Need) -> &'static [&'static str] {
    match need {
        Need::Always => &["form.missing"],
        Need::Optional => &[],
        Need::When { .. } => &["form.missing", "form.not-asked"],
    }
}

fn of_shape(shape: Shape) -> &'static [&'static str] {
    match shape {
        Shape::PersonName => &["form.length", "form.person-name", "form.person-name-unusual"],
        Shape::OrganizationName | Shape::Text { .. } => &["form.length"],
        Shape::PastDate => &["form.date", "form.date-future"],
        Shape::EndDate => &["form.date", "form.expired", "form.expires-soon"],
        Shape::Choice { .. } => &["form.choice"],
        Shape::BankAccount => &["form.bank-account"],
        Shape::Phone => &["form.phone"],
        Shape::Count => &["form.count"],
        Shape::Nickname => &[],
        Shape::Number { .. } | Shape::IdNumber { .. } => panic!("see `of_number`"),
    }
}

/// All that can be said of a number of this kind, but that it is not there: where an
/// address is nothing, the field is empty.
fn of_number(path: &'static str, kind: NumberKind) -> impl Iterator<Item = Key> {
    numbers::FIXTURES
        .iter()
        .filter(move |(of, code, _)| {
            *of == kind && !(kind == NumberKind::Email && *code == "number.missing")
        })
        .map(move |(_, code, _)| {
            let is_of_email = matches!(*code, "number.email-part" | "number.email-domain");
            (path, *code, if is_of_email { "" } else { kind.as_str() })
        })
}

/// Credit codes of these types start in many ways.
const STARTS_UNKNOWN: &[SubjectType] = &[SubjectType::NonProfit, SubjectType::ProfitOrganization];

/// What is found at a field because of others, which must be asked for, too.
const CROSS: &[(Field, &str, &[Field])] = {
    use Field as F;
    &[
        (F::SubjectCreditCode, "form.credit-code-category", &[]),
        (F::SubjectOrganizationCode, "form.credit-code-differs", &[F::SubjectCreditCode]),
        (F::InvoiceTaxpayerNumber, "form.credit-code-differs", &[F::SubjectCreditCode]),
        (F::SubjectValidUntil, "form.date-order", &[F::SubjectFoundedOn]),
        (F::LegalPersonIdNumber, "form.underage", &[]),
        (F::LegalPersonIdIssuedOn, "form.issued-before-birth", &[F::LegalPersonIdNumber]),
        (F::LegalPersonIdValidUntil, "form.date-order", &[F::LegalPersonIdIssuedOn]),
        (
            F::LegalPersonIdValidUntil,
            "form.validity-period resident-id",
            &[F::LegalPersonIdIssuedOn],
        ),
        (
            F::LegalPersonIdValidUntil,
            "form.validity-period residence-permit",
            &[F::LegalPersonIdIssuedOn],
        ),
        (F::LegalPersonIdValidUntil, "form.validity-age", &[F::LegalPersonIdNumber]),
        (F::AdministratorIdNumber, "form.underage", &[]),
        (F::AdministratorIdIssuedOn, "form.issued-before-birth", &[F::AdministratorIdNumber]),
        (F::AdministratorIdValidUntil, "form.date-order", &[F::AdministratorIdIssuedOn]),
        (
            F::AdministratorIdValidUntil,
            "form.validity-period resident-id",
            &[F::AdministratorIdIssuedOn],
        ),
        (
            F::AdministratorIdValidUntil,
            "form.validity-period residence-permit",
            &[F::AdministratorIdIssuedOn],
        ),
        (F::AdministratorIdValidUntil, "form.validity-age", &[F::AdministratorIdNumber]),
        (F::AdministratorName, "form.same-number-other-name", &[F::LegalPersonName]),
        (F::AdministratorIdNumber, "form.same-name-other-number", &[F::LegalPersonIdNumber]),
        (F::ContactMobile, "form.shared-mobile", &[F::AdministratorMobile]),
        (F::NicknameText, "name.length", &[]),
        (F::NicknameText, "name.character", &[]),
        (F::NicknameText, "name.space", &[]),
        (F::NicknameText, "name.forbidden-word", &[]),
        (F::NicknameText, "name.risky-word", &[]),
        (F::NicknameText, "name.generic", &[]),
        (F::NicknameText, "name.region-generic", &[]),
        (F::NicknameText, "name.famous-mark", &[]),
        (F::NicknameText, "name.state-organ", &[]),
        (F::NicknameText, "name.replaces", &[F::NicknameCurrent]),
        (F::NicknameText, "name.unchanged", &[F::NicknameCurrent]),
        (F::NicknameMode, "name.proof-needed", &[]),
        (F::NicknameRenamesLeft, "name.renames-left", &[]),
        (F::NicknameAcknowledged, "name.not-acknowledged", &[F::NicknameCurrent]),
        (F::NicknameShortName, "name.short-length", &[]),
        (F::NicknameShortName, "name.short-not-part", &[F::NicknameText]),
        (F::NicknameIntroduction, "name.introduction-length", &[]),
        // A person gets no special invoice, and so no choice that was abolished.
        (F::InvoiceType, "form.invoice-abolished", &[F::InvoiceAddress]),
        (F::InvoiceType, "form.invoice-not-for-provider", &[F::PaymentPayer]),
        (F::InvoiceTitle, "form.title-differs", &[]),
    ]
};

//! What each subject type must give, what it costs and how long it takes, as data
//! with its sources.

use serde::Serialize;

use super::field::Field;
use super::material::Slot;
use super::requirement::{FieldSpec, MaterialSpec, Need, Shape};
use super::subject_type::SubjectType;
use crate::identity::NumberKind;
use crate::names::names;

names! {
    /// The name of a form profile.
    #[derive(Default)]
    pub enum FormProfileId {
        /// WeChat's form as it is known in 2026.
        #[default]
        "wechat-2026" => Wechat2026,
    }
}

impl FormProfileId {
    /// The rules behind the name.
    pub const fn profile(self) -> &'static FormProfile {
        match self {
            Self::Wechat2026 => FormProfile::WECHAT_2026,
        }
    }
}

/// What a form asks for, and its limits.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FormProfile {
    /// Its name.
    pub id: FormProfileId,
    /// Characters of a person's name: 2 to 50.
    pub person_name: (u16, u16),
    /// Characters of an organization's name.
    pub organization_name: (u16, u16),
    /// The usual least age of an applicant. It only warns: no official page says so.
    pub least_age: u16,
    /// Documents that end within so many days are pointed at.
    pub expires_soon_days: u16,
    /// Years for which ID cards are valid.
    pub card_years: &'static [u16],
    /// Years for which residence permits (港澳台居民居住证) are valid, at every age.
    pub permit_years: &'static [u16],
    /// From which age on a card is valid for how many years; 0 is for long.
    pub card_years_by_age: &'static [(u16, u16)],
    /// Since when 增值税专票 on paper is no longer issued.
    pub paper_invoice_abolished: &'static str,
    /// The requirements of each subject type.
    #[serde(skip)]
    types: &'static [TypeRules],
}

/// What one subject type must give.
#[derive(Debug, PartialEq)]
pub(super) struct TypeRules {
    pub(super) subject_type: SubjectType,
    pub(super) fields: &'static [&'static [FieldSpec]],
    pub(super) materials: &'static [MaterialSpec],
    /// How its credit codes start; empty where that is not known.
    pub(super) credit_code_starts: &'static [&'static str],
    pub(super) fee_yuan: u16,
    pub(super) fee_source: &'static str,
    pub(super) source: &'static str,
}

/// Days that a review takes, at least and at most. The official figure is 「15 个工作日」
/// in older text; service providers report 1 to 5.
pub(super) const REVIEW_DAYS: (u16, u16) = (1, 15);
pub(super) const REVIEW_SOURCE: &str =
    "15 working days: nbyuyuan.net, older official text; 1 to 5: service providers";

impl FormProfile {
    /// The default profile.
    pub const WECHAT_2026: &'static Self = &WECHAT_2026;

    pub(super) fn rules(&self, subject_type: SubjectType) -> &'static TypeRules {
        // The table has each type; a test holds it.
        self.types.iter().find(|rules| rules.subject_type == subject_type).unwrap_or(&self.types[0])
    }
}

/// Card years: 居民身份证法, article 5 (under 16: 5; 16 to 25: 10; 26 to 45: 20; from 46:
/// for long). Permit years: 港澳台居民居住证申领发放办法 (国办发〔2018〕81号). Names: `identity` cards have up to 50 characters; two is the least.
/// Invoice: Senparc's `AuthData`, `invoice_type` 3. Least age, days: chosen by us.
const WECHAT_2026: FormProfile = FormProfile {
    id: FormProfileId::Wechat2026,
    person_name: (2, 50),
    organization_name: (2, 120),
    least_age: 18,
    expires_soon_days: 30,
    card_years: &[5, 10, 20],
    permit_years: &[5],
    card_years_by_age: &[(0, 5), (16, 10), (26, 20), (46, 0)],
    paper_invoice_abolished: "2024-04-03",
    types: TYPES,
};

/// The documents of people.
pub(super) const ID_KINDS: &[&str] = &[
    "resident-id",
    "residence-permit",
    "foreign-permanent-resident",
    "passport",
    "home-return-permit",
    "taiwan-permit",
];

const fn always(field: Field, shape: Shape) -> FieldSpec {
    FieldSpec { field, shape, need: Need::Always }
}

const fn optional(field: Field, shape: Shape) -> FieldSpec {
    FieldSpec { field, shape, need: Need::Optional }
}

const fn when(
    field: Field,
    shape: Shape,
    other: Field,
    values: &'static [&'static str],
) -> FieldSpec {
    FieldSpec { field, shape, need: Need::When { path: other, values } }
}

/// The licence: its name and code, and what it says.
const LICENCE: &[FieldSpec] = &[
    always(Field::SubjectName, Shape::OrganizationName),
    always(Field::SubjectCreditCode, Shape::Number { number: NumberKind::CreditCode }),
    optional(Field::SubjectAddress, Shape::Text { least: 4, most: 200 }),
    optional(Field::SubjectFoundedOn, Shape::PastDate),
    optional(Field::SubjectValidUntil, Shape::EndDate),
];

/// Numbers of licences from before the credit code.
const OLD_NUMBERS: &[FieldSpec] = &[
    optional(
        Field::SubjectRegistrationNumber,
        Shape::Number { number: NumberKind::RegistrationNumber },
    ),
    optional(
        Field::SubjectOrganizationCode,
        Shape::Number { number: NumberKind::OrganizationCode },
    ),
];

const CONFIRMATION: &[FieldSpec] = &[
    always(
        Field::SubjectConfirmBy,
        Shape::Choice { values: &["legal-person-face", "small-transfer"] },
    ),
    when(
        Field::SubjectBankName,
        Shape::Text { least: 2, most: 100 },
        Field::SubjectConfirmBy,
        &["small-transfer"],
    ),
    when(
        Field::SubjectBankAccount,
        Shape::BankAccount,
        Field::SubjectConfirmBy,
        &["small-transfer"],
    ),
];

const OVERSEAS: &[FieldSpec] = &[
    always(Field::SubjectName, Shape::OrganizationName),
    always(Field::SubjectOverseasNumber, Shape::Text { least: 1, most: 60 }),
    optional(Field::SubjectAddress, Shape::Text { least: 4, most: 200 }),
    optional(Field::SubjectFoundedOn, Shape::PastDate),
    optional(Field::SubjectValidUntil, Shape::EndDate),
];

const MEDIA: &[FieldSpec] = &[always(
    Field::MediaLicenceKind,
    Shape::Choice {
        values: &["internet-news", "audiovisual", "broadcasting", "newspaper", "periodical"],
    },
)];

const LEGAL_PERSON: &[FieldSpec] = &[
    always(Field::LegalPersonName, Shape::PersonName),
    optional(Field::LegalPersonIdKind, Shape::Choice { values: ID_KINDS }),
    optional(Field::LegalPersonIdNumber, Shape::IdNumber { kind: Field::LegalPersonIdKind }),
    optional(Field::LegalPersonIdIssuedOn, Shape::PastDate),
    optional(Field::LegalPersonIdValidUntil, Shape::EndDate),
];

const ADMINISTRATOR: &[FieldSpec] = &[
    always(Field::AdministratorName, Shape::PersonName),
    optional(Field::AdministratorIdKind, Shape::Choice { values: ID_KINDS }),
    always(Field::AdministratorIdNumber, Shape::IdNumber { kind: Field::AdministratorIdKind }),
    optional(Field::AdministratorIdIssuedOn, Shape::PastDate),
    optional(Field::AdministratorIdValidUntil, Shape::EndDate),
    always(Field::AdministratorMobile, Shape::Number { number: NumberKind::Mobile }),
];

/// `contact_info`: name and e-mail; a mobile number only when something was sent back.
const CONTACT: &[FieldSpec] = &[
    always(Field::ContactName, Shape::PersonName),
    always(Field::ContactEmail, Shape::Number { number: NumberKind::Email }),
    optional(Field::ContactMobile, Shape::Number { number: NumberKind::Mobile }),
];

const IDENTIFICATION: &[FieldSpec] =
    &[optional(Field::IdentificationName, Shape::Text { least: 1, most: 50 })];

/// Judged together, by `name`.
const NICKNAME: &[FieldSpec] = &[
    always(Field::NicknameText, Shape::Nickname),
    always(Field::NicknameMode, Shape::Choice { values: &["self-chosen", "trademark"] }),
    optional(Field::NicknameCurrent, Shape::Nickname),
    optional(Field::NicknameRenamesLeft, Shape::Count),
    optional(Field::NicknameAcknowledged, Shape::Nickname),
    optional(Field::NicknameShortName, Shape::Nickname),
    optional(Field::NicknameIntroduction, Shape::Nickname),
];

/// `pay_type`, and `invoice_info` with its `electronic` and `vat`.
const PAYMENT: &[FieldSpec] = &[
    always(Field::PaymentPayer, Shape::Choice { values: &["self", "provider"] }),
    optional(
        Field::InvoiceType,
        Shape::Choice { values: &["none", "electronic", "vat-special", "vat-special-digital"] },
    ),
    when(Field::InvoiceTitle, Shape::OrganizationName, Field::InvoiceType, WITH_INVOICE),
    when(
        Field::InvoiceTaxpayerNumber,
        Shape::Number { number: NumberKind::TaxpayerNumber },
        Field::InvoiceType,
        WITH_INVOICE,
    ),
    when(Field::InvoiceAddress, Shape::Text { least: 4, most: 200 }, Field::InvoiceType, VAT),
    when(Field::InvoicePhone, Shape::Phone, Field::InvoiceType, VAT),
    when(Field::InvoiceBankName, Shape::Text { least: 2, most: 100 }, Field::InvoiceType, VAT),
    when(Field::InvoiceBankAccount, Shape::BankAccount, Field::InvoiceType, VAT),
    optional(Field::InvoiceNote, Shape::Text { least: 1, most: 200 }),
];

/// A person is not asked for a taxpayer number.
const PERSON_PAYMENT: &[FieldSpec] = &[
    always(Field::PaymentPayer, Shape::Choice { values: &["self", "provider"] }),
    optional(Field::InvoiceType, Shape::Choice { values: &["none", "electronic"] }),
    when(Field::InvoiceTitle, Shape::OrganizationName, Field::InvoiceType, WITH_INVOICE),
    optional(Field::InvoiceNote, Shape::Text { least: 1, most: 200 }),
];

const WITH_INVOICE: &[&str] = &["electronic", "vat-special", "vat-special-digital"];
const VAT: &[&str] = &["vat-special", "vat-special-digital"];

const fn one(slot: Slot) -> MaterialSpec {
    MaterialSpec { slot, least: 1, most: 1, need: Need::Always }
}

/// `account_supplemental`: required of a name by trademark, else when a word needs it.
const NAME_PROOF: MaterialSpec = MaterialSpec {
    slot: Slot::NameProof,
    least: 1,
    most: 10,
    need: Need::When { path: Field::NicknameMode, values: &["trademark"] },
};

/// `auth_ident_material`: required where `auth_identification` is given.
const IDENTIFICATION_PROOF: MaterialSpec = MaterialSpec {
    slot: Slot::IdentificationProof,
    least: 1,
    most: 10,
    need: Need::When { path: Field::IdentificationName, values: &[] },
};

/// `qualification_other`: at most 10.
const SUPPLEMENT: MaterialSpec =
    MaterialSpec { slot: Slot::Supplement, least: 0, most: 10, need: Need::Optional };

const ORGANIZATION: &[MaterialSpec] =
    &[one(Slot::Licence), one(Slot::Letter), NAME_PROOF, SUPPLEMENT];
const MEDIUM: &[MaterialSpec] =
    &[one(Slot::Licence), one(Slot::Letter), one(Slot::MediaLicence), NAME_PROOF, SUPPLEMENT];
const PERSON: &[MaterialSpec] =
    &[one(Slot::IdFront), one(Slot::IdBack), IDENTIFICATION_PROOF, NAME_PROOF];

const ENTERPRISE_FORM: &[&[FieldSpec]] =
    &[LICENCE, OLD_NUMBERS, CONFIRMATION, LEGAL_PERSON, ADMINISTRATOR, CONTACT, NICKNAME, PAYMENT];
const PLAIN_FORM: &[&[FieldSpec]] =
    &[LICENCE, LEGAL_PERSON, ADMINISTRATOR, CONTACT, NICKNAME, PAYMENT];
/// Where nothing is paid, nobody is asked who pays.
const FREE_FORM: &[&[FieldSpec]] = &[LICENCE, LEGAL_PERSON, ADMINISTRATOR, CONTACT, NICKNAME];
const MEDIA_FORM: &[&[FieldSpec]] =
    &[LICENCE, MEDIA, LEGAL_PERSON, ADMINISTRATOR, CONTACT, NICKNAME, PAYMENT];

const FEE_300: &str = "300 a time for organizations: nbyuyuan.net; WeChat's own form skips payment for types 3 and 4 only";
const FEE_0: &str = "WeChat's own form skips payment for customer types 3 and 4";
const FEE_30: &str =
    "30 a year: github.com/Misaka-1314/MisakaStudy-MIniProgram/discussions/8; no official page";
const WXAAUTH: &str = "developers.weixin.qq.com, /wxa/sec/wxaauth";
const LANJUJING: &str = "lanjujing.com/info236-434.html (third party); other types than 1, 12, 15 go through mp.weixin.qq.com";

/// The categories of credit codes are our inference from GB 32100, and only warn.
const TYPES: &[TypeRules] = &[
    organization(SubjectType::Enterprise, ENTERPRISE_FORM, ORGANIZATION, &["91", "93"], WXAAUTH),
    organization(SubjectType::SoleTrader, PLAIN_FORM, ORGANIZATION, &["92"], WXAAUTH),
    TypeRules {
        subject_type: SubjectType::Individual,
        fields: &[ADMINISTRATOR, CONTACT, IDENTIFICATION, NICKNAME, PERSON_PAYMENT],
        materials: PERSON,
        credit_code_starts: &[],
        fee_yuan: 30,
        fee_source: FEE_30,
        source: WXAAUTH,
    },
    free(SubjectType::Government, &["11"]),
    organization(SubjectType::PublicInstitution, PLAIN_FORM, ORGANIZATION, &["12"], LANJUJING),
    organization(SubjectType::EnterpriseMedia, MEDIA_FORM, MEDIUM, &["91"], LANJUJING),
    organization(SubjectType::InstitutionMedia, MEDIA_FORM, MEDIUM, &["12"], LANJUJING),
    organization(SubjectType::SocialOrganization, PLAIN_FORM, ORGANIZATION, &["51"], LANJUJING),
    organization(SubjectType::PrivateNonEnterprise, PLAIN_FORM, ORGANIZATION, &["52"], LANJUJING),
    free(SubjectType::NonProfit, &[]),
    organization(SubjectType::ProfitOrganization, PLAIN_FORM, ORGANIZATION, &[], LANJUJING),
    TypeRules {
        subject_type: SubjectType::Overseas,
        fields: &[OVERSEAS, LEGAL_PERSON, ADMINISTRATOR, CONTACT, NICKNAME, PAYMENT],
        materials: ORGANIZATION,
        credit_code_starts: &[],
        fee_yuan: 300,
        fee_source: FEE_300,
        source: "not found for customer type 14; assumed as for other organizations",
    },
];

const fn organization(
    subject_type: SubjectType,
    fields: &'static [&'static [FieldSpec]],
    materials: &'static [MaterialSpec],
    credit_code_starts: &'static [&'static str],
    source: &'static str,
) -> TypeRules {
    TypeRules {
        subject_type,
        fields,
        materials,
        credit_code_starts,
        fee_yuan: 300,
        fee_source: FEE_300,
        source,
    }
}

const fn free(subject_type: SubjectType, credit_code_starts: &'static [&'static str]) -> TypeRules {
    TypeRules {
        subject_type,
        fields: FREE_FORM,
        materials: ORGANIZATION,
        credit_code_starts,
        fee_yuan: 0,
        fee_source: FEE_0,
        source: LANJUJING,
    }
}

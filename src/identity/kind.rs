//! The kinds of number that are known here.

use serde::{Deserialize, Serialize};

/// What a number is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberKind {
    /// Citizen identification number (公民身份号码), GB 11643-1999: 18 characters.
    ResidentId,
    /// Residence permit for residents of Hong Kong, Macao and Taiwan (港澳台居民居住证).
    ResidencePermit,
    /// Foreign permanent resident ID card (外国人永久居留身份证).
    ForeignPermanentResident,
    /// Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters.
    CreditCode,
    /// Organization code (组织机构代码), GB 11714-1997: 9 characters.
    OrganizationCode,
    /// Registration number of a business (工商注册号), GS 15-2006: 15 digits.
    RegistrationNumber,
    /// Mobile number of mainland China: 11 digits.
    Mobile,
    /// Passport, Chinese or not.
    Passport,
    /// Mainland travel permit for residents of Hong Kong and Macao (回乡证).
    HomeReturnPermit,
    /// Mainland travel permit for residents of Taiwan (台胞证).
    TaiwanPermit,
    /// E-mail address.
    Email,
    /// Bank card of a person; accounts of firms have no check digit.
    BankCard,
    /// Taxpayer identification number (纳税人识别号).
    TaxpayerNumber,
}

impl NumberKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::ResidentId,
        Self::ResidencePermit,
        Self::ForeignPermanentResident,
        Self::CreditCode,
        Self::OrganizationCode,
        Self::RegistrationNumber,
        Self::Mobile,
        Self::Passport,
        Self::HomeReturnPermit,
        Self::TaiwanPermit,
        Self::Email,
        Self::BankCard,
        Self::TaxpayerNumber,
    ];

    /// The name as programs write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ResidentId => "resident-id",
            Self::ResidencePermit => "residence-permit",
            Self::ForeignPermanentResident => "foreign-permanent-resident",
            Self::CreditCode => "credit-code",
            Self::OrganizationCode => "organization-code",
            Self::RegistrationNumber => "registration-number",
            Self::Mobile => "mobile",
            Self::Passport => "passport",
            Self::HomeReturnPermit => "home-return-permit",
            Self::TaiwanPermit => "taiwan-permit",
            Self::Email => "email",
            Self::BankCard => "bank-card",
            Self::TaxpayerNumber => "taxpayer-number",
        }
    }

    /// The kind of a name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}

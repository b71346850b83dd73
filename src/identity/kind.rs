//! The kinds of number that are known here.

use crate::names::names;

names! {
    /// What a number is meant to be.
    pub enum NumberKind {
        /// Citizen identification number (公民身份号码), GB 11643-1999: 18 characters.
        "resident-id" => ResidentId,
        /// Residence permit for residents of Hong Kong, Macao and Taiwan (港澳台居民居住证).
        "residence-permit" => ResidencePermit,
        /// Foreign permanent resident ID card (外国人永久居留身份证).
        "foreign-permanent-resident" => ForeignPermanentResident,
        /// Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters.
        "credit-code" => CreditCode,
        /// Organization code (组织机构代码), GB 11714-1997: 9 characters.
        "organization-code" => OrganizationCode,
        /// Registration number of a business (工商注册号), GS 15-2006: 15 digits.
        "registration-number" => RegistrationNumber,
        /// Mobile number of mainland China: 11 digits.
        "mobile" => Mobile,
        /// Passport, Chinese or not.
        "passport" => Passport,
        /// Mainland travel permit for residents of Hong Kong and Macao (回乡证).
        "home-return-permit" => HomeReturnPermit,
        /// Mainland travel permit for residents of Taiwan (台胞证).
        "taiwan-permit" => TaiwanPermit,
        /// E-mail address.
        "email" => Email,
        /// Bank card of a person; accounts of firms have no check digit.
        "bank-card" => BankCard,
        /// Taxpayer identification number (纳税人识别号).
        "taxpayer-number" => TaxpayerNumber,
    }
}

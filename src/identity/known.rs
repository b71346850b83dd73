//! What a number tells of the one it belongs to.

use serde::Serialize;

use super::region::Region;
use crate::date::Date;

/// What is known from a number alone. What it does not tell is absent.
#[derive(Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// The birth date in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// Full years of age on the day that was passed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age: Option<u16>,
    /// The sex in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The region that gave it, if the table has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<KnownRegion>,
    /// Nationality as ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<&'static str>,
    /// Who registered the organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// As what the organization was registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Which of several forms the number has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// When numbers of this form were issued, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Issued>,
}

/// Prints nothing that is known: it is about a person.
impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Known(…)")
    }
}

/// The sex in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// The region in a number.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownRegion {
    /// The six digits.
    pub code: String,
    /// The name, from the province down.
    pub name: String,
    /// The year in which the code was given up, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retired: Option<u16>,
}

/// Prints no code: it is the first part of a person's number.
impl std::fmt::Debug for KnownRegion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KnownRegion(…)")
    }
}

impl From<Region> for KnownRegion {
    fn from(region: Region) -> Self {
        Self {
            // None starts with a zero.
            code: region.code().to_string(),
            name: region.name(),
            retired: region.retired(),
        }
    }
}

/// When numbers of a form were issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Issued {
    /// Not before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Not after this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// One of several forms that numbers of a kind have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Chinese ordinary passport (普通护照).
    OrdinaryPassport,
    /// Chinese service, official or diplomatic passport.
    OfficialPassport,
    /// Passport of the Hong Kong Special Administrative Region.
    HongKongPassport,
    /// Passport of the Macao Special Administrative Region.
    MacaoPassport,
    /// Passport of another country, or of a form that is not known here.
    OtherPassport,
    /// The foreign permanent resident card of 2023, 18 digits.
    Card2023,
    /// The foreign permanent resident card before, 3 letters and 12 digits.
    CardBefore2023,
    /// A permit's number for life.
    ForLife,
    /// A permit's number for life and the count of its renewals.
    WithRenewals,
    /// A taxpayer number that is a unified social credit code.
    CreditCode,
    /// A taxpayer number that is a resident ID number, or starts with one.
    ResidentId,
    /// A taxpayer number from before the credit code.
    TaxRegistration,
}

/// Who registered an organization: the first character of its credit code, GB 32100-2015.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// 机构编制.
    InstitutionalStaffing,
    /// 外交.
    ForeignAffairs,
    /// 司法行政.
    Justice,
    /// 文化.
    Culture,
    /// 民政.
    CivilAffairs,
    /// 旅游.
    Tourism,
    /// 宗教.
    Religion,
    /// 工会.
    TradeUnion,
    /// 工商 (now market regulation).
    MarketRegulation,
    /// 中央军委.
    MilitaryCommission,
    /// 农业.
    Agriculture,
    /// 其他.
    Other,
}

impl Authority {
    /// All of them, in the order of the standard.
    pub const ALL: [Self; 12] = [
        Self::InstitutionalStaffing,
        Self::ForeignAffairs,
        Self::Justice,
        Self::Culture,
        Self::CivilAffairs,
        Self::Tourism,
        Self::Religion,
        Self::TradeUnion,
        Self::MarketRegulation,
        Self::MilitaryCommission,
        Self::Agriculture,
        Self::Other,
    ];
}

/// As what an organization was registered: the second character, within its authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// 机关.
    StateOrgan,
    /// 事业单位.
    PublicInstitution,
    /// 群众团体.
    MassOrganization,
    /// 律师事务所.
    LawFirm,
    /// 公证处.
    NotaryOffice,
    /// 基层法律服务所.
    GrassrootsLegalService,
    /// 司法鉴定机构.
    ForensicInstitution,
    /// 仲裁委员会.
    ArbitrationCommission,
    /// 社会团体.
    SocialOrganization,
    /// 民办非企业单位.
    PrivateNonEnterprise,
    /// 基金会.
    Foundation,
    /// 企业.
    Enterprise,
    /// 个体工商户.
    SoleTrader,
    /// 农民专业合作社.
    FarmersCooperative,
    /// One of the others that the standard lists.
    Other,
}

impl Category {
    /// All of them, in the order of the standard.
    pub const ALL: [Self; 15] = [
        Self::StateOrgan,
        Self::PublicInstitution,
        Self::MassOrganization,
        Self::LawFirm,
        Self::NotaryOffice,
        Self::GrassrootsLegalService,
        Self::ForensicInstitution,
        Self::ArbitrationCommission,
        Self::SocialOrganization,
        Self::PrivateNonEnterprise,
        Self::Foundation,
        Self::Enterprise,
        Self::SoleTrader,
        Self::FarmersCooperative,
        Self::Other,
    ];
}

//! Who is certified.

use serde::{Deserialize, Serialize};

/// The type of subject (主体类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectType {
    /// 企业.
    Enterprise,
    /// 个体工商户.
    SoleTrader,
    /// 个人.
    Individual,
    /// 政府.
    Government,
    /// 事业单位.
    PublicInstitution,
    /// 企业媒体.
    EnterpriseMedia,
    /// 事业媒体.
    InstitutionMedia,
    /// 社会团体.
    SocialOrganization,
    /// 民营非企业.
    PrivateNonEnterprise,
    /// 非盈利组织: foundations, foreign bodies, village and resident committees.
    NonProfit,
    /// 盈利组织.
    ProfitOrganization,
    /// 海外企业.
    Overseas,
}

impl SubjectType {
    /// All types, the most frequent first.
    pub const ALL: [Self; 12] = [
        Self::Enterprise,
        Self::SoleTrader,
        Self::Individual,
        Self::Government,
        Self::PublicInstitution,
        Self::EnterpriseMedia,
        Self::InstitutionMedia,
        Self::SocialOrganization,
        Self::PrivateNonEnterprise,
        Self::NonProfit,
        Self::ProfitOrganization,
        Self::Overseas,
    ];

    /// The name as programs write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::SoleTrader => "sole-trader",
            Self::Individual => "individual",
            Self::Government => "government",
            Self::PublicInstitution => "public-institution",
            Self::EnterpriseMedia => "enterprise-media",
            Self::InstitutionMedia => "institution-media",
            Self::SocialOrganization => "social-organization",
            Self::PrivateNonEnterprise => "private-non-enterprise",
            Self::NonProfit => "non-profit",
            Self::ProfitOrganization => "profit-organization",
            Self::Overseas => "overseas",
        }
    }

    /// The type of a name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject_type| subject_type.as_str() == name)
    }

    /// WeChat's `customer_type`.
    ///
    /// Sources: 1, 12 and 15 in `/wxa/sec/wxaauth`; the others in
    /// `WxFastMaAccountBasicInfoResult` of `WxJava` and in WeChat's own form, which
    /// has 14, not 13, for 海外企业.
    pub const fn customer_type(self) -> u8 {
        match self {
            Self::Enterprise => 1,
            Self::EnterpriseMedia => 2,
            Self::Government => 3,
            Self::NonProfit => 4,
            Self::PrivateNonEnterprise => 5,
            Self::ProfitOrganization => 6,
            Self::SocialOrganization => 8,
            Self::InstitutionMedia => 9,
            Self::PublicInstitution => 11,
            Self::SoleTrader => 12,
            Self::Overseas => 14,
            Self::Individual => 15,
        }
    }
}

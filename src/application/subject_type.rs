//! Who is certified.

use crate::names::names;

names! {
    /// The type of subject (主体类型).
    pub enum SubjectType {
        /// 企业.
        "enterprise" => Enterprise,
        /// 个体工商户.
        "sole-trader" => SoleTrader,
        /// 个人.
        "individual" => Individual,
        /// 政府.
        "government" => Government,
        /// 事业单位.
        "public-institution" => PublicInstitution,
        /// 企业媒体.
        "enterprise-media" => EnterpriseMedia,
        /// 事业媒体.
        "institution-media" => InstitutionMedia,
        /// 社会团体.
        "social-organization" => SocialOrganization,
        /// 民营非企业.
        "private-non-enterprise" => PrivateNonEnterprise,
        /// 非盈利组织: foundations, foreign bodies, village and resident committees.
        "non-profit" => NonProfit,
        /// 盈利组织.
        "profit-organization" => ProfitOrganization,
        /// 海外企业.
        "overseas" => Overseas,
    }
}

impl SubjectType {
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

//! Simplified Chinese: who registered an organization, and as what: GB 32100-2015.

use crate::identity::{Authority, Category};

pub(in crate::text) fn authority(authority: Authority) -> &'static str {
    match authority {
        Authority::InstitutionalStaffing => "机构编制部门",
        Authority::ForeignAffairs => "外交部门",
        Authority::Justice => "司法行政部门",
        Authority::Culture => "文化部门",
        Authority::CivilAffairs => "民政部门",
        Authority::Tourism => "旅游部门",
        Authority::Religion => "宗教事务部门",
        Authority::TradeUnion => "工会",
        Authority::MarketRegulation => "市场监督管理部门",
        Authority::MilitaryCommission => "中央军委",
        Authority::Agriculture => "农业农村部门",
        Authority::Other => "其他登记机关",
    }
}

pub(in crate::text) fn category(category: Category) -> &'static str {
    match category {
        Category::StateOrgan => "机关",
        Category::PublicInstitution => "事业单位",
        Category::MassOrganization => "群众团体",
        Category::LawFirm => "律师事务所",
        Category::NotaryOffice => "公证处",
        Category::GrassrootsLegalService => "基层法律服务所",
        Category::ForensicInstitution => "司法鉴定机构",
        Category::ArbitrationCommission => "仲裁委员会",
        Category::SocialOrganization => "社会团体",
        Category::PrivateNonEnterprise => "民办非企业单位",
        Category::Foundation => "基金会",
        Category::Enterprise => "企业",
        Category::SoleTrader => "个体工商户",
        Category::FarmersCooperative => "农民专业合作社",
        Category::Other => "其他机构",
    }
}

//! Names of who registered an organization, and as what: GB 32100-2015.

use super::{Locale, Name};
use crate::identity::{Authority, Category};

impl Name for Authority {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::InstitutionalStaffing => ["机构编制部门", "Institutional staffing office"],
            Self::ForeignAffairs => ["外交部门", "Foreign affairs office"],
            Self::Justice => ["司法行政部门", "Justice office"],
            Self::Culture => ["文化部门", "Culture office"],
            Self::CivilAffairs => ["民政部门", "Civil affairs office"],
            Self::Tourism => ["旅游部门", "Tourism office"],
            Self::Religion => ["宗教事务部门", "Religious affairs office"],
            Self::TradeUnion => ["工会", "Trade union"],
            Self::MarketRegulation => ["市场监督管理部门", "Market regulation office"],
            Self::MilitaryCommission => ["中央军委", "Central Military Commission"],
            Self::Agriculture => ["农业农村部门", "Agriculture office"],
            Self::Other => ["其他登记机关", "Another authority"],
        })
    }
}

impl Name for Category {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::StateOrgan => ["机关", "State organ"],
            Self::PublicInstitution => ["事业单位", "Public institution"],
            Self::MassOrganization => ["群众团体", "Mass organization"],
            Self::LawFirm => ["律师事务所", "Law firm"],
            Self::NotaryOffice => ["公证处", "Notary office"],
            Self::GrassrootsLegalService => ["基层法律服务所", "Grassroots legal service"],
            Self::ForensicInstitution => ["司法鉴定机构", "Forensic institution"],
            Self::ArbitrationCommission => ["仲裁委员会", "Arbitration commission"],
            Self::SocialOrganization => ["社会团体", "Social organization"],
            Self::PrivateNonEnterprise => ["民办非企业单位", "Private non-enterprise unit"],
            Self::Foundation => ["基金会", "Foundation"],
            Self::Enterprise => ["企业", "Enterprise"],
            Self::SoleTrader => ["个体工商户", "Sole trader"],
            Self::FarmersCooperative => ["农民专业合作社", "Farmers’ cooperative"],
            Self::Other => ["其他机构", "Another kind of organization"],
        })
    }
}

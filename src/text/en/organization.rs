//! English: who registered an organization, and as what: GB 32100-2015.

use crate::identity::{Authority, Category};

pub(in crate::text) fn authority(authority: Authority) -> &'static str {
    match authority {
        Authority::InstitutionalStaffing => "Institutional staffing office",
        Authority::ForeignAffairs => "Foreign affairs office",
        Authority::Justice => "Justice office",
        Authority::Culture => "Culture office",
        Authority::CivilAffairs => "Civil affairs office",
        Authority::Tourism => "Tourism office",
        Authority::Religion => "Religious affairs office",
        Authority::TradeUnion => "Trade union",
        Authority::MarketRegulation => "Market regulation office",
        Authority::MilitaryCommission => "Central Military Commission",
        Authority::Agriculture => "Agriculture office",
        Authority::Other => "Another authority",
    }
}

pub(in crate::text) fn category(category: Category) -> &'static str {
    match category {
        Category::StateOrgan => "State organ",
        Category::PublicInstitution => "Public institution",
        Category::MassOrganization => "Mass organization",
        Category::LawFirm => "Law firm",
        Category::NotaryOffice => "Notary office",
        Category::GrassrootsLegalService => "Grassroots legal service",
        Category::ForensicInstitution => "Forensic institution",
        Category::ArbitrationCommission => "Arbitration commission",
        Category::SocialOrganization => "Social organization",
        Category::PrivateNonEnterprise => "Private non-enterprise unit",
        Category::Foundation => "Foundation",
        Category::Enterprise => "Enterprise",
        Category::SoleTrader => "Sole trader",
        Category::FarmersCooperative => "Farmers’ cooperative",
        Category::Other => "Another kind of organization",
    }
}

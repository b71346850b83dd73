//! What the subject types are called, and who belongs to each.

use super::Phrase;
use crate::application::SubjectType;
use crate::text::{Locale, Name};

impl Name for SubjectType {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Enterprise => ["企业", "Enterprise"],
            Self::SoleTrader => ["个体工商户", "Sole trader"],
            Self::Individual => ["个人", "Individual"],
            Self::Government => ["政府机关", "Government body"],
            Self::PublicInstitution => ["事业单位", "Public institution"],
            Self::EnterpriseMedia => ["企业媒体", "Media enterprise"],
            Self::InstitutionMedia => ["事业媒体", "Media institution"],
            Self::SocialOrganization => ["社会团体", "Social organization"],
            Self::PrivateNonEnterprise => ["民办非企业单位", "Private non-enterprise unit"],
            Self::NonProfit => ["非营利组织", "Non-profit organization"],
            Self::ProfitOrganization => ["其他营利组织", "Other profit organization"],
            Self::Overseas => ["海外企业", "Enterprise abroad"],
        })
    }
}

/// Who belongs to a type.
pub const fn about(subject_type: SubjectType) -> Phrase {
    Phrase(match subject_type {
        SubjectType::Enterprise => [
            "营业执照上写着“公司”“合伙企业”等",
            "The business licence is that of a company or partnership",
        ],
        SubjectType::SoleTrader => [
            "营业执照的类型是“个体工商户”",
            "The business licence is that of a sole trader (个体工商户)",
        ],
        SubjectType::Individual => {
            ["没有营业执照，以自己的名义", "No business licence, in your own name"]
        }
        SubjectType::Government => ["各级机关", "Organs of the state at every level"],
        SubjectType::PublicInstitution => [
            "学校、医院等，有《事业单位法人证书》",
            "Schools, hospitals and others with a certificate of public institutions",
        ],
        SubjectType::EnterpriseMedia => {
            ["有营业执照和媒体许可证", "With a business licence and a media licence"]
        }
        SubjectType::InstitutionMedia => [
            "有《事业单位法人证书》和媒体许可证",
            "With a certificate of public institutions and a media licence",
        ],
        SubjectType::SocialOrganization => {
            ["协会、学会、商会等", "Associations, societies, chambers of commerce"]
        }
        SubjectType::PrivateNonEnterprise => [
            "民办学校、养老院等社会服务机构",
            "Private schools, homes for the aged and other social services",
        ],
        SubjectType::NonProfit => [
            "基金会、村（居）委会、外国驻华机构等",
            "Foundations, village and residents’ committees, foreign bodies in China",
        ],
        SubjectType::ProfitOrganization => {
            ["不属于以上各类的营利机构", "Bodies for profit that are none of the above"]
        }
        SubjectType::Overseas => {
            ["在中国大陆以外注册的企业", "Registered outside the Chinese mainland"]
        }
    })
}

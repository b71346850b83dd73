//! What the photos of an application are called, and how to take them.

use super::{Phrase, phrases};
use crate::application::{Slot, SubjectType};
use crate::text::{Locale, Name};

impl Name for Slot {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Licence => ["营业执照或登记证书", "Licence or certificate of registration"],
            Self::Letter => ["申请公函", "Letter of application"],
            Self::MediaLicence => ["媒体许可证", "Media licence"],
            Self::IdFront => ["身份证人像面", "ID card, side with the portrait"],
            Self::IdBack => ["身份证国徽面", "ID card, side with the emblem"],
            Self::IdentificationProof => ["身份证明材料", "Proof of the identity"],
            Self::NameProof => ["名称证明材料", "Proof of the name"],
            Self::Supplement => ["补充材料", "Other material"],
        })
    }
}

/// What belongs there.
pub const fn about(slot: Slot, subject_type: SubjectType) -> Phrase {
    Phrase(match (slot, subject_type) {
        (Slot::Licence, SubjectType::Enterprise | SubjectType::EnterpriseMedia) => [
            "营业执照正本或副本，原件或加盖公章的复印件。",
            "The business licence, original or duplicate, or a stamped copy.",
        ],
        (Slot::Licence, SubjectType::SoleTrader) => {
            ["营业执照正本或副本。", "The business licence, original or duplicate."]
        }
        (
            Slot::Licence,
            SubjectType::Government
            | SubjectType::PublicInstitution
            | SubjectType::InstitutionMedia,
        ) => [
            "《事业单位法人证书》或《统一社会信用代码证书》。",
            "The certificate of public institutions (事业单位法人证书) or of the credit code (统一社会信用代码证书).",
        ],
        (Slot::Licence, SubjectType::Overseas) => {
            ["境外的注册文件。", "The certificate of registration abroad."]
        }
        (Slot::Licence, _) => ["登记证书。", "The certificate of registration."],
        (Slot::Letter, SubjectType::SoleTrader) => [
            "打印微信认证页面提供的《申请公函》，填好后由经营者签字或盖章，再拍照。",
            "Print the letter (申请公函) that WeChat’s page offers, fill it in, have the operator sign or seal it, and take a photo.",
        ],
        (Slot::Letter, _) => [
            "打印微信认证页面提供的《申请公函》，填好后加盖公章，再拍照。",
            "Print the letter (申请公函) that WeChat’s page offers, fill it in, put the official seal on it, and take a photo.",
        ],
        (Slot::MediaLicence, _) => {
            ["和所选种类一致的许可证。", "The licence of the kind that you chose."]
        }
        (Slot::IdFront, _) => {
            ["有照片和号码的一面。", "The side with the portrait and the number."]
        }
        (Slot::IdBack, _) => {
            ["有国徽和有效期限的一面。", "The side with the emblem and the period."]
        }
        (Slot::IdentificationProof, _) => [
            "能证明所填身份的证书、聘书或作品页，最多 10 张。",
            "Certificates, contracts or works that prove it; 10 photos at most.",
        ],
        (Slot::NameProof, _) => [
            "基于商标命名的，上传《商标注册证》；名称含有他人名称或特殊词语的，上传授权书。最多 10 张。",
            "The certificate of the trademark; for names with words that belong to others, the licence to use them. 10 photos at most.",
        ],
        (Slot::Supplement, _) => {
            ["只在微信要求时才需要，最多 10 张。", "Only if WeChat asks for it; 10 photos at most."]
        }
    })
}

phrases! {
    DO_FLAT: "放平，整张拍进画面，四边都留一点空。" "Lay it flat, with all of it and a little margin in the picture."
    DO_LIGHT: "在亮处拍，不用闪光灯，避开反光。" "Use daylight, no flash, and no reflections."
    DO_SHARP: "拍清楚：放大后每个字都能认出来。" "Make it sharp: every character can be read when enlarged."
    DO_SEAL: "公章（或签字）要盖在落款处，看得清。" "The seal or signature is where it belongs, and can be seen."
    DO_ONE: "一张照片只拍一面（一页）。" "One side or page in each photo."
    DO_PLAIN: "背景干净，最好和证件颜色不同。" "A plain background of another colour than the document."
    DONT_COVER: "手指和其他东西不要挡住内容。" "No finger or other thing covers it."
    DONT_SCREEN: "不要拍屏幕，不要用截图。" "No photo of a screen, no screenshot."
    DONT_EDIT: "不要涂改、打码或加别的水印。" "Nothing blotted out, altered or marked with a foreign watermark."
    DONT_EXPIRED: "不要用过期的执照或许可证。" "No expired licence."
    DONT_TEMPORARY: "不要用过期的身份证，也不要用临时身份证。" "No expired ID card, and no temporary one."
}

/// What helps with each.
pub const fn dos(slot: Slot) -> &'static [Phrase] {
    match slot {
        Slot::Letter => &[DO_FLAT, DO_SEAL, DO_LIGHT, DO_SHARP],
        Slot::IdFront | Slot::IdBack => &[DO_FLAT, DO_ONE, DO_PLAIN, DO_LIGHT, DO_SHARP],
        _ => &[DO_FLAT, DO_ONE, DO_LIGHT, DO_SHARP],
    }
}

/// What is refused.
pub const fn donts(slot: Slot) -> &'static [Phrase] {
    match slot {
        Slot::IdFront | Slot::IdBack => &[DONT_COVER, DONT_SCREEN, DONT_EDIT, DONT_TEMPORARY],
        Slot::Licence | Slot::MediaLicence => &[DONT_COVER, DONT_SCREEN, DONT_EDIT, DONT_EXPIRED],
        _ => &[DONT_COVER, DONT_SCREEN, DONT_EDIT],
    }
}

//! Short names of what a form holds, in the office's own terms: for lists of answers.

use crate::application::{Field, Slot, SubjectType};
use crate::text::Locale;

/// The name of a field.
pub fn field(locale: Locale, field: Field) -> &'static str {
    locale.pick(match field {
        Field::SubjectName => ["主体名称", "Name of the subject"],
        Field::SubjectCreditCode => ["统一社会信用代码", "Unified social credit code"],
        Field::SubjectRegistrationNumber => ["工商注册号", "Registration number"],
        Field::SubjectOrganizationCode => ["组织机构代码", "Organization code"],
        Field::SubjectOverseasNumber => ["海外注册号", "Registration number abroad"],
        Field::SubjectAddress => ["注册地址", "Registered address"],
        Field::SubjectFoundedOn => ["成立日期", "Day of founding"],
        Field::SubjectValidUntil => ["营业期限至", "Term of the licence until"],
        Field::SubjectConfirmBy => ["主体验证方式", "How the subject is confirmed"],
        Field::SubjectBankName => ["对公账户开户行", "Bank of the organization"],
        Field::SubjectBankAccount => ["对公账号", "Account of the organization"],
        Field::MediaLicenceKind => ["媒体资质类型", "Kind of media licence"],
        Field::LegalPersonName => ["法定代表人姓名", "Legal representative"],
        Field::LegalPersonIdKind => ["法定代表人证件类型", "Legal representative's document"],
        Field::LegalPersonIdNumber => ["法定代表人证件号码", "Number of that document"],
        Field::LegalPersonIdIssuedOn => ["法定代表人证件签发日期", "Document issued on"],
        Field::LegalPersonIdValidUntil => ["法定代表人证件有效期至", "Document valid until"],
        Field::AdministratorName => ["管理员姓名", "Administrator"],
        Field::AdministratorIdKind => ["管理员证件类型", "Administrator's document"],
        Field::AdministratorIdNumber => ["管理员证件号码", "Number of the administrator's document"],
        Field::AdministratorIdIssuedOn => ["管理员证件签发日期", "Administrator's document issued on"],
        Field::AdministratorIdValidUntil => {
            ["管理员证件有效期至", "Administrator's document valid until"]
        }
        Field::AdministratorMobile => ["管理员手机号码", "Administrator's mobile number"],
        Field::ContactName => ["联系人姓名", "Contact"],
        Field::ContactEmail => ["联系人邮箱", "Contact's e-mail"],
        Field::ContactMobile => ["联系人手机号码", "Contact's mobile number"],
        Field::IdentificationName => ["认证身份", "Certified as"],
        Field::NicknameText => ["认证昵称（小程序新名称）", "Certification nickname (the new name)"],
        Field::NicknameMode => ["命名方式", "How the name is chosen"],
        Field::NicknameCurrent => ["小程序现在的名称", "Present name of the program"],
        Field::NicknameRenamesLeft => ["今年剩余改名次数", "Renames left this year"],
        Field::NicknameAcknowledged => ["确认新名称", "New name, repeated"],
        Field::NicknameShortName => ["小程序简称", "Short name"],
        Field::NicknameIntroduction => ["小程序介绍", "Introduction"],
        Field::PaymentPayer => ["付款方", "Who pays"],
        Field::InvoiceType => ["发票类型", "Type of invoice"],
        Field::InvoiceTitle => ["发票抬头", "Title of the invoice"],
        Field::InvoiceTaxpayerNumber => ["纳税人识别号", "Taxpayer number"],
        Field::InvoiceAddress => ["企业注册地址（发票）", "Registered address (invoice)"],
        Field::InvoicePhone => ["企业注册电话（发票）", "Registered telephone (invoice)"],
        Field::InvoiceBankName => ["开户银行（发票）", "Bank (invoice)"],
        Field::InvoiceBankAccount => ["银行账号（发票）", "Account (invoice)"],
        Field::InvoiceNote => ["发票备注", "Note on the invoice"],
    })
}

/// The name of a photo's place.
pub fn slot(locale: Locale, slot: Slot) -> &'static str {
    locale.pick(match slot {
        Slot::Licence => ["营业执照或登记证书", "Licence or certificate of registration"],
        Slot::Letter => ["申请公函", "Letter of application"],
        Slot::MediaLicence => ["媒体资质证件", "Media licence"],
        Slot::IdFront => ["身份证人像面", "ID card, side with the portrait"],
        Slot::IdBack => ["身份证国徽面", "ID card, side with the emblem"],
        Slot::IdentificationProof => ["身份证明材料", "Proof of the identity"],
        Slot::NameProof => ["名称证明材料", "Proof for the name"],
        Slot::Supplement => ["其他补充材料", "Supplements"],
    })
}

/// The name of a type of subject.
pub fn subject_type(locale: Locale, subject_type: SubjectType) -> &'static str {
    locale.pick(match subject_type {
        SubjectType::Enterprise => ["企业", "Enterprise"],
        SubjectType::SoleTrader => ["个体工商户", "Sole trader"],
        SubjectType::Individual => ["个人", "Individual"],
        SubjectType::Government => ["政府", "Government"],
        SubjectType::PublicInstitution => ["事业单位", "Public institution"],
        SubjectType::EnterpriseMedia => ["企业媒体", "Media, enterprise"],
        SubjectType::InstitutionMedia => ["事业媒体", "Media, public institution"],
        SubjectType::SocialOrganization => ["社会团体", "Social organization"],
        SubjectType::PrivateNonEnterprise => ["民营非企业", "Private non-enterprise"],
        SubjectType::NonProfit => ["非盈利组织", "Non-profit organization"],
        SubjectType::ProfitOrganization => ["盈利组织", "Profit organization"],
        SubjectType::Overseas => ["海外企业", "Overseas enterprise"],
    })
}

/// An answer that was chosen, in words; the answer itself where it is none of those.
pub fn answer(locale: Locale, answer: &str) -> &str {
    let words = match answer {
        "legal-person-face" => ["法定代表人扫脸", "Face of the legal representative"],
        "small-transfer" => ["小额打款", "Small transfer"],
        "self-chosen" => ["基于自选词汇命名", "Words of one's own"],
        "trademark" => ["基于商标命名", "A trademark"],
        "self" => ["自己支付", "The applicant"],
        "provider" => ["服务商支付", "The provider"],
        "none" => ["不开发票", "None"],
        "electronic" => ["电子发票", "Electronic"],
        "vat-special" => ["增值税专用发票", "Special VAT invoice"],
        "vat-special-digital" => ["增值税专用发票（数电）", "Digital special VAT invoice"],
        "long-term" => ["长期", "Without an end"],
        "internet-news" => ["互联网新闻信息服务许可证", "Internet news service"],
        "audiovisual" => ["信息网络传播视听节目许可证", "Online audiovisual programmes"],
        "broadcasting" => ["广播电视播出机构或频道许可证", "Broadcasting"],
        "newspaper" => ["报纸出版许可证", "Newspaper"],
        "periodical" => ["期刊出版许可证", "Periodical"],
        "resident-id" => ["居民身份证", "Resident ID card"],
        "residence-permit" => ["港澳台居民居住证", "Residence permit"],
        "foreign-permanent-resident" => ["外国人永久居留身份证", "Foreign permanent resident card"],
        "passport" => ["护照", "Passport"],
        "home-return-permit" => ["港澳居民来往内地通行证", "Home-return permit"],
        "taiwan-permit" => ["台湾居民来往大陆通行证", "Taiwan compatriot permit"],
        _ => return answer,
    };
    locale.pick(words)
}

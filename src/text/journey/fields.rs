//! What each field of the form is called, and where one finds what to write.

use super::Phrase;
use crate::application::{Field, SubjectType};
use crate::name::Mode;
use crate::text::sentence::Words;
use crate::text::{Locale, Name};

/// What a field asks, for a subject type.
pub const fn label(field: Field, subject_type: SubjectType) -> Phrase {
    Phrase(match field {
        Field::SubjectName => match subject_type {
            SubjectType::Enterprise | SubjectType::EnterpriseMedia => {
                ["企业名称", "Name of the enterprise"]
            }
            SubjectType::SoleTrader => ["个体工商户名称", "Name of the business"],
            SubjectType::Overseas => ["境外企业名称", "Name of the enterprise abroad"],
            _ => ["机构名称", "Name of the organization"],
        },
        Field::SubjectCreditCode => ["统一社会信用代码", "Unified social credit code"],
        Field::SubjectRegistrationNumber => {
            ["旧执照的注册号", "Registration number of an old licence"]
        }
        Field::SubjectOrganizationCode => ["组织机构代码", "Organization code"],
        Field::SubjectOverseasNumber => ["境外注册号", "Registration number abroad"],
        Field::SubjectAddress => ["住所（经营场所）", "Registered address"],
        Field::SubjectFoundedOn => ["成立日期", "Founded on"],
        Field::SubjectValidUntil => ["有效期至", "Valid until"],
        Field::SubjectConfirmBy => {
            ["怎样证明企业身份？", "How do you prove that the enterprise is yours?"]
        }
        Field::SubjectBankName => ["对公账户的开户行", "Bank of the enterprise’s account"],
        Field::SubjectBankAccount => ["对公账号", "The enterprise’s account number"],
        Field::MediaLicenceKind => ["持有哪种媒体许可证？", "Which media licence do you hold?"],
        Field::LegalPersonName => match subject_type {
            SubjectType::SoleTrader => ["经营者姓名", "Name of the operator"],
            _ => ["法定代表人姓名", "Name of the legal representative"],
        },
        Field::LegalPersonIdKind | Field::AdministratorIdKind => ["证件类型", "Kind of document"],
        Field::LegalPersonIdNumber | Field::AdministratorIdNumber => {
            ["证件号码", "Document number"]
        }
        Field::LegalPersonIdIssuedOn | Field::AdministratorIdIssuedOn => {
            ["证件签发日期", "Document issued on"]
        }
        Field::LegalPersonIdValidUntil | Field::AdministratorIdValidUntil => {
            ["证件有效期至", "Document valid until"]
        }
        Field::AdministratorName => match subject_type {
            SubjectType::Individual => ["姓名", "Your name"],
            _ => ["管理员姓名", "Name of the administrator"],
        },
        Field::AdministratorMobile => match subject_type {
            SubjectType::Individual => ["手机号码", "Your mobile number"],
            _ => ["管理员手机号码", "Mobile number of the administrator"],
        },
        Field::ContactName => ["联系人姓名", "Name of the contact"],
        Field::ContactEmail => ["联系邮箱", "E-mail address"],
        Field::ContactMobile => ["联系人手机号码", "Mobile number of the contact"],
        Field::IdentificationName => ["以什么身份认证？", "What are you certified as?"],
        Field::NicknameText => ["认证后的名称", "Name after certification"],
        Field::NicknameMode => ["这个名称是怎么来的？", "Where does the name come from?"],
        Field::NicknameCurrent => ["小程序现在的名称", "Present name of the program"],
        Field::NicknameRenamesLeft => {
            ["今年还能改几次名称？", "How many renames are left this year?"]
        }
        Field::NicknameAcknowledged => ["再写一遍新名称", "Write the new name once more"],
        Field::NicknameShortName => ["简称", "Short name"],
        Field::NicknameIntroduction => ["小程序介绍", "Introduction of the program"],
        Field::PaymentPayer => ["审核费由谁付？", "Who pays the fee?"],
        Field::InvoiceType => ["要发票吗？", "Do you need an invoice?"],
        Field::InvoiceTitle => ["发票抬头", "Title of the invoice"],
        Field::InvoiceTaxpayerNumber => ["纳税人识别号", "Taxpayer number"],
        Field::InvoiceAddress => ["发票上的地址", "Address on the invoice"],
        Field::InvoicePhone => ["发票上的电话", "Telephone on the invoice"],
        Field::InvoiceBankName => ["发票上的开户银行", "Bank on the invoice"],
        Field::InvoiceBankAccount => ["发票上的银行账号", "Account on the invoice"],
        Field::InvoiceNote => ["给开票人的备注", "Note to the office that writes the invoice"],
    })
}

/// Where one finds what to write; empty where nothing needs to be said.
#[expect(clippy::too_many_lines, reason = "a table")]
pub const fn hint(field: Field, subject_type: SubjectType) -> Phrase {
    Phrase(match field {
        Field::SubjectName => match subject_type {
            SubjectType::Enterprise | SubjectType::EnterpriseMedia | SubjectType::SoleTrader => [
                "照营业执照上的“名称”填写，一字不差。",
                "As on the business licence, word for word.",
            ],
            SubjectType::Overseas => {
                ["照境外注册文件上的名称填写。", "As on the certificate of registration."]
            }
            _ => [
                "照登记证书上的名称填写，一字不差。",
                "As on the certificate of registration, word for word.",
            ],
        },
        Field::SubjectCreditCode => [
            "18 位数字和字母，印在执照或证书上方。",
            "18 digits and letters, at the top of the licence or certificate.",
        ],
        Field::SubjectRegistrationNumber => [
            "15 位数字。执照上已有统一社会信用代码的，不用填。",
            "15 digits. Not needed where the licence has a credit code.",
        ],
        Field::SubjectOrganizationCode => [
            "9 位。执照上已有统一社会信用代码的，不用填。",
            "9 characters. Not needed where the licence has a credit code.",
        ],
        Field::SubjectOverseasNumber => {
            ["注册文件上的公司编号。", "The company number on the certificate of registration."]
        }
        Field::SubjectAddress => ["照执照上的“住所”或“经营场所”填写。", "As on the licence."],
        Field::SubjectFoundedOn => {
            ["照执照填写，例如 2016-03-15。", "As on the licence, for example 2016-03-15."]
        }
        Field::SubjectValidUntil => [
            "执照上的截止日期，例如 2036-03-14。",
            "The last day on the licence, for example 2036-03-14.",
        ],
        Field::SubjectBankName => {
            ["写到支行，和开户资料一致。", "With its branch, as on the bank’s papers."]
        }
        Field::SubjectBankAccount => [
            "要用这家企业自己的账户，户名与执照一致。",
            "An account of the enterprise itself, in the name on the licence.",
        ],
        Field::LegalPersonName => match subject_type {
            SubjectType::SoleTrader => {
                ["照营业执照上的“经营者”填写。", "As on the business licence."]
            }
            SubjectType::Enterprise | SubjectType::EnterpriseMedia => {
                ["照营业执照上的“法定代表人”填写。", "As on the business licence."]
            }
            _ => ["照登记证书填写。", "As on the certificate of registration."],
        },
        Field::LegalPersonIdNumber | Field::AdministratorIdNumber => [
            "身份证号码在人像面下方，最后一位可能是 X。",
            "On an ID card it is below the portrait; the last character may be X.",
        ],
        Field::LegalPersonIdIssuedOn | Field::AdministratorIdIssuedOn => [
            "身份证国徽面“有效期限”的前一个日期。",
            "The first of the two dates beside the emblem of an ID card.",
        ],
        Field::LegalPersonIdValidUntil | Field::AdministratorIdValidUntil => [
            "身份证国徽面“有效期限”的后一个日期。",
            "The second of the two dates beside the emblem of an ID card.",
        ],
        Field::AdministratorName => match subject_type {
            SubjectType::Individual => ["照身份证填写。", "As on your ID card."],
            _ => [
                "管理员就是扫码登录小程序后台的人，之后要由本人确认身份。",
                "The person who logs in by scanning, and who later has to confirm in person.",
            ],
        },
        Field::AdministratorMobile => [
            "要能收到短信验证码，请填本人正在用的号码。",
            "It receives a code by SMS, so give the number in use.",
        ],
        Field::ContactName => {
            ["审核人员有疑问时找谁。", "Whom the reviewers ask when something is unclear."]
        }
        Field::ContactEmail => ["审核通知会发到这里。", "Notices about the review are sent here."],
        Field::ContactMobile => [
            "方便审核人员打电话联系；重新提交时也要用到。",
            "For the reviewers’ calls; it is also needed if the application has to be sent again.",
        ],
        Field::IdentificationName => [
            "例如“导演”“歌手”。不需要身份标识的，留空即可；填了就要上传证明。",
            "For example director or singer, by its Chinese name in WeChat’s list. Leave it empty if you need none; if you give one, a proof is needed.",
        ],
        Field::NicknameText => [
            "4 至 30 个字符，一个汉字算 2 个。认证通过后，它就是小程序的名称。",
            "4 to 30 characters, a Chinese character counting 2. Once certified, this is the program’s name.",
        ],
        Field::NicknameCurrent => [
            "在小程序后台的设置里可以看到；还没有名称的，留空。",
            "You see it in the program’s settings; leave it empty if there is none yet.",
        ],
        Field::NicknameRenamesLeft => [
            "修改名称的页面会写明；不清楚的，留空。",
            "The page on which the name is changed says so; leave it empty if you do not know.",
        ],
        Field::NicknameAcknowledged => {
            ["这样就能确定，改名不是误操作。", "This makes sure that the change is meant."]
        }
        Field::NicknameShortName => [
            "4 至 10 个字符，从名称里按顺序取字。",
            "4 to 10 characters of the name, in their order.",
        ],
        Field::NicknameIntroduction => [
            "4 至 120 个字符，说说小程序是做什么的。",
            "4 to 120 characters on what the program does.",
        ],
        Field::InvoiceTitle => {
            ["要和认证主体的名称一致。", "The same as the name of the certified subject."]
        }
        Field::InvoiceTaxpayerNumber => {
            ["一般就是统一社会信用代码。", "Usually the unified social credit code."]
        }
        Field::InvoiceAddress
        | Field::InvoicePhone
        | Field::InvoiceBankName
        | Field::InvoiceBankAccount => {
            ["和税务登记的信息一致。", "As registered with the tax office."]
        }
        Field::SubjectConfirmBy
        | Field::MediaLicenceKind
        | Field::LegalPersonIdKind
        | Field::AdministratorIdKind
        | Field::NicknameMode
        | Field::PaymentPayer
        | Field::InvoiceType
        | Field::InvoiceNote => ["", ""],
    })
}

/// Where one finds what to write about a document that is no ID card.
pub const AS_ON_DOCUMENT: Phrase = Phrase(["照证件填写。", "As on the document."]);

const CHOICES: &[(&str, Words, Words)] = &[
    (
        "legal-person-face",
        ["法定代表人扫脸", "Face check of the legal representative"],
        [
            "法定代表人用微信扫码，当场做一次人脸核身。",
            "The legal representative scans a code with WeChat and shows the face, at once.",
        ],
    ),
    (
        "small-transfer",
        ["对公账户打款", "Transfer from the enterprise’s account"],
        [
            "从对公账户转一笔小额款项，10 个工作日内退回。",
            "A small amount is transferred, and returned within 10 working days.",
        ],
    ),
    ("internet-news", ["互联网新闻信息服务许可证", "Internet news information service"], ["", ""]),
    ("audiovisual", ["信息网络传播视听节目许可证", "Audiovisual programs on networks"], ["", ""]),
    (
        "broadcasting",
        ["广播电视播出机构许可证或频道许可证", "Broadcasting institution or channel"],
        ["", ""],
    ),
    ("newspaper", ["报纸出版许可证", "Newspaper publishing"], ["", ""]),
    ("periodical", ["期刊出版许可证", "Periodical publishing"], ["", ""]),
    (
        "self-chosen",
        ["", ""],
        ["自己起的名称，不是注册商标。", "A name of your own that is no registered trademark."],
    ),
    (
        "trademark",
        ["", ""],
        [
            "名称就是注册商标，要上传《商标注册证》。",
            "The name is a registered trademark; its certificate (商标注册证) is needed.",
        ],
    ),
    (
        "self",
        ["自己付", "The applicant"],
        ["提交以后，在微信里付款。", "After sending, in WeChat."],
    ),
    (
        "provider",
        ["服务商代付", "A provider pays"],
        [
            "由服务商的额度支付，不能在这里开发票。",
            "From the provider’s quota; there is no invoice here.",
        ],
    ),
    ("resident-id", ["居民身份证", "Resident ID card"], ["", ""]),
    (
        "residence-permit",
        ["港澳台居民居住证", "Residence permit for Hong Kong, Macao and Taiwan"],
        ["", ""],
    ),
    (
        "foreign-permanent-resident",
        ["外国人永久居留身份证", "Foreign permanent resident ID card"],
        ["", ""],
    ),
    ("passport", ["护照", "Passport"], ["", ""]),
    (
        "home-return-permit",
        ["港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao"],
        ["", ""],
    ),
    ("taiwan-permit", ["台湾居民来往大陆通行证", "Mainland travel permit for Taiwan"], ["", ""]),
    ("none", ["不开发票", "No invoice"], ["", ""]),
    ("electronic", ["电子发票", "Electronic invoice"], ["", ""]),
    (
        "vat-special",
        ["增值税专用发票（已停开）", "Special VAT invoice on paper (no longer issued)"],
        ["", ""],
    ),
    (
        "vat-special-digital",
        ["增值税专用发票（数电）", "Special VAT invoice (digital)"],
        [
            "还要填写税号、地址、电话和开户行。",
            "Also asks for taxpayer number, address, telephone and bank.",
        ],
    ),
];

/// What a value of a choice is called; nothing for one that is not known.
pub fn choice(value: &str, locale: Locale) -> Option<&'static str> {
    if let Some(mode) = Mode::from_name(value) {
        return Some(mode.name(locale));
    }
    CHOICES.iter().find(|(known, ..)| *known == value).map(|(_, words, _)| locale.pick(*words))
}

/// What is said of a value of a choice; empty where nothing needs to be said.
pub fn about_choice(value: &str, locale: Locale) -> &'static str {
    let known = CHOICES.iter().find(|(known, ..)| *known == value);
    known.map_or("", |(_, _, words)| locale.pick(*words))
}

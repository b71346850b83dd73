//! Simplified Chinese: what is said of a number. The number itself is never said.

use crate::identity::{Allowed, DateProblem, EmailProblem, Issue, NumberKind};
use crate::text::Message;

pub(in crate::text) fn number_issue(issue: &Issue) -> Message {
    match *issue {
        Issue::Missing { kind } => {
            Message::new(format!("还没有填写{}。", number_kind(kind)), "请对照证件填写。")
        }
        Issue::Length { kind, found } => Message::new(
            format!("{}应为{}，现在是 {found} 位。", number_kind(kind), length(kind)),
            "请对照证件，看看是多了还是少了。",
        ),
        Issue::Character { kind, position, allowed } => Message::new(
            format!("{}的第 {position} 位不对，{}。", number_kind(kind), character(allowed)),
            "请对照证件改正这一位。",
        ),
        Issue::Prefix { kind } => {
            Message::new(prefix(kind), "请确认选对了证件或号码的种类，再对照证件检查开头几位。")
        }
        Issue::BirthDate { kind, problem } => Message::new(
            match problem {
                DateProblem::Impossible => format!("{}中的出生日期不存在。", number_kind(kind)),
                DateProblem::Future => format!("{}中的出生日期在今天之后。", number_kind(kind)),
                DateProblem::TooLongAgo => {
                    format!("按{}中的出生日期，年龄超过了 125 岁。", number_kind(kind))
                }
            },
            "请对照证件检查第 7 至 14 位。",
        ),
        Issue::CheckCharacter { kind } => Message::new(
            format!("{}的最后一位与前面对不上，其中至少有一位填错了。", number_kind(kind)),
            "请逐位对照证件；常见的是相邻两位写反，或者 0 和 O、1 和 I 混淆。",
        ),
        Issue::KnownException { kind } => Message::new(
            format!(
                "{}的最后一位与算法不符；早期在福建发放的一批代码就是这样，是有效的。",
                number_kind(kind)
            ),
            "请对照执照确认每一位；一致就可以继续。",
        ),
        Issue::RegionUnknown { kind } => Message::new(
            format!("{}中的地区代码不在我们的表里。", number_kind(kind)),
            "表可能不全；请对照证件确认，一致就可以继续。",
        ),
        Issue::RegionRetired { kind, year } => Message::new(
            format!("{}中的地区代码已在 {year} 年撤销，早于这个号码的产生。", number_kind(kind)),
            "请对照证件确认前几位，一致就可以继续。",
        ),
        Issue::AuthorityUnknown { kind } => Message::new(
            format!("{}的前两位不是已知的登记机关和机构类别。", number_kind(kind)),
            "请对照执照确认前两位，一致就可以继续。",
        ),
        Issue::NationalityUnknown { kind } => Message::new(
            format!("{}中的国籍代码不在我们的表里。", number_kind(kind)),
            "请对照证件确认，一致就可以继续。",
        ),
        Issue::Obsolete { kind } => obsolete(kind),
        Issue::Unusual { kind } => Message::new(
            format!("{}的写法很少见。", number_kind(kind)),
            "请对照原件再看一遍，一致就可以继续。",
        ),
        Issue::CountryCode { .. } => Message::new(
            "这是中国内地以外的手机号码。",
            "请填写 11 位的内地手机号码，它要能收到验证短信。",
        ),
        Issue::PrefixUnknown { kind } => Message::new(
            format!("{}的号段不在我们的表里。", number_kind(kind)),
            "可能是新号段；请确认它能收到短信，就可以继续。",
        ),
        Issue::LooksLike { kind, other } => Message::new(
            format!("填在{}这一栏的，像是{}。", number_kind(kind), number_kind(other)),
            "如果填错了栏，请换到对应的一栏，或改选证件的种类。",
        ),
        Issue::EmailPart { problem } => email(problem),
        Issue::EmailDomain { ref meant } => Message::new(
            format!("邮箱的后半部分和 {meant} 只差一点。"),
            format!("如果您的邮箱在 {meant}，请改正；不是就可以继续。"),
        ),
    }
}

pub(in crate::text) fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidentId => "身份证号码",
        NumberKind::ResidencePermit => "港澳台居民居住证号码",
        NumberKind::ForeignPermanentResident => "外国人永久居留身份证号码",
        NumberKind::CreditCode => "统一社会信用代码",
        NumberKind::OrganizationCode => "组织机构代码",
        NumberKind::RegistrationNumber => "工商注册号",
        NumberKind::Mobile => "手机号码",
        NumberKind::Passport => "护照号码",
        NumberKind::HomeReturnPermit => "港澳居民来往内地通行证号码",
        NumberKind::TaiwanPermit => "台湾居民来往大陆通行证号码",
        NumberKind::Email => "电子邮箱",
        NumberKind::BankCard => "银行卡号",
        NumberKind::TaxpayerNumber => "纳税人识别号",
    }
}

fn length(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidentId | NumberKind::ResidencePermit | NumberKind::CreditCode => " 18 位",
        NumberKind::ForeignPermanentResident => " 18 位（2023 年以前的卡为 15 位）",
        NumberKind::OrganizationCode => " 9 位",
        NumberKind::RegistrationNumber => " 15 位",
        NumberKind::Mobile => " 11 位",
        NumberKind::Passport => " 5 至 9 位",
        NumberKind::HomeReturnPermit => " 9 位（旧证为 11 位）",
        NumberKind::TaiwanPermit => " 8 位",
        NumberKind::Email => "不超过 254 位",
        NumberKind::BankCard => " 16 至 19 位",
        NumberKind::TaxpayerNumber => " 15、17、18 或 20 位",
    }
}

fn character(allowed: Allowed) -> &'static str {
    match allowed {
        Allowed::Digit => "这里只能是数字",
        Allowed::DigitOrX => "这里只能是数字或 X",
        Allowed::Letter => "这里只能是字母",
        Allowed::LetterOrDigit => "这里只能是数字或字母",
        Allowed::CreditCode => "这里只能是数字或大写字母，且不会是 I、O、S、V、Z",
        Allowed::HOrM => "这里只能是 H 或 M",
        Allowed::Email => "邮箱里不能有这个字符",
    }
}

fn prefix(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidencePermit => "港澳台居民居住证号码应以 810000、820000 或 830000 开头。",
        NumberKind::ForeignPermanentResident => "18 位的外国人永久居留身份证号码应以 9 开头。",
        NumberKind::Mobile => "手机号码应以 13 至 19 开头；这里不能填固定电话。",
        _ => "号码的开头几位不对。",
    }
}

fn obsolete(kind: NumberKind) -> Message {
    match kind {
        NumberKind::ResidentId => Message::new(
            "这是已经停用的 15 位身份证号码，我们按 18 位的写法补全了。",
            "请与您的第二代身份证核对补全后的号码；证件还是第一代的，请先换证。",
        ),
        NumberKind::TaiwanPermit => Message::new(
            "旧证号码的后两位是换证次数，现在只用前 8 位。",
            "请与您现在的台胞证核对这 8 位。",
        ),
        _ => Message::new("这是已经停用的写法。", "请与您现在的证件核对。"),
    }
}

fn email(problem: EmailProblem) -> Message {
    match problem {
        EmailProblem::NoAt => {
            Message::new("邮箱里没有 @。", "请填写完整的邮箱地址，例如 name@example.com。")
        }
        EmailProblem::SeveralAt => Message::new("邮箱里有不止一个 @。", "请只填写一个邮箱地址。"),
        EmailProblem::NoName => {
            Message::new("@ 前面是空的。", "请填写完整的邮箱地址，例如 name@example.com。")
        }
        EmailProblem::NoDomain => {
            Message::new("@ 后面是空的。", "请填写完整的邮箱地址，例如 name@example.com。")
        }
        EmailProblem::Dots => {
            Message::new("邮箱里有多余的点。", "点不能在开头或末尾，也不能两个连在一起。")
        }
        EmailProblem::NoEnding => {
            Message::new("邮箱的结尾不完整。", "请检查 @ 之后的部分，例如 example.com。")
        }
        EmailProblem::TooLong => Message::new("邮箱地址太长。", "请检查是否多粘贴了别的文字。"),
    }
}

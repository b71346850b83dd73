//! What is said of a number. The number itself is never said.

use std::borrow::Cow;

use super::sentence::{Area, Members, Sentence, Words, has_cases, has_each, itself, sentences};
use super::{Explain, Locale, Message, Name};
use crate::identity::{Allowed, DateProblem, EmailProblem, Issue, NumberKind};

const SENTENCES: &[Sentence] = sentences! {
    "number.missing":
        "还没有填写{kind}。"
        "请对照证件填写。"
        "The {kind} is missing."
        "Copy it from the document."
    "number.length":
        "{kind}应为{kind.length}，现在是 {found} 位。"
        "请对照证件，看看是多了还是少了。"
        "The {kind} should have {kind.length}; this has {found}."
        "Compare it with the document: is a character missing or too many?"
    "number.length:mobile":
        "{kind}应为{kind.length}，现在是 {found} 位。"
        "请检查是多按了还是少按了一位。"
        "The {kind} should have {kind.length}; this has {found}."
        "Check whether a digit is missing or too many."
    "number.character:email":
        "{kind}的第 {position} 个字符不对，邮箱里不会有它。"
        "请检查有没有把点打成逗号，或者多了空格和别的文字。"
        "Character {position} of the {kind} is wrong: e-mail addresses do not have it."
        "Look for a comma in place of a dot, a space, or other text."
    "number.character":
        "{kind}的第 {position} 位不对，{allowed}。"
        "请对照证件改正这一位。"
        "Character {position} of the {kind} is wrong: {allowed}."
        "Compare this character with the document."
    "number.prefix:residence-permit":
        "港澳台居民居住证号码应以 810000、820000 或 830000 开头。"
        "请确认选对了证件或号码的种类，再对照证件检查开头几位。"
        "A residence permit number starts with 810000, 820000 or 830000."
        "Check that the right kind of document is chosen, then compare the first characters."
    "number.prefix:foreign-permanent-resident":
        "18 位的外国人永久居留身份证号码应以 9 开头。"
        "请确认选对了证件或号码的种类，再对照证件检查开头几位。"
        "A foreign permanent resident ID number of 18 characters starts with 9."
        "Check that the right kind of document is chosen, then compare the first characters."
    "number.prefix:mobile":
        "手机号码应以 13 至 19 开头；这里不能填固定电话。"
        "请确认选对了证件或号码的种类，再对照证件检查开头几位。"
        "A mobile number starts with 13 to 19; a landline cannot be given here."
        "Check that the right kind of document is chosen, then compare the first characters."
    "number.prefix":
        "号码的开头几位不对。"
        "请确认选对了证件或号码的种类，再对照证件检查开头几位。"
        "The first characters of the number are wrong."
        "Check that the right kind of document is chosen, then compare the first characters."
    "number.birth-date:impossible":
        "{kind}中的出生日期不存在。"
        "请对照证件检查第 7 至 14 位。"
        "The birth date in the {kind} does not exist."
        "Compare characters 7 to 14 with the document."
    "number.birth-date:future":
        "{kind}中的出生日期在今天之后。"
        "请对照证件检查第 7 至 14 位。"
        "The birth date in the {kind} is after today."
        "Compare characters 7 to 14 with the document."
    "number.birth-date:too-long-ago":
        "按{kind}中的出生日期，年龄超过了 125 岁。"
        "请对照证件检查第 7 至 14 位。"
        "By the birth date in the {kind} the age is over 125 years."
        "Compare characters 7 to 14 with the document."
    "number.check-character":
        "{kind}的最后一位与前面对不上，其中至少有一位填错了。"
        "请逐位对照证件；常见的是相邻两位写反，或者 0 和 O、1 和 I 混淆。"
        "The last character of the {kind} does not fit the others: at least one of them is wrong."
        "Compare it with the document, one by one; often two neighbors are swapped, or 0 and O or 1 and I mixed up."
    "number.known-exception":
        "{kind}的最后一位与算法不符；早期在福建发放的一批代码就是这样，是有效的。"
        "请对照执照确认每一位；一致就可以继续。"
        "The last character of the {kind} does not fit; early codes from Fujian are like that, and valid."
        "Compare each character with the licence; if they agree, go on."
    "number.region-unknown":
        "{kind}中的地区代码不在我们的表里。"
        "表可能不全；请对照证件确认，一致就可以继续。"
        "The region in the {kind} is not in our table."
        "The table may be incomplete; compare with the document, and if they agree, go on."
    "number.region-retired":
        "{kind}中的地区代码已在 {year} 年撤销，早于这个号码的产生。"
        "请对照证件确认前几位，一致就可以继续。"
        "The region in the {kind} was given up in {year}, before this number can have been given."
        "Compare the first digits with the document, and if they agree, go on."
    "number.authority-unknown":
        "{kind}的前两位不是已知的登记机关和机构类别。"
        "请对照执照确认前两位，一致就可以继续。"
        "The first two characters of the {kind} are no known authority and category."
        "Compare them with the licence, and if they agree, go on."
    "number.nationality-unknown":
        "{kind}中的国籍代码不在我们的表里。"
        "请对照证件确认，一致就可以继续。"
        "The nationality in the {kind} is not in our table."
        "Compare with the document, and if they agree, go on."
    "number.obsolete:resident-id":
        "这是已经停用的 15 位身份证号码，我们按 18 位的写法补全了。"
        "请与您的第二代身份证核对补全后的号码；证件还是第一代的，请先换证。"
        "This is a resident ID number of 15 digits, which is no longer valid; it was completed to 18."
        "Compare the completed number with the second-generation card; whoever has an older card must renew it first."
    "number.obsolete:taiwan-permit":
        "旧证号码的后两位是换证次数，现在只用前 8 位。"
        "请与您现在的台胞证核对这 8 位。"
        "The last two digits of the older number count renewals; only the first 8 are used today."
        "Compare these 8 with the present permit."
    "number.obsolete":
        "这是已经停用的写法。"
        "请与您现在的证件核对。"
        "This form is no longer used."
        "Compare with the present document."
    "number.unusual":
        "{kind}的写法很少见。"
        "请对照原件再看一遍，一致就可以继续。"
        "The form of the {kind} is rare."
        "Look at the original once more, and if they agree, go on."
    "number.country-code":
        "这是中国内地以外的手机号码。"
        "请填写 11 位的内地手机号码，它要能收到验证短信。"
        "This is a mobile number from outside mainland China."
        "Give a mainland number of 11 digits that can receive text messages."
    "number.prefix-unknown":
        "{kind}的号段不在我们的表里。"
        "可能是新号段；请确认它能收到短信，就可以继续。"
        "Numbers that start like this {kind} are not in our table."
        "It may be a new range; make sure that it receives text messages, then go on."
    "number.looks-like":
        "填在{kind}这一栏的，像是{other}。"
        "如果填错了栏，请换到对应的一栏，或改选证件的种类。"
        "What stands here as {kind} looks like {other.article} {other}."
        "If it is in the wrong field, move it, or choose the other kind of document."
    "number.email-part:no-at":
        "邮箱里没有 @。"
        "请填写完整的邮箱地址，例如 name@example.com。"
        "The e-mail address has no @."
        "Give the whole address, such as name@example.com."
    "number.email-part:several-at":
        "邮箱里有不止一个 @。"
        "请只填写一个邮箱地址。"
        "The e-mail address has more than one @."
        "Give one address only."
    "number.email-part:no-name":
        "@ 前面是空的。"
        "请填写完整的邮箱地址，例如 name@example.com。"
        "Nothing stands before the @."
        "Give the whole address, such as name@example.com."
    "number.email-part:no-domain":
        "@ 后面是空的。"
        "请填写完整的邮箱地址，例如 name@example.com。"
        "Nothing stands behind the @."
        "Give the whole address, such as name@example.com."
    "number.email-part:dots":
        "邮箱里有多余的点。"
        "点不能在开头或末尾，也不能两个连在一起。"
        "The e-mail address has a dot too many."
        "A dot cannot be first or last, nor stand beside another."
    "number.email-part:no-ending":
        "邮箱的结尾不完整。"
        "请检查 @ 之后的部分，例如 example.com。"
        "The end of the e-mail address is not complete."
        "Check what stands behind the @, such as example.com."
    "number.email-part:too-long":
        "邮箱地址太长。"
        "请检查是否多粘贴了别的文字。"
        "The e-mail address is too long."
        "Check whether other text was pasted with it."
    "number.email-domain":
        "邮箱的后半部分和 {meant} 只差一点。"
        "如果您的邮箱在 {meant}，请改正；不是就可以继续。"
        "The end of the e-mail address is nearly {meant}."
        "If the mailbox is at {meant}, correct it; else go on."
};

const _: () = assert!(has_each(SENTENCES, Issue::CODES), "a code has no sentence");
const _: () = assert!(has_cases(SENTENCES, "number.birth-date", &DateProblem::NAMES));
const _: () = assert!(has_cases(SENTENCES, "number.email-part", &EmailProblem::NAMES));

/// The words about numbers.
pub static AREA: Area = Area { sentences: SENTENCES, case, word };

fn case(code: &str, members: &Members) -> Cow<'static, str> {
    let member = match code {
        "number.prefix" | "number.obsolete" | "number.length" | "number.character" => "kind",
        "number.birth-date" | "number.email-part" => "problem",
        _ => return Cow::Borrowed(""),
    };
    let case = members.get(member);
    // Kinds that have nothing of their own are told as the rest is.
    let is_own = has_cases(SENTENCES, code, &[case]);
    Cow::Owned(if is_own { case.to_owned() } else { String::new() })
}

fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    let kind = NumberKind::from_name(member);
    let words = match place {
        "kind" | "other" => kind_words(kind?),
        "kind.length" => length(kind?),
        "other.article" => article(kind?),
        "allowed" => character(Allowed::from_name(member)?),
        _ => return Some(itself(member)),
    };
    Some(Cow::Borrowed(locale.pick(words)))
}

impl Explain for Issue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Name for NumberKind {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(kind_words(*self))
    }
}

const fn kind_words(kind: NumberKind) -> Words {
    match kind {
        NumberKind::ResidentId => ["身份证号码", "resident ID number"],
        NumberKind::ResidencePermit => ["港澳台居民居住证号码", "residence permit number"],
        NumberKind::ForeignPermanentResident => {
            ["外国人永久居留身份证号码", "foreign permanent resident ID number"]
        }
        NumberKind::CreditCode => ["统一社会信用代码", "unified social credit code"],
        NumberKind::OrganizationCode => ["组织机构代码", "organization code"],
        NumberKind::RegistrationNumber => ["工商注册号", "business registration number"],
        NumberKind::Mobile => ["手机号码", "mobile number"],
        NumberKind::Passport => ["护照号码", "passport number"],
        NumberKind::HomeReturnPermit => ["港澳居民来往内地通行证号码", "home-return permit number"],
        NumberKind::TaiwanPermit => {
            ["台湾居民来往大陆通行证号码", "Taiwan compatriot permit number"]
        }
        NumberKind::Email => ["电子邮箱", "e-mail address"],
        NumberKind::BankCard => ["银行卡号", "bank card number"],
        NumberKind::TaxpayerNumber => ["纳税人识别号", "taxpayer number"],
    }
}

const fn article(kind: NumberKind) -> Words {
    match kind {
        NumberKind::OrganizationCode | NumberKind::Email => ["", "an"],
        _ => ["", "a"],
    }
}

const fn length(kind: NumberKind) -> Words {
    match kind {
        NumberKind::ResidentId | NumberKind::ResidencePermit | NumberKind::CreditCode => {
            [" 18 位", "18 characters"]
        }
        NumberKind::ForeignPermanentResident => {
            [" 18 位（2023 年以前的卡为 15 位）", "18 characters (15 on cards before 2023)"]
        }
        NumberKind::OrganizationCode => [" 9 位", "9 characters"],
        NumberKind::RegistrationNumber => [" 15 位", "15 digits"],
        NumberKind::Mobile => [" 11 位", "11 digits"],
        NumberKind::Passport => [" 5 至 9 位", "5 to 9 characters"],
        NumberKind::HomeReturnPermit => {
            [" 9 位（旧证为 11 位）", "9 characters (11 on older permits)"]
        }
        NumberKind::TaiwanPermit => [" 8 位", "8 digits"],
        NumberKind::Email => ["不超过 254 位", "at most 254 characters"],
        NumberKind::BankCard => [" 16 至 19 位", "16 to 19 digits"],
        NumberKind::TaxpayerNumber => [" 15、17、18 或 20 位", "15, 17, 18 or 20 characters"],
    }
}

const fn character(allowed: Allowed) -> Words {
    match allowed {
        Allowed::Digit => ["这里只能是数字", "only a digit can stand there"],
        Allowed::DigitOrX => ["这里只能是数字或 X", "only a digit or X can stand there"],
        Allowed::Letter => ["这里只能是字母", "only a letter can stand there"],
        Allowed::LetterOrDigit => {
            ["这里只能是数字或字母", "only a digit or a letter can stand there"]
        }
        Allowed::CreditCode => [
            "这里只能是数字或大写字母，且不会是 I、O、S、V、Z",
            "only a digit or a capital letter other than I, O, S, V and Z can stand there",
        ],
        Allowed::HOrM => ["这里只能是 H 或 M", "only H or M can stand there"],
        Allowed::Email => ["邮箱里不能有这个字符", "e-mail addresses do not have it"],
    }
}

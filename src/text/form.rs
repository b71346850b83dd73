//! What is said of a form.

use std::borrow::Cow;

use super::sentence::{Area, Members, Sentence, has_each, itself, sentences};
use super::{Explain, Locale, Message, name, number};
use crate::application::{self, FormIssue};
use crate::identity::NumberKind;

const SENTENCES: &[Sentence] = sentences! {
    "form.missing":
        "这一项还没有填。"
        "请补上这一项。"
        "This has not been filled in."
        "Fill it in."
    "form.not-asked":
        "这种主体不需要这一项。"
        "不用处理，提交时会略去。"
        "This is not asked of this type of subject."
        "Nothing to do; it is left out when the form is sent."
    "form.choice":
        "这一项不是可选的答案。"
        "请重新选择一项。"
        "This is not one of the answers."
        "Choose one of them."
    "form.length":
        "应为 {least} 至 {most} 个字，现在是 {found} 个。"
        "请对照证件或执照填写完整。"
        "It should have {least} to {most} characters; it has {found}."
        "Copy it in full from the document or licence."
    "form.person-name":
        "姓名的第 {position} 个字不是姓名用字。"
        "请按证件填写；少数民族姓名的间隔点写“·”。"
        "Character {position} is not one of a person’s name."
        "Write the name as on the document; the dot in names of minorities is “·”."
    "form.person-name-unusual":
        "姓名里有系统可能不认识的文字。"
        "请按证件上的中文或拉丁字母写法填写；证件就是这样写的，可以继续。"
        "The name has letters that the office may not know."
        "Write the Chinese or Latin form on the document; if there is none, go on."
    "form.bank-account":
        "这不像银行账号。"
        "请对照开户许可证检查；一致就可以继续。"
        "This does not look like an account number."
        "Compare it with the bank’s document, and if they agree, go on."
    "form.phone":
        "这不是电话号码。"
        "请填写带区号的固定电话或手机号码。"
        "This is not a telephone number."
        "Give a landline with its area code, or a mobile number."
    "form.count":
        "这里要填一个数字。"
        "请填写 0 或其他整数。"
        "A number is expected here."
        "Give 0 or another whole number."
    "form.date":
        "这不是一个日期。"
        "请写成 2026-01-31 这样；长期有效的写“长期”。"
        "This is not a date."
        "Write it like 2026-01-31; for a document without an end, write long-term."
    "form.date-future":
        "这个日期在今天之后。"
        "请对照证件改正。"
        "This date is after today."
        "Compare it with the document."
    "form.date-order":
        "截止日期不晚于开始日期。"
        "请对照证件检查这两个日期。"
        "The end is not after the beginning."
        "Compare both dates with the document."
    "form.expired":
        "已于 {on} 到期。"
        "请先换领新证件，再用新证件申请认证。"
        "It expired on {on}."
        "Renew the document or licence first, and apply with the new one."
    "form.expires-soon":
        "将于 {on} 到期，审核可能要用上一段时间。"
        "最好先换领新证件，再申请认证。"
        "It expires on {on}, and the review takes its time."
        "Better renew the document or licence first."
    "form.validity-period":
        "身份证的有效期一般是 5 年、10 年、20 年或长期，这里不是。"
        "请对照证件检查两个日期，一致就可以继续。"
        "ID cards are valid for 5, 10 or 20 years or without an end; this is another period."
        "Compare both dates with the document, and if they agree, go on."
    "form.validity-period:permit":
        "港澳台居民居住证的有效期是 5 年，这里不是。"
        "请对照证件检查两个日期，一致就可以继续。"
        "Residence permits are valid for 5 years; this is another period."
        "Compare both dates with the document, and if they agree, go on."
    "form.validity-age":
        "这张身份证是 {age} 岁时领的。有效期一般是：未满 16 岁 5 年，16 至 25 岁 10 年，26 至 45 岁 20 年，46 岁起长期。"
        "请对照证件检查两个日期，一致就可以继续。"
        "This card was issued at the age of {age}. Cards are usually valid for 5 years below 16, 10 years from 16 to 25, 20 years from 26 to 45, and for long from 46."
        "Compare both dates with the document, and if they agree, go on."
    "form.issued-before-birth":
        "签发日期早于出生日期。"
        "请对照证件检查号码和签发日期。"
        "The document was issued before the person was born."
        "Compare the number and the date of issue with the document."
    "form.underage":
        "按证件号码是 {age} 岁，不满 {least} 岁。"
        "微信可能要求由成年人作为管理员；请确认后再继续。"
        "By the number of the document the age is {age}, below {least}."
        "WeChat may require an adult as administrator; make sure before you go on."
    "form.credit-code-category":
        "这种主体的统一社会信用代码一般以 {expected} 开头。"
        "请确认主体类型选对了；类型没错、代码与执照一致，就可以继续。"
        "Credit codes of this type of subject usually start with {expected}."
        "Check the type of subject; if it is right and the code is that of the licence, go on."
    "form.credit-code-differs":
        "这个号码与统一社会信用代码对不上。"
        "组织机构代码是信用代码的第 9 至 17 位，纳税人识别号就是信用代码；请对照执照，确实不同就可以继续。"
        "This number does not agree with the unified social credit code."
        "Characters 9 to 17 of the credit code are the organization code, and all 18 are the taxpayer number; compare with the licence, and if they do differ, go on."
    "form.same-number-other-name":
        "同一个证件号码，在这份申请里写了两个姓名。"
        "请对照证件，把两处的姓名和号码改成一致。"
        "One document number stands beside two names in this form."
        "Compare with the document and make both places agree."
    "form.same-name-other-number":
        "同一个姓名，在这份申请里写了两个证件号码。"
        "是同一个人的，请改成一致；只是同名的，可以继续。"
        "One name stands beside two document numbers in this form."
        "If it is one person, make both places agree; if two people have one name, go on."
    "form.shared-mobile":
        "联系人和管理员不是同一个人，手机号码却相同。"
        "请确认这个号码是谁的；审核电话会打给联系人。"
        "Contact and administrator are two people with one mobile number."
        "Check whose it is; the reviewers call the contact."
    "form.title-differs":
        "发票抬头与主体名称不一致。"
        "发票只能开给认证的主体，请改成一致。"
        "The invoice’s title is not the subject’s name."
        "Invoices are written to the certified subject only; make them agree."
    "form.invoice-abolished":
        "这种增值税专用发票从 {since} 起不再开具。"
        "请改选数电专票或电子发票。"
        "This special VAT invoice has not been issued since {since}."
        "Choose the digital special invoice or the electronic one."
    "form.invoice-not-for-provider":
        "由服务商付款时，不能在这里开发票。"
        "请改选不开发票，或改为自己付款。"
        "There is no invoice here where the provider pays."
        "Choose no invoice, or pay yourself."
    "form.same-file":
        "同一张照片用在了两处。"
        "请检查是不是选错了，每一项各传一张。"
        "One photo is given in two places."
        "Check whether the wrong one was chosen; each place needs its own."
    "form.refused-before":
        "这就是被微信退回的那张照片。"
        "即使下面说可以使用，也请照微信的意见重新拍一张。"
        "This is the photo that was sent back."
        "Take a new one as WeChat asks, even if it is found usable below."
    "form.sides-swapped":
        "身份证的人像面和国徽面放反了。"
        "请把两张照片对调。"
        "Front and back of the ID card are in each other’s place."
        "Swap the two photos."
    "form.too-many":
        "最多 {most} 张，现在有 {found} 张。"
        "请删去不需要的。"
        "At most {most} photos are taken here; there are {found}."
        "Remove those that are not needed."
    "form.photo-refused":
        "这张照片不能提交。"
        "请按照片的检查结果处理或重拍。"
        "This photo would be refused."
        "Follow the advice of its check, or take it again."
    "form.photo-doubtful":
        "这张照片有需要留意的地方。"
        "请查看照片的检查结果。"
        "There is something to look at in this photo."
        "Look at the result of its check."
    "form.photo-unchecked":
        "这张照片还没有检查过。"
        "请先检查这张照片。"
        "This photo has not been checked."
        "Check the photo first."
};

const _: () = assert!(has_each(SENTENCES, FormIssue::CODES), "a code has no sentence");

const PERMIT: &str = NumberKind::ResidencePermit.as_str();

/// The words about forms.
pub static AREA: Area = Area { sentences: SENTENCES, case, word };

fn case(code: &str, members: &Members) -> Cow<'static, str> {
    let is_of_permits = code == "form.validity-period" && members.get("kind") == PERMIT;
    Cow::Borrowed(if is_of_permits { "permit" } else { "" })
}

#[expect(clippy::unnecessary_wraps, reason = "as all areas have it")]
fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    match place {
        "expected" => Some(Cow::Owned(member.replace(',', locale.pick([" 或 ", " or "])))),
        _ => Some(itself(member)),
    }
}

impl Explain for FormIssue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Explain for application::Finding {
    fn explain(&self, locale: Locale) -> Message {
        let area = match &self.issue {
            application::Issue::Form(_) => &AREA,
            application::Issue::Number(_) => &number::AREA,
            application::Issue::Name(_) => &name::AREA,
        };
        area.explain(&self.issue, locale)
    }
}

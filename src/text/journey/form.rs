//! Words of the pages that ask for fields, and of the page that shows all answers.

use super::phrases;
use crate::text::Locale;

phrases! {
    LEAD_SUBJECT: "把执照或证书放在手边，照着填。" "Keep the licence or certificate at hand, and copy from it."
    LEAD_LEGAL_PERSON: "只有姓名是必填的。填上证件，可以提前发现过期或写错。" "Only the name is needed. If you add the document, it is found early when something is expired or mistyped."
    LEAD_ADMINISTRATOR: "提交以后，管理员要在 24 小时内用微信确认身份：扫码、输入支付密码、人脸核身。微信要绑定本人的银行卡。" "Within 24 hours of sending, the administrator confirms in WeChat: scan a code, enter the payment password, pass a face check. The WeChat account needs a bank card in the administrator’s own name."
    LEAD_APPLICANT: "提交以后，要在 24 小时内用您的微信确认身份：扫码、输入支付密码、人脸核身。微信要绑定您本人的银行卡。" "Within 24 hours of sending, you confirm in WeChat: scan a code, enter the payment password, pass a face check. Your WeChat account needs a bank card in your own name."
    LEAD_CONTACT: "审核人员会用这些方式联系您。可以和管理员是同一个人。" "Whom the reviewers can reach. It may be the administrator."
    LEAD_CONTACT_PERSON: "审核人员会用这些方式联系您，可以填您本人。" "Whom the reviewers can reach. It may be yourself."
    LEAD_IDENTIFICATION: "想以某种身份（例如职业）认证的，在这里填写，并准备证明材料。没有的直接继续，不影响认证。" "Only if you want to be certified as something, such as your profession: it needs a proof. If not, just go on; it makes no difference."
    LEAD_NICKNAME: "认证一通过，这里的名称就会替换小程序现在的名称。" "Once certified, this name replaces the program’s present one."
    lead_payment(yuan): "审核费 {yuan} 元，无论结果如何都不退。" "The fee is {yuan} yuan, and is not refunded whatever the result."
    MORE_LICENCE: "执照上的其他信息（选填）" "More from the licence (optional)"
    MORE_DOCUMENT: "证件信息（选填）" "The document (optional)"
    MORE_DATES: "证件有效期（选填）" "Dates of the document (optional)"
    MORE_NAME: "简称、介绍和改名次数（选填）" "Short name, introduction and renames (optional)"
    LONG_TERM_VALUE: "长期" "long-term"
    DID_YOU_MEAN: "是不是：" "Did you mean:"
    FILL_IN: "填入：" "Fill in:"
    KEEP_NAME: "不改名，用：" "Keep the name:"
    used(value): "已填入 {value}" "Filled in: {value}"
    born(date): "出生日期 {date}" "born {date}"
    length(found): "现在是 {found} 个字符（一个汉字算 2 个）" "It counts {found} characters (a Chinese character counts 2)"
    EFFECT_HEADING: "小程序会改名" "The program gets another name"
    effect(from, to): "认证通过后，小程序的名称会从“{from}”变成“{to}”。用户看到的、搜索到的都是新名称。" "Once certified, the program’s name changes from “{from}” to “{to}”. Users see and find it by the new name."
    EFFECT_NONE: "名称不变。" "The name stays as it is."
    error_title(title): "有错误：{title}" "Error: {title}"
    missing(label): "请填写{label}。" "Fill in: {label}."
    MISSING_CHOICE: "请选择一项。" "Choose one."
    MISSING_HERE: "还没有填。" "Not filled in yet."
    MISSING_PHOTO: "还没有照片。" "There is no photo yet."
    PROOF_LINK: "上传名称证明材料" "Add the proof of the name"
    STATEMENT_HEADING: "提交前确认" "Before you go on"
    STATEMENT_TRUE: "资料和照片都真实有效。资料不实会导致认证失败，账号可能被封禁。" "Answers and photos are true and valid. False ones make the certification fail and can get the account banned."
    statement_fee(yuan): "审核费 {yuan} 元，无论是否通过都不退。" "The fee of {yuan} yuan is not refunded, whether it passes or not."
    statement_name(name): "认证通过后，小程序的名称是“{name}”。" "Once certified, the program’s name is “{name}”."
    STATEMENT_AGREE: "以上内容我都确认" "I confirm all of this"
    STATEMENT_MISSING: "请先勾选确认。" "Tick the box first."
    REASON_HEADING: "微信的意见" "What WeChat said"
    LOCKED: "申请已经提交，这里暂时不能修改。" "The application was sent, and cannot be changed for now."
    LOCKED_PART: "微信没有要求修改这一部分。" "WeChat did not ask for a change here."
    SEE_STATUS: "查看进度" "See the progress"
    EMPTY: "未填写" "Not filled in"
    CHECK_TITLE: "核对信息" "Check your answers"
    CHECK_LEAD: "和证件对一遍。提交以后，被打回才能改，最多改 3 次。" "Compare them with the documents. Once sent, they can be changed only if WeChat sends them back, 3 times at most."
    check_missing(count): "还有 {count} 处要处理" "To do first: {count}"
    check_warn(count): "有 {count} 处请再看一眼" "Worth another look: {count}"
    CHECK_WARN_TEXT: "这些不影响提交，但审核时可能会被问到。" "You can send as it is, but the reviewers may ask."
    CHECK_FINE: "没有发现问题，可以提交了。" "Nothing wrong was found. It can be sent."
    LOCKED_TITLE: "这份申请上了锁" "This application is locked"
    LOCKED_TEXT: "先用口令解锁，再继续填写。" "Unlock it with its passphrase, then go on."
    UNLOCK: "去解锁" "Unlock"
    CHECK_GO: "下一步：选择提交方式" "Next: choose how to send it"
    CHECK_NOT_YET: "处理完上面列出的问题，就可以提交。" "When the things listed above are done, it can be sent."
    SHOW_NUMBERS: "显示完整号码" "Show full numbers"
    HIDE_NUMBERS: "隐藏号码" "Hide numbers"
    PRIVATE_HINT: "号码只显示一部分，以免被旁人看到。" "Only parts of the numbers are shown, so that others do not see them."
    NUMBERS_SHOWN: "号码已完整显示，请注意身边的人。" "The numbers are shown in full: mind who is looking."
}

/// What stands between the name of a place and what is said of it: a question ends by itself.
pub fn after(locale: Locale, label: &str) -> &'static str {
    let is_question = label.ends_with(['？', '?']);
    locale.pick(if is_question { ["", " "] } else { ["：", ": "] })
}

/// What is said of a place, with its name before it.
pub fn named(locale: Locale, label: &str, what: &str) -> String {
    [label, after(locale, label), what].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_not_ended_twice() {
        for (locale, label, said) in [
            (Locale::ZhHans, "要发票吗？", "要发票吗？请选择一项。"),
            (Locale::ZhHans, "联系邮箱", "联系邮箱：请选择一项。"),
        ] {
            assert_eq!(named(locale, label, locale.say(MISSING_CHOICE)), said);
        }
        for (label, said) in [
            ("Do you need an invoice?", "Do you need an invoice? Choose one."),
            ("E-mail address", "E-mail address: Choose one."),
        ] {
            assert_eq!(named(Locale::En, label, Locale::En.say(MISSING_CHOICE)), said);
        }
    }
}

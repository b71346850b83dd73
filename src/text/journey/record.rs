//! Words of the page on which somebody says what WeChat answered.

use super::phrases;
use crate::process::{Act, EventKind, News};
use crate::text::Locale;

phrases! {
    TITLE: "微信怎么回复的？" "What did WeChat answer?"
    BACK: "返回办理进度" "Back to the progress"
    LEAD: "看看微信的通知或微信公众平台的认证页面，选择最新的一条。" "Look at WeChat’s message or at its page of the certification, and choose the newest."
    RESULTS: "已经有审核结果" "The review is over"
    RECORDED_SUBMIT: "已在微信提交" "Sent to WeChat"
    RECORDED_CORRECT: "已改好，重新提交" "Corrected and sent again"
    RECORDED_PAY: "已支付审核费" "The fee was paid"
    RECORDED_WITHDRAW: "放弃申请" "Given up"
    RECORDED_AGAIN: "重新开始申请" "Begun again"
    RECORDED_RENEW: "开始年审" "The renewal was begun"
    RECORDED_OVERDUE: "确认已超时" "It was too late"
    RECORDED_CHECK: "查过认证，仍然有效" "Looked up: the certification stands"
    RECORDED_APPEAL: "已申诉" "An appeal was made"
    RECORDED_OTHER: "填写资料" "The form was changed"
    OTHERS: "其他情况" "Something else"
    NOTHING: "现在没有可以记录的回复。" "There is nothing to record at this point."
    SAVE: "记下来" "Record it"
    ON: "哪一天收到的？" "On which day did it come?"
    ON_HINT: "微信消息上的日期。" "The date of WeChat’s message."
    ON_FUTURE: "这一天还没有到。" "That day is still to come."
    ON_FUTURE_FIX: "请填写今天或以前的日期。" "Give today, or a day before."
    on_early(day): "这早于已经记录的 {day}。" "That is before {day}, which is recorded already."
    ON_EARLY_FIX: "请填写之后的日期。" "Give a later day."
    ON_WRONG: "这不是一个日期。" "This is not a date."
    ON_WRONG_FIX: "请写成 2026-01-31 这样。" "Write it like 2026-01-31."
    REASONS: "微信给出的原因" "WeChat’s reasons"
    REASONS_HINT: "照原文抄写，每个原因选出它说的是哪一项，修改时会带您直接过去。" "Copy the words, and choose which part each reason is about: you are led straight there."
    reason_of(n): "原因 {n}" "Reason {n}"
    place_of(n): "原因 {n} 说的是哪一项？" "What is reason {n} about?"
    WHOLE: "整份申请，或不确定" "All of it, or not sure"
    MORE_REASONS: "再加一个原因" "Add another reason"
    REASON_MISSING: "还没有填写原因。" "No reason was given."
    REASON_MISSING_FIX: "请抄写微信的原文。" "Copy WeChat’s words."
    AGENCY: "审核公司" "Who reviews it"
    AGENCY_HINT: "微信通知里写的审核机构名称。" "The company that WeChat’s message names."
    AGENCY_CONTACT: "审核公司的电话" "Their telephone"
    UNTIL: "认证有效期至" "Certified until"
    UNTIL_HINT: "在认证详情里。不知道可以不填，按一年估算。" "It stands in the details of the certification. Leave it empty if you do not know; a year is assumed."
    UNTIL_PAST: "这一天早于认证通过的日期。" "That is before the certification."
    UNTIL_PAST_FIX: "请对照认证详情填写。" "Compare with the details of the certification."
    APPID: "小程序的 AppID" "The program’s AppID"
    APPID_HINT: "在“开发 › 开发设置”里，以 wx 开头，共 18 位。" "Under 开发 › 开发设置 (Development settings): wx and 16 more characters."
    APPID_WRONG: "这不像 AppID。" "This does not look like an AppID."
    APPID_WRONG_FIX: "AppID 以 wx 开头，共 18 位字母和数字。" "An AppID is wx and 16 letters and digits."
    ORDERID: "认证订单号" "Number of the order"
    ORDERID_HINT: "在认证详情或支付记录里。" "In the details of the certification, or of the payment."
    SAID: "已记录。" "Recorded."
    UNCHANGED: "这条回复不改变现在的进度，没有记录。" "This changes nothing of what is known, and was not recorded."
    CHOOSE_AGAIN: "选别的回复" "Choose another answer"
}

/// What was recorded, in a few words.
pub fn recorded(locale: Locale, kind: EventKind) -> &'static str {
    let act = match kind {
        EventKind::News(news) => return choice(locale, news),
        EventKind::Act(act) => act,
    };
    locale.say(match act {
        Act::Submit => RECORDED_SUBMIT,
        Act::Correct => RECORDED_CORRECT,
        Act::Pay => RECORDED_PAY,
        Act::Withdraw => RECORDED_WITHDRAW,
        Act::StartOver => RECORDED_AGAIN,
        Act::Renew => RECORDED_RENEW,
        Act::ConfirmOverdue => RECORDED_OVERDUE,
        Act::Check => RECORDED_CHECK,
        Act::Appeal => RECORDED_APPEAL,
        Act::Tick | Act::Edit | Act::Upload | Act::Complete => RECORDED_OTHER,
    })
}

/// What a person sees of it: longer than the name, as WeChat's message says it.
pub fn choice(locale: Locale, news: News) -> &'static str {
    locale.pick(match news {
        News::TaskCreated => {
            ["请管理员授权或扫码", "It asks the administrator to agree or to scan"]
        }
        News::Authorized => ["管理员已同意授权", "The administrator has agreed"],
        News::FaceStarted => ["人脸核身已开始", "The face check has begun"],
        News::FaceFailed => ["人脸核身没有通过", "The face check failed"],
        News::FacePassed => ["人脸核身通过了", "The face check was passed"],
        News::CodeSent => ["手机收到了验证码", "A code came to the phone"],
        News::CodeFailed => ["验证码不对", "The code was wrong"],
        News::CodePassed => ["验证码通过了", "The code was right"],
        News::TaskTimedOut => ["没有按时确认，任务超时", "It was not confirmed in time"],
        News::AuthorizationRefused => ["管理员拒绝了授权", "The administrator refused"],
        News::OrderFailed => ["创建审核单失败", "WeChat could not make the order"],
        News::VerificationFailed => {
            ["管理员身份验证失败", "The administrator could not be verified"]
        }
        News::OrderCreated => ["审核单已创建", "The order was made"],
        News::PaymentDue => ["请支付审核费", "It asks for the fee"],
        News::Paid => ["支付成功", "The fee has arrived"],
        News::ReviewStarted => {
            ["开始审核，或已派给审核公司", "The review has begun, or was given to an agency"]
        }
        News::SentBack => ["没有通过，请修改后重新提交", "It was sent back to be corrected"],
        News::Passed => ["审核通过，还要付费", "The review was passed; the fee is left to pay"],
        News::FinallyFailed => ["认证失败，不能再修改", "It failed and cannot be corrected"],
        News::Qualified => {
            ["资质通过，名称还在审核", "The subject is certified; the name is still reviewed"]
        }
        News::Certified => ["认证通过", "It is certified"],
        News::NameAccepted => ["名称通过了", "The name was accepted"],
        News::NameRefused => {
            ["认证通过，但名称没有通过", "It is certified, but the name was refused"]
        }
        News::Standing => ["认证仍然有效", "The certification stands"],
        News::RenewalDue => ["提醒年审", "It is time to renew"],
        News::Expired => ["认证已过期", "The certification has ended"],
        News::AccountNormal => ["账号恢复正常", "The account is in order again"],
        News::AccountWarned => ["账号收到违规告警", "The account was warned"],
        News::AccountFrozen => ["账号被冻结", "The account was frozen"],
        News::AccountBanned => ["账号被封禁", "The account was banned"],
        News::AccountDeregistered => ["账号已注销", "The account was deregistered"],
        News::AppealGranted => ["申诉成功", "The appeal was granted"],
        News::AppealRefused => ["申诉被驳回", "The appeal was refused"],
    })
}

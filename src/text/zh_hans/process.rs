//! Simplified Chinese: the process, its states, its events and why something cannot be done now.

use crate::date::Date;
use crate::process::{
    Act, DueKind, EventKind, Measure, Millis, News, Notice, Refusal, StateKind, Stop,
};
use crate::text::Message;

pub(in crate::text) const fn state_kind(kind: StateKind) -> &'static str {
    match kind {
        StateKind::Preparing => "填写资料",
        StateKind::Ready => "可以提交",
        StateKind::Submitted => "已提交",
        StateKind::AwaitingAuthorization => "待管理员授权",
        StateKind::FaceCheck => "人脸核身",
        StateKind::SmsCheck => "短信验证",
        StateKind::AwaitingOrder => "正在创建审核单",
        StateKind::AwaitingPayment => "待支付",
        StateKind::UnderReview => "审核中",
        StateKind::SentBack => "打回重填",
        StateKind::Certified => "已认证",
        StateKind::RenewalDue => "待年审",
        StateKind::Expired => "认证已过期",
        StateKind::FinallyFailed => "认证失败",
        StateKind::Stopped => "审核前中止",
        StateKind::TimedOut => "已超时",
        StateKind::Withdrawn => "已撤回",
        StateKind::Banned => "账号受限",
        StateKind::Appeal => "申诉中",
    }
}

pub(in crate::text) const fn event_kind(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Act(act) => match act {
            Act::Tick => "时间到",
            Act::Edit => "修改资料",
            Act::Upload => "上传照片",
            Act::Complete => "资料齐全",
            Act::Submit => "提交",
            Act::Pay => "已支付",
            Act::Correct => "修改后重新提交",
            Act::Withdraw => "放弃申请",
            Act::StartOver => "重新申请",
            Act::Renew => "开始年审",
            Act::ConfirmOverdue => "确认已错过期限",
            Act::Check => "查过，仍然有效",
            Act::Appeal => "联系客服申诉",
        },
        EventKind::News(news) => self::news(news),
    }
}

const fn news(news: News) -> &'static str {
    match news {
        News::TaskCreated => "等待授权",
        News::Authorized => "授权同意",
        News::FaceStarted => "发起人脸核身",
        News::FaceFailed => "人脸核身失败",
        News::FacePassed => "人脸核身通过",
        News::CodeSent => "已发送验证码",
        News::CodeFailed => "验证码错误",
        News::CodePassed => "短信验证通过",
        News::TaskTimedOut => "未在期限内确认",
        News::AuthorizationRefused => "管理员拒绝授权",
        News::OrderFailed => "创建审核单失败",
        News::VerificationFailed => "管理员验证失败",
        News::OrderCreated => "审核单已创建",
        News::PaymentDue => "等待支付",
        News::Paid => "支付成功",
        News::ReviewStarted => "开始审核",
        News::SentBack => "打回重填",
        News::Passed => "审核通过",
        News::FinallyFailed => "最终失败",
        News::Qualified => "资质认证成功",
        News::Certified => "认证通过",
        News::NameAccepted => "名称认证成功",
        News::NameRefused => "名称认证失败",
        News::Standing => "查到认证有效",
        News::RenewalDue => "年审通知",
        News::Expired => "过期通知",
        News::AccountNormal => "账号正常",
        News::AccountWarned => "账号被告警",
        News::AccountFrozen => "账号被冻结",
        News::AccountBanned => "账号被封禁",
        News::AccountDeregistered => "账号已注销",
        News::AppealGranted => "申诉成功",
        News::AppealRefused => "申诉被驳回",
    }
}

pub(in crate::text) const fn due_kind(kind: DueKind) -> &'static str {
    match kind {
        DueKind::Authorization => "管理员授权",
        DueKind::FaceCheck => "人脸核身",
        DueKind::SmsCheck => "短信验证",
        DueKind::Order => "创建审核单",
        DueKind::Payment => "支付",
        DueKind::Review => "审核结束",
        DueKind::Correction => "修改重填",
        DueKind::Materials => "已上传的照片失效",
        DueKind::Renewal => "年审提醒",
        DueKind::Validity => "认证到期",
        DueKind::Restriction => "更多功能受限",
        DueKind::Check => "复查认证是否有效",
    }
}

pub(in crate::text) const fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::Authorize => "请管理员在微信里授权这次申请。",
        Notice::FaceFailed => "人脸核身没有通过，请在期限内重试。",
        Notice::CodeFailed => "验证码不对，请在期限内重试。",
        Notice::Stopped => "申请在审核前中止了，可以重新申请。",
        Notice::TimedOut => "超过期限，微信结束了这次申请。",
        Notice::Overdue => "有一个期限已经过了，请到微信里查看进度。",
        Notice::MaterialsExpired => "已上传的照片失效了，请重新上传。",
        Notice::SentBack => "申请被打回，请修改后重新提交。",
        Notice::Certified => "小程序已通过认证。",
        Notice::NameRefused => "名称没有通过，认证仍然有效。",
        Notice::FinallyFailed => "认证失败，可以重新申请或联系客服。",
        Notice::RenewalDue => "认证该年审了。",
        Notice::Expired => "认证已过期，小程序的功能受到限制。",
        Notice::Warned => "微信对账号发出了告警。",
        Notice::Banned => "微信限制了账号。",
        Notice::Lifted => "限制或决定已撤销。",
        Notice::AppealRefused => "客服驳回了申诉。",
    }
}

pub(in crate::text) const fn stop(stop: Stop) -> &'static str {
    match stop {
        Stop::AuthorizationRefused => "管理员拒绝授权",
        Stop::OrderFailed => "创建审核单失败",
        Stop::VerificationFailed => "管理员验证失败",
    }
}

pub(in crate::text) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Frozen => "已冻结",
        Measure::Banned => "已封禁",
        Measure::Deregistered => "已注销",
    }
}

/// The words of the picture that are not names of states and events.
pub(in crate::text) const ANY_STATE: &str = "任何状态";
pub(in crate::text) const STATE_BEFORE: &str = "之前的状态";

pub(in crate::text) fn refusal(refusal: &Refusal) -> Message {
    match *refusal {
        Refusal::NotNow => {
            Message::new("现在不能进行这一步。", "请看看接下来可以做什么，从那里继续。")
        }
        Refusal::UploadsUsedUp { most } => Message::new(
            format!("一次申请最多上传 {most} 张照片，次数已用完。"),
            "请使用已上传的照片，或放弃这次申请后重新申请。",
        ),
        Refusal::CorrectionsUsedUp { most } => Message::new(
            format!("一次申请最多修改重填 {most} 次，次数已用完。"),
            "请等待微信的决定，或放弃这次申请后重新申请。",
        ),
        Refusal::MaterialsExpired { at } => {
            Message::new(format!("已上传的照片只能用到 {}。", last_day(at)), "请先重新上传。")
        }
        Refusal::NotOverdue { until } => Message::new(
            format!("期限到 {} 为止，还没有过。", last_day(until)),
            "请继续办理，还来得及。",
        ),
        Refusal::TooEarly { from } => Message::new(
            format!("年审从 {} 开始。", Date::of_millis(from)),
            "到时再来即可，现在认证有效。",
        ),
    }
}

/// The day on which that moment is, or which it ends.
fn last_day(moment: Millis) -> Date {
    Date::of_millis(moment.saturating_sub(1))
}

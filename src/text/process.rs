//! The words of the process, and its picture.

use std::borrow::Cow;

use super::sentence::{Area, Sentence, Words, has_each, itself, sentences};
use super::{Explain, Locale, Message, Name};
use crate::date::Date;
use crate::process::{
    Act, DueKind, EventKind, Measure, News, Notice, ProcessProfile, Refusal, StateKind, Stop,
    Transition, transitions,
};

const SENTENCES: &[Sentence] = sentences! {
    "process.not-now":
        "现在不能进行这一步。"
        "请看看接下来可以做什么，从那里继续。"
        "This cannot be done at this point."
        "Look at what can be done next, and go on with that."
    "process.uploads-used-up":
        "一次申请最多上传 {most} 张照片，次数已用完。"
        "请使用已上传的照片，或放弃这次申请后重新申请。"
        "At most {most} photos can be uploaded for one application; they are used up."
        "Use what has been uploaded, or give this application up and begin another."
    "process.corrections-used-up":
        "一次申请最多修改重填 {most} 次，次数已用完。"
        "请等待微信的决定，或放弃这次申请后重新申请。"
        "An application can be corrected {most} times; they are used up."
        "Wait for WeChat’s decision, or give this application up and begin another."
    "process.materials-expired":
        "已上传的照片只能用到 {at}。"
        "请先重新上传。"
        "The uploaded photos could be used until {at}."
        "Upload them again first."
    "process.not-overdue":
        "期限到 {until} 为止，还没有过。"
        "请继续办理，还来得及。"
        "There is time until the end of {until}."
        "Go on; nothing is lost yet."
    "process.too-early":
        "年审从 {from} 开始。"
        "到时再来即可，现在认证有效。"
        "The renewal opens on {from}."
        "Come back then; the certification is valid."
};

const _: () = assert!(has_each(SENTENCES, Refusal::CODES), "a code has no sentence");

/// The words about what cannot be done now.
pub static AREA: Area = Area { sentences: SENTENCES, case: |_, _| Cow::Borrowed(""), word };

fn word(place: &str, member: &str, _: Locale) -> Option<Cow<'static, str>> {
    let day = |moment| Some(Cow::Owned(Date::of_millis(moment).to_string()));
    match place {
        "from" => day(member.parse().ok()?),
        // The day which that moment ends.
        "at" | "until" => day(member.parse::<i64>().ok()?.saturating_sub(1)),
        _ => Some(itself(member)),
    }
}

impl Explain for Refusal {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Name for StateKind {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Preparing => ["填写资料", "Filling in"],
            Self::Ready => ["可以提交", "Ready to send"],
            Self::Submitted => ["已提交", "Sent"],
            Self::AwaitingAuthorization => ["待管理员授权", "Waiting for the administrator"],
            Self::FaceCheck => ["人脸核身", "Face check"],
            Self::SmsCheck => ["短信验证", "Code by SMS"],
            Self::AwaitingOrder => ["正在创建审核单", "The order is being made"],
            Self::AwaitingPayment => ["待支付", "Waiting for payment"],
            Self::UnderReview => ["审核中", "Under review"],
            Self::SentBack => ["打回重填", "Sent back for correction"],
            Self::Certified => ["已认证", "Certified"],
            Self::RenewalDue => ["待年审", "Renewal due"],
            Self::Expired => ["认证已过期", "Expired"],
            Self::FinallyFailed => ["认证失败", "Failed"],
            Self::Stopped => ["审核前中止", "Stopped before review"],
            Self::TimedOut => ["已超时", "Timed out"],
            Self::Withdrawn => ["已撤回", "Withdrawn"],
            Self::Banned => ["账号受限", "Account restricted"],
            Self::Appeal => ["申诉中", "Appeal"],
        })
    }
}

impl Name for DueKind {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Authorization => ["管理员授权", "Administrator authorizes"],
            Self::FaceCheck => ["人脸核身", "Face check"],
            Self::SmsCheck => ["短信验证", "Code by SMS"],
            Self::Order => ["创建审核单", "Order is made"],
            Self::Payment => ["支付", "Payment"],
            Self::Review => ["审核结束", "End of the review"],
            Self::Correction => ["修改重填", "Correction"],
            Self::Materials => ["已上传的照片失效", "Uploaded photos expire"],
            Self::Renewal => ["年审提醒", "Reminder to renew"],
            Self::Validity => ["认证到期", "Certification ends"],
            Self::Restriction => ["更多功能受限", "More functions are restricted"],
            Self::Check => ["复查认证是否有效", "Look up the certification"],
        })
    }
}

impl Name for Notice {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Authorize => [
                "请管理员在微信里授权这次申请。",
                "The administrator has to authorize the application in WeChat.",
            ],
            Self::FaceFailed => [
                "人脸核身没有通过，请在期限内重试。",
                "The face check failed. Try again while there is time.",
            ],
            Self::CodeFailed => [
                "验证码不对，请在期限内重试。",
                "The code was wrong. Try again while there is time.",
            ],
            Self::Stopped => [
                "申请在审核前中止了，可以重新申请。",
                "The application stopped before the review. You can apply again.",
            ],
            Self::TimedOut => [
                "超过期限，微信结束了这次申请。",
                "WeChat ended the application because it took too long.",
            ],
            Self::Overdue => [
                "有一个期限已经过了，请到微信里查看进度。",
                "A deadline has passed. Look up in WeChat how it stands.",
            ],
            Self::MaterialsExpired => [
                "已上传的照片失效了，请重新上传。",
                "The uploaded photos have expired. Upload them again.",
            ],
            Self::SentBack => [
                "申请被打回，请修改后重新提交。",
                "The application was sent back. Correct it and send it again.",
            ],
            Self::Certified => ["小程序已通过认证。", "The program is certified."],
            Self::NameRefused => {
                ["名称没有通过，认证仍然有效。", "The name was refused; the certification stands."]
            }
            Self::FinallyFailed => [
                "认证失败，可以重新申请或联系客服。",
                "The application failed. You can apply again or ask support.",
            ],
            Self::RenewalDue => ["认证该年审了。", "The certification should be renewed."],
            Self::Expired => [
                "认证已过期，小程序的功能受到限制。",
                "The certification has ended, and the program can do less.",
            ],
            Self::Warned => ["微信对账号发出了告警。", "WeChat has warned the account."],
            Self::Banned => ["微信限制了账号。", "WeChat has restricted the account."],
            Self::Lifted => ["限制或决定已撤销。", "The restriction or decision was taken back."],
            Self::AppealRefused => ["客服驳回了申诉。", "Support has refused the appeal."],
        })
    }
}

impl Name for Stop {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::AuthorizationRefused => ["管理员拒绝授权", "The administrator refused"],
            Self::OrderFailed => ["创建审核单失败", "WeChat could not make the order"],
            Self::VerificationFailed => {
                ["管理员验证失败", "The administrator could not be verified"]
            }
        })
    }
}

impl Name for Measure {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Frozen => ["已冻结", "Frozen"],
            Self::Banned => ["已封禁", "Banned"],
            Self::Deregistered => ["已注销", "Deregistered"],
        })
    }
}

impl Name for EventKind {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Act(act) => act_words(*act),
            Self::News(news) => news_words(*news),
        })
    }
}

const fn act_words(act: Act) -> Words {
    match act {
        Act::Tick => ["时间到", "time passes"],
        Act::Edit => ["修改资料", "form changed"],
        Act::Upload => ["上传照片", "photo uploaded"],
        Act::Complete => ["资料齐全", "form complete"],
        Act::Submit => ["提交", "sent"],
        Act::Pay => ["已支付", "paid"],
        Act::Correct => ["修改后重新提交", "correction sent"],
        Act::Withdraw => ["放弃申请", "given up"],
        Act::StartOver => ["重新申请", "apply again"],
        Act::Renew => ["开始年审", "renew"],
        Act::ConfirmOverdue => ["确认已错过期限", "missed deadline confirmed"],
        Act::Check => ["查过，仍然有效", "looked up, still valid"],
        Act::Appeal => ["联系客服申诉", "support asked"],
    }
}

const fn news_words(news: News) -> Words {
    match news {
        News::TaskCreated => ["等待授权", "authorization asked for"],
        News::Authorized => ["授权同意", "authorized"],
        News::FaceStarted => ["发起人脸核身", "face check started"],
        News::FaceFailed => ["人脸核身失败", "face check failed"],
        News::FacePassed => ["人脸核身通过", "face check passed"],
        News::CodeSent => ["已发送验证码", "code sent"],
        News::CodeFailed => ["验证码错误", "wrong code"],
        News::CodePassed => ["短信验证通过", "code confirmed"],
        News::TaskTimedOut => ["未在期限内确认", "not confirmed in time"],
        News::AuthorizationRefused => ["管理员拒绝授权", "administrator refused"],
        News::OrderFailed => ["创建审核单失败", "order not made"],
        News::VerificationFailed => ["管理员验证失败", "administrator not verified"],
        News::OrderCreated => ["审核单已创建", "order made"],
        News::PaymentDue => ["等待支付", "payment due"],
        News::Paid => ["支付成功", "payment arrived"],
        News::ReviewStarted => ["开始审核", "review started"],
        News::SentBack => ["打回重填", "sent back"],
        News::Passed => ["审核通过", "review passed"],
        News::FinallyFailed => ["最终失败", "finally failed"],
        News::Qualified => ["资质认证成功", "subject certified"],
        News::Certified => ["认证通过", "certified"],
        News::NameAccepted => ["名称认证成功", "name accepted"],
        News::NameRefused => ["名称认证失败", "name refused"],
        News::Standing => ["查到认证有效", "certification confirmed"],
        News::RenewalDue => ["年审通知", "reminder to renew"],
        News::Expired => ["过期通知", "expiry notice"],
        News::AccountNormal => ["账号正常", "account in order"],
        News::AccountWarned => ["账号被告警", "account warned"],
        News::AccountFrozen => ["账号被冻结", "account frozen"],
        News::AccountBanned => ["账号被封禁", "account banned"],
        News::AccountDeregistered => ["账号已注销", "account deregistered"],
        News::AppealGranted => ["申诉成功", "appeal granted"],
        News::AppealRefused => ["申诉被驳回", "appeal refused"],
    }
}

/// The words of the picture that are not names of states and events.
const ANY_STATE: Words = ["任何状态", "Any state"];
const STATE_BEFORE: Words = ["之前的状态", "The state before"];

/// From or to so many states, an arrow is drawn once for all of them.
const MANY: usize = 6;

/// The usual ways of the process as a Mermaid state diagram.
///
/// # Example
///
/// ```
/// use renzheng::process::ProcessProfile;
/// use renzheng::text::{Locale, process_diagram};
///
/// let diagram = process_diagram(ProcessProfile::WECHAT_2026, Locale::En);
/// assert!(diagram.starts_with("stateDiagram-v2\n"));
/// assert!(diagram.contains("ready --> submitted: sent\n"));
/// ```
pub fn process_diagram(profile: &ProcessProfile, locale: Locale) -> String {
    let ways: Vec<Transition> =
        transitions(profile).into_iter().filter(Transition::is_usual).collect();
    let mut arrows: Vec<(&str, &str, String)> = Vec::new();
    for way in &ways {
        let sources = ways.iter().filter(|it| (it.event, it.to) == (way.event, way.to)).count();
        let targets = ways.iter().filter(|it| (it.event, it.from) == (way.event, way.from)).count();
        let from = if MANY <= sources { "any" } else { way.from.as_str() };
        let to = if MANY <= targets { "before" } else { way.to.as_str() };
        let label = way.event.name(locale);
        let known = arrows.iter_mut().find(|arrow| (arrow.0, arrow.1) == (from, to));
        match known {
            Some((_, _, labels)) if labels.split(" / ").any(|known| known == label) => {}
            Some((_, _, labels)) => {
                labels.push_str(" / ");
                labels.push_str(label);
            }
            None => arrows.push((from, to, label.to_owned())),
        }
    }
    let (any, before) = (locale.pick(ANY_STATE), locale.pick(STATE_BEFORE));
    let mut text = String::from("stateDiagram-v2\n");
    let names = StateKind::ALL.iter().map(|kind| (kind.as_str(), kind.name(locale)));
    for (id, name) in names.chain([("any", any), ("before", before)]) {
        for part in ["    state \"", name, "\" as ", &mermaid_id(id), "\n"] {
            text.push_str(part);
        }
    }
    text.push_str("    [*] --> preparing\n");
    for (from, to, labels) in &arrows {
        for part in ["    ", &mermaid_id(from), " --> ", &mermaid_id(to), ": ", labels, "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// Mermaid takes a hyphen for the beginning of an arrow.
fn mermaid_id(name: &str) -> String {
    name.replace('-', "_")
}

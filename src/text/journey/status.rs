//! Words of the page that says how an application stands, and what comes next.

use super::{Phrase, phrases};
use crate::process::{DueKind, Measure, NameVerdict, StateKind};
use crate::text::Locale;

phrases! {
    TITLE: "办理进度" "Progress"
    BACK: "返回任务列表" "Back to the list of tasks"
    UNREADABLE: "办理进度读不出来，可能是新版本保存的。请刷新页面再试；资料没有改动。" "The progress cannot be read; a later version may have saved it. Reload the page and try again. Nothing was changed."
    STEPS: "进行到哪一步" "How far it is"
    STEP_PREPARE: "填写资料" "Fill in"
    STEP_SEND: "提交" "Send"
    STEP_CONFIRM: "管理员确认身份" "The administrator confirms"
    STEP_PAY: "支付审核费" "Pay the fee"
    STEP_REVIEW: "审核" "Review"
    STEP_CERTIFIED: "认证生效" "Certified"
    STEP_DONE: "已完成" "Done"
    STEP_NOW: "进行中" "Now"
    STEP_BACK: "已打回，等您修改" "Sent back to you"
    STEP_HELD: "暂停" "On hold"
    STEP_ENDED: "到此结束" "Ended here"
    STEP_LATER: "未开始" "Later"
    NEXT: "接下来" "What comes next"
    DATES: "期限" "Dates"
    about(moment): "预计不晚于 {moment}" "expected by {moment}"
    until(moment): "截止 {moment}" "until {moment}"
    OVERDUE: "已过期限" "Overdue"
    OVERDUE_TEXT: "期限已过，但结果以微信为准。请先到微信看看。" "A deadline has passed, but WeChat decides. Have a look there first."
    CONFIRM_OVERDUE: "微信显示已超时" "WeChat says it is too late"
    recorded(what): "刚才记录了：{what}" "Just recorded: {what}"
    RECORDED: "已经记录的" "What was recorded"
    UNDO: "记错了，撤销" "That was wrong: undo"
    undone(what): "已撤销：{what}" "Taken back: {what}"
    renewal_in(days): "年审提醒（到期前 {days} 天）" "Reminder to renew ({days} days before the end)"
    CALENDAR: "把期限加到日历（.ics）" "Add the dates to your calendar (.ics)"
    CALENDAR_NAME: "认证期限.ics" "certification-dates.ics"
    RECORD: "微信有新的回复" "WeChat has answered"
    RECORD_FAILED: "没有成功，记录结果" "It failed: record it"
    PACKAGE_AGAIN: "重新打开资料包和清单" "Open the package and the list again"
    TO_TASKS: "去填写资料" "Go to your answers"
    TO_SEND: "去提交" "Go to sending"
    AUTH_LINK: "打开授权页面" "Open the page for agreeing"
    AUTH_QR: "授权二维码" "QR code for agreeing"
    AUTH_TITLE: "请管理员授权" "The administrator agrees"
    AUTH_WHO: "请管理员本人用自己的微信扫描，不要转给别人。扫描后都在微信里完成：同意授权、输入微信支付密码、人脸识别。这个微信要绑定管理员本人的银行卡。" "For the administrator in person, with their own WeChat; do not pass it on. All that follows is done within WeChat: agree, enter the password of WeChat Pay, show one's face. That WeChat account needs a bank card in the administrator's name."
    AUTH_PHONE: "如果正用管理员的手机看这一页，请复制下面的链接，在微信里发给自己再打开。二维码在这台设备上生成，没有发送给任何人。" "If this page is on the administrator's phone, copy the link below, send it to yourself in WeChat, and open it there. The code was drawn on this device; it went to nobody."
    AUTH_COPIED: "授权链接" "the link for agreeing"
    AUTH_NO_PAGE: "服务商给的授权地址不是一个网页，不能在这里打开。请不要使用，先向服务商核实。" "The address for agreeing that the provider gave is not that of a page, and cannot be opened here. Do not use it; ask the provider first."
    ACT_PAID: "已支付" "I have paid"
    PAID_NOTE: "在微信公众平台的认证页面，用微信支付扫码付款。" "Pay on the certification’s page at WeChat, by scanning with WeChat Pay."
    fee_note(yuan): "费用 {yuan} 元，按次收取，无论结果如何都不退。" "The fee is {yuan} yuan each time, and is not returned, whatever comes of it."
    FEE_UNKNOWN: "金额以微信页面为准。" "WeChat’s page says how much."

    FACTS: "这次申请" "This application"
    FACT_NAME: "申请的名称" "The name applied for"
    FACT_SUBMITTED: "提交时间" "Sent"
    FACT_FEE: "审核费" "Fee"
    yuan(n): "{n} 元" "{n} yuan"
    FREE: "免费" "none"
    FACT_PAID: "支付时间" "Paid"
    FACT_LEFT: "还能修改" "Corrections left"
    times(n): "{n} 次" "{n}"
    FACT_AGENCY: "审核公司" "Reviewed by"
    FACT_CONTACT: "审核公司电话" "Their telephone"

    REASONS: "微信给出的原因" "WeChat’s reasons"
    NO_REASONS: "没有记录原因。请到微信的认证页面查看，再核对全部资料。" "No reason was recorded. Look at WeChat’s page, then go through your answers."
    ABOUT_ALL: "整份申请" "All of it"
    FIX: "去修改" "Correct it"
    fix_first(name): "去修改：{name}" "Correct: {name}"
    FIXED: "已改" "Changed"
    NOT_FIXED: "还没改" "Not changed yet"
    FIX_ALL: "核对全部资料" "Go through all answers"
    ANSWERS_GONE: "资料和照片已按保存期限从这台设备删除。请直接在微信的认证页面修改并重新提交，再回来点下面的按钮；以前导出过的，也可以先导入。" "Your answers and photos were deleted from this device when their days were over. Correct them on WeChat’s page and send them there, then press the button below; or first import a file that you exported."
    IMPORT: "导入文件" "Import a file"
    ONLY_THESE: "只改被打回的地方，其他的不用动。" "Change only what was sent back; the rest is fine."
    left_now(n): "连这次在内，还能修改 {n} 次。" "Corrections left, this one included: {n}."
    LEFT_LAST: "这是最后一次修改机会，请仔细核对后再提交。" "This is the last correction. Check everything before you send it."
    LEFT_NONE: "修改次数已用完。请等待微信的决定。" "The corrections are used up. Wait for WeChat’s decision."
    SEND_AGAIN: "改好了，重新提交" "It is corrected: send it again"

    VALIDITY: "有效期" "Validity"
    VALID_SINCE: "认证通过" "Certified on"
    VALID_UNTIL: "有效期至" "Valid until"
    ESTIMATED: "（按一年估算，以微信为准）" " (a year is assumed; WeChat decides)"
    RENEW_FROM: "可以年审" "Can be renewed from"
    CHECK_BY: "下次复查" "Look it up again by"
    VALIDITY_TEXT: "每年要年审一次，流程和费用与第一次相同。到期后会逐步受限：先不能发布新版本、搜不到；30 天后不能分享；60 天后不能有新用户，也不能支付。" "It is renewed every year, in the same way and for the same fee. When it has ended, the program can do less and less: no new versions and not found in searches; after 30 days not shared; after 60 days no new users and no payments."
    RENEW: "开始年审" "Begin the renewal"
    CHECKED: "我查过了，认证有效" "I looked it up: it is valid"
    SAID_CHECKED: "已记录，下次复查的日期已更新。" "Recorded; the next date to look it up has been set."

    REFERENCE: "认证编号" "Reference numbers"
    REFERENCE_TEXT: "微信没有单独的“认证 ID”：通过认证的小程序用 AppID 来指认，任务编号和订单号用来查询这次申请。" "WeChat has no separate “certification ID”: a certified program is known by its AppID, and this application by its task and order."
    REF_APPID: "AppID" "AppID"
    REF_TASKID: "任务编号" "Task"
    REF_ORDERID: "认证订单号" "Order"
    REFERENCE_NONE: "还没有记录编号。" "No number is recorded yet."
    REFERENCE_ADD: "补充编号" "Add the numbers"
    REFERENCE_USE: "怎么用" "How they are used"
    USE_CODE: "代码里：project.config.json 的 appid 填 AppID；后台接口也用它。" "In code: AppID goes into project.config.json as appid, and servers use it as well."
    USE_PROMOTION: "推广时：投放、跳转、关联公众号都填 AppID。" "In promotion: advertisements, links between programs and linked accounts ask for it."
    USE_SAFE: "AppID 可以公开；AppSecret 是密钥，不要写进前端代码、截图或发给别人。泄露了，马上在“开发 › 开发设置”里重置。" "AppID may be public. AppSecret is a secret: keep it out of front-end code, screenshots and messages, and reset it under 开发 › 开发设置 (Development settings) if it got out."
    LOOK_UP: "在哪里查认证状态" "Where to look the certification up"
    LOOK_UP_PLATFORM: "登录 mp.weixin.qq.com，打开“设置 › 基本设置 › 微信认证”，点“详情”。" "Log in at mp.weixin.qq.com and open 设置 › 基本设置 › 微信认证 › 详情 (Settings › Basic › WeChat verification › Details)."
    LOOK_UP_PROGRAM: "在微信里打开小程序，点右上角“…”，再点名称，“更多资料”里有认证主体。" "Open the program in WeChat, tap … at the top right, then its name: 更多资料 (More) shows the certified subject."

    NAME: "名称" "The name"
    name_accepted(name): "小程序现在叫“{name}”。" "The program’s name is now “{name}”."
    name_changed(from, to): "小程序已从“{from}”改名为“{to}”。旧名称可能被别人注册。" "The program was renamed from “{from}” to “{to}”. Others may take the former name."
    name_pending(name): "名称“{name}”还在审核，通过后自动生效。" "The name “{name}” is still reviewed; it takes effect by itself."
    name_refused(name): "名称“{name}”没有通过，小程序保留原来的名称。认证仍然有效，可以在“设置 › 基本设置”里换一个名称再申请。" "The name “{name}” was refused, and the program keeps its present one. The certification stands; another name can be asked for under 设置 › 基本设置 (Settings › Basic)."

    WARNED: "微信对账号发出了违规告警。请到“通知中心”查看并整改，否则可能被限制。" "WeChat has warned the account. Read the message in 通知中心 (Notices) and put it right, or the account may be restricted."
    MEASURE_SINCE: "限制开始" "Restricted since"
    BEFORE: "限制前的进度" "The application before"
    APPEAL_TITLE: "申诉" "Appeal"
    APPEAL: "我已联系客服申诉" "I have asked support"
    APPEAL_TEXT: "先到 mp.weixin.qq.com 的“通知中心”查看原因并整改，再从通知里的入口申诉，或拨打 95017 联系腾讯客服。提交申诉后，点下面的按钮。" "Read the reason in 通知中心 (Notices) at mp.weixin.qq.com and put it right. Appeal from that message, or call Tencent’s support at 95017. When you have done so, press the button."
    APPEAL_FAILURE_TEXT: "认为结果有误的，可以联系审核公司或腾讯客服 95017，说明理由并附上证明。提交后点下面的按钮。" "If the decision is wrong, tell the agency or Tencent’s support at 95017 why, and add proof. When you have done so, press the button."
    APPEAL_SINCE: "申诉时间" "Asked on"
    APPEAL_WAIT: "客服一般在几个工作日内回复，结果在通知中心。" "Support usually answers within a few working days, in 通知中心 (Notices)."
    DEREGISTERED_TEXT: "账号已注销，不能恢复认证。需要时请注册新的小程序，再重新申请。" "The account no longer exists, and its certification cannot be restored. Register another program and apply anew if needed."

    START_OVER: "重新申请" "Apply again"
    START_OVER_FEE: "资料会保留，改好后重新提交。重新申请要再付一次费。" "Your answers stay; correct them and send them again. The fee is due once more."
    START_OVER_FREE: "资料会保留，改好后重新提交。这次没有付过费，不会多收。" "Your answers stay; correct them and send them again. Nothing was paid, so it costs no more."
    TIMED_OUT_TOLD: "微信告知已超时。" "WeChat said that it took too long."
    TIMED_OUT_SELF: "您确认了期限已过。如果微信后来有了回复，仍然可以记录。" "You confirmed that the deadline has passed. If WeChat answers after all, it can still be recorded."
    RESTRICTED_NOW: "现在的限制" "Restrictions now"
    RESTRICTION_1: "不能发布新版本，搜索不到。" "No new versions, and not found in searches."
    RESTRICTION_2: "不能分享。" "Cannot be shared."
    RESTRICTION_3: "不能有新用户，不能支付。" "No new users, no payments."

    WITHDRAW: "放弃这次申请" "Give this application up"
    WITHDRAW_TEXT: "放弃后不再跟踪这次申请，资料仍然保留。已经付的费不退。如果已经在微信提交，请同时在微信的认证页面撤回。" "It is no longer followed; your answers stay. A fee that was paid is not returned. If it was sent to WeChat, withdraw it on WeChat’s page, too."
    WITHDRAW_YES: "确认放弃" "Give it up"
    SAID_WITHDRAWN: "已放弃这次申请。" "The application was given up."
}

/// What a program can no longer do when its certification has ended, one after the other.
pub const RESTRICTIONS: [Phrase; 3] = [RESTRICTION_1, RESTRICTION_2, RESTRICTION_3];

/// What the state means, in a sentence or two.
pub fn lead(locale: Locale, kind: StateKind) -> &'static str {
    locale.pick(match kind {
        StateKind::Preparing => {
            ["还没有提交，先把资料填好。", "Nothing has been sent yet. First complete your answers."]
        }
        StateKind::Ready => ["资料已齐全，可以提交了。", "Your answers are complete and can be sent."],
        StateKind::Submitted => [
            "已提交。接下来微信会请管理员确认身份，请留意微信消息和平台页面。",
            "It was sent. Next, WeChat asks the administrator to confirm who they are: watch its messages and its page.",
        ],
        StateKind::AwaitingAuthorization => [
            "请管理员本人在微信里同意这次申请。",
            "The administrator has to agree to the application, in WeChat.",
        ],
        StateKind::FaceCheck => [
            "请管理员本人在微信里完成人脸核身。",
            "The administrator has to show their face, in WeChat.",
        ],
        StateKind::SmsCheck => [
            "管理员的手机会收到 6 位验证码，请填到微信的页面里。",
            "The administrator’s phone receives 6 digits; enter them on WeChat’s page.",
        ],
        StateKind::AwaitingOrder => [
            "管理员已确认，微信正在创建审核单，不用做什么。",
            "The administrator has confirmed. WeChat makes the order; there is nothing to do.",
        ],
        StateKind::AwaitingPayment => {
            ["请在期限内支付审核费。", "The fee has to be paid in time."]
        }
        StateKind::UnderReview => [
            "审核公司正在审核。可能会打电话给联系人，请保持电话畅通。",
            "It is being reviewed. The reviewers may call the contact, so keep the phone at hand.",
        ],
        StateKind::SentBack => [
            "这次没有通过。请按原因修改，再重新提交。",
            "It was sent back. Correct what the reasons say, then send it again.",
        ],
        StateKind::Certified => ["小程序已通过微信认证。", "The program is certified."],
        StateKind::RenewalDue => [
            "认证仍然有效，现在可以年审了。",
            "The certification is valid, and can be renewed now.",
        ],
        StateKind::Expired => [
            "认证已到期，小程序的功能受到限制。年审通过后恢复。",
            "The certification has ended, and the program can do less. Renewing it restores everything.",
        ],
        StateKind::FinallyFailed => [
            "这次申请没有通过，不能再修改。可以重新申请，或者申诉。",
            "This application failed and cannot be corrected. You can apply again, or appeal.",
        ],
        StateKind::Stopped => [
            "在审核之前就结束了，没有产生审核单，也没有收费。",
            "It ended before the review. No order was made and nothing was paid.",
        ],
        StateKind::TimedOut => ["期限已过，这次申请结束了。", "The time is over, and so is this application."],
        StateKind::Withdrawn => ["这次申请已经放弃。", "This application was given up."],
        StateKind::Banned => [
            "微信限制了这个账号，解除后才能继续。",
            "WeChat has restricted the account. It goes on when that is lifted.",
        ],
        StateKind::Appeal => ["正在等客服的答复。", "Support has been asked; wait for the answer."],
    })
}

/// What happens by then, in words.
pub fn due(locale: Locale, kind: DueKind) -> &'static str {
    locale.pick(match kind {
        DueKind::Authorization => {
            ["管理员要在微信里同意", "The administrator has to agree in WeChat"]
        }
        DueKind::FaceCheck => ["管理员要完成人脸核身", "The administrator has to show their face"],
        DueKind::SmsCheck => ["管理员要填好验证码", "The administrator has to enter the code"],
        DueKind::Order => ["微信会创建审核单", "WeChat makes the order"],
        DueKind::Payment => ["要付清审核费", "The fee has to be paid"],
        DueKind::Review => ["审核一般到这时结束", "The review is usually over by then"],
        DueKind::Correction => ["要改好并重新提交", "It has to be corrected and sent again"],
        DueKind::Materials => ["已上传的照片会失效", "Uploaded photos can be used"],
        DueKind::Renewal => ["微信会提醒年审", "WeChat reminds you to renew"],
        DueKind::Validity => ["认证到期", "The certification ends"],
        DueKind::Restriction => ["更多功能受限", "The program can do less"],
        DueKind::Check => ["复查认证是否有效", "Look up whether the certification stands"],
    })
}

/// What a measure means.
pub fn measure(locale: Locale, measure: Measure) -> &'static str {
    locale.pick(match measure {
        Measure::Frozen => {
            ["账号被冻结，暂时不能使用。", "The account is frozen and cannot be used for now."]
        }
        Measure::Banned => [
            "账号被封禁，小程序不能访问。",
            "The account is banned, and the program cannot be opened.",
        ],
        Measure::Deregistered => ["账号已注销。", "The account was deregistered."],
    })
}

/// What became of the name, in a word.
pub fn name_verdict(locale: Locale, verdict: NameVerdict) -> &'static str {
    locale.pick(match verdict {
        NameVerdict::Pending => ["审核中", "Under review"],
        NameVerdict::Accepted => ["已通过", "Accepted"],
        NameVerdict::Refused => ["没有通过", "Refused"],
    })
}

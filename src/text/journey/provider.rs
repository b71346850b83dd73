//! Words of sending through a provider's server.

use super::phrases;
use crate::provider::{Step, Trouble};
use crate::text::Locale;

phrases! {
    title(name): "交给“{name}”提交" "Let {name} send it"
    LEAD: "资料和照片会发送到对方的服务器，由对方提交给微信。" "Your answers and photos go to their server, and they send them to WeChat."
    NONE: "这个网站没有设置服务商。" "No provider is set up on this site."
    WHERE_TO: "发送到" "Sent to"
    WHAT: "发送什么" "What is sent"
    what_sent(n): "资料里的全部内容和 {n} 张照片" "all answers and {n} photos"
    CHANGED: "有这些照片重新发送；没有改动的不用再发。" "Photos that were rejected are sent anew; the others stay there."
    AGREE: "我同意把资料和照片发送给对方" "I agree that my answers and photos are sent there"
    AGREE_MISSING: "还没有同意发送。" "You have not agreed yet."
    AGREE_MISSING_FIX: "同意后再发送，或者自己在微信提交。" "Agree, or send it yourself."
    START: "发送" "Send"
    SENDING: "正在发送，请不要关闭页面。关掉了也可以回到这里继续。" "It is being sent; keep the page open. If it is closed, come back here to go on."
    progress(done, of): "已发送 {done} 张，共 {of} 张" "{done} of {of} photos sent"
    PROGRESS_LABEL: "发送进度" "Progress of sending"
    FILE_DONE: "已发送" "Sent"
    FILE_NOW: "正在发送" "Being sent"
    FILE_LATER: "等待" "Waiting"
    again(n): "没有成功，正在第 {n} 次重试。" "It failed; trying again ({n})."
    CANCEL: "取消发送" "Cancel"
    CANCEL_TEXT: "已经收到的资料会从对方服务器删除。" "What has arrived there is deleted."
    CANCELLED: "已取消，对方服务器上的资料已删除。" "Cancelled, and deleted there."
    GO_ON: "再试一次" "Try again"
    ERRORS: "对方发现这些问题" "What they found wrong"
    FIX: "去修改" "Correct it"
    SENT: "已交给服务商，由对方提交给微信。" "The provider has it and sends it to WeChat."
    SUBMITTED_SAID: "已提交。" "Sent."
    FOLLOWING: "正在向服务商查询进度，有新消息会自动更新。" "The provider is asked how it stands; news appear here by themselves."
    NEWS: "微信有新的回复。" "WeChat has answered."
    START_AGAIN: "重新发送" "Send all of it again"
}

/// What is done at this moment.
pub fn step(locale: Locale, step: Step) -> &'static str {
    locale.pick(match step {
        Step::Open => ["正在发送资料", "Sending your answers"],
        Step::Upload(_) => ["正在发送照片", "Sending photos"],
        Step::Submit => ["正在请对方提交", "Asking them to send it on"],
        Step::Follow => ["已交给对方", "They have it"],
        Step::Delete => ["正在取消", "Cancelling"],
    })
}

/// Why it stopped, and what can be done.
pub fn trouble(locale: Locale, trouble: Trouble) -> &'static str {
    locale.pick(match trouble {
        Trouble::Unreachable => [
            "连不上对方的服务器，已经试过几次。请检查网络，稍后再试；已发送的不用重发。",
            "Their server cannot be reached; it was tried several times. Check your connection and try again later: what has arrived stays there.",
        ],
        Trouble::Blocked => [
            "这个网站的安全设置（Content-Security-Policy 的 connect-src）不允许连接对方的服务器。请告诉网站的管理员。",
            "The security policy of this site (connect-src of its Content-Security-Policy) forbids the connection. Tell whoever runs the site.",
        ],
        Trouble::Forbidden => [
            "对方的服务器要求先登录，或不接受这个网站。请联系服务商。",
            "Their server wants you to log in first, or does not serve this site. Ask the provider.",
        ],
        Trouble::Gone => [
            "对方的服务器找不到这次提交了。请重新发送。",
            "Their server does not know this submission any more. Send all of it again.",
        ],
        Trouble::NoPhoto => [
            "照片要再读取一次：点“再试一次”继续。照片已经不在这台设备上的，请先到照片页面重新上传，再重新发送。",
            "The photos have to be read once more: try again to go on. If one is not on this device any more, add it on the page of photos, then send all of it again.",
        ],
        Trouble::Unexpected => [
            "对方的服务器给出了看不懂的答复。请稍后再试，或联系服务商。",
            "Their server answered something unexpected. Try again later, or ask the provider.",
        ],
    })
}

//! Words of the page on which an application is begun.

use super::phrases;

phrases! {
    TITLE: "新的认证申请" "A new application"
    LEAD: "先选择谁来认证，马上就能看到要准备什么、多少钱、多久。" "Choose who is certified, and see at once what you need, what it costs and how long it takes."
    WHO: "谁来认证？" "Who is certified?"
    BEGIN: "开始填写" "Begin"
}

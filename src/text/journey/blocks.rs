//! Words that many pages share.

use super::phrases;

phrases! {
    BACK: "返回" "Back"
    BACK_TO_LIST: "返回任务列表" "Back to the list of tasks"
    CONTINUE: "继续" "Continue"
    CHANGE: "修改" "Change"
    COPY: "复制" "Copy"
    COPIED: "已复制" "Copied"
    PRINT: "打印这一页" "Print this page"
    OPTIONAL: "（选填）" " (optional)"
    ERRORS_HEADING: "有地方需要改一下" "Some things need a change"
    DONE: "已完成" "Done"
    IN_PROGRESS: "填写中" "In progress"
    TODO: "未开始" "Not yet started"
    PROBLEM: "有问题" "There is a problem"
    LATER: "稍后" "Later"
    ERROR_PREFIX: "错误：" "Error: "
    NOT_FOUND_TITLE: "没有这个页面" "No such page"
    NOT_FOUND_TEXT: "地址可能输错了，或者这份申请已经从这台设备删除。" "The address may be mistyped, or the application was deleted from this device."
    TO_START: "回到首页" "Go to the start page"
}

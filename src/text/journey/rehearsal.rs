//! Words of the rehearsal: nothing in it is real, and it says so.

use super::phrases;

phrases! {
    BANNER: "演练中：什么都不会发送，微信的回复由您来扮演。" "This is a rehearsal: nothing is sent, and you play WeChat’s part."
    PANEL: "演练：扮演微信" "Rehearsal: play WeChat"
    PANEL_TEXT: "选一个回复，看看申请会怎样。" "Choose an answer, and see what becomes of the application."
    OTHERS: "其他回复" "Other answers"
    TIME: "让时间过去" "Let time pass"
    clock(day): "演练里的日期：{day}" "The date in this rehearsal: {day}"
    ONE_DAY: "1 天" "1 day"
    SEVEN_DAYS: "7 天" "7 days"
    THIRTY_DAYS: "30 天" "30 days"
    next_date(what): "到下一个日期：{what}" "To the next date: {what}"
    AGAIN: "从头再来" "Begin again"
    AGAIN_SAID: "演练已从头开始。" "The rehearsal begins again."
    said(what): "演练：{what}" "Rehearsal: {what}"
    TIME_SAID: "时间过去了。" "Time has passed."
    REASON_PHOTO: "图片不清晰，请重新上传清晰、完整的照片。（演练）" "The picture is not clear. Upload a clear and complete photo. (rehearsal)"
    REASON_NAME: "名称与主体没有关联，请提供证明或更换名称。（演练）" "The name has no relation to the subject. Give proof, or choose another. (rehearsal)"
    REASON_FINAL: "多次提交的资料不符合要求。（演练）" "What was sent did not meet the requirements several times. (rehearsal)"
    AGENCY: "演练审核公司" "Rehearsal Reviewers"
}

//! Words of the page about the product and privacy.

use super::phrases;

phrases! {
    TITLE: "说明与隐私" "About and privacy"
    LEAD: "填写的内容和照片只在您的设备上处理，提交之前不会离开它。" "What you fill in and your photos are worked on by your own device, and do not leave it before you send them."
    TO_START: "回到首页" "To the start page"

    CHECKED: "怎么检查" "How things are checked"
    CHECKED_FORM: "号码按国家标准的校验规则核对，名称按微信公布的规则核对，缺的、写错的、过期的都会在提交前列出来。" "Numbers are checked by the rules of the national standards, names by those that WeChat has published. What is missing, wrong or expired is listed before anything is sent."
    CHECKED_PHOTO: "照片先看文件的真实类型和尺寸，再找到证件，看它是否清楚、完整，有没有反光、遮挡和模糊。" "Of a photo, first the real type and size of the file are looked at. Then the document is found, and whether it is sharp, whole, and free of glare and of what covers it."
    CHECKED_FIT: "超过 200 KB 的照片会转正、裁到证件边缘、压缩到 200 KB 以内，并尽量保留文字的清晰度；结果会用同样的规则再检查一遍。拍摄地点、时间、手机型号等信息会被去除。" "Photos over 200 KB are turned upright, cut to the document and compressed to at most 200 KB, with the print as clear as possible. The result is checked again by the same rules. Place, time, phone model and other camera data are taken out."

    PRIVACY: "隐私" "Privacy"
    PRIVACY_STAYS: "填写的内容和照片不会离开您的设备：没有上传，没有统计，也不连接任何第三方。只有您选择交给服务商提交，并且确认以后，资料才会发给那个服务商。" "What you fill in and your photos do not leave your device: no upload, no statistics, no third parties. Only if you choose to send through a provider, and agree, does that provider receive them."
    PRIVACY_KEPT: "它们保存在这个浏览器里，最后一次改动后保留 7 天，也可以改成关闭标签页就删除，或者用口令锁定。使用公用电脑时，离开前请点“清除本机上的全部内容”。" "They are kept in this browser until 7 days after the last change. You can have them deleted when the tab is closed, or lock them with a passphrase. On a shared computer, choose “Clear everything on this device” before you leave."

    LIMITS: "做不到的事" "What it cannot do"
    LIMITS_GENUINE: "工具看得出照片是否清楚、是否符合格式，看不出证件是真是假，也不读取上面的文字。" "The tool sees whether a photo is clear and of the right format. It does not see whether a document is genuine, and does not read it."
    LIMITS_WECHAT: "能否通过，以微信的审核结果为准。本工具不属于微信，也不能代替它的审核。" "WeChat’s own review decides. This tool does not belong to WeChat and cannot stand in for its review."
    LIMITS_TYPES: "HEIC、PDF 等文件不能处理，页面会说明怎样转换。" "HEIC, PDF and other files cannot be worked on; the page says how to convert them."

    BROWSERS: "支持的浏览器" "Browsers"
    BROWSERS_LIST: "Chrome 和 Edge 99、Safari 16、Firefox 114 及以上版本；手机和电脑都可以。打开过一次以后，没有网络也能用。" "Chrome and Edge 99, Safari 16, Firefox 114 or later, on phones and computers. Once it has been opened, it works without a network too."
    BROWSERS_WECHAT: "在微信里打不开时，请点右上角“…”，选择在浏览器中打开。iPhone 的“锁定模式”会停用所需的功能，请对本网站关闭它。" "If the page does not open inside WeChat, tap “…” at the top right and open it in the browser. Lockdown Mode on iPhones switches off what is needed; turn it off for this site."
}

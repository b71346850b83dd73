//! Words of the start page, which is there before the pages of applications are, and of what
//! stands around those.

use super::phrases;

phrases! {
    LINK: "首页" "Start"
    TITLE: "一次办好小程序认证" "Get your Mini Program certified, first time"
    LEAD: "一步一步填写，照片在这台设备上检查和修整，提交前再全部核对一遍。" "Step by step: fill in, have your photos checked and repaired, and see everything once more before you send it."
    PROMISE: "填写的内容和照片只存在这台设备上。发不发出去，由您决定。" "What you type and your photos stay on this device. Nothing is sent unless you send it."
    BEGIN: "开始新的申请" "Start a new application"
    look(name): "查看：{name}" "See: {name}"
    go_on(name): "继续：{name}" "Continue: {name}"
    MINE: "我的申请" "My applications"
    PHOTOS_ONLY: "只检查照片" "Check photos only"
    PHOTOS_HINT: "不填表，先看看照片能不能用。" "No form: see whether your photos will do."
    REHEARSE: "先演练一遍" "Rehearse first"
    REHEARSE_HINT: "把认证全过程走一遍，不会提交任何东西。" "Walk through the whole process. Nothing is sent."
    IMPORT: "导入草稿" "Import a draft"
    IMPORT_HINT: "在另一台设备上导出过草稿文件？在这里打开，接着填。" "Open a file that you exported on another device, and go on."
    OTHER: "也可以" "You can also"
    BEFORE: "开始之前，请先准备好" "What you need to have first"
    BEFORE_ACCOUNT: "已注册的小程序。还没有的话，先在 mp.weixin.qq.com 注册。" "A registered Mini Program. If you have none yet, register at mp.weixin.qq.com."
    BEFORE_SCAN: "管理员的微信：用它在电脑上扫码登录 mp.weixin.qq.com，认证时还要确认身份。" "The administrator’s WeChat: it scans the code to log in at mp.weixin.qq.com on a computer, and confirms the identity later."
    BEFORE_MENU: "认证的入口：登录后打开“设置 › 基本设置 › 微信认证”；有的版本是“开发者中心 › 实名认证”。" "The way in: after logging in, 设置 › 基本设置 › 微信认证 (Settings › Basic › WeChat verification); in some versions 开发者中心 › 实名认证 (Developer centre)."
    BEFORE_PLATFORM: "小程序由服务商代管时，也可以由服务商通过开放平台替您提交。" "If a service provider manages the program for you, it can send the application through the Open Platform."
    PROGRAM: "未命名的申请" "Unnamed application"
    REHEARSAL: "演练" "Rehearsal"
    FILLING: "填写中" "Being filled in"
    LOCKED: "已锁定" "Locked"
    due(date): "请在 {date} 之前办理" "Due by {date}"
    saved(date): "{date} 保存" "Saved {date}"
    OPENING: "正在打开…" "Opening…"
    LOST: "这一页没有打开。请检查网络，然后再试一次；填写的内容都还在。" "This page did not open. Check the network and try again; what you typed is still there."
    RETAKE: "请按上面的提示重拍一张。" "Please take the photo again as advised above."
    ANYWAY: "已经重拍过几次，您也可以先用这张；审核不通过时再换。" "You have tried several times. You can use this one, and replace it if the reviewers refuse it."
    SLOT_USED: "检查通过的照片会自动选用，并保存在本机。" "A photo that passes is used at once and saved on this device."
}

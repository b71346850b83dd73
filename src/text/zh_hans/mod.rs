//! Simplified Chinese.

mod form;
mod name;
mod number;
mod photo;

use super::{DraftText, UiText};
use crate::finding::Severity;
use crate::photo::{Change, Kind};

pub(super) use form::form_issue;
pub(super) use name::{name_issue, name_mode};
pub(super) use number::{number_issue, number_kind};
pub(super) use photo::photo_issue;

pub(super) static UI: UiText = UiText {
    language: "中文",
    product: "认证助手",
    tagline: "提交之前，先在手机上检查好每一张照片。",
    promise: "照片只在这台设备上检查和修复，不会上传到任何地方。",
    footer: "认证助手是开源工具，与微信官方无关；能否通过，以微信的审核结果为准。",
    skip_to_content: "跳到正文",
    navigation_label: "页面",
    photo_link: "检查照片",
    about_link: "说明与隐私",
    photo_title: "检查小程序认证照片",
    give_heading: "添加照片",
    kind_question: "这张照片是什么材料？",
    kind_label: "材料类型",
    choose_photos: "选择照片",
    take_photo: "拍照",
    drop_hint: "也可以把照片拖到这里，或直接粘贴，一次可以放多张。",
    limits: "审核要求：JPEG 或 PNG，不超过 200 KB。照片太大没关系，会自动压缩到要求以内。",
    results_heading: "检查结果",
    queue_position: |at, of| format!("第 {at} 张，共 {of} 张"),
    cancel_all: "全部取消",
    stage_waiting: "排队中…",
    stage_reading: "正在读取照片…",
    stage_inspected: "已读取文件，正在检查画面…",
    stage_judged: "画面已检查，正在生成符合要求的照片…",
    stage_cancelled: "已取消。",
    verdict_usable: "可以使用",
    verdict_repaired: "已修好，可以使用",
    verdict_refused: "不能使用，需要重拍",
    usable_detail: "照片符合要求，没有改动画质。",
    repaired_detail: "照片现在符合要求。请点开处理后的照片，确认文字清楚。",
    refused_detail: "请按下面的提示处理，再换一张照片。",
    warnings_detail: |count| format!("符合要求，但有 {count} 处请留意。"),
    changes_heading: "做了这些处理",
    handled_heading: |count| format!("原图的问题（已处理 {count} 项）"),
    handled_label: "已处理",
    info_heading: |count| format!("更多提示（{count}）"),
    original: "原图",
    result: "处理后",
    cannot_show: "此浏览器无法显示这张照片",
    not_kept: "原图没有保存",
    open_large: |title| format!("查看大图：{title}"),
    zoom_full: "原始大小",
    zoom_fit: "适应屏幕",
    close: "关闭",
    choose: "使用这张照片",
    chosen: "已选用",
    download: "下载",
    replace: "换一张",
    remove: "移除",
    cancel: "取消",
    retry: "再试一次",
    removed: |name| format!("已移除“{name}”。"),
    undo: "撤销",
    chosen_heading: |count| format!("已选照片（{count}）"),
    chosen_empty: "还没有选用照片。检查通过后，点“使用这张照片”，它就会列在这里。",
    download_of: |kind| format!("下载：{kind}"),
    release_of: |kind| format!("取消选用：{kind}"),
    saves_here: "检查好的照片会保存在本机，刷新页面也不会丢失。",
    saved_at: |time| format!("已保存在本机（{time}）"),
    saving: "正在保存…",
    kept_until: |date| format!("保留到 {date}，有改动会顺延。"),
    unkept: |names| format!("本机放不下这些照片，请先下载：{names}"),
    list_separator: "、",
    unreadable: |count| {
        format!("有 {count} 份草稿读不出来（已损坏，或由更新的版本保存），已原样保留。")
    },
    changed_elsewhere: "另一个标签页同时改了同一处，现在保留的是本页的改动。",
    storage_newer: "另一个标签页里的页面版本更新，本页不再保存。请刷新页面。",
    storage_locked: "草稿已用口令锁定。",
    storage_forbidden: "此浏览器不允许保存，关闭页面后照片就没有了。关闭页面前请下载照片。",
    storage_full: "本机的保存空间已满，新的照片没有保存。关闭页面前请下载照片，或移除不需要的照片。",
    clear_all: "清除本机上的全部内容",
    clear_question: "清除本机上的全部内容？",
    clear_detail: "所有照片和检查结果都会从这个浏览器中删除，无法恢复。使用公用电脑时，离开前请清除。",
    clear_confirm: "全部清除",
    clear_failed: "没有全部清除。请关闭其他打开本页面的标签页，再清除一次。",
    keep: "保留",
    failed_heading: "没有检查完",
    failed_unreadable: "浏览器读不到这个文件：它可能被移动，或还在网盘里没有下载。请重新选择。",
    failed_too_large: "文件超过 50 MB，不是普通照片的大小。请在相机设置中选择较低的像素，或先用相册裁剪后再选择。",
    failed_worker_lost: "检查程序中途停止了，可能是内存不足。请关闭其他页面后再试一次。",
    failed_worker_missing: "检查程序没有加载成功。请检查网络，然后再试一次。",
    failed_wrong_protocol: "页面有了新版本。请刷新页面后再试。",
    failed_lost: "本机没有保存这张照片，请重新选择。",
    announce_started: |count| format!("开始检查 {count} 张照片。"),
    announce_verdict: |name, verdict| format!("{name}：{verdict}。"),
    announce_cleared: "已清除本机上的全部内容。",
    about_title: "说明与隐私",
    about_back: "开始检查照片",
    about: &[
        (
            "怎么检查",
            &[
                "选择材料和照片后，工具先看文件的真实类型和尺寸，再看画面：清晰度、明暗、过亮和对比度。",
                "超过 200 KB 的照片会转正、压缩到 200 KB 以内，并尽量保留文字的清晰度；结果会用同样的规则再检查一遍。",
                "照片里的拍摄地点、时间、手机型号等信息会被去除。",
            ],
        ),
        (
            "隐私",
            &[
                "照片不会离开您的设备：没有上传，没有统计，也不连接任何第三方。",
                "检查好的照片保存在这个浏览器里，最后一次改动后保留 7 天。使用公用电脑时，离开前请点“清除本机上的全部内容”。",
            ],
        ),
        (
            "做不到的事",
            &[
                "工具看得出照片是否清楚、是否符合格式，看不出证件是真是假、是否过期，也不读取上面的文字。",
                "“可以使用”表示照片符合已知的要求；能否通过，以微信的审核结果为准。",
                "HEIC、PDF 等文件不能处理，页面会说明怎样转换。",
            ],
        ),
        (
            "支持的浏览器",
            &[
                "Chrome 和 Edge 99、Safari 16、Firefox 114 及以上版本；手机和电脑都可以。",
                "在微信里打不开时，请点右上角“…”，选择在浏览器中打开。iPhone 的“锁定模式”会停用所需的功能，请对本网站关闭它。",
            ],
        ),
    ],
    not_found_title: "没有这个页面",
    not_found_text: "地址可能输错了，或者页面已经移走。您的照片都还在。",
    not_found_back: "回到检查照片",
};

pub(super) static DRAFTS: DraftText = DraftText {
    seven_days: |date| format!("保留 7 天（到 {date}），有改动会顺延"),
    until_tab_closes: "关闭这个标签页后就删除",
    with_passphrase: "用口令锁定，一直保留",
    passphrase_is_not_kept: "口令不会保存。忘记口令，草稿就打不开了。",
    wrong_passphrase: "口令不对，请再输入一次。",
    cannot_lock: "此浏览器不能加密，没有锁定。请用 https 打开本页面，或换一个浏览器。",
    file_from_the_future: "这个文件由更新的版本保存。请刷新页面后再试。",
    file_damaged: "这不是草稿文件，或者文件已损坏。请重新导出一份。",
    file_empty: "这个文件里没有填写的内容，也没有照片。",
    file_is_locked: "这个文件用口令锁定了，请输入口令。",
    file_has_no_room: "本机的保存空间不够，没有导入。请先清除不需要的内容。",
};

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::IdFront => "身份证人像面",
        Kind::IdBack => "身份证国徽面",
        Kind::Licence => "营业执照",
        Kind::Letter => "申请公函",
        Kind::StampedCopy => "加盖公章的复印件",
        Kind::Other => "其他材料",
    }
}

pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::MetadataRemoved => "已去除拍摄信息",
        Change::TrailingDataRemoved => "已去除附加数据",
        Change::Turned => "已转正",
        Change::Flattened => "透明部分已填为白色",
        Change::ColoursConverted => "颜色已转换",
        Change::Stilled => "只保留第一帧",
        Change::Resized => "已缩小尺寸",
        Change::Recompressed => "已重新压缩",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "不能提交",
        Severity::Warn => "请留意",
        Severity::Info => "提示",
    }
}

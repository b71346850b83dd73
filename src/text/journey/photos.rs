//! Words of the pages about photos.

use super::phrases;

phrases! {
    TITLE: "材料照片" "Photos of the documents"
    LEAD: "照片只在这台设备上检查和压缩，没有您的同意，不会发到任何地方。" "Photos are checked and made smaller on this device. They go nowhere without your consent."
    LIMITS: "每张不超过 200 KB，JPEG 或 PNG；太大的会自动压缩。" "JPEG or PNG of at most 200 KB each; larger ones are made smaller."
    OPTIONAL_HEADING: "需要时才传" "Only where needed"
    NEEDED_HEADING: "必须上传" "Needed"
    has(count): "已有 {count} 张" "{count} added"
    NO_PHOTO: "还没有照片" "No photo yet"
    HOW: "怎么拍" "How to take it"
    DO: "这样拍" "Do"
    DONT: "注意" "Take care"
    next(slot): "接着拍：{slot}" "Next: {slot}"
    TO_LIST: "回到照片列表" "Back to the photos"
    DONE: "完成" "Done"
    WAITING: "正在准备检查照片…" "Getting ready to check photos…"
    GUIDE_LICENCE: "示意图：执照整张入镜，文字朝上，红章清楚。" "Sketch: the whole licence in the picture, upright, with its red seal."
    GUIDE_LETTER: "示意图：整页公函，落款处盖有红章。" "Sketch: the whole letter, with a red seal at its end."
    GUIDE_FRONT: "示意图：身份证人像面，人像在右，号码在下。" "Sketch: the side with the portrait at the right and the number below."
    GUIDE_BACK: "示意图：身份证国徽面，国徽在左上，有效期限在下。" "Sketch: the side with the emblem at the top left and the period below."
    GUIDE_PAPER: "示意图：整页材料，四边完整。" "Sketch: the whole page with all four edges."
}

//! Words about what was read of the photos.

use super::phrases;

phrases! {
    UNDER_WAY: "正在读照片上的文字，读完可以直接填入表单。第一次要下载约 3 MB；全部在这台设备上进行。" "Reading the photo, so that the form can be filled in from it. The first time about 3 MB are downloaded; all of it happens on this device."
    PROGRESS: "读取进度" "Progress of reading"
    STOP: "不读了" "Don’t read it"
    HEADING: "照片上读到的内容" "Read from the photo"
    CLEAR: "必须看清的各行都能读出来。" "Every line that must be legible can be read."
    unclear_lines(names): "这些内容读不出来：{names}" "These lines can’t be read: {names}"
    UNCLEAR_FIX: "审核人员多半也看不清。请靠近一些、对准焦点再拍一张，拍全四角，避开反光和阴影。" "The reviewers will hardly read them either. Take the photo again: closer, in focus, with all four corners, and without shine or shadow."
    from_to(from, to): "{from} 至 {to}" "{from} to {to}"
    from_on(from): "{from} 至长期" "{from}, long-term"
    DOUBTS: "这些照片再看一下" "Look at these photos again"
    BETWEEN: "、" ", "
    UNCLEAR: "读不出来" "can’t be read"
    WHERE: "在哪里：方框代表照片，标出的是读不出来的行。" "Where: the frame is the photo, and the lines that can’t be read are marked."
    fill(count): "填入表单（{count} 项）" "Fill in the form ({count})"
    filled(count): "已填入 {count} 项，请对照证件核对" "Filled in: {count}. Check it against the document"
    SAME: "与表单里填的一致。" "The same as in the form."
    DIFFERENT: "照片和表单不一致：" "The photo and the form differ:"
    different(field): "照片和表单不一致：{field}" "The photo and the form differ: {field}"
    different_count(count): "与照片不一致：{count} 处" "Differences from the photos: {count}"
    GO_AND_SEE: "去核对" "Go and check it"
    ON_PHOTO: "照片上" "On the photo"
    IN_FORM: "表单里" "In the form"
    FROM_PHOTO: "照片上读到：" "Read from the photo:"
    OFFER: "照片上的内容可以填入表单，填好后仍可修改。" "The form can be filled in from your photos; you can still change everything."
    FIRST: "也可以先拍证件照片：拍清楚后，名称、号码和日期可以自动填入表单。" "You may photograph the documents first: names, numbers and dates can then be filled in from them."
    TO_PHOTOS: "先拍照片" "Photos first"
}

//! Simplified Chinese: what is said of a photo.

use crate::photo::{FileType, Issue};
use crate::text::{ByteLimit, ByteSize, Message, format_name};

pub(in crate::text) fn photo_issue(issue: &Issue) -> Message {
    match *issue {
        Issue::Empty => {
            Message::new("文件是空的。", "请重新选择照片；如果是从网盘或聊天中保存的，请重新下载。")
        }
        Issue::WrongType { found } => wrong_type(found),
        Issue::ExtensionMismatch { found, promised } => Message::new(
            format!(
                "文件名或类型写的是 {}，内容其实是 {}。",
                type_name(promised),
                type_name(found)
            ),
            "内容没有问题时可以继续；由本工具生成的照片会使用正确的类型。",
        ),
        Issue::Damaged => Message::new(
            "照片文件不完整或已损坏，无法完整显示。",
            "请重新拍摄，或从原来的手机、相册重新传一份原图。",
        ),
        Issue::Unsupported => Message::new(
            "这种 JPEG 或 PNG 的编码方式很少见，审核系统很可能打不开。",
            "请用手机相册或看图软件打开它，另存为普通 JPEG，再选择新文件。",
        ),
        Issue::Animated => Message::new(
            "这是会动的图片（动态 PNG）。",
            "审核只看静态照片；处理后只保留第一帧，请确认它就是你要交的画面。",
        ),
        Issue::OverLimit { found, most } => Message::new(
            format!("文件大小为 {}，超过了 {} 的上限。", ByteSize(found), ByteLimit(most)),
            "可以由本工具压缩；如果压缩后仍然超出，请让证件占满画面重新拍摄。",
        ),
        Issue::CannotFit { most } => Message::new(
            format!("压缩到 {} 以内后，文字会看不清。", ByteLimit(most)),
            "请让证件占满画面、背景尽量简单，重新拍摄。",
        ),
        Issue::TooManyPixels { width, height } => Message::new(
            format!("照片尺寸 {width} × {height} 太大，无法处理。"),
            "请在相机设置中选择较低的像素（1200 万像素就足够），或先用相册裁剪后再选择。",
        ),
        Issue::TooFewPixels { width, height, least_short_side, least_long_side } => Message::new(
            format!("照片只有 {width} × {height} 像素，证件上的小字可能看不清。"),
            format!(
                "请使用原图，或重新拍摄，至少 {least_long_side} × {least_short_side} 像素；不要使用截图或缩略图。"
            ),
        ),
        Issue::Metadata { gps: true } => Message::new(
            "照片里记录了拍摄地点。",
            "处理后的照片不含地点和其他拍摄信息；如果要提交原图，请先在相机中关闭定位。",
        ),
        Issue::Metadata { gps: false } => Message::new(
            "照片里带有拍摄信息（如时间、手机型号）。",
            "不用处理；由本工具生成的照片会去除这些信息。",
        ),
        Issue::TrailingData { found } => Message::new(
            format!("照片结尾之后还附带了 {} 的其他数据。", ByteSize(found)),
            "常见于动态照片；处理后的照片只保留画面本身。",
        ),
        Issue::Blurred { .. } => Message::new(
            "照片看起来模糊，小字可能认不出来。",
            "请擦净镜头，双手拿稳，点按证件对焦后再拍。",
        ),
        Issue::Dark { .. } => {
            Message::new("照片太暗。", "请到光线明亮均匀的地方重新拍摄，不要挡住光线。")
        }
        Issue::Overexposed { .. } => Message::new(
            "照片有大片过亮，文字可能已经看不见。",
            "请关闭闪光灯，避开灯光直射，换个角度重新拍摄。",
        ),
        Issue::LowContrast { .. } => Message::new(
            "照片发灰，文字与底色难以分辨。",
            "请擦净镜头，在均匀的光线下、离证件近一些重新拍摄。",
        ),
    }
}

/// Each type has its own way out.
fn wrong_type(found: FileType) -> Message {
    let fix = match found {
        FileType::Heic => {
            "iPhone：请在“设置 › 相机 › 格式”中选择“兼容性最佳”后重拍；已有的照片可在“文件”App 中转换为 JPEG。"
        }
        FileType::Avif | FileType::Webp | FileType::Jxl | FileType::Jp2 => {
            "请用手机相册打开它并另存为 JPEG，或选择原始照片；不要使用网页上保存的图片。"
        }
        FileType::Gif | FileType::Bmp | FileType::Tiff | FileType::Ico | FileType::Psd => {
            "请用看图软件打开它，另存为 JPEG 或 PNG，再选择新文件。"
        }
        FileType::Pdf => "请将需要的那一页导出为 JPEG 图片，或直接拍摄纸质原件。",
        FileType::Svg => "请选择证件的照片；矢量图不能作为证件材料。",
        FileType::Video => "请拍摄静态照片；动态照片可在相册中另存为静态图片。",
        FileType::Zip => "请先解压，再选择其中的照片；Word 等文档请改为拍摄原件。",
        FileType::Text => "请选择照片文件；如果是从网页下载的，下载到的可能是错误页面。",
        FileType::Jpeg | FileType::Png | FileType::Empty | FileType::Unknown => {
            "请选择用手机或扫描仪得到的 JPEG 或 PNG 照片。"
        }
    };
    let what = match found {
        FileType::Unknown => "这个文件不是照片，或者已经损坏到认不出来。".to_owned(),
        _ => format!("这是 {} 文件，不是 JPEG 或 PNG 照片。", type_name(found)),
    };
    Message::new(what, fix)
}

fn type_name(file_type: FileType) -> &'static str {
    match file_type {
        FileType::Video => "视频",
        FileType::Text => "文本",
        FileType::Ico => "图标（ICO）",
        FileType::Empty => "空",
        FileType::Unknown => "未知",
        other => format_name(other),
    }
}

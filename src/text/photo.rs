//! What is said of a photo.

use std::borrow::Cow;

use super::sentence::{Area, Members, Sentence, Words, has_cases, has_each, itself, sentences};
use super::{ByteLimit, ByteSize, Explain, Locale, Message, Name};
use crate::photo::{Change, FileType, Issue, Kind};

const SENTENCES: &[Sentence] = sentences! {
    "photo.empty":
        "文件是空的。"
        "请重新选择照片；如果是从网盘或聊天中保存的，请重新下载。"
        "The file is empty."
        "Choose the photo again; if it came from a cloud drive or a chat, download it again."
    "photo.wrong-type:heic":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "iPhone：请在“设置 › 相机 › 格式”中选择“兼容性最佳”后重拍；已有的照片可在“文件”App 中转换为 JPEG。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again; convert an existing photo to JPEG in the Files app."
    "photo.wrong-type:web":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请用手机相册打开它并另存为 JPEG，或选择原始照片；不要使用网页上保存的图片。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Open it in the photo app and save it as a JPEG, or choose the original photo rather than one saved from a web page."
    "photo.wrong-type:picture":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请用看图软件打开它，另存为 JPEG 或 PNG，再选择新文件。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Open it in a picture viewer, save it as JPEG or PNG, and choose the new file."
    "photo.wrong-type:pdf":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请将需要的那一页导出为 JPEG 图片，或直接拍摄纸质原件。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Export the page that is asked for as a JPEG, or photograph the paper itself."
    "photo.wrong-type:svg":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请选择证件的照片；矢量图不能作为证件材料。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Choose a photo of the document; a drawing is not accepted."
    "photo.wrong-type:video":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请拍摄静态照片；动态照片可在相册中另存为静态图片。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Take a still photo; a live photo can be saved as a still picture in the photo app."
    "photo.wrong-type:zip":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请先解压，再选择其中的照片；Word 等文档请改为拍摄原件。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Unpack it and choose the photo in it; photograph the paper instead of sending a Word file."
    "photo.wrong-type:text":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请选择照片文件；如果是从网页下载的，下载到的可能是错误页面。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Choose a photo; what was downloaded from a web page may be an error page."
    "photo.wrong-type:unknown":
        "这个文件不是照片，或者已经损坏到认不出来。"
        "请选择用手机或扫描仪得到的 JPEG 或 PNG 照片。"
        "This file is no photo, or is broken beyond recognition."
        "Choose a JPEG or PNG photo from a phone or scanner."
    "photo.wrong-type":
        "这是 {found} 文件，不是 JPEG 或 PNG 照片。"
        "请选择用手机或扫描仪得到的 JPEG 或 PNG 照片。"
        "This is {found.article} {found} file, not a JPEG or PNG photo."
        "Choose a JPEG or PNG photo from a phone or scanner."
    "photo.extension-mismatch":
        "文件名或类型写的是 {promised}，内容其实是 {found}。"
        "内容没有问题时可以继续；由本工具生成的照片会使用正确的类型。"
        "The file calls itself {promised.article} {promised}, but it is {found.article} {found}."
        "You can go on if the picture is right; the photo made by this tool has the right type."
    "photo.damaged":
        "照片文件不完整或已损坏，无法完整显示。"
        "请重新拍摄，或从原来的手机、相册重新传一份原图。"
        "The photo file is incomplete or broken and cannot be shown in full."
        "Take the photo again, or send the original again from the phone it was taken with."
    "photo.unsupported":
        "这种 JPEG 或 PNG 的编码方式很少见，审核系统很可能打不开。"
        "请用手机相册或看图软件打开它，另存为普通 JPEG，再选择新文件。"
        "This JPEG or PNG is coded in a rare way that the review system will hardly open."
        "Open it in a photo app, save it as an ordinary JPEG, and choose the new file."
    "photo.animated":
        "这是会动的图片（动态 PNG）。"
        "审核只看静态照片；处理后只保留第一帧，请确认它就是您要交的画面。"
        "This picture moves (an animated PNG)."
        "Only still photos are reviewed; the repaired photo keeps the first frame, so look whether it is the right one."
    "photo.over-limit":
        "文件大小为 {found.size}，超过了 {most.limit} 的上限。"
        "可以由本工具压缩；如果压缩后仍然超出，请让证件占满画面重新拍摄。"
        "The file has {found.size}; at most {most.limit} are accepted."
        "This tool can compress it; if it is still too large then, take it again with the document filling the picture."
    "photo.cannot-fit":
        "压缩到 {most.limit} 以内后，文字会看不清。"
        "请让证件占满画面、背景尽量简单，重新拍摄。"
        "Compressed to {most.limit}, the print would be unreadable."
        "Take it again with the document filling the picture, on a plain background."
    "photo.too-many-pixels":
        "照片尺寸 {width} × {height} 太大，无法处理。"
        "请在相机设置中选择较低的像素（1200 万像素就足够），或先用相册裁剪后再选择。"
        "With {width} × {height} pixels the photo is too large to work on."
        "Choose a lower resolution in the camera settings (12 megapixels are plenty), or crop it in the photo app first."
    "photo.too-few-pixels":
        "照片只有 {width} × {height} 像素，证件上的小字可能看不清。"
        "请使用原图，或重新拍摄，至少 {leastLongSide} × {leastShortSide} 像素；不要使用截图或缩略图。"
        "The photo has only {width} × {height} pixels; small print may be unreadable."
        "Use the original or take it again with at least {leastLongSide} × {leastShortSide} pixels, not a screenshot or thumbnail."
    "photo.metadata:true":
        "照片里记录了拍摄地点。"
        "处理后的照片不含地点和其他拍摄信息；如果要提交原图，请先在相机中关闭定位。"
        "The photo tells where it was taken."
        "The repaired photo has no place and no camera data; to send the original, switch off location in the camera first."
    "photo.metadata":
        "照片里带有拍摄信息（如时间、手机型号）。"
        "不用处理；由本工具生成的照片会去除这些信息。"
        "The photo carries camera data, such as time and phone model."
        "Nothing to do: the photo made by this tool has none."
    "photo.trailing-data":
        "照片结尾之后还附带了 {found.size} 的其他数据。"
        "常见于动态照片；处理后的照片只保留画面本身。"
        "{found.size} of other data hang on behind the end of the photo."
        "Motion photos have that; the repaired photo keeps the picture alone."
    "photo.blurred:low":
        "照片有一点模糊，但还看得清。"
        "可以继续；想更稳妥，请点按证件对焦后重拍一张。"
        "The photo is a little blurred, but can be read."
        "You can go on; to be safe, tap the document to focus and take it again."
    "photo.blurred":
        "照片模糊，小字可能认不出来。"
        "请擦净镜头，双手拿稳，点按证件对焦后再拍。"
        "The photo is blurred; small print may be unreadable."
        "Wipe the lens, hold the phone with both hands, tap the document to focus, and take it again."
    "photo.low-resolution":
        "证件上的小字只有很少的像素，放大也看不清。"
        "请靠近证件，让它占满画面后重拍，或选择未经压缩的原图。"
        "The small print has too few pixels to be read, even enlarged."
        "Go closer so that the document fills the picture, or choose the original rather than a compressed copy."
    "photo.dark:low":
        "照片偏暗，但还看得清。"
        "本工具可以把它调亮，不用重拍。"
        "The photo is dark, but can be read."
        "This tool can make it lighter; there is no need to take it again."
    "photo.dark":
        "照片偏暗。"
        "请到光线明亮均匀的地方重新拍摄，不要挡住光线。"
        "The photo is dark."
        "Take it again in bright, even light, without shading the document."
    "photo.overexposed":
        "照片过亮，部分文字已经发白或消失。"
        "请关闭闪光灯，避开灯光直射，换个角度重新拍摄。"
        "The photo is burnt out; print has faded or vanished."
        "Switch off the flash, avoid direct light, change the angle, and take it again."
    "photo.glare:low":
        "证件上有一点反光，没有挡住多少文字。"
        "可以继续；重拍时请稍微倾斜证件，让反光离开文字。"
        "There is a small reflection that hides hardly any print."
        "You can go on; if you take it again, tilt the document until the reflection is off the print."
    "photo.glare":
        "证件上有反光，遮住了文字或头像。"
        "请关闭闪光灯，稍微倾斜手机或证件，直到反光离开文字后再拍。"
        "A reflection hides print or the portrait."
        "Switch off the flash and tilt the phone or the document until the reflection is off the print."
    "photo.cut-off:low":
        "证件紧贴画面边缘，可能缺了很窄的一条。"
        "可以继续；重拍时请后退一点，四周留出空白。"
        "The document reaches the edge of the picture; a narrow strip may be missing."
        "You can go on; if you take it again, step back a little and leave some room around it."
    "photo.cut-off":
        "证件没有拍全，有一部分在画面之外。"
        "请后退一些，让四条边和四个角都在画面内，四周留出一点空白。"
        "A part of the document is outside the picture."
        "Step back until all four edges and corners are in the picture, with a little room around them."
    "photo.covered":
        "证件的一部分被手指或其他东西挡住了。"
        "请把证件平放在桌面上，不要用手拿着，移开上面的东西后重拍。"
        "A finger or another thing covers a part of the document."
        "Lay the document flat on a table instead of holding it, clear it, and take the photo again."
    "photo.turned":
        "照片的方向不正，或者要靠附加信息才能转正。"
        "本工具可以把它转正；重拍时请让文字正对自己。"
        "The picture is turned, or is upright only in programs that read a note in the file."
        "This tool can turn it; when taking it again, hold the phone so that the print is upright."
    "photo.skewed":
        "证件拍歪了，或者不是从正上方拍的。"
        "本工具可以把它拉正；重拍时请让手机与证件平行，边缘对齐画面。"
        "The document lies askew, or was photographed from the side."
        "This tool can straighten it; when taking it again, hold the phone parallel to the document and in line with its edges."
    "photo.document-too-small":
        "证件在画面中太小，四周大多是背景。"
        "本工具可以裁掉背景；如果文字仍不清楚，请靠近后重拍。"
        "The document is small in the picture; most of it is background."
        "This tool can crop it; if the print is still unclear, go closer and take it again."
    "photo.no-document":
        "照片里没有找到证件的完整轮廓。"
        "请把证件放在颜色不同的平整桌面上，让四条边都在画面内，再拍一次。"
        "No document with its edges was found in the photo."
        "Lay it on a plain surface of another colour, with all four edges in the picture, and take it again."
    "photo.low-contrast":
        "照片发灰，文字与底色难以分辨。"
        "请擦净镜头，在均匀的光线下、离证件近一些重新拍摄。"
        "The photo is flat: print hardly stands out from the paper."
        "Wipe the lens, go closer, and take it again in even light."
    "photo.noisy":
        "照片噪点很多，小字被淹没了。"
        "请到更亮的地方重新拍摄，不要使用数码变焦或夜景模式。"
        "Noise drowns the small print."
        "Take it again in brighter light, without digital zoom or night mode."
    "photo.grey-copy":
        "这看起来是黑白复印件。"
        "有原件请拍摄彩色原件；企业材料使用复印件时，须加盖公章。"
        "This looks like a black-and-white copy."
        "Photograph the original in colour if you have it; a company’s copy must bear its seal."
    "photo.screen":
        "照片上有彩色条纹，像是对着屏幕翻拍的。"
        "请直接拍摄证件原件；翻拍屏幕的照片通常不会通过审核。"
        "Bands of colour suggest a photo of a screen."
        "Photograph the document itself; photos of screens are usually refused."
    "photo.wrong-side:id-front":
        "这看起来是身份证的人像面，不是这里要交的材料。"
        "请换一张照片，或者把它放到对应的材料里。"
        "This looks like the portrait side of an ID card, which is not what is asked for here."
        "Choose another photo, or give this one where that document is asked for."
    "photo.wrong-side:id-back":
        "这看起来是身份证的国徽面，不是这里要交的材料。"
        "请换一张照片，或者把它放到对应的材料里。"
        "This looks like the emblem side of an ID card, which is not what is asked for here."
        "Choose another photo, or give this one where that document is asked for."
    "photo.wrong-side:licence":
        "这看起来是营业执照，不是这里要交的材料。"
        "请换一张照片，或者把它放到对应的材料里。"
        "This looks like a business licence, which is not what is asked for here."
        "Choose another photo, or give this one where that document is asked for."
    "photo.wrong-side":
        "这看起来是身份证的另一面。"
        "请确认这里要交的是人像面还是国徽面，再重新选择照片。"
        "This looks like the other side of the ID card."
        "See whether the portrait side or the emblem side is asked for here, and choose the photo again."
    "photo.background-cluttered":
        "证件周围的背景比较杂乱。"
        "不影响提交；换成平整、单色的桌面会更清楚。"
        "There is much to see around the document."
        "You can go on; a plain surface makes a clearer photo."
};

const _: () = assert!(has_each(SENTENCES, Issue::CODES), "a code has no sentence");
const _: () = assert!(has_cases(SENTENCES, "photo.wrong-type", &WAYS_OUT));

/// The words about photos.
pub static AREA: Area = Area { sentences: SENTENCES, case, word };

fn case(code: &str, members: &Members) -> Cow<'static, str> {
    match code {
        "photo.metadata" if members.get("gps") == "true" => Cow::Borrowed("true"),
        "photo.blurred" | "photo.dark" | "photo.glare" | "photo.cut-off" => {
            Cow::Borrowed(if members.get("level") == "low" { "low" } else { "" })
        }
        "photo.wrong-side" => match Kind::from_name(members.get("shows")) {
            Some(shown @ (Kind::IdFront | Kind::IdBack | Kind::Licence)) => {
                Cow::Borrowed(shown.as_str())
            }
            _ => Cow::Borrowed(""),
        },
        "photo.wrong-type" => {
            // Of no type that is known: the sentence needs one, and is not said.
            Cow::Borrowed(FileType::from_name(members.get("found")).map_or("", way_out))
        }
        _ => Cow::Borrowed(""),
    }
}

/// What there are several ways out of a wrong type; photos need none.
const WAYS_OUT: [&str; 9] =
    ["heic", "web", "picture", "pdf", "svg", "video", "zip", "text", "unknown"];

const fn way_out(found: FileType) -> &'static str {
    match found {
        FileType::Heic => "heic",
        FileType::Avif | FileType::Webp | FileType::Jxl | FileType::Jp2 => "web",
        FileType::Gif | FileType::Bmp | FileType::Tiff | FileType::Ico | FileType::Psd => "picture",
        FileType::Pdf => "pdf",
        FileType::Svg => "svg",
        FileType::Video => "video",
        FileType::Zip => "zip",
        FileType::Text => "text",
        FileType::Unknown => "unknown",
        FileType::Jpeg | FileType::Png | FileType::Empty => "",
    }
}

fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    let bytes = || member.parse().unwrap_or(0);
    Some(match place {
        "found.size" => Cow::Owned(ByteSize(bytes()).to_string()),
        "most.limit" => Cow::Owned(ByteLimit(bytes()).to_string()),
        "found" | "promised" => {
            Cow::Borrowed(locale.pick(type_words(FileType::from_name(member)?)))
        }
        "found.article" | "promised.article" => {
            Cow::Borrowed(article(FileType::from_name(member)?))
        }
        _ => return Some(itself(member)),
    })
}

const fn type_words(file_type: FileType) -> Words {
    match file_type {
        FileType::Jpeg => ["JPEG", "JPEG"],
        FileType::Png => ["PNG", "PNG"],
        FileType::Heic => ["HEIC", "HEIC"],
        FileType::Avif => ["AVIF", "AVIF"],
        FileType::Webp => ["WebP", "WebP"],
        FileType::Gif => ["GIF", "GIF"],
        FileType::Bmp => ["BMP", "BMP"],
        FileType::Tiff => ["TIFF", "TIFF"],
        FileType::Ico => ["图标（ICO）", "icon (ICO)"],
        FileType::Jp2 => ["JPEG 2000", "JPEG 2000"],
        FileType::Jxl => ["JPEG XL", "JPEG XL"],
        FileType::Psd => ["Photoshop", "Photoshop"],
        FileType::Pdf => ["PDF", "PDF"],
        FileType::Svg => ["SVG", "SVG"],
        FileType::Video => ["视频", "video"],
        FileType::Zip => ["ZIP", "ZIP"],
        FileType::Text => ["文本", "text"],
        FileType::Empty => ["空", "empty"],
        FileType::Unknown => ["未知", "unknown"],
    }
}

/// By sound: an AVIF, but a HEIC, which nobody spells out.
const fn article(file_type: FileType) -> &'static str {
    match file_type {
        FileType::Avif | FileType::Svg | FileType::Ico | FileType::Empty | FileType::Unknown => {
            "an"
        }
        _ => "a",
    }
}

impl Explain for Issue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Name for Kind {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::IdFront => ["身份证人像面", "ID card, portrait side"],
            Self::IdBack => ["身份证国徽面", "ID card, emblem side"],
            Self::Licence => ["营业执照", "Business licence"],
            Self::Letter => ["申请公函", "Official letter"],
            Self::StampedCopy => ["加盖公章的复印件", "Stamped copy"],
            Self::Other => ["其他材料", "Other material"],
        })
    }
}

impl Name for Change {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::MetadataRemoved => ["已去除拍摄信息", "camera data removed"],
            Self::TrailingDataRemoved => ["已去除附加数据", "attached data removed"],
            Self::Turned => ["已转正", "turned upright"],
            Self::Flattened => ["透明部分已填为白色", "transparent parts made white"],
            Self::ColoursConverted => ["颜色已转换", "colors converted"],
            Self::Stilled => ["只保留第一帧", "first frame kept"],
            Self::Resized => ["已缩小尺寸", "made smaller"],
            Self::Cropped => ["已裁去证件周围", "cropped to the document"],
            Self::Straightened => ["已拉正", "straightened"],
            Self::ExposureCorrected => ["已调亮", "made lighter"],
            Self::Recompressed => ["已重新压缩", "compressed anew"],
        })
    }
}

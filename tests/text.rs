//! The words: both languages say something of everything, and say it word for word.

mod support;

use renzheng::finding::{Finding, Severity};
use renzheng::photo::{self, FileType, Issue, Photo, Profile};
use renzheng::text::{Explain, Locale};
use support::{format_file, formats};

#[track_caller]
fn says(issue: Issue, zh: (&str, &str), en: (&str, &str)) {
    let finding = Finding { severity: Severity::Block, issue };
    for (locale, (what, fix)) in [(Locale::ZhHans, zh), (Locale::En, en)] {
        let message = finding.explain(locale);
        assert_eq!((&*message.what, &*message.fix), (what, fix));
    }
}

#[test]
fn says_what_is_wrong_and_what_to_do() {
    says(
        Issue::OverLimit { found: 3_140_000, most: 204_800 },
        (
            "文件大小为 3.2 MB，超过了 200 KB 的上限。",
            "可以由本工具压缩；如果压缩后仍然超出，请让证件占满画面重新拍摄。",
        ),
        (
            "The file has 3.2 MB; at most 200 KB are accepted.",
            "This tool can compress it; if it is still too large then, take it again with the document filling the picture.",
        ),
    );
    says(
        Issue::WrongType { found: FileType::Heic },
        (
            "这是 HEIC 文件，不是 JPEG 或 PNG 照片。",
            "iPhone：请在“设置 › 相机 › 格式”中选择“兼容性最佳”后重拍；已有的照片可在“文件”App 中转换为 JPEG。",
        ),
        (
            "This is a HEIC file, not a JPEG or PNG photo.",
            "On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again; convert an existing photo to JPEG in the Files app.",
        ),
    );
    says(
        Issue::ExtensionMismatch { found: FileType::Jpeg, promised: FileType::Text },
        (
            "文件名或类型写的是 文本，内容其实是 JPEG。",
            "内容没有问题时可以继续；由本工具生成的照片会使用正确的类型。",
        ),
        (
            "The file calls itself a text, but it is a JPEG.",
            "You can go on if the picture is right; the photo made by this tool has the right type.",
        ),
    );
}

#[test]
fn every_finding_of_the_corpus_has_words_in_both_languages() {
    for expected in formats() {
        let bytes = format_file(&expected.file);
        for finding in photo::check(&Photo::new(&bytes), Profile::CERTIFICATION_200K).findings {
            let zh = finding.explain(Locale::ZhHans);
            let en = finding.explain(Locale::En);
            for (text, last) in [(&zh.what, '。'), (&zh.fix, '。'), (&en.what, '.'), (&en.fix, '.')]
            {
                assert!(text.ends_with(last), "{}: {text}", finding.code());
            }
            assert_ne!(zh, en);
        }
    }
}

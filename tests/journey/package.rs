//! The package, read back by another program than the one that wrote it.

use std::fs;
use std::path::Path;
use std::process::Command;

use renzheng::application::{Field, SubjectType};
use renzheng::text::Locale;
use renzheng::wire::snapshot::PhotoId;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::forms::complete;

/// Lists an archive with Python's own reader, which also checks each sum.
const LIST: &str = "
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps([
        [it.filename, it.file_size, it.compress_type, list(it.date_time), archive.read(it).decode('latin-1')]
        for it in archive.infolist()
    ]))
";

pub fn desk(subject_type: SubjectType, locale: Locale) -> Desk {
    let mut host = Desk::ready(locale, &complete(subject_type), 300);
    let slots: Vec<_> =
        complete(subject_type).materials.iter().map(|material| material.slot).collect();
    // The last comes first: the order is the form's, not that of taking them.
    for (i, slot) in slots.iter().rev().enumerate() {
        let id = format!("p{i}");
        let entry = json!({
            "id": id, "kind": "other", "name": "IMG_1.jpg", "chosen": true, "fitted": {},
            "place": "storage", "slot": slot.as_str(), "sha256": slot.path(),
        });
        host.put(&format!("photo.{id}"), &entry);
        let jpeg =
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos/p0018.jpg"));
        host.photos.push((PhotoId(id), jpeg.unwrap()));
    }
    // One that was replaced by another.
    let old = json!({
        "id": "old", "kind": "other", "name": "x", "chosen": true, "fitted": {},
        "place": "storage", "slot": slots[0].as_str(), "sha256": "of another file",
    });
    host.put("photo.old", &old);
    host.photos.push((PhotoId("old".into()), b"old".to_vec()));
    host
}

fn python(bytes: &[u8], name: &str) -> Vec<Value> {
    let file = std::env::temp_dir().join(format!("renzheng-{}-{name}.zip", std::process::id()));
    fs::write(&file, bytes).unwrap();
    let output = Command::new("python3").arg("-c").arg(LIST).arg(&file).output().unwrap();
    fs::remove_file(&file).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Grouped and in small letters as people type them, bare and in capitals as forms take them.
#[test]
fn numbers_and_days_are_handed_on_as_forms_take_them() {
    let mut host = desk(SubjectType::Enterprise, Locale::En);
    let code = complete(SubjectType::Enterprise).get(Field::SubjectCreditCode).to_owned();
    let typed = format!("{} {}", &code[..6], code[6..].to_lowercase());
    host.put(Field::SubjectCreditCode.path(), &typed);
    host.put(Field::AdministratorMobile.path(), &"131 2345 6789");
    host.put(Field::AdministratorIdValidUntil.path(), &"2040年6月1日");
    host.put(Field::LegalPersonIdValidUntil.path(), &"long-term");
    let html = host.show("package").html;
    for copied in [code.as_str(), "13123456789", "2040-06-01", "长期"] {
        assert!(html.contains(&format!("data-copy=\"{copied}\"")), "{copied}: {html}");
    }
    // What is chosen on the platform's page is not pasted there, and has its name there.
    assert!(
        html.contains("Resident ID card (居民身份证)")
            && !html.contains("data-copy=\"居民身份证\""),
        "{html}"
    );
    let file = host.act("package", "package", "").file.unwrap();
    let entries = python(&file.bytes, "bare");
    let text = |name: &str| {
        let entry = entries.iter().find(|entry| entry[0] == name).unwrap();
        entry[4].as_str().unwrap().to_owned()
    };
    for name in ["summary.html", "answers.json"] {
        let text = text(name);
        assert!(text.contains(&code) && !text.contains(&typed), "{name}");
        assert!(text.contains("13123456789") && text.contains("2040-06-01"), "{name}");
    }
}

#[test]
fn a_package_that_is_of_yesterday_says_so() {
    let mut host = desk(SubjectType::Enterprise, Locale::En);
    assert!(!host.show("package").html.contains("Something was changed"));
    host.act("package", "package", "");
    assert!(host.show("package").html.contains("The package was downloaded."));
    host.put(Field::NicknameIntroduction.path(), &"Tea");
    let html = host.show("package").html;
    assert!(html.contains("Something was changed") && !html.contains("was downloaded."), "{html}");
    host.act("package", "package", "");
    assert!(!host.show("package").html.contains("Something was changed"));
}

#[test]
fn the_package_holds_everything_in_order() {
    let mut host = desk(SubjectType::Enterprise, Locale::ZhHans);
    let answer = host.act("package", "package", "");
    assert_eq!(answer.say.as_deref(), Some("资料包已下载。"));
    let file = answer.file.unwrap();
    assert_eq!(file.name, "认证资料-青石小筑-2026-11-24.zip");
    assert_eq!(file.media_type, "application/zip");
    let again = host.act("package", "package", "").file.unwrap();
    assert!(again.bytes == file.bytes, "the same answers give the same bytes");

    let entries = python(&file.bytes, "enterprise");
    let names: Vec<&str> = entries.iter().map(|entry| entry[0].as_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "summary.html",
            "answers.json",
            "photos/01-licence.jpg",
            "photos/02-letter.jpg",
            "photos/03-name-proof.jpg",
            "photos/04-supplement.jpg",
        ]
    );
    assert!(entries.iter().all(|entry| entry[2] == 0 && entry[3][0] == 1980), "stored, no clock");
    assert_eq!(entries[2][1], host.photos[0].1.len());

    let text = |i: usize| {
        let latin = entries[i][4].as_str().unwrap();
        String::from_utf8(latin.chars().map(|c| u8::try_from(c).unwrap()).collect()).unwrap()
    };
    let answers: Value = serde_json::from_str(&text(1)).unwrap();
    assert_eq!(answers["application"]["customerType"], 1);
    assert_eq!(answers["application"]["fields"]["subject.name"], "青石小筑（北京）有限公司");
    assert_eq!(answers["photos"][0]["file"], "photos/01-licence.jpg");
    assert_eq!(answers["authData"]["qualification"], "photos/01-licence.jpg");
    assert_eq!(answers["authData"]["account_name"], "青石小筑");
    assert_eq!(answers["toFill"], json!(["media_ids", "third_party_phone"]));
    assert!(answers["authData"].get("taskid").is_none());

    let html = text(0);
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"zh-Hans\">"), "{html}");
    assert!(html.contains("<th scope=\"row\">统一社会信用代码</th>"), "{html}");
    assert!(html.contains("photos/02-letter.jpg"), "{html}");
    assert_eq!(html.matches("src=").count(), html.matches("src=\"photos/0").count(), "{html}");
    assert!(html.contains("<img src=\"photos/02-letter.jpg\""), "{html}");
    for loaded in ["href=", "url(", "@import", "<script"] {
        assert!(!html.contains(loaded), "self-contained: {loaded}");
    }
}

#[test]
fn types_that_the_interface_does_not_take_have_answers_all_the_same() {
    let mut host = desk(SubjectType::Government, Locale::En);
    let file = host.act("package", "package", "").file.unwrap();
    assert_eq!(file.name, "certification-青石小筑-2026-11-24.zip");
    let entries = python(&file.bytes, "government");
    let answers: Value = serde_json::from_str(entries[1][4].as_str().unwrap()).unwrap();
    assert!(answers.get("authData").is_none() && answers.get("toFill").is_none());
    assert!(entries[0][4].as_str().unwrap().contains("Unified social credit code"));
}

#[test]
fn what_was_typed_is_escaped() {
    let mut host = desk(SubjectType::Individual, Locale::En);
    host.put(Field::InvoiceNote.path(), &"<script>alert(1)</script>\"");
    host.put(Field::NicknameText.path(), &"../<b>x");
    let page = host.show("package").html;
    assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
    let file = host.act("package", "package", "").file;
    // The name is none that a program can have, so nothing was ready to be sent.
    if let Some(file) = file {
        assert_eq!(file.name, "certification-bx-2026-11-24.zip");
        let html = &python(&file.bytes, "escaped")[0][4];
        assert!(!html.as_str().unwrap().contains("<script"));
    }
}

#[test]
fn a_photo_that_is_elsewhere_is_missed() {
    let mut host = desk(SubjectType::Individual, Locale::ZhHans);
    host.snapshot.personal = match host.snapshot.personal {
        renzheng::wire::snapshot::Personal::Open(mut parts) => {
            for i in 0..8 {
                parts.part_mut(&format!("photo.p{i}")).value = None;
            }
            renzheng::wire::snapshot::Personal::Open(parts)
        }
        other => other,
    };
    let html = host.show("package").html;
    assert!(html.contains("这些照片不在这台设备上") && html.contains("身份证人像面"), "{html}");
}

#[test]
fn steps_are_ticked_and_stay_so() {
    let mut host = desk(SubjectType::Enterprise, Locale::ZhHans);
    assert!(!host.show("package").html.contains(" checked"));
    host.put("done.fill-login", &"true");
    let html = host.show("package").html;
    assert!(html.contains("name=\"done.fill-login\" value=\"true\" checked"), "{html}");
    assert!(html.contains("110•••••••••••") && !html.contains(">1101051990"), "{html}");
    let html = host.show("package?show=all").html;
    assert!(html.contains(">1101051990"), "{html}");
}

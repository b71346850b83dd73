//! The judge over a labelled corpus: how often the verdict is right, and each miss with
//! its numbers. `RENZHENG_PHOTOS` names a folder with photos and their `manifest.json`;
//! without it there is nothing to judge. `RENZHENG_CORNERS=true` gives it the corners of
//! the manifest instead of letting it find the document.

use std::fs;
use std::path::{Path, PathBuf};

use renzheng::photo::{self, Kind, Photo, Point, Profile, Quad, Report, Verdict};
use serde_json::Value;

/// Shares in thousandths that must be reached, on photos that are not borderline.
const LEAST_AGREEMENT: usize = 950;
const LEAST_RETAKES: usize = 950;
const LEAST_CODES: usize = 900;

#[test]
fn verdicts_agree_with_the_labels() {
    let Some((folder, rows)) = labelled() else { return };
    let mut table = Table::default();
    for row in &rows {
        let report = judged(&folder, row);
        table.add(row, &report);
    }
    table.print();
    assert_eq!(table.clean_retaken, 0, "clean photos are told to retake");
    assert!(LEAST_AGREEMENT <= table.agreed.permille(), "verdicts: {:?}", table.agreed);
    assert!(LEAST_RETAKES <= table.retaken.permille(), "retakes: {:?}", table.retaken);
    assert!(LEAST_CODES <= table.coded.permille(), "codes: {:?}", table.coded);
}

fn labelled() -> Option<(PathBuf, Vec<Value>)> {
    let folder = PathBuf::from(std::env::var_os("RENZHENG_PHOTOS")?);
    let text = fs::read_to_string(folder.join("manifest.json")).ok()?;
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let rows = manifest["files"].as_array().unwrap().iter();
    Some((folder, rows.filter(|row| row["set"] != "formats").cloned().collect()))
}

fn judged(folder: &Path, row: &Value) -> Report {
    let bytes = fs::read(folder.join(name(row))).unwrap();
    let corners = row["corners"].as_array().filter(|_| gives_corners()).map(|corners| {
        let number = |value: &Value| value.as_f64().unwrap().to_string().parse().unwrap();
        let point = |n: usize| Point::new(number(&corners[n][0]), number(&corners[n][1]));
        Quad([0, 1, 2, 3].map(point))
    });
    let photo = Photo { kind: kind(row), corners, ..Photo::new(&bytes) };
    photo::check(&photo, Profile::CERTIFICATION_200K)
}

fn gives_corners() -> bool {
    std::env::var_os("RENZHENG_CORNERS").is_some()
}

fn name(row: &Value) -> &str {
    row["path"].as_str().unwrap()
}

/// What is asked for where no document is: a card.
fn kind(row: &Value) -> Kind {
    match row["kind"].as_str().unwrap() {
        "id_back" => Kind::IdBack,
        "licence" => Kind::Licence,
        "letter" => Kind::Letter,
        "stamped_copy" => Kind::StampedCopy,
        _ => Kind::IdFront,
    }
}

/// The code that a defect of the corpus should lead to.
fn code_of(defect: &str) -> &'static str {
    match defect {
        "motion_blur" | "defocus" => "photo.blurred",
        "low_res" => "photo.low-resolution",
        "dark" | "shadow" => "photo.dark",
        "bright" => "photo.overexposed",
        "glare" => "photo.glare",
        "cut_off" => "photo.cut-off",
        "occluded" => "photo.covered",
        "skew" | "perspective" => "photo.skewed",
        "rotation" | "exif_orientation" => "photo.turned",
        "oversized" => "photo.over-limit",
        "noise" | "noisy" => "photo.noisy",
        "screen" => "photo.screen",
        "grey_copy" => "photo.grey-copy",
        "not_a_document" => "photo.no-document",
        other => panic!("{other} has no code"),
    }
}

#[derive(Debug, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, is_right: bool) -> bool {
        self.right += usize::from(is_right);
        self.all += 1;
        is_right
    }

    fn permille(&self) -> usize {
        self.right * 1_000 / self.all.max(1)
    }
}

#[derive(Default)]
struct Table {
    /// Expected by found.
    confusion: [[usize; 3]; 3],
    agreed: Share,
    retaken: Share,
    coded: Share,
    clean_retaken: usize,
}

impl Table {
    fn add(&mut self, row: &Value, report: &Report) {
        if row["expected"]["borderline"] == true {
            return;
        }
        let expected = Verdict::from_name(row["expected"]["verdict"].as_str().unwrap()).unwrap();
        self.confusion[expected as usize][report.verdict as usize] += 1;
        if !self.agreed.count(expected == report.verdict) {
            miss("verdict", row, report);
        }
        if expected == Verdict::Retake && !self.retaken.count(report.verdict == Verdict::Retake) {
            miss("not retaken", row, report);
        }
        if row["clean"] == true && report.verdict == Verdict::Retake {
            self.clean_retaken += 1;
            miss("clean", row, report);
        }
        for defect in row["defects"].as_array().unwrap() {
            // A defect that harms nothing need not be told.
            let matters = defect["blocking"] == true || defect["fixable"] == true;
            let code = code_of(defect["type"].as_str().unwrap());
            let is_told = report.findings.iter().any(|finding| finding.code() == code);
            if matters && !self.coded.count(is_told) {
                miss(code, row, report);
            }
        }
    }

    fn print(&self) {
        println!("expected by found: {:?}", self.confusion);
        println!("verdicts {:?} {}", self.agreed, self.agreed.permille());
        println!("retakes  {:?} {}", self.retaken, self.retaken.permille());
        println!("codes    {:?} {}", self.coded, self.coded.permille());
        println!("clean photos told to retake: {}", self.clean_retaken);
    }
}

fn miss(what: &str, row: &Value, report: &Report) {
    let found: Vec<_> = report.findings.iter().map(renzheng::finding::Finding::code).collect();
    println!(
        "{what}: {} {} expected {} defects {} found {} because of {:?}: {found:?} {}",
        name(row),
        row["kind"],
        row["expected"]["verdict"],
        row["defects"],
        report.verdict.as_str(),
        report.reason,
        serde_json::to_string(&report.facts.and_then(|facts| facts.page)).unwrap(),
    );
}

/// Every photo with its numbers, one a line: `cargo test --test judge -- --ignored --nocapture`.
#[test]
#[ignore = "prints"]
fn numbers() {
    let Some((folder, rows)) = labelled() else { return };
    for row in &rows {
        let report = judged(&folder, row);
        let defects: Vec<_> =
            row["defects"].as_array().unwrap().iter().map(|defect| &defect["type"]).collect();
        println!(
            "{} {} {} {} {:?} {}",
            name(row),
            row["kind"],
            report.verdict.as_str(),
            report.reason.as_deref().unwrap_or("-"),
            defects,
            serde_json::to_string(&report.facts.and_then(|facts| facts.page)).unwrap(),
        );
    }
}

//! Every file of the corpus: what the gate says, and that what comes out passes.

mod support;

use std::fs;

use renzheng::photo::{self, FileType, Fitted, Orientation, Photo, Profile};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::{Gate, codes, format_file, formats, is_about_the_file, named, photographs};

#[test]
fn the_gate_opens_for_the_right_files() {
    for expected in formats() {
        let bytes = format_file(&expected.file);
        let report = photo::check(&named(&bytes, &expected.file), Profile::CERTIFICATION_200K);
        let refuses = report.blocking().any(|finding| is_about_the_file(finding.code()));
        match expected.gate {
            Gate::Accept => assert!(!refuses, "{}: {:?}", expected.file, codes(&report)),
            Gate::Reject => assert!(refuses, "{}: {:?}", expected.file, codes(&report)),
            Gate::Either => {}
        }
    }
}

#[test]
fn what_is_needed_is_done() {
    for expected in formats().into_iter().filter(|expected| expected.gate == Gate::Accept) {
        let bytes = format_file(&expected.file);
        let fitted = photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        let changed = json!(fitted.changed);
        for (need, change) in [
            ("rotate", "turned"),
            ("flatten", "flattened"),
            ("convert_colour", "colours-converted"),
        ] {
            let is_done = changed.as_array().unwrap().contains(&json!(change));
            let is_needed = expected.needs.iter().any(|needed| needed == need);
            assert_eq!(is_done, is_needed, "{}: {change}, {changed}", expected.file);
        }
        passes(&expected.file, &bytes, &fitted);
    }
}

#[test]
fn every_photograph_comes_out_within_the_limits() {
    for (name, bytes) in photographs() {
        let fitted = photo::fit(&named(&bytes, &name), Profile::CERTIFICATION_200K);
        passes(&name, &bytes, &fitted);
    }
}

/// Within the limit, upright, without metadata, and not larger than it came in.
#[track_caller]
fn passes(name: &str, given: &[u8], fitted: &Fitted) {
    let profile = Profile::CERTIFICATION_200K;
    assert!(fitted.ok, "{name}: {:?}", codes(&fitted.report));
    let photo = fitted.photo.as_ref().unwrap();
    let changed = json!(fitted.changed);
    let is_encoded = changed.as_array().unwrap().contains(&json!("recompressed"));
    let most = if is_encoded { profile.most_encoded_bytes } else { profile.most_bytes };
    assert!(photo.len() <= usize::try_from(most).unwrap(), "{name}: {} bytes", photo.len());
    let may_grow = [
        "turned",
        "flattened",
        "colours-converted",
        "stilled",
        "cropped",
        "straightened",
        "exposure-corrected",
    ];
    let is_forced =
        may_grow.iter().any(|change| changed.as_array().unwrap().contains(&json!(change)));
    let depth =
        photo::inspect(&Photo::new(given), Profile::CERTIFICATION_200K).header.unwrap().bit_depth;
    if !is_forced && depth == 8 {
        assert!(photo.len() <= given.len(), "{name} grew");
    }

    let report = photo::check(&Photo::new(photo), Profile::CERTIFICATION_200K);
    assert_eq!(report, fitted.report, "{name}: not what was checked");
    let header = report.header.as_ref().unwrap();
    assert_eq!(header.orientation, Orientation::Upright, "{name}");
    assert!(!header.metadata.is_any(), "{name}: {:?}", header.metadata);
    assert_eq!(header.trailing_bytes, 0, "{name}");
    assert!(matches!(report.file_type, FileType::Jpeg | FileType::Png), "{name}");
    if is_encoded {
        assert!(!header.has_icc && !header.has_alpha && header.bit_depth == 8, "{name}");
    }
    // Turned pixels keep the shape of the picture as it was shown; so does what is kept of it.
    let shape = |width: f32, height: f32| f64::from(width) / f64::from(height);
    let frame = fitted.frame.unwrap();
    let [top, right, ..] = frame.sides().map(|(from, to)| from.distance(to));
    let (before, after) = (shape(top, right), shape(report.width as f32, report.height as f32));
    let is_straightened = changed.as_array().unwrap().contains(&json!("straightened"));
    let most = if is_straightened { 0.5 } else { 0.02 };
    assert!((before / after - 1.0).abs() < most, "{name}: {before} became {after}");
}

/// The same file, to the byte: on every platform, and after every change that
/// does not mean to change it. `UPDATE=1` writes the file anew.
#[test]
fn reports_are_those_that_are_written_down() {
    let formats =
        formats().into_iter().map(|expected| (expected.file.clone(), format_file(&expected.file)));
    let text = outcomes(formats.chain(photographs_in_the_repository()));
    let path = support::data().join("formats.reports.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    for (line, expected) in text.lines().zip(written.lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(text.len(), written.len());
}

/// What the crate says of `RENZHENG_PHOTOS`, where the test of the package finds it: that one
/// holds Node and a browser against it.
#[test]
#[ignore = "of a folder that is not in the repository: RENZHENG_PHOTOS"]
fn the_reports_of_other_photographs_are_written_for_the_package() {
    let inside: Vec<_> =
        photographs_in_the_repository().into_iter().map(|(name, _)| name).collect();
    let others: Vec<_> =
        photographs().into_iter().filter(|(name, _)| !inside.contains(name)).collect();
    assert!(!others.is_empty(), "no photograph in RENZHENG_PHOTOS that is not in the repository");
    let target = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    fs::write(target.join("corpus.reports.json"), outcomes(others)).unwrap();
}

/// One line each.
fn outcomes(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> String {
    let rows: Vec<String> = files
        .into_iter()
        .map(|(name, bytes)| format!("  {}: {}", json!(name), outcome(&name, &bytes)))
        .collect();
    format!("{{\n{}\n}}\n", rows.join(",\n"))
}

fn photographs_in_the_repository() -> Vec<(String, Vec<u8>)> {
    let folder = support::data().join("photos");
    photographs().into_iter().filter(|(name, _)| folder.join(name).exists()).collect()
}

/// As the package's functions give it, with a digest in place of the photo.
fn outcome(name: &str, bytes: &[u8]) -> Value {
    let photo = named(bytes, name);
    let inspected = photo::inspect(&photo, Profile::CERTIFICATION_200K);
    let checked = photo::check(&photo, Profile::CERTIFICATION_200K);
    let fitted = photo::fit(&photo, Profile::CERTIFICATION_200K);
    let digest = fitted.photo.as_ref().map(|photo| {
        Sha256::digest(photo).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    });
    let mut fit = as_written(&Fitted { photo: None, ..fitted });
    fit["sha256"] = json!(digest);
    json!({ "inspect": as_written(&inspected), "check": as_written(&checked), "fit": fit })
}

/// Through text, as JavaScript gets it: `json!` would write more digits than a number has.
fn as_written(value: &impl serde::Serialize) -> Value {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

//! What the tests share: the corpus, and the names of findings.
#![allow(dead_code)] // Each test file uses its part.

use std::fs;
use std::path::{Path, PathBuf};

use renzheng::photo::{Photo, Report};
use serde::Deserialize;

/// A file of `tests/data/formats` and what it must come to.
#[derive(Debug, Deserialize)]
pub struct Expected {
    pub file: String,
    pub gate: Gate,
    pub needs: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gate {
    Accept,
    Reject,
    Either,
}

pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

pub fn formats() -> Vec<Expected> {
    let text = fs::read_to_string(data().join("formats.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub fn format_file(name: &str) -> Vec<u8> {
    fs::read(data().join("formats").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn photo_file(name: &str) -> Vec<u8> {
    fs::read(data().join("photos").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The photographs in the repository, and those of `RENZHENG_PHOTOS` if it is set.
pub fn photographs() -> Vec<(String, Vec<u8>)> {
    let more = std::env::var_os("RENZHENG_PHOTOS").map(PathBuf::from);
    let folders = [Some(data().join("photos")), more];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flatten()
        .flat_map(|folder| {
            fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        })
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "jpg" || ending == "png"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())
        })
        .collect()
}

pub fn named<'a>(bytes: &'a [u8], name: &'a str) -> Photo<'a> {
    Photo { file_name: Some(name), ..Photo::new(bytes) }
}

pub fn codes(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(renzheng::photo::Finding::code).collect()
}

/// Codes about type or damage, as the gate means them.
pub fn is_about_the_file(code: &str) -> bool {
    matches!(
        code,
        "photo.empty"
            | "photo.wrong-type"
            | "photo.damaged"
            | "photo.unsupported"
            | "photo.too-many-pixels"
    )
}

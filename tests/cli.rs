//! The program for the command line: the same reports, exit codes, and nothing overwritten.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn photo(name: &str) -> String {
    data("photos").join(name).display().to_string()
}

fn format(name: &str) -> String {
    data("formats").join(name).display().to_string()
}

fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_renzheng"));
    program
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_US.UTF-8");
    program.output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("renzheng-cli-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn every_photo_has_the_report_that_is_written_down_in_the_order_given() {
    let written: Value =
        serde_json::from_str(&fs::read_to_string(data("formats.reports.json")).unwrap()).unwrap();
    let mut names: Vec<_> = fs::read_dir(data("photos"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "manifest.json")
        .collect();
    names.sort();
    names.reverse();
    let files: Vec<_> = names.iter().map(|name| photo(name)).collect();
    let folder = Folder::new("all");
    let checked = lines(&run(&[&["check".into(), "--json".into()][..], &files].concat()));
    let more = ["fit".into(), "--json".into(), "--out".into(), folder.path()];
    let fitted = lines(&run(&[&more[..], &files].concat()));
    assert_eq!((checked.len(), fitted.len()), (files.len(), files.len()));
    for (((name, file), checked), fitted) in names.iter().zip(&files).zip(&checked).zip(&fitted) {
        assert_eq!(
            (&checked["file"], &fitted["file"]),
            (&file.as_str().into(), &file.as_str().into())
        );
        assert_eq!(checked["report"], written[name]["check"], "{name}");
        let mut expected = written[name]["fit"].clone();
        let digest = expected.as_object_mut().unwrap().remove("sha256").unwrap();
        assert_eq!(fitted["fitted"], expected, "{name}");
        if let Some(to) = fitted["written"].as_str() {
            let bytes = fs::read(to).unwrap();
            assert_eq!(bytes.len() as u64, expected["report"]["byteLength"], "{name}");
            assert!(digest.is_string(), "{name}");
        }
    }
}

#[test]
fn the_exit_code_says_whether_all_pass() {
    let folder = Folder::new("codes");
    let out = folder.path();
    let heic = format("photo.heic");
    let clean = photo("p0018.jpg");
    let fitted = format!("{out}/p0018.jpg");
    let cases: [(&[&str], i32); 8] = [
        (&["fit", "--kind", "licence", "--out", &out, &clean], 0),
        (&["check", "--kind", "licence", &fitted], 0),
        (&["check", &heic], 1),
        (&["fit", "--out", &out, &heic], 1),
        (&["check", "nowhere.jpg", &fitted], 2),
        (&["check"], 2),
        (&["check", "--kind", "passport", &fitted], 2),
        (&["improve", &fitted], 2),
    ];
    for (arguments, code) in cases {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
    }
}

#[test]
fn what_is_there_is_overwritten_only_when_told_to() {
    let folder = Folder::new("overwrite");
    let file = folder.0.join("p0018.jpg");
    fs::copy(photo("p0018.jpg"), &file).unwrap();
    let file = file.display().to_string();
    let result = folder.0.join("p0018.fitted.jpg");
    assert_eq!(run(&["fit", &file]).status.code(), Some(0));
    fs::write(&result, "mine").unwrap();
    assert_eq!(run(&["fit", &file]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&result).unwrap(), "mine");
    assert_eq!(run(&["fit", "--force", &file]).status.code(), Some(0));
    assert_ne!(fs::read(&result).unwrap(), b"mine");
}

#[test]
fn findings_are_said_in_the_language_asked_for() {
    let heic = format("photo.heic");
    let said = |arguments: &[&str]| String::from_utf8(run(arguments).stdout).unwrap();
    let (english, chinese) = (said(&["check", &heic]), said(&["check", "--locale", "zh", &heic]));
    assert!(english.contains("This is a HEIC file"), "{english}");
    assert!(chinese.contains("这是 HEIC 文件"), "{chinese}");
}

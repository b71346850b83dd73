//! The program for the command line: the same reports, exit codes, and nothing overwritten.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use sha2::{Digest, Sha256};

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
fn every_file_has_the_report_that_is_written_down_in_the_order_given() {
    let written = json(&data("formats.reports.json"));
    let mut files = files_of(&data("photos"));
    files.reverse();
    files.extend(files_of(&data("formats")));
    are_as_written("repository", &files, &written);
    assert_eq!(files.len(), written.as_object().unwrap().len());
}

/// What the crate says of `RENZHENG_PHOTOS` was written by `tests/corpus.rs`.
#[test]
#[ignore = "of a folder that is not in the repository: RENZHENG_PHOTOS"]
fn other_photographs_have_the_reports_of_the_crate() {
    let folder = PathBuf::from(std::env::var_os("RENZHENG_PHOTOS").unwrap());
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let written = json(&target.join("corpus.reports.json"));
    let files: Vec<_> = written.as_object().unwrap().keys().map(|name| folder.join(name)).collect();
    are_as_written("others", &files, &written);
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The photos of a folder, in order.
fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| !path.ends_with("manifest.json"));
    files.sort();
    files
}

/// What `check` and `fit` print of each, in the order given, and what `fit` writes.
#[track_caller]
fn are_as_written(folder: &str, files: &[PathBuf], written: &Value) {
    // Each in a folder of its own, since some differ in their ending alone.
    let folder = Folder::new(folder);
    let copies: Vec<String> = (0..)
        .zip(files)
        .map(|(number, file)| {
            let own = folder.0.join(number.to_string());
            fs::create_dir(&own).unwrap();
            let copy = own.join(file.file_name().unwrap());
            fs::copy(file, &copy).unwrap();
            copy.display().to_string()
        })
        .collect();
    let checked = lines(&run(&[&["check".into(), "--json".into()][..], &copies].concat()));
    let fitted = lines(&run(&[&["fit".into(), "--json".into()][..], &copies].concat()));
    assert_eq!((checked.len(), fitted.len()), (files.len(), files.len()));
    for (((file, copy), checked), fitted) in files.iter().zip(&copies).zip(&checked).zip(&fitted) {
        let name = file.file_name().unwrap().to_string_lossy();
        let expected = &written[&*name];
        let given = Value::from(copy.as_str());
        assert_eq!((&checked["file"], &fitted["file"]), (&given, &given));
        assert_eq!(checked["report"], expected["check"], "{name}");
        let mut expected = expected["fit"].clone();
        let digest = expected.as_object_mut().unwrap().remove("sha256").unwrap();
        assert_eq!(fitted["fitted"], expected, "{name}");
        let bytes = fitted["written"].as_str().map(|to| fs::read(to).unwrap());
        assert_eq!(Value::from(bytes.map(|bytes| sha256(&bytes))), digest, "{name}");
    }
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
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

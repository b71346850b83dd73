//! What fuzzing found and what it keeps: everything still holds for all of it.
//!
//! The functions are those that `make fuzz` runs; see `docs/robustness.md`.

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::collections::BTreeSet;
use std::fs;
use std::panic;
use std::path::{Path, PathBuf};

use targets::TARGETS;

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The files of a folder, in order; none where there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn names(folder: &Path) -> BTreeSet<String> {
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    files(folder).iter().map(name).collect()
}

/// All of them are told, not only the first.
fn hold_for(folder: &str) {
    let mut failed = Vec::new();
    for target in &TARGETS {
        for path in files(&fuzz().join(folder).join(target.name)) {
            let bytes = fs::read(&path).unwrap();
            if panic::catch_unwind(|| targets::run(target.name, &bytes)).is_err() {
                failed.push(path);
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn what_was_found_is_mended() {
    hold_for("found");
}

#[test]
fn what_is_kept_holds() {
    hold_for("corpus");
}

#[test]
fn every_target_has_its_file_and_inputs() {
    let expected: BTreeSet<String> = TARGETS.iter().map(|it| it.name.to_owned()).collect();
    assert_eq!(names(&fuzz().join("fuzz_targets")), expected);
    assert_eq!(names(&fuzz().join("corpus")), expected);
    for target in &TARGETS {
        assert!(!files(&fuzz().join("corpus").join(target.name)).is_empty(), "{}", target.name);
    }
}

/// What is kept stays small, since everybody clones it.
#[test]
fn the_inputs_take_little_room() {
    let inputs = || TARGETS.iter().flat_map(|it| files(&fuzz().join("corpus").join(it.name)));
    let sizes: Vec<u64> = inputs().map(|path| fs::metadata(path).unwrap().len()).collect();
    assert!(sizes.iter().all(|size| *size <= 6_000));
    assert!(sizes.iter().sum::<u64>() <= 600_000);
}

/// Each finding says what it was and what was done.
#[test]
fn every_finding_is_told() {
    let list = fs::read_to_string(fuzz().join("found.json")).unwrap();
    let list: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    let told: BTreeSet<PathBuf> = list
        .iter()
        .map(|finding| {
            assert!(["what", "done"].iter().all(|it| finding[it].as_str().is_some()), "{finding}");
            let name = |it: &str| finding[it].as_str().unwrap().to_owned();
            fuzz().join("found").join(name("target")).join(name("file"))
        })
        .collect();
    let there: BTreeSet<PathBuf> =
        TARGETS.iter().flat_map(|it| files(&fuzz().join("found").join(it.name))).collect();
    assert_eq!(told, there);
}

/// The properties are able to fail: memory beyond what is allowed is seen.
#[test]
#[should_panic(expected = "bytes of memory")]
fn too_much_memory_is_told() {
    targets::within(1_000, || vec![0_u8; 2_000]);
}

//! The scenes are what they say: each the same every time, its label inside its picture.

#[path = "support/scenes/mod.rs"]
mod scenes;

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

#[test]
fn a_scene_is_a_pure_function_of_its_number() {
    let (first, again) = (scenes::scene(29), scenes::scene(29));
    assert_eq!(first.bytes, again.bytes);
    assert_eq!(first.label, again.label);
    assert_ne!(first.bytes, scenes::scene(29 + scenes::STORIES).bytes);
}

/// `RENZHENG_SCENES=folder cargo test --test scenes -- --ignored` writes them with a manifest;
/// `RENZHENG_SCENES_COUNT` says how many.
#[test]
#[ignore = "writes a folder"]
fn scenes_as_a_folder() {
    let folder = PathBuf::from(std::env::var_os("RENZHENG_SCENES").expect("RENZHENG_SCENES"));
    let count = std::env::var("RENZHENG_SCENES_COUNT").ok().and_then(|count| count.parse().ok());
    fs::create_dir_all(&folder).unwrap();
    let mut rows: Vec<Value> = Vec::new();
    for number in 0..count.unwrap_or(scenes::STORIES) {
        let scene = scenes::scene(number);
        fs::write(folder.join(scenes::file_name(number)), &scene.bytes).unwrap();
        rows.push(scene.label);
    }
    let manifest = json!({ "corpus": "scenes", "version": 1, "files": rows });
    fs::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}

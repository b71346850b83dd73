//! The scenes are what they say: each the same every time, its label inside its picture.

#[path = "support/scenes/mod.rs"]
mod scenes;

use std::fs;
use std::path::PathBuf;

use renzheng::identity::{CreditCode, ResidentId};
use serde_json::{Value, json};

#[test]
fn a_scene_is_a_pure_function_of_its_number() {
    let (first, again) = (scenes::scene(29), scenes::scene(29));
    assert_eq!(first.bytes, again.bytes);
    assert_eq!(first.label, again.label);
    assert_ne!(first.bytes, scenes::scene(29 + scenes::STORIES).bytes);
}

/// Where the fonts are installed; their numbers hold, and belong to nobody.
#[test]
fn a_written_scene_is_a_pure_function_of_its_number() {
    if !scenes::written::has_fonts() {
        return;
    }
    for number in [0, 1] {
        let (first, again) = (scenes::written::scene(number), scenes::written::scene(number));
        assert_eq!(first.bytes, again.bytes);
        assert_eq!(first.label, again.label);
        let fields = first.label["fields"].as_array().unwrap();
        let text = |name: &str| {
            let field = fields.iter().find(|field| field["name"] == name)?;
            Some(field["text"].as_str().unwrap().to_owned())
        };
        if let Some(number) = text("id_number") {
            assert!(number.starts_with("99") && ResidentId::parse(&number).is_ok());
        }
        if let Some(code) = text("uscc") {
            assert!(code[2..].starts_with("99") && CreditCode::parse(&code).is_ok());
        }
        assert!(text("id_number").or(text("uscc")).is_some());
    }
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

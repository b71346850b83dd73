//! The part of the corpus that lives in the repository.
//!
//! The rule: of each document's clean photos, of each defect at each severity, and of each kind
//! that is turned, the smallest file that shows it. Photos that are there already stay, and
//! count.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::calibration::{Label, labels, own_photos};

/// What a photo is an example of.
fn examples(label: &Label) -> Vec<String> {
    let mut shown: Vec<String> = label
        .defects
        .iter()
        .filter(|defect| defect.name != "oversized")
        .map(|defect| format!("{} {}", defect.name, defect.severity))
        .collect();
    if label.clean {
        shown.push(format!("clean {}", label.kind));
    }
    shown
}

pub fn choose(folder: &Path) {
    let own = own_photos();
    let mut files = labels(folder);
    files.sort_by_key(|label| (!own.join(&label.path).exists(), label.bytes));
    let (mut covered, mut chosen) = (BTreeSet::new(), BTreeSet::new());
    for label in &files {
        let is_there = own.join(&label.path).exists();
        let new = examples(label).into_iter().filter(|shown| !covered.contains(shown)).count();
        if is_there || new != 0 {
            covered.extend(examples(label));
            chosen.insert(label.path.clone());
        }
    }
    let text = fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let rows = manifest["files"].as_array().unwrap().iter();
    let rows: Vec<&Value> =
        rows.filter(|row| row["path"].as_str().is_some_and(|path| chosen.contains(path))).collect();
    let mut total = 0;
    for path in &chosen {
        total += fs::copy(folder.join(path), own.join(path)).unwrap();
    }
    let lines: Vec<String> = rows.iter().map(|row| format!("  {}", json!(row))).collect();
    let manifest = format!("{{ \"files\": [\n{}\n] }}\n", lines.join(",\n"));
    fs::write(own.join("manifest.json"), manifest).unwrap();
    println!("{} photos, {total} bytes, {} examples", chosen.len(), covered.len());
}

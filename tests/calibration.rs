//! The judge on the labelled photos of the repository: no share falls below its floor. The whole
//! corpus, and scenes that nobody has looked at, are `make calibrate`.

#[path = "support/calibration/mod.rs"]
mod calibration;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use calibration::figures::{fallen, figures};
use calibration::repair::{self, Repaired};
use calibration::{Outcome, case, labels, own_photos};
use serde_json::Value;

/// The part of the corpus in the repository may have so many bytes.
const MOST_BYTES: u64 = 8 << 20;

#[test]
fn no_figure_is_below_its_floor() {
    let folder = own_photos();
    let outcomes: Vec<Outcome> =
        labels(&folder).into_iter().map(|label| case(&folder, label).judged()).collect();
    let legible = |outcome: &&Outcome| outcome.case.label.legible && outcome.is_scored();
    let repaired: Vec<Repaired> = outcomes.iter().filter(legible).map(Repaired::of).collect();
    let mut found = figures(&outcomes);
    found.extend(repair::figures(&repaired));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/accuracy-floors.json");
    let floors: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(fallen(&found, &floors["part"]), [] as [String; 0]);
    for figure in &found {
        assert!(floors["part"][figure.name].is_number(), "{} has no floor", figure.name);
    }
}

#[test]
fn every_photo_has_a_label_and_every_defect_a_photo() {
    let folder = own_photos();
    let labels = labels(&folder);
    let labelled: BTreeSet<&str> = labels.iter().map(|label| label.path.as_str()).collect();
    let mut bytes = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        bytes += entry.metadata().unwrap().len();
        assert!(name == "manifest.json" || labelled.contains(name.as_str()), "{name}");
    }
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
    let defects: BTreeSet<&str> =
        labels.iter().flat_map(|label| &label.defects).map(|defect| defect.name.as_str()).collect();
    let expected = [
        "bright",
        "cut_off",
        "dark",
        "defocus",
        "exif_orientation",
        "glare",
        "low_res",
        "motion_blur",
        "not_a_document",
        "occluded",
        "oversized",
        "perspective",
        "rotation",
        "skew",
    ];
    assert_eq!(defects.into_iter().collect::<Vec<_>>(), expected);
}

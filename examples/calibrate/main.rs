//! Runs the judge over labelled photos and over scenes that it was not made with, writes
//! `docs/accuracy.md`, and fails where a figure has fallen below its floor.
//!
//! ```text
//! cargo run --example calibrate            writes the page; RENZHENG_PHOTOS: the whole corpus
//! cargo run --example calibrate -- check   the same, and fails if the page was another
//! cargo run --example calibrate -- floors  the same, and what it found are the floors from now on
//! cargo run --example calibrate -- choose  takes a part of RENZHENG_PHOTOS into tests/data/photos
//! ```

#[path = "../../tests/support/calibration/mod.rs"]
mod calibration;
mod choose;
mod page;
mod pictures;
#[path = "../../tests/support/scenes/mod.rs"]
mod scenes;
mod times;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use calibration::figures::{Figure, fallen, figures};
use calibration::repair::{self, Repaired};
use calibration::{Outcome, case, labels, of_scene, own_photos};
use serde_json::Value;

/// Each story twice.
const SCENES: u32 = scenes::STORIES * 2;
/// Far from those that were looked at while thresholds were chosen.
const FIRST_SCENE: u32 = scenes::STORIES * 200;

/// Photos of one origin, and what came of them.
struct Set {
    /// Its name in the file of floors.
    name: &'static str,
    title: &'static str,
    outcomes: Vec<Outcome>,
    figures: Vec<Figure>,
}

impl Set {
    fn of(name: &'static str, title: &'static str, outcomes: Vec<Outcome>) -> Self {
        let legible = |outcome: &&Outcome| outcome.case.label.legible && outcome.is_scored();
        let repaired: Vec<_> = outcomes.iter().filter(legible).map(Repaired::of).collect();
        let mut figures = figures(&outcomes);
        figures.extend(repair::figures(&repaired));
        Self { name, title, outcomes, figures }
    }
}

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let more = std::env::var_os("RENZHENG_PHOTOS").map(PathBuf::from);
    let command = std::env::args().nth(1);
    if command.as_deref() == Some("choose") {
        choose::choose(&more.expect("RENZHENG_PHOTOS is to be a folder"));
        return ExitCode::SUCCESS;
    }
    let (name, title, folder) = match &more {
        Some(folder) => ("corpus", "Labelled photographs", folder.clone()),
        None => ("part", "Labelled photographs, the part in the repository", own_photos()),
    };
    let photos = labels(&folder).into_iter().map(|label| case(&folder, label).judged());
    let scenes = (FIRST_SCENE..FIRST_SCENE + SCENES).map(|number| {
        let scene = scenes::scene(number);
        of_scene(scene.label, scene.bytes).judged()
    });
    let sets = [
        Set::of(name, title, photos.collect()),
        Set::of("scenes", "Drawn scenes that nobody looked at before", scenes.collect()),
    ];
    for set in &sets {
        println!("{}", page::figures_table(set));
        for figure in set.figures.iter().filter(|figure| !figure.others.is_empty()) {
            println!("{}: {}", figure.name, figure.others.join(" "));
        }
    }

    let mut failures = Vec::new();
    let path = root.join("tests/data/accuracy-floors.json");
    let mut floors: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    if command.as_deref() == Some("floors") {
        for set in &sets {
            // Rounded down: a share is not below itself.
            let share = |figure: &Figure| ((figure.share() * 1000.0).floor() / 1000.0).into();
            let shares = set.figures.iter().map(|figure| (figure.name.into(), share(figure)));
            floors[set.name] = Value::Object(shares.collect());
        }
        fs::write(&path, format!("{floors:#}\n")).unwrap();
    }
    for set in &sets {
        failures.extend(fallen(&set.figures, &floors[set.name]));
    }
    // The page is about the whole corpus.
    if more.is_some() {
        let weakest = pictures::weakest(&sets);
        let is_check = command.as_deref() == Some("check");
        let path = root.join("docs/accuracy.md");
        let before = fs::read_to_string(&path).unwrap_or_default();
        let text = page::page(&sets, &weakest, &before);
        if is_check && page::without_times(&before) != page::without_times(&text) {
            failures.push("docs/accuracy.md is not what this program writes".into());
        } else if !is_check {
            fs::write(&path, text).unwrap();
            pictures::write(&root.join("docs/accuracy"), &weakest);
        }
    }
    for failure in &failures {
        eprintln!("{failure}");
    }
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

//! Measures how well photos are read, as they are and after they were made to fit, writes
//! `docs/reading.md`, and fails where a promise is not kept or a figure is below its floor.
//!
//! ```text
//! read_accuracy PACK             the labelled photographs and the held-out scenes
//! read_accuracy PACK floors      the same, and what it found are the floors from now on
//! read_accuracy PACK folder      all photographs of the folder, printed alone
//! read_accuracy PACK lines [NAME…]   the labelled photographs line by line, as a table
//! read_accuracy PACK NAME…       these: what was read beside what is true, and the same once fitted
//! read_accuracy PACK scenes FROM TO FOLDER   writes scenes with a manifest, to be looked at
//! ```
//!
//! `RENZHENG_PHOTOS` is the folder of the labelled photographs, in which all people are invented; without
//! it the part in the repository is read alone, and no page is written. `RENZHENG_UNFITTED` leaves out fitting.

mod figures;
mod outcome;
mod page;
#[path = "../../tests/support/scenes/mod.rs"]
mod scenes;
mod truth;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread::{self, available_parallelism};

use figures::{Figure, broken, fallen, figures, wrong_numbers};
use outcome::{Legibility, Outcome};
use renzheng::photo::{self, Photo, Profile, Source};
use renzheng::reader::{ReadProfile, Reader, Reading};
use serde_json::{Value, json};
use truth::Truth;

/// Scenes up to this number may be looked at while rules are made.
const FIRST_HELD_OUT: u32 = 11_000;
/// Of those that nobody looks at so many are measured: each story three times, for other sorts of documents.
const HELD_OUT: u32 = 3 * scenes::written::STORIES;

/// Photos of one origin, and how they are read.
struct Set {
    /// Its name in the file of floors.
    name: &'static str,
    title: &'static str,
    count: usize,
    before: Vec<Figure>,
    after: Vec<Figure>,
}

struct Measure {
    reader: Reader,
    is_fitting: bool,
}

impl Measure {
    fn read(&self, bytes: &[u8], truth: &Truth) -> Option<Reading> {
        let photo = Photo { kind: truth.kind, ..Photo::new(bytes) };
        let source = Source::of(&photo, Profile::CERTIFICATION_200K).ok()?;
        Some(self.reader.read(&source, truth.kind, &ReadProfile::STANDARD))
    }

    fn set(
        &self,
        name: &'static str,
        title: &'static str,
        photos: impl Iterator<Item = (Truth, Vec<u8>)> + Send,
    ) -> Set {
        let photos = Mutex::new(photos.enumerate());
        let read = || {
            let mut outcomes = Vec::new();
            // The lock is let go before the photo is read.
            while let Some((number, (truth, bytes))) = next(&photos) {
                outcomes.push((number, self.outcomes(&truth, &bytes)));
            }
            outcomes
        };
        let count = available_parallelism().map_or(1, NonZero::get);
        let mut outcomes = thread::scope(|scope| {
            let threads: Vec<_> = (0..count).map(|_| scope.spawn(read)).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
        });
        outcomes.sort_by_key(|&(number, _)| number);
        let (before, after): (Vec<_>, Vec<_>) =
            outcomes.into_iter().map(|(_, outcomes)| outcomes).unzip();
        let after: Vec<Outcome> = after.into_iter().flatten().collect();
        let fitted = if after.is_empty() { Vec::new() } else { figures(&after) };
        Set { name, title, count: before.len(), before: figures(&before), after: fitted }
    }

    fn outcome(&self, truth: &Truth, bytes: &[u8]) -> Outcome {
        let photo = Photo { kind: truth.kind, ..Photo::new(bytes) };
        let verdict = photo::check(&photo, Profile::CERTIFICATION_200K).verdict;
        Outcome::of(truth, verdict, self.read(bytes, truth).as_ref())
    }

    /// What came of a photo, and of what was made of it where it can be sent.
    fn outcomes(&self, truth: &Truth, bytes: &[u8]) -> (Outcome, Option<Outcome>) {
        let before = self.outcome(truth, bytes);
        // What a person cannot read is not sent, nor is what cannot be made to fit.
        let is_sent = self.is_fitting && truth.legibility == Legibility::Legible;
        let fitted = is_sent.then(|| fitted(truth, bytes)).flatten();
        (before, fitted.map(|bytes| self.outcome(truth, &bytes)))
    }
}

/// The photo after it was made to fit.
fn fitted(truth: &Truth, bytes: &[u8]) -> Option<Vec<u8>> {
    let photo = Photo { kind: truth.kind, ..Photo::new(bytes) };
    photo::fit(&photo, Profile::CERTIFICATION_200K).photo
}

fn next<T>(items: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    items.lock().unwrap().next()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn photos(folder: &Path) -> impl Iterator<Item = (Truth, Vec<u8>)> {
    truth::of(folder).into_iter().map(move |truth| {
        let bytes = fs::read(folder.join(&truth.path)).unwrap();
        (truth, bytes)
    })
}

fn scenes(numbers: std::ops::Range<u32>) -> impl Iterator<Item = (Truth, Vec<u8>)> {
    numbers.filter_map(|number| {
        let scene = scenes::written::scene(number);
        Some((truth::truth(&scene.label)?, scene.bytes))
    })
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let pack = arguments.first().map_or("target/reader/reader.pack", String::as_str);
    let more = std::env::var_os("RENZHENG_PHOTOS").map(PathBuf::from);
    let folder = more.clone().unwrap_or_else(|| root().join("tests/data/photos"));
    let command = arguments.get(1).map_or("", String::as_str);
    if let ("scenes", [_, _, from, to, folder]) = (command, &arguments[..]) {
        write_scenes(from.parse().unwrap()..to.parse().unwrap(), Path::new(folder));
        return ExitCode::SUCCESS;
    }
    let bytes = fs::read(pack).unwrap_or_else(|error| panic!("{pack}: {error}"));
    let measure = Measure {
        reader: Reader::new(&bytes).unwrap(),
        is_fitting: std::env::var_os("RENZHENG_UNFITTED").is_none(),
    };
    match command {
        "lines" => {
            let wanted = &arguments[2..];
            for (truth, bytes) in photos(&folder) {
                if !wanted.is_empty() && !wanted.contains(&truth.path) {
                    continue;
                }
                measure.outcome(&truth, &bytes).print_lines();
            }
            return ExitCode::SUCCESS;
        }
        "folder" => {
            print(&measure.set("folder", "Photographs", photos(&folder)));
            return ExitCode::SUCCESS;
        }
        "" | "floors" => {}
        _ => {
            let is_named = |(truth, _): &(Truth, _)| arguments[1..].contains(&truth.path);
            for (truth, bytes) in photos(&folder).filter(is_named) {
                show(&truth, measure.read(&bytes, &truth).as_ref());
                if measure.is_fitting {
                    let fitted = fitted(&truth, &bytes);
                    let reading = fitted.and_then(|bytes| measure.read(&bytes, &truth));
                    show(&truth, reading.as_ref());
                }
            }
            return ExitCode::SUCCESS;
        }
    }
    let (name, title) = match more {
        Some(_) => ("corpus", "Labelled photographs"),
        None => ("part", "Labelled photographs, the part in the repository"),
    };
    let mut sets = vec![measure.set(name, title, photos(&folder))];
    if more.is_none() {
        println!("RENZHENG_PHOTOS is no folder: the held-out scenes are left out as well.");
    } else if scenes::written::has_fonts() {
        let held_out = scenes(FIRST_HELD_OUT..FIRST_HELD_OUT + HELD_OUT);
        sets.push(measure.set("scenes", "Written scenes that nobody looked at before", held_out));
    } else {
        println!("No Chinese fonts: the held-out scenes are left out.");
    }
    judged(&sets, more.is_some(), command == "floors")
}

/// Prints the figures, and which lines were not as they should be.
fn print(set: &Set) {
    println!("{}", page::of_set(set));
    for (when, figures) in [("", &set.before), ("fitted ", &set.after)] {
        for figure in figures.iter().filter(|figure| !figure.others.is_empty()) {
            println!("{when}{}: {}", figure.name, figure.others.join(" "));
        }
    }
}

/// Prints the figures and writes them where they go; says what promise or floor is broken.
fn judged(sets: &[Set], is_whole: bool, is_setting: bool) -> ExitCode {
    sets.iter().for_each(print);
    let path = root().join("tests/data/reading-floors.json");
    let mut floors: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    if is_setting {
        for set in sets {
            floors[set.name] = page::floors(set);
        }
        fs::write(&path, serde_json::to_string_pretty(&floors).unwrap() + "\n").unwrap();
    }
    if is_whole {
        let path = root().join("docs/reading.md");
        let before = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, page::page(sets, &before)).unwrap();
    }
    let mut fell = Vec::new();
    for set in sets {
        let name = set.name;
        let said = |sentence: String| format!("{name}: {sentence}");
        fell.extend(wrong_numbers(&set.before).into_iter().map(said));
        fell.extend(wrong_numbers(&set.after).into_iter().map(said));
        // A part is too small for shares, and of scenes nothing is promised: they have floors.
        if name == "corpus" {
            fell.extend(broken(&set.before, &set.after).into_iter().map(said));
        }
        fell.extend(fallen(&set.before, "", &floors[name]).into_iter().map(said));
        fell.extend(fallen(&set.after, "fitted-", &floors[name]).into_iter().map(said));
    }
    for sentence in &fell {
        eprintln!("{sentence}");
    }
    ExitCode::from(u8::from(!fell.is_empty()))
}

fn write_scenes(numbers: std::ops::Range<u32>, folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let mut rows: Vec<Value> = Vec::new();
    for number in numbers {
        let scene = scenes::written::scene(number);
        fs::write(folder.join(scenes::file_name(number)), &scene.bytes).unwrap();
        rows.push(scene.label);
    }
    let manifest = json!({ "corpus": "written scenes", "version": 1, "files": rows });
    fs::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}

fn show(truth: &Truth, reading: Option<&Reading>) {
    println!("{} {reading:?}", truth.path);
    for line in &truth.lines {
        let field = reading.and_then(|reading| reading.field(line.field));
        let said = field.map_or("", |field| &field.text);
        let mark = if line.is_in(said) { " " } else { "!" };
        let illegible = if line.is_illegible { "x" } else { " " };
        let claimed = if field.is_some_and(|field| field.is_readable) { "c" } else { " " };
        println!("  {mark}{illegible}{claimed} {} {} | {said}", line.name, line.text);
    }
    if let Some(coded) = reading.and_then(|reading| reading.coded.as_ref()) {
        println!("    coded {coded}");
    }
}

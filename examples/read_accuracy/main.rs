//! Measures how well photos are read: over labelled photographs, as they are and after they were made to
//! fit, and fails where a promise is not kept.
//!
//! ```text
//! RENZHENG_PHOTOS=folder cargo run --release --features reader --example read_accuracy [PACK] [NAME…]
//! ```
//!
//! Names of files restrict it to these, and then what was read is printed beside what is true: the
//! labelled photographs show invented people.

mod truth;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use renzheng::photo::{self, Photo, Profile, Source};
use renzheng::reader::{FieldName, ReadProfile, Reader, Reading};
use truth::{Class, Line, Truth};

/// So many of so many, and which were not.
#[derive(Default)]
struct Figure {
    good: usize,
    of: usize,
    others: Vec<String>,
}

impl Figure {
    fn add(&mut self, is_good: bool, name: &str) {
        self.of += 1;
        if is_good { self.good += 1 } else { self.others.push(name.to_owned()) }
    }

    fn share(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.good as f64 / self.of as f64 }
    }
}

/// What is promised of photos that can be read.
const PROMISES: [(Class, &str, f64); 4] = [
    (Class::IdNumber, "ID number", 1.0),
    (Class::CreditCode, "credit code", 0.98),
    (Class::Date, "dates", 0.98),
    (Class::Other, "other mandatory lines", 0.95),
];
/// Of fields that nobody can read so many may be claimed to have been read.
const MOST_CLAIMED: f64 = 0.02;
/// By so much the fitted photo may be read worse.
const MOST_LOST: f64 = 0.01;

#[derive(Default)]
struct Figures {
    exact: [Figure; 4],
    claimed: [Figure; 4],
    right: [Figure; 4],
    /// Fields that nobody can read and that are not claimed to be read, and photos likewise.
    illegible: Figure,
    illegible_photos: Figure,
    readable_photos: Figure,
    /// Lines of photos that a person reads with difficulty, and those of them that are wrong and claimed.
    borderline: Figure,
    borderline_right: Figure,
}

impl Figures {
    fn add(&mut self, truth: &Truth, reading: Option<&Reading>) {
        if truth.is_borderline {
            for line in &truth.lines {
                let name = format!("{}:{}", truth.path, line.name);
                let field = reading.and_then(|reading| reading.field(line.field));
                let is_exact = field.is_some_and(|field| line.is_in(&field.text));
                self.borderline.add(is_exact, &name);
                if field.is_some_and(|field| field.is_readable) {
                    self.borderline_right.add(is_exact, &name);
                }
            }
            return;
        }
        let is_readable = reading.is_some_and(|reading| reading.is_readable);
        if truth.is_legible {
            self.readable_photos.add(is_readable, &truth.path);
        } else {
            self.illegible_photos.add(!is_readable, &truth.path);
        }
        for line in &truth.lines {
            let name = format!("{}:{}", truth.path, line.name);
            let field = reading.and_then(|reading| reading.field(line.field));
            let is_exact = field.is_some_and(|field| line.is_in(&field.text));
            let is_claimed = field.is_some_and(|field| field.is_readable);
            let class = line.class as usize;
            if truth.is_legible {
                self.exact[class].add(is_exact, &name);
                self.claimed[class].add(is_claimed, &name);
            }
            if is_claimed {
                self.right[class].add(is_exact, &name);
            }
            if line.is_illegible {
                self.illegible.add(!is_claimed, &name);
            }
        }
    }

    fn print(&self) {
        println!("| promise | share | of |\n|---|---|---|");
        let row = |title: &str, figure: &Figure| {
            println!("| {title} | {:.1} % | {} |", figure.share() * 100.0, figure.of);
        };
        for (at, (_, title, _)) in PROMISES.iter().enumerate() {
            row(&format!("{title}: exact"), &self.exact[at]);
            row(&format!("{title}: claimed to be read"), &self.claimed[at]);
            row(&format!("{title}: right where claimed, any photo"), &self.right[at]);
        }
        row("fields that nobody can read are not claimed", &self.illegible);
        row("photos that nobody can read are not readable", &self.illegible_photos);
        row("photos that can be read are readable", &self.readable_photos);
        row("borderline photos: lines exact", &self.borderline);
        row("borderline photos: right where claimed", &self.borderline_right);
        for (title, figures) in
            [("exact", &self.exact), ("right", &self.right), ("claimed", &self.claimed)]
        {
            for figure in figures {
                if !figure.others.is_empty() {
                    println!("not {title}: {}", figure.others.join(" "));
                }
            }
        }
        println!("claimed: {}", self.illegible.others.join(" "));
        println!(
            "photos: {} / {}",
            self.illegible_photos.others.join(" "),
            self.readable_photos.others.join(" ")
        );
    }

    /// The promises that are not kept.
    fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for (at, (_, title, least)) in PROMISES.into_iter().enumerate() {
            if self.exact[at].share() < least {
                broken.push(format!("{title}: {:.3} is below {least}", self.exact[at].share()));
            }
        }
        for at in [Class::IdNumber as usize, Class::CreditCode as usize] {
            broken
                .extend(self.right[at].others.iter().map(|name| format!("{name}: a wrong number")));
        }
        if MOST_CLAIMED < 1.0 - self.illegible.share() {
            broken.push(format!("illegible fields: {} claimed", self.illegible.others.len()));
        }
        broken
    }
}

fn read(reader: &Reader, bytes: &[u8], truth: &Truth) -> Option<Reading> {
    let photo = Photo { kind: truth.kind, ..Photo::new(bytes) };
    let source = Source::of(&photo, Profile::CERTIFICATION_200K).ok()?;
    Some(reader.read(&source, truth.kind, &ReadProfile::STANDARD))
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let pack = arguments.next().unwrap_or_else(|| "target/reader/reader.pack".to_owned());
    let names: Vec<String> = arguments.collect();
    let reader =
        Reader::new(&fs::read(&pack).unwrap_or_else(|error| panic!("{pack}: {error}"))).unwrap();
    let folder = std::env::var_os("RENZHENG_PHOTOS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos"),
        PathBuf::from,
    );
    let is_fitting = std::env::var_os("RENZHENG_UNFITTED").is_none() && names.is_empty();
    let (mut before, mut after) = (Figures::default(), Figures::default());
    for truth in truth::of(&folder) {
        if !names.is_empty() && !names.contains(&truth.path) {
            continue;
        }
        let bytes = fs::read(folder.join(&truth.path)).unwrap();
        let reading = read(&reader, &bytes, &truth);
        if !names.is_empty() {
            show(&truth, reading.as_ref());
        }
        before.add(&truth, reading.as_ref());
        if is_fitting && truth.is_legible {
            let photo = Photo { kind: truth.kind, ..Photo::new(&bytes) };
            let fitted = photo::fit(&photo, Profile::CERTIFICATION_200K);
            // One that cannot be made to fit is not sent, and not read.
            let Some(fitted) = fitted.photo else { continue };
            after.add(&truth, read(&reader, &fitted, &truth).as_ref());
        }
    }
    println!("\n## As they are\n");
    before.print();
    let mut broken = before.broken();
    if is_fitting {
        println!("\n## After they were made to fit\n");
        after.print();
        for (at, (_, title, _)) in PROMISES.into_iter().enumerate() {
            let (was, is) = (before.exact[at].share(), after.exact[at].share());
            if is + MOST_LOST < was {
                broken.push(format!("{title}: {was:.3} became {is:.3} by fitting"));
            }
        }
    }
    for sentence in &broken {
        eprintln!("{sentence}");
    }
    ExitCode::from(u8::from(!broken.is_empty()))
}

fn show(truth: &Truth, reading: Option<&Reading>) {
    println!("{} {reading:?}", truth.path);
    for line in &truth.lines {
        let Line { name, text, .. } = line;
        let field = reading.and_then(|reading| reading.field(line.field));
        let said = field.map_or("", |field| &field.text);
        println!("  {} {name} {text} | {said}", if line.is_in(said) { " " } else { "!" });
    }
    if let Some(coded) = reading.and_then(|reading| reading.coded.as_ref()) {
        println!("    coded {coded}");
    }
    let _ = FieldName::ALL;
}

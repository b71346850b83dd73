//! The judge against labels: what is known of each photo, what was said of it, and the shares
//! in which the two agree.
#![allow(dead_code, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

pub mod checks;
pub mod figures;
pub mod repair;

use std::fs;
use std::path::{Path, PathBuf};

use renzheng::photo::{self, Kind, Photo, Point, Profile, Quad, Report, Verdict};
use serde::Deserialize;

/// A row of a manifest, as far as it matters here.
#[derive(Clone, Debug, Deserialize)]
pub struct Label {
    pub path: String,
    pub set: String,
    pub kind: String,
    #[serde(default)]
    pub corners: Option<[[f32; 2]; 4]>,
    #[serde(default)]
    pub visible_fraction: Option<f32>,
    #[serde(default)]
    pub quarter_turns_cw: Option<u8>,
    #[serde(default)]
    pub fields: Vec<Field>,
    #[serde(default)]
    pub legible: bool,
    #[serde(default)]
    pub defects: Vec<Defect>,
    pub expected: Expected,
    #[serde(default)]
    pub clean: bool,
    #[serde(default)]
    pub bytes: u64,
}

/// A printed line.
#[derive(Clone, Debug, Deserialize)]
pub struct Field {
    pub mandatory: bool,
    pub polygon: Vec<[f32; 2]>,
    /// Height of the print in pixels.
    pub em_px: f32,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Defect {
    #[serde(rename = "type")]
    pub name: String,
    pub severity: String,
    pub blocking: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Expected {
    pub verdict: Verdict,
    pub borderline: bool,
}

#[derive(Deserialize)]
struct Manifest {
    files: Vec<serde_json::Value>,
}

/// A labelled photo.
pub struct Case {
    pub label: Label,
    pub bytes: Vec<u8>,
}

/// A photo and what was said of it.
pub struct Outcome {
    pub case: Case,
    pub report: Report,
    /// What is said of it when it is given as another document than it is.
    pub mistaken: Option<Report>,
}

impl Case {
    pub fn photo(&self) -> Photo<'_> {
        Photo { kind: self.label.kind(), ..Photo::new(&self.bytes) }
    }

    pub fn judged(self) -> Outcome {
        let report = photo::check(&self.photo(), Profile::CERTIFICATION_200K);
        let mistaken = self
            .label
            .mistaken_for()
            .map(|kind| photo::check(&Photo { kind, ..self.photo() }, Profile::CERTIFICATION_200K));
        Outcome { case: self, report, mistaken }
    }
}

impl Label {
    /// What the form would say that it is. Of what is no document the form cannot know it: it
    /// is given in place of some document, here always the same.
    pub fn kind(&self) -> Kind {
        match self.kind.as_str() {
            "id_back" => Kind::IdBack,
            "licence" => Kind::Licence,
            "letter" => Kind::Letter,
            "stamped_copy" => Kind::StampedCopy,
            _ => Kind::IdFront,
        }
    }

    /// What it could be given as by mistake, of a document that can be read.
    pub fn mistaken_for(&self) -> Option<Kind> {
        let other = match self.kind.as_str() {
            "id_front" => Kind::IdBack,
            "id_back" => Kind::Licence,
            "licence" => Kind::IdFront,
            _ => return None,
        };
        (self.legible && !self.has_blocking()).then_some(other)
    }

    pub fn outline(&self) -> Option<Quad> {
        self.corners.map(|corners| Quad(corners.map(Point::from)))
    }

    pub fn is_whole(&self) -> bool {
        self.corners.is_some() && self.visible_fraction.is_some_and(|share| 0.999 <= share)
    }

    pub fn has_blocking(&self) -> bool {
        self.defects.iter().any(|defect| defect.blocking)
    }
}

/// The labelled photos of a folder, in the order of its manifest.
pub fn labels(folder: &Path) -> Vec<Label> {
    let path = folder.join("manifest.json");
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let manifest: Manifest = serde_json::from_str(&text).unwrap();
    // Rows of other sets have other members.
    let rows = manifest.files.into_iter().filter(|row| row["set"] == "synthetic");
    rows.map(|row| serde_json::from_value(row).unwrap()).collect()
}

pub fn case(folder: &Path, label: Label) -> Case {
    let path = folder.join(&label.path);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Case { label, bytes }
}

/// The photos that are part of the repository.
pub fn own_photos() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos")
}

/// A scene as a case.
pub fn of_scene(label: serde_json::Value, bytes: Vec<u8>) -> Case {
    Case { label: serde_json::from_value(label).unwrap(), bytes }
}

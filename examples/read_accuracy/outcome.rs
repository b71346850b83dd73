//! What came of a photo whose print is known, line by line.

use renzheng::photo::Verdict;
use renzheng::reader::Reading;

use crate::truth::{Class, Line, Truth};

/// How well a person reads a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legibility {
    Legible,
    /// With difficulty: nothing is promised of it.
    Borderline,
    /// Something that must be there cannot be read.
    Illegible,
}

/// What came of a line.
pub struct Said {
    /// Photo and line.
    pub name: String,
    pub class: Class,
    /// Whether nobody can read it.
    pub is_illegible: bool,
    pub is_exact: bool,
    /// Whether it counts as read.
    pub is_claimed: bool,
    /// How sure its field's least sure character is; 0 where no such field was found.
    pub lowest: f32,
}

/// What came of a photo.
pub struct Outcome {
    pub path: String,
    pub legibility: Legibility,
    /// Whether all that must be there counts as read.
    pub is_readable: bool,
    pub is_to_be_retaken: bool,
    /// Whether the check says that it is.
    pub is_refused: bool,
    pub lines: Vec<Said>,
}

impl Outcome {
    pub fn of(truth: &Truth, verdict: Verdict, reading: Option<&Reading>) -> Self {
        let said = |line: &Line| {
            let field = reading.and_then(|reading| reading.field(line.field));
            Said {
                name: format!("{}:{}", truth.path, line.name),
                class: line.class,
                is_illegible: line.is_illegible,
                is_exact: field.is_some_and(|field| line.is_in(&field.text)),
                is_claimed: field.is_some_and(|field| field.is_readable),
                lowest: field.map_or(0.0, renzheng::reader::Field::lowest),
            }
        };
        Self {
            path: truth.path.clone(),
            legibility: truth.legibility,
            is_to_be_retaken: truth.is_to_be_retaken,
            is_refused: verdict == Verdict::Retake,
            is_readable: reading.is_some_and(|reading| reading.is_readable),
            lines: truth.lines.iter().map(said).collect(),
        }
    }

    /// Its lines as a table for other programs: photo and line, legible or not, exact, claimed, how sure.
    pub fn print_lines(&self) {
        for line in &self.lines {
            let Said { name, class, is_illegible, is_exact, is_claimed, lowest } = line;
            println!(
                "{name}\t{class:?}\t{:?}\t{is_illegible}\t{is_exact}\t{is_claimed}\t{lowest:.3}",
                self.legibility
            );
        }
    }
}

//! Photographed documents that can be read: invented people and companies in real characters, laid out
//! in other ways than the labelled photographs, under the same cameras and lights as the drawn scenes.
//! Written scene N is a pure function of N and of the fonts.
//!
//! ```text
//! number ─▶ story and sort ─▶ cards, licences ─▶ Paper ─▶ camera, light, lens ─▶ JPEG and its label
//!                                │      └ people, companies: what is written
//!                                └ fonts: how
//! ```

pub mod cards;
mod companies;
mod fonts;
pub mod licences;
mod people;

use super::Scene;
use super::papers::Sort;
use super::plan::{Degree, Edge, Plan, Story};

/// One after the other; then again with other chances and other documents. More than half are of
/// photos that a person reads without effort.
const TOLD: &[Story] = &[
    Story::Clean,
    Story::Motion(Degree::Mild),
    Story::GlareOverText(Edge::Soft),
    Story::Clean,
    Story::Perspective,
    Story::FingerOverText,
    Story::CleanLarge,
    Story::Defocus(Degree::Severe),
    Story::Skewed,
    Story::Clean,
    Story::CutOff,
    Story::Defocus(Degree::Mild),
    Story::Turned,
    Story::GlareOverText(Edge::Hard),
    Story::Shadow,
    Story::Clean,
    Story::Far,
    Story::Clutter,
    Story::Dark(Degree::Mild),
    Story::ThingOverText,
    Story::Clean,
    Story::SameColour,
    Story::Motion(Degree::Severe),
    Story::GreyCopy,
    Story::GlareBeside,
    Story::FingerOverText,
    Story::ExifTurned,
    Story::SmallPicture,
    Story::Noisy(Degree::Mild),
    Story::FingerAtEdge,
    Story::Clean,
    Story::ThingOverText,
    Story::DarkTable,
    Story::Upscaled,
];

/// So many scenes in a row show each story once.
pub const STORIES: u32 = TOLD.len() as u32;

/// Licences are the harder half: they come as often as cards.
const SORTS: [Sort; 7] = [
    Sort::WrittenFront,
    Sort::WrittenLicence,
    Sort::WrittenTall,
    Sort::WrittenBack,
    Sort::WrittenLicence,
    Sort::WrittenFront,
    Sort::WrittenTall,
];

/// Whether the fonts are installed: without them nothing can be written.
pub fn has_fonts() -> bool {
    fonts::has_fonts()
}

/// The scene of this number.
pub fn scene(number: u32) -> Scene {
    let at = number as usize;
    let sort = SORTS[(at + at / TOLD.len()) % SORTS.len()];
    super::developed(number, &Plan::told(number, TOLD[at % TOLD.len()], sort))
}

//! Labelled photographs of documents that nobody photographed: papers drawn stroke by stroke,
//! laid on a table, seen by a camera with faults. Scene N is a pure function of N.
//!
//! They share nothing with the photographs of `tests/data/photos` but the rules by which they are
//! labelled: other layouts, inks, tables, kernels of blur, lights and fingers. What was chosen on
//! those photographs is therefore measured here on something it has not seen.
//!
//! ```text
//! number ─plan─▶ what is to be wrong ─papers─▶ the paper's face
//!                     │                           │
//!                     └──────────── camera ◀──────┘     where it lies in the picture
//!                                     │
//!                  backdrop, light, glare, fingers, blur, noise ─▶ JPEG, and its label
//! ```
// Pixels and angles go between whole numbers and fractions all the time here, in known ranges.
#![allow(
    dead_code,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)]

mod backdrop;
mod camera;
mod darkroom;
mod label;
mod lens;
pub mod papers;
mod picture;
mod plan;
mod strokes;
pub mod written;

use serde_json::Value;

/// A photograph and what is known of it.
pub struct Scene {
    /// The file, a JPEG.
    pub bytes: Vec<u8>,
    /// A row of a manifest, in the words of the photographs' own.
    pub label: Value,
}

/// How many different stories there are: so many scenes in a row show each once.
pub const STORIES: u32 = plan::STORIES.len() as u32;

/// The scene of this number.
pub fn scene(number: u32) -> Scene {
    developed(number, &plan::Plan::of(number))
}

fn developed(number: u32, plan: &plan::Plan) -> Scene {
    let shot = darkroom::Shot::of(plan);
    let bytes = shot.develop(plan);
    let label = label::of(number, plan, &shot, &bytes);
    Scene { bytes, label }
}

/// The same paper on the same table, photographed with `long_side` pixels and saved as phones do,
/// which spare no bytes; and what it shows.
pub fn enlarged(number: u32, long_side: usize) -> (Vec<u8>, Option<papers::Sort>) {
    let mut plan = plan::Plan::of(number);
    let long = plan.frame[0].max(plan.frame[1]);
    plan.frame = plan.frame.map(|side| side * long_side / long);
    plan.quality = 92;
    (darkroom::Shot::of(&plan).develop(&plan), plan.sort)
}

/// Its file name in a folder of scenes.
pub fn file_name(number: u32) -> String {
    format!("scene{number:04}.jpg")
}

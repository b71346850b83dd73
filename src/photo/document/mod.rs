//! The document in a photo: where its corners are and which way it is turned.

mod lines;
mod outline;
mod small;

use image::RgbImage;
use serde::{Deserialize, Serialize};

use super::geometry::Quad;
use super::report::Kind;

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Its corners in pixels of the picture as shown, at full size. For a rounded
    /// card those of the rectangle around it; they may lie outside the frame.
    pub corners: Quad,
    /// What its layout says it is; nothing where that cannot be told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub kind: Option<Kind>,
    /// How sure the outline is, in thousandths.
    pub confidence: u16,
    /// The content is turned clockwise by 90° × this, as shown.
    pub quarter_turns: u8,
    /// And by this many degrees more, −45 to 45, to a tenth.
    pub skew_degrees: f32,
}

/// Finds the document in upright pixels that are `scale` times smaller than the
/// picture at full size. `kind` says what is expected, which may be wrong.
pub(super) fn find(pixels: &RgbImage, scale: f32, kind: Kind) -> Option<Document> {
    let _ = (pixels, scale, kind);
    None
}

#[cfg(test)]
mod tests;

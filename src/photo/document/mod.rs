//! The document in a photo: where its corners are and which way it is turned.

mod grow;
mod hidden;
mod lines;
mod outline;
mod reading;
mod shape;
mod small;
mod sorted;

use serde::{Deserialize, Serialize};

use self::lines::{Finder, MOST_LINES};
use self::outline::Candidate;
use self::reading::Face;
use self::shape::Shapes;
use self::small::{Edges, Small};
use super::geometry::Quad;
use super::overview::Overview;
use super::report::Kind;

/// With less on it than this part a sheet is blank: a note, a lid, a tile. Documents that
/// are all but burnt out come to 0.003, others to at least 0.013.
const LEAST_PRINT: f32 = 0.002;
/// Above this score no further size is searched.
const SURE: f32 = 0.6;
/// The sides of most documents are among the strongest lines: from such a score on of what so
/// few lines make, others are not looked for. With them the work grows by the fourth power.
const FEW_LINES: usize = 28;
const SURE_OF_FEW: f32 = 0.65;
/// Sizes that are searched: the reduced picture, half and a quarter of it.
const LEVELS: usize = 3;

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

impl Document {
    /// What it shows, where that is not the document that was expected. Copies and other
    /// materials may show anything.
    pub(super) fn shows_instead_of(&self, expected: Kind) -> Option<Kind> {
        let is_one_document =
            matches!(expected, Kind::IdFront | Kind::IdBack | Kind::Licence | Kind::Letter);
        self.kind.filter(|shown| is_one_document && *shown != expected)
    }
}

/// Finds the document in upright pixels that are `scale` times smaller than the
/// picture at full size. `kind` says what is expected, which may be wrong. Of a picture without
/// one it says how sure the best outline is, in thousandths.
pub(super) fn find(
    overview: &Overview,
    scale: f32,
    kind: Kind,
    least_confidence: u16,
) -> Result<Document, u16> {
    let small = Small::of(overview);
    let best = search(&small, kind).ok_or(0_u16)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 1,000.
    let confidence = (best.score.clamp(0.0, 1.0) * 1_000.0) as u16;
    if confidence < least_confidence {
        return Err(confidence);
    }
    read(&small, &best, scale, kind, confidence).ok_or(0)
}

/// What stands in the outline; nothing where nothing does.
fn read(
    small: &Small,
    best: &Candidate,
    scale: f32,
    kind: Kind,
    confidence: u16,
) -> Option<Document> {
    let shown = as_shown(&best.quad);
    let (width, height) = (small.width as f32, small.height as f32);
    let (ratio, _) = shape::view(&shown, width, height, width.max(height))?;
    let face = Face::of(small, &shown)?;
    if face.print < LEAST_PRINT {
        return None;
    }
    let reading = face.read(kind, 1.0 < ratio, Shapes::of(kind).is_card(&shown, width, height));
    let corners = shown.reread(reading.quarter_turns).scaled(scale * small.factor as f32);
    Some(Document {
        corners,
        kind: reading.kind,
        confidence,
        quarter_turns: reading.quarter_turns,
        skew_degrees: skew(&corners, reading.quarter_turns),
    })
}

/// The same outline from the corner on that is at the top left as shown: its first side
/// runs to the right.
fn as_shown(quad: &Quad) -> Quad {
    let mut best = (f32::MIN, *quad);
    for turns in 0..4 {
        let turned = quad.reread(turns);
        let [a, b, c, d] = turned.0;
        // Along top and bottom to the right.
        let right = (b.x - a.x) + (c.x - d.x) + (d.y - a.y) + (c.y - b.y);
        if best.0 < right {
            best = (right, turned);
        }
    }
    best.1
}

/// How far the top edge is turned clockwise beyond `quarter_turns`, in degrees to a tenth.
fn skew(corners: &Quad, quarter_turns: u8) -> f32 {
    let [a, b, ..] = corners.0;
    let degrees = libm::atan2f(b.y - a.y, b.x - a.x) * (180.0 / core::f32::consts::PI);
    let mut rest = degrees - f32::from(quarter_turns) * 90.0;
    while rest < -180.0 {
        rest += 360.0;
    }
    // Zero has no sign: it would be lost in JSON for JavaScript.
    libm::roundf(rest.clamp(-45.0, 45.0) * 10.0) / 10.0 + 0.0
}

/// The best outline in the reduced picture, found there or at half or a quarter of its size.
fn search(small: &Small, kind: Kind) -> Option<Candidate> {
    let shapes = Shapes::of(kind);
    let whole = hidden::full_frame(small, shapes);
    let mut best: Option<Candidate> = None;
    let mut level = None;
    for halvings in 0..LEVELS {
        let here = level.as_ref().unwrap_or(small);
        let edges = Edges::of(here);
        let mut finder = Finder::of(&edges);
        let mut lines = Vec::with_capacity(MOST_LINES);
        for most in [FEW_LINES, MOST_LINES] {
            finder.find(most, &mut lines);
            let found = outline::find(here, &lines, shapes);
            if let Some(mut found) = found
                && best.as_ref().is_none_or(|best| best.score < found.score)
            {
                found.quad = found.quad.scaled((1_u32 << halvings) as f32);
                best = Some(found);
            }
            let is_sure = best.as_ref().is_some_and(|best| SURE_OF_FEW < best.score);
            if is_sure || lines.len() < most {
                break;
            }
        }
        if best.as_ref().is_some_and(|best| SURE < best.score) {
            break;
        }
        level = Some(here.halved());
    }
    // A frame printed on the paper that fills the picture is no outline.
    if let Some((whole, paper)) = whole
        && best.as_ref().is_none_or(|best| {
            best.score < whole.score || hidden::is_same_paper(best, paper, small)
        })
    {
        return Some(whole);
    }
    let mut best = best?;
    if let Some(whole) = hidden::complete(&best, small, shapes) {
        best.quad = whole;
    }
    Some(best)
}

#[cfg(test)]
mod tests;

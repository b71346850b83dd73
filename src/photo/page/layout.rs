//! How the documents are printed: the height of their print, and where on them stands
//! what must be read.
//!
//! ID cards are all laid out alike (GA 490-2013: name, numbers and dates in type of about
//! 3 mm on 85.6 mm). Business licences are A3 or A4 with text of one size. Of letters and
//! copies only the margins are left out.

use super::super::report::Kind;

/// A part of the page: left, top, right and bottom as shares of its sides.
pub(super) type Part = [f32; 4];

/// Longer and narrower than this, a document of which nothing is known is a card: cards are
/// 1.586 times as long as wide, A sizes 1.414 times.
const CARD_ASPECT: f32 = 1.5;

/// The height of the smallest print that must be read, as a share of the long side.
/// A licence, copy or letter may have smaller or larger print: these are usual.
pub(super) fn em(kind: Kind, aspect: f32) -> f32 {
    match kind {
        Kind::IdFront | Kind::IdBack => 0.0352,
        Kind::Letter => 0.0176,
        Kind::StampedCopy => 0.0101,
        Kind::Other if CARD_ASPECT < aspect => 0.0352,
        Kind::Licence | Kind::Other => 0.0147,
    }
}

/// What must be read stands here.
pub(super) const fn print(kind: Kind) -> &'static [Part] {
    match kind {
        Kind::IdFront => &[[0.16, 0.08, 0.64, 0.78], [0.3, 0.78, 0.97, 0.95]],
        Kind::IdBack => &[[0.2, 0.68, 0.9, 0.95]],
        Kind::Licence => &[[0.06, 0.2, 0.94, 0.9]],
        Kind::Letter | Kind::StampedCopy | Kind::Other => &[[0.06, 0.04, 0.94, 0.96]],
    }
}

/// A portrait, an emblem or a code is printed here.
pub(super) const fn pictures(kind: Kind) -> &'static [Part] {
    match kind {
        Kind::IdFront => &[[0.58, 0.08, 0.98, 0.78]],
        Kind::IdBack => &[[0.02, 0.04, 0.32, 0.55]],
        Kind::Licence => {
            &[[0.36, 0.02, 0.64, 0.22], [0.75, 0.05, 0.97, 0.4], [0.05, 0.6, 0.4, 0.95]]
        }
        Kind::Letter | Kind::StampedCopy | Kind::Other => &[],
    }
}

/// Pictures in the middle of the page that may be anywhere, together, as a share of it: a
/// copy shows a whole card with its portrait, of other documents nothing is known.
pub(super) const fn pictures_anywhere(kind: Kind) -> f32 {
    match kind {
        Kind::IdFront | Kind::IdBack | Kind::StampedCopy => 0.02,
        Kind::Licence | Kind::Letter => 0.01,
        Kind::Other => 1.0,
    }
}

/// The emblem of the back of an ID card.
pub(super) const EMBLEM: &[Part] = &[[0.06, 0.1, 0.26, 0.42]];
/// The portrait of its front.
pub(super) const PORTRAIT: &[Part] = &[[0.66, 0.18, 0.94, 0.72]];

/// Whether a place, in shares of the sides, is in one of the parts.
pub(super) fn is_in(parts: &[Part], (x, y): (f32, f32)) -> bool {
    parts.iter().any(|[left, top, right, bottom]| {
        (*left..*right).contains(&x) && (*top..*bottom).contains(&y)
    })
}

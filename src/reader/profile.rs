//! What reading goes by, as data: sizes, and when something counts as read.

use super::field::FieldName;
use crate::photo::Kind;

/// Sizes and bounds for reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReadProfile {
    /// The long side at which a card is looked for lines, in pixels.
    pub card: u16,
    /// The same for other pages, whose print is smaller.
    pub page: u16,
    /// The same for a whole picture, of which the document may be a small part.
    pub picture: u16,
    /// With less in its least sure character a number or date is not read.
    pub least_in_numbers: f32,
    /// The same for text, of which single characters may be rare.
    pub least_in_text: f32,
    /// Lines with fewer pixels from edge to edge are too small to count as read.
    pub least_height: f32,
    /// Where more than this share of the place behind a text is burnt out, and not of the whole page,
    /// the text may go on there.
    pub most_burnt: f32,
}

impl ReadProfile {
    /// The sizes were compared in the project's study of the model: a card at 384 and a licence at 640
    /// pixels read as well as any larger; one step more is taken for outlines that are a little off.
    /// The bounds of confidence lie where, over the labelled photographs and written scenes 0 to 91, what
    /// is claimed to be read is right: of 675 lines of text that a person can read and that were read
    /// exactly, 13 have a character below 0.7 in their value, and so have 3 of the 7 that were claimed at
    /// 0.5 and wrong. Print of less than 8 pixels an em nobody can read, and of 12 everybody (the labels'
    /// rule): on the one photograph of each, values of the first are 13 pixels high from edge to edge of their
    /// lines, of the second 16. Behind texts that shine hides (three photos), 73 % and more of the place are
    /// burnt out; behind others of photos that are not burnt out everywhere, 39 % at most.
    pub const STANDARD: Self = Self {
        card: 512,
        page: 736,
        picture: 896,
        least_in_numbers: 0.7,
        least_in_text: 0.5,
        least_height: 14.0,
        most_burnt: 0.4,
    };

    /// The long side at which a page of this kind is looked for lines.
    pub fn long_side(&self, kind: Kind) -> u16 {
        match kind {
            Kind::IdFront | Kind::IdBack => self.card,
            _ => self.page,
        }
    }

    /// Whether a field is a number or a date, whose form says whether it is whole.
    pub fn is_number(field: FieldName) -> bool {
        use FieldName as F;
        matches!(field, F::IdNumber | F::CreditCode | F::Birth | F::Validity | F::Founded | F::Term)
    }

    /// How sure the least sure character of a field must be.
    pub fn least(&self, field: FieldName) -> f32 {
        if Self::is_number(field) { self.least_in_numbers } else { self.least_in_text }
    }
}

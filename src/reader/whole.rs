//! Whether all of a value was seen: what a finger, shine or the edge of a picture takes away leaves
//! a text that reads well and says something else.

use super::labels::Label;
use super::words::Word;

/// A line is so many times as high as its characters: what finds lines leaves room around them.
const LINE_HEIGHT: f32 = 1.4;
/// A value that begins so many ems right of its column has lost its beginning.
const LATE: f32 = 1.2;
/// The same where nothing shows where the column is: from the end of the label, whose characters
/// may be few and stand close.
const LATE_ALONE: f32 = 5.0;
/// A wider gap in a row hides a character, in ems.
const HOLE: f32 = 0.8;
/// From row to row of a value, in ems: rows that are further apart belong to different fields, or one
/// between them was not seen.
const STEP: f32 = 2.3;
/// The same beside the other rows of the value.
const UNEVEN: f32 = 1.5;
/// From row to row of most values.
const USUAL_STEP: f32 = 1.5;
/// A row before the last ends no more ems before the longest one does: no word is longer that is kept
/// in one piece.
const SHORT: f32 = 2.6;
/// What is hidden this near to the end of a row, in ems, may have hidden its next character.
const NEAR: f32 = 1.6;

/// What is known of a page beside its lines.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// Of the page.
    pub(super) width: f32,
    /// Left, top, right and bottom of places that shine or things hide.
    pub(super) hidden: Vec<[f32; 4]>,
}

/// What stands behind a label.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// Row by row.
    pub(super) words: Vec<Word<'a>>,
    pub(super) label: Label,
    /// Where other values of its column begin.
    pub(super) edge: Option<f32>,
}

impl Block<'_> {
    /// Whether nothing of it is missing, as far as the places of its words tell.
    pub(super) fn is_whole(&self, sight: &Sight) -> bool {
        let rows = rows(&self.words);
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return false };
        let heights = self.words.iter().map(Word::height);
        let em = heights.fold(0.0, f32::max) / LINE_HEIGHT;
        let (edge, late) = match self.edge {
            Some(edge) => (edge, LATE),
            None => (self.label.right, LATE_ALONE),
        };
        let begins = rows.iter().enumerate().all(|(n, row)| {
            // Below the first row the value itself shows where it begins.
            let (edge, late) = if n == 0 { (edge, late) } else { (first.left, LATE) };
            row.left < edge + late * em
        });
        let steps: Vec<f32> = rows.windows(2).map(|pair| pair[1].y - pair[0].y).collect();
        let usual = steps.iter().copied().fold(f32::MAX, f32::min);
        let is_even = steps.iter().all(|&step| step < STEP * em && step < UNEVEN * usual);
        let longest = rows.iter().map(|row| row.right).fold(0.0, f32::max);
        let before = rows.get(..rows.len() - 1).unwrap_or_default();
        let is_full = before.iter().all(|row| longest - row.right < SHORT * em);
        let has_holes = rows.iter().any(|row| HOLE * em < row.hole);
        let step = if usual < f32::MAX { usual } else { USUAL_STEP * em };
        let is_hidden = sight.hidden.iter().any(|hidden| {
            rows.iter().any(|row| row.may_go_on(*hidden, em))
                || (1 < rows.len() && last.may_be_followed(*hidden, step))
        });
        begins && is_even && is_full && !has_holes && !is_hidden
    }
}

/// A row of a value.
#[derive(Clone, Copy)]
struct Row {
    left: f32,
    right: f32,
    y: f32,
    /// The widest gap in it.
    hole: f32,
}

impl Row {
    /// Whether its next character may be under something. What is said to be hidden is a box around
    /// it: where that has read print in it, it is larger than what hides.
    fn may_go_on(&self, [left, top, _, bottom]: [f32; 4], em: f32) -> bool {
        let half = em / 4.0;
        top < self.y + half
            && self.y - half < bottom
            && self.right - em / 2.0 < left
            && left < self.right + NEAR * em
    }

    /// Whether another row may be under something.
    fn may_be_followed(&self, [left, top, right, bottom]: [f32; 4], step: f32) -> bool {
        let below = self.y + step;
        self.y < top && top < below && below < bottom && left <= self.left && self.left < right
    }
}

/// The rows of words that are in order.
fn rows(words: &[Word]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut before: Option<&Word> = None;
    for word in words {
        let (left, right, y) = (word.left(), word.right(), word.middle().y);
        match (rows.last_mut(), before) {
            (Some(row), Some(before)) if word.is_beside(before) => {
                row.hole = row.hole.max(left - row.right);
                row.right = row.right.max(right);
            }
            _ => rows.push(Row { left, right, y, hole: 0.0 }),
        }
        before = Some(word);
    }
    rows
}

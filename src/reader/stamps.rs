//! What is read among the words of a value and is none of it: stamps, watermarks and seals.

use super::words::{Word, row_starts};

/// A last row that begins so many heights of a line right of the first is no row of it, where it is
/// also further away than rows are.
const ASIDE: f32 = 2.0;
/// So many times as far as the other rows from each other.
const FAR: f32 = 1.25;
/// And where there is one row before it, so many heights of a line.
const FAR_ALONE: f32 = 1.6;
/// Or the row before it ends so many heights of a line before the longest: there the value ends.
const ENDED: f32 = 2.0;
/// Or it begins in their right half, and is read with less confidence than print is.
const SURE_ROW: f32 = 0.8;

/// Words without those that lie over a longer one of their row, and without Latin letters by
/// themselves: values begin, end and are joined with Chinese characters and digits.
pub(super) fn without_stamps<'a>(words: &[Word<'a>]) -> Vec<Word<'a>> {
    let is_stamp = |word: &Word| {
        let lies_on = |other: &Word| {
            let over = word.right().min(other.right()) - word.left().max(other.left());
            word.glyphs().len() < other.glyphs().len()
                && word.is_beside(other)
                && other.height() < over
        };
        let is_latin = word.glyphs().iter().all(|glyph| glyph.c.is_ascii_alphabetic());
        1 < words.len() && (is_latin || words.iter().any(lies_on))
    };
    words.iter().filter(|word| !is_stamp(word)).copied().collect()
}

/// Rows without those at their end that are pieces of the seal beside and below them.
pub(super) fn without_seal(mut words: Vec<Word>) -> Vec<Word> {
    while let Some(bottom) = top_of_seal(&words) {
        words.retain(|word| word.middle().y < bottom);
    }
    words
}

/// Where a last row begins that is a piece of a seal.
fn top_of_seal(words: &[Word]) -> Option<f32> {
    let starts: Vec<&Word> = row_starts(words).collect();
    let [first, between @ .., last] = &starts[..] else { return None };
    if !is_aside(first, last) {
        return None;
    }
    let before = between.last().unwrap_or(first);
    let step = last.middle().y - before.middle().y;
    let steps = starts.windows(2).map(|pair| pair[1].middle().y - pair[0].middle().y);
    let is_far = if between.is_empty() {
        FAR_ALONE * first.height() < step
    } else {
        FAR * steps.fold(f32::MAX, f32::min) < step
    };
    let ends = |row: &Word| {
        let beside = words.iter().filter(|word| word.is_beside(row));
        beside.map(Word::right).fold(0.0, f32::max)
    };
    let longest = starts[..starts.len() - 1].iter().map(|row| ends(row)).fold(0.0, f32::max);
    let is_ended = ENDED * first.height() < longest - ends(before);
    let is_unsure =
        f32::midpoint(first.left(), longest) < last.left() && last.confidence() < SURE_ROW;
    (is_far || is_ended || is_unsure).then(|| last.middle().y - last.height() / 2.0)
}

fn is_aside(first: &Word, last: &Word) -> bool {
    first.left() + ASIDE * first.height() < last.left()
}

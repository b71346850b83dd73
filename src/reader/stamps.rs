//! What is read among the words of a value and is none of it: stamps, watermarks and seals.

use super::words::{Word, row_starts};

/// A last row that begins so many heights of a line right of the first is no row of it, where it is
/// also further away than rows are.
const ASIDE: f32 = 2.0;
/// So many times as far as the other rows from each other.
const FAR: f32 = 1.25;
/// And where there is one row before it, so many heights of a line.
const FAR_ALONE: f32 = 1.6;

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

/// Rows without a last one that is a piece of the seal beside and below them.
pub(super) fn without_seal(mut words: Vec<Word>) -> Vec<Word> {
    let starts: Vec<&Word> = row_starts(&words).collect();
    let [first, .., before, last] = starts[..] else {
        if let [first, last] = starts[..] {
            let step = last.middle().y - first.middle().y;
            if is_aside(first, last) && FAR_ALONE * first.height() < step {
                let bottom = last.middle().y - last.height() / 2.0;
                words.retain(|word| word.middle().y < bottom);
            }
        }
        return words;
    };
    let steps = starts.windows(2).map(|pair| pair[1].middle().y - pair[0].middle().y);
    let usual = steps.fold(f32::MAX, f32::min);
    let step = last.middle().y - before.middle().y;
    if is_aside(first, last) && FAR * usual < step {
        let bottom = last.middle().y - last.height() / 2.0;
        words.retain(|word| word.middle().y < bottom);
    }
    words
}

fn is_aside(first: &Word, last: &Word) -> bool {
    first.left() + ASIDE * first.height() < last.left()
}

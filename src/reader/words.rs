//! Lines taken apart at their gaps, and put together again by where they stand.

use super::line::{Glyph, Line};
use super::page::Strip;
use crate::photo::Point;

/// Lines of which the characters are less sure in the mean are texture.
const LEAST_CONFIDENCE: f32 = 0.35;
/// A gap between the middles of two characters that is so many times as wide as the line is high
/// parts them.
const GAP: f32 = 1.25;

/// Characters that stand together in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) line: &'a Line,
    /// Which of the line's characters.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl<'a> Word<'a> {
    pub(super) fn glyphs(&self) -> &'a [Glyph] {
        self.line.glyphs.get(self.from..self.to).unwrap_or_default()
    }

    /// Its first characters, and those behind them.
    pub(super) fn head(&self, count: usize) -> Self {
        Self { to: (self.from + count).min(self.to), ..*self }
    }

    pub(super) fn tail(&self, count: usize) -> Self {
        Self { from: (self.from + count).min(self.to), ..*self }
    }

    pub(super) fn text(&self) -> String {
        self.glyphs().iter().map(|glyph| glyph.c).collect()
    }

    /// From and to where it stands in its line, as shares; half a character beyond the middles of
    /// its outer ones.
    pub(super) fn span(&self) -> (f32, f32) {
        let glyphs = self.glyphs();
        let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else { return (0.0, 0.0) };
        let count = glyphs.len() as f32;
        let high = self.line.strip.height / self.line.strip.length().max(1.0);
        let half =
            if 1.0 < count { (last.at - first.at) / (count - 1.0) / 2.0 } else { high / 3.0 };
        let half = half.min(high / 2.0);
        ((first.at - half).max(0.0), (last.at + half).min(1.0))
    }

    pub(super) fn strip(&self) -> Strip {
        let (from, to) = self.span();
        self.line.strip.part(from, to)
    }

    pub(super) fn left(&self) -> f32 {
        self.strip().from.x
    }

    pub(super) fn right(&self) -> f32 {
        self.strip().to.x
    }

    pub(super) fn middle(&self) -> Point {
        self.strip().middle()
    }

    pub(super) fn height(&self) -> f32 {
        self.line.strip.height
    }

    /// Of its characters in the mean.
    pub(super) fn confidence(&self) -> f32 {
        let glyphs = self.glyphs();
        glyphs.iter().map(|glyph| glyph.confidence).sum::<f32>() / glyphs.len().max(1) as f32
    }

    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let height = self.height().min(other.height());
        (self.middle().y - other.middle().y).abs() < 0.5 * height
    }
}

/// The words of all lines, from top to bottom and from left to right.
pub(super) fn words(lines: &[Line]) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for line in lines.iter().filter(|line| LEAST_CONFIDENCE <= line.confidence()) {
        let gap = GAP * line.strip.height / line.strip.length().max(1.0);
        let mut from = 0;
        let mut before: Option<f32> = None;
        for (n, glyph) in line.glyphs.iter().enumerate() {
            if before.is_some_and(|before| gap < glyph.at - before) {
                words.push(Word { line, from, to: n });
                from = n;
            }
            before = Some(glyph.at);
        }
        words.push(Word { line, from, to: line.glyphs.len() });
    }
    words.retain(|word| !word.glyphs().is_empty());
    in_rows(&mut words);
    words
}

/// The first word of each row of words that are in order.
pub(super) fn row_starts<'a, 'b>(words: &'b [Word<'a>]) -> impl Iterator<Item = &'b Word<'a>> {
    let is_start = |n: usize| n == 0 || !words[n].is_beside(&words[n - 1]);
    words.iter().enumerate().filter(move |(n, _)| is_start(*n)).map(|(_, word)| word)
}

/// Row by row, each from left to right.
pub(super) fn in_rows(words: &mut Vec<Word>) {
    words.sort_by(|one, other| one.middle().y.total_cmp(&other.middle().y));
    let mut rows: Vec<Vec<Word>> = Vec::new();
    for word in words.drain(..) {
        match rows.last_mut() {
            Some(row) if row.iter().any(|other| word.is_beside(other)) => row.push(word),
            _ => rows.push(vec![word]),
        }
    }
    for mut row in rows {
        row.sort_by(|one, other| one.left().total_cmp(&other.left()));
        words.extend(row);
    }
}

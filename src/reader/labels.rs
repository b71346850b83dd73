//! Labels on a page, and what stands behind them.

use super::field::FieldName;
use super::line::Glyph;
use super::stamps::{without_seal, without_stamps};
use super::whole::Block;
use super::words::{Word, in_rows, row_starts};
use crate::embedded::embedded;
use crate::photo::Kind;

const TABLE: &str = embedded!("labels.txt");

/// How much further apart labels are than others of the same card, at most.
const EVEN: f32 = 1.3;

/// A label that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// Of which field; of none where another ends at it.
    pub(super) field: Option<FieldName>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) height: f32,
}

/// The labels of a page, and all words that belong to none.
#[derive(Debug)]
pub(super) struct Labelled<'a> {
    kind: Kind,
    pub(super) labels: Vec<Label>,
    pub(super) words: Vec<Word<'a>>,
}

/// The fields of a document and their labels.
fn table(kind: Kind) -> Vec<(Option<FieldName>, Vec<&'static str>)> {
    let row = |line: &'static str| {
        let mut parts = line.split(' ');
        let is_here = parts.next() == Some(kind.as_str());
        let field = FieldName::from_name(parts.next()?);
        is_here.then(|| (field, parts.collect()))
    };
    TABLE.lines().filter_map(row).collect()
}

/// The kind of document whose labels most of these lines have, if any does for sure.
pub(super) fn kind_of(texts: &[String]) -> Option<Kind> {
    let count = |kind: Kind| {
        let rows = table(kind);
        let labels = rows.iter().flat_map(|(_, labels)| labels).filter(|l| 2 < l.chars().count());
        labels.filter(|label| texts.iter().any(|text| text.contains(**label))).count()
    };
    let [front, back, licence] = [Kind::IdFront, Kind::IdBack, Kind::Licence].map(count);
    match (front, back, licence) {
        (_, _, 2..) => Some(Kind::Licence),
        (1.., 0, _) => Some(Kind::IdFront),
        (0, 1.., _) => Some(Kind::IdBack),
        _ => None,
    }
}

impl<'a> Labelled<'a> {
    /// Finds the labels. A long label may have one character that was read otherwise; one of two
    /// characters may stand apart, and is found by one of them below or above another label.
    pub(super) fn of(kind: Kind, mut words: Vec<Word<'a>>) -> Self {
        let table = table(kind);
        let mut labels: Vec<Label> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let best = table
                .iter()
                .flat_map(|(field, names)| names.iter().map(move |name| (*field, *name)))
                .filter_map(|(field, name)| Some((field, matched(&words[at..], name)?)))
                .max_by_key(|(_, found)| found.count);
            if let Some((field, found)) = best {
                let taken = &words[at..=at + found.words];
                let last = Word { to: found.last_to, ..taken[taken.len() - 1] };
                labels.push(Label {
                    field,
                    left: taken[0].left(),
                    right: last.right(),
                    y: taken[0].middle().y,
                    height: taken[0].height(),
                });
                let rest = Word { from: found.last_to, ..taken[taken.len() - 1] };
                words.drain(at..=at + found.words);
                if rest.from == rest.to {
                    continue;
                }
                words.insert(at, rest);
            }
            at += 1;
        }
        let mut labelled = Self { kind, labels, words };
        labelled.find_halves(&table);
        labelled.part_values();
        labelled
    }

    /// A value's line that begins in the end of its label, which has a line of its own: what both
    /// have belongs to the label.
    fn part_values(&mut self) {
        for word in &mut self.words {
            let is_in = |label: &&Label| {
                let em = label.height.min(word.height());
                (label.y - word.middle().y).abs() < em / 2.0
                    && label.left < word.left()
                    && word.left() < label.right - 0.3 * em
                    && label.right < word.right()
            };
            let Some(label) = self.labels.iter().find(is_in) else { continue };
            let is_label = |glyph: &&Glyph| word.line.place(glyph).x < label.right;
            *word = word.tail(word.glyphs().iter().take_while(is_label).count());
        }
        self.words.retain(|word| !word.glyphs().is_empty());
    }

    /// Labels of two characters of which one was read, in a column of labels.
    fn find_halves(&mut self, table: &[(Option<FieldName>, Vec<&'static str>)]) {
        for (field, names) in table {
            if field.is_none() || self.labels.iter().any(|label| label.field == *field) {
                continue;
            }
            let halves = names.iter().filter(|name| name.chars().count() == 2);
            // Alone, or the second one before a value in the same line, where labels end.
            let is_half = |word: &Word| {
                let (glyphs, last) = (word.glyphs(), word.head(1).right());
                let is_end = |label: &Label| (label.right - last).abs() < 0.6 * label.height;
                let is_of = |name: &&str| {
                    let is_last = glyphs.first().is_some_and(|glyph| name.ends_with(glyph.c));
                    glyphs.len() == 1 && name.contains(glyphs[0].c)
                        || is_last && self.labels.iter().any(is_end)
                };
                halves.clone().any(is_of)
            };
            let in_column = |word: &Word| {
                let far = |label: &Label| (label.y - word.middle().y).abs();
                let is_there = |label: &&Label| {
                    label.left - label.height < word.left()
                        && word.head(1).right() < label.right + label.height
                        && label.height / 2.0 < far(label)
                };
                let there = self.labels.iter().filter(is_there);
                there.min_by(|one, other| far(one).total_cmp(&far(other)))
            };
            let mut words = self.words.iter().enumerate().filter(|(_, word)| is_half(word));
            let found = words.find_map(|(at, word)| Some((at, in_column(word)?.height)));
            if let Some((at, usual)) = found {
                let all = self.words.remove(at);
                let (word, rest) = (all.head(1), all.tail(1));
                if !rest.glyphs().is_empty() {
                    self.words.insert(at, rest);
                }
                self.labels.push(Label {
                    field: *field,
                    left: word.left() - word.height(),
                    right: word.right(),
                    y: word.middle().y,
                    // A character by itself has a line that is as high as its strokes.
                    height: word.height().max(usual),
                });
            }
        }
    }

    /// Puts a label that was overlooked where it must be: below another, beside the first words there
    /// that stand where that one's do.
    pub(super) fn guess(&mut self, field: FieldName, above: FieldName, right_end: f32) {
        let (None, Some(label)) = (self.label(field), self.label(above)) else { return };
        let em = label.height;
        // Labels of a card are about as far apart as the two above: what is further below is the
        // second row of what was overlooked as well.
        let steps = self.labels.iter().map(|other| label.y - other.y);
        let step = steps.filter(|step| em < *step).fold(f32::MAX, f32::min);
        let bottom = label.y + EVEN * step;
        let is_first = |word: &&Word| {
            (label.right - em / 2.0..right_end).contains(&word.left())
                && label.y + em < word.middle().y
                && word.middle().y < bottom
                && word.height() < 1.7 * em
        };
        if let Some(word) = self.words.iter().find(is_first) {
            let y = word.middle().y;
            self.labels.push(Label { field: Some(field), y, ..*label });
        }
    }

    pub(super) fn label(&self, field: FieldName) -> Option<&Label> {
        self.labels.iter().find(|label| label.field == Some(field))
    }

    /// The words behind a label: in its row, up to the next label there, and where it may have
    /// `several` rows below it as well, down to the next label in its column.
    pub(super) fn behind(&self, label: &Label, several: bool, right_end: f32) -> Vec<Word<'a>> {
        let em = label.height;
        let top = label.y - 0.6 * em;
        let below = self.labels.iter().filter(|other| {
            label.y + em < other.y && other.left < label.right + em && label.left - em < other.right
        });
        let bottom = if several {
            below.map(|other| other.y - 0.6 * em).fold(f32::MAX, f32::min)
        } else {
            label.y + 0.6 * em
        };
        // A label parts what is right of it, in its row and below. On a licence those of the right
        // column begin above what stands lowest in the left one.
        let is_of_column = |other: &Label| self.kind == Kind::Licence && is_of_column(other.field);
        let is_parted = |word: &Word| {
            let above = word.middle().y + 0.6 * em;
            self.labels.iter().any(|other| {
                label.right < other.left
                    && other.left < word.left() + em / 2.0
                    && (top < other.y || is_of_column(other))
                    && other.y < above
            })
        };
        let is_behind = |word: &&Word| {
            let middle = word.middle();
            label.right - em / 2.0 <= word.left()
                && word.left() < right_end - em / 2.0
                && top < middle.y
                && middle.y < bottom
                && word.height() < 1.7 * em
                && !is_parted(word)
        };
        let mut found: Vec<Word> = self.words.iter().filter(is_behind).copied().collect();
        in_rows(&mut found);
        let found = without_stamps(&found);
        // Without its first row a text is another.
        if found.first().is_some_and(|first| 0.6 * em < first.middle().y - label.y) {
            return Vec::new();
        }
        if several { without_seal(contiguous(found)) } else { found }
    }

    /// The words behind a label as [`Self::behind`] finds them, and where their column is.
    pub(super) fn block(&self, label: &Label, several: bool, right_end: f32) -> Block<'a> {
        let words = self.behind(label, several, right_end);
        Block { words, label: *label, edge: self.edge(label, right_end) }
    }

    /// Where the values begin that stand behind other labels in its column: where most of their rows
    /// do, and of two places that are as good the left one, as what is covered begins too late.
    /// Nothing where it is alone.
    fn edge(&self, label: &Label, right_end: f32) -> Option<f32> {
        let is_beside = |other: &&Label| {
            (other.left - label.left).abs() < label.height
                && is_of_column(other.field)
                && label.height / 2.0 < (other.y - label.y).abs()
        };
        let mut lefts: Vec<f32> = Vec::new();
        for other in self.labels.iter().filter(is_beside) {
            let words = self.behind(other, true, right_end);
            lefts.extend(row_starts(&words).map(Word::left));
        }
        let near = |left: f32| {
            let near = 0.4 * label.height;
            lefts.iter().filter(|other| (*other - left).abs() < near).count()
        };
        let mut best: Option<f32> = None;
        for &left in &lefts {
            match best {
                Some(other) if (near(left), -left) <= (near(other), -other) => {}
                _ => best = Some(left),
            }
        }
        best
    }
}

/// Whether a label is one of a column: the code stands above them, by itself.
fn is_of_column(field: Option<FieldName>) -> bool {
    field.is_some_and(|field| field != FieldName::CreditCode && field != FieldName::IdNumber)
}

/// Rows down to the first gap that no line fits in twice.
fn contiguous(words: Vec<Word>) -> Vec<Word> {
    let mut kept: Vec<Word> = Vec::new();
    for word in words {
        if let Some(last) = kept.last() {
            let step = word.middle().y - last.middle().y;
            if 2.2 * word.height().max(last.height()) < step {
                break;
            }
        }
        kept.push(word);
    }
    kept
}

/// Where a label ends: so many words on, and before that character of the last one's line.
struct Found {
    words: usize,
    last_to: usize,
    count: usize,
}

/// Whether the first of these words, with those beside it, begins with a label.
fn matched(words: &[Word], name: &str) -> Option<Found> {
    let wanted: Vec<char> = name.chars().collect();
    let first = words.first()?;
    let far = first.left() + first.height() * (wanted.len() as f32 + 3.0);
    let (mut taken, mut wrong) = (0, 0);
    let most_wrong = usize::from(4 <= wanted.len());
    for (n, word) in words.iter().enumerate() {
        if 0 < n && (!word.is_beside(first) || far < word.left()) {
            break;
        }
        for (at, glyph) in word.glyphs().iter().enumerate() {
            if glyph.c == ' ' {
                continue;
            }
            // The first may be missing: it is the one that an outline cuts off.
            if taken == 0 && most_wrong == 1 && wanted[1] == glyph.c && wanted[0] != glyph.c {
                (taken, wrong) = (1, 1);
            }
            if wanted[taken] != glyph.c {
                wrong += 1;
            }
            taken += 1;
            if most_wrong < wrong {
                return None;
            }
            if taken == wanted.len() {
                let last_to = word.from + at + 1;
                return Some(Found { words: n, last_to, count: taken - wrong });
            }
        }
    }
    None
}

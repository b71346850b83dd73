//! Which words of a page belong to which field.

use super::field::FieldName;
use super::forms::{self, Draft};
use super::labels::Labelled;
use super::line::Line;
use super::words::{Word, words};
use crate::photo::Kind;

/// Where the portrait of an identity card begins, as a share of its width (GB 11643 layout: the
/// portrait takes the right third).
const PORTRAIT: f32 = 0.64;

/// The fields of a document among lines on a page of this size.
pub(super) fn fields(kind: Kind, lines: &[Line], width: f32) -> Vec<(FieldName, Draft)> {
    let words = words(lines);
    let found = match kind {
        Kind::IdFront => front(words, width),
        Kind::IdBack => back(words, width),
        Kind::Licence => licence(words, width),
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|(name, draft)| Some((name, draft?))).collect()
}

type Found = Vec<(FieldName, Option<Draft>)>;

fn front(all: Vec<Word>, width: f32) -> Found {
    use FieldName as F;
    let mut labelled = Labelled::of(Kind::IdFront, all);
    labelled.guess(F::Address, F::Birth, width * PORTRAIT);
    labelled.guess(F::Birth, F::Sex, width * PORTRAIT);
    let number = forms::number(&labelled.words, forms::is_id_character, forms::is_resident_id);
    let floor = number
        .as_ref()
        .and_then(|draft| draft.strips.first())
        .map(|strip| strip.middle().y - 0.6 * strip.height);
    let row = |field: F| {
        let label = labelled.label(field);
        label.map(|label| labelled.behind(label, false, width * PORTRAIT)).unwrap_or_default()
    };
    let marked = |marks: &[char]| -> Vec<Word> {
        let has_all = |word: &&Word| marks.iter().all(|mark| word.text().contains(*mark));
        labelled.words.iter().filter(has_all).copied().collect()
    };
    let or = |found: Vec<Word<'_>>,
              other: &dyn Fn() -> Option<Draft>,
              form: fn(&[Word]) -> Option<Draft>| { form(&found).or_else(other) };
    let birth = or(row(F::Birth), &|| forms::date(&marked(&['年', '月'])), forms::date);
    let address: Vec<Word> = labelled
        .label(F::Address)
        .map(|label| labelled.behind(label, true, width * PORTRAIT))
        .unwrap_or_default()
        .into_iter()
        .filter(|word| floor.is_none_or(|floor| word.middle().y < floor))
        .collect();
    vec![
        (F::Name, forms::person(&row(F::Name))),
        (F::Sex, forms::sex(&row(F::Sex))),
        (F::Ethnicity, forms::ethnicity(&row(F::Ethnicity))),
        (F::Birth, birth),
        (F::Address, forms::prose(&address, 6)),
        (F::IdNumber, number),
    ]
}

fn back(all: Vec<Word>, width: f32) -> Found {
    use FieldName as F;
    let labelled = Labelled::of(Kind::IdBack, all);
    let row = |field: F| {
        let label = labelled.label(field);
        label.map(|label| labelled.behind(label, false, width)).unwrap_or_default()
    };
    let mut validity = row(F::Validity);
    if validity.is_empty() {
        let digits = |word: &&Word| {
            8 <= word.glyphs().iter().filter(|glyph| glyph.c.is_ascii_digit()).count()
        };
        validity = labelled.words.iter().filter(digits).copied().collect();
    }
    let validity = forms::period(&validity).map(|mut draft| {
        draft.holds &= forms::is_card_validity(&draft.text);
        draft
    });
    vec![(F::Issuer, forms::issuer(&row(F::Issuer))), (F::Validity, validity)]
}

fn licence(all: Vec<Word>, width: f32) -> Found {
    use FieldName as F;
    let labelled = Labelled::of(Kind::Licence, all);
    let code = forms::number(&labelled.words, forms::is_code_character, forms::is_credit_code);
    let block = |field: F| {
        let label = labelled.label(field);
        label.map(|label| labelled.behind(label, true, width)).unwrap_or_default()
    };
    let (founded, _) = dated(block(F::Founded));
    let (term, below) = dated(block(F::Term));
    let mut address = block(F::Address);
    if labelled.label(F::Address).is_none() {
        // A short label that was overlooked: what it stands before is behind the term's.
        address = below;
    }
    vec![
        (F::CreditCode, code),
        (F::Name, forms::prose(&block(F::Name), 4)),
        (F::Type, forms::prose(&block(F::Type), 4)),
        (F::Representative, forms::prose(&block(F::Representative), 2)),
        (F::Capital, forms::prose(&block(F::Capital), 2)),
        (F::Founded, forms::date(&founded)),
        (F::Term, forms::period(&term)),
        (F::Address, forms::prose(&address, 6)),
        (F::Scope, forms::prose(&block(F::Scope), 4)),
    ]
}

/// Words up to the first that is no date, and those from it on.
fn dated(words: Vec<Word>) -> (Vec<Word>, Vec<Word>) {
    let is_date = |word: &Word| {
        let glyphs = word.glyphs();
        glyphs.len() < 2 * glyphs.iter().filter(|glyph| forms::is_date_character(glyph.c)).count()
    };
    let end = words.iter().position(|word| !is_date(word)).unwrap_or(words.len());
    let mut words = words;
    let rest = words.split_off(end);
    (words, rest)
}

#[cfg(test)]
mod tests;

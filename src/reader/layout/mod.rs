//! Which words of a page belong to which field.

use super::field::FieldName;
use super::forms::{self, Draft};
use super::labels::Labelled;
use super::line::Line;
use super::whole::{Block, Sight};
use super::words::{Word, words};
use crate::photo::Kind;

/// Where the portrait of an identity card begins, as a share of its width (GB 11643 layout: the
/// portrait takes the right third).
const PORTRAIT: f32 = 0.64;

/// The fields of a document among lines on a page.
pub(super) fn fields(kind: Kind, lines: &[Line], sight: &Sight) -> Vec<(FieldName, Draft)> {
    let words = words(lines);
    let found = match kind {
        Kind::IdFront => front(words, sight),
        Kind::IdBack => back(words, sight),
        Kind::Licence => licence(words, sight),
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|(name, draft)| Some((name, draft?))).collect()
}

type Found = Vec<(FieldName, Option<Draft>)>;

/// A text holds only where all of it was seen.
fn whole(block: &Block, sight: &Sight, form: impl Fn(&[Word]) -> Option<Draft>) -> Option<Draft> {
    let mut draft = form(&block.words)?;
    draft.holds = draft.holds && block.is_whole(sight);
    Some(draft)
}

fn front(all: Vec<Word>, sight: &Sight) -> Found {
    use FieldName as F;
    let width = sight.width;
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
    let text = |field: F, several: bool, form: fn(&[Word]) -> Option<Draft>| {
        let mut block = labelled.block(labelled.label(field)?, several, width * PORTRAIT);
        block.words.retain(|word| floor.is_none_or(|floor| word.middle().y < floor));
        whole(&block, sight, form)
    };
    vec![
        (F::Name, text(F::Name, false, forms::person)),
        (F::Sex, forms::sex(&row(F::Sex))),
        (F::Ethnicity, forms::ethnicity(&row(F::Ethnicity))),
        (F::Birth, birth),
        (F::Address, text(F::Address, true, forms::address)),
        (F::IdNumber, number),
    ]
}

fn back(all: Vec<Word>, sight: &Sight) -> Found {
    use FieldName as F;
    let width = sight.width;
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
    let issuer = labelled
        .label(F::Issuer)
        .and_then(|label| whole(&labelled.block(label, false, width), sight, forms::issuer));
    vec![(F::Issuer, issuer), (F::Validity, validity)]
}

fn licence(all: Vec<Word>, sight: &Sight) -> Found {
    use FieldName as F;
    let width = sight.width;
    let labelled = Labelled::of(Kind::Licence, all);
    let code = forms::number(&labelled.words, forms::is_code_character, forms::is_credit_code);
    let block = |field: F| {
        let label = labelled.label(field);
        label.map(|label| labelled.behind(label, true, width)).unwrap_or_default()
    };
    let (founded, _) = dated(block(F::Founded));
    let (term, below) = dated(block(F::Term));
    let text = |field: F, form: fn(&[Word]) -> Option<Draft>| {
        whole(&labelled.block(labelled.label(field)?, true, width), sight, form)
    };
    let address = if labelled.label(F::Address).is_some() {
        text(F::Address, forms::address)
    } else {
        // A short label that was overlooked: what it stands before is behind the term's.
        labelled.label(F::Term).and_then(|label| {
            let block = Block { words: below, ..labelled.block(label, true, width) };
            whole(&block, sight, forms::address)
        })
    };
    vec![
        (F::CreditCode, code),
        (F::Name, text(F::Name, |words| forms::prose(words, 4))),
        (F::Type, text(F::Type, |words| forms::prose(words, 4))),
        (F::Representative, text(F::Representative, forms::representative)),
        (F::Capital, text(F::Capital, forms::amount)),
        (F::Founded, forms::date(&founded)),
        (F::Term, forms::period(&term)),
        (F::Address, address),
        (F::Scope, text(F::Scope, |words| forms::prose(words, 4))),
    ]
}

/// Words up to the first that is no date, and those from it on.
fn dated(words: Vec<Word>) -> (Vec<Word>, Vec<Word>) {
    let is_date = |word: &Word| {
        let glyphs = word.glyphs();
        let count = |is: fn(char) -> bool| glyphs.iter().filter(|glyph| is(glyph.c)).count();
        // 长期 is short: one of its characters may have been read otherwise.
        let is_long_term = usize::from(glyphs.iter().any(|glyph| glyph.c == '期'));
        count(|c| c != ' ') < 2 * count(forms::is_date_character) + is_long_term
    };
    let end = words.iter().position(|word| !is_date(word)).unwrap_or(words.len());
    let mut words = words;
    let rest = words.split_off(end);
    (words, rest)
}

#[cfg(test)]
mod tests;

//! From characters to numbers, dates and text: what form a field has, and whether it holds.

use super::line::Glyph;
use super::page::Strip;
use super::words::Word;
use crate::date::Date;
use crate::embedded::embedded;
use crate::identity::{CreditCode, ResidentId};
use crate::photo::Point;

const ETHNICITIES: &str = embedded!("ethnicities.txt");

/// Characters of two lines whose middles are nearer than this part of a line's height are one.
const DOUBLE: f32 = 0.35;
/// The same where it is the same character: print is not set so close.
const SAME: f32 = 0.55;

/// A field before it is judged how sure it is.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) confidences: Vec<f32>,
    pub(super) strips: Vec<Strip>,
    /// Whether it has its form, and its check character holds.
    pub(super) holds: bool,
}

/// Prints no text.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({} characters, {})", self.text.chars().count(), self.holds)
    }
}

impl Draft {
    fn of(text: String, glyphs: &[Glyph], strips: Vec<Strip>, holds: bool) -> Self {
        let confidences = glyphs.iter().map(|glyph| glyph.confidence).collect();
        Self { text, confidences, strips, holds }
    }

    fn lowest(&self) -> f32 {
        self.confidences.iter().copied().fold(1.0, f32::min)
    }
}

pub(super) fn is_id_character(c: char) -> bool {
    c.is_ascii_digit() || c == 'X'
}

/// Those of a credit code: no I, O, S, V, Z.
pub(super) fn is_code_character(c: char) -> bool {
    c.is_ascii_digit() || (c.is_ascii_uppercase() && !matches!(c, 'I' | 'O' | 'S' | 'V' | 'Z'))
}

pub(super) fn is_date_character(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '至' | '长' | '期' | '.' | '-' | '—')
}

fn string(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.c).collect()
}

/// Words read again in an alphabet, one behind the other.
fn read_again(words: &[Word], alphabet: fn(char) -> bool) -> Vec<Glyph> {
    let again = |word: &Word| {
        let (from, to) = word.span();
        word.line.held_to(alphabet, from, to)
    };
    without_doubles(words, again)
}

fn strips(words: &[Word]) -> Vec<Strip> {
    words.iter().map(Word::strip).collect()
}

/// The number of 18 characters among the words, where just one holds. Two different ones that hold
/// are none. Nothing is repaired: at each place of a number one character would make it hold.
pub(super) fn number(
    words: &[Word],
    alphabet: fn(char) -> bool,
    holds: fn(&str) -> bool,
) -> Option<Draft> {
    let mut best: Option<Draft> = None;
    for (n, word) in words.iter().enumerate() {
        let beside = words.get(n + 1).filter(|next| next.is_beside(word));
        let alone = Some(std::slice::from_ref(word));
        for group in [alone, beside.and_then(|_| words.get(n..n + 2))].into_iter().flatten() {
            let likely = group.iter().flat_map(Word::glyphs).filter(|g| alphabet(g.c)).count();
            if likely < 12 {
                continue;
            }
            let glyphs = read_again(group, alphabet);
            let text = string(&glyphs);
            let is_right = glyphs.len() == 18 && holds(&text);
            let draft = Draft::of(text, &glyphs, strips(group), is_right);
            let rank = |draft: &Draft| {
                let is_near = draft.text.len() == 18;
                (draft.holds, is_near, draft.lowest())
            };
            match &mut best {
                Some(best) if best.holds && draft.holds && best.text != draft.text => {
                    best.holds = false;
                    return Some(best.clone());
                }
                Some(other) if rank(&draft) <= rank(other) => {}
                _ => best = Some(draft),
            }
        }
    }
    best
}

pub(super) fn is_resident_id(text: &str) -> bool {
    ResidentId::parse(text).is_ok()
}

/// Not those that were issued with a check character of their own: they cannot be told from
/// those that were misread.
pub(super) fn is_credit_code(text: &str) -> bool {
    CreditCode::parse(text).is_ok_and(|code| code.check_character_holds())
}

/// One date, with the characters for year, month and day between its numbers.
pub(super) fn date(words: &[Word]) -> Option<Draft> {
    let glyphs = read_again(words, is_date_character);
    let text = string(&glyphs);
    let found = dates(&text);
    let normal = match &found[..] {
        [Some(date)] => date.to_string(),
        _ => text,
    };
    let holds = matches!(found[..], [Some(_)]);
    (!words.is_empty()).then(|| Draft::of(normal, &glyphs, strips(words), holds))
}

/// From one date to another, or without an end, in the form of ISO 8601-2: `2020-01-02/2030-01-02`,
/// `2020-01-02/..`.
pub(super) fn period(words: &[Word]) -> Option<Draft> {
    let glyphs = read_again(words, is_date_character);
    let text = string(&glyphs);
    let is_open = text.contains('长') || text.contains('期');
    let (normal, holds) = match (&dates(&text)[..], is_open) {
        ([Some(from), Some(to)], false) if from < to => (format!("{from}/{to}"), true),
        ([Some(from)], true) => (format!("{from}/.."), true),
        ([], true) => ("../..".to_owned(), true),
        _ => (text, false),
    };
    (!words.is_empty()).then(|| Draft::of(normal, &glyphs, strips(words), holds))
}

/// The dates in a text of date characters: three numbers, or eight digits in a row. Nothing for
/// one that is none.
fn dates(text: &str) -> Vec<Option<Date>> {
    let mut numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    // Points and strokes are small: without them the digits stand in a row.
    let digits: String = numbers.concat();
    let has_marks = text.contains(['年', '月', '日']);
    if !has_marks && matches!(digits.len(), 8 | 16) {
        return digits.as_bytes().chunks(8).map(Date::from_digits).collect();
    }
    let mut found = Vec::new();
    while !numbers.is_empty() {
        let three = numbers.drain(..numbers.len().min(3)).collect::<Vec<_>>();
        let date = match three[..] {
            [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
                let parsed = (year.parse(), month.parse(), day.parse());
                let (Ok(year), Ok(month), Ok(day)) = parsed else { return vec![None] };
                Date::new(year, month, day)
            }
            _ => None,
        };
        found.push(date);
    }
    found
}

/// Whether a card can have this validity: GB 11643 cards are valid for 5, 10 or 20 years, or
/// without an end (居民身份证法, article 5).
pub(super) fn is_card_validity(text: &str) -> bool {
    let Some((from, to)) = text.split_once('/') else { return false };
    let Ok(from) = from.parse::<Date>() else { return false };
    if to == ".." {
        return true;
    }
    let Ok(to) = to.parse::<Date>() else { return false };
    // The day may differ by one at the end of February.
    [5, 10, 20].into_iter().any(|years| {
        let end = from.plus_years(years);
        end == to || end.plus_days(1) == to || to.plus_days(1) == end
    })
}

/// Text as it is printed: no spaces, and marks as Chinese has them.
pub(super) fn text(words: &[Word]) -> Option<Draft> {
    text_of(words, |_| true)
}

fn text_of(words: &[Word], is_wanted: impl Fn(&Glyph) -> bool) -> Option<Draft> {
    let mut glyphs = without_doubles(words, |word| word.glyphs().to_vec());
    glyphs.retain(|glyph| is_wanted(&Glyph { c: as_printed(glyph.c), ..*glyph }));
    let text: String = glyphs.iter().map(|glyph| as_printed(glyph.c)).collect();
    let holds = !text.is_empty();
    // Marks come in two widths that look alike: how sure they are says nothing.
    let glyphs: Vec<Glyph> = glyphs.into_iter().filter(|glyph| glyph.c.is_alphanumeric()).collect();
    (!words.is_empty()).then(|| Draft::of(text, &glyphs, strips(words), holds))
}

/// The characters of words without spaces, and without those that two lines have both: where a line
/// ends in the piece of another, its surer reading stays.
fn without_doubles(words: &[Word], glyphs: impl Fn(&Word) -> Vec<Glyph>) -> Vec<Glyph> {
    let mut kept: Vec<(usize, Point, Glyph)> = Vec::new();
    for (n, word) in words.iter().enumerate() {
        for glyph in glyphs(word).into_iter().filter(|glyph| glyph.c != ' ') {
            let place = word.line.place(&glyph);
            let is_double = |(m, other, seen): &&mut (usize, Point, Glyph)| {
                let near = if seen.c == glyph.c { SAME } else { DOUBLE };
                *m != n && place.distance(*other) < near * word.height()
            };
            match kept.iter_mut().find(is_double) {
                Some((.., other)) if glyph.confidence <= other.confidence => {}
                Some((.., other)) => *other = glyph,
                None => kept.push((n, place, glyph)),
            }
        }
    }
    kept.into_iter().map(|(.., glyph)| glyph).collect()
}

/// Pairs: what is read, and what is printed.
const TWINS: &str = embedded!("twins.txt");

fn as_printed(c: char) -> char {
    let twins = TWINS.split_whitespace().map(str::chars);
    let printed = twins.filter_map(|mut pair| (pair.next() == Some(c)).then(|| pair.next()));
    if let Some(printed) = printed.flatten().next() {
        return printed;
    }
    match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '！'..='～' if c.is_alphanumeric() => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// One of two characters.
pub(super) fn sex(words: &[Word]) -> Option<Draft> {
    let mut draft = text(words)?;
    let mut found = draft.text.chars();
    draft.holds = found.next().is_some_and(|c| matches!(c, '男' | '女')) && found.next().is_none();
    Some(draft)
}

/// One of those that there are.
pub(super) fn ethnicity(words: &[Word]) -> Option<Draft> {
    let mut draft = text(words)?;
    draft.holds = ETHNICITIES.split_whitespace().any(|known| known == draft.text);
    Some(draft)
}

/// Persons' names: Chinese characters, and the dot between the parts of some.
pub(super) fn person(words: &[Word]) -> Option<Draft> {
    let mut draft = text(words)?;
    let is_of_names = |c: char| {
        matches!(u32::from(c), 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF) || c == '·'
    };
    draft.holds = 2 <= draft.text.chars().count() && draft.text.chars().all(is_of_names);
    Some(draft)
}

/// Text with at least so many characters.
pub(super) fn prose(words: &[Word], least: usize) -> Option<Draft> {
    let mut draft = text(words)?;
    draft.holds = least <= draft.text.chars().count() && is_closed(&draft.text);
    Some(draft)
}

const OF_AMOUNTS: &str = embedded!("amounts.txt");

/// What is dirt is read with less confidence; print hardly ever is.
const SURE_DIRT: f32 = 0.8;

/// An amount of money. What is no character of amounts and was not read for sure is dirt.
pub(super) fn amount(words: &[Word]) -> Option<Draft> {
    let is_of_amounts = |c: char| c.is_ascii_digit() || OF_AMOUNTS.trim_end().contains(c);
    let mut draft =
        text_of(words, |glyph| is_of_amounts(glyph.c) || SURE_DIRT <= glyph.confidence)?;
    draft.holds = 2 <= draft.text.chars().count() && draft.text.chars().all(is_of_amounts);
    Some(draft)
}

/// Who represents an organization: a person or another organization, and never a date or a number.
pub(super) fn representative(words: &[Word]) -> Option<Draft> {
    let mut draft = prose(words, 2)?;
    draft.holds &= !draft.text.contains(|c: char| c.is_ascii_digit());
    Some(draft)
}

/// An address. Letters behind the character that ends one are a piece of something beside it.
pub(super) fn address(words: &[Word]) -> Option<Draft> {
    let mut draft = prose(words, 6)?;
    let trimmed = draft.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if trimmed.ends_with(['室', '号']) {
        let length = trimmed.len();
        draft.text.truncate(length);
    }
    Some(draft)
}

/// Whether every bracket is closed: what covers the end of a text often leaves one open.
fn is_closed(text: &str) -> bool {
    text.matches('（').count() == text.matches('）').count()
}

/// The office that issues cards: a bureau or a branch of one (居民身份证法, article 8).
pub(super) fn issuer(words: &[Word]) -> Option<Draft> {
    let mut draft = prose(words, 4)?;
    draft.holds &= draft.text.ends_with(['局', '处', '厅']);
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(found: Vec<Option<Date>>) -> Vec<String> {
        found.into_iter().map(|date| date.map_or("?".into(), |date| date.to_string())).collect()
    }

    #[test]
    fn dates_are_three_numbers_or_eight_digits() {
        let cases: [(&str, &[&str]); 8] = [
            ("2001年10月27日", &["2001-10-27"]),
            ("2001年1月7日", &["2001-01-07"]),
            ("2022.01.14-2032.01.14", &["2022-01-14", "2032-01-14"]),
            ("20220114-2032.0114", &["2022-01-14", "2032-01-14"]),
            ("2022年02月30日", &["?"]),
            ("2022年02月", &["?"]),
            ("2016年01月28日至长期", &["2016-01-28"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(text_of(dates(text)), expected, "{text}");
        }
    }

    #[test]
    fn twins_are_printed_as_on_the_mainland() {
        for (seen, printed) in
            [('黃', '黄'), ('強', '强'), ('吳', '吴'), ('黄', '黄'), ('(', '（'), ('Ａ', 'A')]
        {
            assert_eq!(as_printed(seen), printed);
        }
    }

    #[test]
    fn a_card_is_valid_for_so_many_years() {
        let cases = [
            ("2022-01-14/2032-01-14", true),
            ("2020-02-29/2025-02-28", true),
            ("2020-02-29/2025-03-01", true),
            ("2022-01-14/2042-01-14", true),
            ("2022-01-14/..", true),
            ("2022-01-14/2032-07-14", false),
            ("2022-01-14/2031-01-14", false),
            ("20220114", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_card_validity(text), expected, "{text}");
        }
    }
}

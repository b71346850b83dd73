//! Text as people type it, read as the name that it stands for, and WeChat's counting.

use std::fmt;

use super::issue::Place;

/// A text without what nobody sees, in which every character knows where it was typed.
///
/// Full-width letters, digits and symbols are read as their ASCII forms, every kind of
/// space as a space. Spaces at the ends and beside other spaces are left out.
#[derive(Default)]
pub(super) struct Typed {
    /// The characters that are left.
    pub(super) glyphs: Vec<Glyph>,
    /// Spaces that were left out, once for each place: where the first one stands.
    pub(super) spaces: Vec<(Place, u16)>,
}

/// A character of a text.
#[derive(Clone, Copy)]
pub(super) struct Glyph {
    /// As it is read.
    pub(super) read: char,
    /// As it was typed.
    pub(super) typed: char,
    /// Where it was typed, from 1.
    pub(super) position: u16,
}

impl Typed {
    pub(super) fn read(text: &str) -> Self {
        let mut this = Self::default();
        // A space waits until something stands behind it.
        let mut waiting: Option<Glyph> = None;
        for (index, typed) in text.chars().enumerate() {
            let position = saturated(index + 1);
            let Some(read) = read_char(typed) else { continue };
            let glyph = Glyph { read, typed, position };
            if read == ' ' {
                if this.glyphs.is_empty() {
                    this.leave_out(Place::Start, position);
                } else if waiting.is_none() {
                    waiting = Some(glyph);
                } else {
                    this.leave_out(Place::Doubled, position);
                }
                continue;
            }
            this.glyphs.extend(waiting.take());
            this.glyphs.push(glyph);
        }
        if let Some(space) = waiting {
            // Those beside it stand at the end as well.
            this.spaces.retain(|&(place, at)| place != Place::Doubled || at < space.position);
            this.leave_out(Place::End, space.position);
        }
        this
    }

    fn leave_out(&mut self, place: Place, position: u16) {
        if self.spaces.iter().all(|&(known, _)| known != place) {
            self.spaces.push((place, position));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// The length as WeChat counts it.
    pub(super) fn length(&self) -> u16 {
        saturated(self.glyphs.iter().map(|glyph| usize::from(width(glyph.read))).sum())
    }
}

/// The normalized text.
impl fmt::Display for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.glyphs.iter().try_for_each(|glyph| write!(f, "{}", glyph.read))
    }
}

/// The name as it is read, and as it should be handed in.
pub fn normalize(text: &str) -> String {
    Typed::read(text).to_string()
}

/// The length of a text as WeChat counts it: 「一个中文字等于2个字符」, a Chinese character
/// counts 2, anything else 1.
///
/// Full-width letters, digits and spaces are read as their ASCII forms first and count 1;
/// what nobody sees, and spaces at the ends or beside other spaces, count nothing. Other
/// scripts and emoji count 1, since the rule speaks of Chinese characters alone: nothing
/// is called too long by a count that WeChat might not make. In a name they are refused
/// anyway. Source: `submit_basicinfo` on developers.weixin.qq.com.
///
/// # Example
///
/// ```
/// use renzheng::name;
///
/// assert_eq!(name::length("青禾Ｂｏｏｋ"), 8);
/// ```
pub fn length(text: &str) -> u16 {
    Typed::read(text).length()
}

/// What a character counts.
pub(super) const fn width(c: char) -> u8 {
    if is_chinese(c) { 2 } else { 1 }
}

/// Whether a character is a Chinese one: the unified and the compatibility ideographs,
/// the two planes that are kept for more of them, and the circle that means zero.
pub(super) const fn is_chinese(c: char) -> bool {
    matches!(c,
        '\u{3007}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// A count as a number that fits.
pub(super) fn saturated(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A character as it is read: full-width forms in ASCII, any space as a space; nothing
/// where nobody sees it.
pub(crate) fn read_char(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        c if c.is_whitespace() => Some(' '),
        c if is_invisible(c) => None,
        c => Some(c),
    }
}

/// Controls, joiners, marks of direction, selectors, fillers and tags: what comes along
/// when text is pasted from a chat.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, expected: &str, spaces: &[(Place, u16)]) {
        let typed = Typed::read(text);
        assert_eq!((typed.to_string().as_str(), &*typed.spaces), (expected, spaces), "{text:?}");
    }

    #[test]
    fn text_is_read_as_what_it_stands_for() {
        reads("青禾书屋", "青禾书屋", &[]);
        reads("Ｑｉｎｇ－１２＆３．＋", "Qing-12&3.+", &[]);
        reads("青\u{200b}禾\u{feff}", "青禾", &[]);
        reads("　青禾", "青禾", &[(Place::Start, 1)]);
        reads("  青禾\t\n", "青禾", &[(Place::Start, 1), (Place::End, 5)]);
        reads("青 禾", "青 禾", &[]);
        reads("青  禾   屋  ", "青 禾 屋", &[(Place::Doubled, 3), (Place::End, 9)]);
        reads("青禾  ", "青禾", &[(Place::End, 3)]);
        reads(" \u{200b} ", "", &[(Place::Start, 1)]);
    }

    #[test]
    fn a_chinese_character_counts_two() {
        for (text, expected) in [
            ("", 0),
            ("青", 2),
            ("a", 1),
            ("Ａ", 1),
            ("青a禾", 5),
            ("𠮷", 2),
            ("\u{31350}", 2),
            ("〇", 2),
            ("が", 1),
            ("🌾", 1),
            ("青\u{200d}禾", 4),
            (" 青禾 ", 4),
        ] {
            assert_eq!(length(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_glyph_knows_where_it_was_typed() {
        let typed = Typed::read("\u{feff} 青  Ｂ");
        let positions: Vec<_> = typed.glyphs.iter().map(|g| (g.read, g.position)).collect();
        assert_eq!(positions, [('青', 3), (' ', 4), ('B', 6)]);
    }
}

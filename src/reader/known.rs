//! Which characters the model can read at all.

use crate::embedded::embedded;

/// A bit for each character of the block, four a digit; with the ends of lines.
const BITS: &str = embedded!("known.txt");
/// Digits of a line, and its end.
const LINE: usize = 96 + 1;
const FIRST: u32 = 0x4E00;
const LAST: u32 = 0x9FFF;
/// Where the block of rare Han characters before it begins.
const EXTENDED: u32 = 0x3400;

/// Whether the model can read this character. Of those that are not common Han characters it is
/// not asked: letters and digits can be read, rarer characters cannot.
///
/// # Example
///
/// ```
/// use renzheng::reader::can_read;
///
/// assert!(can_read('王') && can_read('7'));
/// assert!(!can_read('翀') && !can_read('\u{20000}'));
/// ```
pub fn can_read(c: char) -> bool {
    let code = u32::from(c);
    if !(FIRST..=LAST).contains(&code) {
        return code < EXTENDED || !c.is_alphabetic() || (0xFF00..0xFFF0).contains(&code);
    }
    let at = code - FIRST;
    let digit = at as usize / 4;
    let byte = BITS.as_bytes().get(digit / (LINE - 1) * LINE + digit % (LINE - 1));
    let bits = byte.and_then(|byte| char::from(*byte).to_digit(16)).unwrap_or_default();
    bits >> (3 - at % 4) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_characters_are_known_and_rare_ones_are_not() {
        for c in "王李张有限公司北京市区路号男女年月日".chars() {
            assert!(can_read(c), "{c}");
        }
        // Missing in the study of the model.
        for c in "翀赟沄玙骉龑䶮".chars() {
            assert!(!can_read(c), "{c}");
        }
        let count = (FIRST..=LAST).filter_map(char::from_u32).filter(|c| can_read(*c)).count();
        assert!((5_000..7_000).contains(&count), "{count}");
    }
}

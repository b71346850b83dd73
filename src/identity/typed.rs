//! What people type, as it is read.
//!
//! Copied and typed numbers come with spaces, hyphens, full-width characters and
//! characters that cannot be seen. None of them is a reason to refuse anybody.

/// Without separators and invisible characters, in ASCII where there is an ASCII
/// form, letters in capitals.
pub(super) fn compact(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    compact.extend(
        text.chars()
            .filter(|c| !is_separator(*c) && !is_invisible(*c))
            .map(|c| narrow(c).to_ascii_uppercase()),
    );
    compact
}

/// Spaces and the hyphens, dashes and minus signs of keyboards, also full-width.
fn is_separator(c: char) -> bool {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => false,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => true,
        c => c.is_whitespace(),
    }
}

/// Characters that take no room: zero-width ones, marks of direction, soft hyphens.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    ) || (c.is_control() && !c.is_whitespace())
}

/// Full-width forms in ASCII, and what stands in for an X.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        // The multiplication sign, Roman ten, and the letters Kha and Chi.
        '\u{d7}' | '\u{2169}' | '\u{2179}' | '\u{425}' | '\u{445}' | '\u{3a7}' | '\u{3c7}' => 'X',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        for (typed, read) in [
            ("110105 19491231 002x", "11010519491231002X"),
            ("１１０１０５－１９４９１２３１－００２Ｘ", "11010519491231002X"),
            ("\u{200e}11010519491231002×\u{feff}", "11010519491231002X"),
            ("\tD2143569—x\n", "D2143569X"),
            ("　", ""),
        ] {
            assert_eq!(compact(typed), read, "{typed}");
        }
    }
}

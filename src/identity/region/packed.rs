//! `table.txt` as it goes into the program: names in UTF-16 in one place, in bytes what is
//! around them in another. An eighth less is sent over the network than of the text as it
//! stands. It is made while compiling.

use crate::embedded::embedded;

/// A line for the codes of the same first four digits.
pub(super) const TABLE: &str = embedded!("table.txt");

/// Behind each name.
pub(super) const END: u16 = b' ' as u16;

/// Stands for a name that only says the level.
pub(super) const LEVEL: u16 = b'_' as u16;

/// The table without its names: [`LINE`] and the two halves of the four digits, then for each
/// word a byte. Below 100 it is the last two digits of the code of the next name.
pub(super) static STRUCTURE: [u8; SIZES.0] = walk::<{ SIZES.0 }, { SIZES.1 }>().0;

/// The names in the order of the table, each with [`END`] behind it.
pub(super) static NAMES: [u16; SIZES.1] = walk::<{ SIZES.0 }, { SIZES.1 }>().1;

/// A line starts.
pub(super) const LINE: u8 = 0xff;
/// Behind it are codes in use.
pub(super) const IN_USE: u8 = 0xfe;
/// Behind it are codes that were given up, nobody knows when.
pub(super) const GIVEN_UP: u8 = 0xfd;
/// Behind it and those above are codes that were given up, so many years after [`FIRST_YEAR`].
pub(super) const YEAR: u8 = 0x80;
/// No code was given up earlier.
pub(super) const FIRST_YEAR: u16 = 1980;
/// A name whose code is the one before plus one.
pub(super) const NEXT: u8 = 0x7f;

const SIZES: (usize, usize) = {
    let (_, _, structure, names) = walk::<0, 0>();
    (structure, names)
};

/// Fills what it is given room for, and counts.
#[allow(long_running_const_eval)] // A hundred thousand bytes, a few steps each.
const fn walk<const S: usize, const N: usize>() -> ([u8; S], [u16; N], usize, usize) {
    let bytes = TABLE.as_bytes();
    let (mut structure, mut names) = ([0; S], [0; N]);
    let (mut s, mut n, mut i) = (0, 0, 0);
    let mut is_start = true;
    while i < bytes.len() {
        let word = i;
        while i < bytes.len() && bytes[i].is_ascii() && !matches!(bytes[i], b' ' | b'\n' | b'_') {
            i += 1;
        }
        let length = i - word;
        let tokens: [u8; 3] = if is_start {
            [LINE, two_digits(bytes, word), two_digits(bytes, word + 2)]
        } else {
            [word_token(bytes, word, length), 0, 0]
        };
        let mut t = 0;
        while t < if is_start { 3 } else { 1 } {
            if s < S {
                structure[s] = tokens[t];
            }
            s += 1;
            t += 1;
        }
        let name = i;
        while i < bytes.len() && !matches!(bytes[i], b' ' | b'\n') {
            let (unit, length) = unit_at(bytes, i);
            if n < N {
                names[n] = unit;
            }
            n += 1;
            i += length;
        }
        if name < i {
            if n < N {
                names[n] = END;
            }
            n += 1;
        }
        is_start = i < bytes.len() && bytes[i] == b'\n';
        i += 1;
    }
    (structure, names, s, n)
}

/// The byte of a word: of a mark, or of the digits before a name.
const fn word_token(bytes: &[u8], word: usize, length: usize) -> u8 {
    match length {
        0 => NEXT,
        1 if bytes[word] == b'+' => IN_USE,
        1 => GIVEN_UP,
        2 => two_digits(bytes, word),
        _ => {
            let century = two_digits(bytes, word + 1);
            let since = two_digits(bytes, word + 3) + (century - 19) * 100 - 80;
            assert!(19 <= century && since < 100, "a year that does not fit");
            YEAR + since
        }
    }
}

const fn two_digits(bytes: &[u8], i: usize) -> u8 {
    (bytes[i] - b'0') * 10 + (bytes[i + 1] - b'0')
}

/// The character that starts at `i`, and how many bytes it has. All are in the basic plane.
const fn unit_at(bytes: &[u8], i: usize) -> (u16, usize) {
    const fn low_six(byte: u8) -> u16 {
        (byte & 0x3f) as u16
    }
    match bytes[i] {
        ascii if ascii < 0x80 => (ascii as u16, 1),
        two if two < 0xe0 => (((two & 0x1f) as u16) << 6 | low_six(bytes[i + 1]), 2),
        three => {
            assert!(three < 0xf0, "a name has a character outside the basic plane");
            let high = ((three & 0x0f) as u16) << 12;
            (high | low_six(bytes[i + 1]) << 6 | low_six(bytes[i + 2]), 3)
        }
    }
}

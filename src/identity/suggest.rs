//! "Did you mean …": what one slip of the finger or the eye makes of a number.

use super::number::Number;
use crate::finding::sort_by;

/// What lies within one slip of the text as typed and holds, the likeliest first.
/// Empty where the text holds, and where nothing could tell a good one from a bad one.
pub(super) fn suggest<N: Number>(text: &str, is_plausible: fn(&str) -> bool) -> Vec<String> {
    let normalized = N::normalize(text);
    let typed = N::upgrade(&normalized).unwrap_or(normalized);
    let rules =
        Rules { alphabet: N::SLIPS, length: N::LENGTH, holds: N::is_correction, is_plausible };
    // What passes needs no correction.
    if N::validate(&typed).is_ok() { Vec::new() } else { suggest_by(&rules, &typed) }
}

/// What is asked of a kind of number; a value, so that the search is compiled once.
struct Rules {
    alphabet: &'static [u8],
    length: Option<usize>,
    holds: fn(&str) -> bool,
    is_plausible: fn(&str) -> bool,
}

fn suggest_by(rules: &Rules, typed: &str) -> Vec<String> {
    // Longer text is no slip, and letters of other scripts are none either.
    let is_slip = typed.len() <= MOST_LENGTH && typed.is_ascii();
    if rules.alphabet.is_empty() || !is_slip {
        return Vec::new();
    }
    let mut found = Found { ranked: Vec::new(), is_plausible: rules.is_plausible };
    let read = replace_look_alikes(typed, rules.alphabet);
    if read != typed && (rules.holds)(&read) {
        found.add(read.clone(), Slip::LookAlike);
    }
    if read != typed {
        slips(read.as_bytes(), rules, &mut found);
    }
    slips(typed.as_bytes(), rules, &mut found);
    sort_by(&mut found.ranked, |(is_doubtful, slip, _)| (*is_doubtful, *slip));
    found.ranked.into_iter().map(|(.., text)| text).collect()
}

/// No number that is corrected here has more characters than this, one too many included.
const MOST_LENGTH: usize = 21;

/// What can have happened, the likeliest first. The order is chosen by us.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    /// Letters that the alphabet does not have stand for what they look like.
    LookAlike,
    /// Two neighbors changed places.
    Swap,
    /// A character was typed twice.
    Doubled,
    /// A character was taken for one that looks like it.
    Misread,
    /// A character is one too many.
    Extra,
    /// The last character was mistyped or left out: it is the one that cannot be guessed from
    /// those before it, and there is one that fits.
    Last,
    /// A character was mistyped.
    Mistyped,
    /// A character is missing.
    Left,
}

struct Found {
    ranked: Vec<(bool, Slip, String)>,
    is_plausible: fn(&str) -> bool,
}

impl Found {
    fn add(&mut self, text: String, slip: Slip) {
        let is_doubtful = !(self.is_plausible)(&text);
        match self.ranked.iter_mut().find(|(.., known)| *known == text) {
            Some((_, known, _)) => *known = slip.min(*known),
            None => self.ranked.push((is_doubtful, slip, text)),
        }
    }
}

fn slips(typed: &[u8], rules: &Rules, found: &mut Found) {
    let mut offer = |candidate: &[u8], slip| {
        // The candidates of ASCII text are ASCII text.
        if let Ok(text) = std::str::from_utf8(candidate)
            && (rules.holds)(text)
        {
            found.add(text.to_owned(), slip);
        }
    };
    let mut changed = typed.to_vec();
    for i in 1..typed.len() {
        changed.swap(i - 1, i);
        offer(&changed, Slip::Swap);
        changed.swap(i - 1, i);
    }
    for i in 0..typed.len() {
        for c in rules.alphabet.iter().filter(|c| **c != typed[i]) {
            changed[i] = *c;
            let slip = match look_alike(*c, typed[i]) {
                true => Slip::Misread,
                false if i + 1 == typed.len() => Slip::Last,
                false => Slip::Mistyped,
            };
            offer(&changed, slip);
        }
        changed[i] = typed[i];
    }
    let Some(length) = rules.length else { return };
    if typed.len() == length + 1 {
        for i in 0..typed.len() {
            let mut shorter = typed.to_vec();
            shorter.remove(i);
            let is_doubled = 0 < i && typed[i] == typed[i - 1];
            offer(&shorter, if is_doubled { Slip::Doubled } else { Slip::Extra });
        }
    }
    if typed.len() + 1 == length {
        for i in 0..=typed.len() {
            for c in rules.alphabet {
                let mut longer = typed.to_vec();
                longer.insert(i, *c);
                offer(&longer, if i == typed.len() { Slip::Last } else { Slip::Left });
            }
        }
    }
}

/// Letters that the number cannot have, as the characters they look like.
fn replace_look_alikes(typed: &str, alphabet: &[u8]) -> String {
    const MEANT: [(u8, u8); 8] = [
        (b'O', b'0'),
        (b'I', b'1'),
        (b'S', b'5'),
        (b'Z', b'2'),
        (b'L', b'1'),
        (b'B', b'8'),
        (b'Q', b'0'),
        (b'D', b'0'),
    ];
    let meant = |c: u8| MEANT.iter().find(|(seen, _)| *seen == c).map(|(_, meant)| *meant);
    typed
        .bytes()
        .map(|c| match meant(c) {
            Some(meant) if !alphabet.contains(&c) => char::from(meant),
            _ => char::from(c),
        })
        .collect()
}

/// Characters that are taken for one another on paper and on small screens.
fn look_alike(a: u8, b: u8) -> bool {
    const GROUPS: [&[u8]; 9] = [b"0OQD", b"1IL7", b"2Z", b"5S", b"8B", b"6G", b"38", b"UV", b"69"];
    GROUPS.iter().any(|group| group.contains(&a) && group.contains(&b))
}

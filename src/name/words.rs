//! The words of `words.txt`, and finding them in a name.

use std::ops::Range;
use std::sync::LazyLock;

use super::typed::Typed;
use crate::embedded::embedded;
use crate::finding::sort_by;
use crate::list_map::ListMap;

const TEXT: &str = embedded!("words.txt");

static WORDS: LazyLock<ListMap<&'static str, Vec<Word>>> = LazyLock::new(|| parse(TEXT));

/// The words of a section.
pub(super) fn section(name: &str) -> &'static [Word] {
    WORDS.get(name).map_or(&[], Vec::as_slice)
}

/// The widely known marks that are looked for where a query has no list of its own.
pub fn famous_marks() -> impl Iterator<Item = &'static str> {
    section("mark").iter().map(|word| word.text.as_str())
}

/// A word that matters.
#[derive(Debug)]
pub(super) struct Word {
    /// As it is written.
    pub(super) text: String,
    folded: Vec<char>,
    /// Where it is part of one of these, it is not meant.
    not_inside: Vec<Vec<char>>,
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        let folded = Folded::of(&Typed::read(text)).chars;
        Self { text: text.to_owned(), folded, not_inside: Vec::new() }
    }

    fn is_latin(&self) -> bool {
        self.folded.iter().any(char::is_ascii_alphabetic)
    }
}

fn parse(text: &'static str) -> ListMap<&'static str, Vec<Word>> {
    let mut sections: ListMap<_, Vec<Word>> = ListMap::new();
    let mut name = "";
    for line in text.lines() {
        if let Some(header) = line.strip_prefix('[') {
            name = header.trim_end_matches(']');
            continue;
        }
        if sections.get(name).is_none() {
            sections.insert(name, Vec::new());
        }
        let Some(words) = sections.get_mut(name) else { continue };
        for token in line.split_ascii_whitespace() {
            match (token.strip_prefix('!'), words.last_mut()) {
                (Some(outer), Some(word)) => word.not_inside.push(Word::new(outer).folded),
                (Some(_), None) => {}
                (None, _) => words.push(Word::new(token)),
            }
        }
    }
    sections
}

/// A name in which words are looked for: in lower case, and without the spaces and symbols
/// that can be put between the characters of a word to hide it.
pub(super) struct Folded {
    chars: Vec<char>,
    /// For each character where it was typed.
    positions: Vec<u16>,
    /// For each character whether a Latin letter stands right before it.
    behind_letter: Vec<bool>,
}

/// A word in a name.
pub(super) struct Hit<'a> {
    pub(super) word: &'a Word,
    /// Where its first character was typed.
    pub(super) position: u16,
    at: Range<usize>,
}

/// Which words count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// All, wherever they stand.
    Anywhere,
    /// Those at the beginning.
    Start,
    /// All, but Latin ones only where they are words of their own: an apple is in a pineapple.
    Whole,
}

impl Folded {
    pub(super) fn of(typed: &Typed) -> Self {
        let mut this = Self { chars: vec![], positions: vec![], behind_letter: vec![] };
        let mut is_behind_letter = false;
        for glyph in &typed.glyphs {
            if !matches!(glyph.read, ' ' | '-' | '+' | '&' | '.') {
                this.chars.push(glyph.read.to_ascii_lowercase());
                this.positions.push(glyph.position);
                this.behind_letter.push(is_behind_letter);
            }
            is_behind_letter = glyph.read.is_ascii_alphabetic();
        }
        this
    }

    /// The words that are in it, each once, and none in a longer one.
    pub(super) fn find<'a>(
        &self,
        words: impl IntoIterator<Item = (&'a Word, Look)>,
    ) -> Vec<Hit<'a>> {
        let mut hits: Vec<Hit> =
            words.into_iter().filter_map(|(word, look)| self.first(word, look)).collect();
        sort_by(&mut hits, |hit| (hit.at.start, usize::MAX - hit.at.end));
        let mut end = 0;
        hits.retain(|hit| {
            let is_free = end <= hit.at.start;
            if is_free {
                end = hit.at.end;
            }
            is_free
        });
        hits
    }

    fn first<'a>(&self, word: &'a Word, look: Look) -> Option<Hit<'a>> {
        let length = word.folded.len();
        if length == 0 || self.chars.len() < length {
            return None;
        }
        let last = if look == Look::Start { 0 } else { self.chars.len() - length };
        (0..=last)
            .find(|&start| {
                self.chars[start..].starts_with(&word.folded)
                    && !(look == Look::Whole && word.is_latin() && !self.is_whole(start, length))
                    && !self.is_inside_another(word, start)
            })
            .map(|start| Hit { word, position: self.positions[start], at: start..start + length })
    }

    fn is_whole(&self, start: usize, length: usize) -> bool {
        let ends = self.behind_letter.get(start + length).is_none_or(|is_behind| {
            !is_behind || !self.chars[start + length].is_ascii_alphabetic()
        });
        !self.behind_letter[start] && ends
    }

    fn is_inside_another(&self, word: &Word, start: usize) -> bool {
        word.not_inside.iter().any(|outer| {
            outer
                .windows(word.folded.len())
                .enumerate()
                .filter(|(_, part)| *part == word.folded)
                .any(|(before, _)| {
                    start
                        .checked_sub(before)
                        .is_some_and(|from| self.chars[from..].starts_with(outer))
                })
        })
    }

    /// Whether it is one of the words and nothing else.
    pub(super) fn is_one_of<'a>(&self, words: &'a [Word]) -> Option<Hit<'a>> {
        words.iter().find(|word| word.folded == self.chars).map(|word| Hit {
            word,
            position: self.positions[0],
            at: 0..self.chars.len(),
        })
    }

    /// The parts that it is made of, if it is made of listed words alone.
    pub(super) fn parts(&self) -> Option<Vec<Part>> {
        let length = self.chars.len();
        // For each place the part that ends there.
        let mut ends: Vec<Option<(usize, Class)>> = vec![None; length + 1];
        for start in 0..length {
            let before = ends[start].map(|(_, class)| class);
            if before.is_none() && start != 0 {
                continue;
            }
            for class in Class::ALL {
                if class == Class::RegionSuffix && before != Some(Class::Region) {
                    continue;
                }
                for word in section(class.section()) {
                    if self.chars[start..].starts_with(&word.folded) {
                        ends[start + word.folded.len()].get_or_insert((start, class));
                    }
                }
            }
        }
        let mut parts = Vec::new();
        let mut end = length;
        while end != 0 {
            let (start, class) = ends[end]?;
            parts.push(Part { class, text: self.chars[start..end].iter().collect() });
            end = start;
        }
        parts.reverse();
        Some(parts)
    }
}

/// A listed word as part of a name.
pub(super) struct Part {
    pub(super) class: Class,
    pub(super) text: String,
}

/// What a listed word is in a name that is made of listed words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A region.
    Region,
    /// What kind of region it is.
    RegionSuffix,
    /// A service of the public hand.
    PublicService,
    /// What everybody of a trade could be called.
    Generic,
    /// A common noun as a short form.
    ShortForm,
    /// What goes along.
    GenericPart,
}

impl Class {
    const ALL: [Self; 6] = [
        Self::Region,
        Self::RegionSuffix,
        Self::PublicService,
        Self::Generic,
        Self::ShortForm,
        Self::GenericPart,
    ];

    const fn section(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::RegionSuffix => "region-suffix",
            Self::PublicService => "public-service",
            Self::Generic => "generic",
            Self::ShortForm => "short-form",
            Self::GenericPart => "generic-part",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Profile;

    #[test]
    fn every_section_is_in_the_file_and_in_use() {
        let profile = Profile::WECHAT_2026;
        let mut used: Vec<&str> = Class::ALL.map(Class::section).to_vec();
        used.extend(profile.forbidden.iter().map(|forbidden| forbidden.section));
        used.extend(profile.risky.iter().map(|risky| risky.section));
        used.extend(["organ", "mark"]);
        used.sort_unstable();
        let mut there: Vec<&str> = WORDS.keys().copied().filter(|name| !name.is_empty()).collect();
        there.sort_unstable();
        assert_eq!(used, there);
        assert!(WORDS.get("").is_none_or(Vec::is_empty), "words before the first section");
        for name in used {
            assert!(!section(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn no_word_is_listed_twice_and_each_can_be_found() {
        for (name, words) in WORDS.iter() {
            for (index, word) in words.iter().enumerate() {
                assert!(
                    words[..index].iter().all(|other| other.folded != word.folded),
                    "{name}: {}",
                    word.text
                );
                let alone = Folded::of(&Typed::read(&word.text));
                assert_eq!(alone.find([(word, Look::Whole)]).len(), 1, "{name}: {}", word.text);
                for outer in &word.not_inside {
                    let outer: String = outer.iter().collect();
                    let hits = Folded::of(&Typed::read(&outer)).find([(word, Look::Whole)]).len();
                    assert_eq!(hits, 0, "{name}: {} is found in {outer}", word.text);
                }
            }
        }
    }
}

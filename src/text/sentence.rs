//! Sentences with places to fill, both languages side by side, and the filling.
//!
//! A row is known by the code of an issue; where one code has several things to say, by the
//! code, a colon and what tells them apart. `{found}` stands for the member `found` of the
//! issue, `{kind.length}` for what the area makes of the member `kind`.

use std::borrow::Cow;

use super::{Locale, Message};
use crate::finding::{Coded, Member};

/// What is said of an issue: its key, and in Chinese, then in English, what is wrong and what
/// to do, one below the other. One text, since a thousand short ones cost more than they say.
pub(super) struct Sentence(pub(super) &'static str);

impl Sentence {
    fn key(&self) -> &'static str {
        self.0.split_once('\n').map_or(self.0, |(key, _)| key)
    }

    fn in_language(&self, locale: Locale) -> (&'static str, &'static str) {
        let mut lines = self.0.split('\n');
        let what = lines.nth(match locale {
            Locale::ZhHans => 1,
            Locale::En => 3,
        });
        (what.unwrap_or_default(), lines.next().unwrap_or_default())
    }
}

/// A table of sentences: the key, then what is wrong and what to do in Chinese, then in English.
macro_rules! sentences {
    ($( $key:literal: $zh_what:literal $zh_fix:literal $en_what:literal $en_fix:literal )+) => {
        &[$( $crate::text::sentence::Sentence(
            concat!($key, "\n", $zh_what, "\n", $zh_fix, "\n", $en_what, "\n", $en_fix),
        ) ),+]
    };
}

pub(super) use sentences;

/// A word in both languages.
pub(super) type Words = [&'static str; 2];

impl Locale {
    /// The word of this language.
    pub(super) const fn pick(self, [zh_hans, en]: Words) -> &'static str {
        match self {
            Self::ZhHans => zh_hans,
            Self::En => en,
        }
    }
}

/// The sentences about one sort of issue.
pub struct Area {
    pub(super) sentences: &'static [Sentence],
    /// What tells the sentences of one code apart; empty where there is one.
    pub(super) case: fn(code: &str, members: &Members) -> Cow<'static, str>,
    /// What a place is filled with; nothing where the member is none of those that are known.
    pub(super) word: fn(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>>,
}

/// Prints how much it can say.
impl std::fmt::Debug for Area {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Area({} sentences)", self.sentences.len())
    }
}

impl Area {
    /// Says it in words.
    pub(super) fn explain(&self, issue: &dyn Coded, locale: Locale) -> Message {
        let mut members = Members::default();
        issue.members(&mut |name, member| members.add(name, text_of(member)));
        // A code without a sentence does not compile, and an issue has all of its members.
        self.say(issue.code(), &members, locale).unwrap_or_else(|| Message::new("", ""))
    }

    /// Says what is known by a code and its members; nothing where the code is not known, or
    /// a member that its sentence needs is missing or none of those that are known.
    pub fn say(&self, code: &str, members: &Members, locale: Locale) -> Option<Message> {
        let case = (self.case)(code, members);
        let of_case = |case: &str| {
            let is_it = |key: &str| key.split_once(':').unwrap_or((key, "")) == (code, case);
            self.sentences.iter().find(|sentence| is_it(sentence.key()))
        };
        let sentence = of_case(&case).or_else(|| of_case(""))?;
        let (what, fix) = sentence.in_language(locale);
        Some(Message::new(self.fill(what, members, locale)?, self.fill(fix, members, locale)?))
    }

    /// Every sentence as it stands here, with its places open: its key, what is wrong, and what to
    /// do. For documentation.
    pub fn templates(
        &self,
        locale: Locale,
    ) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        self.sentences.iter().map(move |sentence| {
            let (what, fix) = sentence.in_language(locale);
            (sentence.key(), what, fix)
        })
    }

    fn fill(
        &self,
        template: &'static str,
        members: &Members,
        locale: Locale,
    ) -> Option<Cow<'static, str>> {
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (place, behind) = behind.split_once('}').unwrap_or((behind, ""));
            let name = place.split_once('.').map_or(place, |(name, _)| name);
            filled.push_str(before);
            filled.push_str(&(self.word)(place, members.find(name)?, locale)?);
            rest = behind;
        }
        if filled.is_empty() {
            return Some(Cow::Borrowed(template));
        }
        filled.push_str(rest);
        Some(Cow::Owned(filled))
    }
}

/// The members of an issue as text.
#[derive(Clone, Default)]
pub struct Members(Vec<(String, String)>);

/// Prints nothing of them: they may be private.
impl std::fmt::Debug for Members {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Members({})", self.0.len())
    }
}

impl Members {
    /// Adds a member; a list with commas between its parts.
    pub fn add(&mut self, name: &str, text: String) {
        self.0.push((name.to_owned(), text));
    }

    fn find(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// A member; empty where it is absent.
    pub(super) fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// A member that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name).parse().ok()
    }
}

fn text_of(member: Member<'_>) -> String {
    match member {
        Member::Number(number) => number.to_string(),
        Member::Moment(moment) => moment.to_string(),
        Member::Truth(true) => "true".to_owned(),
        Member::Truth(false) => "false".to_owned(),
        Member::Text(text) => text.to_owned(),
        Member::Letter(letter) => String::from(letter),
        Member::Texts(texts) => texts.join(","),
        Member::Day(day) => day.to_string(),
        // No sentence tells places.
        Member::Corners(_) => String::new(),
    }
}

/// The member itself.
pub(super) fn itself(member: &str) -> Cow<'static, str> {
    Cow::Owned(member.to_owned())
}

/// Whether each code has a sentence. Asked while compiling, so that a new code does not
/// compile until both languages have words for it.
pub(super) const fn has_each(sentences: &[Sentence], codes: &[&str]) -> bool {
    let mut i = 0;
    while i < codes.len() {
        if !has(sentences, codes[i], None) {
            return false;
        }
        i += 1;
    }
    true
}

/// Whether a code has a sentence for each of its cases. Asked while compiling.
pub(super) const fn has_cases(sentences: &[Sentence], code: &str, cases: &[&str]) -> bool {
    let mut i = 0;
    while i < cases.len() {
        if !has(sentences, code, Some(cases[i])) {
            return false;
        }
        i += 1;
    }
    true
}

const fn has(sentences: &[Sentence], code: &str, case: Option<&str>) -> bool {
    let mut i = 0;
    while i < sentences.len() {
        let text = sentences[i].0.as_bytes();
        let found = match case {
            None => starts_with(text, 0, code, b'\n') || starts_with(text, 0, code, b':'),
            Some(case) => {
                starts_with(text, 0, code, b':') && starts_with(text, code.len() + 1, case, b'\n')
            }
        };
        if found {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether `part` and then `end` stand in `text` from `start` on.
const fn starts_with(text: &[u8], start: usize, part: &str, end: u8) -> bool {
    let part = part.as_bytes();
    if text.len() <= start + part.len() || text[start + part.len()] != end {
        return false;
    }
    let mut i = 0;
    while i < part.len() {
        if text[start + i] != part[i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::camel_case;
    use crate::{application, identity, name, photo, process, reader, text, wechat};

    /// A place that is no member would leave a message empty.
    #[test]
    fn every_place_is_a_member_of_its_issue() {
        type Row<'a> = (&'a Area, &'a [&'a str], &'a [&'a [&'a str]]);
        let areas: [Row<'_>; 7] = [
            (&text::PHOTO, photo::Issue::CODES, photo::Issue::MEMBERS),
            (&text::NUMBER, identity::Issue::CODES, identity::Issue::MEMBERS),
            (&text::NAME, name::Issue::CODES, name::Issue::MEMBERS),
            (&text::FORM, application::FormIssue::CODES, application::FormIssue::MEMBERS),
            (&text::WECHAT, wechat::Issue::CODES, wechat::Issue::MEMBERS),
            (&text::PROCESS, process::Refusal::CODES, process::Refusal::MEMBERS),
            (&text::READER, reader::Issue::CODES, reader::Issue::MEMBERS),
        ];
        let mut places = 0;
        for (area, codes, members) in areas {
            for sentence in area.sentences {
                let code = sentence.key().split(':').next().unwrap();
                let i = codes.iter().position(|known| *known == code);
                let members = members[i.unwrap_or_else(|| panic!("{code} is no code"))];
                for place in sentence.0.split('{').skip(1) {
                    let name = place.split(['.', '}']).next().unwrap();
                    let is_member = members.iter().any(|member| camel_case(member) == name);
                    assert!(is_member, "{code}: {name}");
                    places += 1;
                }
                assert_eq!(sentence.0.matches('\n').count(), 4, "{code}");
            }
        }
        assert!(100 < places, "places are looked for");
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let members = |given: &[(&str, &str)]| {
            let mut members = Members::default();
            for (name, text) in given {
                members.add(name, (*text).to_owned());
            }
            members
        };
        for (area, code, given) in [
            (&text::NAME, "name.risky-word", &[("word", "x"), ("reason", "nope")][..]),
            (&text::NAME, "name.space", &[("position", "2")]),
            (&text::NUMBER, "number.birth-date", &[("kind", "resident-id")]),
            (&text::NUMBER, "number.prefix:mobile", &[("kind", "mobile")]),
            (&text::NUMBER, "number.length", &[("kind", "nonsense"), ("found", "1")]),
            (&text::PHOTO, "photo.wrong-type", &[]),
            (&text::PHOTO, "photo.wrong-type", &[("found", "nonsense")]),
        ] {
            assert_eq!(area.say(code, &members(given), Locale::En), None, "{code}");
        }
    }
}

//! Every sentence that a person reads, in simplified Chinese and English.
//!
//! What is said of issues stands in tables with both languages side by side. A new issue does
//! not compile until it has a row, nor a new name until it has its words.

mod calendar;
mod en;
mod form;
pub mod journey;
mod name;
mod number;
mod organization;
mod photo;
mod process;
mod reader;
mod sentence;
mod ui;
mod wechat;
mod zh_hans;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity};

pub use calendar::calendar;
pub use form::AREA as FORM;
pub use name::AREA as NAME;
pub use number::AREA as NUMBER;
pub use photo::AREA as PHOTO;
pub use process::{AREA as PROCESS, process_diagram};
pub use reader::{AREA as READER, label_on};
pub use sentence::{Area, Members};
pub use ui::{DraftText, UiText};
pub use wechat::AREA as WECHAT;

/// A language that the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Locale {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// All languages, the default first.
    pub const ALL: [Self; 2] = [Self::ZhHans, Self::En];

    /// The BCP 47 tag, as for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The language that serves a reader of `tag` best: Chinese of any sort, else
    /// English.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::text::Locale;
    ///
    /// assert_eq!(Locale::for_tag("zh-TW"), Locale::ZhHans);
    /// assert_eq!(Locale::for_tag("fr"), Locale::En);
    /// ```
    pub fn for_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Self::ZhHans } else { Self::En }
    }

    /// The words about keeping drafts.
    pub const fn drafts(self) -> &'static DraftText {
        match self {
            Self::ZhHans => &zh_hans::DRAFTS,
            Self::En => &en::DRAFTS,
        }
    }

    /// The words of the page.
    pub const fn ui(self) -> &'static UiText {
        match self {
            Self::ZhHans => &zh_hans::UI,
            Self::En => &en::UI,
        }
    }
}

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What is wrong: one sentence.
    pub what: Cow<'static, str>,
    /// What to do: one sentence or two.
    pub fix: Cow<'static, str>,
}

impl Message {
    pub(crate) fn new(
        what: impl Into<Cow<'static, str>>,
        fix: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { what: what.into(), fix: fix.into() }
    }
}

/// Something that can be said to a person.
pub trait Explain {
    /// Says it.
    fn explain(&self, locale: Locale) -> Message;
}

impl<I: Explain> Explain for Finding<I> {
    fn explain(&self, locale: Locale) -> Message {
        self.issue.explain(locale)
    }
}

/// A name of something, in a language: a label, not a sentence.
pub trait Name {
    /// The name.
    fn name(&self, locale: Locale) -> &'static str;
}

impl Name for Severity {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::Block => ["不能提交", "Would be refused"],
            Self::Warn => ["请留意", "Have a look"],
            Self::Info => ["提示", "Good to know"],
        })
    }
}

/// A number of bytes as people read it: `812 B`, `199.4 KB`, `3.2 MB`, with a KB of
/// 1,000 bytes as phones show it. Rounded up, so that no file seems smaller than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteSize(pub u32);

impl fmt::Display for ByteSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(bytes) = *self;
        let tenths = |unit: u32| u64::from(bytes).div_ceil(u64::from(unit) / 10);
        let (tenths, name) = match bytes {
            0..1_000 => return write!(f, "{bytes} B"),
            1_000..1_000_000 => (tenths(1_000), "KB"),
            1_000_000.. => (tenths(1_000_000), "MB"),
        };
        match tenths % 10 {
            0 => write!(f, "{} {name}", tenths / 10),
            tenth => write!(f, "{}.{tenth} {name}", tenths / 10),
        }
    }
}

/// A limit as the rule that sets it writes it: 204,800 bytes are `200 KB`, 2 MiB are `2 MB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByteLimit(pub u32);

impl fmt::Display for ByteLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KIB: u32 = 1 << 10;
        const MIB: u32 = 1 << 20;
        match self.0 {
            bytes if bytes % MIB == 0 => write!(f, "{} MB", bytes / MIB),
            bytes if bytes % KIB == 0 => write!(f, "{} KB", bytes / KIB),
            bytes => ByteSize(bytes).fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_read_as_their_rules_write_them() {
        let limits = [204_800, 2 << 20, 200_000].map(|bytes| ByteLimit(bytes).to_string());
        assert_eq!(limits, ["200 KB", "2 MB", "200 KB"]);
    }

    #[test]
    fn sizes_are_rounded_up() {
        let cases = [
            (0, "0 B"),
            (999, "999 B"),
            (1_000, "1 KB"),
            (199_401, "199.5 KB"),
            (204_800, "204.8 KB"),
            (3_140_000, "3.2 MB"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(ByteSize(bytes).to_string(), expected);
        }
    }
}

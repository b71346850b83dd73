//! The words of the pages of an application, both languages side by side, by page.

// What documents a phrase is the phrase.
#![allow(clippy::doc_markdown)]

pub mod about;
pub mod blocks;
pub mod edges;
pub mod example;
pub mod fields;
pub mod form;
pub mod moment;
pub mod new;
pub mod photos;
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub mod provider;
pub mod reading;
pub mod record;
pub mod rehearsal;
pub mod send;
pub mod slots;
pub mod start;
pub mod status;
pub mod subjects;
pub mod tasks;

use std::fmt;

use super::Locale;
use super::sentence::Words;

/// Something that is said in the same words every time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Phrase(pub(super) Words);

/// Prints the English words.
impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0[1])
    }
}

impl Locale {
    /// Says it in this language.
    pub const fn say(self, phrase: Phrase) -> &'static str {
        self.pick(phrase.0)
    }
}

/// Declares phrases, in Chinese and then in English. One with holes becomes a function of
/// what fills them: a hole that one language lacks does not compile.
macro_rules! phrases {
    (@one $name:ident () $zh:literal $en:literal) => {
        #[doc = $en]
        pub const $name: $crate::text::journey::Phrase =
            $crate::text::journey::Phrase([$zh, $en]);
    };
    (@one $name:ident ($($hole:ident),+) $zh:literal $en:literal) => {
        #[doc = $en]
        pub fn $name(locale: $crate::text::Locale, $($hole: &dyn std::fmt::Display),+) -> String {
            match locale {
                $crate::text::Locale::ZhHans => format!($zh, $($hole = $hole),+),
                $crate::text::Locale::En => format!($en, $($hole = $hole),+),
            }
        }
    };
    ($( $name:ident $(( $($hole:ident),+ ))? : $zh:literal $en:literal )+) => {
        $( $crate::text::journey::phrases!(@one $name ($($($hole),+)?) $zh $en); )+
    };
}

use phrases;

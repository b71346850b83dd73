//! Names of who registered an organization, and as what.

use super::{Locale, Name, en, zh_hans};
use crate::identity::{Authority, Category};

impl Name for Authority {
    fn name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhHans => zh_hans::authority(*self),
            Locale::En => en::authority(*self),
        }
    }
}

impl Name for Category {
    fn name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhHans => zh_hans::category(*self),
            Locale::En => en::category(*self),
        }
    }
}

//! The language of the page: the reader's choice, else the browser's.

use leptos::prelude::*;

use crate::app::browser::{document, storage};
use crate::text::{DraftText, Locale, UiText};

const KEY: &str = "renzheng:locale";

/// Picks the words of one label.
pub type Words = fn(&'static UiText) -> &'static str;

/// Picks the words of one label about keeping drafts.
pub type DraftWords = fn(&'static DraftText) -> &'static str;

/// The best of our languages for someone who prefers `languages`, best first.
///
/// # Example
///
/// ```
/// use renzheng::app::state::locale::best_for;
/// use renzheng::text::Locale;
///
/// assert_eq!(best_for(&["fr".into(), "zh-CN".into()]), Locale::ZhHans);
/// assert_eq!(best_for(&["fr".into()]), Locale::En);
/// assert_eq!(best_for(&[]), Locale::ZhHans);
/// ```
pub fn best_for(languages: &[String]) -> Locale {
    let speaks = |tag: &&String| {
        let tag = tag.to_ascii_lowercase();
        tag.starts_with("zh") || tag.starts_with("en")
    };
    let tag = languages.iter().find(speaks).or(languages.first());
    tag.map_or_else(Locale::default, |tag| Locale::for_tag(tag))
}

/// Makes the language known to all components.
pub fn provide() -> RwSignal<Locale> {
    let locale = storage::load(KEY).unwrap_or_else(|| best_for(&document::languages()));
    let locale = RwSignal::new(locale);
    provide_context(locale);
    locale
}

/// The present language.
pub fn use_locale() -> RwSignal<Locale> {
    use_context().unwrap_or_else(|| RwSignal::new(Locale::default()))
}

/// Switches to a language, and remembers it if the browser allows.
pub fn switch(locale: RwSignal<Locale>, to: Locale) {
    // Not remembering it costs the reader one tap at the next visit.
    let _ = storage::save(KEY, &to);
    locale.set(to);
}

/// A label in the present language.
pub fn say(words: Words) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let locale = use_locale();
    move || words(locale.get().ui())
}

/// A label about keeping drafts in the present language.
pub fn say_of_drafts(
    words: DraftWords,
) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let locale = use_locale();
    move || words(locale.get().drafts())
}

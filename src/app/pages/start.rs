//! The start page: what one can do here, what was begun, and what has to be there already.
//!
//! It is HTML put together from words, without a part that changes by itself: as components it
//! would weigh several times as much, and it is the first that a visitor waits for.

use leptos::prelude::*;
use web_sys::StorageEvent;

use crate::app::browser::{clock, listener};
use crate::app::state::drafts::shelf;
use crate::app::state::use_locale;
use crate::process::StateKind;
use crate::text::journey::{Phrase, start};
use crate::text::{Locale, Name};
use crate::wire::snapshot::{LOOSE_PHOTOS, Personal, Snapshot};

/// My applications, and the ways on.
#[component]
pub fn StartPage() -> impl IntoView {
    let locale = use_locale();
    let changes = RwSignal::new(());
    listener::on_window("storage", move |_: StorageEvent| changes.set(()));
    let html = move || {
        changes.track();
        page(locale.get())
    };
    view! { <div class="rz-start rz-page__column" inner_html=html/> }
}

const BEFORE: [Phrase; 4] =
    [start::BEFORE_ACCOUNT, start::BEFORE_SCAN, start::BEFORE_MENU, start::BEFORE_PLATFORM];

const OTHER: [(&str, Phrase, Phrase); 3] = [
    ("#/photos", start::PHOTOS_ONLY, start::PHOTOS_HINT),
    ("#/new/rehearse", start::REHEARSE, start::REHEARSE_HINT),
    ("#/saved", start::IMPORT, start::IMPORT_HINT),
];

fn page(locale: Locale) -> String {
    let say = |phrase| locale.say(phrase);
    let mut html = [
        "<h1 tabindex=\"-1\">",
        say(start::TITLE),
        "</h1><p class=\"rz-page__lead\">",
        say(start::LEAD),
        "</p><p class=\"rz-page__promise\">",
        say(start::PROMISE),
        "</p>",
    ]
    .concat();
    let drafts = mine();
    if let [latest, ..] = drafts.as_slice() {
        heading(&mut html, say(start::MINE));
        html.push_str("<ul class=\"rz-start__mine\">");
        for draft in &drafts {
            html.push_str(&line(draft, locale));
        }
        html.push_str("</ul>");
        let is_open = latest.stage().is_none_or(|(kind, _)| {
            matches!(kind, StateKind::Preparing | StateKind::Ready | StateKind::SentBack)
        });
        let go_on = if is_open { start::go_on } else { start::look };
        let go_on = go_on(locale, &name(latest, locale));
        button(&mut html, "primary", &href(latest), &go_on);
        button(&mut html, "secondary", "#/new", say(start::BEGIN));
    } else {
        button(&mut html, "primary", "#/new", say(start::BEGIN));
    }
    heading(&mut html, say(start::BEFORE));
    html.push_str("<ul class=\"rz-start__before\">");
    for phrase in BEFORE {
        push(&mut html, &["<li>", say(phrase), "</li>"]);
    }
    html.push_str("</ul>");
    heading(&mut html, say(start::OTHER));
    html.push_str("<ul class=\"rz-start__other\">");
    for (href, name, hint) in OTHER {
        push(
            &mut html,
            &["<li><a href=\"", href, "\">", say(name), "</a><span>", say(hint), "</span></li>"],
        );
    }
    html.push_str("</ul></section>");
    html
}

/// The applications here, the latest first.
fn mine() -> Vec<Snapshot> {
    let listed = shelf().list().into_iter();
    let mut drafts: Vec<Snapshot> = listed.filter_map(|listed| listed.snapshot.ok()).collect();
    drafts.retain(|draft| 0 < draft.saved_at && !draft.id.0.starts_with(LOOSE_PHOTOS));
    crate::finding::sort_by(&mut drafts, |draft| u64::MAX - draft.saved_at);
    drafts
}

fn name(draft: &Snapshot, locale: Locale) -> String {
    match draft.title().as_str() {
        "" => locale.say(start::PROGRAM).to_owned(),
        title => escaped(title),
    }
}

fn href(draft: &Snapshot) -> String {
    ["#/a/", &escaped(&draft.id.0)].concat()
}

/// One of the large buttons.
fn button(html: &mut String, look: &str, href: &str, words: &str) {
    let class =
        ["<p><a class=\"rz-button rz-button--", look, " rz-start__begin\" href=\""].concat();
    push(html, &[&class, href, "\">", words, "</a></p>"]);
}

fn line(draft: &Snapshot, locale: Locale) -> String {
    let name = name(draft, locale);
    let mut html = ["<li><a href=\"", &href(draft), "\">", &name, "</a>"].concat();
    let stage = draft.stage();
    let words = match stage {
        _ if matches!(draft.personal, Personal::Sealed(_)) => locale.say(start::LOCKED),
        Some((kind, _)) => kind.name(locale),
        None => locale.say(start::FILLING),
    };
    tag(&mut html, "progress", words);
    if draft.is_rehearsal() {
        tag(&mut html, "later", locale.say(start::REHEARSAL));
    }
    html.push_str("<span>");
    if let Some((_, Some(until))) = stage {
        html.push_str(&start::due(locale, &clock::local_date(until)));
        html.push_str(" · ");
    }
    html.push_str(&start::saved(locale, &clock::local_time(draft.saved_at)));
    html.push_str("</span></li>");
    html
}

fn tag(html: &mut String, look: &str, words: &str) {
    push(html, &["<span class=\"rz-tag rz-tag--", look, "\">", words, "</span>"]);
}

/// A heading, and the section that it begins; it ends the one before.
fn heading(html: &mut String, words: &str) {
    if html.contains("<section") {
        html.push_str("</section>");
    }
    push(html, &["<section class=\"rz-page__section\"><h2>", words, "</h2>"]);
}

fn push(html: &mut String, parts: &[&str]) {
    for part in parts {
        html.push_str(part);
    }
}

/// What a person wrote, as text of HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(c),
        }
    }
    safe
}

//! What pages are made of: functions from words and values to markup.
//!
//! The classes are those of the stylesheet's blocks; the ids, names and `data-` attributes are
//! what the host listens to.

mod controls;

use std::fmt;

use maud::{Markup, html};

use crate::text::Locale;
use crate::text::journey::Phrase;
use crate::text::journey::blocks as words;

pub use controls::{Choice, Control, Typing, agreement, checkbox, choices, field, select};

/// The heading of a page, to which the focus goes when the page is opened.
pub fn heading(text: &str) -> Markup {
    html! { h1 tabindex="-1" { (text) } }
}

/// The way back, above the heading.
pub fn back(href: &str, text: &str) -> Markup {
    html! { a .rz-back href=(href) { (text) } }
}

/// What can be done, one beside the other.
pub fn actions(buttons: &Markup) -> Markup {
    html! { div .rz-actions { (buttons) } }
}

/// The weight of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What most will do next: one per page.
    Primary,
    /// As good a choice.
    Secondary,
    /// There if needed.
    Quiet,
    /// Takes something away for good.
    Danger,
}

impl Look {
    /// The classes of the element.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "rz-button rz-button--primary",
            Self::Secondary => "rz-button rz-button--secondary",
            Self::Quiet => "rz-button rz-button--quiet",
            Self::Danger => "rz-button rz-button--danger",
        }
    }
}

/// A link that looks like a button.
pub fn link(look: Look, href: &str, text: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { (text) } }
}

/// A link that is a line of its own, as high as a finger needs.
pub fn line(href: &str, text: &str) -> Markup {
    html! { p { a .rz-line href=(href) { (text) } } }
}

/// A button that does something.
pub fn act(look: Look, name: &str, arg: &str, text: &str) -> Markup {
    html! {
        button type="button" class=(look.class()) data-act=(name) data-arg=(arg) { (text) }
    }
}

/// The button that sends the form around it.
pub fn submit(text: &str) -> Markup {
    html! { button type="submit" class=(Look::Primary.class()) { (text) } }
}

/// A button that copies a text; `what` names it for those who do not see it.
pub fn copy(l: Locale, text: &str, what: &str) -> Markup {
    html! {
        button type="button" .rz-copy data-copy=(text) data-done=(l.say(words::COPIED)) {
            (l.say(words::COPY)) span .rz-visually-hidden { " " (what) }
        }
    }
}

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing to do.
    Done,
    /// Begun.
    Progress,
    /// Not begun.
    Todo,
    /// Something would be refused.
    Problem,
    /// Not its turn.
    Later,
}

/// How a task stands, in a word.
pub fn tag(l: Locale, status: Status) -> Markup {
    let (class, text) = match status {
        Status::Done => ("rz-tag rz-tag--done", words::DONE),
        Status::Progress => ("rz-tag rz-tag--progress", words::IN_PROGRESS),
        Status::Todo => ("rz-tag rz-tag--todo", words::TODO),
        Status::Problem => ("rz-tag rz-tag--problem", words::PROBLEM),
        Status::Later => ("rz-tag rz-tag--later", words::LATER),
    };
    html! { span class=(class) { (l.say(text)) } }
}

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Have a look.
    Warn,
    /// Something is lost or refused.
    Danger,
    /// Something went well.
    Success,
}

/// A box that stands out.
pub fn notice(tone: Tone, body: &Markup) -> Markup {
    let class = match tone {
        Tone::Info => "rz-notice rz-notice--info",
        Tone::Warn => "rz-notice rz-notice--warn",
        Tone::Danger => "rz-notice rz-notice--danger",
        Tone::Success => "rz-notice rz-notice--success",
    };
    html! { div class=(class) { (body) } }
}

/// What is wrong on this page: each message leads to its place.
pub fn errors(l: Locale, found: &[(String, String)]) -> Markup {
    html! {
        @if !found.is_empty() {
            div .rz-errors #errors tabindex="-1" role="alert" aria-labelledby="errors-heading" {
                h2 #errors-heading { (l.say(words::ERRORS_HEADING)) }
                ul {
                    @for (id, message) in found {
                        li { button type="button" .rz-errors__link data-focus=(id) { (message) } }
                    }
                }
            }
        }
    }
}

/// A row of a summary: what, which answer, and where to change it.
pub struct Row {
    /// What.
    pub label: String,
    /// The answer.
    pub value: Markup,
    /// Where to change it, if it can be.
    pub change: Option<Change>,
}

/// The way to change an answer.
#[derive(Debug)]
pub struct Change {
    /// Where it leads.
    pub href: String,
    /// The id of the link, to which one comes back.
    pub id: String,
}

/// Prints no answer.
impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Row(…)")
    }
}

/// Answers one below the other.
pub fn summary(l: Locale, rows: &[Row]) -> Markup {
    html! {
        dl .rz-summary {
            @for row in rows {
                div .rz-summary__row {
                    dt { (row.label) }
                    dd { (row.value) }
                    @if let Some(change) = &row.change {
                        dd .rz-summary__change {
                            a href=(change.href) id=(change.id) {
                                (l.say(words::CHANGE)) span .rz-visually-hidden { " " (row.label) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Key figures: name and value.
pub fn facts(rows: &[(String, String)]) -> Markup {
    html! {
        dl .rz-facts {
            @for (name, value) in rows {
                div .rz-facts__item { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// Something folded away.
pub fn details(summary: &str, body: &Markup) -> Markup {
    html! { details .rz-details { summary { (summary) } (body) } }
}

/// The same, open from the start where `is_open`; the host leaves it as open as it is then.
pub fn fold(id: &str, is_open: bool, summary: &str, body: &Markup) -> Markup {
    html! { details .rz-details id=(id) open[is_open] { summary { (summary) } (body) } }
}

/// A form whose button sends the act `continue`, or another.
pub fn form(act: &str, arg: &str, body: &Markup) -> Markup {
    html! { form .rz-form data-act=(act) data-arg=(arg) novalidate { (body) } }
}

/// What is wrong, in bold where it `is_strong`, and what to do. Chinese has no space between
/// sentences.
pub fn message(l: Locale, what: &str, fix: &str, is_strong: bool) -> Markup {
    let space = if l == Locale::ZhHans || fix.is_empty() { "" } else { " " };
    html! { @if is_strong { strong { (what) } } @else { (what) } (space) (fix) }
}

/// A phrase as a paragraph.
pub fn p(l: Locale, phrase: Phrase) -> Markup {
    html! { p { (l.say(phrase)) } }
}

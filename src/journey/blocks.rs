//! What pages are made of: functions from words and values to markup.
//!
//! The classes are those of the stylesheet's blocks; the ids, names and `data-` attributes are
//! what the host listens to.

use std::fmt;

use maud::{Markup, html};

use crate::text::Locale;
use crate::text::journey::Phrase;
use crate::text::journey::blocks as words;

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
    pub change: Option<String>,
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
                    @if let Some(href) = &row.change {
                        dd .rz-summary__change {
                            a href=(href) {
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

/// A form whose button sends the act `continue`, or another.
pub fn form(act: &str, arg: &str, body: &Markup) -> Markup {
    html! { form .rz-form data-act=(act) data-arg=(arg) novalidate { (body) } }
}

/// What is shown beside a control.
#[derive(Clone, Default)]
pub struct Control<'a> {
    /// The path of its part; the id of the control, too. It begins with `_` where it belongs
    /// to the form only.
    pub name: &'a str,
    /// What it asks.
    pub label: &'a str,
    /// Where one finds it.
    pub hint: &'a str,
    /// Its text.
    pub value: &'a str,
    /// Whether it can be left empty: then the label says so.
    pub optional: bool,
    /// What is wrong with it: what, and what to do.
    pub errors: &'a [(String, String)],
    /// Whether the page is asked again when it changes.
    pub live: bool,
}

/// Prints which one it is.
impl fmt::Debug for Control<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Control<'_> {
    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| [self.name, "-hint"].concat());
        let error = (!self.errors.is_empty()).then(|| [self.name, "-error"].concat());
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        (!self.errors.is_empty()).then_some("true")
    }

    fn hint_and_errors(&self, l: Locale) -> Markup {
        html! {
            @if !self.hint.is_empty() {
                p .rz-field__hint id={ (self.name) "-hint" } { (self.hint) }
            }
            @if !self.errors.is_empty() {
                div .rz-field__error id={ (self.name) "-error" } {
                    @for (what, fix) in self.errors {
                        p {
                            span .rz-visually-hidden { (l.say(words::ERROR_PREFIX)) }
                            strong { (what) } " " (fix)
                        }
                    }
                }
            }
        }
    }
}

/// How a text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// `text`, `tel`, `email`; `text` where it is empty.
    pub kind: &'static str,
    /// Which keyboard.
    pub inputmode: Option<&'static str>,
    /// What browsers fill in.
    pub autocomplete: Option<&'static str>,
    /// At most so many characters are taken.
    pub maxlength: Option<u16>,
    /// Groups of digits, as `6 8 4`.
    pub groups: Option<&'static str>,
    /// Several lines.
    pub is_long: bool,
}

/// A control for text.
pub fn field(l: Locale, control: &Control, typing: Typing, below: &Markup) -> Markup {
    let kind = if typing.kind.is_empty() { "text" } else { typing.kind };
    let autocomplete = typing.autocomplete.unwrap_or("off");
    html! {
        div .rz-field .rz-field--invalid[!control.errors.is_empty()] {
            label .rz-field__label for=(control.name) {
                (control.label)
                @if control.optional { span .rz-field__optional { (l.say(words::OPTIONAL)) } }
            }
            (control.hint_and_errors(l))
            @if typing.is_long {
                textarea .rz-field__input id=(control.name) name=(control.name) rows="4"
                    maxlength=[typing.maxlength] aria-describedby=[control.described_by()]
                    aria-invalid=[control.invalid()] data-live[control.live] { (control.value) }
            } @else {
                input .rz-field__input id=(control.name) name=(control.name) type=(kind)
                    value=(control.value) inputmode=[typing.inputmode] autocomplete=(autocomplete)
                    autocapitalize="off" spellcheck="false" maxlength=[typing.maxlength]
                    data-groups=[typing.groups] aria-describedby=[control.described_by()]
                    aria-invalid=[control.invalid()] data-live[control.live];
            }
            (below)
        }
    }
}

/// One of several: its value, its label, and what is said of it.
#[derive(Debug)]
pub struct Choice {
    /// The value.
    pub value: &'static str,
    /// The label.
    pub label: String,
    /// What is said of it; empty where nothing is.
    pub hint: String,
}

/// A choice of one. The first radio has the id of the group's name, so that errors lead to it.
pub fn choices(l: Locale, control: &Control, values: &[Choice]) -> Markup {
    html! {
        fieldset .rz-fieldset .rz-field--invalid[!control.errors.is_empty()]
            aria-describedby=[control.described_by()] {
            legend .rz-field__label {
                (control.label)
                @if control.optional { span .rz-field__optional { (l.say(words::OPTIONAL)) } }
            }
            (control.hint_and_errors(l))
            @for (i, choice) in values.iter().enumerate() {
                @let id = if i == 0 { control.name.to_owned() } else { [control.name, "-", choice.value].concat() };
                (radio(control, choice, &id))
            }
        }
    }
}

fn radio(control: &Control, choice: &Choice, id: &str) -> Markup {
    html! {
        div .rz-choice {
            input type="radio" id=(id) name=(control.name) value=(choice.value)
                checked[control.value == choice.value] data-live[control.live]
                aria-describedby=[(!choice.hint.is_empty()).then(|| [id, "-about"].concat())];
            label for=(id) { (choice.label) }
            @if !choice.hint.is_empty() {
                p .rz-choice__hint id={ (id) "-about" } { (choice.hint) }
            }
        }
    }
}

/// A box to be ticked; its part is `"true"` then.
pub fn checkbox(control: &Control) -> Markup {
    html! {
        div .rz-choice {
            input type="checkbox" id=(control.name) name=(control.name) value="true"
                checked[control.value == "true"] data-live[control.live]
                aria-describedby=[control.described_by()] aria-invalid=[control.invalid()];
            label for=(control.name) { (control.label) }
            @if !control.hint.is_empty() {
                p .rz-choice__hint id={ (control.name) "-hint" } { (control.hint) }
            }
        }
    }
}

/// A phrase as a paragraph.
pub fn p(l: Locale, phrase: Phrase) -> Markup {
    html! { p { (l.say(phrase)) } }
}

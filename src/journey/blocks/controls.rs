//! What is filled in: a control with its label, its hint and what is wrong with it.

use std::fmt;

use maud::{Markup, html};

use crate::text::Locale;
use crate::text::journey::blocks as words;

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

    fn label_for(&self, l: Locale) -> Markup {
        html! {
            label .rz-field__label for=(self.name) {
                (self.label)
                @if self.optional { span .rz-field__optional { (l.say(words::OPTIONAL)) } }
            }
        }
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
                            (super::message(l, what, fix, true))
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

/// A choice of one from a list that folds away.
pub fn select(l: Locale, control: &Control, values: &[Choice]) -> Markup {
    html! {
        div .rz-field .rz-field--invalid[!control.errors.is_empty()] {
            (control.label_for(l))
            (control.hint_and_errors(l))
            select .rz-field__input id=(control.name) name=(control.name)
                aria-describedby=[control.described_by()] aria-invalid=[control.invalid()]
                data-live[control.live] {
                @for choice in values {
                    option value=(choice.value) selected[control.value == choice.value] {
                        (choice.label)
                    }
                }
            }
        }
    }
}

/// A control for text, and what is known of the text below it.
pub fn field(l: Locale, control: &Control, typing: Typing, below: &Markup) -> Markup {
    let kind = if typing.kind.is_empty() { "text" } else { typing.kind };
    let autocomplete = typing.autocomplete.unwrap_or("off");
    let help = (!below.0.is_empty()).then(|| [control.name, "-help"].concat());
    let ids: Vec<String> = control.described_by().into_iter().chain(help.clone()).collect();
    let described_by = (!ids.is_empty()).then(|| ids.join(" "));
    html! {
        div .rz-field .rz-field--invalid[!control.errors.is_empty()] {
            (control.label_for(l))
            (control.hint_and_errors(l))
            @if typing.is_long {
                textarea .rz-field__input id=(control.name) name=(control.name) rows="4"
                    maxlength=[typing.maxlength] aria-describedby=[described_by]
                    aria-invalid=[control.invalid()] data-live[control.live] { (control.value) }
            } @else {
                input .rz-field__input id=(control.name) name=(control.name) type=(kind)
                    value=(control.value) inputmode=[typing.inputmode] autocomplete=(autocomplete)
                    autocapitalize="off" spellcheck="false" maxlength=[typing.maxlength]
                    data-groups=[typing.groups] aria-describedby=[described_by]
                    aria-invalid=[control.invalid()] data-live[control.live];
            }
            @if let Some(id) = help { div .rz-field__help id=(id) { (below) } }
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

/// A box without which it does not go on, and what is said where it was not ticked.
pub fn agreement(l: Locale, control: &Control) -> Markup {
    html! {
        div .rz-field .rz-field--invalid[!control.errors.is_empty()] {
            (control.hint_and_errors(l))
            (checkbox(&Control { hint: "", ..control.clone() }))
        }
    }
}

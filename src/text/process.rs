//! The words of the process, and its picture.

use super::{Explain, Locale, Message, Name, en, zh_hans};
use crate::process::{
    DueKind, EventKind, Measure, Notice, ProcessProfile, Refusal, StateKind, Stop, Transition,
    transitions,
};

macro_rules! named {
    ($( $kind:ty => $function:ident ),+ $(,)?) => {
        $(
            impl Name for $kind {
                fn name(&self, locale: Locale) -> &'static str {
                    match locale {
                        Locale::ZhHans => zh_hans::process::$function(*self),
                        Locale::En => en::process::$function(*self),
                    }
                }
            }
        )+
    };
}

named! {
    StateKind => state_kind,
    EventKind => event_kind,
    DueKind => due_kind,
    Notice => notice,
    Stop => stop,
    Measure => measure,
}

impl Explain for Refusal {
    fn explain(&self, locale: Locale) -> Message {
        match locale {
            Locale::ZhHans => zh_hans::process::refusal(self),
            Locale::En => en::process::refusal(self),
        }
    }
}

/// From or to so many states, an arrow is drawn once for all of them.
const MANY: usize = 6;

/// The usual ways of the process as a Mermaid state diagram.
///
/// # Example
///
/// ```
/// use renzheng::process::ProcessProfile;
/// use renzheng::text::{Locale, process_diagram};
///
/// let diagram = process_diagram(ProcessProfile::WECHAT_2026, Locale::En);
/// assert!(diagram.starts_with("stateDiagram-v2\n"));
/// assert!(diagram.contains("ready --> submitted: sent\n"));
/// ```
pub fn process_diagram(profile: &ProcessProfile, locale: Locale) -> String {
    let ways: Vec<Transition> =
        transitions(profile).into_iter().filter(Transition::is_usual).collect();
    let mut arrows: Vec<(&str, &str, String)> = Vec::new();
    for way in &ways {
        let sources = ways.iter().filter(|it| (it.event, it.to) == (way.event, way.to)).count();
        let targets = ways.iter().filter(|it| (it.event, it.from) == (way.event, way.from)).count();
        let from = if MANY <= sources { "any" } else { way.from.as_str() };
        let to = if MANY <= targets { "before" } else { way.to.as_str() };
        let label = way.event.name(locale);
        let known = arrows.iter_mut().find(|arrow| (arrow.0, arrow.1) == (from, to));
        match known {
            Some((_, _, labels)) if labels.split(" / ").any(|known| known == label) => {}
            Some((_, _, labels)) => {
                labels.push_str(" / ");
                labels.push_str(label);
            }
            None => arrows.push((from, to, label.to_owned())),
        }
    }
    let (any, before) = match locale {
        Locale::ZhHans => (zh_hans::process::ANY_STATE, zh_hans::process::STATE_BEFORE),
        Locale::En => (en::process::ANY_STATE, en::process::STATE_BEFORE),
    };
    let mut text = String::from("stateDiagram-v2\n");
    let names = StateKind::ALL.iter().map(|kind| (kind.as_str(), kind.name(locale)));
    for (id, name) in names.chain([("any", any), ("before", before)]) {
        for part in ["    state \"", name, "\" as ", &mermaid_id(id), "\n"] {
            text.push_str(part);
        }
    }
    text.push_str("    [*] --> preparing\n");
    for (from, to, labels) in &arrows {
        for part in ["    ", &mermaid_id(from), " --> ", &mermaid_id(to), ": ", labels, "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// Mermaid takes a hyphen for the beginning of an arrow.
fn mermaid_id(name: &str) -> String {
    name.replace('-', "_")
}

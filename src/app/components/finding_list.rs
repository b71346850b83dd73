//! The list of findings about a photo.

use leptos::prelude::*;

use super::{Icon, Symbol};
use crate::app::state::use_locale;
use crate::finding::Severity;
use crate::photo::Finding;
use crate::text::{Explain, Name};

/// What was found about a photo, and what to do about it.
///
/// Accessibility: a list; each entry begins with its severity as a word. The
/// verdict is announced by the page, and the list is read on demand.
#[component]
pub fn FindingList(
    /// What was found, the most important first.
    findings: Vec<Finding>,
    /// Whether it has been dealt with: then nothing is to be done.
    #[prop(optional)]
    is_handled: bool,
    /// Whether the places of findings are marked in the picture, by their number here.
    #[prop(optional)]
    is_marked: bool,
) -> impl IntoView {
    let locale = use_locale();
    let item = move |(at, finding): (usize, Finding)| {
        let (look, symbol) = match finding.severity {
            _ if is_handled => ("handled", Symbol::Check),
            Severity::Block => ("block", Symbol::Cross),
            Severity::Warn => ("warn", Symbol::Warn),
            Severity::Info => ("info", Symbol::Info),
        };
        let label = move || {
            let locale = locale.get();
            if is_handled { locale.ui().handled_label } else { finding.severity.name(locale) }
        };
        let message = Memo::new(move |_| finding.explain(locale.get()));
        let number = (is_marked && finding.issue.area().is_some())
            .then(|| view! { <span class="rz-finding-list__number">{at + 1}</span> });
        view! {
            <li class=format!("rz-finding-list__item rz-finding-list__item--{look}") data-code=finding.code()>
                <p class="rz-finding-list__what">
                    <span class="rz-finding-list__severity"><Icon symbol/>{label}{number}</span>
                    <span>{move || message.get().what}</span>
                </p>
                {(!is_handled).then(|| view! {
                    <p class="rz-finding-list__fix">{move || message.get().fix}</p>
                })}
            </li>
        }
    };
    view! { <ul class="rz-finding-list">{findings.into_iter().enumerate().map(item).collect_view()}</ul> }
}

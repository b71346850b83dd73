//! What came of one photo.

use std::sync::Arc;

use leptos::prelude::*;

use super::{FindingList, Icon, Mark, Preview, Side, Symbol, VerdictBanner};
use crate::app::state::{Review, Verdict, say, use_locale};
use crate::photo::{Change, Finding, Fitted, Report};
use crate::text::{Name, UiText};

/// What came of one photo: the verdict, before and after, what was done, and what
/// is left to heed.
///
/// Accessibility: in the order of importance; what is good to know is folded away
/// in native `details`.
#[component]
pub fn PhotoResult(
    /// What the worker answered.
    fitted: Arc<Fitted>,
    /// The verdict about the file as it was given; unknown after a reload.
    given: Option<Arc<Report>>,
    /// The address of that file.
    given_url: Option<String>,
    /// The address of the photo that passes.
    result_url: Option<String>,
    /// Called with whether the result is to be seen large, else the original.
    on_open: Callback<bool>,
) -> impl IntoView {
    let review = Review::of(given.as_deref(), &fitted);
    let Review { verdict, open, info, handled } = review.clone();
    let before = Side {
        url: given_url,
        byte_length: given.as_ref().map(|report| report.byte_length),
        size: given.as_ref().map_or((0, 0), |report| (report.width, report.height)),
        marks: if verdict == Verdict::Refused { Mark::all(&open) } else { Vec::new() },
    };
    let after = (verdict != Verdict::Refused).then(|| Side {
        url: result_url,
        byte_length: Some(fitted.report.byte_length),
        size: (fitted.report.width, fitted.report.height),
        marks: Mark::all(&open),
    });
    let has_file = before.url.is_some();
    let after = after.map(|side| {
        view! {
            <Preview
                side
                title=|ui| ui.result
                placeholder=|ui| ui.cannot_show
                is_result=true
                on_open=Callback::new(move |()| on_open.run(true))
            />
        }
    });
    view! {
        <VerdictBanner review/>
        {(verdict == Verdict::Refused).then(|| view! { <FindingList findings=open.clone() is_marked=true/> })}
        <div class="rz-result__pictures" class=("rz-result__pictures--single", verdict == Verdict::Refused)>
            <Preview
                side=before
                title=|ui| ui.original
                placeholder=if has_file { |ui| ui.cannot_show } else { |ui| ui.not_kept }
                on_open=Callback::new(move |()| on_open.run(false))
            />
            {after}
        </div>
        {(verdict != Verdict::Refused).then(|| view! {
            <Changes changed=fitted.changed.clone()/>
            <FindingList findings=open is_marked=true/>
        })}
        <Folded title=|ui| ui.handled_heading findings=handled is_handled=true/>
        <Folded title=|ui| ui.info_heading findings=info/>
    }
}

/// What was done to the photo.
#[component]
fn Changes(changed: Vec<Change>) -> impl IntoView {
    let locale = use_locale();
    let item = move |change: Change| {
        view! { <li class="rz-result__change"><Icon symbol=Symbol::Check/>{move || change.name(locale.get())}</li> }
    };
    (!changed.is_empty()).then(|| {
        view! {
            <div class="rz-result__changes">
                <h4 class="rz-result__title">{say(|ui| ui.changes_heading)}</h4>
                <ul class="rz-result__list">{changed.into_iter().map(item).collect_view()}</ul>
            </div>
        }
    })
}

/// Findings that nobody has to read.
#[component]
fn Folded(
    title: fn(&'static UiText) -> fn(usize) -> String,
    findings: Vec<Finding>,
    #[prop(optional)] is_handled: bool,
) -> impl IntoView {
    let locale = use_locale();
    let count = findings.len();
    (0 < count).then(|| {
        view! {
            <details class="rz-result__folded">
                <summary class="rz-result__summary">{move || title(locale.get().ui())(count)}</summary>
                <FindingList findings is_handled/>
            </details>
        }
    })
}

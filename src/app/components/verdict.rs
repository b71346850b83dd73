//! The headline of a finished photo.

use leptos::prelude::*;

use super::{Icon, Symbol};
use crate::app::state::{Review, Verdict, use_locale};

/// What the applicant can do with a photo: the headline of its card.
///
/// Accessibility: a heading, so that one can go from verdict to verdict; symbol
/// and words say what the color says.
#[component]
pub fn VerdictBanner(
    /// What was found.
    review: Review,
) -> impl IntoView {
    let locale = use_locale();
    let (verdict, open) = (review.verdict, review.open.len());
    let symbol = match verdict {
        Verdict::Usable | Verdict::Repaired => Symbol::Check,
        Verdict::Doubtful => Symbol::Warn,
        Verdict::Refused => Symbol::Cross,
    };
    let detail = move || {
        let ui = locale.get().ui();
        match verdict {
            Verdict::Refused => ui.refused_detail.to_owned(),
            Verdict::Doubtful => ui.doubtful_detail.to_owned(),
            Verdict::Usable | Verdict::Repaired if 0 < open => (ui.warnings_detail)(open),
            Verdict::Usable => ui.usable_detail.to_owned(),
            Verdict::Repaired => ui.repaired_detail.to_owned(),
        }
    };
    view! {
        <div class=format!("rz-verdict rz-verdict--{}", verdict.as_str())>
            <span class="rz-verdict__symbol"><Icon symbol/></span>
            <div>
                <h3 class="rz-verdict__heading">{move || verdict.words(locale.get().ui())}</h3>
                <p class="rz-verdict__detail">{detail}</p>
            </div>
        </div>
    }
}

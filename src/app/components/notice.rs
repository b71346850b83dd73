//! A notice about the circumstances, such as storage that is full.

use leptos::prelude::*;

use super::{Icon, Symbol};

/// A calm word about the circumstances.
///
/// Accessibility: a note in the flow of the page, not an alert: nothing is urgent.
#[component]
pub fn Notice(
    /// The drawing before it.
    symbol: Symbol,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="rz-notice">
            <Icon symbol/>
            <p class="rz-notice__text">{children()}</p>
        </div>
    }
}

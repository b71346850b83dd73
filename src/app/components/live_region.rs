//! The live region: what others see happen, said to a screen reader.

use leptos::prelude::*;

/// Says to a screen reader what others see happen.
///
/// Accessibility: polite, so that it waits for a pause; in the document from the
/// start, since a region that comes with its text is not read. Not visible:
/// everything it says stands on the page too.
#[component]
pub fn LiveRegion(
    /// The latest news.
    message: Signal<String>,
) -> impl IntoView {
    view! { <p class="rz-live-region" role="status">{message}</p> }
}

//! The progress of the queue.

use leptos::prelude::*;

use super::Look;
use crate::app::state::{say, use_locale};

/// How far the queue is, while there is one.
///
/// Accessibility: a native progress bar with the words beside it as its name. The
/// live region says the verdicts; this does not count aloud.
#[component]
pub fn QueueBar(
    /// Which photo of how many: nothing when all is done.
    position: Memo<Option<(usize, usize)>>,
    /// Steps behind, of all.
    steps: Memo<(usize, usize)>,
    /// Called when all are to be stopped.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let words = move || {
        let (at, of) = position.get().unwrap_or_default();
        (locale.get().ui().queue_position)(at, of)
    };
    view! {
        <Show when=move || position.get().is_some()>
            <div class="rz-queue-bar">
                <p class="rz-queue-bar__text" id="queue-position">{words}</p>
                <progress
                    class="rz-queue-bar__progress"
                    aria-labelledby="queue-position"
                    max=move || steps.get().1
                    value=move || steps.get().0
                />
                <button type="button" class=Look::Quiet.class() on:click=move |_| on_cancel.run(())>
                    {say(|ui| ui.cancel_all)}
                </button>
            </div>
        </Show>
    }
}

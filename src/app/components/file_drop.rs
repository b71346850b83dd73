//! The place where photos are given: picked, photographed or dropped.

use leptos::prelude::*;
use web_sys::{DragEvent, File};

use super::{Icon, Look, Symbol};
use crate::app::browser::files;
use crate::app::state::say;

/// By extension too: Android 13 hides the camera for `image/*` alone, and what is
/// not accepted is better explained than grayed out.
pub(super) const ACCEPT: &str =
    "image/jpeg,image/png,.jpg,.jpeg,.jfif,.png,.heic,.heif,.webp,.gif,.bmp,.tif,.tiff,.pdf";

/// Takes photos: chosen, taken, dropped.
///
/// Accessibility: both buttons are native file inputs with their labels, so
/// keyboard and screen reader know them; dropping is an extra that nobody needs.
#[component]
pub fn FileDrop(
    /// Called with the files.
    on_pick: Callback<Vec<File>>,
) -> impl IntoView {
    // Entering a child of the zone leaves the zone itself: only the depth tells.
    let depth = RwSignal::new(0_i32);
    let enter = move |event: DragEvent| {
        event.prevent_default();
        depth.update(|depth| *depth += 1);
    };
    let leave = move |_: DragEvent| depth.update(|depth| *depth = (*depth - 1).max(0));
    let drop = move |event: DragEvent| {
        event.prevent_default();
        depth.set(0);
        on_pick.run(files::dropped(&event));
    };
    view! {
        <div
            class="rz-file-drop"
            class=("rz-file-drop--over", move || 0 < depth.get())
            on:dragenter=enter
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:dragleave=leave
            on:drop=drop
        >
            <div class="rz-file-drop__buttons">
                <label class=Look::Primary.class()>
                    <input
                        type="file"
                        class="rz-file-drop__input"
                        multiple
                        accept=ACCEPT
                        on:change=move |event| on_pick.run(files::chosen(&event))
                    />
                    <Icon symbol=Symbol::Picture/>
                    <span>{say(|ui| ui.choose_photos)}</span>
                </label>
                <label class="rz-button rz-button--secondary rz-file-drop__camera">
                    <input
                        type="file"
                        class="rz-file-drop__input"
                        accept="image/*"
                        capture="environment"
                        on:change=move |event| on_pick.run(files::chosen(&event))
                    />
                    <Icon symbol=Symbol::Camera/>
                    <span>{say(|ui| ui.take_photo)}</span>
                </label>
            </div>
            <p class="rz-file-drop__hint">{say(|ui| ui.drop_hint)}</p>
            <p class="rz-file-drop__limits">{say(|ui| ui.limits)}</p>
        </div>
    }
}

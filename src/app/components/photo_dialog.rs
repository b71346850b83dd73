//! One picture, seen large.

use leptos::html;
use leptos::prelude::*;

use super::{Icon, Look, Symbol};
use crate::app::browser::document;
use crate::app::state::{locale::Words, say};

/// What is seen large.
#[derive(Clone, Debug)]
pub struct LargePhoto {
    /// The picture.
    pub url: String,
    /// Its caption.
    pub title: Words,
}

/// A picture over the whole page, fitted or pixel by pixel.
///
/// Accessibility: a native modal dialog: Esc closes it, the focus stays in it and
/// goes back after. The picture's frame takes the focus, so that the arrow keys
/// scroll it.
#[component]
pub fn PhotoDialog(
    /// What is seen: nothing keeps it closed.
    photo: RwSignal<Option<LargePhoto>>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let is_full_size = RwSignal::new(false);
    Effect::new(move || {
        if let (true, Some(dialog)) = (photo.with(Option::is_some), dialog.get()) {
            document::show_dialog(&dialog);
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let closed = move |_| {
        photo.set(None);
        is_full_size.set(false);
    };
    let title = move || photo.get().map(|photo| say(photo.title)());
    let zoom = move || {
        if is_full_size.get() { say(|ui| ui.zoom_fit)() } else { say(|ui| ui.zoom_full)() }
    };
    view! {
        <dialog class="rz-photo-dialog" aria-labelledby="photo-dialog-title" node_ref=dialog on:close=closed>
            <div class="rz-photo-dialog__bar">
                <h2 class="rz-photo-dialog__title" id="photo-dialog-title">{title}</h2>
                <button
                    type="button"
                    class=Look::Secondary.class()
                    on:click=move |_| is_full_size.update(|is| *is = !*is)
                >
                    {zoom}
                </button>
                <button type="button" class=Look::Secondary.class() on:click=close>
                    <Icon symbol=Symbol::Cross/>
                    <span>{say(|ui| ui.close)}</span>
                </button>
            </div>
            <div class="rz-photo-dialog__frame" tabindex="0" role="group" aria-label=title>
                {move || photo.get().map(|photo| view! {
                    <img
                        class="rz-photo-dialog__image"
                        class=("rz-photo-dialog__image--full", is_full_size)
                        src=photo.url
                        alt=say(photo.title)
                    />
                })}
            </div>
        </dialog>
    }
}

//! Two pictures side by side: before and after.

use leptos::prelude::*;

use super::{Icon, Symbol};
use crate::app::state::{locale::Words, say, use_locale};
use crate::text::ByteSize;

/// One picture of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What is shown, where there is something to show.
    pub url: Option<String>,
    /// Bytes, where known.
    pub byte_length: Option<u32>,
    /// Width and height in pixels; 0 where not known.
    pub size: (u32, u32),
}

/// A picture with its caption, which opens large.
///
/// Accessibility: the picture is a button named after what it opens. Without a
/// picture (a HEIC in most browsers) a sentence stands in its place.
#[component]
pub fn Preview(
    /// What it shows.
    side: Side,
    /// Its caption.
    title: Words,
    /// What is said where the browser cannot show it.
    placeholder: Words,
    /// Whether these are the bytes that will be sent.
    #[prop(optional)]
    is_result: bool,
    /// Called when it is to be seen large.
    on_open: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let Side { url, byte_length, size: (width, height) } = side;
    let is_shown = RwSignal::new(url.is_some());
    let picture = url.map(|url| {
        view! {
            <button
                type="button"
                class="rz-preview__open"
                aria-label=move || {
                    let ui = locale.get().ui();
                    (ui.open_large)(title(ui))
                }
                on:click=move |_| on_open.run(())
            >
                <img
                    class="rz-preview__image"
                    src=url
                    alt=say(title)
                    decoding="async"
                    on:error=move |_| is_shown.set(false)
                />
                <span class="rz-preview__zoom"><Icon symbol=Symbol::Zoom/></span>
            </button>
        }
        .into_any()
    });
    let picture = StoredValue::new_local(picture);
    let bytes = byte_length.map(|bytes| ByteSize(bytes).to_string());
    let pixels = (0 < width).then(|| format!("{width} × {height}"));
    view! {
        <figure class="rz-preview">
            <div class="rz-preview__frame">
                {move || if is_shown.get() {
                    picture.try_update_value(Option::take).flatten()
                } else {
                    Some(view! {
                        <p class="rz-preview__placeholder"><Icon symbol=Symbol::Picture/>{say(placeholder)}</p>
                    }.into_any())
                }}
            </div>
            <figcaption class="rz-preview__caption">
                <span class="rz-preview__title">{say(title)}</span>
                <span
                    class="rz-preview__facts"
                    data-testid=is_result.then_some("result-bytes")
                    data-bytes=is_result.then_some(byte_length)
                >
                    {bytes.map(|bytes| view! { <span>{bytes}</span> })}
                    {pixels.map(|pixels| view! { <span>{pixels}</span> })}
                </span>
            </figcaption>
        </figure>
    }
}

//! The photos in use, one for each document, and their names as files.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Icon, Look, Symbol};
use crate::app::browser::ObjectUrl;
use crate::app::state::{Item, say, use_locale};
use crate::photo::{FileType, Fitted, Kind};
use crate::text::{ByteSize, Locale, Name};
use crate::wire::JobId;

/// A photo that was chosen for its document.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenPhoto {
    /// Which photo.
    pub id: JobId,
    /// Which document.
    pub kind: Kind,
    /// The photo with its verdict.
    pub fitted: Arc<Fitted>,
}

impl ChosenPhoto {
    /// What is shown of an item that was chosen.
    pub fn of(item: &Item) -> Option<Self> {
        let fitted = item.passed()?.clone();
        item.is_chosen.then_some(Self { id: item.id, kind: item.kind, fitted })
    }
}

/// The name under which a photo is downloaded: a person must find it again.
pub(super) fn download_name(kind: Kind, file_type: FileType, locale: Locale) -> String {
    let extension = mime_type(file_type).1;
    match locale {
        Locale::ZhHans => format!("{}.{extension}", kind.name(locale)),
        Locale::En => format!("{}.{extension}", kind.as_str()),
    }
}

/// MIME type and extension of a photo that passed.
pub(super) const fn mime_type(file_type: FileType) -> (&'static str, &'static str) {
    match file_type {
        FileType::Png => ("image/png", "png"),
        _ => ("image/jpeg", "jpg"),
    }
}

/// The photos that were chosen, one for each document.
///
/// Accessibility: a list; thumbnails have empty alternatives, since the document's
/// name stands beside each.
#[component]
pub fn ChosenList(
    /// The photos, in the order of the documents.
    photos: Memo<Vec<ChosenPhoto>>,
    /// Called with a photo that shall be chosen no more.
    on_release: Callback<JobId>,
) -> impl IntoView {
    let locale = use_locale();
    let heading = move || (locale.get().ui().chosen_heading)(photos.with(Vec::len));
    let item = move |photo: ChosenPhoto| {
        let ChosenPhoto { id, kind, fitted } = photo;
        let file_type = fitted.report.file_type;
        let bytes = fitted.photo.as_deref().unwrap_or_default();
        let url = ObjectUrl::of_bytes(bytes, mime_type(file_type).0);
        let address = url.as_ref().map(|url| url.as_str().to_owned());
        StoredValue::new_local(url);
        view! {
            <li class="rz-chosen-list__item">
                <img class="rz-chosen-list__image" src=address.clone() alt=""/>
                <div class="rz-chosen-list__text">
                    <p class="rz-chosen-list__kind">{move || kind.name(locale.get())}</p>
                    <p class="rz-chosen-list__size">{ByteSize(fitted.report.byte_length).to_string()}</p>
                </div>
                <a
                    class=Look::Quiet.class()
                    href=address
                    download=move || download_name(kind, file_type, locale.get())
                    aria-label=move || (locale.get().ui().download_of)(kind.name(locale.get()))
                >
                    <Icon symbol=Symbol::Download/>
                </a>
                <button
                    type="button"
                    class=Look::Quiet.class()
                    aria-label=move || (locale.get().ui().release_of)(kind.name(locale.get()))
                    on:click=move |_| on_release.run(id)
                >
                    <Icon symbol=Symbol::Cross/>
                </button>
            </li>
        }
    };
    view! {
        <section class="rz-chosen-list" aria-labelledby="chosen-heading">
            <h2 class="rz-chosen-list__heading" id="chosen-heading">{heading}</h2>
            <Show
                when=move || !photos.with(Vec::is_empty)
                fallback=|| view! { <p class="rz-chosen-list__empty">{say(|ui| ui.chosen_empty)}</p> }
            >
                <ul class="rz-chosen-list__items">
                    <For each=move || photos.get() key=|photo| (photo.id, photo.kind) children=item/>
                </ul>
            </Show>
        </section>
    }
}

//! The card of one photo, from file to verdict.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use super::chosen_list::{download_name, mime_type};
use super::file_drop::ACCEPT;
use super::{Icon, KindSelect, LargePhoto, Look, PhotoResult, Symbol};
use crate::app::browser::{ObjectUrl, files};
use crate::app::state::locale::Words;
use crate::app::state::{Item, Progress, Review, Verdict, card_id, say, use_locale};
use crate::photo::{Fitted, Kind, Report};
use crate::text::ByteSize;
use crate::text::journey::{edges, start};
use crate::wire::Failure;

/// What can be done with a photo.
#[derive(Clone, Copy, Debug)]
pub struct CardActions {
    /// It shows another document.
    pub set_kind: Callback<Kind>,
    /// It is chosen, or no more.
    pub set_chosen: Callback<bool>,
    /// Another file takes its place.
    pub replace: Callback<File>,
    /// It goes.
    pub remove: Callback<()>,
    /// It need not be finished.
    pub cancel: Callback<()>,
    /// It is tried again.
    pub retry: Callback<()>,
    /// It is seen large.
    pub open: Callback<LargePhoto>,
    /// Its edges are set by hand, on the picture of that address.
    pub adjust: Callback<String>,
}

/// One photo on its way from a file to a verdict.
///
/// Accessibility: an article named after its file, which can take the focus after
/// it came or came back. Verdicts are announced by the page, not here.
#[component]
pub fn PhotoCard(
    /// The photo.
    item: Memo<Option<Item>>,
    /// The file it was given as; nothing after a reload.
    file: Option<File>,
    /// What can be done with it.
    actions: CardActions,
    /// For a photo of a place in the form: whether one that had better be taken again can be
    /// used.
    may_use: Option<Signal<bool>>,
) -> impl IntoView {
    let Some(first) = item.get_untracked() else { return ().into_any() };
    let locale = use_locale();
    let heading_id = format!("{}-name", card_id(first.id));
    let labelled_by = heading_id.clone();
    let progress = Memo::new(move |_| item.get().map_or(Progress::Cancelled, |item| item.progress));
    let kind = Memo::new(move |_| item.get().map_or(Kind::Other, |item| item.kind));
    let is_chosen = Memo::new(move |_| item.get().is_some_and(|item| item.is_chosen));
    let given_url = StoredValue::new_local(file.as_ref().and_then(|file| ObjectUrl::of(file)));
    let byte_length = file.as_ref().map(|file| ByteSize(files::byte_length(file)).to_string());

    let body = move || match progress.get() {
        Progress::Done(fitted) => {
            let given = item.get_untracked().and_then(|item| item.given);
            view! { <Finished fitted given given_url kind is_chosen actions may_use/> }.into_any()
        }
        Progress::Failed(failure) => view! { <Failed failure/> }.into_any(),
        other => view! { <p class="rz-photo-card__stage">{say(stage(&other))}</p> }.into_any(),
    };
    view! {
        <article
            class="rz-photo-card"
            class=("rz-photo-card--chosen", is_chosen)
            id=card_id(first.id)
            tabindex="-1"
            aria-labelledby=labelled_by
            data-testid="photo-card"
            data-state=move || progress.get().as_str()
            data-verdict=move || item.get().and_then(|item| item.review()).map(|review| review.verdict.as_str())
        >
            <div class="rz-photo-card__head">
                {may_use.is_none().then(|| view! { <KindSelect kind=kind.into() on_pick=actions.set_kind/> })}
                <p class="rz-photo-card__name">
                    <span class="rz-photo-card__file" id=heading_id>{first.name}</span>
                    {byte_length.map(|bytes| view! { <span class="rz-photo-card__bytes">{bytes}</span> })}
                </p>
            </div>
            <Show when=move || item.with(|item| item.as_ref().is_some_and(|item| item.is_uncut))>
                <p class="rz-photo-card__failure">{move || locale.get().say(edges::FAILED)}</p>
            </Show>
            {body}
            <Shared item progress given_url actions/>
        </article>
    }
    .into_any()
}

/// The verdict, and what to do with the photo that passes.
#[component]
fn Finished(
    fitted: Arc<Fitted>,
    given: Option<Arc<Report>>,
    given_url: StoredValue<Option<ObjectUrl>, LocalStorage>,
    kind: Memo<Kind>,
    is_chosen: Memo<bool>,
    actions: CardActions,
    may_use: Option<Signal<bool>>,
) -> impl IntoView {
    let locale = use_locale();
    let file_type = fitted.report.file_type;
    let result = fitted
        .photo
        .as_deref()
        .and_then(|bytes| ObjectUrl::of_bytes(bytes, mime_type(file_type).0));
    let address = |url: &Option<ObjectUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    let (given_address, result_address) = (given_url.with_value(address), address(&result));
    // The address lives as long as what shows it.
    StoredValue::new_local(result);

    let open = Callback::new({
        let (given_address, result_address) = (given_address.clone(), result_address.clone());
        move |is_result: bool| {
            let (url, title): (_, Words) = if is_result {
                (result_address.clone(), |ui| ui.result)
            } else {
                (given_address.clone(), |ui| ui.original)
            };
            if let Some(url) = url {
                actions.open.run(LargePhoto { url, title });
            }
        }
    });
    let is_doubtful = Review::of(given.as_deref(), &fitted).verdict == Verdict::Doubtful;
    let choose: Words = if is_doubtful { |ui| ui.choose_anyway } else { |ui| ui.choose };
    let is_allowed = move || may_use.is_none_or(|may_use| may_use.get());
    let advice = (is_doubtful && may_use.is_some()).then(|| {
        view! {
            <p>{move || locale.get().say(if is_allowed() { start::ANYWAY } else { start::RETAKE })}</p>
        }
    });
    let use_buttons = result_address.clone().map(|url| {
        view! {
            <div class="rz-photo-card__main-actions">
                <button
                    type="button"
                    hidden=move || is_doubtful && !is_allowed() && !is_chosen.get()
                    class=move || if is_doubtful || is_chosen.get() { Look::Secondary.class() } else { Look::Primary.class() }
                    aria-pressed=move || is_chosen.get().to_string()
                    on:click=move |_| actions.set_chosen.run(!is_chosen.get_untracked())
                >
                    {move || is_chosen.get().then(|| view! { <Icon symbol=Symbol::Check/> })}
                    <span>
                        {move || if is_chosen.get() { say(|ui| ui.chosen)() } else { say(choose)() }}
                    </span>
                </button>
                <a
                    class=Look::Secondary.class()
                    href=url
                    download=move || download_name(kind.get(), file_type, locale.get())
                >
                    <Icon symbol=Symbol::Download/>
                    <span>{say(|ui| ui.download)}</span>
                </a>
            </div>
        }
    });
    view! {
        <PhotoResult fitted given given_url=given_address result_url=result_address on_open=open/>
        {advice}
        {use_buttons}
    }
}

/// Why there is no verdict.
#[component]
fn Failed(failure: Failure) -> impl IntoView {
    view! {
        <div class="rz-photo-card__failure">
            <h3 class="rz-photo-card__failure-heading">
                <Icon symbol=Symbol::Warn/>
                {say(|ui| ui.failed_heading)}
            </h3>
            <p>{say(failure_words(failure))}</p>
        </div>
    }
}

/// What can be done with a photo whatever its state.
#[component]
fn Shared(
    item: Memo<Option<Item>>,
    progress: Memo<Progress>,
    given_url: StoredValue<Option<ObjectUrl>, LocalStorage>,
    actions: CardActions,
) -> impl IntoView {
    let has_file = given_url.with_value(Option::is_some);
    let can_adjust =
        move || has_file && item.with(|item| item.as_ref().is_some_and(Item::can_be_cut));
    let adjust = move |_| {
        if let Some(url) = given_url.with_value(|url| Some(url.as_ref()?.as_str().to_owned())) {
            actions.adjust.run(url);
        }
    };
    let can_retry =
        move || has_file && matches!(progress.get(), Progress::Failed(_) | Progress::Cancelled);
    let locale = use_locale();
    let replace = move |event: web_sys::Event| {
        if let Some(file) = files::chosen(&event).into_iter().next() {
            actions.replace.run(file);
        }
    };
    view! {
        <Show when=can_retry>
            <div class="rz-photo-card__main-actions">
                <button type="button" class=Look::Secondary.class() on:click=move |_| actions.retry.run(())>
                    {say(|ui| ui.retry)}
                </button>
            </div>
        </Show>
        <div class="rz-photo-card__actions">
            <Show when=can_adjust>
                <button type="button" class=Look::Quiet.class() on:click=adjust>
                    {move || locale.get().say(edges::ADJUST)}
                </button>
            </Show>
            <Show
                when=move || progress.get().is_over()
                fallback=move || view! {
                    <button type="button" class=Look::Quiet.class() on:click=move |_| actions.cancel.run(())>
                        {say(|ui| ui.cancel)}
                    </button>
                }
            >
                <label class=Look::Quiet.class()>
                    <input type="file" class="rz-file-drop__input" accept=ACCEPT on:change=replace/>
                    <span>{say(|ui| ui.replace)}</span>
                </label>
                <button type="button" class=Look::Quiet.class() on:click=move |_| actions.remove.run(())>
                    {say(|ui| ui.remove)}
                </button>
            </Show>
        </div>
    }
}

fn stage(progress: &Progress) -> Words {
    match progress {
        Progress::Waiting => |ui| ui.stage_waiting,
        Progress::Reading => |ui| ui.stage_reading,
        Progress::Inspected => |ui| ui.stage_inspected,
        Progress::Judged => |ui| ui.stage_judged,
        Progress::Cancelled | Progress::Done(_) | Progress::Failed(_) => |ui| ui.stage_cancelled,
    }
}

fn failure_words(failure: Failure) -> Words {
    match failure {
        Failure::Unreadable => |ui| ui.failed_unreadable,
        Failure::TooLarge => |ui| ui.failed_too_large,
        Failure::WorkerLost => |ui| ui.failed_worker_lost,
        Failure::WorkerMissing => |ui| ui.failed_worker_missing,
        Failure::WrongProtocol => |ui| ui.failed_wrong_protocol,
        Failure::Lost => |ui| ui.failed_lost,
    }
}

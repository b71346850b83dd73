//! The page where photos are checked without an application.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, DragEvent, File};

use crate::app::browser::{document, files, listener};
use crate::app::components::{
    CardActions, ChosenList, ChosenPhoto, FileDrop, Icon, KindPicker, LargePhoto, PhotoCard,
    PhotoDialog, QueueBar, StorageStatus, Symbol, UndoBar,
};
use crate::app::state::{Home, Queue, Session, say};
use crate::photo::Kind;
use crate::wire::JobId;

/// Photos go in, verdicts and photos that pass come out.
#[component]
pub fn PhotoPage() -> impl IntoView {
    let session = Session::use_session();
    let queue = session.queue();
    let kind = RwSignal::new(Kind::IdFront);
    let home = session.loose();
    let add = Callback::new({
        let home = home.clone();
        move |files: Vec<File>| session.add(files, &home, kind.get_untracked())
    });
    take_files(add);
    let home = StoredValue::new(home);

    let chosen = Memo::new(move |_| {
        queue.with(|queue| {
            Kind::ALL
                .iter()
                .filter_map(|kind| {
                    home.with_value(|home| ChosenPhoto::of(queue.chosen(home, *kind)?))
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="rz-page__grid">
            <div class="rz-page__intro">
                <h1 tabindex="-1">{say(|ui| ui.photo_title)}</h1>
                <p class="rz-page__lead">{say(|ui| ui.tagline)}</p>
                <p class="rz-page__promise"><Icon symbol=Symbol::Shield/><span>{say(|ui| ui.promise)}</span></p>
            </div>
            <div class="rz-page__main">
                <section class="rz-page__give" aria-labelledby="give-heading">
                    <h2 id="give-heading">{say(|ui| ui.give_heading)}</h2>
                    <KindPicker kind/>
                    <FileDrop on_pick=add/>
                </section>
                <Results home=session.loose() may_use=None/>
            </div>
            <div class="rz-page__aside">
                <ChosenList
                    photos=chosen
                    on_release=Callback::new(move |id| session.set_chosen(id, false))
                />
                <StorageStatus
                    status=session.status()
                    on_clear=Callback::new(move |()| session.clear(|| {}))
                />
            </div>
        </div>
    }
}

/// The photos of one home, each with its verdict, and what can be done with them. One component
/// for all homes: every list of its own would weigh as much as a page of words.
#[component]
pub(super) fn Results(
    /// Whose photos.
    home: Home,
    /// For a place in the form: whether a photo that had better be taken again can be used.
    may_use: Option<Signal<bool>>,
) -> impl IntoView {
    let session = Session::use_session();
    let queue = session.queue();
    let large = RwSignal::new(None::<LargePhoto>);
    let ids = Memo::new(move |_| queue.with(|queue| queue.ids_of(&home)));
    let position = Memo::new(move |_| queue.with(Queue::position));
    let steps = Memo::new(move |_| queue.with(Queue::steps));
    let card = move |id: JobId| {
        let actions = actions(session, id, large);
        let (item, file) = (session.item(id), session.file(id));
        view! { <li><PhotoCard item file actions may_use/></li> }
    };
    view! {
        <UndoBar
            removed=session.removed()
            on_undo=Callback::new(move |()| session.undo_remove())
            on_close=Callback::new(move |()| session.forget_removed())
        />
        <Show when=move || !ids.with(Vec::is_empty)>
            <section class="rz-page__results" aria-labelledby="results-heading">
                <h2 id="results-heading">{say(|ui| ui.results_heading)}</h2>
                <QueueBar position steps on_cancel=Callback::new(move |()| session.cancel_all())/>
                <ul class="rz-page__cards">
                    <For each=move || ids.get() key=|id| *id children=card/>
                </ul>
            </section>
        </Show>
        <PhotoDialog photo=large/>
    }
    .into_any()
}

/// Takes the files that are pasted, or dropped beside the place for them: else they would
/// replace the page.
pub(super) fn take_files(add: Callback<Vec<File>>) {
    listener::on_window("paste", move |event: ClipboardEvent| add.run(files::pasted(&event)));
    listener::on_window("dragover", |event: DragEvent| event.prevent_default());
    listener::on_window("drop", |event: DragEvent| event.prevent_default());
}

/// What can be done with a photo of the visit.
fn actions(session: Session, id: JobId, large: RwSignal<Option<LargePhoto>>) -> CardActions {
    CardActions {
        set_kind: Callback::new(move |kind| session.set_kind(id, kind)),
        set_chosen: Callback::new(move |is_chosen| session.set_chosen(id, is_chosen)),
        replace: Callback::new(move |file| session.replace(id, file)),
        remove: Callback::new(move |()| {
            session.remove(id);
            request_animation_frame(|| document::focus("undo"));
        }),
        cancel: Callback::new(move |()| session.cancel(id)),
        retry: Callback::new(move |()| session.retry(id)),
        open: Callback::new(move |photo| large.set(Some(photo))),
        adjust: Callback::new(move |url| {
            wasm_bindgen_futures::spawn_local(session.adjust(id, url));
        }),
    }
}

//! One visit: the queue, the worker, the drafts, and what is said about them. It is long because
//! everything that happens on the page meets here.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use serde_json::value::RawValue;
use web_sys::File;

use super::drafts::{Desk, Draft, Status};
use super::queue::{Item, Queue};
use super::{shown, use_locale};
use crate::app::browser::{PhotoClient, clock, document};
use crate::photo::{Fitted, Kind};
use crate::text::Locale;
use crate::wire::snapshot::{DraftId, LOOSE_PHOTOS, PhotoEntry, PhotoId, Place};
use crate::wire::{FromWorker, JobId};

/// A photo that was taken out and can be put back.
#[derive(Clone, Debug, PartialEq)]
struct Removed {
    at: usize,
    item: Item,
}

/// One visit. A handle: copies are the same visit.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    queue: RwSignal<Queue>,
    files: StoredValue<Vec<(JobId, File)>, LocalStorage>,
    client: StoredValue<Option<PhotoClient>, LocalStorage>,
    desk: Desk,
    removed: RwSignal<Option<Removed>>,
    announcement: RwSignal<String>,
    locale: RwSignal<Locale>,
}

impl Session {
    /// Begins the visit with what was kept of earlier ones.
    pub fn provide() -> Self {
        let session = Self {
            queue: RwSignal::default(),
            files: StoredValue::new_local(Vec::new()),
            client: StoredValue::new_local(None),
            desk: Desk::open(&DraftId(LOOSE_PHOTOS.to_owned())),
            removed: RwSignal::new(None),
            announcement: RwSignal::default(),
            locale: use_locale(),
        };
        let client = PhotoClient::new(move |answer, written| session.hear(answer, written));
        session.client.set_value(Some(client));
        session.follow_draft();
        session.desk.on_change(move || session.follow_draft());
        provide_context(session);
        session
    }

    /// The visit that a component belongs to.
    ///
    /// # Panics
    ///
    /// Outside of the page's `App`: a mistake in the program.
    pub fn use_session() -> Self {
        expect_context()
    }

    /// All photos.
    pub const fn queue(self) -> RwSignal<Queue> {
        self.queue
    }

    /// One photo; nothing once it has been removed.
    pub fn item(self, id: JobId) -> Memo<Option<Item>> {
        Memo::new(move |_| self.queue.with(|queue| queue.get(id).cloned()))
    }

    /// The file that a photo was given as; nothing after a reload.
    pub fn file(self, id: JobId) -> Option<File> {
        self.files.with_value(|files| {
            files.iter().find(|(of, _)| *of == id).map(|(_, file)| file.clone())
        })
    }

    /// Whether photos survive a reload.
    pub const fn status(self) -> RwSignal<Status> {
        self.desk.status()
    }

    /// The name of the photo that can be put back.
    pub fn removed(self) -> Signal<Option<String>> {
        Signal::derive(move || Some(self.removed.get()?.item.name))
    }

    /// What a screen reader should say.
    pub fn announcement(self) -> Signal<String> {
        self.announcement.into()
    }

    /// Fetches the worker before it is needed.
    pub fn start_worker(self) {
        self.with_client(PhotoClient::start);
    }

    /// Takes in files that all show the same document.
    pub fn add(self, files: Vec<File>, kind: Kind) {
        if files.is_empty() {
            return;
        }
        self.say((self.locale.get_untracked().ui().announce_started)(files.len()));
        let first = self.queue.try_update(|queue| {
            let mut ids = files.into_iter().map(|file| {
                let id = queue.add(kind, file.name());
                self.files.update_value(|files| files.push((id, file)));
                id
            });
            let first = ids.next();
            ids.for_each(drop);
            first
        });
        if let Some(first) = first.flatten() {
            // On a phone the results are below what is seen.
            request_animation_frame(move || document::scroll_to(&super::card_id(first)));
        }
        self.pump();
    }

    /// Takes another file in the place of a photo.
    pub fn replace(self, id: JobId, file: File) {
        self.forget(id);
        self.interrupt(id);
        let new = self.queue.try_update(|queue| queue.replace(id, file.name())).flatten();
        if let Some(new) = new {
            self.files.update_value(|files| files.push((new, file)));
            request_animation_frame(move || document::focus(&super::card_id(new)));
        }
        self.drop_file(id);
        self.pump();
    }

    /// Takes a photo out.
    pub fn remove(self, id: JobId) {
        self.forget(id);
        self.interrupt(id);
        if let Some(before) = self.removed.get_untracked() {
            self.drop_file(before.item.id);
        }
        let removed = self.queue.try_update(|queue| queue.remove(id)).flatten();
        self.removed
            .set(removed.map(|(at, item)| Removed { at, item: Item { draft: None, ..item } }));
        self.keep_the_rest();
        self.pump();
    }

    /// Puts the photo back that was removed last.
    pub fn undo_remove(self) {
        let Some(Removed { at, item }) = self.removed.get_untracked() else { return };
        self.removed.set(None);
        let id = item.id;
        self.queue.update(|queue| queue.put_back(at, item));
        self.keep(id);
        request_animation_frame(move || document::focus(&super::card_id(id)));
    }

    /// Gives up the possibility to put it back.
    pub fn forget_removed(self) {
        if let Some(removed) = self.removed.get_untracked() {
            self.drop_file(removed.item.id);
        }
        self.removed.set(None);
    }

    /// Stops a photo; the others go on.
    pub fn cancel(self, id: JobId) {
        self.interrupt(id);
        self.pump();
    }

    /// Stops all photos.
    pub fn cancel_all(self) {
        let ids = self
            .queue
            .with_untracked(|queue| queue.items().iter().map(|item| item.id).collect::<Vec<_>>());
        for id in ids {
            self.interrupt(id);
        }
    }

    /// Tries a photo again.
    pub fn retry(self, id: JobId) {
        self.queue.update(|queue| queue.retry(id));
        self.pump();
    }

    /// Chooses a photo for its document, or takes the choice back.
    pub fn set_chosen(self, id: JobId, is_chosen: bool) {
        self.change(|queue| {
            if is_chosen {
                queue.choose(id);
            } else if let Some(item) = queue.get_mut(id) {
                item.is_chosen = false;
            }
        });
    }

    /// Says which document a photo shows.
    pub fn set_kind(self, id: JobId, kind: Kind) {
        self.change(|queue| queue.set_kind(id, kind));
    }

    /// The draft of an id: the one that lies open here, or another.
    pub fn desk_of(self, id: &DraftId) -> Desk {
        if self.desk.read(|draft| draft.id() == id) { self.desk } else { Desk::open(id) }
    }

    /// Deletes a draft from the device, and from the page if it lies open here.
    pub fn forget_draft(self, desk: Desk) {
        if desk.read(|draft| self.desk.read(|own| own.id() == draft.id())) {
            self.empty();
        }
        desk.delete();
        self.say(self.locale.get_untracked().drafts().deleted.to_owned());
    }

    /// Removes everything from page and device.
    pub fn clear(self, then: impl FnOnce() + 'static) {
        self.empty();
        self.desk.erase(move |is_gone| {
            let ui = self.locale.get_untracked().ui();
            self.say(if is_gone { ui.announce_cleared } else { ui.clear_failed }.to_owned());
            then();
        });
    }

    /// Removes everything from the page.
    fn empty(self) {
        self.cancel_all();
        self.queue.update(|queue| {
            let ids: Vec<JobId> = queue.items().iter().map(|item| item.id).collect();
            for id in ids {
                queue.remove(id);
            }
        });
        self.files.set_value(Vec::new());
        self.removed.set(None);
    }

    fn hear(self, answer: FromWorker, written: Option<Arc<str>>) {
        let heard = self.queue.try_update(|queue| {
            let id = queue.answer(answer)?;
            queue.get_mut(id)?.written = written;
            Some(id)
        });
        let heard = heard.flatten();
        let Some(id) = heard else { return };
        let Some(item) = self.queue.with_untracked(|queue| queue.get(id).cloned()) else { return };
        if !item.progress.is_over() {
            return;
        }
        let ui = self.locale.get_untracked().ui();
        let verdict = match item.review() {
            Some(review) => review.verdict.words(ui),
            None => ui.failed_heading,
        };
        self.say((ui.announce_verdict)(&item.name, verdict));
        self.pump();
        // Storage is slow, so the verdict is shown first.
        set_timeout(move || self.keep(id), Duration::ZERO);
    }

    /// Gives the worker the next photo.
    fn pump(self) {
        let waits = self.queue.with_untracked(|queue| queue.position().is_some());
        if !waits {
            return;
        }
        let next = self.queue.try_update(Queue::begin_next).flatten();
        let Some((id, kind)) = next else { return };
        if let Some(file) = self.file(id) {
            self.with_client(|client| client.fit(id, kind, &file));
        }
    }

    fn interrupt(self, id: JobId) {
        let was_running = self.queue.try_update(|queue| queue.cancel(id)).unwrap_or_default();
        if was_running {
            self.with_client(PhotoClient::cancel);
        }
    }

    /// Changes the queue, and keeps what has changed in it.
    fn change(self, change: impl FnOnce(&mut Queue)) {
        let before = self.queue.get_untracked();
        self.queue.update(change);
        let changed = self.queue.with_untracked(|queue| {
            let is_new = |item: &&Item| before.get(item.id) != Some(item);
            queue.items().iter().filter(is_new).map(|item| item.id).collect::<Vec<_>>()
        });
        for id in changed {
            self.keep(id);
        }
    }

    /// Keeps a photo that passes, or what has changed of it.
    fn keep(self, id: JobId) {
        let item = self.queue.with_untracked(|queue| queue.get(id).cloned());
        let Some(item) = item else { return };
        let (Some(fitted), Some(written)) = (item.passed(), &item.written) else { return };
        let Ok(written) = RawValue::from_string(written.to_string()) else { return };
        let known = item.draft.as_ref().and_then(|id| self.desk.read(|draft| draft.photo(id)));
        let known = known.map(|photo| photo.place);
        let photo = item.draft.clone().unwrap_or_else(|| PhotoId(clock::unique_name()));
        let entry = PhotoEntry {
            id: photo.clone(),
            kind: item.kind,
            name: item.name.clone(),
            chosen: item.is_chosen,
            fitted: written,
            place: known.clone().unwrap_or(Place::NotKept),
        };
        self.desk.edit(|draft| draft.set_photo(&entry));
        self.queue.update(|queue| {
            if let Some(item) = queue.get_mut(id) {
                item.draft = Some(photo.clone());
            }
        });
        if matches!(known, None | Some(Place::NotKept)) {
            self.desk.keep_photo(photo, fitted.photo.as_deref().unwrap_or_default());
        }
    }

    /// Tries again what found no room before.
    fn keep_the_rest(self) {
        let photos = self.desk.read(Draft::photos).into_iter();
        let unkept = photos.filter(|photo| photo.place == Place::NotKept).map(|photo| photo.id);
        for photo in unkept {
            let id = self.queue.with_untracked(|queue| queue.of_draft(&photo).map(|item| item.id));
            if let Some(id) = id {
                self.keep(id);
            }
        }
    }

    fn forget(self, id: JobId) {
        let photo = self.queue.with_untracked(|queue| queue.get(id)?.draft.clone());
        if let Some(photo) = photo {
            self.desk.edit(|draft| draft.remove_photo(&photo));
            self.desk.delete_photo(photo);
        }
    }

    /// Shows what the draft has: at the start, and when another tab has changed it.
    fn follow_draft(self) {
        let photos = self.desk.read(Draft::photos);
        let missing = self.queue.try_update(|queue| shown::follow(queue, photos));
        for photo in missing.unwrap_or_default() {
            self.restore(photo);
        }
    }

    fn restore(self, photo: PhotoEntry) {
        let id = photo.id.clone();
        self.desk.fetch_photo(&id, move |bytes| {
            let fitted = bytes.and_then(|bytes| {
                let fitted = serde_json::from_str(photo.fitted.get()).ok()?;
                Some(Fitted { photo: Some(bytes), ..fitted })
            });
            // It may have been removed meanwhile, or asked for twice.
            let is_wanted = self.desk.read(|draft| draft.photo(&photo.id).is_some());
            self.queue.update(|queue| {
                if is_wanted && queue.of_draft(&photo.id).is_none() {
                    let id = queue.restore(&photo, fitted);
                    shown::show(queue, id, &photo);
                }
            });
        });
    }

    fn drop_file(self, id: JobId) {
        self.files.update_value(|files| files.retain(|(of, _)| *of != id));
    }

    /// Has a screen reader say something.
    pub fn say(self, words: String) {
        self.announcement.set(words);
    }

    fn with_client(self, act: impl FnOnce(&PhotoClient)) {
        // A copy, since an answer may come before `act` is through.
        if let Some(client) = self.client.get_value() {
            act(&client);
        }
    }
}

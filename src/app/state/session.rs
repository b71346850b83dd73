//! One visit: the queue, the worker, the drafts, and what is said about them.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{File, StorageEvent};

use super::draft::{Draft, DraftKey};
use super::drafts;
use super::queue::{Item, Queue};
use super::use_locale;
use crate::app::browser::storage::{self, StorageError};
use crate::app::browser::{PhotoClient, clock, document, listener};
use crate::photo::Kind;
use crate::text::Locale;
use crate::wire::{FromWorker, JobId};

/// Whether finished photos survive a reload.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Keeping {
    /// They do; the last was kept at that moment, in Unix milliseconds.
    Kept(Option<u64>),
    /// They do not: forbidden, or no room.
    Lost(StorageError),
}

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
    keeping: RwSignal<Keeping>,
    removed: RwSignal<Option<Removed>>,
    announcement: RwSignal<String>,
    locale: RwSignal<Locale>,
}

impl Session {
    /// Begins the visit with what was kept of earlier ones.
    pub fn provide() -> Self {
        let keeping = storage::probe().map_or_else(Keeping::Lost, |()| Keeping::Kept(None));
        let session = Self {
            queue: RwSignal::default(),
            files: StoredValue::new_local(Vec::new()),
            client: StoredValue::new_local(None),
            keeping: RwSignal::new(keeping),
            removed: RwSignal::new(None),
            announcement: RwSignal::default(),
            locale: use_locale(),
        };
        let client = PhotoClient::new(move |answer| session.hear(answer));
        session.client.set_value(Some(client));
        for (key, draft) in drafts::all() {
            session.restore(key, draft);
        }
        listener::on_window("storage", move |event| session.follow_other_tab(&event));
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
    pub fn keeping(self) -> Signal<Keeping> {
        self.keeping.into()
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

    /// Removes everything from page and device.
    pub fn clear(self) {
        self.cancel_all();
        drafts::forget_all();
        self.queue.update(|queue| {
            let ids: Vec<JobId> = queue.items().iter().map(|item| item.id).collect();
            for id in ids {
                queue.remove(id);
            }
        });
        self.files.set_value(Vec::new());
        self.removed.set(None);
        self.keeping.set(storage::probe().map_or_else(Keeping::Lost, |()| Keeping::Kept(None)));
        self.say(self.locale.get_untracked().ui().announce_cleared.to_owned());
    }

    fn hear(self, answer: FromWorker) {
        let heard = self.queue.try_update(|queue| queue.answer(answer)).flatten();
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

    fn keep(self, id: JobId) {
        let item = self.queue.with_untracked(|queue| queue.get(id).cloned());
        let Some(item) = item.filter(|item| item.passed().is_some()) else { return };
        match drafts::keep(&item) {
            Ok(key) => {
                self.queue.update(|queue| {
                    if let Some(item) = queue.get_mut(id) {
                        item.draft = key;
                    }
                });
                self.keeping.set(Keeping::Kept(Some(clock::now())));
            }
            Err(error) => self.keeping.set(Keeping::Lost(error)),
        }
    }

    /// Tries again what found no room before.
    fn keep_the_rest(self) {
        let unkept = self.queue.with_untracked(|queue| {
            let is_unkept = |item: &&Item| item.draft.is_none() && item.passed().is_some();
            queue.items().iter().filter(is_unkept).map(|item| item.id).collect::<Vec<_>>()
        });
        if unkept.is_empty() && self.keeping.get_untracked() == Keeping::Lost(StorageError::Full) {
            self.keeping.set(Keeping::Kept(None));
        }
        for id in unkept {
            self.keep(id);
        }
    }

    fn forget(self, id: JobId) {
        let key = self.queue.with_untracked(|queue| queue.get(id)?.draft.clone());
        if let Some(key) = key {
            drafts::forget(&key);
        }
    }

    fn restore(self, key: DraftKey, draft: Draft) {
        self.queue.update(|queue| {
            let (kind, name, chosen) = (draft.kind, draft.name.clone(), draft.chosen);
            self.keeping.set(Keeping::Kept(Some(draft.saved_at)));
            let id = queue.restore(kind, name, draft.fitted());
            if let Some(item) = queue.get_mut(id) {
                item.draft = Some(key);
            }
            if chosen {
                queue.choose(id);
            }
        });
    }

    /// Another tab kept, changed or removed a photo, or (without a key) everything.
    fn follow_other_tab(self, event: &StorageEvent) {
        let Some(key) = event.key() else {
            self.queue.update(|queue| {
                let kept = queue.items().iter().filter(|item| item.draft.is_some());
                for id in kept.map(|item| item.id).collect::<Vec<_>>() {
                    queue.remove(id);
                }
            });
            return;
        };
        let Some(key) = DraftKey::of_stored(key) else { return };
        let known = self.queue.with_untracked(|queue| {
            queue.items().iter().find(|item| item.draft.as_ref() == Some(&key)).map(|item| item.id)
        });
        let Some(json) = event.new_value() else {
            self.queue.update(|queue| {
                known.and_then(|id| queue.remove(id));
            });
            return;
        };
        let Some(draft) = Draft::of_json(&json) else { return };
        match known {
            None => self.restore(key, draft),
            Some(id) => self.queue.update(|queue| {
                if let Some(item) = queue.get_mut(id) {
                    (item.kind, item.is_chosen) = (draft.kind, draft.chosen);
                }
            }),
        }
    }

    fn drop_file(self, id: JobId) {
        self.files.update_value(|files| files.retain(|(of, _)| *of != id));
    }

    fn say(self, words: String) {
        self.announcement.set(words);
    }

    fn with_client(self, act: impl FnOnce(&PhotoClient)) {
        // A copy, since an answer may come before `act` is through.
        if let Some(client) = self.client.get_value() {
            act(&client);
        }
    }
}

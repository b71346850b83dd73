//! One visit: the queue, the worker, the drafts, and what is said about them. It is long because
//! everything that happens on the page meets here.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use serde_json::value::RawValue;
use web_sys::File;

use super::drafts::{Desk, Draft, Status, shelf};
use super::item::{Home, Item, Progress};
use super::queue::Queue;
use super::{places, shown, use_locale};
use crate::app::browser::edges::{self, Edges};
use crate::app::browser::{JourneyClient, PhotoClient, clock, crypto, document};
use crate::application::Slot;
use crate::photo::{self, Fitted, Kind};
use crate::text::Locale;
use crate::text::journey::edges as words;
use crate::wire::snapshot::{DraftId, LOOSE_PHOTOS, PhotoEntry, PhotoId, Place, path};
use crate::wire::{FromWorker, JobId};

/// A photo that was taken out and can be put back.
#[derive(Clone, Debug, PartialEq)]
struct Removed {
    at: usize,
    item: Item,
}

/// A draft that was opened.
struct Open {
    desk: Desk,
    /// Whether its photos are in the queue.
    has_photos: bool,
}

/// One visit. A handle: copies are the same visit.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    queue: RwSignal<Queue>,
    files: StoredValue<Vec<(JobId, File)>, LocalStorage>,
    client: StoredValue<Option<PhotoClient>, LocalStorage>,
    journey: StoredValue<JourneyClient, LocalStorage>,
    /// The draft of loose photos.
    desk: Desk,
    /// All drafts that were opened on this visit, that one first.
    desks: StoredValue<Vec<Open>, LocalStorage>,
    /// What lives as long as the page.
    owner: StoredValue<Owner, LocalStorage>,
    changes: RwSignal<u32>,
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
            journey: StoredValue::new_local(JourneyClient::new()),
            desk: Desk::open(&DraftId(LOOSE_PHOTOS.to_owned())),
            desks: StoredValue::new_local(Vec::new()),
            owner: StoredValue::new_local(Owner::current().unwrap_or_default()),
            changes: RwSignal::default(),
            removed: RwSignal::new(None),
            announcement: RwSignal::default(),
            locale: use_locale(),
        };
        let client = PhotoClient::new(move |answer, written| session.hear(answer, written));
        session.client.set_value(Some(client));
        session.lay_open(session.desk);
        session.show_photos(session.desk);
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

    /// Where loose photos belong.
    pub fn loose(self) -> Home {
        Home { draft: self.desk.read(|draft| draft.id().clone()), slot: None }
    }

    /// Who computes the pages of applications.
    pub fn journey(self) -> JourneyClient {
        self.journey.with_value(Clone::clone)
    }

    /// Takes in files that all show the same document.
    pub fn add(self, files: Vec<File>, home: &Home, kind: Kind) {
        if files.is_empty() {
            return;
        }
        self.say((self.locale.get_untracked().ui().announce_started)(files.len()));
        let first = self.queue.try_update(|queue| {
            let mut ids = files.into_iter().map(|file| {
                let id = queue.add(home.clone(), kind, file.name());
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

    /// Has the edges of a photo set on its picture, and cuts it along them. It stays what it was
    /// until that is done, and if it cannot be.
    pub async fn adjust(self, id: JobId, url: String) {
        let item = self.queue.with_untracked(|queue| queue.get(id).cloned());
        let Some(Item { given: Some(given), found, cut, .. }) = item else { return };
        let size = [given.width, given.height];
        let asked = Edges { url: &url, size, found, before: cut.as_deref() };
        match edges::edit(&asked, self.locale.get_untracked()).await {
            Ok(Some(cut)) => {
                self.queue.update(|queue| queue.cut(id, cut.into()));
                request_animation_frame(move || document::focus(&super::card_id(id)));
                self.pump();
            }
            Ok(None) => {}
            Err(_) => self.queue.update(|queue| {
                if let Some(item) = queue.get_mut(id) {
                    item.is_uncut = true;
                }
            }),
        }
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

    /// The draft of an id, opened if need be. It stays open as long as the page.
    pub fn desk_of(self, id: &DraftId) -> Desk {
        let open = self.desks.with_value(|desks| {
            desks.iter().map(|open| open.desk).find(|desk| desk.read(|draft| draft.id() == id))
        });
        open.unwrap_or_else(|| {
            let desk = self.owner.with_value(|owner| owner.with(|| Desk::open(id)));
            self.lay_open(desk);
            desk
        })
    }

    /// The draft of an id, if there is one on this device or on the page.
    pub fn known_desk(self, id: &DraftId) -> Option<Desk> {
        let is_open =
            self.desks.with_value(|desks| desks.iter().any(|open| is_draft(open.desk, id)));
        (is_open || shelf().text(id).is_some()).then(|| self.desk_of(id))
    }

    /// Counts what was changed in the drafts that lie open, but not on their own pages.
    pub const fn changes(self) -> RwSignal<u32> {
        self.changes
    }

    /// Has the photos of a draft in the queue from now on.
    pub fn show_photos(self, desk: Desk) {
        self.desks.update_value(|desks| {
            for open in desks.iter_mut().filter(|open| is_same(open.desk, desk)) {
                open.has_photos = true;
            }
        });
        self.follow_draft(desk);
    }

    /// Deletes a draft from the device, and from the page.
    pub fn forget_draft(self, desk: Desk) {
        self.empty(Some(desk));
        desk.delete();
        self.say(self.locale.get_untracked().drafts().deleted.to_owned());
    }

    /// Removes everything from page and device.
    pub fn clear(self, then: impl FnOnce() + 'static) {
        self.empty(None);
        self.desks.with_value(|desks| desks.iter().for_each(|open| open.desk.reset()));
        self.desk.erase(move |is_gone| {
            let ui = self.locale.get_untracked().ui();
            self.say(if is_gone { ui.announce_cleared } else { ui.clear_failed }.to_owned());
            then();
        });
    }

    /// Removes the photos of a draft, or all, from the page.
    fn empty(self, desk: Option<Desk>) {
        let ids = self.queue.with_untracked(|queue| {
            let is_of = |home: &Home| desk.is_none_or(|desk| is_draft(desk, &home.draft));
            let items = queue.items().iter().filter(|item| is_of(&item.home));
            items.map(|item| item.id).collect::<Vec<_>>()
        });
        for &id in &ids {
            self.interrupt(id);
            self.drop_file(id);
        }
        self.queue.update(|queue| {
            for id in ids {
                queue.remove(id);
            }
        });
        self.removed.set(None);
        self.pump();
    }

    fn lay_open(self, desk: Desk) {
        self.desks.update_value(|desks| desks.push(Open { desk, has_photos: false }));
        desk.on_change(move || {
            let is_shown = self.desks.with_value(|desks| {
                desks.iter().any(|open| open.has_photos && is_same(open.desk, desk))
            });
            if is_shown {
                self.follow_draft(desk);
            }
            self.changes.update(|changes| *changes += 1);
        });
    }

    fn hear(self, answer: FromWorker, written: Option<Arc<str>>) {
        let heard = self.queue.try_update(|queue| {
            let id = queue.answer(answer)?;
            let item = queue.get_mut(id)?;
            if !item.is_uncut {
                item.written = written;
            }
            Some(id)
        });
        let heard = heard.flatten();
        let Some(id) = heard else { return };
        let Some(item) = self.queue.with_untracked(|queue| queue.get(id).cloned()) else { return };
        if !item.progress.is_over() {
            return;
        }
        let locale = self.locale.get_untracked();
        let ui = locale.ui();
        let verdict = match item.review() {
            Some(review) => review.verdict.words(ui),
            None => ui.failed_heading,
        };
        self.say(if item.is_uncut {
            locale.say(words::FAILED).to_owned()
        } else {
            (ui.announce_verdict)(&item.name, verdict)
        });
        self.pump();
        if item.is_uncut {
            return;
        }
        if item.home.slot.is_some() {
            return self.settle(&item);
        }
        // Storage is slow, so the verdict is shown first.
        set_timeout(move || self.keep(id), Duration::ZERO);
    }

    /// What passes is used for its place at once where that is free; what does not is counted.
    fn settle(self, item: &Item) {
        let (id, Some(fitted)) = (item.id, item.passed().cloned()) else {
            return self.count_try(item);
        };
        if fitted.report.verdict == photo::Verdict::Retake {
            self.count_try(item);
            // Cut anew it may be worse than it was when it was chosen.
            self.queue.update(|queue| {
                if let Some(item) = queue.get_mut(id) {
                    item.is_chosen = false;
                }
            });
        } else {
            self.queue.update(|queue| {
                let chosen = queue.chosen(&item.home, item.kind);
                let is_free = chosen.is_none_or(|chosen| self.was_refused(chosen));
                if is_free || !is_single(&item.home) {
                    queue.choose(id);
                }
            });
            if is_single(&item.home) {
                self.drop_rejected(&item.home);
            }
        }
        wasm_bindgen_futures::spawn_local(async move {
            let bytes = fitted.photo.as_deref().unwrap_or_default();
            let sha256 = crypto::sha256(bytes).await;
            self.queue.update(|queue| {
                if let Some(item) = queue.get_mut(id) {
                    item.sha256 = sha256;
                }
            });
            self.keep(id);
        });
    }

    /// Whether WeChat has sent this photo back: its hash stands in the draft then.
    fn was_refused(self, item: &Item) -> bool {
        let Some(sha256) = &item.sha256 else { return false };
        let desk = self.desk_of(&item.home.draft);
        desk.read(|draft| draft.part(path::REFUSED).is_some_and(|refused| refused.contains(sha256)))
    }

    /// What will do takes the place of what had better be taken again. The last of them can be
    /// put back.
    fn drop_rejected(self, home: &Home) {
        let is_rejected = |item: &&Item| {
            let is_retake = |fitted: &Arc<Fitted>| fitted.report.verdict == photo::Verdict::Retake;
            item.home == *home
                && !item.is_chosen
                && matches!(item.progress, Progress::Done(_))
                && (item.passed().is_none_or(is_retake) || self.was_refused(item))
        };
        let rejected: Vec<JobId> = self.queue.with_untracked(|queue| {
            queue.items().iter().filter(is_rejected).map(|item| item.id).collect()
        });
        for id in rejected {
            self.remove(id);
        }
    }

    /// Counts a photo that had better be taken again. The same one cut otherwise is no other.
    fn count_try(self, item: &Item) {
        if let (Some(slot), Progress::Done(_), None) = (item.home.slot, &item.progress, &item.cut) {
            self.desk_of(&item.home.draft).edit(|draft| places::count_try(draft, slot));
        }
    }

    /// Gives the worker the next photo.
    fn pump(self) {
        let waits = self.queue.with_untracked(|queue| queue.position().is_some());
        if !waits {
            return;
        }
        let next = self.queue.try_update(Queue::begin_next).flatten();
        let Some((id, kind)) = next else { return };
        let cut = self.queue.with_untracked(|queue| queue.get(id)?.cut.clone());
        if let Some(file) = self.file(id) {
            self.with_client(|client| client.fit(id, kind, cut.as_deref(), &file));
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
        let desk = self.desk_of(&item.home.draft);
        let known = item.draft.as_ref().and_then(|id| desk.read(|draft| draft.photo(id)));
        // The bytes behind an id never change: what was cut anew is another photo.
        let is_same = known.as_ref().is_none_or(|known| known.fitted.get() == written.get());
        let (known, outdated) = if is_same { (known, None) } else { (None, item.draft.clone()) };
        let known = known.map(|photo| photo.place);
        let photo = item.draft.clone().filter(|_| is_same);
        let photo = photo.unwrap_or_else(|| PhotoId(clock::unique_name()));
        let entry = PhotoEntry {
            id: photo.clone(),
            kind: item.kind,
            name: item.name.clone(),
            chosen: item.is_chosen,
            fitted: written,
            place: known.clone().unwrap_or(Place::NotKept),
            slot: item.home.slot,
            sha256: item.sha256.clone(),
            anyway: item.home.slot.is_some()
                && item.is_chosen
                && fitted.report.verdict == photo::Verdict::Retake,
        };
        desk.edit(|draft| {
            draft.set_photo(&entry);
            if let Some(outdated) = &outdated {
                draft.remove_photo(outdated);
            }
            places::tell_form(draft, item.home.slot);
        });
        self.queue.update(|queue| {
            if let Some(item) = queue.get_mut(id) {
                item.draft = Some(photo.clone());
            }
        });
        if matches!(known, None | Some(Place::NotKept)) {
            desk.keep_photo(photo, fitted.photo.as_deref().unwrap_or_default());
        }
        if let Some(outdated) = outdated {
            desk.delete_photo(outdated);
        }
        if item.home.slot.is_some() {
            self.changes.update(|changes| *changes += 1);
        }
    }

    /// Tries again what found no room before.
    fn keep_the_rest(self) {
        let desks =
            self.desks.with_value(|desks| desks.iter().map(|open| open.desk).collect::<Vec<_>>());
        let photos = desks.into_iter().flat_map(|desk| desk.read(Draft::photos));
        let unkept = photos.filter(|photo| photo.place == Place::NotKept).map(|photo| photo.id);
        for photo in unkept {
            let id = self.queue.with_untracked(|queue| queue.of_draft(&photo).map(|item| item.id));
            if let Some(id) = id {
                self.keep(id);
            }
        }
    }

    fn forget(self, id: JobId) {
        let item = self.queue.with_untracked(|queue| queue.get(id).cloned());
        let Some(Item { home, draft: Some(photo), .. }) = item else { return };
        let desk = self.desk_of(&home.draft);
        desk.edit(|draft| {
            draft.remove_photo(&photo);
            places::tell_form(draft, home.slot);
        });
        desk.delete_photo(photo);
        if home.slot.is_some() {
            self.changes.update(|changes| *changes += 1);
        }
    }

    /// Shows what the draft has: at the start, and when another tab has changed it.
    fn follow_draft(self, desk: Desk) {
        let (id, photos) = desk.read(|draft| (draft.id().clone(), draft.photos()));
        let missing = self.queue.try_update(|queue| shown::follow(queue, &id, photos));
        for photo in missing.unwrap_or_default() {
            self.restore(desk, photo);
        }
    }

    fn restore(self, desk: Desk, photo: PhotoEntry) {
        let id = photo.id.clone();
        desk.fetch_photo(&id, move |bytes| {
            let fitted = bytes.and_then(|bytes| {
                let fitted = serde_json::from_str(photo.fitted.get()).ok()?;
                Some(Fitted { photo: Some(bytes), ..fitted })
            });
            // It may have been removed meanwhile, or asked for twice.
            let (draft, is_wanted) =
                desk.read(|draft| (draft.id().clone(), draft.photo(&photo.id).is_some()));
            self.queue.update(|queue| {
                if is_wanted && queue.of_draft(&photo.id).is_none() {
                    let id = queue.restore(&draft, &photo, fitted);
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

fn is_draft(desk: Desk, id: &DraftId) -> bool {
    desk.read(|draft| draft.id() == id)
}

fn is_same(one: Desk, other: Desk) -> bool {
    one.read(|draft| is_draft(other, draft.id()))
}

fn is_single(home: &Home) -> bool {
    home.slot.is_none_or(Slot::is_single)
}

//! The photos of this visit, in the order in which they were given.

use std::sync::Arc;

use super::item::{Home, Item, Progress};
use crate::photo::{Fitted, Kind};
use crate::wire::snapshot::{DraftId, PhotoEntry, PhotoId};
use crate::wire::{Failure, FromWorker, JobId};

/// All photos.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    items: Vec<Item>,
    last: u32,
    /// What was given since nothing was to be done: "2 of 5" counts these.
    batch: Vec<JobId>,
}

impl Queue {
    /// All photos, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Those that belong there, in order.
    pub fn ids_of(&self, home: &Home) -> Vec<JobId> {
        let items = self.items.iter().filter(|item| item.home == *home);
        items.map(|item| item.id).collect()
    }

    /// One of them.
    pub fn get(&self, id: JobId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// One of them, to be changed.
    pub fn get_mut(&mut self, id: JobId) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.id == id)
    }

    /// Adds a photo that waits for the worker.
    pub fn add(&mut self, home: Home, kind: Kind, name: String) -> JobId {
        self.insert(self.items.len(), home, kind, name, Progress::Waiting)
    }

    /// Puts another photo in the place of one.
    pub fn replace(&mut self, id: JobId, name: String) -> Option<JobId> {
        let at = self.items.iter().position(|item| item.id == id)?;
        let Item { home, kind, .. } = self.items.remove(at);
        Some(self.insert(at, home, kind, name, Progress::Waiting))
    }

    /// Adds a photo of a draft. Nothing is `fitted` where its bytes are lost.
    pub fn restore(
        &mut self,
        draft: &DraftId,
        photo: &PhotoEntry,
        fitted: Option<Fitted>,
    ) -> JobId {
        let lost = Progress::Failed(Failure::Lost);
        let progress = fitted.map_or(lost, |fitted| Progress::Done(Arc::new(fitted)));
        let home = Home { draft: draft.clone(), slot: photo.slot };
        let id = self.insert(self.items.len(), home, photo.kind, photo.name.clone(), progress);
        if let Some(item) = self.get_mut(id) {
            item.sha256.clone_from(&photo.sha256);
            item.draft = Some(photo.id.clone());
            item.written = Some(photo.fitted.get().into());
        }
        id
    }

    /// The photo of the draft that an item is.
    pub fn of_draft(&self, photo: &PhotoId) -> Option<&Item> {
        self.items.iter().find(|item| item.draft.as_ref() == Some(photo))
    }

    /// Takes a photo out; it can be put back where it was.
    pub fn remove(&mut self, id: JobId) -> Option<(usize, Item)> {
        let at = self.items.iter().position(|item| item.id == id)?;
        self.batch.retain(|batched| *batched != id);
        Some((at, self.items.remove(at)))
    }

    /// Puts a photo back. What had not been finished can be begun again.
    pub fn put_back(&mut self, at: usize, mut item: Item) {
        if !item.progress.is_over() {
            item.end(Progress::Cancelled);
        }
        if item.is_chosen {
            item.is_chosen = self.chosen(&item.home, item.kind).is_none();
        }
        self.items.insert(at.min(self.items.len()), item);
    }

    /// The photo that the worker has.
    pub fn running(&self) -> Option<JobId> {
        self.items.iter().find(|item| item.progress.is_running()).map(|item| item.id)
    }

    /// The next photo for the worker, unless it has one.
    pub fn begin_next(&mut self) -> Option<(JobId, Kind)> {
        if self.running().is_some() {
            return None;
        }
        let next = self.items.iter_mut().find(|item| item.progress == Progress::Waiting)?;
        next.progress = Progress::Reading;
        Some((next.id, next.kind))
    }

    /// Takes in an answer. One to a photo that is not being worked on (any more)
    /// changes nothing, and gives nothing back.
    pub fn answer(&mut self, answer: FromWorker) -> Option<JobId> {
        let (FromWorker::Inspected { job, .. }
        | FromWorker::Judged { job, .. }
        | FromWorker::Fitted { job, .. }
        | FromWorker::Failed { job, .. }) = answer
        else {
            return None;
        };
        let item = self.get_mut(job).filter(|item| item.progress.is_running())?;
        let given;
        (item.progress, given) = match answer {
            FromWorker::Ready { .. } => return None,
            FromWorker::Inspected { report, .. } => (Progress::Inspected, Some(report)),
            FromWorker::Judged { report, .. } => (Progress::Judged, Some(report)),
            FromWorker::Fitted { fitted, .. } => (Progress::Done(Arc::new(fitted)), None),
            FromWorker::Failed { failure, .. } => (Progress::Failed(failure), None),
        };
        item.given = given.map(Arc::new).or(item.given.take());
        match &item.progress {
            Progress::Judged if item.cut.is_none() => {
                let document = item.given.as_ref().and_then(|given| given.document.as_ref());
                item.found = document.map(|document| document.corners);
            }
            Progress::Done(fitted) if item.is_cut_so(fitted) => item.former = None,
            progress if progress.is_over() && item.former.is_some() => {
                item.end(Progress::Cancelled);
                item.is_uncut = true;
            }
            _ => {}
        }
        Some(job)
    }

    /// Stops a photo, and says whether the worker has it.
    pub fn cancel(&mut self, id: JobId) -> bool {
        let Some(item) = self.get_mut(id).filter(|item| !item.progress.is_over()) else {
            return false;
        };
        let was_running = item.progress.is_running();
        item.end(Progress::Cancelled);
        was_running
    }

    /// Lets a finished photo wait once more, to be cut otherwise.
    pub fn cut(&mut self, id: JobId, cut: Arc<str>) {
        let Some(item) = self.get_mut(id).filter(|item| item.can_be_cut()) else { return };
        item.is_uncut = false;
        item.former = Some(Box::new(item.clone()));
        (item.cut, item.sha256) = (Some(cut), None);
        self.retry(id);
    }

    /// Lets a photo wait once more that was cancelled or failed.
    pub fn retry(&mut self, id: JobId) {
        self.settle_batch();
        let Some(item) = self.get_mut(id) else { return };
        item.progress = Progress::Waiting;
        if !self.batch.contains(&id) {
            self.batch.push(id);
        }
    }

    /// The photo that was chosen for a document.
    pub fn chosen(&self, home: &Home, kind: Kind) -> Option<&Item> {
        self.items.iter().find(|item| item.is_chosen && item.home == *home && item.kind == kind)
    }

    /// Chooses a photo that passes for its document, in place of the one before.
    pub fn choose(&mut self, id: JobId) {
        let Some(chosen) = self.get(id).filter(|item| item.passed().is_some()) else { return };
        let (kind, home) = (chosen.kind, chosen.home.clone());
        let takes_many = home.slot.is_some_and(|slot| !slot.is_single());
        for item in self.items.iter_mut().filter(|item| item.home == home && item.kind == kind) {
            item.is_chosen = item.id == id || (takes_many && item.is_chosen);
        }
    }

    /// Says that a photo shows another document. It stays chosen unless that
    /// document has a photo already.
    pub fn set_kind(&mut self, id: JobId, kind: Kind) {
        let home = self.get(id).map(|item| item.home.clone());
        let chosen = home.and_then(|home| self.chosen(&home, kind));
        let is_taken = chosen.is_some_and(|item| item.id != id);
        if let Some(item) = self.get_mut(id) {
            item.kind = kind;
            item.is_chosen &= !is_taken;
        }
    }

    /// What is being done, and of how many: nothing when all is done.
    pub fn position(&self) -> Option<(usize, usize)> {
        let over = self.batch_items().filter(|item| item.progress.is_over()).count();
        (over < self.batch.len()).then_some((over + 1, self.batch.len()))
    }

    /// Steps behind, of all steps.
    pub fn steps(&self) -> (usize, usize) {
        let behind = self.batch_items().map(|item| item.progress.steps()).sum();
        (behind, self.batch.len() * Progress::STEPS)
    }

    fn batch_items(&self) -> impl Iterator<Item = &Item> {
        self.batch.iter().filter_map(|id| self.get(*id))
    }

    /// Begins to count anew if all is done.
    fn settle_batch(&mut self) {
        if self.position().is_none() {
            self.batch.clear();
        }
    }

    fn insert(
        &mut self,
        at: usize,
        home: Home,
        kind: Kind,
        name: String,
        progress: Progress,
    ) -> JobId {
        self.last += 1;
        let id = JobId(self.last);
        if progress == Progress::Waiting {
            self.batch.retain(|id| self.items.iter().any(|item| item.id == *id));
            self.settle_batch();
            self.batch.push(id);
        }
        let item = Item {
            id,
            home,
            kind,
            name,
            progress,
            given: None,
            is_chosen: false,
            draft: None,
            written: None,
            sha256: None,
            cut: None,
            found: None,
            former: None,
            is_uncut: false,
        };
        self.items.insert(at, item);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::Slot;
    use crate::photo::{self, Change, Photo, ProfileId};

    fn home(slot: Option<Slot>) -> Home {
        Home { draft: DraftId("a".to_owned()), slot }
    }

    fn queue(count: u32) -> Queue {
        let mut queue = Queue::default();
        for _ in 0..count {
            queue.add(home(None), Kind::Other, "a.jpg".to_owned());
        }
        queue
    }

    fn fitted(job: JobId) -> FromWorker {
        let report = photo::check(&Photo::new(b"no photo"), ProfileId::default().profile());
        let fitted = Fitted {
            ok: true,
            photo: Some(vec![1]),
            changed: Vec::new(),
            report,
            frame: None,
            legibility: None,
        };
        FromWorker::Fitted { job, fitted }
    }

    fn refused(job: JobId) -> FromWorker {
        let FromWorker::Fitted { fitted, .. } = fitted(job) else { unreachable!() };
        FromWorker::Fitted { job, fitted: Fitted { ok: false, photo: None, ..fitted } }
    }

    #[test]
    fn one_at_a_time_and_in_order() {
        let mut queue = queue(2);
        assert_eq!(queue.begin_next(), Some((JobId(1), Kind::Other)));
        assert_eq!(queue.begin_next(), None);
        assert_eq!(queue.position(), Some((1, 2)));
        assert_eq!(queue.answer(fitted(JobId(1))), Some(JobId(1)));
        assert_eq!(queue.position(), Some((2, 2)));
        assert_eq!(queue.steps(), (3, 6));
        assert_eq!(queue.begin_next(), Some((JobId(2), Kind::Other)));
        queue.answer(fitted(JobId(2)));
        assert_eq!(queue.position(), None);
    }

    #[test]
    fn a_late_answer_changes_nothing() {
        let mut queue = queue(1);
        queue.begin_next();
        assert!(queue.cancel(JobId(1)));
        assert_eq!(queue.answer(fitted(JobId(1))), None);
        assert_eq!(queue.items()[0].progress, Progress::Cancelled);
    }

    #[test]
    fn a_document_has_one_photo() {
        let mut queue = queue(2);
        for id in [JobId(1), JobId(2)] {
            queue.begin_next();
            queue.answer(fitted(id));
            queue.choose(id);
        }
        assert_eq!(queue.chosen(&home(None), Kind::Other).map(|item| item.id), Some(JobId(2)));
        queue.set_kind(JobId(1), Kind::Licence);
        queue.choose(JobId(1));
        queue.set_kind(JobId(1), Kind::Other);
        assert_eq!(queue.chosen(&home(None), Kind::Other).map(|item| item.id), Some(JobId(2)));
        assert!(!queue.items()[0].is_chosen);
    }

    #[test]
    fn places_in_the_form_choose_for_themselves_and_some_take_many() {
        let mut queue = Queue::default();
        let homes = [None, Some(Slot::Licence), Some(Slot::Licence), Some(Slot::Supplement)];
        for slot in homes.into_iter().chain([Some(Slot::Supplement)]) {
            let id = queue.add(home(slot), Kind::Other, "a.jpg".to_owned());
            queue.begin_next();
            queue.answer(fitted(id));
            queue.choose(id);
        }
        let chosen: Vec<bool> = queue.items().iter().map(|item| item.is_chosen).collect();
        assert_eq!(chosen, [true, false, true, true, true]);
    }

    #[test]
    fn what_is_cut_anew_stays_what_it_was_until_that_has_succeeded() {
        let (job, hand) = (JobId(1), Arc::<str>::from(r#"{"crop":"document"}"#));
        let judge = |queue: &mut Queue| {
            let mut report = photo::check(&Photo::new(b"no photo"), ProfileId::default().profile());
            report.facts = Some(photo::Facts::default());
            queue.begin_next();
            queue.answer(FromWorker::Judged { job, report });
        };
        let mut queue = queue(1);
        queue.cut(job, hand.clone());
        assert_eq!(queue.items()[0].cut, None, "there is nothing yet");
        judge(&mut queue);
        queue.answer(fitted(job));
        queue.choose(job);
        let before = queue.items()[0].clone();

        queue.cut(job, hand.clone());
        queue.cancel(job);
        assert_eq!(queue.items()[0], before);
        let lost = FromWorker::Failed { job, failure: Failure::WorkerLost };
        // The last one passes, but nothing was cut.
        for answer in [lost, refused(job), fitted(job)] {
            queue.cut(job, hand.clone());
            judge(&mut queue);
            assert_eq!(queue.answer(answer), Some(job));
            assert_eq!(queue.items()[0], Item { is_uncut: true, ..before.clone() });
        }
        queue.cut(job, hand.clone());
        judge(&mut queue);
        let FromWorker::Fitted { mut fitted, .. } = fitted(job) else { unreachable!() };
        fitted.changed.push(Change::Cropped);
        queue.answer(FromWorker::Fitted { job, fitted: fitted.clone() });
        let progress = Progress::Done(Arc::new(fitted));
        assert_eq!(queue.items()[0], Item { cut: Some(hand), progress, ..before });
    }

    #[test]
    fn a_new_batch_counts_from_one() {
        let mut queue = queue(1);
        queue.begin_next();
        queue.answer(fitted(JobId(1)));
        queue.add(home(None), Kind::Other, "b.jpg".to_owned());
        assert_eq!(queue.position(), Some((1, 1)));
    }
}

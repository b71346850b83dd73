//! The queue as a draft has it.

use super::item::{Item, Progress};
use super::queue::Queue;
use crate::wire::snapshot::{DraftId, PhotoEntry, Place};
use crate::wire::{Failure, JobId};

/// Takes out what the draft does not have any more, shows what has changed, and gives
/// back the photos that the queue does not have: their bytes come first.
pub(super) fn follow(
    queue: &mut Queue,
    draft: &DraftId,
    mut photos: Vec<PhotoEntry>,
) -> Vec<PhotoEntry> {
    let is_gone = |item: &&Item| {
        // What was lost may have been kept since, by the tab that made it.
        let is_lost = item.progress == Progress::Failed(Failure::Lost);
        let is_shown = |photo: &PhotoEntry| !is_lost || photo.place == Place::NotKept;
        item.draft
            .as_ref()
            .is_some_and(|id| !photos.iter().any(|photo| photo.id == *id && is_shown(photo)))
    };
    let own = queue.items().iter().filter(|item| item.home.draft == *draft);
    let gone: Vec<JobId> = own.filter(is_gone).map(|item| item.id).collect();
    for id in gone {
        queue.remove(id);
    }
    photos.retain(|photo| {
        let known = queue.of_draft(&photo.id).map(|item| item.id);
        if let Some(id) = known {
            show(queue, id, photo);
        }
        known.is_none()
    });
    photos
}

/// Shows an item as the draft has it.
pub(super) fn show(queue: &mut Queue, id: JobId, photo: &PhotoEntry) {
    let Some(item) = queue.get_mut(id) else { return };
    if (item.kind, item.is_chosen) == (photo.kind, photo.chosen) {
        return;
    }
    (item.kind, item.is_chosen) = (photo.kind, false);
    if photo.chosen {
        queue.choose(id);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::super::item::Home;
    use super::*;
    use crate::photo::{self, Fitted, Kind, Photo, ProfileId};
    use crate::wire::snapshot::PhotoId;

    fn entry(id: &str, kind: Kind, place: Place) -> PhotoEntry {
        let (id, name) = (PhotoId(id.to_owned()), "a.jpg".to_owned());
        let fitted = RawValue::from_string("{}".to_owned()).unwrap();
        let (slot, sha256, anyway) = (None, None, false);
        PhotoEntry { id, kind, name, chosen: true, fitted, place, slot, sha256, anyway }
    }

    fn draft() -> DraftId {
        DraftId("a".to_owned())
    }

    fn fitted() -> Fitted {
        let report = photo::check(&Photo::new(b"no photo"), ProfileId::default().profile());
        Fitted {
            ok: true,
            photo: Some(vec![1]),
            changed: Vec::new(),
            report,
            frame: None,
            legibility: None,
        }
    }

    #[test]
    fn another_tab_adds_changes_and_removes() {
        let kept = |id, kind| entry(id, kind, Place::Storage);
        let (a, b) = (kept("a", Kind::Letter), kept("b", Kind::Other));
        let mut queue = Queue::default();
        let missing = follow(&mut queue, &draft(), vec![a.clone(), b.clone()]);
        assert_eq!(missing.len(), 2);
        for photo in &missing {
            queue.restore(&draft(), photo, Some(fitted()));
        }
        assert!(follow(&mut queue, &draft(), vec![kept("a", Kind::IdBack), b.clone()]).is_empty());
        let item = queue.of_draft(&a.id).unwrap();
        assert_eq!((item.kind, item.is_chosen), (Kind::IdBack, true));
        assert!(follow(&mut queue, &draft(), vec![b]).is_empty());
        assert!(queue.of_draft(&a.id).is_none());
        assert_eq!(queue.items().len(), 1);
    }

    #[test]
    fn what_was_lost_here_is_fetched_when_it_was_kept_there() {
        let mut queue = Queue::default();
        queue.restore(&draft(), &entry("a", Kind::Letter, Place::NotKept), None);
        assert!(
            follow(&mut queue, &draft(), vec![entry("a", Kind::Letter, Place::NotKept)]).is_empty()
        );
        assert_eq!(
            follow(&mut queue, &draft(), vec![entry("a", Kind::Letter, Place::Database)]).len(),
            1
        );
    }

    #[test]
    fn what_is_not_finished_is_not_of_the_draft() {
        let mut queue = Queue::default();
        let home = Home { draft: draft(), slot: None };
        queue.add(home, Kind::Letter, "a.jpg".to_owned());
        follow(&mut queue, &draft(), Vec::new());
        assert_eq!(queue.items().len(), 1);
    }
}

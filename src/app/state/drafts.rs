//! Drafts in the browser's storage.

use super::draft::{Draft, DraftKey, PREFIX};
use super::queue::Item;
use crate::app::browser::clock;
use crate::app::browser::storage::{self, StorageError};

/// All drafts that can be understood, oldest first.
pub(super) fn all() -> Vec<(DraftKey, Draft)> {
    let keys = storage::keys(PREFIX).into_iter().filter_map(DraftKey::of_stored);
    let drafts = keys.filter_map(|key| Some((key.clone(), storage::load(key.as_str())?)));
    let mut drafts: Vec<(DraftKey, Draft)> = drafts.collect();
    // A key begins with the moment at which its photo was first kept.
    drafts.sort_by(|(one, _), (other, _)| one.as_str().cmp(other.as_str()));
    drafts
}

/// Keeps a photo that passes, under the key it has or a new one. Nothing is kept,
/// and none is given back, for one that does not pass.
pub(super) fn keep(item: &Item) -> Result<Option<DraftKey>, StorageError> {
    let draft = item
        .passed()
        .and_then(|fitted| Draft::of(fitted, item.kind, &item.name, item.is_chosen, clock::now()));
    let Some(draft) = draft else { return Ok(None) };
    let key = item.draft.clone().unwrap_or_else(|| DraftKey::new(&clock::unique_name()));
    storage::save(key.as_str(), &draft)?;
    Ok(Some(key))
}

/// Forgets a photo.
pub(super) fn forget(key: &DraftKey) {
    storage::delete(key.as_str());
}

/// Forgets all photos, also those that cannot be understood: the reader asked for
/// an empty device.
pub(super) fn forget_all() {
    for key in storage::keys(PREFIX) {
        storage::delete(&key);
    }
}

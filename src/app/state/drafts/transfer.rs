//! Drafts as files: the same snapshots, with the bytes of the photos inside.

use std::rc::Rc;

use super::desk::{Desk, shelf};
use super::draft::Draft;
use super::shelf::NotSaved;
use super::vault::{LockError, Vault};
use crate::app::browser::{clock, database};
use crate::wire::snapshot::{
    DraftId, Parts, Personal, PhotoEntry, PhotoId, Place, Retention, Unreadable, path, read,
};

/// Why a file did not become a draft. Nothing was changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is no draft that this page can read.
    Unreadable(Unreadable),
    /// It is locked, and no passphrase was given.
    PassphraseNeeded,
    /// It could not be unlocked.
    Lock(LockError),
    /// There is no room for it.
    NotSaved(NotSaved),
    /// It holds neither a form nor photos.
    Empty,
}

impl Desk {
    /// The draft as the text of a file, locked if there is a passphrase. It is private.
    ///
    /// # Errors
    ///
    /// [`LockError::Unavailable`]. [`LockError::NotSaved`] for a draft that is itself locked.
    pub async fn export(self, passphrase: Option<&str>) -> Result<String, LockError> {
        if self.read(Draft::is_sealed) {
            return Err(LockError::NotSaved(NotSaved::Locked));
        }
        let mut snapshot = self.read(|draft| draft.next(clock::now()));
        let mut parts = snapshot.open_parts().cloned().unwrap_or_default();
        for photo in self.read(Draft::photos) {
            if let Some(text) = self.photo_text(&photo.id).await {
                let path = photo.id.path();
                parts.part_mut(&path).value =
                    PhotoEntry { place: Place::Inline(text), ..photo }.to_raw();
            }
        }
        snapshot.personal = Personal::Open(parts);
        if let Some(passphrase) = passphrase {
            snapshot.name = String::new();
            snapshot.retention = Retention::Passphrase;
            snapshot = Vault::new(passphrase).await?.sealed(snapshot).await?;
        } else {
            snapshot.retention = Retention::SevenDays;
        }
        Ok(snapshot.to_json())
    }
}

/// Makes a new draft of a file, beside those that are there. One that was locked is
/// stored locked, with the same passphrase.
///
/// # Errors
///
/// [`ImportError`].
pub async fn import(text: &str, passphrase: Option<&str>) -> Result<DraftId, ImportError> {
    let snapshot = read(text).map_err(ImportError::Unreadable)?;
    let (vault, parts) = match (&snapshot.personal, passphrase) {
        (Personal::Sealed(_), None) => return Err(ImportError::PassphraseNeeded),
        (Personal::Sealed(sealed), Some(passphrase)) => {
            let opened = Vault::open(passphrase, sealed).await;
            opened.map(|(vault, parts)| (Some(vault), parts)).map_err(ImportError::Lock)?
        }
        (Personal::Open(parts), _) => (None, parts.clone()),
        (Personal::Elsewhere | Personal::Removed, _) => return Err(ImportError::Empty),
    };
    let (parts, photos) = renewed(&parts, &mut clock::unique_name);
    let mut draft = Draft::imported(DraftId(clock::unique_name()), snapshot, parts);
    if vault.is_some() {
        draft.set_retention(Retention::Passphrase);
    }
    let kept = keep(&mut draft, photos, vault.as_ref()).await;
    let next = draft.next(clock::now());
    let next = match &vault {
        Some(vault) => vault.sealed(next).await.map_err(ImportError::Lock)?,
        None => next,
    };
    if let Err(error) = shelf().write(&next) {
        for id in kept {
            shelf().delete_photo(&id);
            database::delete(&id.0).await;
        }
        return Err(ImportError::NotSaved(error));
    }
    Ok(next.id)
}

/// The parts with photos under new ids, since two drafts never share bytes, and those
/// bytes.
fn renewed(parts: &Parts, name: &mut dyn FnMut() -> String) -> (Parts, Vec<(PhotoId, String)>) {
    let mut new = Parts::new();
    let mut photos = Vec::new();
    for part in parts.iter().filter(|part| !part.path.starts_with(path::PHOTO)) {
        new.part_mut(&part.path).value.clone_from(&part.value);
    }
    for part in parts.photos() {
        let Some(photo) = part.json().and_then(PhotoEntry::read) else { continue };
        let id = PhotoId(name());
        if let Place::Inline(text) = photo.place {
            photos.push((id.clone(), text));
        }
        let photo = PhotoEntry { id, place: Place::NotKept, ..photo };
        new.part_mut(&photo.id.path()).value = photo.to_raw();
    }
    (new, photos)
}

/// Keeps the bytes of photos, and says where. Those that find no room stay without.
async fn keep(
    draft: &mut Draft,
    photos: Vec<(PhotoId, String)>,
    vault: Option<&Rc<Vault>>,
) -> Vec<PhotoId> {
    let mut kept = Vec::new();
    for (id, text) in photos {
        let text = match vault {
            Some(vault) => vault.seal_photo(text).await,
            None => Some(text),
        };
        let Some(text) = text else { continue };
        let place = if shelf().keep_photo(draft.snapshot().retention, &id, &text) {
            Place::Storage
        } else if database::put(&id.0, &text).await.is_ok() {
            Place::Database
        } else {
            continue;
        };
        if let Some(photo) = draft.photo(&id) {
            draft.set_photo(&PhotoEntry { place, ..photo });
        }
        kept.push(id);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_becomes_a_draft_of_its_own() {
        let text = include_str!("../../../../tests/data/snapshots/v1-full.json");
        let snapshot = read(text).unwrap();
        let parts = snapshot.open_parts().unwrap().clone();
        let mut count = 0;
        let (parts, photos) = renewed(&parts, &mut || {
            count += 1;
            format!("new-{count}")
        });
        assert_eq!(photos.len(), 1, "only one has its bytes in the file");
        let draft = Draft::imported(DraftId("b".to_owned()), snapshot.clone(), parts);
        let next = draft.next(5);
        assert_eq!((next.id.0.as_str(), next.revision, next.saved_at), ("b", 1, 5));
        assert_eq!(next.application(), snapshot.application());
        assert_eq!(next.process(), snapshot.process());
        let ids: Vec<_> = next.photos.iter().map(|id| id.0.as_str()).collect();
        assert_eq!(ids, ["new-1", "new-2", "new-3", "new-4"]);
        assert!(next.open_parts().unwrap().get("of.a.later.page").is_some());
        let all = next.lasting.iter().chain(next.open_parts().unwrap());
        assert!(all.clone().all(|part| part.stamp == all.clone().next().unwrap().stamp));
    }
}

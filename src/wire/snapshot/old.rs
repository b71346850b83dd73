//! Reading what earlier versions wrote.

use serde::Deserialize;

use super::contents::{Contents, PhotoEntry, PhotoId, Place};
use super::{DraftId, Personal, Snapshot};
use crate::photo::{Change, Kind, Report};

/// The draft of photos that belong to no application yet.
pub const LOOSE_PHOTOS: &str = "photos";

/// What the first version wrote of itself, under the name of `v`.
pub(super) const VERSION: u32 = 1;

/// The first version kept each photo by itself, and nothing else.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    kind: Kind,
    name: String,
    report: Report,
    changed: Vec<Change>,
    chosen: bool,
    saved_at: u64,
    photo: String,
}

/// A photo of the first version. Its id was in its key, which is not known here.
pub(super) fn read(text: &str) -> Option<Snapshot> {
    let Entry { kind, name, report, changed, chosen, saved_at, photo } =
        serde_json::from_str(text).ok()?;
    let (id, place) = (PhotoId(String::new()), Place::Inline(photo));
    let photo = PhotoEntry { id, kind, name, report, changed, chosen, place };
    let contents = Contents { application: None, photos: vec![photo] };
    let mut snapshot = Snapshot::new(DraftId(LOOSE_PHOTOS.to_owned()));
    snapshot.saved_at = saved_at;
    snapshot.personal = Personal::Open(contents);
    Some(snapshot)
}

//! Reading what earlier versions wrote.

use serde::Deserialize;
use serde_json::value::to_raw_value;

use super::{DraftId, Parts, Personal, PhotoEntry, PhotoId, Place, Snapshot};
use crate::photo::{Change, Fitted, Kind, Report};

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
    let fitted = Fitted { ok: true, photo: None, changed, report };
    let (id, place) = (PhotoId(String::new()), Place::Inline(photo));
    let entry = PhotoEntry { id, kind, name, chosen, fitted, place };
    let mut parts = Parts::new();
    parts.part_mut(&entry.id.path()).value = Some(to_raw_value(&entry).ok()?);
    let mut snapshot = Snapshot::new(DraftId(LOOSE_PHOTOS.to_owned()));
    snapshot.saved_at = saved_at;
    snapshot.personal = Personal::Open(parts);
    Some(snapshot)
}

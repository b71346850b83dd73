//! Reading what earlier versions wrote.

use serde_json::value::RawValue;

use super::object::{Object, Writer};
use super::{DraftId, Parts, Personal, PhotoEntry, PhotoId, Place, Snapshot};
use crate::photo::Kind;

/// The draft of photos that belong to no application yet.
pub const LOOSE_PHOTOS: &str = "photos";

/// What the first version wrote of itself, under the name of `v`.
pub(super) const VERSION: u32 = 1;

/// A photo of the first version, which kept each by itself, and nothing else. Its id was
/// in its key, which is not known here.
pub(super) fn read(object: &Object) -> Option<Snapshot> {
    let mut fitted = Writer::default();
    fitted
        .json("ok", "true")
        .json("changed", object.json("changed")?)
        .json("report", object.json("report")?);
    let entry = PhotoEntry {
        id: PhotoId(String::new()),
        kind: Kind::from_name(&object.text("kind")?)?,
        name: object.text("name")?,
        chosen: object.json("chosen")? == "true",
        fitted: RawValue::from_string(fitted.end()).ok()?,
        place: Place::Inline(object.text("photo")?),
        slot: None,
        sha256: None,
        anyway: false,
    };
    let mut parts = Parts::new();
    parts.part_mut(&entry.id.path()).value = entry.to_raw();
    let mut snapshot = Snapshot::new(DraftId(LOOSE_PHOTOS.to_owned()));
    snapshot.saved_at = object.number("savedAt")?;
    snapshot.personal = Personal::Open(parts);
    Some(snapshot)
}

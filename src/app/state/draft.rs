//! A finished photo as it is kept on the device.
//!
//! Each has a key of its own, so that two tabs never overwrite each other. Kept
//! is what is needed to show and to download it, and no more: the original and
//! its report are not.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::photo::{Change, Fitted, Kind, Report};

/// Raised when a field changes its meaning. What has another version is left
/// alone: it may belong to a newer page in another tab.
const VERSION: u32 = 1;

/// All keys of photos start so.
pub(super) const PREFIX: &str = "renzheng:photo:";

/// Where a draft is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey(String);

impl DraftKey {
    /// A key that ends in `name`, which no other draft may have.
    pub fn new(name: &str) -> Self {
        Self(format!("{PREFIX}{name}"))
    }

    /// The key of a stored entry, if it is a photo's.
    pub fn of_stored(key: String) -> Option<Self> {
        key.starts_with(PREFIX).then_some(Self(key))
    }

    /// The key as the storage has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A finished photo as it is kept.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    v: Version,
    /// Which document it shows.
    pub kind: Kind,
    /// The name of the file that it was made of.
    pub name: String,
    /// The verdict about it.
    pub report: Report,
    /// What was done to it.
    pub changed: Vec<Change>,
    /// Whether the applicant chose it for its document.
    pub chosen: bool,
    /// When it was kept, in Unix milliseconds.
    pub saved_at: u64,
    #[serde(serialize_with = "encode", deserialize_with = "decode")]
    photo: Vec<u8>,
}

impl Draft {
    /// A draft of a photo that passes; nothing for one that does not.
    pub fn of(
        fitted: &Fitted,
        kind: Kind,
        name: &str,
        chosen: bool,
        saved_at: u64,
    ) -> Option<Self> {
        let photo = fitted.photo.clone()?;
        let (report, changed) = (fitted.report.clone(), fitted.changed.clone());
        Some(Self {
            v: Version,
            kind,
            name: name.to_owned(),
            report,
            changed,
            chosen,
            saved_at,
            photo,
        })
    }

    /// The draft that an entry holds; nothing where it is garbled or of another version.
    pub fn of_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// What the worker had answered when it was kept.
    pub fn fitted(self) -> Fitted {
        Fitted { ok: true, photo: Some(self.photo), changed: self.changed, report: self.report }
    }
}

/// Prints no picture and no name.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({:?}, {} bytes)", self.kind, self.photo.len())
    }
}

/// Reads only as [`VERSION`].
#[derive(Clone, Copy)]
struct Version;

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(VERSION)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            VERSION => Ok(Self),
            _ => Err(de::Error::custom("another version")),
        }
    }
}

fn encode<S: Serializer>(photo: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&BASE64.encode(photo))
}

fn decode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    BASE64.decode(String::deserialize(deserializer)?).map_err(de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{self, Photo, ProfileId};

    fn draft() -> Draft {
        let report = photo::check(&Photo::new(b"no photo"), ProfileId::default().profile());
        let changed = vec![Change::Resized];
        let fitted = Fitted { ok: true, photo: Some(vec![0, 127, 255]), changed, report };
        Draft::of(&fitted, Kind::IdBack, "a.jpg", true, 5).expect("a photo that passes")
    }

    #[test]
    fn what_was_kept_comes_back() {
        let json = serde_json::to_string(&draft()).expect("plain data");
        let back = Draft::of_json(&json).expect("what we wrote");
        assert_eq!((back.kind, back.chosen, back.name.as_str()), (Kind::IdBack, true, "a.jpg"));
        assert_eq!(back.fitted(), draft().fitted());
    }

    #[test]
    fn what_is_not_understood_is_nothing() {
        let json = serde_json::to_string(&draft()).expect("plain data");
        for garbled in
            ["", "{}", "[1]", &json.replace("\"v\":1", "\"v\":2"), &json[..json.len() / 2]]
        {
            assert!(Draft::of_json(garbled).is_none(), "{garbled}");
        }
    }
}

//! The photos of an application.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::object::{Object, Writer};
use super::path;
use crate::application::Slot;
use crate::photo::Kind;

/// Tells a photo from all others, also those of other drafts and devices. The bytes
/// behind it never change. It begins with the moment at which it was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(pub String);

impl PhotoId {
    /// The path of its part.
    pub fn path(&self) -> String {
        [path::PHOTO, &self.0].concat()
    }
}

/// A finished photo without its bytes. Kept is what is needed to show and to give it,
/// and no more: the original and its report are not.
#[derive(Clone)]
pub struct PhotoEntry {
    /// Which photo.
    pub id: PhotoId,
    /// Which document it shows.
    pub kind: Kind,
    /// The name of the file that it was made of.
    pub name: String,
    /// Whether the applicant chose it for its document.
    pub chosen: bool,
    /// A [`Fitted`] without bytes as the worker wrote it: the verdict, and what was done.
    ///
    /// [`Fitted`]: crate::photo::Fitted
    pub fitted: Box<RawValue>,
    /// Where the bytes are.
    pub place: Place,
    /// The place in the form that it was given for; nothing for a loose photo.
    pub slot: Option<Slot>,
    /// SHA-256 of the bytes, where the browser could say it.
    pub sha256: Option<String>,
    /// Whether it is used although a reviewer will hardly take it.
    pub anyway: bool,
}

impl PhotoEntry {
    /// The photo of a part's JSON, if it is one.
    pub fn read(json: &str) -> Option<Self> {
        let object = Object::read(json)?;
        let place = match object.text("inline") {
            Some(text) => Place::Inline(text),
            None => match object.text("place")?.as_str() {
                "storage" => Place::Storage,
                "database" => Place::Database,
                _ => Place::NotKept,
            },
        };
        Some(Self {
            id: object.get("id")?,
            kind: Kind::from_name(&object.text("kind")?)?,
            name: object.text("name")?,
            chosen: object.json("chosen")? == "true",
            fitted: object.raw("fitted")?,
            place,
            slot: object.text("slot").and_then(|slot| Slot::from_name(&slot)),
            sha256: object.text("sha256"),
            anyway: object.json("anyway") == Some("true"),
        })
    }

    /// The JSON of its part.
    pub fn to_raw(&self) -> Option<Box<RawValue>> {
        let mut json = Writer::default();
        json.text("id", &self.id.0)
            .text("kind", self.kind.as_str())
            .text("name", &self.name)
            .json("chosen", if self.chosen { "true" } else { "false" })
            .json("fitted", self.fitted.get());
        if let Some(slot) = self.slot {
            json.text("slot", slot.as_str());
        }
        if let Some(sha256) = &self.sha256 {
            json.text("sha256", sha256);
        }
        if self.anyway {
            json.json("anyway", "true");
        }
        match &self.place {
            Place::Inline(text) => json.text("inline", text),
            Place::Storage => json.text("place", "storage"),
            Place::Database => json.text("place", "database"),
            Place::NotKept => json.text("place", "not-kept"),
        };
        RawValue::from_string(json.end()).ok()
    }
}

/// Prints no name.
impl fmt::Debug for PhotoEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoEntry({:?}, {:?})", self.kind, self.place)
    }
}

/// Where the bytes of a photo are.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// Here, in Base64: in files, and in entries of the first version.
    Inline(String),
    /// In the same storage as the form, under a key of their own.
    Storage,
    /// In the database beside it.
    Database,
    /// On the page that made it, and nowhere else.
    NotKept,
}

/// Prints no bytes.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Inline(_) => "Inline",
            Self::Storage => "Storage",
            Self::Database => "Database",
            Self::NotKept => "NotKept",
        })
    }
}

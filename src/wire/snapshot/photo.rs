//! The photos of an application.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::path;
use crate::photo::{Fitted, Kind};

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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct PhotoEntry {
    /// Which photo.
    pub id: PhotoId,
    /// Which document it shows.
    pub kind: Kind,
    /// The name of the file that it was made of.
    pub name: String,
    /// Whether the applicant chose it for its document.
    pub chosen: bool,
    /// The verdict about it, and what was done to it.
    pub fitted: Fitted,
    /// Where the bytes are.
    pub place: Place,
}

/// Prints no name.
impl fmt::Debug for PhotoEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoEntry({:?}, {:?})", self.kind, self.place)
    }
}

/// Where the bytes of a photo are.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

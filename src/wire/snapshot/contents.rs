//! Form and photos of an application.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::application::Application;
use crate::photo::{Change, Kind, Report};

/// All that can tell who somebody is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// The form, from the choice of a subject type on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<Application>,
    /// The finished photos, in the order of their ids.
    #[serde(default)]
    pub photos: Vec<PhotoEntry>,
}

/// Tells a photo from all others, also those of other drafts and devices. The bytes
/// behind it never change. It begins with the moment at which it was made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(pub String);

/// A finished photo without its bytes. Kept is what is needed to show and to give it,
/// and no more: the original and its report are not.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PhotoEntry {
    /// Which photo.
    pub id: PhotoId,
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

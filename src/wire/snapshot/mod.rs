//! One application as a whole, as versioned JSON: what is kept on a device, and what
//! travels as a file.
//!
//! ```text
//! Snapshot ── id, revision, time, retention, name
//!    ├─ lasting: the process                      stays until deleted
//!    └─ personal: open ── form, photos            bytes: inline, or where they are
//!                 sealed ── the same, encrypted
//!                 elsewhere ── in the storage of one tab
//!                 removed ── its days were over
//! ```
//!
//! Both are made of [parts](Parts), each with the revision of its last change. Nothing
//! here looks into a part before it is asked for, so what a later page adds survives an
//! earlier one.
//!
//! [`read`] understands every version that was ever written
//! (`tests/data/snapshots/`). It never changes what it reads, and what it cannot read
//! is for the caller to leave alone.

mod form;
mod old;
mod parts;
mod photo;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use old::LOOSE_PHOTOS;
pub use parts::{Part, Parts, ProcessState, Stamp, path};
pub use photo::{PhotoEntry, PhotoId, Place};

/// Raised when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Tells one application from another on this device.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftId(pub String);

/// One application as it is stored.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    version: Version,
    /// Which application.
    pub id: DraftId,
    /// Counts the saves. Newer is what has more, whatever the clocks said.
    pub revision: u64,
    /// When it was last changed, in Unix milliseconds.
    pub saved_at: u64,
    /// How long the personal part stays.
    pub retention: Retention,
    /// The program's name, by which the applicant knows it; empty if not yet given.
    #[serde(default)]
    pub name: String,
    /// The photos that have bytes somewhere: known also where the parts are not.
    #[serde(default)]
    pub photos: Vec<PhotoId>,
    /// What tells of nobody.
    #[serde(default)]
    pub lasting: Parts,
    /// Identity data and photos.
    pub personal: Personal,
}

impl Snapshot {
    /// An application of which nothing is known.
    pub const fn new(id: DraftId) -> Self {
        Self {
            version: Version,
            id,
            revision: 0,
            saved_at: 0,
            retention: Retention::SevenDays,
            name: String::new(),
            photos: Vec::new(),
            lasting: Parts::new(),
            personal: Personal::Removed,
        }
    }

    /// Form and photos, where they can be read.
    pub const fn open_parts(&self) -> Option<&Parts> {
        match &self.personal {
            Personal::Open(parts) => Some(parts),
            _ => None,
        }
    }

    /// How far the process is, once there is one.
    pub fn process(&self) -> Option<&str> {
        self.lasting.get(path::PROCESS)
    }

    /// As text. It can be private: it belongs into a storage or a file.
    pub fn to_json(&self) -> String {
        // Our own plain data has no part that cannot be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Prints nothing that tells who somebody is.
impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot")
            .field("id", &self.id)
            .field("revision", &self.revision)
            .field("retention", &self.retention)
            .field("personal", &self.personal)
            .finish_non_exhaustive()
    }
}

/// How long form and photos stay on the device: the person's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Retention {
    /// Seven days from the last change.
    #[default]
    SevenDays,
    /// Until the tab is closed.
    Tab,
    /// Until it is deleted, locked with a passphrase.
    Passphrase,
}

/// Form and photos: all that can tell who somebody is.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Personal {
    /// To be read by everybody.
    Open(Parts),
    /// Locked with a passphrase.
    Sealed(Sealed),
    /// In the storage of one tab.
    Elsewhere,
    /// There is none, or there is none any more.
    Removed,
}

/// Prints the kind only.
impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open(_) => "Open",
            Self::Sealed(_) => "Sealed",
            Self::Elsewhere => "Elsewhere",
            Self::Removed => "Removed",
        })
    }
}

/// [`Parts`] as JSON, encrypted with AES-256-GCM under a key that PBKDF2-SHA-256
/// makes of a passphrase. Bytes are in Base64.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sealed {
    /// Rounds of PBKDF2.
    pub iterations: u32,
    /// Of this draft alone.
    pub salt: String,
    /// Of this encryption alone.
    pub iv: String,
    /// The encrypted text with its tag.
    pub text: String,
}

/// Prints no bytes.
impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} characters)", self.text.len())
    }
}

/// Why a snapshot cannot be read. It says nothing of what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of this program wrote it.
    Future(u32),
    /// It is cut off, garbled, or no snapshot.
    Damaged,
}

/// Reads a snapshot of any version.
///
/// # Errors
///
/// [`Unreadable`], for a snapshot that has to be left as it is.
///
/// # Example
///
/// ```
/// use renzheng::wire::snapshot::{DraftId, Snapshot, Unreadable, read};
///
/// let text = Snapshot::new(DraftId("a".into())).to_json();
/// assert_eq!(read(&text).unwrap().id, DraftId("a".into()));
/// assert_eq!(read(&text[1..]).unwrap_err(), Unreadable::Damaged);
/// assert_eq!(read(r#"{"version":999}"#).unwrap_err(), Unreadable::Future(999));
/// ```
pub fn read(text: &str) -> Result<Snapshot, Unreadable> {
    // The errors of the parser quote what they read, so they end here.
    let head: Head = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    match (head.version, head.v) {
        (Some(VERSION), _) => serde_json::from_str(text).map_err(|_| Unreadable::Damaged),
        (None, Some(old::VERSION)) => old::read(text).ok_or(Unreadable::Damaged),
        (Some(found), _) if VERSION < found => Err(Unreadable::Future(found)),
        (None, Some(found)) if old::VERSION < found => Err(Unreadable::Future(found)),
        _ => Err(Unreadable::Damaged),
    }
}

/// What every version has, or had.
#[derive(Deserialize)]
struct Head {
    version: Option<u32>,
    v: Option<u32>,
}

/// Is written as [`VERSION`], and reads as nothing else.
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

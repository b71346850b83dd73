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
mod object;
mod old;
mod parts;
mod photo;
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
mod reading;
mod sealed;

use std::fmt;

use serde::Deserialize;

use object::{Object, Writer, list, quoted};

pub use old::LOOSE_PHOTOS;
pub use parts::{Part, Parts, ProcessState, Stamp, path};
pub use photo::{PhotoEntry, PhotoId, Place};
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub use reading::read as read_reading;
pub use sealed::Sealed;

/// Raised when a field changes its meaning.
pub const VERSION: u32 = 1;

/// Tells one application from another on this device.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct DraftId(pub String);

/// One application as it is stored.
#[derive(Clone)]
pub struct Snapshot {
    /// Which application.
    pub id: DraftId,
    /// Counts the saves. Newer is what has more, whatever the clocks said.
    pub revision: u64,
    /// When it was last changed, in Unix milliseconds.
    pub saved_at: u64,
    /// How long the personal part stays.
    pub retention: Retention,
    /// The program's name, by which the applicant knows it; empty if not yet given.
    pub name: String,
    /// The photos that have bytes somewhere: known also where the parts are not.
    pub photos: Vec<PhotoId>,
    /// What tells of nobody.
    pub lasting: Parts,
    /// Identity data and photos.
    pub personal: Personal,
}

impl Snapshot {
    /// An application of which nothing is known.
    pub const fn new(id: DraftId) -> Self {
        Self {
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

    /// What it goes by in a list: the program's name, or whose program it is while it has none.
    pub fn title(&self) -> String {
        let subject = self.open_parts().and_then(|parts| parts.get("subject.name"));
        let subject = subject.and_then(|json| serde_json::from_str(json).ok());
        let name = Some(self.name.clone()).filter(|name| !name.is_empty());
        name.or(subject).unwrap_or_default()
    }

    /// How far the process is, once there is one.
    pub fn process(&self) -> Option<&str> {
        self.lasting.get(path::PROCESS)
    }

    /// As text. It can be private: it belongs into a storage or a file.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        json.number("version", VERSION.into())
            .text("id", &self.id.0)
            .number("revision", self.revision)
            .number("savedAt", self.saved_at)
            .text("retention", self.retention.as_str())
            .text("name", &self.name)
            .json("photos", &list(self.photos.iter().map(|id| quoted(&id.0))))
            .json("lasting", &self.lasting.to_json());
        match &self.personal {
            Personal::Open(parts) => json.json("open", &parts.to_json()).end(),
            Personal::Sealed(sealed) => json.json("sealed", sealed.0.get()).end(),
            Personal::Elsewhere => json.json("elsewhere", "true").end(),
            Personal::Removed => json.end(),
        }
    }

    fn of(object: &Object) -> Option<Self> {
        let personal = if let Some(parts) = object.get("open") {
            Personal::Open(parts)
        } else if let Some(sealed) = object.raw("sealed") {
            Personal::Sealed(Sealed(sealed))
        } else if object.json("elsewhere") == Some("true") {
            Personal::Elsewhere
        } else if object.json("open").is_some() {
            return None;
        } else {
            Personal::Removed
        };
        Some(Self {
            id: object.get("id")?,
            revision: object.number("revision")?,
            saved_at: object.number("savedAt")?,
            retention: Retention::from_name(&object.text("retention")?)?,
            name: object.text("name")?,
            photos: object.get("photos")?,
            lasting: object.get("lasting")?,
            personal,
        })
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Retention {
    /// Seven days from the last change.
    #[default]
    SevenDays,
    /// Until the tab is closed.
    Tab,
    /// Until it is deleted, locked with a passphrase.
    Passphrase,
}

impl Retention {
    /// All choices, the default first.
    pub const ALL: [Self; 3] = [Self::SevenDays, Self::Tab, Self::Passphrase];

    /// The name as programs write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SevenDays => "seven-days",
            Self::Tab => "tab",
            Self::Passphrase => "passphrase",
        }
    }

    /// The choice of a name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|retention| retention.as_str() == name)
    }
}

/// Form and photos: all that can tell who somebody is.
#[derive(Clone)]
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
    let object = Object::read(text).ok_or(Unreadable::Damaged)?;
    let version = |name| object.number(name).and_then(|version| u32::try_from(version).ok());
    let (snapshot, found, known) = match (version("version"), version("v")) {
        (Some(found), _) => (Snapshot::of as Read, found, VERSION),
        (None, Some(found)) => (old::read as Read, found, old::VERSION),
        (None, None) => return Err(Unreadable::Damaged),
    };
    if known < found {
        return Err(Unreadable::Future(found));
    }
    snapshot(&object).filter(|_| found == known).ok_or(Unreadable::Damaged)
}

/// Reads one version.
type Read = fn(&Object) -> Option<Snapshot>;

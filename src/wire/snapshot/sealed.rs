//! Form and photos under a passphrase.

use std::fmt;

use serde_json::value::RawValue;

use super::object::{Object, Writer};

/// [`Parts`](super::Parts) as JSON, encrypted with AES-256-GCM under a key that
/// PBKDF2-SHA-256 makes of a passphrase. Bytes are in Base64. Nothing looks inside but
/// whoever has the passphrase.
#[derive(Clone)]
pub struct Sealed(pub(super) Box<RawValue>);

impl Sealed {
    /// What was encrypted (`text`, which begins with the vector and ends with the tag),
    /// and how its key is made.
    pub fn new(salt: &str, iterations: u32, text: &str) -> Option<Self> {
        let mut json = Writer::default();
        json.number("iterations", iterations.into()).text("salt", salt).text("text", text);
        RawValue::from_string(json.end()).ok().map(Self)
    }

    /// Rounds of PBKDF2.
    pub fn iterations(&self) -> Option<u32> {
        u32::try_from(Object::read(self.0.get())?.number("iterations")?).ok()
    }

    /// The salt, of this draft alone.
    pub fn salt(&self) -> Option<String> {
        Object::read(self.0.get())?.text("salt")
    }

    /// What was encrypted.
    pub fn text(&self) -> Option<String> {
        Object::read(self.0.get())?.text("text")
    }
}

/// Prints no bytes.
impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} characters)", self.0.get().len())
    }
}

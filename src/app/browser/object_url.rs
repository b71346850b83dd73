//! Addresses of pictures in memory.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// The address of a blob, freed with the last thing that shows it.
#[derive(Debug)]
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// The address of a blob or file, if the browser gives one.
    pub fn of(blob: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(blob).ok().map(Self)
    }

    /// The address of a copy of `bytes`.
    pub fn of_bytes(bytes: &[u8], mime_type: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(mime_type);
        let parts = Array::of1(&Uint8Array::from(bytes));
        Self::of(&Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?)
    }

    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        // Fails only for a malformed address; this one came from the browser.
        let _ = Url::revoke_object_url(&self.0);
    }
}

//! Files as a .zip, stored as they are: photos do not get smaller, and the rest is small.

use std::fmt;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file of an archive.
pub struct Entry {
    /// Its name, with `/` between folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Prints no bytes.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entry({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// The archive of these files. The same files give the same bytes: there is no clock in it.
pub fn archive(entries: &[Entry]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for Entry { name, bytes } in entries {
        // Memory takes everything, and names and sizes are far below the format's limits.
        let written = writer.start_file(name.as_str(), options).map_err(|_| ());
        if written.and_then(|()| writer.write_all(bytes).map_err(|_| ())).is_err() {
            return Vec::new();
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

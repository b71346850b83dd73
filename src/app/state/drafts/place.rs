//! Where the bytes of photos are kept, and as what text.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::wire::snapshot::{PhotoEntry, Place, Snapshot, read};

/// Characters that an origin may store: 10 MiB in UTF-16, keys and values together.
/// Source: measured in Chromium and Firefox; Safari may give less, and says so by
/// refusing.
pub const CAPACITY: usize = 5_242_880;

/// Characters that photos leave to texts. Chosen by us: the texts of some ten
/// applications with all their reports.
pub const FOR_TEXTS: usize = 400_000;

/// Whether a photo may take so many more characters where `used` are taken.
pub const fn has_room(used: usize, length: usize) -> bool {
    used.saturating_add(length) <= CAPACITY - FOR_TEXTS
}

/// The bytes of a photo as text.
pub fn encode(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// The bytes of a text: also of an entry of the first version, which had all in one.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    if !text.starts_with('{') {
        return BASE64.decode(text).ok();
    }
    match only_photo(&read(text).ok()?)?.place {
        Place::Inline(text) => BASE64.decode(text).ok(),
        _ => None,
    }
}

/// The photo of an entry of the first version.
pub fn only_photo(snapshot: &Snapshot) -> Option<PhotoEntry> {
    let photos = snapshot.open_parts()?.photos();
    serde_json::from_str(photos.first()?.json()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_leave_room_for_texts() {
        let cases = [
            (0, 270_000, true),
            (4_600_000, 242_880, true),
            (4_600_000, 242_881, false),
            (CAPACITY, 1, false),
            (0, usize::MAX, false),
        ];
        for (used, length, expected) in cases {
            assert_eq!(has_room(used, length), expected, "{used} + {length}");
        }
    }

    #[test]
    fn an_application_of_13_photos_fits() {
        let most = encode(&[0; 204_800]).len();
        assert!(has_room(12 * most, most));
        assert!(!has_room(20 * most, most), "and a second one does not");
    }

    #[test]
    fn bytes_survive_as_text() {
        assert_eq!(decode(&encode(&[0, 127, 255])), Some(vec![0, 127, 255]));
        for garbled in ["{", "{}", "not base64!", "AAA"] {
            assert_eq!(decode(garbled), None, "{garbled}");
        }
    }
}

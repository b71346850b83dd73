//! Where the bytes of photos are kept, and as what text.

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

/// The bytes of a photo in Base64: of a text that is so already, or of an entry of the
/// first version, which had all in one.
pub fn bytes_text(text: String) -> Option<String> {
    if !text.starts_with('{') {
        return Some(text);
    }
    match only_photo(&read(&text).ok()?)?.place {
        Place::Inline(text) => Some(text),
        _ => None,
    }
}

/// The photo of an entry of the first version.
pub fn only_photo(snapshot: &Snapshot) -> Option<PhotoEntry> {
    let photos = snapshot.open_parts()?.photos();
    PhotoEntry::read(photos.first()?.json()?)
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
        let most = 204_800usize.div_ceil(3) * 4;
        assert!(has_room(12 * most, most));
        assert!(!has_room(20 * most, most), "and a second one does not");
    }

    #[test]
    fn bytes_are_found_in_both_versions() {
        let old = include_str!("../../../../tests/data/snapshots/v0-photo.json");
        assert!(bytes_text(old.to_owned()).is_some_and(|text| text.starts_with("/9j/")));
        assert_eq!(bytes_text("AAAA".to_owned()).as_deref(), Some("AAAA"));
        for garbled in ["{", "{}", "{\"v\":99}"] {
            assert_eq!(bytes_text(garbled.to_owned()), None, "{garbled}");
        }
    }
}

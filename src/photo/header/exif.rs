//! The three things that matter in an Exif block: orientation, place, thumbnail.
//!
//! The block is a TIFF file in small (TIFF 6.0, section 2; Exif 2.32, section
//! 4.6). Cameras write broken ones, so everything that cannot be read is absent.

use super::{Metadata, Orientation};
use crate::photo::bytes::{Endian, index, u16_at, u32_at};

const TAG_ORIENTATION: u16 = 0x0112;
const TAG_GPS: u16 = 0x8825;
const ENTRY_BYTES: usize = 12;

/// Reads a TIFF block, that is, what follows `Exif\0\0` in a JPEG.
pub(super) fn read(tiff: &[u8]) -> (Orientation, Metadata) {
    let mut metadata = Metadata { exif: true, ..Metadata::default() };
    let mut orientation = Orientation::default();
    let Some(endian) = endian(tiff) else { return (orientation, metadata) };
    let Some(first) = u32_at(tiff, 4, endian).map(index) else { return (orientation, metadata) };

    let count = usize::from(u16_at(tiff, first, endian).unwrap_or(0));
    let entries = first.saturating_add(2);
    for entry in (0..count).map(|n| entries.saturating_add(n * ENTRY_BYTES)) {
        match u16_at(tiff, entry, endian) {
            // A SHORT stands in the first half of the value field.
            Some(TAG_ORIENTATION) => {
                let value = u16_at(tiff, entry.saturating_add(8), endian).unwrap_or(1);
                orientation = u8::try_from(value).unwrap_or(1).into();
            }
            Some(TAG_GPS) => metadata.gps = true,
            Some(_) => {}
            None => return (orientation, metadata),
        }
    }
    // The second directory describes the thumbnail.
    let next = entries.saturating_add(count * ENTRY_BYTES);
    metadata.thumbnail = u32_at(tiff, next, endian).is_some_and(|offset| offset != 0);
    (orientation, metadata)
}

fn endian(tiff: &[u8]) -> Option<Endian> {
    match tiff.first_chunk()? {
        b"II*\0" => Some(Endian::Little),
        b"MM\0*" => Some(Endian::Big),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiff(entries: &[(u16, u16)], next: u32) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08".to_vec();
        tiff.extend(u16::try_from(entries.len()).unwrap().to_be_bytes());
        for (tag, value) in entries {
            tiff.extend(tag.to_be_bytes());
            tiff.extend([0, 3, 0, 0, 0, 1]);
            tiff.extend(value.to_be_bytes());
            tiff.extend([0, 0]);
        }
        tiff.extend(next.to_be_bytes());
        tiff
    }

    #[test]
    fn reads_orientation_place_and_thumbnail() {
        let (orientation, metadata) = read(&tiff(&[(0x0112, 6), (0x8825, 1)], 99));
        assert_eq!(orientation, Orientation::QuarterTurn);
        assert!(metadata.exif && metadata.gps && metadata.thumbnail);
    }

    #[test]
    fn a_value_out_of_range_is_upright() {
        assert_eq!(read(&tiff(&[(0x0112, 99)], 0)).0, Orientation::Upright);
        assert_eq!(read(&tiff(&[(0x0112, 0x0106)], 0)).0, Orientation::Upright);
    }

    #[test]
    fn every_cut_is_survived() {
        let whole = tiff(&[(0x0112, 6), (0x8825, 1)], 99);
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).1.exif);
        }
    }

    #[test]
    fn a_count_that_lies_ends_with_the_block() {
        let mut lying = tiff(&[(0x0112, 6)], 0);
        lying[8] = 0xFF;
        assert_eq!(read(&lying).0, Orientation::QuarterTurn);
    }
}

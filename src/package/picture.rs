//! The photos of a package: their order and their names.

use std::fmt;

use crate::application::Slot;
use crate::finding::sort_by;
use crate::photo::FileType;

/// A photo with its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it is given as.
    pub slot: Slot,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Prints no bytes.
impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({:?}, {} bytes)", self.slot, self.bytes.len())
    }
}

/// A photo with its name in the package.
#[derive(Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name: folder, place in the order, what it shows, and the ending of its real type.
    pub file: String,
    /// What it is given as.
    pub slot: Slot,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Prints no bytes.
impl fmt::Debug for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Named({}, {} bytes)", self.file, self.bytes.len())
    }
}

/// Names photos, in the order in which the platform asks for them; several of one place stay
/// in theirs. Names are plain ASCII, and end as the content says: WeChat refuses a file
/// whose ending is another (`WxJava`, notes on `uploadauthmaterial`).
pub fn named(mut pictures: Vec<Picture>) -> Vec<Named> {
    sort_by(&mut pictures, |picture| picture.slot);
    let places: Vec<Slot> = pictures.iter().map(|picture| picture.slot).collect();
    let name = |(i, Picture { slot, bytes }): (usize, Picture)| {
        let ending = ending(&bytes);
        let mut file = String::from("photos/");
        file.push_str(if i < 9 { "0" } else { "" });
        file.push_str(&(i + 1).to_string());
        file.push('-');
        file.push_str(slot.as_str());
        if 1 < places.iter().filter(|other| **other == slot).count() {
            let before = places[..i].iter().filter(|other| **other == slot).count();
            file.push('-');
            file.push_str(&(before + 1).to_string());
        }
        file.push_str(ending);
        Named { file, slot, bytes }
    };
    pictures.into_iter().enumerate().map(name).collect()
}

fn ending(bytes: &[u8]) -> &'static str {
    match FileType::of(bytes) {
        FileType::Png => ".png",
        FileType::Gif => ".gif",
        FileType::Bmp => ".bmp",
        // Whatever else it may be is none of those that can be sent, and was refused before.
        _ => ".jpg",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn photos_are_in_the_order_of_the_form() {
        const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0];
        const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        let pictures = [
            (Slot::NameProof, JPEG),
            (Slot::Letter, PNG),
            (Slot::NameProof, PNG),
            (Slot::Licence, JPEG),
        ];
        let pictures =
            pictures.map(|(slot, bytes)| Picture { slot, bytes: bytes.to_vec() }).to_vec();
        let names: Vec<String> = named(pictures).into_iter().map(|photo| photo.file).collect();
        assert_eq!(
            names,
            [
                "photos/01-licence.jpg",
                "photos/02-letter.png",
                "photos/03-name-proof-1.jpg",
                "photos/04-name-proof-2.png",
            ]
        );
    }
}

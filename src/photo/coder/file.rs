//! What stands around the picture in a file (T.81, annex B; JFIF 1.02).

use super::huffman::Code;
use super::quantizer::{Quantizer, Table};

/// All segments before the picture, without the symbols of the codes, and the end behind it.
pub(super) const HEADER_BYTES: usize = 2 + 18 + 2 * 69 + 19 + 4 * 21 + 14 + 2;

/// Brightness first, in blocks of two by two, and the colours with one block each.
const COMPONENTS: [(u8, u8, u8); 3] = [(1, 0x22, 0), (2, 0x11, 1), (3, 0x11, 1)];

/// From the start to where the picture begins.
pub(super) fn head(
    (width, height): (u16, u16),
    quantizer: &Quantizer,
    codes: &[[Code; 2]; 2],
) -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8];
    // Version 1.2, square pixels, no thumbnail.
    segment(&mut file, 0xE0, b"JFIF\0\x01\x02\x00\x00\x01\x00\x01\x00\x00");
    for (number, table) in [(0, &quantizer.luma), (1, &quantizer.chroma)] {
        let Table { steps, .. } = table;
        segment(&mut file, 0xDB, &[&[number], steps.as_slice()].concat());
    }
    let [height, width] = [height, width].map(u16::to_be_bytes);
    let mut frame = vec![8, height[0], height[1], width[0], width[1], 3];
    let mut scan = vec![3];
    for (name, sampling, number) in COMPONENTS {
        frame.extend([name, sampling, number]);
        scan.extend([name, number << 4 | number]);
    }
    segment(&mut file, 0xC0, &frame);
    for (kind, parts) in (0_u8..).zip(codes) {
        for (number, code) in (0_u8..).zip(parts) {
            let names = [kind << 4 | number];
            segment(&mut file, 0xC4, &[&names, code.counts.as_slice(), &code.symbols].concat());
        }
    }
    // All coefficients in one scan.
    scan.extend([0, 63, 0]);
    segment(&mut file, 0xDA, &scan);
    file
}

/// The picture with its end.
pub(super) fn end(mut file: Vec<u8>) -> Vec<u8> {
    file.extend([0xFF, 0xD9]);
    file
}

fn segment(file: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    file.extend([0xFF, marker]);
    file.extend(length.to_be_bytes());
    file.extend(content);
}

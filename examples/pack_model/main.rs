//! Makes the file with which `renzheng::reader` reads: both networks of PP-OCRv6 tiny with their
//! weights as bytes, and the characters they know. The same files give the same pack.
//!
//! ```text
//! cargo run --release --example pack_model MODEL OUT [KNOWN]
//! ```
//!
//! MODEL is what `tools/setup.sh model` fetches; OUT gets `reader.pack`, and the licence and the notice of
//! the model beside it. KNOWN, where it is given, is `src/reader/known.txt`, written anew.

mod onnx;
mod protobuf;

use std::fs;
use std::path::Path;

use renzheng::reader::Pack;

/// The first and the last character of the block that KNOWN is about.
const HAN: [u32; 2] = [0x4E00, 0x9FFF];
const KNOWN: &str = "# Which characters the model can read: a bit for each from U+4E00 to U+9FFF, four a digit, the first the
# highest. From the list of characters of PP-OCRv6 tiny (PaddleOCR, Apache-2.0; the file and its hash are
# in tools/model.sha256), 2026-11-29, by `cargo run --example pack_model MODEL OUT src/reader/known.txt`.
";

const NOTICE: &str = "This folder contains a modified copy of the PP-OCRv6 tiny text detection and text recognition models.
PP-OCRv6 is part of PaddleOCR, Copyright (c) PaddlePaddle Authors, licensed under the Apache License 2.0 (LICENSE).

Changes: the weights were quantised to 8-bit integers with one scale for each output channel, vectors to
16-bit floating point; both networks and the list of characters were put into one file, reader.pack.
";

fn main() {
    let [from, to] = [1, 2].map(|n| std::env::args().nth(n).expect("two folders: MODEL OUT"));
    let (from, to) = (Path::new(&from), Path::new(&to));
    let read = |name: &str| {
        fs::read(from.join(name))
            .unwrap_or_else(|error| panic!("{}: {error}", from.join(name).display()))
    };
    let characters = String::from_utf8(read("ppocrv6_tiny_dict.txt")).expect("a list in UTF-8");
    let pack = Pack {
        characters: characters.replace('\r', ""),
        detector: onnx::shrunk(&read("det.onnx")),
        recogniser: onnx::shrunk(&read("rec.onnx")),
    };
    let bytes = pack.to_bytes();
    assert_eq!(Pack::from_bytes(&bytes).as_ref(), Ok(&pack), "what was written is read");
    fs::create_dir_all(to).unwrap();
    fs::write(to.join("reader.pack"), &bytes).unwrap();
    fs::write(to.join("LICENSE"), read("LICENSE")).unwrap();
    fs::write(to.join("NOTICE"), NOTICE).unwrap();
    if let Some(known) = std::env::args().nth(3) {
        fs::write(known, known_of(&pack.characters)).unwrap();
    }
    println!("{}: {} bytes, {pack:?}", to.join("reader.pack").display(), bytes.len());
}

fn known_of(characters: &str) -> String {
    let bit = |c: u32| u32::from(characters.chars().any(|known| u32::from(known) == c));
    let [from, to] = HAN;
    let digits = (from..=to).step_by(4).map(|first| {
        let digit = (0..4).fold(0, |digit, n| digit << 1 | bit(first + n));
        char::from_digit(digit, 16).unwrap_or_default()
    });
    let digits: Vec<char> = digits.collect();
    let lines = digits.chunks(96).map(|line| line.iter().chain(&['\n']).collect::<String>());
    KNOWN.to_owned() + &lines.collect::<String>()
}

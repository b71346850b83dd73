//! Makes the photos of 12 and 48 megapixels that `benches/judge.mjs` judges, once: drawn scenes
//! as a phone's camera would have photographed them, and photos of `tests/data/photos` as they
//! are. 48 megapixels are those of 12, each pixel four times, with noise.
//!
//! ```text
//! cargo run --example large_photos FOLDER
//! ```

#[path = "../tests/support/scenes/mod.rs"]
mod scenes;

use std::fs;
use std::path::{Path, PathBuf};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use scenes::papers::Sort;

/// The long side of a picture of 12 megapixels.
const LONG_SIDE: usize = 4_032;
/// Each sort of paper once with nothing wrong; on a cluttered table; blurred; and no paper.
const SCENES: [u32; 8] = [0, 104, 156, 208, 312, 6, 1, 9];
/// Photos of 12 megapixels in the repository, and what they show.
const PHOTOS: [(&str, &str); 2] = [("p0000.jpg", "id-front"), ("p0125.jpg", "licence")];

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    fs::create_dir_all(&folder).unwrap();
    for number in SCENES {
        let stem = format!("scene{number:03}");
        if find(&folder, &stem).is_none() {
            let (bytes, sort) = scenes::enlarged(number, LONG_SIDE);
            fs::write(folder.join(format!("12-{stem}.{}.jpg", kind(sort))), bytes).unwrap();
        }
    }
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/photos");
    for (name, kind) in PHOTOS {
        let stem = name.trim_end_matches(".jpg");
        if find(&folder, stem).is_none() {
            let bytes = fs::read(photos.join(name)).unwrap();
            fs::write(folder.join(format!("48-{stem}.{kind}.jpg")), doubled(&bytes)).unwrap();
            fs::write(folder.join(format!("12-{stem}.{kind}.jpg")), bytes).unwrap();
        }
    }
}

/// A file that was made before.
fn find(folder: &Path, stem: &str) -> Option<PathBuf> {
    let made = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    made.into_iter().find(|path| path.to_string_lossy().contains(&format!("12-{stem}.")))
}

/// What the form would say that it is; of no document as of any.
fn kind(sort: Option<Sort>) -> &'static str {
    match sort {
        None | Some(Sort::Front | Sort::WrittenFront) => "id-front",
        Some(Sort::Back | Sort::WrittenBack) => "id-back",
        Some(Sort::Licence | Sort::WrittenLicence | Sort::WrittenTall) => "licence",
        Some(Sort::Letter) => "letter",
        Some(Sort::Copy) => "stamped-copy",
    }
}

/// Twice as many pixels along each side.
fn doubled(bytes: &[u8]) -> Vec<u8> {
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    let pixels = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    let width = usize::from(info.width);
    let mut random = fastrand::Rng::with_seed(48);
    let mut large = Vec::with_capacity(pixels.len() * 4);
    for row in pixels.chunks_exact(width * 3) {
        for _ in 0..2 {
            for pixel in row.chunks_exact(3).flat_map(|pixel| [pixel, pixel]) {
                let noise = random.i8(-2..=2);
                large.extend(pixel.iter().map(|&value| value.saturating_add_signed(noise)));
            }
        }
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 85);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.encode(&large, info.width * 2, info.height * 2, ColorType::Rgb).unwrap();
    file
}

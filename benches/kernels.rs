//! What the hot steps cost natively, so that a regression is found without a browser:
//! `cargo bench --bench kernels [FILTER]`. Photos are those of the tests.

use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;

use divan::Bencher;
use renzheng::identity::{self, NumberKind};
use renzheng::photo::kernels::Kernels;
use renzheng::photo::{self, Photo, Profile};

const PROFILE: &Profile = Profile::CERTIFICATION_200K;

fn main() {
    divan::main();
}

fn file(path: &str) -> Vec<u8> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    std::fs::read(data.join(path)).expect("a file of the tests")
}

/// A phone's photo of 12 megapixels, a smaller one, and a PNG.
const FILES: [&str; 3] = ["photos/p0000.jpg", "photos/p0062.jpg", "formats/png_rgb16.png"];

#[divan::bench(args = FILES)]
fn inspect(bencher: Bencher, path: &str) {
    let bytes = file(path);
    bencher.bench(|| photo::inspect(black_box(&Photo::new(&bytes)), PROFILE));
}

#[divan::bench(args = FILES, sample_count = 10)]
fn decode(bencher: Bencher, path: &str) {
    let bytes = file(path);
    bencher.bench(|| photo::decode_alone(black_box(&Photo::new(&bytes)), PROFILE));
}

#[divan::bench(args = FILES, sample_count = 10)]
fn check(bencher: Bencher, path: &str) {
    let bytes = file(path);
    bencher.bench(|| photo::check(black_box(&Photo::new(&bytes)), PROFILE));
}

#[divan::bench(args = FILES, sample_count = 10)]
fn fit(bencher: Bencher, path: &str) {
    let bytes = file(path);
    bencher.bench(|| photo::fit(black_box(&Photo::new(&bytes)), PROFILE));
}

/// Decoded once: 2016 × 1512 pixels.
static PICTURE: LazyLock<Kernels> =
    LazyLock::new(|| Kernels::of(&file(FILES[0]), PROFILE).expect("a JPEG"));

#[divan::bench(sample_count = 20)]
fn overview() -> usize {
    PICTURE.overview()
}

#[divan::bench(sample_count = 20)]
fn document() -> u16 {
    PICTURE.document()
}

#[divan::bench(sample_count = 20)]
fn reduce() -> usize {
    PICTURE.reduced()
}

#[divan::bench(sample_count = 20)]
fn transform() -> bool {
    PICTURE.transformed()
}

#[divan::bench(args = [30, 60, 90], sample_count = 20)]
fn count(quality: u8) -> usize {
    PICTURE.counted(quality)
}

#[divan::bench(args = [30, 60, 90], sample_count = 20)]
fn write(quality: u8) -> usize {
    PICTURE.written(quality)
}

#[divan::bench(args = ["11010519491231002X", "110105 19491231 002x", "110105194912310021"])]
fn resident_id(text: &str) -> identity::Checked {
    identity::check(NumberKind::ResidentId, black_box(text), "2026-11-24".parse().expect("a day"))
}

#[divan::bench(args = ["91350100M000100Y43", "9135 0100 M000 100Y 44"])]
fn credit_code(text: &str) -> identity::Checked {
    identity::check(NumberKind::CreditCode, black_box(text), "2026-11-24".parse().expect("a day"))
}

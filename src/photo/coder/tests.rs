//! The coder against one that is used by others, read by a decoder that is used by others.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, QuantizationTableType, SamplingFactor};

use super::quantizer::ZIGZAG;
use super::*;

/// A page with print, a colour and some noise.
fn page(width: u32, height: u32) -> RgbImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = state.to_be_bytes()[0] >> 4;
        let is_print = (x / 3 + y / 5) % 4 == 0 && y % 23 < 14;
        let paper = if is_print { 40 } else { 210 };
        let red = if x % 97 < 30 { 30 } else { 0 };
        image::Rgb([paper + noise + red, paper + noise, paper + noise])
    })
}

fn coded(pixels: &RgbImage, space: Space, scale: Scale) -> Vec<u8> {
    let coder = Coder::new(pixels, space, 160).unwrap();
    coder.file(&coder.plan(scale))
}

fn decoded(file: &[u8]) -> RgbImage {
    let mut decoder = jpeg_decoder::Decoder::new(file);
    let data = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    RgbImage::from_raw(u32::from(info.width), u32::from(info.height), data).unwrap()
}

fn by_another(pixels: &RgbImage, scale: Scale) -> Vec<u8> {
    let Quantizer { luma, chroma } = Quantizer::new(scale);
    // Row by row, and not in the order of the file.
    let table = |table: &quantizer::Table| {
        let mut steps = [0; 64];
        for (&place, &step) in ZIGZAG.iter().zip(&table.steps) {
            steps[usize::from(place)] = u16::from(step);
        }
        QuantizationTableType::Custom(Box::new(steps))
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 100);
    encoder.set_quantization_tables(table(&luma), table(&chroma));
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    let side = |side: u32| u16::try_from(side).unwrap();
    let (width, height) = (side(pixels.width()), side(pixels.height()));
    encoder.encode(pixels.as_raw(), width, height, ColorType::Rgb).unwrap();
    bytes
}

/// The mean of the squares of differences.
fn error(one: &RgbImage, other: &RgbImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let sum: u64 =
        one.iter().zip(other.iter()).map(|(a, b)| u64::from(a.abs_diff(*b)).pow(2)).sum();
    sum as f64 / one.len() as f64
}

#[test]
fn files_are_as_good_and_as_small_as_those_of_another_encoder() {
    for size in [(320, 200), (1, 1), (17, 33), (16, 16), (250, 7)] {
        let pixels = page(size.0, size.1);
        for scale in [160, 500, 1_100, 4_000, 50_000] {
            let file = coded(&pixels, Space::Rgb, scale);
            let other = by_another(&pixels, scale);
            let (ours, theirs) =
                (error(&decoded(&file), &pixels), error(&decoded(&other), &pixels));
            assert!(ours <= theirs * 1.02 + 0.5, "{size:?} at {scale}: {ours:.2}, {theirs:.2}");
            let (ours, theirs) = (file.len() as f64, other.len() as f64);
            assert!(ours <= theirs * 1.01 + 60.0, "{size:?} at {scale}: {ours} bytes, {theirs}");
        }
    }
}

#[test]
fn the_size_is_known_without_writing() {
    let coder = Coder::new(&page(640, 480), Space::Rgb, 160).unwrap();
    for scale in [160, 400, 1_000, 3_000, 20_000] {
        let plan = coder.plan(scale);
        let (told, whole) = (plan.bytes, coder.file(&plan).len());
        assert!(told <= whole && whole * 99 <= told * 100, "{told} told, {whole} in truth");
        let guess = coder.about_bytes(scale, 4);
        assert!(guess.abs_diff(told) * 10 < told, "{guess} guessed of {told}");
    }
}

#[test]
fn colours_that_were_never_converted_give_the_same_picture() {
    let pixels = page(200, 120);
    let source = coded(&pixels, Space::Rgb, 160);
    let mut decoder = jpeg_decoder::Decoder::new(source.as_slice());
    decoder.set_color_transform(jpeg_decoder::ColorTransform::RGB);
    let raw = RgbImage::from_raw(200, 120, decoder.decode().unwrap()).unwrap();
    let of_raw = coded(&raw, Space::Ycbcr, 160);
    let of_rgb = coded(&decoded(&source), Space::Rgb, 160);
    let (direct, round) = (error(&decoded(&of_raw), &pixels), error(&decoded(&of_rgb), &pixels));
    assert!(direct <= round * 1.01, "{direct:.3} directly, {round:.3} by way of RGB");
}

#[test]
fn no_picture_has_no_file() {
    assert!(Coder::new(&RgbImage::new(0, 5), Space::Rgb, 160).is_none());
}

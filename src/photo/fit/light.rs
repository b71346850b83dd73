//! Mild correction of exposure: paper that came out dark becomes light again.

use image::RgbImage;

/// Makes paper of brightness `paper` as light as `target`, and everything else by the same
/// factor: print then stands out more.
pub(super) fn correct(pixels: &mut RgbImage, paper: u16, target: u16) {
    let gain = |value: usize| value * usize::from(target) / usize::from(paper.max(1));
    let table: [u8; 256] =
        std::array::from_fn(|value| u8::try_from(gain(value)).unwrap_or(u8::MAX));
    for value in pixels.iter_mut() {
        *value = table[usize::from(*value)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_becomes_what_it_should_be_and_nothing_overflows() {
        let mut pixels =
            RgbImage::from_fn(4, 1, |x, _| image::Rgb([[0, 40, 100, 255][x as usize]; 3]));
        correct(&mut pixels, 100, 200);
        let levels: Vec<u8> = pixels.pixels().map(|pixel| pixel.0[0]).collect();
        assert_eq!(levels, [0, 80, 200, 255]);
    }
}

//! The colours of a JPEG become red, green and blue.
//!
//! The decoder does that pixel by pixel, which takes a seventh of the time of making a photo fit.
//! This does the same to the bit, in runs that compilers make vectors of.

/// What the three bytes of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::photo) enum Space {
    /// sRGB.
    Rgb,
    /// Brightness and two colours, as they stand in a JPEG (JFIF 1.02).
    Ycbcr,
}

/// Pixels at a time.
const RUN: usize = 16;

/// Fractions of 2²⁰, of ITU-R BT.601.
const BITS: i32 = 20;
const RED_OF_RED: i32 = 1_470_104;
const GREEN_OF_BLUE: i32 = 360_857;
const GREEN_OF_RED: i32 = 748_830;
const BLUE_OF_BLUE: i32 = 1_858_077;

/// Brightness and colours become RGB, in place.
pub(in crate::photo) fn to_rgb(pixels: &mut [u8]) {
    let (runs, rest) = pixels.as_chunks_mut::<{ RUN * 3 }>();
    for run in runs {
        convert(run);
    }
    let mut last = [0; RUN * 3];
    last[..rest.len()].copy_from_slice(rest);
    convert(&mut last);
    rest.copy_from_slice(&last[..rest.len()]);
}

fn convert(run: &mut [u8; RUN * 3]) {
    let mut channels = [[0_i32; RUN]; 3];
    for (n, pixel) in run.as_chunks::<3>().0.iter().enumerate() {
        for (channel, &value) in channels.iter_mut().zip(pixel) {
            channel[n] = i32::from(value);
        }
    }
    let [luma, blue, red] = channels;
    let mut rgb = [[0_u8; RUN]; 3];
    for n in 0..RUN {
        let luma = (luma[n] << BITS) + (1 << (BITS - 1));
        let (blue, red) = (blue[n] - 128, red[n] - 128);
        rgb[0][n] = byte(luma + RED_OF_RED * red);
        rgb[1][n] = byte(luma - GREEN_OF_BLUE * blue - GREEN_OF_RED * red);
        rgb[2][n] = byte(luma + BLUE_OF_BLUE * blue);
    }
    for (n, pixel) in run.as_chunks_mut::<3>().0.iter_mut().enumerate() {
        *pixel = [rgb[0][n], rgb[1][n], rgb[2][n]];
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
fn byte(value: i32) -> u8 {
    (value >> BITS).clamp(0, 255) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With what the decoder itself makes of it: a JPEG of one block for each pair of colours
    /// would be long, so a picture of noise is decoded both ways.
    #[test]
    fn it_is_what_the_decoder_does() {
        let mut state = 3_u32;
        let noise: Vec<u8> = (0..97 * 61 * 3)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_be_bytes()[0]
            })
            .collect();
        let mut file = Vec::new();
        jpeg_encoder::Encoder::new(&mut file, 98)
            .encode(&noise, 97, 61, jpeg_encoder::ColorType::Rgb)
            .unwrap();
        let expected = jpeg_decoder::Decoder::new(file.as_slice()).decode().unwrap();
        let mut decoder = jpeg_decoder::Decoder::new(file.as_slice());
        decoder.set_color_transform(jpeg_decoder::ColorTransform::RGB);
        let mut pixels = decoder.decode().unwrap();
        to_rgb(&mut pixels);
        assert!(pixels == expected);
    }
}

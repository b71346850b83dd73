//! The colours of a JPEG become red, green and blue.
//!
//! The decoder does that too, but takes twice the time, a seventh of what making a photo fit takes.
//! This does the same to the bit.

/// What the three bytes of a pixel are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::photo) enum Space {
    /// sRGB.
    Rgb,
    /// Brightness and two colours, as they stand in a JPEG (JFIF 1.02).
    Ycbcr,
}

/// Fractions of 2²⁰, of ITU-R BT.601.
const BITS: i32 = 20;
const HALF: i32 = 1 << (BITS - 1);
const RED_OF_RED: i32 = 1_470_104;
const GREEN_OF_BLUE: i32 = 360_857;
const GREEN_OF_RED: i32 = 748_830;
const BLUE_OF_BLUE: i32 = 1_858_077;

/// What is below and above a byte by so much at most becomes its least and its greatest.
const BELOW: i32 = 384;

/// Brightness and colours become RGB, in place. Tables instead of products and comparisons.
pub(in crate::photo) fn to_rgb(pixels: &mut [u8]) {
    let table = |of: fn(i32) -> i32| -> [i32; 256] {
        let mut value = -129;
        std::array::from_fn(|_| {
            value += 1;
            of(value)
        })
    };
    let red_of_red = table(|red| (RED_OF_RED * red + HALF) >> BITS);
    let green_of_red = table(|red| -GREEN_OF_RED * red);
    let green_of_blue = table(|blue| HALF - GREEN_OF_BLUE * blue);
    let blue_of_blue = table(|blue| (BLUE_OF_BLUE * blue + HALF) >> BITS);
    let mut value = -BELOW - 1;
    let bytes: [u8; 1_024] = std::array::from_fn(|_| {
        value += 1;
        u8::try_from(value.clamp(0, 255)).unwrap_or(u8::MAX)
    });
    #[allow(clippy::cast_sign_loss)] // 384 less at most.
    let byte = |value: i32| bytes[(value + BELOW) as usize & 1_023];
    for pixel in pixels.as_chunks_mut::<3>().0 {
        let (luma, [_, blue, red]) = (i32::from(pixel[0]), pixel.map(usize::from));
        let green = (green_of_blue[blue] + green_of_red[red]) >> BITS;
        *pixel =
            [byte(luma + red_of_red[red]), byte(luma + green), byte(luma + blue_of_blue[blue])];
    }
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

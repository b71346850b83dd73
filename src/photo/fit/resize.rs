//! Fewer pixels.

use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;

/// The picture with its long side reduced to `long_side`; nothing where it is not
/// larger than that.
pub(super) fn to_long_side(pixels: &RgbImage, long_side: u32) -> Option<RgbImage> {
    let (width, height) = pixels.dimensions();
    let long = width.max(height);
    if long <= long_side {
        return None;
    }
    let scaled = |side: u32| {
        let side = u64::from(side) * u64::from(long_side);
        u32::try_from((side / u64::from(long)).max(1)).unwrap_or(long_side)
    };
    let (to_width, to_height) = (scaled(width), scaled(height));
    let source =
        Image::from_vec_u8(width, height, pixels.as_raw().clone(), PixelType::U8x3).ok()?;
    let mut target = Image::new(to_width, to_height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    RgbImage::from_raw(to_width, to_height, target.into_vec())
}

//! The QR code of a licence: public pages of licences put the credit code into it.

use super::forms::{is_code_character, is_credit_code};
use super::page::Page;

/// Long sides at which it is looked for, in pixels, smallest first.
const SIZES: [usize; 2] = [1_000, 1_800];

/// The credit code in it; nothing where there is none or it cannot be read.
pub(super) fn credit_code(page: &Page) -> Option<String> {
    let long = page.width.max(page.height).max(1.0);
    SIZES.into_iter().find_map(|size| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // At most `size`.
        let side = |length: f32| ((length / long * size as f32) as usize).max(1);
        let (width, height) = (side(page.width), side(page.height));
        let grey = |pixel: &[u8; 3]| {
            let [red, green, blue] = pixel.map(u32::from);
            u8::try_from((red * 299 + green * 587 + blue * 114) / 1_000).unwrap_or(u8::MAX)
        };
        let picture: Vec<u8> = page.picture(width, height).iter().map(grey).collect();
        let mut finder = quircs::Quirc::default();
        finder.identify(width, height, &picture).find_map(|code| {
            let data = code.ok()?.decode().ok()?;
            code_in(str::from_utf8(&data.payload).ok()?)
        })
    })
}

/// The one credit code that stands in a text by itself.
fn code_in(text: &str) -> Option<String> {
    let mut codes = text
        .split(|c: char| !is_code_character(c))
        .filter(|part| part.len() == 18 && is_credit_code(part));
    codes.next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_wherever_it_stands() {
        // The example of GB 32100-2015, Annex B.
        let cases = [
            ("http://www.gsxt.gov.cn/index.html?uniscid=91350100M000100Y43", true),
            ("91350100M000100Y43", true),
            ("91350100M000100Y44", false),
            ("https://example.org/", false),
        ];
        for (text, expected) in cases {
            assert_eq!(code_in(text).is_some(), expected, "{text}");
        }
    }
}

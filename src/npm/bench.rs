//! What only `benches/judge.mjs` calls, and no package has.

use wasm_bindgen::prelude::*;

use crate::photo::{self, Photo, Profile};

/// Decodes a photo as the check does and throws the pixels away. How many there were; 0 for what
/// cannot be decoded.
#[wasm_bindgen(js_name = decodePhoto)]
pub fn decode_photo(bytes: &[u8]) -> u32 {
    photo::decode_alone(&Photo::new(bytes), Profile::CERTIFICATION_200K)
}

//! The photo check for JavaScript: bytes in, JSON text out, and the photo beside it.

use wasm_bindgen::prelude::*;

use super::js::{Array, Uint8Array};
use super::read::{Given, PhotoOptions};
use super::to_json;
use crate::photo::{self, Photo, Profile, ProfileId};
use crate::wire::Sourced;

impl PhotoOptions {
    fn read(options: JsValue) -> Result<Self, JsValue> {
        Given::new(options, "options", "renzheng.bad-options").photo_options()
    }

    fn photo<'a>(&'a self, bytes: &'a [u8]) -> Photo<'a> {
        Photo {
            bytes,
            file_name: self.file_name.as_deref(),
            mime_type: self.mime_type.as_deref(),
            kind: self.kind,
            corners: self.corners,
        }
    }

    fn profile(&self) -> &'static Profile {
        self.photo_profile.profile()
    }
}

/// Type and header only.
#[wasm_bindgen(js_name = inspectPhoto)]
pub fn inspect_photo(bytes: &[u8], options: JsValue) -> Result<String, JsValue> {
    let options = PhotoOptions::read(options)?;
    to_json(&photo::inspect(&options.photo(bytes), options.profile()))
}

/// The whole verdict.
#[wasm_bindgen(js_name = checkPhoto)]
pub fn check_photo(bytes: &[u8], options: JsValue) -> Result<String, JsValue> {
    let options = PhotoOptions::read(options)?;
    to_json(&photo::check(&options.photo(bytes), options.profile()))
}

/// The photo that passes, or why there is none: the JSON, then the photo if there is one.
#[wasm_bindgen(js_name = fitPhoto)]
pub fn fit_photo(bytes: &[u8], options: JsValue) -> Result<Array, JsValue> {
    let options = PhotoOptions::read(options)?;
    let mut fitted = photo::fit_with_progress(
        &options.photo(bytes),
        options.profile(),
        options.crop,
        &mut |_| {},
    );
    let photo = fitted.photo.take();
    let answer = Array::new();
    answer.push(&to_json(&fitted)?.into());
    if let Some(photo) = photo {
        answer.push(&Uint8Array::new(&photo));
    }
    Ok(answer)
}

/// The pixels of a photo as the reader takes them: what is known of them as JSON, `null` where
/// the file cannot be decoded, then red, green and blue, row by row.
#[wasm_bindgen(js_name = photoSource)]
pub fn photo_source(bytes: &[u8], options: JsValue) -> Result<Array, JsValue> {
    let options = PhotoOptions::read(options)?;
    let Sourced { source, pixels } = Sourced::of(&options.photo(bytes), options.profile());
    let answer = Array::new();
    answer.push(&to_json(&source)?.into());
    answer.push(&Uint8Array::new(&pixels));
    Ok(answer)
}

/// All photo profiles, the default first.
#[wasm_bindgen]
pub fn profiles() -> Result<String, JsValue> {
    to_json(&ProfileId::ALL.map(ProfileId::profile))
}

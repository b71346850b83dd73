//! The photo check for JavaScript: bytes in, plain objects out.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::failure;
use crate::photo::{self, Fitted, Kind, Photo, Profile, ProfileId};

/// Options as they come from JavaScript. What is absent or undefined has its default;
/// what is misspelt is an error, not silence.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    photo_profile: Option<ProfileId>,
    file_name: Option<String>,
    mime_type: Option<String>,
    kind: Option<Kind>,
}

impl Options {
    /// The names as JavaScript writes them. The deserializer reads the names that it
    /// knows and never looks at others, so misspelt ones are looked for here.
    const NAMES: [&str; 4] = ["photoProfile", "fileName", "mimeType", "kind"];

    fn read(value: JsValue) -> Result<Self, JsValue> {
        if value.is_undefined() || value.is_null() {
            return Ok(Self::default());
        }
        if let Some(object) = value.dyn_ref::<js_sys::Object>() {
            let names = js_sys::Object::keys(object);
            let mut names = names.iter().filter_map(|name| name.as_string());
            if let Some(name) = names.find(|name| !Self::NAMES.contains(&name.as_str())) {
                return Err(failure("renzheng.bad-options", &format!("unknown option {name:?}")));
            }
        }
        serde_wasm_bindgen::from_value(value)
            .map_err(|error| failure("renzheng.bad-options", &error.to_string()))
    }

    fn photo<'a>(&'a self, bytes: &'a [u8]) -> Photo<'a> {
        Photo {
            bytes,
            file_name: self.file_name.as_deref(),
            mime_type: self.mime_type.as_deref(),
            kind: self.kind.unwrap_or_default(),
        }
    }

    fn profile(&self) -> &'static Profile {
        self.photo_profile.unwrap_or_default().profile()
    }
}

/// Type and header only.
#[wasm_bindgen(js_name = inspectPhoto)]
pub fn inspect_photo(bytes: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    to_js(&photo::inspect(&options.photo(bytes), options.profile()))
}

/// The whole verdict.
#[wasm_bindgen(js_name = checkPhoto)]
pub fn check_photo(bytes: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    to_js(&photo::check(&options.photo(bytes), options.profile()))
}

/// The photo that passes, or why there is none.
#[wasm_bindgen(js_name = fitPhoto)]
pub fn fit_photo(bytes: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let options = Options::read(options)?;
    let fitted: Fitted = photo::fit(&options.photo(bytes), options.profile());
    to_js(&fitted)
}

/// All photo profiles, the default first.
#[wasm_bindgen]
pub fn profiles() -> Result<JsValue, JsValue> {
    to_js(&ProfileId::ALL.map(ProfileId::profile))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    value.serialize(&serializer).map_err(|error| failure("renzheng.internal", &error.to_string()))
}

//! What JavaScript can call. Each export converts, calls, converts.
//!
//! `npm/index.js` wraps these and `npm/index.d.ts` describes them; there the
//! shapes and the errors are documented for their users.

#![allow(clippy::missing_errors_doc)] // In `npm/index.d.ts`: `RenzhengError`.

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::photo::{self, Fitted, Kind, Photo, Profile, ProfileId};
use crate::text::{Explain, Locale};

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

/// What a finding means, in words.
#[wasm_bindgen]
pub fn explain(finding: JsValue, locale: &str) -> Result<JsValue, JsValue> {
    let finding: photo::Finding = serde_wasm_bindgen::from_value(finding)
        .map_err(|error| failure("renzheng.bad-finding", &error.to_string()))?;
    to_js(&finding.explain(Locale::for_tag(locale)))
}

/// All photo profiles, the default first.
#[wasm_bindgen]
pub fn profiles() -> Result<JsValue, JsValue> {
    to_js(&ProfileId::ALL.map(ProfileId::profile))
}

/// Turns the first panic into a line on the console. Called once by `init`.
#[wasm_bindgen(js_name = setPanicHook)]
pub fn set_panic_hook() {
    console_error_panic_hook::set_once();
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    value.serialize(&serializer).map_err(|error| failure("renzheng.internal", &error.to_string()))
}

/// The only way in which a failure leaves this module: an `Error` with a `code`.
fn failure(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a plain property on a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

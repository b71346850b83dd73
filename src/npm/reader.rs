//! Reading photos for JavaScript: a pack in, then pixels in, JSON text out. Files are decoded by
//! what checks them (`photoSource`), so that no decoder is downloaded twice.

use image::RgbImage;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::read::Given;
use super::{day, failure, to_json};
use crate::photo::{Kind, Source};
use crate::reader::{self, Finding, Offer, ReadProfile, Reading, Seen};
use crate::text::{self, Locale};
use crate::wire::About;

/// What reads; it holds the model.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reader(reader::Reader);

#[wasm_bindgen]
impl Reader {
    /// Makes one of the bytes of a pack.
    #[wasm_bindgen(constructor)]
    pub fn new(pack: &[u8]) -> Result<Self, JsValue> {
        console_error_panic_hook::set_once();
        let bad = |error: reader::PackError| failure("renzheng.bad-model", &error.to_string());
        reader::Reader::new(pack).map(Self).map_err(bad)
    }

    /// What is printed on a photo, and what stands against it. `source` is the JSON, and `pixels` the
    /// colours, that [`photo_source`](super::photo) made of the file.
    #[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
    pub fn read(&self, source: &str, pixels: Vec<u8>, kind: &str) -> Result<String, JsValue> {
        let kind = kind_of(kind)?;
        let bad = || failure("renzheng.bad-bytes", "these are no pixels of a photo");
        let about: About = serde_json::from_str(source).map_err(|_| bad())?;
        let pixels = RgbImage::from_raw(about.width, about.height, pixels).ok_or_else(bad)?;
        let About { corners, hidden, scale, .. } = about;
        let source = Source { corners, hidden, pixels, scale };
        let reading = self.0.read(&source, kind, &ReadProfile::STANDARD);
        let findings = reading.findings(kind);
        to_json(&Answer { reading, findings })
    }
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    reading: Reading,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Compared {
    offers: Vec<Offer>,
    findings: Vec<Finding>,
}

/// What was read beside what a form says: values for what is empty, and contradictions. `seen` is
/// JSON: `[{ holder, kind, reading }]`.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen]
pub fn compare(application: JsValue, seen: &str, today: &str) -> Result<String, JsValue> {
    let application =
        Given::new(application, "application", "renzheng.bad-application").application()?;
    // What serde says of a value repeats it.
    let seen: Vec<Seen> = serde_json::from_str(seen)
        .map_err(|_| failure("renzheng.bad-reading", "readings: expected what read() answered"))?;
    let findings = reader::compare(&application, &seen, day(today)?);
    to_json(&Compared { offers: reader::offers(&application, &seen), findings })
}

/// What a finding of this entry means, in words.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen]
pub fn explain(finding: JsValue, locale: &str) -> Result<String, JsValue> {
    let bad = "renzheng.bad-finding";
    let (code, members) = Given::new(finding, "finding", bad).finding()?;
    let message = text::READER.say(&code, &members, Locale::for_tag(locale));
    to_json(&message.ok_or_else(|| failure(bad, "unknown code, or a member is missing"))?)
}

fn kind_of(name: &str) -> Result<Kind, JsValue> {
    let kind = Kind::from_name(name).filter(|kind| !reader::FieldName::of(*kind).is_empty());
    kind.ok_or_else(|| {
        failure("renzheng.bad-options", "kind: expected id-front, id-back or licence")
    })
}

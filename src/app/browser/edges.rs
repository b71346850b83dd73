//! The dialog in which the edges of a document are set by hand: a script of its own, `web/edges.js`,
//! which is fetched when it is asked for. As a part of the page it would weigh ten kilobytes more.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::photo::Quad;
use crate::text::Locale;
use crate::text::journey::edges::WORDS;

/// What the dialog is about.
#[derive(Debug)]
pub struct Edges<'a> {
    /// The picture as it was given.
    pub url: &'a str,
    /// Its width and height as shown.
    pub size: [u32; 2],
    /// Where the document was found.
    pub found: Option<Quad>,
    /// What was asked for before.
    pub before: Option<&'a str>,
}

/// Opens the dialog, and waits for what shall be cut, as JSON for the photo worker: nothing where
/// it was given up.
///
/// # Errors
///
/// The dialog could not be fetched.
pub async fn edit(edges: &Edges<'_>, locale: Locale) -> Result<Option<String>, JsValue> {
    let words = Object::new();
    for (name, phrase) in WORDS {
        Reflect::set(&words, &name.into(), &locale.say(phrase).into())?;
    }
    let ui = locale.ui();
    for (name, word) in [("original", ui.original), ("cancel", ui.cancel)] {
        Reflect::set(&words, &name.into(), &word.into())?;
    }
    let photo = Object::new();
    let [width, height] = edges.size;
    let values: [(&str, JsValue); 5] = [
        ("url", edges.url.into()),
        ("size", Array::of2(&width.into(), &height.into()).into()),
        ("found", edges.found.map_or(JsValue::UNDEFINED, |found| corners(found).into())),
        ("before", edges.before.into()),
        ("words", words.into()),
    ];
    for (name, value) in values {
        Reflect::set(&photo, &name.into(), &value)?;
    }
    let global = js_sys::global();
    let edit: Function = Reflect::get(&global, &"editEdges".into())?.dyn_into()?;
    let promise: Promise = edit.call1(&global, &photo)?.dyn_into()?;
    Ok(JsFuture::from(promise).await?.as_string())
}

fn corners(Quad(corners): Quad) -> Array {
    corners.iter().map(|corner| Array::of2(&corner.x.into(), &corner.y.into())).collect()
}

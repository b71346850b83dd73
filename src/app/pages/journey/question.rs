//! A question to the worker, as the plain object that crosses to it.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

use crate::app::browser::clock;
use crate::app::route::Route;
use crate::app::state::drafts::{Desk, Draft};
use crate::text::Locale;
use crate::wire::snapshot::PhotoId;

/// What the worker needs to know for a page.
pub(super) struct Question<'a> {
    pub(super) address: &'a str,
    pub(super) locale: Locale,
    pub(super) draft: Option<String>,
    pub(super) act: Option<&'a Object>,
    pub(super) is_tried: bool,
    pub(super) photos: &'a Array,
    pub(super) reads: bool,
}

impl Question<'_> {
    pub(super) fn to_object(&self) -> JsValue {
        #[expect(clippy::cast_precision_loss)]
        let now = clock::now() as f64;
        object(&[
            ("address", &self.address.into()),
            ("locale", &self.locale.tag().into()),
            ("now", &now.into()),
            ("utcOffset", &clock::utc_offset().into()),
            ("draft", &self.draft.as_deref().into()),
            ("act", &self.act.into()),
            ("isTried", &self.is_tried.into()),
            ("photos", self.photos),
            ("reads", &self.reads.into()),
        ])
        .into()
    }
}

/// A plain object.
pub(super) fn object(members: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A fresh object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Whether the worker makes the page of an address.
pub(super) fn is_ours(address: &str) -> bool {
    Route::of_hash(&["#", address].concat()).is_made_by_worker()
}

/// The draft of an address: `ID` of `/a/ID/subject?from=check`.
pub(super) fn draft_of(address: &str) -> Option<&str> {
    address.strip_prefix("/a/")?.split(['/', '?']).next().filter(|id| !id.is_empty())
}

/// The place in the form of an address: `SLOT` of `/a/ID/photos/SLOT`.
pub(super) fn slot_of(address: &str) -> Option<&str> {
    address.split("/photos/").nth(1)?.split('?').next()
}

/// The photos of an application with their bytes, one after the other: `{ id, bytes }`.
pub(super) fn photos(desk: Desk, then: impl FnOnce(Array) + 'static) {
    let photos = desk.read(Draft::photos).into_iter();
    let ids = photos.filter(|photo| photo.slot.is_some() && photo.chosen).map(|photo| photo.id);
    fetch(desk, ids.collect(), Rc::new(Array::new()), Box::new(then));
}

fn fetch(desk: Desk, mut ids: Vec<PhotoId>, found: Rc<Array>, then: Box<dyn FnOnce(Array)>) {
    let Some(id) = ids.pop() else { return then((*found).clone()) };
    let name = id.0.clone();
    desk.fetch_photo(&id, move |bytes| {
        if let Some(bytes) = bytes {
            let bytes = Uint8Array::from(&bytes[..]);
            found.push(&object(&[("id", &name.into()), ("bytes", &bytes)]));
        }
        fetch(desk, ids, found, then);
    });
}

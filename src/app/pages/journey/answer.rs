//! An answer of the worker, read member by member.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What the worker says of a page.
pub(super) struct Answer {
    pub(super) title: String,
    pub(super) html: String,
    /// Parts of the draft, as JSON; nothing where one is removed.
    pub(super) edits: Vec<(String, Option<String>)>,
    pub(super) go: Option<String>,
    pub(super) begins: bool,
    pub(super) focus: Option<String>,
    pub(super) say: Option<String>,
    /// Name, media type and bytes.
    pub(super) file: Option<(String, String, Vec<u8>)>,
    /// A photo to be read: its id, and which document it shows.
    pub(super) read: Option<(String, String)>,
    pub(super) is_tried: bool,
}

impl Answer {
    /// Reads it; nothing where the worker did not understand.
    pub(super) fn read(answer: &JsValue) -> Option<Self> {
        let file = get(answer, "file");
        let edits = get(answer, "edits").dyn_into::<Array>().ok()?;
        let read = get(answer, "read");
        let edit = |edit: JsValue| Some((text(&edit, "path")?, text(&edit, "value")));
        Some(Self {
            title: text(answer, "title")?,
            html: text(answer, "html")?,
            edits: edits.iter().filter_map(edit).collect(),
            go: text(answer, "go"),
            begins: get(answer, "begins").is_truthy(),
            focus: text(answer, "focus"),
            say: text(answer, "say"),
            file: text(&file, "name").map(|name| {
                let bytes = get(&file, "bytes").dyn_into::<Uint8Array>();
                let bytes = bytes.map(|bytes| bytes.to_vec()).unwrap_or_default();
                (name, text(&file, "mediaType").unwrap_or_default(), bytes)
            }),
            read: text(&read, "id").zip(text(&read, "kind")),
            is_tried: get(answer, "isTried").is_truthy(),
        })
    }
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name).as_string()
}

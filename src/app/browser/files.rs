//! Files that come by choosing, dropping and pasting.

use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement,
};

use super::object_url::ObjectUrl;

/// By then a browser has begun to save a file, also one that asks where. Chosen by us.
const SAVED_AFTER: Duration = Duration::from_mins(1);

/// The files that were chosen. The input is emptied, so that choosing the same
/// file once more is noticed.
pub fn chosen(event: &Event) -> Vec<File> {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = target else { return Vec::new() };
    let files = all(input.files());
    input.set_value("");
    files
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|data| data.files()))
}

/// The files that were pasted: none where text was.
pub fn pasted(event: &ClipboardEvent) -> Vec<File> {
    all(event.clipboard_data().and_then(|data| data.files()))
}

/// Bytes of a file, at most what the core's reports can say.
pub fn byte_length(file: &File) -> u32 {
    // Casts of floats saturate.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = file.size() as u32;
    length
}

fn all(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// Gives the person a file to save. Nothing where the browser has no room for it.
pub fn save(name: &str, mime_type: &str, bytes: &[u8]) -> Option<()> {
    let url = ObjectUrl::of_bytes(bytes, mime_type)?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url.as_str());
    link.set_download(name);
    link.click();
    // The browser reads the address after this task.
    leptos::prelude::set_timeout(move || drop(url), SAVED_AFTER);
    Some(())
}

//! Files that come by choosing, dropping and pasting.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement};

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

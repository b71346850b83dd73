//! The photo worker: takes a file, runs the core, answers stage by stage.
//!
//! One job runs at a time. To cancel one, the page ends the worker and starts a
//! new one: nothing in here has to be asked to stop.

use js_sys::{Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent};

use super::scope;
use crate::photo::{self, Kind, Photo, ProfileId, Stage};
use crate::wire::{FILE, Failure, ForReader, FromWorker, JobId, PROTOCOL, Sourced, ToWorker};

/// Listens for jobs, and tells the page that it does.
pub fn start() {
    console_error_panic_hook::set_once();
    scope::report_rejections();
    scope::on_message(|event| wasm_bindgen_futures::spawn_local(answer(event)));
    post(&FromWorker::Ready { protocol: PROTOCOL });
}

async fn answer(event: MessageEvent) {
    let message = event.data();
    if let Ok(asked) = serde_wasm_bindgen::from_value(message.clone()) {
        fit(&message, asked).await;
    } else if let Ok(ForReader::Source { kind }) = serde_wasm_bindgen::from_value(message.clone()) {
        let profile = ProfileId::default().profile();
        let given = read(&message, f64::from(profile.limits.most_file_bytes)).await;
        let nothing = Sourced { source: None, pixels: Vec::new() };
        post(&given.map_or(nothing, |given| Sourced::of(&given.photo(kind), profile)));
    }
    // Only the page of the same build posts here; what is not understood has no
    // job that could be answered.
}

async fn fit(message: &JsValue, asked: ToWorker) {
    let ToWorker::Fit { job, photo_profile, kind, crop, corners } = asked;
    let profile = photo_profile.profile();
    let given = match read(message, f64::from(profile.limits.most_file_bytes)).await {
        Ok(given) => given,
        Err(failure) => return post(&FromWorker::Failed { job, failure }),
    };
    let photo = Photo { corners, ..given.photo(kind) };
    let fitted = photo::fit_with_progress(&photo, profile, crop, &mut |stage| {
        post(&stage_message(job, stage));
    });
    post(&FromWorker::Fitted { job, fitted });
}

fn stage_message(job: JobId, stage: Stage<'_>) -> FromWorker {
    match stage {
        Stage::Inspected(report) => FromWorker::Inspected { job, report: report.clone() },
        Stage::Judged(report) => FromWorker::Judged { job, report: report.clone() },
    }
}

struct Given {
    bytes: Vec<u8>,
    name: Option<String>,
    mime_type: Option<String>,
}

impl Given {
    fn photo(&self, kind: Kind) -> Photo<'_> {
        Photo {
            bytes: &self.bytes,
            file_name: self.name.as_deref(),
            mime_type: self.mime_type.as_deref(),
            kind,
            corners: None,
        }
    }
}

/// Reads the file beside the message. One that is too large is not touched: it would
/// not fit into memory.
async fn read(message: &JsValue, most_bytes: f64) -> Result<Given, Failure> {
    let unreadable = |_| Failure::Unreadable;
    let file: Blob =
        Reflect::get(message, &FILE.into()).and_then(JsCast::dyn_into).map_err(unreadable)?;
    if most_bytes < file.size() {
        return Err(Failure::TooLarge);
    }
    let promise: Promise = file.array_buffer();
    let buffer = JsFuture::from(promise).await.map_err(unreadable)?;
    let text = |property: &str| {
        let value = Reflect::get(&file, &property.into()).ok()?.as_string()?;
        (!value.is_empty()).then_some(value)
    };
    Ok(Given {
        bytes: js_sys::Uint8Array::new(&buffer).to_vec(),
        name: text("name"),
        mime_type: text("type"),
    })
}

fn post(message: &impl Serialize) {
    let serializer =
        serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    // Our own plain enums have no part that cannot be written.
    if let Ok(message) = message.serialize(&serializer) {
        scope::post(&message);
    }
}

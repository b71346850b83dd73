//! The journey worker: a question in, a page of an application out.

use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Response};

use super::provider::Caller;
use super::scope;
use crate::journey::{self, Request};
use crate::wire::JOURNEY_PROTOCOL;

/// What the host may put beside the page: where applications can be sent.
const CONFIG: &str = "config.json";

/// Listens for questions, and tells the page that it does.
pub fn start() {
    console_error_panic_hook::set_once();
    scope::report_rejections();
    wasm_bindgen_futures::spawn_local(async {
        let config = config().await;
        let caller = Caller::new();
        scope::on_message(move |event| answer(&event, config.as_deref(), &caller));
        let ready = Object::new();
        // A fresh object takes every property.
        let _ = Reflect::set(&ready, &"protocol".into(), &JOURNEY_PROTOCOL.into());
        scope::post(&ready);
    });
}

fn answer(event: &MessageEvent, config: Option<&str>, caller: &Caller) {
    // Only the page of the same build posts here. What is not understood gets an answer that
    // says nothing, so that nobody waits for it.
    let answer = serde_wasm_bindgen::from_value::<Request>(event.data()).ok().and_then(|request| {
        let mut request = Request { config: config.map(str::to_owned), ..request };
        caller.complete(&mut request);
        let answer = journey::turn(&request);
        caller.follow(&request.address, &answer);
        let serializer =
            serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
        answer.serialize(&serializer).ok()
    });
    scope::post(&answer.unwrap_or_default());
}

/// The text of that file, if the host has it.
async fn config() -> Option<String> {
    let response: Response = JsFuture::from(scope::fetch(CONFIG)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

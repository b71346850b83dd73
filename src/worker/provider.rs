//! The calls to a provider's server that a page of an application asks for. They are made here,
//! so that the page needs no code for them: when there is an answer it is told to ask again.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use super::scope;
use crate::journey::{Answer, PhotoBytes, Request};
use crate::provider::{Body, Call, Outcome, Reply};

/// An answer longer than this is none of the contract.
const MOST_CHARACTERS: usize = 1_000_000;

/// Makes one call at a time. A handle.
#[derive(Clone, Default)]
pub(super) struct Caller(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    /// The photos that came with the latest question that had some.
    photos: Vec<PhotoBytes>,
    /// Counts the calls; what is answered to an older one is not heard.
    flight: u32,
    /// Which page waits for which call.
    call: Option<(String, Call)>,
    /// What came for which page.
    reply: Option<(String, Reply)>,
    /// Whether the page's policy has stopped something since the call began.
    is_blocked: bool,
}

impl Caller {
    /// One that notices what the page's policy stops.
    pub(super) fn new() -> Self {
        let caller = Self::default();
        let state = caller.0.clone();
        scope::on_violation(move || state.borrow_mut().is_blocked = true);
        caller
    }

    /// Adds to a question what came of the call for its page. What a person does is answered
    /// by itself: it may be about another call.
    pub(super) fn complete(&self, request: &mut Request) {
        let mut state = self.0.borrow_mut();
        if !request.photos.is_empty() {
            state.photos.clone_from(&request.photos);
        }
        let reply = state.reply.take().filter(|(address, _)| *address == request.address);
        request.reply = reply.map(|(_, reply)| reply).filter(|_| request.act.is_none());
    }

    /// Makes the call that an answer asks for; without one, none is under way any more.
    pub(super) fn follow(&self, address: &str, answer: &Answer) {
        let mut state = self.0.borrow_mut();
        let is_same = |(known, call): &(String, Call)| {
            let same = |asked: &Call| Call { wait_ms: call.wait_ms, ..asked.clone() } == *call;
            known == address && answer.call.as_ref().is_some_and(same)
        };
        if state.call.as_ref().is_some_and(is_same) {
            return;
        }
        state.flight += 1;
        state.call = answer.call.clone().map(|call| (address.to_owned(), call));
        let (flight, call) = (state.flight, state.call.clone());
        drop(state);
        if let Some((address, call)) = call {
            let caller = self.clone();
            spawn_local(async move { caller.make(flight, address, &call).await });
        }
    }

    async fn make(&self, flight: u32, address: String, call: &Call) {
        if 0 < call.wait_ms {
            // It resolves in any case.
            let _ = JsFuture::from(scope::sleep(call.wait_ms)).await;
        }
        if self.0.borrow().flight != flight {
            return;
        }
        let reply = Reply { waited_ms: call.wait_ms, ..self.reply(call).await };
        let mut state = self.0.borrow_mut();
        if state.flight == flight {
            state.call = None;
            state.reply = Some((address, reply));
            let news = Object::new();
            // A fresh object takes every property.
            let _ = Reflect::set(&news, &"isNews".into(), &true.into());
            scope::post(&news);
        }
    }

    async fn reply(&self, call: &Call) -> Reply {
        let body = match &call.body {
            Body::None => JsValue::UNDEFINED,
            Body::Text(text) => text.into(),
            Body::Photo(id) => {
                let state = self.0.borrow();
                let photo = state.photos.iter().find(|photo| photo.id == *id);
                let Some(photo) = photo else { return Reply::of(Outcome::NoPhoto) };
                Uint8Array::from(&photo.bytes[..]).into()
            }
        };
        self.0.borrow_mut().is_blocked = false;
        let fetched = scope::fetch_with(&call.url, &init(call, &body));
        let response = match in_time(fetched, call.timeout_ms).await {
            Ok(Some(response)) => response.unchecked_into::<Response>(),
            Ok(None) => return Reply::of(Outcome::TimedOut),
            Err(()) if self.0.borrow().is_blocked => return Reply::of(Outcome::Blocked),
            Err(()) => return Reply::of(Outcome::Unreachable),
        };
        let retry_after = response.headers().get("Retry-After").ok().flatten();
        let Ok(text) = response.text() else { return Reply::of(Outcome::Unreachable) };
        match in_time(text, call.timeout_ms).await {
            Ok(Some(text)) => {
                let text = text.as_string().unwrap_or_default();
                let text = if text.len() < MOST_CHARACTERS { text } else { String::new() };
                let retry_after = retry_after.and_then(|seconds| seconds.trim().parse().ok());
                Reply { retry_after, ..Reply::answered(response.status(), &text) }
            }
            Ok(None) => Reply::of(Outcome::TimedOut),
            Err(()) => Reply::of(Outcome::Unreachable),
        }
    }
}

/// The second argument of `fetch`.
fn init(call: &Call, body: &JsValue) -> Object {
    let headers: Array = (call.headers.iter())
        .map(|(name, value)| Array::of2(&name.into(), &value.into()))
        .collect();
    let init = Object::new();
    for (name, value) in [
        ("method", &JsValue::from(&call.method)),
        ("headers", &headers),
        ("body", body),
        ("redirect", &"error".into()),
        ("cache", &"no-store".into()),
    ] {
        // A fresh object takes every property.
        let _ = Reflect::set(&init, &name.into(), value);
    }
    init
}

/// What a promise gives, if it does in that time; an error where it fails.
async fn in_time(promise: Promise, timeout_ms: u32) -> Result<Option<JsValue>, ()> {
    let race = Promise::race(&Array::of2(&promise, &scope::sleep(timeout_ms)));
    let value = JsFuture::from(race).await.map_err(|_| ())?;
    // The pause gives nothing.
    Ok(Some(value).filter(|value| !value.is_undefined()))
}

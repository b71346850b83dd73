//! The page's side of the journey worker: it answers questions in the order in which they came.
//!
//! Questions and answers are plain objects, read and written member by member: derived code for
//! them would be a part of the page that nobody needs.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};
use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::live_worker::LiveWorker;
use crate::wire::JOURNEY_PROTOCOL;

/// What Trunk makes of `data-bin="journey-worker"` with `data-loader-shim`.
const SCRIPT: &str = "journey-worker_loader.js";

/// Asks the worker that computes the pages of an application.
#[derive(Clone)]
pub struct JourneyClient(Rc<Client>);

/// A worker that has not answered by then never will: a page takes it milliseconds, a package of all
/// photos a second or two on a slow phone. Chosen by us.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

type Answer = Box<dyn FnOnce(Option<JsValue>)>;

#[derive(Default)]
struct Client(RefCell<State>, RefCell<Option<Rc<dyn Fn()>>>);

#[derive(Default)]
struct State {
    live: Option<LiveWorker>,
    /// What waits for the worker to be ready.
    unsent: Vec<JsValue>,
    /// Who waits for an answer. More than one where a page was left that had asked.
    waits: Vec<Answer>,
    /// Until an answer has to be there.
    patience: Option<TimeoutHandle>,
}

impl JourneyClient {
    /// A client without a worker.
    pub fn new() -> Self {
        Self(Rc::default())
    }

    /// Starts the worker unless there is one.
    pub fn start(&self) {
        if self.0.0.borrow().live.is_some() {
            return;
        }
        let client = Rc::downgrade(&self.0);
        let [on_message, on_error, on_silence] = [client.clone(), client.clone(), client];
        let live = LiveWorker::start(
            SCRIPT,
            move |event| on(&on_message, |client| client.hear(&event)),
            move || on(&on_error, |client| client.lose()),
            move || on(&on_silence, |client| client.lose()),
        );
        let is_missing = live.is_none();
        self.0.0.borrow_mut().live = live;
        if is_missing {
            self.0.lose();
        }
    }

    /// Hears of news without a question: then is the time for one.
    pub fn on_news(&self, hear: impl Fn() + 'static) {
        *self.0.1.borrow_mut() = Some(Rc::new(hear));
    }

    /// Asks. Where the worker is lost the answer is nothing.
    pub fn ask(&self, question: JsValue, then: impl FnOnce(Option<JsValue>) + 'static) {
        {
            let mut state = self.0.0.borrow_mut();
            state.unsent.push(question);
            state.waits.push(Box::new(then));
        }
        self.start();
        self.0.send();
    }
}

impl Default for JourneyClient {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for JourneyClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JourneyClient")
    }
}

impl Client {
    /// Waits for the next answer for as long as it may take, if there is one to wait for.
    fn wait(self: &Rc<Self>) {
        let mut state = self.0.borrow_mut();
        if let Some(patience) = state.patience.take() {
            patience.clear();
        }
        let is_asked = state.live.as_ref().is_some_and(LiveWorker::is_ready);
        if is_asked && !state.waits.is_empty() {
            let client = Rc::downgrade(self);
            let lose = move || on(&client, |client| client.lose());
            state.patience = set_timeout_with_handle(lose, ANSWERS_WITHIN).ok();
        }
    }

    /// Posts what waits, if the worker listens.
    fn send(self: &Rc<Self>) {
        let mut state = self.0.borrow_mut();
        let State { live: Some(live), unsent, .. } = &mut *state else { return };
        if !live.is_ready() {
            return;
        }
        let is_lost = unsent.drain(..).any(|question| !live.post(&question));
        drop(state);
        if is_lost {
            self.lose();
        }
        self.wait();
    }

    fn hear(self: &Rc<Self>, event: &MessageEvent) {
        let message = event.data();
        if Reflect::has(&message, &"isNews".into()).unwrap_or_default() {
            let hear = self.1.borrow().clone();
            return hear.iter().for_each(|hear| hear());
        }
        let protocol = Reflect::get(&message, &"protocol".into()).ok();
        let Some(protocol) = protocol.and_then(|protocol| protocol.as_f64()) else {
            let then = {
                let waits = &mut self.0.borrow_mut().waits;
                (!waits.is_empty()).then(|| waits.remove(0))
            };
            self.wait();
            if let Some(then) = then {
                then(Some(message));
            }
            return;
        };
        if (protocol - f64::from(JOURNEY_PROTOCOL)).abs() < 0.5 {
            if let Some(live) = &mut self.0.borrow_mut().live {
                live.has_spoken();
            }
            self.send();
        } else {
            self.lose();
        }
    }

    /// Lets the worker go, and says so. The next question starts another.
    fn lose(&self) {
        let State { waits, patience, .. } = self.0.take();
        if let Some(patience) = patience {
            patience.clear();
        }
        for then in waits {
            then(None);
        }
    }
}

fn on(client: &Weak<Client>, act: impl FnOnce(&Rc<Client>)) {
    if let Some(client) = client.upgrade() {
        act(&client);
    }
}

//! The page's side of the photo worker.
//!
//! ```text
//!            start                  Ready                    Fitted, Failed
//! no worker ───────▶ starting ───────────────▶ idle ◀──────────────────┐
//!     ▲                 │ error, 20 s           │ fit                   │
//!     │                 ▼                       ▼                       │
//!     └──────────── WorkerMissing             working ──────────────────┘
//!     └──────────── WorkerLost ◀── error ───────┘
//! ```
//!
//! What is to be done before `Ready` waits here, since a message to a worker that
//! does not listen yet is lost.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use js_sys::{JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{File, MessageEvent};

use super::live_worker::LiveWorker;
use crate::photo::{Crop, Kind, ProfileId};
use crate::wire::{FILE, Failure, FromWorker, JobId, PROTOCOL, ToWorker};

/// What Trunk makes of `data-bin="photo-worker"` with `data-loader-shim`.
const SCRIPT: &str = "photo-worker_loader.js";

/// Makes photos fit off the page's thread, one at a time.
///
/// Every job is answered: in the worst case with [`FromWorker::Failed`]. Beside an
/// answer is the verdict as JSON, if there is one.
#[derive(Clone)]
pub struct PhotoClient(Rc<Client>);

struct Client {
    on_answer: Box<dyn Fn(FromWorker, Option<Arc<str>>)>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    live: Option<LiveWorker>,
    /// Whose answers are awaited.
    job: Option<JobId>,
    /// What waits for the worker to be ready.
    unsent: Option<JsValue>,
}

impl PhotoClient {
    /// A client without a worker. All answers go to `on_answer`.
    pub fn new(on_answer: impl Fn(FromWorker, Option<Arc<str>>) + 'static) -> Self {
        Self(Rc::new(Client { on_answer: Box::new(on_answer), state: RefCell::default() }))
    }

    /// Starts the worker unless there is one.
    pub fn start(&self) {
        if self.0.state.borrow().live.is_some() {
            return;
        }
        let client = Rc::downgrade(&self.0);
        let [on_message, on_error, on_silence] = [client.clone(), client.clone(), client];
        let live = LiveWorker::start(
            SCRIPT,
            move |event| on(&on_message, |client| client.hear(&event)),
            move || on(&on_error, Client::crashed),
            move || on(&on_silence, |client| client.lose(Failure::WorkerMissing)),
        );
        let is_missing = live.is_none();
        self.0.state.borrow_mut().live = live;
        // Last, since the answer may start the next job, and with it this again.
        if is_missing {
            self.0.lose(Failure::WorkerMissing);
        }
    }

    /// Begins a job, with what shall be cut if somebody said so: more properties of the message,
    /// as JSON. The one before must have been answered or cancelled.
    pub fn fit(&self, job: JobId, kind: Kind, cut: Option<&str>, file: &File) {
        let message = ToWorker::Fit {
            job,
            photo_profile: ProfileId::default(),
            kind,
            crop: Crop::default(),
            corners: None,
        };
        self.0.state.borrow_mut().job = Some(job);
        let json = serde_json::to_string(&message).unwrap_or_default();
        let Ok(message) = JSON::parse(&json) else {
            self.0.lose(Failure::WorkerMissing);
            return;
        };
        if let Some(cut) = cut.and_then(|cut| JSON::parse(cut).ok()) {
            <Object>::assign(message.unchecked_ref(), cut.unchecked_ref());
        }
        // Setting a plain property on a fresh object cannot fail.
        let _ = Reflect::set(&message, &FILE.into(), file);
        self.0.state.borrow_mut().unsent = Some(message);
        self.start();
        self.0.send();
    }

    /// Ends the running job without an answer. The worker knows no way to stop, so
    /// it makes place for another.
    pub fn cancel(&self) {
        *self.0.state.borrow_mut() = State::default();
        self.start();
    }
}

impl fmt::Debug for PhotoClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhotoClient({:?})", self.0.state.borrow().job)
    }
}

impl Client {
    /// Posts what waits, if the worker listens.
    fn send(&self) {
        let mut state = self.state.borrow_mut();
        let State { live: Some(live), unsent, .. } = &mut *state else { return };
        if !live.is_ready() {
            return;
        }
        // Plain data and a file can always be copied.
        let lost = unsent.take().is_some_and(|message| !live.post(&message));
        drop(state);
        if lost {
            self.lose(Failure::WorkerLost);
        }
    }

    fn hear(&self, event: &MessageEvent) {
        let Some((message, written)) = read(&event.data()) else {
            // Words that this page does not know: the worker is of another version.
            self.lose(Failure::WrongProtocol);
            return;
        };
        match message {
            FromWorker::Ready { protocol: PROTOCOL } => {
                if let Some(live) = &mut self.state.borrow_mut().live {
                    live.has_spoken();
                }
                self.send();
            }
            FromWorker::Ready { .. } => self.lose(Failure::WrongProtocol),
            FromWorker::Fitted { .. } | FromWorker::Failed { .. } => {
                self.state.borrow_mut().job = None;
                (self.on_answer)(message, written);
            }
            FromWorker::Inspected { .. } | FromWorker::Judged { .. } => {
                (self.on_answer)(message, None);
            }
        }
    }

    /// Lets the worker go, and answers its job. The next job starts another.
    fn lose(&self, failure: Failure) {
        let State { job, .. } = self.state.take();
        let Some(job) = job else { return };
        (self.on_answer)(FromWorker::Failed { job, failure }, None);
    }

    /// A worker that ends before it has said a word was never there.
    fn crashed(&self) {
        let was_ready = self.state.borrow().live.as_ref().is_some_and(LiveWorker::is_ready);
        self.lose(if was_ready { Failure::WorkerLost } else { Failure::WorkerMissing });
    }
}

/// Reads a message by way of JSON, with the bytes of the photo beside it: drafts
/// need the reader of JSON anyway, and one for plain objects would be a tenth of
/// the page.
fn read(message: &JsValue) -> Option<(FromWorker, Option<Arc<str>>)> {
    let json = |value: &JsValue| JSON::stringify(value).map(String::from);
    let fitted = Reflect::get(message, &"fitted".into()).and_then(|answer| {
        let fitted = Reflect::get(&answer, &"fitted".into())?;
        let photo = Reflect::get(&fitted, &"photo".into())?;
        Reflect::set(&fitted, &"photo".into(), &JsValue::UNDEFINED)?;
        Ok((photo.dyn_into::<Uint8Array>().ok(), json(&fitted)?))
    });
    let (photo, written) = fitted.ok().unzip();
    let mut message = serde_json::from_str(&json(message).ok()?).ok()?;
    if let FromWorker::Fitted { fitted, .. } = &mut message {
        fitted.photo = photo.flatten().map(|photo| photo.to_vec());
    }
    Some((message, written.map(Arc::from)))
}

fn on(client: &Weak<Client>, act: impl FnOnce(&Client)) {
    if let Some(client) = client.upgrade() {
        act(&client);
    }
}

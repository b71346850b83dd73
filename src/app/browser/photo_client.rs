//! The page's side of the photo worker: the only file that knows of a `Worker`.
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
use std::time::Duration;

use js_sys::{JSON, Reflect, Uint8Array};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::document;
use crate::photo::{Crop, Kind, ProfileId};
use crate::wire::{FILE, Failure, FromWorker, JobId, PROTOCOL, ToWorker};

/// What Trunk makes of `data-bin="photo-worker"` with `data-loader-shim`.
const SCRIPT: &str = "photo-worker_loader.js";

/// A worker that has not said a word by then never will. Chosen by us: the file
/// is some 200 KB, which a slow phone network brings in half that time.
const READY_WITHIN: Duration = Duration::from_secs(20);

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
    live: Option<Live>,
    /// Whose answers are awaited.
    job: Option<JobId>,
    /// What waits for the worker to be ready.
    unsent: Option<JsValue>,
}

type Listener<E> = Closure<dyn Fn(E)>;

/// A worker and what listens to it. Dropping it ends the worker.
struct Live {
    worker: Worker,
    /// Until the worker is ready.
    deadline: Option<TimeoutHandle>,
    /// Dropping them while the worker lives would leave it with dead functions.
    _on_message: Listener<MessageEvent>,
    _on_error: Listener<Event>,
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
        let live = Live::new(&self.0);
        let is_missing = live.is_none();
        self.0.state.borrow_mut().live = live;
        // Last, since the answer may start the next job, and with it this again.
        if is_missing {
            self.0.lose(Failure::WorkerMissing);
        }
    }

    /// Begins a job. The one before must have been answered or cancelled.
    pub fn fit(&self, job: JobId, kind: Kind, file: &File) {
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
        let State { live: Some(Live { worker, deadline: None, .. }), unsent, .. } = &mut *state
        else {
            return;
        };
        // Plain data and a file can always be copied.
        let lost = unsent.take().is_some_and(|message| worker.post_message(&message).is_err());
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
                    live.is_ready();
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
        let was_ready =
            self.state.borrow().live.as_ref().is_some_and(|live| live.deadline.is_none());
        self.lose(if was_ready { Failure::WorkerLost } else { Failure::WorkerMissing });
    }
}

impl Live {
    fn new(client: &Rc<Client>) -> Option<Self> {
        let url = Url::new_with_base(SCRIPT, &document::base()?).ok()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&url.href(), &options).ok()?;

        let on_message = Listener::<MessageEvent>::new({
            let client = Rc::downgrade(client);
            move |event| on(&client, |client| client.hear(&event))
        });
        let on_error = Listener::<Event>::new({
            let client = Rc::downgrade(client);
            move |_| on(&client, Client::crashed)
        });
        let deadline = set_timeout_with_handle(
            {
                let client = Rc::downgrade(client);
                move || on(&client, |client| client.lose(Failure::WorkerMissing))
            },
            READY_WITHIN,
        );
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, deadline: deadline.ok(), _on_message: on_message, _on_error: on_error })
    }

    fn is_ready(&mut self) {
        if let Some(deadline) = self.deadline.take() {
            deadline.clear();
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        self.is_ready();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
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

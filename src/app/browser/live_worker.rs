//! A worker and what listens to it: the only file that knows of a `Worker`.

use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::document;

/// A worker that has not said a word by then never will. Chosen by us: the files
/// are some 200 KB, which a slow phone network brings in half that time.
const READY_WITHIN: Duration = Duration::from_secs(20);

type Listener<E> = Closure<dyn Fn(E)>;

/// A running worker. Dropping it ends the worker.
pub(super) struct LiveWorker {
    worker: Worker,
    /// Until the worker is ready.
    deadline: Option<TimeoutHandle>,
    /// Dropping them while the worker lives would leave it with dead functions.
    _on_message: Listener<MessageEvent>,
    _on_error: Listener<Event>,
}

impl LiveWorker {
    /// Starts what Trunk makes of a binary with `data-loader-shim`; nothing where the browser
    /// refuses. `on_silence` is called when it does not say in time that it is there.
    pub(super) fn start(
        script: &str,
        on_message: impl Fn(MessageEvent) + 'static,
        on_error: impl Fn() + 'static,
        on_silence: impl FnOnce() + 'static,
    ) -> Option<Self> {
        let url = Url::new_with_base(script, &document::base()?).ok()?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&url.href(), &options).ok()?;

        let on_message = Listener::<MessageEvent>::new(on_message);
        let on_error = Listener::<Event>::new(move |_| on_error());
        let deadline = set_timeout_with_handle(on_silence, READY_WITHIN);
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, deadline: deadline.ok(), _on_message: on_message, _on_error: on_error })
    }

    /// Whether it has said that it listens.
    pub(super) const fn is_ready(&self) -> bool {
        self.deadline.is_none()
    }

    /// It has.
    pub(super) fn has_spoken(&mut self) {
        if let Some(deadline) = self.deadline.take() {
            deadline.clear();
        }
    }

    /// Posts a message, and says whether it could be copied.
    pub(super) fn post(&self, message: &JsValue) -> bool {
        self.worker.post_message(message).is_ok()
    }
}

impl Drop for LiveWorker {
    fn drop(&mut self) {
        self.has_spoken();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

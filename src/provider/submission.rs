//! A submission on its way, as a pure machine: what to call next, and what an answer changes.
//!
//! ```text
//! open ──▶ upload each file ──▶ submit ──▶ follow ──▶ (sent back) ──▶ open again …
//!   └──────────┴── a failure is tried again, later each time; then it pauses and can go on
//! ```
//!
//! Where it stands follows from what is done, so it can be stored after each answer and taken
//! up again at any time. Every call can be made twice: the server knows them by their keys.

use serde::{Deserialize, Serialize};

use super::call::{Body, Call, Outcome, Reply};
use super::message::{FieldError, Form, Listed, Problem, Sent, Status};
use crate::application::{Application, Slot};
use crate::names::names;
use crate::package::Named;
use crate::process::Event;
use crate::wechat::from_wechat;
use crate::wire::snapshot::PhotoId;

/// How often one call is made before the person is asked.
const MOST_TRIES: u8 = 7;
const FIRST_WAIT_MS: u32 = 1_000;
const MOST_WAIT_MS: u32 = 60_000;
/// A server that wants more time than this is not waited for.
const MOST_RETRY_AFTER_S: u32 = 300;
/// The first question how it stands, and how much later each further one is, in halves.
const FIRST_POLL_MS: u32 = 5_000;
/// For an answer, and for a photo: 200 KB at 16 kbit/s, a bad connection.
const TIMEOUTS_MS: [u32; 2] = [30_000, 120_000];

/// A submission.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Submission {
    /// Where it goes. It stays there, whatever the page's configuration says later.
    pub url: String,
    /// Tells its calls from those of all other submissions.
    pub key: String,
    /// What the server calls it.
    #[serde(default)]
    id: Option<String>,
    /// How often it was corrected.
    #[serde(default)]
    round: u16,
    /// Whether the server takes files now.
    #[serde(default)]
    is_open: bool,
    /// The photos.
    pub files: Vec<File>,
    /// Whether the server was told that all is there.
    #[serde(default)]
    pub is_submitted: bool,
    /// How often the next call has failed.
    #[serde(default)]
    tries: u8,
    /// What the server asked to wait, in seconds.
    #[serde(default)]
    retry_after: Option<u32>,
    /// Why it does not go on by itself.
    #[serde(default)]
    pub trouble: Option<Trouble>,
    /// What the server objects to.
    #[serde(default)]
    pub errors: Vec<FieldError>,
    /// Whether it is to be deleted at the server.
    #[serde(default)]
    pub is_cancelled: bool,
}

/// A photo on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is given as.
    pub slot: Slot,
    /// Its size.
    pub byte_length: usize,
    /// Which photo of the draft.
    photo: String,
    /// Whether it is there.
    #[serde(default)]
    pub is_done: bool,
}

names! {
    /// Why a submission does not go on by itself.
    pub enum Trouble {
        /// The server cannot be reached, or only fails.
        "unreachable" => Unreachable,
        /// The page's policy forbids the server's address.
        "blocked" => Blocked,
        /// The server does not let this page in.
        "forbidden" => Forbidden,
        /// The server does not know the submission any more, or another one by its key.
        "gone" => Gone,
        /// A photo is not on this device.
        "no-photo" => NoPhoto,
        /// The server answered what the contract does not have.
        "unexpected" => Unexpected,
    }
}

/// What is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The server makes a submission, or opens it for a correction.
    Open,
    /// A file is sent, by its place in the list.
    Upload(usize),
    /// The server is told that all is there.
    Submit,
    /// The server is asked how it stands.
    Follow,
    /// The server forgets it.
    Delete,
}

/// Prints how far it is, and none of its names.
impl std::fmt::Debug for Submission {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Submission")
            .field("step", &self.step())
            .field("tries", &self.tries)
            .field("trouble", &self.trouble)
            .finish_non_exhaustive()
    }
}

impl Submission {
    /// A new one. The key has to be another for each, and the same after a reload.
    pub fn new(url: &str, key: &str, photos: Vec<(PhotoId, Named)>) -> Self {
        Self {
            url: url.trim_end_matches('/').to_owned(),
            key: key.to_owned(),
            id: None,
            round: 0,
            is_open: false,
            files: photos.into_iter().map(File::of).collect(),
            is_submitted: false,
            tries: 0,
            retry_after: None,
            trouble: None,
            errors: Vec::new(),
            is_cancelled: false,
        }
    }

    /// Whether the server has made it.
    pub const fn is_known(&self) -> bool {
        self.id.is_some()
    }

    /// Whether it has this photo.
    pub fn has(&self, photo: &PhotoId) -> bool {
        self.files.iter().any(|file| file.photo == photo.0)
    }

    /// Begins a correction of what was sent back or refused: the form, and these photos anew.
    pub fn correct(&mut self, photos: Vec<(PhotoId, Named)>) {
        self.round = self.round.saturating_add(1);
        self.is_open = false;
        self.is_submitted = false;
        self.files = photos.into_iter().map(File::of).collect();
        self.go_on();
    }

    /// Tries again what failed, from where it was.
    pub fn go_on(&mut self) {
        self.tries = 0;
        self.retry_after = None;
        self.trouble = None;
        self.errors.clear();
    }

    /// Gives it up. What the server has of it is deleted there.
    pub fn cancel(&mut self) {
        self.go_on();
        self.is_cancelled = true;
    }

    /// Whether there is nothing left to do for it.
    pub fn is_over(&self) -> bool {
        self.is_cancelled && self.id.is_none()
    }

    /// How often the next call has failed.
    pub const fn tries(&self) -> u8 {
        self.tries
    }

    /// What is done next, troubles aside.
    pub fn step(&self) -> Step {
        if self.is_cancelled {
            return Step::Delete;
        }
        if !self.is_open {
            return Step::Open;
        }
        match self.files.iter().position(|file| !file.is_done) {
            Some(i) => Step::Upload(i),
            None if self.is_submitted => Step::Follow,
            None => Step::Submit,
        }
    }

    /// The call that is to be made; none where a person has to do something first.
    /// `waited_ms` is how long the last question how it stands had waited.
    pub fn call(&self, application: &Application, waited_ms: u32) -> Option<Call> {
        if self.trouble.is_some() || !self.errors.is_empty() || self.is_over() {
            return None;
        }
        let step = self.step();
        let (method, path, body) = self.parts(step, application);
        let mut headers = vec![("Accept".to_owned(), "application/json".to_owned())];
        if matches!(step, Step::Open | Step::Submit) {
            headers.push(("Idempotency-Key".to_owned(), self.key_of(step)));
        }
        match (&body, step) {
            (Body::Text(_), _) => {
                headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
            }
            (Body::Photo(_), Step::Upload(i)) => {
                headers.push(("Content-Type".to_owned(), self.files[i].media_type().to_owned()));
            }
            _ => {}
        }
        let wait_ms = match step {
            _ if 0 < self.tries => self.backoff_ms(),
            Step::Follow => match self.retry_after {
                Some(seconds) => seconds.saturating_mul(1_000).max(FIRST_POLL_MS),
                None => (waited_ms / 2).saturating_mul(3).clamp(FIRST_POLL_MS, MOST_WAIT_MS),
            },
            _ => 0,
        };
        let url = [&self.url, path.as_str()].concat();
        Some(Call {
            method: method.to_owned(),
            url,
            headers,
            body,
            wait_ms,
            timeout_ms: TIMEOUTS_MS[usize::from(matches!(step, Step::Upload(_)))],
        })
    }

    fn parts(&self, step: Step, application: &Application) -> (&'static str, String, Body) {
        let mut path = "/submissions".to_owned();
        if let Some(id) = &self.id {
            path.push('/');
            path.push_str(id);
        }
        match step {
            Step::Open => {
                if 0 < self.round {
                    path.push_str("/corrections");
                }
                ("POST", path, Body::Text(self.sent(application)))
            }
            Step::Upload(i) => {
                path.push_str("/files/");
                path.push_str(&self.files[i].name);
                ("PUT", path, Body::Photo(PhotoId(self.files[i].photo.clone())))
            }
            Step::Submit => {
                path.push_str("/submit");
                ("POST", path, Body::None)
            }
            Step::Follow => ("GET", path, Body::None),
            Step::Delete => ("DELETE", path, Body::None),
        }
    }

    fn sent(&self, application: &Application) -> String {
        let files = self.files.iter().map(|file| Listed {
            name: &file.name,
            slot: file.slot,
            byte_length: file.byte_length,
        });
        let sent = Sent { application: Form::of(application), files: files.collect() };
        serde_json::to_string(&sent).unwrap_or_default()
    }

    fn key_of(&self, step: Step) -> String {
        let what = if step == Step::Open { "open" } else { "submit" };
        [&self.key, "-", what, "-", &self.round.to_string()].concat()
    }

    /// Twice as long after each failure, with a part that differs between submissions, so that
    /// they do not all come back at once.
    fn backoff_ms(&self) -> u32 {
        if let Some(seconds) = self.retry_after {
            return seconds.saturating_mul(1_000);
        }
        let doubled = FIRST_WAIT_MS.saturating_mul(1 << self.tries.saturating_sub(1).min(10));
        let wait = doubled.min(MOST_WAIT_MS);
        let spread = self.key.bytes().fold(u32::from(self.tries), |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u32::from(byte))
        });
        wait + wait / 4 * (spread % 100) / 100
    }

    /// Takes in what came of the call, and gives what WeChat told, in order.
    pub fn hear(&mut self, reply: &Reply) -> Vec<Event> {
        let step = self.step();
        match (reply.outcome, reply.status) {
            (Outcome::Unreachable | Outcome::TimedOut, _)
            | (Outcome::Answered, 408 | 425 | 429 | 500 | 502..=504) => self.fail(reply),
            (Outcome::Blocked, _) => self.trouble = Some(Trouble::Blocked),
            (Outcome::NoPhoto, _) => self.trouble = Some(Trouble::NoPhoto),
            (Outcome::Answered, 200..=299) => return self.advance(step, reply),
            // What is gone needs no deleting.
            (Outcome::Answered, 404 | 410) if step == Step::Delete => self.id = None,
            // It had been submitted already, and the answer was lost.
            (Outcome::Answered, 409) if step == Step::Submit => return self.advance(step, reply),
            (Outcome::Answered, 401 | 403) => self.trouble = Some(Trouble::Forbidden),
            (Outcome::Answered, 404 | 409 | 410) => self.trouble = Some(Trouble::Gone),
            (Outcome::Answered, 400 | 413 | 415 | 422) if step != Step::Follow => {
                self.refuse(step, &reply.body);
            }
            (Outcome::Answered, _) => self.trouble = Some(Trouble::Unexpected),
        }
        Vec::new()
    }

    fn advance(&mut self, step: Step, reply: &Reply) -> Vec<Event> {
        self.tries = 0;
        self.retry_after = None;
        let status: Option<Status> = serde_json::from_str(&reply.body).ok();
        match step {
            Step::Open => match status.filter(|status| is_plain(&status.id)) {
                Some(status) => {
                    self.id = Some(status.id);
                    self.is_open = true;
                }
                None => self.trouble = Some(Trouble::Unexpected),
            },
            Step::Upload(i) => self.files[i].is_done = true,
            Step::Submit => self.is_submitted = true,
            Step::Follow => {
                let Some(status) = status else {
                    self.trouble = Some(Trouble::Unexpected);
                    return Vec::new();
                };
                self.retry_after = status.poll_after_seconds.map(|it| it.min(MOST_RETRY_AFTER_S));
                return status.wechat.map(|answer| from_wechat(&answer).events).unwrap_or_default();
            }
            Step::Delete => self.id = None,
        }
        Vec::new()
    }

    fn fail(&mut self, reply: &Reply) {
        self.tries = self.tries.saturating_add(1);
        self.retry_after = reply.retry_after;
        let is_long = reply.retry_after.is_some_and(|seconds| MOST_RETRY_AFTER_S < seconds);
        if MOST_TRIES < self.tries || is_long {
            self.trouble = Some(Trouble::Unreachable);
        }
    }

    /// Something in it is wrong, which a person has to put right.
    fn refuse(&mut self, step: Step, body: &str) {
        let problem: Problem = serde_json::from_str(body).unwrap_or_default();
        self.errors = problem.errors;
        if self.errors.is_empty() {
            let path = match step {
                Step::Upload(i) => self.files[i].slot.path(),
                _ => "",
            };
            self.errors = vec![FieldError { path: path.to_owned(), detail: problem.detail }];
        }
    }
}

impl File {
    fn of((id, photo): (PhotoId, Named)) -> Self {
        let name = photo.file.rsplit('/').next().unwrap_or_default().to_owned();
        let (slot, byte_length) = (photo.slot, photo.bytes.len());
        Self { name, slot, byte_length, photo: id.0, is_done: false }
    }

    fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next() {
            Some("png") => "image/png",
            Some("gif") => "image/gif",
            Some("bmp") => "image/bmp",
            _ => "image/jpeg",
        }
    }
}

/// Whether it can stand in an address as it is.
fn is_plain(id: &str) -> bool {
    let is_of_it = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    !id.is_empty() && id.len() <= 100 && id.bytes().all(is_of_it)
}

//! What the host sends to the provider's server, and what it got.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::wire::snapshot::PhotoId;

/// A request that the host makes, after a pause.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Call {
    /// `GET`, `POST`, `PUT` or `DELETE`.
    pub method: String,
    /// Where to: absolute, or a path on the page's own server.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// What is sent.
    pub body: Body,
    /// How long to wait before it is made.
    pub wait_ms: u32,
    /// How long to wait for an answer.
    pub timeout_ms: u32,
}

/// What is sent along.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// Nothing.
    #[default]
    None,
    /// Text, as the headers say.
    Text(String),
    /// The bytes of a photo of the draft.
    Photo(PhotoId),
}

/// What came of a call.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reply {
    /// Whether there was an answer.
    pub outcome: Outcome,
    /// Its status; 0 where there was none.
    pub status: u16,
    /// Its text.
    pub body: String,
    /// `Retry-After` in seconds, where there was one.
    pub retry_after: Option<u32>,
    /// The call's own `wait_ms`.
    pub waited_ms: u32,
}

/// How a call ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// With an answer, whichever.
    Answered,
    /// The connection failed, or was cut.
    #[default]
    Unreachable,
    /// Nothing came in time.
    TimedOut,
    /// The page's own policy forbids the address.
    Blocked,
    /// The photo is not on this device.
    NoPhoto,
}

impl Reply {
    /// An answer.
    pub fn answered(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self { outcome: Outcome::Answered, status, body, ..Self::default() }
    }

    /// No answer.
    pub fn of(outcome: Outcome) -> Self {
        Self { outcome, ..Self::default() }
    }
}

/// Prints no address and nothing of what is sent.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Call({} after {} ms)", self.method, self.wait_ms)
    }
}

/// Prints nothing of what is sent.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Text(_) => "Text(…)",
            Self::Photo(_) => "Photo(…)",
        })
    }
}

/// Prints nothing of what came.
impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reply({:?}, {})", self.outcome, self.status)
    }
}

//! The life of an application, from the first draft to the renewal, as one flat machine.
//!
//! ```text
//! preparing ─▶ ready ─▶ submitted ─▶ awaiting-authorization ─▶ face-check ─▶ sms-check
//!     ▲                                                                          │
//!     │        sent-back ◀─▶ under-review ◀─ awaiting-payment ◀─ awaiting-order ◀┘
//!   renew                        │
//!     │                          ▼
//! renewal-due, expired ◀──── certified        stopped, timed-out, finally-failed,
//!                                             withdrawn: ends that can be left
//! ```
//!
//! `docs/process.md` has the whole picture, made from the code by [`transitions`].
//!
//! Nothing here has a clock, does anything or says anything: [`State::on`] takes a state,
//! an event and the time, and gives the next state and the [`Effect`]s that the host runs.
//! Deadlines are absolute and are kept in the state, which is plain data: stored, and
//! restored after any time, it is what it would have become. A clock that is set back
//! does not undo what has passed, and a clock alone never ends an application: what a
//! missed deadline means is for the office to say, or for a person to confirm.

mod account;
mod act;
mod arrive;
mod certificate;
mod certify;
mod diagram;
mod due;
mod event;
mod flat;
mod hear;
mod moment;
mod private;
mod profile;
mod rank;
mod record;
mod refusal;
mod settle;
mod state;
mod step;

pub use certificate::Certificate;
pub use diagram::{Transition, events, transitions};
pub use due::{Due, DueItem, DueKind};
pub use event::{Act, Event, EventKind, News, Told};
// For pages of applications, where there are any.
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub(crate) use moment::DAY;
pub use moment::{Deadline, Millis};
pub use private::Private;
pub use profile::{Days, FeeTime, Limit, ProcessProfile, ProcessProfileId};
pub use record::{Agency, NameVerdict, Reason, Record, Reference};
pub use refusal::Refusal;
pub use state::{Measure, State, StateKind, Stop};
pub use step::{Effect, Notice, Refused, Step};

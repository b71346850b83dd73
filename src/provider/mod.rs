//! Sending through a provider's server: what its deployer configures, and the client as a pure
//! machine. `docs/provider.openapi.json` has the contract, `tests/provider/` a server that
//! speaks it.
//!
//! Nothing here connects to anything: a [`Submission`] says what to [`Call`], the host does it
//! and tells the [`Reply`].

mod call;
mod config;
mod message;
mod submission;

pub use call::{Body, Call, Outcome, Reply};
pub use config::{Config, Names, Provider};
pub use message::FieldError;
pub use submission::{File, Step, Submission, Trouble};

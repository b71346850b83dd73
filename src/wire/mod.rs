//! What crosses a border as data: the messages between page and worker, and the
//! snapshots of applications that are kept on a device or travel as files.

mod messages;
#[cfg(any(feature = "app", feature = "journey", not(target_arch = "wasm32")))]
pub mod snapshot;

pub use messages::{
    About, FILE, Failure, ForReader, FromWorker, JOURNEY_PROTOCOL, JobId, PROTOCOL, Sourced,
    ToWorker,
};

//! Thin wrappers of what the browser gives. Each owns its resource, frees it on
//! drop, and says in its type that the browser can say no.

pub mod base64;
pub mod clipboard;
pub mod clock;
pub mod crypto;
pub mod database;
pub mod document;
pub mod edges;
pub mod erase;
pub mod files;
pub mod listener;
pub mod lock;
pub mod morph;
pub mod reading;
pub mod storage;

mod journey_client;
mod live_worker;
mod object_url;
mod photo_client;

pub use journey_client::JourneyClient;
pub use object_url::ObjectUrl;
pub use photo_client::PhotoClient;

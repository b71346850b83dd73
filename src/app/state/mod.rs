//! What the page knows. The logic is in plain structs ([`Queue`],
//! [`Review`], [`drafts::Draft`]); [`Session`] joins them to the browser.

pub mod drafts;
pub mod grouping;
pub mod locale;
pub mod places;

mod item;
mod queue;
mod review;
mod session;
mod shown;

pub use item::{Home, Item, Progress};
pub use locale::{say, use_locale};
pub use queue::Queue;
pub use review::{Review, Verdict};
pub use session::Session;

/// The id of a photo's card in the document, which takes the focus.
pub fn card_id(id: crate::wire::JobId) -> String {
    format!("photo-{}", id.0)
}

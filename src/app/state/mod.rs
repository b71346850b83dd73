//! What the page knows. The logic is in plain structs ([`Queue`], [`Draft`],
//! [`Review`]); [`Session`] joins them to the browser.

pub mod locale;

mod draft;
mod drafts;
mod queue;
mod review;
mod session;

pub use draft::{Draft, DraftKey};
pub use locale::{say, use_locale};
pub use queue::{Item, Progress, Queue};
pub use review::{Review, Verdict};
pub use session::{Keeping, Session};

/// The id of a photo's card in the document, which takes the focus.
pub fn card_id(id: crate::wire::JobId) -> String {
    format!("photo-{}", id.0)
}

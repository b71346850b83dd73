//! Reading what is printed on a photographed document, on the device.
//!
//! ```text
//! source ──page──▶ seen from above ──detector──▶ strips ──recogniser──▶ lines
//!                                                                         │
//!        reading ◀──agree── fields ◀──forms── drafts ◀──labels── words ◀──┘
//! ```
//!
//! What reads is behind the feature `reader`; what was read, and how it is compared, is always there.

mod compare;
mod field;
mod finding;
mod known;
mod pack;
mod profile;
mod reading;

#[cfg(feature = "reader")]
mod agree;
#[cfg(feature = "reader")]
mod code;
#[cfg(feature = "reader")]
mod engine;
#[cfg(feature = "reader")]
mod forms;
#[cfg(feature = "reader")]
mod labels;
#[cfg(feature = "reader")]
mod layout;
#[cfg(feature = "reader")]
mod line;
#[cfg(feature = "reader")]
mod page;
#[cfg(feature = "reader")]
mod read;
#[cfg(feature = "reader")]
mod stamps;
#[cfg(feature = "reader")]
mod strips;
#[cfg(feature = "reader")]
mod whole;
#[cfg(feature = "reader")]
mod words;

pub use compare::{Offer, Seen, compare, offers};
#[cfg(feature = "reader")]
pub use engine::Reader;
pub use field::{Field, FieldName};
pub use finding::{Finding, Holder, Issue};
pub use known::can_read;
pub use pack::{Network, Pack, PackError, Tensor, f32_to_half, half_to_f32};
pub use profile::ReadProfile;
pub use reading::Reading;

//! Reading what is printed on a photographed document, on the device.
//!
//! ```text
//! source ──page──▶ seen from above ──detector──▶ strips ──recogniser──▶ lines
//!                                                                         │
//!        reading ◀──agree── fields ◀──forms── drafts ◀──labels── words ◀──┘
//! ```
//!
//! What runs the networks is behind the feature `reader`; the rest is pure and always there.

mod agree;
#[cfg(feature = "reader")]
mod code;
mod compare;
#[cfg(feature = "reader")]
mod engine;
mod field;
mod finding;
mod forms;
mod labels;
mod layout;
mod line;
mod pack;
mod page;
mod profile;
#[cfg(feature = "reader")]
mod read;
mod reading;
mod stamps;
mod strips;
mod whole;
mod words;

pub use compare::{Offer, Seen, compare, offers};
#[cfg(feature = "reader")]
pub use engine::Reader;
pub use field::{Field, FieldName};
pub use finding::{Finding, Holder, Issue};
pub use pack::{Network, Pack, PackError, Tensor, f32_to_half, half_to_f32};
pub use profile::ReadProfile;
pub use reading::Reading;

//! Drafts: what is typed and every finished photo, kept on the device.
//!
//! ```text
//! pages ──edit──▶ Desk ──▶ Draft (parts with stamps) ──▶ Shelf ──▶ two storages
//!                  │ ▲                                     │
//!                  │ └── another tab's save: joined ◀──────┘
//!                  └──▶ the database, for photos that found no room
//! ```
//!
//! [`Draft`], [`Shelf`] and [`retention`] are plain and know no browser; [`Desk`] joins
//! them to it, [`Vault`] locks a draft with a passphrase, [`import`] makes one of a file.

pub mod place;
pub mod retention;

mod desk;
mod draft;
mod keeping;
#[cfg(test)]
mod memory;
mod shelf;
#[cfg(test)]
mod tests;
mod transfer;
mod vault;

pub use desk::{Desk, Lock, shelf};
pub use draft::{Draft, Joined};
pub use keeping::{Keeping, Status};
pub use shelf::{DRAFT, Listed, NotSaved, OURS, Opened, PHOTO, Shelf, Texts};
pub use transfer::{ImportError, import};
pub use vault::{LockError, Vault};

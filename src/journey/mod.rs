//! The pages of an application, from the choice of a subject type to the renewal.
//!
//! ```text
//! Request ── address, draft, act ──▶ turn ──▶ Answer ── HTML, changes of the draft, where to go
//! ```
//!
//! All of it is one pure function, [`turn`]: what a page shows and what pressing a button does
//! follow from the address, the draft and the time. The host puts the HTML in place, writes
//! what is typed into the draft, and asks again.

mod address;
pub mod blocks;
mod draft;
mod example;
mod form;
mod guide;
mod history;
mod life;
mod pages;
mod places;
mod qr;
mod reading;
mod tasks;
mod turn;

pub use address::{Address, Place};
pub use draft::Draft;
pub use reading::Wanted;
pub use tasks::{Form, Task};
pub use turn::{Act, Answer, Edit, FileOut, PhotoBytes, Request, Turn, turn};

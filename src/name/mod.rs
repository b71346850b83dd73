//! The certification nickname (认证昵称), which replaces the program's name.
//!
//! ```text
//! text as typed ──read──▶ normalized name ──rules──▶ what is wrong with it
//!                              │              ▲
//!                              │            words.txt, profile: every limit and list with its source
//!                              └──beside the present name──▶ what will happen to it
//! ```
//!
//! [`check`] does all of it. A rule of the office refuses; advice, what others report and
//! what we know only warn. An answer of WeChat becomes a finding by [`of_wechat`].

mod check;
mod generic;
mod issue;
mod profile;
mod query;
mod source;
mod typed;
mod wechat;
mod words;

pub(crate) use typed::read_char;

pub use check::{check, check_introduction, check_short_name};
pub use issue::{Account, Finding, Issue, Place, Proof, Reason};
pub use profile::{Bounds, Exception, Forbidden, Profile, Risky, RiskyPlace};
pub use query::{Checked, Effect, Mode, Query};
pub use source::{Authority, Source};
pub use typed::{length, normalize};
pub use wechat::of_wechat;
pub use words::famous_marks;

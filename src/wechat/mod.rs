//! WeChat's side of the process: what it answers, as events of ours.
//!
//! Only the types of its answers are known here, and none of its interfaces: those are
//! called by servers, never by a page.
//!
//! ```text
//! queryauth, query_auth_and_icp, messages, facts of the account ──▶ Answer ──▶ Reading
//!                                                                   events, and what is unknown
//! ```

mod answer;
mod loose;
mod read;

pub use answer::{Answer, Detail, DispatchInfo, VerifyInfo};
pub use loose::Loose;
pub use read::{Reading, Unknown, from_wechat};

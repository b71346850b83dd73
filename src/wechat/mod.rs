//! WeChat's side of the process: our application in its words, and what it answers as events
//! of ours.
//!
//! Only the shapes are known here; the interfaces are called by servers, never by a page.
//!
//! ```text
//! Application ──▶ auth_data ──▶ wxaauth, reauth
//! queryauth, query_auth_and_icp, messages, facts of the account ──▶ Answer ──▶ Reading
//!                                                                   events, and what is unknown
//! ```

mod answer;
mod auth_data;
mod issue;
mod loose;
mod read;

pub use answer::{Answer, Detail, DispatchInfo, VerifyInfo};
pub use auth_data::{AuthData, Drawn, MOST_PICTURES, PayType, Submission, to_auth_data};
pub use issue::{Finding, Issue, Member, finding_of};
pub use loose::Loose;
pub use read::{Reading, Unknown, from_wechat};

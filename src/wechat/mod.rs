//! WeChat's side of the process: our application in its words.

mod auth_data;
mod issue;

pub use auth_data::{AuthData, Drawn, MOST_PICTURES, PayType, Submission, to_auth_data};
pub use issue::{Finding, Issue, Member, finding_of};

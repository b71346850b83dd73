//! The whole form of an application: what each subject type must give, and what is
//! missing, wrong, doubtful or fine in what was filled in.
//!
//! ```text
//! profile ──▶ requirements of a subject type
//!                   │
//! application ──────┴──▶ each field ──▶ photos ──▶ nickname ──▶ fields against each other
//!                                                                     │
//!                              findings with their places ◀───────────┘
//! ```

#[expect(clippy::module_inception, reason = "the type that the module is about")]
mod application;
mod check;
mod cross;
mod field;
mod issue;
mod material;
mod materials;
mod nickname;
mod normalized;
mod profile;
mod requirement;
mod subject_type;
mod value;

pub use application::Application;
pub use check::{Answer, Progress, Report, check};
pub use field::Field;
pub use issue::{Finding, FormIssue, Issue};
pub use material::{Code, Material, Slot, Verdict};
pub use profile::{FormProfile, FormProfileId};
pub use requirement::{
    Asked, Fee, FieldSpec, MaterialSpec, Need, Requirements, Review, Shape, requirements,
};
pub use subject_type::SubjectType;

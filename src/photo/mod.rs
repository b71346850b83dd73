//! From a file to a verdict, and to a photo that passes.
//!
//! ```text
//! bytes ──sniff──▶ type ──header──▶ sizes, orientation, metadata      no pixel yet
//!                                     │
//!                                  decode, under limits
//!                                     ▼
//!                                   pixels ──measure──▶ facts ──rules──▶ findings
//!                                     │
//!                                    fit ──▶ a smaller file ──▶ the same check again
//! ```
//!
//! [`inspect`] stops before the pixels, [`check`] goes to the findings, [`fit`]
//! to the end. None of them fails for what is in the bytes: what is wrong with a
//! file is a [`Finding`].

mod bytes;
mod check;
mod coder;
mod decode;
mod document;
mod facts;
mod finding;
mod fit;
mod geometry;
mod header;
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub mod kernels;
mod overview;
mod page;
mod profile;
mod report;
mod resample;
mod rules;
mod sniff;
mod source;
mod verdict;

#[cfg(any(feature = "bench", not(target_arch = "wasm32")))]
#[doc(hidden)]
pub use check::decode_alone;
pub use check::{check, inspect};
pub use document::Document;
pub use facts::Facts;
pub use finding::{Area, Finding, Issue, Level};
pub use fit::{Change, Crop, Fitted, Legibility, Stage, fit, fit_with_progress};
pub use geometry::{Homography, Point, Quad};
pub use header::{Colour, Header, Metadata, Orientation};
pub use page::PageFacts;
pub use profile::{
    CropPolicy, DocumentThresholds, FitPolicy, LegibilityScale, Levels, LightPolicy, Limits,
    Profile, ProfileId, Thresholds,
};
pub use report::{Kind, Photo, Report};
pub use sniff::FileType;
pub use source::Source;
pub use verdict::Verdict;

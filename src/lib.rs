//! Renzheng checks what an applicant is about to send for the certification of a
//! WeChat Mini Program (小程序认证), and repairs what can be repaired.
//!
//! The crate is one core with three hosts. The core has no text, no clock and no
//! browser; with no feature switched on it is all there is:
//!
//! - [`photo`]: a file in, a verdict and a file that passes out;
//! - [`identity`]: numbers of people and organizations: what is wrong, what was meant,
//!   what they tell;
//! - [`name`]: the certification nickname, and what it does to the present name;
//! - [`application`]: the whole form of each subject type;
//! - [`process`]: the life of an application, from the first draft to the renewal;
//! - [`wechat`]: an application in the words of the office, and its answers as events;
//! - [`text`]: what the verdicts mean, in Chinese and English;
//! - [`wire`]: the messages between the page and its worker;
//! - `journey`: the pages of an application, computed as HTML.
//!
//! The hosts are behind features of their names: `npm` (JavaScript exports),
//! `worker`, `journey` and `app` (the page and its workers). Data flows one way:
//! bytes → header → pixels → facts → findings → message.
//!
//! # Example
//!
//! ```
//! use renzheng::photo::{self, Photo, Profile};
//! use renzheng::text::{Explain, Locale};
//!
//! let report = photo::check(&Photo::new(b"%PDF-1.7 ..."), Profile::CERTIFICATION_200K);
//! assert!(!report.ok);
//! let message = report.findings[0].explain(Locale::En);
//! assert_eq!(message.what, "This is a PDF file, not a JPEG or PNG photo.");
//! ```

pub mod application;
pub mod date;
mod embedded;
pub mod finding;
pub mod identity;
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub mod journey;
pub mod list_map;
pub mod name;
mod names;
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub mod package;
pub mod photo;
pub mod process;
#[cfg(any(feature = "journey", not(target_arch = "wasm32")))]
pub mod provider;
pub mod reader;
pub mod text;
pub mod wechat;
pub mod wire;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(any(feature = "npm-lite", feature = "npm-process", feature = "npm-reader"))]
pub mod npm;
#[cfg(any(feature = "worker", feature = "journey"))]
pub mod worker;

/// A third of the code of the allocator that Rust brings along, and as fast: the page, its pages
/// of applications and the package are downloaded before they are used.
#[cfg(all(
    target_arch = "wasm32",
    any(
        feature = "app",
        feature = "journey",
        feature = "npm-lite",
        feature = "npm-process",
        feature = "npm-reader"
    )
))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

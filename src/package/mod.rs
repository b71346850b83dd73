//! The submission package: one .zip with the photos in the order and under the names that the
//! platform takes, the answers as JSON, and a page to print.
//!
//! ```text
//! application, photos ──▶ named photos ──┐
//!                    ├──▶ answers.json ──┼──▶ .zip, the same bytes for the same answers
//! labels, locale ────┴──▶ summary.html ──┘
//! ```

mod answers;
mod archive;
mod picture;
mod summary;

pub use answers::{ToFill, answers};
pub use archive::{Entry, archive};
pub use picture::{Named, Picture, named};
pub use summary::{Row, Section, Summary, summary};

use crate::application::Application;
use crate::date::Date;

/// What goes into a package.
#[derive(Debug)]
pub struct Package<'a> {
    /// The form.
    pub application: &'a Application,
    /// The photos, in the order in which they were chosen.
    pub pictures: Vec<Picture>,
    /// The task that is sent again, where it was sent back.
    pub taskid: Option<&'a str>,
    /// The day on which the package is made.
    pub made_on: Date,
    /// The words of the page to print.
    pub summary: Summary<'a>,
}

/// The package as the bytes of a .zip.
pub fn build(package: Package) -> Vec<u8> {
    let Package { application, pictures, taskid, made_on, summary } = package;
    let photos = named(pictures);
    let json = answers(application, &photos, taskid, made_on);
    let html = summary::summary(&summary, &photos);
    let mut entries = vec![
        Entry { name: "summary.html".to_owned(), bytes: html.into_bytes() },
        Entry { name: "answers.json".to_owned(), bytes: json.into_bytes() },
    ];
    entries.extend(photos.into_iter().map(|Named { file, bytes, .. }| Entry { name: file, bytes }));
    archive(&entries)
}

//! `summary.html`: the answers as a page to read, to print and to compare with.

use std::fmt;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::picture::Named;
use crate::application::Slot;

/// The words of the page.
pub struct Summary<'a> {
    /// The language, as for `<html lang>`.
    pub lang: &'static str,
    /// The heading.
    pub title: String,
    /// What to know before reading on, one paragraph each.
    pub lead: Vec<String>,
    /// The answers.
    pub sections: Vec<Section<'a>>,
    /// The heading above the photos.
    pub photos: &'static str,
    /// The name of a place for photos.
    pub slot: fn(Slot) -> &'static str,
}

/// Answers under a heading.
#[derive(Clone)]
pub struct Section<'a> {
    /// The heading.
    pub heading: &'a str,
    /// The answers.
    pub rows: Vec<Row<'a>>,
}

/// An answer.
#[derive(Clone)]
pub struct Row<'a> {
    /// What was asked.
    pub label: &'a str,
    /// What was answered.
    pub value: String,
}

/// Prints how many answers there are.
impl fmt::Debug for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Summary")
            .field("lang", &self.lang)
            .field("sections", &self.sections)
            .finish_non_exhaustive()
    }
}

/// Prints how many answers there are.
impl fmt::Debug for Section<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Section({} rows)", self.rows.len())
    }
}

/// Prints the question only.
impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label)
    }
}

/// Plain and for paper; nothing is loaded but the photos beside it.
const STYLE: &str = "\
body{font:16px/1.6 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1{font-size:1.5rem}h2{font-size:1.125rem;margin:2rem 0 .5rem;border-bottom:1px solid #999}\
table{width:100%;border-collapse:collapse}th,td{padding:.35rem .5rem .35rem 0;text-align:start;vertical-align:top;border-bottom:1px solid #ddd;overflow-wrap:anywhere}\
th{width:40%;font-weight:normal;color:#444}img{display:block;max-width:100%;max-height:16rem;margin:.35rem 0}tr{break-inside:avoid}h2{break-after:avoid}";

/// The page. It is private.
pub fn summary(words: &Summary, photos: &[Named]) -> String {
    let table = |rows: Markup| html! { table { tbody { (rows) } } };
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="robots" content="noindex";
                title { (words.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (words.title) }
                @for text in &words.lead { p { (text) } }
                @for section in &words.sections {
                    h2 { (section.heading) }
                    (table(html! {
                        @for row in &section.rows {
                            tr { th scope="row" { (row.label) } td { (row.value) } }
                        }
                    }))
                }
                @if !photos.is_empty() {
                    h2 { (words.photos) }
                    (table(html! {
                        @for photo in photos {
                            tr {
                                th scope="row" { ((words.slot)(photo.slot)) }
                                // Beside the page in the package.
                                td { (photo.file) img src=(photo.file) alt=""; }
                            }
                        }
                    }))
                }
            }
        }
    };
    page.into_string()
}

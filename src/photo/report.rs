//! What goes into a check, and what comes out of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::facts::Facts;
use super::finding::Finding;
use super::geometry::Quad;
use super::header::Header;
use super::sniff::FileType;
use super::verdict::{self, Verdict};
use crate::finding::{Severity, is_ok, sort_by};
use crate::names::names;

/// A file as the applicant gave it.
#[derive(Clone, Copy)]
pub struct Photo<'a> {
    /// The file itself.
    pub bytes: &'a [u8],
    /// Its name, if it has one: only its ending is looked at.
    pub file_name: Option<&'a str>,
    /// The MIME type that came with it, if one did.
    pub mime_type: Option<&'a str>,
    /// Which document it shows.
    pub kind: Kind,
    /// Where it is, for a document whose corners somebody set: pixels of the picture as
    /// shown at full size, top left first and clockwise as the document is read.
    pub corners: Option<Quad>,
}

impl<'a> Photo<'a> {
    /// A file of which nothing but its bytes is known.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, file_name: None, mime_type: None, kind: Kind::Other, corners: None }
    }
}

/// Prints no bytes and no name: both can tell who somebody is.
impl std::fmt::Debug for Photo<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Photo({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}

names! {
    /// The document that a photo shows.
    #[derive(Default)]
    pub enum Kind {
        /// Resident ID card, the side with the portrait (人像面).
        "id-front" => IdFront,
        /// Resident ID card, the side with the emblem (国徽面).
        "id-back" => IdBack,
        /// Business licence or another certificate of registration.
        "licence" => Licence,
        /// Official letter of application (申请公函).
        "letter" => Letter,
        /// Copy with a company seal.
        "stamped-copy" => StampedCopy,
        /// Anything else.
        #[default]
        "other" => Other,
    }
}

/// The verdict about a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether nothing in it would be refused: no finding blocks.
    pub ok: bool,
    /// What is to be done with it.
    #[serde(default)] // Reports that were stored before there were verdicts.
    pub verdict: Verdict,
    /// The code of the finding that is to be said first; nothing where all is well, or
    /// where only the way in which the file is stored must change.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<Cow<'static, str>>,
    /// The type by content.
    #[serde(rename = "type")]
    pub file_type: FileType,
    /// Width as shown, in pixels; 0 where it is not known.
    pub width: u32,
    /// Height as shown, in pixels; 0 where it is not known.
    pub height: u32,
    /// Size of the file in bytes.
    pub byte_length: u32,
    /// What was found, the most important first.
    pub findings: Vec<Finding>,
    /// What the file says about itself, if that could be read.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub header: Option<Header>,
    /// What was measured on the pixels, if they were decoded.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub facts: Option<Facts>,
    /// The document in the picture, if one was found.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub document: Option<Document>,
}

impl Report {
    pub(super) fn new(
        bytes: &[u8],
        file_type: FileType,
        header: Option<Header>,
        facts: Option<Facts>,
        document: Option<Document>,
        mut findings: Vec<Finding>,
    ) -> Self {
        sort_by(&mut findings, |finding| finding.severity);
        let (width, height) = header.as_ref().map_or((0, 0), Header::shown_size);
        let (verdict, reason) = verdict::judge(&findings, header.as_ref());
        Self {
            ok: is_ok(&findings),
            verdict,
            reason: reason.map(Cow::Borrowed),
            file_type,
            width,
            height,
            byte_length: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
            findings,
            header,
            facts,
            document,
        }
    }

    /// The same report with one more finding.
    pub(super) fn with(mut self, finding: Finding) -> Self {
        self.ok &= finding.severity != Severity::Block;
        self.findings.push(finding);
        sort_by(&mut self.findings, |finding| finding.severity);
        let (verdict, reason) = verdict::judge(&self.findings, self.header.as_ref());
        self.verdict = verdict;
        self.reason = reason.map(Cow::Borrowed);
        self
    }

    /// The findings that would be refused.
    pub fn blocking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Block)
    }
}

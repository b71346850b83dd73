//! One question of the host, and its answer.

use std::fmt;

use maud::Markup;
use serde::{Deserialize, Serialize};

use super::address::Address;
use super::draft::Draft;
use super::pages;
use super::reading::{self, Wanted};
use crate::date::Date;
use crate::process::Millis;
use crate::provider::{Call, Reply};
use crate::text::Locale;
use crate::wire::snapshot::PhotoId;

const MINUTE: Millis = 60_000;
/// [`Date::of_millis`] takes days in UTC+8.
const UTC_8: Millis = 480 * MINUTE;

/// What the host asks.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Request {
    /// What stands behind `#`: `/new`, `/a/ID/subject`.
    pub address: String,
    /// The language.
    pub locale: Locale,
    /// Unix milliseconds.
    pub now: u64,
    /// How many minutes the person's clock is ahead of UTC.
    pub utc_offset: i16,
    /// The open draft as JSON, on pages that have one.
    pub draft: Option<String>,
    /// What was done; nothing where the page is only shown.
    pub act: Option<Act>,
    /// Whether "continue" was pressed on this page: then errors stay shown.
    pub is_tried: bool,
    /// The photos, where the act asked for them.
    pub photos: Vec<PhotoBytes>,
    /// The text of the host's `config.json`, where there is one.
    pub config: Option<String>,
    /// What came of the call that the answer before asked for.
    pub reply: Option<Reply>,
    /// Whether the host can have photos read.
    pub reads: bool,
}

/// Something that the person did.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Act {
    /// What: `continue`, `use`.
    pub name: String,
    /// To what.
    pub arg: String,
    /// The named values of the form around it.
    pub form: Vec<(String, String)>,
}

impl Act {
    /// A value of the form; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// A photo with its bytes.
#[derive(Clone, Serialize, Deserialize)]
pub struct PhotoBytes {
    /// Which photo.
    pub id: PhotoId,
    /// The file.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

/// What the host does next.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Answer {
    /// For the tab, without the product's name.
    pub title: String,
    /// The page inside `<main>`; it begins with an `<h1 tabindex="-1">`, or what leads to it.
    pub html: String,
    /// Changes of the draft.
    pub edits: Vec<Edit>,
    /// Where to go instead.
    pub go: Option<String>,
    /// Whether the edits make a new draft, to whose page the host then goes.
    pub begins: bool,
    /// The id of the element that gets the focus.
    pub focus: Option<String>,
    /// For the live region.
    pub say: Option<String>,
    /// A file to be downloaded.
    pub file: Option<FileOut>,
    /// A call to a provider's server, to be made while the page stays open.
    pub call: Option<Call>,
    /// A photo to be read; what comes of it is told as the act `read`.
    pub read: Option<Wanted>,
    /// What the host gives back with the next request for this address.
    pub is_tried: bool,
}

impl Answer {
    /// A page.
    pub fn page(title: &str, body: Markup) -> Self {
        Self { title: title.to_owned(), html: body.into_string(), ..Self::default() }
    }

    /// Another address instead of a page.
    pub fn go(address: &Address) -> Self {
        Self { go: Some(address.to_string()), ..Self::default() }
    }
}

/// A change of a part of the draft.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Which part.
    pub path: String,
    /// What it is now, as JSON; nothing where it is removed.
    pub value: Option<String>,
}

/// A file to be downloaded.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileOut {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

macro_rules! print_nothing {
    ($($name:ident),+) => { $(
        /// Prints nothing of it: it is about a person.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+ };
}

print_nothing!(Request, Act, PhotoBytes, Answer, Edit, FileOut);

/// A question as pages read it.
#[derive(Debug)]
pub struct Turn<'a> {
    /// As it was asked.
    pub request: &'a Request,
    /// Which page.
    pub address: Address,
    /// The language.
    pub locale: Locale,
    /// The time; in a rehearsal its own.
    pub now: Millis,
    /// The person's day.
    pub today: Date,
}

impl Turn<'_> {
    /// A moment by the person's clock: `2026-11-26 15:30`.
    pub fn moment(&self, at: Millis) -> String {
        let local = at.saturating_add(Millis::from(self.request.utc_offset) * MINUTE);
        let minutes = local.div_euclid(MINUTE).rem_euclid(24 * 60);
        let day = Date::of_millis(local.saturating_sub(UTC_8));
        format!("{day} {:02}:{:02}", minutes / 60, minutes % 60)
    }

    /// The act of this name, if it was done.
    pub fn act(&self, name: &str) -> Option<&Act> {
        self.request.act.as_ref().filter(|act| act.name == name)
    }
}

/// Answers a question.
pub fn turn(request: &Request) -> Answer {
    let mut draft = request.draft.as_deref().and_then(Draft::read);
    let now = Millis::try_from(request.now).unwrap_or(Millis::MAX);
    let now = now.saturating_add(draft.as_ref().map_or(0, Draft::clock));
    let local = now.saturating_add(Millis::from(request.utc_offset) * MINUTE);
    let today = Date::of_millis(local.saturating_sub(UTC_8));
    let (locale, address) = (request.locale, Address::read(&request.address));
    let mut read = None;
    if let (Some(act), Some(draft)) = (&request.act, &mut draft)
        && act.name == "read"
    {
        // Not something that a person did: the page is shown as it was.
        reading::take(act, draft);
        read = Some(Request { act: None, ..request.clone() });
    }
    let turn = Turn { request: read.as_ref().unwrap_or(request), address, locale, now, today };
    let mut answer = pages::answer(&turn, draft.as_mut());
    if let Some(draft) = &mut draft {
        if draft.is_rehearsal() && !answer.html.is_empty() {
            answer.html.insert_str(0, &pages::rehearsal_banner(request.locale).into_string());
        }
        answer.read = reading::wanted(request, draft);
        answer.edits.append(&mut draft.edits);
    }
    answer
}

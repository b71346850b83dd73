//! Applications as they are kept and as they come from files, and the pages made of them.
//!
//! The bytes are the text of a file.

use renzheng::application::{self, FormProfile};
use renzheng::date::Date;
use renzheng::journey::{self, Draft, Request};
use renzheng::text::Locale;
use renzheng::wire::snapshot::{self, Parts, Personal, PhotoEntry, Snapshot, Stamp, read_reading};

use super::{memory, text_of};

/// Pages that show the most of a draft.
const PAGES: [&str; 8] =
    ["", "subject", "contact", "nickname", "photos/licence", "check", "send", "status"];

pub fn run(bytes: &[u8]) {
    let text = text_of(bytes);
    // A page of HTML shows what was typed more than once.
    let most = (4 << 20) + 512 * text.len() as u64;
    memory::within(most, || {
        if let Ok(snapshot) = snapshot::read(&text) {
            holds(&snapshot);
            page(&snapshot, text.len());
        }
        others(&text);
    });
}

fn holds(snapshot: &Snapshot) {
    let written = snapshot.to_json();
    let read = snapshot::read(&written).expect("what was written is read");
    assert_eq!(read.to_json(), written, "and written again the same");
    assert_eq!((&read.id, read.revision, read.saved_at), same(snapshot));
    let stamp = |revision: u64| Stamp::new(revision, 0);
    assert!(stamp(snapshot.revision) <= stamp(snapshot.revision.saturating_add(1)), "later");
    assert_eq!(read.application(), snapshot.application());
    assert_eq!(read.stage(), snapshot.stage());
    assert_eq!(read.process(), snapshot.process());
    assert_eq!(read.title(), snapshot.title());
    if let Some(form) = snapshot.application() {
        let today: Date = "2026-11-24".parse().expect("a day");
        let report = application::check(&form, today, FormProfile::WECHAT_2026);
        serde_json::to_string(&report).expect("it can be written");
    }
    if let Personal::Sealed(sealed) = &snapshot.personal {
        let Personal::Sealed(again) = &read.personal else { panic!("it stays locked") };
        assert_eq!((sealed.iterations(), sealed.salt()), (again.iterations(), again.salt()));
        assert_eq!(sealed.text(), again.text());
    }
    for part in snapshot.open_parts().iter().flat_map(|parts| parts.photos()) {
        let Some(photo) = part.json().and_then(PhotoEntry::read) else { continue };
        let raw = photo.to_raw().expect("a photo can be written");
        let again = PhotoEntry::read(raw.get()).expect("and read again");
        assert_eq!(again.to_raw().map(|raw| raw.to_string()), Some(raw.to_string()));
    }
    for part in snapshot.open_parts().into_iter().flatten() {
        let _ = part.json().and_then(read_reading);
    }
}

fn same(snapshot: &Snapshot) -> (&snapshot::DraftId, u64, u64) {
    (&snapshot.id, snapshot.revision, snapshot.saved_at)
}

/// One page, chosen by the length.
fn page(snapshot: &Snapshot, length: usize) {
    let json = snapshot.to_json();
    assert!(Draft::read(&json).is_some(), "a draft of every snapshot");
    let request = Request {
        address: ["/a/x/", PAGES[length % PAGES.len()]].concat(),
        locale: Locale::ALL[length / PAGES.len() % 2],
        now: 1_790_179_200_000,
        utc_offset: 480,
        draft: Some(json),
        ..Request::default()
    };
    let answer = journey::turn(&request);
    let is_page = answer.html.contains("<h1");
    assert!(is_page || answer.go.is_some(), "a page, or the way to one");
    for edit in &answer.edits {
        let json = edit.value.as_deref().unwrap_or("null");
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{}", edit.path);
    }
}

/// What stands in parts of a snapshot, by itself.
fn others(text: &str) {
    if let Some(parts) = Parts::read(text) {
        let written = parts.to_json();
        let read = Parts::read(&written).expect("what was written is read");
        assert_eq!(read.to_json(), written);
    }
    if let Some(photo) = PhotoEntry::read(text) {
        assert!(photo.to_raw().is_some_and(|raw| PhotoEntry::read(raw.get()).is_some()));
    }
    if let Some(reading) = read_reading(text) {
        serde_json::to_string(&reading).expect("a reading can be written");
    }
}

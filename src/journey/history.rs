//! What was recorded of an application, the latest last: so that a person sees it, and can take
//! back what was recorded by mistake.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::draft::Draft;
use crate::process::{Act, EventKind, Millis, News, State};
use crate::provider::Submission;
use crate::wire::snapshot::path;

/// Entries that are kept. Chosen by us: three corrections and a renewal need fewer.
const MOST: usize = 30;

/// Something that was recorded.
#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    /// The name of the event.
    what: String,
    /// When it happened.
    pub(super) at: Millis,
    /// When it was recorded.
    pub(super) on: Millis,
    /// The process before it.
    before: Box<RawValue>,
    /// How many photos were known as sent back before it.
    refused: usize,
}

impl Entry {
    /// What it was; none of ours where a later version wrote it.
    pub(super) fn kind(&self) -> Option<EventKind> {
        let news = News::from_name(&self.what).map(EventKind::News);
        news.or_else(|| Act::from_name(&self.what).map(EventKind::Act))
    }
}

/// All that is known, the latest last.
pub(super) fn of(draft: &Draft) -> Vec<Entry> {
    let json = draft.json(path::HISTORY);
    json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// When the last of it happened.
pub(super) fn last_at(draft: &Draft) -> Option<Millis> {
    of(draft).last().map(|entry| entry.at)
}

/// Takes note of something that is about to change the process.
pub(super) fn add(draft: &mut Draft, what: EventKind, at: Millis, on: Millis) {
    let json = serde_json::to_string(&draft.process()).unwrap_or_default();
    let Ok(before) = RawValue::from_string(json) else { return };
    let mut entries = of(draft);
    let refused = draft.application().refused.len();
    entries.push(Entry { what: what.as_str().to_owned(), at, on, before, refused });
    let old = entries.len().saturating_sub(MOST);
    entries.drain(..old);
    keep(draft, &entries);
}

/// Whether the last can be taken back. What a provider's server told would be told again.
pub(super) fn can_undo(draft: &Draft) -> bool {
    let submission = draft.json(path::SUBMISSION).map(serde_json::from_str::<Submission>);
    let is_told = submission.is_some_and(|it| it.map_or(true, |submission| !submission.is_over()));
    !is_told && !of(draft).is_empty()
}

/// Takes the last back, and says what it was.
pub(super) fn undo(draft: &mut Draft) -> Option<Entry> {
    let mut entries = of(draft);
    let last = entries.pop().filter(|_| can_undo(draft))?;
    serde_json::from_str::<State>(last.before.get()).ok()?;
    // As it was written: what was sent back is remembered already, and not as it is now.
    draft.set_json(path::PROCESS, Some(last.before.get().to_owned()));
    if last.kind() == Some(EventKind::News(News::SentBack)) {
        draft.set_json(path::SENT_BACK, None);
    }
    let mut refused = draft.application().refused;
    if last.refused < refused.len() {
        refused.truncate(last.refused);
        draft.set_json(path::REFUSED, serde_json::to_string(&refused).ok());
    }
    // What came before it is old news: nobody is to take it back by pressing twice.
    if let Some(entry) = entries.last_mut() {
        entry.on = 0;
    }
    keep(draft, &entries);
    Some(last)
}

fn keep(draft: &mut Draft, entries: &[Entry]) {
    let json = (!entries.is_empty()).then(|| serde_json::to_string(entries).ok()).flatten();
    draft.set_json(path::HISTORY, json);
}

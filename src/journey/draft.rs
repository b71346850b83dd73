//! The open draft as pages read and change it.

use std::fmt;

use serde_json::value::RawValue;

use super::address::Address;
use super::turn::Edit;
use crate::application::{self, Application, Field, FormProfile, Material, Report, SubjectType};
use crate::date::Date;
use crate::process::{Millis, ProcessProfile, Reason, State};
use crate::wire::snapshot::{self, Parts, Personal, PhotoEntry, Snapshot, path};

/// The draft, and what this turn changes of it.
pub struct Draft {
    snapshot: Snapshot,
    pub(super) edits: Vec<Edit>,
}

/// Prints how many changes there are.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Draft({} edits)", self.edits.len())
    }
}

impl Draft {
    /// The draft of a snapshot's JSON.
    pub fn read(json: &str) -> Option<Self> {
        let mut snapshot = snapshot::read(json).ok()?;
        if matches!(snapshot.personal, Personal::Removed) {
            snapshot.personal = Personal::Open(Parts::new());
        }
        Some(Self { snapshot, edits: Vec::new() })
    }

    /// As it is stored.
    pub const fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Whether form and photos are there and cannot be read here.
    pub const fn is_locked(&self) -> bool {
        matches!(self.snapshot.personal, Personal::Sealed(_) | Personal::Elsewhere)
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.snapshot.id.0
    }

    /// The address of one of its pages.
    pub fn address(&self, page: &str) -> Address {
        Address::of(self.id(), page)
    }

    /// Where a link to one of its pages points.
    pub fn href(&self, page: &str) -> String {
        self.address(page).href()
    }

    /// A part as JSON.
    pub fn json(&self, path: &str) -> Option<&str> {
        self.parts(path)?.get(path)
    }

    /// What stands behind `before` in the paths of the parts that begin so.
    pub fn paths<'a>(&'a self, before: &'a str) -> impl Iterator<Item = String> + 'a {
        let parts = self.parts(before).map(Parts::paths).unwrap_or_default();
        parts.into_iter().filter_map(move |path| Some(path.strip_prefix(before)?.to_owned()))
    }

    /// A part that is a text; empty where there is none.
    pub fn text(&self, path: &str) -> String {
        self.json(path).and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// Changes a part; nothing removes it.
    pub fn set_json(&mut self, path: &str, json: Option<String>) {
        let value = json.clone().and_then(|json| RawValue::from_string(json).ok());
        let parts = match &mut self.snapshot.personal {
            Personal::Open(parts) if path::is_personal(path) => parts,
            _ => &mut self.snapshot.lasting,
        };
        parts.part_mut(path).value = value;
        self.edits.retain(|edit| edit.path != path);
        self.edits.push(Edit { path: path.to_owned(), value: json });
    }

    /// Changes a part that is a text; an empty one is removed.
    pub fn set_text(&mut self, path: &str, text: &str) {
        let json = (!text.is_empty()).then(|| serde_json::to_string(text).unwrap_or_default());
        self.set_json(path, json);
    }

    /// Changes a field of the form.
    pub fn set(&mut self, field: Field, text: &str) {
        self.set_text(field.path(), text);
    }

    /// The text of a field as it was typed.
    pub fn field(&self, field: Field) -> String {
        self.text(field.path())
    }

    /// Who is certified, once that was chosen.
    pub fn subject_type(&self) -> Option<SubjectType> {
        SubjectType::from_name(&self.text(path::SUBJECT_TYPE))
    }

    /// The form; an empty one where no subject type was chosen.
    pub fn application(&self) -> Application {
        self.snapshot.application().unwrap_or(Application::new(SubjectType::Enterprise))
    }

    /// What the form's check says.
    pub fn report(&self, today: Date) -> Report {
        application::check(&self.application(), today, FormProfile::WECHAT_2026)
    }

    /// How far the process is; at its beginning where there is none.
    pub fn process(&self) -> State {
        let known = self.json(path::PROCESS).and_then(|json| serde_json::from_str(json).ok());
        known.unwrap_or_else(|| State::new(ProcessProfile::WECHAT_2026))
    }

    /// Keeps how far the process is, and which photos were sent back with it.
    pub fn set_process(&mut self, state: &State) {
        self.keep_refused(state);
        self.keep_sent_back(state);
        self.set_json(path::PROCESS, serde_json::to_string(state).ok());
    }

    /// Of a place that was named before, the photo may be another by now.
    fn keep_refused(&mut self, state: &State) {
        let before = self.process();
        let is_named = |state: &State, photo: &Material| {
            let mut named = state.reasons().iter().filter_map(|reason| reason.field.as_deref());
            named.any(|path| path == photo.slot.path())
        };
        let Application { materials, mut refused, .. } = self.application();
        let known = refused.len();
        refused.extend(
            (materials.into_iter())
                .filter(|photo| is_named(state, photo) && !is_named(&before, photo))
                .map(|photo| Material { report: None, ..photo }),
        );
        if known < refused.len() {
            self.set_json(path::REFUSED, serde_json::to_string(&refused).ok());
        }
    }

    /// What was sent back is remembered as it was, until it is sent back anew.
    fn keep_sent_back(&mut self, state: &State) {
        let before = self.process();
        let is_new = |reasons: &[Reason]| !reasons.is_empty() && before.reasons() != reasons;
        if !is_new(state.reasons()) || self.snapshot.open_parts().is_none() {
            return;
        }
        let named = state.reasons().iter().filter_map(|reason| reason.field.as_deref());
        let values: Vec<(&str, String)> = named.map(|path| (path, self.value_of(path))).collect();
        self.set_json(path::SENT_BACK, serde_json::to_string(&values).ok());
    }

    /// Whether a part that was sent back is another by now; nothing where that is not known.
    pub fn is_corrected(&self, path: &str) -> Option<bool> {
        let json = self.json(path::SENT_BACK)?;
        let values: Vec<(String, String)> = serde_json::from_str(json).ok()?;
        let (_, before) = values.into_iter().find(|(known, _)| known == path)?;
        Some(before != self.value_of(path))
    }

    /// A part of the form as text; of photos, what tells them from others.
    fn value_of(&self, path: &str) -> String {
        if let Some(field) = Field::from_name(path) {
            return self.field(field).trim().to_owned();
        }
        let photos = self.application().materials.into_iter();
        let hashes = photos.filter(|photo| photo.slot.path() == path).map(|photo| photo.sha256);
        hashes.map(Option::unwrap_or_default).collect::<Vec<String>>().join(" ")
    }

    /// Whether nothing of it is sent anywhere.
    pub fn is_rehearsal(&self) -> bool {
        self.json(path::REHEARSAL) == Some("true")
    }

    /// How far the rehearsal's clock is ahead.
    pub fn clock(&self) -> Millis {
        let ahead = self.json(path::CLOCK).and_then(|json| json.parse().ok());
        ahead.filter(|_| self.is_rehearsal()).unwrap_or_default()
    }

    /// The finished photos, in the order in which they were made.
    pub fn photos(&self) -> Vec<PhotoEntry> {
        let parts = self.snapshot.open_parts();
        let photos = parts.map(Parts::photos).unwrap_or_default();
        photos.iter().filter_map(|part| PhotoEntry::read(part.json()?)).collect()
    }

    /// What it goes by: the program's name, or whose it is.
    pub fn title(&self) -> String {
        let program = self.program();
        if program.trim().is_empty() { self.snapshot.title() } else { program }
    }

    /// The program's name, as far as it is known.
    pub fn program(&self) -> String {
        let names = [Field::NicknameText, Field::NicknameCurrent].map(|field| self.field(field));
        let known = names.into_iter().find(|name| !name.trim().is_empty());
        known.unwrap_or_else(|| self.snapshot.name.clone())
    }

    fn parts(&self, path: &str) -> Option<&Parts> {
        if path::is_personal(path) {
            self.snapshot.open_parts()
        } else {
            Some(&self.snapshot.lasting)
        }
    }
}

//! A host without a browser: it holds the draft and the address, and types into what it sees.

use renzheng::application::{Application, Field, Slot};
use renzheng::journey::{Act, Answer, Request, turn};
use renzheng::text::Locale;
use renzheng::wire::snapshot::{DraftId, Parts, Personal, Snapshot, path};
use serde_json::value::{RawValue, to_raw_value};

use crate::markup::Markup;

/// 2026-11-24, 12:00 in UTC+8.
pub const NOW: u64 = 1_795_492_800_000;

pub struct Host {
    pub locale: Locale,
    pub address: String,
    pub snapshot: Snapshot,
    pub answer: Answer,
    is_tried: bool,
}

impl Host {
    /// At an address, with an empty draft.
    pub fn at(locale: Locale, address: &str) -> Self {
        let mut snapshot = Snapshot::new(DraftId("x".into()));
        snapshot.personal = Personal::Open(Parts::new());
        let answer = Answer::default();
        let mut host = Self { locale, address: String::new(), snapshot, answer, is_tried: false };
        host.go(address);
        host
    }

    /// With an application that is filled in.
    pub fn with(locale: Locale, application: &Application, address: &str) -> Self {
        let mut host = Self::at(locale, "/new");
        host.put(path::SUBJECT_TYPE, &application.subject_type.as_str());
        for (field, text) in application.fields.iter() {
            host.put(field.path(), text);
        }
        host.put_photos(application);
        host.go(address);
        host
    }

    pub fn go(&mut self, address: &str) {
        address.clone_into(&mut self.address);
        self.is_tried = false;
        self.ask(None);
    }

    /// What the page writes while somebody types or chooses.
    pub fn put(&mut self, path: &str, value: &impl serde::Serialize) {
        self.part(path, Some(to_raw_value(value).unwrap()));
    }

    pub fn put_photos(&mut self, application: &Application) {
        for slot in Slot::ALL {
            let photos: Vec<_> =
                application.materials.iter().filter(|photo| photo.slot == slot).collect();
            if !photos.is_empty() {
                self.put(slot.path(), &photos);
            }
        }
    }

    fn part(&mut self, of: &str, value: Option<Box<RawValue>>) {
        let parts = match &mut self.snapshot.personal {
            Personal::Open(parts) if path::is_personal(of) => parts,
            _ => &mut self.snapshot.lasting,
        };
        parts.part_mut(of).value = value;
    }

    /// The text of a part.
    pub fn text(&self, path: &str) -> String {
        let json = self.snapshot.open_parts().and_then(|parts| parts.get(path));
        json.map(|json| serde_json::from_str(json).unwrap()).unwrap_or_default()
    }

    /// Asks, and does what the answer says.
    pub fn ask(&mut self, act: Option<Act>) {
        let has_draft = self.address.starts_with("/a/");
        let request = Request {
            address: self.address.clone(),
            locale: self.locale,
            now: NOW,
            utc_offset: 480,
            draft: has_draft.then(|| self.snapshot.to_json()),
            act,
            is_tried: self.is_tried,
            ..Request::default()
        };
        let answer = turn(&request);
        for edit in &answer.edits {
            let value = edit.value.clone().map(|json| RawValue::from_string(json).unwrap());
            self.part(&edit.path, value);
        }
        self.is_tried = answer.is_tried;
        let go = if answer.begins { Some("/a/x".to_owned()) } else { answer.go.clone() };
        match go {
            Some(address) => self.go(&address),
            None => self.answer = answer,
        }
    }

    pub fn act(&mut self, name: &str, arg: &str) {
        let form = self.values();
        self.ask(Some(Act { name: name.into(), arg: arg.into(), form }));
    }

    pub fn page(&self) -> Markup {
        Markup::read(&self.answer.html)
    }

    /// The values that a form would have.
    fn values(&self) -> Vec<(String, String)> {
        let of = |name: &String| (name.clone(), self.text(name));
        self.page().control_names().iter().map(of).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Types what an application has into all that is asked, until nothing new is.
    pub fn fill_in(&mut self, application: &Application) {
        loop {
            let names = self.page().control_names();
            let is_open = |name: &&String| {
                Field::from_name(name).is_some_and(|field| {
                    !application.get(field).is_empty() && self.text(name).is_empty()
                })
            };
            let open: Vec<String> = names.iter().filter(is_open).cloned().collect();
            if open.is_empty() {
                return;
            }
            for name in open {
                self.put(&name, &application.get(Field::from_name(&name).unwrap()));
                self.ask(None);
            }
        }
    }
}

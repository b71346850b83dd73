//! A host that keeps a draft and a clock, and presses one button at a time.

use renzheng::application::Application;
use renzheng::journey::{Act, Answer, PhotoBytes, Request, turn};
use renzheng::process::{Event, ProcessProfile, State, StateKind};
use renzheng::provider::Reply;
use renzheng::text::Locale;
use renzheng::wire::snapshot::{DraftId, Parts, Personal, PhotoId, Snapshot, path};
use serde_json::value::RawValue;

/// 2026-11-24 10:00 in Beijing.
pub const START: u64 = 1_795_485_600_000;
const DAY: u64 = 24 * 60 * 60 * 1_000;

pub struct Desk {
    pub snapshot: Snapshot,
    pub now: u64,
    pub locale: Locale,
    pub config: Option<String>,
    pub photos: Vec<(PhotoId, Vec<u8>)>,
    pub reply: Option<Reply>,
    pub reads: bool,
}

impl Desk {
    pub fn new(locale: Locale) -> Self {
        let mut snapshot = Snapshot::new(DraftId("x".into()));
        snapshot.personal = Personal::Open(Parts::new());
        Self {
            snapshot,
            now: START,
            locale,
            config: None,
            photos: Vec::new(),
            reply: None,
            reads: false,
        }
    }

    /// One whose form is filled in, and was found to be complete.
    pub fn ready(locale: Locale, application: &Application, yuan: u16) -> Self {
        let mut host = Self::new(locale);
        host.put(path::SUBJECT_TYPE, &application.subject_type);
        for (field, text) in application.fields.iter() {
            host.put(field.path(), text);
        }
        for material in &application.materials {
            let same = |other: &&_| {
                let other: &renzheng::application::Material = other;
                other.slot == material.slot
            };
            let of_slot: Vec<_> = application.materials.iter().filter(same).collect();
            host.put(material.slot.path(), &of_slot);
        }
        let complete =
            Event::Complete {
                from: Some("旧名称".into()), to: Some("青石小筑".into()), yuan
            };
        let profile = ProcessProfile::WECHAT_2026;
        let now = i64::try_from(host.now).unwrap();
        let state = State::new(profile).on(complete, now, profile).unwrap().state;
        host.put(path::PROCESS, &state);
        host
    }

    pub fn put(&mut self, path: &str, value: &impl serde::Serialize) {
        self.set(path, Some(serde_json::to_string(value).unwrap()));
    }

    fn set(&mut self, path: &str, json: Option<String>) {
        let parts = match &mut self.snapshot.personal {
            Personal::Open(parts) if path::is_personal(path) => parts,
            _ => &mut self.snapshot.lasting,
        };
        parts.part_mut(path).value = json.map(|json| RawValue::from_string(json).unwrap());
    }

    /// Another of the same draft, without its photos.
    pub fn copy(&self) -> Self {
        let mut copy = Self::new(self.locale);
        copy.snapshot = self.snapshot.clone();
        copy.now = self.now;
        copy
    }

    pub fn days(&mut self, days: u64) {
        self.now += days * DAY;
    }

    pub fn minutes(&mut self, minutes: u64) {
        self.now += minutes * 60_000;
    }

    /// The page as it is, after following where it leads.
    pub fn show(&mut self, page: &str) -> Answer {
        self.ask(page, None)
    }

    pub fn act(&mut self, page: &str, name: &str, arg: &str) -> Answer {
        self.send(page, name, arg, &[])
    }

    pub fn send(&mut self, page: &str, name: &str, arg: &str, form: &[(&str, &str)]) -> Answer {
        let form = form.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        self.ask(page, Some(Act { name: name.into(), arg: arg.into(), form }))
    }

    /// Records an answer of WeChat that came today.
    #[track_caller]
    pub fn record(&mut self, news: &str, form: &[(&str, &str)]) -> Answer {
        self.minutes(1);
        let today = self.today();
        let mut all = vec![("_on", today.as_str())];
        all.extend(form);
        let answer = self.send(&format!("record?news={news}"), "record", news, &all);
        assert_eq!(answer.go.as_deref(), Some("/a/x/status"), "{news}: {}", answer.html);
        answer
    }

    pub fn today(&self) -> String {
        renzheng::date::Date::of_millis(i64::try_from(self.now).unwrap()).to_string()
    }

    fn ask(&mut self, page: &str, act: Option<Act>) -> Answer {
        let photos = self.photos.iter();
        let request = Request {
            address: format!("/a/x/{page}"),
            locale: self.locale,
            now: self.now,
            utc_offset: 480,
            draft: Some(self.snapshot.to_json()),
            act,
            photos: photos
                .map(|(id, bytes)| PhotoBytes { id: id.clone(), bytes: bytes.clone() })
                .collect(),
            config: self.config.clone(),
            reply: self.reply.take(),
            reads: self.reads,
            is_tried: false,
        };
        let answer = turn(&request);
        assert_eq!(turn(&request).html, answer.html, "the same question has the same answer");
        if !answer.begins {
            for edit in &answer.edits {
                self.set(&edit.path, edit.value.clone());
            }
        }
        check(&answer);
        answer
    }

    pub fn remove(&mut self, path: &str) {
        self.set(path, None);
    }

    pub fn field(&self, field: renzheng::application::Field) -> String {
        let form = self.snapshot.application();
        form.map_or(String::new(), |form| form.get(field).to_owned())
    }

    pub fn state(&self) -> State {
        serde_json::from_str(self.snapshot.process().unwrap()).unwrap()
    }

    #[track_caller]
    pub fn expect(&mut self, kind: StateKind) -> String {
        let html = self.show("status").html;
        assert_eq!(self.state().kind(), kind);
        html
    }
}

/// What holds of every page.
#[track_caller]
fn check(answer: &Answer) {
    let html = &answer.html;
    if html.is_empty() {
        assert!(answer.go.is_some() || answer.begins || answer.file.is_some());
        return;
    }
    assert_eq!(html.matches("<h1").count(), 1, "{html}");
    assert!(!html.contains('{') && !html.contains("style="), "{html}");
    let ids: Vec<&str> =
        html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for (i, id) in ids.iter().enumerate() {
        assert!(!ids[..i].contains(id), "twice: {id}");
    }
    for pointer in [" for=\"", " aria-describedby=\""] {
        for target in html.split(pointer).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(target.split(' ').all(|id| ids.contains(&id)), "no {target}: {html}");
        }
    }
    assert!(!html.contains("> <") || !html.contains("<li></li>"), "{html}");
}

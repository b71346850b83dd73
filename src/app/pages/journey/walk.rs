//! Where a person is, what was asked for it, and what came of it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::answer::Answer;
use super::listen::{self, Listener};
use super::question::{self, Question, object};
use super::slot::SlotPhotos;
use crate::app::browser::{JourneyClient, clock, document, files, morph, reading};
use crate::app::state::Session;
use crate::app::state::drafts::Desk;
use crate::application::Slot;
use crate::text::Locale;
use crate::wire::snapshot::{DraftId, PhotoId, path};

/// Says that an answer is awaited.
const BUSY: &str = "aria-busy";

/// Says whose page is in place.
const SHOWN: &str = "data-shown";

/// The pages of applications, for as long as one of them is shown. A handle.
#[derive(Clone)]
pub(super) struct Walk(Rc<Inner>);

struct Inner {
    session: Session,
    locale: RwSignal<Locale>,
    is_lost: RwSignal<bool>,
    place: Element,
    client: JourneyClient,
    owner: Owner,
    state: RefCell<State>,
    listener: RefCell<Option<Listener>>,
}

#[derive(Default)]
struct State {
    /// Where the person is.
    address: String,
    /// Whose page is in place.
    shown: Option<String>,
    /// Whether "continue" was pressed here.
    is_tried: bool,
    waiting: Vec<Ask>,
    is_asking: bool,
    reads: Reads,
    /// The names of fields that were changed since the last question.
    touched: Vec<String>,
    /// The photos that are mounted, and where.
    photos: Option<(Element, Box<dyn Any>)>,
}

/// How the reading of photos stands.
#[derive(Clone, Copy, Default, PartialEq)]
enum Reads {
    /// The next can be read.
    #[default]
    Idle,
    /// One is being read.
    Busy,
    /// None in this visit: it was not possible, or not wanted.
    Never,
}

/// Something to ask.
#[derive(Clone)]
enum Ask {
    /// The page as it is now.
    Show,
    /// What a person did.
    Act(Act),
}

/// What a person did.
#[derive(Clone)]
pub(super) struct Act {
    /// At which address.
    pub(super) address: String,
    /// `{ name, arg, form }`.
    pub(super) what: Object,
    /// Tells it from others.
    pub(super) key: String,
    /// Whether the bytes of the photos are needed.
    pub(super) has_photos: bool,
}

impl Walk {
    /// Begins at the present address.
    pub(super) fn begin(
        session: Session,
        locale: RwSignal<Locale>,
        is_lost: RwSignal<bool>,
        owner: Owner,
        place: Element,
    ) -> Self {
        let state = State { address: address(), ..State::default() };
        let walk = Self(Rc::new(Inner {
            session,
            locale,
            is_lost,
            client: session.journey(),
            owner,
            state: RefCell::new(state),
            listener: RefCell::default(),
            place,
        }));
        let listener = Listener::on(&walk.0.place, {
            let walk = Rc::downgrade(&walk.0);
            move |event| {
                if let Some(walk) = walk.upgrade() {
                    listen::hear(&Self(walk), &event);
                }
            }
        });
        *walk.0.listener.borrow_mut() = Some(listener);
        walk.0.client.on_news({
            let walk = Rc::downgrade(&walk.0);
            move || walk.upgrade().iter().for_each(|walk| Self(walk.clone()).show())
        });
        walk
    }

    /// Asks for the page as it is now.
    pub(super) fn show(&self) {
        self.with(|state| {
            // What was asked already does not know of the latest change.
            let asked = usize::from(state.is_asking);
            if !state.waiting.iter().skip(asked).any(|ask| matches!(ask, Ask::Show)) {
                state.waiting.push(Ask::Show);
            }
        });
        self.pump();
    }

    /// Tells what a person did. The same twice at once is a finger that trembled.
    pub(super) fn act(&self, act: Act) {
        self.with(|state| {
            let is_same = |ask: &Ask| matches!(ask, Ask::Act(other) if other.key == act.key);
            if !state.waiting.iter().any(is_same) {
                state.waiting.push(Ask::Act(act));
            }
        });
        self.pump();
    }

    /// The address is another one.
    pub(super) fn moved(&self) {
        let address = address();
        if !question::is_ours(&address) || self.with(|state| state.address == address) {
            return;
        }
        self.with(|state| {
            state.address = address;
            state.is_tried = false;
        });
        self.show();
    }

    /// A minute has passed.
    pub(super) fn tick(&self) {
        if self.0.place.query_selector(".rz-countdown").is_ok_and(|found| found.is_some()) {
            self.show();
        }
    }

    /// Where the person is.
    pub(super) fn address(&self) -> String {
        self.with(|state| state.address.clone())
    }

    /// The visit.
    pub(super) fn session(&self) -> Session {
        self.0.session
    }

    /// Whether it has come into the draft, a field was changed.
    pub(super) fn write(&self, name: &str, json: Option<String>) {
        let Some(desk) = self.desk(&self.address()) else { return };
        desk.edit(|draft| draft.set_part(name, json));
        self.with(|state| state.touched.push(name.to_owned()));
    }

    fn desk(&self, address: &str) -> Option<Desk> {
        self.0.session.known_desk(&DraftId(question::draft_of(address)?.to_owned()))
    }

    /// Asks the next question.
    fn pump(&self) {
        let next = self.with(|state| {
            let is_idle = !state.is_asking && !state.waiting.is_empty();
            is_idle.then(|| {
                state.is_asking = true;
                state.waiting[0].clone()
            })
        });
        let Some(ask) = next else { return };
        // The name is one already; so it is below.
        let _ = self.0.place.set_attribute(BUSY, "true");
        let address = match &ask {
            Ask::Show => self.address(),
            Ask::Act(act) => act.address.clone(),
        };
        let desk = self.desk(&address);
        match (&ask, desk) {
            (Ask::Act(Act { has_photos: true, .. }), Some(desk)) => {
                let walk = self.clone();
                question::photos(desk, move |photos| walk.send(&address, &ask, &photos));
            }
            _ => self.send(&address, &ask, &Array::new()),
        }
    }

    fn send(&self, address: &str, ask: &Ask, photos: &Array) {
        let desk = self.desk(address);
        let (is_tried, reads) = self.with(|state| {
            state.touched.clear();
            (state.is_tried, state.reads != Reads::Never)
        });
        let question = Question {
            address,
            locale: self.0.locale.get_untracked(),
            draft: desk.map(|desk| desk.read(|draft| draft.snapshot().to_json())),
            act: match ask {
                Ask::Show => None,
                Ask::Act(act) => Some(&act.what),
            },
            is_tried,
            photos,
            reads,
        };
        let question = question.to_object();
        let (walk, address) = (self.clone(), address.to_owned());
        let is_act = matches!(ask, Ask::Act(_));
        self.0.client.ask(question, move |answer| walk.hear(&address, is_act, answer.as_ref()));
    }

    fn hear(&self, address: &str, is_act: bool, answer: Option<&JsValue>) {
        let answer = answer.and_then(Answer::read);
        self.with(|state| {
            state.is_asking = false;
            // What was not answered is asked again with the next question.
            if answer.is_some() {
                state.waiting.remove(0);
            }
        });
        self.0.is_lost.set(answer.is_none());
        if let Some(answer) = &answer {
            self.heed(address, is_act, answer);
        }
        if answer.is_none() || self.with(|state| state.waiting.is_empty()) {
            let _ = self.0.place.remove_attribute(BUSY);
        } else {
            self.pump();
        }
    }

    /// Does what the answer says.
    fn heed(&self, address: &str, is_act: bool, answer: &Answer) {
        let session = self.0.session;
        let desk = if answer.begins {
            Some(session.desk_of(&DraftId(clock::unique_name())))
        } else {
            self.desk(address)
        };
        if let Some(desk) = desk.filter(|_| !answer.edits.is_empty()) {
            desk.edit(|draft| {
                for (path, json) in &answer.edits {
                    draft.set_part(path, json.clone());
                }
            });
            // Before the next call is made for it: what was sent is known, whatever happens.
            if answer.edits.iter().any(|(path, _)| path == path::SUBMISSION) {
                desk.save();
            }
        }
        if let Some((name, media_type, bytes)) = &answer.file {
            // Where there is no room for it the browser says so.
            let _ = files::save(name, media_type, bytes);
        }
        if let Some(words) = &answer.say {
            session.say(words.clone());
        }
        if let Some((desk, (id, kind))) = self.desk(address).zip(answer.read.clone()) {
            self.have_read(desk, id, kind);
        }
        let go = match desk.filter(|_| answer.begins) {
            Some(desk) => {
                desk.save_now();
                Some(desk.read(|draft| ["/a/", &draft.id().0].concat()))
            }
            None => answer.go.clone(),
        };
        if let Some(go) = go.filter(|go| go != address) {
            return document::go(&go);
        }
        let is_overtaken = self.with(|state| {
            if state.address != address || !self.0.place.is_connected() {
                return true;
            }
            state.is_tried = answer.is_tried;
            !is_act && !state.waiting.is_empty()
        });
        if !is_overtaken {
            let is_new = self.put(address, &answer.title, &answer.html);
            // Where the address leads is gone to once: after that the person is somewhere.
            if let Some(id) = answer.focus.as_ref().filter(|_| is_new || is_act) {
                document::focus(id);
            }
        }
    }

    /// Has a photo read, one at a time, and tells what came of it.
    fn have_read(&self, desk: Desk, id: String, kind: String) {
        // What was asked before it was known that none can be read is answered after that.
        if self.with(|state| state.reads) != Reads::Idle {
            return;
        }
        self.with(|state| state.reads = Reads::Busy);
        // It takes long; nobody may be here any more.
        let walk = Rc::downgrade(&self.0);
        desk.fetch_photo(&PhotoId(id.clone()), move |bytes| {
            reading::read(bytes, &kind, move |json| {
                let Some(walk) = walk.upgrade().map(Self) else { return };
                let reads = if json.is_some() { Reads::Idle } else { Reads::Never };
                walk.with(|state| state.reads = reads);
                let Some(json) = json else { return walk.show() };
                let form = Array::of1(&Array::of2(&"reading".into(), &json.into()));
                let (name, arg) = ("read".into(), id.as_str().into());
                let what = object(&[("name", &name), ("arg", &arg), ("form", &form)]);
                walk.act(Act { address: walk.address(), what, key: id, has_photos: false });
            });
        });
    }

    /// Puts a page in place; says whether it is another than before.
    fn put(&self, address: &str, title: &str, html: &str) -> bool {
        let place = &self.0.place;
        document::describe(self.0.locale.get_untracked(), title);
        let (before, touched) = self.with(|state| {
            let before = state.shown.replace(address.to_owned());
            (before, state.touched.clone())
        });
        let is_new = before.as_deref() != Some(address);
        if is_new {
            drop(self.with(|state| state.photos.take()));
            place.set_inner_html(html);
            document::focus_heading();
        } else {
            let had_focus = document::has_focus(place);
            let field = document::focused_field();
            morph::patch(place, html, &|name| touched.iter().any(|touched| touched == name));
            // What was offered for a field goes once the field is filled in.
            if let Some(field) = field.filter(|_| had_focus && !document::has_focus(place)) {
                let _ = field.focus();
            }
            if had_focus && !document::has_focus(place) {
                document::focus_heading();
            }
        }
        let _ = place.set_attribute(SHOWN, address);
        self.mount_photos(address);
        is_new
    }

    /// Puts the photos of a place of the form where the page has room for them.
    fn mount_photos(&self, address: &str) {
        let host = self.0.place.query_selector("[data-host=photos]").ok().flatten();
        let is_there =
            self.with(|state| state.photos.as_ref().map(|(host, _)| host.clone()) == host);
        if is_there {
            return;
        }
        drop(self.with(|state| state.photos.take()));
        let slot = question::slot_of(address).and_then(Slot::from_name);
        let (Some(host), Some(slot), Some(desk)) = (host, slot, self.desk(address)) else { return };
        let parent: HtmlElement = host.clone().unchecked_into();
        // What it said until now.
        parent.set_inner_html("");
        let photos =
            self.0.owner.with(|| mount_to(parent, move || view! { <SlotPhotos desk place=slot/> }));
        self.with(|state| state.photos = Some((host, Box::new(photos))));
    }

    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.0.state.borrow_mut())
    }
}

fn address() -> String {
    document::hash().trim_start_matches('#').to_owned()
}

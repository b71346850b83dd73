//! The process for JavaScript: states and events are plain objects, JSON on the way.

use wasm_bindgen::prelude::*;

use super::read::Given;
use super::{failure, to_json};
use crate::process::{
    Act, DueKind, Event, EventKind, Millis, News, Notice, ProcessProfileId, State, StateKind,
};
use crate::text::{self, Locale, Name};
use crate::wechat::{self, Answer};

/// The beginning of a process.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen(js_name = newProcess)]
pub fn new_process(profile: Option<String>) -> Result<String, JsValue> {
    to_json(&State::new(profile_of(profile.as_deref())?.profile()))
}

/// A step, or why there is none: `state` and `effects`, or `state`, `event` and `why`.
#[wasm_bindgen]
pub fn step(state: &str, event: &str, now: f64) -> Result<String, JsValue> {
    let state = read_state(state)?;
    let event: Event = serde_json::from_str(event)
        .map_err(|_| failure("renzheng.bad-event", "this is no event of the process"))?;
    let profile = state.record().profile.profile();
    match state.on(event, moment(now)?, profile) {
        Ok(step) => to_json(&step),
        Err(refused) => to_json(&refused),
    }
}

/// What is overdue, and what comes next.
#[wasm_bindgen]
pub fn due(state: &str, now: f64) -> Result<String, JsValue> {
    to_json(&read_state(state)?.due(moment(now)?))
}

/// What an answer of WeChat says, as events.
#[wasm_bindgen(js_name = fromWechat)]
pub fn from_wechat(answer: &str) -> Result<String, JsValue> {
    let answer: Answer = serde_json::from_str(answer)
        .map_err(|_| failure("renzheng.bad-answer", "this is no answer of WeChat"))?;
    to_json(&wechat::from_wechat(&answer))
}

/// The picture of the process, in Mermaid's language.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen(js_name = processDiagram)]
pub fn process_diagram(locale: &str, profile: Option<String>) -> Result<String, JsValue> {
    let profile = profile_of(profile.as_deref())?.profile();
    Ok(text::process_diagram(profile, Locale::for_tag(locale)))
}

/// The rules of a process profile.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen(js_name = processProfile)]
pub fn process_profile(profile: Option<String>) -> Result<String, JsValue> {
    to_json(profile_of(profile.as_deref())?.profile())
}

/// What is to come as iCalendar text.
#[wasm_bindgen]
pub fn calendar(state: &str, locale: &str) -> Result<String, JsValue> {
    Ok(text::calendar(&read_state(state)?, Locale::for_tag(locale)))
}

/// Why something cannot be done now, in words.
#[wasm_bindgen]
pub fn explain(refusal: JsValue, locale: &str) -> Result<String, JsValue> {
    let bad = "renzheng.bad-finding";
    let (code, members) = Given::new(refusal, "finding", bad).finding()?;
    let message = text::PROCESS.say(&code, &members, Locale::for_tag(locale));
    to_json(&message.ok_or_else(|| failure(bad, "unknown code, or a member is missing"))?)
}

/// What a state, an event, a deadline or a notice is called.
#[wasm_bindgen(js_name = nameOf)]
pub fn name_of(what: &str, name: &str, locale: &str) -> Result<String, JsValue> {
    let locale = Locale::for_tag(locale);
    let act = || Act::from_name(name).map(|act| EventKind::Act(act).name(locale));
    let news = || News::from_name(name).map(|news| EventKind::News(news).name(locale));
    let words = match what {
        "state" => StateKind::from_name(name).map(|state| state.name(locale)),
        "event" => act().or_else(news),
        "due" => DueKind::from_name(name).map(|due| due.name(locale)),
        "notice" => Notice::from_name(name).map(|notice| notice.name(locale)),
        _ => None,
    };
    words.map(str::to_owned).ok_or_else(|| failure("renzheng.bad-options", "unknown name"))
}

/// Says nothing of what is in it: it may be private.
fn read_state(state: &str) -> Result<State, JsValue> {
    serde_json::from_str(state)
        .map_err(|_| failure("renzheng.bad-state", "this is no state of the process"))
}

/// Moments beyond the calendar are none.
fn moment(now: f64) -> Result<Millis, JsValue> {
    const MOST: f64 = 8.64e15;
    let bad = || failure("renzheng.bad-options", "now: expected Unix milliseconds");
    if !(-MOST..=MOST).contains(&now) {
        return Err(bad());
    }
    // A JavaScript date is within these bounds, which an `i64` has.
    #[allow(clippy::cast_possible_truncation)]
    Ok(now as Millis)
}

fn profile_of(name: Option<&str>) -> Result<ProcessProfileId, JsValue> {
    match name {
        None => Ok(ProcessProfileId::default()),
        Some(name) => ProcessProfileId::from_name(name)
            .ok_or_else(|| failure("renzheng.bad-options", "unknown process profile")),
    }
}

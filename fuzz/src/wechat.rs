//! What WeChat answers, and what it is sent.
//!
//! Lines, each read as whatever it can be: a state to begin with, an answer or a message of
//! WeChat, an event of ours, an application to be put into WeChat's words, an error code; a
//! number from `+` on is time that passes.

use renzheng::application::{Application, Slot};
use renzheng::name;
use renzheng::process::{Effect, Event, Millis, ProcessProfile, State};
use renzheng::wechat::{self, Answer, PayType, Submission, from_wechat, to_auth_data};

use super::{has_words, memory, text_of};

pub fn run(bytes: &[u8]) {
    let text = text_of(bytes);
    let most = (1 << 20) + 256 * text.len() as u64;
    memory::within(most, || holds(&text));
}

fn holds(text: &str) {
    let mut now: Millis = 1_790_179_200_000;
    let mut state = State::new(ProcessProfile::WECHAT_2026);
    for line in text.split('\n') {
        if let Some(passed) = line.strip_prefix('+') {
            now = now.saturating_add(passed.parse().unwrap_or_default());
        } else if let Ok(code) = line.parse::<i32>() {
            code_says(code);
        } else if let Ok(answer) = serde_json::from_str::<Answer>(line) {
            for event in events(&answer) {
                state = on(state, event, now);
            }
        }
        if let Ok(event) = serde_json::from_str::<Event>(line) {
            state = on(state, event, now);
        }
        if let Ok(given) = serde_json::from_str::<State>(line) {
            restores(&given);
            state = given;
        }
        if let Ok(application) = serde_json::from_str::<Application>(line) {
            is_sent(&application);
        }
    }
}

fn code_says(code: i32) {
    if let Some(finding) = wechat::finding_of(code) {
        has_words(&finding);
    }
    if let Some(finding) = name::of_wechat(code) {
        has_words(&finding);
    }
}

fn events(answer: &Answer) -> Vec<Event> {
    let reading = from_wechat(answer);
    assert_eq!(reading, from_wechat(answer), "twice the same");
    let refused = answer.errcode.number().is_some_and(|code| code != 0);
    assert!(!refused || reading.events.is_empty(), "an error tells nothing");
    for unknown in &reading.unknown {
        assert!(unknown.value.text().is_some(), "{} has no value", unknown.member);
    }
    for event in &reading.events {
        let json = serde_json::to_string(event).expect("an event can be written");
        assert!(serde_json::from_str::<Event>(&json).is_ok_and(|read| read == *event), "{json}");
    }
    reading.events
}

/// A step changes the state and says so, or is refused and changes nothing.
fn on(state: State, event: Event, now: Millis) -> State {
    let is_told = matches!(event, Event::Told(_));
    match state.clone().on(event.clone(), now, ProcessProfile::WECHAT_2026) {
        Ok(step) => {
            let is_saved = step.effects.first() == Some(&Effect::Save);
            assert_eq!(is_saved, step.state != state, "saved when it changed, and only then");
            restores(&step.state);
            let again = state.on(event, now, ProcessProfile::WECHAT_2026);
            assert!(again.is_ok_and(|again| again == step), "twice the same");
            step.state
        }
        Err(refused) => {
            assert!(!is_told, "news are never refused");
            assert!(refused.state == state && refused.event == event);
            has_words(&refused.why);
            refused.state
        }
    }
}

fn restores(state: &State) {
    let json = serde_json::to_string(state).expect("a state can be written");
    assert!(serde_json::from_str::<State>(&json).is_ok_and(|read| read == *state), "{json}");
    for now in [0, 1_790_179_200_000, Millis::MAX, Millis::MIN] {
        let due = state.due(now);
        assert!(due.next.iter().all(|item| now < item.at), "what is next is not over");
    }
}

fn is_sent(application: &Application) {
    let mut submission = Submission::new(PayType::Owner, "020-00000000");
    for slot in Slot::ALL {
        submission.media_ids.insert(slot, vec![slot.as_str().to_owned()]);
    }
    for submission in [submission, Submission::new(PayType::Provider, "")] {
        let drawn = to_auth_data(application, &submission);
        assert_eq!(drawn.ok, drawn.auth_data.is_some());
        drawn.findings.iter().for_each(has_words);
        serde_json::to_string(&drawn).expect("it can be written");
    }
}

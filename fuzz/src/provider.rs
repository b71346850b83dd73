//! What a provider's deployer and server say.
//!
//! Lines: `config.json`, a submission as it was kept (or none), and then answers of the server,
//! each a status and a text, or what a person does in between.

use renzheng::application::{Application, Field, Slot, SubjectType};
use renzheng::package::{Named, Picture, named};
use renzheng::process::{Event, ProcessProfile, State};
use renzheng::provider::{Body, Call, Config, Outcome, Reply, Submission};
use renzheng::wire::snapshot::PhotoId;

use super::{memory, text_of};

/// More than any server would be asked to wait, in milliseconds.
const LONGEST_WAIT_MS: u32 = 300_000;

pub fn run(bytes: &[u8]) {
    let text = text_of(bytes);
    let most = (1 << 20) + 256 * text.len() as u64;
    memory::within(most, || holds(&text));
}

fn holds(text: &str) {
    let mut lines = text.split('\n');
    if let Some(provider) = lines.next().and_then(Config::read).and_then(|it| it.provider) {
        let _ = provider.name("zh-Hans");
        assert!(provider.address("/x").ends_with("/x"));
    }
    let kept = lines.next().and_then(|line| serde_json::from_str::<Submission>(line).ok());
    let is_new = kept.is_none();
    let mut submission = kept.unwrap_or_else(|| Submission::new("/api/", "key", photos()));
    let mut application = Application::new(SubjectType::Enterprise);
    application.fields.insert(Field::SubjectName, text.chars().take(20).collect());
    let mut state = State::new(ProcessProfile::WECHAT_2026);
    let mut waited = 0;
    for line in lines {
        match line {
            "correct" => submission.correct(photos()),
            "go-on" => submission.go_on(),
            "cancel" => submission.cancel(),
            line => {
                for event in submission.hear(&reply(line)) {
                    state = hears(state, event);
                }
            }
        }
        waited = holds_after(&submission, &application, is_new, waited);
    }
}

/// A submission and the call that it asks for.
fn holds_after(submission: &Submission, form: &Application, is_new: bool, waited: u32) -> u32 {
    let json = serde_json::to_string(submission).expect("it can be kept");
    assert!(serde_json::from_str::<Submission>(&json).is_ok_and(|read| read == *submission));
    let Some(call) = submission.call(form, waited) else {
        let waits = submission.trouble.is_some() || !submission.errors.is_empty();
        assert!(waits || submission.is_over(), "a person has to do something, or it is over");
        return 0;
    };
    assert!(!submission.is_over() && submission.trouble.is_none());
    is_of_the_contract(&call, submission);
    if is_new {
        assert!(call.wait_ms <= LONGEST_WAIT_MS, "{} ms", call.wait_ms);
        assert!(call.url.starts_with("/api/submissions"));
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_/.".contains(&byte);
        assert!(call.url.bytes().all(is_plain), "an address that needs no escaping");
    }
    call.wait_ms
}

fn is_of_the_contract(call: &Call, submission: &Submission) {
    assert!(["GET", "POST", "PUT", "DELETE"].contains(&call.method.as_str()));
    assert!(call.url.starts_with(&submission.url));
    assert!((1..=120_000).contains(&call.timeout_ms));
    assert_eq!(matches!(call.body, Body::Photo(_)), call.method == "PUT");
    if let Body::Text(text) = &call.body {
        let sent: serde_json::Value = serde_json::from_str(text).expect("JSON is sent");
        assert!(sent["application"].is_object() && sent["files"].is_array());
    }
}

/// `200 {…}`, `429 7 …` with a time to wait, or a word for no answer.
fn reply(line: &str) -> Reply {
    match line {
        "unreachable" => return Reply::of(Outcome::Unreachable),
        "timed-out" => return Reply::of(Outcome::TimedOut),
        "blocked" => return Reply::of(Outcome::Blocked),
        "no-photo" => return Reply::of(Outcome::NoPhoto),
        _ => {}
    }
    let (status, body) = line.split_once(' ').unwrap_or((line, ""));
    let retry_after = body.split(' ').next().and_then(|word| word.parse().ok());
    Reply { retry_after, ..Reply::answered(status.parse().unwrap_or(200), body) }
}

/// News of the office are never refused, whatever they say.
fn hears(state: State, event: Event) -> State {
    let step = state.on(event, 1_790_179_200_000, ProcessProfile::WECHAT_2026);
    step.unwrap_or_else(|refused| panic!("refused: {:?}", refused.why)).state
}

fn photos() -> Vec<(PhotoId, Named)> {
    let pictures = [(Slot::Licence, &b"\xFF\xD8\xFF"[..]), (Slot::Letter, b"\x89PNG\r\n\x1A\n")];
    let pictures = pictures.map(|(slot, bytes)| Picture { slot, bytes: bytes.to_vec() });
    let photos = named(pictures.into()).into_iter().enumerate();
    photos.map(|(i, photo)| (PhotoId(i.to_string()), photo)).collect()
}

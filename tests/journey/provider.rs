//! Sending through a provider's server: real requests to the server of `tests/provider/`, which
//! checks them against the contract, and fails, stalls and cuts connections when told to.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use renzheng::application::{Slot, SubjectType};
use renzheng::journey::Answer;
use renzheng::process::StateKind;
use renzheng::provider::{Body, Call, Outcome, Reply};
use renzheng::text::Locale;
use renzheng::wire::snapshot::PhotoId;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::forms::photo;
use crate::package::desk;

/// Long enough for a busy machine, short enough for a server that says nothing.
const PATIENCE: Duration = Duration::from_secs(3);

struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new("node")
            .arg("tests/provider/server.mjs")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node.js and its packages are there: `make setup`");
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let address = address.trim().trim_start_matches("http://").to_owned();
        assert!(!address.is_empty(), "the server has not started");
        Self { child, address }
    }

    fn tell(&self, told: &Value) -> Value {
        let body = told.to_string();
        let reply = request(&self.address, "POST", "/_control", &[], body.as_bytes());
        serde_json::from_str(&reply.body).unwrap()
    }

    /// What happened, none of it against the contract.
    fn seen(&self) -> Value {
        let seen = self.tell(&json!({}));
        assert_eq!(seen["violations"], json!([]));
        seen
    }

    fn count(&self, line: &str) -> usize {
        let seen = self.seen();
        let log = seen["log"].as_array().unwrap();
        log.iter().filter(|entry| entry.as_str().unwrap().starts_with(line)).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// One request of HTTP/1.1, as simple as that.
fn request(
    host: &str,
    method: &str,
    path: &str,
    headers: &[(String, String)],
    body: &[u8],
) -> Reply {
    let exchange = || -> std::io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect(host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n");
        let lines = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let length = format!("Content-Length: {}\r\n\r\n", body.len());
        let head = [head, lines.collect(), length].concat();
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    };
    let answer = match exchange() {
        Ok(answer) if answer.is_empty() => return Reply::of(Outcome::Unreachable),
        Ok(answer) => String::from_utf8(answer).unwrap(),
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
            return Reply::of(Outcome::TimedOut);
        }
        Err(_) => return Reply::of(Outcome::Unreachable),
    };
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let body = if head.to_lowercase().contains("transfer-encoding: chunked") {
        unchunked(body)
    } else {
        body.to_owned()
    };
    let retry_after = head
        .lines()
        .find_map(|line| line.to_lowercase().strip_prefix("retry-after: ").map(str::to_owned))
        .and_then(|seconds| seconds.parse().ok());
    Reply { retry_after, ..Reply::answered(status, &body) }
}

fn unchunked(mut body: &str) -> String {
    let mut whole = String::new();
    while let Some((length, rest)) = body.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        whole.push_str(&rest[..length]);
        body = rest.get(length + 2..).unwrap_or_default();
    }
    whole
}

/// An application of a person, ready to be sent to the server.
fn ready(server: &Server) -> Desk {
    let mut desk = desk(SubjectType::Individual, Locale::En);
    let url = format!("http://{}", server.address);
    desk.config = Some(json!({ "provider": { "url": url, "name": "Sample" } }).to_string());
    desk
}

fn do_call(desk: &Desk, call: &Call) -> Reply {
    let (host, path) = call.url.trim_start_matches("http://").split_once('/').unwrap();
    let body = match &call.body {
        Body::None => Vec::new(),
        Body::Text(text) => text.as_bytes().to_vec(),
        Body::Photo(id) => match desk.photos.iter().find(|(known, _)| known == id) {
            Some((_, bytes)) => bytes.clone(),
            None => return Reply::of(Outcome::NoPhoto),
        },
    };
    let reply = request(host, &call.method, &format!("/{path}"), &call.headers, &body);
    Reply { waited_ms: call.wait_ms, ..reply }
}

/// Makes calls as the page does, the pauses aside, until there is none or enough.
fn exchange(desk: &mut Desk, page: &str, mut answer: Answer, most: usize) -> (Answer, Vec<u32>) {
    let mut waits = Vec::new();
    for _ in 0..most {
        let Some(call) = answer.call.take() else { break };
        waits.push(call.wait_ms);
        desk.now += u64::from(call.wait_ms) + 1;
        desk.reply = Some(do_call(desk, &call));
        answer = desk.show(page);
    }
    (answer, waits)
}

fn start(desk: &mut Desk) -> Answer {
    desk.send("provider", "start", "", &[("_agree", "true")])
}

#[test]
fn nothing_is_sent_without_consent() {
    let server = Server::start();
    let mut desk = ready(&server);
    let html = desk.show("provider").html;
    assert!(html.contains("Let Sample send it") && html.contains(&server.address), "{html}");
    let answer = desk.send("provider", "start", "", &[]);
    assert_eq!(answer.focus.as_deref(), Some("errors"));
    assert!(answer.call.is_none() && answer.edits.is_empty());
    assert_eq!(server.seen()["log"], json!([]));
}

#[test]
fn an_application_is_sent_followed_sent_back_and_certified() {
    let server = Server::start();
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    assert!(begun.html.contains("0 of 4 photos sent"), "{}", begun.html);
    let (answer, _) = exchange(&mut desk, "provider", begun, 20);
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"));
    desk.expect(StateKind::Submitted);
    let seen = server.seen();
    assert_eq!(seen["submissions"][0]["state"], "submitted");
    assert_eq!(seen["submissions"][0]["files"]["01-id-front.jpg"], desk.photos[0].1.len());
    assert_eq!(seen["submissions"][0]["fields"]["contact.name"], "王五");

    // WeChat's answers arrive as the server has them.
    for (wechat, kind) in [
        (
            json!({ "taskid": "T1", "auth_url": "https://mp.weixin.qq.com/x" }),
            StateKind::AwaitingAuthorization,
        ),
        (
            json!({ "taskid": "T1", "task_status": 15, "apply_status": 0 }),
            StateKind::AwaitingPayment,
        ),
        (json!({ "taskid": "T1", "task_status": 12, "apply_status": 2 }), StateKind::UnderReview),
    ] {
        desk.minutes(1);
        server.tell(&json!({ "wechat": wechat }));
        let shown = desk.show("status");
        let (answer, waits) = exchange(&mut desk, "status", shown, 1);
        assert!(waits.iter().all(|wait| 5_000 <= *wait), "{waits:?}");
        assert_eq!(answer.say.as_deref(), Some("WeChat has answered."));
        desk.expect(kind);
    }
    let html = desk.show("status").html;
    assert!(!html.contains("mp.weixin.qq.com/x"), "only while it is asked for");

    let back = json!({
        "taskid": "T1", "task_status": 12, "apply_status": 3, "refill_reason": "not clear",
        "audit_data": [{ "key_name": "materials.id-front", "error": "not clear" }],
    });
    desk.minutes(1);
    server.tell(&json!({ "wechat": back }));
    let shown = desk.show("status");
    let (answer, _) = exchange(&mut desk, "status", shown, 5);
    assert!(answer.call.is_none(), "nothing to ask while it is corrected");
    desk.expect(StateKind::SentBack);

    // The correction opens it again, and sends what was rejected and what is another now.
    let other = json!({
        "id": "other", "kind": "other", "name": "x", "chosen": true, "fitted": {},
        "place": "storage", "slot": "id-back", "sha256": "another",
    });
    desk.put("photo.other", &other);
    desk.put("materials.id-back", &[photo(Slot::IdBack, "another")]);
    let bytes = desk.photos[0].1.clone();
    desk.photos.push((PhotoId("other".into()), bytes));
    let before = server.count("PUT");
    desk.minutes(1);
    let begun = start(&mut desk);
    let (answer, _) = exchange(&mut desk, "provider", begun, 20);
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"));
    desk.expect(StateKind::UnderReview);
    assert_eq!(server.count("PUT") - before, 2);
    assert_eq!(server.seen()["submissions"][0]["round"], 1);

    desk.minutes(1);
    let passed = json!({ "taskid": "T1", "task_status": 12, "apply_status": 4, "appid": "wx0123456789abcdef", "orderid": 42 });
    server.tell(&json!({ "wechat": passed }));
    let shown = desk.show("status");
    let (answer, _) = exchange(&mut desk, "status", shown, 3);
    assert!(answer.call.is_none(), "there is nothing more to ask");
    let html = desk.expect(StateKind::Certified);
    assert!(html.contains("wx0123456789abcdef"), "{html}");
}

#[test]
fn every_failure_is_tried_again_and_nothing_is_done_twice() {
    let server = Server::start();
    let faults = [
        ("POST /submissions", "cut-after"),
        ("POST /submissions", "500"),
        ("PUT .*/01-id-front.jpg", "hang"),
        ("PUT .*/01-id-front.jpg", "cut"),
        ("PUT .*/02-id-back.jpg", "429"),
        ("PUT .*", "500-after"),
        ("POST .*/submit", "cut-after"),
        ("POST .*/submit", "500-after"),
    ];
    let faults: Vec<Value> =
        faults.iter().map(|(on, fault)| json!({ "on": on, "do": fault })).collect();
    server.tell(&json!({ "faults": faults }));
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    let (answer, waits) = exchange(&mut desk, "provider", begun, 40);
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"), "{}", answer.html);
    let seen = server.seen();
    assert_eq!(seen["faults"], 0, "all faults happened");
    assert_eq!(seen["submissions"].as_array().unwrap().len(), 1, "the key made one of two");
    assert!(waits.contains(&2_000), "what the server asked for: {waits:?}");
    desk.expect(StateKind::Submitted);
}

#[test]
fn a_server_that_only_fails_is_left_alone_until_somebody_asks() {
    let server = Server::start();
    let faults: Vec<Value> = (0..8).map(|_| json!({ "on": "PUT .*", "do": "500" })).collect();
    server.tell(&json!({ "faults": faults }));
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    let (answer, waits) = exchange(&mut desk, "provider", begun, 40);
    assert!(answer.call.is_none() && answer.html.contains("cannot be reached"), "{}", answer.html);
    assert!(answer.say.is_some());
    let waits = &waits[2..];
    assert_eq!(waits.len(), 7);
    assert!(waits.windows(2).all(|two| two[0] < two[1] || 60_000 <= two[0]), "{waits:?}");
    assert!(waits.iter().all(|wait| *wait <= 75_000), "{waits:?}");
    // A reload changes nothing; a press goes on where it was.
    assert!(desk.show("provider").call.is_none());
    let begun = desk.act("provider", "go-on", "");
    let (answer, _) = exchange(&mut desk, "provider", begun, 40);
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"));
    assert_eq!(server.count("POST /submissions"), 2, "opened once, submitted once");
}

#[test]
fn a_reload_goes_on_where_it_was() {
    let server = Server::start();
    let mut desk = ready(&server);
    let mut answer = start(&mut desk);
    for _ in 0..3 {
        (answer, _) = exchange(&mut desk, "provider", answer, 1);
    }
    assert!(answer.html.contains("2 of 4 photos sent"), "{}", answer.html);
    // Everything but the draft is gone.
    let shown = desk.show("provider");
    assert!(shown.html.contains("2 of 4 photos sent"));
    exchange(&mut desk, "provider", shown, 20);
    desk.expect(StateKind::Submitted);
    assert_eq!(server.count("PUT"), 4);
}

#[test]
fn cancelling_deletes_what_has_arrived() {
    let server = Server::start();
    server.tell(&json!({ "faults": [{ "on": "DELETE .*", "do": "500" }] }));
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    exchange(&mut desk, "provider", begun, 2);
    let cancelled = desk.act("provider", "cancel", "");
    let (answer, _) = exchange(&mut desk, "provider", cancelled, 10);
    assert!(answer.html.contains("I agree"), "as before: {}", answer.html);
    assert_eq!(server.seen()["submissions"], json!([]));
    desk.expect(StateKind::Ready);
}

#[test]
fn what_the_server_objects_to_is_said_at_its_field() {
    let server = Server::start();
    let errors = json!([
        { "path": "contact.email", "detail": "<i>This domain receives no mail.</i>" },
        { "path": "", "detail": "Something else." },
    ]);
    server.tell(&json!({ "refuse": { "on": "POST .*/submit", "errors": errors } }));
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    let (answer, _) = exchange(&mut desk, "provider", begun, 20);
    let html = answer.html;
    assert!(html.contains("&lt;i&gt;This domain receives no mail."), "{html}");
    assert!(html.contains("href=\"#/a/x/contact\"") && html.contains("Something else."), "{html}");
    desk.put("contact.email", &"wangwu@example.org");
    let begun = desk.act("provider", "resend", "");
    exchange(&mut desk, "provider", begun, 20);
    desk.expect(StateKind::Submitted);
    let seen = server.seen();
    assert_eq!(seen["submissions"][0]["fields"]["contact.email"], "wangwu@example.org");
    assert_eq!(seen["submissions"].as_array().unwrap().len(), 1);
}

#[test]
fn what_stands_in_the_way_is_named() {
    let server = Server::start();
    for (reply, said) in [
        (Reply::of(Outcome::Blocked), "connect-src"),
        (Reply::of(Outcome::NoPhoto), "read once more"),
        (Reply::answered(401, ""), "log in first"),
        (Reply::answered(404, ""), "does not know this submission"),
        (Reply::answered(201, "<html>"), "something unexpected"),
        (Reply::answered(201, r#"{"id":"../x"}"#), "something unexpected"),
        (Reply::answered(302, ""), "something unexpected"),
    ] {
        let mut desk = ready(&server);
        let begun = start(&mut desk);
        assert!(begun.call.is_some());
        desk.reply = Some(reply);
        let answer = desk.show("provider");
        assert!(answer.call.is_none() && answer.html.contains(said), "{said}: {}", answer.html);
    }
}

#[test]
fn a_photo_that_went_missing_is_said() {
    let server = Server::start();
    let mut desk = ready(&server);
    let begun = start(&mut desk);
    desk.photos.retain(|(id, _)| *id != PhotoId("p0".into()));
    let (answer, _) = exchange(&mut desk, "provider", begun, 20);
    assert!(answer.html.contains("read once more"), "{}", answer.html);
    desk.photos.push((PhotoId("p0".into()), b"\xff\xd8\xff\xd9".to_vec()));
    let begun = desk.act("provider", "resend", "");
    let (answer, _) = exchange(&mut desk, "provider", begun, 20);
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"));
}

#[test]
fn a_rehearsal_goes_to_no_server() {
    let server = Server::start();
    let mut desk = ready(&server);
    desk.put("rehearsal", &true);
    assert!(!desk.show("send").html.contains("#/a/x/provider"));
    let answer = start(&mut desk);
    assert!(answer.call.is_none());
    assert_eq!(server.seen()["log"], json!([]));
}

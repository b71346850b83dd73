//! States and events as JSON: what hosts store and send.

use renzheng::process::{Event, News, Refusal, State, Told, events};
use renzheng::wechat::{Answer, from_wechat};

use crate::support::{BRIEF, MONDAY, Process, complete, restored, samples, told};

#[test]
fn states_are_restored_as_they_were() {
    for (name, sample) in samples() {
        assert_eq!(restored(&sample.state), sample.state, "{name}");
    }
}

#[test]
fn events_are_read_as_they_were_written() {
    let full = r#"{"type":"sent-back","at":1772416800000,"reference":{"appid":"wx1","taskid":"t",
        "orderid":"9"},"reasons":[{"field":"qualification","text":"模糊"},{"text":"其他"}],
        "agency":{"provider":"p","contact":"c"},"validUntil":5,"authUrl":"https://a.invalid"}"#;
    let full: Event = serde_json::from_str(full).unwrap();
    for event in events().into_iter().chain([full]) {
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event, "{json}");
    }
}

#[test]
fn the_shapes_are_flat_and_in_camel_case() {
    let mut it = Process::new(BRIEF);
    let json = |state: &State| serde_json::to_string(state).unwrap();
    assert_eq!(
        json(&it.state),
        r#"{"state":"preparing","record":{"profile":"brief","reference":{},"nameVerdict":"pending","yuan":0,"uploads":0,"corrections":0,"warned":false}}"#
    );
    it.on(complete()).on(Event::Submit);
    assert_eq!(
        json(&it.state),
        r#"{"state":"submitted","record":{"profile":"brief","reference":{},"nameFrom":"青石","nameTo":"青石小筑","nameVerdict":"pending","yuan":300,"uploads":0,"corrections":0,"submittedAt":1772416800000,"newsAt":1772416800000,"warned":false},"since":1772416800000,"until":{"at":1772503200000,"passed":false}}"#
    );
    assert_eq!(
        serde_json::to_string(&complete()).unwrap(),
        r#"{"type":"complete","from":"青石","to":"青石小筑","yuan":300}"#
    );
    assert_eq!(
        serde_json::to_string(&Event::Told(told(News::Certified, MONDAY))).unwrap(),
        r#"{"type":"certified","at":1772416800000}"#
    );
}

#[test]
fn steps_and_refusals_are_plain_objects() {
    let it = Process::new(BRIEF);
    let step = it.state.clone().on(complete(), it.now, it.profile).unwrap();
    let json = serde_json::to_value(&step).unwrap();
    assert_eq!(json["state"]["state"], "ready");
    assert_eq!(json["effects"], serde_json::json!([{ "type": "save" }]));
    let refused = it.state.on(Event::Pay, it.now, it.profile).unwrap_err();
    let json = serde_json::to_value(&refused).unwrap();
    assert_eq!(json["why"]["code"], "process.not-now");
    assert_eq!(json["event"]["type"], "pay");
    assert_eq!(json["state"]["state"], "preparing");
    let why: Refusal = serde_json::from_str(r#"{"code":"process.too-early","from":5}"#).unwrap();
    assert_eq!(why, Refusal::TooEarly { from: 5 });
}

#[test]
fn damaged_states_and_events_are_not_taken() {
    let (_, sample) = samples().pop().unwrap();
    let good = serde_json::to_value(&sample.state).unwrap();
    let broken = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut json = good.clone();
        change(&mut json);
        serde_json::from_value::<State>(json)
    };
    assert!(broken(&|_| {}).is_ok());
    assert!(broken(&|json| json["state"] = "paying".into()).is_err());
    assert!(broken(&|json| json["state"] = "under-review".into()).is_err());
    assert!(broken(&|json| json["since"] = "monday".into()).is_err());
    assert!(broken(&|json| json["more"] = 1.into()).is_err());
    assert!(broken(&|json| json["left"] = 1.into()).is_err());
    assert!(broken(&|json| _ = json.as_object_mut().unwrap().remove("record")).is_err());
    assert!(broken(&|json| json["record"]["yuan"] = (-1).into()).is_err());
    for text in [
        r#"{"type":"complete"}"#,
        r#"{"type":"submit","at":5}"#,
        r#"{"type":"certified","yuan":5}"#,
        r#"{"type":"certify"}"#,
        r#"{"type":"tick","more":5}"#,
        r#"{"at":5}"#,
        r#""tick""#,
        r#"{"type":"certified","at":5.5}"#,
    ] {
        assert!(serde_json::from_str::<Event>(text).is_err(), "{text}");
    }
}

/// A state that no step leads to is damage, too: only some states can be held.
#[test]
fn states_are_held_only_where_steps_hold_them() {
    let (_, ready) = samples().into_iter().find(|(name, _)| *name == "rdy").unwrap();
    let ready = serde_json::to_value(&ready.state).unwrap();
    let held = |state: serde_json::Value| serde_json::from_value::<State>(state);
    let banned =
        serde_json::json!({ "state": "banned", "since": 0, "measure": "banned", "before": ready });
    assert!(held(banned.clone()).is_ok());
    for state in [
        serde_json::json!({ "state": "banned", "since": 0, "measure": "banned", "before": banned }),
        serde_json::json!({ "state": "timed-out", "since": 0, "told": true, "before": ready }),
        serde_json::json!({ "state": "appeal", "since": 0, "before": ready }),
        serde_json::json!({ "state": "appeal", "since": 0, "measure": "banned", "before": banned }),
        serde_json::json!({ "state": "ready", "before": ready }),
    ] {
        assert!(held(state.clone()).is_err(), "{state}");
    }
}

#[test]
fn what_an_answer_says_is_stored_with_its_event() {
    let answer: Answer = serde_json::from_str(r#"{"at":7,"taskid":"t","apply_status":4}"#).unwrap();
    let events = from_wechat(&answer).events;
    let mut expected = Told { at: Some(7), ..Told::new(News::Certified) };
    expected.reference.taskid = Some("t".into());
    assert_eq!(events, [Event::Told(expected)]);
}

//! WeChat's answers and messages, read.

use renzheng::process::{Event, News, Reason, Told};
use renzheng::wechat::{Answer, Reading, from_wechat};

fn read(json: &str) -> Reading {
    let answer: Answer =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    from_wechat(&answer)
}

#[track_caller]
fn told(json: &str) -> Told {
    let reading = read(json);
    assert_eq!(reading.unknown, [], "{json}");
    match <[Event; 1]>::try_from(reading.events) {
        Ok([Event::Told(told)]) => told,
        other => panic!("{json}: {other:?}"),
    }
}

#[track_caller]
fn says(json: &str, news: News) {
    assert_eq!(told(json).news, news, "{json}");
}

#[track_caller]
fn keeps(json: &str, member: &str, value: &str) {
    let reading = read(json);
    assert_eq!(reading.events, [], "{json}");
    let [unknown] = reading.unknown.as_slice() else { panic!("{json}") };
    assert_eq!((unknown.member, unknown.value.text()), (member, Some(value)), "{json}");
}

#[test]
fn every_documented_number_is_known() {
    let task = [
        (0, News::TaskCreated),
        (1, News::TaskTimedOut),
        (2, News::AuthorizationRefused),
        (3, News::Authorized),
        (4, News::FaceStarted),
        (5, News::FaceFailed),
        (6, News::FacePassed),
        (7, News::CodeSent),
        (8, News::CodeFailed),
        (9, News::CodePassed),
        (11, News::OrderFailed),
        (12, News::OrderCreated),
        (14, News::VerificationFailed),
        (15, News::PaymentDue),
    ];
    for (number, news) in task {
        says(&format!(r#"{{"task_status":{number}}}"#), news);
        // Messages are XML, where numbers are text; and there is no order yet.
        says(&format!(r#"{{"task_status":"{number}","apply_status":"0"}}"#), news);
    }
    let apply = [
        (1, News::PaymentDue),
        (2, News::ReviewStarted),
        (3, News::SentBack),
        (4, News::Certified),
        (5, News::FinallyFailed),
    ];
    for (number, news) in apply {
        says(&format!(r#"{{"task_status":12,"apply_status":{number}}}"#), news);
    }
    let procedure = [
        (15, News::PaymentDue),
        (16, News::Paid),
        (17, News::ReviewStarted),
        (18, News::SentBack),
        (19, News::Certified),
        (20, News::FinallyFailed),
        (21, News::Certified),
        (26, News::Certified),
    ];
    for (number, news) in procedure {
        says(&format!(r#"{{"procedure_status":{number}}}"#), news);
    }
    let account = [
        (1, News::AccountNormal),
        (14, News::AccountDeregistered),
        (16, News::AccountBanned),
        (18, News::AccountWarned),
        (19, News::AccountFrozen),
    ];
    for (number, news) in account {
        says(&format!(r#"{{"account_status":{number}}}"#), news);
    }
}

#[test]
fn unknown_numbers_are_kept_and_not_guessed() {
    for number in [10, 13, 16, 99, -1] {
        keeps(&format!(r#"{{"task_status":{number}}}"#), "task_status", &number.to_string());
    }
    keeps(r#"{"apply_status":6}"#, "apply_status", "6");
    keeps(r#"{"procedure_status":9}"#, "procedure_status", "9");
    keeps(r#"{"account_status":2}"#, "account_status", "2");
    keeps(r#"{"task_status":"soon"}"#, "task_status", "soon");
    keeps(r#"{"Event":"subscribe"}"#, "Event", "subscribe");
    keeps(r#"{"InfoType":"component_verify_ticket"}"#, "InfoType", "component_verify_ticket");
    // An error answers nothing.
    keeps(r#"{"errcode":89630,"task_status":0}"#, "errcode", "89630");
    // What is known beside it is read all the same.
    let reading = read(r#"{"task_status":12,"apply_status":7}"#);
    assert_eq!(reading.events, [Event::from(News::OrderCreated)]);
    assert_eq!(reading.unknown.len(), 1);
    assert_eq!(
        serde_json::to_string(&reading.unknown).unwrap(),
        r#"[{"member":"apply_status","value":"7"}]"#
    );
}

#[test]
fn an_answer_without_a_status_says_nothing() {
    for json in
        ["{}", r#"{"errcode":0,"errmsg":"ok"}"#, r#"{"taskid":"t"}"#, r#"{"task_status":""}"#]
    {
        assert_eq!(read(json), Reading::default(), "{json}");
    }
}

#[test]
fn what_comes_along_is_taken() {
    // The answer to wxaauth.
    let created = told(r#"{"errcode":0,"taskid":"t1","auth_url":"https://a.invalid"}"#);
    assert_eq!(
        (created.news, created.auth_url),
        (News::TaskCreated, Some("https://a.invalid".into()))
    );

    let sent_back = told(
        r#"{"at":1772416800000,"task_status":12,"apply_status":3,"appid":"wx1","taskid":"t1",
            "orderid":40000000000000001,"refill_reason":"执照模糊","auth_url":"https://a.invalid",
            "audit_data":[{"key_name":"qualification","error":"模糊","suggest":"重新拍摄"}]}"#,
    );
    assert_eq!(sent_back.at, Some(1_772_416_800_000));
    assert_eq!(sent_back.reference.orderid, Some("40000000000000001".into()));
    assert_eq!(sent_back.auth_url, None);
    assert_eq!(
        sent_back.reasons,
        [
            Reason { field: Some("qualification".into()), text: "模糊 重新拍摄".into() },
            Reason { field: None, text: "执照模糊".into() },
        ]
    );

    let hint = r#"{"procedure_status":18,"hints":[{"errcode":86328,"errmsg":"无法读取",
        "err_field":"icp_subject.organize_info.certificate_photo"}]}"#;
    let field = Some("icp_subject.organize_info.certificate_photo".into());
    assert_eq!(told(hint).reasons, [Reason { field, text: "无法读取".into() }]);

    let failed = told(r#"{"apply_status":5,"fail_reason":"资料虚假"}"#);
    assert_eq!(failed.reasons, [Reason { field: None, text: "资料虚假".into() }]);

    let review = told(
        r#"{"InfoType":"notify_3rd_wxa_auth","CreateTime":1772416800,"task_status":"12",
            "apply_status":"2","message":"ok","dispatch_info":{"provider":"p","contact":"c",
            "dispatch_time":1772416800}}"#,
    );
    assert_eq!((review.news, review.at), (News::ReviewStarted, Some(1_772_416_800_000)));
    let agency = review.agency.unwrap();
    assert_eq!((agency.provider.as_str(), agency.contact), ("p", Some("c".into())));
    assert_eq!(review.reasons, []);
}

#[test]
fn messages_are_known_by_their_names() {
    let at = r#""CreateTime":1442401156"#;
    let end = r#""ExpiredTime":1473937156"#;
    for (event, news) in [
        ("qualification_verify_success", News::Qualified),
        ("naming_verify_success", News::NameAccepted),
        ("annual_renew", News::RenewalDue),
        ("verify_expired", News::Expired),
    ] {
        let told = told(&format!(r#"{{"Event":"{event}",{at},{end}}}"#));
        assert_eq!((told.news, told.at), (news, Some(1_442_401_156_000)));
        assert_eq!(told.valid_until, Some(1_473_937_156_000));
    }
    for (event, news) in [
        ("qualification_verify_fail", News::FinallyFailed),
        ("naming_verify_fail", News::NameRefused),
    ] {
        let json =
            format!(r#"{{"Event":"{event}",{at},"FailTime":1442401122,"FailReason":"by time"}}"#);
        let told = told(&json);
        assert_eq!((told.news, told.valid_until), (news, None));
        assert_eq!(told.reasons, [Reason { field: None, text: "by time".into() }]);
    }
    says(r#"{"Event":"wx_verify_pay_succ","OrderId":"4"}"#, News::Paid);
    let dispatched = told(r#"{"Event":"wx_verify_dispatch","Provider":"p","Contact":"c"}"#);
    assert_eq!((dispatched.news, dispatched.agency.is_some()), (News::ReviewStarted, true));

    let verify = |create_time| {
        told(&format!(
            r#"{{"InfoType":"notify_3rd_wxa_wxverify","CreateTime":{create_time},"expired":1473937156,"message":"m"}}"#
        ))
        .news
    };
    assert_eq!(verify(1_473_937_155), News::RenewalDue);
    assert_eq!(verify(1_473_937_156), News::Expired);
}

#[test]
fn facts_of_an_account_say_whether_it_stands() {
    says(
        r#"{"wx_verify_info":{"qualification_verify":true,"annual_review":false}}"#,
        News::Standing,
    );
    let due = told(
        r#"{"wx_verify_info":{"qualification_verify":true,"naming_verify":true,"annual_review":true,
            "annual_review_begin_time":1466161156,"annual_review_end_time":1473937156}}"#,
    );
    assert_eq!((due.news, due.valid_until), (News::RenewalDue, Some(1_473_937_156_000)));
    assert_eq!(read(r#"{"wx_verify_info":{"qualification_verify":false}}"#), Reading::default());
    let both = read(r#"{"account_status":18,"wx_verify_info":{"qualification_verify":1}}"#);
    assert_eq!(both.events, [Event::from(News::AccountWarned), Event::from(News::Standing)]);
}

#[test]
fn ids_are_not_printed() {
    let answer: Answer =
        serde_json::from_str(r#"{"appid":"wx1","taskid":"t1","orderid":77}"#).unwrap();
    let printed = format!("{answer:?}");
    for id in ["wx1", "t1", "77"] {
        assert!(!printed.contains(id), "{printed}");
    }
}

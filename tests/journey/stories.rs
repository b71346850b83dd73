//! Whole ways through the pages, and what happens on the way.

use renzheng::application::{Application, Field, SubjectType};
use renzheng::text::Locale;
use renzheng::wire::snapshot::Retention;

use crate::forms::complete;
use crate::host::{Host, NOW};

/// From the choice of a type to the end of the form, as an applicant goes: always the button
/// that leads on.
fn fill_in_all(locale: Locale, subject_type: SubjectType) -> Host {
    let application = complete(subject_type);
    let mut host = Host::at(locale, "/new");
    let link = format!("#/new?type={}", subject_type.as_str());
    assert!(host.page().links().any(|href| href == link));
    host.go(&link[1..]);
    assert!(host.page().find("data-act", "begin").is_some());
    host.act("begin", subject_type.as_str());
    assert_eq!(host.address, "/a/x");
    assert_eq!(host.text("subjectType"), subject_type.as_str());
    for _ in 0..20 {
        if host.address == "/a/x" {
            let page = host.page();
            let next = page.elements.iter().find(|element| {
                element.get("class").is_some_and(|class| class.contains("primary"))
            });
            let href = next.and_then(|link| link.get("href")).unwrap()[1..].to_owned();
            host.go(&href);
        }
        if host.address == "/a/x/check" {
            return host;
        }
        let before = host.address.clone();
        if before == "/a/x/photos" {
            host.put_photos(&application);
        }
        host.fill_in(&application);
        host.act("continue", "");
        assert_ne!(host.address, before, "{}", host.answer.html);
    }
    panic!("{} is not the end", host.address);
}

#[test]
fn three_applicants_in_two_languages_reach_the_end_of_the_form() {
    for locale in Locale::ALL {
        for subject_type in
            [SubjectType::Enterprise, SubjectType::SoleTrader, SubjectType::Individual]
        {
            let mut host = fill_in_all(locale, subject_type);
            assert!(host.page().find("data-act", "complete").is_some(), "{}", host.answer.html);
            host.act("complete", "");
            assert_eq!(host.answer.focus.as_deref(), Some("errors"), "nothing is agreed to yet");
            host.put("done.statement", &"true");
            host.act("complete", "");
            assert_eq!(host.address, "/a/x/send");
            let process = host.snapshot.process().unwrap();
            assert!(process.contains(r#""state":"ready""#), "{process}");
            // All is done, and sending is next.
            host.go("/a/x");
            let html = &host.answer.html;
            assert!(!html.contains("rz-tag--problem") && !html.contains("rz-tag--progress"));
            assert!(html.contains("href=\"#/a/x/send\""));
        }
    }
}

#[test]
fn every_type_can_be_filled_in() {
    for subject_type in SubjectType::ALL {
        let host = fill_in_all(Locale::ZhHans, subject_type);
        assert!(host.page().find("data-act", "complete").is_some(), "{subject_type:?}");
    }
}

fn begun(page: &str) -> Host {
    let application = Application::new(SubjectType::Enterprise);
    Host::with(Locale::ZhHans, &application, &format!("/a/x/{page}"))
}

#[test]
fn nothing_is_wrong_before_continue_and_then_all_of_it_is() {
    let mut host = begun("subject");
    host.put("subject.creditCode", &"12");
    host.ask(None);
    assert!(!host.answer.html.contains("aria-invalid"));
    host.act("continue", "");
    assert_eq!(host.answer.focus.as_deref(), Some("errors"));
    assert!(host.answer.title.starts_with("有错误"));
    let page = host.page();
    assert!(page.find("data-focus", "subject.name").is_some());
    let field = page.find("id", "subject.creditCode").unwrap();
    assert_eq!(field.get("aria-invalid"), Some("true"));
    assert!(field.get("aria-describedby").unwrap().contains("subject.creditCode-error"));
    // The errors stay while they are corrected.
    host.put("subject.name", &"青石小筑（北京）有限公司");
    host.ask(None);
    assert!(host.page().find("data-focus", "subject.name").is_none());
    assert!(host.page().find("data-focus", "subject.creditCode").is_some());
}

#[test]
fn what_was_meant_is_one_tap_away() {
    let mut host = begun("subject");
    // The example of GB 32100-2015 with an O for a 0.
    host.put("subject.creditCode", &"9135O100M000100Y43");
    host.act("continue", "");
    let arg = "subject.creditCode=91350100M000100Y43";
    assert!(host.page().find("data-arg", arg).is_some());
    host.act("use", arg);
    assert_eq!(host.text("subject.creditCode"), "91350100M000100Y43");
    assert_eq!(host.answer.focus.as_deref(), Some("subject.creditCode"));
    assert!(host.page().find("data-focus", "subject.name").is_some(), "other errors stay");
    // A domain that is nearly one is a doubt, and is asked about at once.
    let mut host = begun("contact");
    host.put("contact.email", &"wangwu@gmial.com");
    host.ask(None);
    assert!(host.page().find("data-arg", "contact.email=wangwu@gmail.com").is_some());
}

#[test]
fn doubts_do_not_hold_anybody_up() {
    let mut host = Host::with(Locale::En, &complete(SubjectType::Enterprise), "/a/x/subject");
    host.put("subject.bankAccount", &"12");
    host.ask(None);
    assert!(host.page().has_text("Have a look"));
    host.act("continue", "");
    assert_eq!(host.address, "/a/x/check");
    assert!(host.page().has_text("Worth another look"));
    assert!(host.page().find("data-act", "complete").is_some());
}

#[test]
fn fields_come_and_go_with_what_they_depend_on() {
    let mut host = begun("subject");
    let asks = |host: &Host| host.page().find("id", "subject.bankName").is_some();
    assert!(!asks(&host));
    let choice = host.page();
    let radio = choice.find("value", "small-transfer").unwrap();
    assert!(radio.get("data-live").is_some());
    host.put("subject.confirmBy", &"small-transfer");
    host.ask(None);
    assert!(asks(&host));
    host.put("subject.confirmBy", &"legal-person-face");
    host.ask(None);
    assert!(!asks(&host));
}

#[test]
fn a_new_name_is_said_yes_to() {
    let mut host = begun("nickname");
    let asks = |host: &Host| host.page().find("id", "nickname.acknowledged").is_some();
    host.put("nickname.current", &"青石小筑");
    host.ask(None);
    assert!(host.page().find("data-arg", "nickname.text=青石小筑").is_some());
    host.put("nickname.text", &"青石书屋");
    host.put("nickname.mode", &"self-chosen");
    host.ask(None);
    assert!(asks(&host) && host.page().has_text("从“青石小筑”变成“青石书屋”"));
    host.act("continue", "");
    assert!(host.page().find("data-focus", "nickname.acknowledged").is_some());
    host.put("nickname.acknowledged", &"青石书屋");
    host.act("continue", "");
    assert_ne!(host.address, "/a/x/nickname");
    host.go("/a/x/nickname");
    host.act("use", "nickname.text=青石小筑");
    assert!(!asks(&host) && host.page().has_text("名称不变"));
}

#[test]
fn nobody_is_asked_twice() {
    let mut host = Host::with(Locale::En, &complete(SubjectType::Enterprise), "/a/x/payment");
    for (field, source) in [
        (Field::InvoiceTitle, Field::SubjectName),
        (Field::InvoiceTaxpayerNumber, Field::SubjectCreditCode),
        (Field::InvoiceAddress, Field::SubjectAddress),
        (Field::InvoiceBankName, Field::SubjectBankName),
    ] {
        host.put(field.path(), &"");
        host.ask(None);
        let arg = format!("{}={}", field.path(), host.text(source.path()));
        assert!(host.page().find("data-arg", &arg).is_some(), "{arg}");
        host.act("use", &arg);
        assert_eq!(host.text(field.path()), host.text(source.path()));
    }
}

#[test]
fn a_browser_that_fills_in_silently_is_heard() {
    let mut host = begun("contact");
    let form = [("contact.name", "王五"), ("contact.email", "wangwu@example.com"), ("_x", "y")];
    let form = form.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let act = renzheng::journey::Act { name: "continue".into(), arg: String::new(), form };
    host.ask(Some(act));
    assert_ne!(host.address, "/a/x/contact");
    assert_eq!(host.text("contact.name"), "王五");
}

#[test]
fn from_the_check_one_comes_back_to_it() {
    let mut application = complete(SubjectType::SoleTrader);
    application.fields.insert(Field::ContactEmail, "nobody".into());
    let mut host = Host::with(Locale::ZhHans, &application, "/a/x/check");
    assert!(host.page().find("data-act", "complete").is_none());
    let link = "#/a/x/contact?from=check&at=contact.email";
    assert!(host.page().links().any(|href| href == link));
    host.go(&link[1..]);
    assert_eq!(host.answer.focus.as_deref(), Some("contact.email"));
    host.put("contact.email", &"wangwu@example.com");
    host.act("continue", "");
    assert_eq!(host.address, "/a/x/check?at=contact.email");
    assert_eq!(host.answer.focus.as_deref(), Some("change-contact.email"), "to the row it was");
    assert!(host.page().find("id", "change-contact.email").is_some());
    assert!(host.page().find("data-act", "complete").is_some());
}

#[test]
fn numbers_are_hidden_until_asked_for() {
    let application = complete(SubjectType::Individual);
    let number = application.get(Field::AdministratorIdNumber);
    let mut host = Host::with(Locale::ZhHans, &application, "/a/x/check");
    assert!(!host.answer.html.contains(number));
    assert!(host.page().has_text("••••"));
    host.go("/a/x/check?numbers=all");
    assert!(host.page().has_text(number));
}

#[test]
fn a_change_after_the_check_asks_for_it_again() {
    let mut host = fill_in_all(Locale::ZhHans, SubjectType::SoleTrader);
    host.put("done.statement", &"true");
    host.act("complete", "");
    assert!(host.snapshot.process().unwrap().contains(r#""state":"ready""#));
    host.go("/a/x/contact");
    host.put("contact.name", &"赵六");
    host.act("continue", "");
    assert!(host.snapshot.process().unwrap().contains(r#""state":"preparing""#));
    assert_eq!(host.text("done.statement"), "");
}

#[test]
fn what_was_sent_cannot_be_changed_until_it_is_sent_back() {
    let mut host = Host::with(Locale::ZhHans, &complete(SubjectType::SoleTrader), "/a/x");
    let sent = r#"{"state":"submitted","record":{"profile":"wechat-2026","nameVerdict":"pending"},"since":1795492800000,"until":{"at":1795579200000,"passed":false}}"#;
    let put = |host: &mut Host, json: &str| {
        let value = serde_json::value::RawValue::from_string(json.to_owned()).unwrap();
        host.snapshot.lasting.part_mut("process").value = Some(value);
    };
    put(&mut host, sent);
    host.go("/a/x/contact");
    assert!(host.page().control_names().is_empty(), "{}", host.answer.html);
    let back = r#"{"state":"sent-back","record":{"profile":"wechat-2026","nameVerdict":"pending"},"since":1795492800000,"until":{"at":1798000000000,"passed":false},"reasons":[{"field":"contact.email","text":"邮箱无法送达"}],"left":3}"#;
    put(&mut host, back);
    host.go("/a/x/contact");
    assert!(host.page().has_text("邮箱无法送达"));
    assert!(host.page().find("id", "contact.email").is_some());
    host.go("/a/x/subject");
    assert!(host.page().control_names().is_empty(), "only what was named can be changed");
}

#[test]
fn the_type_can_be_changed_and_a_rehearsal_is_marked() {
    let mut host = Host::with(Locale::En, &complete(SubjectType::Enterprise), "/a/x/type");
    host.act("choose", "sole-trader");
    assert_eq!((&*host.text("subjectType"), &*host.address), ("sole-trader", "/a/x"));
    let mut host = Host::at(Locale::En, "/new/rehearse?type=individual");
    host.act("begin", "individual");
    assert_eq!(host.snapshot.lasting.get("rehearsal"), Some("true"));
}

#[test]
fn a_rehearsal_can_begin_with_an_example() {
    for subject_type in SubjectType::ALL {
        let mut host = Host::at(Locale::ZhHans, "/new/rehearse");
        host.act("begin", subject_type.as_str());
        assert!(host.page().find("data-act", "example").is_some());
        host.act("example", "");
        assert!(host.page().find("data-act", "example").is_none());
        host.go("/a/x/check");
        assert!(host.page().find("data-act", "complete").is_some(), "{}", host.answer.html);
        assert!(!host.page().has_text("请再看一眼"), "{}", host.answer.html);
    }
    // What is meant to be sent has no example.
    let mut host = Host::at(Locale::ZhHans, "/new");
    host.act("begin", "individual");
    assert!(host.page().find("data-act", "example").is_none());
    host.act("example", "");
    assert_eq!(host.text("administrator.name"), "");
}

#[test]
fn one_photo_leads_to_the_next() {
    let application = complete(SubjectType::Individual);
    let mut host = Host::at(Locale::ZhHans, "/new");
    host.act("begin", "individual");
    host.go("/a/x/photos/id-front");
    let leads_on = |host: &Host| host.page().links().any(|href| href == "#/a/x/photos/id-back");
    assert!(!leads_on(&host));
    let photos: Vec<_> = application.materials.iter().take(1).collect();
    host.put("materials.id-front", &photos);
    host.ask(None);
    assert!(leads_on(&host), "{}", host.answer.html);
}

#[test]
fn how_long_it_stays_is_said() {
    let mut host = Host::with(Locale::ZhHans, &complete(SubjectType::Individual), "/a/x");
    host.snapshot.saved_at = NOW;
    host.go("/a/x");
    assert!(host.page().has_text("2026-11-24 12:00") && host.page().has_text("2026-12-01"));
    host.snapshot.retention = Retention::Tab;
    host.go("/a/x");
    assert!(host.page().has_text("关闭这个标签页后"));
}

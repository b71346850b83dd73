//! What a person recorded: it is seen, it can be taken back, and a correction shows that it was
//! made.

use renzheng::application::{Material, Slot, SubjectType};
use renzheng::process::StateKind;
use renzheng::text::Locale;

use crate::desk::Desk;
use crate::forms::complete;

fn sent(locale: Locale) -> Desk {
    let mut desk = Desk::ready(locale, &complete(SubjectType::Enterprise), 300);
    desk.act("package", "submitted", "");
    desk
}

#[test]
fn what_was_recorded_is_taken_back_one_by_one() {
    let mut desk = sent(Locale::ZhHans);
    let html = desk.expect(StateKind::Submitted);
    assert!(html.contains("刚才记录了：已在微信提交"), "{html}");
    desk.record("review-started", &[]);
    desk.record("certified", &[]);
    desk.expect(StateKind::Certified);
    for (kind, undone) in [
        (StateKind::UnderReview, "已撤销：认证通过"),
        (StateKind::Submitted, "已撤销：开始审核，或已派给审核公司"),
        (StateKind::Ready, "已撤销：已在微信提交"),
    ] {
        let answer = desk.act("status", "undo", "");
        assert_eq!(answer.say.as_deref(), Some(undone));
        assert!(answer.html.contains(undone), "it is seen: {}", answer.html);
        let html = desk.expect(kind);
        assert!(!html.contains("刚才记录了"), "what came before is old news: {html}");
        assert_eq!(html.contains("data-act=\"undo\""), kind != StateKind::Ready, "{html}");
    }
    // Nothing is left to be taken back.
    desk.act("status", "undo", "");
    desk.expect(StateKind::Ready);
    desk.act("package", "submitted", "");
    desk.expect(StateKind::Submitted);
}

#[test]
fn later_it_is_a_list_with_days() {
    let mut desk = sent(Locale::En);
    desk.days(1);
    desk.record("review-started", &[]);
    desk.days(2);
    let html = desk.expect(StateKind::UnderReview);
    assert!(!html.contains("Just recorded"), "{html}");
    let list = html.split("What was recorded").nth(1).unwrap();
    let (first, second) = (list.find("25 November 2026"), list.find("24 November 2026"));
    assert!(first.is_some() && first < second, "the latest first: {list}");
    assert!(list.contains("Sent to WeChat") && list.contains("data-act=\"undo\""), "{list}");
}

#[test]
fn a_photo_is_no_longer_known_as_refused_when_that_is_taken_back() {
    let mut desk = sent(Locale::En);
    desk.record("review-started", &[]);
    desk.record("sent-back", &[("_place0", "materials.licence"), ("_reason0", "blurred")]);
    let refused = |desk: &Desk| desk.snapshot.application().unwrap().refused.len();
    assert_eq!(refused(&desk), 1);
    desk.act("status", "undo", "");
    assert_eq!(refused(&desk), 0);
    desk.expect(StateKind::UnderReview);
}

#[test]
fn what_a_provider_tells_is_not_taken_back() {
    let mut desk = sent(Locale::En);
    desk.put("submission", &serde_json::json!({ "step": "follow" }));
    let html = desk.show("status").html;
    assert!(!html.contains("data-act=\"undo\""), "{html}");
    desk.act("status", "undo", "");
    assert_eq!(desk.state().kind(), StateKind::Submitted);
}

#[test]
fn a_correction_is_seen() {
    let mut desk = sent(Locale::En);
    desk.record("review-started", &[]);
    let reasons = [
        ("_place0", "materials.licence"),
        ("_reason0", "blurred"),
        ("_place1", "nickname.text"),
        ("_reason1", "too general"),
    ];
    desk.record("sent-back", &reasons);
    let html = desk.expect(StateKind::SentBack);
    assert_eq!(html.matches("Not changed yet").count(), 2, "{html}");
    assert!(html.contains("Sent back to you"), "no step goes on: {html}");
    let primary =
        |html: &str| html.split("rz-button--primary\" href=\"").nth(1).unwrap().to_owned();
    assert!(primary(&html).starts_with("#/a/x/photos/licence?from=status"), "{html}");
    let html = desk.show("send").html;
    assert!(html.contains("not changed yet: "), "sending it as it is, is warned of: {html}");

    let photo = Material { slot: Slot::Licence, sha256: Some("ab".repeat(32)), report: None };
    desk.put("materials.licence", &[photo]);
    let html = desk.show("status").html;
    assert_eq!(html.matches(">Changed<").count(), 1, "{html}");
    assert!(primary(&html).starts_with("#/a/x/nickname?from=status"), "{html}");
    desk.put("nickname.text", &"青石书院");
    let html = desk.show("status").html;
    assert_eq!(html.matches(">Changed<").count(), 2, "{html}");
    assert!(primary(&html).starts_with("#/a/x/send"), "{html}");
    assert!(!desk.show("send").html.contains("not changed yet"));
    // Sent by mistake and taken back, it is still corrected.
    desk.act("package", "submitted", "");
    desk.act("status", "undo", "");
    let html = desk.expect(StateKind::SentBack);
    assert_eq!(html.matches(">Changed<").count(), 2, "{html}");
    // Sent back again, it is compared with what was sent then.
    desk.act("package", "submitted", "");
    desk.record("sent-back", &[("_place0", "nickname.text"), ("_reason0", "still")]);
    let html = desk.expect(StateKind::SentBack);
    assert_eq!(html.matches("Not changed yet").count(), 1, "{html}");
}

#[test]
fn the_end_of_a_review_can_be_recorded_right_after_sending() {
    let mut desk = sent(Locale::En);
    let html = desk.show("record").html;
    let (usual, others) = html.split_once("Something else").unwrap();
    for news in ["sent-back", "certified", "finally-failed"] {
        assert!(usual.contains(&format!("news={news}\"")), "{news}: {usual}");
        assert!(!others.contains(&format!("news={news}\"")), "{news}: {others}");
    }
}

#[test]
fn a_ban_stops_the_clock() {
    let mut desk = sent(Locale::En);
    desk.record("task-created", &[]);
    assert!(desk.show("status").html.contains("rz-countdown"));
    desk.record("account-banned", &[]);
    let html = desk.expect(StateKind::Banned);
    assert!(!html.contains("rz-countdown") && html.contains("On hold"), "{html}");
}

#[test]
fn dates_that_come_more_than_once_are_told_apart() {
    let mut desk = sent(Locale::ZhHans);
    desk.record("certified", &[("_until", "2027-11-23")]);
    let html = desk.expect(StateKind::Certified);
    let dates = html.split("<summary>期限</summary>").nth(1).unwrap();
    let labels: Vec<&str> =
        dates.split("<dt>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let mut seen = labels.clone();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), labels.len(), "{labels:?}");
    assert!(labels.iter().any(|label| label.contains("到期前 90 天")), "{labels:?}");
    assert!(labels.contains(&"不能分享。"), "{labels:?}");
}

#[test]
fn whoever_else_has_a_part_in_it_is_named() {
    let mut application = complete(SubjectType::Enterprise);
    for (choice, said) in [
        ("legal-person-face", "法定代表人本人也要在微信里扫脸一次"),
        ("small-transfer", "从对公账户转一笔小额款项"),
    ] {
        application.fields.insert(renzheng::application::Field::SubjectConfirmBy, choice.into());
        let mut desk = Desk::ready(Locale::ZhHans, &application, 300);
        for page in ["send", "package"] {
            let html = desk.show(page).html;
            assert!(html.contains(said), "{choice} on {page}: {html}");
        }
        desk.put("process", &sent(Locale::ZhHans).state());
        assert!(desk.show("status").html.contains(said), "{choice}");
    }
}

//! From a complete form to every end that an application can have, as a person goes there.

use renzheng::application::{Slot, SubjectType};
use renzheng::process::{News, StateKind};
use renzheng::text::Locale;

use crate::desk::Desk;
use crate::forms::{complete, photo};

fn enterprise(locale: Locale) -> Desk {
    Desk::ready(locale, &complete(SubjectType::Enterprise), 300)
}

/// Sent by hand, as far as the review.
fn under_review(locale: Locale) -> Desk {
    let mut host = enterprise(locale);
    let answer = host.act("package", "submitted", "");
    assert_eq!(answer.go.as_deref(), Some("/a/x/status"));
    for news in ["authorized", "face-passed", "code-passed", "payment-due"] {
        host.record(news, &[]);
    }
    host.expect(StateKind::AwaitingPayment);
    host.minutes(5);
    host.act("status", "do", "pay");
    host.record("review-started", &[("_agency", "样本审核公司"), ("_contact", "010-12345678")]);
    host
}

#[test]
fn an_application_is_sent_and_certified() {
    let mut host = under_review(Locale::ZhHans);
    let html = host.expect(StateKind::UnderReview);
    assert!(html.contains("样本审核公司") && html.contains("010-12345678"), "{html}");
    assert!(html.contains("2026年12月15日 24:00（北京时间）"), "{html}");
    let certified =
        [("_until", "2027-11-23"), ("_appid", "wx0123456789abcdef"), ("_orderid", "4200001234")];
    host.days(3);
    host.record("certified", &certified);
    let html = host.expect(StateKind::Certified);
    assert!(html.contains("小程序已从“旧名称”改名为“青石小筑”"), "{html}");
    assert!(html.contains("<code>wx0123456789abcdef</code>"), "it is public: {html}");
    assert!(html.contains("<code>4200••1234</code>"), "masked: {html}");
    assert!(html.contains("data-copy=\"4200001234\""), "and copied in full");
    assert!(html.contains("2027年11月23日") && !html.contains("按一年估算"), "{html}");

    host.days(280);
    let html = host.expect(StateKind::RenewalDue);
    assert!(html.contains("data-arg=\"renew\""), "{html}");
    host.days(82);
    let html = host.expect(StateKind::Expired);
    let now = html.split("现在的限制").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
    assert!(now.contains("不能发布新版本") && !now.contains("不能分享"), "{now}");
    let answer = host.act("status", "do", "renew");
    assert_eq!(answer.go.as_deref(), Some("/a/x"));
    host.expect(StateKind::Preparing);
}

#[test]
fn the_name_that_was_corrected_is_the_one_that_is_certified() {
    let mut host = under_review(Locale::En);
    host.record("sent-back", &[("_place0", "nickname.text"), ("_reason0", "Too general")]);
    host.put("nickname.text", &"青石书院");
    host.put("nickname.acknowledged", &"青石书院");
    let html = host.show("package").html;
    let (named, all) = html.split_once("What to fill in").unwrap();
    assert!(
        named.contains("What was sent back, as it is now") && named.contains("青石书院"),
        "{named}"
    );
    assert!(all.contains("青石书院"), "{all}");
    host.minutes(1);
    host.act("package", "submitted", "");
    assert!(host.expect(StateKind::UnderReview).contains("青石书院"));
    host.record("certified", &[]);
    let html = host.expect(StateKind::Certified);
    assert!(html.contains("was renamed from “青石小筑” to “青石书院”"), "{html}");
}

#[test]
fn what_was_sent_back_is_corrected_and_sent_again() {
    let mut host = under_review(Locale::En);
    // A reason is needed, and is asked for where it is missing.
    let answer =
        host.send("record?news=sent-back", "record", "sent-back", &[("_on", "2026-11-24")]);
    assert_eq!(answer.focus.as_deref(), Some("errors"));
    assert!(answer.html.contains("data-focus=\"_reason0\""), "{}", answer.html);
    let typed = [("_on", "2026-11-24"), ("_place0", "materials.licence"), ("_reason0", "blurred")];
    let answer = host.send("record?news=sent-back", "more", "", &typed);
    assert!(answer.html.contains(">blurred</textarea>"), "what was typed stays: {}", answer.html);
    assert!(answer.html.contains("id=\"_reason1\""));

    let reasons = [
        ("_place0", "materials.licence"),
        ("_reason0", "The picture is <b>blurred</b>"),
        ("_place1", "nickname.text"),
        ("_reason1", "Too general"),
    ];
    host.record("sent-back", &reasons);
    let html = host.expect(StateKind::SentBack);
    assert!(
        html.contains("href=\"#/a/x/photos/licence?from=status&amp;at=materials.licence\""),
        "{html}"
    );
    assert!(html.contains("href=\"#/a/x/nickname?from=status&amp;at=nickname.text\""), "{html}");
    assert!(!html.contains("href=\"#/a/x/subject"), "only what was rejected: {html}");
    assert!(html.contains("&lt;b&gt;blurred"), "escaped: {html}");
    assert!(html.contains("Corrections left, this one included: 3."), "{html}");
    assert!(html.contains("24 December 2026"), "30 days to correct it: {html}");

    assert!(host.show("send").html.contains("Send it again"));
    assert!(host.show("package").html.contains("I have sent it again"));
    host.minutes(1);
    host.act("package", "submitted", "");
    let html = host.expect(StateKind::UnderReview);
    assert!(html.contains("Corrections left") && html.contains(">2<"), "{html}");

    // Until none is left.
    for left in [2, 1] {
        host.record("sent-back", &[("_reason0", "again")]);
        let html = host.expect(StateKind::SentBack);
        let said = if left == 1 { "This is the last correction" } else { "included: 2." };
        assert!(html.contains(said), "{html}");
        host.minutes(1);
        host.act("package", "submitted", "");
    }
    host.record("sent-back", &[("_reason0", "again")]);
    assert!(host.expect(StateKind::SentBack).contains("used up"));
    host.record("finally-failed", &[("_reason0", "too often")]);
    let html = host.expect(StateKind::FinallyFailed);
    assert!(html.contains("too often") && html.contains("The fee is due once more"), "{html}");
    host.minutes(1);
    host.act("status", "do", "appeal");
    host.expect(StateKind::Appeal);
    host.record("appeal-granted", &[]);
    host.expect(StateKind::UnderReview);
    host.record("finally-failed", &[("_reason0", "no")]);
    let answer = host.act("status", "do", "start-over");
    assert_eq!(answer.go.as_deref(), Some("/a/x"));
    host.expect(StateKind::Preparing);
}

/// A review takes longer than answers are kept on a device.
#[test]
fn what_is_sent_back_when_the_answers_are_gone_is_corrected_at_the_office() {
    let mut desk = under_review(Locale::En);
    desk.snapshot.personal = renzheng::wire::snapshot::Personal::Removed;
    desk.days(10);
    assert!(!desk.show("record?news=sent-back").html.contains("materials.licence"));
    desk.record("sent-back", &[("_reason0", "not clear")]);
    let html = desk.expect(StateKind::SentBack);
    assert!(html.contains("deleted from this device") && html.contains("not clear"), "{html}");
    assert!(!html.contains("#/a/x/check") && !html.contains("#/a/x/send"), "{html}");
    desk.minutes(1);
    desk.act("status", "do", "correct");
    desk.expect(StateKind::UnderReview);
    desk.record("certified", &[]);
    desk.expect(StateKind::Certified);
}

#[test]
fn a_ban_is_appealed_and_lifted() {
    let mut host = under_review(Locale::ZhHans);
    host.record("account-banned", &[]);
    let html = host.expect(StateKind::Banned);
    assert!(html.contains("账号被封禁") && html.contains("审核中"), "{html}");
    host.minutes(1);
    host.act("status", "do", "appeal");
    let html = host.expect(StateKind::Appeal);
    assert!(html.contains("record\""), "the answer can be recorded: {html}");
    host.record("appeal-refused", &[]);
    host.expect(StateKind::Banned);
    host.minutes(1);
    host.act("status", "do", "appeal");
    host.record("appeal-granted", &[]);
    host.expect(StateKind::UnderReview);
}

#[test]
fn a_missed_deadline_is_pointed_at_and_decided_by_a_person() {
    let mut host = enterprise(Locale::En);
    host.act("package", "submitted", "");
    host.record("task-created", &[]);
    let html = host.show("status").html;
    assert!(html.contains("23 hours and 59 minutes left"), "{html}");
    assert!(html.contains("bank card"), "how to confirm is explained: {html}");
    host.days(2);
    let html = host.expect(StateKind::AwaitingAuthorization);
    assert!(html.contains("A deadline has passed") && html.contains("confirm-overdue"), "{html}");
    host.act("status", "do", "confirm-overdue");
    let html = host.expect(StateKind::TimedOut);
    assert!(html.contains("it costs no more"), "{html}");
}

#[test]
fn a_date_that_cannot_be_is_refused() {
    let mut host = under_review(Locale::En);
    for (on, said) in [
        ("2026-11-25", "still to come"),
        ("2026-11-01", "recorded already"),
        ("soon", "not a date"),
    ] {
        let answer = host.send("record?news=certified", "record", "certified", &[("_on", on)]);
        assert!(answer.html.contains(said), "{on}: {}", answer.html);
        assert!(answer.go.is_none() && answer.edits.is_empty());
    }
    let wrong = [("_on", "2026-11-24"), ("_appid", "wx12"), ("_until", "2026-11-01")];
    let answer = host.send("record?news=certified", "record", "certified", &wrong);
    assert!(answer.html.contains("does not look like an AppID"), "{}", answer.html);
    assert!(answer.html.contains("before the certification"), "{}", answer.html);
    // What is behind the state is no news.
    let answer = host.send("record?news=face-passed", "record", "", &[("_on", "2026-11-24")]);
    assert!(answer.html.contains("was not recorded") && answer.edits.is_empty());
}

#[test]
fn withdrawing_asks_first_and_keeps_the_answers() {
    let mut host = under_review(Locale::ZhHans);
    let html = host.show("status").html;
    assert!(
        html.contains("<details class=\"rz-details\"><summary>放弃这次申请</summary>"),
        "{html}"
    );
    host.act("status", "do", "withdraw");
    let html = host.expect(StateKind::Withdrawn);
    assert!(html.contains("data-arg=\"start-over\""), "{html}");
}

#[test]
fn dates_are_a_calendar_file() {
    let mut host = under_review(Locale::ZhHans);
    let file = host.act("status", "calendar", "").file.unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("认证期限.ics", "text/calendar"));
    let text = String::from_utf8(file.bytes).unwrap();
    assert!(text.contains("BEGIN:VEVENT") && text.contains("DTEND:20261215T160000Z"), "{text}");
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let mut host = enterprise(Locale::En);
    host.put("process", &serde_json::json!({ "state": "of-the-future" }));
    for page in ["send", "package", "record", "status"] {
        let answer = host.act(page, "submitted", "");
        assert!(answer.html.contains("cannot be read") && answer.edits.is_empty(), "{page}");
    }
}

#[test]
fn an_incomplete_form_is_not_sent() {
    let mut application = complete(SubjectType::Enterprise);
    application.materials.clear();
    let mut host = Desk::ready(Locale::En, &application, 300);
    let html = host.show("send").html;
    assert!(html.contains("not complete") && html.contains("#/a/x/check"), "{html}");
}

#[test]
fn each_type_is_sent_by_hand_in_both_languages() {
    for locale in Locale::ALL {
        for subject_type in SubjectType::ALL {
            let mut host = Desk::ready(locale, &complete(subject_type), 300);
            let html = host.show("send").html;
            assert!(html.contains("#/a/x/package") && !html.contains("#/a/x/provider"), "{html}");
            let html = host.show("package").html;
            let copied = html.matches("data-copy=").count();
            assert!(8 < copied, "{subject_type:?}: {copied} values");
            host.act("package", "submitted", "");
            host.expect(StateKind::Submitted);
        }
    }
}

#[test]
fn a_provider_is_offered_where_there_is_one() {
    let mut host = enterprise(Locale::En);
    let config = r#"{"provider":{"url":"https://api.example.com/v1","name":{"en":"Sample & Co"}}}"#;
    host.config = Some(config.into());
    let html = host.show("send").html;
    assert!(html.contains("Sample &amp; Co") && html.contains("#/a/x/provider"), "{html}");
}

/// Every state that recording can reach, with every answer that is offered there: all pages
/// can be shown, and what is offered changes something.
#[test]
fn whatever_is_offered_can_be_recorded() {
    for locale in Locale::ALL {
        let mut seen: Vec<StateKind> = Vec::new();
        let mut hosts = vec![{
            let mut host = enterprise(locale);
            host.act("package", "submitted", "");
            host
        }];
        while let Some(mut host) = hosts.pop() {
            let kind = host.state().kind();
            if seen.contains(&kind) {
                continue;
            }
            seen.push(kind);
            host.minutes(1);
            host.show("status");
            let html = host.show("record").html;
            for news in News::ALL {
                if !html.contains(&format!("record?news={}\"", news.as_str())) {
                    continue;
                }
                host.show(&format!("record?news={}", news.as_str()));
                let mut next = host.copy();
                let who = next.now.to_string();
                let form = [("_reason0", "why"), ("_agency", who.as_str())];
                next.record(news.as_str(), &form);
                hosts.push(next);
            }
            for act in ["appeal", "confirm-overdue", "withdraw"] {
                let mut next = host.copy();
                next.act("status", "do", act);
                hosts.push(next);
            }
        }
        assert!(14 <= seen.len(), "{seen:?}");
    }
}

/// Sent back because of the licence and the name.
fn sent_back(locale: Locale) -> Desk {
    let mut host = under_review(locale);
    let reasons = [
        ("_place0", "materials.licence"),
        ("_reason0", "blurred"),
        ("_place1", "nickname.text"),
        ("_reason1", "too general"),
    ];
    host.record("sent-back", &reasons);
    host
}

#[test]
fn the_photo_that_was_sent_back_is_known_again() {
    for (locale, said) in [
        (Locale::ZhHans, "这就是被微信退回的那张照片。"),
        (Locale::En, "This is the photo that was sent back."),
    ] {
        let mut host = under_review(locale);
        assert!(!host.show("photos/licence").html.contains(said), "not before");
        host = sent_back(locale);
        for page in ["photos/licence", "check"] {
            assert!(host.show(page).html.contains(said), "{page}");
        }
        let html = host.show("photos/letter").html;
        assert!(!html.contains(said), "that one was not sent back: {html}");

        // Another photo, and then the first one again, whatever happens meanwhile.
        let of = |sha256: &str| [photo(Slot::Licence, sha256)];
        host.put("materials.licence", &of("another"));
        host.days(1);
        host.expect(StateKind::SentBack);
        assert!(!host.show("photos/licence").html.contains(said));
        host.put("materials.licence", &of("MATERIALS.LICENCE"));
        let html = host.show("check").html;
        assert!(html.contains(said) && html.contains("#/a/x/photos/licence?from=check"), "{html}");
        // It is a warning: what is doubtful can be sent all the same.
        host.act("package", "submitted", "");
        host.expect(StateKind::UnderReview);

        // In the next round the one of that round is known as well.
        host.put("materials.licence", &of("another"));
        host.record("sent-back", &[("_place0", "materials.licence"), ("_reason0", "again")]);
        for sha256 in ["another", "materials.licence"] {
            host.put("materials.licence", &of(sha256));
            assert!(host.show("photos/licence").html.contains(said), "{sha256}");
        }
    }
}

#[test]
fn only_the_photos_that_were_sent_back_can_be_changed() {
    let mut host = sent_back(Locale::En);
    assert!(host.show("photos/licence").html.contains("data-host=\"photos\""));
    let html = host.show("photos/letter").html;
    assert!(!html.contains("data-host") && html.contains("did not ask for a change"), "{html}");
    let html = host.show("check").html;
    assert!(
        html.contains("photos/licence?from=check") && !html.contains("photos/letter?"),
        "{html}"
    );
    // A reason for all of it opens all of it.
    let mut host = under_review(Locale::En);
    host.record("sent-back", &[("_reason0", "look at all of it")]);
    assert!(host.show("photos/letter").html.contains("data-host=\"photos\""));
}

//! The rehearsal: a person plays WeChat, and time passes at a press of a button.

use renzheng::application::SubjectType;
use renzheng::process::StateKind;
use renzheng::text::Locale;

use crate::desk::Desk;
use crate::forms::complete;

fn rehearsal(locale: Locale, subject_type: SubjectType) -> Desk {
    let mut host = Desk::ready(locale, &complete(subject_type), 300);
    host.put("rehearsal", &true);
    host
}

#[test]
fn a_rehearsal_says_so_on_every_page() {
    for (locale, said) in [(Locale::ZhHans, "演练中"), (Locale::En, "This is a rehearsal")] {
        let mut host = rehearsal(locale, SubjectType::Enterprise);
        for page in ["send", "package", "status", "record", "record?news=certified"] {
            assert!(host.show(page).html.contains(said), "{page}");
        }
    }
}

#[test]
fn a_rehearsal_goes_all_the_way_and_beyond() {
    for subject_type in [SubjectType::Enterprise, SubjectType::Individual] {
        let mut host = rehearsal(Locale::En, subject_type);
        host.act("send", "pretend", "");
        for (news, kind) in [
            ("task-created", StateKind::AwaitingAuthorization),
            ("authorized", StateKind::FaceCheck),
            ("face-failed", StateKind::FaceCheck),
            ("face-passed", StateKind::SmsCheck),
            ("code-passed", StateKind::AwaitingOrder),
            ("payment-due", StateKind::AwaitingPayment),
            ("paid", StateKind::UnderReview),
            ("sent-back", StateKind::SentBack),
        ] {
            let offered = host.show("status").html;
            assert!(offered.contains(&format!("data-act=\"play\" data-arg=\"{news}\"")), "{news}");
            host.minutes(1);
            let answer = host.act("status", "play", news);
            assert_eq!(answer.focus.as_deref(), Some("state"));
            host.expect(kind);
        }
        let html = host.show("status").html;
        assert!(html.contains("(rehearsal)") && html.contains("photos/"), "{html}");
        host.act("send", "pretend", "");
        host.minutes(1);
        host.act("status", "play", "certified");
        let html = host.expect(StateKind::Certified);
        assert!(html.contains("wx0000000000000000"), "{html}");

        // Its own clock: 300 days in ten presses.
        for _ in 0..10 {
            host.act("status", "pass", "30");
        }
        host.expect(StateKind::RenewalDue);
        host.act("status", "play", "account-banned");
        host.expect(StateKind::Banned);
        host.minutes(1);
        host.act("status", "do", "appeal");
        host.expect(StateKind::Appeal);
        host.minutes(1);
        host.act("status", "play", "appeal-granted");
        host.expect(StateKind::RenewalDue);
        for _ in 0..4 {
            host.act("status", "pass", "next");
        }
        assert!(host.act("status", "again", "").go.is_some());
        host.expect(StateKind::Preparing);
    }
}

#[test]
fn a_real_application_cannot_be_played_with() {
    let mut host = Desk::ready(Locale::En, &complete(SubjectType::Enterprise), 300);
    host.act("package", "submitted", "");
    let html = host.show("status").html;
    assert!(!html.contains("data-act=\"play\""), "{html}");
    for (act, arg) in [("play", "certified"), ("pass", "30"), ("again", "")] {
        host.act("status", act, arg);
        host.expect(StateKind::Submitted);
    }
}

#[test]
fn a_rehearsal_is_a_copy() {
    let mut host = Desk::ready(Locale::En, &complete(SubjectType::Enterprise), 300);
    let answer = host.act("send", "rehearse", "");
    assert!(answer.begins && answer.go.is_none());
    let value = |path: &str| {
        answer.edits.iter().find(|edit| edit.path == path).and_then(|edit| edit.value.clone())
    };
    assert_eq!(value("rehearsal").as_deref(), Some("true"));
    assert_eq!(value("subjectType").as_deref(), Some("\"enterprise\""));
    assert!(value("process").unwrap().contains("\"ready\""));
    assert!(value("materials.licence").is_some());
    host.expect(StateKind::Ready);
}

//! Whole stories, as somebody would tell them.

use renzheng::process::{
    Agency, Due, DueItem, DueKind, Effect, Event, Measure, NameVerdict, News, Notice, Private,
    Reason, Refusal, State, StateKind, Told,
};

use crate::support::{BRIEF, DAY, HOUR, MONDAY, Process, WECHAT, complete, told};

fn rename(from: &str, to: &str) -> Effect {
    Effect::RenameProgram { from: Some(from.into()), to: to.into() }
}

fn notify(notice: Notice) -> Effect {
    Effect::Notify { notice }
}

/// 24:00 in UTC+8, so many days after that Monday.
fn end_of_day(days: i64) -> i64 {
    MONDAY + 14 * HOUR + days * DAY
}

#[track_caller]
fn next(process: &Process) -> (DueKind, i64) {
    let DueItem { what, at } = process.state.due(process.now).next[0];
    (what, at)
}

/// The guide: fill in, confirm, submit, wait, pay where there is a fee, certified, renew.
#[test]
fn the_story_of_the_guide() {
    let mut it = Process::new(BRIEF);
    it.on(Event::Upload).on(Event::Upload).is(StateKind::Preparing);
    assert_eq!(next(&it), (DueKind::Materials, end_of_day(30)));
    it.on(complete()).is(StateKind::Ready);
    it.on(Event::Submit).is(StateKind::Submitted).does(&Effect::Export).does(&Effect::Save);
    it.on(News::ReviewStarted).is(StateKind::UnderReview);
    it.wait(2 * DAY).on(News::Passed).is(StateKind::AwaitingPayment);
    it.does(&Effect::AskForPayment { yuan: 300, until: it.now + DAY });
    it.wait(HOUR).on(Event::Pay).is(StateKind::Certified);
    it.does(&notify(Notice::Certified)).does(&rename("青石", "青石小筑"));
    assert_eq!(it.record().paid_at, Some(it.now));

    // A year goes by.
    assert_eq!(next(&it).0, DueKind::Check);
    it.wait(40 * DAY).on(Event::Tick).does(&Effect::CheckCertificate);
    it.on(Event::Check { valid_until: None }).wait(240 * DAY);
    it.on(Event::Tick).is(StateKind::RenewalDue).does(&notify(Notice::RenewalDue));
    it.on(Event::Renew).is(StateKind::Preparing);
    assert!(it.state.certificate().is_some(), "it stands while it is renewed");
    it.on(Event::Complete {
        from: Some("青石小筑".into()),
        to: Some("青石小筑".into()),
        yuan: 300,
    });
    it.on(Event::Submit).on(News::ReviewStarted).on(News::Passed).on(Event::Pay);
    it.is(StateKind::Certified);
    assert!(!it.effects.iter().any(|effect| matches!(effect, Effect::RenameProgram { .. })));
}

/// WeChat: authorize, face, code, order, pay, review by an agency, certified, renew.
#[test]
fn the_story_of_wechat() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit);
    let task_end = MONDAY + DAY;
    assert_eq!(next(&it), (DueKind::Authorization, task_end));
    let mut created = told(News::TaskCreated, MONDAY + 1000);
    created.reference.taskid = Some("task-1".into());
    created.auth_url = Some("https://example.invalid/auth".into());
    it.on(Event::Told(created)).is(StateKind::AwaitingAuthorization);
    it.does(&notify(Notice::Authorize));
    it.wait(HOUR).on(News::Authorized).on(News::FaceStarted).is(StateKind::FaceCheck);
    it.on(News::FaceFailed).is(StateKind::FaceCheck).does(&notify(Notice::FaceFailed));
    assert_eq!(next(&it), (DueKind::FaceCheck, task_end), "one deadline for all of it");
    it.on(News::FacePassed).on(News::CodeSent).is(StateKind::SmsCheck);
    it.on(News::CodePassed).is(StateKind::AwaitingOrder);
    it.on(News::OrderCreated);
    assert_eq!(it.state.due(it.now), Due::default());
    it.on(News::PaymentDue).is(StateKind::AwaitingPayment);
    assert_eq!(next(&it), (DueKind::Payment, it.now + DAY));
    it.on(Event::Pay).is(StateKind::UnderReview);
    let agency = Agency { provider: "青石审核".into(), contact: Some("010-00000000".into()) };
    it.on(Event::Told(Told { agency: Some(agency.clone()), ..Told::new(News::ReviewStarted) }));
    assert_eq!(it.record().agency, Some(agency));
    assert_eq!(next(&it), (DueKind::Review, end_of_day(21)));
    it.wait(3 * DAY).on(News::Certified).is(StateKind::Certified);
    it.does(&rename("青石", "青石小筑"));
    let certificate = it.state.certificate().unwrap();
    assert_eq!(certificate.reference.taskid, Some("task-1".into()));
    assert_eq!(certificate.valid_until, end_of_day(3 + 365));

    // Nobody looks for more than a year.
    it.refuses(Event::Renew, Refusal::TooEarly { from: end_of_day(3 + 365 - 90) });
    it.wait(370 * DAY);
    let due = it.state.due(it.now);
    assert!(due.overdue.contains(&DueItem { what: DueKind::Validity, at: end_of_day(368) }));
    assert_eq!(due.next[0], DueItem { what: DueKind::Restriction, at: end_of_day(398) });
    it.on(News::Expired).is(StateKind::Expired).does(&notify(Notice::Expired));
    it.on(Event::Renew).on(complete()).on(Event::Submit).on(News::PaymentDue).on(Event::Pay);
    it.on(News::Certified).is(StateKind::Certified);
    assert_eq!(it.state.certificate().unwrap().lapsed, 0);
}

#[test]
fn sent_back_three_times() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::PaymentDue).on(Event::Pay);
    let reason = Reason { field: Some("qualification".into()), text: "看不清".into() };
    for left in [3, 2, 1] {
        it.wait(DAY);
        let reasons = vec![reason.clone()];
        it.on(Event::Told(Told { reasons, ..told(News::SentBack, it.now) }));
        it.is(StateKind::SentBack).does(&notify(Notice::SentBack));
        let State::SentBack { reasons, left: found, .. } = &it.state else { unreachable!() };
        assert_eq!((reasons.as_slice(), *found), ([reason.clone()].as_slice(), left));
        // Counted from the first time.
        assert_eq!(next(&it), (DueKind::Correction, end_of_day(1 + 30)));
        let asked = it.now;
        it.wait(HOUR).on(Event::Correct).is(StateKind::UnderReview).does(&Effect::Export);
        // An answer that was on its way.
        it.on(Event::Told(told(News::SentBack, asked))).is(StateKind::UnderReview);
        assert_eq!(it.effects, []);
    }
    it.wait(DAY).on(News::SentBack);
    it.refuses(Event::Correct, Refusal::CorrectionsUsedUp { most: 3 });
    it.on(News::FinallyFailed).is(StateKind::FinallyFailed);
    it.on(Event::StartOver).is(StateKind::Preparing);
    assert_eq!(it.record().corrections, 0);
}

#[test]
fn the_payment_is_missed() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::PaymentDue);
    it.refuses(Event::ConfirmOverdue, Refusal::NotOverdue { until: MONDAY + DAY });
    it.wait(2 * DAY).on(Event::Tick).is(StateKind::AwaitingPayment);
    it.does(&notify(Notice::Overdue));
    assert_eq!(
        it.state.due(it.now).overdue,
        [DueItem { what: DueKind::Payment, at: MONDAY + DAY }]
    );

    // The bank was slow; the office has the money after all.
    let mut paid = it.clone();
    paid.on(Event::ConfirmOverdue).is(StateKind::TimedOut);
    paid.wait(HOUR).on(News::Paid).is(StateKind::UnderReview);

    // Or the office still waits for it.
    let mut waiting = it.clone();
    waiting.on(Event::ConfirmOverdue).wait(HOUR);
    let now = waiting.now;
    waiting.on(Event::Told(told(News::PaymentDue, now))).is(StateKind::AwaitingPayment);
    assert_eq!(waiting.state.due(now).overdue.len(), 1, "with the deadline it had");

    it.on(Event::ConfirmOverdue).is(StateKind::TimedOut);
    it.on(Event::StartOver).is(StateKind::Preparing);
}

#[test]
fn banned_and_appealed() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::PaymentDue);
    it.on(News::AccountBanned).is(StateKind::Banned).does(&notify(Notice::Banned));
    it.on(News::AccountBanned);
    assert!(it.effects.is_empty(), "told twice");
    it.refuses(Event::Pay, Refusal::NotNow);
    it.wait(2 * DAY).on(Event::Appeal).is(StateKind::Appeal);
    assert_eq!(it.state.due(it.now).overdue.len(), 1, "its deadlines went on");
    it.on(News::AppealRefused).is(StateKind::Banned);
    it.on(Event::Appeal).on(News::AppealGranted).is(StateKind::AwaitingPayment);
    it.does(&notify(Notice::Lifted));
    it.on(News::Paid).on(News::FinallyFailed).is(StateKind::FinallyFailed);
    it.on(Event::Appeal).on(News::AppealRefused).is(StateKind::FinallyFailed);
    it.on(Event::Appeal).on(News::AppealGranted).is(StateKind::UnderReview);
    it.on(News::AccountFrozen).on(News::Certified);
    let State::Banned { measure, before, .. } = &it.state else { panic!("{:?}", it.state) };
    assert_eq!((*measure, before.kind()), (Measure::Frozen, StateKind::Certified));
    it.on(News::AccountWarned).is(StateKind::Certified).does(&notify(Notice::Warned));
}

#[test]
fn the_name_is_refused_and_the_certification_stands() {
    let start = || {
        let mut it = Process::new(WECHAT);
        it.on(complete()).on(Event::Submit).on(News::ReviewStarted);
        it
    };
    let verdict = |it: &Process| it.record().name_verdict;

    // The word about the name comes after it was taken for granted.
    let mut it = start();
    it.on(News::Certified).does(&rename("青石", "青石小筑"));
    it.on(News::NameRefused).is(StateKind::Certified).does(&rename("青石小筑", "青石"));
    assert_eq!(verdict(&it), NameVerdict::Refused);

    // It comes first.
    let mut it = start();
    it.on(News::NameRefused).is(StateKind::Certified).does(&notify(Notice::NameRefused));
    it.on(News::Certified).on(News::NameAccepted);
    assert!(!it.effects.iter().any(|effect| matches!(effect, Effect::RenameProgram { .. })));
    assert_eq!(verdict(&it), NameVerdict::Refused);

    // First the subject, then the name.
    let mut it = start();
    it.on(News::Qualified).is(StateKind::Certified);
    assert_eq!(verdict(&it), NameVerdict::Pending);
    it.on(News::NameAccepted).does(&rename("青石", "青石小筑"));
}

#[test]
fn the_administrator_refuses_or_is_late() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::TaskCreated);
    let mut refused = it.clone();
    refused.on(News::AuthorizationRefused).is(StateKind::Stopped).on(Event::StartOver);
    it.wait(DAY).on(Event::Tick).is(StateKind::AwaitingAuthorization);
    it.on(News::TaskTimedOut).is(StateKind::TimedOut);
    it.on(News::FacePassed).is(StateKind::TimedOut);
    it.on(Event::StartOver).on(complete()).on(Event::Submit).is(StateKind::Submitted);
}

#[test]
fn a_renewal_that_fails_leaves_the_certification() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::Certified).wait(300 * DAY);
    it.on(Event::Renew).on(complete()).on(Event::Submit).on(News::FinallyFailed);
    it.is(StateKind::FinallyFailed).on(Event::Withdraw).is(StateKind::RenewalDue);
    it.on(Event::Renew).on(Event::Withdraw).is(StateKind::RenewalDue);
    it.wait(100 * DAY).on(Event::Tick).is(StateKind::Expired);
}

#[test]
fn uploads_are_counted_and_expire() {
    let mut it = Process::new(BRIEF);
    for _ in 0..49 {
        it.on(Event::Upload);
    }
    it.wait(31 * DAY).on(Event::Tick).does(&notify(Notice::MaterialsExpired));
    let at = end_of_day(30);
    it.refuses(complete(), Refusal::MaterialsExpired { at });
    it.on(Event::Upload).on(complete());
    it.refuses(Event::Upload, Refusal::UploadsUsedUp { most: 50 });
    it.wait(31 * DAY);
    it.refuses(Event::Submit, Refusal::MaterialsExpired { at: end_of_day(61) });
    // The way out.
    it.on(Event::Withdraw).on(Event::StartOver).on(Event::Upload);
    assert_eq!(it.record().uploads, 1);
}

#[test]
fn a_review_that_nobody_ends_can_be_supplemented() {
    let mut it = Process::new(BRIEF);
    it.on(complete()).on(Event::Submit).on(News::ReviewStarted).wait(30 * DAY);
    it.on(Event::ConfirmOverdue).is(StateKind::TimedOut);
    it.on(Event::Correct).is(StateKind::UnderReview);
    assert_eq!(it.record().corrections, 1);
}

#[test]
fn a_program_that_was_certified_before_is_renewed() {
    let mut it = Process::new(WECHAT);
    let valid_until = Some(MONDAY + 20 * DAY);
    it.on(Event::Told(Told { valid_until, ..told(News::RenewalDue, MONDAY) }));
    it.is(StateKind::Preparing);
    assert_eq!(it.state.certificate().unwrap().valid_until, MONDAY + 20 * DAY);
    it.on(Event::Withdraw).is(StateKind::RenewalDue);
}

#[test]
fn what_identifies_somebody_is_not_printed() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit);
    let mut created = told(News::TaskCreated, MONDAY);
    created.reference.appid = Some("wx0123456789abcdef".into());
    created.reference.taskid = Some("task-1".into());
    let printed = format!("{created:?}");
    it.on(Event::Told(created));
    let printed = format!("{printed}{it:?}");
    for word in ["wx0123456789abcdef", "task-1", "青石"] {
        assert!(!printed.contains(word), "{printed}");
    }
    assert_eq!(format!("{:?}", Private::from("x")), "…");
}

#[test]
fn answers_about_another_application_are_not_heard() {
    let about = |news: News, taskid: &str| {
        let mut told = Told::new(news);
        told.reference.taskid = Some(taskid.into());
        Event::Told(told)
    };
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(about(News::TaskCreated, "1"));
    it.on(about(News::Certified, "0")).is(StateKind::AwaitingAuthorization);
    it.on(News::TaskTimedOut).on(Event::StartOver).on(complete()).on(Event::Submit);
    // The new one has no id yet, and the old one's is known.
    it.on(about(News::Certified, "1")).is(StateKind::Submitted);
    it.on(about(News::TaskCreated, "2")).is(StateKind::AwaitingAuthorization);
    let mut other_program = Told::new(News::AccountBanned);
    other_program.reference.appid = Some("wx2".into());
    let mut known = it.clone();
    let mut appid = Told::new(News::FacePassed);
    appid.reference.appid = Some("wx1".into());
    known.on(Event::Told(appid)).on(Event::Told(other_program)).is(StateKind::SmsCheck);
    // A correction may be answered with another id.
    it.on(about(News::SentBack, "2")).on(Event::Correct).wait(HOUR);
    it.on(about(News::Certified, "3")).is(StateKind::Certified);
    assert_eq!(it.record().reference.taskid, Some("3".into()));
}

#[test]
fn a_ban_that_was_lifted_does_not_come_back_late() {
    let mut it = Process::new(WECHAT);
    it.wait(DAY);
    it.on(Event::Told(told(News::AccountNormal, MONDAY + 2 * HOUR)));
    it.on(Event::Told(told(News::AccountBanned, MONDAY + HOUR))).is(StateKind::Preparing);
    assert_eq!(it.effects, []);
    it.on(Event::Told(told(News::AccountBanned, MONDAY + 3 * HOUR))).is(StateKind::Banned);
    it.on(Event::Told(told(News::AccountNormal, MONDAY + 2 * HOUR))).is(StateKind::Banned);
    it.on(Event::Appeal).on(Event::Told(told(News::AppealGranted, MONDAY + 4 * HOUR)));
    it.on(Event::Told(told(News::AccountBanned, MONDAY + 3 * HOUR))).is(StateKind::Preparing);
}

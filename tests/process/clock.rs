//! Clocks that stand still, jump ahead and go back.

use renzheng::process::{Due, DueKind, Event, News, State, StateKind};

use crate::support::{DAY, HOUR, MONDAY, Process, WECHAT, complete, samples, told};

#[test]
fn sleeping_comes_to_the_same_as_being_awake() {
    for (name, sample) in samples() {
        let mut awake = sample.clone();
        let mut asleep = sample.clone();
        for pause in [HOUR, 12 * HOUR, DAY, 3 * DAY, 20 * DAY, 40 * DAY, 200 * DAY, 200 * DAY] {
            awake.wait(pause).on(Event::Tick);
            asleep.wait(pause);
            assert_eq!(awake.state.due(awake.now), asleep.state.due(asleep.now), "{name}");
            assert_eq!(awake.state, asleep.clone().on(Event::Tick).state, "{name}");
        }
    }
}

#[test]
fn a_clock_set_back_brings_nothing_back() {
    for (name, sample) in samples() {
        for ahead in [DAY, 10 * DAY, 40 * DAY, 400 * DAY] {
            let mut late = sample.clone();
            late.wait(ahead).on(Event::Tick);
            let known = late.clone();
            let overdue = known.state.due(known.now).overdue;
            late.wait(-ahead - DAY).on(Event::Tick);
            assert_eq!(late.state, known.state, "{name}");
            assert_eq!(late.state.due(late.now).overdue, overdue, "{name}");
        }
    }
}

#[test]
fn a_clock_alone_ends_no_application() {
    let may_lapse = [StateKind::Certified, StateKind::RenewalDue, StateKind::Expired];
    for (name, sample) in samples() {
        let mut late = sample.clone();
        late.wait(4000 * DAY).on(Event::Tick);
        let (before, after) = (sample.state.kind(), late.state.kind());
        assert!(
            before == after || may_lapse.contains(&before) && may_lapse.contains(&after),
            "{name}"
        );
    }
}

#[test]
fn the_office_takes_back_what_a_wrong_clock_did() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::Certified);
    let right = it.clone();
    it.wait(4000 * DAY).on(Event::Tick).is(StateKind::Expired).wait(-4000 * DAY);
    it.on(Event::Tick).is(StateKind::Expired);
    let now = it.now;
    it.clone().on(Event::Check { valid_until: None }).is(StateKind::Certified);
    it.on(Event::Told(told(News::Standing, now))).is(StateKind::Certified);
    assert_eq!(it.state.due(now).overdue, []);
    let valid = |process: &Process| process.state.certificate().unwrap().valid_until;
    assert_eq!(valid(&it), valid(&right));

    // Submitted by a clock a year ahead: answers with the right time are still heard.
    let mut it = Process::new(WECHAT);
    it.wait(365 * DAY).on(complete()).on(Event::Submit).wait(-365 * DAY);
    it.on(Event::Told(told(News::ReviewStarted, MONDAY + HOUR))).is(StateKind::UnderReview);
    it.on(Event::Told(told(News::SentBack, MONDAY + 2 * HOUR))).is(StateKind::SentBack);
    it.on(Event::Told(told(News::ReviewStarted, MONDAY + HOUR))).is(StateKind::SentBack);
}

#[test]
fn an_end_that_has_come_is_not_talked_away() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::Certified).wait(370 * DAY);
    it.on(Event::Check { valid_until: None }).is(StateKind::Expired);
    let valid_until = Some(it.now + 100 * DAY);
    it.on(Event::Check { valid_until }).is(StateKind::Certified);
}

#[test]
fn moments_at_the_ends_of_time_are_moments() {
    for (_, sample) in samples() {
        for now in [i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX] {
            for event in renzheng::process::events() {
                let event = match event {
                    Event::Told(mut told) => {
                        told.at = Some(now);
                        told.valid_until = Some(now);
                        Event::Told(told)
                    }
                    event => event,
                };
                if let Ok(step) = sample.state.clone().on(event, now, sample.profile) {
                    let _: Due = step.state.due(now);
                }
            }
        }
    }
}

#[test]
fn whole_days_end_at_midnight_in_china() {
    let mut it = Process::new(WECHAT);
    it.on(complete()).on(Event::Submit).on(News::ReviewStarted);
    for (hour, days) in [(0, 30), (13, 30), (14, 31), (23, 31)] {
        let mut back = it.clone();
        back.wait(hour * HOUR).on(News::SentBack);
        let State::SentBack { until, .. } = back.state else { unreachable!() };
        assert_eq!(until.at, MONDAY + 14 * HOUR + days * DAY, "{hour}");
        assert_eq!(back.state.due(back.now).next[0].what, DueKind::Correction);
    }
}

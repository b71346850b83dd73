//! Every event in every sort of state.

use std::fmt::Write;

use renzheng::process::{Act, Event, EventKind, News, Refusal, StateKind, events, transitions};

use crate::support::{BRIEF, HOUR, Process, WECHAT, samples};

const TABLE: &str = include_str!("table.txt");

fn code(kind: StateKind) -> &'static str {
    match kind {
        StateKind::Preparing => "pre",
        StateKind::Ready => "rdy",
        StateKind::Submitted => "sub",
        StateKind::AwaitingAuthorization => "aut",
        StateKind::FaceCheck => "fac",
        StateKind::SmsCheck => "sms",
        StateKind::AwaitingOrder => "ord",
        StateKind::AwaitingPayment => "pay",
        StateKind::UnderReview => "rev",
        StateKind::SentBack => "bac",
        StateKind::Certified => "cer",
        StateKind::RenewalDue => "due",
        StateKind::Expired => "exp",
        StateKind::FinallyFailed => "fai",
        StateKind::Stopped => "sto",
        StateKind::TimedOut => "tim",
        StateKind::Withdrawn => "wit",
        StateKind::Banned => "ban",
        StateKind::Appeal => "app",
    }
}

/// What comes of an event, an hour after the state was reached.
fn outcome(process: &Process, event: &Event) -> &'static str {
    let now = process.now + HOUR;
    let step = match process.state.clone().on(event.clone(), now, process.profile) {
        Ok(step) => step,
        Err(refused) => {
            assert_eq!((&refused.state, &refused.event), (&process.state, event));
            return match refused.why {
                Refusal::NotNow => "-",
                Refusal::NotOverdue { .. } => "-w",
                Refusal::CorrectionsUsedUp { .. } => "-u",
                Refusal::TooEarly { .. } => "-e",
                why => panic!("{why:?}"),
            };
        }
    };
    if step.state == process.state {
        assert_eq!(step.effects, [], "{event:?} in {:?}", process.state);
        "."
    } else if step.state.kind() == process.state.kind() {
        "="
    } else {
        code(step.state.kind())
    }
}

#[test]
fn every_event_in_every_state_has_its_answer() {
    let samples = samples();
    let mut actual = format!("{:22}", "");
    let line = |actual: &mut String, cells: Vec<&str>| {
        for cell in cells {
            write!(actual, "{cell:4}").unwrap();
        }
        actual.truncate(actual.trim_end().len());
        actual.push('\n');
    };
    line(&mut actual, samples.iter().map(|(name, _)| *name).collect());
    for event in events() {
        write!(actual, "{:22}", event.kind().as_str()).unwrap();
        line(&mut actual, samples.iter().map(|(_, process)| outcome(process, &event)).collect());
    }
    let expected = TABLE.rsplit_once("\n\n").unwrap().1;
    for (actual, expected) in actual.lines().zip(expected.lines()) {
        assert_eq!(actual, expected);
    }
    assert_eq!(actual, expected);
}

#[test]
fn the_table_has_every_state_and_every_event() {
    let samples = samples();
    for kind in StateKind::ALL {
        assert!(samples.iter().any(|(_, process)| process.state.kind() == kind), "{kind:?}");
    }
    let events: Vec<EventKind> = events().iter().map(Event::kind).collect();
    for act in Act::ALL {
        assert!(events.contains(&EventKind::Act(act)), "{act:?}");
    }
    for news in News::ALL {
        assert!(events.contains(&EventKind::News(news)), "{news:?}");
    }
}

#[test]
fn every_state_is_reached_and_can_be_left() {
    for profile in [WECHAT, BRIEF] {
        let ways = transitions(profile);
        for kind in StateKind::ALL {
            let is_reached = ways.iter().any(|way| way.to == kind);
            assert!(is_reached, "{kind:?}");
            assert!(ways.iter().any(|way| way.from == kind), "stuck in {kind:?}");
        }
    }
}

/// From anywhere an application can be brought to a certification, by what the person
/// does and the office says: nothing is lost for good.
#[test]
fn every_state_leads_to_certified() {
    let ways = transitions(WECHAT);
    let mut leading = vec![StateKind::Certified];
    loop {
        let before = leading.len();
        for way in &ways {
            if leading.contains(&way.to) && !leading.contains(&way.from) {
                leading.push(way.from);
            }
        }
        if leading.len() == before {
            break;
        }
    }
    assert_eq!(leading.len(), StateKind::ALL.len());
}

//! Any event at any time in any order: the process keeps its promises without any help.

use fastrand::Rng;
use renzheng::process::{Event, Reason, events};

use crate::invariants::Watched;
use crate::support::{DAY, HOUR, MONDAY, samples};

const STEPS: u64 = 500_000;

#[test]
fn nothing_breaks_a_process() {
    let mut random = Rng::with_seed(20_260_302);
    let samples = samples();
    let events = events();
    let mut steps = 0;
    while steps < STEPS {
        let (_, sample) = &samples[random.usize(..samples.len())];
        let mut it = Watched::new(sample.clone());
        for _ in 0..100 {
            it.process.now = moment(&mut random, it.process.now);
            let event = event(&mut random, &events, it.process.now);
            it.on(&event);
        }
        steps += it.steps;
    }
}

/// Mostly a little later, at times much later or earlier, and now and then nonsense.
fn moment(random: &mut Rng, now: i64) -> i64 {
    match random.u8(..100) {
        0..70 => now.saturating_add(random.i64(0..2 * DAY)),
        70..80 => now.saturating_add(random.i64(0..400 * DAY)),
        80..98 => now.saturating_sub(random.i64(0..100 * DAY)),
        98 => random.i64(..),
        _ => MONDAY + random.i64(0..1000 * DAY),
    }
}

fn event(random: &mut Rng, events: &[Event], now: i64) -> Event {
    let mut event = events[random.usize(..events.len())].clone();
    let near = |random: &mut Rng| now.saturating_add(random.i64(-40 * DAY..2 * DAY));
    if let Event::Told(told) = &mut event {
        if random.bool() {
            told.at = Some(near(random));
        }
        if random.u8(..8) == 0 {
            told.valid_until = Some(near(random).saturating_add(365 * DAY));
        }
        if random.u8(..8) == 0 {
            let id = ["a", "b"][random.usize(..2)];
            told.reference.taskid = Some(id.into());
        }
        if random.u8(..8) == 0 {
            told.reasons = vec![Reason { field: None, text: "x".into() }];
        }
    }
    if let (Event::Check { valid_until }, true) = (&mut event, random.bool()) {
        *valid_until = Some(near(random).saturating_add(HOUR));
    }
    event
}

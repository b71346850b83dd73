//! How long form and photos stay, and when a clock may be believed.
//!
//! What is over its date goes at the start of the page, unless the clock may be wrong:
//!
//! - The page notes the time of each start. Where the clock has jumped forward by more
//!   than [`BELIEVABLE_MS`] since the last start, the jump is noted and nothing goes.
//! - Only a start at least [`DOUBT_MS`] after the noted jump makes what is over its date
//!   go. A clock that was put right until then has ended the doubt.
//! - A clock that went back deletes nothing; a date that lies further ahead than the
//!   clock's own error can be counts from the present moment.
//!
//! Someone who comes back after a longer absence therefore finds the data for one more
//! day: a shorter absence and a wrong clock look the same, and losing what was typed is
//! the worse mistake. Nothing of this touches the process and its deadlines.

use serde::{Deserialize, Serialize};

use crate::wire::snapshot::{Retention, Snapshot};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// Seven days, as the privacy page promises.
pub const KEPT_MS: u64 = 7 * DAY_MS;

/// An absence of so long is nothing strange. Chosen by us: twice the time for which
/// anything is kept; clocks are mostly wrong by hours, or by months and years.
pub const BELIEVABLE_MS: u64 = 14 * DAY_MS;

/// How long a jump is doubted. Chosen by us: a wrong date is noticed within a day.
pub const DOUBT_MS: u64 = DAY_MS;

/// What the page knows of the clock from its earlier starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The time of the last start.
    at: u64,
    /// The time of the first start after a jump that is still doubted.
    doubted: Option<u64>,
}

impl Seen {
    /// A start of the page: whether its clock is believed, and what is noted.
    pub const fn start(before: Option<Self>, now: u64) -> (bool, Self) {
        let calm = Self { at: now, doubted: None };
        let Some(Self { at, doubted }) = before else { return (true, calm) };
        if now < at {
            return (true, calm);
        }
        match doubted {
            Some(since) if now - since < DOUBT_MS => (false, Self { at: now, doubted }),
            None if BELIEVABLE_MS < now - at => (false, Self { at: now, doubted: Some(now) }),
            _ => (true, calm),
        }
    }
}

/// When form and photos go, if the person's choice has a date.
pub const fn deadline(retention: Retention, saved_at: u64) -> Option<u64> {
    match retention {
        Retention::SevenDays => Some(saved_at.saturating_add(KEPT_MS)),
        Retention::Tab | Retention::Passphrase => None,
    }
}

/// Whether form and photos are over their date.
pub fn is_over(snapshot: &Snapshot, now: u64) -> bool {
    deadline(snapshot.retention, snapshot.saved_at).is_some_and(|deadline| deadline <= now)
}

/// Whether it was saved so far in the future that the clock was wrong then.
pub const fn is_from_the_future(snapshot: &Snapshot, now: u64) -> bool {
    now.saturating_add(BELIEVABLE_MS) < snapshot.saved_at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::snapshot::DraftId;

    /// Starts on these days, and whether each is believed.
    #[track_caller]
    fn starts(days: &[(u64, bool)]) {
        let mut seen = None;
        for &(day, expected) in days {
            let (is_believed, next) = Seen::start(seen, day * DAY_MS);
            assert_eq!(is_believed, expected, "day {day} of {days:?}");
            seen = Some(next);
        }
    }

    #[test]
    fn a_clock_is_believed_unless_it_jumps() {
        starts(&[(100, true), (101, true), (115, true)]);
        starts(&[(100, true), (115, false), (115, false), (116, true), (117, true)]);
        // Set forward by years, and put right: no doubt is left.
        starts(&[(100, true), (4000, false), (100, true), (101, true)]);
        // Set back, and put right after it had been noted.
        starts(&[(100, true), (10, true), (100, false), (101, true)]);
    }

    #[test]
    fn only_the_default_has_a_date() {
        assert_eq!(deadline(Retention::SevenDays, 5), Some(5 + 604_800_000));
        assert_eq!(deadline(Retention::Tab, 5), None);
        assert_eq!(deadline(Retention::Passphrase, 5), None);
    }

    #[test]
    fn a_week_is_over_after_seven_days() {
        let mut snapshot = Snapshot::new(DraftId("a".to_owned()));
        snapshot.saved_at = 10 * DAY_MS;
        assert!(!is_over(&snapshot, 17 * DAY_MS - 1));
        assert!(is_over(&snapshot, 17 * DAY_MS));
        assert!(!is_over(&snapshot, 0), "a clock set back takes nothing");
        assert!(!is_from_the_future(&snapshot, 9 * DAY_MS));
        snapshot.saved_at = 30 * DAY_MS;
        assert!(is_from_the_future(&snapshot, 10 * DAY_MS));
    }
}

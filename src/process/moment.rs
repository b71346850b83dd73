//! Moments and deadlines. All are absolute, so that a process can be stored and restored
//! at any time without losing one.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// A moment, in Unix milliseconds.
pub type Millis = i64;

const HOUR: Millis = 60 * 60 * 1000;
pub(crate) const DAY: Millis = 24 * HOUR;

/// A moment until which something has to happen, and whether it is known to be over.
///
/// Once over it stays over: a clock that is set back does not bring it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The first moment that is too late.
    pub at: Millis,
    /// Whether it has been seen to be over.
    pub passed: bool,
}

impl Deadline {
    /// A deadline at that moment.
    pub const fn new(at: Millis) -> Self {
        Self { at, passed: false }
    }

    pub(super) const fn after_hours(start: Millis, hours: u16) -> Self {
        Self::new(start.saturating_add(hours as Millis * HOUR))
    }

    /// At 24:00 in UTC+8 of the day so many days later.
    pub(super) fn after_days(start: Millis, days: u16) -> Self {
        Self::new(Date::of_millis(start).plus_days(days).end_millis())
    }

    /// Whether it is over by what is known or by the clock.
    pub const fn is_over(self, now: Millis) -> bool {
        self.passed || self.at <= now
    }

    /// Takes note of the clock. Whether that is news.
    pub(super) fn settle(&mut self, now: Millis) -> bool {
        let was_over = self.passed;
        self.passed = self.is_over(now);
        self.passed != was_over
    }

    /// Moves it forward when it turns out to be nearer.
    pub(super) fn no_later_than(&mut self, other: Self) {
        self.at = self.at.min(other.at);
    }
}

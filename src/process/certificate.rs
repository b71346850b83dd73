//! A certification that stands: how long, what happens when it ends, and when to look again.

use serde::{Deserialize, Serialize};

use super::moment::{DAY, Deadline, Millis};
use super::profile::ProcessProfile;
use super::record::Reference;
use super::step::{Effect, Notice};
use crate::date::Date;

/// A certification, from approval to long after its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Certificate {
    /// What the office calls it.
    pub reference: Reference,
    /// When it was approved.
    pub since: Millis,
    /// When it ends.
    pub valid_until: Millis,
    /// Whether that is our calculation and not the office's word.
    pub estimated: bool,
    /// When the office reminds. From the first on it can be renewed.
    pub remind_at: Vec<Millis>,
    /// When the program can do less and less. The first is the end.
    pub restrict_at: Vec<Millis>,
    /// How many of the reminders are over.
    pub reminded: u8,
    /// How many of the restrictions are in force; 0 while it is valid.
    pub lapsed: u8,
    /// When to ask the office again whether it stands.
    pub check_by: Deadline,
}

impl Certificate {
    /// What was approved at `since`, valid until what the office says or for the usual time.
    pub(super) fn new(
        reference: Reference,
        since: Millis,
        valid_until: Option<Millis>,
        profile: &ProcessProfile,
    ) -> Self {
        let usual = || Date::of_millis(since).plus_years(profile.validity_years.value).end_millis();
        let mut certificate = Self {
            reference,
            since,
            valid_until: 0,
            estimated: valid_until.is_none(),
            remind_at: Vec::new(),
            restrict_at: Vec::new(),
            reminded: 0,
            lapsed: 0,
            check_by: Deadline::after_days(since, profile.check_days.value),
        };
        certificate.set_end(valid_until.unwrap_or_else(usual), profile);
        certificate
    }

    fn set_end(&mut self, valid_until: Millis, profile: &ProcessProfile) {
        let days = |days: &u16| Millis::from(*days) * DAY;
        self.valid_until = valid_until;
        self.remind_at = (profile.reminder_days.values.iter())
            .map(|before| valid_until.saturating_sub(days(before)))
            .collect();
        self.restrict_at = (profile.restriction_days.values.iter())
            .map(|after| valid_until.saturating_add(days(after)))
            .collect();
    }

    /// Takes over what the office says about its end, if that is news. An end before the
    /// known one belongs to a certification of the past, unless the known one was estimated.
    pub(super) fn hear_end(&mut self, told: Option<Millis>, now: Millis, profile: &ProcessProfile) {
        let Some(told) = told.filter(|told| self.since < *told) else { return };
        if self.estimated || self.valid_until < told {
            let is_later = self.valid_until < told;
            self.estimated = false;
            self.set_end(told, profile);
            if is_later {
                self.reminded = over(&self.remind_at, now);
                self.lapsed = over(&self.restrict_at, now);
            }
        }
    }

    /// Whether the office can mean this one, and not one before it.
    pub(super) fn is_meant_by(&self, valid_until: Option<Millis>) -> bool {
        let least = if self.estimated { self.since } else { self.valid_until };
        valid_until.is_none_or(|told| least <= told)
    }

    /// Whoever looked says that it stands. That takes back an end which only a wrong clock
    /// said; when the end has come by its date, another date is needed.
    pub(super) fn confirm(&mut self, seen: Millis, now: Millis, profile: &ProcessProfile) {
        if 0 < self.lapsed && now < self.valid_until {
            self.lapsed = 0;
            self.reminded = over(&self.remind_at, now);
        }
        if self.check_by.passed {
            self.check_again(seen, now, profile);
        }
    }

    /// Somebody looked at `seen`, which is enough if it was not long ago.
    pub(super) fn check_again(&mut self, seen: Millis, now: Millis, profile: &ProcessProfile) {
        let next = Deadline::after_days(seen, profile.check_days.value);
        if !next.is_over(now) {
            self.check_by = next;
        }
    }

    /// How many restrictions are in force at that moment.
    pub(super) fn lapsed_at(&self, moment: Millis) -> u8 {
        over(&self.restrict_at, moment)
    }

    /// Takes note of the clock.
    pub(super) fn settle(&mut self, now: Millis, effects: &mut Vec<Effect>) {
        self.lapse(over(&self.remind_at, now), self.lapsed_at(now), effects);
        if self.check_by.settle(now) {
            effects.push(Effect::CheckCertificate);
        }
    }

    /// So many reminders and restrictions are known to be over, which only ever adds.
    pub(super) fn lapse(&mut self, reminded: u8, lapsed: u8, effects: &mut Vec<Effect>) {
        if self.lapsed < lapsed {
            effects.push(Effect::Notify { notice: Notice::Expired });
        } else if self.reminded < reminded && self.lapsed == 0 {
            effects.push(Effect::Notify { notice: Notice::RenewalDue });
        }
        self.reminded = self.reminded.max(reminded);
        self.lapsed = self.lapsed.max(lapsed);
    }
}

/// How many of these moments are over.
fn over(moments: &[Millis], now: Millis) -> u8 {
    let count = moments.iter().filter(|moment| **moment <= now).count();
    u8::try_from(count).unwrap_or(u8::MAX)
}

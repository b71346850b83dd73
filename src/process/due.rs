//! What is overdue, and what comes next.

use serde::Serialize;

use super::moment::{Deadline, Millis};
use super::settle::settle;
use super::state::State;
use crate::finding::sort_by;
use crate::names::names;

names! {
    /// What a moment is the end of.
    pub enum DueKind {
        /// The administrator has to authorize.
        "authorization" => Authorization,
        /// The administrator has to show the face.
        "face-check" => FaceCheck,
        /// The administrator has to repeat the code.
        "sms-check" => SmsCheck,
        /// The office has to make the order.
        "order" => Order,
        /// The fee has to be paid.
        "payment" => Payment,
        /// The office should have reviewed it.
        "review" => Review,
        /// It has to be corrected.
        "correction" => Correction,
        /// Uploaded photos can be used.
        "materials" => Materials,
        /// The next reminder of the renewal.
        "renewal" => Renewal,
        /// The certification ends.
        "validity" => Validity,
        /// The program can do less.
        "restriction" => Restriction,
        /// The certification should be looked up.
        "check" => Check,
    }
}

/// A moment that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DueItem {
    /// What it is the end of.
    pub what: DueKind,
    /// When.
    pub at: Millis,
}

/// What is overdue, and what comes next, each list with the earliest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Due {
    /// What has passed.
    pub overdue: Vec<DueItem>,
    /// What is to come.
    pub next: Vec<DueItem>,
}

impl State {
    /// What is overdue at `now`, and what comes next. It is the same whether the process
    /// was awake all the time or has just been restored.
    pub fn due(&self, now: Millis) -> Due {
        let mut due = Due::default();
        let settled = settle(self.clone(), now, &mut Vec::new());
        settled.list(&mut due);
        sort_by(&mut due.overdue, |item| item.at);
        sort_by(&mut due.next, |item| item.at);
        due
    }

    /// Of a settled state: what has passed is marked.
    fn list(&self, due: &mut Due) {
        if let Self::Banned { before, .. } | Self::Appeal { before, .. } = self {
            return before.list(due);
        }
        let mut add = |what, deadline: Deadline| {
            let item = DueItem { what, at: deadline.at };
            if deadline.passed { due.overdue.push(item) } else { due.next.push(item) }
        };
        if let Some((what, until)) = self.wait() {
            add(what, until);
        }
        if let Some(materials) = self.record().materials.filter(|_| self.uses_materials()) {
            add(DueKind::Materials, materials);
        }
        if let Some(certificate) = self.certificate() {
            let lapsed = usize::from(certificate.lapsed);
            for (i, at) in certificate.restrict_at.iter().enumerate() {
                let what = if i == 0 { DueKind::Validity } else { DueKind::Restriction };
                add(what, Deadline { at: *at, passed: i < lapsed });
            }
            if lapsed == 0 {
                for at in certificate.remind_at.iter().skip(certificate.reminded.into()) {
                    add(DueKind::Renewal, Deadline::new(*at));
                }
            }
            add(DueKind::Check, certificate.check_by);
        }
    }
}

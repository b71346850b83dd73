//! What is true of an application whatever state it is in.

use serde::{Deserialize, Serialize};

use super::certificate::Certificate;
use super::moment::{Deadline, Millis};
use super::private::Private;
use super::profile::ProcessProfileId;
use crate::names::names;

/// What the office calls an application: the certification ID of the guide is this, since
/// WeChat has no other. It refers to the program; it proves nothing and opens nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reference {
    /// The program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appid: Option<Private>,
    /// The application, as the answer to submitting it has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taskid: Option<Private>,
    /// The order, as the office shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub orderid: Option<Private>,
}

impl Reference {
    /// Takes over what `other` knows and this does not.
    pub(super) fn complete_from(&mut self, other: &Self) {
        let fill = |mine: &mut Option<Private>, theirs: &Option<Private>| {
            if mine.is_none() {
                mine.clone_from(theirs);
            }
        };
        fill(&mut self.appid, &other.appid);
        fill(&mut self.taskid, &other.taskid);
        fill(&mut self.orderid, &other.orderid);
    }
}

/// Who reviews the application for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its name.
    pub provider: Private,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Private>,
}

/// Why something was refused, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The field, as whoever gave the reason names it; none where the reason is for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The reason in the office's words.
    pub text: Private,
}

names! {
    /// What the office said about the name.
    #[derive(Default)]
    pub enum NameVerdict {
        /// Nothing yet.
        #[default]
        "pending" => Pending,
        /// The program has it now.
        "accepted" => Accepted,
        /// The program keeps its name; the certification stands all the same.
        "refused" => Refused,
    }
}

/// What outlives a state. Every state has it, and it is plain data like all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// Under which rules the process was started.
    pub profile: ProcessProfileId,
    /// What the office calls this application.
    #[serde(default)]
    pub reference: Reference,
    /// The `taskid` of the application before this one, so that its late answers are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Private>,
    /// The program's name before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_from: Option<Private>,
    /// The name applied for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_to: Option<Private>,
    /// What became of it.
    pub name_verdict: NameVerdict,
    /// What the certification costs; 0 where it is free.
    #[serde(default)]
    pub yuan: u16,
    /// When it was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Millis>,
    /// How many photos were uploaded for this application.
    #[serde(default)]
    pub uploads: u16,
    /// How often it was corrected.
    #[serde(default)]
    pub corrections: u16,
    /// Until when the uploaded photos can be used; none where none are waiting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub materials: Option<Deadline>,
    /// Until when corrections are taken, while it is not sent back: it counts from the
    /// first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_by: Option<Deadline>,
    /// Who reviews it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// When it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<Millis>,
    /// How new the newest that is known about the application is. What is older is late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub news_at: Option<Millis>,
    /// The same for news about the account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_at: Option<Millis>,
    /// Whether the account was warned.
    #[serde(default)]
    pub warned: bool,
    /// The certification that stands while it is being renewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
}

impl Record {
    /// A record for another application of the same program, without a trace of this one
    /// but the id that its late answers have.
    pub(super) fn renewed(self, certificate: Option<Certificate>) -> Self {
        Self {
            profile: self.profile,
            previous: self.reference.taskid.or(self.previous),
            reference: Reference { appid: self.reference.appid, ..Reference::default() },
            news_at: self.news_at,
            account_at: self.account_at,
            warned: self.warned,
            certificate,
            ..Self::default()
        }
    }
}

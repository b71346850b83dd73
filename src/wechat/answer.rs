//! Answers and messages of WeChat, in WeChat's words.

use serde::Deserialize;

use super::loose::Loose;
use crate::process::Millis;

/// An answer of WeChat or a message from it: every member that says something about
/// certification, all of them optional, under the names of JSON and of XML. Members of
/// other names are passed over.
///
/// - `/wxa/sec/queryauth`, `/wxa/sec/wxaauth`, `/wxa/sec/reauth`;
/// - `/wxa/sec/query_auth_and_icp`;
/// - the messages `notify_3rd_wxa_auth` and `notify_3rd_wxa_wxverify` of the platform;
/// - the events `qualification_verify_success`, `qualification_verify_fail`,
///   `naming_verify_success`, `naming_verify_fail`, `annual_renew`, `verify_expired`,
///   `wx_verify_pay_succ` and `wx_verify_dispatch` of the account;
/// - the facts of an account: `account_status`, `wx_verify_info`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// When the question was asked that this answers, in Unix milliseconds. Whoever asks
    /// more than one question at a time adds it. Messages bring their own time.
    pub at: Option<Millis>,
    /// 0 where the question could be answered.
    pub errcode: Loose,

    /// How far the task is: 0 to 15.
    pub task_status: Loose,
    /// How far the order is: 0 to 5; it counts once there is an order.
    pub apply_status: Loose,
    /// How far certification and filing are in the combined flow: 15 to 26.
    pub procedure_status: Loose,
    /// The program.
    #[serde(alias = "authorizer_appid")]
    pub appid: Loose,
    /// The application.
    pub taskid: Loose,
    /// The order.
    #[serde(alias = "OrderId")]
    pub orderid: Loose,
    /// Where the administrator authorizes.
    pub auth_url: Loose,
    /// Why it was sent back.
    pub refill_reason: Loose,
    /// Why it failed.
    #[serde(alias = "FailReason")]
    pub fail_reason: Loose,
    /// The same in messages.
    pub message: Loose,
    /// Who reviews it.
    pub dispatch_info: DispatchInfo,
    /// Why it was sent back, by field.
    pub audit_data: Vec<Detail>,
    /// The same from the check before the review.
    pub hints: Vec<Detail>,

    /// The kind of a message of the platform.
    #[serde(rename = "InfoType")]
    pub info_type: Loose,
    /// The kind of an event of the account.
    #[serde(rename = "Event")]
    pub event: Loose,
    /// When a message was made, in seconds.
    #[serde(rename = "CreateTime")]
    pub create_time: Loose,
    /// When it failed, in seconds.
    #[serde(rename = "FailTime")]
    pub fail_time: Loose,
    /// When the certification ends, in seconds.
    #[serde(rename = "ExpiredTime", alias = "expired")]
    pub expired_time: Loose,
    /// Who reviews it, in an event of the account.
    #[serde(rename = "Provider")]
    pub provider: Loose,
    /// How to reach them.
    #[serde(rename = "Contact")]
    pub contact: Loose,

    /// 1 normal, 14 deregistered, 16 banned, 18 warned, 19 frozen.
    pub account_status: Loose,
    /// Whether the account is certified now.
    pub wx_verify_info: VerifyInfo,
}

/// Who reviews an application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DispatchInfo {
    /// The agency.
    pub provider: Loose,
    /// How to reach it.
    pub contact: Loose,
}

/// What is wrong with one field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// The field, as WeChat calls it.
    #[serde(alias = "err_field")]
    pub key_name: Loose,
    /// What is wrong.
    #[serde(alias = "errmsg")]
    pub error: Loose,
    /// What to do.
    pub suggest: Loose,
}

/// Whether an account is certified now, whatever becomes of an application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct VerifyInfo {
    /// Whether the subject is certified.
    pub qualification_verify: Loose,
    /// Whether the renewal is open.
    pub annual_review: Loose,
    /// Until when it is, in seconds.
    pub annual_review_end_time: Loose,
}

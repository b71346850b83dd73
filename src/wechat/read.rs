//! From what WeChat answers to the events of the process.

use serde::Serialize;

use super::answer::{Answer, Detail};
use super::loose::Loose;
use crate::process::{Agency, Event, Millis, News, Private, Reason, Reference, Told};

/// What an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// As events. None where it says nothing that is known.
    pub events: Vec<Event>,
    /// What nobody has documented, to be shown as it is.
    pub unknown: Vec<Unknown>,
}

/// A value without a known meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// The member.
    pub member: &'static str,
    /// Its value.
    pub value: Loose,
}

/// Reads an answer. A value that is not documented is kept and never guessed.
///
/// # Example
///
/// ```
/// use renzheng::process::{Event, News};
/// use renzheng::wechat::{Answer, from_wechat};
///
/// let answer = Answer { task_status: 15.into(), apply_status: 0.into(), ..Answer::default() };
/// assert_eq!(from_wechat(&answer).events, [Event::from(News::PaymentDue)]);
///
/// let answer = Answer { task_status: 13.into(), ..Answer::default() };
/// let reading = from_wechat(&answer);
/// assert!(reading.events.is_empty());
/// assert_eq!(reading.unknown[0].member, "task_status");
/// ```
pub fn from_wechat(answer: &Answer) -> Reading {
    let mut reading = Reading::default();
    if answer.errcode.number().is_some_and(|code| code != 0) {
        reading.keep("errcode", &answer.errcode);
        return reading;
    }
    // What `wxaauth` answers has no status: the task is there, and waits.
    let created = answer.auth_url.text().is_some() && answer.task_status.text().is_none();
    let created = created.then_some(News::TaskCreated);
    let order = reading.read("apply_status", &answer.apply_status, of_apply_status);
    let task = reading.read("task_status", &answer.task_status, of_task_status);
    let procedure = reading.read("procedure_status", &answer.procedure_status, of_procedure_status);
    let message = reading.read_message(answer);
    let account = reading.read("account_status", &answer.account_status, of_account_status);
    // Once there is an order, its status says more than that of the task.
    for news in [order.or(task).or(created), procedure, message, account, of_facts(answer)]
        .into_iter()
        .flatten()
    {
        reading.events.push(Event::Told(told(answer, news)));
    }
    reading
}

impl Reading {
    /// The news of a number, if it is known or says nothing.
    fn read(
        &mut self,
        member: &'static str,
        value: &Loose,
        meaning: fn(i64) -> Meaning,
    ) -> Option<News> {
        value.text()?;
        match value.number().map_or(Meaning::Unknown, meaning) {
            Meaning::News(news) => Some(news),
            Meaning::Nothing => None,
            Meaning::Unknown => {
                self.keep(member, value);
                None
            }
        }
    }

    /// The news of a message or event, by its name.
    fn read_message(&mut self, answer: &Answer) -> Option<News> {
        if let Some(name) = answer.info_type.text() {
            return match name {
                // Its numbers say everything.
                "notify_3rd_wxa_auth" => None,
                "notify_3rd_wxa_wxverify" => {
                    Some(if is_before_end(answer) { News::RenewalDue } else { News::Expired })
                }
                _ => {
                    self.keep("InfoType", &answer.info_type);
                    None
                }
            };
        }
        let news = match answer.event.text()? {
            "qualification_verify_success" => News::Qualified,
            "qualification_verify_fail" => News::FinallyFailed,
            "naming_verify_success" => News::NameAccepted,
            "naming_verify_fail" => News::NameRefused,
            "annual_renew" => News::RenewalDue,
            "verify_expired" => News::Expired,
            "wx_verify_pay_succ" => News::Paid,
            "wx_verify_dispatch" => News::ReviewStarted,
            _ => {
                self.keep("Event", &answer.event);
                return None;
            }
        };
        Some(news)
    }

    fn keep(&mut self, member: &'static str, value: &Loose) {
        self.unknown.push(Unknown { member, value: value.clone() });
    }
}

enum Meaning {
    News(News),
    /// It is documented to say nothing.
    Nothing,
    Unknown,
}

/// Source: `/wxa/sec/queryauth`. 10 and 13 are not documented.
fn of_task_status(number: i64) -> Meaning {
    Meaning::News(match number {
        0 => News::TaskCreated,
        1 => News::TaskTimedOut,
        2 => News::AuthorizationRefused,
        3 => News::Authorized,
        4 => News::FaceStarted,
        5 => News::FaceFailed,
        6 => News::FacePassed,
        7 => News::CodeSent,
        8 => News::CodeFailed,
        9 => News::CodePassed,
        11 => News::OrderFailed,
        12 => News::OrderCreated,
        14 => News::VerificationFailed,
        15 => News::PaymentDue,
        _ => return Meaning::Unknown,
    })
}

/// Source: `/wxa/sec/queryauth`. 0 means that there is no order.
fn of_apply_status(number: i64) -> Meaning {
    Meaning::News(match number {
        0 => return Meaning::Nothing,
        1 => News::PaymentDue,
        2 => News::ReviewStarted,
        3 => News::SentBack,
        4 => News::Certified,
        5 => News::FinallyFailed,
        _ => return Meaning::Unknown,
    })
}

/// Source: `WxOpenQueryAuthAndIcpResult` of `WxJava`. Numbers below 15 occur and are not
/// documented. From 21 on it is about the filing, which begins when the certification
/// has passed.
fn of_procedure_status(number: i64) -> Meaning {
    Meaning::News(match number {
        15 => News::PaymentDue,
        16 => News::Paid,
        17 => News::ReviewStarted,
        18 => News::SentBack,
        19 | 21..=26 => News::Certified,
        20 => News::FinallyFailed,
        _ => return Meaning::Unknown,
    })
}

/// Source: `WxOpenAuthorizerInfo` of `WxJava`.
fn of_account_status(number: i64) -> Meaning {
    Meaning::News(match number {
        1 => News::AccountNormal,
        14 => News::AccountDeregistered,
        16 => News::AccountBanned,
        18 => News::AccountWarned,
        19 => News::AccountFrozen,
        _ => return Meaning::Unknown,
    })
}

/// Source: `wx_verify_info` of `getaccountbasicinfo`, and WeChat's answer at
/// <https://developers.weixin.qq.com/community/minihome/doc/0006a832238928f7fd846d79c66400>.
/// An account that is not certified may be so for many reasons, so that says nothing.
fn of_facts(answer: &Answer) -> Option<News> {
    let facts = &answer.wx_verify_info;
    if facts.annual_review.is_true() {
        Some(News::RenewalDue)
    } else if facts.qualification_verify.is_true() {
        Some(News::Standing)
    } else {
        None
    }
}

fn told(answer: &Answer, news: News) -> Told {
    let reasons = match news {
        News::SentBack | News::FinallyFailed | News::NameRefused => reasons(answer),
        _ => Vec::new(),
    };
    let is_review = news == News::ReviewStarted;
    Told {
        at: time(answer),
        reference: Reference {
            appid: private(&answer.appid),
            taskid: private(&answer.taskid),
            orderid: private(&answer.orderid),
        },
        auth_url: private(&answer.auth_url).filter(|_| news == News::TaskCreated),
        reasons,
        agency: agency(answer).filter(|_| is_review),
        valid_until: valid_until(answer, news),
        ..Told::new(news)
    }
}

/// When it was true.
fn time(answer: &Answer) -> Option<Millis> {
    answer.at.or_else(|| millis(&answer.create_time)).or_else(|| millis(&answer.fail_time))
}

fn valid_until(answer: &Answer, news: News) -> Option<Millis> {
    match news {
        News::Qualified | News::NameAccepted | News::Expired => millis(&answer.expired_time),
        News::RenewalDue => millis(&answer.expired_time)
            .or_else(|| millis(&answer.wx_verify_info.annual_review_end_time)),
        _ => None,
    }
}

/// Whether the certification has not ended when the message says that it ends.
fn is_before_end(answer: &Answer) -> bool {
    time(answer).zip(millis(&answer.expired_time)).is_some_and(|(now, end)| now < end)
}

/// WeChat writes moments in seconds.
fn millis(seconds: &Loose) -> Option<Millis> {
    seconds.number().filter(|seconds| 0 < *seconds)?.checked_mul(1000)
}

fn private(value: &Loose) -> Option<Private> {
    value.text().map(Private::from)
}

fn agency(answer: &Answer) -> Option<Agency> {
    let info = &answer.dispatch_info;
    let provider = private(&info.provider).or_else(|| private(&answer.provider))?;
    let contact = private(&info.contact).or_else(|| private(&answer.contact));
    Some(Agency { provider, contact })
}

/// By field where WeChat says so, and as a whole where it does not.
fn reasons(answer: &Answer) -> Vec<Reason> {
    let detail = |detail: &Detail| {
        let text = detail.error.text()?;
        let text = match detail.suggest.text() {
            Some(suggest) => [text, suggest].join(" "),
            None => text.to_owned(),
        };
        let field = detail.key_name.text().map(str::to_owned);
        Some(Reason { field, text: Private(text) })
    };
    let mut reasons: Vec<Reason> =
        answer.audit_data.iter().chain(&answer.hints).filter_map(detail).collect();
    let whole = [&answer.refill_reason, &answer.fail_reason, &answer.message];
    if let Some(text) = whole.into_iter().find_map(private) {
        reasons.push(Reason { field: None, text });
    }
    reasons
}

//! What WeChat answered, as a person read it: first which answer, then what came along.

use maud::{Markup, html};

use super::status;
use crate::date::Date;
use crate::journey::blocks::{self, Control, Typing};
use crate::journey::draft::Draft;
use crate::journey::life::{Life, NextNews, is_changed};
use crate::journey::places;
use crate::journey::turn::{Act, Answer, Turn};
use crate::process::{
    Agency, DAY, Event, EventKind, Millis, News, Reason, Reference, StateKind, Told,
};
use crate::text::Locale;
use crate::text::journey::moment;
use crate::text::journey::record as words;

/// Reasons that can be given at most.
const MOST_REASONS: usize = 12;

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let Some(life) = Life::of(turn, draft) else { return status::unreadable(turn, draft) };
    match News::from_name(turn.address.get("news")) {
        Some(news) => details(turn, draft, life, news),
        None => which(turn, draft, &life),
    }
}

/// Asks which answer came.
fn which(turn: &Turn, draft: &Draft, life: &Life) -> Answer {
    let l = turn.locale;
    let next = life.news();
    let is_empty = next.is_empty();
    let NextNews { likely, results, others } = next;
    let list = |news: &[News]| {
        html! {
            ul .rz-links {
                @for news in news {
                    @let to = draft.address("record").with("news", news.as_str());
                    li { a href=(to.href()) { (words::choice(l, *news)) } }
                }
            }
        }
    };
    let title = l.say(words::TITLE);
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href("status"), l.say(words::BACK)))
            (blocks::heading(title))
            @if is_empty {
                p .rz-page__lead { (l.say(words::NOTHING)) }
            } @else {
                p .rz-page__lead { (l.say(words::LEAD)) }
            }
            @if !likely.is_empty() { (list(&likely)) }
            @if !results.is_empty() {
                h2 { (l.say(words::RESULTS)) }
                (list(&results))
            }
            @if !others.is_empty() { (blocks::details(l.say(words::OTHERS), &list(&others))) }
        },
    )
}

/// What can come along with an answer.
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the page, there or not")]
struct Asks {
    reasons: bool,
    agency: bool,
    until: bool,
    ids: bool,
}

const fn asks(news: News) -> Asks {
    use News as N;

    Asks {
        reasons: matches!(news, N::SentBack | N::FinallyFailed),
        agency: matches!(news, N::ReviewStarted),
        until: matches!(
            news,
            N::Certified | N::Qualified | N::NameRefused | N::Standing | N::RenewalDue | N::Expired
        ),
        ids: matches!(news, N::Certified | N::Qualified | N::NameRefused | N::PaymentDue),
    }
}

/// What is wrong: the id of a control, what, and what to do.
type Wrong = (&'static str, String, String);

/// Asks what came along, and takes note of all of it.
fn details(turn: &Turn, draft: &mut Draft, life: Life, news: News) -> Answer {
    let l = turn.locale;
    let nothing = Act::default();
    let act = turn.request.act.as_ref().unwrap_or(&nothing);
    let mut wrong = Vec::new();
    let mut is_unchanged = false;
    if turn.act("record").is_some() {
        match read(turn, &life, news, act) {
            Ok(told) => {
                let at = told.at.unwrap_or(life.now);
                if let Ok(step) = life.on(Event::Told(told))
                    && is_changed(&life.state, &step.state)
                {
                    life.keep(draft, EventKind::News(news), at, step.state);
                    let say = Some(l.say(words::SAID).to_owned());
                    return Answer { say, ..Answer::go(&draft.address("status")) };
                }
                is_unchanged = true;
            }
            Err(found) => wrong = found,
        }
    }
    let title = words::choice(l, news);
    let errors: Vec<(String, String)> =
        wrong.iter().map(|(id, what, _)| ((*id).to_owned(), what.clone())).collect();
    let mut answer = Answer::page(
        title,
        html! {
            (blocks::back(&draft.href("record"), l.say(words::CHOOSE_AGAIN)))
            (blocks::errors(l, &errors))
            (blocks::heading(title))
            @if is_unchanged {
                (blocks::notice(blocks::Tone::Info, &html! { p { (l.say(words::UNCHANGED)) } }))
            }
            (blocks::form("record", news.as_str(), &controls(turn, draft, news, act, &wrong)))
        },
    );
    answer.focus = (!wrong.is_empty()).then(|| "errors".to_owned());
    answer
}

fn controls(turn: &Turn, draft: &Draft, news: News, act: &Act, wrong: &[Wrong]) -> Markup {
    let l = turn.locale;
    let asks = asks(news);
    let today = turn.today.to_string();
    let text = |name: &'static str, label, hint, typing: Typing, value: &str, optional| {
        let errors: Vec<(String, String)> = (wrong.iter())
            .filter(|(id, ..)| *id == name)
            .map(|(_, what, fix)| (what.clone(), fix.clone()))
            .collect();
        let control =
            Control { name, label, hint, value, optional, errors: &errors, ..Control::default() };
        blocks::field(l, &control, typing, &html! {})
    };
    let day = Typing { kind: "date", ..Typing::default() };
    let plain = Typing::default();
    let phone = Typing { kind: "tel", inputmode: Some("tel"), ..Typing::default() };
    let on = if act.form.is_empty() { today.as_str() } else { act.value("_on") };
    html! {
        @if asks.reasons { (reasons(turn, draft, act, wrong)) }
        (text("_on", l.say(words::ON), l.say(words::ON_HINT), day, on, false))
        @if asks.agency {
            (text("_agency", l.say(words::AGENCY), l.say(words::AGENCY_HINT), plain, act.value("_agency"), true))
            (text("_contact", l.say(words::AGENCY_CONTACT), "", phone, act.value("_contact"), true))
        }
        @if asks.until {
            (text("_until", l.say(words::UNTIL), l.say(words::UNTIL_HINT), day, act.value("_until"), true))
        }
        @if asks.ids {
            (text("_appid", l.say(words::APPID), l.say(words::APPID_HINT), plain, act.value("_appid"), true))
            (text("_orderid", l.say(words::ORDERID), l.say(words::ORDERID_HINT), plain, act.value("_orderid"), true))
        }
        (blocks::actions(&blocks::submit(l.say(words::SAVE))))
    }
}

/// One reason after the other, each with the part that it is about.
fn reasons(turn: &Turn, draft: &Draft, act: &Act, wrong: &[Wrong]) -> Markup {
    let l = turn.locale;
    let given = (0..MOST_REASONS).rfind(|i| !act.value(&text_name(*i)).is_empty());
    let more = usize::from(turn.act("more").is_some());
    let count = (given.map_or(1, |last| last + 1) + more).min(MOST_REASONS);
    let application = draft.application();
    // What was asked is known with the subject type only.
    let known = draft.subject_type().map(|_| places::rejectable(&application));
    let options = known.unwrap_or_default();
    html! {
        fieldset .rz-fieldset {
            legend .rz-field__label { (l.say(words::REASONS)) }
            p .rz-field__hint { (l.say(words::REASONS_HINT)) }
            @for i in 0..count {
                @let (place, text) = (place_name(i), text_name(i));
                @let errors: Vec<(String, String)> = wrong.iter()
                    .filter(|(id, ..)| *id == text)
                    .map(|(_, what, fix)| (what.clone(), fix.clone()))
                    .collect();
                div .rz-field {
                    label .rz-field__label for=(place) { (words::place_of(l, &(i + 1))) }
                    select .rz-field__input id=(place) name=(place) {
                        option value="" selected[act.value(&place).is_empty()] { (l.say(words::WHOLE)) }
                        @for path in &options {
                            option value=(path) selected[act.value(&place) == *path] {
                                (places::name_of(l, path, application.subject_type).unwrap_or_default())
                            }
                        }
                    }
                }
                (blocks::field(
                    l,
                    &Control {
                        name: &text,
                        label: &words::reason_of(l, &(i + 1)),
                        value: act.value(&text),
                        errors: &errors,
                        ..Control::default()
                    },
                    Typing { is_long: true, ..Typing::default() },
                    &html! {},
                ))
            }
            @if count < MOST_REASONS {
                (blocks::act(blocks::Look::Quiet, "more", "", l.say(words::MORE_REASONS)))
            }
        }
    }
}

fn place_name(i: usize) -> String {
    format!("_place{i}")
}

fn text_name(i: usize) -> String {
    format!("_reason{i}")
}

/// What came along, as the process takes it.
fn read(turn: &Turn, life: &Life, news: News, act: &Act) -> Result<Told, Vec<Wrong>> {
    let l = turn.locale;
    let mut wrong = Vec::new();
    let asks = asks(news);
    let mut told = Told::new(news);
    match moment_of(l, act.value("_on"), turn.today, life) {
        Ok(at) => told.at = Some(at),
        Err((what, fix)) => wrong.push(("_on", what, fix)),
    }
    let say = |phrase| l.say(phrase).to_owned();
    if asks.reasons {
        told.reasons = (0..MOST_REASONS).filter_map(|i| reason(act, i)).collect();
        if told.reasons.is_empty() {
            wrong.push(("_reason0", say(words::REASON_MISSING), say(words::REASON_MISSING_FIX)));
        }
    }
    let text = |name| Some(act.value(name).trim()).filter(|text| !text.is_empty());
    if asks.agency {
        let contact = text("_contact").map(Into::into);
        told.agency = text("_agency").map(|provider| Agency { provider: provider.into(), contact });
    }
    if let (true, Some(until)) = (asks.until, text("_until")) {
        match Date::read(until) {
            Some(day)
                if told.at.is_none_or(|at| at < day.end_millis()) || news == News::Expired =>
            {
                told.valid_until = Some(day.end_millis());
            }
            Some(_) => wrong.push(("_until", say(words::UNTIL_PAST), say(words::UNTIL_PAST_FIX))),
            None => wrong.push(("_until", say(words::ON_WRONG), say(words::ON_WRONG_FIX))),
        }
    }
    if asks.ids {
        let appid = text("_appid");
        if appid.is_some_and(|appid| !is_appid(appid)) {
            wrong.push(("_appid", say(words::APPID_WRONG), say(words::APPID_WRONG_FIX)));
        }
        told.reference = Reference {
            appid: appid.map(Into::into),
            taskid: None,
            orderid: text("_orderid").map(Into::into),
        };
    }
    if wrong.is_empty() { Ok(told) } else { Err(wrong) }
}

fn reason(act: &Act, i: usize) -> Option<Reason> {
    let text = act.value(&text_name(i)).trim();
    let place = act.value(&place_name(i));
    let field = (!place.is_empty()).then(|| place.to_owned());
    (!text.is_empty()).then(|| Reason { field, text: text.into() })
}

/// `wx` and 16 hexadecimal digits.
fn is_appid(text: &str) -> bool {
    let is_hex = |rest: &str| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.strip_prefix("wx").is_some_and(is_hex)
}

/// The moment of a day that somebody remembers. News of one day come in the order in which
/// they are told; what is known already cannot be later than them.
fn moment_of(l: Locale, text: &str, today: Date, life: &Life) -> Result<Millis, (String, String)> {
    let say = |what, fix| (l.say(what).to_owned(), l.say(fix).to_owned());
    let day = Date::read(text).ok_or_else(|| say(words::ON_WRONG, words::ON_WRONG_FIX))?;
    if today < day {
        return Err(say(words::ON_FUTURE, words::ON_FUTURE_FIX));
    }
    let known = life.state.record().news_at.filter(|known| *known <= life.now);
    // Its noon, or now.
    let at = (day.end_millis() - DAY / 2).min(life.now);
    let at = if day == today { life.now } else { at };
    match known {
        Some(known) if at <= known && Date::of_millis(known) <= day => {
            Ok((known + 1).min(life.now))
        }
        Some(known) if at <= known => {
            let what = words::on_early(l, &moment::day_of(l, known));
            Err((what, l.say(words::ON_EARLY_FIX).to_owned()))
        }
        _ => Ok(at),
    }
}

/// What the rehearsal gives along with an answer, so that every page has something to show.
pub(super) fn sample(turn: &Turn, draft: &Draft, life: &Life, news: News) -> Told {
    use crate::text::journey::rehearsal as play;

    let l = turn.locale;
    let asks = asks(news);
    let mut told = Told { at: Some(life.now), ..Told::new(news) };
    let reason = |field: Option<&str>, phrase| Reason {
        field: field.map(str::to_owned),
        text: l.say(phrase).into(),
    };
    if news == News::SentBack {
        let photo = places::rejectable(&draft.application())
            .into_iter()
            .find(|path| path.starts_with("materials."));
        told.reasons = vec![
            reason(photo, play::REASON_PHOTO),
            reason(Some("nickname.text"), play::REASON_NAME),
        ];
    } else if asks.reasons {
        told.reasons = vec![reason(None, play::REASON_FINAL)];
    }
    if asks.agency {
        let contact = Some("010-00000000".into());
        told.agency = Some(Agency { provider: l.say(play::AGENCY).into(), contact });
    }
    if asks.ids && life.state.record().reference.appid.is_none() {
        told.reference = Reference {
            appid: Some("wx0000000000000000".into()),
            taskid: None,
            orderid: Some("1000000000".into()),
        };
    }
    told
}

/// Whether there is anything that could be recorded.
pub(super) fn is_useful(life: &Life) -> bool {
    !matches!(life.kind(), StateKind::Preparing | StateKind::Ready)
}

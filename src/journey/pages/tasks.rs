//! The list of tasks: what is done, what is to do, and how far it is.

use maud::{Markup, html};

use super::reading;
use crate::journey::blocks::{self, Look, Status};
use crate::journey::draft::Draft;
use crate::journey::example;
use crate::journey::tasks::{Form, Task};
use crate::journey::turn::{Answer, Turn};
use crate::process::{Millis, State};
use crate::text::journey::{Phrase, example as example_words, new, tasks as words};
use crate::text::{Locale, Name};
use crate::wire::snapshot::Retention;

/// A row of the list.
struct Item {
    page: &'static str,
    title: &'static str,
    status: Status,
    /// Where it leads can be gone to already.
    is_open: bool,
}

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    if turn.act("example").is_some() {
        let form = Form::of(draft, turn.today);
        example::fill(&form, draft);
        let said = l.say(example_words::FILLED).to_owned();
        return Answer { say: Some(said), ..show(turn, draft) };
    }
    let filled = reading::filled(turn, draft);
    Answer { say: filled.and_then(|filled| filled.say), ..show(turn, draft) }
}

fn show(turn: &Turn, draft: &Draft) -> Answer {
    let l = turn.locale;
    let form = Form::of(draft, turn.today);
    let title = match draft.title().trim() {
        "" => l.say(words::TITLE).to_owned(),
        title => words::title_of(l, &title),
    };
    let state = draft.process();
    let tasks = form.tasks();
    let done = tasks.iter().filter(|task| form.status(**task, draft) == Status::Done).count();
    let is_sent = !matches!(state, State::Preparing { .. } | State::Ready { .. });
    let item = |task: &Task| Item {
        page: task.as_str(),
        title: l.say(task.title(form.subject_type())),
        status: form.status(*task, draft),
        is_open: true,
    };
    let section = |members: &[Task]| -> Vec<Item> {
        tasks.iter().filter(|task| members.contains(task)).map(item).collect()
    };
    let sections = [
        (
            words::SECTION_WHO,
            section(&[
                Task::Subject,
                Task::LegalPerson,
                Task::Administrator,
                Task::Contact,
                Task::Identification,
            ]),
        ),
        (words::SECTION_PHOTOS, section(&[Task::Photos])),
        (words::SECTION_NAME, section(&[Task::Nickname, Task::Payment])),
        (words::SECTION_SEND, sending(l, &form, &state, is_sent)),
    ];
    let body = html! {
        (blocks::back("#/", l.say(crate::text::journey::blocks::TO_START)))
        (blocks::heading(&title))
        p .rz-page__lead {
            (form.subject_type().name(l))
            @if !is_sent { " " a href=(draft.href("type")) { (l.say(new::CHANGE_TYPE)) } }
        }
        (progress(l, done, tasks.len()))
        (next(l, &form, draft, is_sent))
        @if !is_sent { (reading::offer(turn, &form, draft)) (example::offer(l, &form, draft)) }
        @for (heading, items) in &sections {
            (list(l, *heading, items, draft))
        }
        (saved(turn, draft))
    };
    Answer::page(&title, body)
}

fn sending(l: Locale, form: &Form, state: &State, is_sent: bool) -> Vec<Item> {
    let check = match state {
        State::Preparing { .. } if form.report.ok => Status::Todo,
        State::Preparing { .. } => Status::Later,
        _ => Status::Done,
    };
    let send = match state {
        State::Preparing { .. } => Status::Later,
        State::Ready { .. } => Status::Todo,
        _ => Status::Done,
    };
    let item = |page, title, status, is_open| Item { page, title: l.say(title), status, is_open };
    let mut items = vec![
        item("check", words::CHECK, check, true),
        item("send", words::SEND, send, send != Status::Later && !is_sent),
    ];
    if is_sent {
        let status = match state {
            State::SentBack { .. } => Status::Problem,
            State::Certified { .. } | State::RenewalDue { .. } => Status::Done,
            _ => Status::Progress,
        };
        items.push(item("status", words::STATUS, status, true));
    }
    items
}

fn progress(l: Locale, done: usize, of: usize) -> Markup {
    html! {
        div .rz-progress {
            progress #progress .rz-progress__bar value=(done) max=(of)
                aria-label=(l.say(words::PROGRESS_LABEL)) {}
            p .rz-progress__text { (words::progress(l, &done, &of)) }
        }
    }
}

/// The one thing that most will do next.
fn next(l: Locale, form: &Form, draft: &Draft, is_sent: bool) -> Markup {
    let (page, title) = match form.next(None, draft) {
        _ if is_sent => ("status", words::STATUS),
        Some(task) => (task.as_str(), task.title(form.subject_type())),
        None if matches!(draft.process(), State::Ready { .. }) => ("send", words::SEND),
        None => ("check", words::CHECK),
    };
    let text = match draft.process() {
        State::SentBack { .. } => l.say(words::TO_CORRECT).to_owned(),
        _ if is_sent => l.say(words::TO_STATUS).to_owned(),
        _ => words::go_on(l, &l.say(title)),
    };
    blocks::actions(&blocks::link(Look::Primary, &draft.href(page), &text))
}

fn list(l: Locale, heading: Phrase, items: &[Item], draft: &Draft) -> Markup {
    html! {
        @if !items.is_empty() {
            h2 { (l.say(heading)) }
            ul .rz-tasks {
                @for item in items {
                    li .rz-tasks__item {
                        @let id = ["status-", item.page].concat();
                        @if item.is_open {
                            a .rz-tasks__link href=(draft.href(item.page)) aria-describedby=(id) {
                                (item.title)
                            }
                        } @else {
                            span .rz-tasks__link aria-describedby=(id) { (item.title) }
                        }
                        span id=(id) { (blocks::tag(l, item.status)) }
                    }
                }
            }
        }
    }
}

/// How long form and photos stay.
fn kept(turn: &Turn, draft: &Draft, at: Millis) -> String {
    const SEVEN_DAYS: Millis = 7 * 24 * 60 * 60 * 1_000;
    let l = turn.locale;
    match draft.snapshot().retention {
        Retention::SevenDays => {
            let until = turn.moment(at.saturating_add(SEVEN_DAYS));
            words::kept_until(l, &until.split(' ').next().unwrap_or_default())
        }
        Retention::Tab => l.say(words::KEPT_TAB).to_owned(),
        Retention::Passphrase => l.say(words::KEPT_LOCKED).to_owned(),
    }
}

fn saved(turn: &Turn, draft: &Draft) -> Markup {
    let l = turn.locale;
    let at = Millis::try_from(draft.snapshot().saved_at).unwrap_or_default();
    html! {
        div .rz-saved {
            p {
                @if at == 0 {
                    (l.say(words::SAVED))
                } @else {
                    (words::saved_at(l, &turn.moment(at)))
                }
            }
            @if at != 0 { p { (kept(turn, draft, at)) } }
            p { (l.say(words::SAVED_LATER)) " " a href="#/saved" { (l.say(words::SAVED_MANAGE)) } }
        }
    }
}

//! All answers in order, and everything that would fail.

use maud::{Markup, html};

use super::reading as of_photos;
use crate::application::{Field, Finding};
use crate::finding::Severity;
use crate::journey::blocks::{self, Change, Control, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::form::{STATEMENT, editable, editable_photos, layout, shown};
use crate::journey::reading;
use crate::journey::tasks::{Form, Task};
use crate::journey::turn::{Answer, Turn};
use crate::process::{Event, Private, State};
use crate::text::journey::{
    blocks as shared, fields, form as words, photos, reading as photo_words, tasks,
};
use crate::text::{Explain, Locale, Name};

/// Before the path of an answer: the id of the link that changes it.
const CHANGE: &str = "change-";

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let form = Form::of(draft, turn.today);
    let mut is_tried = false;
    if let Some(act) = turn.act("complete").filter(|_| form.report.ok) {
        if act.value(STATEMENT) == "true" {
            draft.set_text(STATEMENT, "true");
            complete(turn, draft, &form);
            return Answer::go(&draft.address("send"));
        }
        is_tried = true;
    }
    let mut answer = show(turn, draft, &form, is_tried);
    // Back from where something was changed.
    let at = turn.address.get("at");
    answer.focus = (!at.is_empty()).then(|| [CHANGE, at].concat());
    if is_tried {
        answer.title = words::error_title(turn.locale, &answer.title);
        answer.focus = Some("errors".to_owned());
    }
    answer
}

fn show(turn: &Turn, draft: &Draft, form: &Form, is_tried: bool) -> Answer {
    let l = turn.locale;
    let missing = (STATEMENT.to_owned(), l.say(words::STATEMENT_MISSING).to_owned());
    let errors: Vec<_> = is_tried.then_some(missing).into_iter().collect();
    let title = l.say(words::CHECK_TITLE);
    let is_masked = turn.address.get("numbers") != "all";
    let is_open = matches!(draft.process(), State::Preparing { .. } | State::Ready { .. });
    let has_differences = !reading::findings(form, draft, turn.today).is_empty()
        || !of_photos::doubts(turn, form, draft).is_empty();
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(""), l.say(shared::BACK_TO_LIST)))
            (blocks::errors(l, &errors))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::CHECK_LEAD)) }
            (findings(l, form, draft, Severity::Block))
            (findings(l, form, draft, Severity::Warn))
            (differences(turn, form, draft))
            @if form.report.ok && is_open && !is_tried && !has_doubts(form) && !has_differences {
                (blocks::notice(Tone::Success, &blocks::p(l, words::CHECK_FINE)))
            }
            (name_effect(l, form))
            p .rz-check__numbers {
                @if is_masked {
                    (l.say(words::PRIVATE_HINT)) " "
                    a href=(draft.address("check").with("numbers", "all").href()) {
                        (l.say(words::SHOW_NUMBERS))
                    }
                } @else {
                    (l.say(words::NUMBERS_SHOWN)) " "
                    a href=(draft.href("check")) { (l.say(words::HIDE_NUMBERS)) }
                }
            }
            @for task in form.tasks() {
                @let rows = rows(l, task, form, draft, is_masked);
                @if !rows.is_empty() {
                    h2 { (l.say(task.title(form.subject_type()))) }
                    (blocks::summary(l, &rows))
                }
            }
            @if is_open { (go_on(l, form, draft, is_tried)) }
        },
    )
}

/// Whether something had better be looked at again: then not everything is fine.
fn has_doubts(form: &Form) -> bool {
    form.report.findings.iter().any(|finding| finding.severity == Severity::Warn)
}

/// What is agreed to before the application is sent, and the way on.
fn go_on(l: Locale, form: &Form, draft: &Draft, is_tried: bool) -> Markup {
    if !form.report.ok {
        return blocks::p(l, words::CHECK_NOT_YET);
    }
    let yuan = form.requirements.fee.yuan;
    let text = draft.text(STATEMENT);
    let error = [(l.say(words::STATEMENT_MISSING).to_owned(), String::new())];
    let control = Control {
        name: STATEMENT,
        label: l.say(words::STATEMENT_AGREE),
        value: &text,
        errors: if is_tried { &error } else { &[] },
        ..Control::default()
    };
    blocks::form(
        "complete",
        "",
        &html! {
            h2 { (l.say(words::STATEMENT_HEADING)) }
            ul {
                li { (l.say(words::STATEMENT_TRUE)) }
                @if yuan != 0 { li { (words::statement_fee(l, &yuan)) } }
                li { (words::statement_name(l, &form.application.get(Field::NicknameText))) }
            }
            (blocks::agreement(l, &control))
            (blocks::actions(&blocks::submit(l.say(words::CHECK_GO))))
        },
    )
}

/// The application is complete: the process knows what it asks for.
fn complete(turn: &Turn, draft: &mut Draft, form: &Form) {
    let name = |field| {
        let name = form.application.get(field);
        (!name.is_empty()).then(|| Private::from(name))
    };
    let event = Event::Complete {
        from: name(Field::NicknameCurrent),
        to: name(Field::NicknameText),
        yuan: form.requirements.fee.yuan,
    };
    let mut state = draft.process();
    let profile = state.record().profile.profile();
    // What was complete before is taken up again, with the names as they are now.
    for event in [Event::Edit, event] {
        if let Ok(step) = state.clone().on(event, turn.now, profile) {
            state = step.state;
        }
    }
    draft.set_process(&state);
}

/// The same number, as a rule.
const NUMBERS: [Field; 2] = [Field::SubjectCreditCode, Field::InvoiceTaxpayerNumber];

/// What was found, in the order of the form, each with its place.
fn findings(l: Locale, form: &Form, draft: &Draft, severity: Severity) -> Markup {
    // Of one number in two places, the first is enough.
    let is_same = |a: &Finding, b: &Finding| {
        a.code() == b.code()
            && [a, b].iter().all(|it| NUMBERS.iter().any(|field| field.path() == it.path))
            && form.application.get(NUMBERS[0]) == form.application.get(NUMBERS[1])
    };
    let all = &form.report.findings;
    let is_repeated = |finding: &Finding| {
        all.iter().take_while(|other| !std::ptr::eq(*other, finding)).any(|it| is_same(it, finding))
    };
    let is_of = |finding: &&Finding| {
        finding.severity == severity && (severity == Severity::Block || !is_repeated(finding))
    };
    let found: Vec<&Finding> = form.report.findings.iter().filter(is_of).collect();
    let (tone, heading) = match severity {
        Severity::Block => (Tone::Danger, words::check_missing(l, &found.len())),
        _ => (Tone::Warn, words::check_warn(l, &found.len())),
    };
    html! {
        @if !found.is_empty() {
            (blocks::notice(tone, &html! {
                h2 { (heading) }
                @if severity != Severity::Block { (blocks::p(l, words::CHECK_WARN_TEXT)) }
                ul {
                    @for finding in found {
                        @let message = finding.explain(l);
                        li {
                            @let label = label(finding.path, form, l);
                            a href=(href(finding.path, draft)) { (label) }
                            (words::after(l, label))
                            @if finding.code() == "form.missing" {
                                (missing(finding.path, l))
                            } @else {
                                (blocks::message(l, &message.what, &message.fix, false))
                            }
                        }
                    }
                }
            }))
        }
    }
}

/// Where the form contradicts the photos.
fn differences(turn: &Turn, form: &Form, draft: &Draft) -> Markup {
    let l = turn.locale;
    let mut found = reading::findings(form, draft, turn.today);
    found.retain(|finding| reading::sides(finding).is_some());
    let doubts = of_photos::doubts(turn, form, draft);
    html! {
        @if !doubts.is_empty() {
            (blocks::notice(Tone::Warn, &html! {
                h2 { (l.say(photo_words::DOUBTS)) }
                ul {
                    @for (slot, what) in &doubts {
                        li { a href=(href(slot.path(), draft)) { (slot.name(l)) } p { (what) } }
                    }
                }
            }))
        }
        @if !found.is_empty() {
            (blocks::notice(Tone::Warn, &html! {
                h2 { (photo_words::different_count(l, &found.len())) }
                ul {
                    @for finding in &found {
                        li {
                            @if let Some((field, ..)) = reading::sides(finding) {
                                a href=(href(field.path(), draft)) { (label(field.path(), form, l)) }
                            }
                            (reading::difference(l, finding))
                        }
                    }
                }
            }))
        }
    }
}

/// What is said of an empty place beside its name.
fn missing(path: &str, l: Locale) -> &'static str {
    let is_photo = Task::of_path(path) == Some(Task::Photos);
    l.say(if is_photo { words::MISSING_PHOTO } else { words::MISSING_HERE })
}

/// Where a place of the form is changed, and back here.
fn href(path: &str, draft: &Draft) -> String {
    if let Some(slot) = path.strip_prefix("materials.") {
        let page = ["photos/", slot].concat();
        return draft.address(&page).with("from", "check").href();
    }
    let page = Task::of_path(path).map_or("", Task::as_str);
    draft.address(page).with("from", "check").with("at", path).href()
}

fn change(path: &str, draft: &Draft) -> Change {
    Change { href: href(path, draft), id: [CHANGE, path].concat() }
}

fn label(path: &str, form: &Form, l: Locale) -> &'static str {
    let slot = path.strip_prefix("materials.").and_then(crate::application::Slot::from_name);
    match (slot, Field::from_name(path)) {
        (Some(slot), _) => slot.name(l),
        (_, Some(field)) => l.say(fields::label(field, form.subject_type())),
        _ => l.say(tasks::TITLE),
    }
}

fn name_effect(l: Locale, form: &Form) -> Markup {
    let effect = crate::journey::form::effect(form);
    html! {
        @if let Some(effect) = effect {
            (blocks::notice(Tone::Warn, &html! {
                h2 { (l.say(words::EFFECT_HEADING)) }
                p { (words::effect(l, &effect.from, &effect.to)) }
            }))
        }
    }
}

fn rows(l: Locale, task: Task, form: &Form, draft: &Draft, is_masked: bool) -> Vec<Row> {
    let process = draft.process();
    let empty = |text| html! { span .rz-summary__empty { (l.say(text)) } };
    if task == Task::Photos {
        let row = |spec: &crate::application::MaterialSpec| {
            let count = photo_count(form, spec.slot);
            let value = if count == 0 {
                empty(photos::NO_PHOTO)
            } else {
                html! { (photos::has(l, &count)) }
            };
            let is_shown = count != 0 || super::photos::is_needed(form, spec);
            let can_change = editable_photos(&process, spec.slot).is_ok();
            let change = can_change.then(|| change(spec.slot.path(), draft));
            is_shown.then(|| Row { label: spec.slot.name(l).to_owned(), value, change })
        };
        return form.requirements.materials.iter().filter_map(row).collect();
    }
    let can_change = editable(&process, task).is_ok();
    let layout = layout(form, task);
    // As it will be sent: dates and numbers in one way of writing them.
    let application = form.application.normalized();
    let row = |spec: &crate::application::FieldSpec| {
        let text = application.get(spec.field);
        // That the name was written twice is of no more use here.
        let is_ours = spec.field == Field::NicknameAcknowledged && !text.is_empty();
        let is_needed = spec.need != crate::application::Need::Optional;
        let is_shown = !is_ours && (is_needed || !text.is_empty());
        let value = if text.is_empty() {
            empty(words::EMPTY)
        } else {
            html! { (shown(spec, text, is_masked, l)) }
        };
        let label = l.say(fields::label(spec.field, form.subject_type())).to_owned();
        let change = can_change.then(|| change(spec.field.path(), draft));
        is_shown.then_some(Row { label, value, change })
    };
    layout.all().filter_map(row).collect()
}

fn photo_count(form: &Form, slot: crate::application::Slot) -> usize {
    form.application.materials.iter().filter(|photo| photo.slot == slot).count()
}

//! A page that asks for the fields of one task.

use maud::{Markup, html};

use super::help::Help;
use super::input::{choices, is_live, shown};
use super::layout::{Layout, effect, fold_title, layout};
use crate::application::{Asked, Field, FieldSpec, Need, Shape, Slot, SubjectType};
use crate::journey::blocks::{self, Control, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::tasks::{Form, Task};
use crate::journey::turn::{Act, Answer, Turn};
use crate::process::{Event, Reason, State};
use crate::text::Locale;
use crate::text::journey::{Phrase, blocks as shared, fields, form as words};

/// The part that says that the statement below all answers was agreed to.
pub const STATEMENT: &str = "done.statement";

/// Shows the page of a task, or does what was done on it.
pub fn page(task: Task, turn: &Turn, draft: &mut Draft) -> Answer {
    let lock = editable(&draft.process(), task);
    if let (Some(act), Ok(())) = (&turn.request.act, lock) {
        take(act, task, draft);
        reopen(turn, draft);
        match act.name.as_str() {
            "continue" => return go_on(task, turn, draft),
            "use" => return used(act, task, turn, draft),
            _ => {}
        }
    }
    let mut answer = show(task, turn, draft, turn.request.is_tried);
    let at = turn.address.get("at");
    answer.focus = (!at.is_empty()).then(|| at.to_owned());
    answer
}

/// Whether a part of the form can be changed now; if not, why.
///
/// # Errors
///
/// What is said to whoever wants to.
pub fn editable(state: &State, task: Task) -> Result<(), Phrase> {
    is_open(state, |path| Task::of_path(path) == Some(task))
}

/// The same for the photos of a place.
///
/// # Errors
///
/// What is said to whoever wants to.
pub fn editable_photos(state: &State, slot: Slot) -> Result<(), Phrase> {
    is_open(state, |path| path == slot.path())
}

fn is_open(state: &State, is_it: impl Fn(&str) -> bool) -> Result<(), Phrase> {
    match state {
        State::Preparing { .. } | State::Ready { .. } => Ok(()),
        State::SentBack { reasons, .. } => {
            let is_here = |reason: &Reason| match reason.field.as_deref() {
                Some(path) if Task::of_path(path).is_some() => is_it(path),
                // A reason without a place, or with a name of the office, can be about anything.
                _ => true,
            };
            let is_open = reasons.is_empty() || reasons.iter().any(is_here);
            if is_open { Ok(()) } else { Err(words::LOCKED_PART) }
        }
        _ => Err(words::LOCKED),
    }
}

/// Takes the values of the form, which a browser may have filled in without telling.
fn take(act: &Act, task: Task, draft: &mut Draft) {
    let is_here = |field: &Field| Task::of_path(field.path()) == Some(task);
    for (name, value) in &act.form {
        let Some(field) = Field::from_name(name).filter(is_here) else { continue };
        if draft.field(field) != *value {
            draft.set(field, value);
        }
    }
}

/// What was ready to be sent is so no longer: its answers may have changed, and are looked at
/// again.
pub fn reopen(turn: &Turn, draft: &mut Draft) {
    let state = draft.process();
    let profile = state.record().profile.profile();
    if let (State::Ready { .. }, Ok(step)) =
        (&state, state.clone().on(Event::Edit, turn.now, profile))
    {
        draft.set_process(&step.state);
        draft.set_json(STATEMENT, None);
    }
}

fn used(act: &Act, task: Task, turn: &Turn, draft: &mut Draft) -> Answer {
    let Some((path, value)) = act.arg.split_once('=') else {
        return show(task, turn, draft, turn.request.is_tried);
    };
    if let Some(field) = Field::from_name(path) {
        draft.set(field, value);
    }
    let mut answer = show(task, turn, draft, turn.request.is_tried);
    answer.focus = Some(path.to_owned());
    answer.say = Some(words::used(turn.locale, &value));
    answer
}

fn go_on(task: Task, turn: &Turn, draft: &mut Draft) -> Answer {
    let form = Form::of(draft, turn.today);
    let is_blocked = layout(&form, task).all().any(|spec| form.is_blocked(spec.field.path()));
    if is_blocked {
        let mut answer = show(task, turn, draft, true);
        answer.title = words::error_title(turn.locale, &answer.title);
        answer.focus = Some("errors".to_owned());
        return answer;
    }
    draft.set_json(&task.done_path(), Some("true".to_owned()));
    let form = Form::of(draft, turn.today);
    let from = turn.address.get("from");
    let page = match (from, form.next(Some(task), draft)) {
        ("check", _) => {
            return Answer::go(&draft.address(from).with("at", turn.address.get("at")));
        }
        ("status", _) => from,
        (_, Some(next)) => next.as_str(),
        (_, None) => "check",
    };
    Answer::go(&draft.address(page))
}

fn show(task: Task, turn: &Turn, draft: &Draft, is_tried: bool) -> Answer {
    let l = turn.locale;
    let form = Form::of(draft, turn.today);
    let title = l.say(task.title(form.subject_type()));
    let (back, back_text) = match turn.address.get("from") {
        "check" => ("check", words::CHECK_TITLE),
        "status" => ("status", words::SEE_STATUS),
        _ => ("", shared::BACK_TO_LIST),
    };
    let layout = layout(&form, task);
    let help = Help { locale: l, today: turn.today, form: &form, draft, is_tried };
    let reasons = reasons(draft);
    let body = match editable(&draft.process(), task) {
        Ok(()) => questions(task, &layout, &help, &reasons),
        Err(why) => html! {
            (blocks::notice(Tone::Info, &blocks::p(l, why)))
            (blocks::summary(l, &rows(&layout, &form, l)))
        },
    };
    let errors = all_errors(&layout, &help);
    let mut answer = Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(back), l.say(back_text)))
            (blocks::errors(l, &errors))
            (blocks::heading(title))
            (lead(task, &form, l))
            (body)
        },
    );
    answer.is_tried = is_tried;
    answer
}

fn all_errors(layout: &Layout, help: &Help) -> Vec<(String, String)> {
    let l = help.locale;
    let mut errors = Vec::new();
    for spec in layout.all() {
        let label = l.say(fields::label(spec.field, help.form.subject_type()));
        for (what, _) in help.errors(spec) {
            // At the field the same words are enough; here they need its name.
            let is_named = what.to_ascii_lowercase().contains(&label.to_ascii_lowercase());
            let text = if is_named { what } else { words::named(l, label, &what) };
            errors.push((spec.field.path().to_owned(), text));
        }
    }
    errors
}

fn lead(task: Task, form: &Form, l: Locale) -> Markup {
    let is_person = form.subject_type() == SubjectType::Individual;
    let text = match task {
        Task::Subject => l.say(words::LEAD_SUBJECT).to_owned(),
        Task::LegalPerson => l.say(words::LEAD_LEGAL_PERSON).to_owned(),
        Task::Administrator if is_person => l.say(words::LEAD_APPLICANT).to_owned(),
        Task::Administrator => l.say(words::LEAD_ADMINISTRATOR).to_owned(),
        Task::Contact if is_person => l.say(words::LEAD_CONTACT_PERSON).to_owned(),
        Task::Contact => l.say(words::LEAD_CONTACT).to_owned(),
        Task::Identification => l.say(words::LEAD_IDENTIFICATION).to_owned(),
        Task::Nickname => l.say(words::LEAD_NICKNAME).to_owned(),
        Task::Payment => words::lead_payment(l, &form.requirements.fee.yuan),
        Task::Photos => String::new(),
    };
    html! { p .rz-page__lead { (text) } }
}

fn questions(task: Task, layout: &Layout, help: &Help, reasons: &[Reason]) -> Markup {
    let l = help.locale;
    let is_open = layout.folded.iter().any(|spec| {
        let path = spec.field.path();
        !help.form.application.get(spec.field).is_empty()
            || (help.is_tried && help.form.is_blocked(path))
            || reasons.iter().any(|reason| reason.field.as_deref() == Some(path))
    });
    let form = html! {
        @for spec in &layout.main {
            (question(spec, help, reasons))
            @if spec.field == Field::NicknameText { (name_effect(help)) }
        }
        @if !layout.folded.is_empty() {
            (blocks::fold("more", is_open, l.say(fold_title(task)), &html! {
                @for spec in &layout.folded { (question(spec, help, reasons)) }
            }))
        }
        (blocks::actions(&blocks::submit(l.say(shared::CONTINUE))))
    };
    html! {
        @for reason in reasons.iter().filter(|reason| reason.field.is_none()) {
            (said(l, reason))
        }
        (blocks::form("continue", task.as_str(), &form))
    }
}

/// What WeChat said where it sent the application back.
pub fn reasons(draft: &Draft) -> Vec<Reason> {
    match draft.process() {
        State::SentBack { reasons, .. } => reasons,
        _ => Vec::new(),
    }
}

fn said(l: Locale, reason: &Reason) -> Markup {
    blocks::notice(
        Tone::Warn,
        &html! { p { strong { (l.say(words::REASON_HEADING)) } " " (reason.text.as_str()) } },
    )
}

fn question(spec: &FieldSpec, help: &Help, reasons: &[Reason]) -> Markup {
    let l = help.locale;
    let subject_type = help.form.subject_type();
    let path = spec.field.path();
    let value = help.draft.field(spec.field);
    let errors = help.errors(spec);
    let control = Control {
        name: path,
        label: l.say(fields::label(spec.field, subject_type)),
        hint: l.say(hint(spec.field, help.form)),
        value: &value,
        optional: spec.need == Need::Optional && !is_told(spec.field),
        errors: &errors,
        live: is_live(spec),
    };
    html! {
        @for reason in reasons.iter().filter(|it| it.field.as_deref() == Some(path)) {
            (said(l, reason))
        }
        @match spec.shape {
            Shape::Choice { values } if 5 < values.len() => {
                @let chosen = if value.is_empty() { values[0] } else { &value };
                (blocks::select(l, &Control { value: chosen, ..control }, &choices(values, &value, l)))
            }
            Shape::Choice { values } => {
                (blocks::choices(l, &control, &choices(values, &value, l)))
                (help.below(spec))
                @if spec.field == Field::NicknameMode { (proof_link(help)) }
            }
            _ => (blocks::field(l, &control, help.typing(spec), &help.below(spec))),
        }
    }
}

/// Where one finds what to write; hints about ID cards are of no use beside other documents.
fn hint(field: Field, form: &Form) -> Phrase {
    let kind = match field {
        Field::LegalPersonIdNumber
        | Field::LegalPersonIdIssuedOn
        | Field::LegalPersonIdValidUntil => Field::LegalPersonIdKind,
        Field::AdministratorIdNumber
        | Field::AdministratorIdIssuedOn
        | Field::AdministratorIdValidUntil => Field::AdministratorIdKind,
        _ => return fields::hint(field, form.subject_type()),
    };
    match form.application.get(kind) {
        "" | "resident-id" => fields::hint(field, form.subject_type()),
        _ => fields::AS_ON_DOCUMENT,
    }
}

/// Optional by the form's rules, and said otherwise by its place or its words.
const fn is_told(field: Field) -> bool {
    matches!(
        field,
        Field::NicknameAcknowledged
            | Field::AdministratorIdKind
            | Field::LegalPersonIdKind
            | Field::InvoiceType
    )
}

/// What happens to the program's name.
fn name_effect(help: &Help) -> Markup {
    let l = help.locale;
    let application = &help.form.application;
    let is_known = ![Field::NicknameCurrent, Field::NicknameText]
        .iter()
        .any(|field| application.get(*field).is_empty());
    html! {
        div #effect {
            @if let Some(effect) = effect(help.form) {
                (blocks::notice(Tone::Warn, &html! {
                    p { strong { (l.say(words::EFFECT_HEADING)) } }
                    p { (words::effect(l, &effect.from, &effect.to)) }
                }))
            } @else if is_known {
                (blocks::notice(Tone::Success, &blocks::p(l, words::EFFECT_NONE)))
            }
        }
    }
}

/// Where the proof of the name is given, if one is needed.
fn proof_link(help: &Help) -> Markup {
    let slot = Slot::NameProof;
    let mut specs = help.form.requirements.materials.iter();
    let is_needed = specs
        .any(|spec| spec.slot == slot && spec.need.of(&help.form.application) == Asked::Needed);
    let page = ["photos/", slot.as_str()].concat();
    html! {
        @if is_needed {
            (blocks::line(&help.draft.href(&page), help.locale.say(words::PROOF_LINK)))
        }
    }
}

/// The answers of a page that cannot be changed.
fn rows(layout: &Layout, form: &Form, l: Locale) -> Vec<Row> {
    let row = |spec: &FieldSpec| {
        let text = form.application.get(spec.field);
        Row {
            label: l.say(fields::label(spec.field, form.subject_type())).to_owned(),
            value: html! { (shown(spec, text, true, l)) },
            change: None,
        }
    };
    let is_filled = |spec: &&FieldSpec| !form.application.get(spec.field).is_empty();
    layout.all().filter(is_filled).map(row).collect()
}

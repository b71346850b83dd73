//! Sending it oneself: the package, the list to follow on the platform's page, and the word
//! that it was sent.

use maud::{Markup, html};

use super::pictures::{missing, slots};
use super::{send, status};
use crate::application::{Application, Slot};
use crate::journey::blocks::{self, Control, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::form::masked;
use crate::journey::life::Life;
use crate::journey::places::{self, Answered};
use crate::journey::turn::{Answer, FileOut, Turn};
use crate::package::{self, Named, Package, Picture, Summary};
use crate::process::{Private, State, StateKind};
use crate::text::journey::{form, moment, send as words, tasks};
use crate::text::{Locale, Name};

/// Which answers were in the package that was downloaded.
const DOWNLOADED: &str = "done.package";

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    let Some(life) = Life::of(turn, draft) else { return status::unreadable(turn, draft) };
    if !life.can_send() && !life.is_under_way() {
        return Answer::go(&draft.address("send"));
    }
    if turn.act("submitted").is_some() && life.can_send() {
        return send::sent(draft, life, l);
    }
    let file = turn.act("package").is_some().then(|| file(turn, draft, &life));
    if file.is_some() {
        draft.set_text(DOWNLOADED, &content(draft));
    }
    let round = round(&life);
    let title = l.say(words::PACKAGE_TITLE);
    let (back, to) = if life.can_send() {
        (words::BACK_TO_WAYS, "send")
    } else {
        (words::BACK_TO_STATUS, "status")
    };
    let mut answer = Answer::page(
        title,
        html! {
            (blocks::back(&draft.href(to), l.say(back)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::PACKAGE_LEAD)) }
            (download(l, draft, &life))
            (fill(turn, draft, &life, round))
            @if life.can_send() {
                (tell(l, 0 < round))
                section {
                    h2 { (l.say(words::NEXT_TITLE)) }
                    ol .rz-list { @for text in send::afterwards(l, draft, &life) { li { (text) } } }
                }
            }
        },
    );
    if let Some(file) = file {
        answer.say = Some(l.say(words::DOWNLOADED).to_owned());
        answer.file = Some(file);
    }
    answer
}

/// How often it was sent back. Each time the steps begin anew.
fn round(life: &Life) -> u16 {
    let now = u16::from(life.kind() == StateKind::SentBack);
    life.state.record().corrections + now
}

/// What tells the answers and photos of one moment from those of another. No secret: it is kept
/// beside them, and goes with them.
fn content(draft: &Draft) -> String {
    let application = serde_json::to_vec(&draft.application()).unwrap_or_default();
    let mix = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    application.iter().fold(0x811c_9dc5, mix).to_string()
}

fn download(l: Locale, draft: &Draft, life: &Life) -> Markup {
    let known = draft.text(DOWNLOADED);
    let is_done = known == content(draft);
    let is_changed = !is_done && !known.is_empty();
    let text = match (is_done, is_changed) {
        (true, _) => words::DOWNLOAD_AGAIN,
        (_, true) => words::DOWNLOAD_CHANGED,
        _ => words::DOWNLOAD,
    };
    let look = if is_done { Look::Secondary } else { Look::Primary };
    html! {
        section {
            h2 { (l.say(words::STEP_DOWNLOAD)) }
            p { (l.say(words::DOWNLOAD_TEXT)) }
            (blocks::details(l.say(words::TRANSFER), &html! {
                p { (l.say(words::TRANSFER_FILE)) }
                p { (l.say(words::TRANSFER_DRAFT)) " " a href="#/saved" { (l.say(tasks::SAVED_MANAGE)) } }
            }))
            // Those of the example never were here.
            @if !life.is_rehearsal { (missing(l, draft)) }
            @if is_done {
                (blocks::notice(Tone::Success, &html! { p { (l.say(words::DOWNLOADED)) } }))
            }
            @if is_changed {
                (blocks::notice(Tone::Warn, &blocks::p(l, words::PACKAGE_CHANGED)))
            }
            (blocks::actions(&html! {
                button #package type="button" class=(look.class()) data-act="package" data-with="photos" {
                    (l.say(text))
                }
            }))
        }
    }
}

/// The steps on the platform's page, each to be ticked off, and every value to be copied.
fn fill(turn: &Turn, draft: &Draft, life: &Life, round: u16) -> Markup {
    let l = turn.locale;
    let application = draft.application().normalized();
    let steps: &[(&str, _)] = if 0 < round {
        &[
            ("done.fill-login", words::FILL_LOGIN),
            ("done.fill-again", words::FILL_AGAIN),
            ("done.fill-changed", words::FILL_CHANGED),
            ("done.fill-submit", words::FILL_SUBMIT),
        ]
    } else {
        &[
            ("done.fill-login", words::FILL_LOGIN),
            ("done.fill-menu", words::FILL_MENU),
            ("done.fill-type", words::FILL_TYPE),
            ("done.fill-values", words::FILL_VALUES),
            ("done.fill-photos", words::FILL_PHOTOS),
            ("done.fill-submit", words::FILL_SUBMIT),
        ]
    };
    let step = |(name, phrase): &(&str, _)| {
        let label = match *name {
            "done.fill-type" => {
                let here = application.subject_type.name(l);
                let there = application.subject_type.name(Locale::ZhHans);
                form::named(l, l.say(*phrase), &with_original(here, Some(there)))
            }
            _ => l.say(*phrase).to_owned(),
        };
        let name =
            if 0 < round { [name, "-", &round.to_string()].concat() } else { (*name).to_owned() };
        let value = draft.text(&name);
        blocks::checkbox(&Control {
            name: &name,
            label: &label,
            value: &value,
            ..Control::default()
        })
    };
    html! {
        section {
            h2 { (l.say(words::STEP_FILL)) }
            p { (l.say(words::FILL_LEAD)) }
            p {
                a .rz-button .rz-button--secondary href="https://mp.weixin.qq.com/" target="_blank"
                    rel="noopener noreferrer" { (l.say(words::PLATFORM)) }
            }
            ol .rz-checklist {
                @for step_of in steps { li { (step(step_of)) } }
            }
            (send::identity(l, life.profile))
            @if let Some(text) = send::proof_of_subject(draft).filter(|_| round == 0) {
                p { (l.say(text)) }
            }
            (values(turn, draft, life, &application))
            (photos(l, draft))
        }
    }
}

fn tell(l: Locale, is_again: bool) -> Markup {
    let text = if is_again { words::SUBMITTED_AGAIN } else { words::SUBMITTED };
    html! {
        section {
            h2 { (l.say(words::STEP_TELL)) }
            p { (l.say(words::TELL_TEXT)) }
            (blocks::actions(&blocks::act(Look::Primary, "submitted", "", l.say(text))))
        }
    }
}

/// The answers in the order of the form, each with a button that copies it. Numbers of people
/// are shown in part: whoever looks over a shoulder needs no more.
fn values(turn: &Turn, draft: &Draft, life: &Life, application: &Application) -> Markup {
    let l = turn.locale;
    let is_shown = turn.address.get("show") == "all";
    let toggle = if is_shown {
        (draft.href("package"), words::HIDE_VALUES)
    } else {
        (draft.address("package").with("show", "all").href(), words::SHOW_VALUES)
    };
    let row = |answer: &Answered| {
        let shown = match answer.kept.filter(|_| !is_shown) {
            Some(kept) => masked(&answer.text, kept),
            None => answer.text.clone(),
        };
        let copied = answer.original.unwrap_or(&answer.text);
        let value = html! {
            span .rz-copy__text { (with_original(&shown, answer.original)) }
            @if !answer.is_chosen { " " (blocks::copy(l, copied, answer.label)) }
        };
        Row { label: answer.label.to_owned(), value, change: None }
    };
    let rows = |answers: &[Answered]| answers.iter().map(row).collect::<Vec<Row>>();
    let all = places::answered(l, application);
    let is_named = |answer: &Answered| {
        let mut named = life.state.reasons().iter().filter_map(|reason| reason.field.as_deref());
        life.kind() == StateKind::SentBack && named.any(|path| path == answer.path)
    };
    let mut changed: Vec<Row> =
        all.iter().flat_map(|(_, answers)| answers).filter(|it| is_named(it)).map(row).collect();
    if life.kind() == StateKind::SentBack {
        let reasons = life.state.reasons().iter();
        let is_of = |slot: Slot| {
            let mut named = reasons.clone().filter_map(|reason| reason.field.as_deref());
            named.any(|path| path == slot.path())
        };
        changed.extend(named_photos(draft).iter().filter(|photo| is_of(photo.slot)).map(|photo| {
            let value = html! { code { (stem(photo)) } };
            Row { label: photo.slot.name(l).to_owned(), value, change: None }
        }));
    }
    html! {
        @if !changed.is_empty() {
            h3 { (l.say(words::CHANGED_TITLE)) }
            (blocks::summary(l, &changed))
        }
        h3 { (l.say(words::VALUES_TITLE)) }
        p { (l.say(words::VALUES_LEAD)) }
        (blocks::line(&toggle.0, l.say(toggle.1)))
        @for (title, answers) in &all {
            h4 { (title) }
            (blocks::summary(l, &rows(answers)))
        }
    }
}

/// A value, with what the platform's page calls it where that is something else.
fn with_original(text: &str, original: Option<&str>) -> String {
    match original.filter(|original| *original != text) {
        Some(original) => [text, " (", original, ")"].concat(),
        None => text.to_owned(),
    }
}

/// The names of the photos in the package, so that each is found where the form asks for it.
fn photos(l: Locale, draft: &Draft) -> Markup {
    let named = named_photos(draft);
    html! {
        h3 { (l.say(words::PHOTOS_TITLE)) }
        @if named.is_empty() { p { (l.say(words::NO_PHOTOS)) } }
        @else {
            ol .rz-list {
                @for photo in &named {
                    li { (photo.slot.name(l)) " " code { (stem(photo)) } }
                }
            }
        }
    }
}

fn named_photos(draft: &Draft) -> Vec<Named> {
    let pictures = slots(draft).into_iter().map(|(_, slot)| Picture { slot, bytes: Vec::new() });
    package::named(pictures.collect())
}

/// The name of a photo in the package. Without its bytes the ending is not known.
fn stem(photo: &Named) -> &str {
    let stem = photo.file.rsplit_once('.').map_or("", |(stem, _)| stem);
    stem.trim_start_matches("photos/")
}

/// The package as a file.
fn file(turn: &Turn, draft: &Draft, life: &Life) -> FileOut {
    let l = turn.locale;
    let application = draft.application().normalized();
    let slots = slots(draft);
    let pictures = slots.iter().filter_map(|(entry, slot)| {
        let photo = turn.request.photos.iter().find(|photo| photo.id == entry.id)?;
        Some(Picture { slot: *slot, bytes: photo.bytes.clone() })
    });
    let taskid = match &life.state {
        State::SentBack { record, .. } => record.reference.taskid.as_ref(),
        _ => None,
    };
    let bytes = package::build(Package {
        application: &application,
        pictures: pictures.collect(),
        taskid: taskid.map(Private::as_str),
        made_on: turn.today,
        summary: summary(turn, draft, &application),
    });
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    let name: String = draft.program().trim().chars().filter(|c| is_plain(*c)).collect();
    FileOut {
        name: words::zip_name(l, &name, &turn.today),
        media_type: "application/zip".to_owned(),
        bytes,
    }
}

fn summary(turn: &Turn, draft: &Draft, application: &Application) -> Summary<'static> {
    let l = turn.locale;
    let mut lead = vec![words::summary_made(l, &moment::day(l, turn.today))];
    let name = draft.program();
    if !name.trim().is_empty() {
        lead.push(words::summary_name(l, &name.trim()));
    }
    let [here, there] = [l, Locale::ZhHans].map(|l| application.subject_type.name(l));
    let subject_type =
        package::Row { label: l.say(words::SUBJECT_TYPE), value: with_original(here, Some(there)) };
    let mut sections =
        vec![package::Section { heading: l.say(words::OTHER_ANSWERS), rows: vec![subject_type] }];
    for (heading, answers) in places::answered(l, application) {
        let rows = answers.into_iter().map(|it| package::Row {
            label: it.label,
            value: with_original(&it.text, it.original),
        });
        sections.push(package::Section { heading, rows: rows.collect() });
    }
    Summary {
        lang: l.tag(),
        title: l.say(words::SUMMARY_TITLE).to_owned(),
        lead,
        sections,
        photos: l.say(words::PHOTOS_TITLE),
        slot: match l {
            Locale::ZhHans => |slot| slot.name(Locale::ZhHans),
            Locale::En => |slot| slot.name(Locale::En),
        },
    }
}

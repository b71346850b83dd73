//! Sending through a provider's server: consent, progress, what went wrong, and following it.

use maud::{Markup, html};

use super::{pictures, send, status};
use crate::application::Slot;
use crate::journey::blocks::{self, Control, Look, Row, Tone};
use crate::journey::draft::Draft;
use crate::journey::history;
use crate::journey::life::Life;
use crate::journey::places;
use crate::journey::turn::{Answer, Turn};
use crate::package::{Named, Picture, named};
use crate::process::{Event, State, StateKind};
use crate::provider::{Config, File, Provider, Step, Submission, Trouble};
use crate::text::journey::{provider as words, send as shared, status as status_words};
use crate::text::{Locale, Name};
use crate::wire::snapshot::{PhotoId, path};

pub(super) fn page(turn: &Turn, draft: &mut Draft) -> Answer {
    let l = turn.locale;
    let Some(life) = Life::of(turn, draft) else { return status::unreadable(turn, draft) };
    let config = turn.request.config.as_deref().and_then(Config::read);
    let Some(provider) = config.and_then(|config| config.provider).filter(|_| !life.is_rehearsal)
    else {
        return nowhere(turn, draft);
    };
    let mut submission = stored(draft);
    let is_correction = life.kind() == StateKind::SentBack;
    if turn.act("start").is_some_and(|act| act.value("_agree") == "true") {
        let begun = begin(turn, draft, &life, &provider, submission.take());
        keep(draft, Some(&begun));
        submission = Some(begun);
    } else if turn.act("resend").is_some() && submission.is_some() {
        let begun = resend(turn, draft, &provider, submission.take());
        keep(draft, Some(&begun));
        submission = Some(begun);
    } else if let Some(submission) = &mut submission {
        if turn.act("go-on").is_some() {
            submission.go_on();
            keep(draft, Some(submission));
        }
        if turn.act("cancel").is_some() && !submission.is_submitted {
            submission.cancel();
            keep(draft, Some(submission));
        }
    }
    let heard = hear(turn, draft, submission.as_mut());
    if heard == Heard::Submitted {
        return match life.act(draft, sending(is_correction), l) {
            Ok(_) => {
                let said = l.say(words::SUBMITTED_SAID).to_owned();
                Answer { say: Some(said), ..Answer::go(&draft.address("status")) }
            }
            Err(why) => send::refused(draft, l, &why),
        };
    }
    let submission = submission.filter(|submission| !submission.is_over());
    let is_begun = |submission: &&Submission| !(submission.is_submitted && is_correction);
    match submission.as_ref().filter(is_begun) {
        None if !life.can_send() => Answer::go(&draft.address("status")),
        None => consent(turn, draft, &life, &provider),
        Some(submission) => {
            let mut answer = under_way(turn, draft, &provider, submission);
            answer.call = call(turn, draft, submission);
            answer
        }
    }
}

fn sending(is_correction: bool) -> Event {
    if is_correction { Event::Correct } else { Event::Submit }
}

/// What a reply changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heard {
    Nothing,
    Something,
    Submitted,
}

/// Takes in the reply that the host brings, if it brings one.
fn hear(turn: &Turn, draft: &mut Draft, submission: Option<&mut Submission>) -> Heard {
    let (Some(reply), Some(submission)) = (&turn.request.reply, submission) else {
        return Heard::Nothing;
    };
    let before = submission.clone();
    let step = submission.step();
    let events = submission.hear(reply);
    if *submission != before {
        keep(draft, Some(submission));
    }
    tell(turn, draft, events);
    let is_submitted = step == Step::Submit && submission.is_submitted;
    if is_submitted { Heard::Submitted } else { Heard::Something }
}

/// What WeChat told the server, to the process.
fn tell(turn: &Turn, draft: &mut Draft, events: Vec<Event>) -> bool {
    let before = draft.process();
    let profile = before.record().profile.profile();
    let mut state = before.clone();
    for event in events {
        if let Ok(step) = state.clone().on(event, turn.now, profile) {
            state = step.state;
        }
    }
    let is_changed = crate::journey::life::is_changed(&before, &state);
    if is_changed {
        draft.set_process(&state);
    }
    is_changed
}

/// On the page of the progress: takes in what the server told, and asks again.
pub(super) fn follow(turn: &Turn, draft: &mut Draft) -> Option<Submission> {
    let mut submission = stored(draft).filter(|submission| submission.is_submitted)?;
    hear(turn, draft, Some(&mut submission));
    Some(submission)
}

/// The next call for a submission.
pub(super) fn call(
    turn: &Turn,
    draft: &Draft,
    submission: &Submission,
) -> Option<crate::provider::Call> {
    let waited = turn.request.reply.as_ref().map_or(0, |reply| reply.waited_ms);
    submission.call(&draft.application(), waited)
}

/// The submission under way, if there is one.
fn stored(draft: &Draft) -> Option<Submission> {
    serde_json::from_str(draft.json(path::SUBMISSION)?).ok()
}

fn keep(draft: &mut Draft, submission: Option<&Submission>) {
    let json = submission.and_then(|submission| serde_json::to_string(submission).ok());
    draft.set_json(path::SUBMISSION, json);
}

/// A new submission, or the correction of the one that was sent back. Its key follows from the draft
/// and from when its form was declared complete: another tab, or this one after it was killed before
/// anything was saved, begins the same one, and nothing is sent twice.
fn begin(
    turn: &Turn,
    draft: &Draft,
    life: &Life,
    provider: &Provider,
    known: Option<Submission>,
) -> Submission {
    match (known, &life.state) {
        (Some(mut known), State::SentBack { reasons, .. }) if known.is_submitted => {
            let rejected = reasons.iter().filter_map(|reason| reason.field.as_deref());
            let rejected: Vec<&str> = rejected.collect();
            // One that was changed beside them would not arrive otherwise.
            let is_meant = |photo: &PhotoId, slot: Slot| {
                rejected.is_empty() || rejected.contains(&slot.path()) || !known.has(photo)
            };
            let photos = photos(turn, draft, is_meant);
            known.correct(photos);
            known
        }
        // One that was given up is known to the server by its key.
        (Some(over), _) if over.is_over() => {
            let key = [&over.key, "n"].concat();
            Submission::new(&provider.url, &key, photos(turn, draft, |_, _| true))
        }
        _ => {
            let key = format!("{}-{}", draft.id(), history::last_at(draft).unwrap_or(turn.now));
            Submission::new(&provider.url, &key, photos(turn, draft, |_, _| true))
        }
    }
}

/// The same once more: corrected, where the server knows it, or from the beginning.
fn resend(
    turn: &Turn,
    draft: &Draft,
    provider: &Provider,
    known: Option<Submission>,
) -> Submission {
    match known {
        Some(mut known) if known.is_known() && !known.errors.is_empty() => {
            known.correct(photos(turn, draft, |_, _| true));
            known
        }
        _ => anew(turn, draft, provider),
    }
}

fn anew(turn: &Turn, draft: &Draft, provider: &Provider) -> Submission {
    let key = format!("{}-{}", draft.id(), turn.request.now);
    Submission::new(&provider.url, &key, photos(turn, draft, |_, _| true))
}

/// The photos that are meant, named as in the package.
fn photos(
    turn: &Turn,
    draft: &Draft,
    is_meant: impl Fn(&PhotoId, Slot) -> bool,
) -> Vec<(PhotoId, Named)> {
    let mut ids = Vec::new();
    let mut pictures = Vec::new();
    let given = pictures::slots(draft).into_iter();
    for (entry, slot) in given.filter(|(entry, slot)| is_meant(&entry.id, *slot)) {
        let photo = turn.request.photos.iter().find(|photo| photo.id == entry.id);
        if let Some(photo) = photo {
            ids.push(entry.id);
            pictures.push(Picture { slot, bytes: photo.bytes.clone() });
        }
    }
    ids.into_iter().zip(named(pictures)).collect()
}

fn nowhere(turn: &Turn, draft: &Draft) -> Answer {
    let l = turn.locale;
    let title = l.say(shared::PROVIDER_TITLE);
    Answer::page(
        title,
        html! {
            (blocks::back(&draft.href("send"), l.say(shared::BACK_TO_WAYS)))
            (blocks::heading(title))
            p .rz-page__lead { (l.say(words::NONE)) }
        },
    )
}

/// Before anything is sent: where to, what, and whether the person agrees.
fn consent(turn: &Turn, draft: &Draft, life: &Life, provider: &Provider) -> Answer {
    let l = turn.locale;
    let title = words::title(l, &provider.name(l.tag()));
    let is_missed = turn.act("start").is_some();
    let errors = if is_missed {
        vec![(l.say(words::AGREE_MISSING).to_owned(), l.say(words::AGREE_MISSING_FIX).to_owned())]
    } else {
        Vec::new()
    };
    let summary: Vec<(String, String)> =
        errors.iter().map(|(what, _)| ("_agree".to_owned(), what.clone())).collect();
    let count = pictures::slots(draft).len();
    let row = |name, value: String| Row {
        label: l.say(name).to_owned(),
        value: html! { (value) },
        change: None,
    };
    let rows =
        [row(words::WHERE_TO, provider.url.clone()), row(words::WHAT, words::what_sent(l, &count))];
    let mut answer = Answer::page(
        &title,
        html! {
            (blocks::back(&draft.href("send"), l.say(shared::BACK_TO_WAYS)))
            (blocks::errors(l, &summary))
            (blocks::heading(&title))
            p .rz-page__lead { (l.say(words::LEAD)) }
            (blocks::summary(l, &rows))
            (pictures::missing(l, draft))
            @if life.kind() == StateKind::SentBack { p { (l.say(words::CHANGED)) } }
            form .rz-form novalidate {
                (blocks::checkbox(&Control {
                    name: "_agree",
                    label: l.say(words::AGREE),
                    ..Control::default()
                }))
                (blocks::actions(&html! {
                    button type="button" class=(Look::Primary.class()) data-act="start"
                        data-with="photos" { (l.say(words::START)) }
                }))
            }
        },
    );
    answer.focus = is_missed.then(|| "errors".to_owned());
    answer
}

/// While it is being sent, and where it stopped.
fn under_way(turn: &Turn, draft: &Draft, provider: &Provider, submission: &Submission) -> Answer {
    let l = turn.locale;
    let title = words::title(l, &provider.name(l.tag()));
    let of = submission.files.len();
    let done = submission.files.iter().filter(|file| file.is_done).count();
    let is_stopped = submission.trouble.is_some() || !submission.errors.is_empty();
    let mut answer = Answer::page(
        &title,
        html! {
            (blocks::back(&draft.href("send"), l.say(shared::BACK_TO_WAYS)))
            (blocks::heading(&title))
            @if !is_stopped { p .rz-page__lead { (l.say(words::SENDING)) } }
            (stopped(l, draft, submission))
            div .rz-progress {
                progress #sending .rz-progress__bar value=(done) max=(of.max(1))
                    aria-label=(l.say(words::PROGRESS_LABEL)) {}
                p .rz-progress__text {
                    (words::step(l, submission.step())) " · " (words::progress(l, &done, &of))
                }
            }
            @if 0 < submission.tries() && !is_stopped {
                p role="status" { (words::again(l, &submission.tries())) }
            }
            ul .rz-files {
                @for (i, file) in submission.files.iter().enumerate() {
                    (row(l, file, submission.step() == Step::Upload(i)))
                }
            }
            @if !submission.is_submitted {
                p { (l.say(words::CANCEL_TEXT)) }
                (blocks::actions(&blocks::act(Look::Danger, "cancel", "", l.say(words::CANCEL))))
            }
        },
    );
    if is_stopped {
        answer.say = submission.trouble.map(|trouble| words::trouble(l, trouble).to_owned());
    }
    answer
}

fn row(l: Locale, file: &File, is_now: bool) -> Markup {
    let (class, text) = match (file.is_done, is_now) {
        (true, _) => ("rz-tag rz-tag--done", words::FILE_DONE),
        (_, true) => ("rz-tag rz-tag--progress", words::FILE_NOW),
        _ => ("rz-tag rz-tag--todo", words::FILE_LATER),
    };
    html! {
        li .rz-files__item { span { (file.slot.name(l)) } " " span class=(class) { (l.say(text)) } }
    }
}

/// What stopped it: something to be tried again, or answers to be corrected.
fn stopped(l: Locale, draft: &Draft, submission: &Submission) -> Markup {
    let subject_type = draft.application().subject_type;
    let resend = html! {
        button type="button" class=(Look::Primary.class()) data-act="resend" data-with="photos" {
            (l.say(words::START_AGAIN))
        }
    };
    let go_on = html! {
        button type="button" class=(Look::Primary.class()) data-act="go-on" data-with="photos" {
            (l.say(words::GO_ON))
        }
    };
    html! {
        @if let Some(trouble) = submission.trouble {
            (blocks::notice(Tone::Danger, &html! {
                p { (words::trouble(l, trouble)) }
                (blocks::actions(&html! {
                    // After a reload the photos have to be read once more.
                    @if trouble != Trouble::Gone { (go_on) }
                    @if matches!(trouble, Trouble::Gone | Trouble::NoPhoto) { (resend) }
                }))
            }))
        }
        @if !submission.errors.is_empty() {
            (blocks::notice(Tone::Danger, &html! {
                h2 { (l.say(words::ERRORS)) }
                ul .rz-reasons {
                    @for error in &submission.errors {
                        @let name = places::name_of(l, &error.path, subject_type);
                        li .rz-reasons__item {
                            strong { (name.as_deref().unwrap_or(l.say(status_words::ABOUT_ALL))) }
                            p { (error.detail) }
                            @if let Some(page) = places::page_of(&error.path) {
                                a href=(draft.address(&page).href()) { (l.say(words::FIX)) }
                            }
                        }
                    }
                }
                (blocks::actions(&resend))
            }))
        }
    }
}

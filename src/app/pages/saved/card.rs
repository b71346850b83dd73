//! One draft on the page of what is saved.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::passphrase::{Ask, PassphraseForm};
use crate::app::browser::{clock, files};
use crate::app::components::{ConfirmDialog, Look};
use crate::app::state::drafts::{Desk, Draft, LockError, NotSaved, retention};
use crate::app::state::locale::say_of_drafts;
use crate::app::state::{Session, use_locale};
use crate::text::Locale;
use crate::wire::snapshot::{DraftId, LOOSE_PHOTOS, Retention};

/// Where the focus goes when the card is new.
pub fn id_of(id: &DraftId) -> String {
    ["draft-", &id.0].concat()
}

/// What lies open below a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    None,
    Lock,
    Export,
}

/// What is shown of a draft.
#[derive(Clone, PartialEq, Eq)]
struct Shown {
    name: String,
    is_loose: bool,
    photos: usize,
    saved_at: u64,
    until: Option<u64>,
    retention: Retention,
    is_sealed: bool,
}

impl Shown {
    fn of(draft: &Draft) -> Self {
        let snapshot = draft.snapshot();
        Self {
            name: snapshot.title(),
            is_loose: draft.id().0.starts_with(LOOSE_PHOTOS),
            photos: if draft.is_sealed() { snapshot.photos.len() } else { draft.photos().len() },
            saved_at: snapshot.saved_at,
            until: retention::deadline(Retention::SevenDays, snapshot.saved_at),
            retention: snapshot.retention,
            is_sealed: draft.is_sealed(),
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one view, top to bottom")]
/// One draft: its facts, how long it stays, its lock, its file, its end.
///
/// Accessibility: an article named by its heading; the choice is a group of radio
/// buttons; what went wrong is an alert.
#[component]
pub fn DraftCard(
    /// Which draft.
    id: DraftId,
    /// Called when it is there no more.
    on_gone: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let session = Session::use_session();
    let desk = session.desk_of(&id);
    let look = move || desk.read(Shown::of);
    let shown = RwSignal::new(look());
    let panel = RwSignal::new(Panel::None);
    let problem = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let asks = RwSignal::new(false);
    // Whatever is done, also by another tab, shows in the status.
    Effect::new(move || {
        desk.status().track();
        shown.set(look());
    });

    // Tries something, and says what came of it.
    let attempt = move |work: Work| {
        is_busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let result = work.run(desk).await;
            is_busy.set(false);
            shown.set(look());
            match result {
                Ok(()) => panel.set(Panel::None),
                Err(error) => problem.set(Some(lock_problem(error, locale.get_untracked()))),
            }
        });
    };
    let keep = move |choice: Retention| {
        if choice == Retention::Passphrase {
            problem.set(None);
            panel.set(Panel::Lock);
        } else {
            attempt(Work::KeepOpen(choice));
        }
    };
    let heading_id = id_of(&id);
    let [lock_id, export_id, unlock_id, group] =
        ["lock", "export", "unlock", "keep"].map(|part| [&heading_id, "-", part].concat());
    let option = move |of: Retention| {
        let group = group.clone();
        view! {
            <label class="rz-draft__option">
                <input
                    type="radio"
                    name=group
                    value=of.as_str()
                    prop:checked=move || chosen(shown.get().retention, panel.get()) == of
                    on:change=move |_| keep(of)
                />
                <span>{move || retention_words(of, &shown.read(), locale.get())}</span>
            </label>
        }
    };
    let heading = move || title(&shown.read(), locale.get());
    view! {
        <article class="rz-draft" aria-labelledby=heading_id.clone()>
            <h2 class="rz-draft__name" id=heading_id.clone() tabindex="-1">{heading}</h2>
            <p class="rz-draft__facts">{move || facts(&shown.read(), locale.get())}</p>
            <Show when=move || shown.read().is_sealed>
                <p>{say_of_drafts(|text| text.is_locked)}</p>
                <PassphraseForm
                    id=unlock_id.clone()
                    ask=Ask::Present
                    action=|text| text.unlock
                    problem
                    is_busy
                    on_submit=Callback::new(move |passphrase| attempt(Work::Unlock(passphrase)))
                />
            </Show>
            <Show when=move || !shown.read().is_sealed>
                <fieldset class="rz-draft__keep">
                    <legend>{say_of_drafts(|text| text.how_long)}</legend>
                    {Retention::ALL.map(option.clone())}
                </fieldset>
            </Show>
            <Show when=move || panel.get() == Panel::Lock>
                <p>{say_of_drafts(|text| text.passphrase_is_not_kept)}</p>
                <PassphraseForm
                    id=lock_id.clone()
                    ask=Ask::New
                    action=|text| text.lock
                    problem
                    is_busy
                    on_submit=Callback::new(move |passphrase| attempt(Work::Lock(passphrase)))
                />
            </Show>
            <Show when=move || panel.get() == Panel::Export>
                <p>{say_of_drafts(|text| text.export_hint)}</p>
                <PassphraseForm
                    id=export_id.clone()
                    ask=Ask::NewOrNone
                    action=|text| text.export_action
                    problem
                    is_busy
                    on_submit=Callback::new(move |passphrase| attempt(Work::Export(passphrase)))
                />
            </Show>
            <Show when=move || panel.get() == Panel::None && !shown.read().is_sealed>
                <p class="rz-field__problem" role="alert">{move || problem.get()}</p>
            </Show>
            <div class="rz-draft__actions">
                <button
                    type="button"
                    class=Look::Quiet.class()
                    hidden=move || shown.read().is_sealed
                    aria-expanded=move || if panel.get() == Panel::Export { "true" } else { "false" }
                    on:click=move |_| {
                        problem.set(None);
                        panel.update(|panel| {
                            *panel = if *panel == Panel::Export { Panel::None } else { Panel::Export };
                        });
                    }
                >
                    {say_of_drafts(|text| text.export)}
                </button>
                <button type="button" class=Look::Quiet.class() on:click=move |_| asks.set(true)>
                    {say_of_drafts(|text| text.delete)}
                </button>
            </div>
            <ConfirmDialog
                is_open=asks
                question=|ui| ui.delete_question
                detail=|ui| ui.delete_detail
                action=|ui| ui.clear_confirm
                on_confirm=Callback::new(move |()| {
                    session.forget_draft(desk);
                    on_gone.run(());
                })
            />
        </article>
    }
}

/// Something that takes a while.
enum Work {
    Lock(String),
    Unlock(String),
    KeepOpen(Retention),
    Export(String),
}

impl Work {
    async fn run(self, desk: Desk) -> Result<(), LockError> {
        match self {
            // A new passphrase takes the place of the present one.
            Self::Lock(passphrase) => {
                if desk.read(|draft| draft.snapshot().retention) == Retention::Passphrase {
                    desk.keep_open(Retention::SevenDays).await?;
                }
                desk.lock_with(&passphrase).await
            }
            Self::Unlock(passphrase) => desk.unlock(&passphrase).await,
            Self::KeepOpen(retention) => desk.keep_open(retention).await,
            Self::Export(passphrase) => {
                let passphrase = (!passphrase.is_empty()).then_some(passphrase);
                let text = desk.export(passphrase.as_deref()).await?;
                let day = clock::local_date(clock::now());
                // Of whom it is, the file's name does not say.
                let name = ["renzheng-", &day, ".json"].concat();
                files::save(&name, "application/json", text.as_bytes())
                    .ok_or(LockError::Unavailable)
            }
        }
    }
}

/// Why something was not done, and what to do.
pub(super) fn lock_problem(error: LockError, locale: Locale) -> &'static str {
    match error {
        LockError::Unavailable => locale.drafts().cannot_lock,
        LockError::WrongPassphrase => locale.drafts().wrong_passphrase,
        LockError::NotSaved(NotSaved::Newer) => locale.ui().storage_newer,
        LockError::NotSaved(NotSaved::Storage(_) | NotSaved::Gone) => locale.ui().storage_full,
        LockError::NotSaved(NotSaved::Locked) => locale.ui().storage_locked,
    }
}

/// What is marked: the choice, also while its passphrase is still asked for.
fn chosen(retention: Retention, panel: Panel) -> Retention {
    if panel == Panel::Lock { Retention::Passphrase } else { retention }
}

fn title(shown: &Shown, locale: Locale) -> String {
    let text = locale.drafts();
    match shown.name.as_str() {
        "" if shown.is_loose => text.loose_photos.to_owned(),
        "" => text.unnamed.to_owned(),
        name => name.to_owned(),
    }
}

fn facts(shown: &Shown, locale: Locale) -> String {
    let text = locale.drafts();
    let photos = (text.photo_count)(shown.photos);
    let saved = (text.saved)(&clock::local_time(shown.saved_at));
    [photos, saved].join(" · ")
}

fn retention_words(of: Retention, shown: &Shown, locale: Locale) -> String {
    let text = locale.drafts();
    match of {
        Retention::SevenDays => {
            let until = shown.until.unwrap_or_default();
            (text.seven_days)(&clock::local_date(until))
        }
        Retention::Tab => text.until_tab_closes.to_owned(),
        Retention::Passphrase => text.with_passphrase.to_owned(),
    }
}

//! English.

mod form;
mod name;
mod number;
mod photo;

use super::{DraftText, UiText};
use crate::finding::Severity;
use crate::photo::{Change, Kind};

pub(super) use form::form_issue;
pub(super) use name::{name_issue, name_mode};
pub(super) use number::{number_issue, number_kind};
pub(super) use photo::photo_issue;

pub(super) static UI: UiText = UiText {
    language: "English",
    product: "Renzheng",
    tagline: "Check every photo on your phone before you send it.",
    promise: "Photos are checked and repaired on this device. Nothing is uploaded.",
    footer: "Renzheng is an open-source tool and not affiliated with WeChat. WeChat's own review decides.",
    skip_to_content: "Skip to content",
    navigation_label: "Pages",
    photo_link: "Check photos",
    about_link: "About",
    photo_title: "Check photos for Mini Program certification",
    give_heading: "Add photos",
    kind_question: "Which document does the photo show?",
    kind_label: "Document",
    choose_photos: "Choose photos",
    take_photo: "Take a photo",
    drop_hint: "Or drop photos here, or paste them; several at once are fine.",
    limits: "Accepted are JPEG and PNG of at most 200 KB. Larger photos are made to fit.",
    results_heading: "Results",
    queue_position: |at, of| format!("Photo {at} of {of}"),
    cancel_all: "Cancel all",
    stage_waiting: "Waiting…",
    stage_reading: "Reading the photo…",
    stage_inspected: "File read; looking at the picture…",
    stage_judged: "Picture checked; making a photo that fits…",
    stage_cancelled: "Canceled.",
    verdict_usable: "Ready to use",
    verdict_repaired: "Repaired, ready to use",
    verdict_refused: "Not usable, take it again",
    usable_detail: "The photo meets the requirements; the picture is as it was.",
    repaired_detail: "The photo meets the requirements now. Open the result and see that all print is clear.",
    refused_detail: "Follow the advice below, then choose another photo.",
    warnings_detail: |count| match count {
        1 => "It meets the requirements, but have a look at one point.".to_owned(),
        _ => format!("It meets the requirements, but have a look at {count} points."),
    },
    changes_heading: "What was done",
    handled_heading: |count| format!("Problems of the original (solved: {count})"),
    handled_label: "Solved",
    info_heading: |count| format!("Good to know ({count})"),
    original: "Original",
    result: "Result",
    cannot_show: "This browser cannot show the photo",
    not_kept: "The original was not kept",
    open_large: |title| format!("View large: {title}"),
    zoom_full: "Actual size",
    zoom_fit: "Fit to screen",
    close: "Close",
    choose: "Use this photo",
    chosen: "In use",
    download: "Download",
    replace: "Choose another",
    remove: "Remove",
    cancel: "Cancel",
    retry: "Try again",
    removed: |name| format!("Removed “{name}”."),
    undo: "Undo",
    chosen_heading: |count| format!("Photos in use ({count})"),
    chosen_empty: "None yet. When a photo passes, choose “Use this photo” and it is listed here.",
    download_of: |kind| format!("Download: {kind}"),
    release_of: |kind| format!("No longer use: {kind}"),
    saves_here: "Finished photos are kept on this device and survive a reload.",
    saved_at: |time| format!("Saved on this device ({time})"),
    saving: "Saving…",
    kept_until: |date| format!("Kept until {date}, longer if you change something."),
    unkept: |names| format!("There is no room here for these photos; download them: {names}"),
    list_separator: ", ",
    unreadable: |count| {
        format!("Drafts that are damaged or of a later version stay as they are: {count}.")
    },
    changed_elsewhere: "Another tab changed the same at the same time; what you did here was kept.",
    storage_newer: "Another tab has a later version of this page, so this one no longer saves. Reload it.",
    storage_locked: "The draft is locked with a passphrase.",
    storage_forbidden: "This browser does not allow saving: photos are gone when the page is closed. Download them before.",
    storage_full: "There is no room left on this device: new photos are not saved. Download them before you close the page, or remove others.",
    clear_all: "Clear everything on this device",
    clear_question: "Clear everything on this device?",
    clear_detail: "All photos and results are deleted from this browser for good. Do this before you leave a shared computer.",
    clear_confirm: "Clear everything",
    clear_failed: "Not everything was cleared. Close other tabs with this page and clear once more.",
    keep: "Keep",
    failed_heading: "Not finished",
    failed_unreadable: "The browser cannot read this file: it was moved, or is still in a cloud drive. Choose it again.",
    failed_too_large: "The file is over 50 MB, too large for a photo. Choose a lower resolution in the camera settings, or crop it in the photo app first.",
    failed_worker_lost: "The checker stopped half-way, perhaps for want of memory. Close other pages and try again.",
    failed_worker_missing: "The checker could not be loaded. Look at your connection and try again.",
    failed_wrong_protocol: "There is a new version of this page. Reload it and try again.",
    failed_lost: "The device did not keep this photo. Choose it again.",
    announce_started: |count| match count {
        1 => "Checking 1 photo.".to_owned(),
        _ => format!("Checking {count} photos."),
    },
    announce_verdict: |name, verdict| format!("{name}: {verdict}."),
    announce_cleared: "Everything on this device was cleared.",
    about_title: "About and privacy",
    about_back: "Check photos",
    about: &[
        (
            "How photos are checked",
            &[
                "Choose the document and the photo. The tool first looks at the real type and size of the file, then at the picture: sharpness, brightness, burnt-out parts, contrast.",
                "Photos over 200 KB are turned upright and compressed to at most 200 KB, with the print as clear as possible. The result is checked again by the same rules.",
                "Place, time, phone model and other camera data are taken out.",
            ],
        ),
        (
            "Privacy",
            &[
                "Photos do not leave your device: no upload, no statistics, no third parties.",
                "Finished photos are kept in this browser until 7 days after the last change. On a shared computer, choose “Clear everything on this device” before you leave.",
            ],
        ),
        (
            "What it cannot do",
            &[
                "The tool sees whether a photo is clear and of the right format. It does not see whether a document is genuine or expired, and does not read it.",
                "“Ready to use” means that the photo meets the known requirements. WeChat's own review decides.",
                "HEIC, PDF and other files cannot be worked on; the page says how to convert them.",
            ],
        ),
        (
            "Browsers",
            &[
                "Chrome and Edge 99, Safari 16, Firefox 114 or later, on phones and computers.",
                "If the page does not open inside WeChat, tap “…” at the top right and open it in the browser. Lockdown Mode on iPhones switches off what is needed; turn it off for this site.",
            ],
        ),
    ],
    not_found_title: "No such page",
    not_found_text: "The address may be mistyped, or the page has moved. Your photos are still there.",
    not_found_back: "Back to checking photos",
};

pub(super) static DRAFTS: DraftText = DraftText {
    seven_days: |date| format!("Keep for 7 days (until {date}), longer if you change something"),
    until_tab_closes: "Delete when this tab is closed",
    with_passphrase: "Keep, locked with a passphrase",
    passphrase_is_not_kept: "The passphrase is not kept. Without it, the draft cannot be opened.",
    wrong_passphrase: "The passphrase is not right. Enter it again.",
    cannot_lock: "This browser cannot encrypt, so nothing was locked. Open the page by https, or use another browser.",
    file_from_the_future: "A later version wrote this file. Reload the page and try again.",
    file_damaged: "This is not a draft, or the file is damaged. Export it again.",
    file_empty: "There is nothing filled in and no photo in this file.",
    file_is_locked: "The file is locked. Enter its passphrase.",
    file_has_no_room: "There is no room on this device, so nothing was imported. Clear what is not needed first.",
};

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::IdFront => "ID card, portrait side",
        Kind::IdBack => "ID card, emblem side",
        Kind::Licence => "Business licence",
        Kind::Letter => "Official letter",
        Kind::StampedCopy => "Stamped copy",
        Kind::Other => "Other material",
    }
}

pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::MetadataRemoved => "camera data removed",
        Change::TrailingDataRemoved => "attached data removed",
        Change::Turned => "turned upright",
        Change::Flattened => "transparent parts made white",
        Change::ColoursConverted => "colors converted",
        Change::Stilled => "first frame kept",
        Change::Resized => "made smaller",
        Change::Recompressed => "compressed anew",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Block => "Would be refused",
        Severity::Warn => "Have a look",
        Severity::Info => "Good to know",
    }
}

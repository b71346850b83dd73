//! Storage that is full or garbled, and what goes when.

use super::*;

#[test]
fn older_never_overwrites_newer() {
    let (device, mut draft) = Device::with_form();
    let future = r#"{"version":999,"anything":[1]}"#;
    device.lasting.set("renzheng:draft:a", future).unwrap();
    draft.set_field(NAME, "Yi");
    assert_eq!(device.shelf().save(&mut draft, NOW), Err(NotSaved::Newer));
    assert_eq!(device.lasting.get("renzheng:draft:a").unwrap(), future);
    assert_eq!(text(&draft, NAME), "Yi");
    let opened = device.shelf().open(&id(), 2);
    assert!(matches!(opened, Opened::Unreadable(Unreadable::Future(999))));
}

#[test]
fn what_is_garbled_stays_and_is_not_in_the_way() {
    let (device, mut draft) = Device::with_form();
    device.lasting.set("renzheng:draft:a", "{\"version\":1,").unwrap();
    draft.set_field(EMAIL, "a@example.com");
    device.save(&mut draft);
    assert_eq!(device.lasting.get("renzheng:draft:a").unwrap(), "{\"version\":1,");
    assert_eq!(draft.id().0, "a~2");
    let Opened::Draft(again) = device.shelf().open(&device.shelf().usable_id(&id()), 2) else {
        panic!("a draft")
    };
    assert_eq!(contents(&again), contents(&draft));
    let mut listed: Vec<_> =
        device.shelf().list().into_iter().map(|line| (line.id.0, line.snapshot.err())).collect();
    listed.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [("a", Some(Unreadable::Damaged)), ("a~2", None)];
    assert_eq!(listed, expected.map(|(id, why)| (id.to_owned(), why)));
}

#[test]
fn a_draft_that_was_deleted_elsewhere_does_not_come_back() {
    let (device, mut draft) = Device::with_form();
    device.shelf().delete(&id());
    draft.set_field(NAME, "Yi");
    assert_eq!(device.shelf().save(&mut draft, NOW), Err(NotSaved::Gone));
    assert_eq!(device.lasting.keys("renzheng:draft:"), [""; 0]);
}

#[test]
fn a_full_storage_keeps_what_was_there_and_the_draft_its_changes() {
    let (device, mut draft) = Device::with_form();
    device.lasting.delete("renzheng:reserve");
    device.lasting.capacity.set(device.lasting.used());
    draft.set_field(NAME, "a much longer name than it was before");
    let full = Err(NotSaved::Storage(StorageError::Full));
    assert_eq!(device.shelf().save(&mut draft, NOW), full);
    assert_eq!(text(&device.draft(2), NAME), "Jia");
    assert!(draft.is_unsaved());
    device.lasting.capacity.set(place::CAPACITY);
    device.save(&mut draft);
    assert!(text(&device.draft(2), NAME).starts_with("a much"));
}

#[test]
fn photos_and_others_leave_room_for_what_is_typed() {
    let (device, mut draft) = Device::with_form();
    let bytes = "A".repeat(270_000);
    let fits = |at: u32| {
        device.shelf().keep_photo(Retention::SevenDays, &PhotoId(format!("{at}")), &bytes)
    };
    let kept = (0..30).take_while(|at| fits(*at)).count();
    assert!((13..20).contains(&kept), "{kept} photos");
    // Another program of this origin takes the rest.
    device.lasting.set("other", &"x".repeat(place::CAPACITY - device.lasting.used() - 5)).unwrap();
    draft.set_field(Field::SubjectAddress, &"x".repeat(20_000));
    device.save(&mut draft);
}

#[test]
fn until_the_tab_closes_nothing_personal_lasts() {
    let (device, mut draft) = Device::with_form();
    draft.set_field(Field::NicknameText, "Old Name");
    draft.set_retention(Retention::Tab);
    device.save(&mut draft);
    let lasting = device.lasting.dump();
    assert!(!lasting.contains("Jia") && !lasting.contains("a.jpg"), "{lasting}");
    assert!(lasting.contains("Old Name"), "the program's name stays");
    assert_eq!(contents(&device.draft(2)), contents(&draft), "a reload has it");

    // Another tab has another storage of its own.
    let other = Memory::default();
    let Opened::Draft(mut there) = Shelf::new(&device.lasting, &other).open(&id(), 3) else {
        panic!("a draft")
    };
    assert!(there.snapshot().application().is_none());
    // What is done there takes nothing away here.
    there.set_photo(&photo("18f0-9"));
    Shelf::new(&device.lasting, &other).save(&mut there, NOW).unwrap();
    draft.set_field(EMAIL, "a@example.com");
    device.save(&mut draft);
    assert_eq!(text(&device.draft(2), NAME), "Jia");
    assert!(!device.lasting.dump().contains("Jia"));
}

#[test]
fn what_is_to_be_locked_is_never_written_open() {
    let (device, mut draft) = Device::with_form();
    draft.set_retention(Retention::Passphrase);
    draft.set_field(NAME, "Yi");
    assert_eq!(device.shelf().save(&mut draft, NOW), Err(NotSaved::Locked));
    assert!(!device.lasting.dump().contains("Yi"));
}

#[test]
fn form_and_photos_go_after_seven_days_and_the_process_stays() {
    let (device, mut draft) = Device::with_form();
    draft.set_field(Field::NicknameText, "Old Name");
    let process = RawValue::from_string(r#"{"state":"submitted"}"#.to_owned());
    draft.set_process(Some(process.unwrap()));
    device.save(&mut draft);
    device.shelf().keep_photo(Retention::SevenDays, &PhotoId("18f0-1".to_owned()), "AAAA");
    device.shelf().tidy_up(NOW);
    device.shelf().tidy_up(NOW + KEPT_MS - 1);
    assert_eq!(text(&device.draft(2), NAME), "Jia");
    let gone = device.shelf().tidy_up(NOW + KEPT_MS);
    assert_eq!(gone, [PhotoId("18f0-1".to_owned())]);
    let left = device.lasting.dump();
    assert!(!left.contains("Jia") && !left.contains("AAAA"), "{left}");
    assert!(left.contains("submitted") && left.contains("Old Name"), "{left}");
    assert!(device.draft(2).photos().is_empty());
}

#[test]
fn loose_photos_leave_nothing_behind() {
    let device = Device::default();
    let mut draft = Draft::new(id(), 1);
    draft.set_photo(&photo("18f0-1"));
    device.save(&mut draft);
    device.shelf().tidy_up(NOW);
    device.shelf().tidy_up(NOW + KEPT_MS);
    assert_eq!(device.lasting.keys("renzheng:draft:"), [""; 0]);
}

#[test]
fn one_absurd_clock_takes_nothing() {
    let (device, _) = Device::with_form();
    device.shelf().tidy_up(NOW);
    let years = 10 * 365 * 86_400_000;
    device.shelf().tidy_up(NOW + years);
    device.shelf().tidy_up(NOW + years + 1_000);
    device.shelf().tidy_up(NOW);
    assert_eq!(text(&device.draft(2), NAME), "Jia");

    // Saved while the clock was wrong, a date ten years ahead does not hold.
    let mut draft = device.draft(1);
    draft.set_field(NAME, "Yi");
    device.shelf().save(&mut draft, NOW + years).unwrap();
    device.shelf().tidy_up(NOW);
    assert_eq!(device.draft(2).snapshot().saved_at, NOW);
}

const OLD: &str = include_str!("../../../../../tests/data/snapshots/v0-photo.json");

fn with_old_photos() -> Device {
    let device = Device::default();
    for id in ["18f0-1", "18f0-2"] {
        device.lasting.set(&format!("{PHOTO}{id}"), OLD).unwrap();
    }
    device.lasting.set(&format!("{PHOTO}18f0-3"), "{\"v\":99}").unwrap();
    device
}

#[test]
fn photos_of_the_first_version_are_taken_in() {
    let device = with_old_photos();
    let bytes = place::bytes_text(OLD.to_owned());
    let mut draft = Draft::new(DraftId(LOOSE_PHOTOS.to_owned()), 1);
    device.shelf().adopt(&mut draft);
    assert_eq!(draft.photos().len(), 2);
    device.save(&mut draft);
    device.shelf().shrink_adopted(&draft);
    for id in ["18f0-1", "18f0-2"] {
        let text = device.shelf().photo(&PhotoId(id.to_owned()));
        assert!(text.is_some() && text == bytes);
    }
    assert_eq!(device.lasting.get(&format!("{PHOTO}18f0-3")).unwrap(), "{\"v\":99}");
    // Once only.
    draft.remove_photo(&PhotoId("18f0-1".to_owned()));
    device.lasting.set(&format!("{PHOTO}18f0-1"), OLD).unwrap();
    device.shelf().adopt(&mut draft);
    assert_eq!(draft.photos().len(), 1);
}

#[test]
fn a_full_storage_of_the_first_version_loses_nothing() {
    let device = with_old_photos();
    device.lasting.capacity.set(device.lasting.used());
    let mut draft = Draft::new(DraftId(LOOSE_PHOTOS.to_owned()), 1);
    device.shelf().adopt(&mut draft);
    assert!(device.shelf().save(&mut draft, NOW).is_err());
    assert_eq!(draft.photos().len(), 2);
    assert_eq!(device.shelf().photo(&PhotoId("18f0-1".to_owned())).as_deref(), Some(OLD));
}

#[test]
fn bytes_without_a_draft_go_when_nobody_can_want_them() {
    let made = NOW - 2 * 60 * 60 * 1_000;
    let key = |name: &str| format!("{PHOTO}{made:x}-{name}");
    let (device, mut draft) = Device::with_form();
    draft.set_photo(&photo(&format!("{made:x}-kept")));
    device.save(&mut draft);
    for name in ["kept", "orphan"] {
        device.lasting.set(&key(name), "AAAA").unwrap();
    }
    device.lasting.set(&format!("{PHOTO}{NOW:x}-fresh"), "AAAA").unwrap();
    device.lasting.set(&format!("{PHOTO}unknown"), "AAAA").unwrap();
    device.lasting.set("renzheng:draft:b", "garbage").unwrap();
    device.shelf().tidy_up(NOW);
    assert!(device.lasting.get(&key("orphan")).is_some(), "it may belong to what is garbled");
    device.lasting.delete("renzheng:draft:b");
    device.shelf().tidy_up(NOW);
    let mut left = device.lasting.keys(PHOTO);
    left.sort();
    let mut expected = [key("kept"), format!("{PHOTO}{NOW:x}-fresh"), format!("{PHOTO}unknown")];
    expected.sort();
    assert_eq!(left, expected);
}

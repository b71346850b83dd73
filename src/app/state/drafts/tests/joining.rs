//! Two tabs, and all orders of their saves.

use super::*;

#[test]
fn what_is_saved_is_there_again() {
    let (device, draft) = Device::with_form();
    let again = device.draft(2);
    assert_eq!(contents(&again), contents(&draft));
    assert_eq!(again.snapshot().revision, 1);
    assert!(!again.is_unsaved());
}

#[test]
fn nothing_is_saved_when_nothing_has_changed() {
    let (device, mut draft) = Device::with_form();
    draft.set_field(NAME, "Jia");
    device.save(&mut draft);
    assert_eq!(device.draft(2).snapshot().revision, 1);
}

#[test]
fn two_tabs_change_different_fields() {
    let (device, mut one) = Device::with_form();
    let mut other = device.draft(2);
    one.set_field(NAME, "Yi");
    other.set_field(EMAIL, "a@example.com");
    assert_eq!(device.save(&mut one), [""; 0]);
    assert_eq!(device.save(&mut other), [""; 0]);
    for draft in [&other, &device.draft(3)] {
        assert_eq!(text(draft, NAME), "Yi");
        assert_eq!(text(draft, EMAIL), "a@example.com");
    }
    assert!(one.join(other.snapshot()).is_changed);
    assert_eq!(contents(&one), contents(&other));
    assert!(!one.is_unsaved());
}

#[test]
fn two_tabs_change_the_same_field_and_are_told() {
    let (device, mut one) = Device::with_form();
    let mut other = device.draft(2);
    one.set_field(NAME, "Yi");
    other.set_field(NAME, "Bing");
    device.save(&mut one);
    assert_eq!(device.save(&mut other), [NAME.path()]);
    assert_eq!(text(&device.draft(3), NAME), "Bing", "the later one stays");
    let mut third = device.draft(3);
    third.set_field(NAME, "Bing ");
    other.set_field(NAME, "Bing ");
    device.save(&mut third);
    assert_eq!(device.save(&mut other), [""; 0], "the same change is no conflict");
}

#[test]
fn a_field_that_was_emptied_stays_empty() {
    let (device, mut one) = Device::with_form();
    let mut other = device.draft(2);
    one.set_field(NAME, "");
    device.save(&mut one);
    other.set_field(EMAIL, "a@example.com");
    device.save(&mut other);
    assert_eq!(text(&device.draft(3), NAME), "");
}

#[test]
fn a_photo_that_was_removed_does_not_come_back() {
    let (device, mut one) = Device::with_form();
    let mut other = device.draft(2);
    one.remove_photo(&PhotoId("18f0-1".to_owned()));
    device.save(&mut one);
    other.set_photo(&photo("18f0-2"));
    device.save(&mut other);
    let ids = |draft: &Draft| draft.photos().iter().map(|p| p.id.0.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&device.draft(3)), ["18f0-2"]);
}

/// The storage of a browser is not locked: of two saves at once the later may not have
/// seen the earlier.
#[test]
fn an_overtaken_save_is_joined_again() {
    let (device, mut one) = Device::with_form();
    let before = device.lasting.get("renzheng:draft:a").unwrap();
    let mut other = device.draft(2);
    one.set_field(NAME, "Yi");
    other.set_field(EMAIL, "a@example.com");
    device.save(&mut one);
    one.set_field(EMAIL, "");
    device.save(&mut one);
    // What `one` has written is not yet seen, and so written over.
    device.lasting.set("renzheng:draft:a", &before).unwrap();
    device.save(&mut other);
    assert_eq!(text(&device.draft(3), NAME), "Jia");
    // Then the event comes.
    one.join(device.draft(3).snapshot());
    assert!(one.is_unsaved());
    device.save(&mut one);
    assert_eq!(text(&device.draft(3), NAME), "Yi");
    assert_eq!(text(&device.draft(3), EMAIL), "a@example.com");
}

/// Whatever the order in which saves and events come, the tabs end with the same, and
/// with the last text of each field that only one tab writes.
#[test]
fn random_interleavings_lose_nothing() {
    for seed in 0..200 {
        let mut random = fastrand::Rng::with_seed(seed);
        let (device, one) = Device::with_form();
        let mut tabs = [one, device.draft(2), device.draft(3)];
        let own = [NAME, EMAIL, Field::ContactName];
        let mut last = ["Jia".to_owned(), String::new(), String::new()];
        for step in 0..60 {
            let at = random.usize(0..tabs.len());
            match random.u8(0..4) {
                0 | 1 => {
                    last[at] = format!("{step}");
                    tabs[at].set_field(own[at], &last[at]);
                    tabs[at].set_field(Field::SubjectAddress, &last[at]);
                }
                2 => drop(device.save(&mut tabs[at])),
                _ => drop(tabs[at].join(device.draft(9).snapshot())),
            }
        }
        for _ in 0..2 {
            for tab in &mut tabs {
                drop(device.save(tab));
            }
        }
        for tab in &tabs {
            assert_eq!(contents(tab), contents(&tabs[0]), "seed {seed}");
            for (field, last) in own.into_iter().zip(&last) {
                assert_eq!(text(tab, field), *last, "seed {seed}");
            }
        }
    }
}

#[test]
fn a_clock_set_back_changes_no_order() {
    let (device, mut one) = Device::with_form();
    let mut other = device.draft(2);
    one.set_field(NAME, "Yi");
    device.shelf().save(&mut one, NOW - 86_400_000).unwrap();
    assert_eq!(device.save(&mut other), [""; 0]);
    assert_eq!(text(&other, NAME), "Yi");
}

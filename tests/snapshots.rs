//! Snapshots of every version load for ever; what cannot be read is told apart.

use std::fs;
use std::path::Path;

use renzheng::application::{Field, Slot, SubjectType};
use renzheng::photo::{Change, Fitted};
use renzheng::wire::snapshot::{
    Personal, PhotoEntry, Place, Retention, Snapshot, Unreadable, VERSION, read,
};

fn stored(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/snapshots").join(name);
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn snapshot(name: &str) -> Snapshot {
    read(&stored(name)).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

/// The text without the order of its keys.
fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_is_read_is_written_the_same() {
    for name in ["v1-full.json", "v1-sealed.json", "v1-elsewhere.json", "v1-least.json"] {
        assert_eq!(value(&snapshot(name).to_json()), value(&stored(name)), "{name}");
    }
}

#[test]
fn a_whole_application_is_there() {
    let full = snapshot("v1-full.json");
    assert_eq!((full.revision, full.name.as_str()), (3, "样本小程序"));
    assert_eq!(full.process(), Some(r#"{"state":"under-review","since":1789990000000}"#));
    let form = full.application().unwrap();
    assert_eq!(form.subject_type, SubjectType::Enterprise);
    assert_eq!(form.get(Field::SubjectName), "样本有限公司");
    assert_eq!(form.get(Field::ContactEmail), "", "what was removed is nothing");
    assert_eq!(form.materials[0].slot, Slot::Licence);
    let places: Vec<_> = photos(&full).iter().map(|photo| format!("{:?}", photo.place)).collect();
    assert_eq!(places, ["Storage", "Database", "Inline", "NotKept"]);
}

fn photos(snapshot: &Snapshot) -> Vec<PhotoEntry> {
    let parts = snapshot.open_parts().unwrap().photos();
    parts.into_iter().map(|part| PhotoEntry::read(part.json().unwrap()).unwrap()).collect()
}

#[test]
fn a_photo_of_the_first_version_is_a_snapshot() {
    let old = snapshot("v0-photo.json");
    assert_eq!((old.id.0.as_str(), old.saved_at), ("photos", 1_790_000_000_000));
    let photo = &photos(&old)[0];
    assert!(photo.chosen);
    let fitted: Fitted = serde_json::from_str(photo.fitted.get()).unwrap();
    assert!(fitted.ok && fitted.report.ok && fitted.changed == [Change::MetadataRemoved]);
    assert!(matches!(&photo.place, Place::Inline(text) if 100 < text.len()));
}

#[test]
fn the_other_forms_are_told_apart() {
    let sealed = snapshot("v1-sealed.json");
    assert_eq!(sealed.retention, Retention::Passphrase);
    assert!(
        matches!(sealed.personal, Personal::Sealed(sealed) if sealed.iterations() == Some(600_000))
    );
    assert!(matches!(snapshot("v1-elsewhere.json").personal, Personal::Elsewhere));
    assert!(matches!(snapshot("v1-least.json").personal, Personal::Removed));
}

#[test]
fn what_cannot_be_read_says_why() {
    let full = stored("v1-full.json");
    let next = full.replacen("\"version\":1", &format!("\"version\":{}", VERSION + 1), 1);
    let garbage = "x".repeat(5_000_000);
    let cases: [(&str, Unreadable); 10] = [
        (&stored("future-999.json"), Unreadable::Future(999)),
        (&next, Unreadable::Future(2)),
        (r#"{"v":99}"#, Unreadable::Future(99)),
        (r#"{"v":1}"#, Unreadable::Damaged),
        (r#"{"version":1}"#, Unreadable::Damaged),
        (r#"{"version":0}"#, Unreadable::Damaged),
        ("", Unreadable::Damaged),
        ("[1]", Unreadable::Damaged),
        (&full[..full.len() - 1], Unreadable::Damaged),
        (&garbage, Unreadable::Damaged),
    ];
    for (text, why) in cases {
        assert_eq!(read(text).err(), Some(why), "{text:.40}");
    }
}

#[test]
fn nothing_private_is_printed() {
    for name in ["v1-full.json", "v0-photo.json", "v1-sealed.json"] {
        let snapshot = snapshot(name);
        let printed = format!("{snapshot:?} {:?}", snapshot.open_parts());
        for private in ["样本", "licence.", "AAECAwQ", "iVBOR", "/9j/", "under-review"] {
            assert!(!printed.contains(private), "{name}: {private} in {printed}");
        }
    }
}

#[test]
fn a_finding_of_the_first_version_has_a_level() {
    let old = r#"{"severity":"warn","code":"photo.blurred","score":80,"threshold":110}"#;
    let finding: renzheng::photo::Finding = serde_json::from_str(old).unwrap();
    let new = serde_json::to_value(finding).unwrap();
    assert_eq!((new["level"].as_str(), new["score"].as_u64()), (Some("mid"), Some(80)));
}

//! Drafts in a real browser: storage that is full, forbidden or garbled, passphrases,
//! files, and taking everything off the device.
//!
//! It is long because each test file is a browser of its own, which takes its time.

#![cfg(all(target_arch = "wasm32", feature = "app"))]

use js_sys::{Function, Promise};
use leptos::prelude::Owner;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use leptos::prelude::GetUntracked;
use renzheng::app::browser::storage::{Area, StorageError};
use renzheng::app::browser::{base64, database, erase};
use renzheng::app::state::drafts::{
    DRAFT, Desk, Draft, ImportError, Keeping, LockError, NotSaved, OURS, PHOTO, import, shelf,
};
use renzheng::application::{Field, SubjectType};
use renzheng::photo::Kind;
use renzheng::wire::snapshot::{DraftId, PhotoEntry, PhotoId, Place, Retention, Unreadable};

wasm_bindgen_test_configure!(run_in_browser);

const NAME: Field = Field::SubjectName;
const SECRET: &str = "秘密有限公司";
const PASSPHRASE: &str = "马 on the bridge 7";
const PHOTO_BYTES: [u8; 5] = [0, 1, 127, 128, 255];

fn run(script: &str) -> JsValue {
    Function::new_no_args(script).call0(&JsValue::NULL).expect("a script")
}

async fn wait(ms: u32) {
    let script = format!("return new Promise((done) => setTimeout(done, {ms}))");
    JsFuture::from(Promise::from(run(&script))).await.expect("a timeout");
}

/// An empty device.
async fn fresh() {
    assert!(erase::everything(OURS).await);
    assert!(erase::everything("test:").await);
    let owner = Owner::new();
    owner.set();
    // Desks live as long as the page.
    std::mem::forget(owner);
}

fn id() -> DraftId {
    DraftId("a".to_owned())
}

fn desk() -> Desk {
    Desk::open(&id())
}

fn photo(id: &str) -> PhotoEntry {
    let fitted = serde_json::value::RawValue::from_string("{\"ok\":true}".to_owned());
    PhotoEntry {
        id: PhotoId(id.to_owned()),
        kind: Kind::Licence,
        name: "secret.jpg".to_owned(),
        chosen: true,
        fitted: fitted.expect("JSON"),
        place: Place::NotKept,
        slot: None,
        sha256: None,
        anyway: false,
    }
}

/// A saved draft with a field and a photo.
fn desk_with_draft() -> Desk {
    let desk = desk();
    desk.edit(|draft| {
        draft.set_subject_type(SubjectType::Enterprise);
        draft.set_field(NAME, SECRET);
        draft.set_field(Field::NicknameText, "秘密小程序");
        draft.set_photo(&photo("18f0-1"));
    });
    desk.keep_photo(PhotoId("18f0-1".to_owned()), &PHOTO_BYTES);
    desk.save_now();
    desk
}

/// The bytes of a desk's photo.
async fn bytes(desk: Desk, id: &str) -> Option<Vec<u8>> {
    let id = PhotoId(id.to_owned());
    let done = Promise::new(&mut |done, _| {
        desk.fetch_photo(&id, move |bytes| {
            let bytes = bytes.map_or(JsValue::NULL, |bytes| base64::encode(&bytes).into());
            done.call1(&JsValue::NULL, &bytes).expect("an end");
        });
    });
    base64::decode(&JsFuture::from(done).await.expect("an end").as_string()?)
}

/// Every text that is on the device.
async fn everything() -> String {
    let areas = [Area::Lasting, Area::Passing].into_iter();
    let mut all: Vec<String> = areas
        .flat_map(|area| area.keys("").into_iter().map(move |key| (area, key)))
        .filter(|(_, key)| key != "renzheng:reserve")
        .map(|(area, key)| format!("{key}={}", area.get(&key).unwrap_or_default()))
        .collect();
    all.extend(database::get("18f0-1").await);
    all.join("\n")
}

fn text(desk: Desk, field: Field) -> String {
    desk.read(|draft| draft.field(field))
}

#[wasm_bindgen_test]
async fn a_storage_keeps_lists_measures_and_refuses() {
    fresh().await;
    for area in [Area::Lasting, Area::Passing] {
        let before = area.used();
        area.set("test:1", "值").expect("storage in a test browser");
        assert_eq!(area.get("test:1").as_deref(), Some("值"));
        assert_eq!(area.used(), before + "test:1".len() + 1);
        assert_eq!(area.keys("test:"), ["test:1"]);
        let too_much = "x".repeat(11_000_000);
        assert_eq!(area.set("test:1", &too_much), Err(StorageError::Full));
        assert_eq!(area.get("test:1").as_deref(), Some("值"), "what was there stays");
        area.delete("test:1");
        assert_eq!(area.get("test:1"), None);
    }
}

#[wasm_bindgen_test]
async fn a_database_keeps_and_forgets() {
    fresh().await;
    assert_eq!(database::get("a").await, None);
    assert_eq!(database::put("a", "值").await, Ok(()));
    assert_eq!(database::get("a").await.as_deref(), Some("值"));
    database::delete("a").await;
    assert_eq!(database::get("a").await, None);
    assert!(database::delete_all().await);
}

#[wasm_bindgen_test]
fn bytes_are_text_and_back() {
    for bytes in [&[][..], &[0], &PHOTO_BYTES] {
        assert_eq!(base64::decode(&base64::encode(bytes)).as_deref(), Some(bytes));
    }
    assert_eq!(base64::encode(&PHOTO_BYTES), "AAF/gP8=");
    assert_eq!(base64::decode("not base64!"), None);
}

#[wasm_bindgen_test]
async fn a_change_is_saved_within_a_second() {
    fresh().await;
    let desk = desk();
    desk.edit(|draft| draft.set_field(NAME, SECRET));
    assert_eq!(desk.status().get_untracked().keeping, Keeping::Saving);
    wait(1_000).await;
    assert!(matches!(desk.status().get_untracked().keeping, Keeping::Kept(Some(_))));
    assert!(desk.status().get_untracked().until.is_some());
    assert_eq!(text(self::desk(), NAME), SECRET);
}

#[wasm_bindgen_test]
async fn a_photo_comes_back() {
    fresh().await;
    desk_with_draft();
    let again = desk();
    assert_eq!(again.read(|draft| draft.photos()[0].place.clone()), Place::Storage);
    assert_eq!(bytes(again, "18f0-1").await.as_deref(), Some(&PHOTO_BYTES[..]));
    assert_eq!(bytes(again, "18f0-2").await, None);
}

#[wasm_bindgen_test]
async fn a_full_storage_keeps_what_is_typed_and_photos_go_to_the_database() {
    fresh().await;
    let desk = desk_with_draft();
    run("for (let size = 1 << 20; size; size >>= 1) {
           try { for (let i = 0; i < 20; i++) localStorage.setItem(`test:${size}-${i}`, 'x'.repeat(size)); } catch {}
         }");
    assert_eq!(Area::Lasting.set("test:more", "x"), Err(StorageError::Full));
    desk.edit(|draft| {
        draft.set_field(Field::SubjectAddress, &"路".repeat(5_000));
        draft.set_photo(&photo("18f0-2"));
    });
    desk.keep_photo(PhotoId("18f0-2".to_owned()), &PHOTO_BYTES);
    wait(1_500).await;
    let status = desk.status().get_untracked();
    assert!(matches!(status.keeping, Keeping::Kept(_)), "{status:?}");
    assert_eq!(status.unkept, [""; 0]);
    let again = self::desk();
    assert_eq!(text(again, Field::SubjectAddress).chars().count(), 5_000);
    let place = again.read(|draft| draft.photo(&PhotoId("18f0-2".to_owned())).map(|it| it.place));
    assert_eq!(place, Some(Place::Database));
    assert_eq!(bytes(again, "18f0-2").await.as_deref(), Some(&PHOTO_BYTES[..]));
    assert!(erase::everything("test:").await);
}

#[wasm_bindgen_test]
async fn a_storage_that_always_throws_is_said_and_nothing_is_lost_in_the_page() {
    fresh().await;
    let desk = desk_with_draft();
    run("globalThis.realSet = Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    desk.edit(|draft| draft.set_field(NAME, "乙公司"));
    desk.save_now();
    assert_eq!(desk.status().get_untracked().keeping, Keeping::Lost(StorageError::Full));
    assert_eq!(text(desk, NAME), "乙公司");
    run("Storage.prototype.setItem = globalThis.realSet;");
    assert_eq!(text(self::desk(), NAME), SECRET, "the last that was saved");
    desk.save_now();
    assert_eq!(text(self::desk(), NAME), "乙公司");
}

#[wasm_bindgen_test]
async fn five_megabytes_of_garbage_stay_and_are_not_in_the_way() {
    fresh().await;
    let key = format!("{DRAFT}a");
    let garbage = "{\"version\":1,".to_owned() + &"x".repeat(5_000_000);
    Area::Lasting.set(&key, &garbage).expect("room for it");
    let desk = desk();
    assert_eq!(desk.status().get_untracked().unreadable, 1);
    desk.edit(|draft| draft.set_field(NAME, SECRET));
    desk.save_now();
    assert_eq!(Area::Lasting.get(&key).as_deref(), Some(&*garbage));
    assert_eq!(text(self::desk(), NAME), SECRET);
}

#[wasm_bindgen_test]
async fn a_draft_of_the_future_is_not_overwritten() {
    fresh().await;
    let desk = desk_with_draft();
    let (key, future) = (format!("{DRAFT}a"), "{\"version\":999}");
    Area::Lasting.set(&key, future).expect("room");
    desk.edit(|draft| draft.set_field(NAME, "乙公司"));
    desk.save_now();
    assert_eq!(desk.status().get_untracked().keeping, Keeping::Newer);
    assert_eq!(Area::Lasting.get(&key).as_deref(), Some(future));
    assert_eq!(text(desk, NAME), "乙公司");
}

#[wasm_bindgen_test]
async fn until_the_tab_closes_is_the_tabs_own_storage() {
    fresh().await;
    let desk = desk_with_draft();
    desk.keep_open(Retention::Tab).await.expect("room");
    let lasting: String = Area::Lasting
        .keys(OURS)
        .iter()
        .map(|key| Area::Lasting.get(key).unwrap_or_default())
        .collect();
    assert!(!lasting.contains(SECRET) && !lasting.contains("secret.jpg"), "{lasting}");
    assert!(!lasting.contains(&base64::encode(&PHOTO_BYTES)));
    assert_eq!(Area::Lasting.keys(PHOTO), [""; 0]);
    let again = self::desk();
    assert_eq!(text(again, NAME), SECRET);
    assert_eq!(bytes(again, "18f0-1").await.as_deref(), Some(&PHOTO_BYTES[..]));
    again.keep_open(Retention::SevenDays).await.expect("room");
    assert_eq!(Area::Passing.keys(OURS), [""; 0]);
    assert_eq!(bytes(self::desk(), "18f0-1").await.as_deref(), Some(&PHOTO_BYTES[..]));
}

#[wasm_bindgen_test]
async fn after_locking_nothing_can_be_found() {
    fresh().await;
    let desk = desk_with_draft();
    desk.lock_with(PASSPHRASE).await.expect("a browser that can encrypt");
    desk.edit(|draft| draft.set_field(Field::ContactEmail, "secret@example.com"));
    wait(1_500).await;
    let all = everything().await;
    let image = base64::encode(&PHOTO_BYTES);
    for secret in [SECRET, "秘密", "secret", "enterprise", "licence", PASSPHRASE, &image] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }

    let again = self::desk();
    assert_eq!(again.status().get_untracked().keeping, Keeping::Locked);
    assert_eq!(text(again, NAME), "");
    assert_eq!(again.unlock("wrong").await, Err(LockError::WrongPassphrase));
    assert_eq!(text(again, NAME), "");
    again.unlock(PASSPHRASE).await.expect("the passphrase");
    assert_eq!(text(again, NAME), SECRET);
    assert_eq!(text(again, Field::ContactEmail), "secret@example.com");
    assert_eq!(bytes(again, "18f0-1").await.as_deref(), Some(&PHOTO_BYTES[..]));

    // Each save is encrypted anew, and says nothing.
    let before = Area::Lasting.get(&format!("{DRAFT}a"));
    again.edit(|draft| draft.set_field(NAME, "另一个秘密"));
    wait(1_500).await;
    assert_ne!(Area::Lasting.get(&format!("{DRAFT}a")), before);
    assert!(!everything().await.contains("另一个"));

    again.keep_open(Retention::SevenDays).await.expect("room");
    let open = self::desk();
    assert_eq!(text(open, NAME), "另一个秘密");
    assert_eq!(bytes(open, "18f0-1").await.as_deref(), Some(&PHOTO_BYTES[..]));
}

#[wasm_bindgen_test]
async fn a_locked_draft_takes_no_harm_from_a_page_without_the_passphrase() {
    fresh().await;
    desk_with_draft().lock_with(PASSPHRASE).await.expect("a browser that can encrypt");
    let locked = desk();
    locked.edit(|draft| draft.set_field(Field::ContactName, "某人"));
    wait(1_000).await;
    assert_eq!(locked.status().get_untracked().keeping, Keeping::Locked);
    assert!(!everything().await.contains("某人"));
    locked.unlock(PASSPHRASE).await.expect("the passphrase");
    wait(1_500).await;
    for desk in [locked, {
        let again = desk();
        again.unlock(PASSPHRASE).await.expect("the passphrase");
        again
    }] {
        assert_eq!(text(desk, NAME), SECRET);
        assert_eq!(text(desk, Field::ContactName), "某人");
    }
}

#[wasm_bindgen_test]
async fn two_tabs_with_the_passphrase_lose_nothing_to_each_other() {
    fresh().await;
    let one = desk_with_draft();
    one.lock_with(PASSPHRASE).await.expect("a browser that can encrypt");
    let other = desk();
    other.unlock(PASSPHRASE).await.expect("the passphrase");
    for round in 0..3 {
        one.edit(|draft| draft.set_field(NAME, &format!("甲{round}")));
        other.edit(|draft| draft.set_field(Field::ContactName, &format!("乙{round}")));
        wait(1_200).await;
    }
    let third = desk();
    third.unlock(PASSPHRASE).await.expect("the passphrase");
    assert_eq!((text(third, NAME), text(third, Field::ContactName)), ("甲2".into(), "乙2".into()));
}

#[wasm_bindgen_test]
async fn after_deleting_everything_no_key_and_no_byte_is_left() {
    fresh().await;
    let desk = desk_with_draft();
    Area::Passing.set(&format!("{OURS}more"), "x").expect("room");
    Area::Lasting.set("test:not-ours", "x").expect("room");
    database::put("18f0-1", "x").await.expect("room");
    run("caches.open('renzheng-1')");
    let done = Promise::new(&mut |done, _| {
        desk.erase(move |is_gone| {
            done.call1(&JsValue::NULL, &is_gone.into()).expect("an end");
        });
    });
    assert_eq!(JsFuture::from(done).await.expect("an end"), JsValue::TRUE);
    wait(1_500).await;
    assert_eq!(Area::Lasting.keys(""), ["test:not-ours"], "and of others nothing is taken");
    assert_eq!(Area::Passing.keys(OURS), [""; 0]);
    let left = run(
        "return Promise.all([indexedDB.databases(), caches.keys()]).then((all) => JSON.stringify(all))",
    );
    let left = JsFuture::from(Promise::from(left)).await.expect("lists").as_string();
    assert!(!left.clone().unwrap_or_default().contains("renzheng"), "{left:?}");
    assert!(!desk.read(Draft::is_personal));
    assert!(erase::everything("test:").await);
}

#[wasm_bindgen_test]
async fn a_draft_travels_as_a_file() {
    fresh().await;
    let desk = desk_with_draft();
    for passphrase in [None, Some(PASSPHRASE)] {
        let file = desk.export(passphrase).await.expect("a file");
        assert_eq!(file.contains(SECRET), passphrase.is_none());
        assert_eq!(file.contains(&base64::encode(&PHOTO_BYTES)), passphrase.is_none());
        let new = import(&file, passphrase).await.expect("a draft");
        assert_ne!(new, id());
        let opened = Desk::open(&new);
        if let Some(passphrase) = passphrase {
            assert_eq!(opened.status().get_untracked().keeping, Keeping::Locked);
            opened.unlock(passphrase).await.expect("the passphrase");
        }
        assert_eq!(text(opened, NAME), SECRET);
        let photo = opened.read(|draft| draft.photos()[0].id.clone());
        assert_ne!(photo.0, "18f0-1");
        assert_eq!(bytes(opened, &photo.0).await.as_deref(), Some(&PHOTO_BYTES[..]));
    }
    assert_eq!(shelf().list().len(), 3);
    assert_eq!(text(self::desk(), NAME), SECRET);
}

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_read_changes_nothing() {
    fresh().await;
    let desk = desk_with_draft();
    let before = everything().await;
    let locked = desk.export(Some(PASSPHRASE)).await.expect("a file");
    let open = desk.export(None).await.expect("a file");
    let cases = [
        ("{\"version\":999}", None, ImportError::Unreadable(Unreadable::Future(999))),
        ("garbage", None, ImportError::Unreadable(Unreadable::Damaged)),
        (&open[..open.len() / 2], None, ImportError::Unreadable(Unreadable::Damaged)),
        (&locked, None, ImportError::PassphraseNeeded),
        (&locked, Some("wrong"), ImportError::Lock(LockError::WrongPassphrase)),
    ];
    for (text, passphrase, error) in cases {
        assert_eq!(import(text, passphrase).await, Err(error));
    }
    run("globalThis.realSet = Storage.prototype.setItem;
         Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    let full = import(&open, None).await;
    run("Storage.prototype.setItem = globalThis.realSet;");
    assert_eq!(full, Err(ImportError::NotSaved(NotSaved::Storage(StorageError::Full))));
    assert_eq!(everything().await, before);
}

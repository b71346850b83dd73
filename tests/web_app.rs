//! The page's parts in a real browser: storage, addresses, components.

#![cfg(all(target_arch = "wasm32", feature = "app"))]

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

use renzheng::app::browser::{ObjectUrl, clock, storage};
use renzheng::app::components::{FindingList, KindPicker, StorageStatus};
use renzheng::app::route::Route;
use renzheng::app::state::locale::best_for;
use renzheng::app::state::{Draft, Keeping};
use renzheng::photo::{self, Fitted, Kind, Photo, ProfileId, Report};
use renzheng::text::Locale;

wasm_bindgen_test_configure!(run_in_browser);

const EVERY_ROUTE: [Route; 3] = [Route::Photo, Route::About, Route::NotFound];

fn document() -> web_sys::Document {
    web_sys::window().expect("a window").document().expect("a document")
}

/// Mounts a view into an element of its own, in English.
fn mounted<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> HtmlElement {
    let place: HtmlElement = document().create_element("div").expect("an element").unchecked_into();
    document().body().expect("a body").append_child(&place).expect("a place");
    let handle = mount_to(place.clone(), move || {
        provide_context(RwSignal::new(Locale::En));
        view()
    });
    handle.forget();
    place
}

fn find(place: &HtmlElement, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).expect("a selector");
    found.unwrap_or_else(|| panic!("{selector} in {}", place.inner_html())).unchecked_into()
}

fn report() -> Report {
    photo::check(&Photo::new(b"%PDF-1.7 ..."), ProfileId::default().profile())
}

async fn next_tick() {
    leptos::task::tick().await;
}

#[wasm_bindgen_test]
fn what_is_saved_can_be_loaded_listed_and_deleted() {
    let key = format!("test:{}", clock::unique_name());
    storage::save(&key, &"值").expect("storage in a test browser");
    assert_eq!(storage::load::<String>(&key).as_deref(), Some("值"));
    assert!(storage::keys(&key).contains(&key));
    storage::delete(&key);
    assert_eq!(storage::load::<String>(&key), None);
}

#[wasm_bindgen_test]
fn what_is_too_much_is_refused_without_harm() {
    let key = format!("test:{}", clock::unique_name());
    let too_much = "x".repeat(11_000_000);
    assert_eq!(storage::save(&key, &too_much), Err(storage::StorageError::Full));
    assert_eq!(storage::load::<String>(&key), None);
}

#[wasm_bindgen_test]
fn what_is_garbled_is_nothing_and_stays() {
    let key = format!("test:{}", clock::unique_name());
    storage::save(&key, &[1, 2, 3]).expect("storage in a test browser");
    assert!(storage::load::<Draft>(&key).is_none());
    assert_eq!(storage::keys(&key).len(), 1);
    storage::delete(&key);
}

#[wasm_bindgen_test]
fn a_draft_survives_the_storage() {
    let key = format!("test:{}", clock::unique_name());
    let fitted =
        Fitted { ok: true, photo: Some(vec![0, 128, 255]), changed: Vec::new(), report: report() };
    let draft = Draft::of(&fitted, Kind::Letter, "a.jpg", true, 7).expect("a photo");
    storage::save(&key, &draft).expect("storage in a test browser");
    let back: Draft = storage::load(&key).expect("what was saved");
    assert_eq!((back.kind, back.saved_at), (Kind::Letter, 7));
    assert_eq!(back.fitted(), fitted);
    storage::delete(&key);
}

#[wasm_bindgen_test]
fn an_address_leads_to_its_page() {
    let cases = [
        ("", Route::Photo),
        ("#", Route::Photo),
        ("#/", Route::Photo),
        ("#/about", Route::About),
        ("#/about/", Route::About),
        ("#/About", Route::NotFound),
        ("#about", Route::NotFound),
        ("#/about/more", Route::NotFound),
    ];
    for (hash, route) in cases {
        assert_eq!(Route::of_hash(hash), route, "{hash}");
    }
}

#[wasm_bindgen_test]
fn every_page_has_a_title_of_its_own() {
    for locale in Locale::ALL {
        let titles = EVERY_ROUTE.map(|route| route.title(locale.ui()));
        assert!(titles.iter().all(|title| !title.is_empty()));
        assert_ne!(titles[0], titles[1]);
        assert_ne!(titles[1], titles[2]);
    }
}

#[wasm_bindgen_test]
fn the_first_language_that_we_speak_is_taken() {
    let cases: [(&[&str], Locale); 5] = [
        (&["zh-CN", "en"], Locale::ZhHans),
        (&["en-US", "zh"], Locale::En),
        (&["fr", "zh-TW", "en"], Locale::ZhHans),
        (&["fr"], Locale::En),
        (&[], Locale::ZhHans),
    ];
    for (languages, locale) in cases {
        let languages: Vec<String> = languages.iter().map(ToString::to_string).collect();
        assert_eq!(best_for(&languages), locale, "{languages:?}");
    }
}

#[wasm_bindgen_test]
fn an_object_url_is_of_the_browser() {
    let url = ObjectUrl::of_bytes(&[1, 2, 3], "image/jpeg").expect("an address");
    assert!(url.as_str().starts_with("blob:"), "{}", url.as_str());
}

#[wasm_bindgen_test]
fn a_finding_says_what_it_means_and_what_to_do() {
    let place = mounted(|| view! { <FindingList findings=report().findings/> });
    let item = find(&place, "[data-code='photo.wrong-type']");
    let text = item.text_content().unwrap_or_default();
    for part in ["Would be refused", "This is a PDF file", "Export the page"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[wasm_bindgen_test]
fn what_was_solved_asks_for_nothing() {
    let place = mounted(|| view! { <FindingList findings=report().findings is_handled=true/> });
    let text = find(&place, "li").text_content().unwrap_or_default();
    assert!(text.contains("Solved"), "{text}");
    assert!(!text.contains("Would be refused") && !text.contains("Export the page"), "{text}");
}

#[wasm_bindgen_test]
async fn a_picked_kind_is_told() {
    let kind = RwSignal::new(Kind::IdFront);
    let place = mounted(move || view! { <KindPicker kind/> });
    find(&place, "input[value=letter]").click();
    next_tick().await;
    assert_eq!(kind.get_untracked(), Kind::Letter);
    assert_eq!(find(&place, "legend").inner_text(), Locale::En.ui().kind_question);
}

#[wasm_bindgen_test]
async fn clearing_asks_first() {
    let count = RwSignal::new(0);
    let place = mounted(move || {
        let on_clear = Callback::new(move |()| count.update(|count| *count += 1));
        view! { <StorageStatus keeping=Signal::derive(|| Keeping::Kept(None)) on_clear/> }
    });
    find(&place, ".rz-storage-status > button").click();
    next_tick().await;
    assert!(find(&place, "dialog").has_attribute("open"));
    assert_eq!(count.get_untracked(), 0);
    find(&place, ".rz-button--danger").click();
    next_tick().await;
    assert!(!find(&place, "dialog").has_attribute("open"));
    assert_eq!(count.get_untracked(), 1);
}

#[wasm_bindgen_test]
fn no_room_is_said_calmly() {
    let place = mounted(|| {
        let keeping = Signal::derive(|| Keeping::Lost(storage::StorageError::Full));
        view! { <StorageStatus keeping on_clear=Callback::new(|()| ())/> }
    });
    assert_eq!(find(&place, ".rz-notice").inner_text().trim(), Locale::En.ui().storage_full);
}

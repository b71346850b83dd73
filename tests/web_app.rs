//! The page's parts in a real browser: storage, addresses, components.

#![cfg(all(target_arch = "wasm32", feature = "app"))]

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

use renzheng::app::browser::{ObjectUrl, storage};
use renzheng::app::components::{FindingList, KindPicker, StorageStatus};
use renzheng::app::route::Route;
use renzheng::app::state::drafts::{Keeping, Status};
use renzheng::app::state::locale::best_for;
use renzheng::photo::{self, Kind, Photo, ProfileId, Report};
use renzheng::text::Locale;

wasm_bindgen_test_configure!(run_in_browser);

/// The pages that no worker makes.
const OWN_ROUTES: [Route; 3] = [Route::Start, Route::Photo, Route::Saved];

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
fn an_address_leads_to_its_page() {
    let cases = [
        ("", Route::Start),
        ("#", Route::Start),
        ("#/", Route::Start),
        ("#/photos", Route::Photo),
        ("#/new", Route::Journey),
        ("#/new?type=individual", Route::Journey),
        ("#/a/1/photos/licence", Route::Journey),
        ("#/saved", Route::Saved),
        ("#/about", Route::About),
        ("#/about/", Route::About),
        ("#/About", Route::Journey),
        ("#about", Route::Journey),
        ("#/about/more", Route::Journey),
    ];
    for (hash, route) in cases {
        assert_eq!(Route::of_hash(hash), route, "{hash}");
    }
}

#[wasm_bindgen_test]
fn every_page_has_a_title_of_its_own() {
    for locale in Locale::ALL {
        let titles = OWN_ROUTES.map(|route| route.title(locale));
        assert!(titles.iter().all(|title| !title.is_empty()));
        for (place, title) in titles.iter().enumerate() {
            assert!(!titles[..place].contains(title), "{title}");
        }
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
        let status = RwSignal::new(Status::of(Keeping::Kept(None)));
        view! { <StorageStatus status on_clear/> }
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

fn status(status: Status) -> String {
    let place = mounted(move || {
        let status = RwSignal::new(status);
        view! { <StorageStatus status on_clear=Callback::new(|()| ())/> }
    });
    find(&place, ".rz-storage-status").inner_text()
}

#[wasm_bindgen_test]
fn every_state_of_saving_is_said() {
    let ui = Locale::En.ui();
    let cases = [
        (Keeping::Kept(None), ui.saves_here),
        (Keeping::Kept(Some(0)), "Saved on this device (1970-01-01"),
        (Keeping::Saving, ui.saving),
        (Keeping::Lost(storage::StorageError::Full), ui.storage_full),
        (Keeping::Lost(storage::StorageError::Unavailable), ui.storage_forbidden),
        (Keeping::Newer, ui.storage_newer),
        (Keeping::Locked, ui.storage_locked),
    ];
    for (keeping, words) in cases {
        let text = status(Status::of(keeping));
        assert!(text.contains(words), "{keeping:?}: {text}");
    }
}

#[wasm_bindgen_test]
fn what_the_reader_should_know_besides_is_said() {
    let text = status(Status {
        until: Some(86_400_000),
        unkept: vec!["a.jpg".to_owned(), "b.jpg".to_owned()],
        unreadable: 2,
        has_conflict: true,
        ..Status::of(Keeping::Kept(Some(0)))
    });
    for part in
        ["Kept until 1970-01-02", "a.jpg, b.jpg", "stay as they are: 2", "Another tab changed"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

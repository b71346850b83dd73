//! The page: pages → components, state; the browser behind thin wrappers.
//!
//! ```text
//! events ──▶ state::Session ──▶ state::Queue (plain data) ──signals──▶ components
//!                │    ▲
//!                ▼    │ answers
//!        browser::{PhotoClient, JourneyClient, storage, …}
//! ```
//!
//! Nothing here decodes a picture: that is the worker's work.

pub mod browser;
pub mod components;
pub mod pages;
pub mod route;
pub mod state;

use leptos::prelude::*;

use components::{Footer, Header, LiveRegion, SkipLink};
use pages::{JourneyPage, PhotoPage, SavedPage, StartPage};
use route::Route;
use state::{Session, locale};

/// Starts the page in place of what the document shows until then.
pub fn start() {
    leptos::mount::mount_to_body(App);
    browser::document::remove_placeholder();
}

/// The frame around every page, and the page of the present route.
#[component]
pub fn App() -> impl IntoView {
    let locale = locale::provide();
    let session = Session::provide();
    let route = route::provide();

    Effect::new(move |previous: Option<Route>| {
        let present = route.get();
        browser::document::describe(locale.get(), present.title(locale.get()));
        // What the worker makes does the same once it is in place.
        if !present.is_made_by_worker() && previous.is_some_and(|previous| previous != present) {
            request_animation_frame(browser::document::focus_heading);
        }
        present
    });
    // After the first paint: the page is usable before the worker is there.
    let start_worker = move || match route.get_untracked() {
        Route::Photo => session.start_worker(),
        _ => session.journey().start(),
    };
    set_timeout(start_worker, std::time::Duration::from_millis(250));

    view! {
        <SkipLink/>
        <Header route/>
        <main class="rz-page" id="main" tabindex="-1">
            {move || match route.get() {
                Route::Start => StartPage().into_any(),
                Route::Photo => PhotoPage().into_any(),
                Route::Saved => SavedPage().into_any(),
                Route::About | Route::Journey => JourneyPage().into_any(),
            }}
        </main>
        <Footer/>
        <LiveRegion message=session.announcement()/>
    }
}

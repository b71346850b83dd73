//! Addresses of the page: what stands behind the `#`.
//!
//! Hashes, since a static host knows one file only and the page must work under
//! any path of it.

use leptos::prelude::*;

use super::browser::{self, listener};
use crate::text::Locale;
use crate::text::journey::start;

/// A page that has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// What one can do here, and the applications that were begun.
    Start,
    /// Checking photos without an application.
    Photo,
    /// What lies on this device.
    Saved,
    /// How it works, privacy, limits.
    About,
    /// The pages of an application, and what is no page.
    Journey,
}

impl Route {
    /// The route of a location hash, which is empty or starts with `#`.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::app::route::Route;
    ///
    /// assert_eq!(Route::of_hash(""), Route::Start);
    /// assert_eq!(Route::of_hash("#/a/1/subject"), Route::Journey);
    /// assert_eq!(Route::of_hash("#/about"), Route::About);
    /// assert_eq!(Route::of_hash("#/elsewhere"), Route::Journey);
    /// ```
    pub fn of_hash(hash: &str) -> Self {
        match hash {
            "" | "#" | "#/" => Self::Start,
            "#/photos" | "#/photos/" => Self::Photo,
            "#/saved" | "#/saved/" => Self::Saved,
            "#/about" | "#/about/" => Self::About,
            _ => Self::Journey,
        }
    }

    /// Where a link to it points.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Start => "#/",
            Self::Journey => "#/new",
            Self::Photo => "#/photos",
            Self::Saved => "#/saved",
            Self::About => "#/about",
        }
    }

    /// Whether the journey worker makes its page.
    pub const fn is_made_by_worker(self) -> bool {
        matches!(self, Self::About | Self::Journey)
    }

    /// Its title, for the browser's tab and history. What the worker makes has its own.
    pub const fn title(self, locale: Locale) -> &'static str {
        let ui = locale.ui();
        match self {
            Self::Start => locale.say(start::TITLE),
            Self::Photo => ui.photo_title,
            Self::Saved => locale.drafts().title,
            Self::About | Self::Journey => locale.say(start::OPENING),
        }
    }
}

/// The present route, which follows the address. From one page of an application to the next it
/// stays the same, and so does what shows them.
pub fn provide() -> Signal<Route> {
    let (route, set_route) = signal(present());
    let follow = move |_: web_sys::Event| {
        if present() != route.get_untracked() {
            set_route.set(present());
        }
    };
    listener::on_window("hashchange", follow);
    route.into()
}

fn present() -> Route {
    Route::of_hash(&browser::document::hash())
}

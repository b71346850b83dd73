//! Addresses of the page: what stands behind the `#`.
//!
//! Hashes, since a static host knows one file only and the page must work under
//! any path of it.

use leptos::prelude::*;

use super::browser::{self, listener};
use crate::text::Locale;

/// A page that has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Checking photos.
    Photo,
    /// What lies on this device.
    Saved,
    /// How it works, privacy, limits.
    About,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The route of a location hash, which is empty or starts with `#`.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::app::route::Route;
    ///
    /// assert_eq!(Route::of_hash(""), Route::Photo);
    /// assert_eq!(Route::of_hash("#/about"), Route::About);
    /// assert_eq!(Route::of_hash("#/elsewhere"), Route::NotFound);
    /// ```
    pub fn of_hash(hash: &str) -> Self {
        match hash {
            "" | "#" | "#/" => Self::Photo,
            "#/saved" | "#/saved/" => Self::Saved,
            "#/about" | "#/about/" => Self::About,
            _ => Self::NotFound,
        }
    }

    /// Where a link to it points.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Photo | Self::NotFound => "#/",
            Self::Saved => "#/saved",
            Self::About => "#/about",
        }
    }

    /// Its title, for the browser's tab and history.
    pub const fn title(self, locale: Locale) -> &'static str {
        let ui = locale.ui();
        match self {
            Self::Photo => ui.photo_title,
            Self::Saved => locale.drafts().title,
            Self::About => ui.about_title,
            Self::NotFound => ui.not_found_title,
        }
    }
}

/// The present route, which follows the address.
pub fn provide() -> Signal<Route> {
    let (route, set_route) = signal(present());
    listener::on_window("hashchange", move |_: web_sys::Event| set_route.set(present()));
    route.into()
}

fn present() -> Route {
    Route::of_hash(&browser::document::hash())
}

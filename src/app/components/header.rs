//! The top of every page.

use leptos::prelude::*;

use super::{Icon, LanguageSwitch, Symbol};
use crate::app::route::Route;
use crate::app::state::locale::say_of_drafts;
use crate::app::state::{say, use_locale};
use crate::text::journey::start;

/// Name of the product, the way to the pages, and the language switch.
///
/// Accessibility: a banner landmark with a named navigation; the link to the
/// present page has `aria-current`.
#[component]
pub fn Header(
    /// The present page.
    route: Signal<Route>,
) -> impl IntoView {
    let locale = use_locale();
    let current = move |of: Route| move || (route.get() == of).then_some("page");
    view! {
        <header class="rz-header">
            <div class="rz-header__bar">
                <a class="rz-header__brand" href=Route::Start.href()>
                    <span class="rz-header__mark"><Icon symbol=Symbol::Shield/></span>
                    {say(|ui| ui.product)}
                </a>
                <nav class="rz-header__nav" aria-label=say(|ui| ui.navigation_label)>
                    <a class="rz-header__link" href=Route::Start.href() aria-current=current(Route::Start)>
                        {move || locale.get().say(start::LINK)}
                    </a>
                    <a class="rz-header__link" href=Route::Photo.href() aria-current=current(Route::Photo)>
                        {say(|ui| ui.photo_link)}
                    </a>
                    <a class="rz-header__link" href=Route::Saved.href() aria-current=current(Route::Saved)>
                        {say_of_drafts(|text| text.link)}
                    </a>
                    <a class="rz-header__link" href=Route::About.href() aria-current=current(Route::About)>
                        {say(|ui| ui.about_link)}
                    </a>
                </nav>
                <LanguageSwitch/>
            </div>
        </header>
    }
}

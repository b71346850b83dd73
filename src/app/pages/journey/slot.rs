//! The photos of one place in the form: given, checked and used.

use leptos::prelude::*;
use web_sys::File;

use crate::app::components::FileDrop;
use crate::app::pages::photo::{Results, take_files};
use crate::app::state::drafts::Desk;
use crate::app::state::{Home, Session, places, use_locale};
use crate::application::Slot;
use crate::text::journey::start;

/// Takes photos for a place. What passes is used at once; what had better be taken again can be
/// used after some tries.
#[component]
pub fn SlotPhotos(
    /// Of which draft.
    desk: Desk,
    /// For which place.
    place: Slot,
) -> impl IntoView {
    let session = Session::use_session();
    let locale = use_locale();
    session.show_photos(desk);
    // What was removed in another place is not put back in this one.
    session.forget_removed();
    let home = Home { draft: desk.read(|draft| draft.id().clone()), slot: Some(place) };
    let add = Callback::new({
        let home = home.clone();
        move |files: Vec<File>| session.add(files, &home, places::kind_of(place))
    });
    take_files(add);
    let may_use = Signal::derive(move || {
        session.queue().track();
        desk.read(|draft| places::TRIES <= places::tries(draft, place))
    });
    view! {
        <div class="rz-slot">
            <FileDrop on_pick=add/>
            <p class="rz-slot__hint">{move || locale.get().say(start::SLOT_USED)}</p>
            <Results home may_use=Some(may_use)/>
        </div>
    }
}

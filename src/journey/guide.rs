//! Sketches of documents: how each looks in a good photo. Colours come from the stylesheet.

use maud::{Markup, html};

use crate::application::Slot;
use crate::text::Locale;
use crate::text::journey::{Phrase, photos as words};

/// Beside the name of a place: decoration.
pub fn small(slot: Slot) -> Markup {
    html! { span .rz-guide .rz-guide--small aria-hidden="true" { (picture(slot)) } }
}

/// On the page of a place, with its words.
pub fn large(l: Locale, slot: Slot) -> Markup {
    html! {
        figure .rz-guide {
            span aria-hidden="true" { (picture(slot)) }
            figcaption { (l.say(caption(slot))) }
        }
    }
}

const fn caption(slot: Slot) -> Phrase {
    match slot {
        Slot::Licence | Slot::MediaLicence => words::GUIDE_LICENCE,
        Slot::Letter => words::GUIDE_LETTER,
        Slot::IdFront => words::GUIDE_FRONT,
        Slot::IdBack => words::GUIDE_BACK,
        Slot::IdentificationProof | Slot::NameProof | Slot::Supplement => words::GUIDE_PAPER,
    }
}

/// A table, on it the document with all its edges, and corner marks around it.
fn picture(slot: Slot) -> Markup {
    html! {
        svg viewBox="0 0 160 120" width="160" height="120" focusable="false" {
            rect .rz-guide__table width="160" height="120" rx="8" {}
            @match slot {
                Slot::Licence | Slot::MediaLicence => (licence()),
                Slot::Letter => (page(true)),
                Slot::IdFront => (id_front()),
                Slot::IdBack => (id_back()),
                _ => (page(false)),
            }
            (corners())
        }
    }
}

fn corners() -> Markup {
    html! {
        path .rz-guide__corners d="M8 22V8h14M138 8h14v14M152 98v14h-14M22 112H8V98" {}
    }
}

/// A line of print.
fn line(x: u8, y: u8, length: u8) -> Markup {
    html! { rect .rz-guide__print x=(x) y=(y) width=(length) height="4" rx="2" {} }
}

fn licence() -> Markup {
    html! {
        rect .rz-guide__paper x="20" y="20" width="120" height="80" rx="2" {}
        rect .rz-guide__frame x="25" y="25" width="110" height="70" {}
        rect .rz-guide__title x="56" y="32" width="48" height="7" rx="2" {}
        (line(33, 47, 58)) (line(33, 56, 50)) (line(33, 65, 62)) (line(33, 74, 44))
        rect .rz-guide__code x="106" y="46" width="20" height="20" rx="1" {}
        circle .rz-guide__seal cx="113" cy="82" r="9" {}
    }
}

fn page(has_seal: bool) -> Markup {
    html! {
        rect .rz-guide__paper x="44" y="12" width="72" height="96" rx="2" {}
        rect .rz-guide__title x="62" y="20" width="36" height="6" rx="2" {}
        (line(52, 34, 56)) (line(52, 43, 56)) (line(52, 52, 50)) (line(52, 61, 56))
        (line(52, 70, 38))
        @if has_seal {
            (line(78, 90, 28))
            circle .rz-guide__seal cx="94" cy="88" r="11" {}
        }
    }
}

fn id_front() -> Markup {
    html! {
        rect .rz-guide__paper x="18" y="22" width="124" height="76" rx="6" {}
        (line(28, 33, 40)) (line(28, 44, 30)) (line(28, 55, 48)) (line(28, 66, 54))
        rect .rz-guide__title x="28" y="82" width="86" height="7" rx="2" {}
        rect .rz-guide__portrait x="98" y="30" width="34" height="44" rx="3" {}
        circle .rz-guide__face cx="115" cy="47" r="8" {}
        path .rz-guide__face d="M101 74c0-12 6-17 14-17s14 5 14 17z" {}
    }
}

fn id_back() -> Markup {
    html! {
        rect .rz-guide__paper x="18" y="22" width="124" height="76" rx="6" {}
        circle .rz-guide__emblem cx="40" cy="44" r="12" {}
        path .rz-guide__star d="M40.0 36.0L41.8 41.5L47.6 41.5L42.9 45.0L44.7 50.5L40.0 47.1L35.3 50.5L37.1 45.0L32.4 41.5L38.2 41.5z" {}
        rect .rz-guide__title x="62" y="33" width="68" height="7" rx="2" {}
        rect .rz-guide__title x="66" y="47" width="60" height="7" rx="2" {}
        (line(48, 74, 66)) (line(48, 84, 78))
    }
}

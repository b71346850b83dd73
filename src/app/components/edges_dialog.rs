//! The edges of a document, set by hand.
//!
//! It is HTML put together from words, and one listener: as components it would weigh several
//! times as much.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::Look;
use crate::app::browser::document;
use crate::app::browser::listener::{self, Delegate};
use crate::app::state::{Cut, Outline, Problem, use_locale};
use crate::text::Locale;
use crate::text::journey::{Phrase, edges};
use crate::wire::JobId;

/// What is being changed.
#[derive(Clone, Debug)]
pub struct Edges {
    /// Of which photo.
    pub id: JobId,
    /// The picture as it was given.
    pub url: String,
    /// Where the edges are now.
    pub outline: Outline,
    /// Where they were found.
    pub found: Option<Outline>,
    /// The corner that was moved last, or is about to be.
    pub corner: usize,
    /// What is said of it.
    pub said: String,
}

impl Edges {
    /// Nothing has been changed yet.
    pub const fn of(id: JobId, url: String, outline: Outline, found: Option<Outline>) -> Self {
        Self { id, url, outline, found, corner: 0, said: String::new() }
    }

    /// Where the corner is.
    fn at(&self) -> [i32; 2] {
        self.outline.corners()[self.corner]
    }

    fn turn(&mut self, quarters: usize) {
        for _ in 0..quarters {
            self.outline = self.outline.turned_right();
        }
    }

    /// Says where the corner is.
    fn tell(&mut self, locale: Locale) {
        let ([x, y], [width, height]) = (self.at(), self.outline.size());
        self.said.push_str(locale.say(CORNERS[self.corner]));
        for (words, at, of) in [(edges::FROM_LEFT, x, width), (edges::FROM_TOP, y, height)] {
            let tenths = at * 1_000 / of.max(1);
            self.said.push_str(locale.say(words));
            self.said.push_str(&(tenths / 10).to_string());
            self.said.push('.');
            self.said.push_str(&(tenths % 10).to_string());
        }
        self.said.push_str(locale.say(edges::THERE));
    }
}

/// A finger or a mouse that holds a corner: which one, and from where to where.
#[derive(Clone, Copy)]
struct Grip {
    pointer: i32,
    from: [i32; 2],
    corner: [i32; 2],
}

/// Says that a corner is held.
const HELD: &str = "data-held";

const EVENTS: &[&str] = &[
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "focusin",
    "keydown",
    "click",
    "close",
];

/// The id of what says why the outline cannot be used.
const PROBLEM: &str = "edges-problem";

const CORNERS: [Phrase; 4] =
    [edges::TOP_LEFT, edges::TOP_RIGHT, edges::BOTTOM_RIGHT, edges::BOTTOM_LEFT];

/// The picture as it was given, with four corners to be moved and a magnified view of the one
/// that is.
///
/// Accessibility: a native modal dialog, which Esc and the browser's way back close without a
/// change. Corners are buttons that the arrow keys move; where they come to is said.
#[component]
pub fn EdgesDialog(
    /// What is changed: nothing keeps it closed.
    edges: RwSignal<Option<Edges>>,
    /// Called with what shall be cut.
    on_use: Callback<(JobId, Cut)>,
) -> impl IntoView {
    let locale = use_locale();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_open = StoredValue::new(false);
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        edges.with(|edges| {
            let Some(edges) = edges else { return };
            let locale = locale.get_untracked();
            if !is_open.get_value() {
                is_open.set_value(true);
                dialog.set_inner_html(&page(edges, locale));
                document::show_dialog(&dialog);
                document::push_entry();
            }
            draw(&dialog, edges, locale);
        });
    });
    let grip = StoredValue::new(None::<Grip>);
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // The way back has left the entry of the dialog already.
    listener::on_window("popstate", move |_: Event| {
        if edges.with_untracked(Option::is_some) {
            is_open.set_value(false);
            close();
        }
    });
    let hear = move |event: Event| {
        let name = event.type_();
        if name == "close" {
            if is_open.get_value() {
                is_open.set_value(false);
                document::back();
            }
            grip.set_value(None);
            return edges.set(None);
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        let Some(mut now) = edges.get_untracked() else { return };
        now.said.clear();
        let corner = target.get_attribute("data-corner").and_then(|corner| corner.parse().ok());
        match (name.as_str(), corner) {
            ("click", _) => {
                let Some(act) = target.get_attribute("data-act") else { return };
                match act.as_str() {
                    "right" => now.turn(1),
                    "left" => now.turn(3),
                    "whole" => now.outline = now.outline.whole(),
                    "found" => now.outline = now.found.unwrap_or(now.outline),
                    "use" if now.outline.problem().is_some() => return document::focus(PROBLEM),
                    act => {
                        close();
                        if act == "use" {
                            on_use.run((now.id, now.outline.cut(now.found.as_ref())));
                        }
                        return;
                    }
                }
            }
            ("focusin", Some(corner)) => now.corner = corner,
            ("keydown", Some(corner)) => {
                let event: &KeyboardEvent = event.unchecked_ref();
                let Some([x, y]) = way(&event.key()) else { return };
                event.prevent_default();
                let part = if event.shift_key() { 500 } else { 100 };
                let step = (now.outline.long_side() / part).max(1);
                now.corner = corner;
                let [from_x, from_y] = now.at();
                now.outline.place(corner, [from_x + x * step, from_y + y * step]);
                now.tell(locale.get_untracked());
            }
            ("pointerdown", Some(corner)) if grip.get_value().is_none() => {
                let event: &PointerEvent = event.unchecked_ref();
                // Else the picture would be dragged, or words be marked.
                event.prevent_default();
                // Without it a corner stays behind a finger that is faster than it.
                let _ = target.set_pointer_capture(event.pointer_id());
                let _ = target.unchecked_ref::<HtmlElement>().focus();
                now.corner = corner;
                let _ = target.set_attribute(HELD, "");
                grip.set_value(Some(Grip {
                    pointer: event.pointer_id(),
                    from: [event.client_x(), event.client_y()],
                    corner: now.at(),
                }));
            }
            (_, Some(_)) => {
                let event: &PointerEvent = event.unchecked_ref();
                let held = grip.get_value().filter(|held| held.pointer == event.pointer_id());
                let Some(held) = held else { return };
                if name != "pointermove" {
                    let _ = target.remove_attribute(HELD);
                    grip.set_value(None);
                    now.tell(locale.get_untracked());
                } else if let Some(stage) = target.parent_element() {
                    // As many pixels of the picture as the finger went on the screen.
                    let full = now.outline.size()[0];
                    let shown = stage.client_width().max(1);
                    let [x, y] = [event.client_x() - held.from[0], event.client_y() - held.from[1]]
                        .map(|way| way * full / shown);
                    now.outline.place(now.corner, [held.corner[0] + x, held.corner[1] + y]);
                }
            }
            _ => return,
        }
        edges.set(Some(now));
    };
    let delegate = StoredValue::new_local(None::<Delegate>);
    dialog.on_load(move |dialog| delegate.set_value(Some(Delegate::on(&dialog, EVENTS, hear))));
    view! { <dialog class="rz-edges" aria-labelledby="edges-title" aria-describedby="edges-hint" node_ref=dialog/> }
}

/// Where an arrow key leads.
fn way(key: &str) -> Option<[i32; 2]> {
    match key {
        "ArrowLeft" => Some([-1, 0]),
        "ArrowRight" => Some([1, 0]),
        "ArrowUp" => Some([0, -1]),
        "ArrowDown" => Some([0, 1]),
        _ => None,
    }
}

/// The dialog's content, without what changes.
fn page(edges: &Edges, locale: Locale) -> String {
    let say = |phrase| locale.say(phrase);
    let picture = |alt| {
        let parts = ["<div class=\"rz-edges__picture\"><img src=\"", &edges.url, "\" alt=\"", alt];
        [&parts.concat(), "\" draggable=\"false\"></div>"].concat()
    };
    let mut html = [
        "<h2 id=\"edges-title\">",
        say(edges::ADJUST),
        "</h2><div class=\"rz-edges__room\"><div class=\"rz-edges__stage\">",
        &picture(locale.ui().original),
        "<div class=\"rz-edges__lines\"></div>",
    ]
    .concat();
    for (corner, name) in CORNERS.into_iter().enumerate() {
        let corner = corner.to_string();
        let button =
            ["<button type=\"button\" data-corner=\"", &corner, "\" aria-label=\"", say(name)];
        html.push_str(&button.concat());
        html.push_str("\"></button>");
    }
    let rest = [
        "<div class=\"rz-edges__lens\">",
        &picture(""),
        "</div></div></div><div class=\"rz-edges__panel\"><p id=\"edges-hint\">",
        say(edges::HINT),
        "</p><p role=\"status\" class=\"rz-field__problem\" tabindex=\"-1\" id=\"",
        PROBLEM,
        "\"></p><p role=\"status\" class=\"rz-live-region\" id=\"edges-said\"></p>",
        "<div class=\"rz-edges__buttons\">",
    ];
    html.push_str(&rest.concat());
    let mut button = |act: &str, look: Look, words: &str| {
        let start = ["<button type=\"button\" data-act=\"", act, "\" class=\"", look.class()];
        html.push_str(&start.concat());
        html.push_str(&["\" aria-describedby=\"", PROBLEM, "\">", words, "</button>"].concat());
    };
    button("left", Look::Secondary, say(edges::TURN_LEFT));
    button("right", Look::Secondary, say(edges::TURN_RIGHT));
    button("whole", Look::Secondary, say(edges::WHOLE));
    if edges.found.is_some() {
        button("found", Look::Secondary, say(edges::AS_FOUND));
    }
    button("cancel", Look::Quiet, locale.ui().cancel);
    button("use", Look::Primary, say(edges::USE));
    html.push_str("</div></div>");
    html
}

/// Shows where the edges are.
fn draw(dialog: &Element, edges: &Edges, locale: Locale) {
    let part = |selector: &str| {
        let found = dialog.query_selector(selector).ok().flatten();
        found.and_then(|found| found.dyn_into::<HtmlElement>().ok())
    };
    let parts = (part(".rz-edges__stage"), part(".rz-edges__lines"), part("#edges-said"));
    let (Some(stage), Some(lines), Some(said)) = parts else { return };
    let outline = &edges.outline;
    let [width, height] = outline.size();
    let given = if outline.turns() % 2 == 0 { [width, height] } else { [height, width] };
    let [x, y] = edges.at();
    // The magnified view keeps away from the finger.
    let is_left = i32::from(x * 2 < width);
    let mut css = String::new();
    let mut set = |name: &str, value: i32| {
        for part in ["--", name, ":", &value.to_string(), ";"] {
            css.push_str(part);
        }
    };
    let mut points = "M".to_owned();
    for (corner, [x, y]) in outline.corners().into_iter().enumerate() {
        let corner = corner.to_string();
        set(&["x", &corner].concat(), x);
        set(&["y", &corner].concat(), y);
        for part in [&x.to_string(), " ", &y.to_string(), " "] {
            points.push_str(part);
        }
    }
    for (name, value) in [
        ("w", width),
        ("h", height),
        ("a", given[0]),
        ("b", given[1]),
        ("turns", outline.turns().into()),
        ("x", x),
        ("y", y),
        ("left", is_left),
    ] {
        set(name, value);
    }
    // By script: the page's policy allows no style in HTML.
    stage.style().set_css_text(&css);
    let [width, height] = [&width.to_string(), &height.to_string()];
    let svg = [
        "<svg viewBox=\"0 0 ",
        width,
        " ",
        height,
        "\" aria-hidden=\"true\"><path d=\"M0 0H",
        width,
        "V",
        height,
        "H0z",
        &points,
        "z\"/><path d=\"",
        &points,
        "z\"/></svg>",
    ];
    lines.set_inner_html(&svg.concat());
    said.set_text_content(Some(&edges.said));
    if let Some(problem) = part("#edges-problem") {
        let words = outline.problem().map(|problem| match problem {
            Problem::Crossed => edges::CROSSED,
            Problem::Small => edges::SMALL,
        });
        problem.set_text_content(words.map(|words| locale.say(words)));
    }
}

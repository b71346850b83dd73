//! Two pictures side by side: before and after.

use leptos::prelude::*;

use super::{Icon, Symbol};
use crate::app::state::{locale::Words, say, use_locale};
use crate::photo::{Area, Finding};
use crate::text::ByteSize;

/// One picture of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What is shown, where there is something to show.
    pub url: Option<String>,
    /// Bytes, where known.
    pub byte_length: Option<u32>,
    /// Width and height in pixels; 0 where not known.
    pub size: (u32, u32),
    /// What is marked in it.
    pub marks: Vec<Mark>,
}

/// A place in a picture that a finding speaks of.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number that the finding has in the list beside it.
    pub number: usize,
    /// Its corners, in pixels of the picture.
    pub area: Area,
}

impl Mark {
    /// The marks of findings: those that have a place and are to be heeded.
    pub fn all(findings: &[Finding]) -> Vec<Self> {
        let numbered = findings.iter().enumerate();
        numbered
            .filter_map(|(at, finding)| Some(Self { number: at + 1, area: finding.issue.area()? }))
            .collect()
    }
}

/// A picture with its caption, which opens large.
///
/// Accessibility: the picture is a button named after what it opens. Without a
/// picture (a HEIC in most browsers) a sentence stands in its place.
#[component]
pub fn Preview(
    /// What it shows.
    side: Side,
    /// Its caption.
    title: Words,
    /// What is said where the browser cannot show it.
    placeholder: Words,
    /// Whether these are the bytes that will be sent.
    #[prop(optional)]
    is_result: bool,
    /// Called when it is to be seen large.
    on_open: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let Side { url, byte_length, size: (width, height), marks } = side;
    let is_shown = RwSignal::new(url.is_some());
    let picture = url.map(|url| {
        view! {
            <button
                type="button"
                class="rz-preview__open"
                aria-label=move || {
                    let ui = locale.get().ui();
                    (ui.open_large)(title(ui))
                }
                on:click=move |_| on_open.run(())
            >
                <img
                    class="rz-preview__image"
                    src=url
                    alt=say(title)
                    decoding="async"
                    on:error=move |_| is_shown.set(false)
                />
                <span class="rz-preview__zoom"><Icon symbol=Symbol::Zoom/></span>
            </button>
            <Marks marks width height/>
        }
        .into_any()
    });
    let picture = StoredValue::new_local(picture);
    let bytes = byte_length.map(|bytes| ByteSize(bytes).to_string());
    let pixels = (0 < width).then(|| format!("{width} × {height}"));
    view! {
        <figure class="rz-preview">
            <div class="rz-preview__frame">
                {move || if is_shown.get() {
                    picture.try_update_value(Option::take).flatten()
                } else {
                    Some(view! {
                        <p class="rz-preview__placeholder"><Icon symbol=Symbol::Picture/>{say(placeholder)}</p>
                    }.into_any())
                }}
            </div>
            <figcaption class="rz-preview__caption">
                <span class="rz-preview__title">{say(title)}</span>
                <span
                    class="rz-preview__facts"
                    data-testid=is_result.then_some("result-bytes")
                    data-bytes=is_result.then_some(byte_length)
                >
                    {bytes.map(|bytes| view! { <span>{bytes}</span> })}
                    {pixels.map(|pixels| view! { <span>{pixels}</span> })}
                </span>
            </figcaption>
        </figure>
    }
}

/// The places that the findings beside the picture speak of, with their numbers.
///
/// Accessibility: hidden from screen readers, which read the findings; numbers say what
/// colors say. They lie over the button, not in it, since they are not its name.
#[component]
fn Marks(marks: Vec<Mark>, width: u32, height: u32) -> impl IntoView {
    let size = width.max(height).div_ceil(14);
    let mark = move |Mark { number, area: Area(corners) }: Mark| {
        let mut points = String::new();
        for [x, y] in corners {
            for part in [&x.to_string(), ",", &y.to_string(), " "] {
                points.push_str(part);
            }
        }
        let inside =
            |at: i32, most: u32| at.clamp(0, i32::try_from(most.saturating_sub(size)).unwrap_or(0));
        let [x, y] =
            [0, 1].map(|axis| corners.iter().map(|corner| corner[axis]).min().unwrap_or(0));
        let [x, y] = [inside(x, width), inside(y, height)];
        // The number on a disc, at the top left corner of the place.
        let half = i32::try_from(size / 2).unwrap_or(0);
        view! {
            <polygon class="rz-preview__mark" points=points/>
            <circle class="rz-preview__disc" cx=x + half cy=y + half r=half/>
            <text class="rz-preview__number" x=x + half y=y + half font-size=size * 3 / 4>{number}</text>
        }
    };
    (!marks.is_empty()).then(|| {
        let bounds = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
        view! {
            <svg class="rz-preview__marks" viewBox=bounds aria-hidden="true">
                {marks.into_iter().map(mark).collect_view()}
            </svg>
        }
    })
}

//! All measurements of one document.

use image::RgbImage;
use serde::{Deserialize, Serialize};

use super::cells::Cells;
use super::colour::{self, Colours};
use super::cover::Cover;
use super::glare::Glare;
use super::print::Print;
use super::region::Region;
use super::{Page, layout, outline, screen, surroundings};
use crate::photo::document::Document;
use crate::photo::finding::Area;
use crate::photo::geometry::{Homography, Point, Quad};
use crate::photo::report::Kind;

/// What was measured on the document. Shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageFacts {
    /// How sharp the print is: its height over the standard deviation of the blur in the
    /// direction of most blur, in tenths; 1,000 is perfectly sharp. Nothing where there is
    /// no print.
    pub sharpness: Option<u16>,
    /// The same across that direction: much larger where the camera moved.
    pub sharpness_across: u16,
    /// Height of the smallest print that must be read, in tenths of a pixel of the picture
    /// at full size, by what is usual for such a document.
    pub text_height: u16,
    /// Brightness of the paper, 0 to 255.
    pub paper: u16,
    /// Share of it that is burnt out.
    pub clipped: u16,
    /// Difference between paper and print, 0 to 255.
    pub contrast: u16,
    /// The same for the faintest quarter of the print.
    pub faintest: u16,
    /// Noise at the size of the print, in tenths of a grey level.
    pub noise: u16,
    /// Share with shine.
    pub shine: u16,
    /// Share of the lines of print that shine hides, and of the page on which it hides the
    /// portrait.
    pub glare: u16,
    /// Share on which something else lies.
    pub covered: u16,
    /// Share outside the picture.
    pub outside: u16,
    /// Share of the picture that the document takes up.
    pub fill: u16,
    /// Degrees by which it lies askew, in tenths.
    pub skew: u16,
    /// Degrees by which opposite sides diverge, in tenths.
    pub divergence: u16,
    /// How far the strongest colours are from the paper's, in thousandths of the brightness.
    pub colour: u16,
    /// Share that is red as seals and emblems are.
    pub red: u16,
    /// Share of red where the back of an ID card has the emblem.
    pub emblem: u16,
    /// Share of dark areas where the front of an ID card has the portrait.
    pub portrait: u16,
    /// Share of blank paper with a fine grid, as of a screen.
    pub screen: u16,
    /// Share of the surroundings that is not plain.
    pub clutter: u16,
}

/// Facts, and where what is wrong is.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Measured {
    pub(in super::super) facts: PageFacts,
    pub(in super::super) places: Places,
}

/// Where in the picture.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Places {
    pub(in super::super) document: Area,
    pub(in super::super) glare: Option<Area>,
    pub(in super::super) cover: Option<Area>,
}

impl Measured {
    /// Measures a document in pixels that are `scale` times smaller than the picture at full
    /// size. Nothing where its corners span no area.
    pub(in super::super) fn of(
        pixels: &RgbImage,
        scale: f32,
        document: &Document,
        kind: Kind,
    ) -> Option<Self> {
        let kind = if kind == Kind::Other { document.kind.unwrap_or(kind) } else { kind };
        let full = document.corners;
        let outline = full.scaled(1.0 / scale);
        let page = Page::of(pixels, &outline, kind)?;
        let cells = Cells::of(&page);
        let print = Print::measure(&page);
        let glare = Glare::measure(&page, &cells, print.depth);
        let cover = Cover::measure(&page, &cells);
        let colours = Colours::measure(&cells);
        let (across, down) = outline::sides(&full);
        let (long, short) = (across.max(down), across.min(down));
        let (width, height) = (pixels.width() as f32, pixels.height() as f32);
        let visible = outline.visible_share(width, height);
        let map = Homography::from_unit(&full)?;
        let place = |region: &Option<Region>| Some(area_of(region.as_ref()?, &cells, &map));
        let facts = PageFacts {
            sharpness: print.blur.map(|blur| tenths(1.0 / blur.max(0.01))),
            sharpness_across: tenths(1.0 / print.least_blur.max(0.01)),
            text_height: tenths(layout::em(kind, long / short) * long),
            paper: whole(cells.paper),
            clipped: thousandths(cells.clipped()),
            contrast: whole(print.depth),
            faintest: whole(print.faintest),
            noise: tenths(colour::noise(&page)),
            shine: thousandths(glare.area),
            glare: thousandths(glare.lost),
            covered: thousandths(cover.area),
            outside: thousandths(1.0 - visible),
            fill: thousandths(outline.area().abs() * visible / (width * height).max(1.0)),
            skew: tenths(document.skew_degrees.abs()),
            divergence: tenths(outline::divergence(&full)),
            colour: thousandths(colours.strongest),
            red: thousandths(colours.red),
            emblem: thousandths(colours.emblem),
            portrait: thousandths(colours.portrait),
            screen: thousandths(screen::measure(&page)),
            clutter: thousandths(surroundings::clutter(pixels, &outline)),
        };
        let places = Places {
            document: area(&full),
            glare: place(&glare.place),
            cover: place(&cover.place),
        };
        Some(Self { facts, places })
    }
}

/// The squares of a region, seen in the picture.
fn area_of(region: &Region, cells: &Cells, map: &Homography) -> Area {
    let share = |at: usize, length: usize| at as f64 / length.max(1) as f64;
    let (left, right) = (share(region.left, cells.width), share(region.right + 1, cells.width));
    let (top, bottom) = (share(region.top, cells.height), share(region.bottom + 1, cells.height));
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    area(&Quad(corners.map(|(x, y)| map.map_point(x, y))))
}

fn area(quad: &Quad) -> Area {
    #[allow(clippy::cast_possible_truncation)] // Casts saturate.
    let round = |value: f32| libm::roundf(value) as i32;
    Area(quad.0.map(|Point { x, y }| [round(x), round(y)]))
}

fn whole(value: f32) -> u16 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
    let whole = libm::roundf(value) as u16;
    whole
}

fn tenths(value: f32) -> u16 {
    whole(value * 10.0)
}

fn thousandths(value: f32) -> u16 {
    whole(value * 1_000.0)
}

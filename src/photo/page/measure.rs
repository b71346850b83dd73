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
use crate::photo::overview::Plane;
use crate::photo::report::Kind;

/// What was measured on the document. Shares are in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PageFacts {
    /// How sharp the print is: its height over the standard deviation of the blur in the
    /// direction of most blur, in tenths; 1,000 is perfectly sharp. Nothing where there is
    /// no print.
    pub sharpness: Option<u16>,
    /// The same across that direction: much larger where the camera moved; 1,000 where there
    /// is no print.
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
    /// How far blank paper runs through all hues, as on a screen, in thousandths of its brightness.
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
    /// size, and of which `half` is the brightness at half their size. Nothing where its corners span no area.
    pub(in super::super) fn of(
        pixels: &RgbImage,
        half: &Plane,
        scale: f32,
        document: &Document,
        kind: Kind,
    ) -> Option<Self> {
        let kind = if kind == Kind::Other { document.kind.unwrap_or(kind) } else { kind };
        let full = document.corners;
        let outline = full.scaled(1.0 / scale);
        let page = Page::of(pixels, half, &outline, kind)?;
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
            screen: thousandths(screen::measure(&cells)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    const DOCUMENT: [[f32; 2]; 4] = [[40.0, 40.0], [939.0, 40.0], [939.0, 607.0], [40.0, 607.0]];

    /// A card with rows of strokes on a dark table.
    fn card(change: impl Fn(u32, u32, u8) -> [u8; 3]) -> RgbImage {
        RgbImage::from_fn(980, 648, |x, y| {
            if !(40..940).contains(&x) || !(40..608).contains(&y) {
                return Rgb([60; 3]);
            }
            let is_line = y % 60 < 30 && (140..700).contains(&x);
            let is_stroke = is_line && (x % 9 < 3 || y % 10 < 3);
            Rgb(change(x, y, if is_stroke { 40 } else { 210 }))
        })
    }

    fn measured(pixels: &RgbImage, document: &Document, kind: Kind) -> Option<Measured> {
        let half = crate::photo::overview::Overview::of(pixels).half;
        Measured::of(pixels, &half, 1.0, document, kind)
    }

    fn facts(pixels: &RgbImage) -> PageFacts {
        let document = crate::photo::page::by_hand(Quad(DOCUMENT.map(Point::from)));
        measured(pixels, &document, Kind::IdFront).unwrap().facts
    }

    fn blurred(pixels: &RgbImage, reach: i64) -> RgbImage {
        RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
            let mut sum = 0;
            for (dx, dy) in (-reach..=reach).flat_map(|dx| (-reach..=reach).map(move |dy| (dx, dy)))
            {
                let at = |at: u32, by: i64, length: u32| {
                    u32::try_from((i64::from(at) + by).clamp(0, i64::from(length) - 1)).unwrap()
                };
                let (x, y) = (at(x, dx, pixels.width()), at(y, dy, pixels.height()));
                sum += i64::from(pixels.get_pixel(x, y).0[0]);
            }
            Rgb([u8::try_from(sum / (2 * reach + 1).pow(2)).unwrap(); 3])
        })
    }

    #[test]
    fn more_blur_is_less_sharp() {
        let sharp = card(|_, _, grey| [grey; 3]);
        let scores: Vec<_> =
            [1, 3, 6].map(|reach| facts(&blurred(&sharp, reach)).sharpness.unwrap()).into();
        assert!(scores[1] < scores[0] && scores[2] < scores[1], "{scores:?}");
    }

    #[test]
    fn more_light_hides_and_more_fingers_cover() {
        for (width, is_more) in [(0, false), (120, true), (240, true)] {
            let shine =
                facts(&card(
                    |x, _, grey| {
                        if (300..300 + width).contains(&x) { [255; 3] } else { [grey; 3] }
                    },
                ));
            let finger = facts(&card(|x, y, grey| {
                let is_finger = (300..300 + width).contains(&x) && 300 < y;
                if is_finger { [190, 130, 100] } else { [grey; 3] }
            }));
            let expected = u16::try_from(width / 6).unwrap();
            assert_eq!((0 < shine.glare, 0 < finger.covered), (is_more, is_more), "{width}");
            assert!(expected <= shine.glare, "{width}: {}", shine.glare);
            assert!(expected <= finger.covered, "{width}: {}", finger.covered);
        }
    }

    #[test]
    fn a_coin_on_the_number_counts_and_a_stamp_in_the_portrait_does_not() {
        let with_coin = |left: u32, top: u32| {
            facts(&card(move |x, y, grey| {
                let is_coin = (left..left + 100).contains(&x) && (top..top + 90).contains(&y);
                if is_coin { [190, 130, 100] } else { [grey; 3] }
            }))
        };
        assert!(10 < with_coin(400, 490).covered);
        assert_eq!(with_coin(740, 200).covered, 0);
    }

    #[test]
    fn shine_is_seen_on_very_light_paper_too() {
        let shine = facts(&card(|x, _, grey| {
            if (300..420).contains(&x) { [255; 3] } else { [grey.saturating_add(35); 3] }
        }));
        assert!(100 < shine.glare, "{}", shine.glare);
    }

    #[test]
    fn what_hangs_over_the_frame_is_outside() {
        let document = crate::photo::page::by_hand(Quad(DOCUMENT.map(Point::from)));
        let whole = card(|_, _, grey| [grey; 3]);
        let pixels = image::imageops::crop_imm(&whole, 0, 0, 850, 648).to_image();
        let facts = measured(&pixels, &document, Kind::IdFront).unwrap().facts;
        assert!((95..=105).contains(&facts.outside), "{}", facts.outside);
    }

    #[test]
    fn any_corners_are_survived() {
        let pixels = card(|_, _, grey| [grey; 3]);
        let odd = [0.0, -1e30, 1e30, f32::NAN, f32::INFINITY, 5.0, 979.0, -400.0];
        let mut random = fastrand::Rng::with_seed(5);
        for _ in 0..300 {
            let mut at = || odd[random.usize(0..odd.len())];
            let corners = [(); 4].map(|()| Point::new(at(), at()));
            let document = crate::photo::page::by_hand(Quad(corners));
            let _ = measured(&pixels, &document, Kind::Licence);
        }
        for size in [(1, 1), (3, 900), (900, 3)] {
            let pixels = RgbImage::new(size.0, size.1);
            let document = crate::photo::page::by_hand(Quad(DOCUMENT.map(Point::from)));
            let _ = measured(&pixels, &document, Kind::IdBack);
        }
    }
}

//! The finder on drawn pictures.

use image::{Rgb, RgbImage};

use super::super::geometry::{Point, Quad};
use super::super::overview::Overview;
use super::super::profile::Profile;
use super::super::report::Kind;
use super::Document;

fn find(pixels: &RgbImage, scale: f32, kind: Kind) -> Option<Document> {
    let least = Profile::CERTIFICATION_200K.thresholds.document.least_confidence;
    super::find(&Overview::of(pixels), scale, kind, least).ok()
}

/// A light sheet on a dark table, with lines of print, and a red emblem or seal.
fn sheet(size: (u32, u32), outline: Quad, marks: &[[f64; 4]], red: [f64; 4]) -> RgbImage {
    let map = super::super::geometry::Homography::from_unit(&outline).and_then(|map| map.inverse());
    let map = map.unwrap();
    let is_in = |[left, top, right, bottom]: [f64; 4], (x, y): (f64, f64)| {
        left <= x && x < right && top <= y && y < bottom
    };
    RgbImage::from_fn(size.0, size.1, |x, y| {
        let at = map.map(f64::from(x), f64::from(y));
        if !is_in([0.0, 0.0, 1.0, 1.0], at) {
            Rgb([70, 80, 90])
        } else if is_in(red, at) {
            Rgb([200, 30, 30])
        } else if marks.iter().any(|&mark| is_in(mark, at)) {
            Rgb([40, 40, 40])
        } else {
            Rgb([230, 230, 225])
        }
    })
}

const CARD: [[f32; 2]; 4] = [[150.0, 140.0], [650.0, 160.0], [640.0, 475.0], [140.0, 455.0]];
const PORTRAIT: [f64; 4] = [0.66, 0.2, 0.92, 0.68];
const NUMBER: [f64; 4] = [0.35, 0.82, 0.92, 0.88];
const EMBLEM: [f64; 4] = [0.07, 0.12, 0.21, 0.4];
const NOTHING: [f64; 4] = [0.0; 4];

fn card() -> Quad {
    Quad(CARD.map(Point::from))
}

#[track_caller]
fn found(pixels: &RgbImage, kind: Kind) -> Document {
    find(pixels, 1.0, kind).expect("a document")
}

#[test]
fn the_corners_of_a_card_are_where_they_were_drawn() {
    let outline = card();
    for turns in 0..4 {
        // Read as if its content were turned: the long side is the top of a card.
        let drawn = outline.reread(if turns % 2 == 0 { turns } else { 0 });
        let picture = sheet((800, 600), drawn, &[PORTRAIT, NUMBER], NOTHING);
        let document = found(&picture, Kind::IdFront);
        for (corner, expected) in document.corners.0.iter().zip(drawn.0) {
            assert!(corner.distance(expected) < 3.0, "{turns}: {corner:?} {expected:?}");
        }
        assert_eq!(document.kind, Some(Kind::IdFront));
    }
}

#[test]
fn an_emblem_is_at_the_top_left_of_a_card() {
    let upside_down = card().reread(2);
    let picture = sheet((800, 600), upside_down, &[], EMBLEM);
    let document = found(&picture, Kind::IdFront);
    assert_eq!((document.quarter_turns, document.kind), (2, Some(Kind::IdBack)));
}

#[test]
fn what_is_cut_off_is_measured() {
    // The right quarter of an upright card lies outside.
    let outline =
        Quad([[100.0, 100.0], [656.0, 100.0], [656.0, 450.8], [100.0, 450.8]].map(Point::from));
    let picture = sheet((517, 560), outline, &[[0.06, 0.2, 0.5, 0.25]], NOTHING);
    let share = found(&picture, Kind::IdFront).corners.visible_share(517.0, 560.0);
    assert!((share - 0.75).abs() < 0.03, "{share}");
}

#[test]
fn a_larger_picture_has_its_corners_at_full_size() {
    let picture = sheet((800, 600), card(), &[PORTRAIT, NUMBER], NOTHING);
    let document = find(&picture, 2.0, Kind::IdFront).expect("a document");
    let expected = card().scaled(2.0);
    assert!(document.corners.0[0].distance(expected.0[0]) < 6.0);
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let mut random = fastrand::Rng::with_seed(7);
    let pictures = [
        RgbImage::from_pixel(800, 600, Rgb([255; 3])),
        RgbImage::from_pixel(848, 600, Rgb([12, 40, 90])),
        RgbImage::from_fn(800, 566, |_, _| Rgb([random.u8(60..200); 3])),
        RgbImage::from_fn(800, 600, |x, y| {
            Rgb([if (x / 20 + y / 20) % 2 == 0 { 90 } else { 160 }; 3])
        }),
        sheet((800, 600), card(), &[], NOTHING),
        RgbImage::from_fn(800, 600, |x, _| Rgb([if x / 12 % 3 == 0 { 120 } else { 150 }; 3])),
        RgbImage::from_fn(800, 600, |x, y| Rgb([u8::try_from((x + y) / 8).unwrap(); 3])),
    ];
    for (number, picture) in pictures.iter().enumerate() {
        for kind in Kind::ALL {
            assert_eq!(find(picture, 1.0, kind), None, "picture {number}, {kind:?}");
        }
    }
}

#[test]
fn no_size_is_too_small_or_too_long() {
    let sizes = [(1, 1), (1, 2_000), (2_000, 1), (7, 9), (16, 16), (3_000, 9), (641, 3), (33, 700)];
    for (width, height) in sizes {
        // Speckles without any order.
        let speckle = |x: u32, y: u32| {
            let mixed = (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77))
                .wrapping_mul(0xc2b2_ae3d);
            Rgb([mixed.to_be_bytes()[0]; 3])
        };
        let picture = RgbImage::from_fn(width, height, speckle);
        for kind in Kind::ALL {
            let document = find(&picture, 1.0, kind);
            assert!(document.is_none_or(|document| document.skew_degrees.is_finite()));
        }
    }
}

/// What lies in shadow is as dark as a portrait.
#[test]
fn a_shadow_is_no_portrait() {
    let digit = |n: i32| 0.35 + 0.03 * f64::from(n);
    let number = (0..18).map(|n| [digit(n), 0.82, digit(n) + 0.015, 0.88]);
    let marks: Vec<[f64; 4]> = std::iter::once(PORTRAIT).chain(number).collect();
    for turns in [0, 2] {
        let mut picture = sheet((800, 600), card().reread(turns), &marks, NOTHING);
        for (x, _, pixel) in picture.enumerate_pixels_mut() {
            // Where the portrait would be if it lay the other way up.
            let from_left = if turns == 0 { x } else { 800 - x };
            if (165..350).contains(&from_left) {
                pixel.0 = pixel.0.map(|value| value / 5 * 2);
            }
        }
        assert_eq!(found(&picture, Kind::IdFront).quarter_turns, turns);
    }
}

/// Rows of characters, each as far from the next as rows are.
fn rows() -> Vec<[f64; 4]> {
    let row = |top: f64| {
        let at = |n: i32| 0.14 + 0.03 * f64::from(n);
        (0..24).map(move |n| [at(n), top, at(n) + 0.025, top + 0.018])
    };
    (0..18).flat_map(|n| row(0.24 + 0.035 * f64::from(n))).collect()
}

/// Its outline does not tell which way up a licence is: those of 2014 stand.
#[test]
fn a_licence_is_read_along_its_lines() {
    let sides = [(420.0, 594.0), (594.0, 420.0)];
    let emblem = [0.44, 0.06, 0.56, 0.16];
    for ((width, height), turns) in sides.into_iter().flat_map(|it| [0, 1, 2, 3].map(|n| (it, n))) {
        let frame = [
            [60.0, 50.0],
            [60.0 + width, 54.0],
            [58.0 + width, 50.0 + height],
            [62.0, 46.0 + height],
        ];
        let drawn = Quad(frame.map(Point::from)).reread(turns);
        let picture = sheet((720, 720), drawn, &rows(), emblem);
        assert_eq!(found(&picture, Kind::Licence).quarter_turns, turns, "{width} × {height}");
        // Without colours.
        let grey = sheet((720, 720), drawn, &[&rows()[..], &[emblem]].concat(), NOTHING);
        let document = found(&grey, Kind::Licence);
        assert_eq!(document.quarter_turns % 2, turns % 2, "{width} × {height}, grey");
    }
}

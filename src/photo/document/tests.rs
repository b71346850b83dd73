//! The finder on drawn pictures, and its figures on a folder of labelled photographs.

use std::fs;
use std::path::PathBuf;

use image::{Rgb, RgbImage};
use serde_json::Value;

use super::super::geometry::{Point, Quad};
use super::super::profile::Profile;
use super::super::report::Kind;
use super::super::sniff::FileType;
use super::super::{decode, header};
use super::{Document, find};

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
    let mut random = fastrand::Rng::with_seed(11);
    let sizes = [(1, 1), (1, 2_000), (2_000, 1), (7, 9), (16, 16), (3_000, 9), (641, 3), (33, 700)];
    for (width, height) in sizes {
        let picture = RgbImage::from_fn(width, height, |_, _| Rgb([random.u8(..); 3]));
        for kind in Kind::ALL {
            let document = find(&picture, 1.0, kind);
            assert!(document.is_none_or(|document| document.skew_degrees.is_finite()));
        }
    }
}

/// What a folder of photographs came to, for one kind of document.
#[derive(Default)]
struct Figures {
    whole: u32,
    found: u32,
    close: u32,
    turned_right: u32,
    cut: u32,
    cut_right: u32,
    wrong_side: u32,
}

impl Figures {
    fn add(&mut self, other: &Self) {
        self.whole += other.whole;
        self.found += other.found;
        self.close += other.close;
        self.turned_right += other.turned_right;
        self.cut += other.cut;
        self.cut_right += other.cut_right;
        self.wrong_side += other.wrong_side;
    }
}

fn decoded(bytes: &[u8]) -> (RgbImage, f32) {
    let (file_type, profile) = (FileType::of(bytes), Profile::CERTIFICATION_200K);
    let mut header = header::read(file_type, bytes).unwrap().unwrap();
    if file_type == FileType::Jpeg {
        header::jpeg::read_rest(bytes, &mut header);
    }
    let long_side = profile.fit.decode_long_side;
    let decoded = decode::decode(file_type, bytes, &header, &profile.limits, long_side).unwrap();
    let scale = header.shown_size().0 as f32 / decoded.pixels.width() as f32;
    (decoded.pixels, scale)
}

#[allow(clippy::cast_possible_truncation)] // Pixels.
fn labelled_corners(row: &Value) -> Option<Quad> {
    let corners = row["corners"].as_array()?;
    let number = |n: usize, axis: usize| corners[n][axis].as_f64().unwrap() as f32;
    Some(Quad([0, 1, 2, 3].map(|n| Point::new(number(n, 0), number(n, 1)))))
}

/// The mean distance of the corners as a part of the diagonal, whatever corner is first.
fn corner_error(found: &Quad, label: &Quad) -> f32 {
    let mean = |turns: u8| {
        let turned = found.reread(turns);
        turned.0.iter().zip(label.0).map(|(a, b)| a.distance(b)).sum::<f32>() / 4.0
    };
    (0..4).map(mean).fold(f32::MAX, f32::min) / label.diagonal()
}

/// `RENZHENG_PHOTOS=folder cargo test --lib outlines_of_a_folder -- --nocapture` prints
/// the figures. The folder has a `manifest.json`; `tests/scenes.rs` writes such folders.
#[test]
fn outlines_of_a_folder() {
    let Some(folder) = std::env::var_os("RENZHENG_PHOTOS").map(PathBuf::from) else { return };
    let Ok(text) = fs::read_to_string(folder.join("manifest.json")) else { return };
    let manifest: Value = serde_json::from_str(&text).unwrap();
    let mut kinds: Vec<(Kind, Figures)> = Kind::ALL.map(|kind| (kind, Figures::default())).into();
    let mut worst: Vec<(f32, String)> = Vec::new();
    let (mut without, mut mistaken) = (0, 0);
    for row in manifest["files"].as_array().unwrap() {
        let name = row["kind"].as_str().unwrap();
        if name == "format_test" || row["expected"]["borderline"] == true {
            continue;
        }
        let kind = Kind::from_name(&name.replace('_', "-")).unwrap_or_default();
        let path = row["path"].as_str().unwrap();
        let bytes = fs::read(folder.join(path)).unwrap();
        let (pixels, scale) = decoded(&bytes);
        let document = find(&pixels, scale, kind);
        let Some(label) = labelled_corners(row) else {
            without += 1;
            if let Some(document) = document {
                mistaken += 1;
                worst.push((1.0, format!("{path}: no document, {}", document.confidence)));
            }
            continue;
        };
        let (_, figures) = kinds.iter_mut().find(|(other, _)| *other == kind).unwrap();
        let is_whole = row["visible_fraction"].as_f64() == Some(1.0);
        figures.whole += u32::from(is_whole);
        let Some(document) = document else {
            worst.push((1.0, format!("{path} {}: not found", row["scenario"])));
            continue;
        };
        let (width, height) = (pixels.width() as f32 * scale, pixels.height() as f32 * scale);
        let cut = |quad: &Quad| quad.visible_share(width, height);
        if !is_whole {
            figures.cut += 1;
            figures.cut_right += u32::from((cut(&document.corners) - cut(&label)).abs() <= 0.05);
        }
        let error = corner_error(&document.corners, &label);
        let is_turned_right =
            row["quarter_turns_cw"].as_u64() == Some(document.quarter_turns.into());
        if is_whole {
            figures.found += 1;
            figures.close += u32::from(error <= 0.01);
            figures.turned_right += u32::from(is_turned_right);
            figures.wrong_side += u32::from(document.kind.is_some_and(|told| told != kind));
        }
        if 0.01 < error || !is_turned_right {
            let turns = document.quarter_turns;
            worst.push((error, format!("{path} {}: {error:.4}, {turns}", row["scenario"])));
        }
    }
    let mut all = Figures::default();
    println!("kind: whole found close turned | cut right | wrong side");
    for (kind, figures) in &kinds {
        print(kind.as_str(), figures);
        all.add(figures);
    }
    print("all", &all);
    println!("without a document: {without}, of which one was found in {mistaken}");
    worst.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (_, line) in &worst {
        println!("{line}");
    }
    assert_eq!(mistaken, 0, "found where there is none");
    let reaches = |part: u32, whole: u32, percent: u32| whole * percent <= part * 100;
    assert!(reaches(all.found, all.whole, 97), "found");
    assert!(reaches(all.close, all.found, 95), "corners");
    assert!(reaches(all.turned_right, all.found, 97), "turns");
    assert!(reaches(all.cut_right, all.cut, 80), "cut off");
    assert_eq!(all.wrong_side, 0, "side of a card");
}

fn print(name: &str, f: &Figures) {
    println!(
        "{name}: {} {} {} {} | {} {} | {}",
        f.whole, f.found, f.close, f.turned_right, f.cut, f.cut_right, f.wrong_side
    );
}

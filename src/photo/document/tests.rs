//! tmp
use std::fs;
use std::path::PathBuf;

use image::RgbImage;

use super::super::profile::Profile;
use super::super::report::Photo;
use super::super::{decode, header, resample};

fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os("RENZHENG_PHOTOS").unwrap())
}

fn decoded(name: &str) -> (RgbImage, f32) {
    let bytes = fs::read(folder().join(name)).unwrap();
    let photo = Photo::new(&bytes);
    let file_type = super::super::sniff::FileType::of(photo.bytes);
    let profile = Profile::CERTIFICATION_200K;
    let mut header = header::read(file_type, &bytes).unwrap().unwrap();
    if file_type == super::super::sniff::FileType::Jpeg {
        header::jpeg::read_rest(&bytes, &mut header);
    }
    let decoded =
        decode::decode(file_type, &bytes, &header, &profile.limits, profile.fit.decode_long_side)
            .unwrap();
    let scale = header.shown_size().0 as f32 / decoded.pixels.width() as f32;
    (decoded.pixels, scale)
}

fn write_png(path: &str, image: &RgbImage) {
    let file = fs::File::create(path).unwrap();
    let mut encoder = png::Encoder::new(file, image.width(), image.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(image.as_raw()).unwrap();
}

#[test]
#[ignore]
fn sheets() {
    let text = fs::read_to_string(folder().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows: Vec<_> =
        manifest["files"].as_array().unwrap().iter().filter(|r| r["set"] == "synthetic").collect();
    for (n, chunk) in rows.chunks(30).enumerate() {
        let mut sheet = RgbImage::new(6 * 330, 5 * 330);
        for (k, row) in chunk.iter().enumerate() {
            let (pixels, _) = decoded(row["path"].as_str().unwrap());
            let long = pixels.width().max(pixels.height());
            let (w, h) = (pixels.width() * 320 / long, pixels.height() * 320 / long);
            let small = resample::reduce::<3>(
                pixels.as_raw(),
                pixels.dimensions(),
                (w, h),
                resample::Filter::Triangle,
            );
            let small = RgbImage::from_raw(w, h, small).unwrap();
            image::imageops::replace(
                &mut sheet,
                &small,
                (k as i64 % 6) * 330,
                (k as i64 / 6) * 330,
            );
        }
        write_png(&format!("/tmp/finder/sheet{n}.png"), &sheet);
    }
}

use super::super::geometry::{Point, Quad};
use super::super::report::Kind;
use super::{outline, search, small};

fn rows() -> Vec<serde_json::Value> {
    let text = fs::read_to_string(folder().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|r| r["set"] == "synthetic")
        .cloned()
        .collect()
}

fn truth(row: &serde_json::Value) -> Option<Quad> {
    let corners = row["corners"].as_array()?;
    let point = |n: usize| {
        let c = corners[n].as_array().unwrap();
        Point::new(c[0].as_f64().unwrap() as f32, c[1].as_f64().unwrap() as f32)
    };
    Some(Quad([point(0), point(1), point(2), point(3)]))
}

fn corner_error(found: &Quad, truth: &Quad) -> (f32, u8) {
    (0..4)
        .map(|k| {
            let turned = found.reread(k);
            let e: f32 =
                turned.0.iter().zip(truth.0).map(|(a, b)| a.distance(b)).sum::<f32>() / 4.0;
            (e / truth.diagonal(), k)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .unwrap()
}

fn kind(row: &serde_json::Value) -> Kind {
    Kind::from_name(&row["kind"].as_str().unwrap().replace('_', "-")).unwrap_or(Kind::Other)
}

#[test]
#[ignore]
fn recall() {
    let only = std::env::var("ONLY").ok();
    let mut time = 0.0;
    let (mut n, mut nfound, mut ngood) = (0, 0, 0);
    let mut negatives = vec![];
    let mut positives = vec![];
    for row in rows() {
        let name = row["path"].as_str().unwrap();
        if only.as_ref().is_some_and(|o| !o.split(',').any(|o| name.contains(o))) {
            continue;
        }
        let (pixels, scale) = decoded(name);
        let t0 = std::time::Instant::now();
        let small = small::Small::of(&pixels);
        let best = search(&small, kind(&row));
        time += t0.elapsed().as_secs_f64();
        let b = if row["expected"]["borderline"] == true { "B" } else { "" };
        let f = scale * small.factor as f32;
        print!("{name} {} {b} {} ", row["scenario"], row["background"]);
        let show = |c: &outline::Candidate| {
            format!(
                "s{:.3} cov {:.2?} bey {:.2} shape {:.2} even {:.2} step {:.2} hid {:?}",
                c.score,
                c.cover,
                c.beyond,
                c.shape,
                c.even,
                c.step,
                c.hidden.map(u8::from)
            )
        };
        if let Some(t) = truth(&row) {
            let t = t.scaled(1.0 / f);
            let score = b.is_empty() && row["visible_fraction"] == 1.0;
            n += usize::from(score);
            if let Some(best) = best {
                let e = corner_error(&best.quad, &t);
                let (w, h) = (small.width as f32, small.height as f32);
                print!(
                    "err {:.4} vis {:.3}/{:.3} {}",
                    e.0,
                    best.quad.visible_share(w, h),
                    t.visible_share(w, h),
                    show(&best)
                );
                nfound += usize::from(score);
                ngood += usize::from(score && e.0 < 0.01);
                if e.0 < 0.02 {
                    positives.push((best.score, name.to_owned()));
                } else {
                    negatives.push((best.score, name.to_owned()));
                }
                if e.0 > 0.01 {
                    print!(" BAD");
                }
            } else {
                print!("NOTHING");
            }
        } else if let Some(best) = best {
            print!("NONE: {}", show(&best));
            negatives.push((best.score, name.to_owned()));
        }
        println!();
    }
    negatives.sort_by(|a, b| b.0.total_cmp(&a.0));
    positives.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("whole {n} found {nfound} good {ngood} time {time}");
    println!("negatives {:.3?}", &negatives[..negatives.len().min(25)]);
    println!("positives {:.3?}", &positives[..positives.len().min(25)]);
}

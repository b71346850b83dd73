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
    let rows: Vec<_> = manifest["files"].as_array().unwrap().iter().filter(|r| r["set"] == "synthetic").collect();
    for (n, chunk) in rows.chunks(30).enumerate() {
        let mut sheet = RgbImage::new(6 * 330, 5 * 330);
        for (k, row) in chunk.iter().enumerate() {
            let (pixels, _) = decoded(row["path"].as_str().unwrap());
            let long = pixels.width().max(pixels.height());
            let (w, h) = (pixels.width() * 320 / long, pixels.height() * 320 / long);
            let small = resample::reduce::<3>(pixels.as_raw(), pixels.dimensions(), (w, h), resample::Filter::Triangle);
            let small = RgbImage::from_raw(w, h, small).unwrap();
            image::imageops::replace(&mut sheet, &small, (k as i64 % 6) * 330, (k as i64 / 6) * 330);
        }
        write_png(&format!("/tmp/finder/sheet{n}.png"), &sheet);
    }
}

use super::super::geometry::{Point, Quad};
use super::{lines, outline, small};

fn rows() -> Vec<serde_json::Value> {
    let text = fs::read_to_string(folder().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    manifest["files"].as_array().unwrap().iter().filter(|r| r["set"] == "synthetic").cloned().collect()
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
    (0..4).map(|k| {
        let turned = found.reread(k);
        let e: f32 = turned.0.iter().zip(truth.0).map(|(a, b)| a.distance(b)).sum::<f32>() / 4.0;
        (e / truth.diagonal(), k)
    }).min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[test]
#[ignore]
fn recall() {
    let only = std::env::var("ONLY").ok();
    let mut times = [0.0f64; 4];
    for row in rows() {
        let name = row["path"].as_str().unwrap();
        if only.as_ref().is_some_and(|o| !o.split(',').any(|o| name.contains(o))) { continue; }
        let (pixels, scale) = decoded(name);
        let t0 = std::time::Instant::now();
        let small = small::Small::of(&pixels);
        let t1 = std::time::Instant::now();
        let edges = small::Edges::of(&small);
        let t2 = std::time::Instant::now();
        let lines = lines::find(&edges);
        let t3 = std::time::Instant::now();
        let shapes: &[f32] = match row["kind"].as_str().unwrap() { "id_front" | "id_back" => &[85.6 / 54.0], "not_a_document" => &[85.6/54.0, 1.414], _ => &[1.414] };
        let found = outline::candidates(&small, &lines, &outline::Shapes(shapes));
        let t4 = std::time::Instant::now();
        times[0] += (t1 - t0).as_secs_f64(); times[1] += (t2 - t1).as_secs_f64(); times[2] += (t3 - t2).as_secs_f64(); times[3] += (t4 - t3).as_secs_f64();
        let b = if row["expected"]["borderline"] == true { "B" } else { "" };
        let f = scale * small.factor as f32;
        print!("{name} {} {b} edges {} lines {} ", row["scenario"], edges.list.len(), lines.len());
        if let Some(t) = truth(&row) {
            let t = t.scaled(1.0 / f);
            let (w, h) = (small.width as f32, small.height as f32);
            let mut ranks = vec![];
            for (a, c) in t.sides() {
                let inside = |p: Point| p.x > -1.0 && p.y > -1.0 && p.x < w && p.y < h;
                if !inside(a.toward(c, 0.25)) && !inside(a.toward(c, 0.75)) { ranks.push("out".into()); continue; }
                let tol = 0.008 * t.diagonal() + 1.0;
                let r = lines.iter().position(|l| l.beyond(a.x, a.y).abs() < tol && l.beyond(c.x, c.y).abs() < tol);
                ranks.push(r.map_or("MISS".to_string(), |r| r.to_string()));
            }
            print!("{} ", ranks.join(","));
            let show = |c: &outline::Candidate| format!("s{:.3} cov {:.2?} bey {:.2} shape {:.2} even {:.2} step {:.2} hid {:?}", c.score, c.cover, c.beyond, c.shape, c.even, c.step, c.hidden.map(u8::from));
            if let Some(best) = found.first() {
                let e = corner_error(&best.quad, &t);
                print!("err {:.4} {}", e.0, show(best));
                if e.0 > 0.015 {
                    match found.iter().position(|c| corner_error(&c.quad, &t).0 < 0.012) {
                        Some(p) => print!("\n     BAD; right is at {p}: {}", show(&found[p])),
                        None => print!("\n     BAD; none right"),
                    }
                }
            } else { print!("NOTHING"); }
            println!();
        } else if let Some(best) = found.first() {
            println!("NONE: {:.3} cov {:.2?} bey {:.2} shape {:.2} even {:.2} step {:.2} hid {:?}", best.score, best.cover, best.beyond, best.shape, best.even, best.step, best.hidden.map(u8::from));
        } else { println!(); }
    }
    println!("times {times:?}");
}

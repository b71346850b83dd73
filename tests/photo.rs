//! The photo gate through its public interface: small files painted or put
//! together here, one table for each promise.

mod support;

use renzheng::finding::Severity;
use renzheng::photo::{
    self, Change, Crop, FileType, Issue, Kind, Photo, Point, Profile, Quad, Verdict,
};
use support::{codes, format_file, named, photo_file};

/// A file that says of itself what `name` says, checked by the default rules.
#[track_caller]
fn finds(file: &str, name: &str, expected: &[&str]) {
    let bytes = format_file(file);
    let report = photo::check(&named(&bytes, name), Profile::CERTIFICATION_200K);
    for code in expected {
        assert!(codes(&report).contains(code), "{file}: {code} is not in {:?}", codes(&report));
    }
}

#[test]
fn every_code_of_the_gate_is_found_in_a_file() {
    finds("empty.jpg", "a.jpg", &["photo.empty"]);
    finds("photo.heic", "a.heic", &["photo.wrong-type"]);
    finds("jpeg_named.png", "jpeg_named.png", &["photo.extension-mismatch"]);
    finds("jpeg_truncated_500.jpg", "a.jpg", &["photo.damaged"]);
    finds("jpeg_arithmetic.jpg", "a.jpg", &["photo.unsupported"]);
    finds("png_animated.png", "a.png", &["photo.animated"]);
    finds("size_204801.jpg", "a.jpg", &["photo.over-limit"]);
    finds("bomb_png_claims_50000.png", "a.png", &["photo.too-many-pixels"]);
    finds("png_1x1.png", "a.png", &["photo.too-few-pixels"]);
    finds("exif_gps.jpg", "a.jpg", &["photo.metadata"]);
    finds("jpeg_trailing_garbage.jpg", "a.jpg", &["photo.trailing-data"]);
    finds("png_fully_transparent.png", "a.png", &["photo.overexposed", "photo.low-contrast"]);
}

#[test]
fn poor_photographs_are_told_from_good_ones() {
    let poor = ["photo.blurred", "photo.dark", "photo.overexposed", "photo.low-contrast"];
    let cases: [(&str, &[&str]); 5] = [
        ("p0000.jpg", &[]),
        ("p0125.jpg", &[]),
        ("p0058.jpg", &["photo.blurred"]),
        ("p0074.jpg", &["photo.dark", "photo.low-contrast"]),
        ("p0081.jpg", &["photo.overexposed"]),
    ];
    for (file, expected) in cases {
        let bytes = photo_file(file);
        let report = photo::check(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        let found: Vec<_> = codes(&report).into_iter().filter(|code| poor.contains(code)).collect();
        assert_eq!(found, expected, "{file}");
    }
}

/// A progressive JPEG that asks for thousands of passes over a large picture.
#[test]
fn a_file_that_asks_for_endless_work_is_refused() {
    let bytes = format_file("jpeg_gray_progressive.jpg");
    let scan = bytes.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let end = bytes.len() - 2;
    let mut crafted = bytes[..end].to_vec();
    for _ in 0..100 {
        crafted.extend(&bytes[scan..end]);
    }
    crafted.extend([0xFF, 0xD9]);
    let report = photo::check(&Photo::new(&crafted), Profile::CERTIFICATION_200K);
    assert_eq!(report.findings[0].code(), "photo.unsupported");
}

#[test]
fn a_refusal_says_why_and_a_strip_is_no_refusal() {
    // No smaller size is tried below this one, and noise cannot be compressed.
    let noise = painted(1_280, 1_280, |x, y| {
        (x * 1_280 + y).wrapping_mul(2_654_435_761).rotate_left(15).wrapping_mul(2_246_822_519)
            >> 24
    });
    let fitted = photo::fit(&Photo::new(&noise), Profile::CERTIFICATION_200K);
    assert!(codes(&fitted.report).contains(&"photo.cannot-fit"), "{:?}", codes(&fitted.report));
    assert!(!fitted.ok && !fitted.report.ok && fitted.photo.is_none());
    let narrow = painted(4_000, 80, |x, y| x ^ y);
    assert!(photo::fit(&Photo::new(&narrow), Profile::CERTIFICATION_200K).ok);
    for file in support::formats() {
        let bytes = format_file(&file.file);
        let fitted = photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        assert_eq!(fitted.ok, fitted.report.ok, "{}", file.file);
        assert_eq!(fitted.ok, fitted.photo.is_some(), "{}", file.file);
    }
}

/// A grey PNG with an alpha channel, painted by the last byte of a number.
fn painted(width: u32, height: u32, paint: fn(u32, u32) -> u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    let data: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| [paint(x, y).to_le_bytes()[0], 255]))
        .collect();
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    bytes
}

#[test]
fn nothing_hides_in_the_blocks_that_stay() {
    let bytes = format_file("jpeg_rgb_adobe.jpg");
    let at = bytes.windows(5).position(|window| window == b"Adobe").unwrap();
    let mut crafted = bytes[..at - 2].to_vec();
    crafted.extend([0, 14 + 6]);
    crafted.extend(&bytes[at..at + 12]);
    crafted.extend(b"SECRET");
    crafted.extend(&bytes[at + 12..]);
    let mut posing = b"\xFF\xD8\xFF\xE2\x00\x16ICC_PROFILE\0\x01\x01SECRET".to_vec();
    posing.extend(&format_file("exif_gps.jpg")[2..]);
    let mut late = format_file("jpeg_progressive.jpg");
    let last = late.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    late.splice(last..last, *b"\xFF\xFE\x00\x08SECRET");
    for crafted in [crafted, posing, late] {
        let fitted = photo::fit(&Photo::new(&crafted), Profile::CERTIFICATION_200K);
        let photo = fitted.photo.unwrap();
        assert!(!photo.windows(6).any(|window| window == b"SECRET"), "{:?}", fitted.changed);
        assert_eq!(fitted.changed, [Change::MetadataRemoved]);
    }
}

#[test]
fn the_type_is_told_by_content_with_its_own_code() {
    let cases = [
        ("heic_as.jpg", FileType::Heic),
        ("avif_as.jpg", FileType::Avif),
        ("webp_lossy_as.jpg", FileType::Webp),
        ("gif_as.jpg", FileType::Gif),
        ("bmp_as.jpg", FileType::Bmp),
        ("tiff_as.jpg", FileType::Tiff),
        ("pdf_as.jpg", FileType::Pdf),
        ("svg_as.jpg", FileType::Svg),
        ("zip_as.jpg", FileType::Zip),
        ("text_as.jpg", FileType::Text),
        ("mp4_as.jpg", FileType::Video),
        ("ico_as.png", FileType::Ico),
        ("jp2_as.jpg", FileType::Jp2),
        ("jxl_as.jpg", FileType::Jxl),
        ("psd_as.png", FileType::Psd),
        ("random_bytes.jpg", FileType::Unknown),
    ];
    for (file, found) in cases {
        let bytes = format_file(file);
        let report = photo::inspect(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        assert_eq!(report.findings[0].issue, Issue::WrongType { found }, "{file}");
        assert_eq!(report.findings[0].severity, Severity::Block, "{file}");
    }
}

#[test]
fn the_limit_is_the_larger_reading_of_a_kilobyte() {
    for (file, passes) in [("size_204800.jpg", true), ("size_204801.jpg", false)] {
        let bytes = format_file(file);
        assert_eq!(
            photo::check(&Photo::new(&bytes), Profile::CERTIFICATION_200K).ok,
            passes,
            "{file}"
        );
    }
}

#[test]
fn a_photo_that_passes_keeps_every_byte() {
    for file in [
        "jpeg_baseline_420.jpg",
        "size_204800.jpg",
        "png_rgb8.png",
        "jpeg_rgb_adobe.jpg",
        "png_palette.png",
    ] {
        let bytes = format_file(file);
        let header =
            photo::inspect(&Photo::new(&bytes), Profile::CERTIFICATION_200K).header.unwrap();
        let fitted = photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        if !header.metadata.is_any() {
            assert_eq!(fitted.photo.as_deref(), Some(&bytes[..]), "{file}");
            assert!(fitted.changed.is_empty(), "{file}: {:?}", fitted.changed);
        }
    }
}

/// What follows the tables of a JPEG is its coded picture.
fn coded_picture(jpeg: &[u8]) -> &[u8] {
    let scan = jpeg.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let end = jpeg.windows(2).rposition(|pair| pair == [0xFF, 0xD9]).unwrap();
    &jpeg[scan..end]
}

#[test]
fn taking_metadata_out_leaves_the_coded_picture_as_it_is() {
    for file in
        ["exif_gps.jpg", "jpeg_com_script.jpg", "jpeg_many_app.jpg", "exif_orientation_1.jpg"]
    {
        let bytes = format_file(file);
        let fitted = photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        assert_eq!(fitted.changed, [Change::MetadataRemoved], "{file}");
        let stripped = fitted.photo.unwrap();
        assert_eq!(coded_picture(&stripped), coded_picture(&bytes), "{file}");
    }
}

#[test]
fn what_the_colours_need_stays() {
    let icc = photo::fit(&Photo::new(&format_file("jpeg_icc.jpg")), Profile::CERTIFICATION_200K);
    assert!(icc.report.header.unwrap().has_icc);
    let bytes = format_file("jpeg_rgb_adobe.jpg");
    let adobe = photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K).photo.unwrap();
    assert!(adobe.windows(5).any(|window| window == b"Adobe"));
}

#[test]
fn a_tiny_file_with_a_huge_claim_is_refused_by_its_header() {
    for file in ["bomb_png_claims_50000.png", "bomb_png_claims_max.png", "jpeg_claims_65500.jpg"] {
        let bytes = format_file(file);
        let report = photo::inspect(&Photo::new(&bytes), Profile::CERTIFICATION_200K);
        assert!(!report.ok && report.facts.is_none(), "{file}: {:?}", codes(&report));
        assert!(
            photo::fit(&Photo::new(&bytes), Profile::CERTIFICATION_200K).photo.is_none(),
            "{file}"
        );
    }
}

#[test]
fn every_cut_of_a_file_is_an_answer_and_no_crash() {
    for file in [
        "exif_thumbnail.jpg",
        "jpeg_progressive.jpg",
        "png_palette_trns.png",
        "jpeg_icc.jpg",
        "png_interlaced.png",
    ] {
        let bytes = format_file(file);
        let step = (bytes.len() / 40).max(1);
        for length in (0..bytes.len()).step_by(step).chain(0..64.min(bytes.len())) {
            let report = photo::check(&Photo::new(&bytes[..length]), Profile::CERTIFICATION_200K);
            assert!(!report.ok, "{file} cut to {length} passes");
        }
    }
}

#[test]
fn a_gif_passes_where_gifs_are_accepted_and_nowhere_else() {
    let bytes = format_file("gif_as.jpg");
    let fitted = photo::fit(&Photo::new(&bytes), Profile::WECHAT_UPLOAD);
    assert!(fitted.ok);
    assert_eq!(fitted.photo, Some(bytes.clone()));
    assert!(!photo::check(&Photo::new(&bytes), Profile::CERTIFICATION_200K).ok);
}

#[test]
fn reports_and_photos_never_print_bytes_or_names() {
    let bytes = format_file("exif_gps.jpg");
    let photo = named(&bytes, "张三 110101.jpg");
    assert_eq!(format!("{photo:?}"), "Photo(Other, 20802 bytes)");
    let fitted = format!("{:?}", photo::fit(&photo, Profile::CERTIFICATION_200K));
    assert!(!fitted.contains("张三") && fitted.len() < 2_000, "{fitted}");
}

#[test]
fn a_document_that_was_not_asked_for_is_told_by_name() {
    for (file, kind, shows) in [
        ("p0018.jpg", Kind::IdFront, Some(Kind::Licence)),
        ("p0104.jpg", Kind::IdBack, Some(Kind::Licence)),
        ("p0037.jpg", Kind::Licence, Some(Kind::IdBack)),
        ("p0042.jpg", Kind::IdBack, Some(Kind::IdFront)),
        ("p0018.jpg", Kind::Licence, None),
        ("p0042.jpg", Kind::IdFront, None),
        // A copy may be one of anything, and of other materials nothing is known.
        ("p0042.jpg", Kind::Other, None),
    ] {
        let bytes = photo_file(file);
        let photo = Photo { kind, ..Photo::new(&bytes) };
        let report = photo::check(&photo, Profile::CERTIFICATION_200K);
        let found = report.findings.iter().find_map(|finding| match finding.issue {
            Issue::WrongSide { shows, .. } => shows,
            _ => None,
        });
        assert_eq!(found, shows, "{file} as {kind:?}");
        if shows.is_some() {
            assert_eq!(report.verdict, Verdict::Retake, "{file} as {kind:?}");
        }
    }
}

#[test]
fn what_lies_on_its_side_is_turned_also_where_nothing_is_cut_away() {
    let bytes = photo_file("p0120.jpg");
    let photo = Photo { kind: Kind::IdFront, ..Photo::new(&bytes) };
    let given = photo::check(&photo, Profile::CERTIFICATION_200K);
    assert_ne!(given.document.unwrap().quarter_turns, 0);
    for crop in [Crop::None, Crop::Document] {
        let profile = Profile::CERTIFICATION_200K;
        let fitted = photo::fit_with_progress(&photo, profile, crop, &mut |_| {});
        assert!(fitted.changed.contains(&Change::Turned), "{crop:?}: {:?}", fitted.changed);
        assert_eq!(fitted.report.document.unwrap().quarter_turns, 0, "{crop:?}");
        assert_eq!(fitted.report.verdict, Verdict::Pass, "{crop:?}: {:?}", codes(&fitted.report));
    }
}

#[test]
fn corners_that_somebody_set_are_cut_along_also_beyond_the_frame() {
    let bytes = photo_file("p0018.jpg");
    let (width, height) = (1_600.0, 1_200.0);
    let corners = [[-20.0, 0.0], [width, 0.0], [width, height], [-20.0, height]];
    let corners = Some(Quad(corners.map(Point::from)));
    let photo = Photo { kind: Kind::Licence, corners, ..Photo::new(&bytes) };
    let fitted = photo::fit(&photo, Profile::CERTIFICATION_200K);
    assert!(fitted.changed.contains(&Change::Cropped), "{:?}", fitted.changed);
}

/// Also where it must be taken again, of which nothing else is turned.
#[test]
fn what_somebody_turned_is_turned_and_keeps_its_framing() {
    for file in ["p0018.jpg", "p0048.jpg"] {
        let bytes = photo_file(file);
        let known = Photo { kind: Kind::IdFront, ..Photo::new(&bytes) };
        let profile = Profile::CERTIFICATION_200K;
        let report = photo::check(&known, profile);
        let (width, height) = (report.width, report.height);
        let corners = report.document.unwrap().corners;
        let fit = |corners| {
            let photo = Photo { corners, ..known };
            photo::fit_with_progress(&photo, profile, Crop::None, &mut |_| {})
        };
        let plain = fit(None);
        assert_eq!((plain.report.width, plain.report.height), (width, height), "{file}");
        let turned = fit(Some(corners.reread(1)));
        assert!(turned.changed.contains(&Change::Turned), "{file}: {:?}", turned.changed);
        assert!(!turned.changed.contains(&Change::Cropped), "{file}: {:?}", turned.changed);
        assert_eq!(turned.frame, Some(Quad::frame(width as f32, height as f32).reread(1)));
        assert!(turned.report.width < turned.report.height, "{file}");
    }
}

/// Half of it in the shade: as light as the shade needs, the other half would be burnt out.
#[test]
fn making_it_lighter_never_makes_it_worse() {
    let bytes = photo_file("p0018.jpg");
    let lit = image::RgbImage::from_raw(1_600, 1_200, pixels_of(&bytes)).unwrap();
    let shade = image::RgbImage::from_fn(1_600, 1_200, |x, y| {
        let share = if x < 900 { 45 } else { 105 };
        image::Rgb(
            lit.get_pixel(x, y)
                .0
                .map(|value| u8::try_from((u32::from(value) * share / 100).min(255)).unwrap()),
        )
    });
    let mut coded = Vec::new();
    jpeg_encoder::Encoder::new(&mut coded, 80)
        .encode(shade.as_raw(), 1_600, 1_200, jpeg_encoder::ColorType::Rgb)
        .unwrap();
    let photo = Photo { kind: Kind::Licence, ..Photo::new(&coded) };
    let given = photo::check(&photo, Profile::CERTIFICATION_200K);
    let fitted = photo::fit(&photo, Profile::CERTIFICATION_200K);
    assert_eq!((given.verdict, given.reason.as_deref()), (Verdict::Fix, Some("photo.dark")));
    assert_ne!(fitted.report.verdict, Verdict::Retake, "{:?}", codes(&fitted.report));
    assert!(!fitted.changed.contains(&Change::ExposureCorrected));
}

fn pixels_of(jpeg: &[u8]) -> Vec<u8> {
    jpeg_decoder::Decoder::new(jpeg).decode().unwrap()
}

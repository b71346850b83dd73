//! What repairing leaves of the print: its height in the result, and how alike it is.

use image::{RgbImage, imageops};
use renzheng::photo::{self, Change, Crop, Fitted, Homography, Orientation, Point, Profile, Quad};

use super::figures::Figure;
use super::{Field, Outcome};

/// Print of this height can be read, in pixels.
const LEAST_EM: f32 = 12.0;
/// Print is compared at about this height, in samples.
const EM_SAMPLES: f32 = 24.0;

/// A photo fitted as its document and as it was framed.
pub struct Repaired {
    pub path: String,
    pub changed: Vec<Change>,
    /// Height of the smallest mandatory print in the result, in pixels, and before.
    pub em: Option<(f32, f32)>,
    /// Similarity of the mandatory print to the photo's: of the document alone, and of the
    /// whole picture. Nothing where one of them was not coded anew, or they cannot be compared.
    pub ssim: Option<(f64, f64)>,
}

impl Repaired {
    pub fn of(outcome: &Outcome) -> Self {
        let (photo, profile) = (outcome.case.photo(), Profile::CERTIFICATION_200K);
        let fitted = |crop| photo::fit_with_progress(&photo, profile, crop, &mut |_| {});
        let document = fitted(Crop::Document);
        let fields: Vec<_> = outcome.case.label.fields.iter().filter(|f| f.mandatory).collect();
        let em = || {
            let smallest = fields.iter().min_by(|a, b| a.em_px.total_cmp(&b.em_px))?;
            // What was refused has kept nothing.
            let scale = View::of(&document).map_or(0.0, |map| map.scale_at(middle(smallest)));
            Some((smallest.em_px * scale, smallest.em_px))
        };
        let is_cut = document.changed.contains(&Change::Cropped);
        // Lighter print is another picture.
        let is_lighter = document.changed.contains(&Change::ExposureCorrected);
        let ssim = || {
            let whole = fitted(Crop::None);
            // As it was framed it could stay as it was: nothing was coded, nothing is lost.
            let whole = whole.changed.contains(&Change::Recompressed).then_some(whole)?;
            let whole = View::of(&whole)?;
            let document = View::of(&document)?;
            let original = original(outcome)?;
            Some((alike(&original, &document, &fields), alike(&original, &whole, &fields)))
        };
        Self {
            path: outcome.path(),
            em: em(),
            ssim: if is_cut && !is_lighter { ssim() } else { None },
            changed: document.changed,
        }
    }
}

/// The figures about repairing, of photos whose print is labelled legible.
pub fn figures(repaired: &[Repaired]) -> Vec<Figure> {
    let compared = || repaired.iter().filter_map(|one| Some((one, one.ssim?)));
    // Rounding of coefficients makes either a little better by chance.
    let slack = 0.002;
    vec![
        Figure::of(
            "print-kept",
            "Legible print is at least 12 pixels high in the result, or as high as it was",
            repaired.iter().filter_map(|one| {
                let (after, before) = one.em?;
                Some((one, one.path.clone(), LEAST_EM.min(before * 0.99) <= after))
            }),
        ),
        Figure::of(
            "ssim-not-below",
            "Print of the document cut out is as alike as in the whole picture, at equal bytes",
            compared().map(|(one, (cut, whole))| (one, one.path.clone(), whole - slack <= cut)),
        ),
        Figure::of(
            "ssim-above",
            "It is more alike",
            compared().map(|(one, (cut, whole))| (one, one.path.clone(), whole < cut)),
        ),
    ]
}

/// A result, and where its pixels come from.
struct View {
    pixels: RgbImage,
    /// From the given picture to the result.
    map: Homography,
}

impl View {
    fn of(fitted: &Fitted) -> Option<Self> {
        let pixels = decoded(fitted.photo.as_ref()?)?;
        let (width, height) = (f64::from(pixels.width()), f64::from(pixels.height()));
        let map = Homography::from_page(&fitted.frame?, width, height)?.inverse()?;
        Some(Self { pixels, map })
    }

    /// Pixel centres are whole numbers in both pictures.
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let point = self.map.map_point(f64::from(x), f64::from(y));
        (point.x - 0.5, point.y - 0.5)
    }

    /// Pixels of the result for a pixel of the given picture: the smaller of two directions.
    fn scale_at(&self, [x, y]: [f32; 2]) -> f32 {
        let (here, right, below) =
            (self.place(x, y), self.place(x + 1.0, y), self.place(x, y + 1.0));
        let far = |a: (f32, f32)| ((a.0 - here.0).powi(2) + (a.1 - here.1).powi(2)).sqrt();
        far(right).min(far(below))
    }
}

fn middle(field: &Field) -> [f32; 2] {
    let count = field.polygon.len().max(1) as f32;
    std::array::from_fn(|i| field.polygon.iter().map(|point| point[i]).sum::<f32>() / count)
}

/// Mean SSIM over the print of all fields.
fn alike(original: &RgbImage, view: &View, fields: &[&Field]) -> f64 {
    let (mut sum, mut count) = (0.0, 0);
    for field in fields {
        let Some(line) = line(field) else { continue };
        let (across, down) = (line.0, line.1);
        let step = (field.em_px / EM_SAMPLES).max(1.0);
        let columns = (across / step) as usize;
        let rows = (down / step) as usize;
        let sampled = |at: &dyn Fn(f32, f32) -> f64| -> Vec<f64> {
            (0..rows * columns)
                .map(|n| {
                    let (column, row) = ((n % columns) as f32, (n / columns) as f32);
                    // The mean of nine places under the sample.
                    let parts = [-1.0_f32, 0.0, 1.0].map(|part| part / 3.0);
                    let places = parts.iter().flat_map(|dy| parts.iter().map(move |dx| (dx, dy)));
                    let value = |(dx, dy): (&f32, &f32)| {
                        let u = (column + 0.5 + dx) / columns as f32;
                        let v = (row + 0.5 + dy) / rows as f32;
                        let place = line.2.map_point(f64::from(u), f64::from(v));
                        at(place.x, place.y)
                    };
                    places.map(value).sum::<f64>() / 9.0
                })
                .collect()
        };
        let truth = sampled(&|x, y| luma_at(original, x, y));
        let given = sampled(&|x, y| {
            let (x, y) = view.place(x, y);
            luma_at(&view.pixels, x, y)
        });
        for value in windows(&truth, &given, columns, rows) {
            sum += value;
            count += 1;
        }
    }
    sum / f64::from(count.max(1))
}

/// A line of print as one reads it: its length and height in pixels, and the map from the unit
/// square to the picture.
fn line(field: &Field) -> Option<(f32, f32, Homography)> {
    let corners = <[[f32; 2]; 4]>::try_from(field.polygon.clone()).ok()?;
    let quad = Quad(corners.map(Point::from));
    let [top, right, ..] = quad.sides().map(|(from, to)| from.distance(to));
    Some((top, right, Homography::from_unit(&quad)?))
}

/// SSIM (Wang and others, 2004) of squares of eight samples, every fourth.
fn windows(a: &[f64], b: &[f64], columns: usize, rows: usize) -> Vec<f64> {
    const SIDE: usize = 8;
    let (c1, c2) = ((0.01 * 255.0_f64).powi(2), (0.03 * 255.0_f64).powi(2));
    let mut found = Vec::new();
    for top in (0..(rows + 1).saturating_sub(SIDE)).step_by(4) {
        for left in (0..(columns + 1).saturating_sub(SIDE)).step_by(4) {
            let places = (0..SIDE * SIDE).map(|n| (top + n / SIDE) * columns + left + n % SIDE);
            // Sums of both, their squares and their product.
            let mut sums = [0.0; 5];
            for at in places {
                let (one, other) = (a[at], b[at]);
                let terms = [one, other, one * one, other * other, one * other];
                sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += term);
            }
            let [mean, other_mean, square, other_square, product] =
                sums.map(|sum| sum / (SIDE * SIDE) as f64);
            let spread = square - mean * mean + other_square - other_mean * other_mean;
            let common = product - mean * other_mean;
            let light = 2.0 * mean * other_mean + c1;
            let likeness = light * (2.0 * common + c2);
            let most = (mean * mean + other_mean * other_mean + c1) * (spread + c2);
            found.push(likeness / most);
        }
    }
    found
}

/// Brightness between pixels, by Keys' cubic.
fn luma_at(pixels: &RgbImage, x: f32, y: f32) -> f64 {
    let x = f64::from(x.clamp(0.0, (pixels.width() - 1) as f32));
    let y = f64::from(y.clamp(0.0, (pixels.height() - 1) as f32));
    let weights = |t: f64| {
        let (t2, t3) = (t * t, t * t * t);
        [-t3 + 2.0 * t2 - t, 3.0 * t3 - 5.0 * t2 + 2.0, -3.0 * t3 + 4.0 * t2 + t, t3 - t2]
    };
    let place =
        |at: f64, n: usize, length: u32| (at as u32 + n as u32).saturating_sub(1).min(length - 1);
    let (across, down) = (weights(x.fract()), weights(y.fract()));
    let mut sum = 0.0;
    for (row, below) in down.into_iter().enumerate() {
        for (column, right) in across.into_iter().enumerate() {
            let at = (place(x, column, pixels.width()), place(y, row, pixels.height()));
            let [red, green, blue] = pixels.get_pixel(at.0, at.1).0.map(f64::from);
            sum += (0.299 * red + 0.587 * green + 0.114 * blue) * right * below / 4.0;
        }
    }
    sum
}

/// The photo at full size, as it is shown.
pub fn original(outcome: &Outcome) -> Option<RgbImage> {
    let pixels = decoded(&outcome.case.bytes)?;
    Some(match outcome.report.header.as_ref()?.orientation {
        Orientation::Upright => pixels,
        Orientation::Mirrored => imageops::flip_horizontal(&pixels),
        Orientation::HalfTurn => imageops::rotate180(&pixels),
        Orientation::Flipped => imageops::flip_vertical(&pixels),
        Orientation::Transposed => imageops::flip_horizontal(&imageops::rotate90(&pixels)),
        Orientation::QuarterTurn => imageops::rotate90(&pixels),
        Orientation::Transversed => imageops::flip_horizontal(&imageops::rotate270(&pixels)),
        Orientation::ThreeQuarterTurn => imageops::rotate270(&pixels),
    })
}

/// A JPEG or PNG of three channels.
pub fn decoded(bytes: &[u8]) -> Option<RgbImage> {
    if bytes.starts_with(b"\x89PNG") {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
        let mut data = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut data).ok()?;
        return RgbImage::from_raw(info.width, info.height, data);
    }
    let mut decoder = jpeg_decoder::Decoder::new(bytes);
    let data = decoder.decode().ok()?;
    let info = decoder.info()?;
    RgbImage::from_raw(u32::from(info.width), u32::from(info.height), data)
}

/// Two outlines drawn over a picture: the true one and the one that was found.
pub fn drawn(picture: &mut RgbImage, outline: &Quad, colour: [u8; 3]) {
    for (from, to) in outline.sides() {
        let steps = from.distance(to).clamp(1.0, 10_000.0) as u16 * 2;
        for step in 0..=steps {
            let at = from.toward(to, f32::from(step) / f32::from(steps));
            for (dx, dy) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)] {
                let (x, y) = (at.x + dx, at.y + dy);
                if 0.0 <= x && 0.0 <= y && x < picture.width() as f32 && y < picture.height() as f32
                {
                    picture.put_pixel(x as u32, y as u32, image::Rgb(colour));
                }
            }
        }
    }
}

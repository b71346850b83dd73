//! A photo's pixels as they are read: with where the document is, and as many of them as it is worth.

use image::RgbImage;

use super::check::Examination;
use super::decode::{self, Space};
use super::finding::{Area, Finding, Issue};
use super::geometry::Quad;
use super::profile::Profile;
use super::report::{Photo, Report};
use super::resample::{Filter, reduce};

/// Pixels, and what is known of them.
pub struct Source {
    /// Where the document is in the picture as shown at full size, if it was found.
    pub corners: Option<Quad>,
    /// Where something shines or lies over it, in the same pixels.
    pub hidden: Vec<Area>,
    /// Upright, in sRGB, perhaps at a reduced scale.
    pub pixels: RgbImage,
    /// The picture as shown at full size is so many times as large.
    pub scale: f32,
}

/// Prints sizes, and nothing that is seen.
impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = (self.pixels.width(), self.pixels.height());
        write!(f, "Source({size:?}, {})", self.scale)
    }
}

impl Source {
    /// Checks a photo and keeps its pixels; its report where there are none.
    ///
    /// # Errors
    ///
    /// A file that cannot be decoded: its report says why.
    pub fn of(photo: &Photo, profile: &Profile) -> Result<Self, Box<Report>> {
        let Examination { report, decoded } = Examination::of(photo, profile);
        let Some(decoded) = decoded else { return Err(Box::new(report)) };
        let full = report.width as f32;
        let mut pixels = decoded.pixels;
        // Of a document that is a small part of the picture more pixels are worth having.
        let wanted = profile.fit.crop.decode_long_side as f32;
        if let (Some(document), Some(header)) = (&report.document, &report.header) {
            let long = long_side(&document.corners).max(1.0);
            let has = long * pixels.width() as f32 / full.max(1.0);
            let picture = report.width.max(report.height) as f32;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Casts saturate.
            let needed = (picture * (wanted / long).min(1.0)) as u32;
            let limits = &profile.limits;
            let working = decode::working_bytes(report.file_type, header, needed);
            if has + 1.0 < wanted.min(long) && working <= limits.most_working_bytes {
                // One after the other: both at a time may be too much.
                drop(std::mem::take(&mut pixels));
                let again = decode::decode(
                    report.file_type,
                    photo.bytes,
                    header,
                    limits,
                    needed,
                    Space::Rgb,
                );
                match again {
                    Ok(decoded) => pixels = decoded.pixels,
                    Err(_) => return Err(Box::new(report)),
                }
            }
            // Of one that fills the picture fewer are as good, and decoders halve at best.
            if needed < pixels.width().max(pixels.height()) {
                pixels = reduced(&pixels, needed);
            }
        }
        let scale = full / pixels.width().max(1) as f32;
        let hidden = |finding: &Finding| match &finding.issue {
            Issue::Glare { area, .. } | Issue::Covered { area, .. } => *area,
            _ => None,
        };
        let hidden = report.findings.iter().filter_map(hidden).collect();
        Ok(Self { corners: report.document.map(|it| it.corners), hidden, pixels, scale })
    }
}

/// The same picture, so many pixels long.
fn reduced(pixels: &RgbImage, long: u32) -> RgbImage {
    let (width, height) = pixels.dimensions();
    let side = |side: u32| {
        let side = u64::from(side) * u64::from(long) / u64::from(width.max(height).max(1));
        u32::try_from(side).unwrap_or(u32::MAX).max(1)
    };
    let to = (side(width), side(height));
    let data = reduce(pixels.as_raw(), 3, (width, height), to, Filter::Triangle);
    RgbImage::from_raw(to.0, to.1, data).unwrap_or_else(|| pixels.clone())
}

fn long_side(corners: &Quad) -> f32 {
    corners.sides().into_iter().map(|(from, to)| from.distance(to)).fold(0.0, f32::max)
}

//! The steps of the work one by one, for `benches/kernels.rs` alone: what each costs is seen without
//! a browser. Not part of what the crate offers.

use image::RgbImage;

use super::coder::{Coder, scale_of_quality};
use super::decode::{self, Space};
use super::document;
use super::header;
use super::overview::Overview;
use super::profile::Profile;
use super::report::Kind;
use super::resample::{self, Filter};
use super::sniff::FileType;

/// A decoded picture and what is made of it.
#[allow(missing_debug_implementations)] // It shows somebody's document.
pub struct Kernels {
    pixels: RgbImage,
    overview: Overview,
    coder: Coder,
}

impl Kernels {
    /// Of a JPEG; nothing of what is none.
    #[must_use]
    pub fn of(bytes: &[u8], profile: &Profile) -> Option<Self> {
        let header = header::read(FileType::Jpeg, bytes)?.ok()?;
        let side = profile.fit.decode_long_side;
        let file_type = FileType::Jpeg;
        let decoded =
            decode::decode(file_type, bytes, &header, &profile.limits, side, Space::Rgb).ok()?;
        let pixels = decoded.pixels;
        let overview = Overview::of(&pixels);
        let coder = Coder::new(&pixels, Space::Rgb, scale_of_quality(92))?;
        Some(Self { pixels, overview, coder })
    }

    /// The one pass over all pixels; how many squares it gave.
    #[must_use]
    pub fn overview(&self) -> usize {
        Overview::of(&self.pixels).sums.len()
    }

    /// The search for the document; how sure it is.
    #[must_use]
    pub fn document(&self) -> u16 {
        let found = document::find(&self.overview, 1.0, Kind::Other, 0);
        found.map_or(0, |document| document.confidence)
    }

    /// To two thirds of the size; how many bytes that are.
    #[must_use]
    pub fn reduced(&self) -> usize {
        let (width, height) = self.pixels.dimensions();
        let to = (width * 2 / 3, height * 2 / 3);
        resample::reduce(self.pixels.as_raw(), 3, (width, height), to, Filter::CatmullRom).len()
    }

    /// The transform of all blocks.
    #[must_use]
    pub fn transformed(&self) -> bool {
        Coder::new(&self.pixels, Space::Rgb, scale_of_quality(92)).is_some()
    }

    /// The size at a quality, without writing.
    #[must_use]
    pub fn counted(&self, quality: u8) -> usize {
        self.coder.plan(scale_of_quality(quality)).bytes
    }

    /// The file at a quality.
    #[must_use]
    pub fn written(&self, quality: u8) -> usize {
        self.coder.file(&self.coder.plan(scale_of_quality(quality))).len()
    }
}

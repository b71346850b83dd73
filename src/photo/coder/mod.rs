//! A coder of baseline JPEGs that is asked for one size rather than for one quality: it transforms
//! a picture once, and then tells for any quantizer how many bytes the file would have.
//!
//! Colours are halved both ways (4:2:0), and the Huffman tables are made for the picture, as
//! ITU-T T.81 has it. Encoders of files transform and code the whole picture for each quality
//! that is tried, which took a third of the time of making a photo fit.

mod blocks;
mod dct;
mod entropy;
mod file;
mod huffman;
mod quantizer;

use image::RgbImage;

use self::blocks::Blocks;
use self::entropy::{Counts, Writer};
use self::huffman::Code;
use self::quantizer::{Coarseness, Quantizer};
pub(super) use self::quantizer::{Scale, scale_of_quality};
use super::decode::Space;

/// A picture that can be coded with any quantizer that is not finer than a given one.
pub(super) struct Coder {
    size: (u16, u16),
    blocks: Blocks,
}

impl Coder {
    /// Transforms the picture. Nothing where a side has no pixels, or more than a JPEG can.
    pub(super) fn new(pixels: &RgbImage, space: Space, finest: Scale) -> Option<Self> {
        let within = |side: u32| u16::try_from(side).ok().filter(|&side| side != 0);
        let size = (within(pixels.width())?, within(pixels.height())?);
        let blocks = Blocks::of(pixels, space, &Coarseness::of(&Quantizer::new(finest)));
        Some(Self { size, blocks })
    }

    /// What the file is to be with this quantizer.
    pub(super) fn plan(&self, scale: Scale) -> Plan {
        self.planned(scale, 1)
    }

    /// About how many bytes it has, guessed from one row of blocks out of so many.
    pub(super) fn about_bytes(&self, scale: Scale, one_of: usize) -> usize {
        let Plan { bytes, .. } = self.planned(scale, one_of);
        let (rows, sampled) = (self.rows(), self.rows().div_ceil(one_of).max(1));
        // The product of a large picture is more than 32 bits hold.
        let whole = bytes as u64 * rows as u64 / sampled as u64;
        usize::try_from(whole).unwrap_or(usize::MAX)
    }

    fn planned(&self, scale: Scale, one_of: usize) -> Plan {
        let quantizer = Quantizer::new(scale);
        let mut counts = Counts::default();
        self.blocks.scan(&quantizer, one_of, &mut counts);
        let codes = counts.codes();
        let bits = counts.bits(&codes);
        let bytes = file::HEADER_BYTES + usize::try_from(bits / 8).unwrap_or(usize::MAX);
        Plan { scale, bytes, quantizer, codes }
    }

    /// Rows of blocks of 16 pixels.
    pub(super) fn rows(&self) -> usize {
        self.blocks.rows()
    }

    /// The file.
    pub(super) fn file(&self, plan: &Plan) -> Vec<u8> {
        let Plan { quantizer, codes, .. } = plan;
        let mut writer = Writer::new(file::head(self.size, quantizer, codes), codes);
        self.blocks.scan(quantizer, 1, &mut writer);
        file::end(writer.finish())
    }
}

/// A file that is not written yet.
pub(super) struct Plan {
    pub(super) scale: Scale,
    /// Its length, right to a few in a thousand: bytes that are doubled because they look like
    /// markers are not counted.
    pub(super) bytes: usize,
    quantizer: Quantizer,
    codes: [[Code; 2]; 2],
}

#[cfg(test)]
mod tests;

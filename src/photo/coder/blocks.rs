//! The coefficients of a picture, without those that every quantizer rounds to nothing: most are.

use image::RgbImage;

use super::dct::{self, Block};
use super::entropy::{Part, Sink};
use super::quantizer::{Coarseness, Quantizer, ZIGZAG};
use crate::photo::decode::Space;

/// A unit of 16 × 16 pixels: four blocks of brightness, and one of each colour.
const SIDE: usize = 16;
const LUMAS: usize = 4;
const BLOCKS: usize = 6;

/// Coefficients in the order in which they are written.
pub(super) struct Blocks {
    /// Units in a row.
    columns: usize,
    heads: Vec<Head>,
    rest: Vec<Coefficient>,
    /// Where the coefficients of each row of units begin in `rest`.
    rows: Vec<usize>,
}

/// What a block begins with.
#[derive(Clone, Copy)]
struct Head {
    mean: i16,
    /// How many other coefficients it has.
    count: u8,
}

#[derive(Clone, Copy)]
struct Coefficient {
    value: i16,
    place: u8,
}

impl Blocks {
    pub(super) fn of(pixels: &RgbImage, space: Space, least: &Coarseness) -> Self {
        let (width, height) = (pixels.width() as usize, pixels.height() as usize);
        let (columns, count) = (width.div_ceil(SIDE), height.div_ceil(SIDE));
        let mut blocks = Self {
            columns,
            heads: Vec::with_capacity(columns * count * BLOCKS),
            rest: Vec::with_capacity(columns * count * BLOCKS * 8),
            rows: Vec::with_capacity(count),
        };
        let mut planes = Planes::new(columns);
        for row in 0..count {
            planes.read(pixels, row, space);
            blocks.rows.push(blocks.rest.len());
            for column in 0..columns {
                for n in 0..LUMAS {
                    let (x, y) = (column * SIDE + n % 2 * 8, n / 2 * 8);
                    if x < width && row * SIDE + y < height {
                        blocks.add(planes.luma.block(x, y), &least.luma);
                    } else {
                        blocks.repeat();
                    }
                }
                blocks.add(planes.blue.block(column * 8, 0), &least.chroma);
                blocks.add(planes.red.block(column * 8, 0), &least.chroma);
            }
        }
        blocks
    }

    fn add(&mut self, mut block: Block, least: &[u16; 64]) {
        dct::transform(&mut block);
        // Coefficients are below 2¹⁴.
        #[allow(clippy::cast_possible_truncation)]
        let coefficients = block.as_flattened().iter().map(|&value| value as i16);
        let mut flat = [0_i16; 64];
        flat.iter_mut().zip(coefficients).for_each(|(to, value)| *to = value);
        let before = self.rest.len();
        for place in 1..64_u8 {
            let at = ZIGZAG[usize::from(place)];
            // The transform has left rows and columns changed over.
            let value = flat[usize::from((at & 7) << 3 | at >> 3) & 63];
            if least[usize::from(place)] <= value.unsigned_abs() {
                self.rest.push(Coefficient { value, place });
            }
        }
        let count = u8::try_from(self.rest.len() - before).unwrap_or(u8::MAX);
        self.heads.push(Head { mean: flat[0], count });
    }

    /// A block that lies beyond the picture: what is seen of it does not matter, so it is what
    /// costs least.
    fn repeat(&mut self) {
        let mean = self.heads.last().map_or(0, |head| head.mean);
        self.heads.push(Head { mean, count: 0 });
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Tells the quantized picture in the order in which it is coded; of one row of units out
    /// of `one_of`.
    pub(super) fn scan(&self, quantizer: &Quantizer, one_of: usize, sink: &mut impl Sink) {
        let tables = [&quantizer.luma, &quantizer.chroma];
        let mut before = [0; 3];
        let heads = self.heads.chunks_exact(self.columns * BLOCKS);
        for (heads, &start) in heads.zip(&self.rows).step_by(one_of.max(1)) {
            let mut rest = &self.rest[start..];
            for (n, head) in heads.iter().enumerate() {
                let component = (n % BLOCKS).saturating_sub(LUMAS - 1);
                let part = if component == 0 { Part::Luma } else { Part::Chroma };
                let table = tables[part as usize];
                let mean = table.quantized(0, head.mean);
                sink.mean(part, mean - before[component]);
                before[component] = mean;
                let (block, after) = rest.split_at(usize::from(head.count));
                rest = after;
                let mut last = 0;
                for &Coefficient { value, place } in block {
                    let value = table.quantized(usize::from(place), value);
                    if value != 0 {
                        sink.coefficient(part, place - last - 1, value);
                        last = place;
                    }
                }
                if last != 63 {
                    sink.end(part);
                }
            }
        }
    }
}

/// Values around zero, in rows.
struct Plane {
    width: usize,
    values: Vec<i16>,
}

impl Plane {
    fn new(width: usize, height: usize) -> Self {
        Self { width, values: vec![0; width * height] }
    }

    fn block(&self, x: usize, y: usize) -> Block {
        let mut block = [[0; 8]; 8];
        for (n, row) in block.iter_mut().enumerate() {
            let start = (y + n) * self.width + x;
            for (to, &value) in row.iter_mut().zip(&self.values[start..start + 8]) {
                *to = i32::from(value);
            }
        }
        block
    }
}

/// One row of units, as brightness and colours of half the size.
struct Planes {
    luma: Plane,
    blue: Plane,
    red: Plane,
    /// Two rows of pixels, continued to whole units by their last one.
    lines: [Vec<u8>; 2],
}

impl Planes {
    fn new(columns: usize) -> Self {
        let width = columns * SIDE;
        Self {
            luma: Plane::new(width, SIDE),
            blue: Plane::new(width / 2, SIDE / 2),
            red: Plane::new(width / 2, SIDE / 2),
            lines: std::array::from_fn(|_| vec![0; width * 3]),
        }
    }

    fn read(&mut self, pixels: &RgbImage, row: usize, space: Space) {
        let (width, height) = (pixels.width() as usize, pixels.height() as usize);
        for pair in 0..SIDE / 2 {
            for (n, line) in self.lines.iter_mut().enumerate() {
                let y = (row * SIDE + pair * 2 + n).min(height - 1);
                let given = &pixels.as_raw()[y * width * 3..(y + 1) * width * 3];
                line[..given.len()].copy_from_slice(given);
                if let Some(&last) = given.last_chunk::<3>() {
                    line[given.len()..].as_chunks_mut::<3>().0.fill(last);
                }
            }
            match space {
                Space::Rgb => self.split(pair, luma_of_rgb, colours_of_rgb),
                Space::Ycbcr => self.split(
                    pair,
                    |[luma, _, _]| i32::from(luma) - 128,
                    // Four of them, each with 128 too much.
                    |[_, blue, red]| [(blue - 510) >> 2, (red - 510) >> 2],
                ),
            }
        }
    }

    /// `colours` is given the sums of four pixels.
    fn split(
        &mut self,
        pair: usize,
        luma: impl Fn([u8; 3]) -> i32,
        colours: impl Fn([i32; 3]) -> [i32; 2],
    ) {
        let width = self.luma.width;
        let (above, below) = self.luma.values[pair * 2 * width..][..2 * width].split_at_mut(width);
        let chroma = pair * width / 2..(pair + 1) * width / 2;
        let lumas = above.as_chunks_mut::<2>().0.iter_mut().zip(below.as_chunks_mut::<2>().0);
        let chromas = self.blue.values[chroma.clone()].iter_mut().zip(&mut self.red.values[chroma]);
        let [first, second] = &self.lines;
        // Two pixels of each.
        let lines = first.as_chunks::<6>().0.iter().zip(second.as_chunks::<6>().0);
        // All of them are within a byte around zero.
        #[allow(clippy::cast_possible_truncation)]
        for (((above, below), (blue, red)), (first, second)) in lumas.zip(chromas).zip(lines) {
            let left = |six: &[u8; 6]| [six[0], six[1], six[2]];
            let right = |six: &[u8; 6]| [six[3], six[4], six[5]];
            *above = [luma(left(first)) as i16, luma(right(first)) as i16];
            *below = [luma(left(second)) as i16, luma(right(second)) as i16];
            let four = |n: usize| [first[n], first[n + 3], second[n], second[n + 3]];
            let sum = |n: usize| four(n).into_iter().map(i32::from).sum();
            let [cb, cr] = colours([sum(0), sum(1), sum(2)]);
            (*blue, *red) = (cb as i16, cr as i16);
        }
    }
}

/// JFIF 1.02: the colours of ITU-R BT.601 in the whole range, here times 2¹⁶.
fn luma_of_rgb(rgb: [u8; 3]) -> i32 {
    let [red, green, blue] = rgb.map(i32::from);
    ((19_595 * red + 38_470 * green + 7_471 * blue + (1 << 15)) >> 16) - 128
}

fn colours_of_rgb([red, green, blue]: [i32; 3]) -> [i32; 2] {
    let rounded = |sum: i32| (sum + (1 << 17) - 1) >> 18;
    [
        rounded(-11_059 * red - 21_709 * green + 32_768 * blue),
        rounded(32_768 * red - 27_439 * green - 5_329 * blue),
    ]
}

//! What a picture becomes in the file: counted, or written.

use super::huffman::{Code, SYMBOLS};

/// Brightness and colours have tables of their own.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Luma,
    Chroma,
}

/// What is told about a picture in the order in which it is coded.
pub(super) trait Sink {
    /// The difference to the mean of the block before.
    fn mean(&mut self, part: Part, difference: i32);
    /// A coefficient that is not zero, after `zeros` that are.
    fn coefficient(&mut self, part: Part, zeros: u8, value: i32);
    /// Only zeros are left in the block.
    fn end(&mut self, part: Part);
}

/// Sixteen zeros in a row.
const ZEROS: u8 = 0xF0;

/// How many bits a value takes behind its code.
fn length(value: i32) -> u8 {
    u8::try_from(u32::BITS - value.unsigned_abs().leading_zeros()).unwrap_or(0)
}

fn symbol(zeros: u8, length: u8) -> u8 {
    (zeros & 15) << 4 | length
}

/// How often each symbol comes up, by table: means and coefficients, of brightness and colours.
pub(super) struct Counts {
    symbols: [[[u32; SYMBOLS]; 2]; 2],
    /// Bits behind the codes.
    bits: u64,
}

impl Default for Counts {
    fn default() -> Self {
        Self { symbols: [[[0; SYMBOLS]; 2]; 2], bits: 0 }
    }
}

impl Counts {
    /// The best codes for them.
    pub(super) fn codes(&self) -> [[Code; 2]; 2] {
        self.symbols.each_ref().map(|parts| parts.each_ref().map(Code::of))
    }

    /// All bits of the picture, and those of the codes themselves.
    pub(super) fn bits(&self, codes: &[[Code; 2]; 2]) -> u64 {
        let mut bits = self.bits;
        for (symbols, code) in self.symbols.as_flattened().iter().zip(codes.as_flattened()) {
            bits += code.symbols.len() as u64 * 8;
            for (&count, word) in symbols.iter().zip(&code.words) {
                bits += u64::from(count) * u64::from(word.length);
            }
        }
        bits
    }

    fn count(&mut self, kind: usize, part: Part, symbol: u8) {
        self.symbols[kind][part as usize][usize::from(symbol)] += 1;
    }
}

/// Which code is meant.
const MEANS: usize = 0;
const COEFFICIENTS: usize = 1;

impl Sink for Counts {
    fn mean(&mut self, part: Part, difference: i32) {
        let length = length(difference);
        self.count(MEANS, part, length);
        self.bits += u64::from(length);
    }

    fn coefficient(&mut self, part: Part, zeros: u8, value: i32) {
        let length = length(value);
        for _ in 0..zeros / 16 {
            self.count(COEFFICIENTS, part, ZEROS);
        }
        self.count(COEFFICIENTS, part, symbol(zeros, length));
        self.bits += u64::from(length);
    }

    fn end(&mut self, part: Part) {
        self.count(COEFFICIENTS, part, 0);
    }
}

/// Writes the bits.
pub(super) struct Writer<'a> {
    bytes: Vec<u8>,
    codes: &'a [[Code; 2]; 2],
    /// The last `held` bits are not written yet.
    bits: u64,
    held: u32,
}

impl<'a> Writer<'a> {
    /// Behind what the file begins with.
    pub(super) fn new(bytes: Vec<u8>, codes: &'a [[Code; 2]; 2]) -> Self {
        Self { bytes, codes, bits: 0, held: 0 }
    }

    fn code(&mut self, kind: usize, part: Part, symbol: u8) {
        let word = self.codes[kind][part as usize].words[usize::from(symbol)];
        self.put(u32::from(word.bits), word.length);
    }

    /// A value as T.81, F.1.2.1 has it: a negative one is less by one, in as many bits.
    fn value(&mut self, value: i32, length: u8) {
        let shown = if value < 0 { value - 1 } else { value };
        let mask = (1_u32 << length) - 1;
        #[allow(clippy::cast_sign_loss)] // Two's complement is what is meant.
        self.put(shown as u32 & mask, length);
    }

    fn put(&mut self, bits: u32, length: u8) {
        self.bits = self.bits << length | u64::from(bits);
        self.held += u32::from(length);
        while 8 <= self.held {
            self.held -= 8;
            #[allow(clippy::cast_possible_truncation)] // The next eight.
            let byte = (self.bits >> self.held) as u8;
            self.bytes.push(byte);
            if byte == 0xFF {
                // Else it would look like a marker.
                self.bytes.push(0);
            }
        }
    }

    /// The bytes, the last of them filled up with ones.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.put(0x7F, 7);
        self.bytes
    }
}

impl Sink for Writer<'_> {
    fn mean(&mut self, part: Part, difference: i32) {
        let length = length(difference);
        self.code(MEANS, part, length);
        self.value(difference, length);
    }

    fn coefficient(&mut self, part: Part, zeros: u8, value: i32) {
        let length = length(value);
        for _ in 0..zeros / 16 {
            self.code(COEFFICIENTS, part, ZEROS);
        }
        self.code(COEFFICIENTS, part, symbol(zeros, length));
        self.value(value, length);
    }

    fn end(&mut self, part: Part) {
        self.code(COEFFICIENTS, part, 0);
    }
}

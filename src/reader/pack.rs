//! The file that holds the model: two networks and the characters they know, small enough to be
//! downloaded. Weights are bytes with a scale for each output channel, vectors are half floats.
//!
//! ```text
//! "RZREAD1\n"  characters  network  network  digest of all before it
//! network:     graph (ONNX, its large tensors elsewhere)  tensors
//! tensor:      sort  count  [channels  inner  scales]  values
//! ```

/// What a pack begins with; the digit is its version.
const MAGIC: &[u8; 8] = b"RZREAD1\n";

/// A model: what finds lines, what reads them, and the characters it reads.
#[derive(Clone, PartialEq)]
pub struct Pack {
    /// Those that can be read, one a line, in the order of the network's classes.
    pub characters: String,
    /// Finds the lines of a picture.
    pub detector: Network,
    /// Reads one line.
    pub recogniser: Network,
}

/// A graph, and the tensors that it names by their places one behind the other.
#[derive(Clone, PartialEq)]
pub struct Network {
    /// An ONNX file; its large tensors are external data.
    pub graph: Vec<u8>,
    /// Those tensors.
    pub tensors: Vec<Tensor>,
}

/// The values of a tensor.
#[derive(Clone, PartialEq)]
pub enum Tensor {
    /// Bytes; each channel has a scale.
    Bytes {
        /// What the values of a channel are multiplied with.
        scales: Vec<f32>,
        /// How many values in a row belong to a channel before the next begins.
        inner: usize,
        /// The values.
        values: Vec<i8>,
    },
    /// Half floats, as they are.
    Halves(Vec<u16>),
}

/// Why a file is no pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// It is something else, or of another version.
    #[error("no pack of this version")]
    Other,
    /// It is cut off or was changed.
    #[error("the pack is damaged")]
    Damaged,
    /// The networks are not those that can be run.
    #[error("the pack cannot be run: {0}")]
    Unusable(String),
}

/// Prints sizes: the rest is of no use.
impl std::fmt::Debug for Pack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let tensors = [&self.detector, &self.recogniser].map(|network| network.tensors.len());
        write!(f, "Pack({} characters, {tensors:?} tensors)", self.characters.lines().count())
    }
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Network({} bytes, {} tensors)", self.graph.len(), self.tensors.len())
    }
}

impl std::fmt::Debug for Tensor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tensor({})", self.len())
    }
}

impl Tensor {
    /// How many values there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes { values, .. } => values.len(),
            Self::Halves(values) => values.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes for values with `channels` channels, of which each has `inner` values in a row.
    pub fn quantised(values: &[f32], channels: usize, inner: usize) -> Self {
        let channel = |at: usize| at / inner % channels;
        let mut most = vec![0.0_f32; channels];
        for (at, value) in values.iter().enumerate() {
            most[channel(at)] = most[channel(at)].max(value.abs());
        }
        let scales: Vec<f32> =
            most.into_iter().map(|most| half_to_f32(f32_to_half(most / 127.0))).collect();
        #[allow(clippy::cast_possible_truncation)] // Clamped.
        let byte = |(at, value): (usize, &f32)| {
            let scale = scales[channel(at)];
            if scale == 0.0 { 0 } else { (value / scale).round().clamp(-127.0, 127.0) as i8 }
        };
        let values = values.iter().enumerate().map(byte).collect();
        Self::Bytes { scales, inner, values }
    }

    /// The values as little-endian floats, behind what is there.
    fn expand_into(&self, floats: &mut Vec<u8>) {
        match self {
            Self::Bytes { scales, inner, values } => {
                for (at, &value) in values.iter().enumerate() {
                    let scale = scales[at / inner % scales.len()];
                    floats.extend((f32::from(value) * scale).to_le_bytes());
                }
            }
            Self::Halves(values) => {
                floats.extend(values.iter().flat_map(|&half| half_to_f32(half).to_le_bytes()));
            }
        }
    }
}

impl Network {
    /// All tensors as little-endian floats, one behind the other.
    pub fn weights(&self) -> Vec<u8> {
        let count: usize = self.tensors.iter().map(Tensor::len).sum();
        let mut floats = Vec::with_capacity(count * 4);
        for tensor in &self.tensors {
            tensor.expand_into(&mut floats);
        }
        floats
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        put_block(bytes, &self.graph);
        put_count(bytes, self.tensors.len());
        for tensor in &self.tensors {
            match tensor {
                Tensor::Bytes { scales, inner, values } => {
                    bytes.push(1);
                    put_count(bytes, values.len());
                    put_count(bytes, scales.len());
                    put_count(bytes, *inner);
                    bytes.extend(scales.iter().flat_map(|&scale| f32_to_half(scale).to_le_bytes()));
                    bytes.extend(values.iter().map(|&value| value.cast_unsigned()));
                }
                Tensor::Halves(values) => {
                    bytes.push(2);
                    put_count(bytes, values.len());
                    bytes.extend(values.iter().flat_map(|half| half.to_le_bytes()));
                }
            }
        }
    }

    fn read(bytes: &mut Bytes) -> Option<Self> {
        let graph = bytes.block()?.to_vec();
        let count = bytes.count()?;
        // One byte a tensor is less than any takes.
        if bytes.0.len() < count {
            return None;
        }
        let tensors = (0..count).map(|_| Self::tensor(bytes)).collect::<Option<_>>()?;
        Some(Self { graph, tensors })
    }

    fn tensor(bytes: &mut Bytes) -> Option<Tensor> {
        let halves = |bytes: &[u8]| -> Vec<u16> {
            bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect()
        };
        match bytes.take(1)? {
            [1] => {
                let (count, channels, inner) = (bytes.count()?, bytes.count()?, bytes.count()?);
                if channels == 0 || inner == 0 {
                    return None;
                }
                let scales = halves(bytes.take(channels.checked_mul(2)?)?);
                let scales = scales.into_iter().map(half_to_f32).collect();
                let values = bytes.take(count)?.iter().map(|byte| byte.cast_signed()).collect();
                Some(Tensor::Bytes { scales, inner, values })
            }
            [2] => {
                let count = bytes.count()?;
                Some(Tensor::Halves(halves(bytes.take(count.checked_mul(2)?)?)))
            }
            _ => None,
        }
    }
}

impl Pack {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        put_block(&mut bytes, self.characters.as_bytes());
        self.detector.write(&mut bytes);
        self.recogniser.write(&mut bytes);
        let digest = digest(&bytes);
        bytes.extend(digest.to_le_bytes());
        bytes
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// What is no pack, or was damaged on its way.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::reader::{Pack, PackError};
    ///
    /// assert_eq!(Pack::from_bytes(b"<!doctype html>").unwrap_err(), PackError::Other);
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(PackError::Other)?;
        let (rest, end) = rest.split_last_chunk().ok_or(PackError::Damaged)?;
        if u64::from_le_bytes(*end) != digest(&bytes[..bytes.len() - 8]) {
            return Err(PackError::Damaged);
        }
        let mut rest = Bytes(rest);
        let mut read = || {
            let characters = str::from_utf8(rest.block()?).ok()?.to_owned();
            let (detector, recogniser) = (Network::read(&mut rest)?, Network::read(&mut rest)?);
            rest.0.is_empty().then_some(Self { characters, detector, recogniser })
        };
        read().ok_or(PackError::Damaged)
    }
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn count(&mut self) -> Option<usize> {
        let bytes = self.take(4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }

    fn block(&mut self) -> Option<&'a [u8]> {
        let count = self.count()?;
        self.take(count)
    }
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    bytes.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
}

fn put_block(bytes: &mut Vec<u8>, block: &[u8]) {
    put_count(bytes, block.len());
    bytes.extend(block);
}

/// FNV-1a, 64 bits: tells damage, not malice.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

/// IEEE 754 binary16 to binary32.
pub fn half_to_f32(half: u16) -> f32 {
    let sign = if half >> 15 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (half >> 10 & 31, f32::from(half & 1023));
    let magnitude = match exponent {
        0 => fraction * 2.0_f32.powi(-24),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        _ => (1.0 + fraction / 1024.0) * 2.0_f32.powi(i32::from(exponent) - 15),
    };
    sign * magnitude
}

/// IEEE 754 binary32 to binary16, to the nearest, ties to even; what is too large is infinite.
pub fn f32_to_half(value: f32) -> u16 {
    let bits = value.to_bits();
    #[allow(clippy::cast_possible_truncation)] // Masked.
    let sign = (bits >> 16) as u16 & 0x8000;
    let magnitude = value.abs();
    if magnitude.is_nan() {
        return sign | 0x7E00;
    }
    if 65_520.0 <= magnitude {
        return sign | 0x7C00;
    }
    // The weight of the last digit: that of the exponent, or the smallest there is.
    let exponent = if magnitude < 2.0_f32.powi(-14) {
        -14
    } else {
        ((bits >> 23 & 255).cast_signed() - 127).max(-14)
    };
    let digits = magnitude / 2.0_f32.powi(exponent - 10);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Below 4,096.
    let digits = digits.round_ties_even() as u16;
    // What was rounded up to the next exponent carries into it by itself.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 30.
    let steps = (exponent + 14) as u16;
    sign | (steps * 1024 + digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Pack {
        let weights: Vec<f32> = (0..24_i16).map(|n| f32::from(n - 11) * 0.37).collect();
        let network = Network {
            graph: vec![1, 2, 3],
            tensors: vec![
                Tensor::quantised(&weights, 4, 6),
                Tensor::quantised(&weights, 6, 1),
                Tensor::Halves([0.5, -2.0, 0.0].map(f32_to_half).to_vec()),
            ],
        };
        let recogniser = Network { graph: Vec::new(), tensors: Vec::new() };
        Pack { characters: "一\n二\n".into(), detector: network, recogniser }
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(Pack::from_bytes(&pack().to_bytes()), Ok(pack()));
    }

    #[test]
    fn damage_is_told_wherever_it_is() {
        let bytes = pack().to_bytes();
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(Pack::from_bytes(&damaged).is_err(), "{at}");
            assert!(Pack::from_bytes(&bytes[..at]).is_err(), "{at} cut off");
        }
    }

    /// Even where the digest is right, since somebody made it so.
    #[test]
    fn counts_that_lie_are_damage() {
        let bytes = pack().to_bytes();
        let body = &bytes[..bytes.len() - 8];
        for at in MAGIC.len()..body.len() {
            let mut damaged = body.to_vec();
            damaged[at] = 0xFF;
            damaged.extend(digest(&damaged).to_le_bytes());
            // Neither a panic nor gigabytes; some bytes are values that may be anything.
            let _ = Pack::from_bytes(&damaged);
        }
    }

    #[test]
    fn bytes_are_off_by_half_a_step_at_most() {
        for (channels, inner) in [(4, 6), (6, 1), (2, 3)] {
            let values: Vec<f32> = (0..24_i16).map(|n| f32::from(n * n) * 0.01 - 1.0).collect();
            let tensor = Tensor::quantised(&values, channels, inner);
            let mut floats = Vec::new();
            tensor.expand_into(&mut floats);
            let Tensor::Bytes { scales, .. } = tensor else { unreachable!() };
            for (at, (value, bytes)) in values.iter().zip(floats.chunks_exact(4)).enumerate() {
                let found = f32::from_le_bytes(bytes.try_into().unwrap());
                let step = scales[at / inner % channels];
                assert!((found - value).abs() <= step * 0.51, "{at}: {value} became {found}");
            }
        }
    }

    #[test]
    fn half_floats_there_and_back() {
        for half in (0..=0xFFFF_u16).filter(|half| half & 0x7C00 != 0x7C00) {
            assert_eq!(f32_to_half(half_to_f32(half)), half, "{half:04x}");
        }
        let cases =
            [(1.0, 0x3C00), (65_504.0, 0x7BFF), (65_520.0, 0x7C00), (1e-9, 0), (0.1, 0x2E66)];
        for (value, half) in cases {
            assert_eq!(f32_to_half(value), half, "{value}");
            assert_eq!(f32_to_half(-value), half | 0x8000, "-{value}");
        }
    }
}

//! The codes that are best for what is to be coded (T.81, annexes K.2 and C).

/// Symbols there are.
pub(super) const SYMBOLS: usize = 256;
/// The longest code.
const MOST_BITS: usize = 16;

/// A code: how it is written in the file, and each symbol's bits.
pub(super) struct Code {
    /// How many codes there are of each length, from one bit on.
    pub(super) counts: [u8; MOST_BITS],
    /// The symbols, from short to long.
    pub(super) symbols: Vec<u8>,
    /// By symbol.
    pub(super) words: [Word; SYMBOLS],
}

/// The last `length` bits of `bits`.
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    pub(super) bits: u16,
    pub(super) length: u8,
}

impl Code {
    pub(super) fn of(frequencies: &[u32; SYMBOLS]) -> Self {
        let (counts, symbols) = lengths(frequencies);
        let mut words = [Word::default(); SYMBOLS];
        let mut next = symbols.iter();
        let mut bits = 0_u16;
        for (length, &count) in (1..).zip(&counts) {
            for &symbol in next.by_ref().take(usize::from(count)) {
                words[usize::from(symbol)] = Word { bits, length };
                bits = bits.wrapping_add(1);
            }
            bits <<= 1;
        }
        Self { counts, symbols, words }
    }
}

/// How many codes of each length there are, and the symbols from frequent to rare.
fn lengths(frequencies: &[u32; SYMBOLS]) -> ([u8; MOST_BITS], Vec<u8>) {
    let mut symbols: Vec<u8> =
        (0..=u8::MAX).filter(|&symbol| frequencies[usize::from(symbol)] != 0).collect();
    symbols.sort_unstable_by_key(|&symbol| (u32::MAX - frequencies[usize::from(symbol)], symbol));
    // One more, the rarest, takes the code of ones alone, which no symbol may have.
    let mut weights: Vec<u64> =
        symbols.iter().map(|&symbol| u64::from(frequencies[usize::from(symbol)])).collect();
    weights.push(0);
    let mut counts = [0_usize; SYMBOLS + 1];
    for depth in depths(&weights) {
        counts[depth] += 1;
    }
    shorten(&mut counts);
    // The one more has one of the longest.
    if let Some(longest) = counts.iter_mut().rev().find(|count| 0 < **count) {
        *longest -= 1;
    }
    let count = |n: usize| u8::try_from(counts[n + 1]).unwrap_or(u8::MAX);
    (std::array::from_fn(count), symbols)
}

/// How deep each weight is in Huffman's tree. They are given from heavy to light.
fn depths(weights: &[u64]) -> Vec<usize> {
    let leaves = weights.len();
    if leaves < 2 {
        return vec![1; leaves];
    }
    // Two queues, both from light to heavy: leaves, and what was joined.
    let mut joined: Vec<u64> = Vec::with_capacity(leaves);
    let mut parents = vec![0; 2 * leaves - 1];
    let (mut leaf, mut branch) = (leaves, 0);
    while joined.len() + 1 < leaves {
        let mut weight = 0;
        for _ in 0..2 {
            let is_leaf = 0 < leaf && joined.get(branch).is_none_or(|&it| weights[leaf - 1] <= it);
            let node = if is_leaf {
                leaf -= 1;
                weight += weights[leaf];
                leaf
            } else {
                weight += joined[branch];
                branch += 1;
                leaves + branch - 1
            };
            parents[node] = leaves + joined.len();
        }
        joined.push(weight);
    }
    let root = 2 * leaves - 2;
    let mut depths = vec![0; root + 1];
    for node in (0..root).rev() {
        depths[node] = depths[parents[node]] + 1;
    }
    depths.truncate(leaves);
    depths
}

/// No code is longer than a file can have (T.81, figure K.3): of two that are too long one takes
/// the place of the node above them, and the other goes below a shorter one.
fn shorten(counts: &mut [usize; SYMBOLS + 1]) {
    for length in (MOST_BITS + 1..=SYMBOLS).rev() {
        while 0 < counts[length] {
            let Some(shorter) = (1..length - 1).rev().find(|&it| 0 < counts[it]) else { return };
            counts[length] -= 2;
            counts[length - 1] += 1;
            counts[shorter + 1] += 2;
            counts[shorter] -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No code begins another, and none is of ones alone.
    fn assert_sound(frequencies: &[u32; SYMBOLS]) -> Code {
        let code = Code::of(frequencies);
        let words: Vec<Word> = (0..SYMBOLS)
            .filter(|&symbol| frequencies[symbol] != 0)
            .map(|symbol| code.words[symbol])
            .collect();
        for (n, one) in words.iter().enumerate() {
            assert!((1..=16).contains(&one.length));
            assert_ne!(u32::from(one.bits), (1_u32 << one.length) - 1, "ones alone");
            for other in words.iter().skip(n + 1) {
                let length = one.length.min(other.length);
                let start = |word: &Word| word.bits >> (word.length - length);
                assert_ne!(start(one), start(other));
            }
        }
        assert_eq!(code.symbols.len(), words.len());
        code
    }

    #[test]
    fn frequent_symbols_have_short_codes() {
        let mut frequencies = [0; SYMBOLS];
        for (symbol, count) in [(3, 100), (7, 50), (200, 25), (255, 1)] {
            frequencies[symbol] = count;
        }
        let code = assert_sound(&frequencies);
        assert_eq!([3, 7, 200, 255].map(|symbol: usize| code.words[symbol].length), [1, 2, 3, 4]);
    }

    #[test]
    fn codes_are_never_too_long() {
        // Those of Fibonacci make the deepest tree.
        let mut frequencies = [0; SYMBOLS];
        let (mut one, mut two) = (1_u32, 1_u32);
        for frequency in frequencies.iter_mut().take(40) {
            *frequency = one;
            (one, two) = (two, one.saturating_add(two));
        }
        assert_sound(&frequencies);
        assert_sound(&[1; SYMBOLS]);
    }

    #[test]
    fn one_symbol_and_none_are_no_error() {
        let mut frequencies = [0; SYMBOLS];
        assert!(Code::of(&frequencies).symbols.is_empty());
        frequencies[9] = 5;
        assert_eq!(assert_sound(&frequencies).words[9].length, 1);
    }
}

//! Reading numbers out of bytes that may end anywhere.

/// The byte order of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endian {
    Big,
    Little,
}

/// A 16-bit number at `at`, or nothing where the bytes end before.
pub(super) fn u16_at(bytes: &[u8], at: usize, endian: Endian) -> Option<u16> {
    let field = bytes.get(at..)?.first_chunk().copied()?;
    Some(match endian {
        Endian::Big => u16::from_be_bytes(field),
        Endian::Little => u16::from_le_bytes(field),
    })
}

/// A 32-bit number at `at`, or nothing where the bytes end before.
pub(super) fn u32_at(bytes: &[u8], at: usize, endian: Endian) -> Option<u32> {
    let field = bytes.get(at..)?.first_chunk().copied()?;
    Some(match endian {
        Endian::Big => u32::from_be_bytes(field),
        Endian::Little => u32::from_le_bytes(field),
    })
}

/// A 32-bit offset or length as an index. Every target has at least 32 bits.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

//! The check characters of the standards.

/// ISO 7064 MOD 11-2, as in GB 11643: the check character of 17 digits.
/// The weight of a digit is a power of two, so that Horner's rule needs no table.
pub(super) fn mod_11_2(digits: &[u8]) -> u8 {
    let sum = digits.iter().fold(0, |sum, digit| (sum + u32::from(digit - b'0')) * 2 % 11);
    match (12 - sum) % 11 {
        10 => b'X',
        digit => b'0' + u8::try_from(digit).unwrap_or_default(),
    }
}

/// The 31 characters of a unified social credit code, GB 32100: no I, O, S, V, Z.
pub(super) const CREDIT_CODE: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The value of a character of a credit code.
pub(super) fn credit_code_value(c: u8) -> Option<u32> {
    const VALUES: [u8; 128] = {
        let mut values = [u8::MAX; 128];
        let mut i = 0;
        while i < CREDIT_CODE.len() {
            // There are 31.
            #[allow(clippy::cast_possible_truncation)]
            let value = i as u8;
            values[CREDIT_CODE[i] as usize] = value;
            i += 1;
        }
        values
    };
    VALUES.get(usize::from(c)).filter(|value| **value != u8::MAX).map(|value| u32::from(*value))
}

/// GB 32100: the check character of the first 17, whose weights are powers of three.
/// Nothing if one of them is not of the alphabet.
pub(super) fn mod_31_3(characters: &[u8]) -> Option<u8> {
    let mut weight = 1;
    let mut sum = 0;
    for c in characters {
        sum += credit_code_value(*c)? * weight;
        weight = weight * 3 % 31;
    }
    CREDIT_CODE.get(usize::try_from((31 - sum % 31) % 31).ok()?).copied()
}

/// GB 11714: the check character of the first 8 of an organization code.
pub(super) fn organization_code(characters: &[u8]) -> u8 {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let value = |c: u8| u32::from(if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 });
    let sum: u32 = characters.iter().zip(WEIGHTS).map(|(c, weight)| value(*c) * weight).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b'0' + u8::try_from(digit).unwrap_or_default(),
    }
}

/// ISO 7064 MOD 11,10, as in GS 15: the check digit of 14 digits.
pub(super) fn mod_11_10(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, digit| {
        let sum = (product + u32::from(digit - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    b'0' + u8::try_from((11 - product) % 10).unwrap_or_default()
}

/// ISO/IEC 7812-1 Annex B (Luhn): whether the digits, the last of which checks, hold.
pub(super) fn luhn_holds(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, digit)| {
            let value = u32::from(digit - b'0') * if i % 2 == 0 { 1 } else { 2 };
            if 9 < value { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples that the standards themselves print.
    #[test]
    fn the_standards_own_examples_hold() {
        assert_eq!(mod_11_2(b"11010519491231002"), b'X');
        assert_eq!(mod_11_2(b"44052418800101001"), b'4');
        assert_eq!(mod_31_3(b"91350100M000100Y4"), Some(b'3'));
        assert_eq!(organization_code(b"D2143569"), b'X');
        assert_eq!(mod_11_10(b"11010800000001"), b'6');
        assert!(luhn_holds(b"78949") && !luhn_holds(b"78941"));
    }
}

//! Text files that go into the program: their comments stay outside.

/// The text of a file beside the caller without its lines that start with `#`. Made while
/// compiling.
macro_rules! embedded {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const LENGTH: usize = $crate::embedded::length(TEXT);
        const BYTES: [u8; LENGTH] = $crate::embedded::without_comments(TEXT);
        match str::from_utf8(&BYTES) {
            Ok(text) => text,
            // Whole lines of a text are left out.
            Err(_) => unreachable!(),
        }
    }};
}

pub(crate) use embedded;

/// How much is left of a text without its comments.
pub(crate) const fn length(text: &str) -> usize {
    fill::<0>(text).1
}

/// What is left of a text without its comments.
pub(crate) const fn without_comments<const N: usize>(text: &str) -> [u8; N] {
    fill::<N>(text).0
}

#[allow(long_running_const_eval)] // A hundred thousand bytes, a few steps each.
const fn fill<const N: usize>(text: &str) -> ([u8; N], usize) {
    let bytes = text.as_bytes();
    let mut left = [0; N];
    let (mut count, mut i) = (0, 0);
    let (mut is_start, mut is_comment) = (true, false);
    while i < bytes.len() {
        if is_start {
            is_comment = bytes[i] == b'#';
        }
        is_start = bytes[i] == b'\n';
        if !is_comment {
            if count < N {
                left[count] = bytes[i];
            }
            count += 1;
        }
        i += 1;
    }
    (left, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_comments_are_left_out() {
        const TEXT: &str = "# one\n#\ntwo # three\n# 四\n五\n";
        const LENGTH: usize = length(TEXT);
        assert_eq!(without_comments::<LENGTH>(TEXT), *"two # three\n五\n".as_bytes());
        assert_eq!(without_comments::<0>(""), [] as [u8; 0]);
    }
}

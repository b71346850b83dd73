//! A line that was read: its characters, how sure each is, and where it stands.

use super::page::Strip;
use crate::photo::Point;

/// What a place in a line may be held to: the alphabets of fields that are known. Kept of every
/// frame, so that a line can be read again without being looked at again.
pub(super) const NARROW: [char; 45] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I',
    'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', '年',
    '月', '日', '至', '长', '期', '.', '-', '—',
];

/// Letters of which the small one differs in nothing but its size.
const SAME_SHAPE: &str = "CKOPSUVWXYZ";

/// What a letter is taken for where there are no such letters: the two look alike in print. An S is a
/// 5 or an 8, so it is neither for sure.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'O' | 'D' | 'Q' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'B' => '8',
        _ => return None,
    })
}

/// A character that was read.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) c: char,
    /// 0 to 1.
    pub(super) confidence: f32,
    /// Where its middle is, as a share of the line.
    pub(super) at: f32,
}

/// A frame of the network: a narrow upright piece of the line.
#[derive(Clone, PartialEq)]
pub(super) struct Frame {
    /// How probably nothing begins here.
    blank: f32,
    narrow: [f32; NARROW.len()],
}

/// A line that was read.
#[derive(Clone, PartialEq)]
pub(super) struct Line {
    pub(super) strip: Strip,
    pub(super) glyphs: Vec<Glyph>,
    frames: Vec<Frame>,
}

/// Prints sizes: what was read is somebody's.
impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({} characters)", self.glyphs.len())
    }
}

impl Line {
    /// From the probabilities of all classes, frame by frame: class 0 is nothing, the last is a
    /// space, and those in between are `characters`.
    pub(super) fn decoded(strip: Strip, probabilities: &[f32], characters: &[char]) -> Self {
        let classes = characters.len() + 2;
        let position = |c: char| characters.iter().position(|&known| known == c);
        // Small letters that are capitals but for their size.
        let small = |c: char| SAME_SHAPE.contains(c).then(|| position(c.to_ascii_lowercase()));
        let narrow = NARROW.map(|c| [position(c), small(c).flatten()]);
        let mut best = Vec::new();
        let mut frames = Vec::new();
        for frame in probabilities.chunks_exact(classes) {
            let (mut class, mut confidence) = (0, f32::MIN);
            for (at, &probability) in frame.iter().enumerate() {
                if confidence < probability {
                    (class, confidence) = (at, probability);
                }
            }
            best.push((class, confidence));
            let narrow = narrow.map(|both| both.iter().flatten().map(|at| frame[at + 1]).sum());
            frames.push(Frame { blank: frame[0], narrow });
        }
        let name = |class: usize| match class {
            0 => None,
            _ => Some(characters.get(class - 1).copied().unwrap_or(' ')),
        };
        let glyphs = collapsed(&best, best.len(), 0, name);
        Self { strip, glyphs, frames }
    }

    /// A line for tests and from elsewhere, as sure as `confidence` everywhere.
    #[cfg(test)]
    pub(super) fn written(strip: Strip, text: &str, confidence: f32) -> Self {
        let count = text.chars().count() as f32;
        let glyph = |(n, c): (usize, char)| Glyph { c, confidence, at: (n as f32 + 0.5) / count };
        let glyphs = text.chars().enumerate().map(glyph).collect();
        let frame = |c: char| {
            let narrow = NARROW.map(|known| if known == c { confidence } else { 0.0 });
            let blank = if narrow.iter().any(|&p| 0.0 < p) { 1.0 - confidence } else { 0.0 };
            [Frame { blank, narrow }, Frame { blank: 1.0, narrow: [0.0; NARROW.len()] }]
        };
        Self { strip, glyphs, frames: text.chars().flat_map(frame).collect() }
    }

    pub(super) fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.c).collect()
    }

    /// Of its characters in the mean; spaces do not count.
    pub(super) fn confidence(&self) -> f32 {
        let glyphs = self.glyphs.iter().filter(|glyph| glyph.c != ' ');
        let (count, sum) =
            glyphs.fold((0.0, 0.0), |(count, sum), glyph| (count + 1.0, sum + glyph.confidence));
        if count == 0.0 { 0.0 } else { sum / count }
    }

    /// Where a character stands on the page.
    pub(super) fn place(&self, glyph: &Glyph) -> Point {
        self.strip.from.toward(self.strip.to, glyph.at)
    }

    /// The same piece read again, as if there were no characters but those of `alphabet`. `from`
    /// and `to` are shares of the line.
    pub(super) fn held_to(
        &self,
        alphabet: impl Fn(char) -> bool,
        from: f32,
        to: f32,
    ) -> Vec<Glyph> {
        let count = self.frames.len();
        let index = |share: f32| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped.
            let at = (share.clamp(0.0, 1.0) * count as f32).round() as usize;
            at.min(count)
        };
        let (first, last) = (index(from), index(to));
        let Some(frames) = self.frames.get(first..last) else { return Vec::new() };
        let mut best = Vec::with_capacity(frames.len());
        for frame in frames {
            let allowed = NARROW.iter().enumerate().filter(|(_, c)| alphabet(**c));
            let (mut class, mut most, mut sum) = (0, frame.blank, frame.blank);
            for (at, _) in allowed {
                let like = |c: &char| !alphabet(*c) && look_alike(*c) == Some(NARROW[at]);
                let also = NARROW.iter().zip(frame.narrow).filter(|(c, _)| like(c));
                let seen = frame.narrow[at] + also.map(|(_, seen)| seen).sum::<f32>();
                sum += seen;
                if most < seen {
                    (class, most) = (at + 1, seen);
                }
            }
            // Where hardly anything of the alphabet is seen, the best of it is not sure.
            let share = if 0.0 < sum { most / sum } else { 0.0 };
            best.push((class, share * (sum * 2.0).min(1.0)));
        }
        collapsed(&best, count, first, |class| class.checked_sub(1).map(|at| NARROW[at]))
    }
}

/// Frames in a row with the same class are one character; nothing in between parts them.
fn collapsed(
    best: &[(usize, f32)],
    count: usize,
    first: usize,
    name: impl Fn(usize) -> Option<char>,
) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let mut at = 0;
    while at < best.len() {
        let (class, mut confidence) = best[at];
        let start = at;
        while at < best.len() && best[at].0 == class {
            confidence = confidence.max(best[at].1);
            at += 1;
        }
        if let Some(c) = name(class) {
            let middle = first as f32 + (start + at) as f32 / 2.0;
            glyphs.push(Glyph { c, confidence, at: middle / count as f32 });
        }
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRIP: Strip = Strip {
        from: Point::new(0.0, 0.0),
        to: Point::new(100.0, 0.0),
        height: 10.0,
        is_rest: false,
    };

    fn frames(rows: &[[f32; 4]]) -> Vec<f32> {
        rows.concat()
    }

    #[test]
    fn repeats_are_one_character_unless_nothing_is_between() {
        let [nothing, a, b] = [[1.0, 0.0, 0.0, 0.0], [0.1, 0.9, 0.0, 0.0], [0.3, 0.1, 0.6, 0.0]];
        let rows = frames(&[a, a, nothing, a, b, nothing, [0.0, 0.0, 0.0, 1.0]]);
        let line = Line::decoded(STRIP, &rows, &['A', 'B']);
        assert_eq!(line.text(), "AAB ");
        assert!((line.glyphs[2].confidence - 0.6).abs() < 1e-6);
        assert!((line.glyphs[0].at - 1.0 / 7.0).abs() < 1e-6);
        assert!((line.confidence() - 0.8).abs() < 1e-6);
    }

    #[test]
    fn a_line_is_read_again_in_another_alphabet() {
        let rows = frames(&[[0.1, 0.5, 0.4, 0.0], [0.9, 0.1, 0.0, 0.0], [0.2, 0.7, 0.1, 0.0]]);
        let line = Line::decoded(STRIP, &rows, &['O', '0']);
        assert_eq!(line.text(), "OO");
        let again = line.held_to(|c| c.is_ascii_digit(), 0.0, 1.0);
        let text: String = again.iter().map(|glyph| glyph.c).collect();
        // What looks like a letter is the digit that looks like it.
        assert_eq!(text, "00");
        assert!((again[0].confidence - 0.9).abs() < 1e-6, "{}", again[0].confidence);
    }

    #[test]
    fn what_is_not_of_the_alphabet_is_not_sure() {
        let rows = frames(&[[0.0, 0.9, 0.1, 0.0]]);
        let line = Line::decoded(STRIP, &rows, &['W', '0']);
        let again = line.held_to(|c| c.is_ascii_digit(), 0.0, 1.0);
        assert!((again[0].confidence - 0.2).abs() < 1e-6);
    }
}

//! Which way up a document is, and which side of a card is seen: by where its emblem,
//! portrait, seal and lines of print are.

use super::super::geometry::{Homography, Quad};
use super::super::report::Kind;
use super::small::{Small, below, median};

/// The document is looked at as so many places across and down, whatever its shape.
const GRID: usize = 192;
/// Paper is measured in squares of so many places.
const SQUARE: usize = 16;
const SQUARES: usize = GRID / SQUARE;
/// Lines of print are looked for on so many places for each of those, in blocks of so many: as many lines
/// as a block has, so many of its columns are alike.
const FINE: usize = 2;
const BLOCK: usize = 28;
/// Ink that is darker is no more of a line than this, and a block with less of it has none.
const MOST_INK: f32 = 0.4;
const LEAST_IN_BLOCK: f32 = 0.01;
/// Paper is as light as this part of the places in a square are not.
const LIGHTER: f32 = 0.8;
/// Ink is what is darker than paper by more than this part of its brightness.
const LEAST_INK: f32 = 0.12;
/// The faintest print is darker than paper by so many levels and this part of its brightness.
const FAINT: (f32, f32) = (2.0, 0.03);
/// Print is looked for without so many places at each border, where the outline may be off.
const BORDER: usize = 12;
/// Red is what is redder than the paper by more than this part of its brightness.
const LEAST_RED: f32 = 0.10;

/// From where to where across and down a document something is expected, 0 to 1.
struct Window {
    across: (f32, f32),
    down: (f32, f32),
}

/// The emblem on the back of a card (GA 490: left, upper half).
const CARD_EMBLEM: Window = Window { across: (0.03, 0.28), down: (0.06, 0.52) };
/// The portrait on its front (right, above the number).
const PORTRAIT: Window = Window { across: (0.62, 0.95), down: (0.12, 0.72) };
/// The number below it: a shadow is as dark as a portrait, but not as rich in strokes.
const NUMBER: Window = Window { across: (0.33, 0.95), down: (0.80, 0.92) };
/// The emblem on a licence: top centre.
const LICENCE_EMBLEM: Window = Window { across: (0.40, 0.60), down: (0.02, 0.26) };
/// A seal: lower half, right of the middle, and not where an emblem would be on a page that lies upside down.
const SEAL: Window = Window { across: (0.60, 0.98), down: (0.55, 0.97) };
const UPPER_HALF: Window = Window { across: (0.02, 0.98), down: (0.02, 0.50) };
const LOWER_HALF: Window = Window { across: (0.02, 0.98), down: (0.50, 0.98) };

const WHOLE: Window = Window { across: (0.0, 1.0), down: (0.0, 1.0) };

/// Mean red or ink in a window, less that in the opposite window, as it usually is.
const USUAL_EMBLEM: f32 = 0.016;
const USUAL_PORTRAIT: f32 = 0.08;
/// The same for how much ink differs from place to place along a line.
const USUAL_NUMBER: f32 = 0.04;
/// Mean red in the window of a licence's emblem, and of a seal.
const USUAL_TOP_EMBLEM: f32 = 0.010;
const USUAL_SEAL: f32 = 0.003;
/// What the applicant says about a card counts as much as so much of an emblem.
const SAID: f32 = 0.3;
/// A side is told from the other when it is ahead by this much.
const TOLD: f32 = 0.35;
/// A page is a licence from this much of an emblem on.
const TOLD_EMBLEM: f32 = 0.5;

/// How much each sign counts for the way up of a page.
struct Votes {
    lines: f32,
    /// For reading along the long side; against it where negative.
    wide: f32,
    emblem: f32,
    seal: f32,
    upper: f32,
}

/// Licences are wide, or of the older form tall.
const LICENCE_VOTES: Votes = Votes { lines: 1.5, wide: 0.1, emblem: 2.0, seal: 0.4, upper: 0.1 };
/// Letters and copies are tall, and begin at the top.
const LETTER_VOTES: Votes = Votes { lines: 2.0, wide: -0.3, emblem: 0.1, seal: 0.6, upper: 0.3 };
const PAGE_VOTES: Votes = Votes { lines: 1.5, wide: 0.0, emblem: 1.0, seal: 0.5, upper: 0.2 };

/// How a document is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// Clockwise quarter turns of the content.
    pub(super) quarter_turns: u8,
    /// What the layout shows, where that can be told.
    pub(super) kind: Option<Kind>,
}

/// Ink and red of a flattened document.
pub(super) struct Face {
    ink: Vec<f32>,
    red: Vec<f32>,
    /// How much more ink varies from row to row than from column to column, −1 to 1: positive where
    /// lines of print run across.
    lines: f32,
    /// The part of it that has anything on it, however faint.
    pub(super) print: f32,
}

impl Face {
    /// Flattens what lies within `quad`, whose first corner is top left as shown.
    pub(super) fn of(small: &Small, quad: &Quad) -> Option<Self> {
        let map = Homography::from_unit(quad)?;
        let step = 1.0 / GRID as f64;
        let mut colours: Vec<Option<[f32; 3]>> = Vec::with_capacity(GRID * GRID);
        for y in 0..GRID {
            for x in 0..GRID {
                let point = map.map_point((x as f64 + 0.5) * step, (y as f64 + 0.5) * step);
                colours.push(small.at(point.x, point.y));
            }
        }
        let paper = paper(&colours);
        let reds: Vec<f32> = colours.iter().flatten().map(|colour| colour[1]).collect();
        let usual_red = median(&reds);
        let lines = lines_run_across(small, &map, &paper);
        let ink = Vec::with_capacity(GRID * GRID);
        let mut face = Self { ink, red: Vec::new(), lines, print: 0.0 };
        let (mut printed, mut seen) = (0.0, 0.0);
        for (at, colour) in colours.iter().enumerate() {
            let square = at / GRID / SQUARE * SQUARES + at % GRID / SQUARE;
            let white = paper.get(square).copied().unwrap_or(255.0).max(8.0);
            if let Some([light, ..]) = colour {
                seen += 1.0;
                let is_printed = light + FAINT.0 + FAINT.1 * white < white;
                printed += if is_printed && is_inner(at) { 1.0 } else { 0.0 };
            }
            let (ink, red) = colour.map_or((0.0, 0.0), |[light, red, _]| {
                (1.0 - light / white - LEAST_INK, (red - usual_red) / white - LEAST_RED)
            });
            face.ink.push(ink.max(0.0));
            face.red.push(red.max(0.0));
        }
        face.print = if 0.0 < seen { printed / seen } else { 0.0 };
        Some(face)
    }

    /// The mean of a map in a window, where the content is turned by `turns`.
    fn mean(map: &[f32], window: &Window, turns: u8) -> f32 {
        let ((left, right), (top, bottom)) = (window.across, window.down);
        let ((x0, x1), (y0, y1)) = match turns % 4 {
            0 => ((left, right), (top, bottom)),
            1 => ((1.0 - bottom, 1.0 - top), (left, right)),
            2 => ((1.0 - right, 1.0 - left), (1.0 - bottom, 1.0 - top)),
            _ => ((top, bottom), (1.0 - right, 1.0 - left)),
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 1.
        let place = |share: f32| ((share * GRID as f32) as usize).min(GRID);
        let (mut sum, mut count) = (0.0, 0.0);
        for row in map.chunks_exact(GRID).take(place(y1)).skip(place(y0)) {
            for value in row.iter().take(place(x1)).skip(place(x0)) {
                sum += value;
                count += 1.0;
            }
        }
        if 0.0 < count { sum / count } else { 0.0 }
    }

    fn ink(&self, window: &Window, turns: u8) -> f32 {
        Self::mean(&self.ink, window, turns)
    }

    /// How much ink differs from place to place along lines that run as `turns` says.
    fn strokes(&self, window: &Window, turns: u8) -> f32 {
        let step = if turns.is_multiple_of(2) { 1 } else { GRID };
        let before = self.ink.iter().chain(&self.ink).skip(self.ink.len() - step);
        let map: Vec<f32> =
            self.ink.iter().zip(before).map(|(here, before)| (here - before).abs()).collect();
        Self::mean(&map, window, turns) - Self::mean(&map, window, turns + 2)
    }

    fn red(&self, window: &Window, turns: u8) -> f32 {
        Self::mean(&self.red, window, turns)
    }

    /// How much red stands in a window, and how much of all red that is.
    fn emblem(&self, window: &Window, turns: u8) -> f32 {
        let all = Self::mean(&self.red, &WHOLE, 0);
        let ((left, right), (top, bottom)) = (window.across, window.down);
        let here = self.red(window, turns);
        here * (here * (right - left) * (bottom - top) / (all + 1e-4)).clamp(0.0, 1.0)
    }

    /// The way up for which most speaks. `is_wide`: the outline, as shown, is wider
    /// than tall.
    pub(super) fn read(&self, kind: Kind, is_wide: bool, is_card: bool) -> Reading {
        if is_card { self.read_card(kind, is_wide) } else { self.read_page(kind, is_wide) }
    }

    /// A card lies along its long side: one of two ways.
    fn read_card(&self, kind: Kind, is_wide: bool) -> Reading {
        let one = u8::from(!is_wide);
        let emblem = self.emblem(&CARD_EMBLEM, one) - self.emblem(&CARD_EMBLEM, one + 2);
        let portrait = self.ink(&PORTRAIT, one) - self.ink(&PORTRAIT, one + 2);
        // Of another document it would be something else.
        let number = if kind == Kind::IdFront {
            self.strokes(&NUMBER, one) * USUAL_PORTRAIT / USUAL_NUMBER
        } else {
            0.0
        };
        let said = |side: Kind| if kind == side { SAID } else { 0.0 };
        let back = (emblem / USUAL_EMBLEM).abs().min(2.0) + said(Kind::IdBack);
        let front = (portrait / USUAL_PORTRAIT).abs().min(2.0) + said(Kind::IdFront);
        let is_back = front < back;
        let upright = if is_back { emblem } else { portrait + number };
        // With next to nothing of either there is no telling.
        let is_told = TOLD <= (back - front).abs() && TOLD <= back.max(front) - SAID;
        let side = if is_back { Kind::IdBack } else { Kind::IdFront };
        Reading {
            quarter_turns: if upright < 0.0 { one + 2 } else { one },
            kind: is_told.then_some(side),
        }
    }

    /// A page may lie any way: emblem, seal, lines and the usual way up have a vote.
    fn read_page(&self, kind: Kind, is_wide: bool) -> Reading {
        let votes = match kind {
            Kind::Licence => &LICENCE_VOTES,
            Kind::Letter | Kind::StampedCopy => &LETTER_VOTES,
            _ => &PAGE_VOTES,
        };
        let emblem = |turns: u8| (self.emblem(&LICENCE_EMBLEM, turns) / USUAL_TOP_EMBLEM).min(1.5);
        let score = |turns: u8| {
            let is_straight = turns.is_multiple_of(2);
            let across = if is_straight { self.lines } else { -self.lines };
            let reads_wide = if is_straight == is_wide { 1.0 } else { -1.0 };
            let seal = (self.red(&SEAL, turns) - self.red(&SEAL, turns + 2)) / USUAL_SEAL;
            let (upper, lower) = (self.ink(&UPPER_HALF, turns), self.ink(&LOWER_HALF, turns));
            votes.lines * across
                + votes.wide * reads_wide
                + votes.emblem * emblem(turns)
                + votes.seal * seal.clamp(-1.0, 1.0)
                + votes.upper * (upper - lower) / (upper + lower + 1e-3)
        };
        let mut best = (0, f32::MIN);
        for turns in 0..4 {
            let score = score(turns);
            if best.1 < score {
                best = (turns, score);
            }
        }
        let is_licence = TOLD_EMBLEM <= emblem(best.0);
        Reading { quarter_turns: best.0, kind: is_licence.then_some(Kind::Licence) }
    }
}

/// Whether a place of the grid is away from its borders.
fn is_inner(at: usize) -> bool {
    let inner = BORDER..GRID - BORDER;
    inner.contains(&(at / GRID)) && inner.contains(&(at % GRID))
}

/// What [`Face`] keeps of its lines: of blocks, which frames, tables and shadows are few of, the middle
/// one. `paper` is the brightness of the paper in each square.
fn lines_run_across(small: &Small, map: &Homography, paper: &[f32]) -> f32 {
    const SIDE: usize = GRID * FINE;
    const HUNDRED: f32 = 100.0;
    let ink = |x: usize, y: usize| {
        let share = |at: usize| (at as f64 + 0.5) / SIDE as f64;
        let point = map.map_point(share(x), share(y));
        let square = y / FINE / SQUARE * SQUARES + x / FINE / SQUARE;
        let white = paper.get(square).copied().unwrap_or(255.0).max(8.0);
        let light = small.at(point.x, point.y).map_or(white, |colour| colour[0]);
        (1.0 - light / white - LEAST_INK).clamp(0.0, MOST_INK)
    };
    let from = BORDER * FINE;
    let starts = || (from..=SIDE - from - BLOCK).step_by(BLOCK);
    let mut shares = Vec::new();
    for (top, left) in starts().flat_map(|top| starts().map(move |left| (top, left))) {
        let (mut rows, mut columns) = ([0.0; BLOCK], [0.0; BLOCK]);
        for (y, row) in rows.iter_mut().enumerate() {
            for (x, column) in columns.iter_mut().enumerate() {
                let ink = ink(left + x, top + y);
                *row += ink;
                *column += ink;
            }
        }
        if LEAST_IN_BLOCK * (BLOCK * BLOCK) as f32 <= rows.iter().sum() {
            let (down, across) = (spread(&rows), spread(&columns));
            // The middle one is found to a quarter.
            shares.push((down - across) / (down + across + 1e-6) * HUNDRED);
        }
    }
    median(&shares) / HUNDRED
}

/// The variance of values.
fn spread(values: &[f32]) -> f32 {
    let count = values.len() as f32;
    let mean = values.iter().sum::<f32>() / count;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f32>() / count
}

/// The brightness of the paper in each square: the lighter parts of it, or of the
/// lightest square near it, as a portrait may be dark all over.
fn paper(colours: &[Option<[f32; 3]>]) -> Vec<f32> {
    let mut light = vec![0.0_f32; SQUARES * SQUARES];
    for (square, level) in light.iter_mut().enumerate() {
        let (top, left) = (square / SQUARES * SQUARE, square % SQUARES * SQUARE);
        let values: Vec<f32> = (top..top + SQUARE)
            .flat_map(|y| colours.iter().skip(y * GRID + left).take(SQUARE))
            .flatten()
            .map(|colour| colour[0])
            .collect();
        *level = below(&values, LIGHTER);
    }
    (0..SQUARES * SQUARES)
        .map(|square| {
            let (row, column) = (square / SQUARES, square % SQUARES);
            let near = |a: usize, b: usize| a.abs_diff(b) <= 2;
            (0..SQUARES * SQUARES)
                .filter(|other| near(other / SQUARES, row) && near(other % SQUARES, column))
                .filter_map(|other| light.get(other).copied())
                .fold(0.0, f32::max)
        })
        .collect()
}

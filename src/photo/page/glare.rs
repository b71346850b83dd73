//! Shine that hides print.
//!
//! Where a lamp is mirrored, paper that is grey elsewhere is burnt out. Only where
//! something must be read does that matter, and only where print does not show through.

use super::Page;
use super::cells::{Cell, Cells, extreme};
use super::layout;
use super::region::{Region, largest};
use crate::photo::report::Kind;

/// From this brightness on, paper is burnt out.
const BURNT_OUT: u8 = 252;
/// Paper that is lighter than this everywhere is overexposed, which is something else.
const LIGHT_PAPER: f32 = 249.0;
/// Print stands out by this share of what it does elsewhere, or it is lost.
const CLEAR_PRINT: f32 = 0.6;
/// Squares around a burnt-out one that are looked at for print that shows through.
const NEAR: usize = 4;

/// Shine on a page.
#[derive(Debug, Default)]
pub(super) struct Glare {
    /// All of it, as a share of the page.
    pub(super) area: f32,
    /// The share of the lines of print that it hides, and of the page over the portrait.
    pub(super) lost: f32,
    /// Where most of what hides something is.
    pub(super) place: Option<Region>,
}

impl Glare {
    /// `depth` is how much print stands out, in grey levels.
    pub(super) fn measure(page: &Page, cells: &Cells, depth: f32) -> Self {
        if LIGHT_PAPER < cells.paper {
            return Self::default();
        }
        let burnt: Vec<bool> =
            cells.all.iter().map(|cell| cell.is_seen && BURNT_OUT <= cell.ground).collect();
        let near = extreme(&burnt, cells.width, NEAR, |one, other| one || other);
        let is_print = |n: usize, cell: &Cell| {
            let contrast = f32::from(cell.ground.saturating_sub(cell.low));
            depth * CLEAR_PRINT <= contrast
                && layout::is_in(layout::print(page.kind), cells.place(n))
        };
        let print: Vec<bool> =
            cells.all.iter().enumerate().map(|(n, cell)| is_print(n, cell)).collect();
        let lines = Lines::of(page.kind, cells, &print, &burnt);
        let mut hiding = vec![false; burnt.len()];
        let (mut area, mut over_print, mut over_portrait, mut clear) = (0.0, 0.0, 0.0, 0.0);
        let mut expected = 0.0_f32;
        for n in 0..cells.all.len() {
            let is_line = lines.reach(n, cells);
            if is_line {
                expected += 1.0;
            }
            if burnt[n] {
                area += 1.0;
                if is_line {
                    over_print += 1.0;
                }
                let is_portrait =
                    page.kind == Kind::IdFront && layout::is_in(layout::PORTRAIT, cells.place(n));
                if is_portrait {
                    over_portrait += 1.0;
                }
                hiding[n] = is_line || is_portrait;
            }
            if near[n] && print[n] {
                clear += 1.0;
            }
        }
        let whole = cells.all.len().max(1) as f32;
        let lost = ((over_print - clear) / expected.max(1.0)).max(0.0) + over_portrait / whole;
        Self { area: area / whole, lost, place: largest(&hiding, cells.width) }
    }
}

/// Where lines of print run, also where nothing is left of them.
///
/// On a card that is known. Elsewhere they reach over the squares that have print in their
/// row, and in their column within some lines above and below.
struct Lines {
    kind: Kind,
    rows: Vec<bool>,
    /// Whether there is any print left.
    has_any: bool,
    /// Column by column for each band of rows.
    columns: Vec<bool>,
}

/// A line that ends so near to a burnt-out area, in squares, goes on under it.
const GAP: usize = 3;

/// Makes lines reach to the far side of what hides their ends.
fn go_on(columns: &mut [bool], is_hidden: impl Fn(usize) -> bool) {
    let width = columns.len();
    let mut reach = |places: &mut dyn Iterator<Item = usize>| {
        let mut left = 0;
        for x in places {
            if columns[x] || 0 < left && is_hidden(x) {
                columns[x] = true;
                left = GAP;
            } else {
                left = left.saturating_sub(1);
            }
        }
    };
    reach(&mut (0..width));
    reach(&mut (0..width).rev());
}

/// Rows of squares in a band: eight lines.
const BAND: usize = 32;

impl Lines {
    fn of(kind: Kind, cells: &Cells, print: &[bool], burnt: &[bool]) -> Self {
        let width = cells.width.max(1);
        let mut rows = vec![false; cells.height];
        let mut columns = vec![false; width * (cells.height / BAND + 1)];
        for n in (0..print.len()).filter(|&n| print[n] && !burnt[n]) {
            let (x, y) = (n % width, n / width);
            // Lines are a little higher than the strokes in them.
            for row in y.saturating_sub(1)..=y + 1 {
                if let Some(row) = rows.get_mut(row) {
                    *row = true;
                }
            }
            if let Some(column) = columns.get_mut(y / BAND * width + x) {
                *column = true;
            }
        }
        if kind == Kind::IdBack {
            // Its lines have no gaps: what is between two squares with print has some too.
            for band in columns.chunks_exact_mut(width) {
                let ends = (band.iter().position(|&has| has), band.iter().rposition(|&has| has));
                if let (Some(first), Some(last)) = ends {
                    band[first..=last].fill(true);
                }
            }
        }
        for (band, columns) in columns.chunks_exact_mut(width).enumerate() {
            let is_hidden = |x: usize| {
                let in_band = (band * BAND..(band + 1) * BAND).take_while(|&y| y < cells.height);
                in_band.into_iter().any(|y| rows[y] && burnt[y * width + x])
            };
            go_on(columns, is_hidden);
        }
        let has_any = rows.iter().any(|&row| row);
        Self { kind, rows, has_any, columns }
    }

    /// Whether a line runs over a square.
    fn reach(&self, n: usize, cells: &Cells) -> bool {
        if !layout::is_in(layout::print(self.kind), cells.place(n)) {
            return false;
        }
        let width = cells.width.max(1);
        let (x, y) = (n % width, n / width);
        let band = y / BAND;
        let has_column = |band: usize| self.columns.get(band * width + x) == Some(&true);
        let around = band.saturating_sub(1)..=band + 1;
        // The front has lines of one field each, which do not stand above each other.
        let is_known = self.kind == Kind::IdFront;
        (!self.has_any || self.rows.get(y) == Some(&true))
            && (is_known || around.into_iter().any(has_column))
    }
}

//! The page in coarse squares: paper, brightness and colour with the print taken away.

use super::{CELL, EM, Page, luma, nth, to_index};

/// From this brightness on, nothing is left of paper.
const BURNT_OUT: u8 = 254;

/// Colours of what is darker are noise.
const LEAST_LIGHT: f32 = 10.0;

/// One square of the page.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) is_seen: bool,
    /// The lightest and the darkest brightness.
    pub(super) high: u8,
    pub(super) low: u8,
    /// Brightness with the print taken away.
    pub(super) ground: u8,
    /// Red less green and blue less yellow, as shares of the brightness.
    pub(super) red: f32,
    pub(super) blue: f32,
}

/// All squares, row by row, and what the paper is like.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) all: Vec<Cell>,
    /// Brightness of the paper.
    pub(super) paper: f32,
    /// Its colour.
    pub(super) red: f32,
    pub(super) blue: f32,
}

impl Cells {
    pub(super) fn of(page: &Page) -> Self {
        let (width, height) = (page.width / CELL, page.height / CELL);
        let mut all = Vec::with_capacity(width * height);
        for top in (0..height).map(|n| n * CELL) {
            for left in (0..width).map(|n| n * CELL) {
                all.push(cell(page, left, top));
            }
        }
        let highs: Vec<u8> =
            all.iter().map(|cell| if cell.is_seen { cell.high } else { 0 }).collect();
        let reach = to_index(EM) / CELL / 2;
        let opened = extreme(&highs, width, reach, u8::max);
        let ground = extreme(&opened, width, reach, u8::min);
        for (cell, ground) in all.iter_mut().zip(ground) {
            cell.ground = ground;
        }
        let seen = || all.iter().filter(|cell| cell.is_seen);
        let paper = nth(seen().map(|cell| f32::from(cell.ground)), 0.5).unwrap_or(0.0);
        let red = nth(seen().map(|cell| cell.red), 0.5).unwrap_or(0.0);
        let blue = nth(seen().map(|cell| cell.blue), 0.5).unwrap_or(0.0);
        Self { width, height, all, paper, red, blue }
    }

    /// The share of the page that is burnt out.
    pub(super) fn clipped(&self) -> f32 {
        let seen = || self.all.iter().filter(|cell| cell.is_seen);
        let burnt = seen().filter(|cell| BURNT_OUT <= cell.ground).count();
        burnt as f32 / seen().count().max(1) as f32
    }

    /// The place of a square in shares of the page's sides.
    pub(super) fn place(&self, n: usize) -> (f32, f32) {
        let width = self.width.max(1);
        let (x, y) = ((n % width) as f32 + 0.5, (n / width) as f32 + 0.5);
        (x / width as f32, y / self.height.max(1) as f32)
    }
}

fn cell(page: &Page, left: usize, top: usize) -> Cell {
    let mut cell = Cell { high: 0, low: u8::MAX, ..Cell::default() };
    for y in top..top + CELL {
        let start = y * page.width + left;
        for &luma in page.luma.get(start..start + CELL).unwrap_or_default() {
            cell.high = cell.high.max(luma);
            cell.low = cell.low.min(luma);
        }
    }
    let at = top / CELL * (page.width / CELL) + left / CELL;
    if let Some(&Some(rgb)) = page.colours.get(at) {
        cell.is_seen = true;
        let light = f32::from(luma(rgb)).max(LEAST_LIGHT);
        let [red, green, blue] = rgb.map(f32::from);
        cell.red = (red - green) / light;
        cell.blue = (blue - f32::midpoint(red, green)) / light;
    }
    cell
}

/// The largest or smallest value within `reach` squares, across and down.
pub(super) fn extreme<T: Copy>(
    data: &[T],
    width: usize,
    reach: usize,
    pick: impl Fn(T, T) -> T,
) -> Vec<T> {
    let width = width.max(1);
    let mut across = data.to_vec();
    for (row, out) in data.chunks_exact(width).zip(across.chunks_exact_mut(width)) {
        for off in 1..=reach.min(width - 1) {
            let (left, right) = (&row[..width - off], &row[off..]);
            pick_each(&mut out[..width - off], right, &pick);
            pick_each(&mut out[off..], left, &pick);
        }
    }
    let mut both = across.clone();
    let size = data.len();
    for off in (1..=reach).map(|off| off * width).take_while(|&off| off < size) {
        pick_each(&mut both[..size - off], &across[off..], &pick);
        pick_each(&mut both[off..], &across[..size - off], &pick);
    }
    both
}

fn pick_each<T: Copy>(out: &mut [T], other: &[T], pick: impl Fn(T, T) -> T) {
    for (out, &other) in out.iter_mut().zip(other) {
        *out = pick(*out, other);
    }
}

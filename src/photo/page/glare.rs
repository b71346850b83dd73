//! Shine that hides print.
//!
//! Where a lamp is mirrored, paper that is grey elsewhere is burnt out. Only where
//! something must be read does that matter, and only where print does not show through.

use super::Page;
use super::cells::{Cells, extreme};
use super::layout;
use super::region::{Region, largest};
use crate::photo::report::Kind;

/// From this brightness on, paper is burnt out.
const BURNT_OUT: u8 = 252;
/// Paper that is lighter than this everywhere is overexposed, which is something else.
const LIGHT_PAPER: f32 = 242.0;
/// Print stands out by this share of what it does elsewhere, or it is lost.
const CLEAR_PRINT: f32 = 0.6;
/// Squares around a burnt-out one that are looked at for print that shows through.
const NEAR: usize = 4;

/// Shine on a page, as shares of the page.
#[derive(Debug, Default)]
pub(super) struct Glare {
    /// All of it.
    pub(super) area: f32,
    /// Over print that does not show through, or over the portrait.
    pub(super) lost: f32,
    /// Where most of it is.
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
        let (mut area, mut over_print, mut over_portrait, mut clear) = (0.0, 0.0, 0.0, 0.0);
        for (n, (cell, (&is_burnt, &is_near))) in
            cells.all.iter().zip(burnt.iter().zip(&near)).enumerate()
        {
            let place = cells.place(n);
            let is_on_print = layout::is_in(layout::print(page.kind), place);
            if is_burnt {
                area += 1.0;
                if is_on_print {
                    over_print += 1.0;
                }
                if page.kind == Kind::IdFront && layout::is_in(layout::PORTRAIT, place) {
                    over_portrait += 1.0;
                }
            }
            let contrast = f32::from(cell.ground.saturating_sub(cell.low));
            if is_near && is_on_print && depth * CLEAR_PRINT <= contrast {
                clear += 1.0;
            }
        }
        let whole = cells.all.len().max(1) as f32;
        let lost = ((over_print - clear) / whole).max(0.0) + over_portrait / whole;
        Self { area: area / whole, lost, place: largest(&burnt, cells.width) }
    }
}

//! Things that lie on the document: fingers, coins, slips of paper.
//!
//! With the print taken away a document has one colour and about one brightness. What
//! differs in an area that is thicker than a line is a picture, where the layout has one,
//! or something foreign.

use super::Page;
use super::cells::{Cells, extreme};
use super::layout;
use super::region::{Region, regions};
use crate::photo::report::Kind;

/// Differences of colour, as shares of the brightness, that paper does not have.
const FOREIGN_COLOUR: f32 = 0.16;
/// Paper in a shadow is lighter than this share of paper in the light.
const FOREIGN_DARKNESS: f32 = 0.55;
/// Lines up to twice as thick, in squares, are print or the edge of an inexact outline.
const REACH: usize = 2;
/// An area that is this near to the edge reaches over it, in squares.
const EDGE: usize = 3;
/// What of it is within this many squares from the edge does not count: the table
/// beside an inexact outline, and the rounded corners of cards.
const MARGIN: usize = 6;

/// Foreign things.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// All of them, as a share of the page.
    pub(super) area: f32,
    /// The largest.
    pub(super) place: Option<Region>,
}

impl Cover {
    pub(super) fn measure(page: &Page, cells: &Cells) -> Self {
        let (width, height) = (cells.width, cells.height);
        let foreign: Vec<bool> = cells
            .all
            .iter()
            .map(|cell| {
                let (red, blue) = (cell.red - cells.red, cell.blue - cells.blue);
                let has_colour = FOREIGN_COLOUR * FOREIGN_COLOUR < red * red + blue * blue;
                cell.is_seen
                    && (has_colour || f32::from(cell.ground) < cells.paper * FOREIGN_DARKNESS)
            })
            .collect();
        let worn = extreme(&foreign, width, REACH, |one, other| one && other);
        let thick = extreme(&worn, width, REACH, |one, other| one || other);
        let whole = cells.all.len().max(1) as f32;
        let (mut cover, mut largest) = (Self::default(), 0.0);
        for region in regions(&thick, width) {
            let near_end =
                |first: usize, last: usize, length: usize| first < EDGE || length <= last + EDGE;
            let is_over_edge = near_end(region.left, region.right, width)
                || near_end(region.top, region.bottom, height);
            let count = if is_over_edge {
                region.count_within(MARGIN, width, height)
            } else if region
                .is_mostly(|n| layout::is_in(layout::pictures(page.kind), cells.place(n)))
            {
                0
            } else {
                region.members.len()
            };
            let area = count as f32 / whole;
            // Over the print of a card nothing else is printed.
            let is_over_print = matches!(page.kind, Kind::IdFront | Kind::IdBack)
                && region.is_mostly(|n| layout::is_in(layout::print(page.kind), cells.place(n)));
            let is_noted = is_over_edge || is_over_print;
            if !is_noted && area < layout::pictures_anywhere(page.kind) {
                continue;
            }
            cover.area += area;
            if largest < area {
                largest = area;
                cover.place = Some(region);
            }
        }
        cover
    }
}

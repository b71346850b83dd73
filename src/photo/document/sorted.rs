//! Edges in an order in which those of a line are quickly found.

use super::lines::{Line, NEAR};
use super::small::{Edge, Edges};

/// Directions in whole degrees, in a row but for the step from 179° to 0.
#[derive(Clone, Copy)]
pub(super) struct Directions {
    first: usize,
    count: usize,
}

impl Directions {
    /// Those that differ from `degrees` by at most `reach`.
    pub(super) fn around(degrees: f32, reach: f32) -> Self {
        #[allow(clippy::cast_possible_truncation)] // Some turns at most.
        let [low, high] =
            [libm::ceilf(degrees - reach) as i32, libm::floorf(degrees + reach) as i32 + 1];
        let [first, count] =
            [low.rem_euclid(180), high - low].map(|value| usize::try_from(value).unwrap_or(0));
        Self { first, count }
    }

    pub(super) fn have(self, angle: u8) -> bool {
        let angle = usize::from(angle);
        let off = if angle < self.first { angle + 180 - self.first } else { angle - self.first };
        off < self.count
    }
}

/// Edges in the order of their directions, and those of one direction from left to right where
/// lines of theirs run down, else from top to bottom: a line has to do with few of them.
pub(super) struct Sorted {
    all: Vec<Edge>,
    /// Where each direction begins, in degrees; and the end.
    starts: [usize; 181],
}

/// Whether lines across this direction rather run down.
fn runs_down(angle: usize) -> bool {
    !(45..135).contains(&angle)
}

impl Sorted {
    /// The edges come row by row.
    pub(super) fn of(edges: &[Edge], width: usize) -> Self {
        let mut starts = [0; 181];
        let mut columns = vec![0; width + 1];
        for edge in edges {
            starts[usize::from(edge.angle) + 1] += 1;
            columns[usize::from(edge.x) + 1] += 1;
        }
        for n in 1..starts.len() {
            starts[n] += starts[n - 1];
        }
        for n in 1..columns.len() {
            columns[n] += columns[n - 1];
        }
        let mut by_column = edges.to_vec();
        for edge in edges {
            let place = &mut columns[usize::from(edge.x)];
            by_column[*place] = *edge;
            *place += 1;
        }
        let mut next = starts;
        let mut all = edges.to_vec();
        for (edges, goes_down) in [(&*by_column, true), (edges, false)] {
            for edge in edges {
                let angle = usize::from(edge.angle);
                if runs_down(angle) == goes_down {
                    all[next[angle]] = *edge;
                    next[angle] += 1;
                }
            }
        }
        Self { all, starts }
    }

    /// Calls for each edge near a line and with a direction that differs by at most `reach`.
    pub(super) fn near(
        &self,
        line: &Line,
        reach: f32,
        edges: &Edges,
        mut take: impl FnMut(usize, &Edge),
    ) {
        let directions = Directions::around(line.degrees, reach);
        let (nx, ny) = line.normal;
        // From where to where such a line runs across the rows or columns of the picture.
        let span = |side: usize, slope: f32, step: f32| {
            let (one, other) = (line.distance / step, (line.distance - side as f32 * slope) / step);
            let slack = NEAR / step.abs() + 1.0;
            let (low, high) = if one < other { (one, other) } else { (other, one) };
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Saturates.
            let span = ((low - slack) as u16, (high + slack) as u16);
            span
        };
        let (columns, rows) = (span(edges.height, ny, nx), span(edges.width, nx, ny));
        for angle in (directions.first..180 + directions.first).take(directions.count) {
            let angle = angle % 180;
            let goes_down = runs_down(angle);
            let (low, high) = if goes_down { columns } else { rows };
            let place = |edge: &Edge| if goes_down { edge.x } else { edge.y };
            let start = self.starts[angle];
            let of_angle = &self.all[start..self.starts[angle + 1]];
            let skipped = of_angle.partition_point(|edge| place(edge) < low);
            for (n, edge) in of_angle.iter().enumerate().skip(skipped) {
                if high < place(edge) {
                    break;
                }
                if line.beyond(f32::from(edge.x), f32::from(edge.y)).abs() < NEAR {
                    take(start + n, edge);
                }
            }
        }
    }
}

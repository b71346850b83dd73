//! From a map that says of each place how surely it is print, to lines of print.

use super::page::Strip;
use crate::photo::Point;

/// What finding lines goes by. The first three are those that the model was published with
/// (`inference.yml` of PP-OCRv6 tiny: thresh, `box_thresh`, `unclip_ratio`).
const LEAST: f32 = 0.2;
const LEAST_MEAN: f32 = 0.4;
const GROWTH: f32 = 1.4;
/// And by such a part of its height at both ends: an outer character that is small, or blurred, is
/// seen less surely than those between others.
const ENDS: f32 = 0.2;
/// Smaller specks are no print, in places of the map.
const LEAST_PLACES: usize = 6;
/// More lines than a page has: what is beyond is noise.
const MOST: usize = 200;

/// A piece that is so many times as high as the page's lines may be several of them.
const TALL: f32 = 1.6;

/// The height that half of all print has at most.
fn usual_height(pieces: &[Piece]) -> f32 {
    let mut strips: Vec<Strip> = pieces.iter().filter_map(Piece::strip).collect();
    strips.sort_by(|one, other| one.height.total_cmp(&other.height));
    let all: f32 = strips.iter().map(Strip::length).sum();
    let mut sum = 0.0;
    let median = strips.iter().find(|strip| {
        sum += strip.length();
        all / 2.0 <= sum
    });
    median.map_or(0.0, |strip| strip.height)
}

/// The places of a connected piece of print.
#[derive(Default)]
struct Piece {
    places: Vec<(f32, f32)>,
    sum: f32,
}

/// The lines in a map of `width` × `height` places, in places.
pub(super) fn strips(map: &[f32], width: usize, height: usize) -> Vec<Strip> {
    let mut seen = vec![false; map.len()];
    let mut pieces = Vec::new();
    let mut stack = Vec::new();
    for start in 0..map.len().min(width * height) {
        if seen[start] || map[start] < LEAST {
            continue;
        }
        seen[start] = true;
        stack.push(start);
        let mut piece = Piece::default();
        while let Some(at) = stack.pop() {
            let (x, y) = (at % width, at / width);
            piece.places.push((x as f32 + 0.5, y as f32 + 0.5));
            piece.sum += map[at];
            for near_y in y.saturating_sub(1)..(y + 2).min(height) {
                for near_x in x.saturating_sub(1)..(x + 2).min(width) {
                    let near = near_y * width + near_x;
                    if !seen[near] && LEAST <= map[near] {
                        seen[near] = true;
                        stack.push(near);
                    }
                }
            }
        }
        pieces.push(piece);
    }
    let usual = usual_height(&pieces);
    let mut found: Vec<Strip> = Vec::new();
    for piece in pieces {
        let Some(strip) = piece.strip() else { continue };
        // Lines that touch, and those that a stamp or a watermark runs into.
        if TALL * usual < strip.height && strip.height < strip.length() {
            let bands = piece.bands();
            let strips = bands.iter().filter_map(Piece::strip).enumerate();
            found.extend(strips.map(|(n, strip)| Strip { is_rest: 0 < n, ..strip }));
        } else {
            found.push(strip);
        }
    }
    if MOST < found.len() {
        found.sort_by(|one, other| other.length().total_cmp(&one.length()));
        found.truncate(MOST);
    }
    found
}

impl Piece {
    /// Taken apart into level bands: rows that are about as full as the fullest, then what is left.
    fn bands(&self) -> Vec<Self> {
        let mut rows: Vec<Self> = Vec::new();
        let top = self.places.iter().map(|place| place.1).fold(f32::MAX, f32::min);
        // All have the mean of the whole: rows are not judged by themselves.
        let mean = self.sum / self.places.len().max(1) as f32;
        for &(x, y) in &self.places {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Rows of a map.
            let row = (y - top) as usize;
            if rows.len() <= row {
                rows.resize_with(row + 1, Self::default);
            }
            rows[row].places.push((x, y));
            rows[row].sum += mean;
        }
        let mut bands = Vec::new();
        let fullest = |rows: &[Self]| {
            let counts = rows.iter().map(|row| row.places.len()).enumerate();
            let most = counts.max_by_key(|&(at, count)| (count, usize::MAX - at));
            most.filter(|&(_, count)| 0 < count)
        };
        while let Some((fullest, most)) = fullest(&rows) {
            let is_full = |row: &Self| most < 2 * row.places.len();
            let from = (0..fullest).rev().find(|&at| !is_full(&rows[at])).map_or(0, |at| at + 1);
            let to = (fullest..rows.len()).find(|&at| !is_full(&rows[at])).unwrap_or(rows.len());
            let mut band = Self::default();
            for row in &mut rows[from..to] {
                band.places.append(&mut row.places);
                band.sum += row.sum;
            }
            bands.push(band);
        }
        bands
    }

    fn strip(&self) -> Option<Strip> {
        let count = self.places.len();
        if count < LEAST_PLACES || self.sum / (count as f32) < LEAST_MEAN {
            return None;
        }
        let (along, middle) = self.axis();
        let (mut least, mut most) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
        for &(x, y) in &self.places {
            let (x, y) = (x - middle.x, y - middle.y);
            let (far, off) = (x * along.x + y * along.y, y * along.x - x * along.y);
            least = (least.0.min(far - 0.5), least.1.min(off - 0.5));
            most = (most.0.max(far + 0.5), most.1.max(off + 0.5));
        }
        let (length, thickness) = (most.0 - least.0, most.1 - least.1);
        // The map shows the core of a line; by as much it is larger all around.
        let growth = length * thickness * GROWTH / (2.0 * (length + thickness));
        let off = f32::midpoint(least.1, most.1);
        let at = |far: f32| {
            Point::new(
                middle.x + along.x * far - along.y * off,
                middle.y + along.y * far + along.x * off,
            )
        };
        let height = thickness + 2.0 * growth;
        Some(Strip {
            from: at(least.0 - growth - ENDS * height),
            to: at(most.0 + growth + ENDS * height),
            height,
            is_rest: false,
        })
    }

    /// The direction of the line, to the right or down, and its middle. A piece that is about as
    /// high as wide lies level.
    fn axis(&self) -> (Point, Point) {
        let count = self.places.len() as f32;
        let (sum_x, sum_y) =
            self.places.iter().fold((0.0, 0.0), |(sum_x, sum_y), (x, y)| (sum_x + x, sum_y + y));
        let middle = Point::new(sum_x / count, sum_y / count);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for &(x, y) in &self.places {
            let (x, y) = (x - middle.x, y - middle.y);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        let is_round = xx.max(yy) < 4.0 * xx.min(yy) && xy.abs() < 0.4 * xx.min(yy).max(1e-6);
        if is_round {
            return (Point::new(1.0, 0.0), middle);
        }
        let angle = 0.5 * libm::atan2f(2.0 * xy, xx - yy);
        let (sin, cos) = (libm::sinf(angle), libm::cosf(angle));
        // Upright lines run down.
        let direction = if cos.abs() < sin.abs() { sin.signum() } else { cos.signum() };
        (Point::new(cos * direction, sin * direction), middle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(width: usize, height: usize, is_print: impl Fn(f32, f32) -> bool) -> Vec<f32> {
        let at = |at: usize| ((at % width) as f32, (at / width) as f32);
        (0..width * height).map(|n| if is_print(at(n).0, at(n).1) { 0.9 } else { 0.0 }).collect()
    }

    #[test]
    fn two_lines_are_two_strips() {
        let is_print = |x: f32, y: f32| {
            (10.0..60.0).contains(&x) && [10.0, 20.0].iter().any(|row| (y - row).abs() < 0.5)
        };
        let found = strips(&map(80, 40, is_print), 80, 40);
        assert_eq!(found.len(), 2);
        for (strip, y) in found.iter().zip([10.5, 20.5]) {
            assert!((strip.middle().y - y).abs() < 0.1 && (strip.middle().x - 35.0).abs() < 0.1);
            assert!(50.0 < strip.length() && strip.length() < 54.0, "{strip:?}");
        }
    }

    #[test]
    fn a_sloping_line_is_followed() {
        let is_print =
            |x: f32, y: f32| (5.0..75.0).contains(&x) && (y - 10.0 - x * 0.2).abs() < 1.5;
        let found = strips(&map(80, 40, is_print), 80, 40);
        let [strip] = &found[..] else { panic!("{found:?}") };
        let slope = (strip.to.y - strip.from.y) / (strip.to.x - strip.from.x);
        assert!((slope - 0.2).abs() < 0.02, "{slope}");
    }

    /// A line through which something runs that is higher, as a watermark does.
    #[test]
    fn what_runs_into_a_line_is_parted_from_it() {
        let line =
            |x: f32, y: f32, top: f32| (5.0..75.0).contains(&x) && (top..top + 3.0).contains(&y);
        let is_print = |x: f32, y: f32| {
            line(x, y, 20.0)
                || line(x, y, 40.0)
                || line(x, y, 60.0)
                || (10.0..25.0).contains(&x) && (40.0..52.0).contains(&y)
        };
        let found = strips(&map(80, 80, is_print), 80, 80);
        let middles: Vec<f32> =
            found.iter().filter(|s| 60.0 < s.length()).map(|s| s.middle().y).collect();
        assert_eq!(middles, [21.5, 41.5, 61.5]);
    }

    #[test]
    fn specks_and_faint_places_are_nothing() {
        assert_eq!(strips(&map(40, 40, |x, y| (x - 3.0).abs() < 0.5 && y < 4.0), 40, 40), []);
        assert_eq!(strips(&vec![0.3; 1_600], 40, 40), []);
        assert_eq!(strips(&[], 0, 0), []);
    }
}

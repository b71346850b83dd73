//! The reduced picture that is searched, and the edges in it.

use super::super::overview::Overview;

/// Half the side of the window over which an edge is compared with its surroundings.
const AROUND: usize = 10;
/// Differences below this, in levels of 255, are noise in any picture.
const LEAST_STEP: f32 = 0.5;
/// An edge has to be this much steeper than its surroundings on average.
const LEAST_RATIO: f32 = 1.3;
/// From this ratio on it counts in full.
const FULL_RATIO: f32 = 3.0;

/// Brightness and two colour differences of a reduced picture.
pub(super) struct Small {
    pub(super) width: usize,
    pub(super) height: usize,
    /// How many decoded pixels make one of these, along each side.
    pub(super) factor: usize,
    /// Brightness, red less green, and yellow less blue: three values for a pixel.
    pub(super) colours: Vec<[f32; 3]>,
}

impl Small {
    /// The coarse picture in opponent colours.
    pub(super) fn of(overview: &Overview) -> Self {
        let Overview { width, height, factor, .. } = *overview;
        let share = 1.0 / (factor * factor) as f32;
        let colours = overview.sums.iter().map(|&[red, green, blue]| {
            opponent(red as f32 * share, green as f32 * share, blue as f32 * share)
        });
        Self { width, height, factor, colours: colours.collect() }
    }

    /// Half as large: less noise, and blurred edges become steep.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut colours = Vec::with_capacity(width * height);
        for rows in self.colours.chunks_exact((self.width * 2).max(1)).take(height) {
            let (upper, lower) = rows.split_at(self.width);
            for (two, below) in upper.chunks_exact(2).zip(lower.chunks_exact(2)) {
                let sum = |n: usize| (two[0][n] + two[1][n] + below[0][n] + below[1][n]) * 0.25;
                colours.push([sum(0), sum(1), sum(2)]);
            }
        }
        Self { width, height, factor: self.factor * 2, colours }
    }

    /// The colour at a place, nearest pixel; nothing outside the picture.
    pub(super) fn at(&self, x: f32, y: f32) -> Option<[f32; 3]> {
        let (x, y) = (x + 0.5, y + 0.5);
        if !(0.0 <= x && 0.0 <= y && x < self.width as f32 && y < self.height as f32) {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Within the picture.
        self.colours.get(y as usize * self.width + x as usize).copied()
    }
}

/// Brightness (Rec. 601), red less green, and yellow less blue.
pub(super) fn opponent(red: f32, green: f32, blue: f32) -> [f32; 3] {
    [
        0.299 * red + 0.587 * green + 0.114 * blue,
        (red - green) * 0.5,
        (red + green) * 0.25 - blue * 0.5,
    ]
}

/// Brightness counts half: it varies with the light.
pub(super) fn colour_distance(one: [f32; 3], other: [f32; 3]) -> f32 {
    (one[0] - other[0]).abs() * 0.5 + (one[1] - other[1]).abs() + (one[2] - other[2]).abs()
}

/// The middle value of colours or differences; 0 of none.
pub(super) fn median(values: &[f32]) -> f32 {
    below(values, 0.5)
}

/// The value, to a quarter of a level, below which `share` of the values lie: they are
/// counted, since sorting is more code than all that needs it here.
pub(super) fn below(values: &[f32], share: f32) -> f32 {
    /// Levels below 0 that opponent colours reach.
    const LOWEST: f32 = 256.0;
    const FINENESS: f32 = 4.0;
    let mut counts = [0_u32; 2_304];
    let mut lowest = counts.len();
    for value in values {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Saturates.
        let place = libm::roundf((value + LOWEST) * FINENESS) as usize;
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
            if place < lowest {
                lowest = place;
            }
        }
    }
    let least = values.len() as f32 * share;
    let mut sum = 0.0;
    for (place, count) in counts.iter().enumerate().skip(lowest) {
        sum += *count as f32;
        if 0 < *count && least < sum {
            return place as f32 / FINENESS - LOWEST;
        }
    }
    0.0
}

/// A place where the picture changes across a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) x: u16,
    pub(super) y: u16,
    /// Direction across the edge in degrees, 0 to 179.
    pub(super) angle: u8,
    /// How much it stands out, 1 to 255.
    pub(super) weight: u8,
}

/// All edges, as a list and as a map.
pub(super) struct Edges {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) list: Vec<Edge>,
    /// Weight and direction of each pixel; weight 0 where there is no edge.
    pub(super) map: Vec<(u8, u8)>,
}

impl Edges {
    pub(super) fn of(small: &Small) -> Self {
        let (width, height) = (small.width, small.height);
        let mut edges = Self { width, height, list: Vec::new(), map: vec![(0, 0); width * height] };
        if width < 8 || height < 8 {
            return edges;
        }
        let slopes = slopes(&smooth(&small.colours, width, height), width, height);
        let around = usual_around(&slopes, width, height);
        for y in 2..height - 2 {
            let row = y * width + 2..(y + 1) * width - 2;
            for (x, (&slope, usual)) in slopes[row.clone()].iter().zip(&around[row]).enumerate() {
                let Slope { dx, dy, size } = slope;
                let usual = usual + LEAST_STEP;
                if size < usual * LEAST_RATIO {
                    continue;
                }
                let (x, at) = (x + 2, y * width + x + 2);
                // The steepest along the slope; of equals the first.
                let (wide, tall) = (dx.abs(), dy.abs());
                let step = if tall * 2.414 < wide {
                    1
                } else if wide * 2.414 < tall {
                    width
                } else if 0.0 < dx * dy {
                    width + 1
                } else {
                    width - 1
                };
                if size < slopes[at - step].size || size <= slopes[at + step].size {
                    continue;
                }
                let share = (size / usual - LEAST_RATIO) / (FULL_RATIO - LEAST_RATIO);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 1 to 255.
                let weight = (share * 254.0).min(254.0) as u8 + 1;
                let angle = degrees(dx, dy);
                edges.map[at] = (weight, angle);
                #[allow(clippy::cast_possible_truncation)] // At most 640.
                edges.list.push(Edge { x: x as u16, y: y as u16, angle, weight });
            }
        }
        edges
    }
}

/// Direction in whole degrees, 0 to 179: opposite directions are the same.
fn degrees(dx: f32, dy: f32) -> u8 {
    let (wide, tall) = (dx.abs(), dy.abs());
    let is_steep = wide < tall;
    let slope = if is_steep { wide / tall } else { tall / wide };
    // The angle up to 45° to a tenth of a degree, which an arcus tangent costs ten times as much.
    let angle = slope * (45.0 + (1.0 - slope) * (14.02 + 3.79 * slope));
    let angle = if is_steep { 90.0 - angle } else { angle };
    let angle = if dx * dy < 0.0 { 180.0 - angle } else { angle };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 180; 0 of no number.
    let whole = (angle + 0.5) as u8;
    if whole < 180 { whole } else { 0 }
}

/// How steeply the colours change at a pixel.
#[derive(Clone, Copy)]
struct Slope {
    dx: f32,
    dy: f32,
    size: f32,
}

const FLAT: Slope = Slope { dx: 0.0, dy: 0.0, size: 0.0 };

/// A binomial filter of 3 × 3; border pixels stay as they are.
fn smooth(colours: &[[f32; 3]], width: usize, height: usize) -> Vec<[f32; 3]> {
    let blend = |a: &[f32; 3], b: &[f32; 3], c: &[f32; 3]| {
        [
            (a[0] + c[0]) * 0.25 + b[0] * 0.5,
            (a[1] + c[1]) * 0.25 + b[1] * 0.5,
            (a[2] + c[2]) * 0.25 + b[2] * 0.5,
        ]
    };
    let mut smoothed = colours.to_vec();
    let mut mixed = vec![[0.0; 3]; width];
    for (three, out) in
        colours.windows(width * 3).step_by(width).zip(smoothed.chunks_exact_mut(width).skip(1))
    {
        let (above, rest) = three.split_at(width);
        let (here, below) = rest.split_at(width);
        for (((out, a), b), c) in mixed.iter_mut().zip(above).zip(here).zip(below) {
            *out = blend(a, b, c);
        }
        for (out, [a, b, c]) in out[1..].iter_mut().zip(mixed.array_windows()) {
            *out = blend(a, b, c);
        }
        if let (Some(first), Some(last)) = (out.first_mut(), mixed.first()) {
            *first = *last;
        }
        if let (Some(end), Some(last)) = (out.last_mut(), mixed.last()) {
            *end = *last;
        }
    }
    debug_assert_eq!(smoothed.len(), width * height);
    smoothed
}

/// The slope of the channel that changes most.
fn slopes(colours: &[[f32; 3]], width: usize, height: usize) -> Vec<Slope> {
    let mut slopes = vec![FLAT; width * height];
    for (three, out) in
        colours.windows(width * 3).step_by(width).zip(slopes.chunks_exact_mut(width).skip(1))
    {
        let (above, rest) = three.split_at(width);
        let (here, below) = rest.split_at(width);
        let columns = out[1..].iter_mut().zip(here.array_windows()).zip(&above[1..]);
        for (((out, [left, _, right]), above), below) in columns.zip(&below[1..]) {
            let slope = |channel: usize| {
                let dx = right[channel] - left[channel];
                let dy = below[channel] - above[channel];
                Slope { dx, dy, size: dx * dx + dy * dy }
            };
            let mut steepest = slope(0);
            for other in [slope(1), slope(2)] {
                if steepest.size < other.size {
                    steepest = other;
                }
            }
            steepest.size = steepest.size.sqrt();
            *out = steepest;
        }
    }
    slopes
}

/// The usual steepness in a window around each pixel, by running sums. Roots are
/// averaged, so that a printed frame does not hide the fainter edge of the paper beside it.
fn usual_around(slopes: &[Slope], width: usize, height: usize) -> Vec<f32> {
    let roots: Vec<f32> = slopes.iter().map(|slope| slope.size.sqrt()).collect();
    let mut across = vec![0.0; width * height];
    for (row, means) in roots.chunks_exact(width).zip(across.chunks_exact_mut(width)) {
        for (x, mean) in means.iter_mut().enumerate() {
            *mean = if x == 0 { row.iter().take(AROUND + 1).sum() } else { 0.0 };
        }
        let mut sum = means[0];
        let mut count = (AROUND + 1).min(width) as f32;
        means[0] = sum / count;
        for x in 1..width {
            if let Some(slope) = row.get(x + AROUND) {
                sum += slope;
                count += 1.0;
            }
            if AROUND < x {
                sum -= row[x - AROUND - 1];
                count -= 1.0;
            }
            means[x] = sum / count;
        }
    }
    let mut both = vec![0.0; width * height];
    let mut sums: Vec<f32> = vec![0.0; width];
    let mut count = 0.0;
    let add = |sums: &mut [f32], y: usize, sign: f32| {
        for (sum, &value) in sums.iter_mut().zip(&across[y * width..(y + 1) * width]) {
            *sum += value * sign;
        }
    };
    for y in 0..(AROUND + 1).min(height) {
        add(&mut sums, y, 1.0);
        count += 1.0;
    }
    for y in 0..height {
        if 0 < y {
            if y + AROUND < height {
                add(&mut sums, y + AROUND, 1.0);
                count += 1.0;
            }
            if AROUND < y {
                add(&mut sums, y - AROUND - 1, -1.0);
                count -= 1.0;
            }
        }
        for (mean, &sum) in both[y * width..(y + 1) * width].iter_mut().zip(&sums) {
            *mean = (sum / count) * (sum / count);
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_right_to_a_degree_and_opposite_ones_the_same() {
        for tenths in 0_u16..3_600 {
            let angle = f32::from(tenths) / 10.0;
            let (dy, dx) = libm::sincosf(angle.to_radians());
            let off = (f32::from(degrees(dx, dy)) - angle).rem_euclid(180.0);
            assert!(off.min(180.0 - off) < 0.6, "{angle}: {}", degrees(dx, dy));
        }
    }
}

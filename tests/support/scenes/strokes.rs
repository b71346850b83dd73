//! Characters that nobody has written: strokes in a unit square, as dense as print.

use fastrand::Rng;

use super::picture::Place;

/// The strokes of a character, each a line through points.
pub type Glyph = Vec<Vec<Place>>;

/// An invented character, as crowded as Chinese ones are: one or two parts side by side or one
/// above the other.
pub fn character(number: u32) -> Glyph {
    let mut rng = Rng::with_seed(u64::from(number) * 7_919 + 17);
    let mut glyph = Glyph::new();
    match rng.u8(..6) {
        0 => part(&mut rng, [0.08, 0.06, 0.92, 0.94], &mut glyph),
        1 | 2 => {
            part(&mut rng, [0.05, 0.1, 0.38, 0.92], &mut glyph);
            part(&mut rng, [0.47, 0.06, 0.95, 0.94], &mut glyph);
        }
        3 | 4 => {
            part(&mut rng, [0.1, 0.05, 0.9, 0.42], &mut glyph);
            part(&mut rng, [0.06, 0.52, 0.94, 0.95], &mut glyph);
        }
        _ => {
            outline(&mut glyph, [0.1, 0.08, 0.9, 0.92]);
            part(&mut rng, [0.28, 0.28, 0.72, 0.76], &mut glyph);
        }
    }
    glyph
}

fn outline(glyph: &mut Glyph, [x0, y0, x1, y1]: [f32; 4]) {
    glyph.push(vec![[x0, y1], [x0, y0], [x1, y0], [x1, y1], [x0, y1]]);
}

fn part(rng: &mut Rng, area: [f32; 4], glyph: &mut Glyph) {
    let [x0, y0, x1, y1] = area;
    let at = |x: f32, y: f32| [x0 + (x1 - x0) * x, y0 + (y1 - y0) * y];
    let rows = |glyph: &mut Glyph, count: u8, from: f32, to: f32| {
        for row in 0..count {
            let y = from + (to - from) * f32::from(row) / f32::from((count - 1).max(1));
            glyph.push(vec![at(0.0, y + 0.03), at(1.0, y)]);
        }
    };
    match rng.u8(..7) {
        0 => {
            outline(glyph, area);
            glyph.push(vec![at(0.0, 0.5), at(1.0, 0.5)]);
        }
        1 => {
            rows(glyph, 3, 0.05, 0.95);
            glyph.push(vec![at(0.5, 0.0), at(0.5, 1.0)]);
        }
        2 => {
            rows(glyph, 1, 0.3, 0.3);
            glyph.push(vec![at(0.5, 0.0), at(0.45, 0.5), at(0.0, 1.0)]);
            glyph.push(vec![at(0.5, 0.4), at(1.0, 1.0)]);
        }
        3 => {
            glyph.push(vec![at(0.5, 0.0), at(0.5, 0.9), at(0.3, 0.8)]);
            glyph.push(vec![at(0.15, 0.45), at(0.0, 0.8)]);
            glyph.push(vec![at(0.82, 0.45), at(1.0, 0.8)]);
            rows(glyph, 1, 0.22, 0.22);
        }
        4 => {
            rows(glyph, 2, 0.15, 0.6);
            glyph.push(vec![at(0.3, 0.0), at(0.3, 1.0)]);
            glyph.push(vec![at(0.7, 0.0), at(0.7, 1.0)]);
        }
        5 => {
            glyph.push(vec![at(0.1, 0.0), at(0.3, 0.16)]);
            glyph.push(vec![at(0.0, 0.35), at(0.2, 0.5)]);
            glyph.push(vec![at(0.05, 1.0), at(0.3, 0.62)]);
            glyph.push(vec![at(0.45, 0.1), at(1.0, 0.1), at(0.9, 0.95), at(0.7, 0.85)]);
            glyph.push(vec![at(0.5, 0.5), at(0.9, 0.5)]);
        }
        _ => {
            outline(glyph, [x0, y0, x1, y0 + (y1 - y0) * 0.5]);
            glyph.push(vec![at(0.5, 0.5), at(0.5, 1.0)]);
            glyph.push(vec![at(0.0, 0.98), at(1.0, 0.98)]);
        }
    }
}

/// The ten figures, half as wide as high.
pub fn figure(value: u8) -> Glyph {
    let strokes: &[&[Place]] = match value % 10 {
        0 => &[&[
            [0.25, 0.1],
            [0.4, 0.2],
            [0.45, 0.5],
            [0.4, 0.8],
            [0.25, 0.9],
            [0.1, 0.8],
            [0.05, 0.5],
            [0.1, 0.2],
            [0.25, 0.1],
        ]],
        1 => &[&[[0.1, 0.25], [0.27, 0.1], [0.27, 0.9]]],
        2 => &[&[[0.06, 0.25], [0.2, 0.1], [0.42, 0.2], [0.4, 0.42], [0.05, 0.9], [0.45, 0.9]]],
        3 => &[&[[0.06, 0.1], [0.42, 0.1], [0.2, 0.45], [0.42, 0.6], [0.36, 0.88], [0.06, 0.85]]],
        4 => &[&[[0.36, 0.9], [0.36, 0.1], [0.04, 0.66], [0.47, 0.66]]],
        5 => &[&[
            [0.42, 0.1],
            [0.1, 0.1],
            [0.08, 0.45],
            [0.35, 0.45],
            [0.43, 0.7],
            [0.3, 0.9],
            [0.06, 0.86],
        ]],
        6 => &[&[
            [0.4, 0.12],
            [0.15, 0.3],
            [0.06, 0.65],
            [0.2, 0.9],
            [0.42, 0.78],
            [0.4, 0.52],
            [0.08, 0.56],
        ]],
        7 => &[&[[0.05, 0.1], [0.45, 0.1], [0.18, 0.9]]],
        8 => &[&[
            [0.25, 0.48],
            [0.08, 0.3],
            [0.25, 0.1],
            [0.42, 0.3],
            [0.25, 0.48],
            [0.06, 0.7],
            [0.25, 0.9],
            [0.44, 0.7],
            [0.25, 0.48],
        ]],
        _ => &[&[
            [0.42, 0.42],
            [0.1, 0.46],
            [0.08, 0.2],
            [0.3, 0.1],
            [0.44, 0.35],
            [0.36, 0.7],
            [0.12, 0.88],
        ]],
    };
    strokes.iter().map(|stroke| stroke.to_vec()).collect()
}

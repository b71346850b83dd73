//! Both sides of an identity card: portrait and number, emblem and office.

use fastrand::Rng;

use super::super::picture::{Light, of_code};
use super::{Paper, Pen, between};

/// Pale inks that cards are tinted with: two that lie over each other.
const TINTS: [[[u8; 3]; 2]; 5] = [
    [[236, 240, 232], [196, 214, 200]],
    [[240, 236, 240], [206, 196, 220]],
    [[236, 242, 246], [186, 208, 222]],
    [[246, 240, 228], [224, 206, 178]],
    [[244, 244, 242], [218, 218, 216]],
];

pub fn tint(paper: &mut Paper, rng: &mut Rng) {
    let [ground, wave] = TINTS[rng.usize(..TINTS.len())].map(of_code);
    let (pitch, swing) = (between(rng, 0.7, 1.6), between(rng, 0.4, 1.8));
    paper.waves(ground, wave, pitch, swing);
}

fn black(rng: &mut Rng) -> Light {
    of_code([20 + rng.u8(..30), 20 + rng.u8(..28), 22 + rng.u8(..30)])
}

pub(super) fn front(paper: &mut Paper, rng: &mut Rng) {
    tint(paper, rng);
    let ink = black(rng);
    let label_ink = of_code([40 + rng.u8(..40), 90 + rng.u8(..50), 130 + rng.u8(..50)]);
    let em = between(rng, 2.7, 3.4);
    let (left, value) = (between(rng, 5.0, 7.5), between(rng, 15.5, 18.0));
    let top = between(rng, 5.5, 8.0);
    let step = em * between(rng, 2.1, 2.5);
    let label = Pen::label(em * 0.8, label_ink);
    let field = Pen::field("name", em, ink);

    paper.words(rng, &label, [left, top], 2);
    let length = rng.usize(2..5);
    paper.words(rng, &Pen { em: em * 1.1, ..field }, [value, top], length);
    paper.words(rng, &label, [left, top + step], 2);
    paper.words(rng, &Pen { name: "sex", ..field }, [value, top + step], 1);
    paper.words(rng, &label, [value + em * 3.5, top + step], 2);
    paper.words(rng, &Pen { name: "nation", ..field }, [value + em * 6.3, top + step], 1);
    paper.words(rng, &label, [left, top + step * 2.0], 2);
    let birth = Pen { name: "birth", ..field }.figures();
    let x = paper.words(rng, &birth, [value, top + step * 2.0], 4);
    let x = paper.words(rng, &birth, [x + em * 1.2, top + step * 2.0], 2);
    paper.words(rng, &birth, [x + em * 1.2, top + step * 2.0], 2);
    paper.words(rng, &label, [left, top + step * 3.0], 2);
    let address = Pen { name: "address", ..field };
    let length = rng.usize(8..12);
    paper.words(rng, &address, [value, top + step * 3.0], length);
    let length = rng.usize(4..10);
    paper.words(rng, &address, [value, top + step * 3.0 + em * 1.4], length);

    let number_y = between(rng, 44.0, 47.0);
    paper.words(rng, &label, [left, number_y], 6);
    let number = Pen { name: "number", em: em * 1.15, ..field }.figures();
    paper.words(rng, &number, [left + em * 8.0, number_y - em * 0.1], 18);

    let x = between(rng, 56.5, 59.5);
    let y = between(rng, 8.0, 11.0);
    let size = between(rng, 21.0, 23.5);
    paper.portrait(rng, [x, y, x + size, y + size * 1.25]);
}

pub(super) fn back(paper: &mut Paper, rng: &mut Rng) {
    tint(paper, rng);
    let ink = black(rng);
    let (x, y) = (between(rng, 12.0, 15.0), between(rng, 12.5, 15.5));
    let radius = between(rng, 6.5, 8.0);
    emblem(paper, rng, [x, y], radius);
    let em = between(rng, 4.2, 5.2);
    let title = Pen::label(em, ink).thick(0.09);
    let start = between(rng, 28.0, 31.0);
    let title_y = between(rng, 8.0, 9.5);
    paper.words(rng, &title, [start, title_y], 7);
    let wide = Pen::label(em * 1.25, ink).thick(0.1);
    let wide_y = between(rng, 16.5, 18.5);
    paper.words(rng, &wide, [start + 1.0, wide_y], 5);

    let em = between(rng, 2.6, 3.2);
    let (label, field) = (Pen::label(em, ink), Pen::field("office", em, ink));
    let (left, step) = (between(rng, 20.0, 26.0), em * between(rng, 2.0, 2.5));
    let first = between(rng, 35.5, 38.0);
    let after = paper.words(rng, &label, [left, first], 4);
    let length = rng.usize(5..9);
    paper.words(rng, &field, [after + em, first], length);
    paper.words(rng, &label, [left, first + step], 4);
    let valid = Pen { name: "validity", ..field }.figures();
    let x = paper.words(rng, &valid, [after + em, first + step], 8);
    paper.words(rng, &valid, [x + em, first + step], 8);
}

/// Petals around a disc, in red and gold, with something built in it.
pub fn emblem(paper: &mut Paper, rng: &mut Rng, [x, y]: [f32; 2], radius: f32) {
    let red = of_code([190 + rng.u8(..40), 40 + rng.u8(..30), 30 + rng.u8(..30)]);
    let gold = of_code([214 + rng.u8(..30), 170 + rng.u8(..30), 70 + rng.u8(..40)]);
    let density = paper.density;
    let centre = paper.px([x, y]);
    for petal in 0_u8..14 {
        let (sin, cos) = super::super::picture::turn_of(f32::from(petal) * 25.7);
        let tip = paper.px([x + cos * radius * 0.95, y + sin * radius * 0.95]);
        paper.face.line(centre, tip, radius * 0.16 * density, gold);
    }
    let half = radius * 0.72 * density;
    paper.face.ellipse(centre, [half, half], red);
    for row in 0_u8..3 {
        let y = y + radius * (0.05 + 0.15 * f32::from(row));
        let half = radius * (0.24 + 0.1 * f32::from(row));
        let (a, b) = (paper.px([x - half, y]), paper.px([x + half, y]));
        paper.face.line(a, b, radius * 0.07 * density, gold);
    }
    let star = paper.px([x, y - radius * 0.3]);
    paper.face.ellipse(star, [radius * 0.13 * density, radius * 0.13 * density], gold);
    paper.region("emblem", [x - radius, y - radius, x + radius, y + radius]);
}

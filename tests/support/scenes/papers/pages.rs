//! Pages: a licence in its frame, a letter with a seal, a sealed photocopy of a card.

use fastrand::Rng;

use super::super::picture::{Light, luma, of_code};
use super::{Paper, Pen, Sort, between, cards};

fn black(rng: &mut Rng) -> Light {
    of_code([18 + rng.u8(..40), 18 + rng.u8(..38), 20 + rng.u8(..36)])
}

pub(super) fn licence(paper: &mut Paper, rng: &mut Rng) {
    let grounds = [[250, 246, 236], [244, 248, 250], [252, 250, 250], [246, 240, 246]];
    let waves = [[232, 220, 190], [206, 224, 232], [236, 224, 222], [222, 206, 226]];
    let choice = rng.usize(..grounds.len());
    paper.waves(of_code(grounds[choice]), of_code(waves[choice]), 2.6, between(rng, 1.0, 3.0));
    frame(paper, rng);
    let ink = black(rng);
    let aside = between(rng, -6.0, 6.0);
    let radius = between(rng, 11.0, 14.0);
    cards::emblem(paper, rng, [148.5 + aside, 33.0], radius);
    let em = between(rng, 12.0, 15.0);
    let x = 148.5 - em * 2.8 * 1.06;
    let title_y = between(rng, 52.0, 56.0);
    paper.words(rng, &Pen::label(em, ink).thick(0.1), [x, title_y], 5);

    let em = between(rng, 4.0, 5.0);
    let (label, field) = (Pen::label(em, ink).thick(0.095), Pen::field("value", em, ink));
    let code = Pen { name: "code", ..field }.figures();
    let code_y = between(rng, 62.0, 66.0);
    paper.words(rng, &code, [30.0, code_y], 18);
    let step = em * between(rng, 2.5, 3.0);
    let top = between(rng, 88.0, 94.0);
    let names = ["company", "type", "person", "scope"];
    for (row, name) in (0_u8..).zip(names) {
        let y = top + step * f32::from(row);
        let left = between(rng, 28.0, 30.0);
        paper.words(rng, &label, [left, y], 4);
        let length = rng.usize(6..17);
        paper.words(rng, &Pen { name, ..field }, [left + em * 5.2, y], length);
    }
    for row in 0_u8..rng.u8(1..4) {
        let y = top + step * 3.0 + em * 1.5 * f32::from(row + 1);
        let length = rng.usize(12..19);
        let left = 29.0 + em * 5.2;
        paper.words(rng, &Pen { name: "scope", ..field }, [left, y], length);
    }
    for (row, name) in (0_u8..).zip(["capital", "founded", "address"]) {
        let y = top + step * f32::from(row);
        paper.words(rng, &label, [168.0, y], 4);
        let length = rng.usize(5..12);
        paper.words(rng, &Pen { name, ..field }, [168.0 + em * 5.2, y], length);
    }
    let square_x = between(rng, 232.0, 240.0);
    let square_y = between(rng, 50.0, 56.0);
    code_square(paper, rng, [square_x, square_y], 24.0);
    let seal = [between(rng, 218.0, 232.0), between(rng, 158.0, 164.0)];
    let label = Pen::label(em * 1.3, ink);
    paper.words(rng, &label, [160.0, 160.0], 4);
    let radius = between(rng, 18.0, 21.0);
    paper.seal(rng, seal, radius);
    let date = Pen { name: "date", ..field }.figures();
    paper.words(rng, &date, [216.0, 184.0], 8);
}

/// A double frame with curls in the corners.
pub fn frame(paper: &mut Paper, rng: &mut Rng) {
    let tones = [[150, 110, 60], [60, 90, 140], [150, 60, 60], [90, 120, 90]];
    let tone = of_code(tones[rng.usize(..tones.len())]);
    let density = paper.density;
    for (margin, thick) in [(9.0, 2.6), (13.5, 0.7)] {
        let [width, height] = paper.sort.size_mm();
        let corners = [
            [margin, margin],
            [width - margin, margin],
            [width - margin, height - margin],
            [margin, height - margin],
            [margin, margin],
        ]
        .map(|corner| paper.px(corner));
        paper.face.polyline(&corners, thick * density, tone);
    }
    let [width, height] = paper.sort.size_mm();
    for corner in
        [[17.0, 17.0], [width - 17.0, 17.0], [width - 17.0, height - 17.0], [17.0, height - 17.0]]
    {
        let centre = paper.px(corner);
        paper.face.ring(centre, 3.0 * density, 0.8 * density, tone);
    }
}

/// Black and white modules, three eyes in its corners.
pub fn code_square(paper: &mut Paper, rng: &mut Rng, [x, y]: [f32; 2], size: f32) {
    const MODULES: u8 = 25;
    let module = size / f32::from(MODULES);
    for row in 0..MODULES {
        for column in 0..MODULES {
            let in_eye = |at: u8, low: bool| if low { at < 7 } else { MODULES - 8 < at };
            let eye = (in_eye(row, true) && (in_eye(column, true) || in_eye(column, false)))
                || (in_eye(row, false) && in_eye(column, true));
            let fold = |at: u8| if 7 < at { MODULES - 1 - at } else { at };
            let layer = |at: u8| at.min(6 - at.min(6));
            let depth = layer(fold(row)).min(layer(fold(column)));
            let is_dark = if eye { depth != 1 } else { rng.bool() };
            if is_dark {
                let from = [x + module * f32::from(column), y + module * f32::from(row)];
                let to = from.map(|at| at + module);
                let (from, to) = (paper.px(from), paper.px(to));
                paper.face.block(from, to, of_code([30, 30, 32]));
            }
        }
    }
    paper.region("qr", [x, y, x + size, y + size]);
}

pub(super) fn letter(paper: &mut Paper, rng: &mut Rng) {
    let white = of_code([246 + rng.u8(..9), 246 + rng.u8(..9), 240 + rng.u8(..14)]);
    paper.face.pixels.fill(white);
    let ink = black(rng);
    let margin = between(rng, 24.0, 32.0);
    let em = between(rng, 7.5, 9.5);
    let length = rng.usize(5..9);
    let x = 105.0 - em * 0.53 * length as f32;
    let title_y = between(rng, 32.0, 44.0);
    paper.words(rng, &Pen::label(em, ink).thick(0.1), [x, title_y], length);
    let em = between(rng, 4.4, 5.6);
    let field = Pen::field("body", em, ink);
    let mut y = between(rng, 62.0, 74.0);
    let across = ((210.0 - margin * 2.0) / (em * 1.06)) as usize;
    for paragraph in 0..rng.usize(2..4) {
        for line in 0..rng.usize(2..6) {
            let indent = if line == 0 && 0 < paragraph { 2 } else { 0 };
            let x = margin + em * 1.06 * indent as f32;
            let length = across - indent - if rng.u8(..4) == 0 { rng.usize(2..9) } else { 0 };
            paper.words(rng, &field, [x, y], length);
            y += em * 1.75;
        }
        y += em * 0.9;
    }
    let seal = [between(rng, 142.0, 158.0), (y + 34.0).min(252.0)];
    paper.words(rng, &Pen { name: "company", ..field }, [120.0, seal[1] - 8.0], 9);
    paper.words(rng, &Pen { name: "date", ..field }.figures(), [132.0, seal[1] + 3.0], 8);
    let radius = between(rng, 19.0, 22.0);
    paper.seal(rng, seal, radius);
}

/// Both sides of a card on a sheet of white paper, in the grey of a copier, under a red seal.
pub(super) fn copy(paper: &mut Paper, rng: &mut Rng) {
    let white = of_code([240 + rng.u8(..12); 3]);
    paper.face.pixels.fill(white);
    let x = between(rng, 55.0, 68.0);
    let tops = [between(rng, 45.0, 62.0), between(rng, 122.0, 140.0)];
    for (sort, top) in [Sort::Front, Sort::Back].into_iter().zip(tops) {
        let card = Paper::printed(sort, rng.u64(..), paper.density, true);
        let (from, density) = (paper.px([x, top]), paper.density);
        let [width, height] = sort.size_mm();
        let to = paper.px([x + width, top + height]);
        for row in from[1] as usize..to[1] as usize {
            for column in from[0] as usize..to[0] as usize {
                let at = [column as f32 - from[0], row as f32 - from[1]].map(|px| px / density);
                // A copier's hard hand: pale tints burn out.
                let tone = (luma(card.at(at)) * 1.25 - 0.04).clamp(0.02, 0.88);
                paper.face.pixels[row * paper.face.width + column] = [tone; 3];
            }
        }
        for line in card.lines {
            let [x0, y0, x1, y1] = line.area;
            let area = [x0 + x, y0 + top, x1 + x, y1 + top];
            paper.lines.push(super::Line { area, ground: 0.8, ..line });
        }
    }
    let ink = black(rng);
    let em = between(rng, 5.0, 6.5);
    let y = between(rng, 200.0, 214.0);
    for row in 0_u8..2 {
        let line = Pen::label(em, ink).thick(0.06);
        paper.words(rng, &line, [48.0, y + em * 1.8 * f32::from(row)], 11);
    }
    let seal = [between(rng, 110.0, 150.0), y + between(rng, 6.0, 22.0)];
    let radius = between(rng, 19.0, 21.5);
    paper.seal(rng, seal, radius);
}

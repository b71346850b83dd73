//! Licences, written: the lying form of 2019 with two columns, the standing one of 2014 with one.

use fastrand::Rng;

use super::super::papers::{Paper, between, cards, pages};
use super::super::picture::of_code;
use super::companies::{Licence, Row};
use super::fonts::{Face, Type};

fn ground(paper: &mut Paper, rng: &mut Rng) {
    let grounds = [[250, 246, 236], [244, 248, 250], [252, 250, 250], [246, 240, 246]];
    let waves = [[240, 230, 206], [222, 234, 240], [242, 232, 230], [232, 220, 236]];
    let choice = rng.usize(..grounds.len());
    paper.waves(of_code(grounds[choice]), of_code(waves[choice]), 2.6, between(rng, 1.0, 3.0));
    pages::frame(paper, rng);
}

/// Print of a licence: labels in a heavier face than values, as most are, or in the same.
fn types(rng: &mut Rng, em: f32) -> [Type; 2] {
    let pairs = [
        [Face::BoldSerif, Face::Serif],
        [Face::BoldSans, Face::Serif],
        [Face::Serif, Face::Serif],
        [Face::Sans, Face::Sans],
        [Face::BoldSerif, Face::Sans],
    ];
    let [label, value] = pairs[rng.usize(..pairs.len())];
    let ink = of_code([18 + rng.u8(..40), 18 + rng.u8(..38), 20 + rng.u8(..36)]);
    let (wide, space) = (between(rng, 0.94, 1.02), between(rng, 0.0, 0.08));
    [label, value].map(|face| Type { face, em, wide, space, ink })
}

/// A label: one of two or three characters is as wide as one of four.
fn label(paper: &mut Paper, label: &Type, [x, y]: [f32; 2], text: &str) {
    let characters: Vec<char> = text.chars().collect();
    let (count, four) = (characters.len(), label.width("四个字宽"));
    if 4 <= count {
        label.print(paper, [x, y], text);
        return;
    }
    let own = label.width("字");
    for (n, c) in characters.iter().enumerate() {
        let at = (four - own) * n as f32 / (count - 1) as f32;
        label.print(paper, [x + at, y], &c.to_string());
    }
}

/// Rows of a column; gives where the next would stand.
fn column(
    paper: &mut Paper,
    rows: &[Row],
    [name, value]: &[Type; 2],
    [x, top]: [f32; 2],
    (right, row): (f32, f32),
) -> f32 {
    let widths = rows.iter().map(|row| name.width(row.label));
    let widest = widths.fold(name.width("四个字宽"), f32::max);
    let at = x + widest + name.em;
    let mut y = top;
    for entry in rows {
        label(paper, name, [x, y], entry.label);
        let lines = (right - at, value.em * 1.45);
        let end = if let Some(field) = entry.name {
            value.block(paper, field, [at, y], lines, &entry.text)
        } else {
            value.print(paper, [at, y], &entry.text);
            y
        };
        y = (y + row).max(end + value.em * 0.7);
    }
    y
}

/// What stands below and is no field: who issues it, when, and where it is published.
fn foot(paper: &mut Paper, rng: &mut Rng, name: &Type, y: f32) {
    let [width, height] = paper.sort.size_mm();
    name.print(paper, [width * 0.56, y], "登记机关");
    let seal = [width * 0.76, y + 6.0];
    let radius = between(rng, 16.0, 19.0);
    paper.seal(rng, seal, radius);
    let [year, month, day] = super::people::parts(super::people::day(rng, 2_015, 2_026));
    let text = format!("{year}  年  {month}  月  {day}  日");
    name.print(paper, [width * 0.62, y + 16.0], &text);
    let small = Type { face: Face::Sans, em: 2.6, ..*name };
    small.print(
        paper,
        [24.0, height - 18.0],
        "国家企业信用信息公示系统网址：http://www.example.org",
    );
    small.print(paper, [width - 74.0, height - 18.0], "样本 SPECIMEN  样本监制");
}

fn code(paper: &mut Paper, rng: &mut Rng, types: &[Type; 2], at: [f32; 2], text: &str) {
    let [name, value] = types;
    let value = Type { em: value.em * between(rng, 1.0, 1.15), ..*value };
    let end = name.print(paper, at, "统一社会信用代码");
    let [x, y] = at;
    // Beside its label or below it.
    let corner = if rng.bool() { [end + name.em, y] } else { [x, y + name.em * 1.6] };
    value.field(paper, "uscc", corner, text);
}

/// A4 lying, two columns.
pub fn lying(paper: &mut Paper, rng: &mut Rng) {
    ground(paper, rng);
    let licence = Licence::of(rng);
    let em = between(rng, 4.0, 4.8);
    let types = types(rng, em);
    let radius = between(rng, 10.0, 12.0);
    cards::emblem(paper, rng, [148.5, 30.0], radius);
    let title =
        Type { face: Face::BoldSerif, em: between(rng, 14.0, 18.0), space: 0.2, ..types[0] };
    let x = 148.5 - title.width("营业执照") / 2.0;
    title.print(paper, [x, 46.0], "营业执照");
    if rng.bool() {
        types[0].print(paper, [148.5 - em * 2.0, 66.0], "（副本）");
    }
    let mut small = types;
    for kind in &mut small {
        kind.em *= 0.9;
    }
    let code_y = between(rng, 30.0, 36.0);
    code(paper, rng, &small, [24.0, code_y], &licence.code);
    let place = [between(rng, 236.0, 244.0), between(rng, 26.0, 36.0)];
    pages::code_square(paper, rng, place, 24.0);
    let (top, row) = (between(rng, 78.0, 84.0), em * between(rng, 2.4, 2.9));
    let left = between(rng, 23.0, 27.0);
    let middle = between(rng, 164.0, 170.0);
    column(paper, &licence.left, &types, [left, top], (middle - em * 1.5, row));
    let y = column(paper, &licence.right, &types, [middle, top], (277.0, row));
    foot(paper, rng, &types[0], (y + 4.0).max(158.0));
}

/// A4 standing, one column.
pub fn standing(paper: &mut Paper, rng: &mut Rng) {
    ground(paper, rng);
    let licence = Licence::of(rng);
    let em = between(rng, 4.4, 5.4);
    let types = types(rng, em);
    cards::emblem(paper, rng, [105.0, 38.0], 12.0);
    let title =
        Type { face: Face::BoldSerif, em: between(rng, 15.0, 18.0), space: 0.25, ..types[0] };
    let x = 105.0 - title.width("营业执照") / 2.0;
    title.print(paper, [x, 56.0], "营业执照");
    let code_x = between(rng, 28.0, 44.0);
    code(paper, rng, &types, [code_x, 80.0], &licence.code);
    let (top, row) = (between(rng, 99.0, 104.0), em * between(rng, 2.0, 2.3));
    let left = between(rng, 26.0, 36.0);
    // The old order: where it is before who it is, what it does last.
    let Licence { left: first, right: second, .. } = licence;
    let mut rows: Vec<Row> = first.into_iter().chain(second).collect();
    let order = ["名称", "类型", "住所", "经营场所", "主要经营场所", "营业场所"];
    let rank = |row: &Row| match order.iter().position(|label| *label == row.label) {
        Some(at) => at,
        None if row.name == Some("scope") => order.len() + 1,
        None => order.len(),
    };
    rows.sort_by_key(rank);
    let y = column(paper, &rows, &types, [left, top], (184.0, row));
    foot(paper, rng, &types[0], (y + 2.0).clamp(220.0, 252.0));
}

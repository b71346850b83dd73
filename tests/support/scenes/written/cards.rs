//! Both sides of an identity card, written.

use fastrand::Rng;

use super::super::papers::{Paper, between, cards};
use super::super::picture::of_code;
use super::fonts::{Face, Type};
use super::people;

/// Print of a card: blue labels and black values, in two typefaces or one.
fn types(rng: &mut Rng, em: f32) -> [Type; 2] {
    let faces = [Face::Sans, Face::Sans, Face::Serif, Face::BoldSans];
    let (face, wide) = (faces[rng.usize(..faces.len())], between(rng, 0.92, 1.02));
    let label_ink = of_code([30 + rng.u8(..60), 90 + rng.u8(..60), 140 + rng.u8(..60)]);
    let ink = of_code([18 + rng.u8(..35), 18 + rng.u8(..30), 20 + rng.u8(..30)]);
    let space = between(rng, 0.0, 0.1);
    let value = Type { face, em, wide, space, ink };
    [Type { face: Face::Sans, em: em * between(rng, 0.8, 1.0), ink: label_ink, ..value }, value]
}

pub fn front(paper: &mut Paper, rng: &mut Rng) {
    cards::tint(paper, rng);
    let em = between(rng, 2.7, 3.2);
    let [label, value] = types(rng, em);
    let (left, x) = (between(rng, 5.0, 7.0), between(rng, 14.5, 17.0));
    let (top, step) = (between(rng, 5.5, 7.5), em * between(rng, 2.2, 2.6));
    let row = |n: f32| top + step * n;
    // Labels are smaller: they stand on the middle of the row.
    let drop = (em - label.em) / 2.0;
    let is_woman = rng.bool();
    let birth = people::day(rng, 1_950, 2_008);

    label.print(paper, [left, row(0.0) + drop], "姓名");
    let larger = Type { em: em * between(rng, 1.0, 1.2), ..value };
    larger.field(paper, "name", [x, row(0.0) - 0.1], &people::person(rng));
    label.print(paper, [left, row(1.0) + drop], "性别");
    value.field(paper, "sex", [x, row(1.0)], if is_woman { "女" } else { "男" });
    let nation = x + em * between(rng, 2.6, 3.6);
    let end = label.print(paper, [nation, row(1.0) + drop], "民族");
    value.field(paper, "nation", [end + em * 0.8, row(1.0)], people::ethnicity(rng));
    label.print(paper, [left, row(2.0) + drop], "出生");
    let mut at = x;
    let units = [("birth_year", "年"), ("birth_month", "月"), ("birth_day", "日")];
    for ((name, unit), number) in units.into_iter().zip(people::parts(birth)) {
        let end = value.field(paper, name, [at, row(2.0)], &number.to_string());
        at = label.print(paper, [end + em * 0.4, row(2.0) + drop], unit) + em * 0.4;
    }
    label.print(paper, [left, row(3.0) + drop], "住址");
    let lines = (57.0 - x, em * between(rng, 1.3, 1.5));
    let is_long = rng.bool();
    value.block(paper, "address", [x, row(3.0)], lines, &people::address(rng, is_long));

    let number_y = between(rng, 44.0, 47.0);
    let end = label.print(paper, [left, number_y + 0.3], "公民身份号码");
    let digits = Type { em: em * 1.15, space: between(rng, 0.04, 0.14), ..value };
    let number = people::id_number(rng, birth, is_woman);
    digits.field(paper, "id_number", [end + em, number_y - em * 0.1], &number);
    let specimen = Type { face: Face::Sans, em: 1.6, ..label };
    specimen.print(paper, [left, 50.6], "样本 SPECIMEN");

    let (x, y) = (between(rng, 58.5, 60.0), between(rng, 8.0, 11.0));
    let size = between(rng, 20.0, 22.5);
    paper.portrait(rng, [x, y, x + size, y + size * 1.25]);
}

pub fn back(paper: &mut Paper, rng: &mut Rng) {
    cards::tint(paper, rng);
    let (x, y) = (between(rng, 12.0, 15.0), between(rng, 12.5, 15.5));
    let radius = between(rng, 6.5, 8.0);
    cards::emblem(paper, rng, [x, y], radius);
    let em = between(rng, 2.6, 3.2);
    let [label, value] = types(rng, em);
    let label = Type { ink: value.ink, ..label };
    let title = Type { face: Face::Serif, em: between(rng, 4.4, 5.4), ..value };
    let start = between(rng, 27.0, 30.0);
    title.print(paper, [start, between(rng, 8.0, 9.5)], "中华人民共和国");
    let wide = Type { face: Face::BoldSerif, em: between(rng, 6.0, 7.2), ..value };
    wide.print(paper, [start, between(rng, 16.5, 18.5)], "居民身份证");

    let left = between(rng, 18.0, 25.0);
    let (first, step) = (between(rng, 36.0, 38.5), em * between(rng, 2.0, 2.4));
    let end = label.print(paper, [left, first], "签发机关");
    let x = end + em * between(rng, 0.6, 1.2);
    value.field(paper, "issuer", [x, first], &people::issuer(rng));
    label.print(paper, [left, first + step], "有效期限");
    let from = people::day(rng, 2_006, 2_025);
    let point = |date: renzheng::date::Date| date.to_string().replace('-', ".");
    let to = match rng.u8(..4) {
        0 => "长期".to_owned(),
        n => point(from.plus_years([5, 10, 20][usize::from(n - 1)])),
    };
    value.field(paper, "valid_period", [x, first + step], &format!("{}-{to}", point(from)));
    let specimen = Type { face: Face::Sans, em: 1.6, ..label };
    specimen.print(paper, [5.0, 50.6], "样本 SPECIMEN");
}

//! Pages that are written down line by line: which field is read of them.

use super::super::page::Strip;
use super::*;
use crate::photo::Point;

/// A line of print at a place: middle of its first character, and the height of its characters.
fn line((x, y): (f32, f32), em: f32, text: &str) -> Line {
    let width = text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.05 }).sum::<f32>() * em;
    let (from, to) = (Point::new(x, y), Point::new(x + width, y));
    Line::written(Strip { from, to, height: 1.4 * em, is_rest: false }, text, 0.95)
}

fn read(kind: Kind, lines: &[Line]) -> Vec<(&'static str, String, bool)> {
    read_with(kind, lines, &[])
}

fn read_with(kind: Kind, lines: &[Line], hidden: &[[f32; 4]]) -> Vec<(&'static str, String, bool)> {
    let found = fields(kind, lines, &Sight { width: 1_000.0, hidden: hidden.to_vec() });
    found.into_iter().map(|(name, draft)| (name.as_str(), draft.text, draft.holds)).collect()
}

fn text_of(found: &[(&'static str, String, bool)], name: &str) -> (String, bool) {
    let field = found.iter().find(|field| field.0 == name);
    field.map_or_else(Default::default, |field| (field.1.clone(), field.2))
}

/// No such region, and a check digit that holds.
const NUMBER: &str = "991291200110270457";

fn front() -> Vec<Line> {
    vec![
        line((80.0, 112.0), 35.0, "姓名林示例"),
        line((80.0, 194.0), 35.0, "性别男"),
        line((290.0, 194.0), 35.0, "民族壮"),
        line((80.0, 270.0), 35.0, "出生"),
        line((170.0, 270.0), 35.0, "2001年10月27日"),
        line((80.0, 340.0), 35.0, "住址"),
        line((170.0, 338.0), 35.0, "示例省云山市样板区银杏路7"),
        line((170.0, 392.0), 35.0, "17号31栋905室"),
        line((80.0, 540.0), 35.0, "公民身份号码"),
        line((330.0, 535.0), 38.0, NUMBER),
    ]
}

#[test]
fn the_front_of_a_card() {
    let expected = [
        ("name", "林示例"),
        ("sex", "男"),
        ("ethnicity", "壮"),
        ("birth", "2001-10-27"),
        ("address", "示例省云山市样板区银杏路717号31栋905室"),
        ("id-number", NUMBER),
    ];
    let expected = expected.map(|(name, text)| (name, text.to_owned(), true));
    assert_eq!(read(Kind::IdFront, &front()), expected);
}

#[test]
fn an_address_without_its_label_is_below_the_birth() {
    let mut lines = front();
    lines.remove(5);
    let (text, holds) = text_of(&read(Kind::IdFront, &lines), "address");
    assert_eq!((&text[..], holds), ("示例省云山市样板区银杏路717号31栋905室", true));
}

#[test]
fn an_address_without_its_first_line_is_none() {
    let mut lines = front();
    lines.remove(6);
    assert_eq!(text_of(&read(Kind::IdFront, &lines), "address"), Default::default());
}

#[test]
fn numbers_that_do_not_hold_and_two_that_do_are_not_read() {
    let mut lines = front();
    *lines.last_mut().unwrap() = line((330.0, 535.0), 38.0, "991291200110270456");
    assert!(!text_of(&read(Kind::IdFront, &lines), "id-number").1);
    let mut lines = front();
    lines.push(line((330.0, 600.0), 38.0, "995600195403102319"));
    assert!(!text_of(&read(Kind::IdFront, &lines), "id-number").1);
}

#[test]
fn the_back_of_a_card() {
    let row = |issuer: &str, validity: &str| {
        read(
            Kind::IdBack,
            &[
                line((240.0, 475.0), 28.0, issuer),
                line((240.0, 550.0), 28.0, "有效期限"),
                line((390.0, 549.0), 28.0, validity),
            ],
        )
    };
    let cases = [
        ("签发机关示例市公安局", "2022.01.14-2032.01.14", "2022-01-14/2032-01-14", true, true),
        ("签发机关示例市公安局", "2022.01.14-长期", "2022-01-14/..", true, true),
        // Covered at its end, and a term that no card has.
        ("签发机关示例市公安", "2022.01.14-2033.01.14", "2022-01-14/2033-01-14", false, false),
    ];
    for (issuer, validity, period, is_office, is_term) in cases {
        let found = row(issuer, validity);
        assert_eq!(text_of(&found, "issuer").1, is_office, "{issuer}");
        assert_eq!(text_of(&found, "validity"), (period.to_owned(), is_term));
    }
}

/// Where one line ends in the piece of another, the character that both have is one.
#[test]
fn a_digit_that_two_lines_have_is_one() {
    let lines = [
        line((240.0, 475.0), 28.0, "签发机关示例市公安局"),
        line((240.0, 550.0), 28.0, "有效期限2"),
        line((357.6, 550.0), 28.0, "2022.01.14-2032.01.14"),
    ];
    let found = read(Kind::IdBack, &lines);
    assert_eq!(text_of(&found, "validity"), ("2022-01-14/2032-01-14".to_owned(), true));
}

/// Labels whose characters stand apart, two columns, a value of several lines beside a short one.
fn licence() -> Vec<Line> {
    vec![
        line((88.0, 166.0), 14.0, "统一社会信用代码"),
        line((88.0, 188.0), 16.0, "91991715MATYC8RL1B"),
        line((330.0, 193.0), 60.0, "营业执照"),
        line((88.0, 282.0), 16.0, "名"),
        line((134.0, 282.0), 16.0, "称"),
        line((182.0, 281.0), 16.0, "星河恒例（示例）有限公司"),
        line((88.0, 317.0), 16.0, "类"),
        line((134.0, 317.0), 16.0, "型"),
        line((182.0, 316.0), 16.0, "有限责任公司（自然人独资)"),
        line((88.0, 352.0), 16.0, "法定代表人陈虚构"),
        line((88.0, 388.0), 16.0, "经营范围"),
        line((182.0, 388.0), 16.0, "技术服务；名称设计；住所"),
        line((182.0, 409.0), 16.0, "管理。"),
        line((534.0, 281.0), 16.0, "注册资本"),
        line((630.0, 281.0), 16.0, "伍佰万元整"),
        line((534.0, 316.0), 16.0, "成立日期"),
        line((630.0, 316.0), 16.0, "2005年01月07日"),
        line((534.0, 351.0), 16.0, "营业期限"),
        line((630.0, 351.0), 16.0, "2005年01月07日至长期"),
        line((534.0, 388.0), 16.0, "住"),
        line((576.0, 388.0), 16.0, "所"),
        line((630.0, 387.0), 16.0, "样本省示例市样板区样本大街5"),
        line((630.0, 408.0), 16.0, "16号"),
        line((620.0, 540.0), 16.0, "登记机关"),
    ]
}

const OF_LICENCE: [(&str, &str); 9] = [
    ("credit-code", "91991715MATYC8RL1B"),
    ("name", "星河恒例（示例）有限公司"),
    ("type", "有限责任公司（自然人独资）"),
    ("representative", "陈虚构"),
    ("capital", "伍佰万元整"),
    ("founded", "2005-01-07"),
    ("term", "2005-01-07/.."),
    ("address", "样本省示例市样板区样本大街516号"),
    ("scope", "技术服务；名称设计；住所管理。"),
];

#[test]
fn a_licence() {
    let expected = OF_LICENCE.map(|(name, text)| (name, text.to_owned(), true));
    assert_eq!(read(Kind::Licence, &licence()), expected);
}

/// A label of two characters of which one or both were overlooked.
#[test]
fn a_short_label_may_be_overlooked() {
    for missing in [&[19][..], &[20], &[19, 20]] {
        let mut lines = licence();
        for at in missing.iter().rev() {
            lines.remove(*at);
        }
        let found = read(Kind::Licence, &lines);
        assert_eq!(text_of(&found, "address").0, OF_LICENCE[7].1, "{missing:?}");
        assert_eq!(text_of(&found, "term"), (OF_LICENCE[6].1.to_owned(), true), "{missing:?}");
    }
}

#[test]
fn a_type_whose_end_is_covered_does_not_hold() {
    let mut lines = licence();
    lines[8] = line((182.0, 316.0), 16.0, "有限责任公司（自然");
    assert!(!text_of(&read(Kind::Licence, &lines), "type").1);
}

#[test]
fn an_empty_page_has_no_fields() {
    for kind in Kind::ALL {
        assert_eq!(read(kind, &[]), []);
    }
}

/// What covers a part of a value leaves one that does not count as read.
#[test]
fn what_is_not_whole_does_not_hold() {
    type Change = fn(&mut Vec<Line>);
    let cases: [(&str, &str, Change); 9] = [
        ("its beginning is covered", "name", |lines| {
            lines[5] = line((249.0, 281.0), 16.0, "（示例）有限公司");
        }),
        ("its middle is covered", "name", |lines| {
            lines[5] = line((182.0, 281.0), 16.0, "星河");
            lines.push(line((266.0, 281.0), 16.0, "示例）有限公司"));
        }),
        ("its first row is covered", "scope", |lines| {
            lines.remove(11);
        }),
        ("a row between is covered", "scope", |lines| {
            lines.push(line((182.0, 449.0), 16.0, "（依法须经批准的项目）"));
        }),
        ("its second row begins too late", "address", |lines| {
            lines[22] = line((664.0, 408.0), 16.0, "号");
        }),
        ("its first row ends too early", "scope", |lines| {
            lines[11] = line((182.0, 388.0), 16.0, "技术");
            lines[12] = line((182.0, 409.0), 16.0, "服务；名称设计；住所管理。");
        }),
        ("a date stands behind it", "representative", |lines| {
            lines[9] = line((88.0, 352.0), 16.0, "法定代表人陈虚构2年05月");
        }),
        ("it is no amount", "capital", |lines| {
            lines[14] = line((630.0, 281.0), 16.0, "伍佰万元整经营");
        }),
        ("a bracket is open", "type", |lines| {
            lines[8] = line((182.0, 316.0), 16.0, "有限责任公司（自然");
        }),
    ];
    for (why, field, change) in cases {
        let mut lines = licence();
        change(&mut lines);
        let (text, holds) = text_of(&read(Kind::Licence, &lines), field);
        assert!(!holds, "{why}: {text}");
    }
}

/// What shines or lies on the page where a value may go on.
#[test]
fn what_may_go_on_under_something_does_not_hold() {
    let cases = [
        // Behind the name; far behind it; above it; below the last row of the scope.
        ([390.0, 270.0, 480.0, 300.0], "name", false),
        ([460.0, 270.0, 500.0, 300.0], "name", true),
        ([390.0, 200.0, 480.0, 260.0], "name", true),
        ([170.0, 420.0, 400.0, 460.0], "scope", false),
        ([170.0, 470.0, 400.0, 500.0], "scope", true),
    ];
    for (hidden, field, holds) in cases {
        let found = read_with(Kind::Licence, &licence(), &[hidden]);
        assert_eq!(text_of(&found, field).1, holds, "{field} {hidden:?}");
    }
}

/// An address that begins below the scope's label, or above it, is not of the scope.
#[test]
fn columns_are_parted_wherever_their_labels_stand() {
    for raised in [-30.0, -14.0, 0.0, 14.0] {
        let mut lines = licence();
        for line in &mut lines[19..=22] {
            line.strip.from.y += raised;
            line.strip.to.y += raised;
        }
        if raised < -14.0 {
            // The row above moves up as well.
            for line in &mut lines[15..=18] {
                line.strip.from.y += raised;
                line.strip.to.y += raised;
            }
        }
        let found = read(Kind::Licence, &lines);
        assert_eq!(text_of(&found, "scope"), (OF_LICENCE[8].1.to_owned(), true), "{raised}");
        assert_eq!(text_of(&found, "address"), (OF_LICENCE[7].1.to_owned(), true), "{raised}");
    }
}

/// The second half of a label in one line with the value, the first one overlooked.
#[test]
fn half_a_label_may_stand_with_its_value() {
    let mut lines = licence();
    lines[7] = line((134.0, 317.0), 16.0, "型有限责任公司（自然人独资)");
    lines.remove(8);
    lines.remove(6);
    assert_eq!(text_of(&read(Kind::Licence, &lines), "type"), (OF_LICENCE[2].1.to_owned(), true));
}

/// Watermarks and seals are no words of a value.
#[test]
fn what_is_stamped_is_left_out() {
    let mut lines = licence();
    lines.push(line((740.0, 283.0), 16.0, "EN"));
    lines.push(line((262.0, 390.0), 14.0, "样本"));
    // Of a seal below the scope, aside and further away than a row.
    lines.push(line((330.0, 440.0), 16.0, "市场"));
    let found = read(Kind::Licence, &lines);
    for at in [4, 8] {
        let (name, text) = OF_LICENCE[at];
        assert_eq!(text_of(&found, name), (text.to_owned(), true));
    }
}

#[test]
fn an_address_ends_with_its_last_number() {
    for (end, expected) in [("17号31栋905室M", "17号31栋905室"), ("17号31栋B", "17号31栋B")]
    {
        let mut lines = front();
        lines[7] = line((170.0, 392.0), 35.0, end);
        let (text, holds) = text_of(&read(Kind::IdFront, &lines), "address");
        assert!(text.ends_with(expected) && holds, "{text}");
    }
}

/// A card's address whose label and first row were overlooked.
#[test]
fn a_second_row_is_not_taken_for_the_first() {
    let mut lines = front();
    lines.remove(6);
    lines.remove(5);
    assert_eq!(text_of(&read(Kind::IdFront, &lines), "address"), Default::default());
}

/// Both have the label's last character; and between a label and its line there may be a space.
#[test]
fn a_value_may_begin_in_the_end_of_its_label() {
    let term = |lines: &[Line]| text_of(&read(Kind::Licence, lines), "term");
    let expected = (OF_LICENCE[6].1.to_owned(), true);
    let at = licence().iter().position(|line| line.text().contains("营业期限")).unwrap();
    for (label, value, left) in [
        ("营业期限", "限2005年01月07日至长期", 589.0),
        ("营业期限 2", "2005年01月07日至长期", 612.0),
    ] {
        let mut lines = licence();
        let y = lines[at].strip.from.y;
        lines[at] = line((538.0, y), 16.0, label);
        lines[at + 1] = line((left, y), 16.0, value);
        assert_eq!(term(&lines), expected, "{label} {value}");
    }
}

#[test]
fn a_short_term_may_be_misread() {
    let mut lines = licence();
    let at = lines.iter().position(|line| line.text().contains("长期")).unwrap();
    let (x, y) = (lines[at].strip.from.x, lines[at].strip.from.y);
    lines[at] = line((x, y), 16.0, "木期");
    assert_eq!(text_of(&read(Kind::Licence, &lines), "term").0, "../..");
}

/// The half of a label that was seen is as low as its strokes; its value has two rows.
#[test]
fn half_a_label_is_as_high_as_others() {
    let mut lines = licence();
    let y = lines[20].strip.from.y;
    lines.remove(19);
    lines[19] = line((556.0, y), 9.0, "所");
    let address = text_of(&read(Kind::Licence, &lines), "address");
    assert_eq!(address, (OF_LICENCE[7].1.to_owned(), true));
}

/// Rows of a seal below a value: they begin far to the right, behind a row that ends early or unsure.
#[test]
fn rows_of_a_seal_end_a_value() {
    let mut lines = licence();
    let last = lines[12].strip.from.y;
    lines.push(line((340.0, last + 22.0), 16.0, "回美"));
    let mut unsure = line((360.0, last + 44.0), 16.0, "#");
    unsure.glyphs[0].confidence = 0.5;
    lines.push(unsure);
    assert_eq!(text_of(&read(Kind::Licence, &lines), "scope"), (OF_LICENCE[8].1.to_owned(), true));
}

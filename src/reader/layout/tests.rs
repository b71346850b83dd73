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

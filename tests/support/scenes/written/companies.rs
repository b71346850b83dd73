//! Invented companies, partnerships, branches and sole traders, and what their licences say.

use fastrand::Rng;
use renzheng::date::Date;

use super::people::{address, day, one, parts, person};

/// A row of a licence: its label, the field's name in the manifest, and what it says. A row without a
/// name is beside the fields.
pub struct Row {
    pub label: &'static str,
    pub name: Option<&'static str>,
    pub text: String,
}

/// What a licence says: rows of its left and right columns, as on a page that lies.
pub struct Licence {
    pub code: String,
    pub left: Vec<Row>,
    pub right: Vec<Row>,
}

/// What somebody does for a living, in how it is said on licences.
const TRADES: [&str; 8] =
    ["科技", "餐饮管理", "商贸", "文化传媒", "建筑工程", "教育咨询", "电子商务", "物流"];
const WORDS: [&str; 12] = [
    "示范", "样例", "虚拟", "星河", "青禾", "明澈", "云帆", "知行", "远航", "恒信", "嘉木", "博雅",
];
const SCOPES: [&str; 14] = [
    "技术开发、技术转让、技术咨询、技术服务；",
    "计算机软硬件及辅助设备零售；",
    "食品销售（仅销售预包装食品）；",
    "餐饮服务；",
    "日用百货、服装服饰、针纺织品批发与零售；",
    "会议及展览服务；",
    "广告设计、制作、代理、发布；",
    "企业管理咨询；",
    "货物进出口、技术进出口；",
    "道路货物运输（不含危险货物）；",
    "园林绿化工程施工；",
    "信息系统集成服务；",
    "住房租赁；",
    "互联网信息服务。",
];
const TAIL: &str = "（依法须经批准的项目，经相关部门批准后方可开展经营活动）";
/// What stands at the 31 places of the alphabet of codes (GB 32100-2015).
const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A code of region 99…: its check characters hold (GB 11714, GB 32100).
pub fn credit_code(rng: &mut Rng, kind: &str) -> String {
    let mut code = format!("{kind}99{:04}M", rng.u16(1_000..9_999));
    for _ in 0..7 {
        code.push(char::from(ALPHABET[rng.usize(..ALPHABET.len())]));
    }
    let organization = code.as_bytes()[8..].iter().zip([3, 7, 9, 10, 5, 8, 4, 2]);
    let value = |c: u8| u32::from(if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 });
    let sum: u32 = organization.map(|(&c, weight)| value(c) * weight).sum();
    code.push(char::from(b"0X987654321"[sum as usize % 11]));
    let (mut sum, mut weight) = (0, 1);
    for c in code.bytes() {
        sum += ALPHABET.iter().position(|&known| known == c).unwrap() * weight;
        weight = weight * 3 % 31;
    }
    code.push(char::from(ALPHABET[(31 - sum % 31) % 31]));
    code
}

fn company(rng: &mut Rng, end: &str) -> String {
    let mut name = format!("虚构省{}", one(rng, &["", "云山市", "临溪", "白河市"]));
    name += one(rng, &WORDS);
    name += one(rng, &WORDS);
    if rng.u8(..3) == 0 {
        name += "供应链管理";
    }
    name += one(rng, &TRADES);
    if rng.u8(..5) == 0 {
        name += "（集团）";
    }
    name + end
}

fn written(date: Date, is_padded: bool) -> String {
    let [year, month, day] = parts(date);
    if is_padded {
        format!("{year}年{month:02}月{day:02}日")
    } else {
        format!("{year}年{month}月{day}日")
    }
}

fn capital(rng: &mut Rng) -> String {
    let digit = |rng: &mut Rng| one(rng, &["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]);
    match rng.u8(..6) {
        0 => format!("{}佰万元整", digit(rng)),
        1 => format!("人民币{}仟{}佰万元整", digit(rng), digit(rng)),
        2 => format!("{}万元人民币", rng.u16(10..9_000)),
        3 => format!("{}佰{}拾万圆整", digit(rng), digit(rng)),
        4 => format!("{}.000000万人民币", rng.u16(10..9_000)),
        _ => format!("{}仟万元人民币", digit(rng)),
    }
}

fn scope(rng: &mut Rng) -> String {
    let mut text = String::from(if rng.u8(..3) == 0 { "一般项目：" } else { "" });
    let first = rng.usize(..SCOPES.len());
    for n in 0..rng.usize(2..6) {
        text += SCOPES[(first + n * 3) % SCOPES.len()];
    }
    if rng.u8(..4) != 0 {
        text += TAIL;
    }
    text
}

impl Licence {
    pub fn of(rng: &mut Rng) -> Self {
        let row = |label: &'static str, name: &'static str, text: String| Row {
            label,
            name: Some(name),
            text,
        };
        let founded = day(rng, 1_995, 2_025);
        let is_padded = rng.u8(..3) != 0;
        let day = written(founded, is_padded);
        let term = match rng.u8(..4) {
            0 => "长期".to_owned(),
            1 => {
                let end = founded.plus_years(20);
                format!("{day}至{}", written(end, is_padded))
            }
            _ => format!("{day}至长期"),
        };
        let is_long = rng.u8(..3) != 0;
        let address = address(rng, is_long);
        let (person, capital, scope) = (person(rng), capital(rng), scope(rng));
        // Who, how much, since when, until when, where: as each sort of subject calls it.
        let (code, end, sort, labels): (_, _, &str, [&'static str; 5]) = match rng.u8(..8) {
            0 | 1 => {
                let labels = ["经营者", "", "注册日期", "", "经营场所"];
                ("92", one(rng, &["饭店", "超市", "理发店", "服装店"]), "个体工商户", labels)
            }
            2 => {
                let labels = ["执行事务合伙人", "出资额", "成立日期", "合伙期限", "主要经营场所"];
                ("91", "（有限合伙）", "有限合伙企业", labels)
            }
            3 => {
                let labels = ["负责人", "", "成立日期", "营业期限", "营业场所"];
                ("91", "有限公司分公司", "有限责任公司分公司（自然人投资或控股）", labels)
            }
            4 => {
                let labels = ["投资人", "出资额", "成立日期", "", "住所"];
                ("91", "工作室", "个人独资企业", labels)
            }
            _ => {
                let sorts = [
                    "有限责任公司（自然人投资或控股）",
                    "有限责任公司(自然人独资)",
                    "股份有限公司（非上市、自然人投资或控股）",
                    "有限责任公司（自然人投资或控股的法人独资）",
                ];
                let term = if rng.bool() { "营业期限" } else { "" };
                let labels = ["法定代表人", "注册资本", "成立日期", term, "住所"];
                ("91", one(rng, &["有限公司", "有限责任公司"]), one(rng, &sorts), labels)
            }
        };
        let [who, how_much, since, until, place] = labels;
        let mut left =
            vec![row("名称", "name", company(rng, end)), row("类型", "type", sort.to_owned())];
        left.push(row(who, "legal_rep", person));
        let mut right = Vec::new();
        if code == "92" {
            right.push(Row { label: "组成形式", name: None, text: "个人经营".to_owned() });
        }
        for (label, name, text) in [
            (how_much, "capital", capital),
            (since, "founded", day),
            (until, "term", term),
            (place, "address", address),
        ] {
            if !label.is_empty() {
                right.push(row(label, name, text));
            }
        }
        left.push(row("经营范围", "scope", scope));
        Self { code: credit_code(rng, code), left, right }
    }
}

//! Invented people: names, addresses, dates and numbers of regions that do not exist.

use std::fmt::Write as _;

use fastrand::Rng;
use renzheng::date::Date;

/// One of these.
pub fn one<'a>(rng: &mut Rng, of: &[&'a str]) -> &'a str {
    of[rng.usize(..of.len())]
}

fn one_of(rng: &mut Rng, of: &str) -> char {
    of.chars().nth(rng.usize(..of.chars().count())).unwrap()
}

const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方俞任袁柳史唐费薛雷贺汤罗毕郝常于傅康余顾孟黄萧尹姚邵汪毛";
const GIVEN: &str = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉建国华玉萍红志梅春海燕峰龙云飞鑫波斌宇浩凯琳雪婷慧佳欣怡晨阳子涵一诺思远嘉宁安琪博语瑞泽";
const DOTTED: [&str; 8] = [
    "阿依古丽·买买提",
    "买买提·吐尔逊",
    "古丽娜·艾合买提",
    "艾力·阿不都",
    "巴特尔·那木拉",
    "卓玛·次仁",
    "努尔兰·哈力",
    "米娜·卡德尔",
];
const DOUBLE: [&str; 4] = ["欧阳", "司马", "上官", "诸葛"];
const ETHNICITIES: [&str; 10] =
    ["汉", "汉", "汉", "回", "满", "壮", "蒙古", "维吾尔", "土家", "朝鲜"];

/// A person's name of two to many characters.
pub fn person(rng: &mut Rng) -> String {
    if rng.u8(..9) == 0 {
        return one(rng, &DOTTED).to_owned();
    }
    let mut name = if rng.u8(..10) == 0 {
        one(rng, &DOUBLE).to_owned()
    } else {
        one_of(rng, SURNAMES).to_string()
    };
    for _ in 0..if rng.u8(..4) == 0 { 1 } else { 2 } {
        name.push(one_of(rng, GIVEN));
    }
    name
}

pub fn ethnicity(rng: &mut Rng) -> &'static str {
    one(rng, &ETHNICITIES)
}

fn place(rng: &mut Rng) -> String {
    let first = one_of(rng, "青白云锦清宁临安永长新丰泰和兴江海");
    let second = one_of(rng, "川山河溪原阳州城湖林岭源岗塘桥");
    format!("{first}{second}")
}

/// An address of an office or a flat, in places that do not exist.
pub fn address(rng: &mut Rng, is_long: bool) -> String {
    let mut text = format!("虚构省{}市{}", place(rng), place(rng));
    text += one(rng, &["区", "县", "新区"]);
    if rng.bool() {
        write!(text, "{}{}", place(rng), one(rng, &["镇", "街道", "乡"])).unwrap();
    }
    let street = one(rng, &["路", "大道", "东街", "西巷", "北路"]);
    write!(text, "{}{street}{}号", place(rng), rng.u16(1..2_000)).unwrap();
    if is_long || rng.u8(..3) == 0 {
        write!(text, "{}{}", place(rng), one(rng, &["花园", "大厦", "科技园", "小区"])).unwrap();
        write!(text, "{}{}", rng.u8(1..40), one(rng, &["幢", "号楼", "栋", "座"])).unwrap();
        write!(text, "{}单元", rng.u8(1..5)).unwrap();
    }
    if is_long || rng.bool() {
        write!(text, "{}{:02}{}", rng.u8(1..29), rng.u8(1..20), one(rng, &["室", "号", ""]))
            .unwrap();
    }
    text
}

/// A city and its bureau that do not exist.
pub fn issuer(rng: &mut Rng) -> String {
    let place = place(rng);
    match rng.u8(..3) {
        0 => format!("{place}县公安局"),
        1 => format!("{place}市公安局{}分局", self::place(rng)),
        _ => format!("{place}市公安局"),
    }
}

/// Year, month and day.
pub fn parts(date: Date) -> [u16; 3] {
    let text = date.to_string();
    let mut parts = text.split('-').filter_map(|part| part.parse().ok());
    std::array::from_fn(|_| parts.next().unwrap())
}

/// A day of these years.
pub fn day(rng: &mut Rng, from: u16, to: u16) -> Date {
    Date::new(rng.u16(from..to), rng.u8(1..13), rng.u8(1..29)).unwrap()
}

/// An identification number of region 99…: its check digit holds (GB 11643, ISO 7064 MOD 11-2).
pub fn id_number(rng: &mut Rng, birth: Date, is_woman: bool) -> String {
    let sequence = rng.u16(..500) * 2 + u16::from(!is_woman);
    let digits = birth.to_string().replace('-', "");
    let number = format!("99{:04}{digits}{sequence:03}", rng.u16(1_000..9_999));
    let mut sum = 0;
    for (weight, digit) in
        [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].iter().zip(number.bytes())
    {
        sum += weight * u32::from(digit - b'0');
    }
    let check = b"10X98765432"[sum as usize % 11];
    number + &char::from(check).to_string()
}

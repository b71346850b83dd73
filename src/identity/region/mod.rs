//! Regions of GB/T 2260, present and former, with their names.
//!
//! `table.txt` beside this file says where it comes from; `tools/regions.py` makes it.

mod packed;

use std::sync::OnceLock;

use packed::{NAMES, STRUCTURE};

/// The day until which all changes are in the table; it has some later ones.
pub const REGIONS_DATE: &str = "2024-12-31";

/// A province, prefecture or county.
///
/// # Example
///
/// ```
/// use renzheng::identity::Region;
///
/// let region = Region::of("110105").unwrap();
/// assert_eq!(region.name(), "北京市朝阳区");
/// assert_eq!(Region::of("110103").unwrap().retired(), Some(2010));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Region {
    code: u32,
    /// In UTF-16. Empty where the code is of the districts or counties of a place, taken together.
    name: &'static [u16],
    retired: Option<u16>,
}

impl Region {
    /// The region of six digits, if the table has it.
    pub fn of(code: &str) -> Option<Self> {
        if code.len() != 6 {
            return None;
        }
        Self::find(number(code.as_bytes())?)
    }

    /// The six digits.
    pub const fn code(self) -> u32 {
        self.code
    }

    /// The year in which the code was given up, where it was and the year is known.
    pub const fn retired(self) -> Option<u16> {
        self.retired
    }

    /// The whole name, from the province down.
    pub fn name(self) -> String {
        let above = [self.code / 10_000 * 10_000, self.code / 100 * 100];
        let mut name = String::new();
        for code in above.into_iter().filter(|code| *code != self.code) {
            name.extend(Self::find(code).into_iter().flat_map(Self::letters));
        }
        name.extend(self.letters());
        name
    }

    /// The characters of its own name: all in the basic plane, one unit each.
    fn letters(self) -> impl Iterator<Item = char> {
        self.name.iter().filter_map(|unit| char::from_u32(u32::from(*unit)))
    }

    fn find(code: u32) -> Option<Self> {
        let table = table();
        let i = table.binary_search_by_key(&code, |region| region.code).ok()?;
        table.get(i).copied()
    }
}

/// Prints no code: it is the first part of a person's number.
impl std::fmt::Debug for Region {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Region(…)")
    }
}

/// The province of two digits, if there is one.
pub(super) fn province(code: u8) -> Option<Region> {
    Region::find(u32::from(code) * 10_000)
}

/// Read at first use: a fraction of a millisecond.
fn table() -> &'static [Region] {
    static REGIONS: OnceLock<Vec<Region>> = OnceLock::new();
    REGIONS.get_or_init(|| {
        let mut regions = Vec::with_capacity(7_300);
        let mut names = NAMES.split(|unit| *unit == packed::END);
        let mut bytes = STRUCTURE.iter();
        let (mut place, mut next, mut retired) = (0, 0, None);
        while let Some(byte) = bytes.next() {
            match *byte {
                packed::LINE => {
                    let mut half = || bytes.next().map_or(0, |byte| u32::from(*byte));
                    place = half() * 10_000 + half() * 100;
                    (next, retired) = (0, None);
                }
                packed::IN_USE | packed::GIVEN_UP => retired = None,
                year @ packed::YEAR.. => {
                    retired = Some(packed::FIRST_YEAR + u16::from(year - packed::YEAR));
                }
                digits => {
                    if digits != packed::NEXT {
                        next = u32::from(digits);
                    }
                    let name = names.next().unwrap_or_default();
                    let name = if name == [packed::LEVEL] { &[] } else { name };
                    regions.push(Region { code: place + next, name, retired });
                    next += 1;
                }
            }
        }
        regions
    })
}

/// The number of some digits; nothing where there is none.
fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0, |sum, digit| {
        digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_of_all_times_are_known() {
        for (code, name, retired) in [
            ("110105", "北京市朝阳区", None),
            ("110103", "北京市崇文区", Some(2010)),
            ("110222", "北京市顺义县", Some(1998)),
            ("350100", "福建省福州市", None),
            ("429004", "湖北省仙桃市", None),
            ("412723", "河南省周口地区商水县", Some(2000)),
            ("512501", "四川省宜宾地区宜宾市", Some(1996)),
            ("469034", "海南省陵水黎族自治县", Some(2007)),
            ("330103", "浙江省杭州市下城区", Some(2021)),
            ("330114", "浙江省杭州市钱塘区", None),
            ("500112", "重庆市渝北区", Some(2025)),
            ("500157", "重庆市两江新区", None),
            // In no list, and accepted by the authorities.
            ("321119", "江苏省镇江市", None),
            ("320219", "江苏省无锡市", None),
            ("540422", "西藏自治区林芝市米林县", Some(2023)),
            ("653229", "新疆维吾尔自治区和田地区和安县", None),
            ("710000", "台湾省", None),
            ("810000", "香港特别行政区", None),
            ("820000", "澳门特别行政区", None),
            ("830000", "台湾省", None),
        ] {
            let region = Region::of(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!((region.name().as_str(), region.retired()), (name, retired), "{code}");
            assert_eq!(region.code().to_string(), code);
        }
        for code in ["999999", "000000", "11010", "1101055", "+11010", "１１０１０５", ""] {
            assert!(Region::of(code).is_none(), "{code}");
        }
    }

    #[test]
    fn levels_add_nothing_to_a_name() {
        for (code, name, retired) in [
            ("110100", "北京市", None),
            ("110200", "北京市", Some(2015)),
            ("440401", "广东省珠海市", None),
            ("140120", "山西省太原市", Some(1983)),
            ("429000", "湖北省", None),
            // Until 1984 a district's, since then of all districts.
            ("220301", "吉林省四平市", None),
            // Went with 517000, the city of which it is.
            ("517001", "四川省涪陵市", Some(1997)),
        ] {
            let region = Region::of(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!((region.name().as_str(), region.retired()), (name, retired), "{code}");
        }
    }

    #[test]
    fn the_table_is_whole_and_in_order() {
        let regions = table();
        let words = packed::TABLE.lines().flat_map(|line| line.split(' '));
        let names = words.filter(|word| word.contains(|c: char| c == '_' || !c.is_ascii()));
        assert_eq!((regions.len(), names.count()), (7_217, 7_217));
        assert!(regions.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(regions.iter().all(|region| (110_000..840_000).contains(&region.code)));
        assert!(regions.iter().all(|region| !region.name().is_empty()));
        assert!(regions.iter().all(|region| Region::find(region.code / 10_000 * 10_000).is_some()));
    }

    #[test]
    fn years_are_known_of_what_was_given_up() {
        let years: Vec<u16> = table().iter().filter_map(|region| region.retired).collect();
        assert_eq!(years.len(), 3_690);
        assert!(years.iter().all(|year| (1981..=2025).contains(year)));
        // The provinces, with both codes of Taiwan.
        let provinces = (0..100).filter_map(province);
        assert_eq!(provinces.filter(|region| region.retired.is_none()).count(), 35);
    }

    #[test]
    fn the_table_says_where_it_comes_from() {
        for part in ["Sources", "MIT license", REGIONS_DATE, "tools/regions.py"] {
            assert!(include_str!("table.txt").contains(part), "{part}");
        }
    }
}

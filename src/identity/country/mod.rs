//! Countries of ISO 3166-1, whose numbers GB/T 2659 has too.
//!
//! `table.txt` beside this file says where it comes from; `tools/regions.py` makes it.

use crate::embedded::embedded;

/// `NNNAAABB`: numeric, alpha-3, and alpha-2 where it is not how alpha-3 begins; in the order
/// of the numbers.
const TABLE: &str = embedded!("table.txt");

/// A country or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, as `Intl.DisplayNames` takes it.
    pub alpha2: &'static str,
}

impl Country {
    /// The country of three digits.
    pub fn from_numeric(code: u16) -> Option<Self> {
        rows().find(|row| row.0.parse() == Ok(code)).map(Self::of_row)
    }

    /// The country of three letters.
    pub fn from_alpha3(code: &str) -> Option<Self> {
        rows().find(|row| row.1 == code).map(Self::of_row)
    }

    fn of_row((_, _, alpha2): Row) -> Self {
        Self { alpha2 }
    }
}

/// Numeric, alpha-3, alpha-2.
type Row = (&'static str, &'static str, &'static str);

fn rows() -> impl Iterator<Item = Row> {
    TABLE.lines().filter_map(|line| {
        let (numeric, letters) = line.split_at_checked(3)?;
        let (alpha3, alpha2) = letters.split_at_checked(3)?;
        let alpha2 = if alpha2.is_empty() { alpha3.get(..2)? } else { alpha2 };
        Some((numeric, alpha3, alpha2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_both_codes() {
        for (numeric, alpha3, alpha2) in
            [(682, "SAU", "SA"), (124, "CAN", "CA"), (840, "USA", "US"), (4, "AFG", "AF")]
        {
            let country = Some(Country { alpha2 });
            assert_eq!(Country::from_numeric(numeric), country);
            assert_eq!(Country::from_alpha3(alpha3), country);
        }
        for unknown in [0, 999, u16::MAX] {
            assert_eq!(Country::from_numeric(unknown), None);
        }
        for unknown in ["", "XXX", "usa", "US", "美国"] {
            assert_eq!(Country::from_alpha3(unknown), None);
        }
    }

    #[test]
    fn the_table_is_whole_and_in_order() {
        assert_eq!(rows().count(), 250);
        assert!(rows().zip(rows().skip(1)).all(|(row, next)| row.0 < next.0));
        assert!(rows().all(|(_, _, alpha2)| alpha2.len() == 2));
        for part in ["Source", "MIT license", "tools/regions.py"] {
            assert!(include_str!("table.txt").contains(part), "{part}");
        }
    }
}

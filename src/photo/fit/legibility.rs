//! How well the print of a result can be read.

use serde::{Deserialize, Serialize};

use crate::photo::page::PageFacts;
use crate::photo::profile::LegibilityScale;
use crate::photo::report::Report;

/// What is left of the print after all that was done to a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Legibility {
    /// Height of the smallest print that must be read, in tenths of a pixel of the result.
    pub text_height: u16,
    /// Difference between paper and print, 0 to 255.
    pub contrast: u16,
    /// Standard deviation of the blur, in thousandths of the print's height. 0 where there
    /// is no print to tell it by.
    pub blur: u16,
    /// The three together, 0 to 100: 100 is as good as it gets, and where one of them makes
    /// print illegible it is 0.
    pub score: u16,
}

impl Legibility {
    /// Nothing where no document was found in the result.
    pub(super) fn of(report: &Report, scale: &LegibilityScale) -> Option<Self> {
        let page = report.facts.as_ref()?.page.as_ref()?;
        let PageFacts { text_height, contrast, sharpness, .. } = *page;
        let blur = sharpness.map_or(0, |sharpness| 10_000 / sharpness.max(10));
        let parts = [
            share(text_height, scale.text_height),
            share(contrast, scale.contrast),
            share(blur, scale.blur),
        ];
        let product: u32 = parts.iter().product();
        let score = u16::try_from(product / 10_000).unwrap_or(100);
        Some(Self { text_height, contrast, blur, score })
    }
}

/// How far a value is from the first bound to the second, 0 to 100.
fn share(value: u16, [none, all]: [u16; 2]) -> u32 {
    let [value, none, all] = [value, none, all].map(i32::from);
    let whole = if all == none { 1 } else { all - none };
    let share = (value - none) * 100 / whole;
    u32::try_from(share.clamp(0, 100)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_run_either_way() {
        assert_eq!(
            [0, 40, 80, 120, 500].map(|value| share(value, [40, 120])),
            [0, 0, 50, 100, 100]
        );
        assert_eq!(
            [0, 40, 95, 150, 500].map(|value| share(value, [150, 40])),
            [100, 100, 50, 0, 0]
        );
        assert_eq!(share(7, [5, 5]), 100);
    }
}

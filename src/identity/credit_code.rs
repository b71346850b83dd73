//! Unified social credit code (统一社会信用代码), GB 32100-2015 and its amendment of 2016:
//! 1 character of the authority, 1 of the category, 6 digits of the region, the
//! organization code of 9, and a check character.

use super::checksum::{CREDIT_CODE, mod_31_3};
use super::issue::{Allowed, Finding, Issue};
use super::kind::NumberKind;
use super::known::{Authority, Category, Known, KnownRegion};
use super::number::{Number, characters, length, number_type};
use super::region::Region;
use crate::date::Date;
use crate::finding::{Coded, Severity};

/// The second characters of one authority.
type Categories = &'static [(u8, Category)];

/// Authorities and their categories, GB 32100-2015 with its amendment. Categories that
/// no subject type of a certification needs are `Other`.
const CATEGORIES: &[(u8, Authority, Categories)] = {
    use Category as C;
    &[
        (
            b'1',
            Authority::InstitutionalStaffing,
            &[
                (b'1', C::StateOrgan),
                (b'2', C::PublicInstitution),
                (b'3', C::MassOrganization),
                (b'9', C::Other),
            ],
        ),
        (b'2', Authority::ForeignAffairs, &[(b'1', C::Other), (b'9', C::Other)]),
        (
            b'3',
            Authority::Justice,
            &[
                (b'1', C::LawFirm),
                (b'2', C::NotaryOffice),
                (b'3', C::GrassrootsLegalService),
                (b'4', C::ForensicInstitution),
                (b'5', C::ArbitrationCommission),
                (b'9', C::Other),
            ],
        ),
        (b'4', Authority::Culture, &[(b'1', C::Other), (b'9', C::Other)]),
        (
            b'5',
            Authority::CivilAffairs,
            &[
                (b'1', C::SocialOrganization),
                (b'2', C::PrivateNonEnterprise),
                (b'3', C::Foundation),
                (b'9', C::Other),
            ],
        ),
        (b'6', Authority::Tourism, &[(b'1', C::Other), (b'2', C::Other), (b'9', C::Other)]),
        (b'7', Authority::Religion, &[(b'1', C::Other), (b'2', C::Other), (b'9', C::Other)]),
        (b'8', Authority::TradeUnion, &[(b'1', C::Other), (b'9', C::Other)]),
        (
            b'9',
            Authority::MarketRegulation,
            &[(b'1', C::Enterprise), (b'2', C::SoleTrader), (b'3', C::FarmersCooperative)],
        ),
        (b'A', Authority::MilitaryCommission, &[(b'1', C::Other), (b'9', C::Other)]),
        (
            b'N',
            Authority::Agriculture,
            &[(b'1', C::Other), (b'2', C::Other), (b'3', C::Other), (b'9', C::Other)],
        ),
        (b'Y', Authority::Other, &[(b'1', C::Other)]),
    ]
};

number_type! {
    /// A credit code that holds, or one of those that were issued with another check character.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::identity::{Category, CreditCode, Issue};
    ///
    /// // The example of GB 32100-2015, Annex B.
    /// let code = CreditCode::parse("91350100 M000100Y4 3").unwrap();
    /// assert_eq!(code.category(), Some(Category::Enterprise));
    /// assert!(matches!(CreditCode::parse("92350100M000100Y43"), Err(Issue::CheckCharacter { .. })));
    /// ```
    CreditCode
}

impl CreditCode {
    /// Who registered the organization, if the standard knows the first character.
    pub fn authority(&self) -> Option<Authority> {
        let first = self.0.as_bytes()[0];
        CATEGORIES.iter().find(|(c, ..)| *c == first).map(|(_, authority, _)| *authority)
    }

    /// As what it was registered, if the standard knows the pair.
    pub fn category(&self) -> Option<Category> {
        let bytes = self.0.as_bytes();
        let (.., categories) = CATEGORIES.iter().find(|(c, ..)| *c == bytes[0])?;
        categories.iter().find(|(c, _)| *c == bytes[1]).map(|(_, category)| *category)
    }

    /// Whether the check character fits. It does not in codes of an early class, which
    /// are legal all the same.
    pub fn check_character_holds(&self) -> bool {
        check_holds(self.0.as_bytes())
    }
}

fn check_holds(code: &[u8]) -> bool {
    mod_31_3(&code[..17]) == Some(code[17])
}

/// Codes from Fujian's first trial were issued with check characters of their own:
/// `9135`, four digits, `M000`. Examples are in the tests of the open-source
/// libraries `IDCheck` (`USCI_test.go`) and hutool (`CreditCodeUtilTest`).
fn is_known_exception(code: &[u8]) -> bool {
    code.starts_with(b"9135") && &code[8..12] == b"M000"
}

impl Number for CreditCode {
    const KIND: NumberKind = NumberKind::CreditCode;
    const SLIPS: &'static [u8] = CREDIT_CODE;
    const LENGTH: Option<usize> = Some(18);

    fn validate(normalized: &str) -> Result<(), Issue> {
        length(Self::KIND, normalized, &[18])?;
        characters(Self::KIND, normalized, |i| match i {
            2..8 => Allowed::Digit,
            _ => Allowed::CreditCode,
        })?;
        let code = normalized.as_bytes();
        if !check_holds(code) && !is_known_exception(code) {
            return Err(Issue::CheckCharacter { kind: Self::KIND });
        }
        Ok(())
    }

    /// Where the check character says nothing, anything could have been meant.
    fn is_correction(normalized: &str) -> bool {
        Self::validate(normalized).is_ok() && check_holds(normalized.as_bytes())
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        let kind = Self::KIND;
        let mut doubts = Vec::new();
        if !self.check_character_holds() {
            doubts.push(Issue::KnownException { kind }.with(Severity::Warn));
        }
        if self.category().is_none() {
            doubts.push(Issue::AuthorityUnknown { kind }.with(Severity::Warn));
        }
        if region(&self.0).is_none() {
            doubts.push(Issue::RegionUnknown { kind }.with(Severity::Warn));
        }
        doubts
    }

    fn known(&self, _today: Date) -> Known {
        Known {
            authority: self.authority(),
            category: self.category(),
            region: region(&self.0).map(KnownRegion::from),
            ..Known::default()
        }
    }
}

/// The region in the third to eighth character.
pub(super) fn region(code: &str) -> Option<Region> {
    Region::of(code.get(2..8)?)
}

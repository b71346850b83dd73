//! What can be said against a number, as data without words and without the number.

use super::kind::NumberKind;
use crate::finding::{self, issues};
use crate::names::names;

/// Something about a number that the applicant should know.
pub type Finding = finding::Finding<Issue>;

issues! {
    /// What was found. Positions count the characters of the normalized number from 1.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Issue {
        /// There is nothing in it.
        "number.missing" => Missing {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// Too many or too few characters.
        "number.length" => Length {
            /// What it is meant to be.
            kind: NumberKind,
            /// How many there are.
            found: u16,
        },
        /// A character that cannot stand where it stands: the first one.
        "number.character" => Character {
            /// What it is meant to be.
            kind: NumberKind,
            /// Where it stands.
            position: u16,
            /// What could stand there.
            allowed: Allowed,
        },
        /// The first characters are not those of this kind of number.
        "number.prefix" => Prefix {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// The birth date in it cannot be.
        "number.birth-date" => BirthDate {
            /// What it is meant to be.
            kind: NumberKind,
            /// Why not.
            problem: DateProblem,
        },
        /// The check character does not fit the others: one of them is wrong.
        "number.check-character" => CheckCharacter {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// The check character does not fit, but codes of this class were issued like that.
        "number.known-exception" => KnownException {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// The region is in no table; tables age, people and firms do not.
        "number.region-unknown" => RegionUnknown {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// The region had been given up before the number can have been given.
        "number.region-retired" => RegionRetired {
            /// What it is meant to be.
            kind: NumberKind,
            /// The year in which it was given up.
            year: u16,
        },
        /// No registering authority with this category is known.
        "number.authority-unknown" => AuthorityUnknown {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// No country has this code.
        "number.nationality-unknown" => NationalityUnknown {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// A form that is no longer in use; the normalized number is the present form.
        "number.obsolete" => Obsolete {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// A form that is rare enough to look twice.
        "number.unusual" => Unusual {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// The number of another country.
        "number.country-code" => CountryCode {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// Numbers that start like this are not known.
        "number.prefix-unknown" => PrefixUnknown {
            /// What it is meant to be.
            kind: NumberKind,
        },
        /// It would be a good number of another kind.
        "number.looks-like" => LooksLike {
            /// What it is meant to be.
            kind: NumberKind,
            /// What it looks like.
            other: NumberKind,
        },
        /// A part of an e-mail address is missing or wrong.
        "number.email-part" => EmailPart {
            /// Which, and how.
            problem: EmailProblem,
        },
        /// The domain of an e-mail address is nearly a well-known one.
        "number.email-domain" => EmailDomain {
            /// The well-known one.
            meant: String,
        },
    }
}

impl Issue {
    /// The same issue of a number that is part of one of another kind.
    pub(super) fn about(mut self, other: NumberKind) -> Self {
        match &mut self {
            Self::Missing { kind }
            | Self::Length { kind, .. }
            | Self::Character { kind, .. }
            | Self::Prefix { kind }
            | Self::BirthDate { kind, .. }
            | Self::CheckCharacter { kind }
            | Self::KnownException { kind }
            | Self::RegionUnknown { kind }
            | Self::RegionRetired { kind, .. }
            | Self::AuthorityUnknown { kind }
            | Self::NationalityUnknown { kind }
            | Self::Obsolete { kind }
            | Self::Unusual { kind }
            | Self::CountryCode { kind }
            | Self::PrefixUnknown { kind }
            | Self::LooksLike { kind, .. } => *kind = other,
            Self::EmailPart { .. } | Self::EmailDomain { .. } => {}
        }
        self
    }
}

names! {
    /// What can stand at a place of a number.
    pub enum Allowed {
        /// 0 to 9.
        "digit" => Digit,
        /// 0 to 9 or X.
        "digit-or-x" => DigitOrX,
        /// A to Z.
        "letter" => Letter,
        /// 0 to 9 or A to Z.
        "letter-or-digit" => LetterOrDigit,
        /// 0 to 9 or A to Z without I, O, S, V and Z.
        "credit-code" => CreditCode,
        /// H or M.
        "h-or-m" => HOrM,
        /// What addresses of e-mail have.
        "email" => Email,
    }
}

names! {
    /// Why a birth date cannot be.
    pub enum DateProblem {
        /// The calendar does not have this day.
        "impossible" => Impossible,
        /// It is after today.
        "future" => Future,
        /// Nobody is as old as that.
        "too-long-ago" => TooLongAgo,
    }
}

names! {
    /// What is wrong with an e-mail address.
    pub enum EmailProblem {
        /// There is no `@`.
        "no-at" => NoAt,
        /// There are several `@`.
        "several-at" => SeveralAt,
        /// Nothing stands before the `@`.
        "no-name" => NoName,
        /// Nothing stands behind the `@`.
        "no-domain" => NoDomain,
        /// A dot stands first, last, or beside another.
        "dots" => Dots,
        /// The domain does not end with a dot and a name such as `com`.
        "no-ending" => NoEnding,
        /// More characters than an address may have.
        "too-long" => TooLong,
    }
}

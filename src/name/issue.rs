//! What can be said about a name, as data without words.

use super::source::Source;
use crate::finding::{self, issues};
use crate::names::names;

/// Something about a name that the applicant should know.
pub type Finding = finding::Finding<Issue>;

issues! {
    /// What was found. Positions count the characters of the text as it was typed, from 1;
    /// lengths count as WeChat does.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Issue {
        /// There is no name.
        "name.missing" => Missing,
        /// Too long or too short.
        "name.length" => Length {
            /// The length; absent where WeChat said it without a number.
            found: Option<u16>,
            /// The shortest.
            least: u16,
            /// The longest.
            most: u16,
            /// Where the bounds come from.
            source: Source,
        },
        /// A character that names do not have. Each is told once.
        "name.character" => Character {
            /// Where it stands.
            position: u16,
            /// The character.
            found: char,
            /// Where the alphabet comes from.
            source: Source,
        },
        /// Spaces that the normalized name does not have.
        "name.space" => Space {
            /// Where the first of them stands.
            position: u16,
            /// At which place of the name.
            place: Place,
        },
        /// A word that names must not have.
        "name.forbidden-word" => ForbiddenWord {
            /// The word.
            word: String,
            /// Where its first character stands.
            position: u16,
            /// Where the rule comes from.
            source: Source,
        },
        /// A word that names are better without.
        "name.risky-word" => RiskyWord {
            /// The word.
            word: String,
            /// Where its first character stands.
            position: u16,
            /// What is risky about it.
            reason: Reason,
            /// Where the rule comes from.
            source: Source,
        },
        /// The name says what it is about, and nothing about whose it is.
        "name.generic" => Generic {
            /// Where the rule comes from.
            source: Source,
        },
        /// The name is a region and what is to be had there.
        "name.region-generic" => RegionGeneric {
            /// The region, with its suffix.
            region: String,
            /// The rest.
            word: String,
            /// Where the rule comes from.
            source: Source,
        },
        /// The name has a widely known mark in it.
        "name.famous-mark" => FamousMark {
            /// The mark.
            word: String,
            /// Where its first character stands.
            position: u16,
            /// Where the rule comes from.
            source: Source,
        },
        /// The name has an organ of the state in it.
        "name.state-organ" => StateOrgan {
            /// The organ.
            word: String,
            /// Where its first character stands.
            position: u16,
            /// Where the rule comes from.
            source: Source,
        },
        /// What happens to the program's name.
        "name.replaces" => Replaces {
            /// The name it has.
            from: String,
            /// The name it will have.
            to: String,
            /// Where the rule comes from.
            source: Source,
        },
        /// The applicant has not said yes to the new name, or to another one.
        "name.not-acknowledged" => NotAcknowledged {
            /// The name it has.
            from: String,
            /// The name it will have.
            to: String,
            /// Where the rule comes from.
            source: Source,
        },
        /// The program keeps its name.
        "name.unchanged" => Unchanged,
        /// How often the name can be changed without certification.
        "name.renames-left" => RenamesLeft {
            /// How often this year.
            left: u8,
            /// How often a year.
            a_year: u8,
            /// Where the number comes from.
            source: Source,
        },
        /// The name needs proof.
        "name.proof-needed" => ProofNeeded {
            /// Which.
            proof: Proof,
            /// Where the rule comes from.
            source: Source,
        },
        /// Whether the name is chosen freely or is a trademark was not said.
        "name.mode-missing" => ModeMissing {
            /// Where the rule comes from.
            source: Source,
        },
        /// The short form is too long or too short.
        "name.short-length" => ShortLength {
            /// Its length.
            found: u16,
            /// The shortest.
            least: u16,
            /// The longest.
            most: u16,
            /// Where the bounds come from.
            source: Source,
        },
        /// The short form is not made of characters of the name in their order.
        "name.short-not-part" => ShortNotPart {
            /// Where the first stray character stands in the short form.
            position: u16,
            /// The character.
            found: char,
            /// Where the rule comes from.
            source: Source,
        },
        /// The introduction is too long or too short.
        "name.introduction-length" => IntroductionLength {
            /// Its length.
            found: u16,
            /// The shortest.
            least: u16,
            /// The longest.
            most: u16,
            /// Where the bounds come from.
            source: Source,
        },
        /// WeChat: something in the introduction is not accepted.
        "name.introduction-forbidden" => IntroductionForbidden,
        /// WeChat: the introduction was changed too often this month.
        "name.introduction-too-often" => IntroductionTooOften,
        /// WeChat: the form of the name is not accepted.
        "name.invalid-format" => InvalidFormat,
        /// WeChat: the name is not accepted, without a reason.
        "name.illegal" => Illegal,
        /// WeChat: too many names were tried.
        "name.too-often" => TooOften,
        /// WeChat: nobody may use the name.
        "name.forbidden" => Forbidden,
        /// WeChat: the name has a keyword or a known brand in it.
        "name.keyword" => Keyword,
        /// WeChat: another Mini Program has the name.
        "name.taken" => Taken,
        /// WeChat: only one subject may use the name, and it is another.
        "name.same-subject-needed" => SameSubjectNeeded,
        /// WeChat: another subject has the same name with a plus behind it.
        "name.plus-rule" => PlusRule {
            /// What has that name.
            account: Account,
        },
        /// WeChat: an official account of another subject has the name.
        "name.clashes-official-account" => ClashesOfficialAccount,
        /// WeChat: several have the name, so that nobody can be given it.
        "name.several-holders" => SeveralHolders,
        /// WeChat: the name is somebody's WeChat ID.
        "name.is-wechat-id" => IsWechatId,
        /// WeChat: the name is kept for who had it, or free from it, for some time.
        "name.protected" => Protected {
            /// How many days in all, where WeChat says it.
            days: Option<u8>,
        },
        /// WeChat: somebody complained about the name.
        "name.complained" => Complained,
        /// WeChat: the name needs material that proves the right to it.
        "name.material-needed" => MaterialNeeded,
        /// WeChat: the subject keeps too many names.
        "name.too-many-held" => TooManyHeld,
        /// WeChat: this program's name can only be changed by certification.
        "name.rename-by-certification" => RenameByCertification,
        /// WeChat: the program is under review.
        "name.under-review" => UnderReview,
        /// WeChat: the name is a trademark and has to be handed in as one.
        "name.is-trademark" => IsTrademark,
    }
}

impl Issue {
    /// Where the rule comes from. Absent where there is no rule, or where WeChat itself gave the answer.
    pub fn source(&self) -> Option<Source> {
        match *self {
            Self::Length { source, .. }
            | Self::Character { source, .. }
            | Self::ForbiddenWord { source, .. }
            | Self::RiskyWord { source, .. }
            | Self::Generic { source }
            | Self::RegionGeneric { source, .. }
            | Self::FamousMark { source, .. }
            | Self::StateOrgan { source, .. }
            | Self::Replaces { source, .. }
            | Self::NotAcknowledged { source, .. }
            | Self::RenamesLeft { source, .. }
            | Self::ProofNeeded { source, .. }
            | Self::ModeMissing { source }
            | Self::ShortLength { source, .. }
            | Self::ShortNotPart { source, .. }
            | Self::IntroductionLength { source, .. } => Some(source),
            Self::Missing
            | Self::Space { .. }
            | Self::Unchanged
            | Self::IntroductionForbidden
            | Self::IntroductionTooOften
            | Self::InvalidFormat
            | Self::Illegal
            | Self::TooOften
            | Self::Forbidden
            | Self::Keyword
            | Self::Taken
            | Self::SameSubjectNeeded
            | Self::PlusRule { .. }
            | Self::ClashesOfficialAccount
            | Self::SeveralHolders
            | Self::IsWechatId
            | Self::Protected { .. }
            | Self::Complained
            | Self::MaterialNeeded
            | Self::TooManyHeld
            | Self::RenameByCertification
            | Self::UnderReview
            | Self::IsTrademark => None,
        }
    }
}

names! {
    /// Where spaces stand that are left out.
    pub enum Place {
        /// Before the first character.
        "start" => Start,
        /// Beside another space.
        "doubled" => Doubled,
        /// Behind the last character.
        "end" => End,
    }
}

names! {
    /// What is risky about a word.
    pub enum Reason {
        /// It claims more than can be shown.
        "exaggeration" => Exaggeration,
        /// A superlative.
        "superlative" => Superlative,
        /// A short form that is a common noun.
        "generic-short" => GenericShort,
        /// It claims to be official.
        "official" => Official,
        /// It asks for a click or for sharing.
        "lure" => Lure,
        /// It wants to shock.
        "shock" => Shock,
        /// It sells with politics.
        "politics" => Politics,
        /// It advertises.
        "marketing" => Marketing,
        /// A state, its flag or its emblem.
        "state-name" => StateName,
    }
}

names! {
    /// A proof of the right to a name.
    #[non_exhaustive]
    pub enum Proof {
        /// 商标注册证, the certificate of a registered trademark.
        "trademark-certificate" => TrademarkCertificate,
    }
}

names! {
    /// What has a name.
    pub enum Account {
        /// A Mini Program.
        "mini-program" => MiniProgram,
        /// An official account (公众号).
        "official-account" => OfficialAccount,
    }
}

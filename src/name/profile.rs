//! What the office accepts as a name, as data: every limit and every list of words with its source.

use serde::Serialize;

use super::issue::Reason;
use super::source::Source;

/// The rules about names. The words themselves are in `words.txt`, by section.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// How long a name may be.
    pub name: Bounds,
    /// How long its short form (简称) may be.
    pub short_name: Bounds,
    /// How long the introduction (介绍) may be.
    pub introduction: Bounds,
    /// What a name may have besides Chinese characters, Latin letters, digits and spaces.
    pub symbols: &'static [char],
    /// Where the alphabet comes from.
    pub alphabet_source: Source,
    /// How often a year a name can be changed without certification.
    pub renames_a_year: u8,
    /// Where that number comes from.
    pub renames_source: Source,
    /// Who asks whether a name is chosen freely or is a trademark.
    pub mode_source: Source,
    /// Who asks for the certificate of a trademark.
    pub proof_source: Source,
    /// Why a certified name replaces the program's.
    pub effect_source: Source,
    /// Words that names must not have.
    pub forbidden: &'static [Forbidden],
    /// Words that names are better without.
    pub risky: &'static [Risky],
    /// Why the names of organs of the state are kept for them.
    pub organ_source: Source,
    /// Why widely known marks need proof.
    pub mark_source: Source,
    /// Why generic names are not accepted.
    pub generic_source: Source,
    /// Why short forms that are common nouns are not accepted.
    pub short_form_source: Source,
}

/// The shortest and the longest, in WeChat's counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bounds {
    /// The shortest.
    pub least: u16,
    /// The longest.
    pub most: u16,
    /// Where they come from.
    pub source: Source,
}

impl Bounds {
    /// Whether a text of this length is neither too short nor too long.
    pub const fn hold(&self, length: u16) -> bool {
        self.least <= length && length <= self.most
    }
}

/// A section of words that names must not have.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forbidden {
    /// The section.
    pub section: &'static str,
    /// Where the rule comes from.
    pub source: Source,
    /// Who may use the words after all.
    pub exception: Exception,
}

/// Who may use a forbidden word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exception {
    /// Nobody.
    None,
    /// Who proves that it is their trademark: [`Source::CheckNickname`] has such a name as
    /// its example, and asks for proof instead of refusing.
    Trademark,
}

/// A section of words that names are better without.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Risky {
    /// The section.
    pub section: &'static str,
    /// Whether the words matter everywhere.
    pub place: RiskyPlace,
    /// What is risky about them.
    pub reason: Reason,
    /// Where the rule comes from.
    pub source: Source,
}

/// Where in a name a word matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RiskyPlace {
    /// Everywhere.
    Anywhere,
    /// At the beginning only.
    Start,
}

impl Profile {
    /// What WeChat's pages said in 2026.
    pub const WECHAT_2026: &'static Self = &WECHAT_2026;
}

const fn risky(section: &'static str, reason: Reason, source: Source) -> Risky {
    Risky { section, place: RiskyPlace::Anywhere, reason, source }
}

/// 「长度在4-30个字符之间，一个中文字等于2个字符」, 「部分特殊符号(“空格”、“-”、“+”、“&”、“.”)」,
/// 「简称…长度在4-10个字符之间」, 「介绍字数为4-120个字符」: [`Source::BasicInfo`].
/// Elsewhere one reads 2 to 20 and 3 to 20 (service providers, before 2018), or 4 to 32
/// bytes (official accounts); error 85030 says 4 to 30, too.
///
/// 「改名次数将在自然年 1 月 1 日和微信认证审核通过后重置为 2 次」: [`Source::SetNickname`].
/// The older English page has 2 before the release, and none after it.
const WECHAT_2026: Profile = Profile {
    name: Bounds { least: 4, most: 30, source: Source::BasicInfo },
    short_name: Bounds { least: 4, most: 10, source: Source::BasicInfo },
    introduction: Bounds { least: 4, most: 120, source: Source::BasicInfo },
    symbols: &['-', '+', '&', '.'],
    alphabet_source: Source::BasicInfo,
    renames_a_year: 2,
    renames_source: Source::SetNickname,
    mode_source: Source::Application,
    proof_source: Source::Form,
    effect_source: Source::CertificationGuide,
    forbidden: &[
        Forbidden { section: "keyword", source: Source::SetNickname, exception: Exception::None },
        Forbidden {
            section: "platform",
            source: Source::TrialName,
            exception: Exception::Trademark,
        },
    ],
    risky: &[
        risky("exaggeration", Reason::Exaggeration, Source::OfficialAccountRule),
        risky("superlative-law", Reason::Superlative, Source::AdvertisingLaw),
        risky("superlative", Reason::Superlative, Source::Own),
        risky("official", Reason::Official, Source::Own),
        risky("lure", Reason::Lure, Source::LureAdvice),
        risky("shock", Reason::Shock, Source::LureAdvice),
        risky("politics", Reason::Politics, Source::LureAdvice),
        risky("marketing", Reason::Marketing, Source::AdviceRetold),
        risky("state-symbol", Reason::StateName, Source::OfficialAccountRule),
        // Behind a brand the name of a state is accepted, as that of a market.
        Risky {
            section: "state-name",
            place: RiskyPlace::Start,
            reason: Reason::StateName,
            source: Source::OfficialAccountRule,
        },
    ],
    organ_source: Source::OfficialAccountRule,
    mark_source: Source::CheckNickname,
    generic_source: Source::NamingAdvice,
    short_form_source: Source::OfficialAccountRule,
};

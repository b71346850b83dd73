//! Where the rules about names come from, and what a rule from there is worth.

use crate::finding::Severity;
use crate::names::names;

/// Declares the sources: each variant behind its reference, which is also its name in JSON.
macro_rules! sources {
    ($( $(#[$meta:meta])* $reference:literal => $variant:ident ($authority:ident) ),+ $(,)?) => {
        names! {
            /// Where a rule comes from. In JSON it is the reference itself: the address or the
            /// name of the page.
            #[non_exhaustive]
            pub enum Source {
                $( $(#[$meta])* $reference => $variant ),+
            }
        }

        impl Source {
            /// What a rule from there is worth.
            pub const fn authority(self) -> Authority {
                match self {
                    $( Self::$variant => Authority::$authority ),+
                }
            }
        }
    };
}

sources! {
    /// The rule that the applicant is given: the certified name replaces the program's.
    "certification guide: the certified name replaces the name of the program" => CertificationGuide (Rule),
    /// Alphabet and length of name, short form and introduction, as the shop's interface states them.
    "https://developers.weixin.qq.com/doc/ministore/minishopopencomponent/API/register/submit_basicinfo.html" => BasicInfo (Rule),
    /// Setting a name: a keyword that is not accepted, and how often a name can be changed.
    "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/basic-info-management/api_setnickname" => SetNickname (Rule),
    /// Names of trial programs: keywords that are not accepted.
    "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/beta_Mini_Programs/fastmodify.html" => TrialName (Rule),
    /// The application itself: a name is chosen freely or is a trademark.
    "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/weapp-wxverify/api_secwxaapi_wxaauth" => Application (Rule),
    /// The answers of the interfaces.
    "https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html" => ReturnCodes (Rule),
    /// Checking a certified name: some names need proof, and may fail without.
    "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/basic-info-management/api_checknickname" => CheckNickname (Advice),
    /// The office's advice of 2019 about generic names.
    "https://developers.weixin.qq.com/community/develop/doc/0006e8a6e28a38c6ef88db7f051401" => NamingAdvice (Advice),
    /// The office's advice about names that lure.
    "https://developers.weixin.qq.com/community/develop/doc/000a204d0e88f0dd850a90a3c5b009" => LureAdvice (Advice),
    /// The office's own form, in its older version for official accounts.
    "mp.weixin.qq.com: certification form of official accounts, naming_type" => Form (Advice),
    /// The law about advertising, which the office does not quote for names.
    "Advertising Law of the PRC, article 9" => AdvertisingLaw (Advice),
    /// A copy of the rule for the names of certified official accounts.
    "https://static.kancloud.cn/w469001293/wx_zh/1112006" => OfficialAccountRule (ThirdParty),
    /// A retelling of the advice of 2019 with its later points.
    "https://static.kancloud.cn/shudonglixiaoyanzi888/sd02_/2158496" => AdviceRetold (ThirdParty),
    /// Our own knowledge.
    "chosen by this project" => Own (Ours),
}

impl Source {
    /// What a breach of a rule from there means: only a rule of the office refuses.
    pub const fn severity(self) -> Severity {
        match self.authority() {
            Authority::Rule => Severity::Block,
            Authority::Advice | Authority::ThirdParty | Authority::Ours => Severity::Warn,
        }
    }
}

/// What a rule is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// A rule of the office about Mini Programs.
    Rule,
    /// Advice of the office, or an official rule about something close.
    Advice,
    /// What others say that the office says.
    ThirdParty,
    /// What we know.
    Ours,
}

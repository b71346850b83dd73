//! What WeChat answers about a name.

use super::issue::{Account, Finding, Issue};
use super::profile::Profile;
use super::source::Source;
use crate::finding::{Coded, Severity};

/// What an error code of WeChat says about a name or an introduction; `None` where it is
/// about something else.
///
/// Sources: the global return codes of the Open Platform (`Return_code_descriptions_new.html`
/// on developers.weixin.qq.com), those of `api_checknickname` (530xx) and `fastmodify`
/// (86011), and what `secwxaapi_wxaauth` was seen to answer (89630).
///
/// # Example
///
/// ```
/// use renzheng::name;
///
/// assert_eq!(name::of_wechat(53013).unwrap().code(), "name.taken");
/// assert!(name::of_wechat(40001).is_none());
/// ```
pub fn of_wechat(errcode: i32) -> Option<Finding> {
    let issue = match errcode {
        53010 => Issue::InvalidFormat,
        53011 => return Some(Issue::TooOften.with(Severity::Warn)),
        53012 | 85031 => Issue::Forbidden,
        53013 | 85029 | 91007 => Issue::Taken,
        53014 | 91014 => Issue::PlusRule { account: Account::MiniProgram },
        53015 | 91015 => Issue::ClashesOfficialAccount,
        53016 | 91016 => Issue::SeveralHolders,
        53017 | 91017 => Issue::PlusRule { account: Account::OfficialAccount },
        53018 | 91006 => Issue::IsWechatId,
        53019 | 85034 => Issue::Protected { days: None },
        53200 => Issue::IntroductionTooOften,
        53201 | 85036 => Issue::IntroductionForbidden,
        85030 => Issue::Length {
            found: None,
            least: Profile::WECHAT_2026.name.least,
            most: Profile::WECHAT_2026.name.most,
            source: Source::ReturnCodes,
        },
        85032 => Issue::Complained,
        85033 | 91004 => Issue::Illegal,
        85035 => Issue::SameSubjectNeeded,
        86011 => Issue::Keyword,
        89630 => Issue::IsTrademark,
        91002 | 91018 => Issue::RenameByCertification,
        91005 => Issue::Protected { days: Some(15) },
        91008 => Issue::Protected { days: Some(7) },
        91009 => Issue::MaterialNeeded,
        91013 => Issue::TooManyHeld,
        91019 => return Some(Issue::UnderReview.with(Severity::Warn)),
        _ => return None,
    };
    Some(issue.with(Severity::Block))
}

//! Every limit and period of the process, as data with its source.

use crate::names::names;
use serde::Serialize;

names! {
    /// The name of a process profile.
    #[derive(Default)]
    pub enum ProcessProfileId {
        /// WeChat's process as it is known in 2026.
        #[default]
        "wechat-2026" => Wechat2026,
        /// The process as the certification guide tells it: the fee comes after the review.
        "brief" => Brief,
    }
}

names! {
    /// When the fee is paid.
    pub enum FeeTime {
        /// Before anybody looks at the application.
        "before-review" => BeforeReview,
        /// When it has passed.
        "after-review" => AfterReview,
    }
}

/// A number, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The number.
    pub value: u16,
    /// Its source.
    pub source: &'static str,
}

/// Several numbers of one kind, and where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Days {
    /// The numbers of days.
    pub values: &'static [u16],
    /// Their source.
    pub source: &'static str,
}

/// What the process allows, and how long each step may take.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProcessProfile {
    /// Its name.
    pub id: ProcessProfileId,
    /// When the fee is paid, where there is one.
    pub fee: FeeTime,
    /// Where that comes from.
    pub fee_source: &'static str,
    /// How many photos can be uploaded for one application; none where no limit is known.
    pub uploads: Option<Limit>,
    /// After how many days uploaded photos have to be given again.
    pub materials_days: Limit,
    /// Hours for the administrator to authorize, show the face and repeat the code.
    pub task_hours: Limit,
    /// Hours to pay.
    pub payment_hours: Limit,
    /// Days after which a review is late.
    pub review_days: Limit,
    /// How often an application can be corrected.
    pub corrections: Limit,
    /// Days to correct, from the first time it is sent back.
    pub correction_days: Limit,
    /// How many years a certification is valid where the office does not say until when.
    pub validity_years: Limit,
    /// How many days before its end the office reminds; the first opens the renewal.
    pub reminder_days: Days,
    /// After how many days without renewal the program can do less; the first is its end.
    pub restriction_days: Days,
    /// After how many days the certification is looked up again.
    pub check_days: Limit,
}

impl ProcessProfileId {
    /// The rules behind the name.
    pub const fn profile(self) -> &'static ProcessProfile {
        match self {
            Self::Wechat2026 => ProcessProfile::WECHAT_2026,
            Self::Brief => ProcessProfile::BRIEF,
        }
    }
}

impl ProcessProfile {
    /// What WeChat's pages, and where they are silent its service providers, said in 2026.
    pub const WECHAT_2026: &'static Self = &WECHAT_2026;
    /// The certification guide, with WeChat's numbers where it gives none.
    pub const BRIEF: &'static Self = &BRIEF;
}

const fn limit(value: u16, source: &'static str) -> Limit {
    Limit { value, source }
}

const QUERYAUTH: &str = "developers.weixin.qq.com, /wxa/sec/queryauth: task_status 1";
const WXVERIFYICP: &str =
    "developers.weixin.qq.com, Third-party_Platforms/2.0/product/wxverifyicp.html";
const THREE_REFILLS: &str = "nbyuyuan.net; asoyuchu.com/newsDetail.html?id=1112; jmofootball.com/news_797.html (third party)";
const REFILL_DAYS: &str =
    "natural days from the first time: asoyuchu.com/newsDetail.html?id=1112 (third party)";
const ONE_YEAR: &str =
    "jmofootball.com/news_797.html; annual_review in getaccountbasicinfo of WeChat";

/// Fee: `apply_status` 1, then 2. Materials: uploads of WeChat's other interface for
/// media are kept for three days; nothing is said of those for certification. Review:
/// 15 working days are three weeks, public holidays aside; overdue is only pointed at.
/// Reminders: three, two and one months, and seven days. Restrictions: on the day no new
/// version and not found in searches, after 30 days not shared, after 60 no new users.
const WECHAT_2026: ProcessProfile = ProcessProfile {
    id: ProcessProfileId::Wechat2026,
    fee: FeeTime::BeforeReview,
    fee_source: "developers.weixin.qq.com, /wxa/sec/queryauth: apply_status 1, then 2",
    uploads: None,
    materials_days: limit(
        3,
        "developers.weixin.qq.com: temporary media; assumed for /wxa/sec/uploadauthmaterial",
    ),
    task_hours: limit(24, QUERYAUTH),
    payment_hours: limit(24, WXVERIFYICP),
    review_days: limit(21, "15 working days: nbyuyuan.net, older official text"),
    corrections: limit(3, THREE_REFILLS),
    correction_days: limit(30, REFILL_DAYS),
    validity_years: limit(1, ONE_YEAR),
    reminder_days: Days {
        values: &[90, 60, 30, 7],
        source: "jmofootball.com/news_797.html; copy of whweb.net (third party)",
    },
    restriction_days: Days {
        values: &[0, 30, 60],
        source: "notify_3rd_wxa_wxverify: Senparc.Weixin.Open, RequestMessage3rdWxaWxVerify",
    },
    check_days: limit(30, "chosen by this project; the guide says regularly"),
};

const LIKE_WECHAT: &str = "the guide says no number; as in wechat-2026";

/// The guide says that uploads are limited in time and number, and that photos expire,
/// but no number of either.
const BRIEF: ProcessProfile = ProcessProfile {
    id: ProcessProfileId::Brief,
    fee: FeeTime::AfterReview,
    fee_source: "certification guide, step 6",
    uploads: Some(limit(50, "chosen by this project; the guide says that there is a limit")),
    materials_days: limit(30, "chosen by this project; the guide says that photos expire"),
    task_hours: limit(24, LIKE_WECHAT),
    payment_hours: limit(24, LIKE_WECHAT),
    review_days: limit(21, LIKE_WECHAT),
    corrections: limit(3, LIKE_WECHAT),
    correction_days: limit(30, LIKE_WECHAT),
    validity_years: limit(1, LIKE_WECHAT),
    reminder_days: Days { values: &[90, 60, 30, 7], source: LIKE_WECHAT },
    restriction_days: Days { values: &[0, 30, 60], source: LIKE_WECHAT },
    check_days: limit(30, "chosen by this project; the guide says regularly"),
};

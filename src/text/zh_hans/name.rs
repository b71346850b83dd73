//! Simplified Chinese: what is said of a name.

use crate::name::{Account, Issue, Mode, Place, Proof, Reason, Source};
use crate::text::Message;

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(in crate::text) fn name_issue(issue: &Issue) -> Message {
    match issue {
        Issue::Missing => Message::new("还没有填写名称。", "请填写认证后小程序要使用的名称。"),
        Issue::Length { found, least, most, .. } => Message::new(
            length("名称", *found, *least, *most),
            format!(
                "名称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字、空格和符号算 1 个。"
            ),
        ),
        Issue::Character { position, found, .. } => Message::new(
            format!("第 {position} 个字“{found}”不能用在名称里。"),
            "名称只能用汉字、数字、英文字母、空格和 - + & . 四种符号；请删去它，或换成可以用的字。",
        ),
        Issue::Space { position, place } => Message::new(
            match place {
                Place::Start => "名称开头有空格。".to_owned(),
                Place::Doubled => format!("第 {position} 个字的位置有连续的空格。"),
                Place::End => "名称末尾有空格。".to_owned(),
            },
            "请删去多余的空格；提交时请使用删去后的名称。",
        ),
        Issue::ForbiddenWord { word, source, .. } => Message::new(
            format!("名称里不能有“{word}”。"),
            match source {
                Source::SetNickname => "微信不接受带有这个词的名称；请去掉它，直接使用您的品牌名。",
                _ => {
                    "请去掉这个词；只有商标属于您、能提交《商标注册证》时，才可以选择“基于商标命名”提交。"
                }
            },
        ),
        Issue::RiskyWord { word, reason, .. } => risky_word(word, *reason),
        Issue::Generic { .. } => Message::new(
            "名称只有通用词，看不出是谁的小程序。",
            "请加上您的品牌、字号或其他有辨识度的词；如果它是您的注册商标，请选择“基于商标命名”并提交《商标注册证》。",
        ),
        Issue::RegionGeneric { region, word, .. } => Message::new(
            format!("名称由地名“{region}”和通用词“{word}”组成，看不出是谁的小程序。"),
            "请加上您的品牌、字号或其他有辨识度的词；政府和公共服务机构的名称不受此限。",
        ),
        Issue::FamousMark { word, .. } => Message::new(
            format!("“{word}”是知名商标，没有证明很可能审核不通过。"),
            "商标属于您或已获授权时，请选择“基于商标命名”，并提交《商标注册证》和授权书；否则请换一个名称。",
        ),
        Issue::StateOrgan { word, .. } => Message::new(
            format!("名称里的“{word}”属于国家机关或其标志性场所。"),
            "国家机关的名称只有该机关自己可以使用；如果您不是，请换一个名称。",
        ),
        Issue::Replaces { from, to, .. } => Message::new(
            format!("认证生效后，小程序名称将由“{from}”改为“{to}”。"),
            "请逐字核对新名称；如果想保留原来的名称，请把认证名称填成和原来一样。",
        ),
        Issue::NotAcknowledged { to, .. } => Message::new(
            format!("您还没有确认把小程序名称改为“{to}”。"),
            "请核对新旧名称，然后确认；确认之后又改了名称的，需要重新确认。",
        ),
        Issue::Unchanged => Message::new(
            "认证生效后，小程序名称保持不变。",
            "不用处理；想换名称时，在这里填写新名称。",
        ),
        Issue::RenamesLeft { left: 0, a_year, .. } => Message::new(
            format!("今年的 {a_year} 次改名机会已经用完。"),
            "可以通过这次认证改名；认证通过后和每年 1 月 1 日，改名次数会重新计算。",
        ),
        Issue::RenamesLeft { left, a_year, .. } => Message::new(
            format!("今年还可以改名 {left} 次，每年共 {a_year} 次。"),
            "认证通过后和每年 1 月 1 日，改名次数会重新计算。",
        ),
        Issue::ProofNeeded { proof, .. } => Message::new(
            format!("基于商标命名，需要提交{}。", proof_name(*proof)),
            "请准备加盖公章的复印件照片；商标属于别人的，还要有商标所有者的授权书。",
        ),
        Issue::ModeMissing { .. } => Message::new(
            "还没有选择命名方式。",
            "名称是自己起的，请选“基于自选词汇命名”；名称是注册商标，请选“基于商标命名”。",
        ),
        Issue::ShortLength { found, least, most, .. } => Message::new(
            length("简称", Some(*found), *least, *most),
            format!(
                "简称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字和符号算 1 个。"
            ),
        ),
        Issue::ShortNotPart { position, found, .. } => Message::new(
            format!("简称的第 {position} 个字“{found}”不在名称里，或者顺序不对。"),
            "简称只能从名称中按顺序取字；请改简称，或先把名称定下来。",
        ),
        Issue::IntroductionLength { found, least, most, .. } => Message::new(
            length("介绍", Some(*found), *least, *most),
            format!("介绍要有 {least} 到 {most} 个字符：一个汉字算 2 个；中文标点也可能算 2 个。"),
        ),
        Issue::IntroductionForbidden => Message::new(
            "微信没有接受这段介绍，里面有不能使用的内容。",
            "请去掉违反法律法规、夸大或与小程序无关的内容，再提交一次。",
        ),
        Issue::IntroductionTooOften => {
            Message::new("这个月修改介绍的次数已经用完。", "请下个月再修改，或先保留现在的介绍。")
        }
        Issue::InvalidFormat => Message::new(
            "微信没有接受这个名称：格式不合法。",
            "名称只能用汉字、数字、英文字母、空格和 - + & . 四种符号，一个汉字算 2 个字符；请对照修改。",
        ),
        Issue::Illegal => Message::new(
            "微信没有接受这个名称，也没有说明原因。",
            "请去掉可能违规的词，换一个名称再试；仍不通过的，请联系微信客服。",
        ),
        Issue::TooOften => Message::new("检测名称太频繁，微信暂时不再回答。", "请过一段时间再试。"),
        Issue::Forbidden => Message::new("微信禁止使用这个名称。", "请换一个名称。"),
        Issue::Keyword => Message::new(
            "名称命中了微信的关键词，例如“小程序”“微信”“腾讯”或知名品牌。",
            "请去掉这些词，或换一个名称。",
        ),
        Issue::Taken => Message::new(
            "已经有小程序使用了这个名称。",
            "请换一个名称；如果那个小程序侵犯了您的商标，可以在微信公众平台发起侵权投诉。",
        ),
        Issue::SameSubjectNeeded => Message::new(
            "这个名称只有另一个主体可以使用。",
            "请换一个名称；两个账号都属于您的，请用同一个主体申请。",
        ),
        Issue::PlusRule { account } => Message::new(
            format!("已有{}使用了这个名称加“+”号的名称，主体与您不同。", account_name(*account)),
            "只有同一个主体才能申请这个名称；请换一个名称。",
        ),
        Issue::ClashesOfficialAccount => Message::new(
            "已有公众号使用了这个名称，主体与您不同。",
            "请换一个名称；公众号也属于您的，请用同一个主体申请。",
        ),
        Issue::SeveralHolders => Message::new(
            "已有多个账号使用这个名称，微信暂时不接受申请。",
            "请换一个名称；即使其中一个账号改名，也未必能申请到。",
        ),
        Issue::IsWechatId => Message::new("这个名称是别人的微信号。", "请换一个名称。"),
        Issue::Protected { days } => Message::new(
            match days {
                Some(days) => format!("这个名称还在 {days} 天的保护期内。"),
                None => "这个名称还在保护期内。".to_owned(),
            },
            "请等保护期结束后再申请，或换一个名称。",
        ),
        Issue::Complained => Message::new(
            "这个名称被投诉过，不能使用。",
            "请换一个名称；认为投诉不成立的，请联系微信客服。",
        ),
        Issue::MaterialNeeded => Message::new(
            "使用这个名称需要提交证明材料。",
            "请按微信的提示补充材料，例如《商标注册证》或授权书；没有材料的，请换一个名称。",
        ),
        Issue::TooManyHeld => Message::new(
            "您占用的名称太多，微信暂时不接受新的名称。",
            "请先释放不用的名称，再提交一次。",
        ),
        Issue::RenameByCertification => Message::new(
            "这个小程序现在只能通过认证改名。",
            "请在认证时填写新名称，认证通过后名称生效。",
        ),
        Issue::UnderReview => {
            Message::new("小程序正在审核中，暂时不能改名。", "请等审核结束后再试。")
        }
        Issue::IsTrademark => Message::new(
            "这个名称涉及企业商标，不能作为自选词汇提交。",
            "请选择“基于商标命名”，并提交加盖公章的《商标注册证》；没有的，请换一个名称。",
        ),
    }
}

fn risky_word(word: &str, reason: Reason) -> Message {
    let (what, fix) = match reason {
        Reason::Exaggeration => {
            (format!("“{word}”属于夸大宣传，审核很可能不通过。"), "请去掉它，只写您的品牌和业务。")
        }
        Reason::Superlative => {
            (format!("“{word}”是绝对化用语，审核可能不通过。"), "请去掉它，换成能说明特点的词。")
        }
        Reason::GenericShort => (
            format!("“{word}”是通用名词，不能单独作为简称式的名称。"),
            "请使用企业或机构的完整名称，或加上您的品牌。",
        ),
        Reason::Official => (
            format!("“{word}”会让人以为是官方账号，审核可能不通过。"),
            "请去掉它；认证通过后，微信会显示您的主体名称。",
        ),
        Reason::Lure => (
            format!("“{word}”容易被看作诱导点击或分享，微信不建议用在名称里。"),
            "请换成说明小程序功能的词。",
        ),
        Reason::Shock => (
            format!("“{word}”属于煽动性的词，微信不建议用在名称里。"),
            "请换成说明小程序功能的词。",
        ),
        Reason::Politics => (
            format!("“{word}”容易让人联想到政治营销，微信不建议用在名称里。"),
            "请换成说明小程序功能的词。",
        ),
        Reason::Marketing => (
            format!("“{word}”是营销用语，审核可能不通过。"),
            "请把优惠写在小程序里，不要写在名称里。",
        ),
        Reason::StateName => (
            format!("名称里的“{word}”涉及国家名称或标志，审核很可能不通过。"),
            "请去掉它；名称经批准的机构和外资、合资企业，请准备好证明材料。",
        ),
    };
    Message::new(what, fix)
}

fn length(subject: &str, found: Option<u16>, least: u16, most: u16) -> String {
    match found {
        Some(found) if found < least => {
            format!("{subject}只有 {found} 个字符，至少要有 {least} 个。")
        }
        Some(found) => format!("{subject}有 {found} 个字符，最多 {most} 个。"),
        None => format!("微信没有接受这个{subject}：长度不对。"),
    }
}

const fn proof_name(proof: Proof) -> &'static str {
    match proof {
        Proof::TrademarkCertificate => "《商标注册证》",
    }
}

const fn account_name(account: Account) -> &'static str {
    match account {
        Account::MiniProgram => "小程序",
        Account::OfficialAccount => "公众号",
    }
}

pub(in crate::text) const fn name_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::SelfChosen => "基于自选词汇命名",
        Mode::Trademark => "基于商标命名",
    }
}

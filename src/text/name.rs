//! What is said of a name.

use std::borrow::Cow;

use super::sentence::{Area, Members, Sentence, Words, has_cases, has_each, itself, sentences};
use super::{Explain, Locale, Message, Name};
use crate::name::{Account, Issue, Mode, Place, Proof, Reason, Source};

const SENTENCES: &[Sentence] = sentences! {
    "name.missing":
        "还没有填写名称。"
        "请填写认证后小程序要使用的名称。"
        "There is no name yet."
        "Enter the name that the program is to have after the certification."
    "name.length:short":
        "名称只有 {found} 个字符，至少要有 {least} 个。"
        "名称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字、空格和符号算 1 个。"
        "The name counts {found}; at least {least} are needed."
        "A name counts {least} to {most}: a Chinese character counts 2; a letter, digit, space or symbol counts 1."
    "name.length:long":
        "名称有 {found} 个字符，最多 {most} 个。"
        "名称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字、空格和符号算 1 个。"
        "The name counts {found}; at most {most} are accepted."
        "A name counts {least} to {most}: a Chinese character counts 2; a letter, digit, space or symbol counts 1."
    "name.length":
        "微信没有接受这个名称：长度不对。"
        "名称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字、空格和符号算 1 个。"
        "WeChat did not accept the length of this name."
        "A name counts {least} to {most}: a Chinese character counts 2; a letter, digit, space or symbol counts 1."
    "name.character":
        "第 {position} 个字“{found}”不能用在名称里。"
        "名称只能用汉字、数字、英文字母、空格和 - + & . 四种符号；请删去它，或换成可以用的字。"
        "Character {position}, “{found}”, cannot stand in a name."
        "Names have Chinese characters, digits, Latin letters, spaces and the symbols - + & . only; delete it, or use one of those."
    "name.space:start":
        "名称开头有空格。"
        "请删去多余的空格；提交时请使用删去后的名称。"
        "The name starts with a space."
        "Delete the spaces that are too many, and hand in the name without them."
    "name.space:doubled":
        "第 {position} 个字的位置有连续的空格。"
        "请删去多余的空格；提交时请使用删去后的名称。"
        "There are several spaces at character {position}."
        "Delete the spaces that are too many, and hand in the name without them."
    "name.space:end":
        "名称末尾有空格。"
        "请删去多余的空格；提交时请使用删去后的名称。"
        "The name ends with a space."
        "Delete the spaces that are too many, and hand in the name without them."
    "name.forbidden-word:always":
        "名称里不能有“{word}”。"
        "微信不接受带有这个词的名称；请去掉它，直接使用您的品牌名。"
        "A name cannot have “{word}” in it."
        "WeChat accepts no name with this word; leave it out and use your brand alone."
    "name.forbidden-word":
        "名称里不能有“{word}”。"
        "请去掉这个词；只有商标属于您、能提交《商标注册证》时，才可以选择“基于商标命名”提交。"
        "A name cannot have “{word}” in it."
        "Leave it out; only who owns the trademark and can hand in its certificate may choose “Named by trademark” instead."
    "name.risky-word:exaggeration":
        "“{word}”属于夸大宣传，审核很可能不通过。"
        "请去掉它，只写您的品牌和业务。"
        "“{word}” exaggerates; the name will hardly pass."
        "Leave it out, and say no more than your brand and your trade."
    "name.risky-word:superlative":
        "“{word}”是绝对化用语，审核可能不通过。"
        "请去掉它，换成能说明特点的词。"
        "“{word}” is a superlative; the name may not pass."
        "Leave it out, or say what is special instead."
    "name.risky-word:generic-short":
        "“{word}”是通用名词，不能单独作为简称式的名称。"
        "请使用企业或机构的完整名称，或加上您的品牌。"
        "“{word}” is a common noun and cannot be a name by itself."
        "Use the full name of the firm or institution, or add your brand."
    "name.risky-word:official":
        "“{word}”会让人以为是官方账号，审核可能不通过。"
        "请去掉它；认证通过后，微信会显示您的主体名称。"
        "“{word}” sounds like an official account; the name may not pass."
        "Leave it out; after the certification WeChat shows whose program it is."
    "name.risky-word:lure":
        "“{word}”容易被看作诱导点击或分享，微信不建议用在名称里。"
        "请换成说明小程序功能的词。"
        "“{word}” can be read as asking for clicks or sharing; WeChat advises against it in names."
        "Use a word that says what the program does."
    "name.risky-word:shock":
        "“{word}”属于煽动性的词，微信不建议用在名称里。"
        "请换成说明小程序功能的词。"
        "“{word}” is meant to shock; WeChat advises against it in names."
        "Use a word that says what the program does."
    "name.risky-word:politics":
        "“{word}”容易让人联想到政治营销，微信不建议用在名称里。"
        "请换成说明小程序功能的词。"
        "“{word}” can be read as selling with politics; WeChat advises against it in names."
        "Use a word that says what the program does."
    "name.risky-word:marketing":
        "“{word}”是营销用语，审核可能不通过。"
        "请把优惠写在小程序里，不要写在名称里。"
        "“{word}” advertises; the name may not pass."
        "Tell of offers inside the program, not in its name."
    "name.risky-word:state-name":
        "名称里的“{word}”涉及国家名称或标志，审核很可能不通过。"
        "请去掉它；名称经批准的机构和外资、合资企业，请准备好证明材料。"
        "“{word}” is the name, flag or emblem of a state; the name will hardly pass."
        "Leave it out; institutions and firms whose approved name has it should have the proof ready."
    "name.generic":
        "名称只有通用词，看不出是谁的小程序。"
        "请加上您的品牌、字号或其他有辨识度的词；如果它是您的注册商标，请选择“基于商标命名”并提交《商标注册证》。"
        "The name has generic words only and does not tell whose program it is."
        "Add your brand, your firm or another distinctive word; if it is your registered trademark, choose “Named by trademark” and hand in its certificate."
    "name.region-generic":
        "名称由地名“{region}”和通用词“{word}”组成，看不出是谁的小程序。"
        "请加上您的品牌、字号或其他有辨识度的词；政府和公共服务机构的名称不受此限。"
        "The name is the region “{region}” and the generic word “{word}”, and does not tell whose program it is."
        "Add your brand, your firm or another distinctive word; authorities and public services need not."
    "name.famous-mark":
        "“{word}”是知名商标，没有证明很可能审核不通过。"
        "商标属于您或已获授权时，请选择“基于商标命名”，并提交《商标注册证》和授权书；否则请换一个名称。"
        "“{word}” is a well-known trademark; without proof the name will hardly pass."
        "If it is yours or licensed to you, choose “Named by trademark” and hand in the certificate and the license; otherwise choose another name."
    "name.state-organ":
        "名称里的“{word}”属于国家机关或其标志性场所。"
        "国家机关的名称只有该机关自己可以使用；如果您不是，请换一个名称。"
        "“{word}” is an organ of the state, or a place that stands for one."
        "Only the organ itself may use its name; if you are not it, choose another name."
    "name.replaces":
        "认证生效后，小程序名称将由“{from}”改为“{to}”。"
        "请逐字核对新名称；如果想保留原来的名称，请把认证名称填成和原来一样。"
        "When the certification takes effect, the program’s name changes from “{from}” to “{to}”."
        "Compare the new name character by character; to keep the present name, enter it as the name to be certified."
    "name.not-acknowledged":
        "您还没有确认把小程序名称改为“{to}”。"
        "请核对新旧名称，然后确认；确认之后又改了名称的，需要重新确认。"
        "You have not confirmed yet that the program will be called “{to}”."
        "Compare both names and confirm; a name that is changed afterwards has to be confirmed again."
    "name.unchanged":
        "认证生效后，小程序名称保持不变。"
        "不用处理；想换名称时，在这里填写新名称。"
        "The program keeps its name when the certification takes effect."
        "Nothing to do; enter another name here if you want one."
    "name.renames-left:none":
        "今年的 {aYear} 次改名机会已经用完。"
        "可以通过这次认证改名；认证通过后和每年 1 月 1 日，改名次数会重新计算。"
        "This year’s {aYear} changes of the name are used up."
        "This certification can change the name; the count starts anew when it passes, and on 1 January."
    "name.renames-left:one":
        "今年还可以改名 {left} 次，每年共 {aYear} 次。"
        "认证通过后和每年 1 月 1 日，改名次数会重新计算。"
        "The name can be changed once more this year, of {aYear} a year."
        "The count starts anew when a certification passes, and on 1 January."
    "name.renames-left":
        "今年还可以改名 {left} 次，每年共 {aYear} 次。"
        "认证通过后和每年 1 月 1 日，改名次数会重新计算。"
        "The name can be changed {left} more times this year, of {aYear} a year."
        "The count starts anew when a certification passes, and on 1 January."
    "name.proof-needed":
        "基于商标命名，需要提交{proof}。"
        "请准备加盖公章的复印件照片；商标属于别人的，还要有商标所有者的授权书。"
        "A name by trademark needs {proof}."
        "Have a photo of the stamped copy ready; if the mark is somebody else’s, you need the owner’s license as well."
    "name.mode-missing":
        "还没有选择命名方式。"
        "名称是自己起的，请选“基于自选词汇命名”；名称是注册商标，请选“基于商标命名”。"
        "It is not said yet what kind of name this is."
        "Choose “Freely chosen” for a name of your own, and “Named by trademark” for a registered trademark."
    "name.short-length:short":
        "简称只有 {found} 个字符，至少要有 {least} 个。"
        "简称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字和符号算 1 个。"
        "The short name counts {found}; at least {least} are needed."
        "A short name counts {least} to {most}: a Chinese character counts 2; a letter, digit or symbol counts 1."
    "name.short-length":
        "简称有 {found} 个字符，最多 {most} 个。"
        "简称要有 {least} 到 {most} 个字符：一个汉字算 2 个，字母、数字和符号算 1 个。"
        "The short name counts {found}; at most {most} are accepted."
        "A short name counts {least} to {most}: a Chinese character counts 2; a letter, digit or symbol counts 1."
    "name.short-not-part":
        "简称的第 {position} 个字“{found}”不在名称里，或者顺序不对。"
        "简称只能从名称中按顺序取字；请改简称，或先把名称定下来。"
        "Character {position} of the short name, “{found}”, is not in the name, or not in this order."
        "A short name takes characters of the name in their order; change it, or settle the name first."
    "name.introduction-length:short":
        "介绍只有 {found} 个字符，至少要有 {least} 个。"
        "介绍要有 {least} 到 {most} 个字符：一个汉字算 2 个；中文标点也可能算 2 个。"
        "The introduction counts {found}; at least {least} are needed."
        "An introduction counts {least} to {most}: a Chinese character counts 2, and Chinese punctuation may count 2 as well."
    "name.introduction-length":
        "介绍有 {found} 个字符，最多 {most} 个。"
        "介绍要有 {least} 到 {most} 个字符：一个汉字算 2 个；中文标点也可能算 2 个。"
        "The introduction counts {found}; at most {most} are accepted."
        "An introduction counts {least} to {most}: a Chinese character counts 2, and Chinese punctuation may count 2 as well."
    "name.introduction-forbidden":
        "微信没有接受这段介绍，里面有不能使用的内容。"
        "请去掉违反法律法规、夸大或与小程序无关的内容，再提交一次。"
        "WeChat did not accept the introduction: something in it is forbidden."
        "Leave out what is against the law, exaggerated or not about the program, and hand it in again."
    "name.introduction-too-often":
        "这个月修改介绍的次数已经用完。"
        "请下个月再修改，或先保留现在的介绍。"
        "The introduction was changed too often this month."
        "Change it next month, or keep the present one."
    "name.invalid-format":
        "微信没有接受这个名称：格式不合法。"
        "名称只能用汉字、数字、英文字母、空格和 - + & . 四种符号，一个汉字算 2 个字符；请对照修改。"
        "WeChat did not accept the form of the name."
        "Use Chinese characters, digits, Latin letters, spaces and the symbols - + & . only, and mind the length."
    "name.illegal":
        "微信没有接受这个名称，也没有说明原因。"
        "请去掉可能违规的词，换一个名称再试；仍不通过的，请联系微信客服。"
        "WeChat did not accept the name, and gave no reason."
        "Leave out words that may be against a rule, or try another name; if that fails as well, ask WeChat’s support."
    "name.too-often":
        "检测名称太频繁，微信暂时不再回答。"
        "请过一段时间再试。"
        "Too many names were tried; WeChat does not answer for some time."
        "Try again later."
    "name.forbidden":
        "微信禁止使用这个名称。"
        "请换一个名称。"
        "WeChat forbids this name."
        "Choose another name."
    "name.keyword":
        "名称命中了微信的关键词，例如“小程序”“微信”“腾讯”或知名品牌。"
        "请去掉这些词，或换一个名称。"
        "The name has one of WeChat’s keywords in it, such as WeChat, Tencent, the Chinese word for Mini Program, or a known brand."
        "Leave such words out, or choose another name."
    "name.taken":
        "已经有小程序使用了这个名称。"
        "请换一个名称；如果那个小程序侵犯了您的商标，可以在微信公众平台发起侵权投诉。"
        "Another Mini Program has this name."
        "Choose another name; if that program infringes your trademark, complain on WeChat’s platform."
    "name.same-subject-needed":
        "这个名称只有另一个主体可以使用。"
        "请换一个名称；两个账号都属于您的，请用同一个主体申请。"
        "Only another subject may use this name."
        "Choose another name; if both accounts are yours, apply with the same subject."
    "name.plus-rule":
        "已有{account}使用了这个名称加“+”号的名称，主体与您不同。"
        "只有同一个主体才能申请这个名称；请换一个名称。"
        "{account} of another subject has this name with a plus sign behind it."
        "Only the same subject can apply for this name; choose another one."
    "name.clashes-official-account":
        "已有公众号使用了这个名称，主体与您不同。"
        "请换一个名称；公众号也属于您的，请用同一个主体申请。"
        "An official account of another subject has this name."
        "Choose another name; if that account is yours, apply with the same subject."
    "name.several-holders":
        "已有多个账号使用这个名称，微信暂时不接受申请。"
        "请换一个名称；即使其中一个账号改名，也未必能申请到。"
        "Several accounts have this name, so WeChat takes no application for it."
        "Choose another name; even if one of them gives it up, you may not get it."
    "name.is-wechat-id":
        "这个名称是别人的微信号。"
        "请换一个名称。"
        "This name is somebody’s WeChat ID."
        "Choose another name."
    "name.protected:days":
        "这个名称还在 {days} 天的保护期内。"
        "请等保护期结束后再申请，或换一个名称。"
        "This name is protected for {days} days."
        "Apply again when the time is over, or choose another name."
    "name.protected":
        "这个名称还在保护期内。"
        "请等保护期结束后再申请，或换一个名称。"
        "This name is protected for some time."
        "Apply again when the time is over, or choose another name."
    "name.complained":
        "这个名称被投诉过，不能使用。"
        "请换一个名称；认为投诉不成立的，请联系微信客服。"
        "Somebody complained about this name, and it cannot be used."
        "Choose another name; if the complaint is wrong, ask WeChat’s support."
    "name.material-needed":
        "使用这个名称需要提交证明材料。"
        "请按微信的提示补充材料，例如《商标注册证》或授权书；没有材料的，请换一个名称。"
        "This name needs material that proves your right to it."
        "Add what WeChat asks for, such as the certificate of a trademark or a license; if you have none, choose another name."
    "name.too-many-held":
        "您占用的名称太多，微信暂时不接受新的名称。"
        "请先释放不用的名称，再提交一次。"
        "You keep too many names; WeChat does not accept another one."
        "Give up names that you do not use, and hand it in again."
    "name.rename-by-certification":
        "这个小程序现在只能通过认证改名。"
        "请在认证时填写新名称，认证通过后名称生效。"
        "This program’s name can only be changed by certification now."
        "Enter the new name when you apply for certification; it takes effect when that passes."
    "name.under-review":
        "小程序正在审核中，暂时不能改名。"
        "请等审核结束后再试。"
        "The program is under review, and its name cannot be changed."
        "Try again when the review is over."
    "name.is-trademark":
        "这个名称涉及企业商标，不能作为自选词汇提交。"
        "请选择“基于商标命名”，并提交加盖公章的《商标注册证》；没有的，请换一个名称。"
        "This name is a firm’s trademark and cannot be handed in as freely chosen."
        "Choose “Named by trademark” and hand in the stamped certificate of the trademark; if you have none, choose another name."
};

const _: () = assert!(has_each(SENTENCES, Issue::CODES), "a code has no sentence");
const _: () = assert!(has_cases(SENTENCES, "name.space", &Place::NAMES));
const _: () = assert!(has_cases(SENTENCES, "name.risky-word", &Reason::NAMES));

/// The words about names.
pub static AREA: Area = Area { sentences: SENTENCES, case, word };

fn case(code: &str, members: &Members) -> Cow<'static, str> {
    let case = match code {
        "name.space" => return Cow::Owned(members.get("place").to_owned()),
        "name.risky-word" => return Cow::Owned(members.get("reason").to_owned()),
        "name.length" | "name.short-length" | "name.introduction-length" => {
            match (members.number("found"), members.number("least")) {
                (Some(found), Some(least)) if found < least => "short",
                (Some(_), _) if code == "name.length" => "long",
                _ => "",
            }
        }
        "name.forbidden-word" if members.get("source") == Source::SetNickname.as_str() => "always",
        "name.renames-left" => match members.number("left") {
            Some(0) => "none",
            Some(1) => "one",
            _ => "",
        },
        "name.protected" if members.number("days").is_some() => "days",
        _ => "",
    };
    Cow::Borrowed(case)
}

fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    let words = match place {
        "proof" => proof(Proof::from_name(member)?),
        "account" => account(Account::from_name(member)?),
        _ => return Some(itself(member)),
    };
    Some(Cow::Borrowed(locale.pick(words)))
}

impl Explain for Issue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

impl Name for Mode {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(match self {
            Self::SelfChosen => ["基于自选词汇命名", "Freely chosen"],
            Self::Trademark => ["基于商标命名", "Named by trademark"],
        })
    }
}

const fn proof(proof: Proof) -> Words {
    match proof {
        Proof::TrademarkCertificate => {
            ["《商标注册证》", "the certificate of the registered trademark (商标注册证)"]
        }
    }
}

const fn account(account: Account) -> Words {
    match account {
        Account::MiniProgram => ["小程序", "A Mini Program"],
        Account::OfficialAccount => ["公众号", "An official account"],
    }
}

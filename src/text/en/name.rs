//! English: what is said of a name.

use crate::name::{Account, Issue, Mode, Place, Proof, Reason, Source};
use crate::text::Message;

#[expect(clippy::too_many_lines, reason = "a table of sentences")]
pub(in crate::text) fn name_issue(issue: &Issue) -> Message {
    match issue {
        Issue::Missing => Message::new(
            "There is no name yet.",
            "Enter the name that the program is to have after the certification.",
        ),
        Issue::Length { found, least, most, .. } => Message::new(
            length("name", *found, *least, *most),
            format!(
                "A name counts {least} to {most}: a Chinese character counts 2; a letter, digit, space or symbol counts 1."
            ),
        ),
        Issue::Character { position, found, .. } => Message::new(
            format!("Character {position}, “{found}”, cannot stand in a name."),
            "Names have Chinese characters, digits, Latin letters, spaces and the symbols - + & . only; delete it, or use one of those.",
        ),
        Issue::Space { position, place } => Message::new(
            match place {
                Place::Start => "The name starts with a space.".to_owned(),
                Place::Doubled => format!("There are several spaces at character {position}."),
                Place::End => "The name ends with a space.".to_owned(),
            },
            "Delete the spaces that are too many, and hand in the name without them.",
        ),
        Issue::ForbiddenWord { word, source, .. } => Message::new(
            format!("A name cannot have “{word}” in it."),
            match source {
                Source::SetNickname => {
                    "WeChat accepts no name with this word; leave it out and use your brand alone."
                }
                _ => {
                    "Leave it out; only who owns the trademark and can hand in its certificate may choose “Named by trademark” instead."
                }
            },
        ),
        Issue::RiskyWord { word, reason, .. } => risky_word(word, *reason),
        Issue::Generic { .. } => Message::new(
            "The name has generic words only and does not tell whose program it is.",
            "Add your brand, your firm or another distinctive word; if it is your registered trademark, choose “Named by trademark” and hand in its certificate.",
        ),
        Issue::RegionGeneric { region, word, .. } => Message::new(
            format!(
                "The name is the region “{region}” and the generic word “{word}”, and does not tell whose program it is."
            ),
            "Add your brand, your firm or another distinctive word; authorities and public services need not.",
        ),
        Issue::FamousMark { word, .. } => Message::new(
            format!("“{word}” is a well-known trademark; without proof the name will hardly pass."),
            "If it is yours or licensed to you, choose “Named by trademark” and hand in the certificate and the license; otherwise choose another name.",
        ),
        Issue::StateOrgan { word, .. } => Message::new(
            format!("“{word}” is an organ of the state, or a place that stands for one."),
            "Only the organ itself may use its name; if you are not it, choose another name.",
        ),
        Issue::Replaces { from, to, .. } => Message::new(
            format!(
                "When the certification takes effect, the program's name changes from “{from}” to “{to}”."
            ),
            "Compare the new name character by character; to keep the present name, enter it as the name to be certified.",
        ),
        Issue::NotAcknowledged { to, .. } => Message::new(
            format!("You have not confirmed yet that the program will be called “{to}”."),
            "Compare both names and confirm; a name that is changed afterwards has to be confirmed again.",
        ),
        Issue::Unchanged => Message::new(
            "The program keeps its name when the certification takes effect.",
            "Nothing to do; enter another name here if you want one.",
        ),
        Issue::RenamesLeft { left: 0, a_year, .. } => Message::new(
            format!("This year's {a_year} changes of the name are used up."),
            "This certification can change the name; the count starts anew when it passes, and on 1 January.",
        ),
        Issue::RenamesLeft { left, a_year, .. } => Message::new(
            format!("The name can be changed {} this year, of {a_year} a year.", times(*left)),
            "The count starts anew when a certification passes, and on 1 January.",
        ),
        Issue::ProofNeeded { proof, .. } => Message::new(
            format!("A name by trademark needs {}.", proof_name(*proof)),
            "Have a photo of the stamped copy ready; if the mark is somebody else's, you need the owner's license as well.",
        ),
        Issue::ModeMissing { .. } => Message::new(
            "It is not said yet what kind of name this is.",
            "Choose “Freely chosen” for a name of your own, and “Named by trademark” for a registered trademark.",
        ),
        Issue::ShortLength { found, least, most, .. } => Message::new(
            length("short name", Some(*found), *least, *most),
            format!(
                "A short name counts {least} to {most}: a Chinese character counts 2; a letter, digit or symbol counts 1."
            ),
        ),
        Issue::ShortNotPart { position, found, .. } => Message::new(
            format!(
                "Character {position} of the short name, “{found}”, is not in the name, or not in this order."
            ),
            "A short name takes characters of the name in their order; change it, or settle the name first.",
        ),
        Issue::IntroductionLength { found, least, most, .. } => Message::new(
            length("introduction", Some(*found), *least, *most),
            format!(
                "An introduction counts {least} to {most}: a Chinese character counts 2, and Chinese punctuation may count 2 as well."
            ),
        ),
        Issue::IntroductionForbidden => Message::new(
            "WeChat did not accept the introduction: something in it is forbidden.",
            "Leave out what is against the law, exaggerated or not about the program, and hand it in again.",
        ),
        Issue::IntroductionTooOften => Message::new(
            "The introduction was changed too often this month.",
            "Change it next month, or keep the present one.",
        ),
        Issue::InvalidFormat => Message::new(
            "WeChat did not accept the form of the name.",
            "Use Chinese characters, digits, Latin letters, spaces and the symbols - + & . only, and mind the length.",
        ),
        Issue::Illegal => Message::new(
            "WeChat did not accept the name, and gave no reason.",
            "Leave out words that may be against a rule, or try another name; if that fails as well, ask WeChat's support.",
        ),
        Issue::TooOften => Message::new(
            "Too many names were tried; WeChat does not answer for some time.",
            "Try again later.",
        ),
        Issue::Forbidden => Message::new("WeChat forbids this name.", "Choose another name."),
        Issue::Keyword => Message::new(
            "The name has one of WeChat's keywords in it, such as WeChat, Tencent, the Chinese word for Mini Program, or a known brand.",
            "Leave such words out, or choose another name.",
        ),
        Issue::Taken => Message::new(
            "Another Mini Program has this name.",
            "Choose another name; if that program infringes your trademark, complain on WeChat's platform.",
        ),
        Issue::SameSubjectNeeded => Message::new(
            "Only another subject may use this name.",
            "Choose another name; if both accounts are yours, apply with the same subject.",
        ),
        Issue::PlusRule { account } => Message::new(
            format!(
                "{} of another subject has this name with a plus sign behind it.",
                account_name(*account)
            ),
            "Only the same subject can apply for this name; choose another one.",
        ),
        Issue::ClashesOfficialAccount => Message::new(
            "An official account of another subject has this name.",
            "Choose another name; if that account is yours, apply with the same subject.",
        ),
        Issue::SeveralHolders => Message::new(
            "Several accounts have this name, so WeChat takes no application for it.",
            "Choose another name; even if one of them gives it up, you may not get it.",
        ),
        Issue::IsWechatId => {
            Message::new("This name is somebody's WeChat ID.", "Choose another name.")
        }
        Issue::Protected { days } => Message::new(
            match days {
                Some(days) => format!("This name is protected for {days} days."),
                None => "This name is protected for some time.".to_owned(),
            },
            "Apply again when the time is over, or choose another name.",
        ),
        Issue::Complained => Message::new(
            "Somebody complained about this name, and it cannot be used.",
            "Choose another name; if the complaint is wrong, ask WeChat's support.",
        ),
        Issue::MaterialNeeded => Message::new(
            "This name needs material that proves your right to it.",
            "Add what WeChat asks for, such as the certificate of a trademark or a license; if you have none, choose another name.",
        ),
        Issue::TooManyHeld => Message::new(
            "You keep too many names; WeChat does not accept another one.",
            "Give up names that you do not use, and hand it in again.",
        ),
        Issue::RenameByCertification => Message::new(
            "This program's name can only be changed by certification now.",
            "Enter the new name when you apply for certification; it takes effect when that passes.",
        ),
        Issue::UnderReview => Message::new(
            "The program is under review, and its name cannot be changed.",
            "Try again when the review is over.",
        ),
        Issue::IsTrademark => Message::new(
            "This name is a firm's trademark and cannot be handed in as freely chosen.",
            "Choose “Named by trademark” and hand in the stamped certificate of the trademark; if you have none, choose another name.",
        ),
    }
}

fn risky_word(word: &str, reason: Reason) -> Message {
    let (what, fix) = match reason {
        Reason::Exaggeration => (
            format!("“{word}” exaggerates; the name will hardly pass."),
            "Leave it out, and say no more than your brand and your trade.",
        ),
        Reason::Superlative => (
            format!("“{word}” is a superlative; the name may not pass."),
            "Leave it out, or say what is special instead.",
        ),
        Reason::GenericShort => (
            format!("“{word}” is a common noun and cannot be a name by itself."),
            "Use the full name of the firm or institution, or add your brand.",
        ),
        Reason::Official => (
            format!("“{word}” sounds like an official account; the name may not pass."),
            "Leave it out; after the certification WeChat shows whose program it is.",
        ),
        Reason::Lure => (
            format!(
                "“{word}” can be read as asking for clicks or sharing; WeChat advises against it in names."
            ),
            "Use a word that says what the program does.",
        ),
        Reason::Shock => (
            format!("“{word}” is meant to shock; WeChat advises against it in names."),
            "Use a word that says what the program does.",
        ),
        Reason::Politics => (
            format!(
                "“{word}” can be read as selling with politics; WeChat advises against it in names."
            ),
            "Use a word that says what the program does.",
        ),
        Reason::Marketing => (
            format!("“{word}” advertises; the name may not pass."),
            "Tell of offers inside the program, not in its name.",
        ),
        Reason::StateName => (
            format!("“{word}” is the name, flag or emblem of a state; the name will hardly pass."),
            "Leave it out; institutions and firms whose approved name has it should have the proof ready.",
        ),
    };
    Message::new(what, fix)
}

fn length(subject: &str, found: Option<u16>, least: u16, most: u16) -> String {
    match found {
        Some(found) if found < least => {
            format!("The {subject} counts {found}; at least {least} are needed.")
        }
        Some(found) => format!("The {subject} counts {found}; at most {most} are accepted."),
        None => format!("WeChat did not accept the length of this {subject}."),
    }
}

fn times(left: u8) -> String {
    match left {
        1 => "once more".to_owned(),
        _ => format!("{left} more times"),
    }
}

const fn proof_name(proof: Proof) -> &'static str {
    match proof {
        Proof::TrademarkCertificate => "the certificate of the registered trademark (商标注册证)",
    }
}

const fn account_name(account: Account) -> &'static str {
    match account {
        Account::MiniProgram => "A Mini Program",
        Account::OfficialAccount => "An official account",
    }
}

pub(in crate::text) const fn name_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::SelfChosen => "Freely chosen",
        Mode::Trademark => "Named by trademark",
    }
}

//! English: what is said of a number. The number itself is never said.

use crate::identity::{Allowed, DateProblem, EmailProblem, Issue, NumberKind};
use crate::text::Message;

#[expect(clippy::too_many_lines, reason = "one arm for each issue")]
pub(in crate::text) fn number_issue(issue: &Issue) -> Message {
    match *issue {
        Issue::Missing { kind } => Message::new(
            format!("The {} is missing.", number_kind(kind)),
            "Copy it from the document.",
        ),
        Issue::Length { kind, found } => Message::new(
            format!("The {} should have {}; this has {found}.", number_kind(kind), length(kind)),
            "Compare it with the document: is a character missing or too many?",
        ),
        Issue::Character { kind, position, allowed } => Message::new(
            format!(
                "Character {position} of the {} is wrong: {}.",
                number_kind(kind),
                character(allowed)
            ),
            "Compare this character with the document.",
        ),
        Issue::Prefix { kind } => Message::new(
            prefix(kind),
            "Check that the right kind of document is chosen, then compare the first characters.",
        ),
        Issue::BirthDate { kind, problem } => Message::new(
            match problem {
                DateProblem::Impossible => {
                    format!("The birth date in the {} does not exist.", number_kind(kind))
                }
                DateProblem::Future => {
                    format!("The birth date in the {} is after today.", number_kind(kind))
                }
                DateProblem::TooLongAgo => {
                    format!(
                        "By the birth date in the {} the age is over 125 years.",
                        number_kind(kind)
                    )
                }
            },
            "Compare characters 7 to 14 with the document.",
        ),
        Issue::CheckCharacter { kind } => Message::new(
            format!(
                "The last character of the {} does not fit the others: at least one of them is wrong.",
                number_kind(kind)
            ),
            "Compare it with the document, one by one; often two neighbors are swapped, or 0 and O or 1 and I mixed up.",
        ),
        Issue::KnownException { kind } => Message::new(
            format!(
                "The last character of the {} does not fit; early codes from Fujian are like that, and valid.",
                number_kind(kind)
            ),
            "Compare each character with the licence; if they agree, go on.",
        ),
        Issue::RegionUnknown { kind } => Message::new(
            format!("The region in the {} is not in our table.", number_kind(kind)),
            "The table may be incomplete; compare with the document, and if they agree, go on.",
        ),
        Issue::RegionRetired { kind, year } => Message::new(
            format!(
                "The region in the {} was given up in {year}, before this number can have been given.",
                number_kind(kind)
            ),
            "Compare the first digits with the document, and if they agree, go on.",
        ),
        Issue::AuthorityUnknown { kind } => Message::new(
            format!(
                "The first two characters of the {} are no known authority and category.",
                number_kind(kind)
            ),
            "Compare them with the licence, and if they agree, go on.",
        ),
        Issue::NationalityUnknown { kind } => Message::new(
            format!("The nationality in the {} is not in our table.", number_kind(kind)),
            "Compare with the document, and if they agree, go on.",
        ),
        Issue::Obsolete { kind } => obsolete(kind),
        Issue::Unusual { kind } => Message::new(
            format!("The form of the {} is rare.", number_kind(kind)),
            "Look at the original once more, and if they agree, go on.",
        ),
        Issue::CountryCode { .. } => Message::new(
            "This is a mobile number from outside mainland China.",
            "Give a mainland number of 11 digits that can receive text messages.",
        ),
        Issue::PrefixUnknown { kind } => Message::new(
            format!("Numbers that start like this {} are not in our table.", number_kind(kind)),
            "It may be a new range; make sure that it receives text messages, then go on.",
        ),
        Issue::LooksLike { kind, other } => Message::new(
            format!(
                "What stands here as {} looks like {} {}.",
                number_kind(kind),
                article(other),
                number_kind(other)
            ),
            "If it is in the wrong field, move it, or choose the other kind of document.",
        ),
        Issue::EmailPart { problem } => email(problem),
        Issue::EmailDomain { ref meant } => Message::new(
            format!("The end of the e-mail address is nearly {meant}."),
            format!("If the mailbox is at {meant}, correct it; else go on."),
        ),
    }
}

pub(in crate::text) fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidentId => "resident ID number",
        NumberKind::ResidencePermit => "residence permit number",
        NumberKind::ForeignPermanentResident => "foreign permanent resident ID number",
        NumberKind::CreditCode => "unified social credit code",
        NumberKind::OrganizationCode => "organization code",
        NumberKind::RegistrationNumber => "business registration number",
        NumberKind::Mobile => "mobile number",
        NumberKind::Passport => "passport number",
        NumberKind::HomeReturnPermit => "home-return permit number",
        NumberKind::TaiwanPermit => "Taiwan compatriot permit number",
        NumberKind::Email => "e-mail address",
        NumberKind::BankCard => "bank card number",
        NumberKind::TaxpayerNumber => "taxpayer number",
    }
}

fn article(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::OrganizationCode | NumberKind::Email => "an",
        _ => "a",
    }
}

fn length(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidentId | NumberKind::ResidencePermit | NumberKind::CreditCode => {
            "18 characters"
        }
        NumberKind::ForeignPermanentResident => "18 characters (15 on cards before 2023)",
        NumberKind::OrganizationCode => "9 characters",
        NumberKind::RegistrationNumber => "15 digits",
        NumberKind::Mobile => "11 digits",
        NumberKind::Passport => "5 to 9 characters",
        NumberKind::HomeReturnPermit => "9 characters (11 on older permits)",
        NumberKind::TaiwanPermit => "8 digits",
        NumberKind::Email => "at most 254 characters",
        NumberKind::BankCard => "16 to 19 digits",
        NumberKind::TaxpayerNumber => "15, 17, 18 or 20 characters",
    }
}

fn character(allowed: Allowed) -> &'static str {
    match allowed {
        Allowed::Digit => "only a digit can stand there",
        Allowed::DigitOrX => "only a digit or X can stand there",
        Allowed::Letter => "only a letter can stand there",
        Allowed::LetterOrDigit => "only a digit or a letter can stand there",
        Allowed::CreditCode => {
            "only a digit or a capital letter other than I, O, S, V and Z can stand there"
        }
        Allowed::HOrM => "only H or M can stand there",
        Allowed::Email => "e-mail addresses do not have it",
    }
}

fn prefix(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::ResidencePermit => {
            "A residence permit number starts with 810000, 820000 or 830000."
        }
        NumberKind::ForeignPermanentResident => {
            "A foreign permanent resident ID number of 18 characters starts with 9."
        }
        NumberKind::Mobile => {
            "A mobile number starts with 13 to 19; a landline cannot be given here."
        }
        _ => "The first characters of the number are wrong.",
    }
}

fn obsolete(kind: NumberKind) -> Message {
    match kind {
        NumberKind::ResidentId => Message::new(
            "This is a resident ID number of 15 digits, which is no longer valid; it was completed to 18.",
            "Compare the completed number with the second-generation card; whoever has an older card must renew it first.",
        ),
        NumberKind::TaiwanPermit => Message::new(
            "The last two digits of the older number count renewals; only the first 8 are used today.",
            "Compare these 8 with the present permit.",
        ),
        _ => Message::new("This form is no longer used.", "Compare with the present document."),
    }
}

fn email(problem: EmailProblem) -> Message {
    const WHOLE: &str = "Give the whole address, such as name@example.com.";
    match problem {
        EmailProblem::NoAt => Message::new("The e-mail address has no @.", WHOLE),
        EmailProblem::SeveralAt => {
            Message::new("The e-mail address has more than one @.", "Give one address only.")
        }
        EmailProblem::NoName => Message::new("Nothing stands before the @.", WHOLE),
        EmailProblem::NoDomain => Message::new("Nothing stands behind the @.", WHOLE),
        EmailProblem::Dots => Message::new(
            "The e-mail address has a dot too many.",
            "A dot cannot be first or last, nor stand beside another.",
        ),
        EmailProblem::NoEnding => Message::new(
            "The end of the e-mail address is not complete.",
            "Check what stands behind the @, such as example.com.",
        ),
        EmailProblem::TooLong => Message::new(
            "The e-mail address is too long.",
            "Check whether other text was pasted with it.",
        ),
    }
}

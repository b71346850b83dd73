//! English: what is said of a form.

use crate::application::FormIssue as Issue;
use crate::text::Message;

#[expect(clippy::too_many_lines, reason = "one arm for each issue")]
pub(in crate::text) fn form_issue(issue: &Issue) -> Message {
    const COMPARE: &str = "Compare both dates with the document, and if they agree, go on.";
    match issue {
        Issue::Missing => Message::new("This has not been filled in.", "Fill it in."),
        Issue::NotAsked => Message::new(
            "This is not asked of this type of subject.",
            "Nothing to do; it is left out when the form is sent.",
        ),
        Issue::Choice => Message::new("This is not one of the answers.", "Choose one of them."),
        Issue::Length { found, least, most } => Message::new(
            format!("It should have {least} to {most} characters; it has {found}."),
            "Copy it in full from the document or licence.",
        ),
        Issue::PersonName { position } => Message::new(
            format!("Character {position} is not one of a person's name."),
            "Write the name as on the document; the dot in names of minorities is “·”.",
        ),
        Issue::PersonNameUnusual => Message::new(
            "The name has letters that the office may not know.",
            "Write the Chinese or Latin form on the document; if there is none, go on.",
        ),
        Issue::BankAccount => Message::new(
            "This does not look like an account number.",
            "Compare it with the bank's document, and if they agree, go on.",
        ),
        Issue::Phone => Message::new(
            "This is not a telephone number.",
            "Give a landline with its area code, or a mobile number.",
        ),
        Issue::Count => {
            Message::new("A number is expected here.", "Give 0 or another whole number.")
        }
        Issue::NotADate => Message::new(
            "This is not a date.",
            "Write it like 2026-01-31; for a document without an end, write long-term.",
        ),
        Issue::DateFuture => {
            Message::new("This date is after today.", "Compare it with the document.")
        }
        Issue::DateOrder { .. } => Message::new(
            "The end is not after the beginning.",
            "Compare both dates with the document.",
        ),
        Issue::Expired { on } => Message::new(
            format!("It expired on {on}."),
            "Renew the document or licence first, and apply with the new one.",
        ),
        Issue::ExpiresSoon { on } => Message::new(
            format!("It expires on {on}, and the review takes its time."),
            "Better renew the document or licence first.",
        ),
        Issue::ValidityPeriod => Message::new(
            "ID cards are valid for 5, 10 or 20 years or without an end; this is another period.",
            COMPARE,
        ),
        Issue::ValidityAge { age } => Message::new(
            format!(
                "A card that was issued at the age of {age} is usually valid for another period."
            ),
            COMPARE,
        ),
        Issue::IssuedBeforeBirth => Message::new(
            "The document was issued before the person was born.",
            "Compare the number and the date of issue with the document.",
        ),
        Issue::Underage { age, least } => Message::new(
            format!("By the number of the document the age is {age}, below {least}."),
            "WeChat may require an adult as administrator; make sure before you go on.",
        ),
        Issue::CreditCodeCategory { expected } => Message::new(
            format!(
                "Credit codes of this type of subject usually start with {}.",
                expected.join(" or ")
            ),
            "Check the type of subject; if it is right and the code is that of the licence, go on.",
        ),
        Issue::CreditCodeDiffers => Message::new(
            "This number does not agree with the unified social credit code.",
            "Characters 9 to 17 of the credit code are the organization code, and all 18 are the taxpayer number; compare with the licence, and if they do differ, go on.",
        ),
        Issue::SameNumberOtherName { .. } => Message::new(
            "One document number stands beside two names in this form.",
            "Compare with the document and make both places agree.",
        ),
        Issue::SameNameOtherNumber { .. } => Message::new(
            "One name stands beside two document numbers in this form.",
            "If it is one person, make both places agree; if two people have one name, go on.",
        ),
        Issue::SharedMobile { .. } => Message::new(
            "Contact and administrator are two people with one mobile number.",
            "Check whose it is; the reviewers call the contact.",
        ),
        Issue::TitleDiffers => Message::new(
            "The invoice's title is not the subject's name.",
            "Invoices are written to the certified subject only; make them agree.",
        ),
        Issue::InvoiceAbolished { since } => Message::new(
            format!("This special VAT invoice has not been issued since {since}."),
            "Choose the digital special invoice or the electronic one.",
        ),
        Issue::InvoiceNotForProvider => Message::new(
            "There is no invoice here where the provider pays.",
            "Choose no invoice, or pay yourself.",
        ),
        Issue::SameFile { .. } => Message::new(
            "One photo is given in two places.",
            "Check whether the wrong one was chosen; each place needs its own.",
        ),
        Issue::SidesSwapped { .. } => Message::new(
            "Front and back of the ID card are in each other's place.",
            "Swap the two photos.",
        ),
        Issue::TooMany { found, most } => Message::new(
            format!("At most {most} photos are taken here; there are {found}."),
            "Remove those that are not needed.",
        ),
        Issue::PhotoRefused => Message::new(
            "This photo would be refused.",
            "Follow the advice of its check, or take it again.",
        ),
        Issue::PhotoDoubtful => Message::new(
            "There is something to look at in this photo.",
            "Look at the result of its check.",
        ),
        Issue::PhotoUnchecked => {
            Message::new("This photo has not been checked.", "Check the photo first.")
        }
    }
}

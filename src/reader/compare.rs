//! What was read beside what the form says: values to offer, and contradictions.

use super::field::FieldName;
use super::finding::{Finding, Holder, Issue};
use super::known::can_read;
use super::reading::Reading;
use crate::application::{Application, Field as FormField, SubjectType};
use crate::date::Date;
use crate::finding::{Coded, Severity, sort_by};
use crate::identity::{self, NumberKind};
use crate::photo::Kind;

/// Addresses that differ by more than one character in so many are others: people leave out provinces
/// and floors. Chosen by us.
const ADDRESS: usize = 8;
/// Names of organizations that differ by no more than one character in so many may have been
/// misread: then it is said less loudly. Chosen by us.
const TITLE: usize = 8;

/// A document that was read, and whose it is.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Seen {
    /// Whose.
    pub holder: Holder,
    /// Which document the photo was given as.
    pub kind: Kind,
    /// What was read of it.
    pub reading: Reading,
}

/// A value for a field of the form.
#[derive(Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// Of the form.
    pub field: FormField,
    /// What was read.
    pub value: String,
}

/// Prints the field alone.
impl std::fmt::Debug for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Offer({})", self.field.as_str())
    }
}

/// How a field is compared.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Number(NumberKind),
    Day,
    Title,
    Address,
    /// Of a person: a hint, never more.
    Name,
}

/// What a document says of the form's fields, where it was read.
fn values(application: &Application, seen: &Seen) -> Vec<(FormField, String, By)> {
    use FieldName as R;
    use FormField as F;
    let text = |name: R| seen.reading.text(name).map(str::to_owned);
    let [from, to] =
        [R::Validity, R::Term].map(|name| text(name).unwrap_or_default()).map(|period| {
            let (from, to) = period.split_once('/').unwrap_or_default();
            let end = match to {
                ".." => "long-term",
                _ => to,
            };
            [from, end].map(|part| if part == ".." { String::new() } else { part.to_owned() })
        });
    let ([issued, valid], [_, term]) = (from, to);
    let one = |field: F, value: Option<String>, by: By| Some((field, value?, by));
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let found = match (seen.kind, seen.holder) {
        (Kind::IdFront | Kind::IdBack, Holder::Administrator) => [
            one(F::AdministratorName, text(R::Name), By::Name),
            one(F::AdministratorIdNumber, text(R::IdNumber), By::Number(NumberKind::ResidentId)),
            one(F::AdministratorIdIssuedOn, some(issued), By::Day),
            one(F::AdministratorIdValidUntil, some(valid), By::Day),
            None,
            None,
        ],
        (Kind::IdFront | Kind::IdBack, Holder::LegalPerson) => [
            one(F::LegalPersonName, text(R::Name), By::Name),
            one(F::LegalPersonIdNumber, text(R::IdNumber), By::Number(NumberKind::ResidentId)),
            one(F::LegalPersonIdIssuedOn, some(issued), By::Day),
            one(F::LegalPersonIdValidUntil, some(valid), By::Day),
            None,
            None,
        ],
        (Kind::Licence, _) => {
            // A sole trader applies in person where the form asks for nobody else.
            let is_own = application.subject_type == SubjectType::SoleTrader
                && application.get(F::LegalPersonName).is_empty();
            let person = if is_own { F::AdministratorName } else { F::LegalPersonName };
            [
                one(F::SubjectCreditCode, text(R::CreditCode), By::Number(NumberKind::CreditCode)),
                one(F::SubjectName, text(R::Name), By::Title),
                one(F::SubjectAddress, text(R::Address), By::Address),
                one(F::SubjectFoundedOn, text(R::Founded), By::Day),
                one(F::SubjectValidUntil, some(term), By::Day),
                one(person, text(R::Representative), By::Name),
            ]
        }
        _ => [const { None }; 6],
    };
    found.into_iter().flatten().collect()
}

/// What was read, for fields of the form that have no text yet.
pub fn offers(application: &Application, seen: &[Seen]) -> Vec<Offer> {
    let all = seen.iter().flat_map(|seen| values(application, seen));
    let empty = all.filter(|(field, ..)| is_blank(application.get(*field)));
    empty.map(|(field, value, _)| Offer { field, value }).collect()
}

/// Where the form and the photos contradict each other, and what has expired by `today`. A character
/// that the model cannot read ([`can_read`](super::can_read)) stands for itself.
///
/// # Example
///
/// ```
/// use renzheng::application::{Application, SubjectType};
/// use renzheng::reader;
///
/// let application = Application::new(SubjectType::Enterprise);
/// assert_eq!(reader::compare(&application, &[], "2026-11-29".parse().unwrap()), []);
/// ```
pub fn compare(application: &Application, seen: &[Seen], today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (field, read, by) in seen.iter().flat_map(|seen| values(application, seen)) {
        let typed = application.get(field).to_owned();
        if is_blank(&typed) || agree(&typed, &read, by, &can_read) {
            continue;
        }
        let is_hint = match by {
            By::Name => true,
            By::Title => is_near(&typed, &read, TITLE),
            _ => false,
        };
        findings.push(if is_hint {
            Issue::NameDiffers { field, read, typed }.with(Severity::Info)
        } else {
            Issue::Differs { field, read, typed }.with(Severity::Warn)
        });
    }
    for seen in seen {
        let name = if seen.kind == Kind::Licence { FieldName::Term } else { FieldName::Validity };
        let end = seen.reading.text(name).and_then(|period| period.split_once('/')?.1.parse().ok());
        if let Some(until) = end.filter(|until: &Date| *until < today) {
            findings.push(Issue::Expired { shown: seen.kind, until }.with(Severity::Warn));
        }
    }
    sort_by(&mut findings, |finding| finding.severity);
    findings
}

fn agree(typed: &str, read: &str, by: By, knows: &dyn Fn(char) -> bool) -> bool {
    match by {
        By::Number(kind) => identity::normalize(kind, typed) == read,
        By::Day => match (Date::read(typed), read.parse::<Date>()) {
            (Some(typed), Ok(read)) => typed == read,
            // In words: that it goes on for long is all that can be said with them.
            (None, Err(_)) => true,
            _ => false,
        },
        By::Title | By::Name => same(&plain(typed), &plain(read), knows),
        By::Address => {
            let [typed_text, read_text] =
                [typed, read].map(|text| plain(text).into_iter().collect::<String>());
            typed_text.contains(&read_text)
                || read_text.contains(&typed_text)
                || is_near(typed, read, ADDRESS)
        }
    }
}

/// Whether they differ by at most one character in so many.
fn is_near(typed: &str, read: &str, part: usize) -> bool {
    let (typed, read) = (plain(typed), plain(read));
    let most = typed.len().max(read.len()) / part;
    let distance = strsim::generic_levenshtein(&Characters(&typed), &Characters(&read));
    distance <= most
}

/// What `strsim` can walk through more than once.
struct Characters<'a>(&'a [char]);

impl<'a> IntoIterator for &Characters<'a> {
    type Item = char;
    type IntoIter = std::iter::Copied<std::slice::Iter<'a, char>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().copied()
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Letters and digits, in one width and case.
fn plain(text: &str) -> Vec<char> {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The same characters, of which those that the model cannot read may have been read as any other.
fn same(typed: &[char], read: &[char], knows: &dyn Fn(char) -> bool) -> bool {
    let is_same = |(typed, read): (&char, &char)| typed == read || !knows(*typed);
    typed.len() == read.len() && typed.iter().zip(read).all(is_same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_agrees_and_what_does_not() {
        let number = By::Number(NumberKind::ResidentId);
        let cases = [
            // The example of GB 11643-1999.
            (number, "110105 19491231 002x", "11010519491231002X", true),
            (number, "110105194912310021", "11010519491231002X", false),
            (By::Day, "2032/1/14", "2032-01-14", true),
            (By::Day, "2032-01-15", "2032-01-14", false),
            (By::Day, "2032-01-15", "long-term", false),
            (By::Day, "长期", "long-term", true),
            (By::Title, "示例（北京）有限公司", "示例(北京)有限公司", true),
            (By::Title, "示例有限公司", "示列有限公司", false),
            (By::Name, "王翀", "王神", true),
            (By::Name, "王中", "王神", false),
            (By::Name, "王翀", "王中神", false),
            (By::Address, "示例市样板路7号3栋901室", "虚构省示例市样板路7号3栋901室", true),
            (By::Address, "示例市样板路7号3栋901室", "示例市样板路1号3栋901室", true),
            (By::Address, "示例市样板路7号3栋901室", "示例市星光巷27号1栋202室", false),
        ];
        for (by, typed, read, expected) in cases {
            assert_eq!(agree(typed, read, by, &|c| c != '翀'), expected, "{typed} {read}");
        }
    }

    fn seen(kind: Kind, fields: &[(FieldName, &str)]) -> Seen {
        let field = |(name, text): &(FieldName, &str)| super::super::Field {
            name: *name,
            text: (*text).to_owned(),
            confidences: Vec::new(),
            is_readable: true,
            polygons: Vec::new(),
        };
        let fields = fields.iter().map(field).collect();
        let holder = if kind == Kind::Licence { Holder::Subject } else { Holder::Administrator };
        Seen { holder, kind, reading: Reading { fields, ..Reading::nothing() } }
    }

    fn codes(application: &Application, seen: &[Seen]) -> Vec<(&'static str, Severity)> {
        let findings = compare(application, seen, "2026-11-29".parse().unwrap());
        findings.iter().map(|finding| (finding.code(), finding.severity)).collect()
    }

    #[test]
    fn contradictions_weigh_as_much_as_they_are_sure() {
        use FieldName as R;
        use FormField as F;
        let title = "示例恒例商贸股份有限公司";
        let cases = [
            (F::SubjectName, "示例恒例商贸股份有限公司", R::Name, title, None),
            (
                F::SubjectName,
                "示例恒列商贸股份有限公司",
                R::Name,
                title,
                Some(("reader.name-differs", Severity::Info)),
            ),
            (
                F::SubjectName,
                "别的有限公司",
                R::Name,
                title,
                Some(("reader.differs", Severity::Warn)),
            ),
            (
                F::SubjectCreditCode,
                "91350100M000100Y44",
                R::CreditCode,
                "91350100M000100Y43",
                Some(("reader.differs", Severity::Warn)),
            ),
            (F::SubjectCreditCode, " ", R::CreditCode, "91350100M000100Y43", None),
            (
                F::LegalPersonName,
                "王五",
                R::Representative,
                "王一",
                Some(("reader.name-differs", Severity::Info)),
            ),
        ];
        for (field, typed, name, read, expected) in cases {
            let mut application = Application::new(SubjectType::Enterprise);
            application.fields.insert(field, typed.to_owned());
            let found = codes(&application, &[seen(Kind::Licence, &[(name, read)])]);
            assert_eq!(found.first().copied(), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_empty_is_offered_and_what_has_expired_is_said() {
        let application = Application::new(SubjectType::Individual);
        let card = seen(Kind::IdBack, &[(FieldName::Validity, "2014-04-20/2024-04-20")]);
        assert_eq!(
            codes(&application, std::slice::from_ref(&card)),
            [("reader.expired", Severity::Warn)]
        );
        let offers = offers(&application, &[card]);
        assert_eq!(offers[1].field, FormField::AdministratorIdValidUntil);
        assert_eq!(offers[1].value, "2024-04-20");
        let open = seen(Kind::IdBack, &[(FieldName::Validity, "2014-04-20/..")]);
        assert_eq!(codes(&application, &[open]), []);
    }
}

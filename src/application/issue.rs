//! What can be said against a form, as data without words.

use serde::{Serialize, Serializer};

use super::material::Slot;
use crate::date::Date;
use crate::finding::{self, Coded, Member, Severity, issues};
use crate::identity::{self, NumberKind};
use crate::name;

/// Something about a place of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where: the path of a field or of a material.
    pub path: &'static str,
    /// What it means for the application.
    pub severity: Severity,
    /// What was found.
    pub issue: Issue,
}

impl Finding {
    /// The stable name of the issue.
    pub fn code(&self) -> &'static str {
        self.issue.code()
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        finding::serialize(serializer, Some(self.path), Some(self.severity), &self.issue)
    }
}

/// What was found: by the form itself, or by what checks a number or a name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Issue {
    /// About the form.
    Form(FormIssue),
    /// About a number in it.
    Number(identity::Issue),
    /// About the nickname in it.
    Name(name::Issue),
}

impl Issue {
    fn inner(&self) -> &dyn Coded {
        match self {
            Self::Form(issue) => issue,
            Self::Number(issue) => issue,
            Self::Name(issue) => issue,
        }
    }
}

impl Coded for Issue {
    fn code(&self) -> &'static str {
        self.inner().code()
    }

    fn members(&self, each: &mut dyn FnMut(&str, Member<'_>)) {
        self.inner().members(each);
    }
}

impl From<FormIssue> for Issue {
    fn from(issue: FormIssue) -> Self {
        Self::Form(issue)
    }
}

impl From<identity::Issue> for Issue {
    fn from(issue: identity::Issue) -> Self {
        Self::Number(issue)
    }
}

impl From<name::Issue> for Issue {
    fn from(issue: name::Issue) -> Self {
        Self::Name(issue)
    }
}

issues! {
    /// What was found about the form.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum FormIssue {
        /// A field or material that must be there is not.
        "form.missing" => Missing,
        /// A field that this subject type is not asked for.
        "form.not-asked" => NotAsked,
        /// Not one of the answers that can be chosen.
        "form.choice" => Choice,
        /// Too short or too long.
        "form.length" => Length {
            /// How many characters.
            found: u16,
            /// At least so many.
            least: u16,
            /// At most so many.
            most: u16,
        },
        /// A character that names of people do not have.
        "form.person-name" => PersonName {
            /// Which, from 1.
            position: u16,
        },
        /// Letters that few systems take in names.
        "form.person-name-unusual" => PersonNameUnusual,
        /// Not an account number of a bank.
        "form.bank-account" => BankAccount,
        /// Not a telephone number.
        "form.phone" => Phone,
        /// Not a whole number.
        "form.count" => Count,
        /// Not a day of the calendar.
        "form.date" => NotADate,
        /// A day after today, where the past is asked for.
        "form.date-future" => DateFuture,
        /// The end is not after the beginning.
        "form.date-order" => DateOrder {
            /// The path of the beginning.
            other: String,
        },
        /// No longer valid.
        "form.expired" => Expired {
            /// The last day.
            on: Date,
        },
        /// Not valid for much longer: a review takes its time.
        "form.expires-soon" => ExpiresSoon {
            /// The last day.
            on: Date,
        },
        /// ID cards are valid for 5, 10 or 20 years, or for long; residence permits for 5 years.
        "form.validity-period" => ValidityPeriod {
            /// Which of the two it is.
            kind: NumberKind,
        },
        /// The card's period is not the one for the age at which it was issued.
        "form.validity-age" => ValidityAge {
            /// The age then.
            age: u16,
        },
        /// The document is older than the person.
        "form.issued-before-birth" => IssuedBeforeBirth,
        /// Younger than applicants usually have to be.
        "form.underage" => Underage {
            /// The age.
            age: u16,
            /// The usual least age.
            least: u16,
        },
        /// The credit code is of another kind of organization than the subject type.
        "form.credit-code-category" => CreditCodeCategory {
            /// How codes of the subject type start.
            expected: Vec<String>,
        },
        /// The number is not the one that the credit code says: organization codes are part of
        /// it, and it is the taxpayer number.
        "form.credit-code-differs" => CreditCodeDiffers,
        /// The same document with another name elsewhere in the form.
        "form.same-number-other-name" => SameNumberOtherName {
            /// The path of the other name.
            other: String,
        },
        /// The same name with another number elsewhere in the form.
        "form.same-name-other-number" => SameNameOtherNumber {
            /// The path of the other number.
            other: String,
        },
        /// Two people with one mobile number.
        "form.shared-mobile" => SharedMobile {
            /// The path of the other one.
            other: String,
        },
        /// The invoice's title is not the subject's name.
        "form.title-differs" => TitleDiffers,
        /// This invoice is no longer issued.
        "form.invoice-abolished" => InvoiceAbolished {
            /// Since this day.
            since: Date,
        },
        /// No invoice where the provider pays.
        "form.invoice-not-for-provider" => InvoiceNotForProvider,
        /// The same file is given twice.
        "form.same-file" => SameFile {
            /// The path of the other one.
            other: String,
        },
        /// The very photo that was sent back.
        "form.refused-before" => RefusedBefore,
        /// Front and back stand in each other's place.
        "form.sides-swapped" => SidesSwapped {
            /// The other side.
            other: Slot,
        },
        /// More photos than are taken.
        "form.too-many" => TooMany {
            /// How many there are.
            found: u16,
            /// How many are taken.
            most: u16,
        },
        /// The photo would be refused.
        "form.photo-refused" => PhotoRefused,
        /// There is something to look at in the photo.
        "form.photo-doubtful" => PhotoDoubtful,
        /// The photo has not been checked.
        "form.photo-unchecked" => PhotoUnchecked,
    }
}

//! What can be said against a reading, and where it contradicts the form, as data without words.

use super::field::FieldName;
use crate::application;
use crate::date::Date;
use crate::finding::{self, issues};
use crate::names::names;
use crate::photo::Kind;

/// Something about a reading that the applicant should know.
pub type Finding = finding::Finding<Issue>;

names! {
    /// Whose document was read.
    pub enum Holder {
        /// The organization that is certified.
        "subject" => Subject,
        /// Its legal representative.
        "legal-person" => LegalPerson,
        /// Who administers the program.
        "administrator" => Administrator,
    }
}

issues! {
    /// What was found.
    #[derive(Clone, PartialEq, Eq)]
    pub enum Issue {
        /// A line that must be there cannot be read.
        "reader.unreadable" => Unreadable {
            /// Which.
            field: FieldName,
        },
        /// A line that must be there was not found.
        "reader.missing" => Missing {
            /// Which.
            field: FieldName,
        },
        /// The labels are those of another document.
        "reader.other-document" => OtherDocument {
            /// What it is.
            shown: Kind,
        },
        /// The print is not upright where the check takes it to be.
        "reader.turned" => Turned {
            /// Clockwise, 90 to 270.
            degrees: u16,
        },
        /// The QR code and what is printed name different credit codes.
        "reader.code-differs" => CodeDiffers,
        /// The document on the photo is no longer valid.
        "reader.expired" => Expired {
            /// Which document.
            shown: Kind,
            /// Its last day.
            until: Date,
        },
        /// The form says something else than the photo.
        "reader.differs" => Differs {
            /// Of the form.
            field: application::Field,
            /// What is on the photo.
            read: String,
            /// What the form has.
            typed: String,
        },
        /// A name in the form differs from the photo's, of which rare characters are misread.
        "reader.name-differs" => NameDiffers {
            /// Of the form.
            field: application::Field,
            /// What is on the photo.
            read: String,
            /// What the form has.
            typed: String,
        },
    }
}

/// Prints the code alone: the rest is somebody's.
impl std::fmt::Debug for Issue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(finding::Coded::code(self))
    }
}

//! Why something cannot be done now.

use super::moment::Millis;
use crate::finding::issues;

issues! {
    /// Why an event was refused.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Refusal {
        /// It means nothing in this state.
        "process.not-now" => NotNow,
        /// No more photos can be uploaded for this application.
        "process.uploads-used-up" => UploadsUsedUp {
            /// So many could.
            most: u16,
        },
        /// It cannot be corrected any more.
        "process.corrections-used-up" => CorrectionsUsedUp {
            /// So often it could.
            most: u16,
        },
        /// The uploaded photos have to be given again first.
        "process.materials-expired" => MaterialsExpired {
            /// They could be used until then.
            at: Millis,
        },
        /// The deadline has not passed.
        "process.not-overdue" => NotOverdue {
            /// It passes then.
            until: Millis,
        },
        /// The renewal is not open yet.
        "process.too-early" => TooEarly {
            /// It opens then.
            from: Millis,
        },
    }
}

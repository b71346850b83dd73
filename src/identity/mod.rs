//! Numbers that people and organizations have: read as they are typed, checked by
//! the standard that made them, and asked for what they tell.
//!
//! ```text
//! text as typed ──normalize──▶ number ──validate──▶ what is wrong
//!                                        │
//!                                        ├──doubts──▶ what to look at
//!                                        └──known───▶ birth date, region, …
//! ```
//!
//! [`check`] does all of it for a kind, [`suggest`] offers what was meant, and each
//! kind has a type of its own that can only hold a number that holds. A doubt is
//! never a refusal: tables age, people and firms do not.

mod bank_card;
mod check;
mod checksum;
mod country;
mod credit_code;
mod email;
mod foreign_permanent_resident;
mod home_return_permit;
mod issue;
mod kind;
mod known;
mod mobile;
mod number;
mod organization_code;
mod passport;
mod person;
mod region;
mod registration_number;
mod residence_permit;
mod resident_id;
mod suggest;
mod taiwan_permit;
mod taxpayer_number;
mod typed;

pub use bank_card::BankCard;
pub use check::{Checked, check, normalize, suggest_number as suggest};
pub use country::Country;
pub use credit_code::CreditCode;
pub use email::Email;
pub use foreign_permanent_resident::ForeignPermanentResident;
pub use home_return_permit::HomeReturnPermit;
pub use issue::{Allowed, DateProblem, EmailProblem, Finding, Issue};
pub use kind::NumberKind;
pub use known::{Authority, Category, Form, Issued, Known, KnownRegion, Sex};
pub use mobile::Mobile;
pub use organization_code::OrganizationCode;
pub use passport::Passport;
pub use region::{REGIONS_DATE, Region};
pub use registration_number::RegistrationNumber;
pub use residence_permit::ResidencePermit;
pub use resident_id::ResidentId;
pub use taiwan_permit::TaiwanPermit;
pub use taxpayer_number::TaxpayerNumber;

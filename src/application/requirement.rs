//! What a subject type is asked for, as pages and programs read it.

use serde::Serialize;

use super::application::Application;
use super::field::Field;
use super::material::Slot;
use super::profile::{FormProfile, REVIEW_DAYS, REVIEW_SOURCE};
use super::subject_type::SubjectType;
use crate::identity::NumberKind;

/// A field that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FieldSpec {
    /// Which field.
    #[serde(rename = "path")]
    pub field: Field,
    /// What can stand in it.
    #[serde(flatten)]
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
}

/// Photos that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MaterialSpec {
    /// What they are given as.
    pub slot: Slot,
    /// At least so many, where they are needed.
    pub least: u16,
    /// At most so many.
    pub most: u16,
    /// Whether they must be there.
    pub need: Need,
}

/// Whether something must be there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Always.
    Always,
    /// May be left out.
    Optional,
    /// When another field has one of these values, or any at all.
    When {
        /// The other field.
        path: Field,
        /// Its values; none stands for any text.
        values: &'static [&'static str],
    },
}

impl Need {
    /// Whether it must be there in an application as it is now.
    pub fn of(self, application: &Application) -> Asked {
        match self {
            Self::Always => Asked::Needed,
            Self::Optional => Asked::Optional,
            Self::When { path, values } => {
                let text = application.get(path);
                let is_any = values.is_empty() && !text.is_empty();
                if is_any || values.contains(&text) { Asked::Needed } else { Asked::Not }
            }
        }
    }
}

/// Whether something is asked for in an application as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It must be there.
    Needed,
    /// It may be left out.
    Optional,
    /// It is not asked for.
    Not,
}

/// What can stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    /// The name of a person.
    PersonName,
    /// The name of an organization.
    OrganizationName,
    /// A number of one kind.
    Number {
        /// Which.
        number: NumberKind,
    },
    /// The number of a document whose kind another field says.
    IdNumber {
        /// The other field; empty means `resident-id`.
        kind: Field,
    },
    /// A day that is not after today.
    PastDate,
    /// The last day of something, or `long-term`.
    EndDate,
    /// One of these.
    Choice {
        /// What can be chosen.
        values: &'static [&'static str],
    },
    /// Text of some length.
    Text {
        /// In characters.
        least: u16,
        /// In characters.
        most: u16,
    },
    /// The account of an organization.
    BankAccount,
    /// A telephone number, landline or mobile.
    Phone,
    /// A number of things.
    Count,
    /// A part of the nickname; see the checks of names.
    Nickname,
}

/// Everything that one subject type is asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirements {
    /// The subject type.
    pub subject_type: SubjectType,
    /// WeChat's number for it.
    pub customer_type: u8,
    /// The fields, in the order of the form.
    pub fields: Vec<FieldSpec>,
    /// The photos, in the order of the form.
    pub materials: Vec<MaterialSpec>,
    /// What it costs.
    pub fee: Fee,
    /// How long the review takes.
    pub review: Review,
    /// Where the list comes from.
    pub source: &'static str,
}

/// What a certification costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fee {
    /// In yuan, each time; 0 where it is free.
    pub yuan: u16,
    /// Never: 「不因认证结果、申请主体是否提出撤回申请等因素而退回」.
    pub refundable: bool,
    /// Where the figure comes from.
    pub source: &'static str,
}

/// How long a review takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// In working days.
    pub least_days: u16,
    /// In working days.
    pub most_days: u16,
    /// Where the figures come from.
    pub source: &'static str,
}

/// What `subject_type` must give, what it costs and how long it takes.
///
/// # Example
///
/// ```
/// use renzheng::application::{self, FormProfile, SubjectType};
///
/// let requirements = application::requirements(SubjectType::Government, FormProfile::WECHAT_2026);
/// assert_eq!((requirements.customer_type, requirements.fee.yuan), (3, 0));
/// ```
pub fn requirements(subject_type: SubjectType, profile: &FormProfile) -> Requirements {
    let rules = profile.rules(subject_type);
    Requirements {
        subject_type,
        customer_type: subject_type.customer_type(),
        fields: rules.fields.concat(),
        materials: rules.materials.to_vec(),
        fee: Fee { yuan: rules.fee_yuan, refundable: false, source: rules.fee_source },
        review: Review {
            least_days: REVIEW_DAYS.0,
            most_days: REVIEW_DAYS.1,
            source: REVIEW_SOURCE,
        },
        source: rules.source,
    }
}

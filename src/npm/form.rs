//! Numbers, names and forms for JavaScript. Answers are JSON text, which is faster than
//! building small objects one property at a time.

use wasm_bindgen::prelude::*;

use super::read::Given;
use super::{day, failure, to_json};
use crate::application::{self, FormProfileId, SubjectType};
use crate::identity::{self, NumberKind};
use crate::name::{self, Mode};
use crate::text::{self, Area, Locale};

/// A number, checked.
#[wasm_bindgen(js_name = checkNumber)]
pub fn check_number(kind: &str, text: &str, today: &str) -> Result<String, JsValue> {
    to_json(&identity::check(number_kind(kind)?, text, day(today)?))
}

/// What a number may have been meant to be.
#[wasm_bindgen(js_name = suggestNumber)]
pub fn suggest_number(kind: &str, text: &str) -> Result<String, JsValue> {
    to_json(&identity::suggest(number_kind(kind)?, text))
}

/// A nickname, checked.
#[wasm_bindgen(js_name = checkName)]
pub fn check_name(text: &str, options: JsValue) -> Result<String, JsValue> {
    let options = Given::new(options, "options", "renzheng.bad-options").name_options()?;
    let marks: Option<Vec<&str>> =
        options.famous_marks.as_ref().map(|marks| marks.iter().map(String::as_str).collect());
    let query = name::Query {
        current: options.current.as_deref(),
        mode: Some(options.mode.unwrap_or(Mode::SelfChosen)),
        renames_left: options.renames_left,
        acknowledged: options.acknowledged.as_deref(),
        short_name: options.short_name.as_deref(),
        introduction: options.introduction.as_deref(),
        famous_marks: marks.as_deref(),
        ..name::Query::new(text)
    };
    to_json(&name::check(&query, name::Profile::WECHAT_2026))
}

/// What WeChat's error code says about a name, or `null`.
#[wasm_bindgen(js_name = nameFindingOfWechat)]
pub fn name_finding_of_wechat(errcode: i32) -> Result<String, JsValue> {
    to_json(&name::of_wechat(errcode))
}

/// A whole application, checked.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen(js_name = checkApplication)]
pub fn check_application(
    application: JsValue,
    today: &str,
    form_profile: Option<String>,
) -> Result<String, JsValue> {
    let given = Given::new(application, "application", "renzheng.bad-application");
    let application = given.application()?;
    let profile = form_profile_of(form_profile.as_deref())?.profile();
    to_json(&application::check(&application, day(today)?, profile))
}

/// What a subject type must give.
#[allow(clippy::needless_pass_by_value)] // What comes from JavaScript is owned.
#[wasm_bindgen]
pub fn requirements(subject_type: &str, form_profile: Option<String>) -> Result<String, JsValue> {
    let subject_type = SubjectType::from_name(subject_type)
        .ok_or_else(|| failure("renzheng.bad-options", "unknown subject type"))?;
    to_json(&application::requirements(
        subject_type,
        form_profile_of(form_profile.as_deref())?.profile(),
    ))
}

/// What a finding means, in words.
#[wasm_bindgen]
pub fn explain(finding: JsValue, locale: &str) -> Result<String, JsValue> {
    let bad = "renzheng.bad-finding";
    let (code, members) = Given::new(finding, "finding", bad).finding()?;
    let area = area(&code).ok_or_else(|| failure(bad, "unknown code"))?;
    let message = area.say(&code, &members, Locale::for_tag(locale));
    to_json(&message.ok_or_else(|| failure(bad, "unknown code, or a member is missing"))?)
}

fn area(code: &str) -> Option<&'static Area> {
    match code.split_once('.')?.0 {
        #[cfg(feature = "npm")]
        "photo" => Some(&text::PHOTO),
        #[cfg(feature = "npm")]
        "wechat" => Some(&text::WECHAT),
        "number" => Some(&text::NUMBER),
        "name" => Some(&text::NAME),
        "form" => Some(&text::FORM),
        _ => None,
    }
}

fn number_kind(name: &str) -> Result<NumberKind, JsValue> {
    // Not repeated: it may be the number itself, in the wrong place.
    NumberKind::from_name(name)
        .ok_or_else(|| failure("renzheng.bad-options", "unknown kind of number"))
}

fn form_profile_of(name: Option<&str>) -> Result<FormProfileId, JsValue> {
    match name {
        None => Ok(FormProfileId::default()),
        Some(name) => FormProfileId::from_name(name)
            .ok_or_else(|| failure("renzheng.bad-options", "unknown form profile")),
    }
}

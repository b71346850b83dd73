//! Numbers, names and forms for JavaScript: JSON text in, JSON text out, which is
//! faster than building small objects one property at a time.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::failure;
use crate::application::{self, Application, FormIssue, FormProfileId, SubjectType};
use crate::date::Date;
use crate::identity::{self, NumberKind};
use crate::name::{self, Mode};
use crate::photo;
use crate::text::{Explain, Locale, Message};

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

/// Options of `checkName` as they come from JavaScript.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct NameOptions {
    current: Option<String>,
    mode: Option<Mode>,
    acknowledged: Option<String>,
    renames_left: Option<u8>,
    short_name: Option<String>,
    introduction: Option<String>,
    famous_marks: Option<Vec<String>>,
    /// Passed in for rules that change with time; none does yet.
    #[serde(rename = "today")]
    _today: Option<Date>,
}

/// A nickname, checked.
#[wasm_bindgen(js_name = checkName)]
pub fn check_name(text: &str, options: &str) -> Result<String, JsValue> {
    let options: NameOptions = from_json(options, "renzheng.bad-options")?;
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
    application: &str,
    today: &str,
    form_profile: Option<String>,
) -> Result<String, JsValue> {
    let application: Application = from_json(application, "renzheng.bad-application")?;
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
pub fn explain(finding: &str, locale: &str) -> Result<String, JsValue> {
    #[derive(Deserialize)]
    struct Coded {
        code: String,
    }

    let bad = "renzheng.bad-finding";
    let Coded { code } = from_json(finding, bad)?;
    let locale = Locale::for_tag(locale);
    let message = match code.split('.').next() {
        Some("photo") => from_json::<photo::Issue>(finding, bad)?.explain(locale),
        Some("number") => from_json::<identity::Issue>(finding, bad)?.explain(locale),
        Some("name") => from_json::<name::Issue>(finding, bad)?.explain(locale),
        Some("form") => from_json::<FormIssue>(finding, bad)?.explain(locale),
        _ => return Err(failure(bad, "unknown code")),
    };
    to_json::<Message>(&message)
}

fn number_kind(name: &str) -> Result<NumberKind, JsValue> {
    // Not repeated: it may be the number itself, in the wrong place.
    NumberKind::from_name(name)
        .ok_or_else(|| failure("renzheng.bad-options", "unknown kind of number"))
}

fn day(text: &str) -> Result<Date, JsValue> {
    text.parse().map_err(|_| failure("renzheng.bad-options", "today: expected a day as YYYY-MM-DD"))
}

fn form_profile_of(name: Option<&str>) -> Result<FormProfileId, JsValue> {
    match name {
        None | Some("wechat-2026") => Ok(FormProfileId::Wechat2026),
        Some(_) => Err(failure("renzheng.bad-options", "unknown form profile")),
    }
}

fn to_json<T: Serialize>(value: &T) -> Result<String, JsValue> {
    serde_json::to_string(value)
        .map_err(|_| failure("renzheng.internal", "cannot write the answer"))
}

/// Says where the text is wrong, never what it says.
fn from_json<T: DeserializeOwned>(text: &str, code: &str) -> Result<T, JsValue> {
    serde_json::from_str(text).map_err(|error| {
        let place = error.column();
        let what = match error.classify() {
            serde_json::error::Category::Data => "unexpected or missing member",
            _ => "not JSON",
        };
        failure(code, &format!("{what}, near character {place} of its JSON"))
    })
}

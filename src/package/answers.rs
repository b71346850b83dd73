//! `answers.json`: the application as data, and as WeChat takes it from a provider's server.

use serde::Serialize;

use super::picture::Named;
use crate::application::{Application, Field, Slot};
use crate::date::Date;
use crate::list_map::ListMap;
use crate::wechat::{AuthData, PayType, Submission, to_auth_data};

/// What stands where only the sender knows the value.
const UNKNOWN: &str = "?";

/// The file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answers<'a> {
    format: &'static str,
    version: u8,
    made_on: Date,
    application: Form<'a>,
    photos: Vec<Photo<'a>>,
    /// The body of `/wxa/sec/wxaauth`, or of `/wxa/sec/reauth` where it has a `taskid`. Names
    /// of files stand for the ids that WeChat gives to pictures.
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_data: Option<AuthData>,
    /// What has to be put into it before it is sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    to_fill: Vec<ToFill>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Form<'a> {
    subject_type: crate::application::SubjectType,
    customer_type: u8,
    fields: &'a ListMap<Field, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Photo<'a> {
    file: &'a str,
    slot: Slot,
    byte_length: usize,
}

/// A member of `authData` that only its sender knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ToFill {
    /// Ids of pictures, as `uploadauthmaterial` answers them, for the names of files.
    MediaIds,
    /// The provider's telephone.
    ThirdPartyPhone,
    /// The provider in the market of services.
    ServiceAppid,
}

/// The application as JSON. It is private.
pub fn answers(
    application: &Application,
    photos: &[Named],
    taskid: Option<&str>,
    made_on: Date,
) -> String {
    let application = &application.normalized();
    let is_provider = application.get(Field::PaymentPayer) == "provider";
    let pay_type = if is_provider { PayType::Provider } else { PayType::Owner };
    let mut submission = Submission::new(pay_type, UNKNOWN);
    submission.taskid = taskid.map(str::to_owned);
    submission.service_appid = is_provider.then(|| UNKNOWN.to_owned());
    for photo in photos {
        let mut files = submission.media_ids.get(&photo.slot).cloned().unwrap_or_default();
        files.push(photo.file.clone());
        submission.media_ids.insert(photo.slot, files);
    }
    let auth_data = to_auth_data(application, &submission).auth_data;
    let mut to_fill = Vec::new();
    if auth_data.is_some() {
        if !photos.is_empty() {
            to_fill.push(ToFill::MediaIds);
        }
        to_fill.push(ToFill::ThirdPartyPhone);
        if is_provider {
            to_fill.push(ToFill::ServiceAppid);
        }
    }
    let answers = Answers {
        format: "renzheng-answers",
        version: 1,
        made_on,
        application: Form {
            subject_type: application.subject_type,
            customer_type: application.subject_type.customer_type(),
            fields: &application.fields,
        },
        photos: (photos.iter())
            .map(|photo| Photo {
                file: &photo.file,
                slot: photo.slot,
                byte_length: photo.bytes.len(),
            })
            .collect(),
        auth_data,
        to_fill,
    };
    // Texts and numbers can always be written.
    serde_json::to_string_pretty(&answers).unwrap_or_default()
}

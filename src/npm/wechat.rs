//! WeChat's words for JavaScript.

use wasm_bindgen::prelude::*;

use super::read::{Given, Read};
use super::to_json;
use crate::application::Slot;
use crate::wechat::{self, PayType, Submission};

/// An application as `auth_data`, or why there is none.
#[wasm_bindgen(js_name = toAuthData)]
pub fn to_auth_data(application: JsValue, submission: JsValue) -> Result<String, JsValue> {
    let given = Given::new(application, "application", "renzheng.bad-application");
    let application = given.application()?;
    let submission = Given::new(submission, "options", "renzheng.bad-options").submission()?;
    to_json(&wechat::to_auth_data(&application, &submission))
}

/// What WeChat's error code says about a submission, or `null`.
#[wasm_bindgen(js_name = submissionFindingOfWechat)]
pub fn submission_finding_of_wechat(errcode: i32) -> Result<String, JsValue> {
    to_json(&wechat::finding_of(errcode))
}

impl Given {
    fn submission(&self) -> Read<Submission> {
        let mut submission = Submission::new(PayType::Owner, "");
        let mut pay_type = None;
        let names = ["mediaIds", "payType", "taskid", "servicePhone", "serviceAppid", "identities"];
        for (name, value) in self.members(&names)? {
            match name.as_str() {
                "mediaIds" => {
                    for (slot, ids) in value.members(&Slot::NAMES)? {
                        if let Some(slot) = Slot::from_name(&slot) {
                            submission.media_ids.insert(slot, ids.texts()?);
                        }
                    }
                }
                "payType" => {
                    let code = value.small_number()?;
                    let known = PayType::from_code(code);
                    pay_type = Some(known.ok_or_else(|| value.wrong("expected 1 or 2"))?);
                }
                "taskid" => submission.taskid = Some(value.text()?),
                "servicePhone" => submission.service_phone = value.text()?,
                "serviceAppid" => submission.service_appid = Some(value.text()?),
                _ => submission.identities = Some(value.texts()?),
            }
        }
        submission.pay_type = self.needed("payType", pay_type)?;
        Ok(submission)
    }
}

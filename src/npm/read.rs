//! Plain objects of JavaScript, member by member. What is wrong is told by its place; what
//! stands there is never repeated: it may be private, and in the wrong place.

use wasm_bindgen::{JsCast, JsValue};

use super::failure;
use super::js::{Array, entries};
use crate::application::{Application, Code, Field, Material, Slot, SubjectType, Verdict};
use crate::finding::Severity;
use crate::text::Members;

/// A value, where it stands, and the code of the error if it is wrong.
#[derive(Clone)]
pub(super) struct Given {
    value: JsValue,
    place: String,
    code: &'static str,
}

pub(super) type Read<T> = Result<T, JsValue>;

impl Given {
    pub(super) fn new(value: JsValue, place: &str, code: &'static str) -> Self {
        Self { value, place: place.to_owned(), code }
    }

    pub(super) fn wrong(&self, what: &str) -> JsValue {
        let mut message = self.place.clone();
        message.push_str(": ");
        message.push_str(what);
        failure(self.code, &message)
    }

    pub(super) fn needed<T>(&self, name: &str, member: Option<T>) -> Read<T> {
        member.ok_or_else(|| self.at(name, JsValue::NULL).wrong("missing"))
    }

    fn at(&self, name: &str, value: JsValue) -> Self {
        let mut place = self.place.clone();
        place.push('.');
        place.push_str(name);
        Self { value, place, code: self.code }
    }

    /// Nothing where it is `undefined` or `null`.
    fn present(self) -> Option<Self> {
        let is_absent = self.value.is_undefined() || self.value.is_null();
        (!is_absent).then_some(self)
    }

    pub(super) fn text(&self) -> Read<String> {
        self.value.as_string().ok_or_else(|| self.wrong("expected a string"))
    }

    fn named<T>(&self, from_name: fn(&str) -> Option<T>) -> Read<T> {
        from_name(&self.text()?).ok_or_else(|| self.wrong("unknown name"))
    }

    pub(super) fn texts(&self) -> Read<Vec<String>> {
        self.list()?.iter().map(Self::text).collect()
    }

    fn list(&self) -> Read<Vec<Self>> {
        if !Array::is_array(&self.value) {
            return Err(self.wrong("expected an array"));
        }
        let array: &Array = self.value.unchecked_ref();
        Ok(array.values().enumerate().map(|(i, value)| self.at(&i.to_string(), value)).collect())
    }

    /// Its members by name. `names` are all that it may have; any where there is none.
    pub(super) fn members(&self, names: &[&str]) -> Read<Vec<(String, Self)>> {
        // Not by its class, which another frame has of its own.
        if !self.value.is_object() || Array::is_array(&self.value) {
            return Err(self.wrong("expected an object"));
        }
        let mut members = Vec::new();
        for (i, entry) in entries(&self.value).values().enumerate() {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string().unwrap_or_default();
            if !names.is_empty() && !names.contains(&name.as_str()) {
                return Err(self.at(&i.to_string(), JsValue::NULL).wrong("unknown member"));
            }
            let value = self.at(&name, entry.get(1));
            members.extend(value.present().map(|value| (name, value)));
        }
        Ok(members)
    }

    pub(super) fn application(&self) -> Read<Application> {
        let mut subject_type = None;
        let (mut fields, mut materials, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        for (name, value) in self.members(&["subjectType", "fields", "materials", "refused"])? {
            match name.as_str() {
                "subjectType" => subject_type = Some(value.named(SubjectType::from_name)?),
                "fields" => fields = value.members(&Field::NAMES)?,
                "materials" => materials = value.list()?,
                _ => refused = value.list()?,
            }
        }
        let mut application = Application::new(self.needed("subjectType", subject_type)?);
        for (name, value) in fields {
            if let Some(field) = Field::from_name(&name) {
                application.fields.insert(field, value.text()?);
            }
        }
        for material in materials {
            application.materials.push(material.material()?);
        }
        for material in refused {
            application.refused.push(material.material()?);
        }
        Ok(application)
    }

    fn material(&self) -> Read<Material> {
        let (mut slot, mut sha256, mut report) = (None, None, None);
        for (name, value) in self.members(&["slot", "sha256", "report"])? {
            match name.as_str() {
                "slot" => slot = Some(value.named(Slot::from_name)?),
                "sha256" => sha256 = Some(value.text()?),
                _ => report = Some(value.verdict()?),
            }
        }
        Ok(Material { slot: self.needed("slot", slot)?, sha256, report })
    }

    /// Of a photo's report the part that matters here.
    fn verdict(&self) -> Read<Verdict> {
        let (mut ok, mut findings) = (None, Vec::new());
        for (name, value) in self.members(&[])? {
            match name.as_str() {
                "ok" => ok = value.value.as_bool(),
                "findings" => {
                    for finding in value.list()? {
                        findings.push(finding.code()?);
                    }
                }
                _ => {}
            }
        }
        Ok(Verdict { ok: self.needed("ok", ok)?, findings })
    }

    fn code(&self) -> Read<Code> {
        let (mut code, mut severity) = (None, None);
        for (name, value) in self.members(&[])? {
            match name.as_str() {
                "code" => code = Some(value.text()?),
                "severity" => severity = Some(value.named(Severity::from_name)?),
                _ => {}
            }
        }
        Ok(Code { code: self.needed("code", code)?, severity: self.needed("severity", severity)? })
    }

    /// The code of a finding, and its members as text.
    pub(super) fn finding(&self) -> Read<(String, Members)> {
        let (mut code, mut members) = (String::new(), Members::default());
        for (name, value) in self.members(&[])? {
            if name == "code" {
                code = value.text()?;
            } else {
                members.add(&name, value.as_text());
            }
        }
        Ok((code, members))
    }

    /// Members of findings are text, whole numbers, yes or no, or several texts: JavaScript
    /// writes them all in the same way.
    fn as_text(&self) -> String {
        let array = Array::new();
        array.push(&self.value);
        array.join(",")
    }

    pub(super) fn name_options(&self) -> Read<NameOptions> {
        let mut options = NameOptions::default();
        let Some(given) = self.clone().present() else { return Ok(options) };
        for (name, value) in given.members(&NameOptions::NAMES)? {
            match name.as_str() {
                "mode" => options.mode = Some(value.named(crate::name::Mode::from_name)?),
                "renamesLeft" => options.renames_left = Some(value.small_number()?),
                "famousMarks" => options.famous_marks = Some(value.texts()?),
                "current" => options.current = Some(value.text()?),
                "acknowledged" => options.acknowledged = Some(value.text()?),
                "shortName" => options.short_name = Some(value.text()?),
                "introduction" => options.introduction = Some(value.text()?),
                // For rules that change with time; none does yet.
                _ => drop(super::day(&value.text()?)?),
            }
        }
        Ok(options)
    }

    pub(super) fn small_number(&self) -> Read<u8> {
        let number = self.value.as_f64().filter(|number| number.fract() == 0.0);
        let number = number.filter(|number| (0.0..256.0).contains(number));
        // Whole and between 0 and 255.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        number.map(|number| number as u8).ok_or_else(|| self.wrong("expected a number, 0 to 255"))
    }
}

/// Options of `checkName`.
#[derive(Default)]
pub(super) struct NameOptions {
    pub(super) current: Option<String>,
    pub(super) mode: Option<crate::name::Mode>,
    pub(super) acknowledged: Option<String>,
    pub(super) renames_left: Option<u8>,
    pub(super) short_name: Option<String>,
    pub(super) introduction: Option<String>,
    pub(super) famous_marks: Option<Vec<String>>,
}

impl NameOptions {
    const NAMES: [&str; 8] = [
        "current",
        "mode",
        "acknowledged",
        "renamesLeft",
        "shortName",
        "introduction",
        "famousMarks",
        "today",
    ];
}

/// Options of the photo checks.
#[cfg(feature = "npm")]
#[derive(Default)]
pub(super) struct PhotoOptions {
    pub(super) photo_profile: crate::photo::ProfileId,
    pub(super) file_name: Option<String>,
    pub(super) mime_type: Option<String>,
    pub(super) kind: crate::photo::Kind,
    pub(super) corners: Option<crate::photo::Quad>,
    pub(super) crop: crate::photo::Crop,
}

#[cfg(feature = "npm")]
impl Given {
    pub(super) fn photo_options(self) -> Read<PhotoOptions> {
        let mut options = PhotoOptions::default();
        let Some(given) = self.present() else { return Ok(options) };
        let names = ["photoProfile", "fileName", "mimeType", "kind", "corners", "crop"];
        for (name, value) in given.members(&names)? {
            match name.as_str() {
                "photoProfile" => {
                    options.photo_profile = value.named(crate::photo::ProfileId::from_name)?;
                }
                "fileName" => options.file_name = Some(value.text()?),
                "mimeType" => options.mime_type = Some(value.text()?),
                "corners" => options.corners = Some(value.corners()?),
                "crop" => options.crop = value.named(crate::photo::Crop::from_name)?,
                _ => options.kind = value.named(crate::photo::Kind::from_name)?,
            }
        }
        Ok(options)
    }

    /// Four points of two numbers each.
    fn corners(&self) -> Read<crate::photo::Quad> {
        let mut corners = Vec::new();
        for point in self.list()? {
            let sides = point.list()?;
            let mut numbers = Vec::new();
            for side in &sides {
                let number = side.value.as_f64().filter(|number| number.is_finite());
                // Pixels: far fewer than a 32-bit number tells apart.
                #[allow(clippy::cast_possible_truncation)]
                numbers.push(number.ok_or_else(|| side.wrong("expected a number"))? as f32);
            }
            let point =
                <[f32; 2]>::try_from(numbers).map_err(|_| self.wrong("expected x and y"))?;
            corners.push(crate::photo::Point::from(point));
        }
        let corners = corners.try_into().map_err(|_| self.wrong("expected four points"))?;
        Ok(crate::photo::Quad(corners))
    }
}

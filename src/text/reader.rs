//! What is said of a reading.

use std::borrow::Cow;

use super::sentence::{Area, Members, Sentence, Words, has_each, itself, sentences};
use super::{Explain, Locale, Message, Name};
use crate::application::Field;
use crate::photo::Kind;
use crate::reader::{FieldName, Issue};

const SENTENCES: &[Sentence] = sentences! {
    "reader.unreadable":
        "照片上的“{field}”看不清。"
        "请靠近一些、对准焦点再拍一张，避开反光和阴影。"
        "“{field}” on the photo can’t be read."
        "Take the photo again, closer and in focus, without shine or shadow on this line."
    "reader.missing":
        "照片上没有找到“{field}”。"
        "请把整张证件拍进画面，不要遮挡文字。"
        "“{field}” was not found on the photo."
        "Photograph the whole document, with nothing covering its text."
    "reader.other-document":
        "这张照片看起来是{shown}。"
        "请换成这里需要的证件。"
        "This photo seems to show another document: {shown}."
        "Choose a photo of the document that is asked for here."
    "reader.turned":
        "照片上的文字没有摆正，顺时针转了 {degrees}°。"
        "请把照片转正再用。"
        "The text on the photo isn’t upright: it is turned clockwise by {degrees}°."
        "Turn the photo upright before you use it."
    "reader.code-differs":
        "营业执照上印的统一社会信用代码与二维码里的不一致。"
        "请重新拍摄营业执照，并核对代码。"
        "The credit code printed on the licence is not the one in its QR code."
        "Photograph the licence again, and check the code."
    "reader.expired":
        "照片上的{shown}已于 {until} 到期。"
        "请先换领新证，再拍新证上传。"
        "The document on the photo ({shown}) expired on {until}."
        "Have it renewed first, then photograph the new one."
    "reader.differs":
        "照片上的{field}是“{read}”，表单里填的是“{typed}”。"
        "请对照证件核对，两者必须一致。"
        "{field} is “{read}” on the photo and “{typed}” in the form."
        "Check it against the document: both must be the same."
    "reader.name-differs":
        "照片上的{field}读作“{read}”，表单里填的是“{typed}”。"
        "少见的字可能读错；请自己对照一下，没有填错就不用改。"
        "{field} reads “{read}” on the photo, and the form says “{typed}”."
        "Rare characters may be misread; compare them yourself, and change nothing if the form is right."
};

const _: () = assert!(has_each(SENTENCES, Issue::CODES), "a code has no sentence");

/// The words about readings.
pub static AREA: Area = Area { sentences: SENTENCES, case, word };

fn case(_: &str, _: &Members) -> Cow<'static, str> {
    Cow::Borrowed("")
}

fn word(place: &str, member: &str, locale: Locale) -> Option<Cow<'static, str>> {
    let words = match place {
        "field" => match FieldName::from_name(member) {
            Some(field) => locale.pick(field_words(field)),
            None => locale.pick(form_words(Field::from_name(member)?)?),
        },
        "shown" => Kind::from_name(member)?.name(locale),
        _ => return Some(itself(member)),
    };
    Some(Cow::Borrowed(words))
}

/// The fields of the form that a document can contradict.
const fn form_words(field: Field) -> Option<Words> {
    Some(match field {
        Field::SubjectName => ["单位名称", "The organization’s name"],
        Field::SubjectCreditCode => ["统一社会信用代码", "The credit code"],
        Field::SubjectAddress => ["住所", "The organization’s address"],
        Field::SubjectFoundedOn => ["成立日期", "The date of foundation"],
        Field::SubjectValidUntil => ["营业期限的最后一天", "The last day of the licence"],
        Field::LegalPersonName => ["法定代表人姓名", "The legal representative’s name"],
        Field::LegalPersonIdNumber => {
            ["法定代表人的身份证号码", "The legal representative’s ID number"]
        }
        Field::LegalPersonIdIssuedOn | Field::AdministratorIdIssuedOn => {
            ["身份证有效期的第一天", "The first day of the card"]
        }
        Field::LegalPersonIdValidUntil | Field::AdministratorIdValidUntil => {
            ["身份证有效期的最后一天", "The last day of the card"]
        }
        Field::AdministratorName => ["管理员姓名", "The administrator’s name"],
        Field::AdministratorIdNumber => ["管理员的身份证号码", "The administrator’s ID number"],
        _ => return None,
    })
}

impl Explain for Issue {
    fn explain(&self, locale: Locale) -> Message {
        AREA.explain(self, locale)
    }
}

/// What a field is called beside its value, on this document.
pub const fn label_on(kind: Kind, field: FieldName, locale: Locale) -> &'static str {
    locale.pick(match (kind, field) {
        (Kind::Licence, FieldName::Name) => ["名称", "Name"],
        (_, FieldName::Name) => ["姓名", "Name"],
        (_, FieldName::Sex) => ["性别", "Sex"],
        (_, FieldName::Ethnicity) => ["民族", "Ethnicity"],
        (_, FieldName::Birth) => ["出生", "Born"],
        (Kind::Licence, FieldName::Address) => ["住所", "Address"],
        (_, FieldName::Address) => ["住址", "Address"],
        (_, FieldName::IdNumber) => ["公民身份号码", "ID number"],
        (_, FieldName::Issuer) => ["签发机关", "Issued by"],
        (_, FieldName::Validity) => ["有效期限", "Valid"],
        (_, FieldName::CreditCode) => ["统一社会信用代码", "Credit code"],
        (_, FieldName::Type) => ["类型", "Type"],
        (_, FieldName::Representative) => ["法定代表人", "Legal representative"],
        (_, FieldName::Capital) => ["注册资本", "Capital"],
        (_, FieldName::Founded) => ["成立日期", "Founded"],
        (_, FieldName::Term) => ["营业期限", "Term"],
        (_, FieldName::Scope) => ["经营范围", "Scope"],
    })
}

impl Name for FieldName {
    fn name(&self, locale: Locale) -> &'static str {
        locale.pick(field_words(*self))
    }
}

const fn field_words(field: FieldName) -> Words {
    match field {
        FieldName::Name => ["名称或姓名", "the name"],
        FieldName::Sex => ["性别", "the sex"],
        FieldName::Ethnicity => ["民族", "the ethnicity"],
        FieldName::Birth => ["出生日期", "the date of birth"],
        FieldName::Address => ["住址或住所", "the address"],
        FieldName::IdNumber => ["公民身份号码", "the ID number"],
        FieldName::Issuer => ["签发机关", "the issuing office"],
        FieldName::Validity => ["有效期限", "the validity"],
        FieldName::CreditCode => ["统一社会信用代码", "the credit code"],
        FieldName::Type => ["类型", "the type"],
        FieldName::Representative => ["法定代表人", "the legal representative"],
        FieldName::Capital => ["注册资本", "the capital"],
        FieldName::Founded => ["成立日期", "the date of foundation"],
        FieldName::Term => ["营业期限", "the term"],
        FieldName::Scope => ["经营范围", "the scope"],
    }
}

//! An application as WeChat takes it: `auth_data` of `/wxa/sec/wxaauth` and `/wxa/sec/reauth`.
//!
//! Source: `api_secwxaapi_wxaauth` on developers.weixin.qq.com; the invoice as `AuthData` of
//! Senparc has it. Calling the interface is a server's work, never a page's.

use serde::{Serialize, Serializer};

use super::issue::{Finding, Issue, Member};
use crate::application::{Application, Field, Slot, SubjectType};
use crate::finding::{Coded, Severity, is_ok};
use crate::identity::{self, NumberKind};
use crate::list_map::ListMap;
use crate::name::{self, Mode};

/// Pictures that `qualification_other` and `auth_ident_material` take at most.
pub const MOST_PICTURES: usize = 10;

/// Subject types that the page of the interface names; the others go through the platform's
/// own page.
const TAKEN: [SubjectType; 3] =
    [SubjectType::Enterprise, SubjectType::SoleTrader, SubjectType::Individual];

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayType {
    /// 1: the provider, from a package bought before.
    Provider,
    /// 2: the program's owner.
    Owner,
}

impl PayType {
    /// The one of WeChat's number, if there is one.
    pub const fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Provider),
            2 => Some(Self::Owner),
            _ => None,
        }
    }

    /// WeChat's number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Provider => 1,
            Self::Owner => 2,
        }
    }
}

/// What comes along with an application when it is sent.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What `uploadauthmaterial` answered for the pictures of each slot, in their order.
    pub media_ids: ListMap<Slot, Vec<String>>,
    /// Who pays.
    pub pay_type: PayType,
    /// The task that is sent again. Its presence makes this a `reauth`.
    pub taskid: Option<String>,
    /// The provider's telephone.
    pub service_phone: String,
    /// The provider in the market of services.
    pub service_appid: Option<String>,
    /// The names of the leaves of `authidentitytree`, where they are known.
    pub identities: Option<Vec<String>>,
}

impl Submission {
    /// One without pictures.
    pub fn new(pay_type: PayType, service_phone: &str) -> Self {
        Self {
            media_ids: ListMap::new(),
            pay_type,
            taskid: None,
            service_phone: service_phone.to_owned(),
            service_appid: None,
            identities: None,
        }
    }

    fn pictures(&self, slot: Slot) -> Vec<String> {
        self.media_ids.get(&slot).cloned().unwrap_or_default()
    }
}

/// An application in WeChat's words, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drawn {
    /// Whether nothing in it would be refused for its form.
    pub ok: bool,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What to send, where nothing blocks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_data: Option<AuthData>,
}

/// `auth_data`, in WeChat's words: an object of JSON with the members that there are.
#[derive(Clone, PartialEq)]
pub struct AuthData(Object);

/// Prints none of it: it is about people.
impl std::fmt::Debug for AuthData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthData(…)")
    }
}

impl Serialize for AuthData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[derive(Clone, Default, PartialEq)]
struct Object(Vec<(&'static str, Value)>);

#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Value {
    Number(u8),
    Text(String),
    Texts(Vec<String>),
    Object(Object),
}

impl Object {
    fn number(&mut self, name: &'static str, number: u8) {
        self.0.push((name, Value::Number(number)));
    }

    /// Nothing where the text is empty.
    fn text(&mut self, name: &'static str, text: String) {
        if !text.is_empty() {
            self.0.push((name, Value::Text(text)));
        }
    }

    /// Nothing where there are no texts.
    fn texts(&mut self, name: &'static str, texts: Vec<String>) {
        if !texts.is_empty() {
            self.0.push((name, Value::Texts(texts)));
        }
    }

    fn object(&mut self, name: &'static str, object: Self) {
        self.0.push((name, Value::Object(object)));
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Puts an application into WeChat's words. What the form itself is asked for is checked by
/// [`application::check`](crate::application::check); here is only what WeChat asks beside it.
///
/// # Example
///
/// ```
/// use renzheng::application::{Application, SubjectType};
/// use renzheng::wechat::{PayType, Submission, to_auth_data};
///
/// let application = Application::new(SubjectType::Enterprise);
/// let drawn = to_auth_data(&application, &Submission::new(PayType::Owner, "020-00000000"));
/// assert!(!drawn.ok && drawn.auth_data.is_none());
/// assert_eq!(drawn.findings[0].code(), "wechat.missing");
/// ```
pub fn to_auth_data(application: &Application, submission: &Submission) -> Drawn {
    let mut draft = Draft { application, findings: Vec::new() };
    let auth_data = draft.auth_data(submission);
    let ok = is_ok(&draft.findings);
    Drawn { ok, findings: draft.findings, auth_data: ok.then_some(auth_data) }
}

struct Draft<'a> {
    application: &'a Application,
    findings: Vec<Finding>,
}

impl Draft<'_> {
    fn auth_data(&mut self, submission: &Submission) -> AuthData {
        let subject_type = self.application.subject_type;
        let is_person = subject_type == SubjectType::Individual;
        let customer_type = subject_type.customer_type();
        if !TAKEN.contains(&subject_type) {
            self.block(Issue::SubjectType { customer_type });
        }
        let mut data = Object::default();
        data.number("customer_type", customer_type);
        if let Some(taskid) = &submission.taskid {
            data.text("taskid", self.needed(Member::Taskid, taskid.clone()));
        }
        data.object("contact_info", self.contact_info(submission.taskid.is_some()));
        data.object("invoice_info", self.invoice_info(submission.pay_type, is_person));
        self.qualification(submission, is_person, &mut data);
        self.name(submission, &mut data);
        data.number("pay_type", submission.pay_type.code());
        if is_person {
            self.identity(submission, &mut data);
        }
        let phone = self.needed(Member::ThirdPartyPhone, submission.service_phone.clone());
        data.text("third_party_phone", phone);
        let service_appid = submission.service_appid.clone().unwrap_or_default();
        if submission.pay_type == PayType::Provider && service_appid.is_empty() {
            self.missing(Member::ServiceAppid);
        }
        data.text("service_appid", service_appid);
        AuthData(data)
    }

    fn contact_info(&mut self, is_sent_again: bool) -> Object {
        let mut contact = Object::default();
        contact.text("name", self.needed_field(Member::ContactName, Field::ContactName));
        let email = self.number(NumberKind::Email, Field::ContactEmail);
        contact.text("email", self.needed(Member::ContactEmail, email));
        // 仅打回重填时可填写.
        if is_sent_again {
            contact.text("mobile", self.number(NumberKind::Mobile, Field::ContactMobile));
        }
        contact
    }

    /// The page calls it optional; without it, or with another type where the provider pays,
    /// WeChat was seen to answer 89640.
    fn invoice_info(&mut self, pay_type: PayType, is_person: bool) -> Object {
        let payer = self.application.get(Field::PaymentPayer);
        let is_provider = pay_type == PayType::Provider;
        if !payer.is_empty() && (payer == "provider") != is_provider {
            self.findings.push(Issue::PayerDiffers.with(Severity::Warn));
        }
        let asked = match self.application.get(Field::InvoiceType) {
            "electronic" => 2,
            "vat-special" => 3,
            "vat-special-digital" => 4,
            _ => 1,
        };
        // 3 was abolished on 2024-04-03.
        if asked == 3 || (asked != 1 && is_provider) {
            self.block(Issue::InvoiceType);
        }
        let mut invoice = Object::default();
        invoice.number("invoice_type", asked);
        if asked == 1 {
            return invoice;
        }
        let title = self.needed_field(Member::InvoiceTitle, Field::InvoiceTitle);
        invoice.text("invoice_title", title);
        let id = self.number(NumberKind::TaxpayerNumber, Field::InvoiceTaxpayerNumber);
        let mut payer = Object::default();
        if asked == 2 {
            // A person has no taxpayer number.
            if !is_person {
                payer.text("id", self.needed(Member::ElectronicId, id));
                payer.text("desc", self.text(Field::InvoiceNote));
                invoice.object("electronic", payer);
            }
            return invoice;
        }
        payer.text("id", self.needed(Member::VatId, id));
        for (name, member, field) in [
            ("enterprise_phone", Member::VatPhone, Field::InvoicePhone),
            ("enterprise_address", Member::VatAddress, Field::InvoiceAddress),
            ("bank_name", Member::VatBankName, Field::InvoiceBankName),
            ("bank_account", Member::VatBankAccount, Field::InvoiceBankAccount),
        ] {
            payer.text(name, self.needed_field(member, field));
        }
        payer.text("name", self.text(Field::ContactName));
        payer.text("phone", self.number(NumberKind::Mobile, Field::ContactMobile));
        payer.text("desc", self.text(Field::InvoiceNote));
        invoice.object("vat", payer);
        invoice
    }

    /// One picture of the licence only; further ones go along with the others. A person has
    /// none.
    fn qualification(&mut self, submission: &Submission, is_person: bool, data: &mut Object) {
        let mut pictures = submission.pictures(Slot::Licence);
        if is_person {
            pictures.clear();
        } else if pictures.is_empty() {
            self.missing(Member::Qualification);
        } else {
            data.text("qualification", pictures.remove(0));
        }
        for slot in [Slot::Letter, Slot::MediaLicence, Slot::Supplement] {
            pictures.append(&mut submission.pictures(slot));
        }
        self.at_most(Member::QualificationOther, &pictures);
        data.texts("qualification_other", pictures);
    }

    fn name(&mut self, submission: &Submission, data: &mut Object) {
        let name = name::normalize(self.application.get(Field::NicknameText));
        data.text("account_name", self.needed(Member::AccountName, name));
        let mode = Mode::from_name(self.application.get(Field::NicknameMode));
        match mode {
            Some(mode) => data.number("account_name_type", mode.code()),
            None => self.missing(Member::AccountNameType),
        }
        let proofs = submission.pictures(Slot::NameProof);
        // 89630: 你申请的名称涉及企业商标，请提供加盖公司公章的《商标注册证》.
        if mode == Some(Mode::Trademark) && proofs.is_empty() {
            self.missing(Member::AccountSupplemental);
        }
        data.texts("account_supplemental", proofs);
    }

    /// An identity needs proof.
    fn identity(&mut self, submission: &Submission, data: &mut Object) {
        let identity = self.text(Field::IdentificationName);
        if identity.is_empty() {
            return;
        }
        let is_leaf = |leaves: &Vec<String>| leaves.contains(&identity);
        if !submission.identities.as_ref().is_none_or(is_leaf) {
            self.block(Issue::Identity);
        }
        data.text("auth_identification", identity);
        let material = submission.pictures(Slot::IdentificationProof);
        if material.is_empty() {
            self.missing(Member::AuthIdentMaterial);
        }
        self.at_most(Member::AuthIdentMaterial, &material);
        data.texts("auth_ident_material", material);
    }

    fn at_most(&mut self, member: Member, pictures: &[String]) {
        let most = u16::try_from(MOST_PICTURES).unwrap_or(u16::MAX);
        let found = u16::try_from(pictures.len()).unwrap_or(u16::MAX);
        if most < found {
            self.block(Issue::TooManyPictures { member, found, most });
        }
    }

    fn block(&mut self, issue: Issue) {
        self.findings.push(issue.with(Severity::Block));
    }

    fn missing(&mut self, member: Member) {
        self.block(Issue::Missing { member });
    }

    fn needed(&mut self, member: Member, text: String) -> String {
        if text.is_empty() {
            self.missing(member);
        }
        text
    }

    fn needed_field(&mut self, member: Member, field: Field) -> String {
        self.needed(member, self.text(field))
    }

    fn text(&self, field: Field) -> String {
        self.application.get(field).to_owned()
    }

    fn number(&self, kind: NumberKind, field: Field) -> String {
        identity::normalize(kind, self.application.get(field))
    }
}

//! Fields against each other.

use super::application::Application;
use super::check::Findings;
use super::field::Field;
use super::issue::FormIssue;
use super::profile::{FormProfile, TypeRules};
use super::value::{id_kind, is_long_term};
use crate::date::Date;
use crate::finding::Severity;
use crate::identity::{self, NumberKind};

/// The fields of a person's document.
struct Document {
    name: Field,
    kind: Field,
    number: Field,
    issued_on: Field,
    valid_until: Field,
}

const ADMINISTRATOR: Document = Document {
    name: Field::AdministratorName,
    kind: Field::AdministratorIdKind,
    number: Field::AdministratorIdNumber,
    issued_on: Field::AdministratorIdIssuedOn,
    valid_until: Field::AdministratorIdValidUntil,
};

const LEGAL_PERSON: Document = Document {
    name: Field::LegalPersonName,
    kind: Field::LegalPersonIdKind,
    number: Field::LegalPersonIdNumber,
    issued_on: Field::LegalPersonIdIssuedOn,
    valid_until: Field::LegalPersonIdValidUntil,
};

pub(super) fn check(
    application: &Application,
    rules: &TypeRules,
    today: Date,
    profile: &FormProfile,
    findings: &mut Findings,
) {
    for document in [&ADMINISTRATOR, &LEGAL_PERSON] {
        document_dates(document, application, profile, today, findings);
    }
    same_person(application, findings);
    shared_mobile(application, findings);
    credit_code_category(application, rules, findings);
    licence_term(application, findings);
    invoice(application, profile, findings);
}

/// Age, and the document's period against it.
fn document_dates(
    document: &Document,
    application: &Application,
    profile: &FormProfile,
    today: Date,
    findings: &mut Findings,
) {
    let kind = id_kind(application, document.kind);
    let text = application.get(document.number);
    let known = identity::check(kind, text, today).known;
    if let Some(age) = known.age
        && age < profile.least_age
    {
        let issue = FormIssue::Underage { age, least: profile.least_age };
        findings.add(document.number.path(), Severity::Warn, issue);
    }
    let Some(issued) = Date::read(application.get(document.issued_on)) else { return };
    let path = document.issued_on.path();
    if known.birth_date.is_some_and(|born| issued < born) {
        findings.add(path, Severity::Block, FormIssue::IssuedBeforeBirth);
        return;
    }
    let end = application.get(document.valid_until);
    let until = Date::read(end);
    if !is_long_term(end) && until.is_none() {
        return;
    }
    let path = document.valid_until.path();
    if until.is_some_and(|until| until <= issued) {
        let other = document.issued_on.path().to_owned();
        findings.add(path, Severity::Block, FormIssue::DateOrder { other });
        return;
    }
    // Only of these two cards are the periods known.
    if !matches!(kind, NumberKind::ResidentId | NumberKind::ResidencePermit) {
        return;
    }
    let years = match until {
        None => Some(0),
        Some(until) => {
            profile.card_years.iter().copied().find(|years| issued.plus_years(*years) == until)
        }
    };
    let Some(years) = years else {
        findings.add(path, Severity::Warn, FormIssue::ValidityPeriod);
        return;
    };
    let Some(born) = known.birth_date else { return };
    let age = born.age_on(issued);
    let usual = profile.card_years_by_age.iter().rev().find(|(from, _)| *from <= age);
    // Residence permits are valid for five years at every age.
    if kind == NumberKind::ResidentId && usual.is_some_and(|(_, usual)| *usual != years) {
        findings.add(path, Severity::Warn, FormIssue::ValidityAge { age });
    }
}

/// The legal person and the administrator may be one person; then all of it agrees.
fn same_person(application: &Application, findings: &mut Findings) {
    let [a, b] = [&LEGAL_PERSON, &ADMINISTRATOR].map(|document| {
        let kind = id_kind(application, document.kind);
        let number = identity::normalize(kind, application.get(document.number));
        (name_as_read(application.get(document.name)), number)
    });
    if a.0.is_empty() || b.0.is_empty() || a.1.is_empty() || b.1.is_empty() {
        return;
    }
    if a.1 == b.1 && a.0 != b.0 {
        let other = LEGAL_PERSON.name.path().to_owned();
        let issue = FormIssue::SameNumberOtherName { other };
        findings.add(ADMINISTRATOR.name.path(), Severity::Block, issue);
    }
    // Two people can have one name.
    if a.0 == b.0 && a.1 != b.1 {
        let other = LEGAL_PERSON.number.path().to_owned();
        let issue = FormIssue::SameNameOtherNumber { other };
        findings.add(ADMINISTRATOR.number.path(), Severity::Warn, issue);
    }
}

/// Without spaces, with one sort of middle dot and small letters: as one compares names.
fn name_as_read(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{2022}' | '\u{2027}' | '\u{22c5}' | '\u{30fb}' | '\u{ff65}' => '\u{b7}',
            c => c.to_ascii_lowercase(),
        })
        .collect()
}

fn shared_mobile(application: &Application, findings: &mut Findings) {
    let mobile = |field| identity::normalize(NumberKind::Mobile, application.get(field));
    let contact = mobile(Field::ContactMobile);
    let [asked, administrator] = [Field::ContactName, Field::AdministratorName]
        .map(|field| name_as_read(application.get(field)));
    let is_shared = !contact.is_empty() && contact == mobile(Field::AdministratorMobile);
    if is_shared && asked != administrator && !asked.is_empty() && !administrator.is_empty() {
        let other = Field::AdministratorMobile.path().to_owned();
        let issue = FormIssue::SharedMobile { other };
        findings.add(Field::ContactMobile.path(), Severity::Warn, issue);
    }
}

fn credit_code_category(application: &Application, rules: &TypeRules, findings: &mut Findings) {
    let field = Field::SubjectCreditCode;
    let code = identity::normalize(NumberKind::CreditCode, application.get(field));
    let starts = rules.credit_code_starts;
    if starts.is_empty() || code.is_empty() || !findings.is_ok(field) {
        return;
    }
    if !starts.iter().any(|start| code.starts_with(start)) {
        let expected = starts.iter().map(|start| (*start).to_owned()).collect();
        findings.add(field.path(), Severity::Warn, FormIssue::CreditCodeCategory { expected });
    }
}

fn licence_term(application: &Application, findings: &mut Findings) {
    let founded = Date::read(application.get(Field::SubjectFoundedOn));
    let until = Date::read(application.get(Field::SubjectValidUntil));
    if let (Some(founded), Some(until)) = (founded, until)
        && until <= founded
    {
        let other = Field::SubjectFoundedOn.path().to_owned();
        findings.add(
            Field::SubjectValidUntil.path(),
            Severity::Block,
            FormIssue::DateOrder { other },
        );
    }
}

fn invoice(application: &Application, profile: &FormProfile, findings: &mut Findings) {
    let kind = application.get(Field::InvoiceType);
    if kind.is_empty() || kind == "none" {
        return;
    }
    let path = Field::InvoiceType.path();
    if kind == "vat-special"
        && let Ok(since) = profile.paper_invoice_abolished.parse()
    {
        findings.add(path, Severity::Block, FormIssue::InvoiceAbolished { since });
    }
    // WeChat answers 89640: 代缴模式不能开票.
    if application.get(Field::PaymentPayer) == "provider" {
        findings.add(path, Severity::Block, FormIssue::InvoiceNotForProvider);
    }
    let subject = match application.get(Field::SubjectName) {
        "" => application.get(Field::AdministratorName),
        name => name,
    };
    let title = application.get(Field::InvoiceTitle);
    if !title.is_empty() && !subject.is_empty() && name_as_read(title) != name_as_read(subject) {
        findings.add(Field::InvoiceTitle.path(), Severity::Block, FormIssue::TitleDiffers);
    }
}

//! Fields against each other.

use super::check::{Findings, Form};
use super::field::Field;
use super::issue::FormIssue;
use super::profile::FormProfile;
use super::value::{id_kind, is_apostrophe, is_dash, is_long_term, is_middle_dot};
use crate::date::Date;
use crate::finding::Severity;
use crate::identity::{self, NumberKind};
use crate::name::read_char;

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

pub(super) fn check(form: Form, today: Date, profile: &FormProfile, findings: &mut Findings) {
    for document in [&ADMINISTRATOR, &LEGAL_PERSON] {
        document_dates(document, form, profile, today, findings);
    }
    same_person(form, findings);
    shared_mobile(form, findings);
    credit_code_category(form, findings);
    parts_of_credit_code(form, findings);
    licence_term(form, findings);
    invoice(form, profile, findings);
}

/// Age, and the document's period against it.
fn document_dates(
    document: &Document,
    form: Form,
    profile: &FormProfile,
    today: Date,
    findings: &mut Findings,
) {
    let kind = id_kind(form.get(document.kind));
    let known = kind
        .map(|kind| identity::check(kind, form.get(document.number), today).known)
        .unwrap_or_default();
    if let Some(age) = known.age
        && age < profile.least_age
    {
        let issue = FormIssue::Underage { age, least: profile.least_age };
        findings.add(document.number.path(), Severity::Warn, issue);
    }
    let Some(issued) = Date::read(form.get(document.issued_on)) else { return };
    let path = document.issued_on.path();
    if known.birth_date.is_some_and(|born| issued < born) {
        findings.add(path, Severity::Block, FormIssue::IssuedBeforeBirth);
        return;
    }
    let end = form.get(document.valid_until);
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
    let (kind, known_years) = match kind {
        Some(kind @ NumberKind::ResidentId) => (kind, profile.card_years),
        Some(kind @ NumberKind::ResidencePermit) => (kind, profile.permit_years),
        _ => return,
    };
    let is_permit = kind == NumberKind::ResidencePermit;
    let years = match until {
        None => (!is_permit).then_some(0),
        Some(until) => known_years.iter().copied().find(|years| ends_after(issued, *years, until)),
    };
    let Some(years) = years else {
        findings.add(path, Severity::Warn, FormIssue::ValidityPeriod { kind });
        return;
    };
    let Some(born) = known.birth_date else { return };
    let age = born.age_on(issued);
    let usual = profile.card_years_by_age.iter().rev().find(|(from, _)| *from <= age);
    // Permits are valid for as long at every age.
    if !is_permit && usual.is_some_and(|(_, usual)| *usual != years) {
        findings.add(path, Severity::Warn, FormIssue::ValidityAge { age });
    }
}

/// The same day so many years later; where it has no 29 February, that day or the next.
fn ends_after(issued: Date, years: u16, until: Date) -> bool {
    let end = issued.plus_years(years);
    until == end || (issued.is_leap_day() && until == end.plus_days(1))
}

/// The legal person and the administrator may be one person; then all of it agrees.
fn same_person(form: Form, findings: &mut Findings) {
    let [a, b] = [&LEGAL_PERSON, &ADMINISTRATOR].map(|document| {
        let kind = id_kind(form.get(document.kind));
        let number = kind.map(|kind| identity::normalize(kind, form.get(document.number)));
        (name_as_read(form.get(document.name)), number.unwrap_or_default(), kind)
    });
    if a.0.is_empty() || b.0.is_empty() || a.1.is_empty() || b.1.is_empty() {
        return;
    }
    // Two sorts of documents can have one number, and what is no number says nothing.
    let are_numbers = [LEGAL_PERSON, ADMINISTRATOR].iter().all(|one| findings.is_ok(one.number));
    if a.1 == b.1 && a.2 == b.2 && a.0 != b.0 && are_numbers {
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

/// Without spaces and what nobody sees, in half width, with one sort of middle dot, dash
/// and apostrophe, and small letters: as one compares names of people and firms.
fn name_as_read(name: &str) -> String {
    name.chars()
        .filter_map(read_char)
        .filter(|c| *c != ' ')
        .map(|c| match c {
            c if is_middle_dot(c) => '\u{b7}',
            c if is_dash(c) => '-',
            c if is_apostrophe(c) => '\'',
            c => c,
        })
        .map(small)
        .collect()
}

/// The small letter of a capital one, in the scripts that documents write names of people in:
/// Latin, Greek and Cyrillic. All of Unicode's would be a thirtieth of the package.
fn small(c: char) -> char {
    let code = u32::from(c);
    let further = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => 0x20,
        0x400..=0x40f => 0x50,
        // Capital and small by turns.
        0x100..=0x137
        | 0x14a..=0x177
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => 1 - code % 2,
        0x139..=0x148 | 0x179..=0x17e => code % 2,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(code + further).unwrap_or(c)
}

fn shared_mobile(form: Form, findings: &mut Findings) {
    let mobile = |field| identity::normalize(NumberKind::Mobile, form.get(field));
    let contact = mobile(Field::ContactMobile);
    let [asked, administrator] =
        [Field::ContactName, Field::AdministratorName].map(|field| name_as_read(form.get(field)));
    let is_shared = !contact.is_empty() && contact == mobile(Field::AdministratorMobile);
    if is_shared && asked != administrator && !asked.is_empty() && !administrator.is_empty() {
        let other = Field::AdministratorMobile.path().to_owned();
        let issue = FormIssue::SharedMobile { other };
        findings.add(Field::ContactMobile.path(), Severity::Warn, issue);
    }
}

fn credit_code_category(form: Form, findings: &mut Findings) {
    let field = Field::SubjectCreditCode;
    let code = identity::normalize(NumberKind::CreditCode, form.get(field));
    let starts = form.rules.credit_code_starts;
    if starts.is_empty() || code.is_empty() || !findings.is_ok(field) {
        return;
    }
    if !starts.iter().any(|start| code.starts_with(start)) {
        let expected = starts.iter().map(|start| (*start).to_owned()).collect();
        findings.add(field.path(), Severity::Warn, FormIssue::CreditCodeCategory { expected });
    }
}

/// GB 32100: characters 9 to 17 are the organization code. Since the licences were merged
/// (国办发〔2015〕50号) the credit code is the taxpayer number, too. Only a doubt: merged
/// and moved organizations have kept older numbers.
fn parts_of_credit_code(form: Form, findings: &mut Findings) {
    let code = identity::normalize(NumberKind::CreditCode, form.get(Field::SubjectCreditCode));
    if !findings.is_ok(Field::SubjectCreditCode) {
        return;
    }
    // Of what was checked; empty where nothing is given.
    let Some(organization) = code.get(8..17) else { return };
    for (field, kind, part) in [
        (Field::SubjectOrganizationCode, NumberKind::OrganizationCode, organization),
        (Field::InvoiceTaxpayerNumber, NumberKind::TaxpayerNumber, &code),
    ] {
        let number = identity::normalize(kind, form.get(field));
        if !number.is_empty() && number != part && findings.is_ok(field) {
            findings.add(field.path(), Severity::Warn, FormIssue::CreditCodeDiffers);
        }
    }
}

fn licence_term(form: Form, findings: &mut Findings) {
    let founded = Date::read(form.get(Field::SubjectFoundedOn));
    let until = Date::read(form.get(Field::SubjectValidUntil));
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

fn invoice(form: Form, profile: &FormProfile, findings: &mut Findings) {
    let kind = form.get(Field::InvoiceType);
    let path = Field::InvoiceType.path();
    // What cannot be chosen is said already.
    if kind.is_empty() || kind == "none" || !findings.is_ok(Field::InvoiceType) {
        return;
    }
    if kind == "vat-special"
        && let Ok(since) = profile.paper_invoice_abolished.parse()
    {
        findings.add(path, Severity::Block, FormIssue::InvoiceAbolished { since });
    }
    // WeChat answers 89640: 代缴模式不能开票.
    if form.get(Field::PaymentPayer) == "provider" {
        findings.add(path, Severity::Block, FormIssue::InvoiceNotForProvider);
    }
    let is_firm = form.asks(Field::SubjectName);
    let subject = if is_firm { Field::SubjectName } else { Field::AdministratorName };
    let subject = form.get(subject);
    let title = form.get(Field::InvoiceTitle);
    if !title.is_empty() && !subject.is_empty() && name_as_read(title) != name_as_read(subject) {
        findings.add(Field::InvoiceTitle.path(), Severity::Block, FormIssue::TitleDiffers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_are_those_of_unicode() {
        let scripts = [
            ('\0', '\u{17f}'),
            ('\u{391}', '\u{3c9}'),
            ('\u{400}', '\u{52f}'),
            ('\u{1e00}', '\u{1eff}'),
        ];
        // What has no pair at its side, or several signs for its small letter.
        let alone = ['\u{130}', '\u{178}', '\u{1e9e}', '\u{4c0}'];
        for c in scripts.into_iter().flat_map(|(first, last)| first..=last) {
            if alone.contains(&c) || ('\u{4c1}'..='\u{4ce}').contains(&c) {
                continue;
            }
            let expected: String = c.to_lowercase().collect();
            assert_eq!(small(c).to_string(), expected, "{:x}", u32::from(c));
        }
    }
}

//! What is said below a field: what its number tells, what to look at, and what can be filled
//! in with one tap.

use maud::{Markup, html};

use super::input;
use crate::application::{Field, FieldSpec, Finding, Shape};
use crate::date::Date;
use crate::finding::Severity;
use crate::identity::{self, NumberKind};
use crate::journey::blocks;
use crate::journey::draft::Draft;
use crate::journey::reading;
use crate::journey::tasks::Form;
use crate::name;
use crate::text::journey::{Phrase, fields, form as words, reading as photo_words};
use crate::text::{Explain, Locale, Name};

/// What a page knows while it shows its fields.
pub struct Help<'a> {
    /// The language.
    pub locale: Locale,
    /// The person's day.
    pub today: Date,
    /// The form.
    pub form: &'a Form,
    /// The draft.
    pub draft: &'a Draft,
    /// Whether "continue" was pressed.
    pub is_tried: bool,
}

impl Help<'_> {
    /// What was found at a field.
    pub fn found(&self, field: Field) -> impl Iterator<Item = &Finding> {
        self.form.report.findings.iter().filter(move |finding| finding.path == field.path())
    }

    /// What would be refused: what, and what to do; nothing before "continue".
    pub fn errors(&self, spec: &FieldSpec) -> Vec<(String, String)> {
        let l = self.locale;
        let say = |finding: &Finding| {
            if finding.code() == "form.missing" {
                return (missing(spec, self.form, l), String::new());
            }
            let message = finding.explain(l);
            (message.what.into_owned(), message.fix.into_owned())
        };
        let blocks = self.found(spec.field).filter(|finding| finding.severity == Severity::Block);
        blocks.filter(|_| self.is_tried).map(say).collect()
    }

    /// All that is said below a field.
    pub fn below(&self, spec: &FieldSpec) -> Markup {
        let l = self.locale;
        let text = self.form.application.get(spec.field);
        let known = self.known(spec, text);
        html! {
            @if let Some(known) = known { p .rz-field__known { (known) } }
            @for finding in self.found(spec.field).filter(|it| self.is_said(it)) {
                @let message = finding.explain(l);
                div .rz-field__note .rz-field__note--warn[finding.severity == Severity::Warn] {
                    p {
                        @if finding.severity == Severity::Warn {
                            strong { (finding.severity.name(l)) } " "
                        }
                        (blocks::message(l, &message.what, &message.fix, false))
                    }
                }
            }
            @for finding in reading::findings(self.form, self.draft, self.today) {
                @if reading::sides(&finding).is_some_and(|(field, ..)| field == spec.field) {
                    div .rz-field__note .rz-field__note--warn[finding.severity == Severity::Warn] {
                        p { strong { (l.say(photo_words::DIFFERENT)) } }
                        (reading::difference(l, &finding))
                    }
                }
            }
            @for (lead, values) in [self.read(spec, text), self.suggestions(spec, text), self.offers(spec, text)] {
                @if !values.is_empty() {
                    div .rz-suggest {
                        span { (l.say(lead)) }
                        @for value in values {
                            button type="button" .rz-suggest__value data-act="use"
                                data-arg={ (spec.field.path()) "=" (value) } {
                                    (in_groups(&value, self.typing(spec).groups))
                                }
                        }
                    }
                }
            }
        }
    }

    /// What would be refused stands above the field; here is what to look at, and what is
    /// good to know beside what the page says of the name anyway.
    fn is_said(&self, finding: &Finding) -> bool {
        match finding.severity {
            Severity::Block => false,
            Severity::Warn => true,
            Severity::Info => {
                let is_said_elsewhere =
                    matches!(finding.code(), "name.replaces" | "name.unchanged" | "form.not-asked");
                let is_of_error = finding.code() == "number.looks-like";
                !is_said_elsewhere && (self.is_tried || !is_of_error)
            }
        }
    }

    /// What the number tells, to be compared with the document.
    fn known(&self, spec: &FieldSpec, text: &str) -> Option<String> {
        let l = self.locale;
        if text.is_empty() {
            return None;
        }
        if matches!(spec.field, Field::NicknameText) {
            return Some(words::length(l, &name::length(text)));
        }
        let checked = identity::check(self.kind(spec)?, text, self.today);
        let known = Some(checked.known).filter(|_| checked.ok)?;
        let born = known.birth_date.map(|date| words::born(l, &date));
        let region = known.region.map(|region| region.name);
        let category = known.category.map(|category| category.name(l).to_owned());
        let parts: Vec<String> = [born, category, region].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    fn kind(&self, spec: &FieldSpec) -> Option<NumberKind> {
        match spec.shape {
            Shape::Number { number } => Some(number),
            Shape::IdNumber { kind } => match self.form.application.get(kind) {
                "" => Some(NumberKind::ResidentId),
                name => NumberKind::from_name(name),
            },
            _ => None,
        }
    }

    /// What may have been meant.
    fn suggestions(&self, spec: &FieldSpec, text: &str) -> (Phrase, Vec<String>) {
        let is_asked = !text.is_empty()
            && self.found(spec.field).any(|finding| match finding.severity {
                Severity::Block => self.is_tried,
                Severity::Warn => true,
                Severity::Info => false,
            });
        let kind = self.kind(spec).filter(|_| is_asked);
        let values = kind.map(|kind| identity::suggest(kind, text)).unwrap_or_default();
        (words::DID_YOU_MEAN, values.into_iter().take(3).collect())
    }

    /// What a photo says, where nothing was typed yet.
    fn read(&self, spec: &FieldSpec, text: &str) -> (Phrase, Vec<String>) {
        let is_empty = text.trim().is_empty();
        let read = is_empty
            .then(|| reading::offer(self.form, self.draft, spec.field, self.locale))
            .flatten();
        (photo_words::FROM_PHOTO, read.into_iter().collect())
    }

    /// What was said elsewhere, so that nobody is asked twice.
    fn offers(&self, spec: &FieldSpec, text: &str) -> (Phrase, Vec<String>) {
        let field = spec.field;
        let lead = match field {
            Field::NicknameText => words::KEEP_NAME,
            _ => words::FILL_IN,
        };
        if !text.is_empty() {
            return (lead, Vec::new());
        }
        let application = &self.form.application;
        let is_one_person = !application.get(Field::LegalPersonName).is_empty()
            && application.get(Field::LegalPersonName) == application.get(Field::AdministratorName);
        let source = match field {
            Field::InvoiceTitle if self.form.asks(Field::SubjectName) => Field::SubjectName,
            Field::InvoiceTitle | Field::ContactName => Field::AdministratorName,
            Field::InvoiceTaxpayerNumber => Field::SubjectCreditCode,
            Field::InvoiceAddress => Field::SubjectAddress,
            Field::InvoiceBankName => Field::SubjectBankName,
            Field::InvoiceBankAccount => Field::SubjectBankAccount,
            Field::AdministratorName => Field::LegalPersonName,
            Field::AdministratorIdNumber if is_one_person => Field::LegalPersonIdNumber,
            Field::ContactMobile => Field::AdministratorMobile,
            Field::NicknameText => Field::NicknameCurrent,
            _ if spec.shape == Shape::EndDate => {
                return (lead, vec![self.locale.say(words::LONG_TERM_VALUE).to_owned()]);
            }
            _ => return (lead, Vec::new()),
        };
        let value = application.get(source);
        let is_there = self.form.asks(source) && !value.is_empty();
        (lead, is_there.then(|| value.to_owned()).into_iter().collect())
    }

    /// The control's keyboard.
    pub fn typing(&self, spec: &FieldSpec) -> blocks::Typing {
        input::typing(spec, &self.form.application)
    }
}

/// A number as it is typed: in groups of these lengths.
fn in_groups(text: &str, groups: Option<&str>) -> String {
    let mut rest = text.chars().filter(|c| !c.is_whitespace());
    let lengths = groups.unwrap_or_default().split(' ').filter_map(|length| length.parse().ok());
    let mut parts: Vec<String> =
        lengths.map(|length: usize| rest.by_ref().take(length).collect()).collect();
    parts.push(rest.collect());
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// What is said where an answer is missing: which one.
pub fn missing(spec: &FieldSpec, form: &Form, l: Locale) -> String {
    match spec.shape {
        Shape::Choice { .. } => l.say(words::MISSING_CHOICE).to_owned(),
        _ => words::missing(l, &l.say(fields::label(spec.field, form.subject_type()))),
    }
}

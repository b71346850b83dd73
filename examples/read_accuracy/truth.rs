//! What is printed on the labelled photographs.

use std::fs;
use std::path::Path;

use renzheng::date::Date;
use renzheng::photo::Kind;
use renzheng::reader::FieldName;
use serde_json::Value;

use crate::outcome::Legibility;

/// Sorts of lines of which something is promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Class {
    IdNumber,
    CreditCode,
    Date,
    Other,
    /// All lines of a value that has several, one behind the other.
    Whole,
}

/// A line that must be on the document.
pub struct Line {
    /// As the manifest calls it.
    pub name: String,
    pub field: FieldName,
    pub class: Class,
    /// In the form in which it is read.
    pub text: String,
    pub is_illegible: bool,
}

pub struct Truth {
    pub path: String,
    pub kind: Kind,
    pub legibility: Legibility,
    /// Whether it must be taken again, for whatever reason.
    pub is_to_be_retaken: bool,
    pub lines: Vec<Line>,
}

impl Line {
    /// Whether a field says it: numbers and dates alone, other lines among the field's lines.
    /// Spaces and marks do not count.
    pub fn is_in(&self, said: &str) -> bool {
        match self.class {
            Class::Other | Class::Whole => {
                let (said, text) = (plain(said), plain(&self.text));
                if self.name.contains('.') { said.contains(&text) } else { said == text }
            }
            _ => said == self.text,
        }
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Those of a folder that show a card or a licence.
pub fn of(folder: &Path) -> Vec<Truth> {
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    let rows = manifest["files"].as_array().unwrap();
    rows.iter().filter(|row| row["set"] == "synthetic").filter_map(truth).collect()
}

/// What a row of a manifest says, if it is of a card or a licence.
pub fn truth(row: &Value) -> Option<Truth> {
    let kind = match row["kind"].as_str()? {
        "id_front" => Kind::IdFront,
        "id_back" => Kind::IdBack,
        "licence" => Kind::Licence,
        _ => return None,
    };
    let printed = row["fields"].as_array()?;
    let find = |name: &str| printed.iter().find(|field| field["name"] == name);
    let is_illegible = |field: &Value| field["legible"] == "illegible";
    let mut lines = Vec::new();
    if let (Some(year), Some(month), Some(day)) =
        (find("birth_year"), find("birth_month"), find("birth_day"))
    {
        let parts = [year, month, day].map(|field| field["text"].as_str().unwrap());
        lines.push(Line {
            name: "birth".into(),
            field: FieldName::Birth,
            class: Class::Date,
            text: date(&parts.join(" ")),
            is_illegible: [year, month, day].into_iter().any(is_illegible),
        });
    }
    for field in printed.iter().filter(|field| field["mandatory"] == true) {
        let (name, text) = (field["name"].as_str()?, field["text"].as_str()?);
        let Some((sort, class)) = sort(name) else { continue };
        let text = match name {
            "valid_period" | "term" => period(text),
            "founded" => date(text),
            _ => text.to_owned(),
        };
        lines.push(Line {
            name: name.into(),
            field: sort,
            class,
            text,
            is_illegible: is_illegible(field),
        });
    }
    lines.extend(wholes(&lines));
    Some(Truth {
        path: row["path"].as_str()?.into(),
        kind,
        legibility: if row["expected"]["borderline"] == true
            || row["legibility"]["cls"] == "borderline"
        {
            Legibility::Borderline
        } else if row["legible"] == true {
            Legibility::Legible
        } else {
            Legibility::Illegible
        },
        is_to_be_retaken: row["expected"]["verdict"] == "retake",
        lines,
    })
}

/// Values of several lines, which are called `name.1`, `name.2`.
fn wholes(lines: &[Line]) -> Vec<Line> {
    let mut wholes: Vec<Line> = Vec::new();
    for line in lines {
        let Some((name, _)) = line.name.split_once('.') else { continue };
        match wholes.last_mut().filter(|whole| whole.name == name) {
            Some(whole) => {
                whole.text += &line.text;
                whole.is_illegible |= line.is_illegible;
            }
            None => wholes.push(Line {
                name: name.to_owned(),
                field: line.field,
                class: Class::Whole,
                text: line.text.clone(),
                is_illegible: line.is_illegible,
            }),
        }
    }
    wholes
}

fn sort(name: &str) -> Option<(FieldName, Class)> {
    use FieldName as F;
    Some(match name.split('.').next()? {
        "name" => (F::Name, Class::Other),
        "sex" => (F::Sex, Class::Other),
        "nation" => (F::Ethnicity, Class::Other),
        "address" => (F::Address, Class::Other),
        "id_number" => (F::IdNumber, Class::IdNumber),
        "issuer" => (F::Issuer, Class::Other),
        "valid_period" => (F::Validity, Class::Date),
        "uscc" => (F::CreditCode, Class::CreditCode),
        "type" => (F::Type, Class::Other),
        "legal_rep" => (F::Representative, Class::Other),
        "capital" => (F::Capital, Class::Other),
        "founded" => (F::Founded, Class::Date),
        "term" => (F::Term, Class::Date),
        "scope" => (F::Scope, Class::Other),
        _ => return None,
    })
}

fn date(text: &str) -> String {
    let numbers: Vec<u16> =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = numbers[..] else { panic!("a date: {text}") };
    Date::new(year, u8::try_from(month).unwrap(), u8::try_from(day).unwrap())
        .expect("a date")
        .to_string()
}

fn period(text: &str) -> String {
    let parts: Vec<&str> = text.split(['-', '至']).collect();
    let end = |text: &str| if text.contains('长') { "..".to_owned() } else { date(text) };
    match parts[..] {
        [from, to] => format!("{}/{}", date(from), end(to)),
        _ => "../..".to_owned(),
    }
}

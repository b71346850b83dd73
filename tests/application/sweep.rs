//! Mixed applications by the ten thousands: nothing is found that the table of what can be
//! found does not have, and nothing makes the check fall over.

use std::collections::BTreeSet;

use fastrand::Rng;
use renzheng::application::{Application, Field, Requirements, Shape, Slot};
use renzheng::finding::Severity;

use crate::codes::{self, Key};
use crate::fixtures;
use crate::forms::{check, complete, photo, photo_with};
use crate::numbers;

const EACH: usize = 4_000;

#[test]
fn nothing_is_found_that_the_table_does_not_have() {
    let mut rng = Rng::with_seed(5);
    let texts = fixtures::texts();
    let (mut met, mut possible) = (0, 0);
    for requirements in fixtures::types() {
        let table = codes::possible(&requirements);
        let mut seen: BTreeSet<Key> = BTreeSet::new();
        for _ in 0..EACH {
            let mut application = complete(requirements.subject_type);
            for _ in 0..rng.usize(1..7) {
                mutate(&mut application, &requirements, &texts, &mut rng);
            }
            let report = check(&application);
            for finding in &report.findings {
                let key = codes::key(finding);
                assert!(table.contains(&key), "{:?}: {key:?}", requirements.subject_type);
                seen.insert(key);
            }
            assert!(report.progress.done <= report.progress.of);
            let blocks = |f: &renzheng::application::Finding| f.severity == Severity::Block;
            assert_eq!(report.ok, !report.findings.iter().any(blocks));
            assert_eq!(report.ok, report.next.is_empty(), "{:?}", report.next);
        }
        met += seen.len();
        possible += table.len();
    }
    println!("{} applications met {met} of {possible} findings", 12 * EACH);
    assert!(possible * 9 / 10 < met, "the sweep is too narrow: {met} of {possible}");
}

fn mutate(
    application: &mut Application,
    requirements: &Requirements,
    texts: &[&str],
    rng: &mut Rng,
) {
    let spec = requirements.fields[rng.usize(..requirements.fields.len())];
    let field = spec.field;
    let text = match rng.u8(..12) {
        0 => String::new(),
        1 | 2 => texts[rng.usize(..texts.len())].to_owned(),
        // As in another field.
        3 => application.get(Field::ALL[rng.usize(..Field::ALL.len())]).to_owned(),
        4 | 5 => slipped(application.get(field), rng),
        6 => {
            let year = [1949, 1990, 2000, 2010, 2020, 2025, 2026, 2027, 2030, 2045];
            let (month, day) = (rng.u8(1..13), rng.u8(1..31));
            format!("{}-{month}-{day}", year[rng.usize(..year.len())])
        }
        7 => {
            photos(application, requirements, rng);
            return;
        }
        // What could stand there, and what nearly could.
        _ => match spec.shape {
            Shape::Choice { values } => values[rng.usize(..values.len())].to_owned(),
            Shape::Number { number } => number_of(number, rng),
            Shape::IdNumber { kind } => {
                let number = codes::DOCUMENTS[rng.usize(..6)];
                application.fields.insert(kind, number.as_str().to_owned());
                number_of(number, rng)
            }
            _ => texts[rng.usize(..texts.len())].to_owned(),
        },
    };
    // Now and then where nobody asked for it.
    let field = if rng.u8(..10) == 0 { Field::ALL[rng.usize(..Field::ALL.len())] } else { field };
    application.fields.insert(field, text);
}

fn number_of(kind: renzheng::identity::NumberKind, rng: &mut Rng) -> String {
    let wrong = numbers::FIXTURES.iter().map(|(of, _, text)| (of, text));
    let good = numbers::GOOD.iter().map(|(of, text)| (of, text));
    let all: Vec<_> = wrong.chain(good).filter(|(of, _)| **of == kind).collect();
    let (_, text) = all[rng.usize(..all.len())];
    if rng.bool() { (*text).to_owned() } else { slipped(text, rng) }
}

fn slipped(text: &str, rng: &mut Rng) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = rng.usize(..=chars.len());
    match rng.u8(..4) {
        0 if at < chars.len() => _ = chars.remove(at),
        1 if 0 < at && at < chars.len() => chars.swap(at - 1, at),
        2 if at < chars.len() => chars[at] = rng.char('0'..='Z'),
        _ => chars.insert(at, rng.char(..)),
    }
    chars.into_iter().collect()
}

fn photos(application: &mut Application, requirements: &Requirements, rng: &mut Rng) {
    let materials = &mut application.materials;
    if !materials.is_empty() && rng.u8(..3) == 0 {
        materials.remove(rng.usize(..materials.len()));
        return;
    }
    let slot = match requirements.materials.get(rng.usize(..=requirements.materials.len())) {
        Some(spec) => spec.slot,
        None => Slot::ALL[rng.usize(..Slot::ALL.len())],
    };
    let hash = rng.u8(..20).to_string();
    let severity = [Severity::Block, Severity::Warn, Severity::Info][rng.usize(..3)];
    let mut given = match rng.u8(..3) {
        0 => photo(slot, &hash),
        1 => photo_with(slot, &hash, "photo.wrong-side", severity),
        _ => photo_with(slot, &hash, "photo.blurred", severity),
    };
    if rng.u8(..4) == 0 {
        given.report = None;
    }
    let count = if rng.u8(..8) == 0 { 11 } else { 1 };
    materials.extend((0..count).map(|_| given.clone()));
}

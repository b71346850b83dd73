//! The nickname and everything else that is typed into the form.
//!
//! The first byte is what kind of name it is and what is known beside it. Then lines: the name,
//! the present one, the short form, the introduction, the name that was agreed to; and a whole
//! form that is filled in with them in turn.

use renzheng::application::{self, Application, Field, FormProfile, SubjectType};
use renzheng::date::Date;
use renzheng::finding::Severity;
use renzheng::name::{self, Issue, Mode, Profile, Query};

use super::{has_words, memory, text_of};

pub fn run(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = text_of(rest);
    let lines: Vec<&str> = text.split('\n').collect();
    let most = (1 << 20) + 256 * text.len() as u64;
    memory::within(most, || name(*first, &lines));
    memory::within(most, || form(*first, &lines));
    memory::within(most, || day(&text));
}

fn name(first: u8, lines: &[&str]) {
    let text = lines[0];
    let query = Query {
        mode: [None, Some(Mode::SelfChosen), Some(Mode::Trademark)][usize::from(first % 3)],
        renames_left: (first & 4 != 0).then_some(first),
        current: lines.get(1).copied(),
        short_name: lines.get(2).copied(),
        introduction: lines.get(3).copied(),
        acknowledged: lines.get(4).copied(),
        famous_marks: if first & 8 == 0 { None } else { Some(&lines[1..]) },
        ..Query::new(text)
    };
    let checked = name::check(&query, Profile::WECHAT_2026);
    assert_eq!(checked, name::check(&query, Profile::WECHAT_2026), "twice the same");
    serde_json::to_string(&checked).expect("it can be written");
    let blocks = checked.findings.iter().any(|finding| finding.severity == Severity::Block);
    assert_eq!(checked.ok, !blocks);
    let normalized = checked.normalized.as_str();
    assert_eq!(name::normalize(text), normalized);
    assert_eq!(name::normalize(normalized), normalized, "it is read already");
    assert_eq!((name::length(text), name::length(normalized)), (checked.length, checked.length));
    if let Some(effect) = &checked.effect {
        assert!(effect.to == normalized && effect.from != effect.to);
    }
    for finding in &checked.findings {
        has_words(finding);
        match &finding.issue {
            Issue::Character { position, found, .. } => {
                assert_eq!(at(text, *position), Some(*found), "the character that stands there");
            }
            Issue::Space { position, .. }
            | Issue::ForbiddenWord { position, .. }
            | Issue::StateOrgan { position, .. }
            | Issue::RiskyWord { position, .. }
            | Issue::FamousMark { position, .. } => {
                assert!(at(text, *position).is_some(), "a place in the name");
            }
            Issue::ShortNotPart { position, found, .. } => {
                assert_eq!(query.short_name.and_then(|it| at(it, *position)), Some(*found));
            }
            _ => {}
        }
    }
    let again = Query { text: normalized, ..query };
    assert_eq!(name::check(&again, Profile::WECHAT_2026).ok, checked.ok, "as it is handed in");
}

/// The character at a position from 1; behind the last position that can be told, any.
fn at(text: &str, position: u16) -> Option<char> {
    text.chars().nth(usize::from(position).checked_sub(1)?)
}

fn form(first: u8, lines: &[&str]) {
    let today: Date = "2026-11-24".parse().expect("a day");
    let types = SubjectType::ALL;
    let mut application = Application::new(types[usize::from(first) % types.len()]);
    for (field, line) in Field::ALL.into_iter().cycle().skip(first.into()).zip(lines) {
        application.fields.insert(field, (*line).to_owned());
    }
    let report = application::check(&application, today, FormProfile::WECHAT_2026);
    assert_eq!(report, application::check(&application, today, FormProfile::WECHAT_2026));
    let blocks = report.findings.iter().any(|finding| finding.severity == Severity::Block);
    assert!(!report.ok || !blocks, "nothing blocks what is fine");
    assert!(report.progress.done <= report.progress.of);
    for finding in &report.findings {
        has_words(finding);
    }
    let json = serde_json::to_string(&application).expect("it can be written");
    assert!(serde_json::from_str::<Application>(&json).is_ok_and(|read| read == application));
    serde_json::to_string(&report).expect("it can be written");
}

fn day(text: &str) {
    if let Some(day) = Date::read(text) {
        let written = day.to_string();
        assert_eq!(written.parse::<Date>(), Ok(day));
        assert_eq!(Date::read(&written), Some(day));
    }
}

//! What is true of every page, whatever the subject type.

use std::collections::BTreeSet;

use renzheng::application::{Application, Field, SubjectType};
use renzheng::text::Locale;

use crate::forms::complete;
use crate::host::Host;
use crate::markup::Markup;

const PAGES: &[&str] = &[
    "",
    "/type",
    "/subject",
    "/legal-person",
    "/administrator",
    "/contact",
    "/identification",
    "/nickname",
    "/payment",
    "/photos",
    "/photos/licence",
    "/photos/letter",
    "/photos/media-licence",
    "/photos/id-front",
    "/photos/id-back",
    "/photos/identification-proof",
    "/photos/name-proof",
    "/photos/supplement",
    "/check",
    "/check?numbers=all",
    "/send",
    "/package",
    "/provider",
    "/status",
    "/record",
];

/// Every page of every type, empty, tried and complete.
fn every_page(each: &mut dyn FnMut(&Host, bool)) {
    for locale in Locale::ALL {
        for subject_type in SubjectType::ALL {
            let empty = Application::new(subject_type);
            let mut wrong = complete(subject_type);
            for field in [Field::SubjectCreditCode, Field::AdministratorIdNumber] {
                wrong.fields.insert(field, "11010519491231002".into());
            }
            for (application, is_empty) in
                [(empty, true), (complete(subject_type), false), (wrong, false)]
            {
                for page in PAGES {
                    let address = format!("/a/x{page}");
                    let mut host = Host::with(locale, &application, &address);
                    each(&host, is_empty);
                    if host.page().find("data-act", "continue").is_some() {
                        host.act("continue", "");
                        each(&host, is_empty);
                    }
                }
            }
            let host = Host::at(locale, &format!("/new?type={}", subject_type.as_str()));
            each(&host, true);
        }
        for address in ["/new", "/new/rehearse", "/about", "/nowhere", "/a/x/nowhere"] {
            each(&Host::at(locale, address), true);
        }
    }
}

#[test]
fn every_page_is_well_made() {
    let mut count = 0;
    every_page(&mut |host, _| {
        count += 1;
        let (page, at) = (host.page(), &host.address);
        assert!(!host.answer.title.is_empty(), "{at}");
        assert!(!host.answer.html.contains(['{', '}']), "{at}");
        let headings = page.elements.iter().filter(|element| element.name == "h1").count();
        assert_eq!(headings, 1, "{at}");
        let ids: Vec<&str> = page.elements.iter().filter_map(|it| it.get("id")).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{at}: an id twice");
        let labels: Vec<&str> = page.elements.iter().filter_map(|it| it.get("for")).collect();
        for element in &page.elements {
            for forbidden in ["style", "onclick", "onsubmit", "onchange"] {
                assert!(element.get(forbidden).is_none(), "{at}: {forbidden}");
            }
            if element.is_control() {
                let id = element.get("id").unwrap();
                assert!(labels.contains(&id), "{at}: {id} has no label");
            }
            for attribute in ["aria-describedby", "aria-labelledby", "data-focus", "for"] {
                for id in element.get(attribute).unwrap_or_default().split_whitespace() {
                    assert!(known.contains(id), "{at}: {attribute} {id}");
                }
            }
            if element.name == "button" {
                assert!(element.get("type").is_some(), "{at}");
            }
        }
        if let Some(focus) = &host.answer.focus {
            assert!(known.contains(focus.as_str()), "{at}: focus {focus}");
        }
        assert!(
            page.links().all(|link| link.starts_with("#/") || link.starts_with("http")),
            "{at}"
        );
    });
    assert!(1_000 < count, "pages are looked at");
}

#[test]
fn no_sentence_ends_twice() {
    every_page(&mut |host, _| {
        let said: String = host.page().texts.into_iter().map(|(text, _)| text).collect();
        let marks: Vec<char> = said.chars().filter(|c| *c != ' ').collect();
        let is_end = |c: char| "。？！：，；?!:;,.".contains(c);
        for (i, pair) in marks.windows(2).enumerate() {
            let around: String =
                marks[i.saturating_sub(12)..marks.len().min(i + 12)].iter().collect();
            assert!(!(is_end(pair[0]) && is_end(pair[1])), "{}: {around}", host.address);
        }
    });
}

/// Words of WeChat's own pages, which stand in English sentences as they are there.
const OF_WECHAT: &[&str] = &["微信认证", "基本设置", "设置", "实名认证", "开发者中心", "·"];

#[test]
fn every_page_speaks_one_language() {
    every_page(&mut |host, is_empty| {
        // What was typed is in its own language.
        if !is_empty {
            return;
        }
        let Markup { texts, elements } = host.page();
        let labels = elements.iter().filter_map(|it| it.get("aria-label").map(str::to_owned));
        let said: Vec<String> = texts.into_iter().map(|(text, _)| text).chain(labels).collect();
        for text in said.iter().chain([&host.answer.title]) {
            match host.locale {
                Locale::ZhHans => {
                    let words = text.split(|c: char| c != ' ' && !c.is_ascii_alphabetic());
                    let most = words.map(|part| part.split_whitespace().count()).max();
                    assert!(most <= Some(2), "{}: {text}", host.address);
                }
                Locale::En => {
                    let mut plain = without_brackets(text);
                    for word in OF_WECHAT {
                        plain = plain.replace(word, "");
                    }
                    let is_chinese =
                        |c| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}');
                    assert!(!plain.contains(is_chinese), "{}: {text}", host.address);
                }
            }
        }
    });
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            depth += i32::from(*c == '(');
            let is_out = depth == 0;
            depth -= i32::from(*c == ')');
            is_out
        })
        .collect()
}

#[test]
fn what_was_typed_is_text_and_nothing_else() {
    let attack = "<script>alert(1)</script>\"' onfocus=x";
    for subject_type in SubjectType::ALL {
        let mut application = complete(subject_type);
        for field in Field::ALL {
            application.fields.insert(field, attack.into());
        }
        for page in PAGES {
            let mut host = Host::with(Locale::En, &application, &format!("/a/x{page}"));
            for _ in 0..2 {
                let read = host.page();
                assert!(read.elements.iter().all(|it| it.name != "script"), "{page}");
                assert!(read.elements.iter().all(|it| it.get("onfocus").is_none()), "{page}");
                host.act("continue", "");
            }
        }
    }
}

#[test]
fn what_is_not_there_is_said_plainly() {
    for address in ["/nowhere", "/a/x/nowhere", "/a/x/photos/selfie"] {
        let host = Host::with(Locale::En, &complete(SubjectType::Enterprise), address);
        assert_eq!(host.answer.title, "No such page");
    }
    // An individual has no licence.
    let person = Application::new(SubjectType::Individual);
    for page in ["subject", "legal-person", "photos/licence"] {
        let host = Host::with(Locale::En, &person, &format!("/a/x/{page}"));
        assert_eq!(host.answer.title, "No such page");
    }
}

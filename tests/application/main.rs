//! The whole form: each subject type has an application that passes without a word, and
//! everything that can be found has one that shows it, at every place where it can be
//! found. All people, firms and numbers are made up, or are the standards' own examples.

mod codes;
mod fixtures;
mod forms;
#[path = "../support/numbers.rs"]
mod numbers;
mod sweep;
mod typed;

use std::collections::BTreeSet;

use renzheng::application::{
    Answer, Application, Field, FormIssue, Issue, Need, Report, SubjectType,
};
use renzheng::finding::Severity;
use renzheng::text::{Explain, Locale};
use renzheng::{identity, name};

use codes::Key;
use forms::{ENTERPRISE, changed, check, complete, requirements, resident_id};

/// The findings without what is only good to know.
fn faults(report: &Report) -> Vec<(&str, &'static str)> {
    report
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .map(|finding| (finding.path, finding.code()))
        .collect()
}

#[test]
fn every_subject_type_has_an_application_that_passes() {
    for subject_type in SubjectType::ALL {
        let mut application = complete(subject_type);
        // Said to everybody who gives the count or keeps the name, and no fault.
        application.fields.remove(&Field::NicknameRenamesLeft);
        application.fields.remove(&Field::NicknameCurrent);
        let report = check(&application);
        assert!(report.findings.is_empty(), "{subject_type:?}: {:?}", report.findings);
        assert!(report.ok && report.next.is_empty());
        assert_eq!(report.progress.done, report.progress.of);
        assert!(report.places.values().all(|answer| *answer == Answer::Fine));
        let json = serde_json::to_string(&application).unwrap();
        assert_eq!(serde_json::from_str::<Application>(&json).unwrap(), application);
    }
}

#[test]
fn every_type_is_known_by_its_name_and_by_wechats_number() {
    let numbers: BTreeSet<_> = SubjectType::ALL.map(SubjectType::customer_type).into();
    assert_eq!(numbers, BTreeSet::from([1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 14, 15]));
    for subject_type in SubjectType::ALL {
        assert_eq!(SubjectType::from_name(subject_type.as_str()), Some(subject_type));
        let requirements = requirements(subject_type);
        assert_eq!(requirements.subject_type, subject_type, "each type has its own rules");
        assert!(!requirements.fee.refundable && !requirements.source.is_empty());
        // Nobody is asked who pays nothing.
        let is_asked = requirements.fields.iter().any(|spec| spec.field == Field::PaymentPayer);
        assert_eq!(is_asked, 0 < requirements.fee.yuan);
    }
    let free: Vec<_> =
        SubjectType::ALL.into_iter().filter(|t| requirements(*t).fee.yuan == 0).collect();
    assert_eq!(free, [SubjectType::Government, SubjectType::NonProfit]);
}

#[test]
fn every_needed_place_is_missed_when_it_is_empty() {
    for subject_type in SubjectType::ALL {
        let report = check(&Application::new(subject_type));
        let missing: Vec<_> = report.findings.iter().map(|finding| finding.path).collect();
        let requirements = requirements(subject_type);
        for spec in requirements.fields.iter().filter(|spec| spec.need == Need::Always) {
            assert!(missing.contains(&spec.field.path()), "{:?}", spec.field);
        }
        for spec in requirements.materials.iter().filter(|spec| spec.need == Need::Always) {
            assert!(missing.contains(&spec.slot.path()), "{:?}", spec.slot);
        }
        assert_eq!(report.next, missing, "in the order of the form");
        assert_eq!((report.progress.done, usize::from(report.progress.of)), (0, missing.len()));
        assert!(report.places.values().all(|answer| *answer == Answer::Missing));
    }
}

/// The table against the fixtures, from both sides, in every subject type.
#[test]
fn everything_that_can_be_found_is_shown_at_its_place() {
    let (mut pairs, mut cases, mut of_any_type) = (0, 0, BTreeSet::new());
    for requirements in fixtures::types() {
        let subject_type = requirements.subject_type;
        let possible = codes::possible(&requirements);
        let mut shown: BTreeSet<Key> = BTreeSet::new();
        for (application, expected) in fixtures::of(&requirements) {
            // What the type cannot show is no case of it.
            if !possible.contains(&expected) {
                continue;
            }
            let report = check(&application);
            let found = report.findings.iter().find(|finding| codes::key(finding) == expected);
            let found = found.unwrap_or_else(|| {
                panic!("{subject_type:?}: {expected:?} is not in {:?}", faults(&report))
            });
            let answer = report.places[expected.0];
            match found.severity {
                Severity::Block => assert!(Answer::Wrong <= answer && !report.ok, "{expected:?}"),
                Severity::Warn => assert!(Answer::Doubtful <= answer, "{expected:?}"),
                Severity::Info => {}
            }
            shown.insert(expected);
            cases += 1;
        }
        let unshown: Vec<_> = possible.difference(&shown).collect();
        assert!(unshown.is_empty(), "{subject_type:?}: no fixture for {unshown:?}");
        pairs += possible.len();
        of_any_type.extend(possible);
    }
    for key in fixtures::named() {
        assert!(of_any_type.contains(&key), "no type can show {key:?}");
    }
    let mut said: BTreeSet<_> = of_any_type.iter().map(|(_, code, _)| *code).collect();
    println!("{pairs} findings of 12 types, {} of any; {cases} fixtures", of_any_type.len());
    for code in FormIssue::CODES {
        assert!(said.remove(code), "{code} is shown by nothing");
    }
    for code in identity::Issue::CODES {
        assert!(said.remove(code), "{code} is shown by nothing");
    }
    // Of names all but what WeChat alone can say, and what the form says in its own words.
    let of_wechat: Vec<_> = (0..100_000).filter_map(name::of_wechat).collect();
    for code in name::Issue::CODES {
        let is_answer = of_wechat.iter().any(|finding| finding.code() == *code);
        let is_of_the_form = matches!(*code, "name.missing" | "name.mode-missing");
        assert!(said.remove(code) || is_answer || is_of_the_form, "{code} is shown by nothing");
    }
    assert!(said.is_empty(), "{said:?}");
    for field in Field::ALL {
        assert_eq!(Field::from_name(field.path()), Some(field));
        // The present name is what it is; what it means is said at the new one.
        let is_shown = of_any_type.iter().any(|(path, ..)| *path == field.path());
        assert!(is_shown || field == Field::NicknameCurrent, "{field:?}");
    }
}

#[test]
fn everything_that_is_found_has_words_in_both_languages() {
    let mut said = 0;
    for requirements in fixtures::types() {
        for (application, _) in fixtures::of(&requirements) {
            for finding in check(&application).findings {
                let [zh, en] = Locale::ALL.map(|locale| finding.explain(locale));
                let place = (&finding.path, finding.code());
                assert!(zh.what.ends_with('。') && zh.fix.ends_with('。'), "{place:?}: {zh:?}");
                assert!(en.what.ends_with('.'), "{place:?}: {en:?}");
                assert!(en.fix.ends_with(['.', '?']), "{place:?}: {en:?}");
                let is_said = |text: &str| 2 < text.len() && !text.contains(['{', '}']);
                assert!([zh.what, zh.fix, en.what, en.fix].iter().all(|text| is_said(text)));
                said += 1;
            }
        }
    }
    println!("{said} findings explained twice");
}

#[test]
fn a_finding_survives_json_with_its_place() {
    for requirements in fixtures::types() {
        for (application, _) in fixtures::of(&requirements) {
            for finding in check(&application).findings {
                let json = serde_json::to_value(&finding).unwrap();
                assert_eq!(json["path"], finding.path);
                assert_eq!(json["code"], finding.code());
                let read = match &finding.issue {
                    Issue::Form(_) => serde_json::from_value(json).map(Issue::Form),
                    Issue::Number(_) => serde_json::from_value(json).map(Issue::Number),
                    Issue::Name(_) => serde_json::from_value(json).map(Issue::Name),
                    issue => panic!("{issue:?}"),
                };
                assert_eq!(read.unwrap(), finding.issue);
            }
        }
    }
}

#[test]
fn a_fault_is_found_at_its_place_and_says_what_to_do() {
    let twin = resident_id("19800101", "001");
    let report = check(&changed(ENTERPRISE, &[(Field::AdministratorIdNumber, &twin)]));
    assert_eq!(faults(&report), [("administrator.name", "form.same-number-other-name")]);
    assert_eq!(report.next, ["administrator.name"]);
    assert_eq!(
        report.findings[0].explain(Locale::ZhHans).what,
        "同一个证件号码，在这份申请里写了两个姓名。"
    );
    let json = serde_json::to_value(&report.findings[0]).unwrap();
    assert_eq!(json["severity"], "block");
    assert_eq!(json["other"], "legalPerson.name");
}

#[test]
fn an_application_never_prints_what_is_in_it() {
    let application = complete(ENTERPRISE);
    let printed = format!(
        "{application:?} {:?}",
        check(&changed(ENTERPRISE, &[(Field::AdministratorIdNumber, "123456")]))
    );
    for text in ["王五", "1101", "13123", "123456"] {
        assert!(!printed.contains(text), "{text}");
    }
}

//! The picture of the process: `docs/process.md` is made from the code.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use renzheng::process::{
    Act, EventKind, Limit, News, Notice, ProcessProfile, StateKind, Transition, transitions,
};
use renzheng::text::{Locale, Name, process_diagram};

use crate::support::{BRIEF, WECHAT};

const HEAD: &str = "\
<!-- Made from the code by `UPDATE=1 cargo test --test process`. Change the code, not this. -->

# 认证流程 · The process

[中文](#中文) · [English](#english)
";

const ZH: &str = "
## 中文

箭头是一次申请通常走的路。许多状态都有的去路只画一次，从“任何状态”出发；账号恢复正常后，回到“之前的状态”。
微信的答复可能迟到、重复、乱序或丢失，所以也可以跳过中间的状态；每个状态遇到每个事件的结果，都在 `tests/process/table.txt` 里。
";

const EN: &str = "
## English

The arrows are the ways that an application usually goes. What leads on from many states alike is drawn once, from “Any state”; when
an account is in order again, the application is in “The state before”. WeChat's answers can be late, repeated, out of order or lost, so states can be
skipped, too; `tests/process/table.txt` has what comes of every event in every state.
";

/// One table of the numbers, since they are the same in every language.
fn limits(page: &mut String, profile: &ProcessProfile, head: [&str; 3]) {
    writeln!(page, "\n| {} | {} | {} |\n|---|---|---|", head[0], head[1], head[2]).unwrap();
    let json = serde_json::to_value(profile).unwrap();
    for (name, value) in json.as_object().unwrap() {
        let Some(source) = value.get("source").and_then(|source| source.as_str()) else { continue };
        let numbers = value.get("values").or(value.get("value")).unwrap().to_string();
        writeln!(page, "| `{name}` | {} | {source} |", numbers.replace(',', ", ")).unwrap();
    }
    writeln!(page, "| `fee` | {} | {} |", profile.fee.as_str(), profile.fee_source).unwrap();
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    for (locale, intro, heads, columns) in [
        (
            Locale::ZhHans,
            ZH,
            ["微信的流程：审核前支付", "指南的流程：审核通过后支付"],
            ["规则", "数值", "来源"],
        ),
        (
            Locale::En,
            EN,
            [
                "WeChat's process: the fee is paid before the review",
                "The guide's process: the fee is paid after the review",
            ],
            ["rule", "value", "source"],
        ),
    ] {
        page.push_str(intro);
        for (profile, head) in [WECHAT, BRIEF].into_iter().zip(heads) {
            let id = profile.id.as_str();
            let diagram = process_diagram(profile, locale);
            write!(page, "\n### {head} (`{id}`)\n\n```mermaid\n{diagram}```\n").unwrap();
            limits(&mut page, profile, columns);
        }
    }
    page
}

#[test]
fn the_page_is_what_the_code_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/process.md");
    let page = page();
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/process.md is stale: UPDATE=1 cargo test --test process");
}

#[test]
fn every_number_has_a_source() {
    for profile in [WECHAT, BRIEF] {
        let json = serde_json::to_value(profile).unwrap();
        for (name, value) in json.as_object().unwrap() {
            let is_plain = matches!(name.as_str(), "id" | "fee" | "feeSource");
            let has_none = name == "uploads" && value.is_null();
            let source = value.get("source").and_then(|source| source.as_str()).unwrap_or_default();
            assert!(is_plain || has_none || 10 < source.len(), "{name}");
        }
        assert_eq!(profile.id.profile(), profile);
        assert_ne!(profile.uploads.map(|Limit { value, .. }| value), Some(0));
        assert!(!profile.reminder_days.values.is_empty());
        assert_eq!(profile.restriction_days.values[0], 0, "the end itself");
    }
}

#[test]
fn the_usual_ways_reach_every_state() {
    for profile in [WECHAT, BRIEF] {
        let ways: Vec<_> = transitions(profile).into_iter().filter(Transition::is_usual).collect();
        for kind in StateKind::ALL {
            assert!(ways.iter().any(|way| way.to == kind), "{kind:?}");
            assert!(ways.iter().any(|way| way.from == kind), "{kind:?}");
        }
    }
}

/// Mermaid reads a colon, a semicolon or a quote in a label as its own.
#[test]
fn labels_are_words_in_both_languages() {
    for locale in Locale::ALL {
        let states = StateKind::ALL.iter().map(|kind| kind.name(locale));
        let acts = Act::ALL.iter().map(|act| EventKind::Act(*act).name(locale));
        let news = News::ALL.iter().map(|news| EventKind::News(*news).name(locale));
        for label in states.chain(acts).chain(news) {
            let is_chinese = label.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(is_chinese, locale == Locale::ZhHans, "{label}");
            assert!(!label.contains([':', ';', '"', '/', '\n']), "{label}");
        }
        for notice in Notice::ALL {
            let end = if locale == Locale::En { '.' } else { '。' };
            assert!(notice.name(locale).ends_with(end), "{notice:?}");
        }
    }
}

#[test]
fn refusals_are_explained_word_for_word() {
    use renzheng::process::Refusal;
    use renzheng::text::Explain;

    let says = |refusal: Refusal, zh: &str, en: &str| {
        assert_eq!(refusal.explain(Locale::ZhHans).what, zh);
        assert_eq!(refusal.explain(Locale::En).what, en);
    };
    // 24:00 on 2026-03-02 in UTC+8.
    let midnight = 1_772_467_200_000;
    says(Refusal::NotNow, "现在不能进行这一步。", "This cannot be done at this point.");
    says(
        Refusal::UploadsUsedUp { most: 50 },
        "一次申请最多上传 50 张照片，次数已用完。",
        "At most 50 photos can be uploaded for one application; they are used up.",
    );
    says(
        Refusal::CorrectionsUsedUp { most: 3 },
        "一次申请最多修改重填 3 次，次数已用完。",
        "An application can be corrected 3 times; they are used up.",
    );
    says(
        Refusal::MaterialsExpired { at: midnight },
        "已上传的照片只能用到 2026-03-02。",
        "The uploaded photos could be used until 2026-03-02.",
    );
    says(
        Refusal::NotOverdue { until: midnight },
        "期限到 2026-03-02 为止，还没有过。",
        "There is time until the end of 2026-03-02.",
    );
    says(
        Refusal::TooEarly { from: midnight },
        "年审从 2026-03-03 开始。",
        "The renewal opens on 2026-03-03.",
    );
}

//! Every code of a name is shown by a fixture, said in both languages, and never by a crash.

use std::collections::BTreeSet;

use renzheng::finding::Severity;
use renzheng::name::{self, Authority, Finding, Issue, Mode, Profile, Query, Source};
use renzheng::text::{Explain, Locale, Name};

use super::{ANSWERS, check};

/// What is found in texts and given as answers: at least one of each code.
fn fixtures() -> Vec<Finding> {
    let new = Query::new;
    let queries = [
        new(""),
        new("禾"),
        new(LONG),
        new("青禾！"),
        new(" 青  禾 "),
        new("青禾小程序"),
        new("青禾微信"),
        new("中国第一青禾"),
        new("最佳青禾顶级"),
        new("健康"),
        new("青禾官方"),
        new("转发青禾震惊伟人"),
        new("青禾免费"),
        new("中国青禾国徽"),
        new("牙科"),
        new("四川系统门窗"),
        new("华为青禾"),
        new("青禾税务局"),
        Query { current: Some("云麓记"), ..new("青禾书屋") },
        Query { current: Some("青禾书屋"), renames_left: Some(2), ..new("青禾书屋") },
        Query { renames_left: Some(1), ..new("青禾书屋") },
        Query { renames_left: Some(0), mode: Some(Mode::Trademark), ..new("青禾书屋") },
        Query { mode: None, ..new("青禾书屋") },
        Query { short_name: Some("青"), introduction: Some("禾"), ..new("青禾书屋") },
        Query { short_name: Some("屋青禾"), introduction: Some(LONG), ..new("青禾书屋") },
    ];
    let found = queries.iter().flat_map(|query| check(query).findings);
    let answered = ANSWERS.iter().filter_map(|&(errcode, _)| name::of_wechat(errcode));
    found.chain(answered).collect()
}

/// Too long for a name, and with 64 Chinese characters for an introduction.
const LONG: &str = concat!(
    "青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋",
    "青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋青禾书屋"
);

#[test]
fn every_code_has_a_fixture() {
    let findings = fixtures();
    let shown: BTreeSet<_> = findings.iter().map(Finding::code).collect();
    assert_eq!(shown, Issue::CODES.iter().copied().collect());
}

#[test]
fn every_finding_has_its_words_in_both_languages() {
    for finding in fixtures() {
        let zh = finding.explain(Locale::ZhHans);
        let en = finding.explain(Locale::En);
        for (text, last) in [(&zh.what, '。'), (&zh.fix, '。'), (&en.what, '.'), (&en.fix, '.')] {
            assert!(text.ends_with(last), "{}: {text}", finding.code());
            assert!(!text.contains(last.to_string().repeat(2).as_str()), "{text}");
        }
        for text in [&zh.what, &en.what] {
            assert!(text.matches(['。']).count() <= 1, "one sentence: {text}");
        }
        assert!(en.what.starts_with(|c: char| c.is_ascii_uppercase() || c == '“'), "{}", en.what);
    }
}

#[test]
fn only_a_rule_of_the_office_or_its_answer_refuses() {
    for finding in fixtures() {
        if let (Severity::Block, Some(source)) = (finding.severity, finding.issue.source()) {
            assert_eq!(source.authority(), Authority::Rule, "{}", finding.code());
        }
    }
    for source in Source::ALL {
        let is_rule = source.authority() == Authority::Rule;
        assert_eq!(source.severity() == Severity::Block, is_rule, "{source:?}");
    }
}

#[test]
fn findings_survive_json_and_name_their_source() {
    for finding in fixtures() {
        let json = serde_json::to_value(&finding).unwrap();
        assert_eq!(json["code"], finding.code());
        let source = finding.issue.source().map(Source::as_str);
        assert_eq!(json.get("source").and_then(|source| source.as_str()), source);
        assert_eq!(serde_json::from_value::<Finding>(json).unwrap(), finding);
    }
    let checked = check(&Query { current: Some("云麓记"), ..Query::new("青禾") });
    let json = serde_json::to_value(&checked).unwrap();
    assert_eq!(json["effect"], serde_json::json!({ "from": "云麓记", "to": "青禾" }));
    assert_eq!((&json["ok"], &json["length"]), (&false.into(), &4.into()));
    assert_eq!(json["findings"][0]["severity"], "block");
}

/// The first finding of `code` says these words.
#[track_caller]
fn says(query: &Query, code: &str, zh: (&str, &str), en: (&str, &str)) {
    let findings = check(query).findings;
    let finding = findings.iter().find(|finding| finding.code() == code).expect(code);
    for (locale, (what, fix)) in [(Locale::ZhHans, zh), (Locale::En, en)] {
        let message = finding.explain(locale);
        assert_eq!((&*message.what, &*message.fix), (what, fix));
    }
}

#[test]
fn the_words_are_these() {
    says(
        &Query { current: Some("云麓记"), ..Query::new("青禾书屋") },
        "name.replaces",
        (
            "认证生效后，小程序名称将由“云麓记”改为“青禾书屋”。",
            "请逐字核对新名称；如果想保留原来的名称，请把认证名称填成和原来一样。",
        ),
        (
            "When the certification takes effect, the program’s name changes from “云麓记” to “青禾书屋”.",
            "Compare the new name character by character; to keep the present name, enter it as the name to be certified.",
        ),
    );
    says(
        &Query::new(&"禾".repeat(16)),
        "name.length",
        (
            "名称有 32 个字符，最多 30 个。",
            "名称要有 4 到 30 个字符：一个汉字算 2 个，字母、数字、空格和符号算 1 个。",
        ),
        (
            "The name counts 32; at most 30 are accepted.",
            "A name counts 4 to 30: a Chinese character counts 2; a letter, digit, space or symbol counts 1.",
        ),
    );
    says(
        &Query::new("青禾！书屋"),
        "name.character",
        (
            "第 3 个字“！”不能用在名称里。",
            "名称只能用汉字、数字、英文字母、空格和 - + & . 四种符号；请删去它，或换成可以用的字。",
        ),
        (
            "Character 3, “！”, cannot stand in a name.",
            "Names have Chinese characters, digits, Latin letters, spaces and the symbols - + & . only; delete it, or use one of those.",
        ),
    );
    says(
        &Query { renames_left: Some(0), ..Query::new("青禾书屋") },
        "name.renames-left",
        (
            "今年的 2 次改名机会已经用完。",
            "可以通过这次认证改名；认证通过后和每年 1 月 1 日，改名次数会重新计算。",
        ),
        (
            "This year’s 2 changes of the name are used up.",
            "This certification can change the name; the count starts anew when it passes, and on 1 January.",
        ),
    );
    assert_eq!(Mode::SelfChosen.name(Locale::ZhHans), "基于自选词汇命名");
    assert_eq!(Mode::Trademark.name(Locale::En), "Named by trademark");
}

/// A small generator of numbers (xorshift), so that a failure comes again.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Words that matter, pieces of them, what can be put between, and anything at all.
    fn text(&mut self) -> String {
        const PIECES: &[&str] = &[
            "微信",
            "微",
            "小程序",
            "程序",
            "腾讯",
            "国酒",
            "中国",
            "中国第一",
            "最佳",
            "官方",
            "税务局",
            "四川",
            "省",
            "系统门窗",
            "牙科",
            "地铁",
            "店",
            "健康",
            "京东",
            "北京东",
            "WeChat",
            "apple",
            "Ｗｅ",
            "青禾",
            "𠮷",
            " ",
            "　",
            "  ",
            "-",
            "+",
            "&",
            ".",
            "．",
            "\u{200b}",
            "\u{feff}",
            "\t",
            "🌾",
            "👨\u{200d}👩",
            "é",
            "e\u{301}",
            "！",
            "a",
            "Z",
            "0",
            "９",
        ];
        let length = self.below(12);
        let mut text = String::new();
        for _ in 0..length {
            if self.below(8) == 0 {
                let c = u32::try_from(self.below(0x11_0000)).unwrap();
                text.extend(char::from_u32(c));
            } else {
                text.push_str(self.of(PIECES));
            }
        }
        text
    }
}

#[test]
fn nothing_that_is_typed_crashes_or_contradicts_itself() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..200_000 {
        let (text, other, short) = (random.text(), random.text(), random.text());
        let query = Query {
            text: &text,
            current: random.of(&[None, Some(other.as_str()), Some(text.as_str())]),
            mode: random.of(&[None, Some(Mode::SelfChosen), Some(Mode::Trademark)]),
            renames_left: random.of(&[None, Some(0), Some(2), Some(255)]),
            acknowledged: random.of(&[None, Some(text.as_str()), Some(other.as_str())]),
            short_name: random.of(&[None, Some(short.as_str())]),
            introduction: random.of(&[None, Some(other.as_str())]),
            famous_marks: random.of(&[None, Some(&["青禾", "", "-"])]),
        };
        let checked = check(&query);
        let is_blocked = checked.findings.iter().any(|f| f.severity == Severity::Block);
        assert_eq!(checked.ok, !is_blocked, "{query:?}");
        assert!(checked.findings.is_sorted_by_key(|finding| finding.severity), "{query:?}");
        let again =
            name::check(&Query { text: &checked.normalized, ..query }, Profile::WECHAT_2026);
        assert_eq!(again.normalized, checked.normalized, "{query:?}");
        assert_eq!((again.length, again.ok), (checked.length, checked.ok), "{query:?}");
        assert_eq!(name::length(&text), checked.length, "{query:?}");
        let json = serde_json::to_value(&checked.findings).unwrap();
        let most = text.chars().count().max(short.chars().count());
        for finding in json.as_array().unwrap() {
            let position = finding.get("position").map_or(1, |at| at.as_u64().unwrap());
            assert!((1..=most.max(1)).contains(&usize::try_from(position).unwrap()), "{query:?}");
        }
        if round % 16 == 0 {
            for finding in &checked.findings {
                let said = Locale::ALL.map(|locale| finding.explain(locale).what);
                assert!(said.iter().all(|what| !what.is_empty()), "{query:?}");
            }
        }
    }
}

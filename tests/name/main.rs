//! Names: what is wrong with them, what they replace, and what WeChat answers. The brands
//! are invented, but for those that a rule or a list names.

mod sentences;

use renzheng::finding::Finding;
use renzheng::finding::Severity::{self, Block, Warn};
use renzheng::name::{self, Account, Checked, Issue, Mode, Profile, Query, Source};

fn check(query: &Query) -> Checked {
    name::check(query, Profile::WECHAT_2026)
}

fn codes(findings: &[name::Finding]) -> Vec<&'static str> {
    findings.iter().map(Finding::code).collect()
}

/// The codes and severities of a freely chosen name of which nothing else is known.
#[track_caller]
fn finds(text: &str, expected: &[(&str, Severity)]) {
    let checked = check(&Query::new(text));
    let found: Vec<_> = checked.findings.iter().map(|f| (f.code(), f.severity)).collect();
    assert_eq!(found, expected, "{text:?}");
    assert_eq!(checked.ok, found.iter().all(|&(_, s)| s != Severity::Block), "{text:?}");
}

#[test]
fn good_names_pass_without_a_word() {
    for text in [
        "青禾书屋",
        "云麓记",
        "木棉小筑",
        "栖迟茶铺",
        "北辰里花店",
        "拾光手作",
        "知夏 Kitchen",
        "Lumo Cafe",
        "七巷18号",
        "鹿鸣口腔",
        "溪山牙科",
        "澜舟健康",
        "小满裁缝",
        "禾木宠物医院",
        "南屿民宿",
        "阿蓝修车",
        "Nori & Mint",
        "半亩良田",
        "青石巷-旧书铺",
        "远帆A+英语",
        "星屿No.1咖啡",
        "成都青禾火锅",
        "最初的那杯",
        "国风雅集",
        "上海关爱之家",
        "北京东城老面馆",
        "𠮷野食堂",
        "爱国路十号",
        "广州地铁",
        "广州公积金",
        "杭州市社保服务",
    ] {
        finds(text, &[]);
    }
}

#[test]
fn lengths_are_counted_as_wechat_counts_them() {
    type Case<'a> = (&'a str, u16, &'a [(&'a str, Severity)]);
    let cases: [Case; 12] = [
        ("", 0, &[("name.missing", Block)]),
        ("\u{3000}\u{200b}", 0, &[("name.missing", Block)]),
        ("禾a", 3, &[("name.length", Block)]),
        ("青禾", 4, &[]),
        ("abc", 3, &[("name.length", Block)]),
        ("abcd", 4, &[]),
        ("ａｂｃ", 3, &[("name.length", Block)]),
        (&"禾".repeat(15), 30, &[]),
        (&format!("{}a", "禾".repeat(15)), 31, &[("name.length", Block)]),
        (&format!("{}a1", "禾".repeat(14)), 30, &[]),
        (&"a".repeat(30), 30, &[]),
        (&"a".repeat(31), 31, &[("name.length", Block)]),
    ];
    for (text, length, expected) in cases {
        assert_eq!((name::length(text), check(&Query::new(text)).length), (length, length));
        finds(text, expected);
    }
}

#[test]
fn a_name_is_read_as_people_type_it() {
    let cases = [
        ("青禾书屋", "青禾书屋"),
        ("Ｌｕｍｏ　１８＆", "Lumo 18&"),
        ("青禾\u{200d}书\u{feff}屋", "青禾书屋"),
        ("  青禾  书屋 ", "青禾 书屋"),
    ];
    for (text, expected) in cases {
        assert_eq!(check(&Query::new(text)).normalized, expected);
    }
}

#[test]
fn strange_characters_are_told_with_their_place() {
    let character =
        |position, found| Issue::Character { position, found, source: Source::BasicInfo };
    let cases: [(&str, &[Issue]); 8] = [
        ("青禾🌾书屋", &[character(3, '🌾')]),
        ("青禾！书屋！", &[character(3, '！')]),
        (" 青·禾_书屋", &[character(3, '·'), character(5, '_')]),
        ("Café青禾", &[character(4, 'é')]),
        ("みどり书屋", &[character(1, 'み'), character(2, 'ど'), character(3, 'り')]),
        ("青禾㍿书屋", &[character(3, '㍿')]),
        ("⼩程序", &[character(1, '⼩')]),
        (
            "αβγδεζη",
            &[
                character(1, 'α'),
                character(2, 'β'),
                character(3, 'γ'),
                character(4, 'δ'),
                character(5, 'ε'),
            ],
        ),
    ];
    for (text, expected) in cases {
        let checked = check(&Query::new(text));
        let found: Vec<_> = checked
            .findings
            .into_iter()
            .map(|finding| finding.issue)
            .filter(|issue| matches!(issue, Issue::Character { .. }))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

/// The word and where it is found, whatever is said of it.
fn words(query: &Query) -> Vec<(String, u16)> {
    let word = |issue| match issue {
        Issue::ForbiddenWord { word, position, .. }
        | Issue::RiskyWord { word, position, .. }
        | Issue::StateOrgan { word, position, .. }
        | Issue::FamousMark { word, position, .. } => Some((word, position)),
        _ => None,
    };
    check(query).findings.into_iter().filter_map(|finding| word(finding.issue)).collect()
}

#[test]
fn words_are_found_however_they_are_hidden_and_nowhere_else() {
    let cases: [(&str, &[(&str, u16)]); 29] = [
        ("青禾小程序", &[("小程序", 3)]),
        ("青禾小 程-序", &[("小程序", 3)]),
        (" 小\u{200b}程序青禾", &[("小程序", 2)]),
        ("微-信青禾", &[("微信", 1)]),
        ("青禾ＷＥ.ＣＨＡＴ", &[("WeChat", 3)]),
        ("tencent青禾腾讯", &[("Tencent", 1), ("腾讯", 10)]),
        ("微信微信", &[("微信", 1)]),
        ("微风信使", &[]),
        ("青禾小微信贷", &[]),
        ("中国第一酒", &[("中国第一", 1)]),
        ("中国青禾", &[("中国", 1)]),
        ("青禾中国", &[]),
        ("青禾国酒", &[("国酒", 3)]),
        ("中国酒青禾", &[("中国", 1)]),
        ("王国酒吧", &[]),
        ("最美青禾", &[("最美", 1)]),
        ("最火锅青禾", &[]),
        ("青禾官方店", &[("官方", 3)]),
        ("群里速看青禾", &[("速看", 3)]),
        ("我现在看书青禾", &[]),
        ("青禾税务局", &[("税务局", 3)]),
        ("内蒙古青禾", &[]),
        ("日本料理青禾", &[("日本", 1)]),
        ("青禾小红包子铺", &[]),
        ("华为青禾", &[("华为", 1)]),
        ("青禾中华为民", &[]),
        ("Apple青禾", &[("Apple", 1)]),
        ("Pineapple青禾", &[]),
        ("Apples青禾", &[]),
    ];
    for (text, expected) in cases {
        let found = words(&Query::new(text));
        let found: Vec<_> = found.iter().map(|(word, at)| (word.as_str(), *at)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn marks_can_be_set_and_a_certificate_clears_them() {
    let query =
        Query { famous_marks: Some(&["青禾", "Lumo"]), ..Query::new("青 禾 lumo 华为") };
    assert_eq!(words(&query), [("青禾".to_owned(), 1), ("Lumo".to_owned(), 5)]);
    for text in ["华为青禾", "牙科", "腾讯青禾"] {
        let query = Query { mode: Some(Mode::Trademark), ..Query::new(text) };
        assert!(check(&query).ok, "{text}");
        assert!(codes(&check(&query).findings).contains(&"name.proof-needed"), "{text}");
    }
    // No certificate helps against the one word that WeChat never takes.
    assert!(!check(&Query { mode: Some(Mode::Trademark), ..Query::new("青禾小程序") }).ok);
    assert!(name::famous_marks().any(|mark| mark == "支付宝"));
}

#[test]
fn generic_names_warn_and_services_of_the_public_hand_do_not() {
    let generic = &[("name.generic", Warn)];
    let of_a_region = &[("name.region-generic", Warn)];
    let cases: [(&str, &[(&str, Severity)]); 14] = [
        ("牙科", generic),
        ("牙-科 诊所", generic),
        ("笔记", generic),
        ("美食外卖平台", generic),
        ("健康养生", generic),
        ("成都", generic),
        ("地铁", generic),
        ("四川系统门窗", of_a_region),
        ("四川省系统门窗", of_a_region),
        ("系统门窗四川", of_a_region),
        ("重庆火锅店", of_a_region),
        ("健康", &[("name.risky-word", Warn)]),
        ("印象笔记", &[]),
        ("四川青禾系统门窗", &[]),
    ];
    for (text, expected) in cases {
        finds(text, expected);
    }
    let region = check(&Query::new("四川省 系统门窗")).findings.remove(0).issue;
    let (found, word) = ("四川省".to_owned(), "系统门窗".to_owned());
    let source = Source::NamingAdvice;
    assert_eq!(region, Issue::RegionGeneric { region: found, word, source });
}

#[test]
fn what_replaces_the_name_has_to_be_acknowledged() {
    type Case<'a> = (&'a str, Option<&'a str>, Option<&'a str>, &'a [&'a str]);
    let acknowledged = &["name.replaces"][..];
    let not_yet = &["name.not-acknowledged", "name.replaces"][..];
    let cases: [Case; 9] = [
        ("青禾书屋", None, None, &[]),
        ("青禾书屋", Some("  "), None, &[]),
        ("青禾书屋", Some("青禾书屋"), None, &["name.unchanged"]),
        (" 青禾书屋", Some("青禾书屋"), None, &["name.space", "name.unchanged"]),
        ("青禾书屋", Some("云麓记"), None, not_yet),
        ("青禾书屋", Some("云麓记"), Some("云麓记"), not_yet),
        ("青禾书屋", Some("云麓记"), Some("青禾书屋"), acknowledged),
        // Changed after it was acknowledged.
        ("青禾书店", Some("云麓记"), Some("青禾书屋"), not_yet),
        ("Ｌｕｍｏ", Some("云麓记"), Some("Lumo"), acknowledged),
    ];
    for (text, current, acknowledged, expected) in cases {
        let query = Query { current, acknowledged, ..Query::new(text) };
        let checked = check(&query);
        assert_eq!(codes(&checked.findings), expected, "{query:?}");
        let is_replaced = expected.contains(&"name.replaces");
        assert_eq!(checked.effect.is_some(), is_replaced, "{query:?}");
        if let Some(effect) = checked.effect {
            assert_eq!((effect.from.as_str(), effect.to), ("云麓记", checked.normalized));
        }
    }
    assert!(check(&Query { current: Some("云麓记"), ..Query::new("") }).effect.is_none());
}

#[test]
fn a_short_name_is_part_of_the_name_in_its_order() {
    let length = &["name.short-length"][..];
    let stray = &["name.short-not-part"][..];
    let cases: [(&str, &[&str]); 10] = [
        ("青禾", &[]),
        ("青禾社区", &[]),
        ("青禾书屋", &[]),
        ("ＢＯＯＫ", &[]),
        ("青", length),
        ("", length),
        ("青禾社区书屋", length),
        ("禾青", stray),
        ("青青", stray),
        ("book", stray),
    ];
    for (short, expected) in cases {
        let findings = name::check_short_name(short, "青禾社区书屋 BOOK", Profile::WECHAT_2026);
        assert_eq!(codes(&findings), expected, "{short}");
        let query = Query { short_name: Some(short), ..Query::new("青禾社区书屋 BOOK") };
        assert_eq!(codes(&check(&query).findings), expected, "{short}");
    }
}

#[test]
fn an_introduction_is_measured_and_doubtful_punctuation_warns() {
    let cases = [
        ("禾a".to_owned(), Some((3, Block))),
        ("青禾".to_owned(), None),
        ("禾".repeat(60), None),
        (format!(" {}\n", "禾".repeat(60)), None),
        ("禾".repeat(60) + "a", Some((121, Block))),
        ("禾".repeat(59) + "。", None),
        ("禾".repeat(59) + "，。", Some((122, Warn))),
        ("禾".repeat(59) + "，。！", Some((121, Block))),
    ];
    for (text, expected) in cases {
        let found = name::check_introduction(&text, Profile::WECHAT_2026);
        let found = found.first().map(|finding| match finding.issue {
            Issue::IntroductionLength { found, .. } => (found, finding.severity),
            _ => panic!("{finding:?}"),
        });
        assert_eq!(found, expected, "{text}");
    }
}

/// Every code that WeChat is known to answer about names, and one that it is not.
const ANSWERS: &[(i32, Option<&str>)] = &[
    (53010, Some("name.invalid-format")),
    (53011, Some("name.too-often")),
    (53012, Some("name.forbidden")),
    (53013, Some("name.taken")),
    (53014, Some("name.plus-rule")),
    (53015, Some("name.clashes-official-account")),
    (53016, Some("name.several-holders")),
    (53017, Some("name.plus-rule")),
    (53018, Some("name.is-wechat-id")),
    (53019, Some("name.protected")),
    (53200, Some("name.introduction-too-often")),
    (53201, Some("name.introduction-forbidden")),
    (85029, Some("name.taken")),
    (85030, Some("name.length")),
    (85031, Some("name.forbidden")),
    (85032, Some("name.complained")),
    (85033, Some("name.illegal")),
    (85034, Some("name.protected")),
    (85035, Some("name.same-subject-needed")),
    (85036, Some("name.introduction-forbidden")),
    (86011, Some("name.keyword")),
    (89630, Some("name.is-trademark")),
    (91002, Some("name.rename-by-certification")),
    (91004, Some("name.illegal")),
    (91005, Some("name.protected")),
    (91006, Some("name.is-wechat-id")),
    (91007, Some("name.taken")),
    (91008, Some("name.protected")),
    (91009, Some("name.material-needed")),
    (91013, Some("name.too-many-held")),
    (91014, Some("name.plus-rule")),
    (91015, Some("name.clashes-official-account")),
    (91016, Some("name.several-holders")),
    (91017, Some("name.plus-rule")),
    (91018, Some("name.rename-by-certification")),
    (91019, Some("name.under-review")),
    (40001, None),
    (0, None),
];

#[test]
fn the_answers_of_wechat_are_findings() {
    for &(errcode, expected) in ANSWERS {
        let finding = name::of_wechat(errcode);
        assert_eq!(finding.as_ref().map(Finding::code), expected, "{errcode}");
    }
    let days = |errcode| name::of_wechat(errcode).map(|finding| finding.issue);
    assert_eq!(days(91005), Some(Issue::Protected { days: Some(15) }));
    assert_eq!(days(91008), Some(Issue::Protected { days: Some(7) }));
    let account = Account::OfficialAccount;
    assert_eq!(days(53017), Some(Issue::PlusRule { account }));
}

#[test]
fn modes_have_wechats_numbers() {
    for (mode, code, text) in
        [(Mode::SelfChosen, 1, "self-chosen"), (Mode::Trademark, 2, "trademark")]
    {
        assert_eq!((mode.code(), mode.as_str(), Mode::from_name(text)), (code, text, Some(mode)));
        assert_eq!(serde_json::to_string(&mode).unwrap(), format!("\"{text}\""));
    }
}

//! The rules of ARCHITECTURE.md that a compiler does not hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What everything may name: how things are said as data, and how data is held.
const GROUND: &[&str] = &["date", "embedded", "finding", "list_map", "names"];

/// Which modules of the domain a module of the domain may name, besides itself and the ground.
/// Those above the domain may name all of it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("photo", &[]),
    ("identity", &[]),
    ("name", &["identity"]),
    ("application", &["identity", "name"]),
    ("process", &[]),
    ("wechat", &["application", "identity", "name", "process"]),
    ("reader", &["application", "identity", "photo"]),
    ("text", &["provider"]),
    ("wire", &[]),
    ("package", &[]),
    ("provider", &["package", "wire"]),
    ("journey", &["package", "provider", "text", "wire"]),
    ("cli", &["text"]),
    ("npm", &["text", "wire"]),
    ("worker", &["text", "wire", "journey", "provider"]),
    ("app", &["text", "wire"]),
];

/// Without text, browser or host; the ground beside it.
const DOMAIN: &[&str] =
    &["photo", "identity", "name", "application", "process", "wechat", "reader"];

fn is_domain(module: &str) -> bool {
    DOMAIN.contains(&module) || GROUND.contains(&module)
}

/// What the domain never touches: a browser, a clock, chance, a log, a disk.
const NOT_IN_THE_DOMAIN: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "leptos",
    "gloo",
    "std::time",
    "std::fs",
    "std::env",
    "println!",
    "dbg!",
    "rand::",
];

const MOST_LINES: usize = 400;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// `photo` for `src/photo/fit/mod.rs`, `lib` for `src/lib.rs`.
    fn module(&self) -> String {
        let inside = self.path.strip_prefix("src").unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
        first.trim_end_matches(".rs").to_owned()
    }

    /// Whether it is, or lies in, a module `tests` that its parent compiles for tests only.
    fn is_test_only(&self) -> bool {
        let is_tests = |path: &&Path| path.ends_with("tests") || path.ends_with("tests.rs");
        let Some(folder) = self.path.ancestors().find(is_tests) else {
            return false;
        };
        let parent = root().join(folder.with_file_name("mod.rs"));
        fs::read_to_string(parent).is_ok_and(|text| text.contains("#[cfg(test)]\nmod tests;"))
    }

    /// Without comments and without the tests at the end of the file.
    fn code(&self) -> String {
        if self.is_test_only() {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]").next().unwrap();
        code.lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let path = entry.unwrap().path();
            // What npm brings is not ours.
            if path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
            {
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { path: path.strip_prefix(root()).unwrap().into(), text });
            }
        }
    }
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

/// Names that stand behind `prefix`, as in `crate::photo`.
fn named_after<'a>(code: &'a str, prefix: &'a str) -> impl Iterator<Item = String> + 'a {
    code.split(prefix)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect())
}

#[test]
fn layers_look_down_only() {
    for source in files("src", &["rs"]) {
        let module = source.module();
        if matches!(module.as_str(), "lib" | "bin") {
            continue;
        }
        let is_ground = GROUND.contains(&module.as_str());
        let layer = MAY_IMPORT.iter().find(|(name, _)| *name == module);
        assert!(is_ground || layer.is_some(), "{} is in no layer", source.path.display());
        let allowed = layer.map_or(&[][..], |(_, allowed)| allowed);
        let code = source.code();
        assert!(!code.contains("crate::{"), "{}: one `use` for each module", source.path.display());
        for imported in named_after(&code, "crate::") {
            let imported = imported.as_str();
            assert!(
                imported == module
                    || GROUND.contains(&imported)
                    || allowed.contains(&imported)
                    || (!is_domain(&module) && DOMAIN.contains(&imported)),
                "{} imports {imported}",
                source.path.display()
            );
        }
    }
}

#[test]
fn the_domain_knows_no_browser_and_no_clock() {
    for source in files("src", &["rs"]) {
        let module = source.module();
        if is_domain(&module)
            || matches!(module.as_str(), "text" | "wire" | "package" | "provider" | "journey")
        {
            for word in NOT_IN_THE_DOMAIN {
                assert!(!source.code().contains(word), "{} says {word}", source.path.display());
            }
        }
    }
}

#[test]
fn an_entry_starts_one_host_and_does_nothing_else() {
    for source in files("src/bin", &["rs"]) {
        let code = source.code();
        assert_eq!(named_after(&code, "renzheng::").count(), 1, "{}", source.path.display());
        assert!(
            code.lines().filter(|line| !line.trim().is_empty()).count() <= 4,
            "{}",
            source.path.display()
        );
    }
}

#[test]
fn only_the_package_exports_to_javascript() {
    for source in files("src", &["rs"]).iter().filter(|source| source.module() != "npm") {
        assert!(!source.code().contains("#[wasm_bindgen"), "{}", source.path.display());
    }
}

#[test]
fn a_file_over_400_lines_gives_its_reason() {
    let folders =
        ["src", "tests", "examples", "style", "tools", "npm", "web", "benches", "fuzz/src"];
    for source in folders.iter().flat_map(|folder| files(folder, &["rs", "css", "js", "mjs", "ts"]))
    {
        if source.path.starts_with("npm/pkg") {
            continue;
        }
        let lines = source.text.lines().count();
        let has_reason = source.text.lines().take(8).any(|line| line.contains("long because"));
        assert!(lines <= MOST_LINES || has_reason, "{} has {lines} lines", source.path.display());
    }
}

#[test]
fn every_source_file_says_what_it_is_for() {
    for source in files("src", &["rs"]) {
        assert!(source.text.starts_with("//! "), "{}", source.path.display());
    }
}

#[test]
fn no_sentence_stands_outside_text() {
    for source in files("src", &["rs"]).iter().filter(|source| source.module() != "text") {
        for literal in literals(&source.code()) {
            let is_chinese = literal.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let is_sentence = literal.starts_with(|c: char| c.is_uppercase())
                && literal.contains(' ')
                && literal.ends_with(['.', '!', '?', '…']);
            assert!(!is_chinese && !is_sentence, "{}: {literal:?}", source.path.display());
        }
    }
}

/// The string literals of a piece of Rust, roughly: enough for words.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find('"') {
        // A quote as a character is no string.
        if rest[..start].ends_with('\'') || rest[..start].ends_with('\\') {
            rest = &rest[start + 1..];
            continue;
        }
        let body = &rest[start + 1..];
        let mut escaped = false;
        let end = body.find(|c| {
            let is_end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            is_end
        });
        let Some(end) = end else { break };
        found.push(body[..end].to_owned());
        rest = &body[end + 1..];
    }
    found
}

#[test]
fn the_code_map_is_the_tree() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let map = page.split("## Code map").nth(1).expect("a code map").split("\n## ").next().unwrap();
    let written: BTreeSet<String> = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.starts_with("src/") && *name != "src/")
        .map(|name| name.trim_end_matches('/').to_owned())
        .collect();
    let there: BTreeSet<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .chain(fs::read_dir(root().join("src/photo")).unwrap())
        .chain(fs::read_dir(root().join("src/app")).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("mod.rs"))
        .map(|path| path.strip_prefix(root()).unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(written, there);
}

#[test]
fn colors_are_named_in_one_file_and_blocks_have_components() {
    for source in files("style", &["css"]) {
        let is_tokens = source.path.ends_with("1-tokens.css");
        for line in source.text.lines() {
            assert!(!line.contains("!important"), "{}: {line}", source.path.display());
            let has_hex = line
                .split('#')
                .skip(1)
                .any(|rest| 3 <= rest.chars().take_while(char::is_ascii_hexdigit).count());
            assert!(is_tokens || !has_hex, "{}: {line}", source.path.display());
        }
    }
}

/// What moves stands where the page asks whether it may.
#[test]
fn nothing_moves_for_those_who_mind() {
    const ASKS: &str = "@media (prefers-reduced-motion: no-preference) {";
    let mut moving = 0;
    for source in files("style", &["css"]) {
        let mut parts = source.text.split(ASKS);
        let mut rest = parts.next().unwrap().to_owned();
        for part in parts {
            let mut depth = 1;
            let end = part.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            });
            let (inside, behind) = part.split_at(end.expect("an end of the block"));
            moving += inside.matches("transition:").count();
            rest.push_str(behind);
        }
        for line in rest.lines() {
            let is_still = !line.contains("transition") && !line.contains(" scroll-behavior");
            // Late, and at once: nothing moves.
            let is_late = line.contains("rz-appear 1ms") || !line.contains("animation:");
            assert!(is_still && is_late, "{}: {line}", source.path.display());
        }
    }
    assert!(0 < moving, "the rule is about something");
}

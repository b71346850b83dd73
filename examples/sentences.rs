//! Prints every sentence that findings have, as JSON for the documentation:
//! `{ "photo": [{ "code", "case", "zh-Hans": [what, fix], "en": [what, fix] }] }`.

use renzheng::text::{self, Locale};
use serde_json::{Map, Value, json};

fn main() {
    let areas = [
        ("photo", &text::PHOTO),
        ("number", &text::NUMBER),
        ("name", &text::NAME),
        ("form", &text::FORM),
        ("process", &text::PROCESS),
        ("wechat", &text::WECHAT),
        ("reader", &text::READER),
    ];
    let mut all = Map::new();
    for (name, area) in areas {
        let [chinese, english] = Locale::ALL.map(|locale| area.templates(locale));
        let rows: Vec<Value> = chinese
            .zip(english)
            .map(|((key, what, fix), (_, en_what, en_fix))| {
                let (code, case) = key.split_once(':').unwrap_or((key, ""));
                json!({ "code": code, "case": case, "zh-Hans": [what, fix], "en": [en_what, en_fix] })
            })
            .collect();
        all.insert(name.to_owned(), rows.into());
    }
    println!("{}", Value::from(all));
}

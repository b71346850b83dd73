//! The page of figures about reading. What people wrote below the line stays.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::Set;
use crate::figures::Figure;

const BY_HAND: &str = "<!-- What follows is kept by hand. -->";

/// The page anew; `before` is the page as it was.
pub fn page(sets: &[Set], before: &str) -> String {
    let mut text = String::from(
        "# Accuracy of reading\n\nWritten by `make read-accuracy`, which fails where a promise is broken or a figure \
         falls below its floor (`tests/data/reading-floors.json`).\nAll documents are invented. A line is exact where \
         what was read is what is printed, without spaces and punctuation; numbers and dates in full.\nIt is claimed \
         where it counts as read. Borderline photos, which a person reads with difficulty, are counted for themselves.\n",
    );
    for set in sets {
        write!(text, "\n## {} ({})\n\n{}", set.title, set.count, of_set(set)).unwrap();
    }
    let by_hand = before.split(BY_HAND).nth(1).unwrap_or("\n\n## Discussion\n\nNot written yet.\n");
    write!(text, "\n{BY_HAND}{by_hand}").unwrap();
    text
}

/// Both columns of a set as a table.
pub fn of_set(set: &Set) -> String {
    let mut text = String::from(
        "| | as it is | of | after it was made to fit | of |\n|---|---|---|---|---|\n",
    );
    let cell = |figure: Option<&Figure>| match figure {
        Some(figure) if 0 < figure.of => format!("{:.1} % | {}", figure.share() * 100.0, figure.of),
        _ => " | ".to_owned(),
    };
    for figure in &set.before {
        let fitted = set.after.iter().find(|fitted| fitted.name == figure.name);
        let title = &figure.title;
        writeln!(text, "| {title} | {} | {} |", cell(Some(figure)), cell(fitted)).unwrap();
    }
    text
}

/// What was found, a little rounded down, as floors.
pub fn floors(set: &Set) -> Value {
    let mut floors = json!({});
    for (prefix, figures) in [("", &set.before), ("fitted-", &set.after)] {
        // Of what does not occur in the set there is nothing to fall.
        for figure in figures.iter().filter(|figure| figure.of != 0 && figure.has_floor()) {
            let floor = (figure.share() * 1_000.0).floor() / 1_000.0;
            floors[format!("{prefix}{}", figure.name)] = json!(floor);
        }
    }
    floors
}

//! What is promised of reading, as shares.

use serde_json::Value;

use crate::outcome::{Legibility, Outcome, Said};
use crate::truth::Class;

/// So many of so many, and which were not.
pub struct Figure {
    /// Its name in the file of floors.
    pub name: String,
    pub title: String,
    pub good: usize,
    pub of: usize,
    pub others: Vec<String>,
}

/// Sorts of lines: how they are named, and what is promised of those on photos that can be read.
pub const CLASSES: [(Class, &str, &str, f64); 5] = [
    (Class::IdNumber, "id-number", "ID number", 1.0),
    (Class::CreditCode, "credit-code", "Credit code", 0.98),
    (Class::Date, "date", "Date", 0.98),
    (Class::Other, "other", "Other line that must be there", 0.95),
    (Class::Whole, "whole", "All lines of a value that has several, and nothing else", 0.95),
];
/// Of fields that nobody can read so many may be claimed to have been read.
const MOST_CLAIMED: f64 = 0.02;
/// By so much the fitted photo may be read worse.
const MOST_LOST: f64 = 0.01;

impl Figure {
    fn of<'a>(
        name: impl Into<String>,
        title: impl Into<String>,
        among: impl Iterator<Item = (&'a str, bool)>,
    ) -> Self {
        let (mut good, mut of, mut others) = (0, 0, Vec::new());
        for (path, is_good) in among {
            of += 1;
            if is_good { good += 1 } else { others.push(path.to_owned()) }
        }
        Self { name: name.into(), title: title.into(), good, of, others }
    }

    pub fn share(&self) -> f64 {
        if self.of == 0 { 1.0 } else { self.good as f64 / self.of as f64 }
    }

    /// Whether it has a floor. Of what the check refuses it is told how much can be read, and no more:
    /// neither much nor little of that is better.
    pub fn has_floor(&self) -> bool {
        !self.name.starts_with("refused-")
    }
}

fn named<'a>(is_good: impl Fn(&Said) -> bool) -> impl Fn(&'a Said) -> (&'a str, bool) {
    move |line| (line.name.as_str(), is_good(line))
}

/// The figures of a set. Borderline photos are counted for themselves.
pub fn figures(outcomes: &[Outcome]) -> Vec<Figure> {
    let of = |legibility: Legibility| outcomes.iter().filter(move |o| o.legibility == legibility);
    let scored = || outcomes.iter().filter(|o| o.legibility != Legibility::Borderline);
    let exact = |line: &Said| line.is_exact;
    let claimed = |line: &Said| line.is_claimed;
    let mut figures = Vec::new();
    for (class, name, title, _) in CLASSES {
        let legible = || {
            let lines = of(Legibility::Legible).flat_map(|outcome| &outcome.lines);
            lines.filter(move |line| line.class == class)
        };
        let all = scored().flat_map(|outcome| &outcome.lines);
        let right = all.filter(move |line| line.class == class && line.is_claimed);
        figures.extend([
            Figure::of(
                format!("{name}-exact"),
                format!("{title}: exact"),
                legible().map(named(exact)),
            ),
            Figure::of(
                format!("{name}-claimed"),
                format!("{title}: claimed to be read"),
                legible().map(named(claimed)),
            ),
            Figure::of(
                format!("{name}-right"),
                format!("{title}: right where claimed, legible or not"),
                right.map(named(exact)),
            ),
        ]);
    }
    // Each line once.
    let is_line = |line: &&Said| line.class != Class::Whole;
    let illegible = || {
        let lines = scored().flat_map(|outcome| &outcome.lines).filter(is_line);
        lines.filter(|line| line.is_illegible)
    };
    let doubtful = || of(Legibility::Borderline).flat_map(|outcome| &outcome.lines).filter(is_line);
    figures.extend([
        Figure::of(
            "illegible-unclaimed",
            "A line that nobody can read is not claimed",
            illegible().map(named(|line| !line.is_claimed)),
        ),
        Figure::of(
            "illegible-not-wrong",
            "The same, where one that is claimed and right all the same counts as good",
            illegible().map(named(|line| !line.is_claimed || line.is_exact)),
        ),
        Figure::of(
            "photo-illegible",
            "A photo that nobody can read is not readable",
            of(Legibility::Illegible).map(|o| (o.path.as_str(), !o.is_readable)),
        ),
        Figure::of(
            "photo-legible",
            "A photo that can be read is readable",
            of(Legibility::Legible).map(|o| (o.path.as_str(), o.is_readable)),
        ),
        Figure::of(
            "passed-illegible",
            "A photo that nobody can read and that the check lets pass is not readable",
            of(Legibility::Illegible)
                .filter(|o| !o.is_refused)
                .map(|o| (o.path.as_str(), !o.is_readable)),
        ),
        Figure::of(
            "passed-legible",
            "A photo that can be sent and that the check lets pass is readable",
            scored()
                .filter(|o| !o.is_to_be_retaken && !o.is_refused)
                .map(|o| (o.path.as_str(), o.is_readable)),
        ),
        Figure::of(
            "refused-wrongly",
            "A photo that can be sent and that the check refuses is readable",
            scored()
                .filter(|o| !o.is_to_be_retaken && o.is_refused)
                .map(|o| (o.path.as_str(), o.is_readable)),
        ),
        Figure::of(
            "refused-rightly",
            "A photo that must be taken again and that the check refuses is not readable",
            scored()
                .filter(|o| o.is_to_be_retaken && o.is_refused)
                .map(|o| (o.path.as_str(), !o.is_readable)),
        ),
        Figure::of(
            "borderline-exact",
            "Borderline photo: line exact",
            doubtful().map(named(exact)),
        ),
        Figure::of(
            "borderline-right",
            "Borderline photo: right where claimed",
            doubtful().filter(|line| line.is_claimed).map(named(exact)),
        ),
    ]);
    figures
}

/// Numbers that are claimed and wrong: one that passes its check is worse than none.
pub fn wrong_numbers(figures: &[Figure]) -> Vec<String> {
    let is_right = |figure: &&Figure| {
        let is_number = |class| matches!(class, Class::IdNumber | Class::CreditCode);
        CLASSES.iter().any(|row| is_number(row.0) && figure.name == format!("{}-right", row.1))
    };
    let others = figures.iter().filter(is_right).flat_map(|figure| &figure.others);
    others.map(|name| format!("{name}: a wrong number")).collect()
}

/// The promises that a set does not keep.
pub fn broken(before: &[Figure], after: &[Figure]) -> Vec<String> {
    let share = |figures: &[Figure], name: &str| {
        figures.iter().find(|figure| figure.name == name).map_or(1.0, Figure::share)
    };
    let mut broken = Vec::new();
    // Of whole values nothing is promised beside their lines: they have floors.
    for (_, name, title, least) in CLASSES.into_iter().filter(|row| row.0 != Class::Whole) {
        let exact = format!("{name}-exact");
        let (was, is) = (share(before, &exact), share(after, &exact));
        if was < least {
            broken.push(format!("{title}: {was:.3} is below {least}"));
        }
        if !after.is_empty() && is + MOST_LOST < was {
            broken.push(format!("{title}: {was:.3} became {is:.3} by fitting"));
        }
    }
    let claimed = 1.0 - share(before, "illegible-unclaimed");
    if MOST_CLAIMED < claimed {
        broken.push(format!("lines that nobody can read: {claimed:.3} are claimed"));
    }
    broken
}

/// Figures below their floors, which are by name; one without a floor has fallen as well, and one
/// with a floor of which nothing is left to measure.
pub fn fallen(figures: &[Figure], prefix: &str, floors: &Value) -> Vec<String> {
    let fell = |figure: &Figure| {
        let name = format!("{prefix}{}", figure.name);
        match floors[&name].as_f64() {
            None if figure.of == 0 => None,
            Some(_) if figure.of == 0 => Some(format!("{name}: there was none to measure")),
            Some(floor) if floor <= figure.share() => None,
            Some(floor) => Some(format!("{name}: {:.3} is below {floor}", figure.share())),
            None => Some(format!("{name} has no floor")),
        }
    };
    figures.iter().filter(|figure| figure.has_floor()).filter_map(fell).collect()
}

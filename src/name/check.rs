//! The check: one function a rule, in the order in which an applicant would deal with them.

use super::generic;
use super::issue::{Finding, Issue, Proof};
use super::profile::{Exception, Profile, RiskyPlace};
use super::query::{Checked, Effect, Mode, Query};
use super::typed::{Typed, is_chinese, width};
use super::words::{self, Folded, Look, Word};
use crate::finding::{Coded, Severity, is_ok, sort_by};

/// Checks a name as it was typed, and says what will happen to the program's name.
///
/// # Example
///
/// ```
/// use renzheng::name::{self, Profile, Query};
///
/// let query = Query { current: Some("青禾书店"), ..Query::new("青禾书屋") };
/// let checked = name::check(&query, Profile::WECHAT_2026);
/// assert_eq!(checked.effect.unwrap().to, "青禾书屋");
/// // Nobody has said yes to that yet.
/// assert_eq!(checked.findings[0].code(), "name.not-acknowledged");
///
/// let query = Query { acknowledged: Some("青禾书屋"), ..query };
/// assert!(name::check(&query, Profile::WECHAT_2026).ok);
/// ```
pub fn check(query: &Query, profile: &Profile) -> Checked {
    let typed = Typed::read(query.text);
    let name = Folded::of(&typed);
    let normalized = typed.to_string();
    let current = query.current.map(Typed::read).filter(|current| !current.is_empty());
    let effect = current
        .map(|current| Effect { from: current.to_string(), to: normalized.clone() })
        .filter(|effect| !typed.is_empty() && effect.from != effect.to);
    let subject = Subject { query, typed, name, effect };
    let mut findings: Vec<Finding> =
        RULES.iter().flat_map(|rule| rule(&subject, profile)).collect();
    sort_by(&mut findings, |finding| finding.severity);
    Checked {
        ok: is_ok(&findings),
        normalized,
        length: subject.typed.length(),
        findings,
        effect: subject.effect,
    }
}

/// Checks the short form (简称) of a name: part of the name, in its order.
///
/// Characters may be left out between others: 「按顺序截取字符」 does not say that they may not.
///
/// # Example
///
/// ```
/// use renzheng::name::{self, Profile};
///
/// let check = |short| name::check_short_name(short, "青禾社区书屋", Profile::WECHAT_2026);
/// assert!(check("青禾书屋").is_empty());
/// assert_eq!(check("书屋青禾")[0].code(), "name.short-not-part");
/// ```
pub fn check_short_name(short: &str, name: &str, profile: &Profile) -> Vec<Finding> {
    let short = Typed::read(short);
    let name = Typed::read(name);
    let mut findings = Vec::new();
    let (bounds, found) = (profile.short_name, short.length());
    if !bounds.hold(found) {
        let (least, most, source) = (bounds.least, bounds.most, bounds.source);
        findings.push(Issue::ShortLength { found, least, most, source }.with(source.severity()));
    }
    let mut rest = name.glyphs.iter();
    let stray = short.glyphs.iter().find(|wanted| !rest.any(|glyph| glyph.read == wanted.read));
    if let Some(stray) = stray {
        let (position, found, source) = (stray.position, stray.typed, bounds.source);
        findings.push(Issue::ShortNotPart { position, found, source }.with(source.severity()));
    }
    findings
}

/// Checks the length of an introduction (介绍). What it says is for the office to judge.
///
/// The rule counts Chinese characters as 2 and says nothing of Chinese punctuation. Where
/// the text is too long only if that counts 2 as well, it is a warning.
pub fn check_introduction(text: &str, profile: &Profile) -> Vec<Finding> {
    let bounds = profile.introduction;
    let seen = || text.trim().chars().filter(|&c| !super::typed::is_invisible(c));
    let count = |wide: fn(char) -> usize| super::typed::saturated(seen().map(wide).sum());
    let found = count(|c| usize::from(width(c)));
    let at_most = count(|c| if c.is_ascii() { 1 } else { 2 });
    let (least, most, source) = (bounds.least, bounds.most, bounds.source);
    let (found, severity) = match found {
        found if !bounds.hold(found) => (found, source.severity()),
        _ if bounds.most < at_most => (at_most, Severity::Warn),
        _ => return Vec::new(),
    };
    vec![Issue::IntroductionLength { found, least, most, source }.with(severity)]
}

/// A name that is being judged.
pub(super) struct Subject<'a> {
    pub(super) query: &'a Query<'a>,
    pub(super) typed: Typed,
    pub(super) name: Folded,
    effect: Option<Effect>,
}

impl Subject<'_> {
    pub(super) fn is_trademark(&self) -> bool {
        self.query.mode == Some(Mode::Trademark)
    }
}

type Rule = fn(&Subject, &Profile) -> Vec<Finding>;

const RULES: &[Rule] = &[
    length,
    characters,
    spaces,
    forbidden_words,
    state_organs,
    risky_words,
    generic::generic,
    famous_marks,
    mode,
    effect,
    renames,
    short_name,
    introduction,
];

/// How many strange characters are told of a name.
const MOST_CHARACTERS: usize = 5;

fn length(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    if subject.typed.is_empty() {
        return vec![Issue::Missing.with(Severity::Block)];
    }
    let (bounds, found) = (profile.name, subject.typed.length());
    if bounds.hold(found) {
        return Vec::new();
    }
    let (least, most, source) = (bounds.least, bounds.most, bounds.source);
    vec![Issue::Length { found: Some(found), least, most, source }.with(source.severity())]
}

fn characters(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let source = profile.alphabet_source;
    let is_allowed = |c: char| {
        c.is_ascii_alphanumeric() || c == ' ' || is_chinese(c) || profile.symbols.contains(&c)
    };
    let mut told = Vec::new();
    for glyph in subject.typed.glyphs.iter().filter(|glyph| !is_allowed(glyph.read)) {
        if told.len() == MOST_CHARACTERS {
            break;
        }
        if told.iter().all(|&(_, found)| found != glyph.typed) {
            told.push((glyph.position, glyph.typed));
        }
    }
    told.into_iter()
        .map(|(position, found)| {
            Issue::Character { position, found, source }.with(source.severity())
        })
        .collect()
}

fn spaces(subject: &Subject, _: &Profile) -> Vec<Finding> {
    let space = |&(place, position)| Issue::Space { position, place }.with(Severity::Warn);
    // A name of nothing but spaces is missing.
    if subject.typed.is_empty() {
        return Vec::new();
    }
    subject.typed.spaces.iter().map(space).collect()
}

fn forbidden_words(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let in_section = |forbidden: &super::profile::Forbidden| {
        let source = forbidden.source;
        let severity = match forbidden.exception {
            Exception::Trademark if subject.is_trademark() => Severity::Warn,
            Exception::Trademark | Exception::None => source.severity(),
        };
        let hits = subject.name.find(anywhere(forbidden.section));
        hits.into_iter()
            .map(move |hit| {
                let (word, position) = (hit.word.text.clone(), hit.position);
                Issue::ForbiddenWord { word, position, source }.with(severity)
            })
            .collect::<Vec<_>>()
    };
    profile.forbidden.iter().flat_map(in_section).collect()
}

fn state_organs(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let source = profile.organ_source;
    let hits = subject.name.find(anywhere("organ"));
    hits.into_iter()
        .map(|hit| {
            let (word, position) = (hit.word.text.clone(), hit.position);
            Issue::StateOrgan { word, position, source }.with(source.severity())
        })
        .collect()
}

/// All sections at once, so that a word in a longer one of another section is told once.
fn risky_words(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let words = || {
        profile.risky.iter().flat_map(|risky| {
            let look = match risky.place {
                RiskyPlace::Anywhere => Look::Anywhere,
                RiskyPlace::Start => Look::Start,
            };
            words::section(risky.section).iter().map(move |word| (word, look, risky))
        })
    };
    let hits = subject.name.find(words().map(|(word, look, _)| (word, look)));
    hits.into_iter()
        .filter_map(|hit| {
            let (.., risky) = words().find(|(word, ..)| std::ptr::eq(*word, hit.word))?;
            let (word, position) = (hit.word.text.clone(), hit.position);
            let (reason, source) = (risky.reason, risky.source);
            let issue = Issue::RiskyWord { word, position, reason, source };
            Some(issue.with(source.severity()))
        })
        .collect()
}

fn famous_marks(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let source = profile.mark_source;
    let severity = if subject.is_trademark() { Severity::Info } else { source.severity() };
    let tell = |words: &[Word]| {
        let hits = subject.name.find(words.iter().map(|word| (word, Look::Whole)));
        hits.into_iter()
            .map(|hit| {
                let (word, position) = (hit.word.text.clone(), hit.position);
                Issue::FamousMark { word, position, source }.with(severity)
            })
            .collect()
    };
    match subject.query.famous_marks {
        Some(marks) => tell(&marks.iter().copied().map(Word::new).collect::<Vec<_>>()),
        None => tell(words::section("mark")),
    }
}

fn mode(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let finding = match subject.query.mode {
        Some(Mode::SelfChosen) => return Vec::new(),
        Some(Mode::Trademark) => {
            let (proof, source) = (Proof::TrademarkCertificate, profile.proof_source);
            Issue::ProofNeeded { proof, source }.with(Severity::Info)
        }
        None => {
            let source = profile.mode_source;
            Issue::ModeMissing { source }.with(source.severity())
        }
    };
    vec![finding]
}

fn effect(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let source = profile.effect_source;
    let Some(Effect { from, to }) = subject.effect.clone() else {
        let is_known = subject.query.current.is_some_and(|name| !Typed::read(name).is_empty());
        let stays = is_known && !subject.typed.is_empty();
        return stays.then(|| Issue::Unchanged.with(Severity::Info)).into_iter().collect();
    };
    let acknowledged = subject.query.acknowledged.map(|name| Typed::read(name).to_string());
    let is_acknowledged = acknowledged.as_ref() == Some(&to);
    let replaces = Issue::Replaces { from: from.clone(), to: to.clone(), source };
    let mut findings = vec![replaces.with(Severity::Info)];
    if !is_acknowledged {
        findings.push(Issue::NotAcknowledged { from, to, source }.with(source.severity()));
    }
    findings
}

fn renames(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let (a_year, source) = (profile.renames_a_year, profile.renames_source);
    let left = subject.query.renames_left;
    left.map(|left| Issue::RenamesLeft { left, a_year, source }.with(Severity::Info))
        .into_iter()
        .collect()
}

fn short_name(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let short = subject.query.short_name;
    short.map_or_else(Vec::new, |short| check_short_name(short, subject.query.text, profile))
}

fn introduction(subject: &Subject, profile: &Profile) -> Vec<Finding> {
    let text = subject.query.introduction;
    text.map_or_else(Vec::new, |text| check_introduction(text, profile))
}

fn anywhere(section: &str) -> impl Iterator<Item = (&'static Word, Look)> {
    words::section(section).iter().map(|word| (word, Look::Anywhere))
}

//! E-mail address: RFC 5321 and 5322 without quotes, comments and literals, which no
//! form of an office takes.

use super::issue::{Allowed, EmailProblem, Finding, Issue};
use super::kind::NumberKind;
use super::number::{Number, characters, number_type, present};
use super::typed::{is_invisible, narrow};
use crate::date::Date;
use crate::finding::{Coded, Severity};

/// RFC 5321, 4.5.3.1: 64 before the `@`, 254 in all.
const MOST_NAME: usize = 64;
const MOST_ALL: usize = 254;

/// Where most mailboxes of Chinese applicants are; chosen by us. Names that are one
/// slip away from these are asked about.
const WELL_KNOWN: [&str; 22] = [
    "qq.com",
    "163.com",
    "126.com",
    "139.com",
    "189.cn",
    "gmail.com",
    "foxmail.com",
    "vip.qq.com",
    "outlook.com",
    "hotmail.com",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "aliyun.com",
    "yeah.net",
    "icloud.com",
    "live.com",
    "live.cn",
    "msn.com",
    "yahoo.com",
    "wo.cn",
    "tom.com",
];

number_type! {
    /// An e-mail address that could be one.
    Email
}

impl Email {
    fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

/// The same address at the well-known domain that was probably meant.
pub(super) fn suggest(normalized: &str) -> Vec<String> {
    let Some((name, domain)) = normalized.split_once('@') else { return Vec::new() };
    meant(domain).map(|meant| format!("{name}@{meant}")).into_iter().collect()
}

/// Slips of `.com` that end no domain: the root zone of the DNS has none of them (IANA,
/// data.iana.org/TLD/tlds-alpha-by-domain.txt).
const NO_ENDINGS: [&str; 7] = [".con", ".cmo", ".ocm", ".vom", ".xom", ".comm", ".coom"];

/// The well-known domain that is one slip away, or the ending that there is.
fn meant(domain: &str) -> Option<String> {
    if WELL_KNOWN.contains(&domain) || 64 < domain.len() {
        return None;
    }
    let near = WELL_KNOWN
        .iter()
        // Short names have other short names as neighbors.
        .filter(|known| 6 <= known.len())
        .find(|known| strsim::osa_distance(domain, known) == 1);
    if let Some(near) = near {
        return Some((*near).to_owned());
    }
    let host = NO_ENDINGS.iter().find_map(|ending| domain.strip_suffix(ending))?;
    Some([host, ".com"].concat())
}

impl Number for Email {
    const KIND: NumberKind = NumberKind::Email;

    /// Hyphens and the case of the name stay; the domain is written small.
    fn normalize(text: &str) -> String {
        let address: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !is_invisible(*c))
            // The full stop of Chinese keyboards, and the middle one.
            .map(|c| if matches!(c, '\u{3002}' | '\u{ff61}') { '.' } else { narrow(c) })
            .collect();
        match address.split_once('@') {
            Some((name, domain)) => format!("{name}@{}", domain.to_ascii_lowercase()),
            None => address,
        }
    }

    fn validate(normalized: &str) -> Result<(), Issue> {
        use EmailProblem as Problem;
        present(Self::KIND, normalized)?;
        let problem = |problem| Err(Issue::EmailPart { problem });
        let Some((name, domain)) = normalized.split_once('@') else {
            return problem(Problem::NoAt);
        };
        if domain.bytes().any(|byte| byte == b'@') {
            return problem(Problem::SeveralAt);
        }
        if name.is_empty() {
            return problem(Problem::NoName);
        }
        if domain.is_empty() {
            return problem(Problem::NoDomain);
        }
        if MOST_NAME < name.len() || MOST_ALL < normalized.len() {
            return problem(Problem::TooLong);
        }
        characters(Self::KIND, name, |_| Allowed::Email)?;
        let at = u16::try_from(name.chars().count() + 1).unwrap_or(u16::MAX);
        if let Some(i) = domain.chars().position(|c| !is_in_domains(c)) {
            let position = at.saturating_add(u16::try_from(i + 1).unwrap_or(u16::MAX));
            return Err(Issue::Character { kind: Self::KIND, position, allowed: Allowed::Email });
        }
        let has_empty = |text: &str| text.split('.').any(str::is_empty);
        if has_empty(name) || has_empty(domain) {
            return problem(Problem::Dots);
        }
        match domain.rsplit_once('.') {
            Some((_, ending))
                if 2 <= ending.chars().count() && !ending.bytes().all(|c| c.is_ascii_digit()) =>
            {
                Ok(())
            }
            _ => problem(Problem::NoEnding),
        }
    }

    fn wrap(validated: String) -> Self {
        Self(validated)
    }

    fn doubts(&self, _today: Date) -> Vec<Finding> {
        if let Some(meant) = meant(self.domain()) {
            return vec![Issue::EmailDomain { meant }.with(Severity::Warn)];
        }
        // Mailboxes with other letters exist, but few systems write to them.
        if self.0.is_ascii() {
            return Vec::new();
        }
        vec![Issue::Unusual { kind: Self::KIND }.with(Severity::Warn)]
    }
}

fn is_in_domains(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.') || (!c.is_ascii() && c.is_alphanumeric())
}

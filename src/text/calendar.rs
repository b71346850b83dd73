//! Deadlines as a calendar file: iCalendar, RFC 5545. The crates that write such files bring
//! time zones, random ids or a tree of properties along; this is what seven of them need.

use super::{Locale, Name, UiText};
use crate::process::{Millis, State};

const HOUR: Millis = 60 * 60 * 1_000;

/// What is to come of a process as iCalendar text, one event for each deadline: the hour
/// before it, with an alarm a day and another two hours ahead. The same state always gives
/// the same text, so that a calendar that is given it again changes its events.
///
/// # Example
///
/// ```
/// use renzheng::process::{ProcessProfile, State};
/// use renzheng::text::{Locale, calendar};
///
/// let text = calendar(&State::new(ProcessProfile::WECHAT_2026), Locale::En);
/// assert!(text.starts_with("BEGIN:VCALENDAR\r\n"));
/// ```
pub fn calendar(state: &State, locale: Locale) -> String {
    let UiText { product, .. } = locale.ui();
    let mut text = String::new();
    line(&mut text, "BEGIN:VCALENDAR", "");
    line(&mut text, "VERSION:2.0", "");
    line(&mut text, "PRODID:-//renzheng//renzheng//", locale.tag());
    // Of no moment: what has not been seen to be over is to come.
    for item in state.due(Millis::MIN).next {
        let start = stamp(item.at.saturating_sub(HOUR));
        let mut summary = escaped(product);
        summary.push_str(locale.pick(["：", ": "]));
        summary.push_str(&escaped(item.what.name(locale)));
        if let Some(name) = &state.record().name_to {
            summary.push_str(locale.pick(["（", " ("]));
            summary.push_str(&escaped(name.as_str()));
            summary.push_str(locale.pick(["）", ")"]));
        }
        line(&mut text, "BEGIN:VEVENT", "");
        line(&mut text, "UID:", &uid(item.what.as_str(), item.at));
        line(&mut text, "DTSTAMP:", &start);
        line(&mut text, "DTSTART:", &start);
        line(&mut text, "DTEND:", &stamp(item.at));
        line(&mut text, "SUMMARY:", &summary);
        for trigger in ["-P1D", "-PT2H"] {
            line(&mut text, "BEGIN:VALARM", "");
            line(&mut text, "ACTION:DISPLAY", "");
            line(&mut text, "DESCRIPTION:", &summary);
            line(&mut text, "TRIGGER:", trigger);
            line(&mut text, "END:VALARM", "");
        }
        line(&mut text, "END:VEVENT", "");
    }
    line(&mut text, "END:VCALENDAR", "");
    text
}

fn uid(what: &str, at: Millis) -> String {
    let mut uid = what.to_owned();
    uid.push('-');
    uid.push_str(&at.to_string());
    uid.push_str("@renzheng");
    uid
}

/// A moment in UTC: `20261125T160000Z`.
fn stamp(at: Millis) -> String {
    const UTC_8: Millis = 8 * HOUR;
    let day = crate::date::Date::of_millis(at.saturating_sub(UTC_8)).to_string();
    let seconds = at.rem_euclid(24 * HOUR) / 1_000;
    let mut stamp: String = day.chars().filter(char::is_ascii_digit).collect();
    stamp.push('T');
    for part in [seconds / 3_600, seconds / 60 % 60, seconds % 60] {
        stamp.push_str(if part < 10 { "0" } else { "" });
        stamp.push_str(&part.to_string());
    }
    stamp.push('Z');
    stamp
}

/// Text as a value (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line of at most 75 bytes, continued on others that start with a space (section 3.1).
fn line(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain(value.chars()) {
        if 75 < length + c.len_utf8() {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::{Event, ProcessProfile};

    #[test]
    fn every_deadline_is_an_event() {
        let profile = ProcessProfile::WECHAT_2026;
        let name = "青石小筑，青石小筑；青石小筑青石小筑青石";
        let complete = Event::Complete { from: None, to: Some(name.into()), yuan: 300 };
        let now = 1_790_179_200_000; // 2026-09-23T16:00:00Z
        let ready = State::new(profile).on(complete, now, profile).unwrap().state;
        let sent = ready.on(Event::Submit, now, profile).unwrap().state;
        let text = calendar(&sent, Locale::ZhHans);
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert_eq!(
            lines[3..8],
            [
                "BEGIN:VEVENT",
                "UID:authorization-1790265600000@renzheng",
                "DTSTAMP:20260924T150000Z",
                "DTSTART:20260924T150000Z",
                "DTEND:20260924T160000Z",
            ]
        );
        assert!(lines[8].starts_with("SUMMARY:认证助手：") && lines[8].contains(name));
        let count = |what: &str| lines.iter().filter(|line| **line == what).count();
        assert_eq!(count("BEGIN:VEVENT"), sent.due(now).next.len());
        assert_eq!(count("BEGIN:VALARM"), 2 * count("BEGIN:VEVENT"));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(calendar(&sent, Locale::ZhHans), text);
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r"), "a\\,b\\;c\\\\d\\ne");
    }
}

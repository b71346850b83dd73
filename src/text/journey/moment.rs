//! Moments and how long it is until then, as people say them. What the office counts is in
//! Beijing's time, and so is what is said here.

use super::phrases;
use crate::date::Date;
use crate::process::Millis;
use crate::text::Locale;

const MINUTE: Millis = 60_000;
const HOUR: Millis = 60 * MINUTE;
const DAY: Millis = 24 * HOUR;
const UTC_8: Millis = 8 * HOUR;

phrases! {
    BEIJING: "（北京时间）" " (Beijing time)"
    year_month_day(y, m, d): "{y}年{m}月{d}日" "{d} {m} {y}"
    at_time(day, time): "{day} {time}" "{day}, {time}"
    days_hours(d, h): "{d} 天 {h} 小时" "{d} and {h}"
    hours_minutes(h, m): "{h} 小时 {m} 分钟" "{h} and {m}"
    days(n): "{n} 天" "{n} days"
    hours(n): "{n} 小时" "{n} hours"
    minutes(n): "{n} 分钟" "{n} minutes"
    ONE_DAY: "1 天" "1 day"
    ONE_HOUR: "1 小时" "1 hour"
    ONE_MINUTE: "1 分钟" "1 minute"
    left(time): "还有 {time}" "{time} left"
    past(time): "已过 {time}" "{time} ago"
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day: `2026年11月27日`, `27 November 2026`.
pub fn day(locale: Locale, day: Date) -> String {
    let text = day.to_string();
    let mut numbers = text.split('-').map(|number| number.trim_start_matches('0'));
    let mut next = || numbers.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    let month = match locale {
        Locale::ZhHans => month,
        Locale::En => {
            let number = month.parse::<usize>().unwrap_or(1);
            MONTHS.get(number.saturating_sub(1)).copied().unwrap_or_default()
        }
    };
    year_month_day(locale, &year, &month, &day)
}

/// The day of a moment.
pub fn day_of(locale: Locale, at: Millis) -> String {
    day(locale, Date::of_millis(at))
}

/// A moment with its time. What ends with a day is said as 24:00 of it.
pub fn moment(locale: Locale, at: Millis) -> String {
    let minutes = at.saturating_add(UTC_8).rem_euclid(DAY) / MINUTE;
    let text = if minutes == 0 {
        at_time(locale, &day_of(locale, at.saturating_sub(1)), &"24:00")
    } else {
        let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
        at_time(locale, &day_of(locale, at), &time)
    };
    text + locale.say(BEIJING)
}

/// How long something takes, to the hour, and to the minute within the last day.
pub fn length(locale: Locale, millis: Millis) -> String {
    let minutes = millis.max(0) / MINUTE;
    let (d, h, m) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let unit = |number: Millis, one, many: fn(Locale, &dyn std::fmt::Display) -> String| {
        if number == 1 { locale.say(one).to_owned() } else { many(locale, &number) }
    };
    let (day, hour, minute) =
        (unit(d, ONE_DAY, days), unit(h, ONE_HOUR, hours), unit(m, ONE_MINUTE, minutes_text));
    match (locale, d, h, m) {
        (_, 0, 0, _) => minute,
        (_, 0, _, 0) => hour,
        (Locale::ZhHans, 0, ..) => hours_minutes(locale, &h, &m),
        (Locale::En, 0, ..) => hours_minutes(locale, &hour, &minute),
        // Of a long time nobody counts hours.
        (_, _, 0, _) | (_, 7.., ..) => day,
        (Locale::ZhHans, ..) => days_hours(locale, &d, &h),
        (Locale::En, ..) => days_hours(locale, &day, &hour),
    }
}

fn minutes_text(locale: Locale, n: &dyn std::fmt::Display) -> String {
    minutes(locale, n)
}

/// How long it is until then, or how long ago it was.
pub fn countdown(locale: Locale, at: Millis, now: Millis) -> String {
    if now < at {
        left(locale, &length(locale, at - now))
    } else {
        past(locale, &length(locale, now - at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_said_in_both_languages() {
        let midnight = 1_790_179_200_000; // 2026-09-24 00:00 in Beijing
        let noon = midnight + 12 * HOUR + 5 * MINUTE;
        assert_eq!(moment(Locale::ZhHans, noon), "2026年9月24日 12:05（北京时间）");
        assert_eq!(moment(Locale::En, noon), "24 September 2026, 12:05 (Beijing time)");
        assert_eq!(moment(Locale::ZhHans, midnight), "2026年9月23日 24:00（北京时间）");
    }

    #[test]
    fn countdowns_are_as_exact_as_one_wants_them() {
        for (millis, zh, en) in [
            (30 * DAY + HOUR, "还有 30 天", "30 days left"),
            (DAY + 3 * HOUR, "还有 1 天 3 小时", "1 day and 3 hours left"),
            (DAY, "还有 1 天", "1 day left"),
            (23 * HOUR + 59 * MINUTE, "还有 23 小时 59 分钟", "23 hours and 59 minutes left"),
            (HOUR, "还有 1 小时", "1 hour left"),
            (30_000, "还有 0 分钟", "0 minutes left"),
            (-2 * DAY, "已过 2 天", "2 days ago"),
        ] {
            assert_eq!(countdown(Locale::ZhHans, millis, 0), zh);
            assert_eq!(countdown(Locale::En, millis, 0), en);
        }
    }
}

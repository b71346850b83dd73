//! The time, which the core never asks for itself.

use js_sys::Date;

/// Now, in Unix milliseconds.
pub fn now() -> u64 {
    // A whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = Date::now() as u64;
    now
}

/// A moment as the wall clock shows it: `15:20`, with the date unless it is today's.
pub fn local_time(moment: u64) -> String {
    #[expect(clippy::cast_precision_loss)]
    let date = Date::new(&(moment as f64).into());
    let today = Date::new_0();
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    let day = |date: &Date| (date.get_full_year(), date.get_month() + 1, date.get_date());
    if day(&date) == day(&today) {
        return time;
    }
    let (year, month, date) = day(&date);
    format!("{year}-{month:02}-{date:02} {time}")
}

/// A name that no other tab gives: the time and some randomness.
pub fn unique_name() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let random = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    format!("{:x}-{random:08x}", now())
}

//! The time, which the core never asks for itself.

use js_sys::Date;

/// Now, in Unix milliseconds.
pub fn now() -> u64 {
    // A whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = Date::now() as u64;
    now
}

/// A moment as the wall clock shows it: `2026-11-24 15:20`.
pub fn local_time(moment: u64) -> String {
    let date = date(moment);
    format!("{} {:02}:{:02}", local_date(moment), date.get_hours(), date.get_minutes())
}

/// The day of a moment as the calendar on the wall shows it: `2026-11-24`.
pub fn local_date(moment: u64) -> String {
    let date = date(moment);
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Minutes by which clocks here are ahead of UTC.
pub fn utc_offset() -> f64 {
    -Date::new_0().get_timezone_offset()
}

fn date(moment: u64) -> Date {
    #[expect(clippy::cast_precision_loss)]
    let moment = moment as f64;
    Date::new(&moment.into())
}

/// Some number.
pub fn random_u16() -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let random = (js_sys::Math::random() * 65_536.0) as u16;
    random
}

/// A name that no other tab gives: the time and some randomness.
pub fn unique_name() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let random = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    format!("{:x}-{random:08x}", now())
}

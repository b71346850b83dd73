//! The page on which the administrator agrees: as a code to scan, as a link, and as text.

use maud::{Markup, html};

use crate::journey::blocks::{self, Tone};
use crate::journey::qr;
use crate::text::Locale;
use crate::text::journey::status as words;

/// Whatever a server gives, only a page can be opened or scanned; anything else is text.
pub(super) fn section(l: Locale, url: &str) -> Markup {
    let code = qr::code(url, l.say(words::AUTH_QR));
    let text = html! { span .rz-copy__text { (url) } };
    html! {
        section {
            h2 { (l.say(words::AUTH_TITLE)) }
            @if is_page(url) {
                p { (l.say(words::AUTH_WHO)) }
                @if let Some(code) = code { p { (code) } p { (l.say(words::AUTH_PHONE)) } }
                (blocks::actions(&html! {
                    a .rz-button .rz-button--primary href=(url) target="_blank"
                        rel="noopener noreferrer" { (l.say(words::AUTH_LINK)) }
                }))
                p { (text) " " (blocks::copy(l, url, l.say(words::AUTH_COPIED))) }
            } @else {
                (blocks::notice(Tone::Warn, &html! {
                    (blocks::p(l, words::AUTH_NO_PAGE))
                    p { (text) }
                }))
            }
        }
    }
}

/// Whether it is the address of a page, with nothing before its host that looks like another's.
fn is_page(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':');
    let is_of_url = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    !host.is_empty() && host.bytes().all(is_of_host) && rest.bytes().all(is_of_url)
}

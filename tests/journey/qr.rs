//! The page on which the administrator agrees: what is drawn is read back by another program.

use renzheng::application::SubjectType;
use renzheng::process::{Event, News, ProcessProfile, Told};
use renzheng::text::Locale;
use renzheng::wire::snapshot::path;

use crate::desk::Desk;
use crate::forms::complete;

/// The page of the progress while that address is open.
fn status(locale: Locale, auth_url: &str) -> String {
    let mut desk = Desk::ready(locale, &complete(SubjectType::Enterprise), 300);
    desk.act("package", "submitted", "");
    desk.minutes(1);
    let now = i64::try_from(desk.now).unwrap();
    let auth_url = Some(auth_url.into());
    let told = Told { at: Some(now), auth_url, ..Told::new(News::TaskCreated) };
    let profile = ProcessProfile::WECHAT_2026;
    let step = desk.state().on(Event::Told(told), now, profile).unwrap();
    desk.put(path::PROCESS, &step.state);
    desk.show("status").html
}

/// What a camera reads from the drawing, at four pixels a module.
fn scanned(html: &str) -> String {
    const SCALE: usize = 4;
    let svg = html.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    let attribute =
        |name: &str| svg.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap();
    let side: usize = attribute("viewBox").rsplit(' ').next().unwrap().parse().unwrap();
    let light = format!("<rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"");
    assert!(svg.contains(&light), "light in every theme: {svg}");
    let mut is_dark = vec![false; side * side];
    for run in attribute("d").split('M').skip(1) {
        let (at, length) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let length: usize = length.split('v').next().unwrap().parse().unwrap();
        let from = y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap();
        is_dark[from..from + length].fill(true);
    }
    let quiet = 4;
    for (i, _) in is_dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let inside = quiet..side - quiet;
        assert!(inside.contains(&(i % side)) && inside.contains(&(i / side)), "a quiet zone");
    }
    let pixel = |x: usize, y: usize| if is_dark[y / SCALE * side + x / SCALE] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_code_says_the_address_and_stands_beside_link_and_text() {
    let long = format!("https://mp.weixin.qq.com/wxawap/auth?a=1&ticket={}", "Zz09_-".repeat(80));
    for url in ["https://mp.weixin.qq.com/x", "https://mp.weixin.qq.com:443/a/b?c=d&e=%E4#f", &long]
    {
        for (locale, who) in
            [(Locale::ZhHans, "管理员本人"), (Locale::En, "administrator in person")]
        {
            let html = status(locale, url);
            assert_eq!(scanned(&html), url);
            let escaped = url.replace('&', "&amp;");
            assert!(html.contains(&format!(" href=\"{escaped}\"")), "{html}");
            assert!(html.contains(&format!(">{escaped}</span>")), "{html}");
            assert!(html.contains(&format!("data-copy=\"{escaped}\"")), "{html}");
            assert!(html.contains("role=\"img\" aria-label=\""), "{html}");
            assert!(html.contains(who), "{html}");
        }
    }
}

#[test]
fn what_is_no_page_is_text_and_nothing_to_press_or_scan() {
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "http://mp.weixin.qq.com/x",
        "data:text/html,x",
        "weixin://dl/business",
        "//mp.weixin.qq.com/x",
        "https://",
        "https://mp.weixin.qq.com@example.com/x",
        "https://mp.weixin.qq.com/x\" onclick=\"y",
        "https://mp.weixin.qq.com/<b>x</b>",
        "https://mp.weixin.qq.com/ x",
        "https://mp.weixin.qq.com\\@example.com",
    ] {
        let html = status(Locale::En, url);
        assert!(html.contains("not that of a page"), "{url}: {html}");
        assert!(
            !html.contains("<svg")
                && !html.contains("data-copy")
                && !html.contains("target=\"_blank\""),
            "{url}: {html}"
        );
        let links = html.split(" href=\"").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]);
        assert!(links.clone().all(|href| href.starts_with('#')), "{url}: {html}");
        assert!(!html.contains("<b>x") && !html.contains(" onclick=\"y"), "escaped: {html}");
    }
}

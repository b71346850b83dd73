//! A QR code as a picture that is part of the page, so that nobody else is asked to draw it.

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules on each side, by ISO/IEC 18004.
const QUIET: i32 = 4;

/// The code of a text; none where the text is too long for one. It is dark on light in every
/// theme: few cameras read the opposite.
pub fn code(text: &str, name: &str) -> Option<Markup> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    let view_box = ["0 0 ", &side.to_string(), " ", &side.to_string()].concat();
    // Whole pixels for each module, as far as the narrowest phone has room.
    let width = side * (264 / side).max(1);
    Some(html! {
        svg viewBox=(view_box) width=(width) height=(width) role="img" aria-label=(name)
            focusable="false" shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(dark(&code)) {}
        }
    })
}

/// Each run of dark modules as a box.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if 0 < run {
                let (left, top, run) = (x + QUIET, y + QUIET, run.to_string());
                let parts =
                    ["M", &left.to_string(), " ", &top.to_string(), "h", &run, "v1h-", &run, "z"];
                for part in parts {
                    path.push_str(part);
                }
            }
            x += run + 1;
        }
    }
    path
}

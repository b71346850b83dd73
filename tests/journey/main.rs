//! The pages of an application: what is shown, and what comes of each button.

#[path = "../application/forms.rs"]
#[allow(dead_code)] // The tests of the form need more of it.
mod forms;
mod host;
mod package;
mod rehearsal;
mod sending;

use renzheng::journey::{Request, turn};
use renzheng::text::Locale;

#[test]
fn what_is_not_there_is_said_plainly() {
    for address in ["/nowhere", "/a/x", "/a/x/subject"] {
        let request = Request { address: address.into(), locale: Locale::En, ..Request::default() };
        let answer = turn(&request);
        assert_eq!(answer.title, "No such page");
        assert!(answer.html.starts_with("<h1 tabindex=\"-1\">No such page</h1>"));
    }
}

//! What must hold for any bytes at all: one function for each way in.
//!
//! Each takes bytes and panics where something does not hold. libFuzzer calls them with what it
//! invents (`fuzz_targets/`), `tests/fuzz_corpus.rs` with what is kept in `corpus/` and `found/`.

mod memory;
mod names;
mod numbers;
mod photo;
mod provider;
mod snapshot;
mod wechat;

pub use memory::within;

/// A function, and what is true of it.
pub struct Target {
    /// As its file in `fuzz_targets/` and its folders of inputs are called.
    pub name: &'static str,
    /// What it does with bytes.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 9] = [
    Target { name: "inspect", run: photo::inspect },
    Target { name: "decode", run: photo::decode },
    Target { name: "judge", run: photo::judge },
    Target { name: "fit", run: photo::fit },
    Target { name: "numbers", run: numbers::run },
    Target { name: "names", run: names::run },
    Target { name: "snapshot", run: snapshot::run },
    Target { name: "provider", run: provider::run },
    Target { name: "wechat", run: wechat::run },
];

/// Runs the target of that name.
///
/// # Panics
///
/// Where there is none, and where something does not hold.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.unwrap_or_else(|| panic!("no target {name}")).run)(bytes);
}

/// Both languages have words for what is said, with nothing left to be filled in.
fn has_words(said: &impl renzheng::text::Explain) {
    for locale in renzheng::text::Locale::ALL {
        let message = said.explain(locale);
        assert!(!message.what.is_empty() && !message.fix.is_empty(), "nothing is said");
    }
}

/// The text of bytes; what is no UTF-8 is replaced.
fn text_of(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

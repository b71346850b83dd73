//! The words of the page: one struct, so that a missing one does not compile.

/// Labels and sentences of the page in one language.
#[derive(Debug)]
#[allow(missing_docs)] // The names say where each stands; the values say what.
pub struct UiText {
    pub product: &'static str,
    pub tagline: &'static str,
}

//! Bytes as text and back, by the browser's own `btoa` and `atob`: a crate for it would
//! be a hundredth of the page.

/// Bytes in Base64.
pub fn encode(bytes: &[u8]) -> String {
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    // Fails for no text whose characters are bytes.
    web_sys::window().and_then(|window| window.btoa(&binary).ok()).unwrap_or_default()
}

/// The bytes of a text, if it is Base64.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let binary = web_sys::window()?.atob(text).ok()?;
    binary.chars().map(|byte| u8::try_from(byte).ok()).collect()
}

//! The page.

/// Starts it.
pub fn start() {
    leptos::mount::mount_to_body(|| ());
}

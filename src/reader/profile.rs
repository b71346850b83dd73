//! What reading goes by, as data: sizes, and when something counts as read.

/// At what size a page is looked for lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The long side in pixels.
    pub page: u16,
}

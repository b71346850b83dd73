//! How a button looks. The element is the caller's: a `button`, a link that
//! downloads, or the label of a file input.

/// The weight of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What most will do next: one per view.
    Primary,
    /// As good a choice.
    Secondary,
    /// There if needed.
    Quiet,
    /// Takes something away for good.
    Danger,
}

impl Look {
    /// The classes of the element.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Primary => "rz-button rz-button--primary",
            Self::Secondary => "rz-button rz-button--secondary",
            Self::Quiet => "rz-button rz-button--quiet",
            Self::Danger => "rz-button rz-button--danger",
        }
    }
}

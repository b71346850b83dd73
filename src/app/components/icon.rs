//! Small drawings, all our own.

use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// All is well.
    Check,
    /// Have a look.
    Warn,
    /// No.
    Cross,
    /// Good to know.
    Info,
    /// Take a photo.
    Camera,
    /// A picture.
    Picture,
    /// It stays here.
    Shield,
    /// Bring it to the device's files.
    Download,
    /// Larger.
    Zoom,
}

impl Symbol {
    /// Strokes on a square of 24.
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Warn => "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.1",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Info => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 11v6M12 7.4v.1",
            Self::Camera => {
                "M3 8h4l2-3h6l2 3h4v11H3zM12 9.5a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2z"
            }
            Self::Picture => "M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6M15.5 8.5v.1",
            Self::Shield => {
                "M12 3l8 3v6c0 4.5-3.2 7.7-8 9-4.8-1.3-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5"
            }
            Self::Download => "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
            Self::Zoom => {
                "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6"
            }
        }
    }
}

/// A drawing in the color and size of the text around it.
///
/// Accessibility: hidden from screen readers; the words beside it say the same.
#[component]
pub fn Icon(symbol: Symbol) -> impl IntoView {
    view! {
        <svg class="rz-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=symbol.path()/>
        </svg>
    }
}

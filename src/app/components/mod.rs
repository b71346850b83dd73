//! What pages are made of. A component is a function of its props; of the context
//! it takes the language only.

// Props are owned: a component outlives its caller.
#![allow(clippy::needless_pass_by_value)]

mod button;
mod chosen_list;
mod confirm_dialog;
mod file_drop;
mod finding_list;
mod footer;
mod header;
mod icon;
mod kind_picker;
mod language_switch;
mod live_region;
mod photo_card;
mod photo_dialog;
mod preview;
mod queue_bar;
mod result;
mod skip_link;
mod storage_status;
mod undo_bar;
mod verdict;

pub use button::Look;
pub use chosen_list::{ChosenList, ChosenPhoto};
pub use confirm_dialog::ConfirmDialog;
pub use file_drop::FileDrop;
pub use finding_list::FindingList;
pub use footer::Footer;
pub use header::Header;
pub use icon::{Icon, Symbol};
pub use kind_picker::{KindPicker, KindSelect};
pub use language_switch::LanguageSwitch;
pub use live_region::LiveRegion;
pub use photo_card::{CardActions, PhotoCard};
pub use photo_dialog::{LargePhoto, PhotoDialog};
pub use preview::{Mark, Preview, Side};
pub use queue_bar::QueueBar;
pub use result::PhotoResult;
pub use skip_link::SkipLink;
pub use storage_status::{StorageStatus, warnings};
pub use undo_bar::UndoBar;
pub use verdict::VerdictBanner;

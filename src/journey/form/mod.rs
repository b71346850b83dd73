//! The pages that ask for fields, made from what the subject type is asked for.

mod help;
mod input;
mod layout;
mod page;

pub(super) use input::{kept, masked, shown};
pub(super) use layout::{effect, layout};
pub(super) use page::{STATEMENT, editable, editable_photos, page, reasons, reopen};

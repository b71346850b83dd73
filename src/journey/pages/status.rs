//! Not there yet.

use super::not_found;
use crate::journey::draft::Draft;
use crate::journey::turn::{Answer, Turn};

pub(super) fn page(turn: &Turn, _draft: &mut Draft) -> Answer {
    not_found::page(turn)
}

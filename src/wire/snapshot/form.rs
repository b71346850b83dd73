//! The form in a snapshot's parts.

use super::object::Object;
use super::{Parts, Snapshot, path};
use crate::application::{Application, Field, Slot, SubjectType};
use crate::process::StateKind;

impl Snapshot {
    /// The form, from the choice of a subject type on.
    pub fn application(&self) -> Option<Application> {
        let parts = self.open_parts()?;
        let subject_type = read::<SubjectType>(parts, path::SUBJECT_TYPE)?;
        let mut application = Application::new(subject_type);
        for field in Field::ALL {
            if let Some(text) = read(parts, field.path()) {
                application.fields.insert(field, text);
            }
        }
        let slots = Slot::ALL.into_iter();
        application.materials =
            slots.filter_map(|slot| read::<Vec<_>>(parts, slot.path())).flatten().collect();
        application.refused = read(parts, path::REFUSED).unwrap_or_default();
        Some(application)
    }

    /// How far the process is, by name, and until when something has to happen, in Unix
    /// milliseconds. The whole state would bring the machine along.
    pub fn stage(&self) -> Option<(StateKind, Option<u64>)> {
        let state = Object::read(self.process()?)?;
        let until = state.get::<Object>("until").and_then(|until| until.number("at"));
        Some((StateKind::from_name(&state.text("state")?)?, until))
    }

    /// Whether it is a rehearsal.
    pub fn is_rehearsal(&self) -> bool {
        self.lasting.get(path::REHEARSAL) == Some("true")
    }
}

fn read<T: serde::de::DeserializeOwned>(parts: &Parts, path: &str) -> Option<T> {
    serde_json::from_str(parts.get(path)?).ok()
}

//! The form in a snapshot's parts.

use super::{Parts, Snapshot, path};
use crate::application::{Application, Field, Slot, SubjectType};

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
        Some(application)
    }
}

fn read<T: serde::de::DeserializeOwned>(parts: &Parts, path: &str) -> Option<T> {
    serde_json::from_str(parts.get(path)?).ok()
}

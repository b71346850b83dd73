//! What must never be lost, and what must go.

mod joining;
mod keeping;

use serde_json::value::RawValue;

use super::memory::Memory;
use super::retention::KEPT_MS;
use super::shelf::{NotSaved, Opened, PHOTO, Shelf, Texts};
use super::{Draft, place};
use crate::app::browser::storage::StorageError;
use crate::application::{Application, Field, SubjectType};
use crate::photo::Kind;
use crate::wire::snapshot::{
    DraftId, LOOSE_PHOTOS, PhotoEntry, PhotoId, Place, Retention, Unreadable,
};

const NOW: u64 = 1_790_000_000_000;
const NAME: Field = Field::SubjectName;
const EMAIL: Field = Field::ContactEmail;

#[derive(Default)]
struct Device {
    lasting: Memory,
    passing: Memory,
}

impl Device {
    fn shelf(&self) -> Shelf<'_> {
        Shelf::new(&self.lasting, &self.passing)
    }

    #[track_caller]
    fn draft(&self, tab: u16) -> Draft {
        match self.shelf().open(&id(), tab) {
            Opened::Draft(draft) => draft,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn save(&self, draft: &mut Draft) -> Vec<String> {
        self.shelf().save(draft, NOW).expect("room").conflicts
    }

    /// A saved form.
    fn with_form() -> (Self, Draft) {
        let device = Self::default();
        let mut draft = Draft::new(id(), 1);
        draft.set_subject_type(SubjectType::Enterprise);
        draft.set_field(NAME, "Jia");
        draft.set_photo(&photo("18f0-1"));
        device.save(&mut draft);
        (device, draft)
    }
}

fn id() -> DraftId {
    DraftId("a".to_owned())
}

fn photo(id: &str) -> PhotoEntry {
    PhotoEntry {
        id: PhotoId(id.to_owned()),
        kind: Kind::Licence,
        name: "a.jpg".to_owned(),
        chosen: false,
        fitted: RawValue::from_string("{\"ok\":true}".to_owned()).unwrap(),
        place: Place::Storage,
        slot: None,
        sha256: None,
        anyway: false,
    }
}

fn text(draft: &Draft, field: Field) -> String {
    let form = draft.snapshot().application().expect("a form");
    form.get(field).to_owned()
}

/// Form and photos, to be compared.
fn contents(draft: &Draft) -> (Option<Application>, Vec<String>) {
    let json = |photo: &PhotoEntry| photo.to_raw().unwrap().get().to_owned();
    (draft.snapshot().application(), draft.photos().iter().map(json).collect())
}

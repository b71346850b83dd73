//! The parts of an application, each of which two tabs may change without losing
//! anything to each other.

use std::borrow::Cow;

use crate::application::{Application, Field, Slot};
use crate::finding;
use crate::wire::snapshot::{Contents, Personal, PhotoEntry, PhotoId, Snapshot};

const RETENTION: &str = "retention";
const PROCESS: &str = "process";
const SUBJECT_TYPE: &str = "subjectType";
const PHOTO: &str = "photo.";

/// A part of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// How long the personal part stays.
    Retention,
    /// How far the process is.
    Process,
    /// Who is certified. Without it there is no form.
    SubjectType,
    /// One field of the form.
    Field(Field),
    /// The verdicts about the photos of one place in the form.
    Slot(Slot),
    /// One photo.
    Photo(PhotoId),
}

impl Part {
    /// The part of a path. There is none of one that a later version has added.
    pub fn of_path(path: &str) -> Option<Self> {
        match path {
            RETENTION => Some(Self::Retention),
            PROCESS => Some(Self::Process),
            SUBJECT_TYPE => Some(Self::SubjectType),
            _ => path
                .strip_prefix(PHOTO)
                .map(|id| Self::Photo(PhotoId(id.to_owned())))
                .or_else(|| Field::from_path(path).map(Self::Field))
                .or_else(|| Slot::ALL.into_iter().find(|slot| slot.path() == path).map(Self::Slot)),
        }
    }

    /// Its path.
    pub fn path(&self) -> Cow<'static, str> {
        match self {
            Self::Retention => RETENTION.into(),
            Self::Process => PROCESS.into(),
            Self::SubjectType => SUBJECT_TYPE.into(),
            Self::Field(field) => field.path().into(),
            Self::Slot(slot) => slot.path().into(),
            Self::Photo(PhotoId(id)) => [PHOTO, id].concat().into(),
        }
    }

    /// Whether it tells who somebody is, and so goes when its days are over.
    pub const fn is_personal(&self) -> bool {
        !matches!(self, Self::Retention | Self::Process)
    }

    /// Whether both have the same here.
    pub(super) fn is_same(&self, one: &Snapshot, other: &Snapshot) -> bool {
        match self {
            Self::Retention => one.retention == other.retention,
            Self::Process => {
                let [one, other] =
                    [one, other].map(|it| it.process.as_ref().map(|json| json.get()));
                one == other
            }
            Self::SubjectType => {
                form(one).map(|form| form.subject_type) == form(other).map(|form| form.subject_type)
            }
            Self::Field(field) => text(one, *field) == text(other, *field),
            Self::Slot(slot) => {
                let materials = |snapshot| {
                    let all = form(snapshot).map_or(&[][..], |form| &form.materials);
                    all.iter().filter(|material| material.slot == *slot)
                };
                materials(one).eq(materials(other))
            }
            Self::Photo(id) => photo(one, id) == photo(other, id),
        }
    }

    /// Makes it in `to` what it is in `from`.
    pub(super) fn copy(&self, from: &Snapshot, to: &mut Snapshot) {
        let theirs = form(from);
        match self {
            Self::Retention => to.retention = from.retention,
            Self::Process => to.process.clone_from(&from.process),
            Self::SubjectType | Self::Field(_) | Self::Slot(_) => {
                let Some(theirs) = theirs else { return };
                let own = &mut contents_mut(to).application;
                let own = own.get_or_insert_with(|| Application::new(theirs.subject_type));
                match self {
                    Self::Field(field) => fill_in(own, *field, text(from, *field)),
                    Self::Slot(slot) => {
                        own.materials.retain(|material| material.slot != *slot);
                        let theirs = theirs.materials.iter();
                        own.materials.extend(theirs.filter(|m| m.slot == *slot).cloned());
                    }
                    _ => own.subject_type = theirs.subject_type,
                }
            }
            Self::Photo(id) => {
                let own = &mut contents_mut(to).photos;
                own.retain(|photo| photo.id != *id);
                own.extend(photo(from, id).cloned());
                finding::sort_by(own, |photo| photo.id.clone());
            }
        }
    }
}

/// The form and the photos; empty ones where there were none.
pub(super) fn contents_mut(snapshot: &mut Snapshot) -> &mut Contents {
    if snapshot.contents().is_none() {
        snapshot.personal = Personal::Open(Contents::default());
    }
    match &mut snapshot.personal {
        Personal::Open(contents) => contents,
        _ => unreachable!("made so above"),
    }
}

/// Writes a field, or takes it out where there is nothing to write.
pub(super) fn fill_in(form: &mut Application, field: Field, text: &str) {
    if text.is_empty() {
        form.fields.remove(&field);
    } else {
        form.fields.insert(field, text.to_owned());
    }
}

fn form(snapshot: &Snapshot) -> Option<&Application> {
    snapshot.contents()?.application.as_ref()
}

fn text(snapshot: &Snapshot, field: Field) -> &str {
    form(snapshot).and_then(|form| form.fields.get(&field)).map_or("", String::as_str)
}

fn photo<'a>(snapshot: &'a Snapshot, id: &PhotoId) -> Option<&'a PhotoEntry> {
    snapshot.contents()?.photos.iter().find(|photo| photo.id == *id)
}

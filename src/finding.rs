//! What can be said against something that was checked: a severity and an issue, as data without words.

use std::borrow::Cow;

use serde::de::{self, DeserializeOwned};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::date::Date;
use crate::names::names;

/// Something that the applicant should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Finding<I> {
    /// What it means for the application.
    pub severity: Severity,
    /// What was found, with its numbers.
    #[serde(flatten)]
    pub issue: I,
}

impl<I: Coded> Finding<I> {
    /// The stable name of the issue, for example `photo.over-limit`.
    pub fn code(&self) -> &'static str {
        self.issue.code()
    }
}

impl<I: Coded> Serialize for Finding<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(serializer, None, Some(self.severity), &self.issue)
    }
}

/// Whether nothing among `findings` would be refused.
pub fn is_ok<I>(findings: &[Finding<I>]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Block)
}

/// Puts the most important first and leaves the others in their order. Lists of findings
/// are short and mostly in order: one exchange after the other is soon done, and small.
pub(crate) fn sort_by<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut i = end;
        while 0 < i && key(&items[i]) < key(&items[i - 1]) {
            items.swap(i, i - 1);
            i -= 1;
        }
    }
}

names! {
    /// What a finding means for the application.
    #[derive(PartialOrd, Ord)]
    pub enum Severity {
        /// The office would refuse it as it is.
        "block" => Block,
        /// The office may refuse it; the applicant should look.
        "warn" => Warn,
        /// Good to know.
        "info" => Info,
    }
}

/// An issue: something with a stable name for programs, and what there is to know of it.
pub trait Coded {
    /// The name, `area.kebab-case`. Never renamed, never reused.
    fn code(&self) -> &'static str;

    /// Tells `each` of its members the name that JSON and sentences have for it, and the
    /// member. What is absent is not told.
    fn members(&self, each: &mut dyn FnMut(&str, Member<'_>));

    /// Makes a finding of it.
    fn with(self, severity: Severity) -> Finding<Self>
    where
        Self: Sized,
    {
        Finding { severity, issue: self }
    }
}

/// A member of an issue: the few types that there are. Issues are written and put into words
/// through it, so that neither is compiled anew for each kind of issue.
#[derive(Clone, Copy)]
pub enum Member<'a> {
    /// A count, a position, a year.
    Number(u32),
    /// A moment, in Unix milliseconds.
    Moment(i64),
    /// Yes or no.
    Truth(bool),
    /// Text, or the name of one of several.
    Text(&'a str),
    /// One character.
    Letter(char),
    /// Several texts.
    Texts(&'a [String]),
    /// A day.
    Day(Date),
    /// Four places in a picture.
    Corners(&'a [[i32; 2]; 4]),
}

/// Prints nothing of it: texts may be private.
impl std::fmt::Debug for Member<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Member(…)")
    }
}

impl Serialize for Member<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Number(number) => serializer.serialize_u32(number),
            Self::Moment(moment) => serializer.serialize_i64(moment),
            Self::Truth(truth) => serializer.serialize_bool(truth),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Letter(letter) => serializer.serialize_char(letter),
            Self::Texts(texts) => texts.serialize(serializer),
            Self::Day(day) => day.serialize(serializer),
            Self::Corners(corners) => corners.serialize(serializer),
        }
    }
}

/// What can be a member of an issue.
pub(crate) trait AsMember {
    /// Tells `each` the member by its name in Rust, unless it is absent.
    fn tell(&self, name: &str, each: &mut dyn FnMut(&str, Member<'_>));
}

/// The members of one type.
macro_rules! members {
    ($( $type:ty: |$value:ident| $member:expr ),+ $(,)?) => {
        $(
            impl AsMember for $type {
                fn tell(&self, name: &str, each: &mut dyn FnMut(&str, Member<'_>)) {
                    let $value = self;
                    each(&camel_case(name), $member);
                }
            }
        )+
    };
}

members! {
    u8: |number| Member::Number(u32::from(*number)),
    u16: |number| Member::Number(u32::from(*number)),
    u32: |number| Member::Number(*number),
    i64: |moment| Member::Moment(*moment),
    bool: |truth| Member::Truth(*truth),
    char: |letter| Member::Letter(*letter),
    str: |text| Member::Text(text),
    String: |text| Member::Text(text),
    Vec<String>: |texts| Member::Texts(texts),
    Date: |day| Member::Day(*day),
}

impl<M: AsMember> AsMember for Option<M> {
    fn tell(&self, name: &str, each: &mut dyn FnMut(&str, Member<'_>)) {
        if let Some(member) = self {
            member.tell(name, each);
        }
    }
}

/// Writes an issue as an object: where it is and what it means, where that is known, its
/// code, its members.
pub(crate) fn serialize<S: Serializer>(
    serializer: S,
    path: Option<&str>,
    severity: Option<Severity>,
    issue: &dyn Coded,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    if let Some(path) = path {
        map.serialize_entry("path", path)?;
    }
    if let Some(severity) = severity {
        map.serialize_entry("severity", severity.as_str())?;
    }
    map.serialize_entry("code", issue.code())?;
    let mut written = Ok(());
    issue.members(&mut |name, member| {
        if written.is_ok() {
            written = map.serialize_entry(name, &member);
        }
    });
    written?;
    map.end()
}

/// The members of an issue that comes back from JSON.
///
/// Serde's own reading of enums with a tag costs half a kilobyte of WebAssembly for
/// each variant; this costs as much for each *type* of member.
pub(crate) struct Members(serde_json::Map<String, serde_json::Value>);

impl Members {
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut members = serde_json::Map::deserialize(deserializer)?;
        // Measurements that were stored before there were levels warned from the middle one on.
        if members.contains_key("score") && !members.contains_key("level") {
            members.insert("level".into(), "mid".into());
        }
        Ok(Self(members))
    }

    /// The code, without which there is no issue.
    pub(crate) fn code(&self) -> &str {
        self.0.get("code").and_then(serde_json::Value::as_str).unwrap_or_default()
    }

    /// A member by its name in Rust.
    pub(crate) fn take<T: DeserializeOwned, E: de::Error>(&mut self, name: &str) -> Result<T, E> {
        let value = self.0.remove(camel_case(name).as_ref()).unwrap_or_default();
        // What is in it may be private, so the error does not repeat it.
        T::deserialize(value).map_err(|_| E::custom("a member of the issue is missing or wrong"))
    }
}

/// The name of a member in JSON.
pub(crate) fn camel_case(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte != b'_') {
        return Cow::Borrowed(name);
    }
    let mut camel = String::with_capacity(name.len());
    let mut is_start = false;
    for c in name.chars() {
        match c {
            '_' => is_start = true,
            c if is_start => {
                camel.push(c.to_ascii_uppercase());
                is_start = false;
            }
            c => camel.push(c),
        }
    }
    Cow::Owned(camel)
}

/// Declares an enum of issues: each variant behind the code that programs and
/// JSON know it by. `CODES` lists them, so that a test can ask for each one.
macro_rules! issues {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $code:literal => $variant:ident
                $({ $( $(#[$field_meta:meta])* $field:ident: $type:ty ),+ $(,)? })?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $( $(#[$field_meta])* $field: $type ),+ })?
            ),+
        }

        impl $name {
            /// The codes of all issues of this kind.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The members of each, in the same order.
            #[cfg(test)]
            pub(crate) const MEMBERS: &'static [&'static [&'static str]] =
                &[$( &[$($(stringify!($field)),+)?] ),+];
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut members = $crate::finding::Members::read(deserializer)?;
                match members.code() {
                    $(
                        $code => Ok(Self::$variant $({
                            $( $field: members.take(stringify!($field))? ),+
                        })?),
                    )+
                    _ => Err(serde::de::Error::custom("unknown code")),
                }
            }
        }

        impl $crate::finding::Coded for $name {
            fn code(&self) -> &'static str {
                match self {
                    $( Self::$variant { .. } => $code ),+
                }
            }

            fn members(&self, each: &mut dyn FnMut(&str, $crate::finding::Member<'_>)) {
                // Issues without any members have nothing to call it for.
                let _ = &each;
                match self {
                    $(
                        Self::$variant $({ $($field),+ })? => {
                            $($( $crate::finding::AsMember::tell(
                                $field,
                                stringify!($field),
                                each,
                            ); )+)?
                        }
                    )+
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::finding::serialize(serializer, None, None, self)
            }
        }
    };
}

pub(crate) use issues;

//! A JSON object whose values stay text until they are asked for.
//!
//! Derived readers and writers of every struct in a snapshot would be a tenth of the page;
//! this is one for all.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Names and values, in the order in which they came.
pub(super) struct Object(Vec<(String, Box<RawValue>)>);

impl Object {
    /// The object of a text, if it is one.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// A value as JSON.
    pub(super) fn json(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| of == name).map(|(_, value)| value.get())
    }

    /// A value as JSON, on its own.
    pub(super) fn raw(&self, name: &str) -> Option<Box<RawValue>> {
        self.0.iter().find(|(of, _)| of == name).map(|(_, value)| value.clone())
    }

    /// A value, if it is there and of that type.
    pub(super) fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.json(name)?).ok()
    }

    /// A whole number.
    pub(super) fn number(&self, name: &str) -> Option<u64> {
        self.json(name)?.parse().ok()
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name)
    }
}

/// Writes an object, member after member.
#[derive(Default)]
pub(super) struct Writer(String);

impl Writer {
    /// A member whose value is JSON.
    pub(super) fn json(&mut self, name: &str, json: &str) -> &mut Self {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push_str(&quoted(name));
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    /// A member whose value is a text.
    pub(super) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.json(name, &quoted(text))
    }

    /// A member whose value is a whole number.
    pub(super) fn number(&mut self, name: &str, number: u64) -> &mut Self {
        self.json(name, &number.to_string())
    }

    /// The object.
    pub(super) fn end(&mut self) -> String {
        self.0.push('}');
        std::mem::take(&mut self.0)
    }
}

/// A text in quotes.
pub(super) fn quoted(text: &str) -> String {
    // Texts can always be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// Values in brackets.
pub(super) fn list(values: impl Iterator<Item = String>) -> String {
    ["[", &values.collect::<Vec<_>>().join(","), "]"].concat()
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Object, A::Error> {
        let mut all = Vec::new();
        while let Some(member) = members.next_entry()? {
            all.push(member);
        }
        Ok(Object(all))
    }
}

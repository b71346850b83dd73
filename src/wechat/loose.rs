//! A value as WeChat writes it: a number in JSON, the same number as text in XML.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// A number, a text or a truth value, kept as text. Empty text is as good as none.
///
/// Ids travel in it, so it prints as `…`.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Loose(String);

impl Loose {
    /// The text, if there is any.
    pub fn text(&self) -> Option<&str> {
        Some(self.0.trim()).filter(|text| !text.is_empty())
    }

    /// The whole number that it is, if it is one.
    pub fn number(&self) -> Option<i64> {
        self.text()?.parse().ok()
    }

    /// Whether it says yes.
    pub fn is_true(&self) -> bool {
        matches!(self.text(), Some("true" | "1"))
    }
}

impl From<&str> for Loose {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<i64> for Loose {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl fmt::Debug for Loose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.text().is_some() { "…" } else { "-" })
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Loose;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number or a truth value")
            }

            fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
                Ok(text.into())
            }

            fn visit_i64<E>(self, number: i64) -> Result<Loose, E> {
                Ok(number.into())
            }

            fn visit_u64<E>(self, number: u64) -> Result<Loose, E> {
                Ok(Loose(number.to_string()))
            }

            fn visit_bool<E>(self, value: bool) -> Result<Loose, E> {
                Ok(if value { "true" } else { "false" }.into())
            }

            fn visit_unit<E>(self) -> Result<Loose, E> {
                Ok(Loose::default())
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

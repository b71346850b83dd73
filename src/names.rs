//! Enums whose variants programs know by a name: written and read as that name.

/// Where `name` stands among `names`.
pub(crate) fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

/// Declares an enum of things that programs know by a name: each variant behind it.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $text:literal => $variant:ident ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// The names of all of them.
            pub const NAMES: [&'static str; { [$($text),+].len() }] = [$($text),+];
            /// All of them.
            pub const ALL: [Self; { [$($text),+].len() }] = [$(Self::$variant),+];

            /// The name as programs write it.
            pub const fn as_str(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The one of a name, if there is one.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.get($crate::names::position(&Self::NAMES, name)?).copied()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                // It may be anything, so the error does not repeat it.
                Self::from_name(&name).ok_or_else(|| serde::de::Error::custom("unknown name"))
            }
        }

        impl $crate::finding::AsMember for $name {
            fn tell(&self, name: &str, each: &mut dyn FnMut(&str, $crate::finding::Member<'_>)) {
                self.as_str().tell(name, each);
            }
        }
    };
}

pub(crate) use names;

//! What goes into a check of a name, and what comes out of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::issue::Finding;
use crate::names::names;

/// A name as the applicant gave it, and what is known beside it.
#[derive(Clone, Copy, Default)]
pub struct Query<'a> {
    /// The name that is applied for (认证昵称).
    pub text: &'a str,
    /// The name that the program has now.
    pub current: Option<&'a str>,
    /// What kind of name it is; `None` while nobody has said.
    pub mode: Option<Mode>,
    /// How often the name can still be changed this year without certification.
    pub renames_left: Option<u8>,
    /// The new name that the applicant has said yes to.
    pub acknowledged: Option<&'a str>,
    /// The short form (简称), where there is to be one.
    pub short_name: Option<&'a str>,
    /// The introduction (介绍), where there is one.
    pub introduction: Option<&'a str>,
    /// Marks that need proof, instead of [`famous_marks`](super::famous_marks).
    pub famous_marks: Option<&'a [&'a str]>,
}

impl<'a> Query<'a> {
    /// A freely chosen name of which nothing else is known.
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            mode: Some(Mode::SelfChosen),
            current: None,
            renames_left: None,
            acknowledged: None,
            short_name: None,
            introduction: None,
            famous_marks: None,
        }
    }
}

/// Prints the names and how long the introduction is.
impl fmt::Debug for Query<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Query")
            .field("text", &self.text)
            .field("current", &self.current)
            .field("mode", &self.mode)
            .field("acknowledged", &self.acknowledged)
            .field("introduction", &self.introduction.map(str::len))
            .finish_non_exhaustive()
    }
}

names! {
    /// What kind of name it is. Source: `account_name_type` of `secwxaapi_wxaauth` on
    /// developers.weixin.qq.com.
    pub enum Mode {
        /// Chosen freely (基于自选词汇命名).
        "self-chosen" => SelfChosen,
        /// A registered trademark (基于商标命名).
        "trademark" => Trademark,
    }
}

impl Mode {
    /// WeChat's number.
    pub const fn code(self) -> u8 {
        match self {
            Self::SelfChosen => 1,
            Self::Trademark => 2,
        }
    }
}

/// The answer about a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// Whether nothing blocks.
    pub ok: bool,
    /// The name as it is read, and as it should be handed in: full-width letters, digits and
    /// symbols in ASCII, without what nobody sees and without spaces at the ends.
    pub normalized: String,
    /// Its length as WeChat counts it.
    pub length: u16,
    /// What was found, the most important first.
    pub findings: Vec<Finding>,
    /// What happens to the program's name when the certification takes effect. Absent where
    /// it stays as it is, or is not known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub effect: Option<Effect>,
}

/// What happens to the program's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// The name it has.
    pub from: String,
    /// The name it will have.
    pub to: String,
}

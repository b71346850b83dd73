//! `config.json` beside the page: whether there is a provider, and where.

use serde::Deserialize;

use crate::list_map::ListMap;

/// What the deployer of the page says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The provider, where there is one.
    pub provider: Option<Provider>,
}

/// A provider that sends applications to WeChat.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Provider {
    /// Where its server is: an absolute URL, or a path on the page's own server.
    pub url: String,
    /// Its name, in one language or in several.
    #[serde(default)]
    pub name: Names,
}

/// A name, or one for each language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// None was given.
    #[default]
    None,
    /// For all languages.
    One(String),
    /// By the tag of the language.
    Each(ListMap<String, String>),
}

impl Config {
    /// The configuration of a text; none where it is not one.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::provider::Config;
    ///
    /// let config = Config::read(r#"{"provider":{"url":"/api","name":"Sample"}}"#).unwrap();
    /// assert_eq!(config.provider.unwrap().name("en"), "Sample");
    /// assert!(Config::read("<html>").is_none());
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

impl Provider {
    /// Its name in a language; the host of its server where none was given.
    pub fn name(&self, tag: &str) -> String {
        match &self.name {
            Names::One(name) => name.clone(),
            Names::Each(names) if !names.is_empty() => {
                let any = names.values().next();
                names.get(tag).or(any).cloned().unwrap_or_default()
            }
            _ => self.host().to_owned(),
        }
    }

    /// The address of one of its calls.
    pub fn address(&self, path: &str) -> String {
        [self.url.trim_end_matches('/'), path].concat()
    }

    fn host(&self) -> &str {
        let behind = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        behind.split('/').find(|part| !part.is_empty()).unwrap_or(behind)
    }
}

//! The addresses of the pages: what stands behind `#`.

use std::fmt;

/// An address with what is asked of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Which page.
    pub place: Place,
    /// The words behind `?`, each with its value.
    query: Vec<(String, String)>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where an application, or a rehearsal, is begun.
    New {
        /// Whether it is a rehearsal.
        rehearse: bool,
    },
    /// About the product and privacy.
    About,
    /// A page of an application: its id, and the page's path, empty for the list of tasks.
    Application {
        /// Which application.
        id: String,
        /// Which page: `subject`, `photos/licence`.
        page: String,
    },
    /// None of ours.
    Unknown,
}

impl Address {
    /// The address of a text.
    ///
    /// # Example
    ///
    /// ```
    /// use renzheng::journey::Address;
    ///
    /// let address = Address::read("/a/x/subject?from=check");
    /// assert_eq!((address.page(), address.get("from")), ("subject", "check"));
    /// assert_eq!(address.to_string(), "/a/x/subject?from=check");
    /// ```
    pub fn read(text: &str) -> Self {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let query = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let path = path.trim_start_matches('#').trim_matches('/');
        let place = match path.split_once('/').unwrap_or((path, "")) {
            ("new", rest @ ("" | "rehearse")) => Place::New { rehearse: !rest.is_empty() },
            ("about", "") => Place::About,
            ("a", rest) if !rest.is_empty() => {
                let (id, page) = rest.split_once('/').unwrap_or((rest, ""));
                Place::Application { id: id.to_owned(), page: page.to_owned() }
            }
            _ => Place::Unknown,
        };
        Self { place, query }
    }

    /// A page of an application.
    pub fn of(id: &str, page: &str) -> Self {
        let place = Place::Application { id: id.to_owned(), page: page.to_owned() };
        Self { place, query: Vec::new() }
    }

    /// The same page, asked nothing.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { place: self.place.clone(), query: Vec::new() }
    }

    /// Asks something of the page.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What is asked of the page by that name; empty where nothing is.
    pub fn get(&self, name: &str) -> &str {
        self.query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The path of the page inside its application.
    pub fn page(&self) -> &str {
        match &self.place {
            Place::Application { page, .. } => page,
            _ => "",
        }
    }

    /// Where a link to it points.
    pub fn href(&self) -> String {
        ["#", &self.to_string()].concat()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::New { rehearse } => {
                f.write_str(if *rehearse { "/new/rehearse" } else { "/new" })?;
            }
            Place::About => f.write_str("/about")?,
            Place::Application { id, page } if page.is_empty() => write!(f, "/a/{id}")?,
            Place::Application { id, page } => write!(f, "/a/{id}/{page}")?,
            Place::Unknown => f.write_str("/")?,
        }
        for (i, (name, value)) in self.query.iter().enumerate() {
            write!(f, "{}{name}={value}", if i == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

//! Reads the HTML of a page, strictly: every element is closed where it has to be.

/// Elements and texts, in their order.
pub struct Markup {
    pub elements: Vec<Element>,
    /// Between elements; with the element around it.
    pub texts: Vec<(String, String)>,
}

pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

const VOID: &[&str] = &["input", "br", "img", "hr"];

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn is_control(&self) -> bool {
        matches!(self.name.as_str(), "input" | "select" | "textarea")
    }
}

impl Markup {
    pub fn read(html: &str) -> Self {
        let mut markup = Self { elements: Vec::new(), texts: Vec::new() };
        let mut open: Vec<String> = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            markup.text(&rest[..start], open.last());
            let end = start + rest[start..].find('>').expect("an end of the tag");
            let tag = &rest[start + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name), "{html}");
                continue;
            }
            let element = element(tag);
            if !VOID.contains(&element.name.as_str()) {
                open.push(element.name.clone());
            }
            markup.elements.push(element);
        }
        markup.text(rest, open.last());
        assert!(open.is_empty(), "{open:?} is open");
        markup
    }

    fn text(&mut self, text: &str, around: Option<&String>) {
        if !text.trim().is_empty() {
            let around = around.map(String::as_str).unwrap_or_default();
            self.texts.push((plain(text), around.to_owned()));
        }
    }

    /// The names of the controls that are parts of the draft, each once.
    pub fn control_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for element in self.elements.iter().filter(|element| element.is_control()) {
            let name = element.get("name").expect("a name").to_owned();
            if !name.starts_with('_') && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    pub fn has_text(&self, part: &str) -> bool {
        self.texts.iter().any(|(text, _)| text.contains(part))
    }

    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(|element| element.get("href"))
    }

    pub fn find(&self, attribute: &str, value: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.get(attribute) == Some(value))
    }
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let attribute = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').expect("a closing quote");
            value = plain(&quoted[..end]);
            rest = &quoted[end + 1..];
        }
        assert!(
            !attributes.iter().any(|(known, _)| *known == attribute),
            "{attribute} twice: {tag}"
        );
        attributes.push((attribute, value));
    }
    Element { name: name.to_owned(), attributes }
}

fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

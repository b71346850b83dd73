//! HTML that takes the place of what is shown: only what is different is changed, so that focus,
//! caret, open details and what is being typed stay.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTemplateElement, Node};

/// Marks an element whose inside is somebody else's.
pub const HOST: &str = "data-host";

/// Changes the inside of an element to `html`. Fields whose name is `kept` keep what is in them.
pub fn patch(place: &Element, html: &str, kept: &dyn Fn(&str) -> bool) {
    let made = place.owner_document().and_then(|document| {
        let template = document.create_element("template").ok()?;
        Some((document, template.dyn_into::<HtmlTemplateElement>().ok()?))
    });
    let Some((document, template)) = made else { return };
    template.set_inner_html(html);
    Morph { active: document.active_element(), kept }.children(place, &template.content());
}

struct Morph<'a> {
    active: Option<Element>,
    kept: &'a dyn Fn(&str) -> bool,
}

impl Morph<'_> {
    fn children(&self, old: &Node, new: &Node) {
        let mut at = old.first_child();
        let mut next = new.first_child();
        while let Some(wanted) = next {
            // What stands before what is found and is not awaited goes, rather than moving what is
            // found: an element that is moved loses the focus.
            let is_over = |at: &Node| key(at).is_some_and(|key| !is_awaited(&key, &wanted));
            while let Some(gone) = at.take_if(|at| is_over(at)) {
                at = gone.next_sibling();
                let _ = old.remove_child(&gone);
            }
            next = wanted.next_sibling();
            let Some(found) = find(at.clone(), &wanted) else {
                // Both are of this document, so this cannot fail.
                let _ = old.insert_before(&wanted, at.as_ref());
                continue;
            };
            while let Some(gone) = at.take_if(|at| *at != found && key(at).is_none()) {
                at = gone.next_sibling();
                let _ = old.remove_child(&gone);
            }
            if at.as_ref() == Some(&found) {
                at = found.next_sibling();
            } else {
                let _ = old.insert_before(&found, at.as_ref());
            }
            self.node(&found, &wanted);
        }
        while let Some(gone) = at {
            at = gone.next_sibling();
            let _ = old.remove_child(&gone);
        }
    }

    fn node(&self, old: &Node, new: &Node) {
        let (Some(old), Some(new)) = (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) else {
            if old.node_value() != new.node_value() {
                old.set_node_value(new.node_value().as_deref());
            }
            return;
        };
        attributes(old, new);
        if old.has_attribute(HOST) {
            return;
        }
        // Its text is no more than what it begins with.
        if old.tag_name() != "TEXTAREA" {
            self.children(old, new);
        }
        self.field(old, new);
    }

    /// What is in a field is no attribute of it.
    fn field(&self, old: &Element, new: &Element) {
        let Some(name) = old.get_attribute("name").filter(|name| !name.starts_with('_')) else {
            return;
        };
        let is_choice = is_choice(old);
        if (self.kept)(&name) || (!is_choice && self.active.as_ref() == Some(old)) {
            return;
        }
        if is_choice {
            set(old, "checked", &new.has_attribute("checked").into());
            return;
        }
        let value = match old.tag_name().as_str() {
            "INPUT" => new.get_attribute("value"),
            "TEXTAREA" => new.text_content(),
            "SELECT" => {
                let option = new.query_selector("option[selected]").ok().flatten();
                option.and_then(|option| option.get_attribute("value"))
            }
            _ => return,
        };
        let value = JsValue::from(value.unwrap_or_default());
        if Reflect::get(old, &"value".into()).as_ref() != Ok(&value) {
            set(old, "value", &value);
        }
    }
}

/// Whether it is chosen by a tap, and not typed into.
pub fn is_choice(element: &Element) -> bool {
    matches!(element.get_attribute("type").as_deref(), Some("radio" | "checkbox"))
}

/// The node among `first` and what follows it that becomes `wanted`.
fn find(first: Option<Node>, wanted: &Node) -> Option<Node> {
    let Some(wanted_key) = key(wanted) else {
        return first.filter(|at| at.node_name() == wanted.node_name() && key(at).is_none());
    };
    let mut at = first;
    while let Some(node) = at {
        if node.node_name() == wanted.node_name() && key(&node).as_ref() == Some(&wanted_key) {
            return Some(node);
        }
        at = node.next_sibling();
    }
    None
}

/// Whether this node or one behind it is known by that key.
fn is_awaited(wanted: &str, first: &Node) -> bool {
    let mut at = Some(first.clone());
    while let Some(node) = at {
        if key(&node).as_deref() == Some(wanted) {
            return true;
        }
        at = node.next_sibling();
    }
    false
}

/// By what an element is known: its id, else the first id inside.
fn key(node: &Node) -> Option<String> {
    let element = node.dyn_ref::<Element>()?;
    let id = element.id();
    if !id.is_empty() {
        return Some(id);
    }
    Some(element.query_selector("[id]").ok()??.id())
}

fn attributes(old: &Element, new: &Element) {
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name);
        if old.get_attribute(&name) != value {
            // The name is one already.
            let _ = old.set_attribute(&name, &value.unwrap_or_default());
        }
    }
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        // What a person has opened stays open.
        if !new.has_attribute(&name) && name != "open" {
            let _ = old.remove_attribute(&name);
        }
    }
}

fn set(element: &Element, name: &str, value: &JsValue) {
    // Elements take both properties, be it without effect.
    let _ = Reflect::set(element, &name.into(), value);
}

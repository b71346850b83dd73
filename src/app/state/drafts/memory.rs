//! A storage for tests, with a limit like a browser's.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::shelf::Texts;
use crate::app::browser::storage::StorageError;

#[derive(Debug)]
pub(super) struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    pub(super) capacity: Cell<usize>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { texts: RefCell::default(), capacity: Cell::new(super::place::CAPACITY) }
    }
}

impl Memory {
    /// Everything in it, as one text.
    pub(super) fn dump(&self) -> String {
        let mut dump = String::new();
        for (key, text) in self.texts.borrow().iter() {
            dump.extend([key.as_str(), "=", text.as_str(), "\n"]);
        }
        dump
    }
}

impl Texts for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let before = self.texts.borrow().get(key).map_or(0, |text| key.len() + text.len());
        if self.capacity.get() < self.used() - before + key.len() + text.len() {
            return Err(StorageError::Full);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn delete(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect()
    }

    fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum()
    }
}

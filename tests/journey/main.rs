//! The pages of an application: what is shown, and what comes of each button.

#[allow(dead_code)]
#[path = "../application/forms.rs"]
mod forms;
mod host;
mod markup;
mod pages;
mod stories;
